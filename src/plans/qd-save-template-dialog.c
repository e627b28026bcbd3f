/* qd-save-template-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-save-template-dialog"

#include <glib/gi18n.h>

#include "qd-shell.h"
#include "qd-templates-dialog.h"

/* Asks what a plan is to be called as a template, and keeps it as one. */

typedef struct
{
  GtkWidget   *parent; /* owned, as the rest */
  QdPortfolio *portfolio;
  QdPlan      *plan;
  GtkWidget   *name;
  GtkWidget   *dialog; /* not owned: it holds this */
} Saving;

static void
saving_free (gpointer  data,
             GClosure *closure)
{
  Saving *saving = data;

  g_object_unref (saving->parent);
  g_object_unref (saving->portfolio);
  g_object_unref (saving->plan);
  g_object_unref (saving->name);
  g_free (saving);
}

static void
saved_cb (GObject      *store,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GtkWidget) parent = user_data;
  g_autoptr(GError) error = NULL;

  if (qd_store_edit_finish (QD_STORE (store), result, &error))
    qd_shell_tell_undoable (parent, _ ("Template saved"));
  else
    qd_shell_report (parent, error);
}

static void
save_cb (Saving *saving)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (saving->name))));
  g_autoptr(QdTemplate) draft = qd_record_new_draft (QD_TYPE_TEMPLATE);
  g_autoptr(GError) error = NULL;
  g_autoptr(QdTemplatePlan) template =
                qd_template_plan_new_from_plan (saving->portfolio, saving->plan, name, &error);

  if (template == NULL)
    {
      qd_shell_report (saving->parent, error);
      return;
    }

  qd_template_plan_fill_record (template, draft);
  qd_record_add_async (draft,
                       qd_portfolio_get_store (saving->portfolio),
                       _ ("Save Template"),
                       saved_cb,
                       g_object_ref (saving->parent));
}

static void
name_changed_cb (Saving *saving)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (saving->name))));

  adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (saving->dialog), "save", *name != '\0');
}

/* Not an answer by itself: what is typed may be refused. */
static void
name_entered_cb (Saving *saving)
{
  if (!adw_alert_dialog_get_response_enabled (ADW_ALERT_DIALOG (saving->dialog), "save"))
    return;

  save_cb (saving);
  adw_dialog_close (ADW_DIALOG (saving->dialog));
}

void
qd_save_template_dialog_present (GtkWidget   *parent,
                                 QdPortfolio *portfolio,
                                 QdPlan      *plan)
{
  AdwAlertDialog *dialog;
  GtkWidget      *list = gtk_list_box_new ();
  Saving         *saving = g_new (Saving, 1);

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (QD_IS_PORTFOLIO (portfolio));
  g_return_if_fail (QD_IS_PLAN (plan));

  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (
      _ ("Save as Template"),
      _ ("Its phases, objectives and tasks are kept, with roles in the place of people and without what became of them.")));
  *saving = (Saving){ g_object_ref (parent),
                      g_object_ref (portfolio),
                      g_object_ref (plan),
                      g_object_ref_sink (adw_entry_row_new ()),
                      GTK_WIDGET (dialog) };

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (saving->name), _ ("Name"));
  gtk_editable_set_text (GTK_EDITABLE (saving->name), plan->name);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), saving->name);
  adw_alert_dialog_set_extra_child (dialog, list);
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "save", _ ("_Save"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "save");
  adw_alert_dialog_set_close_response (dialog, "cancel");

  g_signal_connect_swapped (saving->name, "changed", G_CALLBACK (name_changed_cb), saving);
  g_signal_connect_swapped (saving->name, "entry-activated", G_CALLBACK (name_entered_cb), saving);
  g_signal_connect_data (
      dialog, "response::save", G_CALLBACK (save_cb), saving, saving_free, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), parent);
}
