/* qd-mspdi-read.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-mspdi-read"

#include "qd-mspdi-read.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "qd-duration.h"
#include "qd-mspdi-reading.h"
#include "qd-quote.h"
#include "qd-record-json.h"

/* So many tasks of a circle are named; of a longer one, the first. */
#define MAX_NAMES 4

/* The kinds of links as the file numbers them: FF, FS, SF, SS */
static const QdLinkKind link_kinds[] = {
  QD_LINK_KIND_FINISH_FINISH,
  QD_LINK_KIND_FINISH_START,
  QD_LINK_KIND_START_FINISH,
  QD_LINK_KIND_START_START,
};

static gboolean
is_percent (int format)
{
  return format == 19 || format == 20 || format == 51 || format == 52;
}

/* Returns: in minutes; the file has tenths of them, or percents of the predecessor */
static gint64
get_lag (QdMspdiReading    *reading,
         const QdMspdiLink *link,
         guint              from)
{
  gint64 duration = qd_plan_outline_get_task (reading->outline, from)->duration;

  if (is_percent (link->lag_format))
    return duration != QD_INTEGER_NONE ? duration * link->lag / 100 : 0;

  return link->lag / 10;
}

static gboolean
fail_link (const QdMspdiLink *link,
           const char        *format,
           int                number,
           GError           **error)
{
  g_autofree char *what = g_strdup_printf (format, number);

  return qd_mspdi_fail (link->line, what, error);
}

static gboolean
add_link (QdMspdiReading     *reading,
          const QdMspdiPlace *to,
          const QdMspdiLink  *link,
          GError            **error)
{
  const QdMspdiPlace *from = g_hash_table_lookup (reading->by_uid, &link->predecessor);
  int                 type = link->type != QD_MSPDI_NONE ? link->type : 1;
  QdOutlineLink       made;

  if (link->cross_project)
    {
      reading->n_foreign_links++;
      return TRUE;
    }

  if (link->predecessor == QD_MSPDI_NONE)
    return qd_mspdi_fail (link->line, _ ("a PredecessorLink has no PredecessorUID"), error);

  if (from == NULL)
    return fail_link (link, _ ("PredecessorUID is %d, and no Task has that UID"), link->predecessor, error);

  if (from == to)
    return fail_link (link, _ ("PredecessorUID is %d, which is the Task itself"), link->predecessor, error);

  if (type < 0 || type >= (int)G_N_ELEMENTS (link_kinds))
    return fail_link (link, _ ("Type of a PredecessorLink is %d, and must be from 0 to 3"), type, error);

  if (from->task < 0 || to->task < 0)
    {
      reading->n_phase_links++;
      return TRUE;
    }

  made = (QdOutlineLink){ (guint)from->task,
                          (guint)to->task,
                          link_kinds[type],
                          get_lag (reading, link, (guint)from->task),
                          qd_mspdi_format_is_elapsed (link->lag_format) };

  if (llabs (made.lag) > QD_DURATION_LONGEST)
    return fail_link (link, _ ("LinkLag is %d, which is longer than ten years"), link->lag, error);

  made.elapsed = made.elapsed && made.lag != 0;
  qd_plan_outline_add_link (reading->outline, made);

  return TRUE;
}

static gboolean
add_links (QdMspdiReading *reading,
           GError        **error)
{
  for (guint i = 0; i < reading->places->len; i++)
    {
      const QdMspdiPlace *place = &g_array_index (reading->places, QdMspdiPlace, i);

      for (guint n = 0; n < place->row->links->len; n++)
        {
          if (!add_link (reading, place, &g_array_index (place->row->links, QdMspdiLink, n), error))
            return FALSE;
        }
    }

  return TRUE;
}

/* Returns: (transfer full) (nullable): tasks that wait for each other */
static GArray *
find_cycle (QdPlanOutline *outline)
{
  g_autoptr(GArray) tasks = g_array_new (FALSE, FALSE, sizeof (QdScheduleTask));
  g_autoptr(GArray) links = g_array_new (FALSE, FALSE, sizeof (QdScheduleLink));
  g_autoptr(QdWorkTime) always = qd_work_time_new_always (0, 1);
  g_autoptr(QdSchedule) schedule = NULL;
  g_autoptr(GPtrArray) cycles = NULL;

  for (guint i = 0; i < outline->tasks->len; i++)
    {
      QdScheduleTask task = { .anchor = QD_MINUTE_NONE,
                              .finish = QD_MINUTE_NONE,
                              .parent = qd_plan_outline_get_task (outline, i)->parent,
                              .constraint = QD_CONSTRAINT_KIND_NONE };

      g_array_append_val (tasks, task);
    }

  for (guint i = 0; i < outline->links->len; i++)
    {
      const QdOutlineLink *link = &g_array_index (outline->links, QdOutlineLink, i);
      QdScheduleLink       made = { .from = link->from, .to = link->to, .kind = link->kind };

      g_array_append_val (links, made);
    }

  schedule = qd_schedule_new (&(QdScheduleInput){ tasks, links, &always, 1, 0, QD_MINUTE_NONE }, NULL, NULL);
  cycles = qd_schedule_find_cycles (schedule);

  return cycles->len > 0 ? g_array_ref (g_ptr_array_index (cycles, 0)) : NULL;
}

static int
get_line (QdMspdiReading *reading,
          guint           task)
{
  for (guint i = 0; i < reading->places->len; i++)
    {
      if (g_array_index (reading->places, QdMspdiPlace, i).task == (int)task)
        return g_array_index (reading->places, QdMspdiPlace, i).row->line;
    }

  g_return_val_if_reached (0);
}

static gboolean
check_cycles (QdMspdiReading *reading,
              GError        **error)
{
  g_autoptr(GArray) cycle = find_cycle (reading->outline);
  g_autoptr(GString) names = g_string_new (NULL);
  g_autofree char *what = NULL;

  if (cycle == NULL)
    return TRUE;

  for (guint i = 0; i < MIN (cycle->len, MAX_NAMES); i++)
    {
      guint            task = g_array_index (cycle, guint, i);
      g_autofree char *quoted = qd_quote (qd_plan_outline_get_task (reading->outline, task)->title);

      /* Translators: one of several names in a row */
      g_string_append_printf (names, _ ("%1$s“%2$s”"), i > 0 ? ", " : "", quoted);
    }

  what = g_strdup_printf (
      cycle->len > MAX_NAMES ? _ ("the PredecessorLinks of these and other tasks go in a circle: %s") : _ ("the PredecessorLinks of these tasks go in a circle: %s"),
      names->str);

  return qd_mspdi_fail (get_line (reading, g_array_index (cycle, guint, 0)), what, error);
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  return *(const int *)a - *(const int *)b;
}

/* Returns: (transfer full) (element-type int): those that the file has, in order */
static GArray *
list_baselines (QdMspdiReading *reading)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < reading->places->len; i++)
    {
      GArray *baselines = g_array_index (reading->places, QdMspdiPlace, i).row->baselines;

      for (guint n = 0; n < baselines->len; n++)
        {
          int number = g_array_index (baselines, QdMspdiBaseline, n).number;

          if (number >= 0 && number <= 10 && g_hash_table_add (seen, GINT_TO_POINTER (number)))
            g_array_append_val (numbers, number);
        }
    }

  g_array_sort (numbers, compare_numbers);

  return numbers;
}

static void
add_baseline (QdMspdiReading *reading,
              int             number)
{
  /* Translators: how Microsoft Project calls its baselines but for the first */
  g_autofree char   *name = number > 0 ? g_strdup_printf (_ ("Baseline %d"), number) : g_strdup (_ ("Baseline"));
  QdOutlineBaseline *baseline = qd_plan_outline_add_baseline (reading->outline, name);

  baseline->day = reading->outline->start;

  for (guint i = 0; i < reading->places->len; i++)
    {
      const QdMspdiPlace *place = &g_array_index (reading->places, QdMspdiPlace, i);

      for (guint n = 0; place->task >= 0 && n < place->row->baselines->len; n++)
        {
          const QdMspdiBaseline *was = &g_array_index (place->row->baselines, QdMspdiBaseline, n);
          QdOutlineBaselineTask  made = { place->task, QD_DAY_NONE, QD_DAY_NONE, QD_INTEGER_NONE, QD_INTEGER_NONE, QD_INTEGER_NONE };

          if (was->number != number)
            continue;

          qd_mspdi_reading_split_begin (reading, place->row, was->start, &made.start, &made.start_time);
          qd_mspdi_reading_split_end (reading, place->row, was->finish, &made.due, &made.due_time);
          made.duration = was->duration != QD_MSPDI_NONE ? was->duration : QD_INTEGER_NONE;
          g_array_append_val (baseline->tasks, made);
          break;
        }
    }
}

static void
add_baselines (QdMspdiReading *reading)
{
  g_autoptr(GArray) numbers = list_baselines (reading);

  for (guint i = 0; i < numbers->len; i++)
    add_baseline (reading, g_array_index (numbers, int, i));
}

/* The days of the project, or, where it says none, of its tasks */
static gboolean
set_days (QdMspdiReading *reading,
          GError        **error)
{
  QdPlanOutline *outline = reading->outline;
  int            first = QD_DAY_NONE;
  int            last = QD_DAY_NONE;

  for (guint i = 0; i < outline->tasks->len; i++)
    {
      const QdOutlineTask *task = qd_plan_outline_get_task (outline, i);

      if (task->start != QD_DAY_NONE && (first == QD_DAY_NONE || task->start < first))
        first = task->start;

      last = MAX (last, MAX (task->start, task->due));
    }

  if (reading->file->start != QD_MINUTE_NONE)
    first = qd_minute_get_day (reading->file->start);

  if (reading->file->finish != QD_MINUTE_NONE)
    last = qd_minute_get_day (reading->file->finish);

  if (first == QD_DAY_NONE)
    return qd_mspdi_fail (1, _ ("neither Project nor a Task has a Start"), error);

  outline->start = first;
  outline->target = MAX (first, last);

  return TRUE;
}

/* A phase that says no days is the plan’s whole length. */
static void
set_phases (QdPlanOutline *outline)
{
  for (guint i = 0; i < outline->phases->len; i++)
    {
      QdOutlinePhase *phase = qd_plan_outline_get_phase (outline, i);

      if (phase->first != QD_DAY_NONE)
        continue;

      phase->first = outline->start;
      phase->last = outline->target;
    }
}

static void
set_head (QdMspdiReading *reading)
{
  QdMspdiFile     *file = reading->file;
  QdPlanOutline   *outline = reading->outline;
  g_autofree char *title = qd_mspdi_dup_line (file->title);
  g_autofree char *name = qd_mspdi_dup_line (file->name);

  /* A project that has no title has the name of a file, such as “Rollout.mpp”. */
  outline->name = title != NULL  ? g_steal_pointer (&title)
                  : name != NULL ? g_steal_pointer (&name)
                                 : g_strdup (_ ("Imported Plan"));
  outline->customer = qd_mspdi_dup_line (file->company);

  if (file->status != QD_MINUTE_NONE)
    outline->status_day = qd_minute_get_day (file->status);

  if (file->ours && (file->uid == NULL || !qd_record_parse_id (file->uid, &outline->id)))
    outline->id = 0;

  for (int i = 0; file->ours && file->category != NULL && qd_plan_kinds[i].nick != NULL; i++)
    {
      if (g_str_equal (qd_plan_kinds[i].label, file->category))
        outline->kind = (QdPlanKind)i;
    }
}

static void
index_file (QdMspdiReading *reading)
{
  QdMspdiFile *file = reading->file;
  g_autoptr(GHashTable) resources = g_hash_table_new (g_int_hash, g_int_equal);

  for (guint i = 0; i < file->calendars->len; i++)
    {
      QdMspdiCalendar *calendar = &g_array_index (file->calendars, QdMspdiCalendar, i);

      if (calendar->uid != QD_MSPDI_NONE)
        g_hash_table_insert (reading->calendars, &calendar->uid, calendar);
    }

  for (guint i = 0; i < file->resources->len; i++)
    {
      QdMspdiResource *resource = g_ptr_array_index (file->resources, i);

      if (resource->name != NULL)
        g_hash_table_insert (resources, &resource->uid, resource->name);
    }

  for (guint i = 0; i < file->assignments->len; i++)
    {
      QdMspdiAssignment *assignment = &g_array_index (file->assignments, QdMspdiAssignment, i);
      const char        *name = g_hash_table_lookup (resources, &assignment->resource);
      const char        *names = g_hash_table_lookup (reading->owners, &assignment->task);

      if (name != NULL && (names == NULL || g_utf8_strlen (names, -1) <= QD_COLUMN_MAX_LINE))
        g_hash_table_replace (reading->owners,
                              &assignment->task,
                              names != NULL ? g_strdup_printf ("%s, %s", names, name) : g_strdup (name));
    }
}

static void
add_note (GStrvBuilder *notes,
          guint         n,
          const char   *text)
{
  if (n > 0)
    g_strv_builder_take (notes, g_strdup_printf (text, n));
}

static GStrv
list_notes (QdMspdiReading *reading)
{
  g_autoptr(GStrvBuilder) notes = g_strv_builder_new ();

  add_note (notes,
            reading->n_foreign_links,
            ngettext ("%u link to another project is left out", "%u links to other projects are left out", reading->n_foreign_links));
  add_note (notes,
            reading->n_phase_links,
            ngettext ("%u link of a phase is left out", "%u links of phases are left out", reading->n_phase_links));
  add_note (notes,
            reading->n_constraints,
            ngettext ("%u constraint of a kind that is not known here is left out",
                      "%u constraints of kinds that are not known here are left out",
                      reading->n_constraints));

  if (!reading->file->ours && reading->file->calendars->len > 0)
    g_strv_builder_add (notes, _ ("The working calendars of the file are left out"));

  return g_strv_builder_end (notes);
}

/**
 * qd_mspdi_read:
 * @bytes: Microsoft Project’s XML, of ours or of another program
 * @notes: (out) (optional): what is in the file and not in the plan, a sentence each
 *
 * Nothing is looked up: the ids are those that a file of ours has, or 0. May be
 * called on any thread.
 *
 * Returns: (transfer full) (nullable): the plan, with the usual working week;
 *   else @error names the line and the element
 */
QdPlanOutline *
qd_mspdi_read (GBytes  *bytes,
               GStrv   *notes,
               GError **error)
{
  g_autoptr(QdMspdiFile) file = qd_mspdi_file_new (bytes, error);
  g_autoptr(QdPlanOutline) outline = qd_plan_outline_new_empty ();
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (QdMspdiPlace));
  g_autoptr(GHashTable) by_uid = g_hash_table_new (g_int_hash, g_int_equal);
  g_autoptr(GHashTable) calendars = g_hash_table_new (g_int_hash, g_int_equal);
  g_autoptr(GHashTable) owners = g_hash_table_new_full (g_int_hash, g_int_equal, NULL, g_free);
  g_autoptr(GHashTable) objectives = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  QdMspdiReading reading = { file, outline, places, by_uid, calendars, owners, objectives, 0, 0, 0 };

  if (file == NULL)
    return NULL;

  set_head (&reading);
  index_file (&reading);

  if (!qd_mspdi_reading_place_rows (&reading, error) || !set_days (&reading, error) || !add_links (&reading, error) ||
      !check_cycles (&reading, error))
    return NULL;

  set_phases (outline);
  add_baselines (&reading);
  outline->calendars = qd_plan_calendars_new (NULL, NULL, NULL, NULL, outline->start - 31, outline->target + 366);
  qd_plan_outline_arrange (outline);

  if (notes != NULL)
    *notes = list_notes (&reading);

  return g_steal_pointer (&outline);
}
