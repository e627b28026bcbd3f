/* qd-reference-changes-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-reference-changes-dialog"

#include "qd-reference-changes-dialog.h"

#include <glib/gi18n.h>

#include "qd-reference-difference.h"
#include "qd-reference-edits.h"
#include "qd-shell.h"

/**
 * QdReferenceChangesDialog:
 *
 * Shows line by line where an entry that a person edited differs from what ships, and lets them
 * keep the one or the other.
 */
struct _QdReferenceChangesDialog
{
  AdwDialog         parent_instance;

  QdReference      *reference;
  QdReferenceEntry *entry;

  GtkBox           *columns;
  GtkWidget        *keep_button;
};

G_DEFINE_FINAL_TYPE (QdReferenceChangesDialog, qd_reference_changes_dialog, ADW_TYPE_DIALOG)

static void
reset_clicked_cb (QdReferenceChangesDialog *self)
{
  GtkWidget       *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autofree char *message = g_strdup_printf (_ ("“%s” is as it ships again"), self->entry->shipped->title);

  qd_shell_tell_undoable (window, message);
  qd_reference_reset_async (self->reference, self->entry, qd_shell_edit_cb, g_object_ref (window));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
keep_clicked_cb (QdReferenceChangesDialog *self)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  qd_reference_keep_mine_async (self->reference, self->entry, qd_shell_edit_cb, g_object_ref (window));
  adw_dialog_close (ADW_DIALOG (self));
}

/* Colours alone would not say which is which. */
static GtkWidget *
create_line (const QdReferenceLine *line)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget       *mark = gtk_label_new (line->kind == QD_REFERENCE_LINE_ADDED     ? "+"
                                         : line->kind == QD_REFERENCE_LINE_REMOVED ? "−"
                                                                                   : "");
  GtkWidget       *label = gtk_label_new (line->text);
  const char      *name = line->kind == QD_REFERENCE_LINE_ADDED     ? C_ ("difference", "Yours")
                          : line->kind == QD_REFERENCE_LINE_REMOVED ? C_ ("difference", "Ships")
                                                                    : C_ ("difference", "Both");
  g_autofree char *words = g_strdup_printf ("%s: %s", name, line->text);

  gtk_label_set_width_chars (GTK_LABEL (mark), 1);
  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_add_css_class (box, "difference-line");

  if (line->kind != QD_REFERENCE_LINE_SAME)
    gtk_widget_add_css_class (box, line->kind == QD_REFERENCE_LINE_ADDED ? "added" : "removed");

  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

static void
add_column (QdReferenceChangesDialog    *self,
            const QdReferenceDifference *difference)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), difference->label);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "difference");

  for (guint i = 0; i < difference->lines->len; i++)
    gtk_box_append (GTK_BOX (box), create_line (&g_array_index (difference->lines, QdReferenceLine, i)));

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), box);
  gtk_box_append (self->columns, group);
}

static void
qd_reference_changes_dialog_dispose (GObject *object)
{
  QdReferenceChangesDialog *self = QD_REFERENCE_CHANGES_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_REFERENCE_CHANGES_DIALOG);
  g_clear_object (&self->entry);
  g_clear_object (&self->reference);

  G_OBJECT_CLASS (qd_reference_changes_dialog_parent_class)->dispose (object);
}

static void
qd_reference_changes_dialog_class_init (QdReferenceChangesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_reference_changes_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/gitlab/quarterdeck/Quarterdeck/qd-reference-changes-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QdReferenceChangesDialog, columns);
  gtk_widget_class_bind_template_child (widget_class, QdReferenceChangesDialog, keep_button);
  gtk_widget_class_bind_template_callback (widget_class, reset_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_clicked_cb);
}

static void
qd_reference_changes_dialog_init (QdReferenceChangesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* @entry: one that ships and was edited */
AdwDialog *
qd_reference_changes_dialog_new (QdReference      *reference,
                                 QdReferenceEntry *entry)
{
  QdReferenceChangesDialog *self;
  g_autoptr(GPtrArray) differences = NULL;

  g_return_val_if_fail (QD_IS_REFERENCE (reference), NULL);
  g_return_val_if_fail (QD_IS_REFERENCE_ENTRY (entry) && entry->state == QD_REFERENCE_STATE_EDITED, NULL);

  self = g_object_new (QD_TYPE_REFERENCE_CHANGES_DIALOG, NULL);
  self->reference = g_object_ref (reference);
  self->entry = g_object_ref (entry);
  differences = qd_reference_compare (entry->shipped, entry);

  for (guint i = 0; i < differences->len; i++)
    add_column (self, g_ptr_array_index (differences, i));

  gtk_widget_set_visible (self->keep_button, qd_reference_entry_is_outdated (entry));

  return ADW_DIALOG (self);
}
