/* qd-ics.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-ics"

#include <glib/gi18n.h>

#include "qd-ics-lines.h"
#include "qd-plan-writers.h"
#include "qd-record-json.h"

/*
 * The appointments of a plan as iCalendar, RFC 5545. What has a time is in UTC
 * where the zone of the plan’s clock is known, so that no description of the zone
 * is needed and every reader has the same instant; where it is not, it is the
 * time on the reader’s own clock. Whole days are days, in every zone.
 */

static void
append_day (GString    *ics,
            const char *name,
            int         day)
{
  g_autofree char *line = NULL;
  int              year, month, day_of_month;

  qd_day_get_ymd (day, &year, &month, &day_of_month);
  line = g_strdup_printf ("%s;VALUE=DATE:%04d%02d%02d", name, year, month, day_of_month);
  qd_ics_append_line (ics, line);
}

static void
append_minute (GString    *ics,
               const char *name,
               QdMinute    minute,
               GTimeZone  *clock)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *line = NULL;
  int              year, month, day_of_month;

  if (clock != NULL)
    minute = qd_minute_convert (minute, clock, utc);

  qd_day_get_ymd (qd_minute_get_day (minute), &year, &month, &day_of_month);
  line = g_strdup_printf ("%s:%04d%02d%02dT%02d%02d00%s",
                          name,
                          year,
                          month,
                          day_of_month,
                          qd_minute_get_time (minute) / 60,
                          qd_minute_get_time (minute) % 60,
                          clock != NULL ? "Z" : "");
  qd_ics_append_line (ics, line);
}

static void
append_when (GString             *ics,
             const QdPlanOutline *outline,
             guint                index)
{
  const QdOutlineTask *task = qd_plan_outline_get_task (outline, index);
  QdMinuteSpan         span = { 0 };
  int                  first, last;

  qd_plan_outline_get_span (outline, index, &span);

  if (!task->summary && qd_plan_outline_has_time (task))
    {
      append_minute (ics, "DTSTART", span.from, outline->clock);

      if (span.until > span.from)
        append_minute (ics, "DTEND", span.until, outline->clock);

      return;
    }

  qd_plan_outline_get_days (outline, index, &first, &last);
  append_day (ics, "DTSTART", first);
  append_day (ics, "DTEND", last + 1);
}

static void
append_fact (GString    *text,
             const char *label,
             const char *value)
{
  if (value != NULL)
    /* Translators: what it is, and its value: “Owner: Maren Okafor” */
    g_string_append_printf (text, _ ("%1$s: %2$s\n"), label, value);
}

static void
append_description (GString             *ics,
                    const QdPlanOutline *outline,
                    const QdOutlineTask *task)
{
  g_autoptr(GString) text = g_string_new (task->notes);

  if (text->len > 0)
    g_string_append (text, "\n\n");

  append_fact (text, _ ("Plan"), outline->name);
  append_fact (text, _ ("Account"), outline->customer);
  append_fact (text, _ ("Owner"), task->owner);
  append_fact (text, _ ("Customer Owner"), task->customer_owner);
  g_string_truncate (text, text->len - 1);
  qd_ics_append_text (ics, "DESCRIPTION", text->str);
}

static void
append_categories (GString             *ics,
                   const QdPlanOutline *outline,
                   const QdOutlineTask *task)
{
  g_autofree char *kind = qd_ics_escape (qd_nicks_get_label (qd_task_kinds, task->kind));
  g_autofree char *phase =
      task->phase >= 0 ? qd_ics_escape (qd_plan_outline_get_phase (outline, task->phase)->name) : NULL;
  g_autofree char *line =
      g_strdup_printf ("CATEGORIES:%s%s%s", kind, phase != NULL ? "," : "", phase != NULL ? phase : "");

  qd_ics_append_line (ics, line);
}

static void
append_alarm (GString    *ics,
              const char *trigger,
              const char *title)
{
  g_autofree char *line = g_strdup_printf ("TRIGGER:%s", trigger);

  qd_ics_append_line (ics, "BEGIN:VALARM");
  qd_ics_append_line (ics, "ACTION:DISPLAY");
  qd_ics_append_text (ics, "DESCRIPTION", title);
  qd_ics_append_line (ics, line);
  qd_ics_append_line (ics, "END:VALARM");
}

/* A day and an hour before a workshop, a day before a milestone. An hour before a whole day is the night before, and
 * reminds nobody. */
static void
append_alarms (GString             *ics,
               const QdOutlineTask *task)
{
  if (task->kind == QD_TASK_KIND_WORKSHOP || task->kind == QD_TASK_KIND_MILESTONE)
    append_alarm (ics, "-P1D", task->title);

  if (task->kind == QD_TASK_KIND_WORKSHOP && qd_plan_outline_has_time (task))
    append_alarm (ics, "-PT1H", task->title);
}

static void
append_event (GString                *ics,
              const QdPlanOutline    *outline,
              const QdOutlineOptions *options,
              guint                   index)
{
  const QdOutlineTask *task = qd_plan_outline_get_task (outline, index);
  g_autofree char     *id = qd_record_format_id (task->id);
  g_autofree char     *uid = g_strdup_printf ("UID:%s@quarterdeck", id);
  gboolean             meeting = task->kind == QD_TASK_KIND_WORKSHOP || task->kind == QD_TASK_KIND_CALL;

  qd_ics_append_line (ics, "BEGIN:VEVENT");
  qd_ics_append_line (ics, uid);
  qd_ics_append_stamp (ics, options->stamp);
  append_when (ics, outline, index);
  qd_ics_append_text (ics, "SUMMARY", task->title);
  append_description (ics, outline, task);
  append_categories (ics, outline, task);
  qd_ics_append_line (ics, "STATUS:CONFIRMED");
  qd_ics_append_line (ics, meeting && qd_plan_outline_has_time (task) ? "TRANSP:OPAQUE" : "TRANSP:TRANSPARENT");

  if (!options->no_alarms)
    append_alarms (ics, task);

  qd_ics_append_line (ics, "END:VEVENT");
}

/* Whether a task is in a calendar: those that people meet for or look forward to, unless all are asked for. */
gboolean
qd_ics_has_task (const QdPlanOutline    *outline,
                 const QdOutlineOptions *options,
                 guint                   index)
{
  QdMinuteSpan span;

  return (options->all_tasks || qd_plan_outline_get_task (outline, index)->kind != QD_TASK_KIND_TASK) &&
         qd_plan_outline_get_span (outline, index, &span);
}

/* Returns: (transfer full): a calendar */
GBytes *
qd_ics_write (const QdPlanOutline    *outline,
              const QdOutlineOptions *options)
{
  g_autoptr(GString) ics = g_string_new (NULL);
  g_autofree char *name = g_strdup_printf ("%s – %s", outline->customer, outline->name);

  qd_ics_begin (ics, name);

  for (guint i = 0; i < outline->tasks->len; i++)
    {
      if (qd_ics_has_task (outline, options, i))
        append_event (ics, outline, options, i);
    }

  qd_ics_append_line (ics, "END:VCALENDAR");

  return g_string_free_to_bytes (g_steal_pointer (&ics));
}
