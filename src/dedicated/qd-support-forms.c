/* qd-support-forms.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-support-forms"

#include "qd-support-forms.h"

#include <glib/gi18n.h>

#include "qd-account-choice.h"
#include "qd-account-rules.h"
#include "qd-clock-watch.h"
#include "qd-config.h"
#include "qd-escalation.h"
#include "qd-hours-row.h"
#include "qd-instant.h"
#include "qd-maintenance-window.h"
#include "qd-record-dialog.h"
#include "qd-shell.h"
#include "qd-star-panel.h"
#include "qd-support-edits.h"
#include "qd-upgrade-checklist.h"
#include "qd-upgrade-panel.h"

/* Wide enough for both rules beside each other, in sp */
#define TICKET_WIDTH 680
#define NARROW "max-width: 520sp"

static const QdFormGroup ticket_groups[] = {
  { NULL, { "number", "subject", "severity", "state", "support_plan", "owner", "url" } },
  { N_ ("Times"), { "opened_at", "first_reply_at", "customer_reply_at", "support_reply_at" } },
  { N_ ("What Speaks for a Request"), { "dissatisfied", "wrong_severity", "stalled", "business_reason", "desired_result", "gitlab_group" } },
  { NULL, { "notes" } },
  { NULL },
};

/* Which of them the times are */
#define TIMES_GROUP 1

static const QdForm ticket_form = {
  .title = N_ ("Ticket"),
  .new_title = N_ ("New Ticket"),
  .add_label = N_ ("Add Ticket"),
  .delete_label = N_ ("Delete Ticket"),
  .deleted = N_ ("Ticket deleted"),
  .groups = ticket_groups,
};

static const QdFormGroup escalation_groups[] = {
  { NULL, { "name", "severity", "owner", "channel" } },
  { NULL, { "opened", "updated", "closed", "outcome" } },
  { NULL, { "next_steps", "exit_criteria", "notes" } },
  { NULL },
};

/* How it ended is for when it did. */
static gboolean
is_relevant (gpointer    record,
             const char *field)
{
  QdEscalation *self = record;

  return !g_str_equal (field, "outcome") || self->closed != QD_DAY_NONE || (int)self->outcome != QD_ENUM_NONE;
}

static const QdForm escalation_form = {
  .title = N_ ("Escalation"),
  .new_title = N_ ("New Escalation"),
  .add_label = N_ ("Add Escalation"),
  .delete_label = N_ ("Delete Escalation"),
  .deleted = N_ ("Escalation deleted"),
  .groups = escalation_groups,
  .is_relevant = is_relevant,
};

static const QdFormGroup upgrade_groups[] = {
  { NULL, { "name", "state", "from_version", "to_version", "ticket" } },
  { N_ ("When, and Who Is There"), { "upgrade_at", "time_zone", "contact" } },
  { N_ ("Plans"), { "upgrade_plan", "rollback_plan" } },
  { NULL, { "notes" } },
  { NULL },
};

static const QdForm upgrade_form = {
  .title = N_ ("Upgrade Request"),
  .new_title = N_ ("New Upgrade Request"),
  .add_label = N_ ("Add Upgrade Request"),
  .delete_label = N_ ("Delete Upgrade Request"),
  .deleted = N_ ("Upgrade request deleted"),
  .groups = upgrade_groups,
  .add = qd_upgrade_request_add_async,
};

static const QdForm *
find_form (GType type)
{
  if (type == QD_TYPE_TICKET)
    return &ticket_form;

  return type == QD_TYPE_ESCALATION ? &escalation_form : &upgrade_form;
}

static char *
describe_times (gpointer record,
                gpointer user_data)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *zone = g_date_time_format (now, "%Z");

  /* Translators: %s is the zone of this computer’s clock: “CET” */
  return g_strdup_printf (_ ("On the clock of this computer (%s). Another zone may follow a time: “24 Nov 14:00 Tokyo”, “9:30 UTC”."), zone);
}

/* How often an escalation of that severity is written about, and who is part of it */
static char *
describe_escalation (gpointer record,
                     gpointer user_data)
{
  GPtrArray *facts = qd_fact_book_peek (user_data, QD_FACT_TOPIC_ESCALATION);

  for (guint i = 0; i < facts->len; i++)
    {
      const QdEscalationFact *fact = g_ptr_array_index (facts, i);

      if (fact->severity == (int)QD_ESCALATION (record)->severity)
        return g_strdup (fact->fact.description);
    }

  return NULL;
}

static void
account_activated_cb (AdwActionRow *row,
                      AdwDialog    *dialog)
{
  gint64     account = *(gint64 *)g_object_get_data (G_OBJECT (row), "qd-account");
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (dialog)));

  adw_dialog_force_close (dialog);
  qd_shell_open_account (window, account);
}

/* Whose it is, and the way there */
static void
add_account (AdwDialog  *dialog,
             QdFactBook *book,
             gpointer    record)
{
  g_autoptr(GSettings) settings = g_settings_new (QD_APPLICATION_ID);
  gint64           id = qd_record_get_parent (record);
  QdAccount       *account = qd_portfolio_lookup (qd_fact_book_get_portfolio (book), QD_TYPE_ACCOUNT, id);
  GtkWidget       *group, *row, *icon;
  g_autofree char *title = NULL;

  if (account == NULL)
    return;

  title = qd_account_dup_title (account, g_settings_get_boolean (settings, "show-codenames"));
  group = adw_preferences_group_new ();
  row = adw_action_row_new ();
  icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Account"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), title);
  gtk_widget_add_css_class (row, "property");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "qd-account", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (account_activated_cb), dialog, G_CONNECT_DEFAULT);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);

  if (QD_IS_TICKET (record))
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), qd_hours_row_new (book, record));

  qd_record_dialog_add_head (QD_RECORD_DIALOG (dialog), ADW_PREFERENCES_GROUP (group));
}

static void
account_chosen_cb (QdAccountChoice *choice,
                   GParamSpec      *pspec,
                   AdwDialog       *dialog)
{
  QdRecord  *draft = g_object_get_data (G_OBJECT (choice), "qd-draft");
  QdAccount *account = qd_account_choice_get_account (choice);
  g_autoptr(GError) error = NULL;

  qd_record_set_parent (draft, account != NULL ? qd_record_get_id (account) : 0);

  if (!QD_IS_UPGRADE_REQUEST (draft))
    return;

  if (account != NULL && !qd_upgrade_check_account (account, &error))
    qd_record_dialog_refuse (QD_RECORD_DIALOG (dialog), error->message);
  else
    qd_record_dialog_refuse (QD_RECORD_DIALOG (dialog), NULL);
}

static void
add_choice (AdwDialog  *dialog,
            QdFactBook *book,
            gpointer    draft,
            gint64      account)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *choice = qd_account_choice_new (qd_fact_book_get_portfolio (book), account);

  g_object_set_data_full (G_OBJECT (choice), "qd-draft", g_object_ref (draft), g_object_unref);
  g_signal_connect_object (choice, "notify::selected-item", G_CALLBACK (account_chosen_cb), dialog, G_CONNECT_DEFAULT);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), choice);

  if (QD_IS_TICKET (draft))
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), qd_hours_row_new (book, draft));

  qd_record_dialog_add_head (QD_RECORD_DIALOG (dialog), ADW_PREFERENCES_GROUP (group));
  account_chosen_cb (QD_ACCOUNT_CHOICE (choice), NULL, dialog);

  if (qd_account_choice_get_account (QD_ACCOUNT_CHOICE (choice)) == NULL)
    adw_dialog_set_focus (dialog, choice);
}

static void
set_narrow_cb (AdwBreakpoint *breakpoint,
               QdStarPanel   *panel)
{
  qd_star_panel_set_narrow (panel, TRUE);
}

static void
set_wide_cb (AdwBreakpoint *breakpoint,
             QdStarPanel   *panel)
{
  qd_star_panel_set_narrow (panel, FALSE);
}

static void
add_star (AdwDialog     *dialog,
          QdFactBook    *book,
          QdMinuteClock *clock,
          gpointer       ticket)
{
  GtkWidget     *panel = qd_star_panel_new (book, clock, ticket);
  AdwBreakpoint *breakpoint = adw_breakpoint_new (adw_breakpoint_condition_parse (NARROW));

  g_signal_connect_object (breakpoint, "apply", G_CALLBACK (set_narrow_cb), panel, G_CONNECT_DEFAULT);
  g_signal_connect_object (breakpoint, "unapply", G_CALLBACK (set_wide_cb), panel, G_CONNECT_DEFAULT);
  adw_dialog_add_breakpoint (dialog, breakpoint);
  adw_dialog_set_content_width (dialog, TICKET_WIDTH);
  qd_record_dialog_add_head (QD_RECORD_DIALOG (dialog), ADW_PREFERENCES_GROUP (panel));
  adw_dialog_set_focus (dialog, qd_star_panel_get_focus (QD_STAR_PANEL (panel)));
}

static void
add_checklist (AdwDialog  *dialog,
               QdFactBook *book,
               gpointer    request)
{
  GtkWidget *panel = qd_upgrade_panel_new (book, request);
  GtkWidget *focus = qd_upgrade_panel_get_focus (QD_UPGRADE_PANEL (panel));

  qd_record_dialog_add_head (QD_RECORD_DIALOG (dialog), ADW_PREFERENCES_GROUP (panel));

  if (focus != NULL)
    adw_dialog_set_focus (dialog, focus);
}

static AdwDialog *
create_dialog (QdFactBook *book,
               gpointer    record)
{
  AdwDialog *dialog = qd_record_dialog_new (
      find_form (G_OBJECT_TYPE (record)), qd_portfolio_get_store (qd_fact_book_get_portfolio (book)), record);

  if (QD_IS_TICKET (record))
    qd_record_dialog_set_describe (QD_RECORD_DIALOG (dialog), TIMES_GROUP, describe_times, NULL, NULL);
  else if (QD_IS_ESCALATION (record))
    qd_record_dialog_set_describe (QD_RECORD_DIALOG (dialog), 0, describe_escalation, g_object_ref (book), g_object_unref);

  /* A dialog may be as narrow as a phone. */
  gtk_widget_set_size_request (GTK_WIDGET (dialog), 340, 240);

  return dialog;
}

/**
 * qd_support_present:
 * @record: one that is in the file
 *
 * Returns: (transfer none): the dialog that shows it
 */
AdwDialog *
qd_support_present (GtkWidget     *parent,
                    QdFactBook    *book,
                    QdMinuteClock *clock,
                    gpointer       record)
{
  AdwDialog *dialog;

  g_return_val_if_fail (GTK_IS_WIDGET (parent), NULL);
  g_return_val_if_fail (QD_IS_FACT_BOOK (book), NULL);
  g_return_val_if_fail (qd_record_is_live (record), NULL);

  dialog = create_dialog (book, record);
  add_account (dialog, book, record);

  if (QD_IS_TICKET (record))
    add_star (dialog, book, clock, record);
  else if (QD_IS_UPGRADE_REQUEST (record))
    add_checklist (dialog, book, record);

  qd_clock_watch_add (GTK_WIDGET (dialog), clock);
  adw_dialog_present (dialog, parent);

  return dialog;
}

/* Returns: (transfer full): as it most often is */
static gpointer
create_draft (GType          type,
              QdMinuteClock *clock)
{
  gpointer         draft = qd_record_new_draft (type);
  gint64           now = qd_minute_clock_get_now (clock);
  g_autofree char *opened = qd_instant_format (now - now % QD_SECONDS_PER_MINUTE);

  if (type == QD_TYPE_TICKET)
    g_object_set (draft, "severity", QD_TICKET_SEVERITY_NORMAL, "opened-at", opened, NULL);
  else if (type == QD_TYPE_ESCALATION)
    g_object_set (draft, "severity", QD_ESCALATION_SEVERITY_MEDIUM, "opened", qd_minute_clock_get_today (clock), NULL);

  return draft;
}

/**
 * qd_support_present_new:
 * @type: of the record
 * @account: whose it is, or 0 to have that chosen
 *
 * Returns: (transfer none): the dialog that asks for it
 */
AdwDialog *
qd_support_present_new (GtkWidget     *parent,
                        QdFactBook    *book,
                        QdMinuteClock *clock,
                        GType          type,
                        gint64         account)
{
  g_autoptr(QdRecord) draft = NULL;
  AdwDialog *dialog;

  g_return_val_if_fail (GTK_IS_WIDGET (parent), NULL);
  g_return_val_if_fail (QD_IS_FACT_BOOK (book), NULL);

  draft = create_draft (type, clock);
  dialog = create_dialog (book, draft);
  add_choice (dialog, book, draft, account);
  adw_dialog_present (dialog, parent);

  return dialog;
}
