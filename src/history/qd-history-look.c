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

  if (kind == NULL || line->column == NULL)
    return FALSE;

  if (account == NULL)
    return type == QD_TYPE_ACCOUNT && (g_str_equal (line->column, "name") || g_str_equal (line->column, "aliases") ||
                                       g_str_equal (line->column, "domains"));

  if (type == QD_TYPE_ACCOUNT && g_str_equal (line->column, "name"))
    return (qd_account_get_seal (account) & QD_SEAL_PART_NAME) != 0;

  return !qd_audience_may_read_column (QD_AUDIENCE_INTERNAL, account, type, line->column);
}

/* An account that is gone may have been sealed, and what it was called later is not known here: it
 * has a name only where it was removed, with the seal that it had then. */
static char *
dup_title (QdPortfolio   *portfolio,
           QdHistoryLine *line)
{
  g_autofree char *account = NULL;

  if (g_strcmp0 (line->table, "account") != 0 || (line->op == QD_HISTORY_REMOVED && line->column == NULL && *line->title != '\0' &&
                                                  qd_portfolio_lookup (portfolio, QD_TYPE_ACCOUNT, line->id) == NULL))
    return qd_screen_dup_text (portfolio, line->title);

  account = qd_history_look_dup_account (portfolio, line->id);

  return account != NULL ? g_steal_pointer (&account) : g_strdup ("");
}

/* Returns: (transfer full): “Task “Runner workshop”” */
char *
qd_history_look_dup_record (QdPortfolio   *portfolio,
                            QdHistoryLine *line)
{
  g_autofree char *title = dup_title (portfolio, line);

  if (title == NULL || *title == '\0')
    return g_strdup (line->kind);

  /* Translators: a kind of record and what it is called: Task “Runner workshop” */
  return g_strdup_printf (_ ("%s “%s”"), line->kind, title);
}

static char *
dup_value (QdPortfolio   *portfolio,
           QdHistoryLine *line,
           const char    *value)
{
  if (value == NULL || *value == '\0' || !is_sealed (portfolio, line))
    return qd_screen_dup_text (portfolio, value);

  /* Translators: stands in the place of a name that is not to be read on a screen */
  return g_strdup (C_ ("history", "[sealed]"));
}

/* Returns: (transfer full): what stood in the field, or stands there now; a dash for nothing */
char *
qd_history_look_dup_value (QdPortfolio   *portfolio,
                           QdHistoryLine *line,
                           gboolean       after)
{
  g_autofree char *value = dup_value (portfolio, line, after ? line->after : line->before);

  return value != NULL && *value != '\0' ? g_steal_pointer (&value) : g_strdup ("–");
}

/* Returns: (transfer full): @line with codenames in the place of what is sealed */
static QdHistoryLine *
dup_sealed (QdPortfolio   *portfolio,
            QdHistoryLine *line)
{
  g_autofree char *title = dup_title (portfolio, line);
  QdHistoryLine   *sealed = qd_history_line_new (line->op, line->table, line->id, title);

  sealed->column = line->column;
  sealed->field = g_strdup (line->field);
  sealed->before = dup_value (portfolio, line, line->before);
  sealed->after = dup_value (portfolio, line, line->after);

  return sealed;
}

/* Returns: (transfer full): all of it, as it is read out and copied: “Due of “Runner workshop”: 3 June → 5 June” */
char *
qd_history_look_dup_line (QdPortfolio   *portfolio,
                          QdHistoryLine *line)
{
  g_autoptr(QdHistoryLine) sealed = dup_sealed (portfolio, line);

  return qd_history_line_dup_words (sealed);
}

/* Returns: (transfer full): what the change did, in one line */
char *
qd_history_look_dup_words (QdPortfolio    *portfolio,
                           QdHistoryEntry *entry)
{
  g_autofree char *first = NULL;
  guint            n_more = entry->n_changes - 1;

  if (entry->first == NULL)
    return qd_screen_dup_text (portfolio, entry->words != NULL && *entry->words != '\0' ? entry->words : entry->label);

  first = qd_history_look_dup_line (portfolio, entry->first);

  if (n_more == 0)
    return g_steal_pointer (&first);

  /* Translators: what a change did, and how many more things it did */
  return g_strdup_printf (ngettext ("%s and %u more", "%s and %u more", n_more), first, n_more);
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
