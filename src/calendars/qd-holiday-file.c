/* qd-holiday-file.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-holiday-file"

#include "qd-holiday-file.h"

#include <glib/gi18n.h>
#include <string.h>

#include "qd-day.h"
#include "qd-event-rule.h"
#include "qd-holiday-event.h"

/* An alarm of an event of a calendar is three deep. */
#define MAX_DEPTH 8

/* A component that is open: its name, and where it began */
typedef struct
{
  char *name;
  guint line;
} Open;

typedef struct
{
  QdContentLines  lines;
  Open            open[MAX_DEPTH];
  guint           depth;
  GTimeZone      *zone;  /* of the calendar at hand */
  QdHolidayEvent *event; /* that is open */
  GPtrArray      *events;
} Reader;

static void
reader_clear (Reader *reader)
{
  while (reader->depth > 0)
    g_free (reader->open[--reader->depth].name);

  g_clear_pointer (&reader->zone, g_time_zone_unref);
  g_clear_pointer (&reader->event, qd_holiday_event_free);
  g_ptr_array_unref (reader->events);
  qd_content_lines_clear (&reader->lines);
}

static gboolean
fail (const char *message,
      GError    **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, message);

  return FALSE;
}

static guint
count_lines (const char *data,
             const char *end)
{
  guint n_lines = 1;

  for (const char *c = data; c < end; c++)
    n_lines += *c == '\n';

  return n_lines;
}

/* What is often taken for a calendar file, and is none */
static gboolean
check_bytes (const char *data,
             gsize       size,
             GError    **error)
{
  const char *nul;
  gsize       blank = 0;

  while (blank < size && g_ascii_isspace (data[blank]))
    blank++;

  if (blank == size)
    return fail (_ ("The file is empty, so nothing was read"), error);

  if (size >= 5 && memcmp (data, "%PDF-", 5) == 0)
    return fail (_ ("The file is a PDF rather than a calendar, so nothing was read"), error);

  if (data[blank] == '<')
    return fail (_ ("The file is a web page rather than a calendar, perhaps one that asks to sign in, so nothing was read"),
                 error);

  if ((nul = memchr (data, '\0', size)) != NULL)
    return qd_content_line_fail (count_lines (data, nul), error, _ ("it has a NUL character, which no text has"));

  return TRUE;
}

static gboolean
begin (Reader  *reader,
       GError **error)
{
  g_autofree char *name = qd_content_lines_dup_value (&reader->lines);

  if (reader->depth == 0 && !g_str_equal (name, "VCALENDAR"))
    return qd_content_line_fail (reader->lines.line, error, _ ("this is in no calendar"));

  if (reader->depth == MAX_DEPTH)
    return qd_content_line_fail (
        reader->lines.line, error, _ ("components are more than %d inside one another"), MAX_DEPTH);

  if (reader->depth == 0)
    g_clear_pointer (&reader->zone, g_time_zone_unref);

  if (reader->depth == 1 && g_str_equal (name, "VEVENT"))
    {
      if (reader->events->len >= QD_HOLIDAY_FILE_MAX_ENTRIES)
        return qd_content_line_fail (
            reader->lines.line, error, _ ("there are more than %d events"), QD_HOLIDAY_FILE_MAX_ENTRIES);

      reader->event = qd_holiday_event_new (reader->lines.line, reader->zone);
    }

  reader->open[reader->depth++] = (Open){ g_steal_pointer (&name), reader->lines.line };

  return TRUE;
}

static gboolean
end (Reader  *reader,
     GError **error)
{
  g_autofree char *name = qd_content_lines_dup_value (&reader->lines);
  Open            *open;

  if (reader->depth == 0)
    return qd_content_line_fail (reader->lines.line, error, _ ("this ends what has not begun"));

  open = &reader->open[reader->depth - 1];

  if (!g_str_equal (open->name, name))
    return qd_content_line_fail (
        reader->lines.line, error, _ ("another component ends than the one of line %u"), open->line);

  if (reader->depth == 2 && reader->event != NULL)
    {
      if (!qd_holiday_event_finish (reader->event, error))
        return FALSE;

      g_ptr_array_add (reader->events, g_steal_pointer (&reader->event));
    }

  g_clear_pointer (&open->name, g_free);
  reader->depth--;

  return TRUE;
}

/* A name for the zone of the calendar is no part of RFC 5545, but of what most programs write. */
static void
read_calendar_zone (Reader *reader)
{
  const char *name = strchr (reader->lines.text->str, ':') + 1;

  g_clear_pointer (&reader->zone, g_time_zone_unref);
  reader->zone = qd_holiday_event_find_zone (name);
}

static gboolean
read_line (Reader  *reader,
           GError **error)
{
  if (qd_content_lines_has_name (&reader->lines, "BEGIN"))
    return begin (reader, error);

  if (qd_content_lines_has_name (&reader->lines, "END"))
    return end (reader, error);

  if (reader->depth == 0)
    return qd_content_line_fail (reader->lines.line, error, _ ("this is in no calendar"));

  if (reader->depth == 1 && g_ascii_strncasecmp (reader->lines.text->str, "X-WR-TIMEZONE:", 14) == 0)
    read_calendar_zone (reader);
  else if (reader->depth == 2 && reader->event != NULL)
    return qd_holiday_event_read (reader->event, &reader->lines, error);

  return TRUE;
}

static gboolean
read_lines (Reader  *reader,
            GError **error)
{
  gboolean is_first = TRUE;

  while (qd_content_lines_next (&reader->lines))
    {
      if (is_first && g_ascii_strcasecmp (reader->lines.text->str, "BEGIN:VCALENDAR") != 0)
        return fail (_ ("The file does not begin with “BEGIN:VCALENDAR” as a calendar does, so nothing was read"), error);

      if (!read_line (reader, error))
        return FALSE;

      is_first = FALSE;
    }

  if (reader->depth > 0)
    {
      g_set_error (error,
                   G_IO_ERROR,
                   G_IO_ERROR_INVALID_DATA,
                   _ ("The file ends within what begins in line %u, so it may not be whole; nothing was read"),
                   reader->open[reader->depth - 1].line);
      return FALSE;
    }

  if (reader->events->len == 0)
    return fail (_ ("The calendar has no events, so nothing was read"), error);

  return TRUE;
}

/* An event that changes one time of another stands beside it, with the same UID. */
static void
apply_changes (GPtrArray *events)
{
  g_autoptr(GHashTable) by_uid =
                g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);

  for (guint i = 0; i < events->len; i++)
    {
      QdHolidayEvent *event = g_ptr_array_index (events, i);
      const char     *uid = qd_holiday_event_get_uid (event);
      GPtrArray      *same = uid != NULL ? g_hash_table_lookup (by_uid, uid) : NULL;

      if (uid == NULL || qd_holiday_event_is_change (event))
        continue;

      if (same == NULL)
        g_hash_table_insert (by_uid, (char *)uid, same = g_ptr_array_new ());

      g_ptr_array_add (same, event);
    }

  for (guint i = 0; i < events->len; i++)
    {
      QdHolidayEvent *event = g_ptr_array_index (events, i);
      const char     *uid = qd_holiday_event_get_uid (event);
      GPtrArray      *same = uid != NULL ? g_hash_table_lookup (by_uid, uid) : NULL;

      if (same == NULL || !qd_holiday_event_is_change (event))
        continue;

      for (guint j = 0; j < same->len; j++)
        qd_holiday_event_remove (g_ptr_array_index (same, j), event);
    }
}

static void
entry_free (QdHolidayEntry *entry)
{
  if (entry == NULL)
    return;

  g_free (entry->name);
  g_free (entry);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const QdHolidayEntry *first = *(const QdHolidayEntry *const *)a, *second = *(const QdHolidayEntry *const *)b;

  if (first->first != second->first)
    return first->first < second->first ? -1 : 1;

  if (first->last != second->last)
    return first->last < second->last ? -1 : 1;

  return strcmp (first->name, second->name);
}

static GPtrArray *
drop_same (GPtrArray *entries)
{
  GPtrArray *different = g_ptr_array_new_full (entries->len, (GDestroyNotify)entry_free);

  g_ptr_array_sort (entries, compare_entries);

  for (guint i = 0; i < entries->len; i++)
    {
      QdHolidayEntry **entry = (QdHolidayEntry **)&g_ptr_array_index (entries, i);

      if (different->len == 0 || compare_entries (&g_ptr_array_index (different, different->len - 1), entry) != 0)
        g_ptr_array_add (different, g_steal_pointer (entry));
    }

  return different;
}

/* Returns: (transfer full) (nullable): the entries, in order */
static GPtrArray *
expand (GPtrArray *events,
        int        first_day,
        int        last_day,
        GError   **error)
{
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify)entry_free);
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (QdDaySpan));
  int effort = QD_EVENT_RULE_MAX_EFFORT;

  for (guint i = 0; i < events->len; i++)
    {
      QdHolidayEvent *event = g_ptr_array_index (events, i);

      g_array_set_size (spans, 0);

      if (!qd_holiday_event_expand (event, first_day, last_day, &effort, spans, error))
        return NULL;

      if (entries->len + spans->len > QD_HOLIDAY_FILE_MAX_ENTRIES)
        {
          g_set_error (error,
                       G_IO_ERROR,
                       G_IO_ERROR_INVALID_DATA,
                       _ ("The calendar has more than %d holidays in these years, so nothing was read"),
                       QD_HOLIDAY_FILE_MAX_ENTRIES);
          return NULL;
        }

      for (guint j = 0; j < spans->len; j++)
        {
          QdHolidayEntry *entry = g_new (QdHolidayEntry, 1);

          *entry = (QdHolidayEntry){ .name = g_strdup (qd_holiday_event_get_name (event)),
                                     .first = g_array_index (spans, QdDaySpan, j).first,
                                     .last = g_array_index (spans, QdDaySpan, j).last };
          g_ptr_array_add (entries, entry);
        }
    }

  return drop_same (entries);
}

/**
 * qd_holiday_file_read:
 * @bytes: an iCalendar file (RFC 5545), of one calendar or more
 * @last_day: included
 *
 * Every event counts as a holiday, on all the days that it touches; what else
 * there is, such as tasks, is passed over. The end of an event is not a part of
 * it. Entries are those that touch a day from @first_day to @last_day; of the
 * same name and days there is one.
 *
 * Returns: (transfer full) (element-type QdHolidayEntry) (nullable): by day; none
 *   where all events are on other days
 */
GPtrArray *
qd_holiday_file_read (GBytes  *bytes,
                      int      first_day,
                      int      last_day,
                      GError **error)
{
  gsize       size;
  const char *data = g_bytes_get_data (bytes, &size);
  Reader      reader = { 0 };
  GPtrArray  *entries = NULL;

  g_return_val_if_fail (qd_day_is_sensible (first_day) && qd_day_is_sensible (last_day), NULL);

  if (size > QD_HOLIDAY_FILE_MAX_BYTES)
    {
      g_set_error (error,
                   G_IO_ERROR,
                   G_IO_ERROR_INVALID_DATA,
                   _ ("The file is larger than %d MB, so it was not read"),
                   QD_HOLIDAY_FILE_MAX_BYTES / 1024 / 1024);
      return NULL;
    }

  if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      size -= 3;
    }

  if (!check_bytes (data, size, error))
    return NULL;

  qd_content_lines_init (&reader.lines, data, size);
  reader.events = g_ptr_array_new_with_free_func ((GDestroyNotify)qd_holiday_event_free);

  if (read_lines (&reader, error))
    {
      apply_changes (reader.events);
      entries = expand (reader.events, first_day, last_day, error);
    }

  reader_clear (&reader);

  return entries;
}
