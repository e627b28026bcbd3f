/* qd-tenant-forms.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-tenant-forms"

#include "qd-tenant-forms.h"

#include <glib/gi18n.h>

#include "qd-instant.h"
#include "qd-maintenance.h"
#include "qd-migration-wave.h"
#include "qd-switchboard-access.h"
#include "qd-tenant-contact.h"
#include "qd-tenant-words.h"
#include "qd-window-row.h"

/* The rest is edited where it stands. */
static const QdFormGroup tenant_groups[] = {
  { NULL, { "name", "url", "version", "version_day" } },
  { N_ ("What Was Agreed"), { "primary_region", "secondary_region", "backup_region", "reference_architecture", "government" } },
  { NULL, { "created_on" } },
  { NULL },
};

const QdForm qd_tenant_form = {
  .title = N_ ("Tenant"),
  .new_title = N_ ("New Tenant"),
  .add_label = N_ ("Add Tenant"),
  .delete_label = N_ ("Delete Tenant"),
  .deleted = N_ ("Tenant deleted"),
  .groups = tenant_groups,
};

static const QdFormGroup contact_groups[] = {
  { NULL, { "name", "role", "email", "operational" } },
  { NULL, { "notes" } },
  { NULL },
};

const QdForm qd_tenant_contact_form = {
  .title = N_ ("Operational Contact"),
  .new_title = N_ ("New Operational Contact"),
  .add_label = N_ ("Add Operational Contact"),
  .delete_label = N_ ("Delete Operational Contact"),
  .deleted = N_ ("Operational contact deleted"),
  .groups = contact_groups,
};

static const QdFormGroup access_groups[] = {
  { NULL, { "person", "role", "environment", "reason", "request" } },
  { N_ ("State"), { "asked", "granted", "removed" } },
  { NULL, { "notes" } },
  { NULL },
};

const QdForm qd_switchboard_access_form = {
  .title = N_ ("Switchboard Access"),
  .new_title = N_ ("New Switchboard Access"),
  .add_label = N_ ("Add Switchboard Access"),
  .delete_label = N_ ("Delete Switchboard Access"),
  .deleted = N_ ("Switchboard access deleted"),
  .groups = access_groups,
};

static const QdFormGroup maintenance_groups[] = {
  { NULL, { "kind", "begins_at", "ends_at", "version", "reason", "ticket" } },
  { NULL, { "notes" } },
  { NULL },
};

const QdForm qd_maintenance_form = {
  .title = N_ ("Maintenance"),
  .new_title = N_ ("Note Maintenance"),
  .add_label = N_ ("Note Maintenance"),
  .delete_label = N_ ("Delete Maintenance"),
  .deleted = N_ ("Maintenance deleted"),
  .groups = maintenance_groups,
};

static const QdFormGroup wave_groups[] = {
  { NULL, { "name", "scope", "state", "start", "finish", "cutover_at" } },
  { N_ ("Change Freeze"), { "freeze_first", "freeze_last" } },
  { NULL, { "notes" } },
  { NULL },
};

const QdForm qd_migration_wave_form = {
  .title = N_ ("Migration Wave"),
  .new_title = N_ ("New Migration Wave"),
  .add_label = N_ ("Add Migration Wave"),
  .delete_label = N_ ("Delete Migration Wave"),
  .deleted = N_ ("Migration wave deleted"),
  .groups = wave_groups,
};

/* In which zone times are typed, and what is typed is in UTC */
static char *
describe_instants (gpointer record,
                   gpointer user_data)
{
  const char *const *properties = user_data;
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  const char *zone = g_date_time_get_timezone_abbreviation (now);
  GString    *text = g_string_new (NULL);

  /* Translators: %s is a time zone, such as CET */
  if (g_str_equal (zone, "UTC"))
    g_string_append (text, _ ("Times are in UTC."));
  else
    g_string_append_printf (text, _ ("Times are on this clock, %s, unless “UTC” stands behind them."), zone);

  for (; *properties != NULL; properties++)
    {
      g_autofree char *value = NULL;
      gint64           instant;

      g_object_get (record, *properties, &value, NULL);

      if (value != NULL && qd_instant_parse (value, &instant))
        {
          g_autofree char *words = qd_instant_dup_words (instant, utc);

          g_string_append_printf (
              text, "\n%s: %s", _ (qd_record_find_column (G_OBJECT_TYPE (record), *properties)->label), words);
        }
    }

  return g_string_free_and_steal (text);
}

static const char *const maintenance_instants[] = { "begins-at", "ends-at", NULL };
static const char *const wave_instants[] = { "cutover-at", NULL };

/* @record: one that is in the file, or a draft to be added */
void
qd_tenant_forms_present (const QdForm *form,
                         QdPortfolio  *portfolio,
                         gpointer      record,
                         gpointer      parent)
{
  AdwDialog *dialog = qd_record_dialog_new (form, qd_portfolio_get_store (portfolio), record);

  if (QD_IS_MAINTENANCE (record))
    qd_record_dialog_set_describe (
        QD_RECORD_DIALOG (dialog), 0, describe_instants, (gpointer)maintenance_instants, NULL);
  else if (QD_IS_MIGRATION_WAVE (record))
    qd_record_dialog_set_describe (QD_RECORD_DIALOG (dialog), 0, describe_instants, (gpointer)wave_instants, NULL);

  adw_dialog_present (dialog, parent);
}

/* One that belongs to @tenant, with what a person would say first */
void
qd_tenant_forms_present_new (const QdForm *form,
                             QdPortfolio  *portfolio,
                             GType         type,
                             QdTenant     *tenant,
                             gpointer      parent)
{
  g_autoptr(QdRecord) draft = qd_record_new_draft (type);

  qd_record_set_parent (draft, qd_record_get_id (tenant));

  if (type == QD_TYPE_SWITCHBOARD_ACCESS)
    g_object_set (draft, "asked", qd_day_today (), "environment", QD_SWITCHBOARD_ENVIRONMENT_PRODUCTION, NULL);
  else if (type == QD_TYPE_TENANT_CONTACT)
    g_object_set (draft, "operational", TRUE, NULL);
  else if (type == QD_TYPE_MIGRATION_WAVE)
    {
      GPtrArray *waves = qd_portfolio_peek_children (portfolio, type, qd_record_get_id (tenant));
      double     last = 0;

      for (guint i = 0; waves != NULL && i < waves->len; i++)
        last = MAX (last, ((QdMigrationWave *)g_ptr_array_index (waves, i))->position);

      g_object_set (draft, "position", last + 1, NULL);
    }

  qd_tenant_forms_present (form, portfolio, draft, parent);
}

/* A new tenant of @account */
void
qd_tenant_forms_present_tenant (QdPortfolio *portfolio,
                                gint64       account,
                                gpointer     parent)
{
  g_autoptr(QdTenant) draft = qd_record_new_draft (QD_TYPE_TENANT);
  g_autoptr(QdFactBook) book = qd_fact_book_new (portfolio);
  AdwDialog *dialog;

  qd_record_set_parent (draft, account);
  dialog = qd_record_dialog_new (&qd_tenant_form, qd_portfolio_get_store (portfolio), draft);
  qd_record_dialog_add_row (QD_RECORD_DIALOG (dialog), 0, qd_window_row_new (book, "maintenance-window"));
  adw_dialog_present (dialog, parent);
}
