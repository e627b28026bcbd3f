/* qd-tenant-rows.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-tenant-rows"

#include "qd-tenant-rows.h"

#include <glib/gi18n.h>

#include "qd-day-words.h"
#include "qd-instant.h"
#include "qd-maintenance.h"
#include "qd-migration-wave.h"
#include "qd-order-edits.h"
#include "qd-record-row.h"
#include "qd-screen.h"
#include "qd-seal.h"
#include "qd-switchboard-access.h"
#include "qd-tenant-contact.h"
#include "qd-tenant-forms.h"
#include "qd-tenant-words.h"

static GtkListBoxRow *
create_row (gpointer record,
            gpointer owner)
{
  return GTK_LIST_BOX_ROW (qd_record_row_new ());
}

static void
add (GString    *text,
     const char *between,
     const char *part)
{
  if (part == NULL || *part == '\0')
    return;

  if (text->len > 0)
    g_string_append (text, between);

  g_string_append (text, part);
}

/* “asked Mon 5 Oct” */
static void
add_day (GString    *text,
         const char *words,
         int         day)
{
  g_autofree char *name = qd_day_dup_short (day, qd_day_today ());
  g_autofree char *part = g_strdup_printf ("%s %s", words, name);

  if (day != QD_DAY_NONE)
    add (text, " · ", part);
}

/* What was typed, as it may be seen by others */
static void
show (GtkListBoxRow *row,
      QdPortfolio   *portfolio,
      const char    *title,
      const char    *text)
{
  g_autofree char *seen_title = qd_screen_dup_text (portfolio, title);
  g_autofree char *seen_text = qd_screen_dup_text (portfolio, text);

  qd_record_row_show (QD_RECORD_ROW (row), seen_title, seen_text);
}

static gboolean
is_address_sealed (QdPortfolio     *portfolio,
                   QdTenantContact *contact)
{
  QdTenant  *tenant = qd_portfolio_lookup (portfolio, QD_TYPE_TENANT, contact->tenant);
  QdAccount *account = tenant != NULL ? qd_portfolio_lookup (portfolio, QD_TYPE_ACCOUNT, tenant->account) : NULL;

  return contact->email != NULL && account != NULL && (qd_account_get_seal (account) & QD_SEAL_PART_PEOPLE) != 0;
}

static void
update_contact (GtkListBoxRow *row,
                gpointer       record,
                gpointer       owner)
{
  QdTenantContact *contact = record;
  g_autofree char *role = qd_screen_dup_text (owner, contact->role);
  g_autoptr(GString) text = g_string_new (role);

  if (is_address_sealed (owner, contact))
    {
      g_autoptr(GString) secret = g_string_new (contact->role);

      add (secret, " · ", contact->email);
      add (text, " · ", _ ("address is sealed"));
      qd_record_row_show_sealed (QD_RECORD_ROW (row), contact->name, text->str, secret->str);
    }
  else
    {
      add (text, " · ", contact->email);
      qd_record_row_show (QD_RECORD_ROW (row), contact->name, text->str);
    }

  qd_pill_set (qd_record_row_get_pill (QD_RECORD_ROW (row)), "mail-unread-symbolic", contact->operational ? _ ("Operational") : NULL, NULL);
}

static int
compare_contacts (gconstpointer record,
                  gconstpointer other)
{
  const QdTenantContact *a = record, *b = other;

  return a->operational != b->operational ? b->operational - a->operational : g_utf8_collate (a->name, b->name);
}

static void
update_access (GtkListBoxRow *row,
               gpointer       record,
               gpointer       owner)
{
  QdSwitchboardAccess *access = record;
  g_autoptr(GString) text = g_string_new (_ (qd_nicks_get_label (qd_switchboard_roles, access->role)));

  add (text, " · ", _ (qd_nicks_get_label (qd_switchboard_environments, access->environment)));
  add_day (text, _ ("asked"), access->asked);
  add_day (text, _ ("granted"), access->granted);
  add_day (text, _ ("removed"), access->removed);
  add (text, "\n", access->reason);
  show (row, owner, access->person, text->str);

  if (access->removed != QD_DAY_NONE)
    qd_pill_set (qd_record_row_get_pill (QD_RECORD_ROW (row)), "action-unavailable-symbolic", _ ("Removed"), NULL);
  else if (access->granted != QD_DAY_NONE)
    qd_pill_set (qd_record_row_get_pill (QD_RECORD_ROW (row)), "object-select-symbolic", _ ("Granted"), "success");
  else
    qd_pill_set (qd_record_row_get_pill (QD_RECORD_ROW (row)), "content-loading-symbolic", access->asked != QD_DAY_NONE ? _ ("Asked") : _ ("Not asked"), "warning");
}

/* Those who have it first, then those who wait, then those who had it. */
static int
get_access_rank (const QdSwitchboardAccess *access)
{
  if (access->removed != QD_DAY_NONE)
    return 2;

  return access->granted != QD_DAY_NONE ? 0 : 1;
}

static int
compare_access (gconstpointer record,
                gconstpointer other)
{
  const QdSwitchboardAccess *a = record, *b = other;
  int                        rank = get_access_rank (a), other_rank = get_access_rank (b);

  return rank != other_rank ? rank - other_rank : g_utf8_collate (a->person, b->person);
}

static void
update_maintenance (GtkListBoxRow *row,
                    gpointer       record,
                    gpointer       owner)
{
  QdMaintenance *maintenance = record;
  QdInstantSpan  span;
  gboolean       ends;
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *when = NULL;
  g_autoptr(GString) text = g_string_new (NULL);

  if (qd_instant_parse (maintenance->begins_at, &span.from))
    {
      ends = maintenance->ends_at != NULL && qd_instant_parse (maintenance->ends_at, &span.until);
      when = ends ? qd_instant_span_dup_words (&span, utc) : qd_instant_dup_words (span.from, utc);
    }

  add (text, "\n", when);
  add (text, "\n", maintenance->reason);
  show (row, owner, _ (qd_nicks_get_label (qd_maintenance_kinds, maintenance->kind)), text->str);
  qd_pill_set (qd_record_row_get_pill (QD_RECORD_ROW (row)), "software-update-available-symbolic", maintenance->version, NULL);
}

/* The latest first; what is in the file is in an order that texts have, too. */
static int
compare_maintenance (gconstpointer record,
                     gconstpointer other)
{
  return g_strcmp0 (((const QdMaintenance *)other)->begins_at, ((const QdMaintenance *)record)->begins_at);
}

static const struct
{
  const char *icon_name;
  const char *style;
} wave_looks[] = {
  [QD_WAVE_STATE_PLANNED] = { "content-loading-symbolic", NULL },
  [QD_WAVE_STATE_AGREED] = { "x-office-calendar-symbolic", "accent" },
  [QD_WAVE_STATE_RUNNING] = { "media-playback-start-symbolic", "accent" },
  [QD_WAVE_STATE_DONE] = { "object-select-symbolic", "success" },
  [QD_WAVE_STATE_POSTPONED] = { "dialog-warning-symbolic", "warning" },
  [QD_WAVE_STATE_CANCELLED] = { "action-unavailable-symbolic", NULL },
};

/* “Mon 30 Nov – Fri 11 Dec” */
static char *
dup_days (int first,
          int last)
{
  g_autofree char *from = qd_day_dup_short (first, qd_day_today ());
  g_autofree char *until = qd_day_dup_short (last, qd_day_today ());

  if (*from == '\0' || *until == '\0' || first == last)
    return g_strconcat (from, first != last ? until : NULL, NULL);

  return g_strdup_printf ("%s – %s", from, until);
}

static void
update_wave (GtkListBoxRow *row,
             gpointer       record,
             gpointer       owner)
{
  QdMigrationWave *wave = record;
  gint64           instant;
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *days = dup_days (wave->start, wave->finish);
  g_autofree char *freeze = dup_days (wave->freeze_first, wave->freeze_last);
  g_autoptr(GString) text = g_string_new (NULL);

  add (text, "\n", wave->scope);
  add (text, "\n", days);

  if (wave->cutover_at != NULL && qd_instant_parse (wave->cutover_at, &instant))
    {
      g_autofree char *when = qd_instant_dup_words (instant, utc);
      g_autofree char *part = g_strdup_printf (_ ("Cut-over: %s"), when);

      add (text, "\n", part);
    }

  if (*freeze != '\0')
    {
      g_autofree char *part = g_strdup_printf (_ ("Change freeze: %s"), freeze);

      add (text, "\n", part);
    }

  show (row, owner, wave->name, text->str);
  qd_pill_set (qd_record_row_get_pill (QD_RECORD_ROW (row)), wave_looks[wave->state].icon_name,
               _ (qd_nicks_get_label (qd_wave_states, wave->state)),
               wave_looks[wave->state].style);
}

static int
compare_waves (gconstpointer record,
               gconstpointer other)
{
  const QdMigrationWave *a = record, *b = other;

  return qd_order_compare (
      a->position, qd_record_get_id ((gpointer)a), b->position, qd_record_get_id ((gpointer)b));
}

static void
edit (QdChildrenBox *box,
      gpointer       record,
      gpointer       user_data)
{
  const QdForm *form = QD_IS_TENANT_CONTACT (record)       ? &qd_tenant_contact_form
                       : QD_IS_SWITCHBOARD_ACCESS (record) ? &qd_switchboard_access_form
                       : QD_IS_MAINTENANCE (record)        ? &qd_maintenance_form
                                                           : &qd_migration_wave_form;

  qd_tenant_forms_present (form, user_data, record, box);
}

static void
bind_box (QdChildrenBox            *box,
          QdPortfolio              *portfolio,
          QdTenant                 *tenant,
          GType                     type,
          const QdChildrenBoxFuncs *funcs)
{
  qd_children_box_bind (box, portfolio, type, qd_record_get_id (tenant), funcs, portfolio);
  g_signal_connect_object (box, "row-activated", G_CALLBACK (edit), portfolio, 0);
}

void
qd_tenant_contact_rows_bind (QdChildrenBox *box,
                             QdPortfolio   *portfolio,
                             QdTenant      *tenant)
{
  static const QdChildrenBoxFuncs funcs = { create_row, update_contact, compare_contacts };

  bind_box (box, portfolio, tenant, QD_TYPE_TENANT_CONTACT, &funcs);
}

void
qd_tenant_access_rows_bind (QdChildrenBox *box,
                            QdPortfolio   *portfolio,
                            QdTenant      *tenant)
{
  static const QdChildrenBoxFuncs funcs = { create_row, update_access, compare_access };

  bind_box (box, portfolio, tenant, QD_TYPE_SWITCHBOARD_ACCESS, &funcs);
}

void
qd_tenant_maintenance_rows_bind (QdChildrenBox *box,
                                 QdPortfolio   *portfolio,
                                 QdTenant      *tenant)
{
  static const QdChildrenBoxFuncs funcs = { create_row, update_maintenance, compare_maintenance };

  bind_box (box, portfolio, tenant, QD_TYPE_MAINTENANCE, &funcs);
}

void
qd_tenant_wave_rows_bind (QdChildrenBox *box,
                          QdPortfolio   *portfolio,
                          QdTenant      *tenant)
{
  static const QdChildrenBoxFuncs funcs = { create_row, update_wave, compare_waves };

  bind_box (box, portfolio, tenant, QD_TYPE_MIGRATION_WAVE, &funcs);
}
