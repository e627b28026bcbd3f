/* qd-reference-entry-commands.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-reference-entry-commands"

#include <glib/gi18n.h>

#include "qd-day.h"
#include "qd-editor.h"
#include "qd-reference-changes-dialog.h"
#include "qd-reference-edits.h"
#include "qd-reference-entry-private.h"
#include "qd-reference-form.h"
#include "qd-reference-out.h"
#include "qd-shell.h"

static void
favourite_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  QdReferenceEntryView *self = QD_REFERENCE_ENTRY_VIEW (widget);

  qd_reference_set_favourite_async (
      self->reference, self->entry, !self->entry->favourite, qd_shell_edit_cb, g_object_ref (self));
}

static void
edit_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  QdReferenceEntryView *self = QD_REFERENCE_ENTRY_VIEW (widget);

  qd_editor_flush_all (self);
  qd_reference_form_edit (widget, self->reference, self->entry);
}

static void
mark_checked_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  QdReferenceEntryView *self = QD_REFERENCE_ENTRY_VIEW (widget);

  qd_shell_tell_undoable (self, _ ("Marked as checked today"));
  qd_reference_mark_checked_async (
      self->reference, self->entry, qd_day_today (), qd_shell_edit_cb, g_object_ref (self));
}

static void
compare_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  QdReferenceEntryView *self = QD_REFERENCE_ENTRY_VIEW (widget);

  adw_dialog_present (qd_reference_changes_dialog_new (self->reference, self->entry), widget);
}

static void
reset_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  QdReferenceEntryView *self = QD_REFERENCE_ENTRY_VIEW (widget);
  g_autofree char      *message = g_strdup_printf (_ ("“%s” is as it ships again"), self->entry->shipped->title);

  qd_shell_tell_undoable (self, message);
  qd_reference_reset_async (self->reference, self->entry, qd_shell_edit_cb, g_object_ref (self));
}

static void
delete_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  QdReferenceEntryView *self = QD_REFERENCE_ENTRY_VIEW (widget);
  g_autofree char      *message = g_strdup_printf (_ ("“%s” deleted"), self->entry->title);

  qd_editor_flush_all (self);
  qd_shell_tell_undoable (self, message);
  qd_reference_delete_async (self->reference, self->entry, qd_shell_edit_cb, g_object_ref (self));
}

static void
copy_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  QdReferenceEntryView *self = QD_REFERENCE_ENTRY_VIEW (widget);
  QdReferenceEntry     *entry = self->entry;
  g_autofree char      *text = NULL;

  if (g_str_has_suffix (action_name, "link"))
    text = g_strdup (entry->url != NULL ? entry->url : ((QdReferenceSite *)g_ptr_array_index (entry->links, 0))->url);
  else if (g_str_has_suffix (action_name, "markdown"))
    text = qd_reference_entry_dup_markdown (entry);
  else
    text = qd_reference_entry_dup_text (
        entry, g_str_has_suffix (action_name, "slack") ? QD_MARKDOWN_FORMAT_SLACK : QD_MARKDOWN_FORMAT_PLAIN);

  qd_reference_copy (
      widget, qd_reference_get_portfolio (self->reference), text, g_str_has_suffix (action_name, "link") ? _ ("Link copied") : _ ("Entry copied"));
}

void
qd_reference_entry_install_commands (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "entry.favourite", NULL, favourite_cb);
  gtk_widget_class_install_action (widget_class, "entry.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "entry.mark-checked", NULL, mark_checked_cb);
  gtk_widget_class_install_action (widget_class, "entry.compare", NULL, compare_cb);
  gtk_widget_class_install_action (widget_class, "entry.reset", NULL, reset_cb);
  gtk_widget_class_install_action (widget_class, "entry.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "entry.copy-link", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "entry.copy-markdown", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "entry.copy-plain", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "entry.copy-slack", NULL, copy_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "entry.favourite", NULL);
}

/* By what may be done with it now. */
void
qd_reference_entry_update_commands (QdReferenceEntryView *self)
{
  GtkWidget        *widget = GTK_WIDGET (self);
  QdReferenceEntry *entry = self->entry;
  const char *const any[] = { "favourite", "edit", "mark-checked", "copy-markdown", "copy-plain", "copy-slack" };

  for (gsize i = 0; i < G_N_ELEMENTS (any); i++)
    {
      g_autofree char *name = g_strconcat ("entry.", any[i], NULL);

      gtk_widget_action_set_enabled (widget, name, entry != NULL);
    }

  gtk_widget_action_set_enabled (widget, "entry.copy-link", entry != NULL && (entry->url != NULL || entry->links->len > 0));
  gtk_widget_action_set_enabled (widget, "entry.compare", entry != NULL && entry->state == QD_REFERENCE_STATE_EDITED);
  gtk_widget_action_set_enabled (widget, "entry.reset", entry != NULL && entry->state == QD_REFERENCE_STATE_EDITED);
  gtk_widget_action_set_enabled (widget, "entry.delete", entry != NULL && entry->state == QD_REFERENCE_STATE_OWN);
  gtk_widget_action_set_enabled (widget, "entry.back", self->back->len > 0);
}
