/* qd-locked-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-locked-row"

#include "qd-locked-row.h"

#include <glib/gi18n.h>

#include "qd-tenant-words.h"

/**
 * QdLockedRow:
 *
 * Stands for the editor of a field that is not simply changed any more: shows what it holds and why it is
 * locked, and asks before it makes way for the editor.
 */
struct _QdLockedRow
{
  AdwActionRow parent_instance;

  char        *property;
  const char  *label;
  GtkWidget   *editor; /* not owned: it is in the same group */
  GtkWidget   *image;
  QdFieldLock  lock;
  gboolean     opened;
};

G_DEFINE_FINAL_TYPE (QdLockedRow, qd_locked_row, ADW_TYPE_ACTION_ROW)

static void
update (QdLockedRow *self)
{
  gboolean locked = self->lock != QD_FIELD_LOCK_NONE && !self->opened;

  gtk_widget_set_visible (GTK_WIDGET (self), locked);
  gtk_widget_set_visible (self->editor, !locked);
}

static void
answered_cb (GObject      *dialog,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(QdLockedRow) self = user_data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (dialog), result);

  if (!g_str_equal (response, "correct") || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;

  self->opened = TRUE;
  update (self);
  gtk_widget_child_focus (self->editor, GTK_DIR_TAB_FORWARD);
}

static void
qd_locked_row_activate (AdwActionRow *row)
{
  QdLockedRow     *self = QD_LOCKED_ROW (row);
  g_autofree char *reason = qd_tenant_dup_lock_reason (self->lock, self->label);
  g_autofree char *heading = g_strdup_printf (_ ("Correct “%s”?"), self->label);
  g_autofree char *body = NULL;
  AdwAlertDialog  *dialog;

  if (reason == NULL)
    return;

  body = g_strdup_printf (_ ("%s Correct it only if this record says something else than the instance is."), reason);
  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, body));
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "correct", _ ("C_orrect"), NULL);
  adw_alert_dialog_set_default_response (dialog, "cancel");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, GTK_WIDGET (self), NULL, answered_cb, g_object_ref (self));
}

static void
qd_locked_row_finalize (GObject *object)
{
  g_free (QD_LOCKED_ROW (object)->property);

  G_OBJECT_CLASS (qd_locked_row_parent_class)->finalize (object);
}

static void
qd_locked_row_class_init (QdLockedRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qd_locked_row_finalize;
  ADW_ACTION_ROW_CLASS (klass)->activate = qd_locked_row_activate;
}

static void
qd_locked_row_init (QdLockedRow *self)
{
  self->image = gtk_image_new_from_icon_name ("changes-prevent-symbolic");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  gtk_widget_set_margin_end (self->image, 9); /* as far from the edge as the icons of the rows that it stands among */
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->image);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "property");
}

/**
 * qd_locked_row_new:
 * @type: of the record
 * @property: of it
 * @editor: that follows it in its group, bound to the record
 */
QdLockedRow *
qd_locked_row_new (GType       type,
                   const char *property,
                   GtkWidget  *editor)
{
  const QdColumn *column = qd_record_find_column (type, property);
  QdLockedRow    *self;

  g_return_val_if_fail (column != NULL, NULL);

  self = g_object_new (QD_TYPE_LOCKED_ROW, NULL);
  self->property = g_strdup (property);
  self->label = _ (column->label);
  self->editor = editor;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), self->label);

  return self;
}

const char *
qd_locked_row_get_property (QdLockedRow *self)
{
  g_return_val_if_fail (QD_IS_LOCKED_ROW (self), NULL);

  return self->property;
}

/**
 * qd_locked_row_show:
 * @lock: what is so of the field now; where it is not locked, its editor is shown
 * @value: (nullable): what it holds
 */
void
qd_locked_row_show (QdLockedRow *self,
                    QdFieldLock  lock,
                    const char  *value)
{
  g_autofree char *reason = NULL;

  g_return_if_fail (QD_IS_LOCKED_ROW (self));

  reason = qd_tenant_dup_lock_reason (lock, self->label);
  self->lock = lock;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), value != NULL && *value != '\0' ? value : _ ("Not set"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), reason);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->image), GTK_ACCESSIBLE_PROPERTY_LABEL, reason != NULL ? reason : "", -1);
  update (self);
}

/* Asks again before it is edited the next time. */
void
qd_locked_row_close (QdLockedRow *self)
{
  g_return_if_fail (QD_IS_LOCKED_ROW (self));

  self->opened = FALSE;
  update (self);
}
