/* qd-health-panel.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-health-panel"

#include "qd-health-panel.h"

#include <glib/gi18n.h>

#include "qd-account-forms.h"
#include "qd-account-icons.h"
#include "qd-batch.h"
#include "qd-children-box.h"
#include "qd-day-words.h"
#include "qd-health-chart.h"
#include "qd-pill.h"
#include "qd-screen.h"
#include "qd-shell.h"

/**
 * QdHealthPanel:
 *
 * How an account was judged in the last year, as a chart and one by one.
 */
struct _QdHealthPanel
{
  AdwBin         parent_instance;

  QdPortfolio   *portfolio;
  QdAccount     *account;

  QdHealthChart *chart;
  QdChildrenBox *box;
};

G_DEFINE_FINAL_TYPE (QdHealthPanel, qd_health_panel, ADW_TYPE_BIN)

static void
delete_cb (GtkWidget *button,
           gpointer   user_data)
{
  QdHealthPanel *self = user_data;
  GtkListBoxRow *row = GTK_LIST_BOX_ROW (gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW));
  gpointer       record = qd_children_box_get_record (row);

  qd_record_remove_async (record,
                          qd_portfolio_get_store (self->portfolio),
                          _ (qd_health_form.delete_label),
                          qd_shell_edit_cb,
                          g_object_ref (self));
  qd_shell_tell_undoable (self, _ (qd_health_form.deleted));
}

static GtkListBoxRow *
create_row (gpointer record,
            gpointer owner)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *pill = qd_pill_new (NULL, NULL, NULL);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("Delete Health Entry"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (delete_cb), owner, 0);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), pill);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "qd-pill", pill);

  return GTK_LIST_BOX_ROW (row);
}

static void
update_row (GtkListBoxRow *row,
            gpointer       record,
            gpointer       owner)
{
  QdHealth        *entry = record;
  g_autofree char *reason = qd_screen_dup_text (QD_HEALTH_PANEL (owner)->portfolio, entry->reason);
  g_autofree char *day = qd_day_dup_short (entry->day, qd_day_today ());
  g_autofree char *full = qd_day_dup_full (entry->day);

  qd_pill_set (g_object_get_data (G_OBJECT (row), "qd-pill"),
               qd_health_level_get_icon (entry->level),
               qd_nicks_get_label (qd_health_levels, entry->level),
               qd_health_level_get_style (entry->level));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), day);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), reason);
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), full);
}

static int
compare (gconstpointer record,
         gconstpointer other)
{
  const QdHealth *a = record, *b = other;

  if (a->day != b->day)
    return a->day > b->day ? -1 : 1;

  return a->created > b->created ? -1 : a->created < b->created;
}

static const QdChildrenBoxFuncs funcs = { create_row, update_row, compare };

static void
row_activated_cb (QdHealthPanel *self,
                  gpointer       record)
{
  qd_account_forms_present (&qd_health_form, self->portfolio, record, self);
}

static void
index_changed_cb (QdHealthPanel *self,
                  gint64         parent)
{
  gint64 id = qd_record_get_id (self->account);

  if (parent == id)
    qd_health_chart_set_entries (
        self->chart, qd_portfolio_peek_children (self->portfolio, QD_TYPE_HEALTH, id), qd_day_today ());
}

static void
qd_health_panel_dispose (GObject *object)
{
  QdHealthPanel *self = QD_HEALTH_PANEL (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_HEALTH_PANEL);
  g_clear_object (&self->account);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_health_panel_parent_class)->dispose (object);
}

static void
qd_health_panel_class_init (QdHealthPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_health_panel_dispose;

  g_type_ensure (QD_TYPE_CHILDREN_BOX);
  g_type_ensure (QD_TYPE_HEALTH_CHART);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-health-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, QdHealthPanel, box);
  gtk_widget_class_bind_template_child (widget_class, QdHealthPanel, chart);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
qd_health_panel_init (QdHealthPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
qd_health_panel_bind (QdHealthPanel *self,
                      QdPortfolio   *portfolio,
                      QdAccount     *account)
{
  g_return_if_fail (QD_IS_HEALTH_PANEL (self));

  g_set_object (&self->portfolio, portfolio);
  g_set_object (&self->account, account);
  qd_children_box_bind (self->box, portfolio, QD_TYPE_HEALTH, qd_record_get_id (account), &funcs, self);
  g_signal_connect_object (qd_portfolio_get_index (portfolio, QD_TYPE_HEALTH),
                           "changed",
                           G_CALLBACK (index_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  index_changed_cb (self, qd_record_get_id (account));
}
