/* qd-tenant-save.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-tenant-save"

#include "qd-tenant-save.h"

#include <glib/gi18n.h>

#include "qd-exchange.h"
#include "qd-shell.h"
#include "qd-tenant-ics.h"
#include "qd-week-plan.h"

/* A calendar is kept for a while, and looked back into. */
#define DAYS_BEFORE 31
#define DAYS_AFTER 366

typedef struct
{
  GtkWidget  *parent;
  QdFactBook *book;
  gint64      now;
  GPtrArray  *tenants;
  GBytes     *bytes;
} Saving;

static void
saving_free (Saving *saving)
{
  g_clear_object (&saving->parent);
  g_clear_object (&saving->book);
  g_clear_pointer (&saving->tenants, g_ptr_array_unref);
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
  g_autofree char *text = NULL;

  if (!qd_exchange_write_file_finish (result, &error))
    {
      qd_shell_report (saving->parent, error);
      return;
    }

  text = g_strdup_printf (
      ngettext ("Calendar of %u tenant exported", "Calendar of %u tenants exported", saving->tenants->len), saving->tenants->len);
  qd_shell_tell (saving->parent, text);
}

static void
file_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  Saving *saving = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, &error);

  if (file != NULL)
    {
      qd_exchange_write_file_async (saving->bytes, file, NULL, written_cb, saving);
      return;
    }

  if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    qd_shell_report (saving->parent, error);

  saving_free (saving);
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

  if (g_str_equal (response, "cancel") || root == NULL)
    return;

  saving->bytes = qd_tenants_export_ics (saving->book,
                                         saving->tenants,
                                         g_str_equal (response, "me") ? QD_AUDIENCE_ME : QD_AUDIENCE_INTERNAL,
                                         saving->now - DAYS_BEFORE * (gint64)QD_SECONDS_PER_DAY,
                                         saving->now + DAYS_AFTER * (gint64)QD_SECONDS_PER_DAY,
                                         saving->now,
                                         &error);

  /* Nobody is asked for a file that will not be written. */
  if (saving->bytes == NULL)
    {
      qd_shell_report (saving->parent, error);
      return;
    }

  gtk_file_dialog_set_title (dialog, _ ("Export Maintenance"));
  gtk_file_dialog_set_initial_name (dialog, _ ("maintenance.ics"));
  gtk_file_dialog_save (dialog, GTK_WINDOW (root), NULL, file_cb, g_steal_pointer (&saving));
}

/**
 * qd_tenant_save_present:
 * @book: of a portfolio
 * @now: an instant
 *
 * Asks who will read the maintenance of all tenants, then for a file, and writes it.
 */
void
qd_tenant_save_present (GtkWidget  *parent,
                        QdFactBook *book,
                        gint64      now)
{
  AdwAlertDialog  *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (NULL, NULL));
  Saving          *saving = g_new0 (Saving, 1);
  g_autofree char *heading = NULL;

  saving->parent = g_object_ref (parent);
  saving->book = g_object_ref (book);
  saving->now = now;
  saving->tenants = qd_tenants_list_shown (qd_fact_book_get_portfolio (book), TRUE);

  heading = g_strdup_printf (ngettext ("Export the Calendar of %u Tenant for Whom?",
                                       "Export the Calendar of %u Tenants for Whom?",
                                       saving->tenants->len),
                             saving->tenants->len);
  adw_alert_dialog_set_heading (dialog, heading);
  adw_alert_dialog_set_body (
      dialog, _ ("Windows, upgrades and change locks from a month ago until a year from now, as iCalendar. For colleagues, accounts that have a codename are called by it. The calendar of one tenant for its customer is on the tenant’s page."));
  adw_alert_dialog_add_responses (
      dialog, "cancel", _ ("_Cancel"), "me", _ ("_Me"), "internal", _ ("C_olleagues"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "internal", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "internal");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, parent, NULL, audience_cb, saving);
}
