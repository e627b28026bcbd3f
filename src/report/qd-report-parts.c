/* qd-report-parts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-report-parts"

#include "qd-report-parts.h"

#include <glib/gi18n.h>
#include <math.h>

#include "qd-day-words.h"
#include "qd-plan-progress.h"

#define GUTTER 14

/* A document is read in other years too: the day with its year, as in “24 Nov 2026” */
char *
qd_report_dup_day (int day)
{
  return qd_day_dup_short (day, 0);
}

char *
qd_report_dup_days (int first,
                    int last)
{
  g_autofree char *from = qd_report_dup_day (first);
  g_autofree char *to = qd_report_dup_day (last);

  /* Translators: from one day to another: “1 Sep 2026 – 30 Nov 2026” */
  return g_strdup_printf (C_ ("days", "%1$s – %2$s"), from, to);
}

/* What a reader is told of who the document is for */
char *
qd_report_dup_audience (QdAudience audience)
{
  switch (audience)
    {
    case QD_AUDIENCE_CUSTOMER:
      return g_strdup (_ ("Prepared for the customer"));

    case QD_AUDIENCE_PUBLIC:
      return g_strdup (_ ("Public, without names"));

    case QD_AUDIENCE_INTERNAL:
      return g_strdup (_ ("Internal, by codename"));

    case QD_AUDIENCE_ME:
    default:
      return g_strdup (_ ("Personal copy"));
    }
}

/* Returns: (transfer full): @text as one line */
char *
qd_report_dup_line (const char *text)
{
  g_auto(GStrv) words = g_strsplit_set (text != NULL ? text : "", "\r\n\t", -1);
  GString *line = g_string_new (NULL);

  for (int i = 0; words[i] != NULL; i++)
    if (*g_strstrip (words[i]) != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", words[i]);

  return g_string_free_and_steal (line);
}

/* Returns: (transfer full): what the document is called in its metadata */
char *
qd_report_dup_title (const char *customer,
                     const char *name)
{
  g_autofree char *who = qd_report_dup_line (customer);
  g_autofree char *what = qd_report_dup_line (name);

  return *who != '\0' ? g_strdup_printf ("%s – %s", what, who) : g_steal_pointer (&what);
}

void
qd_report_add_title (QdReportFlow *flow,
                     const char   *eyebrow,
                     const char   *title,
                     const char   *subtitle)
{
  g_autofree char *upper = g_utf8_strup (eyebrow, -1);
  g_autofree char *line = qd_report_dup_line (title);
  double           top;

  qd_report_pages_add_box (flow->pages, QD_REPORT_COLOUR_ACCENT, flow->left, flow->y - 10, 34, 3, 0);
  flow->y += 6;
  qd_report_flow_text (flow, QD_REPORT_STYLE_EYEBROW, "P", upper);
  flow->y += 7;
  top = qd_report_flow_text (flow, QD_REPORT_STYLE_TITLE, "H1", line);
  qd_report_pages_add_outline (flow->pages, 0, line, top);
  if (subtitle != NULL && *subtitle != '\0')
    {
      flow->y += 5;
      qd_report_flow_text (flow, QD_REPORT_STYLE_SUBTITLE, "P", subtitle);
    }
  flow->y += 14;
}

static void
add_fact (QdReportFlow       *flow,
          QdReportRow        *row,
          const QdReportFact *fact,
          double              x,
          double              width)
{
  guint            cell = qd_report_row_add_cell (row, x, width);
  g_autofree char *value = qd_report_dup_line (fact->value);
  QdReportPiece    label = { .style = QD_REPORT_STYLE_LABEL, .text = fact->label, .tag = "P" };
  QdReportPiece    text = { .style = QD_REPORT_STYLE_STRONG, .text = value, .tag = "P", .gap = 2.5 };

  if (fact->state != NULL)
    {
      text.text = fact->state->label;
      text.mark = fact->state->mark;
      text.mark_colour = fact->state->colour;
      text.coloured = TRUE;
    }

  qd_report_row_add_piece (row, flow->pages, cell, &label);
  qd_report_row_add_piece (row, flow->pages, cell, &text);
  if (fact->detail != NULL && *fact->detail != '\0')
    qd_report_row_add_piece (row, flow->pages, cell,
                             &(QdReportPiece){ .style = QD_REPORT_STYLE_SMALL, .text = fact->detail, .tag = "P", .gap = 1 });
}

/* Puts the facts that have a value into rows of @n_columns. */
void
qd_report_add_facts (QdReportFlow       *flow,
                     const QdReportFact *facts,
                     guint               n_facts,
                     guint               n_columns)
{
  double       width = (flow->width + GUTTER) / n_columns;
  QdReportRow *row = NULL;
  guint        column = 0;

  for (guint i = 0; i < n_facts; i++)
    {
      if (facts[i].state == NULL && (facts[i].value == NULL || *facts[i].value == '\0'))
        continue;
      if (facts[i].state != NULL && facts[i].state->label == NULL)
        continue;

      if (row == NULL)
        row = qd_report_row_new (NULL, NULL);
      add_fact (flow, row, &facts[i], flow->left + column * width, width - GUTTER);
      if (++column == n_columns)
        {
          qd_report_flow_row (flow, g_steal_pointer (&row), 4, FALSE);
          column = 0;
        }
    }

  if (row != NULL)
    qd_report_flow_row (flow, row, 4, FALSE);
}

/* A bar filled as far as is done, with a stroke where the calendar expects it */
void
qd_report_add_bar (QdReportFlow *flow,
                   double        x,
                   double        y,
                   double        width,
                   double        height,
                   double        done,
                   double        expected)
{
  qd_report_pages_add_box (flow->pages, QD_REPORT_COLOUR_ACCENT_LIGHT, x, y, width, height, height / 2);
  if (done > 0)
    qd_report_pages_add_box (flow->pages, QD_REPORT_COLOUR_ACCENT, x, y, MAX (width * MIN (done, 1), height), height, height / 2);
  qd_report_pages_add_box (
      flow->pages, QD_REPORT_COLOUR_INK, x + (width - 1.2) * CLAMP (expected, 0, 1), y - 2.5, 1.2, height + 5, 0);
}

void
qd_report_add_progress (QdReportFlow *flow,
                        double        done,
                        double        expected,
                        int           day)
{
  g_autofree char *figure = g_strdup_printf (C_ ("percentage", "%ld%%"), lround (done * 100));
  g_autofree char *on = qd_report_dup_day (day);
  g_autofree char *pace = qd_plan_progress_dup_pace_words (done, expected);
  /* Translators: below a progress bar: how much the calendar expects by a day, and how far off that is */
  g_autofree char *words = g_strdup_printf (_ ("%1$ld%% expected by %2$s · %3$s"), lround (expected * 100), on, pace);
  g_autoptr(PangoLayout) big = qd_report_pages_create_layout (flow->pages, QD_REPORT_STYLE_FIGURE, figure, -1);
  g_autoptr(PangoLayout) label = qd_report_pages_create_layout (flow->pages, QD_REPORT_STYLE_BODY, _ ("done"), -1);
  g_autoptr(PangoLayout) caption = qd_report_pages_create_layout (flow->pages, QD_REPORT_STYLE_SMALL, words, -1);
  double big_width = qd_report_layout_get_width (big);
  double x = flow->left + big_width + 4 + qd_report_layout_get_width (label) + 18;
  double width = flow->left + flow->width - x;
  double big_line = (double)pango_layout_get_baseline (big) / PANGO_SCALE;
  double line = (double)pango_layout_get_baseline (label) / PANGO_SCALE;

  flow->y += 4;
  qd_report_pages_begin (flow->pages, "P", NULL);
  qd_report_pages_add_text (flow->pages, big, QD_REPORT_COLOUR_INK, flow->left, flow->y);
  qd_report_pages_add_text (flow->pages, label, QD_REPORT_COLOUR_MUTED, flow->left + big_width + 4, flow->y + big_line - line);
  qd_report_pages_end (flow->pages, "P");

  qd_report_pages_begin (flow->pages, "Figure", NULL);
  qd_report_add_bar (flow, x, flow->y + 8, width, 6, done, expected);
  qd_report_pages_add_text (flow->pages, caption, QD_REPORT_COLOUR_MUTED, x, flow->y + 19);
  qd_report_pages_end (flow->pages, "Figure");
  flow->y += qd_report_layout_get_height (big) + 4;
}

/* Puts text of one line where it ends at @right, or begins at @left if that is not negative */
static void
add_edge_text (QdReportPages *pages,
               const char    *text,
               double         left,
               double         right,
               double         y)
{
  g_autoptr(PangoLayout) layout = qd_report_pages_create_layout (pages, QD_REPORT_STYLE_SMALL, text, -1);
  double width = qd_report_layout_get_width (layout);
  double room = right - left;

  if (width > room)
    {
      pango_layout_set_width (layout, room * PANGO_SCALE);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_height (layout, 0);
    }

  qd_report_pages_add_text (pages, layout, QD_REPORT_COLOUR_MUTED, left, y);
}

static double
measure_edge_text (QdReportPages *pages,
                   const char    *text)
{
  g_autoptr(PangoLayout) layout = qd_report_pages_create_layout (pages, QD_REPORT_STYLE_SMALL, text, -1);

  return qd_report_layout_get_width (layout);
}

/* @left and @right beside each other; @right keeps its width */
static void
add_edge (QdReportPages *pages,
          const char    *left,
          const char    *right,
          double         y)
{
  double end = qd_report_pages_get_width (pages) - QD_REPORT_MARGIN_SIDE;
  double half = (end - QD_REPORT_MARGIN_SIDE) / 2;
  double width = MIN (measure_edge_text (pages, right), half) + 0.5;

  add_edge_text (pages, left, QD_REPORT_MARGIN_SIDE, end - width - GUTTER, y);
  add_edge_text (pages, right, end - width, end, y);
}

/*
 * The header, not on the first page, whose title says more, and the footer of each
 * page. They are “Private”: no part of what the document says. An artifact would be
 * the right word, but cairo 1.18 writes a damaged file for it.
 */
void
qd_report_add_edges (QdReportPages *pages,
                     const char    *left,
                     const char    *right,
                     QdAudience     audience,
                     int            day)
{
  double           bottom = qd_report_pages_get_height (pages) - QD_REPORT_MARGIN_BOTTOM;
  double           width = qd_report_pages_get_width (pages) - 2 * QD_REPORT_MARGIN_SIDE;
  guint            n_pages = qd_report_pages_get_length (pages);
  g_autofree char *who = qd_report_dup_audience (audience);
  g_autofree char *on = qd_report_dup_day (day);
  /* Translators: in the footer: “Prepared for the customer · Generated on 24 Nov 2026” */
  g_autofree char *note = g_strdup_printf (_ ("%1$s · Generated on %2$s"), who, on);
  g_autofree char *name = qd_report_dup_line (left);
  g_autofree char *customer = qd_report_dup_line (right);

  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *number = g_strdup_printf (_ ("Page %1$u of %2$u"), i + 1, n_pages);

      qd_report_pages_select (pages, i);
      qd_report_pages_begin (pages, "Private", NULL);
      if (i > 0)
        {
          add_edge (pages, name, customer, 33);
          qd_report_pages_add_rule (pages, QD_REPORT_COLOUR_RULE, QD_REPORT_MARGIN_SIDE, 48, width, 0);
        }
      qd_report_pages_add_rule (pages, QD_REPORT_COLOUR_RULE, QD_REPORT_MARGIN_SIDE, bottom + 18, width, 0);
      add_edge (pages, note, number, bottom + 25);
      qd_report_pages_end (pages, "Private");
    }
}
