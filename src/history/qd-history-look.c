/* qd-history-look.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-history-look"

#include "qd-history-look.h"

#include <glib/gi18n.h>

#include "qd-audience.h"
#include "qd-day.h"
#include "qd-history-shown.h"
#include "qd-plan.h"
#include "qd-screen.h"
#include "qd-seal.h"

/* Returns: the day of the person's own time zone; @time in seconds since 1970 */
int
qd_history_look_get_day (gint64 time)
{
  g_autoptr(GDateTime) local = g_date_time_new_from_unix_local (time);

  if (local == NULL)
    return QD_DAY_NONE;

  return qd_day_from_ymd (
      g_date_time_get_year (local), g_date_time_get_month (local), g_date_time_get_day_of_month (local));
}

/* Returns: (transfer full): the time of day, by the person's own clock */
char *
qd_history_look_dup_time (gint64 time)
{
  g_autoptr(GDateTime) local = g_date_time_new_from_unix_local (time);

  return local != NULL ? g_date_time_format (local, "%H:%M") : g_strdup ("");
}

/* Returns: (nullable): what is to be said of a change beside what it did; of most, nothing */
const char *
qd_history_look_get_kind (QdHistoryEntry *entry)
{
  if (entry->reverted)
    return C_ ("history", "Taken back since");

  switch (entry->kind)
    {
    case QD_HISTORY_UNDONE:
      return C_ ("history", "Undo");

    case QD_HISTORY_REDONE:
      return C_ ("history", "Redo");

    case QD_HISTORY_REVERTED:
      return C_ ("history", "Reverted");

    case QD_HISTORY_EDIT:
    default:
      return entry->merged ? C_ ("history", "A day’s changes") : NULL;
    }
}

char *
qd_history_look_dup_words (QdPortfolio    *portfolio,
                           QdHistoryEntry *entry)
{
  return qd_screen_dup_text (portfolio, entry->words != NULL && *entry->words != '\0' ? entry->words : entry->label);
}

/* Returns: (transfer full) (nullable): what it is called; %NULL where there is none any more */
char *
qd_history_look_dup_account (QdPortfolio *portfolio,
                             gint64       account)
{
  QdAccount *record = account != 0 ? qd_portfolio_lookup (portfolio, QD_TYPE_ACCOUNT, account) : NULL;

  return record != NULL ? qd_audience_dup_account_name (QD_AUDIENCE_INTERNAL, record) : NULL;
}

/* Returns: (transfer full) (nullable): likewise */
char *
qd_history_look_dup_plan (QdPortfolio *portfolio,
                          gint64       plan)
{
  QdPlan *record = plan != 0 ? qd_portfolio_lookup (portfolio, QD_TYPE_PLAN, plan) : NULL;

  return record != NULL ? qd_screen_dup_text (portfolio, record->name) : NULL;
}

/* Returns: (nullable): whose the record of @line is, if both are still there */
static QdAccount *
find_account (QdPortfolio   *portfolio,
              QdHistoryLine *line,
              GType          type)
{
  gpointer record = qd_portfolio_lookup (portfolio, type, line->id);

  if (type == QD_TYPE_ACCOUNT)
    return record;

  return record != NULL ? qd_portfolio_lookup (portfolio, QD_TYPE_ACCOUNT, qd_record_get_parent (record)) : NULL;
}

/* The names that there were are in no list of names any more, so that it is asked what field they stood in. */
static gboolean
is_sealed (QdPortfolio   *portfolio,
           QdHistoryLine *line)
{
  const QdHistoryShown *kind = qd_history_shown_find (line->table);
  GType                 type = kind != NULL ? kind->get_type () : G_TYPE_INVALID;
  QdAccount            *account = kind != NULL ? find_account (portfolio, line, type) : NULL;

  if (account == NULL || line->column == NULL)
    return FALSE;

  if (type == QD_TYPE_ACCOUNT && g_str_equal (line->column, "name"))
    return (qd_account_get_seal (account) & QD_SEAL_PART_NAME) != 0;

  return !qd_audience_may_read_column (QD_AUDIENCE_INTERNAL, account, type, line->column);
}

/* Returns: (transfer full): “Task “Runner workshop”” */
char *
qd_history_look_dup_record (QdPortfolio   *portfolio,
                            QdHistoryLine *line)
{
  g_autofree char *account = g_strcmp0 (line->table, "account") == 0 ? qd_history_look_dup_account (portfolio, line->id) : NULL;
  g_autofree char *title = account != NULL ? g_steal_pointer (&account) : qd_screen_dup_text (portfolio, line->title);

  if (title == NULL || *title == '\0')
    return g_strdup (line->kind);

  /* Translators: a kind of record and what it is called: Task “Runner workshop” */
  return g_strdup_printf (_ ("%s “%s”"), line->kind, title);
}

/* Returns: (transfer full): what stood in the field, or stands there now; a dash for nothing */
char *
qd_history_look_dup_value (QdPortfolio   *portfolio,
                           QdHistoryLine *line,
                           gboolean       after)
{
  const char *value = after ? line->after : line->before;

  if (value == NULL || *value == '\0')
    return g_strdup ("–");

  if (is_sealed (portfolio, line))
    /* Translators: stands in the place of a name that is not to be read on a screen */
    return g_strdup (C_ ("history", "[sealed]"));

  return qd_screen_dup_text (portfolio, value);
}

/* Returns: (transfer full): all of it, as it is read out and copied: “Due: 3 June → 5 June” */
char *
qd_history_look_dup_line (QdPortfolio   *portfolio,
                          QdHistoryLine *line)
{
  g_autofree char *record = qd_history_look_dup_record (portfolio, line);
  g_autofree char *before = qd_history_look_dup_value (portfolio, line, FALSE);
  g_autofree char *after = qd_history_look_dup_value (portfolio, line, TRUE);

  if (line->field == NULL || line->op != QD_HISTORY_CHANGED)
    {
      /* Translators: %s is a record: Task “Runner workshop” added */
      const char *words = line->op == QD_HISTORY_ADDED ? _ ("%s added") : line->op == QD_HISTORY_REMOVED ? _ ("%s removed") : "%s";

      return line->field == NULL ? g_strdup_printf (words, record)
                                 : g_strdup_printf ("%s, %s: %s", record, line->field, line->op == QD_HISTORY_ADDED ? after : before);
    }

  /* Translators: a record, a field of it, what stood there and what stands there now */
  return g_strdup_printf (_ ("%s, %s: %s → %s"), record, line->field, before, after);
}

/* Returns: whether what @line is about is still there, and so was opened; it is what belongs to it otherwise */
gboolean
qd_history_look_go_to (GtkWidget     *widget,
                       QdPortfolio   *portfolio,
                       QdHistoryLine *line)
{
  const QdHistoryShown *kind = qd_history_shown_find (line->table);
  gpointer              record = kind != NULL ? qd_portfolio_lookup (portfolio, kind->get_type (), line->id) : NULL;
  gint64                parent;

  if (record == NULL)
    return FALSE;

  if (kind->action != NULL)
    return gtk_widget_activate_action (widget, kind->action, "x", line->id);

  parent = qd_record_get_parent (record);

  if (qd_portfolio_lookup (portfolio, QD_TYPE_PLAN, parent) != NULL)
    return gtk_widget_activate_action (widget, "win.open-plan", "x", parent);

  return qd_portfolio_lookup (portfolio, QD_TYPE_ACCOUNT, parent) != NULL &&
         gtk_widget_activate_action (widget, "win.open-account", "x", parent);
}
