/* qd-account-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-account-page"

#include "qd-account-page.h"

#include <glib/gi18n.h>

#include "qd-account-edits.h"
#include "qd-account-facts.h"
#include "qd-account-forms.h"
#include "qd-account-header.h"
#include "qd-account-overview.h"
#include "qd-account-plans.h"
#include "qd-activity-view.h"
#include "qd-activity.h"
#include "qd-config.h"
#include "qd-contact.h"
#include "qd-follow-up.h"
#include "qd-notes-view.h"
#include "qd-onboarding-edits.h"
#include "qd-people-view.h"
#include "qd-plan.h"
#include "qd-sealed-label.h"
#include "qd-task.h"
#include "qd-team-member.h"
#include "qd-view-keys.h"

/**
 * QdAccountPage:
 *
 * Everything about one account. When the account goes, the page goes too.
 */
struct _QdAccountPage
{
  AdwNavigationPage  parent_instance;

  QdPortfolio       *portfolio;
  QdAccount         *account;
  QdAccountFacts    *facts;
  GSettings         *settings;

  QdSealedLabel     *window_title;
  AdwViewStack      *stack;
  QdAccountHeader   *header;
  QdAccountOverview *overview;
  QdPeopleView      *people;
  QdAccountPlans    *plans;
  QdActivityView    *activity;
  QdNotesView       *notes;
};

G_DEFINE_FINAL_TYPE (QdAccountPage, qd_account_page, ADW_TYPE_NAVIGATION_PAGE)

static void
update_facts (QdAccountPage *self)
{
  g_autofree char *secret = qd_account_dup_secret (self->account);

  qd_account_facts_update (
      self->facts, self->portfolio, qd_day_today (), g_settings_get_boolean (self->settings, "show-codenames"));
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), self->facts->title);
  qd_sealed_label_set (self->window_title, self->facts->title, secret);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "account.archive", !self->account->archived);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "account.unarchive", self->account->archived);
}

static void
onboardings_changed_cb (QdAccountPage *self)
{
  GPtrArray *all = qd_portfolio_peek_children (self->portfolio, QD_TYPE_ONBOARDING, qd_record_get_id (self->account));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "account.start-onboarding", all == NULL || all->len == 0);
}

static void
children_changed_cb (QdAccountPage *self,
                     gint64         parent)
{
  gpointer plan;

  if (parent == qd_record_get_id (self->account) ||
      ((plan = qd_portfolio_lookup (self->portfolio, QD_TYPE_PLAN, parent)) != NULL &&
       qd_record_get_parent (plan) == qd_record_get_id (self->account)))
    update_facts (self);
}

/* The account is gone: deleted here or elsewhere, or undone. */
static void
leave (QdAccountPage *self)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  if (view == NULL)
    return;

  if (adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (view)) == ADW_NAVIGATION_PAGE (self))
    adw_navigation_view_pop (ADW_NAVIGATION_VIEW (view));
  else if (adw_navigation_view_get_previous_page (ADW_NAVIGATION_VIEW (view), ADW_NAVIGATION_PAGE (self)) != NULL)
    adw_navigation_view_pop_to_page (
        ADW_NAVIGATION_VIEW (view),
        adw_navigation_view_get_previous_page (ADW_NAVIGATION_VIEW (view), ADW_NAVIGATION_PAGE (self)));
}

static void
accounts_changed_cb (QdAccountPage *self)
{
  if (!qd_record_is_live (self->account))
    leave (self);
}

static GPtrArray *
as_array (QdAccountPage *self)
{
  GPtrArray *accounts = g_ptr_array_new ();

  g_ptr_array_add (accounts, self->account);

  return accounts;
}

static void
show_view_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  if (gtk_widget_get_mapped (widget))
    qd_view_keys_show (QD_ACCOUNT_PAGE (widget)->stack, g_variant_get_int32 (parameter));
}

static void
judge_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  QdAccountPage *self = QD_ACCOUNT_PAGE (widget);
  g_autoptr(QdHealth) draft = qd_account_forms_new_draft (QD_TYPE_HEALTH, self->account);

  g_object_set (draft, "level", self->facts->health, NULL);
  qd_account_forms_present (&qd_health_form, self->portfolio, draft, self);
}

static void
new_plan_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  gtk_widget_activate_action (
      widget, "win.new-plan", "x", qd_record_get_id (QD_ACCOUNT_PAGE (widget)->account));
}

static void
start_onboarding_cb (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  QdAccountPage *self = QD_ACCOUNT_PAGE (widget);
  g_autoptr(QdOnboarding) draft =
                qd_onboarding_new_draft (self->account, g_get_real_time () / G_USEC_PER_SEC, qd_day_today ());

  adw_view_stack_set_visible_child_name (self->stack, "overview");
  qd_account_forms_present (&qd_onboarding_form, self->portfolio, draft, self);
}

static void
calendar_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  gtk_widget_activate_action (
      widget, "win.edit-calendar", "x", qd_record_get_id (QD_ACCOUNT_PAGE (widget)->account));
}

static void
since_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.since", "x", qd_record_get_id (QD_ACCOUNT_PAGE (widget)->account));
}

static void
history_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  gtk_widget_activate_action (
      widget, "win.show-history", "(sx)", "account", qd_record_get_id (QD_ACCOUNT_PAGE (widget)->account));
}

static void
export_events_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  gtk_widget_activate_action (
      widget, "win.export-events", "x", qd_record_get_id (QD_ACCOUNT_PAGE (widget)->account));
}

static void
export_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  gtk_widget_activate_action (
      widget, "win.export-account", "x", qd_record_get_id (QD_ACCOUNT_PAGE (widget)->account));
}

typedef struct
{
  GtkWidget *window;
  gint64     id;
} Duplicating;

static void
duplicated_cb (GObject      *store,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autofree Duplicating *duplicating = user_data;
  g_autoptr(GtkWidget) window = duplicating->window;
  g_autoptr(GError) error = NULL;

  if (!qd_store_edit_finish (QD_STORE (store), result, &error))
    {
      qd_shell_report (window, error);
      return;
    }

  qd_shell_open_account (window, duplicating->id);
  qd_shell_tell_undoable (window, _ ("Account duplicated"));
}

/* What it is called on the screen, which never is what is sealed. */
static void
copy_name_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  QdAccountPage   *self = QD_ACCOUNT_PAGE (widget);
  g_autofree char *words = g_strdup_printf (_ ("Copied “%s”"), self->facts->title);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), self->facts->title);
  qd_shell_tell (widget, words);
}

static void
copy_as_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  gtk_widget_activate_action (widget,
                              "win.copy-record",
                              "(ssx)",
                              "account",
                              g_variant_get_string (parameter, NULL),
                              qd_record_get_id (QD_ACCOUNT_PAGE (widget)->account));
}

static void
duplicate_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  QdAccountPage *self = QD_ACCOUNT_PAGE (widget);
  Duplicating   *duplicating = g_new0 (Duplicating, 1);

  duplicating->window = g_object_ref (GTK_WIDGET (gtk_widget_get_root (widget)));
  duplicating->id = qd_account_duplicate_async (self->account, self->portfolio, duplicated_cb, duplicating);
}

static void
archive_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  QdAccountPage *self = QD_ACCOUNT_PAGE (widget);
  g_autoptr(GPtrArray) accounts = as_array (self);
  gboolean         archived = g_str_equal (action_name, "account.archive");
  g_autofree char *words = qd_accounts_dup_archived_words (1, archived);

  qd_accounts_archive_async (
      accounts, archived, qd_portfolio_get_store (self->portfolio), qd_shell_edit_cb, g_object_ref (widget));
  qd_shell_tell_undoable (widget, words);
}

static void
delete_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  QdAccountPage *self = QD_ACCOUNT_PAGE (widget);
  g_autoptr(GPtrArray) accounts = as_array (self);
  g_autofree char *words = g_strdup_printf (_ ("Deleted “%s”"), self->facts->title);
  GtkWidget       *window = GTK_WIDGET (gtk_widget_get_root (widget));

  qd_accounts_delete_async (
      accounts, qd_portfolio_get_store (self->portfolio), qd_shell_edit_cb, g_object_ref (window));
  qd_shell_tell_undoable (widget, words);
}

/* What “new” and “search” are about depends on what is looked at. */
static void
new_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  QdAccountPage *self = QD_ACCOUNT_PAGE (widget);
  const char    *view = adw_view_stack_get_visible_child_name (self->stack);

  if (g_str_equal (view, "people"))
    qd_people_view_add (self->people);
  else if (g_str_equal (view, "plans"))
    new_plan_cb (widget, NULL, NULL);
  else if (g_str_equal (view, "activity"))
    qd_activity_view_focus (self->activity);
  else
    {
      adw_view_stack_set_visible_child_name (self->stack, "overview");
      gtk_widget_grab_focus (GTK_WIDGET (self->overview));
    }
}

static void
search_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  QdAccountPage *self = QD_ACCOUNT_PAGE (widget);

  adw_view_stack_set_visible_child_name (self->stack, "activity");
  qd_activity_view_search (self->activity);
}

static void
qd_account_page_dispose (GObject *object)
{
  QdAccountPage *self = QD_ACCOUNT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_ACCOUNT_PAGE);
  g_clear_object (&self->facts);
  g_clear_object (&self->settings);
  g_clear_object (&self->account);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_account_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "account.show", "i", show_view_cb);
  gtk_widget_class_install_action (widget_class, "account.judge", NULL, judge_cb);
  gtk_widget_class_install_action (widget_class, "account.new-plan", NULL, new_plan_cb);
  gtk_widget_class_install_action (widget_class, "account.start-onboarding", NULL, start_onboarding_cb);
  gtk_widget_class_install_action (widget_class, "account.calendar", NULL, calendar_cb);
  gtk_widget_class_install_action (widget_class, "account.since", NULL, since_cb);
  gtk_widget_class_install_action (widget_class, "account.history", NULL, history_cb);
  gtk_widget_class_install_action (widget_class, "account.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "account.export-events", NULL, export_events_cb);
  gtk_widget_class_install_action (widget_class, "account.copy-name", NULL, copy_name_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "account.copy-name", NULL);
  gtk_widget_class_install_action (widget_class, "account.duplicate", NULL, duplicate_cb);
  gtk_widget_class_install_action (widget_class, "account.archive", NULL, archive_cb);
  gtk_widget_class_install_action (widget_class, "account.unarchive", NULL, archive_cb);
  gtk_widget_class_install_action (widget_class, "account.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "page.copy-as", "s", copy_as_cb);
  gtk_widget_class_install_action (widget_class, "page.export", NULL, export_cb);
}

static void
qd_account_page_class_init (QdAccountPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_account_page_dispose;

  g_type_ensure (QD_TYPE_ACCOUNT_HEADER);
  g_type_ensure (QD_TYPE_ACCOUNT_OVERVIEW);
  g_type_ensure (QD_TYPE_ACCOUNT_PLANS);
  g_type_ensure (QD_TYPE_ACTIVITY_VIEW);
  g_type_ensure (QD_TYPE_NOTES_VIEW);
  g_type_ensure (QD_TYPE_PEOPLE_VIEW);
  g_type_ensure (QD_TYPE_SEALED_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-account-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QdAccountPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, QdAccountPage, stack);
  gtk_widget_class_bind_template_child (widget_class, QdAccountPage, header);
  gtk_widget_class_bind_template_child (widget_class, QdAccountPage, overview);
  gtk_widget_class_bind_template_child (widget_class, QdAccountPage, people);
  gtk_widget_class_bind_template_child (widget_class, QdAccountPage, plans);
  gtk_widget_class_bind_template_child (widget_class, QdAccountPage, activity);
  gtk_widget_class_bind_template_child (widget_class, QdAccountPage, notes);
  install_actions (widget_class);
}

static void
qd_account_page_init (QdAccountPage *self)
{
  self->settings = g_settings_new (QD_APPLICATION_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
  qd_view_keys_add (GTK_WIDGET (self), self->stack);
}

static void
follow (QdAccountPage *self)
{
  const GType types[] = { QD_TYPE_HEALTH, QD_TYPE_ACTIVITY, QD_TYPE_FOLLOW_UP, QD_TYPE_CONTACT,
                          QD_TYPE_TEAM_MEMBER, QD_TYPE_PLAN, QD_TYPE_TASK };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    g_signal_connect_object (qd_portfolio_get_index (self->portfolio, types[i]),
                             "changed",
                             G_CALLBACK (children_changed_cb),
                             self,
                             G_CONNECT_SWAPPED);

  g_signal_connect_object (qd_portfolio_get_index (self->portfolio, QD_TYPE_ONBOARDING),
                           "changed",
                           G_CALLBACK (onboardings_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  onboardings_changed_cb (self);
  g_signal_connect_object (qd_portfolio_get_list (self->portfolio, QD_TYPE_ACCOUNT),
                           "items-changed",
                           G_CALLBACK (accounts_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->account, "notify", G_CALLBACK (update_facts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->settings, "changed::show-codenames", G_CALLBACK (update_facts), self, G_CONNECT_SWAPPED);
}

QdAccountPage *
qd_account_page_new (QdPortfolio *portfolio,
                     QdAccount   *account)
{
  QdAccountPage *self = g_object_new (QD_TYPE_ACCOUNT_PAGE, NULL);

  self->portfolio = g_object_ref (portfolio);
  self->account = g_object_ref (account);
  self->facts = qd_account_facts_new (
      portfolio, account, qd_day_today (), g_settings_get_boolean (self->settings, "show-codenames"));
  follow (self);

  qd_account_header_bind (self->header, portfolio, self->facts);
  qd_account_overview_bind (self->overview, portfolio, self->facts);
  qd_people_view_bind (self->people, portfolio, account);
  qd_account_plans_bind (self->plans, portfolio, account);
  qd_activity_view_bind (self->activity, portfolio, account);
  qd_editor_bind (self->notes, qd_portfolio_get_store (portfolio), account);
  update_facts (self);

  return self;
}

/* Adds a view that another room has of the account, after its own. */
void
qd_account_page_add_view (QdAccountPage *self,
                          GtkWidget     *view,
                          const char    *name,
                          const char    *title,
                          const char    *icon)
{
  g_return_if_fail (QD_IS_ACCOUNT_PAGE (self));
  g_return_if_fail (GTK_IS_WIDGET (view));

  adw_view_stack_add_titled_with_icon (self->stack, view, name, title, icon);
}
