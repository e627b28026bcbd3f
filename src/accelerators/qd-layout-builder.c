/* qd-layout-builder.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-layout-builder"

#include <glib/gi18n.h>

#include "qd-accelerator-layout-private.h"
#include "qd-day-words.h"

/* Rather than to wait longer than this, people meet twice. */
#define PATIENCE_DAYS 14

static void
task_free (QdLayoutTask *task)
{
  g_free (task->title);
  g_clear_object (&task->module);
  g_free (task);
}

static void
phase_free (QdLayoutPhase *phase)
{
  g_free (phase->name);
  g_free (phase);
}

static void
finding_free (QdLayoutFinding *finding)
{
  g_free (finding->words);
  g_free (finding);
}

QdAcceleratorLayout *
qd_accelerator_layout_new (void)
{
  QdAcceleratorLayout *self = g_new0 (QdAcceleratorLayout, 1);

  self->phases = g_ptr_array_new_with_free_func ((GDestroyNotify)phase_free);
  self->tasks = g_ptr_array_new_with_free_func ((GDestroyNotify)task_free);
  self->links = g_array_new (FALSE, FALSE, sizeof (QdLayoutLink));
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify)finding_free);

  return self;
}

void
qd_accelerator_layout_free (QdAcceleratorLayout *self)
{
  g_ptr_array_unref (self->phases);
  g_ptr_array_unref (self->tasks);
  g_array_unref (self->links);
  g_ptr_array_unref (self->findings);
  g_free (self);
}

/* Whether people meet for it. */
gboolean
qd_layout_task_is_meeting (const QdLayoutTask *self)
{
  return self->kind == QD_TASK_KIND_WORKSHOP || self->kind == QD_TASK_KIND_CALL;
}

/* Returns: (transfer none): when it can be done */
QdWorkTime *
qd_layout_task_get_hours (const QdLayoutTask *self,
                          QdPlanCalendars    *calendars)
{
  static const QdCalendarSide sides[] = {
    [QD_TASK_SIDE_OURS] = QD_CALENDAR_SIDE_OURS,
    [QD_TASK_SIDE_THEIRS] = QD_CALENDAR_SIDE_THEIRS,
    [QD_TASK_SIDE_BOTH] = QD_CALENDAR_SIDE_BOTH,
  };

  return qd_plan_calendars_get (calendars, sides[self->side], qd_layout_task_is_meeting (self));
}

/* Returns: (transfer none) */
QdLayoutTask *
qd_layout_get_task (QdLayoutBuilder *builder,
                    guint            task)
{
  return g_ptr_array_index (builder->layout->tasks, task);
}

/* Returns: its place; it has no dates yet */
guint
qd_layout_add_task (QdLayoutBuilder *builder,
                    QdLayoutRole     role,
                    guint            phase,
                    const char      *title,
                    QdTaskKind       kind,
                    QdTaskSide       side)
{
  QdLayoutTask *task = g_new0 (QdLayoutTask, 1);

  task->role = role;
  task->phase = phase;
  task->parent = -1;
  task->title = g_strdup (title);
  task->kind = kind;
  task->side = side;
  task->start = task->finish = QD_MINUTE_NONE;
  task->work = QD_INTEGER_NONE;
  g_ptr_array_add (builder->layout->tasks, task);

  return builder->layout->tasks->len - 1;
}

/* Both must have dates that let them follow each other. */
void
qd_layout_add_link (QdLayoutBuilder *builder,
                    guint            from,
                    guint            to)
{
  QdLayoutLink link = { from, to };

  if (from == QD_LAYOUT_NO_TASK || qd_layout_get_task (builder, from)->finish == QD_MINUTE_NONE ||
      qd_layout_get_task (builder, to)->start < qd_layout_get_task (builder, from)->finish)
    return;

  g_array_append_val (builder->layout->links, link);
}

/* @words: (transfer full): a sentence */
void
qd_layout_add_finding (QdLayoutBuilder    *builder,
                       QdLayoutFindingKind kind,
                       int                 task,
                       char               *words)
{
  QdLayoutFinding *finding = g_new (QdLayoutFinding, 1);

  *finding = (QdLayoutFinding){ kind, task, words };
  g_ptr_array_add (builder->layout->findings, finding);
}

/* Puts @task where its hours have @minutes for it from @from on.
 * Returns: whether there are that many */
gboolean
qd_layout_run (QdLayoutBuilder *builder,
               guint            task,
               QdMinute         from,
               int              minutes)
{
  QdLayoutTask *self = qd_layout_get_task (builder, task);
  QdWorkTime   *hours = qd_layout_task_get_hours (self, builder->draft->calendars);
  QdMinute      start = from;
  QdMinute      finish;
  int           done;

  finish = qd_work_time_run (hours, &start, minutes, &done);

  if (start == QD_MINUTE_LAST || finish == QD_MINUTE_LAST)
    {
      g_autofree char *words = g_strdup_printf (_ ("There is no working time for “%s”: it has no dates"), self->title);

      qd_layout_add_finding (builder, QD_LAYOUT_FINDING_NO_TIME, task, g_steal_pointer (&words));
      return FALSE;
    }

  self->start = start;
  self->finish = finish;
  self->duration = minutes;

  return TRUE;
}

/* Makes @task wait for what was placed last, and be that from now on. */
void
qd_layout_follow (QdLayoutBuilder *builder,
                  guint            task)
{
  QdLayoutTask *self = qd_layout_get_task (builder, task);

  if (self->finish == QD_MINUTE_NONE)
    return;

  qd_layout_add_link (builder, builder->last, task);
  builder->last = task;
  builder->cursor = self->finish;
}

/* A milestone at the moment at which @after is finished. */
void
qd_layout_add_deliverable (QdLayoutBuilder *builder,
                           guint            phase,
                           guint            after,
                           const char      *title)
{
  QdLayoutTask *before = qd_layout_get_task (builder, after);
  guint         index = qd_layout_add_task (
      builder, QD_LAYOUT_ROLE_DELIVERABLE, phase, title, QD_TASK_KIND_MILESTONE, QD_TASK_SIDE_BOTH);
  QdLayoutTask *task = qd_layout_get_task (builder, index);

  task->start = task->finish = before->finish;
  task->sprint = before->sprint;
  qd_layout_add_link (builder, after, index);
}

static gboolean
find_later (QdLayoutBuilder *builder,
            QdLayoutMeeting *meeting,
            int              after,
            int              until,
            QdMinute         from)
{
  return qd_meeting_slot_find (builder->draft->calendars,
                               after + 1,
                               until,
                               from,
                               meeting->minutes,
                               builder->draft->workshop_time,
                               &meeting->slot);
}

/**
 * qd_layout_find_meeting:
 * @meeting: (inout): says for how long and in which week; is told when
 * @first_day: on which it may be
 * @last_day: after which it is late
 * @from: before which it may not begin
 *
 * Never on a day off of either side, in a window or outside of the hours that they have in
 * common, as long as the week has any.
 */
void
qd_layout_find_meeting (QdLayoutBuilder *builder,
                        QdLayoutMeeting *meeting,
                        int              first_day,
                        int              last_day,
                        QdMinute         from)
{
  const QdAcceleratorDraft *draft = builder->draft;
  QdMeetingSlot            *slot = &meeting->slot;

  from = MAX (from, qd_minute_from_day (first_day));
  meeting->finding = -1;

  if (qd_meeting_slot_find (draft->calendars, first_day, last_day, from, meeting->minutes, draft->workshop_time, slot))
    {
      if (!qd_plan_calendars_have_common_hours_on (draft->calendars, qd_minute_get_day (slot->start)))
        meeting->finding = QD_LAYOUT_FINDING_NO_COMMON_HOURS;
    }
  else if (find_later (builder, meeting, last_day, MIN (last_day + PATIENCE_DAYS, builder->horizon), from))
    {
      meeting->finding = QD_LAYOUT_FINDING_LATE;
    }
  else if (qd_meeting_slot_find_sittings (draft->calendars, from, meeting->minutes, slot) &&
           qd_minute_get_day (slot->start) <= last_day)
    {
      meeting->finding = QD_LAYOUT_FINDING_SITTINGS;
    }
  else if (find_later (builder, meeting, last_day, builder->horizon, from))
    {
      meeting->finding = QD_LAYOUT_FINDING_LATE;
    }
  else if (qd_meeting_slot_find_sittings (draft->calendars, from, meeting->minutes, slot))
    {
      meeting->finding = QD_LAYOUT_FINDING_SITTINGS;
    }
  else
    {
      /* A day without any work: it has to be somewhere. */
      slot->start = MAX (from, qd_minute_from_day (first_day) + draft->workshop_time);
      slot->finish = slot->start + meeting->minutes;
      meeting->finding = QD_LAYOUT_FINDING_NO_TIME;
    }
}

static char *
dup_meeting_words (const QdLayoutMeeting *meeting,
                   const char            *title)
{
  g_autofree char *day = qd_day_dup_full (qd_minute_get_day (meeting->slot.start));

  switch (meeting->finding)
    {
    case QD_LAYOUT_FINDING_NO_COMMON_HOURS:
      return g_strdup_printf (
          _ ("“%1$s” on %2$s is in our hours: both sides never work at the same time in that week"), title, day);

    case QD_LAYOUT_FINDING_LATE:
      /* Translators: a workshop, a day, the number of a week */
      return g_strdup_printf (
          _ ("“%1$s” is on %2$s: there is no day in week %3$d on which both sides can meet for as long as it takes"),
          title,
          day,
          meeting->week);

    case QD_LAYOUT_FINDING_SITTINGS:
      return g_strdup_printf (_ ("“%1$s” begins on %2$s and takes more than one sitting: the hours that both sides have "
                                 "in common are shorter than it is"),
                              title,
                              day);

    case QD_LAYOUT_FINDING_NO_TIME:
    default:
      return g_strdup_printf (
          _ ("“%1$s” is on %2$s, although there is no time at which both sides work"), title, day);
    }
}

/* Gives @task the dates of @meeting, which it keeps even where it could begin before. */
void
qd_layout_place_meeting (QdLayoutBuilder       *builder,
                         guint                  task,
                         const QdLayoutMeeting *meeting)
{
  QdLayoutTask *self = qd_layout_get_task (builder, task);

  self->start = meeting->slot.start;
  self->finish = meeting->slot.finish;
  self->duration = meeting->minutes;
  self->held = TRUE;

  if (meeting->finding >= 0 && !(builder->apart && meeting->finding == QD_LAYOUT_FINDING_NO_COMMON_HOURS))
    qd_layout_add_finding (builder, meeting->finding, task, dup_meeting_words (meeting, self->title));
}

/* Returns: the working minutes of @side for tasks between the two; 0 where there are none */
int
qd_layout_count (QdLayoutBuilder *builder,
                 QdTaskSide       side,
                 QdMinute         from,
                 QdMinute         until)
{
  QdLayoutTask task = { .kind = QD_TASK_KIND_TASK, .side = side };
  QdWorkTime  *hours = qd_layout_task_get_hours (&task, builder->draft->calendars);

  return until > from ? qd_work_time_count (hours, until) - qd_work_time_count (hours, from) : 0;
}
