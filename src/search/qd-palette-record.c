/* qd-palette-record.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-palette-record"

#include "qd-palette-record.h"

#include <glib/gi18n.h>

#include "qd-account-rules.h"
#include "qd-fuzzy.h"
#include "qd-plan.h"
#include "qd-screen.h"
#include "qd-search-key.h"
#include "qd-task.h"

static char *
dup_action (const char *name,
            gint64      id)
{
  g_autoptr(GVariant) target = g_variant_ref_sink (g_variant_new_int64 (id));

  return g_action_print_detailed_name (name, target);
}

static char *
dup_account_title (QdPortfolio *portfolio,
                   gint64       id,
                   gboolean     show_codenames)
{
  QdAccount *account = qd_portfolio_lookup (portfolio, QD_TYPE_ACCOUNT, id);

  return account != NULL ? qd_account_dup_title (account, show_codenames) : g_strdup ("");
}

static QdPaletteItem *
create_account (QdAccount *account,
                gboolean   show_codenames)
{
  g_autofree char *title = qd_account_dup_title (account, show_codenames);
  g_autofree char *action = dup_action ("win.open-account", qd_record_get_id (account));
  const char      *tier = (int)account->tier != QD_ENUM_NONE ? _ (qd_nicks_get_label (qd_tiers, account->tier)) : NULL;
  const char      *offering =
      (int)account->offering != QD_ENUM_NONE ? _ (qd_nicks_get_label (qd_offerings, account->offering)) : NULL;
  QdPaletteItem *item = qd_palette_item_new (QD_PALETTE_ACCOUNT, title, "system-users-symbolic", action);

  if (tier != NULL && offering != NULL)
    item->subtitle = g_strdup_printf ("%s · %s", tier, offering);
  else
    item->subtitle = g_strdup (tier != NULL ? tier : offering);

  return item;
}

static QdPaletteItem *
create_plan (QdPortfolio *portfolio,
             QdPlan      *plan,
             gboolean     show_codenames)
{
  g_autofree char *title = qd_screen_dup_text (portfolio, plan->name);
  g_autofree char *action = dup_action ("win.open-plan", qd_record_get_id (plan));
  QdPaletteItem   *item = qd_palette_item_new (QD_PALETTE_PLAN, title, "quarterdeck-board-symbolic", action);

  item->subtitle = dup_account_title (portfolio, plan->account, show_codenames);

  return item;
}

/* A task is opened over its plan; of an earlier day there is no editor to open. */
static QdPaletteItem *
create_task (QdPortfolio *portfolio,
             QdTask      *task,
             gboolean     show_codenames)
{
  gboolean         is_past = qd_store_is_read_only (qd_portfolio_get_store (portfolio));
  QdPlan          *plan = qd_portfolio_lookup (portfolio, QD_TYPE_PLAN, task->plan);
  g_autofree char *title = qd_screen_dup_text (portfolio, task->title);
  g_autofree char *action = is_past ? dup_action ("win.open-plan", task->plan)
                                    : dup_action ("win.open-task", qd_record_get_id (task));
  QdPaletteItem   *item = qd_palette_item_new (QD_PALETTE_TASK, title, "object-select-symbolic", action);

  if (plan != NULL)
    {
      g_autofree char *account = dup_account_title (portfolio, plan->account, show_codenames);
      g_autofree char *name = qd_screen_dup_text (portfolio, plan->name);

      item->subtitle = g_strdup_printf ("%s · %s", account, name);
    }

  return item;
}

/**
 * qd_palette_item_new_for_record:
 * @group: of accounts, plans or tasks
 *
 * Returns: (transfer full) (nullable): %NULL for a record that is gone
 */
QdPaletteItem *
qd_palette_item_new_for_record (QdPortfolio   *portfolio,
                                QdPaletteGroup group,
                                gint64         id,
                                gboolean       show_codenames)
{
  gpointer record;

  if (group == QD_PALETTE_ACCOUNT)
    {
      record = qd_portfolio_lookup (portfolio, QD_TYPE_ACCOUNT, id);
      return record != NULL ? create_account (record, show_codenames) : NULL;
    }

  if (group == QD_PALETTE_PLAN)
    {
      record = qd_portfolio_lookup (portfolio, QD_TYPE_PLAN, id);
      return record != NULL ? create_plan (portfolio, record, show_codenames) : NULL;
    }

  record = qd_portfolio_lookup (portfolio, QD_TYPE_TASK, id);

  return record != NULL ? create_task (portfolio, record, show_codenames) : NULL;
}

/* “Contact · Basalt · … the words around …” */
static char *
dup_hit_subtitle (QdPortfolio       *portfolio,
                  const QdSearchHit *hit,
                  gboolean           show_codenames)
{
  g_autofree char *account =
      hit->kind != QD_SEARCH_ACCOUNT ? dup_account_title (portfolio, hit->account, show_codenames) : g_strdup ("");
  g_autofree char *snippet = qd_screen_dup_text (portfolio, hit->snippet);
  GString         *text = g_string_new (qd_search_kind_get_label (hit->kind));

  if (*account != '\0')
    g_string_append_printf (text, " · %s", account);

  if (snippet != NULL && *snippet != '\0')
    g_string_append_printf (text, " · %s", snippet);

  return g_string_free (text, FALSE);
}

static const struct
{
  QdPaletteGroup group;
  const char    *icon;
} kinds[QD_SEARCH_N_KINDS] = {
  [QD_SEARCH_ACCOUNT] = { QD_PALETTE_ACCOUNT, NULL },
  [QD_SEARCH_CONTACT] = { QD_PALETTE_OTHER, "avatar-default-symbolic" },
  [QD_SEARCH_PLAN] = { QD_PALETTE_PLAN, NULL },
  [QD_SEARCH_OBJECTIVE] = { QD_PALETTE_OTHER, "starred-symbolic" },
  [QD_SEARCH_TASK] = { QD_PALETTE_TASK, NULL },
  [QD_SEARCH_FOLLOW_UP] = { QD_PALETTE_OTHER, "mail-reply-sender-symbolic" },
  [QD_SEARCH_ACTIVITY] = { QD_PALETTE_OTHER, "x-office-calendar-symbolic" },
};

/* The words are in it as they were typed, if not in its title.
 *
 * Returns: (transfer full) (nullable): %NULL for a record that is gone */
QdPaletteItem *
qd_palette_item_new_for_hit (QdPortfolio       *portfolio,
                             const QdSearchHit *hit,
                             const char *const *words,
                             gboolean           show_codenames)
{
  QdPaletteItem   *item = NULL;
  g_autofree char *key = qd_search_fold (hit->title);

  if (kinds[hit->kind].group == QD_PALETTE_OTHER)
    {
      g_autofree char *title = qd_screen_dup_text (portfolio, hit->title);
      g_autofree char *action = hit->plan != 0 ? dup_action ("win.open-plan", hit->plan)
                                               : dup_action ("win.open-account", hit->account);

      item = qd_palette_item_new (QD_PALETTE_OTHER, title, kinds[hit->kind].icon, action);
    }
  else
    {
      item = qd_palette_item_new_for_record (portfolio, kinds[hit->kind].group, hit->id, show_codenames);
    }

  if (item == NULL)
    return NULL;

  g_free (item->subtitle);
  item->subtitle = dup_hit_subtitle (portfolio, hit, show_codenames);
  item->score = MAX (qd_fuzzy_score (words, key), QD_FUZZY_TOGETHER * (int)g_strv_length ((char **)words));

  return item;
}

/* What ships with the app is called the same everywhere; what a person called theirs is kept nowhere else. */
QdPaletteItem *
qd_palette_item_new_for_entry (QdReferenceEntry *entry)
{
  g_autoptr(GVariant) target = g_variant_ref_sink (g_variant_new_string (entry->key));
  g_autofree char *action = g_action_print_detailed_name ("win.open-entry", target);
  QdPaletteItem   *item =
      qd_palette_item_new (QD_PALETTE_REFERENCE, entry->title, "accessories-dictionary-symbolic", action);

  item->subtitle = g_strdup (_ (qd_nicks_get_label (qd_reference_categories, entry->category)));
  item->lasting = entry->state != QD_REFERENCE_STATE_OWN;

  return item;
}
