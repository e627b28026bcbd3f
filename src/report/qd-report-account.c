/* qd-report-account.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-report-account"

#include <glib/gi18n.h>
#include <math.h>

#include "qd-day-words.h"
#include "qd-report-parts.h"

#define GUTTER 22

/*
 * A brief is one page. It is laid out with fewer lines in each list until it fits,
 * and says how many it leaves out.
 */
#define MOST_LINES 10

typedef struct
{
  QdReportFlow    *flow;
  QdReportAccount *account;
  guint            most;      /* lines of a list */
  int              max_lines; /* of one text */
} Brief;

static void
add_piece (Brief        *brief,
           QdReportRow  *row,
           guint         cell,
           QdReportStyle style,
           const char   *tag,
           const char   *text,
           double        gap)
{
  qd_report_row_add_piece (row, brief->flow->pages, cell,
                           &(QdReportPiece){ .style = style, .text = text, .tag = tag, .gap = gap });
}

static char *
dup_detail (Brief              *brief,
            const QdReportItem *item)
{
  g_autofree char *due = NULL;
  g_autofree char *relative = NULL;
  gboolean         has_detail = item->detail != NULL && *item->detail != '\0';

  if (item->day == QD_DAY_NONE)
    return g_strdup (item->detail);

  due = qd_report_dup_day (item->day);
  relative = qd_day_dup_relative (item->day, brief->account->day);

  return g_strdup_printf ("%s%s%s (%s)", has_detail ? item->detail : "", has_detail ? " · " : "", due, relative);
}

/* A heading and the lines of a list below it, with the number of those left out */
static void
add_list (Brief       *brief,
          QdReportRow *row,
          guint        cell,
          const char  *title,
          const char  *none,
          GArray      *items)
{
  add_piece (brief, row, cell, QD_REPORT_STYLE_SUBHEADING, "H2", title, 0);
  if (items->len == 0)
    add_piece (brief, row, cell, QD_REPORT_STYLE_SMALL, "P", none, 5);

  for (guint i = 0; i < MIN (items->len, brief->most); i++)
    {
      const QdReportItem *item = &g_array_index (items, QdReportItem, i);
      g_autofree char    *text = qd_report_dup_line (item->text);
      g_autofree char    *detail = dup_detail (brief, item);
      g_autofree char    *detail_line = qd_report_dup_line (detail);
      gboolean            marked = item->state.mark != QD_REPORT_MARK_NONE;

      qd_report_row_add_piece (row, brief->flow->pages, cell,
                               &(QdReportPiece){ .style = QD_REPORT_STYLE_STRONG,
                                                 .text = text,
                                                 .tag = "P",
                                                 .mark = item->state.mark,
                                                 .mark_colour = item->state.colour,
                                                 .max_lines = brief->max_lines,
                                                 .gap = 5 });
      if (*detail_line != '\0')
        qd_report_row_add_piece (row, brief->flow->pages, cell,
                                 &(QdReportPiece){ .style = QD_REPORT_STYLE_SMALL,
                                                   .text = detail_line,
                                                   .tag = "P",
                                                   .mark_colour = item->state.colour,
                                                   .coloured = item->state.mark == QD_REPORT_MARK_DIAMOND,
                                                   .indented = marked,
                                                   .max_lines = 1,
                                                   .gap = 1 });
    }

  if (items->len > brief->most)
    {
      guint            n_more = items->len - brief->most;
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n_more), n_more);

      add_piece (brief, row, cell, QD_REPORT_STYLE_SMALL, "P", more, 5);
    }
}

static void
add_pair (Brief      *brief,
          const char *title,
          const char *none,
          GArray     *items,
          const char *other_title,
          const char *other_none,
          GArray     *other_items)
{
  double       width = (brief->flow->width - GUTTER) / 2;
  QdReportRow *row = qd_report_row_new (NULL, NULL);
  guint        left = qd_report_row_add_cell (row, brief->flow->left, width);
  guint        right = qd_report_row_add_cell (row, brief->flow->left + width + GUTTER, width);

  add_list (brief, row, left, title, none, items);
  add_list (brief, row, right, other_title, other_none, other_items);
  brief->flow->y += 12;
  qd_report_flow_rule (brief->flow);
  brief->flow->y += 9;
  qd_report_flow_row (brief->flow, row, 0, FALSE);
}

/* A customer reads only what it promised itself. */
static void
add_promises (Brief *brief)
{
  QdReportAccount *account = brief->account;
  QdReportRow     *row;

  if (!qd_audience_is_outside (account->audience))
    {
      add_pair (brief, _ ("Our open promises"), _ ("None open"), account->ours, _ ("Their open promises"), _ ("None open"), account->theirs);
      return;
    }

  row = qd_report_row_new (NULL, NULL);
  add_list (brief, row, qd_report_row_add_cell (row, brief->flow->left, brief->flow->width), _ ("What you promised"), _ ("Nothing open"), account->theirs);
  brief->flow->y += 12;
  qd_report_flow_rule (brief->flow);
  brief->flow->y += 9;
  qd_report_flow_row (brief->flow, row, 0, FALSE);
}

static void
add_next_step (Brief *brief)
{
  QdReportFlow    *flow = brief->flow;
  QdReportRow     *row = qd_report_row_new (NULL, NULL);
  guint            cell = qd_report_row_add_cell (row, flow->left + 12, flow->width - 24);
  g_autofree char *text = qd_report_dup_line (brief->account->next_step);

  add_piece (brief, row, cell, QD_REPORT_STYLE_LABEL, "P", _ ("Next step"), 0);
  qd_report_row_add_piece (row, flow->pages, cell,
                           &(QdReportPiece){ .style = QD_REPORT_STYLE_STRONG,
                                             .text = text,
                                             .tag = "P",
                                             .gap = 2,
                                             .max_lines = brief->max_lines + 1 });
  flow->y += 8;
  qd_report_pages_add_box (
      flow->pages, QD_REPORT_COLOUR_WASH, flow->left, flow->y, flow->width, qd_report_row_get_height (row) + 16, 4);
  qd_report_pages_add_box (
      flow->pages, QD_REPORT_COLOUR_ACCENT, flow->left, flow->y, 2.5, qd_report_row_get_height (row) + 16, 0);
  qd_report_flow_row (flow, row, 8, FALSE);
}

static void
add_overview (Brief *brief)
{
  QdReportAccount   *account = brief->account;
  g_autofree char   *audience = qd_report_dup_audience (account->audience);
  g_autofree char   *renewal = qd_report_dup_day (account->renewal);
  g_autofree char   *until = qd_day_dup_relative (account->renewal, account->day);
  g_autofree char   *contact = qd_report_dup_day (account->last_contact);
  g_autofree char   *ago = qd_day_dup_relative (account->last_contact, account->day);
  g_autofree char   *judged = qd_report_dup_day (account->health_day);
  const QdReportFact facts[] = {
    { _ ("Health"), NULL, &account->health, judged },
    { _ ("Renewal"), renewal, NULL, until },
    { _ ("ARR"), account->arr },
    { _ ("Last contact"), *contact != '\0' ? contact : _ ("None yet"), NULL, ago },
    { _ ("Success tier"), account->tier },
    { _ ("Offering"), account->offering },
    { _ ("Lifecycle stage"), account->stage },
    { _ ("Audience"), audience },
  };

  qd_report_add_title (brief->flow, _ ("Account brief"), account->customer, account->subtitle);
  qd_report_flow_rule (brief->flow);
  brief->flow->y += 4;
  qd_report_add_facts (brief->flow, facts, G_N_ELEMENTS (facts), 4);

  if (account->health_reason != NULL && *account->health_reason != '\0')
    {
      QdReportRow     *row = qd_report_row_new (NULL, NULL);
      guint            cell = qd_report_row_add_cell (row, brief->flow->left, brief->flow->width);
      g_autofree char *reason = qd_report_dup_line (account->health_reason);

      add_piece (brief, row, cell, QD_REPORT_STYLE_LABEL, "P", _ ("Why this health"), 0);
      qd_report_row_add_piece (row, brief->flow->pages, cell,
                               &(QdReportPiece){ .style = QD_REPORT_STYLE_BODY,
                                                 .text = reason,
                                                 .tag = "P",
                                                 .gap = 2,
                                                 .max_lines = brief->max_lines + 1 });
      qd_report_flow_row (brief->flow, row, 4, FALSE);
    }

  if (account->next_step != NULL && *account->next_step != '\0')
    add_next_step (brief);
}

static void
add_plan_bar (Brief                  *brief,
              const QdReportProgress *progress)
{
  QdReportFlow    *flow = brief->flow;
  double           half = (flow->width - GUTTER) / 2;
  QdReportRow     *row = qd_report_row_new (NULL, NULL);
  guint            left = qd_report_row_add_cell (row, flow->left, half);
  guint            right = qd_report_row_add_cell (row, flow->left + half + GUTTER + 110, half - 110);
  g_autofree char *name = qd_report_dup_line (progress->name);
  g_autofree char *target = qd_report_dup_day (progress->target);
  g_autofree char *until = g_strdup_printf (_ ("until %s"), target);
  g_autofree char *words = g_strdup_printf (
      /* Translators: of a plan */
      _ ("%1$ld%% done, %2$ld%% expected"), lround (progress->done * 100), lround (progress->expected * 100));

  qd_report_row_add_piece (row, flow->pages, left,
                           &(QdReportPiece){ .style = QD_REPORT_STYLE_STRONG, .text = name, .tag = "P", .max_lines = 1 });
  add_piece (brief, row, left, QD_REPORT_STYLE_SMALL, "P", until, 1);
  add_piece (brief, row, right, QD_REPORT_STYLE_SMALL, "P", words, 0);
  qd_report_add_bar (flow, flow->left + half + GUTTER, flow->y + 9, 98, 5, progress->done, progress->expected);
  qd_report_flow_row (flow, row, 4, FALSE);
}

static void
add_plans (Brief *brief)
{
  GArray *plans = brief->account->plans;
  guint   most = MIN (plans->len, MAX (brief->most / 2, 1));

  if (plans->len == 0)
    return;

  brief->flow->y += 12;
  qd_report_flow_rule (brief->flow);
  brief->flow->y += 9;
  qd_report_flow_text (brief->flow, QD_REPORT_STYLE_SUBHEADING, "H2", _ ("Success plans"));
  brief->flow->y += 1;
  for (guint i = 0; i < most; i++)
    add_plan_bar (brief, &g_array_index (plans, QdReportProgress, i));

  if (plans->len > most)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", plans->len - most), plans->len - most);

      qd_report_flow_text (brief->flow, QD_REPORT_STYLE_SMALL, "P", more);
    }
}

static void
add_activities (Brief *brief)
{
  QdReportFlow             *flow = brief->flow;
  GArray                   *activities = brief->account->activities;
  const QdReportTableColumn columns[] = {
    { _ ("Day"), flow->left, 80 },
    { _ ("Type"), flow->left + 90, 110 },
    { _ ("Subject"), flow->left + 210, flow->width - 210 },
  };

  if (activities->len == 0)
    return;

  flow->y += 12;
  qd_report_flow_rule (flow);
  flow->y += 9;
  qd_report_flow_text (flow, QD_REPORT_STYLE_SUBHEADING, "H2", _ ("Last activities"));
  qd_report_flow_begin_table (flow, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < MIN (activities->len, brief->most); i++)
    {
      const QdReportItem *item = &g_array_index (activities, QdReportItem, i);
      QdReportRow        *row = qd_report_row_new ("TR", "TD");
      g_autofree char    *day = qd_report_dup_day (item->day);
      g_autofree char    *subject = qd_report_dup_line (item->text);

      for (guint j = 0; j < G_N_ELEMENTS (columns); j++)
        qd_report_row_add_cell (row, columns[j].x, columns[j].width);
      add_piece (brief, row, 0, QD_REPORT_STYLE_BODY, NULL, day, 0);
      add_piece (brief, row, 1, QD_REPORT_STYLE_BODY, NULL, item->detail, 0);
      qd_report_row_add_piece (
          row, flow->pages, 2,
          &(QdReportPiece){ .style = QD_REPORT_STYLE_BODY, .text = subject, .max_lines = brief->max_lines });
      qd_report_flow_row (flow, row, 3.2, TRUE);
    }
  qd_report_flow_end_table (flow);

  if (activities->len > brief->most)
    {
      guint            n_more = activities->len - brief->most;
      g_autofree char *more = g_strdup_printf (ngettext ("and %u earlier one", "and %u earlier ones", n_more), n_more);

      flow->y += 4;
      qd_report_flow_text (flow, QD_REPORT_STYLE_SMALL, "P", more);
    }
}

static QdReportPages *
lay_out (QdReportAccount *account,
         double           width,
         double           height,
         guint            most,
         GCancellable    *cancellable,
         GError         **error)
{
  g_autoptr(QdReportPages) pages = qd_report_pages_new (width, height, error);
  QdReportFlow flow;
  Brief        brief = { &flow, account, most, most > 6 ? 3 : most > 3 ? 2
                                                                       : 1 };

  if (pages == NULL)
    return NULL;

  qd_report_pages_set_language (pages, account->customer);
  qd_report_flow_init (&flow, pages, cancellable);
  add_overview (&brief);
  add_plans (&brief);
  add_promises (&brief);
  add_pair (&brief, account->audience == QD_AUDIENCE_CUSTOMER ? _ ("Your people") : _ ("Their people"), _ ("Nobody yet"), account->people, account->audience == QD_AUDIENCE_CUSTOMER ? _ ("Your GitLab team") : _ ("Our team"), _ ("Nobody yet"), account->team);
  add_activities (&brief);
  qd_report_add_edges (pages, _ ("Account brief"), account->customer, account->audience, account->day);

  return g_steal_pointer (&pages);
}

/**
 * qd_report_account_lay_out:
 * @width: of the paper, in points
 *
 * Returns: (transfer full): one page, or %NULL with @error
 */
QdReportPages *
qd_report_account_lay_out (QdReportAccount *self,
                           double           width,
                           double           height,
                           GCancellable    *cancellable,
                           GError         **error)
{
  g_autoptr(QdReportPages) pages = NULL;

  for (guint most = MOST_LINES; most > 0; most--)
    {
      g_clear_pointer (&pages, qd_report_pages_free);
      if (!(pages = lay_out (self, width, height, most, cancellable, error)))
        return NULL;
      if (qd_report_pages_get_length (pages) == 1)
        break;
    }

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return g_steal_pointer (&pages);
}
