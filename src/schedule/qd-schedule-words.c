/* qd-schedule-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-schedule-words"

#include "qd-schedule-words.h"

#include <glib/gi18n.h>

#include "qd-quote.h"

/* Of a circle of more tasks than this, only the first and the last are named. */
#define MAX_NAMED 8

static const char *const nicks[] = { "late", "fixed", "actual", "no-work", "cycle", "summary", "not-fixed" };

/* Returns: (transfer none): its name for a program */
const char *
qd_schedule_finding_get_nick (QdScheduleFindingKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (nicks), NULL);

  return nicks[kind];
}

static char *
dup_title (const QdScheduleSpeaker *speaker,
           guint                    task)
{
  return qd_quote (speaker->get_title (task, speaker->data));
}

/* What a link or a summary wants, where something else keeps it. */
static char *
dup_wanted_words (QdSchedule              *schedule,
                  const QdScheduleFinding *finding,
                  const QdScheduleSpeaker *speaker,
                  const char              *by_link,
                  const char              *by_summary)
{
  QdScheduleDates  dates = qd_schedule_get_dates (schedule, finding->task);
  g_autofree char *title = dup_title (speaker, finding->task);
  g_autofree char *start = speaker->dup_minute (dates.start, speaker->data);
  g_autofree char *wanted = speaker->dup_minute (finding->wanted, speaker->data);
  g_autofree char *other = NULL;

  if (finding->link < 0)
    return g_strdup_printf (by_summary, title, start, wanted);

  other = dup_title (speaker, qd_schedule_get_link (schedule, finding->link)->from);

  return g_strdup_printf (by_link, title, start, other, wanted);
}

static char *
dup_date_words (QdSchedule              *schedule,
                const QdScheduleFinding *finding,
                const QdScheduleSpeaker *speaker,
                const char              *format,
                QdMinute                 minute)
{
  g_autofree char *title = dup_title (speaker, finding->task);
  g_autofree char *wanted = speaker->dup_minute (finding->wanted, speaker->data);
  g_autofree char *is = speaker->dup_minute (minute, speaker->data);

  return g_strdup_printf (format, title, wanted, is);
}

/**
 * qd_schedule_finding_dup_words:
 *
 * Returns: (transfer full): a sentence that says what cannot be as it was asked for, and why
 */
char *
qd_schedule_finding_dup_words (QdSchedule              *schedule,
                               const QdScheduleFinding *finding,
                               const QdScheduleSpeaker *speaker)
{
  QdScheduleDates  dates = qd_schedule_get_dates (schedule, finding->task);
  g_autofree char *title = dup_title (speaker, finding->task);
  g_autofree char *other = NULL;

  switch (finding->kind)
    {
    case QD_SCHEDULE_FINDING_LATE:
      return dup_date_words (schedule, finding, speaker, _ ("“%s” is to be finished by %s, and is not before %s."), dates.finish);

    case QD_SCHEDULE_FINDING_FIXED:
      return dup_wanted_words (schedule,
                               finding,
                               speaker,
                               _ ("“%s” is fixed on %s, though “%s” does not let it start before %s."),
                               _ ("“%s” is fixed on %s, though its summary does not let it start before %s."));

    case QD_SCHEDULE_FINDING_ACTUAL:
      return dup_wanted_words (schedule,
                               finding,
                               speaker,
                               _ ("“%s” has begun on %s, though “%s” did not let it start before %s."),
                               _ ("“%s” has begun on %s, though its summary did not let it start before %s."));

    case QD_SCHEDULE_FINDING_NOT_FIXED:
      return dup_date_words (schedule, finding, speaker, _ ("“%s” is fixed on %s, when nobody works on it, and starts on %s."), dates.start);

    case QD_SCHEDULE_FINDING_SUMMARY:
      other = dup_title (speaker, qd_schedule_get_link (schedule, finding->link)->from);
      return g_strdup_printf (_ ("“%s” ends when what it sums up does, so that “%s” cannot hold its end."), title, other);

    case QD_SCHEDULE_FINDING_CYCLE:
      return g_strdup_printf (_ ("“%s” waits for itself."), title);

    case QD_SCHEDULE_FINDING_NO_WORK:
    default:
      return g_strdup_printf (_ ("There is no working time left for “%s”."), title);
    }
}

/**
 * qd_schedule_cycle_dup_words:
 * @cycle: (element-type guint): tasks, as qd_schedule_find_cycle() has them
 *
 * Returns: (transfer full): “A” → “B” → “A”
 */
char *
qd_schedule_cycle_dup_words (GArray             *cycle,
                             QdScheduleTitleFunc get_title,
                             gpointer            data)
{
  g_autoptr(GString) words = g_string_new (NULL);

  for (guint i = 0; i <= cycle->len; i++)
    {
      g_autofree char *title = qd_quote (get_title (g_array_index (cycle, guint, i % cycle->len), data));

      if (cycle->len > MAX_NAMED && i >= MAX_NAMED - 2 && i < cycle->len - 1)
        {
          if (i == MAX_NAMED - 2)
            g_string_append (words, " → …");

          continue;
        }

      g_string_append_printf (words, "%s“%s”", i > 0 ? " → " : "", title);
    }

  return g_string_free_and_steal (g_steal_pointer (&words));
}
