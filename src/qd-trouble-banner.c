/* qd-trouble-banner.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-trouble-banner"

#include "qd-trouble-banner.h"

#include <glib/gi18n.h>

#include "qd-rescue.h"
#include "qd-shell.h"

/**
 * QdTroubleBanner:
 *
 * Says what is wrong with the database while it is open, for as long as it is so, and leads
 * to what can be done about it.
 */
struct _QdTroubleBanner
{
  AdwBin     parent_instance;

  QdStore   *store;
  AdwBanner *banner;
};

G_DEFINE_FINAL_TYPE (QdTroubleBanner, qd_trouble_banner, ADW_TYPE_BIN)

static void
rescued_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(QdTroubleBanner) self = user_data;
  g_autoptr(GError) error = NULL;

  if (qd_store_rescue_finish (QD_STORE (object), result, &error))
    qd_shell_tell (self, _ ("A copy of all that was saved was made"));
  else
    qd_shell_report (self, error);
}

static void
rescue_file_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(QdTroubleBanner) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, &error);

  if (file != NULL && g_file_peek_path (file) == NULL)
    qd_shell_tell (self, _ ("No copy was made: only a file on a disk of this computer, or mounted, can be written"));
  else if (file != NULL)
    qd_store_rescue_async (self->store, g_file_peek_path (file), rescued_cb, g_object_ref (self));
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    qd_shell_report (self, error);
}

/* What the open connection has still, though its file is gone */
static void
rescue_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();
  GtkRoot *root = gtk_widget_get_root (widget);

  gtk_file_dialog_set_title (dialog, _ ("Save a Copy"));
  gtk_file_dialog_set_initial_name (dialog, _ ("quarterdeck-copy.db"));

  if (root != NULL)
    gtk_file_dialog_save (dialog, GTK_WINDOW (root), NULL, rescue_file_cb, g_object_ref (widget));
}

static void
show (QdTroubleBanner *self,
      const char      *title,
      const char      *label,
      const char      *action)
{
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  adw_banner_set_title (self->banner, title);
  adw_banner_set_button_label (self->banner, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->banner), action);

  if (!adw_banner_get_revealed (self->banner))
    gtk_accessible_announce (GTK_ACCESSIBLE (self->banner), title, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);

  adw_banner_set_revealed (self->banner, TRUE);
}

static void
moved_cb (QdTroubleBanner *self)
{
  show (self,
        _ ("The database was removed or replaced while it was open. What was saved is still here, but nothing can be changed."),
        _ ("_Save a Copy…"),
        "trouble.save-copy");
}

static void
qd_trouble_banner_dispose (GObject *object)
{
  g_clear_object (&QD_TROUBLE_BANNER (object)->store);

  G_OBJECT_CLASS (qd_trouble_banner_parent_class)->dispose (object);
}

static void
qd_trouble_banner_class_init (QdTroubleBannerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_trouble_banner_dispose;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "trouble.save-copy", NULL, rescue_cb);
}

static void
qd_trouble_banner_init (QdTroubleBanner *self)
{
  self->banner = ADW_BANNER (adw_banner_new (""));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->banner));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* Shows itself when an edit is refused because the file of @store is no longer where it was. */
void
qd_trouble_banner_watch (QdTroubleBanner *self,
                         QdStore         *store)
{
  g_return_if_fail (QD_IS_TROUBLE_BANNER (self));
  g_return_if_fail (QD_IS_STORE (store));

  g_set_object (&self->store, store);
  g_signal_connect_object (store, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
}

void
qd_trouble_banner_show_damage (QdTroubleBanner *self)
{
  g_return_if_fail (QD_IS_TROUBLE_BANNER (self));

  show (self,
        _ ("The database is damaged. It can be read on, but what is changed now may be lost."),
        _ ("_Recover…"),
        "win.recover");
}
