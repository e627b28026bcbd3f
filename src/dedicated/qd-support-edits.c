/* qd-support-edits.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-support-edits"

#include "qd-support-edits.h"

#include <glib/gi18n.h>

#include "qd-activity.h"
#include "qd-batch.h"
#include "qd-instant.h"
#include "qd-upgrade-checklist.h"

/**
 * qd_ticket_get_check_property:
 * @key: of a #QdStarCheckFact
 *
 * Returns: (nullable): where a ticket keeps that a person did it; %NULL for what is found out
 */
const char *
qd_ticket_get_check_property (const char *key)
{
  static const struct
  {
    const char *key;
    const char *property;
  } kept[] = {
    { "asked-owner", "asked-owner" },
    { "complete", "complete" },
    { "organisation", "organisation-set" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      if (g_str_equal (kept[i].key, key))
        return kept[i].property;
    }

  return NULL;
}

/* @key: of one that a ticket keeps */
void
qd_ticket_set_check_async (QdTicket           *ticket,
                           QdStore            *store,
                           const char         *key,
                           gboolean            done,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  const char *property = qd_ticket_get_check_property (key);
  g_autoptr(QdTicket) draft = NULL;

  g_return_if_fail (QD_IS_TICKET (ticket));
  g_return_if_fail (property != NULL);

  draft = qd_record_dup_draft (ticket);
  g_object_set (draft, property, done, NULL);
  qd_record_save_async (draft, store, done ? _ ("Check Off Pre-Check") : _ ("Reopen Pre-Check"), callback, user_data);
}

/* @asked: whether Support was asked for attention, @now */
void
qd_ticket_set_asked_async (QdTicket           *ticket,
                           QdStore            *store,
                           gboolean            asked,
                           gint64              now,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_autofree char *instant = asked ? qd_instant_format (now) : NULL;
  g_autoptr(QdTicket) draft = NULL;

  g_return_if_fail (QD_IS_TICKET (ticket));

  draft = qd_record_dup_draft (ticket);
  g_object_set (draft, "starred-at", instant, NULL);
  qd_record_save_async (
      draft, store, asked ? _ ("Mark Attention as Requested") : _ ("Mark Attention as Not Requested"), callback, user_data);
}

static void
append_line (GString    *text,
             const char *label,
             const char *value)
{
  if (value != NULL && *value != '\0')
    g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "\n" : "", label, value);
}

/* Returns: (transfer full): what an update says, as far as it is known */
static char *
dup_update (QdEscalation *escalation)
{
  g_autoptr(GString) text = g_string_new (NULL);

  append_line (text, _ ("Severity"), qd_nicks_get_label (qd_escalation_severities, escalation->severity));
  append_line (text, _ ("Owner"), escalation->owner);
  append_line (text, _ ("Next Steps"), escalation->next_steps);
  append_line (text, _ ("Exit Criteria"), escalation->exit_criteria);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * qd_escalation_log_update_async:
 *
 * Notes that there was an update @today, and logs it as a health update of the account, which is where the
 * handbook wants it.
 */
void
qd_escalation_log_update_async (QdEscalation       *escalation,
                                QdStore            *store,
                                int                 today,
                                gint64              now,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  QdBatch *batch;
  g_autoptr(QdEscalation) draft = NULL;
  g_autoptr(QdActivity) activity = NULL;
  g_autofree char *subject = NULL;
  g_autofree char *notes = NULL;

  g_return_if_fail (QD_IS_ESCALATION (escalation));

  /* Translators: %s is what an escalation is called */
  subject = g_strdup_printf (_ ("Escalation update: %.150s"), escalation->name);
  notes = dup_update (escalation);
  draft = qd_record_dup_draft (escalation);
  g_object_set (draft, "updated", today, NULL);
  activity = qd_record_new_draft (QD_TYPE_ACTIVITY);
  g_object_set (activity,
                "account", escalation->account,
                "kind", QD_ACTIVITY_KIND_HEALTH_UPDATE,
                "subject", subject,
                "day", today,
                "created", now,
                "notes", notes,
                NULL);
  batch = qd_batch_new ();
  qd_batch_update (batch, draft);
  qd_batch_insert (batch, activity);
  qd_batch_apply_async (batch, store, _ ("Log Escalation Update"), NULL, callback, user_data);
}

void
qd_upgrade_request_set_step_async (QdUpgradeRequest   *request,
                                   QdStore            *store,
                                   const char         *key,
                                   gboolean            done,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data)
{
  g_autoptr(QdUpgradeRequest) draft = NULL;
  g_autofree char *keys = NULL;

  g_return_if_fail (QD_IS_UPGRADE_REQUEST (request));

  keys = qd_checklist_set_key (request->done, key, done);
  draft = qd_record_dup_draft (request);
  g_object_set (draft, "done", keys, NULL);
  qd_record_save_async (
      draft, store, done ? _ ("Check Off Upgrade Step") : _ ("Reopen Upgrade Step"), callback, user_data);
}

static gboolean
add_func (QdDb    *db,
          gpointer data,
          GError **error)
{
  QdUpgradeRequest *draft = data;
  g_autoptr(QdAccount) account = qd_record_load (db, QD_TYPE_ACCOUNT, draft->account, error);

  return account != NULL && qd_upgrade_check_account (account, error) && qd_record_insert (db, draft, error);
}

/**
 * qd_upgrade_request_add_async:
 * @draft: a #QdUpgradeRequest
 *
 * Refused where Support does not assist: see qd_upgrade_check_account().
 */
void
qd_upgrade_request_add_async (gpointer            draft,
                              QdStore            *store,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_return_if_fail (QD_IS_UPGRADE_REQUEST (draft));

  qd_store_edit_async (
      store, _ ("Add Upgrade Request"), add_func, g_object_ref (draft), g_object_unref, NULL, callback, user_data);
}
