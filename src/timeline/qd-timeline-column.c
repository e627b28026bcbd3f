/* qd-timeline-column.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-timeline-column"

#include "qd-timeline-column.h"

#include <glib/gi18n.h>

#include "qd-day-parse.h"
#include "qd-day-words.h"
#include "qd-duration.h"
#include "qd-task-edits.h"
#include "qd-task-moves.h"
#include "qd-timeline-edits.h"
#include "qd-timeline-words.h"

static const struct
{
  const char *nick;
  const char *title;
  int         width; /* in pixels, at first */
} columns[QD_TIMELINE_N_COLUMNS] = {
  /* Translators: the number of a row, by which others name it */
  [QD_TIMELINE_COLUMN_NUMBER] = { "number", N_ ("No."), 44 },
  [QD_TIMELINE_COLUMN_TITLE] = { "title", N_ ("Title"), 240 },
  [QD_TIMELINE_COLUMN_OWNER] = { "owner", N_ ("Owner"), 110 },
  [QD_TIMELINE_COLUMN_START] = { "start", N_ ("Start"), 96 },
  [QD_TIMELINE_COLUMN_END] = { "end", N_ ("End"), 108 },
  [QD_TIMELINE_COLUMN_DURATION] = { "duration", N_ ("Duration"), 80 },
  [QD_TIMELINE_COLUMN_PROGRESS] = { "progress", N_ ("Progress"), 72 },
  [QD_TIMELINE_COLUMN_FLOAT] = { "float", N_ ("Float"), 70 },
  [QD_TIMELINE_COLUMN_PREDECESSORS] = { "predecessors", N_ ("Predecessors"), 120 },
  [QD_TIMELINE_COLUMN_BASELINE] = { "baseline", N_ ("Baseline End"), 104 },
  [QD_TIMELINE_COLUMN_MOVED] = { "moved", N_ ("Moved"), 70 },
};

/* As the saved layouts call it */
const char *
qd_timeline_column_get_nick (QdTimelineColumn column)
{
  return columns[column].nick;
}

const char *
qd_timeline_column_get_title (QdTimelineColumn column)
{
  return _ (columns[column].title);
}

int
qd_timeline_column_get_width (QdTimelineColumn column)
{
  return columns[column].width;
}

/* Whether it stands at the right, one figure below the other. */
gboolean
qd_timeline_column_is_number (QdTimelineColumn column)
{
  return column == QD_TIMELINE_COLUMN_NUMBER || column == QD_TIMELINE_COLUMN_DURATION ||
         column == QD_TIMELINE_COLUMN_PROGRESS || column == QD_TIMELINE_COLUMN_FLOAT ||
         column == QD_TIMELINE_COLUMN_MOVED;
}

static QdPlanNetwork *
get_network (QdTimelineModel *model,
             guint            position)
{
  return qd_plan_schedule_get_network (
      qd_timeline_model_get_schedule (model, qd_timeline_model_get_row (model, position)->source));
}

static char *
dup_duration (QdTimelineModel       *model,
              guint                  position,
              const QdTimelineFacts *facts)
{
  QdWorkTime *time;

  if (facts->task == NULL || facts->start == QD_MINUTE_NONE || facts->milestone)
    return facts->task != NULL && facts->task->duration > 0 ? qd_duration_dup_words (facts->task->duration)
                                                            : g_strdup ("");

  if (!facts->summary)
    return qd_duration_dup_words (
        qd_task_get_length (facts->task, qd_plan_network_get_calendars (get_network (model, position))));

  time = qd_task_get_work_time (facts->task, qd_plan_network_get_calendars (get_network (model, position)));

  return qd_duration_dup_words (qd_work_time_count (time, facts->finish) - qd_work_time_count (time, facts->start));
}

static char *
dup_owner (QdTask *task)
{
  if (task == NULL)
    return g_strdup ("");

  if (task->owner != NULL && task->customer_owner != NULL)
    return g_strdup_printf ("%s, %s", task->owner, task->customer_owner);

  return g_strdup (task->owner != NULL ? task->owner : task->customer_owner != NULL ? task->customer_owner
                                                                                    : "");
}

/* How many days later it ends than it was to; less than 0 for earlier. Without a sign for what is where it was */
static char *
dup_moved (const QdTimelineFacts *facts)
{
  int n_days;

  if (facts->baseline_finish == QD_MINUTE_NONE || facts->finish == QD_MINUTE_NONE)
    return g_strdup ("");

  n_days = qd_minute_get_day (facts->finish - 1) - qd_minute_get_day (facts->baseline_finish - 1);

  /* Translators: days later or earlier: “+3 d”, “−2 d” */
  return n_days > 0   ? g_strdup_printf (C_ ("moved", "+%d d"), n_days)
         : n_days < 0 ? g_strdup_printf (C_ ("moved", "−%d d"), -n_days)
                      : g_strdup ("0");
}

static char *
dup_day (QdMinute minute,
         gboolean is_end,
         int      today)
{
  if (minute == QD_MINUTE_NONE)
    return g_strdup ("");

  return qd_day_dup_short (qd_minute_get_day (is_end ? minute - 1 : minute), today);
}

/* Returns: (transfer full): what the cell shows, empty for nothing */
char *
qd_timeline_column_dup_text (QdTimelineColumn column,
                             QdTimelineModel *model,
                             guint            position)
{
  int             today = qd_timeline_model_get_today (model);
  QdTimelineFacts facts;

  qd_timeline_model_get_facts (model, position, &facts);

  switch (column)
    {
    case QD_TIMELINE_COLUMN_NUMBER:
      return facts.number > 0 ? g_strdup_printf ("%u", facts.number) : g_strdup ("");

    case QD_TIMELINE_COLUMN_OWNER:
      return dup_owner (facts.task);

    case QD_TIMELINE_COLUMN_START:
      return dup_day (facts.milestone ? facts.start - 1 : facts.start, FALSE, today);

    case QD_TIMELINE_COLUMN_END:
      return dup_day (facts.finish, TRUE, today);

    case QD_TIMELINE_COLUMN_DURATION:
      return dup_duration (model, position, &facts);

    case QD_TIMELINE_COLUMN_PROGRESS:
      /* Translators: a percentage */
      return facts.milestone && !facts.done ? g_strdup ("") : g_strdup_printf (_ ("%d%%"), facts.progress);

    case QD_TIMELINE_COLUMN_FLOAT:
      return facts.task != NULL && !facts.done && facts.start != QD_MINUTE_NONE
                 ? qd_timeline_dup_float_words (get_network (model, position),
                                                qd_timeline_model_get_row (model, position)->task)
                 : g_strdup ("");

    case QD_TIMELINE_COLUMN_PREDECESSORS:
      return qd_timeline_dup_predecessors (model, position);

    case QD_TIMELINE_COLUMN_BASELINE:
      return dup_day (facts.baseline_finish, TRUE, today);

    case QD_TIMELINE_COLUMN_MOVED:
      return dup_moved (&facts);

    case QD_TIMELINE_COLUMN_TITLE:
    case QD_TIMELINE_N_COLUMNS:
    default:
      return g_strdup (facts.title);
    }
}

/* What a summary has follows from its tasks; what floats follows from the links. */
gboolean
qd_timeline_column_is_editable (QdTimelineColumn column,
                                QdTimelineModel *model,
                                guint            position)
{
  QdTimelineFacts facts;

  qd_timeline_model_get_facts (model, position, &facts);

  if (facts.task == NULL)
    return FALSE;

  switch (column)
    {
    case QD_TIMELINE_COLUMN_TITLE:
    case QD_TIMELINE_COLUMN_OWNER:
    case QD_TIMELINE_COLUMN_PREDECESSORS:
      return TRUE;

    case QD_TIMELINE_COLUMN_START:
    case QD_TIMELINE_COLUMN_END:
    case QD_TIMELINE_COLUMN_PROGRESS:
      return !facts.summary;

    case QD_TIMELINE_COLUMN_DURATION:
      return !facts.summary && !facts.milestone;

    case QD_TIMELINE_COLUMN_NUMBER:
    case QD_TIMELINE_COLUMN_FLOAT:
    case QD_TIMELINE_COLUMN_BASELINE:
    case QD_TIMELINE_COLUMN_MOVED:
    case QD_TIMELINE_N_COLUMNS:
    default:
      return FALSE;
    }
}

/* Returns: (transfer full): the cell as it is edited */
char *
qd_timeline_column_dup_editable (QdTimelineColumn column,
                                 QdTimelineModel *model,
                                 guint            position)
{
  QdTask *task = qd_timeline_model_get_task (model, position);

  switch (column)
    {
    case QD_TIMELINE_COLUMN_START:
      return qd_day_dup_editable (task->kind == QD_TASK_KIND_MILESTONE ? task->due : task->start);

    case QD_TIMELINE_COLUMN_END:
      return qd_day_dup_editable (task->due);

    case QD_TIMELINE_COLUMN_OWNER:
      return g_strdup (task->owner != NULL ? task->owner : task->customer_owner != NULL ? task->customer_owner
                                                                                        : "");

    case QD_TIMELINE_COLUMN_PROGRESS:
      return g_strdup_printf ("%d", (int)task->progress);

    case QD_TIMELINE_COLUMN_NUMBER:
    case QD_TIMELINE_COLUMN_TITLE:
    case QD_TIMELINE_COLUMN_DURATION:
    case QD_TIMELINE_COLUMN_FLOAT:
    case QD_TIMELINE_COLUMN_PREDECESSORS:
    case QD_TIMELINE_COLUMN_BASELINE:
    case QD_TIMELINE_COLUMN_MOVED:
    case QD_TIMELINE_N_COLUMNS:
    default:
      return qd_timeline_column_dup_text (column, model, position);
    }
}

static gboolean
refuse (GError    **error,
        const char *sentence)
{
  g_set_error_literal (error, QD_RECORD_ERROR, QD_RECORD_ERROR_BAD_VALUE, sentence);

  return FALSE;
}

static gboolean
parse_day (QdTimelineColumn column,
           QdTimelineModel *model,
           const char      *text,
           int             *day,
           GError         **error)
{
  *day = QD_DAY_NONE;

  if (*text == '\0' ||
      qd_day_parse_words (text, qd_timeline_model_get_today (model), qd_day_get_locale_order (), day))
    return TRUE;

  g_set_error (error,
               QD_RECORD_ERROR,
               QD_RECORD_ERROR_BAD_VALUE,
               _ ("“%s” must be a day, such as “24 Nov”, “next Tuesday” or “in 3 weeks”"),
               qd_timeline_column_get_title (column));

  return FALSE;
}

/* What is moved to a day keeps its length; what had no day gets one. The day of a milestone is that it is due. */
static gboolean
set_start (QdTimelineModel *model,
           guint            position,
           QdTask          *draft,
           const char      *text,
           GError         **error)
{
  int day;

  if (!parse_day (QD_TIMELINE_COLUMN_START, model, text, &day, error))
    return FALSE;

  if (draft->kind == QD_TASK_KIND_MILESTONE)
    g_object_set (draft, "due", day, "due-time", QD_INTEGER_NONE, NULL);
  else if (day == QD_DAY_NONE || !qd_day_is_sensible (day) || !qd_task_is_placed (draft))
    g_object_set (draft, "start", day, "start-time", QD_INTEGER_NONE, NULL);
  else if (!qd_task_move_to (draft,
                             qd_plan_network_get_calendars (get_network (model, position)),
                             qd_minute_from_day (day) + (draft->start_time != QD_INTEGER_NONE ? (int)draft->start_time : 0)))
    return refuse (error, _ ("There is no working time after that day: look at the calendar"));

  return TRUE;
}

/* Its start stays, and its length follows. */
static gboolean
set_end (QdTimelineModel *model,
         QdTask          *draft,
         const char      *text,
         GError         **error)
{
  int day;

  if (!parse_day (QD_TIMELINE_COLUMN_END, model, text, &day, error))
    return FALSE;

  g_object_set (draft, "due", day, "due-time", QD_INTEGER_NONE, NULL);

  return TRUE;
}

static gboolean
set_duration (QdTask     *draft,
              const char *text,
              GError    **error)
{
  gint64 minutes = QD_INTEGER_NONE;

  /* No length at all is nothing typed; what takes no time is a milestone. */
  if (*text != '\0' && (!qd_duration_parse (text, &minutes) || minutes <= 0))
    return refuse (error, _ ("“Duration” must be a length of work, such as “90 min”, “4 h” or “2 d”"));

  /* Where it ends follows from that. */
  g_object_set (draft, "duration", minutes, NULL);

  return TRUE;
}

static gboolean
set_progress (QdTask     *draft,
              const char *text,
              GError    **error)
{
  g_autofree char *digits = g_strdup (text);
  gint64           progress = 0;

  g_strdelimit (digits, "%", ' ');
  g_strstrip (digits);

  if (*digits != '\0' && !g_ascii_string_to_signed (digits, 10, 0, 100, &progress, NULL))
    return refuse (error, _ ("“Progress” must be between 0 and 100"));

  qd_task_apply_progress (draft, (int)progress);

  return TRUE;
}

static gboolean
set_text (QdTimelineColumn column,
          QdTimelineModel *model,
          guint            position,
          QdTask          *draft,
          const char      *text,
          GError         **error)
{
  switch (column)
    {
    case QD_TIMELINE_COLUMN_TITLE:
      g_object_set (draft, "title", *text != '\0' ? text : NULL, NULL);
      return TRUE;

    case QD_TIMELINE_COLUMN_OWNER:
      /* Whoever was written there before: one of ours, unless it was theirs alone. */
      g_object_set (draft,
                    draft->owner == NULL && draft->customer_owner != NULL ? "customer-owner" : "owner",
                    *text != '\0' ? text : NULL,
                    NULL);
      return TRUE;

    case QD_TIMELINE_COLUMN_START:
      return set_start (model, position, draft, text, error);

    case QD_TIMELINE_COLUMN_END:
      return set_end (model, draft, text, error);

    case QD_TIMELINE_COLUMN_DURATION:
      return set_duration (draft, text, error);

    case QD_TIMELINE_COLUMN_PROGRESS:
      return set_progress (draft, text, error);

    case QD_TIMELINE_COLUMN_NUMBER:
    case QD_TIMELINE_COLUMN_FLOAT:
    case QD_TIMELINE_COLUMN_PREDECESSORS:
    case QD_TIMELINE_COLUMN_BASELINE:
    case QD_TIMELINE_COLUMN_MOVED:
    case QD_TIMELINE_N_COLUMNS:
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * qd_timeline_column_set_text:
 * @text: as a person typed it; nothing means none
 * @label: (out) (transfer full): what the edit is called
 *
 * Returns: (transfer full) (nullable): the edit; %NULL if nothing changes, or with @error if it cannot be
 */
QdBatch *
qd_timeline_column_set_text (QdTimelineColumn column,
                             QdTimelineModel *model,
                             guint            position,
                             const char      *text,
                             char           **label,
                             GError         **error)
{
  g_autofree char *clean = g_strstrip (g_strdup (text));
  g_autofree char *before = qd_timeline_column_dup_editable (column, model, position);
  g_autoptr(QdTask) draft = NULL;
  QdBatch *batch;

  if (g_str_equal (clean, before))
    return NULL;

  if (column == QD_TIMELINE_COLUMN_PREDECESSORS)
    return qd_timeline_set_predecessors (model, position, clean, label, error);

  draft = qd_record_dup_draft (qd_timeline_model_get_task (model, position));

  if (!set_text (column, model, position, draft, clean, error) || !qd_record_check (draft, error))
    return NULL;

  batch = qd_batch_new ();
  qd_batch_change (batch, draft);
  *label = g_strdup_printf (_ ("Change %s"), qd_timeline_column_get_title (column));

  return batch;
}
