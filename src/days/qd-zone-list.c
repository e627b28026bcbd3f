/* qd-zone-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-zone-list"

#include "qd-zone-list.h"

#include <glib/gi18n.h>
#include <string.h>

/* Has one zone a line, in its third field; part of the time zone database. */
#define ZONE_TABLE "/usr/share/zoneinfo/zone1970.tab"

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static char **
read_zones (void)
{
  g_autofree char *table = NULL;
  g_auto(GStrv) lines = NULL;
  g_autoptr(GPtrArray) zones = g_ptr_array_new ();

  /* Without the table a zone can still be typed. */
  if (g_file_get_contents (ZONE_TABLE, &table, NULL, NULL))
    lines = g_strsplit (table, "\n", -1);

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      g_auto(GStrv) fields = g_strsplit (lines[i], "\t", 4);

      if (*lines[i] != '#' && g_strv_length (fields) >= 3)
        g_ptr_array_add (zones, g_strdup (fields[2]));
    }

  g_ptr_array_add (zones, g_strdup ("UTC"));
  g_ptr_array_sort (zones, compare_texts);
  g_ptr_array_add (zones, NULL);

  return (char **)g_ptr_array_free (g_steal_pointer (&zones), FALSE);
}

/* Returns: (transfer none): the names of the zones, in their order */
const char *const *
qd_zone_list (void)
{
  static char **zones;

  if (g_once_init_enter_pointer (&zones))
    g_once_init_leave_pointer (&zones, read_zones ());

  return (const char *const *)zones;
}

/* Whether @search, typed with spaces as people do, is a part of the name. */
gboolean
qd_zone_matches (const char *zone,
                 const char *search)
{
  g_autofree char *name = g_ascii_strdown (zone, -1);
  g_autofree char *part = g_ascii_strdown (search, -1);

  g_strdelimit (g_strstrip (part), " ", '_');

  return strstr (name, part) != NULL;
}

/**
 * qd_zone_resolve:
 * @text: “europe/berlin”, “Berlin”, “new york”
 *
 * Returns: (transfer none) (nullable): the one zone of that name or place
 */
const char *
qd_zone_resolve (const char *text)
{
  const char *const *zones = qd_zone_list ();
  g_autofree char   *wanted = g_strdup (text);

  g_strdelimit (g_strstrip (wanted), " ", '_');

  for (guint i = 0; zones[i] != NULL; i++)
    {
      const char *place = strrchr (zones[i], '/');

      if (g_ascii_strcasecmp (zones[i], wanted) == 0 ||
          (place != NULL && g_ascii_strcasecmp (place + 1, wanted) == 0))
        return zones[i];
    }

  return NULL;
}

/**
 * qd_zone_dup_time:
 * @zone: (nullable)
 *
 * Returns: (transfer full) (nullable): the time it is in @zone at @now: “14:32”,
 *   with the weekday where it is another than @now has
 */
char *
qd_zone_dup_time (const char *zone,
                  GDateTime  *now)
{
  g_autoptr(GTimeZone) there = zone != NULL ? g_time_zone_new_identifier (zone) : NULL;
  g_autoptr(GDateTime) time = NULL;

  if (there == NULL)
    return NULL;

  time = g_date_time_to_timezone (now, there);

  if (g_date_time_get_day_of_week (time) != g_date_time_get_day_of_week (now))
    return g_date_time_format (time, C_ ("time on another day", "%a %H:%M"));

  return g_date_time_format (time, C_ ("time", "%H:%M"));
}
