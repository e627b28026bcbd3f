/* qd-report-fonts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-report-fonts"

/* For memfd_create() */
#define _GNU_SOURCE

#include "qd-report-fonts.h"

#include <errno.h>
#include <fontconfig/fontconfig.h>
#include <glib/gi18n.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <sys/mman.h>
#include <unistd.h>

#define FOLDER "/io/gitlab/quarterdeck/Quarterdeck/fonts/"

/* Static instances: cairo embeds a variable font without its name. */
static const char *const files[] = { "Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf" };

/* Another version of the family on this machine would be measured differently. */
static const char        rules[] = "<?xml version=\"1.0\"?>"
                                   "<fontconfig><selectfont><rejectfont><pattern>"
                                   "<patelt name=\"family\"><string>" QD_REPORT_FAMILY "</string></patelt>"
                                   "</pattern></rejectfont></selectfont></fontconfig>";

/*
 * Fontconfig and FreeType open fonts by path and more than once, so the resource
 * becomes a file in memory, which stays open for as long as the process runs.
 */
static gboolean
add_file (FcConfig   *config,
          const char *name,
          GError    **error)
{
  g_autofree char *resource = g_strconcat (FOLDER, name, NULL);
  g_autofree char *path = NULL;
  g_autoptr(GBytes) bytes = g_resources_lookup_data (resource, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  const char *data;
  gsize       size;
  int         file;

  if (bytes == NULL)
    return FALSE;

  data = g_bytes_get_data (bytes, &size);
  file = memfd_create (name, MFD_CLOEXEC);

  for (gsize done = 0; file >= 0 && done < size;)
    {
      gssize n_written = write (file, data + done, size - done);

      if (n_written < 0)
        {
          close (file);
          file = -1;
        }
      else
        done += n_written;
    }

  path = g_strdup_printf ("/proc/self/fd/%d", file);
  if (file < 0 || !FcConfigAppFontAddFile (config, (const FcChar8 *)path))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The font “%s” could not be loaded"), name);
      return FALSE;
    }

  return TRUE;
}

static FcConfig *
load_config (GError **error)
{
  FcConfig *config = FcConfigCreate ();

  FcConfigParseAndLoad (config, NULL, FcFalse);
  FcConfigParseAndLoadFromMemory (config, (const FcChar8 *)rules, FcFalse);
  FcConfigBuildFonts (config);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    if (!add_file (config, files[i], error))
      {
        FcConfigDestroy (config);
        return NULL;
      }

  return config;
}

/**
 * qd_report_fonts_new_map:
 *
 * Makes a map that has the family of reports, and behind it the machine's fonts
 * for the scripts it lacks. A map may be used by one thread at a time; what it is
 * made from is shared by all.
 *
 * Returns: (transfer full)
 */
PangoFontMap *
qd_report_fonts_new_map (GError **error)
{
  static GMutex    mutex;
  static FcConfig *config;
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&mutex);
  PangoFontMap *map;

  if (config == NULL && (config = load_config (error)) == NULL)
    return NULL;

  map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (map), config);

  return map;
}

/* Returns: (transfer full): for what is laid out on paper in the fonts of @map */
PangoContext *
qd_report_fonts_create_context (PangoFontMap *map)
{
  PangoContext         *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();

  /* Measured as on paper: the same whatever the screen's hinting */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);

  return context;
}

/**
 * qd_report_fonts_create_scene_context:
 * @size: of plain text, in units of the scene
 *
 * Returns: (transfer full): for a #QdScene that is put onto paper or into an image
 */
PangoContext *
qd_report_fonts_create_scene_context (PangoFontMap *map,
                                      double        size)
{
  PangoContext         *context = qd_report_fonts_create_context (map);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, QD_REPORT_FAMILY);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_context_set_font_description (context, font);
  pango_font_description_free (font);

  return context;
}
