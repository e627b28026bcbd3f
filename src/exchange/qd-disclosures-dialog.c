/* qd-disclosures-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-disclosures-dialog"

#include "qd-disclosures-dialog.h"

#include <glib/gi18n.h>

#include "qd-account-rules.h"
#include "qd-audience.h"
#include "qd-day-words.h"
#include "qd-disclosure-edits.h"
#include "qd-format.h"
#include "qd-screen.h"
#include "qd-shell.h"

/**
 * QdDisclosuresDialog:
 *
 * The history of what went out although there was a name in it: when, for whom, what, of which
 * account and for what reason.
 */
struct _QdDisclosuresDialog
{
  AdwDialog            parent_instance;

  QdPortfolio         *portfolio;
  GCancellable        *cancellable;

  GtkStack            *stack;
  AdwPreferencesGroup *list;
};

G_DEFINE_FINAL_TYPE (QdDisclosuresDialog, qd_disclosures_dialog, ADW_TYPE_DIALOG)

static char *
dup_what (const QdDisclosure *disclosure)
{
  const QdFormat *format = qd_format_find (disclosure->what);

  if (format != NULL)
    return g_strdup (_ (format->label));

  return g_strdup (g_str_equal (disclosure->what, "clipboard") ? _ ("Copied to the clipboard") : _ ("CSV"));
}

/* “Wed 25 November 2026, 14:05 · Colleagues · PDF · Razorbill” */
static char *
dup_facts (QdDisclosuresDialog *self,
           const QdDisclosure  *disclosure)
{
  g_autoptr(GDateTime) at = g_date_time_new_from_unix_local (disclosure->at);
  g_autofree char *day = qd_day_dup_full (qd_day_from_instant (disclosure->at));
  g_autofree char *minute = g_date_time_format (at, "%R");
  int              audience = qd_nicks_parse (qd_audiences, disclosure->audience);
  QdAccount       *account = qd_portfolio_lookup (self->portfolio, QD_TYPE_ACCOUNT, disclosure->account);
  g_autofree char *who = account != NULL ? qd_account_dup_title (account, TRUE) : NULL;
  g_autofree char *what = dup_what (disclosure);
  g_autoptr(GString) facts = g_string_new (NULL);

  /* Translators: a day, and a time of it */
  g_string_append_printf (facts, _ ("%1$s, %2$s"), day, minute);
  g_string_append_printf (facts, " · %s", audience != QD_ENUM_NONE ? qd_nicks_get_label (qd_audiences, audience) : disclosure->audience);
  g_string_append_printf (facts, " · %s", what);

  if (who != NULL)
    g_string_append_printf (facts, " · %s", who);

  return g_string_free_and_steal (g_steal_pointer (&facts));
}

static void
loaded_cb (GObject      *store,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(QdDisclosuresDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) disclosures = qd_disclosure_load_finish (QD_STORE (store), result, &error);

  if (self->list == NULL)
    return; /* the window is gone */

  if (disclosures == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        qd_shell_report (self, error);

      return;
    }

  for (guint i = 0; i < disclosures->len; i++)
    {
      const QdDisclosure *disclosure = g_ptr_array_index (disclosures, i);
      GtkWidget          *row = adw_action_row_new ();
      g_autofree char    *facts = dup_facts (self, disclosure);
      g_autofree char    *reason = qd_screen_dup_text (self->portfolio, disclosure->reason);

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), reason);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), facts);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
      adw_preferences_group_add (self->list, row);
    }

  gtk_stack_set_visible_child_name (self->stack, disclosures->len > 0 ? "list" : "none");
}

static void
qd_disclosures_dialog_dispose (GObject *object)
{
  QdDisclosuresDialog *self = QD_DISCLOSURES_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_DISCLOSURES_DIALOG);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_disclosures_dialog_parent_class)->dispose (object);
}

static void
qd_disclosures_dialog_class_init (QdDisclosuresDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_disclosures_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-disclosures-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QdDisclosuresDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, QdDisclosuresDialog, list);
}

static void
qd_disclosures_dialog_init (QdDisclosuresDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
qd_disclosures_dialog_present (GtkWidget   *parent,
                               QdPortfolio *portfolio)
{
  QdDisclosuresDialog *self = g_object_new (QD_TYPE_DISCLOSURES_DIALOG, NULL);

  self->portfolio = g_object_ref (portfolio);
  qd_disclosure_load_async (qd_portfolio_get_store (portfolio), self->cancellable, loaded_cb, g_object_ref (self));
  adw_dialog_present (ADW_DIALOG (self), parent);
}
