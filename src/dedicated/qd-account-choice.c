/* qd-account-choice.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-account-choice"

#include "qd-account-choice.h"

#include <glib/gi18n.h>

#include "qd-account-rules.h"
#include "qd-config.h"

/**
 * QdAccountChoice:
 *
 * Asks whose something is: one of the accounts that are looked after, found by typing.
 */
struct _QdAccountChoice
{
  AdwComboRow parent_instance;

  GListStore *accounts; /* QdAccount; first, where none is chosen yet, a GtkStringObject */
  gboolean    show_codenames;
};

G_DEFINE_FINAL_TYPE (QdAccountChoice, qd_account_choice, ADW_TYPE_COMBO_ROW)

static char *
dup_title (gpointer item,
           gpointer user_data)
{
  QdAccountChoice *self = user_data;

  return QD_IS_ACCOUNT (item) ? qd_account_dup_title (item, self->show_codenames) : g_strdup (_ ("Choose…"));
}

static int
compare_titles (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  g_autofree char *first = dup_title ((gpointer)a, user_data);
  g_autofree char *second = dup_title ((gpointer)b, user_data);

  return g_utf8_collate (first, second);
}

/* A combo row is called what is asked, and says nothing of what is chosen. */
static void
selected_cb (QdAccountChoice *self)
{
  gpointer         item = adw_combo_row_get_selected_item (ADW_COMBO_ROW (self));
  g_autofree char *title = item != NULL ? dup_title (item, self) : g_strdup ("");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, title, -1);
}

static void
qd_account_choice_dispose (GObject *object)
{
  QdAccountChoice *self = QD_ACCOUNT_CHOICE (object);

  if (self->accounts != NULL)
    {
      g_signal_handlers_disconnect_by_func (self, selected_cb, NULL);
      adw_combo_row_set_model (ADW_COMBO_ROW (self), NULL);
      adw_combo_row_set_expression (ADW_COMBO_ROW (self), NULL);
    }

  g_clear_object (&self->accounts);

  G_OBJECT_CLASS (qd_account_choice_parent_class)->dispose (object);
}

static void
qd_account_choice_class_init (QdAccountChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_account_choice_dispose;
}

static void
qd_account_choice_init (QdAccountChoice *self)
{
  g_autoptr(GSettings) settings = g_settings_new (QD_APPLICATION_ID);

  self->show_codenames = g_settings_get_boolean (settings, "show-codenames");
  self->accounts = g_list_store_new (G_TYPE_OBJECT);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Account"));
  adw_combo_row_set_enable_search (ADW_COMBO_ROW (self), TRUE);
  adw_combo_row_set_search_match_mode (ADW_COMBO_ROW (self), GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);
}

/* @account: an id that is chosen already, or 0 */
GtkWidget *
qd_account_choice_new (QdPortfolio *portfolio,
                       gint64       account)
{
  QdAccountChoice *self;
  GListModel      *accounts;
  g_autoptr(GtkExpression) title = NULL;

  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), NULL);

  self = g_object_new (QD_TYPE_ACCOUNT_CHOICE, NULL);
  accounts = G_LIST_MODEL (qd_portfolio_get_list (portfolio, QD_TYPE_ACCOUNT));

  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr(QdAccount) each = g_list_model_get_item (accounts, i);

      if (!each->archived || qd_record_get_id (each) == account)
        g_list_store_append (self->accounts, each);
    }

  g_list_store_sort (self->accounts, compare_titles, self);

  /* The row always has one selected; no customer is to be taken by mistake. With one account
   * there is nothing to choose. */
  if (account == 0 && g_list_model_get_n_items (G_LIST_MODEL (self->accounts)) != 1)
    {
      g_autoptr(GtkStringObject) choose = gtk_string_object_new ("");

      g_list_store_insert (self->accounts, 0, choose);
    }

  title = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (dup_title), self, NULL);
  adw_combo_row_set_expression (ADW_COMBO_ROW (self), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (self->accounts));
  qd_account_choice_select (self, account);
  selected_cb (self);

  return GTK_WIDGET (self);
}

/* Returns: (transfer none) (nullable): none is chosen yet */
QdAccount *
qd_account_choice_get_account (QdAccountChoice *self)
{
  gpointer item;

  g_return_val_if_fail (QD_IS_ACCOUNT_CHOICE (self), NULL);

  item = adw_combo_row_get_selected_item (ADW_COMBO_ROW (self));

  return QD_IS_ACCOUNT (item) ? item : NULL;
}

/* @account: an id */
void
qd_account_choice_select (QdAccountChoice *self,
                          gint64           account)
{
  g_return_if_fail (QD_IS_ACCOUNT_CHOICE (self));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->accounts)); i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (self->accounts), i);

      if (QD_IS_ACCOUNT (item) && qd_record_get_id (item) == account)
        adw_combo_row_set_selected (ADW_COMBO_ROW (self), i);
    }
}
