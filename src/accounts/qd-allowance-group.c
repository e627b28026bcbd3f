/* qd-allowance-group.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-allowance-group"

#include "qd-allowance-group.h"

#include <glib/gi18n.h>

#include "qd-allowance-words.h"
#include "qd-text-row.h"

/**
 * QdAllowanceGroup:
 *
 * How many accelerators an account has in this contract year, and what became of them.
 */
struct _QdAllowanceGroup
{
  AdwBin               parent_instance;

  QdPortfolio         *portfolio;
  QdAccount           *account;
  GPtrArray           *warnings; /* rows of the group */

  AdwPreferencesGroup *group;
  AdwActionRow        *words_row;
  QdTextRow           *number_row;
};

G_DEFINE_FINAL_TYPE (QdAllowanceGroup, qd_allowance_group, ADW_TYPE_BIN)

static void
append_warning (QdAllowanceGroup *self,
                const char       *words)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  gtk_widget_add_css_class (icon, "warning");
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Warning"), -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->warnings, row);
}

static void
refresh (QdAllowanceGroup *self)
{
  GPtrArray *plans = qd_portfolio_peek_children (self->portfolio, QD_TYPE_PLAN, qd_record_get_id (self->account));
  int        today = qd_day_today ();
  g_autoptr(QdAllowance) allowance = qd_allowance_new (self->account, plans, today, today, QD_DAY_NONE);
  g_autofree char *words = qd_allowance_dup_words (allowance);
  g_autofree char *year = qd_allowance_dup_year_words (allowance);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->words_row), words);
  adw_action_row_set_subtitle (self->words_row, year);

  for (guint i = 0; i < self->warnings->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->warnings, i));

  g_ptr_array_set_size (self->warnings, 0);

  for (guint i = 0; i < allowance->warnings->len; i++)
    append_warning (self, ((QdAllowanceWarning *)g_ptr_array_index (allowance->warnings, i))->words);
}

static void
plans_changed_cb (QdAllowanceGroup *self,
                  gint64            parent)
{
  if (self->account != NULL && parent == qd_record_get_id (self->account))
    refresh (self);
}

static void
new_cb (QdAllowanceGroup *self)
{
  gtk_widget_activate_action (
      GTK_WIDGET (self), "win.new-accelerator", "x", qd_record_get_id (self->account));
}

static void
qd_allowance_group_dispose (GObject *object)
{
  QdAllowanceGroup *self = QD_ALLOWANCE_GROUP (object);

  if (self->account != NULL)
    g_signal_handlers_disconnect_by_func (self->account, refresh, self);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_ALLOWANCE_GROUP);
  g_clear_pointer (&self->warnings, g_ptr_array_unref);
  g_clear_object (&self->account);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_allowance_group_parent_class)->dispose (object);
}

static void
qd_allowance_group_class_init (QdAllowanceGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_allowance_group_dispose;

  g_type_ensure (QD_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-allowance-group.ui");
  gtk_widget_class_bind_template_child (widget_class, QdAllowanceGroup, group);
  gtk_widget_class_bind_template_child (widget_class, QdAllowanceGroup, words_row);
  gtk_widget_class_bind_template_child (widget_class, QdAllowanceGroup, number_row);
  gtk_widget_class_bind_template_callback (widget_class, new_cb);
}

static void
qd_allowance_group_init (QdAllowanceGroup *self)
{
  self->warnings = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
qd_allowance_group_bind (QdAllowanceGroup *self,
                         QdPortfolio      *portfolio,
                         QdAccount        *account)
{
  g_return_if_fail (QD_IS_ALLOWANCE_GROUP (self));
  g_return_if_fail (self->account == NULL);

  self->portfolio = g_object_ref (portfolio);
  self->account = g_object_ref (account);
  qd_editor_bind_all (self->number_row, qd_portfolio_get_store (portfolio), account);
  g_signal_connect_object (account, "notify", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (qd_portfolio_get_index (portfolio, QD_TYPE_PLAN),
                           "changed",
                           G_CALLBACK (plans_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  refresh (self);
}
