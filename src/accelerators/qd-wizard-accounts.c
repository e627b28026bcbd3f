/* qd-wizard-accounts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-wizard-accounts"

#include "qd-wizard-accounts.h"

#include <glib/gi18n.h>

#include "qd-account-rules.h"
#include "qd-allowance-words.h"
#include "qd-config.h"
#include "qd-search-escape.h"
#include "qd-search-key.h"

/**
 * QdWizardAccounts:
 *
 * Whose accelerator it is to be: the accounts, with what is left of their allowance.
 */
struct _QdWizardAccounts
{
  AdwBin       parent_instance;

  QdPortfolio *portfolio;
  char       **words; /* what is searched for, folded */

  GtkWidget   *search;
  GtkListBox  *list;
};

G_DEFINE_FINAL_TYPE (QdWizardAccounts, qd_wizard_accounts, ADW_TYPE_BIN)

enum
{
  SELECTED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static QdAccount *
get_row_account (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "account");
}

static gboolean
filter_cb (GtkListBoxRow *row,
           gpointer       user_data)
{
  QdWizardAccounts *self = user_data;
  g_autofree char  *key = qd_search_fold (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

  return self->words == NULL || qd_search_matches (key, (const char *const *)self->words);
}

static int
sort_cb (GtkListBoxRow *a,
         GtkListBoxRow *b,
         gpointer       user_data)
{
  return g_utf8_collate (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (a)),
                         adw_preferences_row_get_title (ADW_PREFERENCES_ROW (b)));
}

static GtkListBoxRow *
find_first_match (QdWizardAccounts *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (filter_cb (row, self))
      return row;

  return NULL;
}

/* What is selected is in sight. */
static void
search_changed_cb (QdWizardAccounts *self)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list);

  g_strfreev (self->words);
  self->words = qd_search_split (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_list_box_invalidate_filter (self->list);

  if (selected == NULL || !filter_cb (selected, self))
    gtk_list_box_select_row (self->list, find_first_match (self));
}

static void
row_selected_cb (QdWizardAccounts *self)
{
  g_signal_emit (self, signals[SELECTED], 0);
}

static void
row_activated_cb (QdWizardAccounts *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
search_activate_cb (QdWizardAccounts *self)
{
  if (qd_wizard_accounts_get_account (self) != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
append_account (QdWizardAccounts *self,
                QdAccount        *account,
                gboolean          show_codenames)
{
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  g_autofree char *title = qd_account_dup_title (account, show_codenames);
  GPtrArray       *plans = qd_portfolio_peek_children (self->portfolio, QD_TYPE_PLAN, qd_record_get_id (account));
  int              today = qd_day_today ();
  g_autoptr(QdAllowance) allowance = qd_allowance_new (account, plans, today, today, QD_DAY_NONE);
  g_autofree char *words = qd_allowance_dup_words (allowance);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "account", g_object_ref (account), g_object_unref);
  gtk_list_box_append (self->list, row);
}

static gboolean
qd_wizard_accounts_grab_focus (GtkWidget *widget)
{
  QdWizardAccounts *self = QD_WIZARD_ACCOUNTS (widget);
  GtkListBoxRow    *selected = gtk_list_box_get_selected_row (self->list);

  return gtk_widget_grab_focus (selected != NULL ? GTK_WIDGET (selected) : self->search);
}

static void
qd_wizard_accounts_dispose (GObject *object)
{
  QdWizardAccounts *self = QD_WIZARD_ACCOUNTS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_WIZARD_ACCOUNTS);
  g_clear_object (&self->portfolio);
  g_clear_pointer (&self->words, g_strfreev);

  G_OBJECT_CLASS (qd_wizard_accounts_parent_class)->dispose (object);
}

static void
qd_wizard_accounts_class_init (QdWizardAccountsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType           type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_wizard_accounts_dispose;
  widget_class->grab_focus = qd_wizard_accounts_grab_focus;

  signals[SELECTED] = g_signal_new ("selected", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-wizard-accounts.ui");
  gtk_widget_class_bind_template_child (widget_class, QdWizardAccounts, search);
  gtk_widget_class_bind_template_child (widget_class, QdWizardAccounts, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
qd_wizard_accounts_init (QdWizardAccounts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  qd_search_escape_install (GTK_SEARCH_ENTRY (self->search));
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
  gtk_list_box_set_sort_func (self->list, sort_cb, NULL, NULL);
}

/* @account: the id of the one that is chosen at first, or 0 */
void
qd_wizard_accounts_bind (QdWizardAccounts *self,
                         QdPortfolio      *portfolio,
                         gint64            account)
{
  GListModel *accounts;
  g_autoptr(GSettings) settings = NULL;
  gboolean       show_codenames;
  GtkListBoxRow *row;

  g_return_if_fail (QD_IS_WIZARD_ACCOUNTS (self));

  g_set_object (&self->portfolio, portfolio);
  settings = g_settings_new (QD_APPLICATION_ID);
  show_codenames = g_settings_get_boolean (settings, "show-codenames");
  accounts = G_LIST_MODEL (qd_portfolio_get_list (portfolio, QD_TYPE_ACCOUNT));

  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr(QdAccount) item = g_list_model_get_item (accounts, i);

      if (!item->archived || qd_record_get_id (item) == account)
        append_account (self, item, show_codenames);
    }

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (account == 0 || qd_record_get_id (get_row_account (row)) == account)
      {
        gtk_list_box_select_row (self->list, row);
        break;
      }
}

/* Returns: (transfer none) (nullable): the one that is chosen */
QdAccount *
qd_wizard_accounts_get_account (QdWizardAccounts *self)
{
  GtkListBoxRow *selected;

  g_return_val_if_fail (QD_IS_WIZARD_ACCOUNTS (self), NULL);

  selected = gtk_list_box_get_selected_row (self->list);

  return selected != NULL ? get_row_account (selected) : NULL;
}
