/* qd-window-save.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-window-save"

#include "qd-window-save.h"

#include <glib/gi18n.h>

#include "qd-exchange.h"
#include "qd-tenant-export.h"

/* How much of the time to come a calendar has */
#define DAYS 366

/* What is asked for, while it is asked who will read it and where it goes. */
typedef struct
{
  GtkWidget  *parent;
  QdFactBook *book;
  QdTenant   *tenant;
  GBytes     *bytes;
} Saving;

static void
saving_free (Saving *saving)
{
  g_clear_object (&saving->parent);
  g_clear_object (&saving->book);
  g_clear_object (&saving->tenant);
  g_clear_pointer (&saving->bytes, g_bytes_unref);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(Saving) saving = user_data;
  g_autoptr(GError) error = NULL;

  if (qd_exchange_write_file_finish (result, &error))
    qd_shell_tell (saving->parent, _ ("Windows exported"));
  else
    qd_shell_report (saving->parent, error);
}

static void
file_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(Saving) saving = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, &error);
  GBytes *bytes = saving->bytes;

  if (file != NULL)
    qd_exchange_write_file_async (bytes, file, NULL, written_cb, g_steal_pointer (&saving));
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    qd_shell_report (saving->parent, error);
}

static QdAudience
get_audience (const char *response)
{
  if (g_str_equal (response, "me"))
    return QD_AUDIENCE_ME;

  return g_str_equal (response, "customer") ? QD_AUDIENCE_CUSTOMER : QD_AUDIENCE_INTERNAL;
}

static void
audience_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(Saving) saving = user_data;
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr(GError) error = NULL;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (object), result);
  GtkRoot    *root = gtk_widget_get_root (saving->parent);
  gint64      now = g_get_real_time () / G_USEC_PER_SEC;

  if (g_str_equal (response, "cancel") || root == NULL)
    return;

  saving->bytes = qd_tenant_export_ics (saving->book,
                                        saving->tenant,
                                        get_audience (response),
                                        now,
                                        now + DAYS * (gint64)QD_SECONDS_PER_DAY,
                                        now,
                                        &error);

  /* Nobody is asked for a file that will not be written. */
  if (saving->bytes == NULL)
    {
      qd_shell_report (saving->parent, error);
      return;
    }

  gtk_file_dialog_set_title (dialog, _ ("Export Windows"));
  gtk_file_dialog_set_initial_name (dialog, _ ("maintenance.ics"));
  gtk_file_dialog_save (dialog, GTK_WINDOW (root), NULL, file_cb, g_steal_pointer (&saving));
}

/* Asks who will read the windows of @tenant in the year to come, then for a file, and writes it. */
void
qd_window_save_present (GtkWidget  *parent,
                        QdFactBook *book,
                        QdTenant   *tenant)
{
  AdwAlertDialog *dialog;
  Saving         *saving;

  g_return_if_fail (QD_IS_FACT_BOOK (book));
  g_return_if_fail (QD_IS_TENANT (tenant));

  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (
      _ ("Export Windows for Whom?"),
      _ ("A calendar file (.ics) of the next twelve months: windows, versions and change locks. For colleagues, an account that has a codename is called by it.")));
  saving = g_new0 (Saving, 1);
  saving->parent = g_object_ref (parent);
  saving->book = g_object_ref (book);
  saving->tenant = g_object_ref (tenant);

  adw_alert_dialog_add_responses (dialog,
                                  "cancel", _ ("_Cancel"),
                                  "me", _ ("_Me"),
                                  "internal", _ ("C_olleagues"),
                                  "customer", _ ("_The Customer"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (dialog, "internal", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "internal");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, parent, NULL, audience_cb, saving);
}
