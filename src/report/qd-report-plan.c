/* qd-report-plan.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-report-plan"

#include <glib/gi18n.h>

#include "qd-report-parts.h"

#define GUTTER 14

/* Above this many characters three texts are not set beside each other. */
#define BESIDE_MAX 420

/* So many tasks of an objective are named; all are in the tables. */
#define LISTED_TASKS 8

typedef struct
{
  const char *label;
  const char *text;
} Passage;

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static void
add_title_block (QdReportFlow *flow,
                 QdReportPlan *plan)
{
  g_autofree char   *audience = qd_report_dup_audience (plan->audience);
  g_autofree char   *days = qd_report_dup_days (plan->start, plan->target);
  g_autofree char   *made = qd_report_dup_day (plan->day);
  /* Translators: above a plan's name: “Success plan · Onboarding” */
  g_autofree char   *eyebrow = g_strdup_printf (_ ("Success plan · %s"), plan->kind);
  const QdReportFact facts[] = {
    { _ ("Audience"), audience },
    { _ ("Dates"), days },
    { _ ("Status"), NULL, &plan->state },
    { _ ("Generated on"), made },
  };

  qd_report_add_title (flow, eyebrow, plan->name, plan->customer);
  qd_report_flow_rule (flow);
  flow->y += 5;
  qd_report_add_facts (flow, facts, G_N_ELEMENTS (facts), G_N_ELEMENTS (facts));
  flow->y += 5;
  qd_report_flow_rule (flow);
  flow->y += 10;
  if (plan->tasks->len > 0)
    qd_report_add_progress (flow, plan->done, plan->expected, plan->day);
}

static void
add_passage (QdReportFlow  *flow,
             QdReportRow   *row,
             guint          cell,
             const Passage *passage)
{
  QdReportPiece label = { .style = QD_REPORT_STYLE_LABEL, .text = passage->label, .tag = "P" };
  QdReportPiece text = { .style = QD_REPORT_STYLE_BODY, .text = passage->text, .tag = "P", .gap = 2 };

  qd_report_row_add_piece (row, flow->pages, cell, &label);
  qd_report_row_add_piece (row, flow->pages, cell, &text);
}

/* Texts beside each other while they are short, else below each other */
static void
add_passages (QdReportFlow  *flow,
              const Passage *passages,
              guint          n_passages)
{
  gboolean     beside = TRUE;
  QdReportRow *row = NULL;
  guint        n_shown = 0;
  guint        column = 0;

  for (guint i = 0; i < n_passages; i++)
    if (has_text (passages[i].text))
      {
        n_shown++;
        if (g_utf8_strlen (passages[i].text, -1) > BESIDE_MAX)
          beside = FALSE;
      }

  for (guint i = 0; i < n_passages; i++)
    {
      guint  n_columns = beside ? MAX (n_shown, 2) : 1;
      double width = (flow->width + GUTTER) / n_columns;

      if (!has_text (passages[i].text))
        continue;
      if (row == NULL)
        row = qd_report_row_new (NULL, NULL);
      add_passage (flow, row, qd_report_row_add_cell (row, flow->left + column * width, width - GUTTER), &passages[i]);
      column++;
      if (!beside)
        {
          qd_report_flow_row (flow, g_steal_pointer (&row), 3.5, FALSE);
          column = 0;
        }
    }

  if (row != NULL)
    qd_report_flow_row (flow, row, 3.5, FALSE);
}

/* Those that are in the report: an objective may have others, in plans that support it. */
static guint
count_tasks (QdReportPlan *plan,
             gint64        objective)
{
  guint n_tasks = 0;

  for (guint i = 0; i < plan->tasks->len; i++)
    n_tasks += g_array_index (plan->tasks, QdReportTask, i).objective == objective;

  return n_tasks;
}

static void
add_objective_tasks (QdReportFlow            *flow,
                     QdReportPlan            *plan,
                     const QdReportObjective *objective)
{
  double           width = (flow->width - GUTTER) / 2;
  QdReportRow     *row;
  guint            cells[2];
  guint            n_tasks = count_tasks (plan, objective->id);
  guint            n_listed = 0;
  g_autofree char *summary = NULL;

  if (objective->n_tasks == 0)
    return;

  /* Translators: above the tasks of an objective */
  summary = g_strdup_printf (ngettext ("Tasks: %1$u of %2$u done", "Tasks: %1$u of %2$u done", objective->n_tasks), objective->n_done, objective->n_tasks);

  /* All of them are in plans that support it. */
  if (n_tasks == 0)
    {
      flow->y += 3.5;
      qd_report_flow_text (flow, QD_REPORT_STYLE_LABEL, "P", summary);
      return;
    }

  row = qd_report_row_new ("L", NULL);
  cells[0] = qd_report_row_add_cell (row, flow->left, width);
  cells[1] = qd_report_row_add_cell (row, flow->left + width + GUTTER, width);

  for (guint i = 0; i < plan->tasks->len && n_listed < MIN (n_tasks, LISTED_TASKS); i++)
    {
      const QdReportTask *task = &g_array_index (plan->tasks, QdReportTask, i);
      g_autofree char    *link = g_strdup_printf ("dest='task-%" G_GINT64_FORMAT "'", task->id);
      g_autofree char    *title = qd_report_dup_line (task->title);

      if (task->objective != objective->id)
        continue;

      qd_report_row_add_piece (row, flow->pages, cells[n_listed++ < (MIN (n_tasks, LISTED_TASKS) + 1) / 2 ? 0 : 1],
                               &(QdReportPiece){ .style = QD_REPORT_STYLE_SMALL,
                                                 .text = title,
                                                 .tag = "LI",
                                                 .mark = task->state.mark,
                                                 .mark_colour = task->state.colour,
                                                 .gap = 2.2,
                                                 .link = link });
    }

  qd_report_flow_need (flow, qd_report_row_get_height (row) + 16);
  flow->y += 3.5;
  qd_report_flow_text (flow, QD_REPORT_STYLE_LABEL, "P", summary);
  flow->y += 2.5;
  qd_report_flow_row (flow, row, 0, FALSE);

  if (n_tasks > LISTED_TASKS)
    {
      g_autofree char *more = g_strdup_printf (
          ngettext ("and %u more in the tables below", "and %u more in the tables below", n_tasks - LISTED_TASKS), n_tasks - LISTED_TASKS);

      flow->y += 2;
      qd_report_flow_text (flow, QD_REPORT_STYLE_SMALL, "P", more);
    }
}

/* “Use case: CI · Priority: High · Closed on 3 Jan 2027” */
static char *
dup_objective_line (const QdReportObjective *objective)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *closed = qd_report_dup_day (objective->closed);
  g_auto(GStrv) words = NULL;

  if (has_text (objective->use_case))
    g_strv_builder_take (builder, g_strdup_printf (_ ("Use case: %s"), objective->use_case));
  if (has_text (objective->priority))
    g_strv_builder_take (builder, g_strdup_printf (_ ("Priority: %s"), objective->priority));
  if (has_text (closed))
    g_strv_builder_take (builder, g_strdup_printf (_ ("Closed on %s"), closed));
  words = g_strv_builder_end (builder);

  return g_strjoinv (" · ", words);
}

static void
add_objective (QdReportFlow            *flow,
               QdReportPlan            *plan,
               const QdReportObjective *objective,
               guint                    number)
{
  g_autofree char   *name = qd_report_dup_line (objective->name);
  g_autofree char   *heading = g_strdup_printf ("%u  %s", number, name);
  g_autofree char   *due = qd_report_dup_day (objective->due);
  g_autofree char   *more = dup_objective_line (objective);
  const QdReportFact facts[] = {
    { _ ("Status"), NULL, &objective->state, objective->internal && !qd_audience_is_outside (plan->audience) ? _ ("Internal") : NULL },
    { _ ("Verifiable Outcome"), objective->outcome },
    { _ ("Due"), due },
    { _ ("Owner"), objective->owner },
    { _ ("Customer owner"), objective->customer_owner },
  };
  const Passage passages[] = {
    { _ ("Baseline"), objective->baseline },
    { _ ("Success criteria"), objective->criteria },
    { _ ("Business impact"), objective->impact },
  };
  const Passage updates[] = {
    { _ ("Summary"), objective->summary },
    { _ ("Successes"), objective->successes },
    { _ ("Risks"), objective->risks },
  };
  guint  n_tasks = MIN (count_tasks (plan, objective->id), LISTED_TASKS);
  double top;

  if (number > 1)
    flow->y += 13;
  /* As high as most are, so that most are on one page */
  qd_report_flow_need (flow, n_tasks > 0 ? 140 + (n_tasks + 1) / 2 * 12 : 120);
  qd_report_flow_rule (flow);
  flow->y += 9;
  top = qd_report_flow_text (flow, QD_REPORT_STYLE_SUBHEADING, "H2", heading);
  qd_report_pages_add_outline (flow->pages, 1, name, top);
  if (*more != '\0')
    qd_report_flow_text (flow, QD_REPORT_STYLE_SMALL, "P", more);
  flow->y += 3;
  qd_report_add_facts (flow, facts, G_N_ELEMENTS (facts), 5);
  add_passages (flow, passages, G_N_ELEMENTS (passages));
  add_passages (flow, updates, G_N_ELEMENTS (updates));
  add_objective_tasks (flow, plan, objective);
}

static void
add_objectives (QdReportFlow *flow,
                QdReportPlan *plan)
{
  if (plan->objectives->len == 0)
    return;

  qd_report_flow_heading (flow, _ ("Objectives"), 170);
  for (guint i = 0; i < plan->objectives->len; i++)
    add_objective (flow, plan, &g_array_index (plan->objectives, QdReportObjective, i), i + 1);
}

static void
add_notes (QdReportFlow       *flow,
           QdReportRow        *row,
           guint               cell,
           const QdReportTask *task)
{
  if (has_text (task->notes))
    qd_report_row_add_piece (row, flow->pages, cell,
                             &(QdReportPiece){ .style = QD_REPORT_STYLE_SMALL, .text = task->notes, .tag = "P", .gap = 2 });

  if (has_text (task->source))
    {
      gboolean         is_link = g_str_has_prefix (task->source, "https://") || g_str_has_prefix (task->source, "http://");
      g_autofree char *escaped = g_uri_escape_string (task->source, ":/?#[]@!$&()*+,;=%", FALSE);
      g_autofree char *link = g_strdup_printf ("uri='%s'", escaped);
      g_autofree char *words = g_strdup_printf (_ ("Source: %s"), task->source);

      qd_report_row_add_piece (row, flow->pages, cell,
                               &(QdReportPiece){ .style = QD_REPORT_STYLE_SMALL,
                                                 .text = words,
                                                 .tag = "P",
                                                 .link = is_link ? link : NULL,
                                                 .mark_colour = QD_REPORT_COLOUR_ACCENT,
                                                 .coloured = is_link,
                                                 .gap = 2 });
    }
}

static void
add_task_title (QdReportFlow       *flow,
                QdReportRow        *row,
                guint               cell,
                QdReportPlan       *plan,
                const QdReportTask *task)
{
  g_autofree char *destination = g_strdup_printf ("task-%" G_GINT64_FORMAT, task->id);
  g_autofree char *title = qd_report_dup_line (task->title);

  qd_report_row_add_piece (row, flow->pages, cell,
                           &(QdReportPiece){ .style = QD_REPORT_STYLE_STRONG, .text = title, .tag = "P", .destination = destination });
  if (task->internal && !qd_audience_is_outside (plan->audience))
    qd_report_row_add (row, flow, cell, QD_REPORT_STYLE_SMALL, _ ("Internal"));

  for (guint i = 0; i < task->check_items->len; i++)
    {
      const QdReportCheckItem *item = &g_array_index (task->check_items, QdReportCheckItem, i);
      /* Translators: a line of a checklist, and that it is done */
      g_autofree char         *words = g_strdup_printf (item->done ? _ ("%s (done)") : "%s", item->title);

      qd_report_row_add_piece (row, flow->pages, cell,
                               &(QdReportPiece){ .style = QD_REPORT_STYLE_SMALL,
                                                 .text = words,
                                                 .tag = "P",
                                                 .mark = item->done ? QD_REPORT_MARK_BOX_TICK : QD_REPORT_MARK_BOX,
                                                 .mark_colour = item->done ? QD_REPORT_COLOUR_GOOD : QD_REPORT_COLOUR_MUTED,
                                                 .gap = 2.5 });
    }

  add_notes (flow, row, cell, task);
}

static void
add_due (QdReportFlow       *flow,
         QdReportRow        *row,
         guint               cell,
         QdReportPlan       *plan,
         const QdReportTask *task)
{
  g_autofree char *due = qd_report_dup_day (task->due);
  int              n_days = plan->day - task->due;

  qd_report_row_add (row, flow, cell, QD_REPORT_STYLE_BODY, due);
  if (task->due != QD_DAY_NONE && !task->done && n_days > 0)
    {
      g_autofree char *late = g_strdup_printf (ngettext ("%d day late", "%d days late", n_days), n_days);

      qd_report_row_add_piece (row, flow->pages, cell,
                               &(QdReportPiece){ .style = QD_REPORT_STYLE_SMALL,
                                                 .text = late,
                                                 .mark_colour = QD_REPORT_COLOUR_BAD,
                                                 .coloured = TRUE,
                                                 .gap = 1 });
    }
}

static void
add_task_row (QdReportFlow              *flow,
              QdReportPlan              *plan,
              const QdReportTask        *task,
              const QdReportTableColumn *columns)
{
  QdReportRow *row = qd_report_row_new ("TR", "TD");

  for (guint i = 0; i < 6; i++)
    qd_report_row_add_cell (row, columns[i].x, columns[i].width);

  add_task_title (flow, row, 0, plan, task);
  qd_report_row_add (row, flow, 1, QD_REPORT_STYLE_BODY, task->kind);
  if (has_text (task->owner))
    qd_report_row_add (row, flow, 2, QD_REPORT_STYLE_BODY, task->owner);
  if (has_text (task->customer_owner))
    qd_report_row_add (row, flow, 3, QD_REPORT_STYLE_BODY, task->customer_owner);
  add_due (flow, row, 4, plan, task);
  qd_report_row_add_piece (row, flow->pages, 5,
                           &(QdReportPiece){ .style = QD_REPORT_STYLE_STRONG,
                                             .text = task->state.label,
                                             .mark = task->state.mark,
                                             .mark_colour = task->state.colour,
                                             .coloured = TRUE });
  qd_report_flow_row (flow, row, 5, TRUE);
}

/* Widths add up to 1, gutters included */
static void
fill_columns (QdReportFlow        *flow,
              QdReportTableColumn *columns)
{
  static const double widths[] = { 0.332, 0.105, 0.143, 0.15, 0.137, 0.133 };
  const char *const   titles[] = {
    _ ("Task"), _ ("Kind"), _ ("Owner"), _ ("Customer owner"), _ ("Due"), _ ("Status")
  };
  double x = flow->left;

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      columns[i] = (QdReportTableColumn){ titles[i], x, widths[i] * flow->width - (i < 5 ? 8 : 0) };
      x += widths[i] * flow->width;
    }
}

static gboolean
is_in_phase (QdReportPlan       *plan,
             const QdReportTask *task,
             gint64              phase)
{
  if (phase != 0)
    return task->phase == phase;

  for (guint i = 0; i < plan->phases->len; i++)
    if (g_array_index (plan->phases, QdReportPhase, i).id == task->phase)
      return FALSE;

  return TRUE;
}

/* @phase is %NULL for the tasks of none. */
static void
add_phase (QdReportFlow        *flow,
           QdReportPlan        *plan,
           const QdReportPhase *phase)
{
  gint64              id = phase != NULL ? phase->id : 0;
  g_autofree char    *name = qd_report_dup_line (phase != NULL ? phase->name : _ ("Other tasks"));
  g_autofree char    *days = phase != NULL ? qd_report_dup_days (phase->first, phase->last) : NULL;
  g_autofree char    *counts = NULL;
  g_autofree char    *facts = NULL;
  QdReportTableColumn columns[6];
  guint               n_tasks = 0, n_done = 0;
  double              top;

  for (guint i = 0; i < plan->tasks->len; i++)
    {
      const QdReportTask *task = &g_array_index (plan->tasks, QdReportTask, i);

      n_tasks += is_in_phase (plan, task, id);
      n_done += is_in_phase (plan, task, id) && task->done;
    }

  if (n_tasks == 0)
    return;

  counts = g_strdup_printf (ngettext ("%1$u of %2$u task done", "%1$u of %2$u tasks done", n_tasks), n_done, n_tasks);
  facts = days != NULL ? g_strdup_printf ("%s · %s", days, counts) : g_strdup (counts);

  qd_report_flow_need (flow, 110);
  top = qd_report_flow_text (flow, QD_REPORT_STYLE_SUBHEADING, "H2", name);
  qd_report_pages_add_outline (flow->pages, 1, name, top);
  flow->y += 1.5;
  qd_report_flow_text (flow, QD_REPORT_STYLE_SMALL, "P", facts);
  flow->y += 2;

  fill_columns (flow, columns);
  qd_report_flow_begin_table (flow, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < plan->tasks->len && !g_cancellable_is_cancelled (flow->cancellable); i++)
    if (is_in_phase (plan, &g_array_index (plan->tasks, QdReportTask, i), id))
      add_task_row (flow, plan, &g_array_index (plan->tasks, QdReportTask, i), columns);
  qd_report_flow_end_table (flow);
  flow->y += 18;
}

static void
add_phases (QdReportFlow *flow,
            QdReportPlan *plan)
{
  if (plan->tasks->len == 0)
    return;

  qd_report_flow_heading (flow, _ ("Tasks by phase"), 140);
  for (guint i = 0; i < plan->phases->len; i++)
    add_phase (flow, plan, &g_array_index (plan->phases, QdReportPhase, i));
  add_phase (flow, plan, NULL);
}

static void
add_texts (QdReportFlow *flow,
           const char   *title,
           const char   *text)
{
  if (!has_text (text))
    return;

  qd_report_flow_heading (flow, title, 50);
  qd_report_flow_text (flow, QD_REPORT_STYLE_BODY, "P", text);
}

/**
 * qd_report_plan_lay_out:
 * @width: of the paper, in points
 *
 * Returns: (transfer full): the pages, or %NULL with @error
 */
QdReportPages *
qd_report_plan_lay_out (QdReportPlan *self,
                        double        width,
                        double        height,
                        GCancellable *cancellable,
                        GError      **error)
{
  g_autoptr(QdReportPages) pages = qd_report_pages_new (width, height, error);
  QdReportFlow flow;

  if (pages == NULL)
    return NULL;

  qd_report_pages_set_language (pages, self->customer);
  qd_report_pages_set_language (pages, self->name);
  qd_report_flow_init (&flow, pages, cancellable);
  add_title_block (&flow, self);
  qd_report_add_timeline (&flow, self);
  add_texts (&flow, _ ("Strategy"), self->strategy);
  add_texts (&flow, _ ("Highlights"), self->highlights);
  add_objectives (&flow, self);
  add_phases (&flow, self);
  qd_report_add_edges (pages, self->name, self->customer, self->audience, self->day);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return g_steal_pointer (&pages);
}
