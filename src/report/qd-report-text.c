/* qd-report-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-report-text"

#include "qd-report-text.h"

#include <hb.h>

#include "qd-report-fonts.h"

static const struct
{
  double         size;
  PangoWeight    weight;
  QdReportColour colour;
  double         leading;
  int            tracking; /* thousandths of a point */
} styles[] = {
  [QD_REPORT_STYLE_TITLE] = { 23, PANGO_WEIGHT_SEMIBOLD, QD_REPORT_COLOUR_INK, 1.0, -400 },
  [QD_REPORT_STYLE_SUBTITLE] = { 12.5, PANGO_WEIGHT_NORMAL, QD_REPORT_COLOUR_MUTED, 1.05, -50 },
  [QD_REPORT_STYLE_EYEBROW] = { 7, PANGO_WEIGHT_SEMIBOLD, QD_REPORT_COLOUR_ACCENT, 1.0, 700 },
  [QD_REPORT_STYLE_HEADING] = { 14.5, PANGO_WEIGHT_SEMIBOLD, QD_REPORT_COLOUR_INK, 1.05, -150 },
  [QD_REPORT_STYLE_SUBHEADING] = { 10.5, PANGO_WEIGHT_SEMIBOLD, QD_REPORT_COLOUR_INK, 1.08, -50 },
  [QD_REPORT_STYLE_FIGURE] = { 25, PANGO_WEIGHT_SEMIBOLD, QD_REPORT_COLOUR_INK, 1.0, -600 },
  [QD_REPORT_STYLE_BODY] = { 8.6, PANGO_WEIGHT_NORMAL, QD_REPORT_COLOUR_INK, 1.2, 0 },
  [QD_REPORT_STYLE_STRONG] = { 8.6, PANGO_WEIGHT_MEDIUM, QD_REPORT_COLOUR_INK, 1.15, 0 },
  [QD_REPORT_STYLE_SMALL] = { 7.6, PANGO_WEIGHT_NORMAL, QD_REPORT_COLOUR_MUTED, 1.12, 0 },
  [QD_REPORT_STYLE_LABEL] = { 7, PANGO_WEIGHT_MEDIUM, QD_REPORT_COLOUR_MUTED, 1.1, 120 },
};

/* Text as it can be set: no control characters, which have no glyph. */
char *
qd_report_text_dup_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString         *clean = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (character == '\n' || character == '\t' || !g_unichar_iscntrl (character))
        g_string_append_unichar (clean, character == '\t' ? ' ' : character);
    }

  return g_string_free_and_steal (clean);
}

static gboolean
is_simple (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_utf8_get_char (p) >= 0x590 && g_utf8_get_char (p) < 0x1E00)
      return FALSE;

  return TRUE;
}

/*
 * Without ligatures, which extract badly, and with figures of one width. Other
 * scripts need their ligatures and are left as their font has them.
 */
static PangoAttrList *
create_attributes (QdReportStyle style,
                   const char   *text)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  if (is_simple (text))
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("liga=0,clig=0,dlig=0,calt=0,tnum=1"));
  if (styles[style].tracking != 0 && is_simple (text))
    pango_attr_list_insert (attributes, pango_attr_letter_spacing_new (styles[style].tracking * PANGO_SCALE / 1000));

  return attributes;
}

/* See qd_report_pages_create_layout(). */
PangoLayout *
qd_report_text_create_layout (PangoContext *context,
                              QdReportStyle style,
                              const char   *text,
                              double        width)
{
  PangoLayout     *layout = pango_layout_new (context);
  g_autofree char *clean = qd_report_text_dup_clean (text);
  g_autoptr(PangoAttrList) attributes = create_attributes (style, clean);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, QD_REPORT_FAMILY);
  pango_font_description_set_weight (font, styles[style].weight);
  pango_font_description_set_absolute_size (font, styles[style].size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);

  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_line_spacing (layout, styles[style].leading);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width < 0 ? -1 : (int)(MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_text (layout, clean, -1);

  return layout;
}

double
qd_report_layout_get_height (PangoLayout *layout)
{
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);

  return (double)extents.height / PANGO_SCALE;
}

double
qd_report_layout_get_width (PangoLayout *layout)
{
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);

  return (double)extents.width / PANGO_SCALE;
}

QdReportColour
qd_report_style_get_colour (QdReportStyle style)
{
  return styles[style].colour;
}

/*
 * Where a line is broken Pango takes the space away, and cairo writes one without
 * a glyph in a way at which readers of the structure stop. So it becomes a space
 * again, of no width.
 */
void
qd_report_text_restore_spaces (PangoLayout *layout)
{
  const char *text = pango_layout_get_text (layout);

  for (int i = 0; i < pango_layout_get_line_count (layout); i++)
    for (GSList *each = pango_layout_get_line (layout, i)->runs; each != NULL; each = each->next)
      {
        PangoLayoutRun *run = each->data;
        hb_font_t      *font = pango_font_get_hb_font (run->item->analysis.font);

        for (int j = 0; j < run->glyphs->num_glyphs; j++)
          {
            PangoGlyphInfo *glyph = &run->glyphs->glyphs[j];
            hb_codepoint_t  space;

            if (glyph->glyph == PANGO_GLYPH_EMPTY && text[run->item->offset + run->glyphs->log_clusters[j]] == ' ' && hb_font_get_nominal_glyph (font, ' ', &space))
              glyph->glyph = space;
          }
      }
}
