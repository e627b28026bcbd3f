/* qd-csv-save.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-csv-save"

#include "qd-csv-save.h"

#include <glib/gi18n.h>

#include "qd-csv-export.h"
#include "qd-exchange.h"
#include "qd-exit-dialog.h"

/* What is asked for, while it is asked who will read it and where it goes. */
typedef struct
{
  GtkWidget    *parent;
  QdPortfolio  *portfolio;
  GPtrArray    *facts;
  QdRosterView *view;
  QdAudience    audience;
  QdExitGate   *gate;
  GBytes       *bytes; /* (nullable) */
} Saving;

static void
saving_clear (gpointer data)
{
  Saving *saving = data;

  g_clear_object (&saving->parent);
  g_clear_object (&saving->portfolio);
  g_clear_pointer (&saving->facts, g_ptr_array_unref);
  g_clear_pointer (&saving->view, qd_roster_view_free);
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
  text = g_strdup_printf (ngettext ("%u account exported", "%u accounts exported", saving->facts->len),
                          saving->facts->len);
  qd_shell_tell (saving->parent, text);
}

static gboolean
make (gpointer data,
      GError **error)
{
  Saving *saving = data;

  g_clear_pointer (&saving->bytes, g_bytes_unref);
  saving->bytes = qd_csv_export_roster (saving->portfolio,
                                        saving->facts,
                                        saving->view->columns,
                                        saving->view->n_columns,
                                        saving->audience,
                                        error);

  return saving->bytes != NULL;
}

static void
file_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(Saving) saving = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, &error);

  if (file == NULL)
    {
      if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
        qd_shell_report (saving->parent, error);

      return;
    }

  if (!qd_exit_gate_try (saving->gate, make, saving, &error))
    {
      qd_shell_report (saving->parent, error);
      return;
    }

  qd_exchange_write_file_async (saving->bytes, file, NULL, written_cb, g_steal_pointer (&saving));
}

static void
choose_file (gpointer data)
{
  Saving *saving = data;
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();
  GtkRoot *root = gtk_widget_get_root (saving->parent);

  gtk_file_dialog_set_title (dialog, _ ("Export Accounts"));
  gtk_file_dialog_set_initial_name (dialog, _ ("accounts.csv"));

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

  saving->audience = g_str_equal (response, "me") ? QD_AUDIENCE_ME : QD_AUDIENCE_INTERNAL;

  saving->gate = qd_exit_gate_new (saving->portfolio);
  qd_exit_gate_reset (saving->gate, "roster-csv", saving->audience, 0);

  /* Nobody is asked for a file that will not be written. */
  if (qd_exit_gate_try (saving->gate, make, saving, &error))
    choose_file (saving);
  else if (qd_exit_gate_is_held_up (saving->gate))
    qd_exit_dialog_present (saving->parent, saving->gate, make, choose_file, g_rc_box_acquire (saving), saving_unref);
  else
    qd_shell_report (saving->parent, error);
}

static GPtrArray *
gather_facts (QdPortfolio  *portfolio,
              const gint64 *ids,
              gsize         n_ids)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func (g_object_unref);

  for (gsize i = 0; i < n_ids; i++)
    {
      QdAccount *account = qd_portfolio_lookup (portfolio, QD_TYPE_ACCOUNT, ids[i]);

      if (account != NULL)
        g_ptr_array_add (facts, qd_account_facts_new (portfolio, account, qd_day_today (), TRUE));
    }

  return facts;
}

/**
 * qd_csv_save_present:
 * @ids: of accounts, in the order they are shown in
 * @view: whose columns are written
 *
 * Asks who will read it, then for a file, and writes it.
 */
void
qd_csv_save_present (GtkWidget          *parent,
                     QdPortfolio        *portfolio,
                     const gint64       *ids,
                     gsize               n_ids,
                     const QdRosterView *view)
{
  AdwAlertDialog  *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (NULL, NULL));
  Saving          *saving = g_rc_box_new0 (Saving);
  g_autofree char *heading = NULL;

  saving->parent = g_object_ref (parent);
  saving->portfolio = g_object_ref (portfolio);
  saving->facts = gather_facts (portfolio, ids, n_ids);
  saving->view = qd_roster_view_copy (view);

  heading = g_strdup_printf (ngettext ("Export %u Account for Whom?", "Export %u Accounts for Whom?", saving->facts->len),
                             saving->facts->len);
  adw_alert_dialog_set_heading (dialog, heading);
  adw_alert_dialog_set_body (
      dialog, _ ("For colleagues, accounts that have a codename are called by it. A list of several accounts is not for a customer."));
  adw_alert_dialog_add_responses (
      dialog, "cancel", _ ("_Cancel"), "me", _ ("_Me"), "internal", _ ("C_olleagues"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "internal", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "internal");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, parent, NULL, audience_cb, saving);
}
