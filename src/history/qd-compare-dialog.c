/* qd-compare-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-compare-dialog"

#include "qd-compare-dialog.h"

#include <glib/gi18n.h>

#include "qd-account.h"
#include "qd-day-words.h"
#include "qd-history-lines-view.h"
#include "qd-history-look.h"
#include "qd-shell.h"

/**
 * QdCompareDialog:
 *
 * Where the portfolio as it was differs from what it is now, record by record, of all accounts or
 * of one.
 */
struct _QdCompareDialog
{
  AdwDialog           parent_instance;

  QdPortfolio        *then;
  QdPortfolio        *now;
  GArray             *account_ids; /* gint64, as in the choice; the first is 0 */
  GCancellable       *cancellable;
  gboolean            filling; /* the choice, and not a person */

  AdwWindowTitle     *window_title;
  AdwComboRow        *accounts;
  GtkStack           *stack;
  QdHistoryLinesView *lines_view;
};

G_DEFINE_FINAL_TYPE (QdCompareDialog, qd_compare_dialog, ADW_TYPE_DIALOG)

static void
compared_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(QdCompareDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = qd_history_compare_finish (QD_PORTFOLIO (object), result, &error);
  g_autofree char *words = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (lines == NULL)
    {
      qd_shell_report (self, error);
      return;
    }

  words = g_strdup_printf (ngettext ("%u difference", "%u differences", lines->len), lines->len);
  qd_history_lines_view_clear (self->lines_view);
  qd_history_lines_view_add_by_record (self->lines_view, lines);
  gtk_stack_set_visible_child_name (self->stack, lines->len > 0 ? "lines" : "none");
  gtk_accessible_announce (GTK_ACCESSIBLE (self->stack), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
account_cb (QdCompareDialog *self)
{
  guint position = adw_combo_row_get_selected (self->accounts);

  if (self->filling || position >= self->account_ids->len)
    return;

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_stack_set_visible_child_name (self->stack, "loading");
  qd_history_compare_async (self->then,
                            self->now,
                            g_array_index (self->account_ids, gint64, position),
                            self->cancellable,
                            compared_cb,
                            g_object_ref (self));
}

static int
compare_titles (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  QdPortfolio     *portfolio = user_data;
  g_autofree char *first = qd_history_look_dup_account (portfolio, *(const gint64 *)a);
  g_autofree char *second = qd_history_look_dup_account (portfolio, *(const gint64 *)b);

  return g_utf8_collate (first != NULL ? first : "", second != NULL ? second : "");
}

/* Those that there are now; one that is gone stands among all of them. */
static void
fill_accounts (QdCompareDialog *self,
               gint64           chosen)
{
  GListModel *accounts = G_LIST_MODEL (qd_portfolio_get_list (self->now, QD_TYPE_ACCOUNT));
  g_autoptr(GtkStringList) titles = gtk_string_list_new (NULL);
  gint64 none = 0;
  guint  position = 0;

  self->filling = TRUE;

  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr(QdAccount) account = g_list_model_get_item (accounts, i);
      gint64 id = qd_record_get_id (account);

      g_array_append_val (self->account_ids, id);
    }

  g_array_sort_with_data (self->account_ids, compare_titles, self->now);
  g_array_prepend_val (self->account_ids, none);
  gtk_string_list_append (titles, _ ("All Accounts"));

  for (guint i = 1; i < self->account_ids->len; i++)
    {
      gint64           id = g_array_index (self->account_ids, gint64, i);
      g_autofree char *title = qd_history_look_dup_account (self->now, id);

      gtk_string_list_append (titles, title);
      position = id == chosen ? i : position;
    }

  adw_combo_row_set_model (self->accounts, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->accounts, position);
  self->filling = FALSE;
}

static void
qd_compare_dialog_dispose (GObject *object)
{
  QdCompareDialog *self = QD_COMPARE_DIALOG (object);

  self->filling = TRUE;
  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_COMPARE_DIALOG);
  g_clear_object (&self->then);
  g_clear_object (&self->now);

  G_OBJECT_CLASS (qd_compare_dialog_parent_class)->dispose (object);
}

static void
qd_compare_dialog_finalize (GObject *object)
{
  QdCompareDialog *self = QD_COMPARE_DIALOG (object);

  g_object_unref (self->cancellable);
  g_array_unref (self->account_ids);

  G_OBJECT_CLASS (qd_compare_dialog_parent_class)->finalize (object);
}

static void
qd_compare_dialog_class_init (QdCompareDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_compare_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = qd_compare_dialog_finalize;

  g_type_ensure (QD_TYPE_HISTORY_LINES_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/gitlab/quarterdeck/Quarterdeck/qd-compare-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QdCompareDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, QdCompareDialog, accounts);
  gtk_widget_class_bind_template_child (widget_class, QdCompareDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, QdCompareDialog, lines_view);
  gtk_widget_class_bind_template_callback (widget_class, account_cb);
}

static void
qd_compare_dialog_init (QdCompareDialog *self)
{
  self->filling = TRUE;
  self->cancellable = g_cancellable_new ();
  self->account_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * qd_compare_dialog_new:
 * @then: as it was at the end of @day
 * @account: what to begin with; 0 for all of them
 */
AdwDialog *
qd_compare_dialog_new (QdPortfolio *then,
                       QdPortfolio *now,
                       int          day,
                       gint64       account)
{
  QdCompareDialog *self;
  g_autofree char *words = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (QD_IS_PORTFOLIO (then), NULL);
  g_return_val_if_fail (QD_IS_PORTFOLIO (now), NULL);

  self = g_object_new (QD_TYPE_COMPARE_DIALOG, NULL);
  self->then = g_object_ref (then);
  self->now = g_object_ref (now);
  words = qd_day_dup_display (day);
  title = g_strdup_printf (_ ("%s → today"), words);
  adw_window_title_set_subtitle (self->window_title, title);
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Then and Now"));
  qd_history_lines_view_set_portfolio (self->lines_view, now);
  fill_accounts (self, account);
  account_cb (self);

  return ADW_DIALOG (self);
}
