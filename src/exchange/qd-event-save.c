/* qd-event-save.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-event-save"

#include "qd-event-save.h"

#include <glib/gi18n.h>

#include "qd-event-csv.h"
#include "qd-event-log.h"
#include "qd-exchange.h"
#include "qd-exit-dialog.h"

/* What is asked for, while it is asked who will read it and where it goes. */
typedef struct
{
  GtkWidget   *parent;
  QdPortfolio *portfolio;
  gint64       account; /* 0: all */
  guint        n_events;
  QdAudience   audience;
  QdExitGate  *gate;
  GBytes      *bytes; /* (nullable) */
} Saving;

static void
saving_clear (gpointer data)
{
  Saving *saving = data;

  g_clear_object (&saving->parent);
  g_clear_object (&saving->portfolio);
  g_clear_pointer (&saving->bytes, g_bytes_unref);
  g_clear_pointer (&saving->gate, qd_exit_gate_free);
}

static void
saving_unref (gpointer saving)
{
  g_rc_box_release_full (saving, saving_clear);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_unref)

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

  qd_exit_gate_went_out (saving->gate);
  text = g_strdup_printf (ngettext ("%u event exported", "%u events exported", saving->n_events), saving->n_events);
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

  saving_unref (saving);
}

static QdAudience
get_audience (const char *response)
{
  if (g_str_equal (response, "me"))
    return QD_AUDIENCE_ME;

  return g_str_equal (response, "customer") ? QD_AUDIENCE_CUSTOMER : QD_AUDIENCE_INTERNAL;
}

static gboolean
make (gpointer data,
      GError **error)
{
  Saving *saving = data;

  g_clear_pointer (&saving->bytes, g_bytes_unref);
  saving->bytes = qd_event_csv_export (saving->portfolio, saving->account, saving->audience, error);

  return saving->bytes != NULL;
}

static void
choose_file (gpointer data)
{
  Saving *saving = data;
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();
  GtkRoot *root = gtk_widget_get_root (saving->parent);

  gtk_file_dialog_set_title (dialog, _ ("Export Events"));
  gtk_file_dialog_set_initial_name (dialog, _ ("events.csv"));

  if (root != NULL)
    gtk_file_dialog_save (dialog, GTK_WINDOW (root), NULL, file_cb, g_rc_box_acquire (saving));
}

static void
audience_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(Saving) saving = user_data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (object), result);
  g_autoptr(GError) error = NULL;
  GtkRoot *root = gtk_widget_get_root (saving->parent);

  if (g_str_equal (response, "cancel") || root == NULL)
    return;

  saving->audience = get_audience (response);
  saving->gate = qd_exit_gate_new (saving->portfolio);
  qd_exit_gate_reset (saving->gate, "event-csv", saving->audience, saving->account);

  /* Nobody is asked for a file that will not be written. */
  if (qd_exit_gate_try (saving->gate, make, saving, &error))
    choose_file (saving);
  else if (qd_exit_gate_is_held_up (saving->gate))
    qd_exit_dialog_present (saving->parent, saving->gate, make, choose_file, g_rc_box_acquire (saving), saving_unref);
  else
    qd_shell_report (saving->parent, error);
}

/**
 * qd_event_save_present:
 * @account: an id; 0 for all accounts
 *
 * Asks who will read the log of accelerator events, then for a file, and writes it.
 */
void
qd_event_save_present (GtkWidget   *parent,
                       QdPortfolio *portfolio,
                       gint64       account)
{
  AdwAlertDialog  *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (NULL, NULL));
  Saving          *saving = g_rc_box_new0 (Saving);
  g_autofree char *heading = NULL;
  g_autoptr(GPtrArray) events = qd_account_list_events (portfolio, account);

  saving->parent = g_object_ref (parent);
  saving->portfolio = g_object_ref (portfolio);
  saving->account = account;
  saving->n_events = events->len;

  if (events->len == 0)
    {
      adw_alert_dialog_set_heading (dialog, _ ("No Events to Export"));
      adw_alert_dialog_set_body (
          dialog, _ ("Nothing is logged of accelerators yet. Log an event from a workshop or a task of one, or from the activities of an account."));
      adw_alert_dialog_add_response (dialog, "cancel", _ ("_Close"));
    }
  else
    {
      heading = g_strdup_printf (ngettext ("Export %u Event for Whom?", "Export %u Events for Whom?", events->len), events->len);
      adw_alert_dialog_set_heading (dialog, heading);
      adw_alert_dialog_set_body (
          dialog, _ ("A CSV file in the columns that Gainsight has for an activity. For colleagues, an account that has a codename is called by it."));
      adw_alert_dialog_add_responses (
          dialog, "cancel", _ ("_Cancel"), "me", _ ("_Me"), "internal", _ ("C_olleagues"), NULL);

      if (account != 0)
        adw_alert_dialog_add_response (dialog, "customer", _ ("_The Customer"));

      adw_alert_dialog_set_response_appearance (dialog, "internal", ADW_RESPONSE_SUGGESTED);
      adw_alert_dialog_set_default_response (dialog, "internal");
    }

  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, parent, NULL, audience_cb, saving);
}
