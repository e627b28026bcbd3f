/* qd-timeline-trial.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-timeline-trial"

#include "qd-timeline-trial.h"

#include <glib/gi18n.h>

#include "qd-day-words.h"
#include "qd-task-moves.h"
#include "qd-timeline-snap.h"
#include "qd-timeline-words.h"

/* A task in the hand */
typedef struct
{
  guint    row;
  QdMinute start;
  QdMinute finish;
  QdTask  *draft; /* (nullable): where it would be */
  QdMinute wanted;
} Held;

struct _QdTimelineTrial
{
  QdTimelineModel *model;
  guint            source;
  QdPlanNetwork   *network; /* of the model */
  QdTimelineGrip   grip;
  GArray          *held;     /* of Held */
  QdSchedule      *schedule; /* with the drafts in it */
  GHashTable      *changed;  /* rows that came out otherwise at any time */
  GArray          *ghosts;   /* of QdTimelineGhost */
  GArray          *findings; /* of QdScheduleFinding, those that there would be anew */
  guint            n_others;
  QdMinute         end;
};

static void
held_clear (gpointer data)
{
  g_clear_object (&((Held *)data)->draft);
}

static gboolean
is_below (QdSchedule *schedule,
          guint       row,
          guint       above)
{
  for (int parent = (int)row; parent >= 0; parent = qd_schedule_get_task (schedule, parent)->parent)
    if (parent == (int)above)
      return TRUE;

  return FALSE;
}

static gboolean
has_ends (QdTimelineTrial *self,
          guint            row)
{
  return qd_plan_network_get_task (self->network, row)->kind != QD_TASK_KIND_MILESTONE &&
         !qd_schedule_is_summary (qd_plan_network_get_schedule (self->network), row);
}

static void
hold_row (QdTimelineTrial *self,
          guint            row)
{
  QdSchedule *schedule = qd_plan_network_get_schedule (self->network);
  QdTask     *task = qd_plan_network_get_task (self->network, row);
  Held        held = { .row = row };

  if (!qd_task_is_placed (task))
    return;

  for (guint i = 0; i < self->held->len; i++)
    if (g_array_index (self->held, Held, i).row == row)
      return;

  held.start = qd_task_get_start_minute (task, qd_plan_network_get_calendars (self->network));
  held.finish = qd_task_get_finish_minute (task, qd_plan_network_get_calendars (self->network));

  if (!qd_schedule_is_summary (schedule, row))
    g_array_append_val (self->held, held);
}

/* Who holds a summary holds what it sums up. */
static void
hold_all (QdTimelineTrial *self,
          guint            row)
{
  QdSchedule *schedule = qd_plan_network_get_schedule (self->network);

  if (self->grip != QD_TIMELINE_GRIP_BAR && !has_ends (self, row))
    return;

  if (!qd_schedule_is_summary (schedule, row))
    {
      hold_row (self, row);
      return;
    }

  for (guint i = 0; i < qd_schedule_get_n_tasks (schedule); i++)
    if (is_below (schedule, i, row))
      hold_row (self, i);
}

/**
 * qd_timeline_trial_new:
 * @rows: (element-type guint): of that plan's network; those that have no day are left out
 *
 * Milestones and summaries have no ends of their own that could be held.
 */
QdTimelineTrial *
qd_timeline_trial_new (QdTimelineModel *model,
                       guint            source,
                       GArray          *rows,
                       QdTimelineGrip   grip)
{
  QdTimelineTrial *self = g_new0 (QdTimelineTrial, 1);

  self->model = g_object_ref (model);
  self->source = source;
  self->network = qd_plan_schedule_get_network (qd_timeline_model_get_schedule (model, source));
  self->grip = grip;
  self->held = g_array_new (FALSE, TRUE, sizeof (Held));
  g_array_set_clear_func (self->held, held_clear);
  self->changed = g_hash_table_new (NULL, NULL);
  self->ghosts = g_array_new (FALSE, FALSE, sizeof (QdTimelineGhost));
  self->findings = g_array_new (FALSE, FALSE, sizeof (QdScheduleFinding));

  for (guint i = 0; i < rows->len; i++)
    hold_all (self, g_array_index (rows, guint, i));

  self->schedule = qd_schedule_copy (qd_plan_network_get_schedule (self->network));
  self->end = qd_schedule_get_end (self->schedule);

  return self;
}

void
qd_timeline_trial_free (QdTimelineTrial *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->held);
  g_hash_table_unref (self->changed);
  g_array_unref (self->ghosts);
  g_array_unref (self->findings);
  qd_schedule_free (self->schedule);
  g_object_unref (self->model);
  g_free (self);
}

/* Returns: how many tasks are in the hand; 0 where there is nothing to move */
guint
qd_timeline_trial_get_n_tasks (QdTimelineTrial *self)
{
  return self->held->len;
}

/* People who meet do not go home in between: a meeting that would go on the next day ends with its own. */
static gboolean
move_meeting (QdTask          *draft,
              QdPlanCalendars *calendars,
              QdMinute        *start)
{
  QdWorkTime *time = qd_task_get_work_time (draft, calendars);
  int         day = qd_minute_get_day (qd_work_time_next (time, *start));
  QdMinute    end = qd_work_time_previous (time, qd_minute_from_day (day + 1));

  if (end - draft->duration >= qd_work_time_next (time, qd_minute_from_day (day)))
    *start = MIN (*start, end - (QdMinute)draft->duration);

  return qd_task_move_to (draft, calendars, *start);
}

/* Returns: (transfer full) (nullable): where it would be; %NULL if there is no such place */
static QdTask *
create_draft (QdTimelineTrial *self,
              const Held      *held,
              double           by,
              QdTimeStep       step,
              QdMinute        *wanted)
{
  QdPlanCalendars *calendars = qd_plan_network_get_calendars (self->network);
  QdTask          *task = qd_plan_network_get_task (self->network, held->row);
  g_autoptr(QdTask) draft = qd_record_dup_draft (task);
  QdWorkTime *time = qd_task_get_work_time (task, calendars);

  switch (self->grip)
    {
    case QD_TIMELINE_GRIP_START:
      qd_task_set_start (
          draft, calendars, qd_timeline_snap_end (task, held->start, held->finish, FALSE, by, step));
      break;

    case QD_TIMELINE_GRIP_END:
      qd_task_set_finish (
          draft, calendars, qd_timeline_snap_end (task, held->start, held->finish, TRUE, by, step));
      break;

    case QD_TIMELINE_GRIP_BAR:
    default:
      *wanted = qd_timeline_snap (held->start, by, step);

      if (task->kind != QD_TASK_KIND_MILESTONE)
        *wanted = qd_timeline_snap_to_work (time, *wanted);

      if (*wanted <= qd_minute_from_day (qd_plan_calendars_get_first_day (calendars)) ||
          !(qd_task_is_meeting (task) && task->start_time != QD_INTEGER_NONE && task->duration > 0
                ? move_meeting (draft, calendars, wanted)
                : qd_task_move_to (draft, calendars, *wanted)))
        return NULL;
    }

  return g_steal_pointer (&draft);
}

/* Tells the scheduler of the drafts, and what a person means by putting them there. */
static void
reckon (QdTimelineTrial *self)
{
  QdPlanCalendars *calendars = qd_plan_network_get_calendars (self->network);
  const guint     *changed;
  guint            n_changed;

  for (int settled = 0; settled <= 1; settled++)
    {
      for (guint i = 0; i < self->held->len; i++)
        {
          Held          *held = &g_array_index (self->held, Held, i);
          QdTask        *before = qd_plan_network_get_task (self->network, held->row);
          QdScheduleTask row;
          g_autoptr(QdTask) draft = qd_record_dup_draft (held->draft);

          qd_task_fit_length (draft, before, calendars);

          if (settled && qd_task_is_put (before, draft))
            qd_task_hold (draft,
                          calendars,
                          self->schedule,
                          held->row,
                          qd_plan_network_is_linked (self->network, held->row));

          row = qd_plan_network_get_row_of (self->network, draft);
          qd_schedule_set_task (self->schedule, held->row, &row);
        }

      changed = qd_schedule_update (self->schedule, &n_changed);

      for (guint i = 0; i < n_changed; i++)
        g_hash_table_add (self->changed, GUINT_TO_POINTER (changed[i]));
    }
}

static Held *
find_held (QdTimelineTrial *self,
           guint            row)
{
  for (guint i = 0; i < self->held->len; i++)
    if (g_array_index (self->held, Held, i).row == row)
      return &g_array_index (self->held, Held, i);

  return NULL;
}

/* What cannot be as it was asked for, and could before. */
static void
find_broken (QdTimelineTrial *self)
{
  g_autoptr(GArray) before = qd_schedule_find (qd_plan_network_get_schedule (self->network));
  g_autoptr(GArray) after = qd_schedule_find (self->schedule);

  g_array_set_size (self->findings, 0);

  for (guint i = 0; i < after->len; i++)
    {
      const QdScheduleFinding *finding = &g_array_index (after, QdScheduleFinding, i);
      gboolean                 known = FALSE;

      for (guint j = 0; j < before->len && !known; j++)
        known = g_array_index (before, QdScheduleFinding, j).task == finding->task &&
                g_array_index (before, QdScheduleFinding, j).kind == finding->kind;

      if (!known)
        g_array_append_val (self->findings, *finding);
    }
}

static gboolean
is_broken (QdTimelineTrial *self,
           guint            row)
{
  Held *held = find_held (self, row);

  for (guint i = 0; i < self->findings->len; i++)
    if (g_array_index (self->findings, QdScheduleFinding, i).task == row)
      return TRUE;

  return held != NULL && self->grip == QD_TIMELINE_GRIP_BAR &&
         qd_schedule_get_dates (self->schedule, row).start > held->wanted;
}

static void
make_ghosts (QdTimelineTrial *self)
{
  QdSchedule    *base = qd_plan_network_get_schedule (self->network);
  GHashTableIter iter;
  gpointer       key;

  g_array_set_size (self->ghosts, 0);
  self->n_others = 0;
  g_hash_table_iter_init (&iter, self->changed);

  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      guint           row = GPOINTER_TO_UINT (key);
      QdScheduleDates before = qd_schedule_get_dates (base, row), after = qd_schedule_get_dates (self->schedule, row);
      int             position = qd_timeline_model_get_position (self->model, self->source, row);
      gboolean        hand = find_held (self, row) != NULL;
      QdTimelineGhost ghost = { (guint)position, after.start, after.finish, hand, is_broken (self, row) };

      if (!hand && before.start == after.start && before.finish == after.finish)
        continue;

      self->n_others += !hand && !qd_schedule_is_summary (base, row);

      if (position >= 0)
        g_array_append_val (self->ghosts, ghost);
    }
}

/**
 * qd_timeline_trial_move:
 * @by: minutes from where they were; snapped to @step, and to when people work
 *
 * Returns: whether it is another place than that of the last call
 */
gboolean
qd_timeline_trial_move (QdTimelineTrial *self,
                        double           by,
                        QdTimeStep       step)
{
  gboolean any = FALSE;
  g_autoptr(GPtrArray) drafts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree QdMinute *wanted = g_new0 (QdMinute, self->held->len + 1);

  for (guint i = 0; i < self->held->len; i++)
    {
      const Held *held = &g_array_index (self->held, Held, i);
      QdTask     *draft = create_draft (self, held, by, step, &wanted[i]);

      /* All of them, or none */
      if (draft == NULL)
        return FALSE;

      g_ptr_array_add (drafts, draft);
      any |= held->draft == NULL || qd_task_is_start_moved (held->draft, draft) ||
             qd_task_is_finish_moved (held->draft, draft) || held->draft->duration != draft->duration;
    }

  if (!any)
    return FALSE;

  for (guint i = 0; i < self->held->len; i++)
    {
      Held *held = &g_array_index (self->held, Held, i);

      g_set_object (&held->draft, g_ptr_array_index (drafts, i));
      held->wanted = wanted[i];
    }

  reckon (self);
  find_broken (self);
  make_ghosts (self);

  return TRUE;
}

/* Whether dropping it would change anything. */
gboolean
qd_timeline_trial_is_moved (QdTimelineTrial *self)
{
  for (guint i = 0; i < self->held->len; i++)
    {
      Held   *held = &g_array_index (self->held, Held, i);
      QdTask *task = qd_plan_network_get_task (self->network, held->row);

      if (held->draft != NULL &&
          (qd_task_is_start_moved (task, held->draft) || qd_task_is_finish_moved (task, held->draft)))
        return TRUE;
    }

  return FALSE;
}

/* Returns: (transfer none) (element-type QdTimelineGhost): valid until the next move */
GArray *
qd_timeline_trial_get_ghosts (QdTimelineTrial *self)
{
  return self->ghosts;
}

/* Returns: how many tasks would move that are not in the hand */
guint
qd_timeline_trial_count_others (QdTimelineTrial *self)
{
  return self->n_others;
}

static void
add_line (GString *words,
          char    *line)
{
  if (words->len > 0)
    g_string_append_c (words, '\n');

  g_string_append (words, line);
  g_free (line);
}

static char *
dup_first_line (QdTimelineTrial *self)
{
  const Held     *held = &g_array_index (self->held, Held, 0);
  QdScheduleDates dates = qd_schedule_get_dates (self->schedule, held->row);

  if (self->held->len > 1)
    return g_strdup_printf (ngettext ("%u task", "%u tasks", self->held->len), self->held->len);

  return qd_timeline_dup_span_words (held->draft,
                                     qd_plan_network_get_calendars (self->network),
                                     dates.start,
                                     dates.finish,
                                     qd_timeline_model_get_today (self->model));
}

static void
add_blocked (QdTimelineTrial *self,
             GString         *words)
{
  for (guint i = 0; i < self->held->len; i++)
    {
      const Held *held = &g_array_index (self->held, Held, i);
      int         link = -1;

      if (!is_broken (self, held->row) || self->grip != QD_TIMELINE_GRIP_BAR ||
          qd_schedule_get_driver (self->schedule, held->row, &link) != QD_SCHEDULE_DRIVER_LINK || link < 0)
        continue;

      add_line (words,
                g_strdup_printf (
                    _ ("Waits for “%s”"),
                    qd_plan_network_get_task (self->network, qd_schedule_get_link (self->schedule, link)->from)->title));
      return;
    }
}

/* Returns: (transfer full): where it would be, what would move with it, and what would break: a line each */
char *
qd_timeline_trial_dup_words (QdTimelineTrial *self)
{
  g_autoptr(GString) words = g_string_new (NULL);
  QdMinute end = qd_schedule_get_end (self->schedule);
  int      today = qd_timeline_model_get_today (self->model);

  if (self->held->len == 0 || g_array_index (self->held, Held, 0).draft == NULL)
    return g_strdup ("");

  add_line (words, dup_first_line (self));

  if (self->n_others > 0)
    add_line (words,
              g_strdup_printf (ngettext ("%u other task moves", "%u other tasks move", self->n_others), self->n_others));

  if (qd_minute_get_day (end - 1) != qd_minute_get_day (self->end - 1))
    {
      g_autofree char *day = qd_day_dup_short (qd_minute_get_day (end - 1), today);

      add_line (words, g_strdup_printf (_ ("The plan then ends on %s"), day));
    }

  add_blocked (self, words);

  for (guint i = 0; i < MIN (self->findings->len, 2); i++)
    add_line (words,
              qd_timeline_dup_finding_words (
                  self->network, &g_array_index (self->findings, QdScheduleFinding, i), today));

  return g_string_free_and_steal (g_steal_pointer (&words));
}

static char *
dup_label (QdTimelineTrial *self)
{
  const char *title = qd_plan_network_get_task (self->network, g_array_index (self->held, Held, 0).row)->title;

  if (self->held->len > 1)
    return g_strdup_printf (ngettext ("Move %u Task", "Move %u Tasks", self->held->len), self->held->len);

  return g_strdup_printf (self->grip == QD_TIMELINE_GRIP_BAR ? _ ("Move “%s”") : _ ("Change Length of “%s”"), title);
}

/**
 * qd_timeline_trial_create_batch:
 * @label: (out) (transfer full): what the edit is called
 *
 * Returns: (transfer full): all of it as one edit; what follows from it is made when it is applied
 */
QdBatch *
qd_timeline_trial_create_batch (QdTimelineTrial *self,
                                char           **label)
{
  QdBatch *batch = qd_batch_new ();

  g_return_val_if_fail (self->held->len > 0, batch);

  for (guint i = 0; i < self->held->len; i++)
    {
      Held *held = &g_array_index (self->held, Held, i);

      if (held->draft != NULL)
        qd_batch_change (batch, held->draft);
    }

  *label = dup_label (self);

  return batch;
}
