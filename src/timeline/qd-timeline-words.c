/* qd-timeline-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-timeline-words"

#include "qd-timeline-words.h"

#include <glib/gi18n.h>

#include "qd-day-words.h"
#include "qd-duration.h"
#include "qd-time-axis.h"

/* More than that nobody listens to. */
#define MOST_PREDECESSORS 4

static void
add_part (GString    *words,
          const char *part)
{
  if (part == NULL || part[0] == '\0')
    return;

  if (words->len > 0)
    g_string_append (words, " · ");

  g_string_append (words, part);
}

static void
take_part (GString *words,
           char    *part)
{
  add_part (words, part);
  g_free (part);
}

/* Whether it begins with its first day's work and ends with its last day's. */
static gboolean
is_whole_days (QdTask          *task,
               QdPlanCalendars *calendars,
               QdMinute         start,
               QdMinute         finish)
{
  QdWorkTime *time = qd_task_get_work_time (task, calendars);
  int         first = qd_minute_get_day (start), last = qd_minute_get_day (finish - 1);

  if (qd_task_is_meeting (task))
    return task->start_time == QD_INTEGER_NONE;

  /* A milestone is on its day as long as nobody said when. */
  return (task->kind == QD_TASK_KIND_MILESTONE || start == qd_work_time_next (time, qd_minute_from_day (first)) ||
          !qd_work_time_is_working_day (time, first)) &&
         (finish == qd_work_time_previous (time, qd_minute_from_day (last + 1)) ||
          !qd_work_time_is_working_day (time, last));
}

static char *
dup_minute (QdMinute minute,
            gboolean whole,
            gboolean is_end,
            int      today)
{
  int              day = qd_minute_get_day (is_end ? minute - 1 : minute);
  g_autofree char *words = qd_day_dup_short (day, today);
  g_autofree char *time = NULL;

  if (whole)
    return g_steal_pointer (&words);

  time = qd_time_dup_words (minute - qd_minute_from_day (day));

  /* Translators: a day and a time of it: “Wed 3 Jun, 14:00” */
  return g_strdup_printf (C_ ("timeline", "%1$s, %2$s"), words, time);
}

/**
 * qd_timeline_dup_span_words:
 * @task: may be a draft
 * @start: when it starts
 *
 * From when until when, and how long that is: “Wed 3 Jun – Fri 5 Jun · 3 d”
 */
char *
qd_timeline_dup_span_words (QdTask          *task,
                            QdPlanCalendars *calendars,
                            QdMinute         start,
                            QdMinute         finish,
                            int              today)
{
  QdWorkTime      *time = qd_task_get_work_time (task, calendars);
  gboolean         whole;
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;
  g_autofree char *length = NULL;

  if (start == QD_MINUTE_NONE || finish == QD_MINUTE_NONE)
    return g_strdup (_ ("No day yet"));

  whole = is_whole_days (task, calendars, start, finish);

  if (task->kind == QD_TASK_KIND_MILESTONE)
    return dup_minute (finish, whole, TRUE, today);

  from = dup_minute (start, whole, FALSE, today);
  length = qd_duration_dup_words (qd_work_time_count (time, finish) - qd_work_time_count (time, start));

  if (qd_minute_get_day (start) == qd_minute_get_day (finish - 1))
    {
      if (whole)
        return g_strdup_printf (C_ ("timeline", "%1$s · %2$s"), from, length);

      until = qd_time_dup_words (finish - qd_minute_from_day (qd_minute_get_day (finish - 1)));
    }
  else
    {
      until = dup_minute (finish, whole, TRUE, today);
    }

  /* Translators: from %1$s until %2$s, which is so long: “Wed 3 Jun – Fri 5 Jun · 3 d” */
  return g_strdup_printf (C_ ("timeline", "%1$s – %2$s · %3$s"), from, until, length);
}

/* How much later it may end: “2 d”; that it is critical, or by how much it is too late */
char *
qd_timeline_dup_float_words (QdPlanNetwork *network,
                             guint          row)
{
  QdSchedule      *schedule = qd_plan_network_get_schedule (network);
  int              minutes = qd_schedule_get_total_float (schedule, row);
  g_autofree char *length = NULL;

  if (minutes >= 0)
    return qd_duration_dup_words (minutes);

  length = qd_duration_dup_words (-minutes);

  return g_strdup_printf ("−%s", length);
}

static char *
dup_wanted (const QdScheduleFinding *finding,
            gboolean                 is_end,
            int                      today)
{
  return qd_day_dup_short (qd_minute_get_day (is_end ? finding->wanted - 1 : finding->wanted), today);
}

/* What cannot be as it was asked for, as a sentence. */
char *
qd_timeline_dup_finding_words (QdPlanNetwork           *network,
                               const QdScheduleFinding *finding,
                               int                      today)
{
  const char      *title = qd_plan_network_get_task (network, finding->task)->title;
  QdSchedule      *schedule = qd_plan_network_get_schedule (network);
  g_autofree char *day = NULL;
  const char      *other = "";

  if (finding->link >= 0)
    other = qd_plan_network_get_task (network, qd_schedule_get_link (schedule, finding->link)->from)->title;

  switch (finding->kind)
    {
    case QD_SCHEDULE_FINDING_LATE:
      day = dup_wanted (finding, TRUE, today);
      return g_strdup_printf (_ ("“%1$s” ends after %2$s, by which it is to be finished"), title, day);

    case QD_SCHEDULE_FINDING_FIXED:
      day = dup_wanted (finding, FALSE, today);
      return g_strdup_printf (_ ("“%1$s” is fixed before %2$s, until when “%3$s” takes"), title, day, other);

    case QD_SCHEDULE_FINDING_ACTUAL:
      return g_strdup_printf (_ ("“%1$s” has begun, though it waits for “%2$s”"), title, other);

    case QD_SCHEDULE_FINDING_NO_WORK:
      return g_strdup_printf (_ ("There is no working time for “%s”: look at its calendar"), title);

    case QD_SCHEDULE_FINDING_CYCLE:
      return g_strdup_printf (_ ("“%s” waits for itself, so one of its links is not counted"), title);

    case QD_SCHEDULE_FINDING_NOT_FIXED:
      day = dup_wanted (finding, FALSE, today);
      return g_strdup_printf (_ ("“%1$s” is fixed on %2$s, and does not start then"), title, day);

    case QD_SCHEDULE_FINDING_SUMMARY:
    default:
      return g_strdup_printf (_ ("A link holds the end of “%s”, which follows from its tasks; it is not counted"), title);
    }
}

static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer      tree)
{
  guint first = qd_task_tree_get_place (tree, *(const guint *)a);
  guint second = qd_task_tree_get_place (tree, *(const guint *)b);

  return (first > second) - (first < second);
}

/* In the order of the plan, as far as anybody listens */
static char *
dup_predecessors (QdTimelineModel     *model,
                  const QdTimelineRow *row)
{
  QdPlanNetwork *network = qd_plan_schedule_get_network (qd_timeline_model_get_schedule (model, row->source));
  g_autoptr(GString) words = g_string_new (NULL);
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  guint        n_links;
  const guint *links = qd_plan_network_get_links_of (network, row->task, &n_links);

  for (guint i = 0; i < n_links; i++)
    {
      const QdScheduleLink *link = qd_schedule_get_link (qd_plan_network_get_schedule (network), links[i]);

      if (link->to == (guint)row->task)
        g_array_append_vals (found, &link->from, 1);
    }

  if (found->len == 0)
    return NULL;

  g_array_sort_with_data (found, compare_places, qd_timeline_model_get_tree (model, row->source));

  for (guint i = 0; i < MIN (found->len, MOST_PREDECESSORS); i++)
    g_string_append_printf (words,
                            "%s“%s”",
                            i > 0 ? ", " : "",
                            qd_plan_network_get_task (network, g_array_index (found, guint, i))->title);

  if (found->len > MOST_PREDECESSORS)
    g_string_append_printf (words,
                            ngettext (" and %u more", " and %u more", found->len - MOST_PREDECESSORS),
                            found->len - MOST_PREDECESSORS);

  return g_strdup_printf (_ ("waits for %s"), words->str);
}

static void
add_state (GString               *words,
           const QdTimelineFacts *facts)
{
  if (facts->done)
    add_part (words, _ ("done"));
  else if (!facts->milestone)
    take_part (words, g_strdup_printf (_ ("%d %% done"), facts->progress));

  if (facts->late)
    add_part (words, _ ("late"));

  if (facts->critical && !facts->done)
    add_part (words, _ ("critical"));
}

/* Dates, progress, state and what it waits for: what a tooltip shows and a screen reader says after the title */
char *
qd_timeline_dup_row_words (QdTimelineModel *model,
                           guint            position)
{
  const QdTimelineRow *row = qd_timeline_model_get_row (model, position);
  int                  today = qd_timeline_model_get_today (model);
  g_autoptr(GString) words = g_string_new (NULL);
  QdTimelineFacts facts;

  qd_timeline_model_get_facts (model, position, &facts);

  if (facts.task != NULL)
    {
      QdPlanSchedule *schedule = qd_timeline_model_get_schedule (model, row->source);

      take_part (words,
                 qd_timeline_dup_span_words (
                     facts.task, qd_plan_schedule_get_calendars (schedule), facts.start, facts.finish, today));
    }
  else if (facts.start != QD_MINUTE_NONE)
    {
      g_autofree char *from = qd_day_dup_short (qd_minute_get_day (facts.start), today);
      g_autofree char *until = qd_day_dup_short (qd_minute_get_day (facts.finish - 1), today);

      take_part (words, g_strdup_printf (C_ ("timeline", "%1$s – %2$s"), from, until));
    }

  add_state (words, &facts);

  if (facts.task != NULL && facts.start != QD_MINUTE_NONE && facts.total_float > 0 && !facts.done && !facts.summary)
    {
      g_autofree char *length = qd_duration_dup_words (facts.total_float);

      take_part (words, g_strdup_printf (_ ("float %s"), length));
    }

  if (facts.task != NULL)
    take_part (words, dup_predecessors (model, row));

  return g_string_free_and_steal (g_steal_pointer (&words));
}

/* What a link says: “Build” starts when “Design” is finished, and 2 d more */
static char *
dup_link_sentence (QdLinkKind  kind,
                   const char *from,
                   const char *to,
                   int         lag,
                   gboolean    elapsed)
{
  static const char *const sentences[] = {
    /* Translators: %1$s is the task that waits, %2$s the one it waits for */
    [QD_LINK_KIND_FINISH_START] = N_ ("“%1$s” starts when “%2$s” is finished"),
    [QD_LINK_KIND_START_START] = N_ ("“%1$s” starts when “%2$s” has started"),
    [QD_LINK_KIND_FINISH_FINISH] = N_ ("“%1$s” is finished when “%2$s” is finished"),
    [QD_LINK_KIND_START_FINISH] = N_ ("“%1$s” is finished when “%2$s” has started"),
  };
  g_autofree char *sentence = g_strdup_printf (_ (sentences[kind]), to, from);
  g_autofree char *length = elapsed ? qd_duration_dup_elapsed_words (ABS (lag)) : qd_duration_dup_words (ABS (lag));

  if (lag > 0)
    /* Translators: %1$s says what waits for what, %2$s is a duration */
    return g_strdup_printf (_ ("%1$s, and %2$s more"), sentence, length);

  if (lag < 0)
    /* Translators: %1$s says what waits for what, %2$s is a duration */
    return g_strdup_printf (_ ("%1$s, less %2$s"), sentence, length);

  return g_steal_pointer (&sentence);
}

char *
qd_timeline_dup_link_words (QdTimelineModel *model,
                            guint            source,
                            guint            link)
{
  QdPlanNetwork        *network = qd_plan_schedule_get_network (qd_timeline_model_get_schedule (model, source));
  const QdScheduleLink *edge = qd_schedule_get_link (qd_plan_network_get_schedule (network), link);

  return dup_link_sentence (edge->kind,
                            qd_plan_network_get_task (network, edge->from)->title,
                            qd_plan_network_get_task (network, edge->to)->title,
                            edge->lag,
                            edge->elapsed);
}

static gboolean
is_linked (QdPlanNetwork *network,
           guint          from,
           guint          to)
{
  guint        n_links;
  const guint *links = qd_plan_network_get_links_of (network, from, &n_links);

  for (guint i = 0; i < n_links; i++)
    {
      const QdScheduleLink *link = qd_schedule_get_link (qd_plan_network_get_schedule (network), links[i]);

      if (link->from == from && link->to == to)
        return TRUE;
    }

  return FALSE;
}

/**
 * qd_timeline_dup_link_trial_words:
 * @to_end: whether it is the end of @to that would wait
 * @refused: (out): whether it cannot be
 *
 * What it would mean that @to waits for @from, both tasks, or why it cannot.
 */
char *
qd_timeline_dup_link_trial_words (QdTimelineModel     *model,
                                  const QdTimelineRow *from,
                                  const QdTimelineRow *to,
                                  gboolean             to_end,
                                  gboolean            *refused)
{
  QdPlanNetwork *network = qd_plan_schedule_get_network (qd_timeline_model_get_schedule (model, from->source));
  g_autoptr(GArray) path = NULL;

  *refused = TRUE;

  if (from->source != to->source)
    return g_strdup (_ ("Only tasks of one plan can wait for each other"));

  if (is_linked (network, from->task, to->task))
    return g_strdup (_ ("They are linked already"));

  path = qd_schedule_find_path (qd_plan_network_get_schedule (network), to->task, from->task);

  if (path != NULL && path->len > 0)
    return g_strdup_printf (_ ("“%s” would wait for itself"), qd_plan_network_get_task (network, to->task)->title);

  *refused = FALSE;

  return dup_link_sentence (to_end ? QD_LINK_KIND_FINISH_FINISH : QD_LINK_KIND_FINISH_START,
                            qd_plan_network_get_task (network, from->task)->title,
                            qd_plan_network_get_task (network, to->task)->title,
                            0,
                            FALSE);
}

/* Where it stands among the rows: “row 4 of 20” */
char *
qd_timeline_dup_place_words (QdTimelineModel *model,
                             guint            position)
{
  return g_strdup_printf (_ ("row %1$u of %2$u"), position + 1, qd_timeline_model_get_n_rows (model));
}

/* What a band is called, and when: “Change freeze · Mon 14 Dec – Fri 8 Jan · the customer’s” */
char *
qd_timeline_dup_band_words (const QdCalendarBand *band,
                            int                   today)
{
  int              first = qd_minute_get_day (band->span.from), last = qd_minute_get_day (band->span.until - 1);
  gboolean         whole = qd_minute_get_time (band->span.from) == 0 && qd_minute_get_time (band->span.until) == 0;
  g_autofree char *from = dup_minute (band->span.from, whole, FALSE, today);
  g_autofree char *until = NULL;
  g_autoptr(GString) words = g_string_new (band->name);

  add_part (words, _ (qd_closure_kinds[band->kind].label));

  if (whole && first == last)
    {
      add_part (words, from);
    }
  else
    {
      until = first == last ? qd_time_dup_words (band->span.until - qd_minute_from_day (last))
                            : dup_minute (band->span.until, whole, TRUE, today);
      take_part (words, g_strdup_printf (C_ ("timeline", "%1$s – %2$s"), from, until));
    }

  add_part (words, band->side == QD_CALENDAR_SIDE_OURS ? _ ("ours") : _ ("the customer’s"));

  return g_string_free_and_steal (g_steal_pointer (&words));
}
