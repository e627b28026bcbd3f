/* qd-accelerator-load.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-accelerator-load"

#include "qd-accelerator-load.h"

#include <glib/gi18n.h>

#include "qd-day-words.h"
#include "qd-week.h"

#define DAYS_PER_WEEK 7
#define NOON (12 * 60)

/* A meeting, and what it is of. */
typedef struct
{
  const QdLoadTask        *task;
  const QdLoadAccelerator *accelerator;
} Meeting;

/* A day on which one more is in delivery, or one less. */
typedef struct
{
  int day;
  int change;
} Turn;

static void
clash_free (QdLoadClash *clash)
{
  g_free (clash->words);
  g_free (clash);
}

static int
compare_weeks (gconstpointer a,
               gconstpointer b)
{
  const QdLoadWeek *first = *(QdLoadWeek **)a;
  const QdLoadWeek *second = *(QdLoadWeek **)b;
  int               order = g_utf8_collate (first->owner, second->owner);

  return order != 0 ? order : first->first - second->first;
}

static guint
hash_week (gconstpointer key)
{
  const QdLoadWeek *week = key;

  return g_str_hash (week->owner) * 31 + (guint)week->first;
}

static gboolean
equal_weeks (gconstpointer a,
             gconstpointer b)
{
  const QdLoadWeek *first = a;
  const QdLoadWeek *second = b;

  return first->first == second->first && g_str_equal (first->owner, second->owner);
}

static void
add_to_week (QdAcceleratorLoad *self,
             GHashTable        *known,
             const char        *owner,
             int                first,
             gint64             minutes,
             guint              n_meetings)
{
  QdLoadWeek  key = { g_string_chunk_insert_const (self->owners, owner), first, 0, 0 };
  QdLoadWeek *week = g_hash_table_lookup (known, &key);

  if (minutes == 0 && n_meetings == 0)
    return;

  if (week == NULL)
    {
      week = g_memdup2 (&key, sizeof key);
      g_hash_table_add (known, week);
      g_ptr_array_add (self->weeks, week);
    }

  week->minutes += minutes;
  week->n_meetings += n_meetings;
}

/* Spread over the weeks as our working time is between its start and its end; the minutes of all
 * weeks are those of the task. What lies outside of our hours is in the week it starts in. */
static void
add_task_to_weeks (QdAcceleratorLoad *self,
                   GHashTable        *known,
                   const QdLoadTask  *task,
                   QdWorkTime        *hours)
{
  int    week = qd_week_get_start (qd_minute_get_day (task->start));
  int    from = qd_work_time_count (hours, task->start);
  int    length = qd_work_time_count (hours, task->finish) - from;
  gint64 given = 0;

  if (task->is_meeting || length <= 0)
    {
      add_to_week (self, known, task->owner, week, task->minutes, task->is_meeting);
      return;
    }

  for (; qd_minute_from_day (week) < task->finish; week += DAYS_PER_WEEK)
    {
      QdMinute end = MIN (qd_minute_from_day (week + DAYS_PER_WEEK), task->finish);
      gint64   until = task->minutes * (qd_work_time_count (hours, end) - from) / length;

      add_to_week (self, known, task->owner, week, until - given, 0);
      given = until;
    }
}

static void
add_clash (QdAcceleratorLoad *self,
           QdLoadClashKind    kind,
           const char        *owner,
           int                first,
           int                last,
           const Meeting     *meeting,
           const Meeting     *other,
           guint              n_accelerators,
           char              *words)
{
  QdLoadClash *clash = g_new (QdLoadClash, 1);

  *clash = (QdLoadClash){
    kind,
    g_string_chunk_insert_const (self->owners, owner),
    first,
    last,
    meeting != NULL ? meeting->task->id : 0,
    other != NULL ? other->task->id : 0,
    n_accelerators,
    words,
  };
  g_ptr_array_add (self->clashes, clash);
}

static void
tell_of_meetings (QdAcceleratorLoad *self,
                  QdLoadClashKind    kind,
                  const Meeting     *meeting,
                  const Meeting     *other)
{
  int              day = qd_minute_get_day (other->task->start);
  g_autofree char *shown = qd_day_dup_full (day);
  const char      *format =
      kind == QD_LOAD_CLASH_OVERLAP
          /* Translators: a person, a meeting and what it is of, another and what it is of, a day */
               ? _ ("%1$s has two meetings at the same time: “%2$s” of %3$s and “%4$s” of %5$s, on %6$s")
               : _ ("%1$s has two meetings on the same half day: “%2$s” of %3$s and “%4$s” of %5$s, on %6$s");

  add_clash (self,
             kind,
             other->task->owner,
             day,
             day,
             meeting,
             other,
             0,
             g_strdup_printf (format,
                              other->task->owner,
                              meeting->task->title,
                              meeting->accelerator->name,
                              other->task->title,
                              other->accelerator->name,
                              shown));
}

/* Whether both touch the morning, or both the afternoon, of one day. */
static gboolean
share_half_day (const QdLoadTask *task,
                const QdLoadTask *other)
{
  int      day = qd_minute_get_day (other->start);
  QdMinute noon = qd_minute_from_day (day) + NOON;

  if (task->finish <= qd_minute_from_day (day) || qd_minute_get_day (task->start) > day)
    return FALSE;

  return other->start < noon ? task->start < noon : task->finish > noon;
}

static int
compare_meetings (gconstpointer a,
                  gconstpointer b)
{
  const QdLoadTask *first = ((const Meeting *)a)->task;
  const QdLoadTask *second = ((const Meeting *)b)->task;
  int               order = g_strcmp0 (first->owner, second->owner);

  if (order != 0)
    return order;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;

  return first->id < second->id ? -1 : 1;
}

/* Two meetings of one accelerator on a morning are planned so; at the same time they never are. */
static void
find_meeting_clashes (QdAcceleratorLoad *self,
                      GPtrArray         *accelerators)
{
  g_autoptr(GArray) meetings = g_array_new (FALSE, FALSE, sizeof (Meeting));

  for (guint i = 0; i < accelerators->len; i++)
    {
      QdLoadAccelerator *accelerator = g_ptr_array_index (accelerators, i);

      for (guint n = 0; n < accelerator->tasks->len; n++)
        {
          Meeting meeting = { g_ptr_array_index (accelerator->tasks, n), accelerator };

          if (meeting.task->is_meeting && meeting.task->owner != NULL)
            g_array_append_val (meetings, meeting);
        }
    }

  g_array_sort (meetings, compare_meetings);

  for (guint i = 0; i < meetings->len; i++)
    {
      const Meeting *meeting = &g_array_index (meetings, Meeting, i);

      for (guint n = i + 1; n < meetings->len; n++)
        {
          const Meeting *other = &g_array_index (meetings, Meeting, n);

          if (!g_str_equal (meeting->task->owner, other->task->owner) ||
              qd_minute_get_day (other->task->start) > qd_minute_get_day (MAX (meeting->task->finish - 1, meeting->task->start)))
            break;

          if (other->task->start < meeting->task->finish)
            tell_of_meetings (self, QD_LOAD_CLASH_OVERLAP, meeting, other);
          else if (meeting->accelerator != other->accelerator && share_half_day (meeting->task, other->task))
            tell_of_meetings (self, QD_LOAD_CLASH_HALF_DAY, meeting, other);
        }
    }
}

static int
compare_turns (gconstpointer a,
               gconstpointer b)
{
  return ((const Turn *)a)->day - ((const Turn *)b)->day;
}

static void
tell_of_too_many (QdAcceleratorLoad *self,
                  const char        *owner,
                  int                first,
                  int                last,
                  int                n_at_once,
                  guint              most)
{
  g_autofree char *begin = qd_day_dup_display (first);
  g_autofree char *end = qd_day_dup_display (last);

  add_clash (
      self,
      QD_LOAD_CLASH_TOO_MANY,
      owner,
      first,
      last,
      NULL,
      NULL,
      (guint)n_at_once,
      /* Translators: a person, a number, a first and a last day, a number */
      g_strdup_printf (_ ("%1$s has %2$d accelerators in delivery at once between %3$s and %4$s: more than %5$d"),
                       owner,
                       n_at_once,
                       begin,
                       end,
                       (int)most));
}

static void
find_too_many (QdAcceleratorLoad *self,
               GPtrArray         *accelerators,
               const char        *owner,
               guint              most)
{
  g_autoptr(GArray) turns = g_array_new (FALSE, FALSE, sizeof (Turn));
  int n_at_once = 0;
  int peak = 0;
  int first = QD_DAY_NONE;

  for (guint i = 0; i < accelerators->len; i++)
    {
      QdLoadAccelerator *accelerator = g_ptr_array_index (accelerators, i);
      Turn               begin = { accelerator->first, 1 };
      Turn               end = { accelerator->last + 1, -1 };

      if (g_strcmp0 (accelerator->owner, owner) != 0 || accelerator->last < accelerator->first)
        continue;

      g_array_append_val (turns, begin);
      g_array_append_val (turns, end);
    }

  g_array_sort (turns, compare_turns);

  for (guint i = 0; i < turns->len; i++)
    {
      const Turn *turn = &g_array_index (turns, Turn, i);

      n_at_once += turn->change;

      if (i + 1 < turns->len && g_array_index (turns, Turn, i + 1).day == turn->day)
        continue;

      if (first == QD_DAY_NONE && n_at_once > (int)most)
        {
          first = turn->day;
          peak = 0;
        }
      else if (first != QD_DAY_NONE && n_at_once <= (int)most)
        {
          tell_of_too_many (self, owner, first, turn->day - 1, peak, most);
          first = QD_DAY_NONE;
        }

      peak = MAX (peak, n_at_once);
    }
}

static int
compare_clashes (gconstpointer a,
                 gconstpointer b)
{
  const QdLoadClash *first = *(QdLoadClash **)a;
  const QdLoadClash *second = *(QdLoadClash **)b;
  int                order = g_utf8_collate (first->owner, second->owner);

  if (order != 0)
    return order;

  if (first->first != second->first)
    return first->first - second->first;

  return first->kind != second->kind ? (int)first->kind - (int)second->kind
                                     : (first->other > second->other) - (first->other < second->other);
}

/**
 * qd_accelerator_load_new:
 * @accelerators: (element-type QdLoadAccelerator):
 * @hours: in which we work
 * @most: how many accelerators in delivery at once are not too many
 *
 * Per week, as the locale has it, and person: how much there is to do, how many meetings, and
 * what does not go together.
 */
QdAcceleratorLoad *
qd_accelerator_load_new (GPtrArray  *accelerators,
                         QdWorkTime *hours,
                         guint       most)
{
  QdAcceleratorLoad *self = g_new0 (QdAcceleratorLoad, 1);
  g_autoptr(GHashTable) known = g_hash_table_new (hash_week, equal_weeks);
  g_autoptr(GHashTable) owners = g_hash_table_new (g_str_hash, g_str_equal);

  self->weeks = g_ptr_array_new_with_free_func (g_free);
  self->clashes = g_ptr_array_new_with_free_func ((GDestroyNotify)clash_free);
  self->owners = g_string_chunk_new (256);
  find_meeting_clashes (self, accelerators);

  for (guint i = 0; i < accelerators->len; i++)
    {
      QdLoadAccelerator *accelerator = g_ptr_array_index (accelerators, i);

      for (guint n = 0; n < accelerator->tasks->len; n++)
        {
          QdLoadTask *task = g_ptr_array_index (accelerator->tasks, n);

          if (task->owner != NULL)
            add_task_to_weeks (self, known, task, hours);
        }

      if (accelerator->owner != NULL && g_hash_table_add (owners, accelerator->owner))
        find_too_many (self, accelerators, accelerator->owner, most);
    }

  g_ptr_array_sort (self->weeks, compare_weeks);
  g_ptr_array_sort (self->clashes, compare_clashes);

  return self;
}

void
qd_accelerator_load_free (QdAcceleratorLoad *self)
{
  g_ptr_array_unref (self->weeks);
  g_ptr_array_unref (self->clashes);
  g_string_chunk_free (self->owners);
  g_free (self);
}
