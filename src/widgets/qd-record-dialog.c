/* qd-record-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-record-dialog"

#include "qd-record-dialog.h"

#include <glib/gi18n.h>

#include "qd-batch.h"
#include "qd-copying.h"
#include "qd-editor.h"
#include "qd-field-row.h"
#include "qd-shell.h"

/* What a row takes, about, and what a dialog takes at most */
#define ROW_HEIGHT 64
#define MAX_HEIGHT 640

/**
 * QdRecordDialog:
 *
 * All fields of one record. A record that is in the file is edited in place, and
 * the dialog closes by itself when the record goes; a draft is added when a
 * person says so.
 */
struct _QdRecordDialog
{
  AdwDialog           parent_instance;

  const QdForm       *form;
  QdStore            *store;
  QdRecord           *record;
  gboolean            is_new;
  AdwPreferencesPage *page;
  GtkWidget          *content; /* is below the dialog only once that is shown */
  AdwBanner          *banner;
  GtkWidget          *add_button;
  GHashTable         *rows;   /* name of a field -> its row */
  GPtrArray          *groups; /* of AdwPreferencesGroup, in the form's order */
  GPtrArray          *all;    /* the same, with those of buttons */
  gboolean            refused;
  QdPortfolio        *portfolio; /* (nullable): whose names are not to be copied */
  gint64              account;

  guint               described; /* which of the groups */
  QdFormDescribe      describe;  /* (nullable) */
  gpointer            describe_data;
  GDestroyNotify      describe_destroy;
};

G_DEFINE_FINAL_TYPE (QdRecordDialog, qd_record_dialog, ADW_TYPE_DIALOG)

static void
update_relevance (QdRecordDialog *self)
{
  for (guint i = 0; self->form->is_relevant != NULL && i < self->groups->len; i++)
    {
      const QdFormGroup *group = &self->form->groups[i];
      gboolean           any = FALSE;

      for (guint j = 0; group->fields[j] != NULL; j++)
        {
          GtkWidget *row = g_hash_table_lookup (self->rows, group->fields[j]);
          gboolean   relevant = self->form->is_relevant (self->record, group->fields[j]);

          gtk_widget_set_visible (row, relevant);
          any |= relevant;
        }

      gtk_widget_set_visible (g_ptr_array_index (self->groups, i), any);
    }
}

static void
update_description (QdRecordDialog *self)
{
  g_autofree char *text = self->describe != NULL ? self->describe (self->record, self->describe_data) : NULL;
  g_autofree char *markup = text != NULL ? g_markup_escape_text (text, -1) : NULL;

  if (self->describe != NULL)
    adw_preferences_group_set_description (g_ptr_array_index (self->groups, self->described), markup);
}

static void
record_changed_cb (QdRecordDialog *self)
{
  update_relevance (self);
  update_description (self);
}

static void
finished_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(QdRecordDialog) self = user_data;
  g_autoptr(GError) error = NULL;

  if (qd_store_edit_finish (QD_STORE (object), result, &error))
    {
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }

  gtk_widget_set_sensitive (self->add_button, !self->refused);
  adw_banner_set_title (self->banner, error->message);
  adw_banner_set_revealed (self->banner, TRUE);
}

static void
add_cb (QdRecordDialog *self)
{
  g_autoptr(GError) error = NULL;

  if (self->refused)
    return;

  qd_editor_flush_all (self->content);

  if (!qd_record_check (self->record, &error))
    {
      adw_banner_set_title (self->banner, error->message);
      adw_banner_set_revealed (self->banner, TRUE);
      gtk_accessible_announce (
          GTK_ACCESSIBLE (self), error->message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
      return;
    }

  gtk_widget_set_sensitive (self->add_button, FALSE);

  if (self->form->add != NULL)
    self->form->add (self->record, self->store, finished_cb, g_object_ref (self));
  else
    qd_record_add_async (self->record, self->store, _ (self->form->add_label), finished_cb, g_object_ref (self));
}

static void
deleted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GtkWidget) window = user_data;
  g_autoptr(GError) error = NULL;

  if (!qd_store_edit_finish (QD_STORE (object), result, &error))
    qd_shell_report (window, error);
}

static void
delete_cb (QdRecordDialog *self)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  qd_record_remove_async (
      self->record, self->store, _ (self->form->delete_label), deleted_cb, g_object_ref (window));
  qd_shell_tell_undoable (window, _ (self->form->deleted));
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
duplicate_cb (QdRecordDialog *self)
{
  g_autoptr(QdRecord) copy = NULL;
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  qd_editor_flush_all (self->content);
  copy = qd_record_dup_as_new (self->record);
  qd_record_add_async (copy, self->store, _ ("Duplicate"), deleted_cb, g_object_ref (window));
  qd_shell_tell_undoable (window, _ ("Duplicated"));
  adw_dialog_force_close (ADW_DIALOG (self));
}

static char *
dup_copy (gpointer data,
          GError **error)
{
  QdRecordDialog  *self = data;
  g_autofree char *text = self->form->copy (self->record);
  g_autoptr(QdExit) exit = qd_exit_new (self->portfolio, QD_AUDIENCE_INTERNAL, self->account);

  return qd_exit_dup_checked (exit, text, _ ("what is copied"), error);
}

/* Wherever it is pasted, colleagues read it. */
static void
copy_cb (QdRecordDialog *self)
{
  g_return_if_fail (self->portfolio != NULL);

  qd_editor_flush_all (self->content);
  qd_copying_run (self,
                  self->portfolio,
                  QD_AUDIENCE_INTERNAL,
                  self->account,
                  dup_copy,
                  g_object_ref (self),
                  g_object_unref,
                  _ ("Copied"));
}

static void
store_changed_cb (QdRecordDialog *self)
{
  if (!qd_record_is_live (self->record))
    adw_dialog_force_close (ADW_DIALOG (self));
}

static AdwButtonRow *
create_button_row (QdRecordDialog *self,
                   const char     *title,
                   GCallback       callback)
{
  AdwButtonRow *row = ADW_BUTTON_ROW (adw_button_row_new ());

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", callback, self, G_CONNECT_SWAPPED);

  return row;
}

static void
add_group (QdRecordDialog      *self,
           AdwPreferencesGroup *group)
{
  g_ptr_array_add (self->all, g_object_ref (group));
  adw_preferences_page_add (self->page, group);
}

static void
add_groups (QdRecordDialog *self)
{
  for (const QdFormGroup *form = self->form->groups; form->fields[0] != NULL; form++)
    {
      AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

      if (form->title != NULL)
        adw_preferences_group_set_title (group, _ (form->title));

      for (guint i = 0; form->fields[i] != NULL; i++)
        {
          GtkWidget *row = qd_field_row_new (G_OBJECT_TYPE (self->record), form->fields[i]);

          adw_preferences_group_add (group, row);
          g_hash_table_insert (self->rows, (gpointer)form->fields[i], row);
        }

      g_ptr_array_add (self->groups, group);
      add_group (self, group);
    }

  if (self->form->copy != NULL)
    {
      AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

      adw_preferences_group_add (group, GTK_WIDGET (create_button_row (self, _ ("_Copy as Text"), G_CALLBACK (copy_cb))));
      add_group (self, group);
    }

  if (!self->is_new && self->form->delete_label != NULL)
    {
      AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
      AdwButtonRow        *row;

      if (!self->form->single)
        adw_preferences_group_add (
            group, GTK_WIDGET (create_button_row (self, _ ("D_uplicate"), G_CALLBACK (duplicate_cb))));

      row = create_button_row (self, _ ("_Delete"), G_CALLBACK (delete_cb));
      gtk_widget_add_css_class (GTK_WIDGET (row), "destructive-action");
      adw_preferences_group_add (group, GTK_WIDGET (row));
      add_group (self, group);
    }
}

static GtkWidget *
create_header_bar (QdRecordDialog *self)
{
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *cancel;

  if (!self->is_new)
    return bar;

  cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  g_signal_connect_object (cancel, "clicked", G_CALLBACK (adw_dialog_force_close), self, G_CONNECT_SWAPPED);
  self->add_button = gtk_button_new_with_mnemonic (self->form->accept != NULL ? _ (self->form->accept) : _ ("_Add"));
  gtk_widget_add_css_class (self->add_button, "suggested-action");
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), self->add_button);

  return bar;
}

static void
qd_record_dialog_dispose (GObject *object)
{
  QdRecordDialog *self = QD_RECORD_DIALOG (object);

  if (self->describe_destroy != NULL)
    self->describe_destroy (g_steal_pointer (&self->describe_data));

  self->describe = NULL;
  self->describe_destroy = NULL;
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  g_clear_object (&self->record);
  g_clear_object (&self->portfolio);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_record_dialog_parent_class)->dispose (object);
}

static void
qd_record_dialog_class_init (QdRecordDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_record_dialog_dispose;

  /* Adds from wherever the focus is. */
  gtk_widget_class_install_action (
      GTK_WIDGET_CLASS (klass), "dialog.add", NULL, (GtkWidgetActionActivateFunc)(void (*) (void))add_cb);
  gtk_widget_class_add_binding_action (
      GTK_WIDGET_CLASS (klass), GDK_KEY_Return, GDK_CONTROL_MASK, "dialog.add", NULL);
}

static void
qd_record_dialog_init (QdRecordDialog *self)
{
  self->rows = g_hash_table_new (g_str_hash, g_str_equal);
  self->groups = g_ptr_array_new ();
  self->all = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * qd_record_dialog_set_owner:
 * @account: the id of the customer whose it is, or 0
 *
 * Says whose the record is, for the names in what is copied of it.
 */
void
qd_record_dialog_set_owner (QdRecordDialog *self,
                            QdPortfolio    *portfolio,
                            gint64          account)
{
  g_return_if_fail (QD_IS_RECORD_DIALOG (self));

  g_set_object (&self->portfolio, portfolio);
  self->account = account;
}

/**
 * qd_record_dialog_new:
 * @record: a live record to edit, or a draft to add
 */
AdwDialog *
qd_record_dialog_new (const QdForm *form,
                      QdStore      *store,
                      gpointer      record)
{
  QdRecordDialog *self = g_object_new (QD_TYPE_RECORD_DIALOG, NULL);
  GtkWidget      *view = adw_toolbar_view_new ();

  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  self->form = form;
  self->store = g_object_ref (store);
  self->record = g_object_ref (record);
  self->is_new = !qd_record_is_live (record);
  self->banner = ADW_BANNER (adw_banner_new (""));
  adw_banner_set_use_markup (self->banner, FALSE);

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), create_header_bar (self));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (self->banner));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (self->page));
  add_groups (self);
  self->content = view;
  adw_dialog_set_child (ADW_DIALOG (self), view);
  adw_dialog_set_title (ADW_DIALOG (self), self->is_new ? _ (form->new_title) : _ (form->title));
  adw_dialog_set_content_width (ADW_DIALOG (self), 480);
  adw_dialog_set_follows_content_size (ADW_DIALOG (self), FALSE);
  adw_dialog_set_content_height (ADW_DIALOG (self), MIN (MAX_HEIGHT, 160 + ROW_HEIGHT * (int)g_hash_table_size (self->rows)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.add", self->is_new);

  qd_editor_bind_all (self->content, self->is_new ? NULL : store, record);
  g_signal_connect_object (record, "notify", G_CALLBACK (record_changed_cb), self, G_CONNECT_SWAPPED);
  update_relevance (self);

  adw_dialog_set_focus (ADW_DIALOG (self), g_hash_table_lookup (self->rows, form->groups[0].fields[0]));

  if (!self->is_new)
    g_signal_connect_object (
        store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  return ADW_DIALOG (self);
}

/**
 * qd_record_dialog_set_describe:
 * @group: which of the form's
 * @describe: what is said below its title
 */
void
qd_record_dialog_set_describe (QdRecordDialog *self,
                               guint           group,
                               QdFormDescribe  describe,
                               gpointer        user_data,
                               GDestroyNotify  destroy)
{
  g_return_if_fail (QD_IS_RECORD_DIALOG (self));
  g_return_if_fail (self->describe == NULL && group < self->groups->len);

  self->described = group;
  self->describe = describe;
  self->describe_data = user_data;
  self->describe_destroy = destroy;
  update_description (self);
}

/**
 * qd_record_dialog_add_head:
 * @group: (transfer floating)
 *
 * Puts @group before the fields, after those that were put there before.
 */
void
qd_record_dialog_add_head (QdRecordDialog      *self,
                           AdwPreferencesGroup *group)
{
  g_return_if_fail (QD_IS_RECORD_DIALOG (self));
  g_return_if_fail (ADW_IS_PREFERENCES_GROUP (group));

  for (guint i = 0; i < self->all->len; i++)
    adw_preferences_page_remove (self->page, g_ptr_array_index (self->all, i));

  adw_preferences_page_add (self->page, group);

  for (guint i = 0; i < self->all->len; i++)
    adw_preferences_page_add (self->page, g_ptr_array_index (self->all, i));
}

/**
 * qd_record_dialog_refuse:
 * @why: (nullable): a sentence; none where it may be added
 *
 * Whether the draft may be added as it is.
 */
void
qd_record_dialog_refuse (QdRecordDialog *self,
                         const char     *why)
{
  g_return_if_fail (QD_IS_RECORD_DIALOG (self));
  g_return_if_fail (self->is_new);

  self->refused = why != NULL;
  gtk_widget_set_sensitive (self->add_button, why == NULL);
  adw_banner_set_title (self->banner, why != NULL ? why : "");
  adw_banner_set_revealed (self->banner, why != NULL);

  if (why != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), why, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/**
 * qd_record_dialog_add_row:
 * @group: which of the form's
 * @row: (transfer floating): a #QdEditor with its field, of a kind that forms do not know
 *
 * Adds it below the fields of the group.
 */
void
qd_record_dialog_add_row (QdRecordDialog *self,
                          guint           group,
                          GtkWidget      *row)
{
  g_return_if_fail (QD_IS_RECORD_DIALOG (self));
  g_return_if_fail (QD_IS_EDITOR (row) && group < self->groups->len);

  adw_preferences_group_add (g_ptr_array_index (self->groups, group), row);
  qd_editor_bind (row, self->is_new ? NULL : self->store, self->record);
}
