/* qd-upgrade-checklist.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-upgrade-checklist"

#include "qd-upgrade-checklist.h"

#include <glib/gi18n.h>

/**
 * qd_upgrade_check_account:
 *
 * Whether Support assists @account with an upgrade: only with one that the customer makes.
 */
gboolean
qd_upgrade_check_account (QdAccount *account,
                          GError   **error)
{
  const char *why = NULL;

  g_return_val_if_fail (QD_IS_ACCOUNT (account), FALSE);

  if (account->offering == QD_OFFERING_DEDICATED || account->offering == QD_OFFERING_DEDICATED_GOVERNMENT)
    why = _ ("There is no upgrade assistance for Dedicated: GitLab upgrades its tenants itself, in their maintenance windows");
  else if (account->offering == QD_OFFERING_GITLAB_COM)
    why = _ ("There is no upgrade assistance for GitLab.com: GitLab upgrades it itself");

  if (why == NULL)
    return TRUE;

  g_set_error_literal (error, QD_RECORD_ERROR, QD_RECORD_ERROR_RULE, why);

  return FALSE;
}

/* @keys: (nullable): one a line */
gboolean
qd_checklist_has_key (const char *keys,
                      const char *key)
{
  g_auto(GStrv) lines = g_strsplit (keys != NULL ? keys : "", "\n", -1);

  return g_strv_contains ((const char *const *)lines, key);
}

/* Returns: (transfer full): @keys with @key or without it */
char *
qd_checklist_set_key (const char *keys,
                      const char *key,
                      gboolean    done)
{
  g_auto(GStrv) lines = g_strsplit (keys != NULL ? keys : "", "\n", -1);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] != '\0' && !g_str_equal (lines[i], key))
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", lines[i]);
    }

  if (done)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", key);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static GPtrArray *
list_open (QdFactBook *book,
           QdFactTopic topic,
           const char *keys)
{
  GPtrArray *facts = qd_fact_book_peek (book, topic);
  GPtrArray *open = g_ptr_array_new ();

  for (guint i = 0; i < facts->len; i++)
    {
      QdFact *fact = g_ptr_array_index (facts, i);

      if (!qd_checklist_has_key (keys, fact->key))
        g_ptr_array_add (open, fact);
    }

  return open;
}

static void
drop_key (GPtrArray  *facts,
          const char *key)
{
  for (guint i = facts->len; i > 0; i--)
    {
      if (g_str_equal (((QdFact *)g_ptr_array_index (facts, i - 1))->key, key))
        g_ptr_array_remove_index (facts, i - 1);
    }
}

/* Returns: (transfer container) (element-type QdChecklistFact): what is still to be done before Support is asked; the
 *   plans themselves count as done once they are there */
GPtrArray *
qd_upgrade_list_open (QdFactBook       *book,
                      QdUpgradeRequest *request)
{
  GPtrArray *open;

  g_return_val_if_fail (QD_IS_FACT_BOOK (book), NULL);
  g_return_val_if_fail (QD_IS_UPGRADE_REQUEST (request), NULL);

  open = list_open (book, QD_FACT_TOPIC_UPGRADE, request->done);

  if (request->upgrade_plan != NULL)
    drop_key (open, "upgrade-plan");

  if (request->rollback_plan != NULL)
    drop_key (open, "rollback-plan");

  if (request->contact != NULL)
    drop_key (open, "contact");

  if (request->upgrade_at != NULL && request->time_zone != NULL)
    drop_key (open, "time");

  return open;
}

/* Returns: (transfer container) (element-type QdChecklistFact): the inputs of the onboarding that are still missing */
GPtrArray *
qd_tenant_list_open_inputs (QdFactBook *book,
                            QdTenant   *tenant)
{
  g_return_val_if_fail (QD_IS_FACT_BOOK (book), NULL);
  g_return_val_if_fail (QD_IS_TENANT (tenant), NULL);

  return list_open (book, QD_FACT_TOPIC_ONBOARDING, tenant->inputs);
}

/**
 * qd_tenant_get_field_lock:
 * @property: of #QdTenant, with dashes
 *
 * Returns: what becomes of the field now: before the instance was created, nothing is locked
 */
QdFieldLock
qd_tenant_get_field_lock (QdFactBook *book,
                          QdTenant   *tenant,
                          const char *property)
{
  const QdFieldFact *fact;

  g_return_val_if_fail (QD_IS_FACT_BOOK (book), QD_FIELD_LOCK_NONE);
  g_return_val_if_fail (QD_IS_TENANT (tenant), QD_FIELD_LOCK_NONE);

  fact = qd_fact_book_lookup (book, QD_FACT_TOPIC_FIELD, property);

  return fact != NULL && tenant->created_on != QD_DAY_NONE ? fact->lock : QD_FIELD_LOCK_NONE;
}
