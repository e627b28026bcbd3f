/* qd-account-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-account-dialog"

#include "qd-account-dialog.h"

#include "qd-account-edits.h"
#include "qd-day-row.h"
#include "qd-enum-row.h"
#include "qd-seal-group.h"
#include "qd-text-row.h"

/**
 * QdAccountDialog:
 *
 * Makes a new account out of what is known of one at first; all else is edited
 * on its page, which opens once it is there.
 */
struct _QdAccountDialog
{
  AdwDialog    parent_instance;

  QdStore     *store;
  QdAccount   *draft;
  GtkWidget   *page; /* (nullable) weak: who to go to the account from */

  GtkWidget   *add_button;
  AdwBanner   *problem;
  GtkWidget   *form;
  GtkWidget   *name;
  QdSealGroup *seal;
};

G_DEFINE_FINAL_TYPE (QdAccountDialog, qd_account_dialog, ADW_TYPE_DIALOG)

static void
show_problem (QdAccountDialog *self,
              const GError    *error)
{
  adw_banner_set_use_markup (self->problem, FALSE);
  adw_banner_set_title (self->problem, error->message);
  adw_banner_set_revealed (self->problem, TRUE);
  gtk_accessible_announce (
      GTK_ACCESSIBLE (self), error->message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
added_cb (GObject      *store,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(QdAccountDialog) self = user_data;
  g_autoptr(GError) error = NULL;

  gtk_widget_set_sensitive (self->add_button, TRUE);

  if (!qd_store_edit_finish (QD_STORE (store), result, &error))
    {
      show_problem (self, error);
      return;
    }

  adw_dialog_close (ADW_DIALOG (self));

  if (self->page != NULL)
    qd_shell_open_account (self->page, qd_record_get_id (self->draft));
}

static void
cancel_cb (QdAccountDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
add_cb (QdAccountDialog *self)
{
  g_autoptr(GError) error = NULL;

  qd_editor_flush_all (self->form);

  if (!qd_record_check (self->draft, &error))
    {
      show_problem (self, error);
      return;
    }

  gtk_widget_set_sensitive (self->add_button, FALSE);
  qd_account_add_async (self->draft, self->store, added_cb, g_object_ref (self));
}

static void
qd_account_dialog_dispose (GObject *object)
{
  QdAccountDialog *self = QD_ACCOUNT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_ACCOUNT_DIALOG);
  g_clear_weak_pointer (&self->page);
  g_clear_object (&self->draft);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_account_dialog_parent_class)->dispose (object);
}

static void
qd_account_dialog_class_init (QdAccountDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_account_dialog_dispose;

  g_type_ensure (QD_TYPE_DAY_ROW);
  g_type_ensure (QD_TYPE_ENUM_ROW);
  g_type_ensure (QD_TYPE_SEAL_GROUP);
  g_type_ensure (QD_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-account-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QdAccountDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, QdAccountDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, QdAccountDialog, form);
  gtk_widget_class_bind_template_child (widget_class, QdAccountDialog, name);
  gtk_widget_class_bind_template_child (widget_class, QdAccountDialog, seal);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
qd_account_dialog_init (QdAccountDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->draft = qd_record_new_draft (QD_TYPE_ACCOUNT);
  qd_editor_bind_all (self->form, NULL, self->draft);
  qd_seal_group_bind (self->seal, NULL, self->draft);
}

/* @page: where the new account is opened from */
AdwDialog *
qd_account_dialog_new (QdStore   *store,
                       GtkWidget *page)
{
  QdAccountDialog *self = g_object_new (QD_TYPE_ACCOUNT_DIALOG, NULL);

  self->store = g_object_ref (store);
  g_set_weak_pointer (&self->page, page);

  return ADW_DIALOG (self);
}
