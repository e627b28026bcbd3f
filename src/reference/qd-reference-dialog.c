/* qd-reference-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-reference-dialog"

#include "qd-reference-dialog.h"

#include <glib/gi18n.h>

#include "qd-reference-edits.h"
#include "qd-reference-entry-view.h"
#include "qd-shell.h"

/**
 * QdReferenceDialog:
 *
 * An entry of the reference over the place a person is in, who stays there.
 */
struct _QdReferenceDialog
{
  AdwDialog             parent_instance;

  QdReference          *reference;
  QdReferenceEntryView *view; /* unowned: the child */
};

G_DEFINE_FINAL_TYPE (QdReferenceDialog, qd_reference_dialog, ADW_TYPE_DIALOG)

static void
shown_cb (QdReferenceDialog *self)
{
  const char       *key = qd_reference_entry_view_get_key (self->view);
  QdReferenceEntry *entry = key != NULL ? qd_reference_lookup (self->reference, key) : NULL;

  if (entry == NULL)
    return;

  adw_dialog_set_title (ADW_DIALOG (self), entry->title);
  qd_reference_note_opened_async (self->reference, entry, qd_shell_edit_cb, g_object_ref (self));
}

/* An entry that is deleted leaves nothing to look at. */
static void
entry_gone_cb (QdReferenceDialog *self)
{
  if (qd_reference_entry_view_get_key (self->view) == NULL)
    adw_dialog_force_close (ADW_DIALOG (self));
}

static void
left_cb (QdReferenceDialog *self)
{
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
tag_chosen_cb (QdReferenceDialog *self,
               const char        *tag)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  adw_dialog_force_close (ADW_DIALOG (self));
  gtk_widget_activate_action (window, "win.show-tag", "s", tag);
}

static void
qd_reference_dialog_dispose (GObject *object)
{
  g_clear_object (&QD_REFERENCE_DIALOG (object)->reference);

  G_OBJECT_CLASS (qd_reference_dialog_parent_class)->dispose (object);
}

static void
qd_reference_dialog_class_init (QdReferenceDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_reference_dialog_dispose;
}

static void
qd_reference_dialog_init (QdReferenceDialog *self)
{
  self->view = g_object_new (QD_TYPE_REFERENCE_ENTRY_VIEW, NULL);
  adw_dialog_set_child (ADW_DIALOG (self), GTK_WIDGET (self->view));
  adw_dialog_set_content_width (ADW_DIALOG (self), 720);
  adw_dialog_set_content_height (ADW_DIALOG (self), 640);
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Reference"));
  g_signal_connect_object (self->view, "shown", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "tag-chosen", G_CALLBACK (tag_chosen_cb), self, G_CONNECT_SWAPPED);
}

/* @key: of an entry there is */
AdwDialog *
qd_reference_dialog_new (QdPortfolio *portfolio,
                         const char  *key)
{
  QdReferenceDialog *self;

  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  self = g_object_new (QD_TYPE_REFERENCE_DIALOG, NULL);
  self->reference = qd_reference_ref_of (portfolio);
  qd_reference_entry_view_bind (self->view, self->reference);
  qd_reference_entry_view_show (self->view, key);
  g_signal_connect_object (
      self->view, "notify::has-entry", G_CALLBACK (entry_gone_cb), self, G_CONNECT_SWAPPED);
  shown_cb (self);

  return ADW_DIALOG (self);
}

/* Returns: (nullable): of the entry that is shown */
const char *
qd_reference_dialog_get_key (QdReferenceDialog *self)
{
  g_return_val_if_fail (QD_IS_REFERENCE_DIALOG (self), NULL);

  return qd_reference_entry_view_get_key (self->view);
}
