/* qd-plan-outline-losses.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-plan-outline-losses"

#include <glib/gi18n.h>

#include "qd-plan-writers.h"

/* Marks both for translation; the one that is wanted is looked up when there is a number. */
#define NN_(one, many) one, many

/* What a plan may have that a format may have no place for */
typedef enum
{
  LOSES_TIMES = 1 << 0,
  LOSES_DURATIONS = 1 << 1,
  LOSES_LINKS = 1 << 2,
  LOSES_LINKS_TO_DATES = 1 << 3, /* its dates are kept, in which what the links said is still to be seen */
  LOSES_PROGRESS = 1 << 4,
  LOSES_CONCERN = 1 << 5,
  LOSES_STATUS = 1 << 6,
  LOSES_DONE = 1 << 7,
  LOSES_MEETINGS = 1 << 8,
  LOSES_KINDS = 1 << 9,
  LOSES_SUMMARIES = 1 << 10,
  LOSES_PHASE_DAYS = 1 << 11,
  LOSES_OWNERS = 1 << 12,
  LOSES_NOTES = 1 << 13,
  LOSES_CHECKS = 1 << 14,
  LOSES_WORK = 1 << 15,
  LOSES_SIDES = 1 << 16,
  LOSES_CONSTRAINTS = 1 << 17,
  LOSES_MODULES = 1 << 18,
  LOSES_SOURCES = 1 << 19,
  LOSES_OBJECTIVES = 1 << 20,
  LOSES_OBJECTIVE_WORDS = 1 << 21,
  LOSES_BASELINES = 1 << 22,
  LOSES_BASELINE_NAMES = 1 << 23,
  LOSES_WORDS = 1 << 24,
  LOSES_STATUS_DAY = 1 << 25,
} Loss;

#define IN_GITLAB                                                                                         \
  (LOSES_TIMES | LOSES_DURATIONS | LOSES_LINKS | LOSES_PROGRESS | LOSES_DONE | LOSES_KINDS |              \
   LOSES_SUMMARIES | LOSES_PHASE_DAYS | LOSES_SIDES | LOSES_CONSTRAINTS | LOSES_MODULES | LOSES_SOURCES | \
   LOSES_BASELINES | LOSES_WORDS | LOSES_STATUS_DAY)

#define IN_A_PICTURE                                                                                \
  (LOSES_DURATIONS | LOSES_LINKS_TO_DATES | LOSES_PROGRESS | LOSES_CONCERN | LOSES_SUMMARIES |      \
   LOSES_PHASE_DAYS | LOSES_CHECKS | LOSES_WORK | LOSES_SIDES | LOSES_CONSTRAINTS | LOSES_MODULES | \
   LOSES_SOURCES | LOSES_OBJECTIVES | LOSES_BASELINES | LOSES_WORDS | LOSES_STATUS_DAY)

static const struct
{
  const char *format;
  guint       losses;
} formats[] = {
  { "csv",
    LOSES_PHASE_DAYS | LOSES_CHECKS | LOSES_OBJECTIVE_WORDS | LOSES_BASELINES | LOSES_WORDS | LOSES_STATUS_DAY },
  { "mermaid", IN_A_PICTURE | LOSES_MEETINGS | LOSES_OWNERS | LOSES_NOTES },
  { "gitlab-csv", IN_GITLAB | LOSES_OBJECTIVE_WORDS },
  { "gitlab-md", IN_GITLAB },
  { "ics", IN_A_PICTURE | LOSES_STATUS | LOSES_DONE },
  { "mspdi", LOSES_CHECKS | LOSES_OBJECTIVE_WORDS | LOSES_BASELINE_NAMES | LOSES_WORDS },
};

typedef gboolean (*Predicate) (const QdOutlineTask *task);

static gboolean
is_timed (const QdOutlineTask *task)
{
  return !task->summary && qd_plan_outline_has_time (task);
}

/* Where times are kept, what is timed is as long as it was. */
static gboolean
has_untimed_duration (const QdOutlineTask *task)
{
  return task->duration != QD_INTEGER_NONE && task->duration > 0 && !task->summary && !is_timed (task);
}

static gboolean
has_duration (const QdOutlineTask *task)
{
  return task->duration != QD_INTEGER_NONE && task->duration > 0 && !task->summary;
}

static gboolean
has_progress (const QdOutlineTask *task)
{
  return task->progress > 0 && (task->status != QD_TASK_STATUS_DONE || task->progress < 100);
}

static gboolean
is_of_concern (const QdOutlineTask *task)
{
  return task->status == QD_TASK_STATUS_WATCHPOINT || task->status == QD_TASK_STATUS_CONCERN;
}

static gboolean
is_on_track (const QdOutlineTask *task)
{
  return task->status == QD_TASK_STATUS_ON_TRACK;
}

static gboolean
is_done (const QdOutlineTask *task)
{
  return task->status == QD_TASK_STATUS_DONE;
}

static gboolean
is_meeting (const QdOutlineTask *task)
{
  return task->kind == QD_TASK_KIND_WORKSHOP || task->kind == QD_TASK_KIND_CALL;
}

static gboolean
is_of_a_kind (const QdOutlineTask *task)
{
  return task->kind != QD_TASK_KIND_TASK;
}

static gboolean
is_below (const QdOutlineTask *task)
{
  return task->parent >= 0;
}

static gboolean
has_owner (const QdOutlineTask *task)
{
  return task->owner != NULL || task->customer_owner != NULL;
}

static gboolean
has_notes (const QdOutlineTask *task)
{
  return task->notes != NULL;
}

static gboolean
has_checks (const QdOutlineTask *task)
{
  return task->checks->len > 0;
}

static gboolean
has_work (const QdOutlineTask *task)
{
  return task->work != QD_INTEGER_NONE;
}

static gboolean
has_side (const QdOutlineTask *task)
{
  return (int)task->side != QD_ENUM_NONE;
}

static gboolean
has_constraint (const QdOutlineTask *task)
{
  return task->constraint_kind != QD_CONSTRAINT_KIND_NONE;
}

static gboolean
has_module (const QdOutlineTask *task)
{
  return task->content_module != NULL;
}

static gboolean
has_source (const QdOutlineTask *task)
{
  return task->source != NULL;
}

/* Each may come in one sentence, with how many tasks it is about. */
static const struct
{
  guint       loss;
  Predicate   concerns;
  const char *one;
  const char *many;
} sentences[] = {
  { LOSES_TIMES, is_timed, NN_ ("The time of day of %u task is left out", "The time of day of %u tasks is left out") },
  { LOSES_PROGRESS, has_progress, NN_ ("Progress of %u task is left out", "Progress of %u tasks is left out") },
  { LOSES_CONCERN, is_of_concern, NN_ ("That %u task is a watchpoint or a concern is left out", "That %u tasks are a watchpoint or a concern is left out") },
  { LOSES_STATUS, is_on_track, NN_ ("That %u task is on track is left out", "That %u tasks are on track is left out") },
  { LOSES_DONE, is_done, NN_ ("That %u task is done is left out", "That %u tasks are done is left out") },
  { LOSES_MEETINGS, is_meeting, NN_ ("That %u task is a workshop or a call is left out", "That %u tasks are workshops or calls is left out") },
  { LOSES_KINDS, is_of_a_kind, NN_ ("That %u task is a milestone, a workshop or a call is left out", "That %u tasks are milestones, workshops or calls is left out") },
  { LOSES_SUMMARIES, is_below, NN_ ("%u task is no longer below its summary", "%u tasks are no longer below their summary") },
  { LOSES_OWNERS, has_owner, NN_ ("Who %u task belongs to is left out", "Who %u tasks belong to is left out") },
  { LOSES_NOTES, has_notes, NN_ ("The notes of %u task are left out", "The notes of %u tasks are left out") },
  { LOSES_CHECKS, has_checks, NN_ ("The checklist of %u task is left out", "The checklists of %u tasks are left out") },
  { LOSES_WORK, has_work, NN_ ("The work of %u task is left out", "The work of %u tasks is left out") },
  { LOSES_SIDES, has_side, NN_ ("Whose working days %u task keeps is left out", "Whose working days %u tasks keep is left out") },
  { LOSES_CONSTRAINTS, has_constraint, NN_ ("The constraint of %u task is left out", "The constraints of %u tasks are left out") },
  { LOSES_MODULES, has_module, NN_ ("The content module of %u task is left out", "The content modules of %u tasks are left out") },
  { LOSES_SOURCES, has_source, NN_ ("The source of %u task is left out", "The sources of %u tasks are left out") },
};

/* What is in the list of losses so far, and what it is about */
typedef struct
{
  const QdPlanOutline    *outline;
  const char             *format;
  const QdOutlineOptions *options;
  guint                   losses;
  GStrvBuilder           *list;
} Losses;

static void
add (Losses     *self,
     guint       n,
     const char *one,
     const char *many)
{
  if (n > 0)
    g_strv_builder_take (self->list, g_strdup_printf (ngettext (one, many, n), n));
}

static gboolean
is_written (Losses *self,
            guint   index)
{
  if (g_str_equal (self->format, "mermaid"))
    return qd_mermaid_has_task (self->outline, self->options, index);

  return !g_str_equal (self->format, "ics") || qd_ics_has_task (self->outline, self->options, index);
}

static guint
count (Losses   *self,
       Predicate concerns)
{
  guint n = 0;

  for (guint i = 0; i < self->outline->tasks->len; i++)
    n += is_written (self, i) && concerns (qd_plan_outline_get_task (self->outline, i));

  return n;
}

static void
add_missing (Losses *self)
{
  guint n_dayless = 0;
  guint n_others = 0;

  for (guint i = 0; i < self->outline->tasks->len; i++)
    {
      QdMinuteSpan span;

      if (is_written (self, i))
        continue;

      if (qd_plan_outline_get_span (self->outline, i, &span))
        n_others++;
      else
        n_dayless++;
    }

  add (self, n_dayless, NN_ ("%u task without days is left out", "%u tasks without days are left out"));

  if (g_str_equal (self->format, "ics"))
    add (self,
         n_others,
         NN_ ("%u task that is no workshop, call or milestone is left out",
              "%u tasks that are no workshops, calls or milestones are left out"));
  else
    add (self, n_others, NN_ ("%u other task is left out", "%u other tasks are left out"));
}

static void
add_durations (Losses *self)
{
  if (self->losses & LOSES_DURATIONS)
    add (self,
         count (self, self->losses & LOSES_TIMES ? has_duration : has_untimed_duration),
         NN_ ("The duration of %u task becomes its days",
              "The durations of %u tasks become their days"));
}

static void
add_links (Losses *self)
{
  guint n_links = self->outline->links->len;
  guint n_lags = 0;

  for (guint i = 0; i < n_links; i++)
    n_lags += g_array_index (self->outline->links, QdOutlineLink, i).lag != 0;

  if (self->losses & LOSES_LINKS_TO_DATES)
    {
      add (self, n_links, NN_ ("%u link becomes dates", "%u links become dates"));
      add (self, n_lags, NN_ ("%u lag becomes dates", "%u lags become dates"));
    }
  else if (self->losses & LOSES_LINKS)
    {
      add (self, n_links, NN_ ("%u link is left out", "%u links are left out"));
    }
}

static void
add_objectives (Losses *self)
{
  guint n = self->outline->objectives->len;

  if (self->losses & LOSES_OBJECTIVES)
    add (self, n, NN_ ("%u objective is left out", "%u objectives are left out"));
  else if (self->losses & LOSES_OBJECTIVE_WORDS)
    add (self, n, NN_ ("%u objective is left out but for its name", "%u objectives are left out but for their names"));
}

static void
add_baselines (Losses *self)
{
  guint n = self->outline->baselines->len;
  guint n_kept = self->losses & LOSES_BASELINES ? 0 : MIN (n, QD_MSPDI_MAX_BASELINES);

  add (self, n - n_kept, NN_ ("%u baseline is left out", "%u baselines are left out"));

  if (self->losses & LOSES_BASELINE_NAMES)
    add (self,
         n_kept,
         NN_ ("The name and the progress of %u baseline are left out",
              "The names and the progress of %u baselines are left out"));
}

static void
add_all (Losses *self)
{
  add_missing (self);
  add_durations (self);
  add_links (self);

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      if (self->losses & sentences[i].loss)
        add (self, count (self, sentences[i].concerns), sentences[i].one, sentences[i].many);
    }

  if (self->losses & LOSES_PHASE_DAYS)
    add (self, self->outline->phases->len, NN_ ("The days of %u phase are left out", "The days of %u phases are left out"));

  add_objectives (self);
  add_baselines (self);

  if ((self->losses & LOSES_STATUS_DAY) && self->outline->status_day != QD_DAY_NONE)
    g_strv_builder_add (self->list, _ ("The plan’s status day is left out"));

  if ((self->losses & LOSES_WORDS) && self->outline->has_words)
    g_strv_builder_add (self->list, _ ("The plan’s strategy and highlights are left out"));

  if (g_str_equal (self->format, "mermaid") && qd_mermaid_needs_click (self->outline, self->options))
    g_strv_builder_take (self->list,
                         g_strdup_printf (_ ("GitLab draws a chart of more than %d characters only after a click"),
                                          QD_MERMAID_PROMPT));
}

/**
 * qd_plan_outline_list_losses:
 * @format: a nick of #QdFormat
 *
 * What is the app’s own – ids, who may see a task, what a plan was made from – is
 * not counted.
 *
 * Returns: (transfer full): what a file of that format would not say of the plan,
 *   a sentence each; empty where it says everything
 */
GStrv
qd_plan_outline_list_losses (const QdPlanOutline    *outline,
                             const char             *format,
                             const QdOutlineOptions *options)
{
  g_autoptr(GStrvBuilder) list = g_strv_builder_new ();
  Losses self = { outline, format, options, 0, list };

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (!g_str_equal (formats[i].format, format))
        continue;

      self.losses = formats[i].losses;
      add_all (&self);
    }

  return g_strv_builder_end (list);
}
