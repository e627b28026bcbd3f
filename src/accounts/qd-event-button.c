/* qd-event-button.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-event-button"

#include "qd-event-button.h"

#include <glib/gi18n.h>

#include "qd-account-forms.h"
#include "qd-activity.h"
#include "qd-day-words.h"
#include "qd-event-log.h"

/* More are no menu any more; they are on their plan. */
#define MAX_ITEMS 12

/**
 * QdEventButton:
 *
 * Offers to log what is done of an account’s accelerators: the workshops and calls that
 * are over and not logged yet, and whatever else.
 */
struct _QdEventButton
{
  AdwBin         parent_instance;

  QdPortfolio   *portfolio;
  QdAccount     *account;
  GtkMenuButton *button;
};

G_DEFINE_FINAL_TYPE (QdEventButton, qd_event_button, ADW_TYPE_BIN)

/* On the clock of where the person is, which is that of our plans. */
static QdMinute
get_now (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  int day = qd_day_from_ymd (
      g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));

  return qd_minute_from_day (day) + g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now);
}

static GMenu *
create_unlogged (QdEventButton *self)
{
  g_autoptr(GPtrArray) tasks =
                qd_account_list_unlogged (self->portfolio, qd_record_get_id (self->account), get_now ());
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < MIN (tasks->len, MAX_ITEMS); i++)
    {
      QdTask          *task = g_ptr_array_index (tasks, i);
      g_autofree char *day = qd_day_dup_short (task->start != QD_DAY_NONE ? task->start : task->due, qd_day_today ());
      g_autofree char *label = g_strdup_printf ("%s · %s", task->title, day);
      g_auto(GStrv) parts = g_strsplit (label, "_", -1);
      g_autofree char *plain = g_strjoinv ("__", parts);
      g_autoptr(GMenuItem) item = g_menu_item_new (plain, NULL);

      g_menu_item_set_action_and_target (item, "win.log-event", "x", qd_record_get_id (task));
      g_menu_append_item (menu, item);
    }

  return menu;
}

/* It is made when it is asked for: what is over changes by itself. */
static void
create_menu_cb (GtkMenuButton *button,
                gpointer       user_data)
{
  QdEventButton *self = user_data;
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) unlogged = create_unlogged (self);
  g_autoptr(GMenu) other = g_menu_new ();

  if (g_menu_model_get_n_items (G_MENU_MODEL (unlogged)) > 0)
    g_menu_append_section (menu, _ ("Over and Not Logged"), G_MENU_MODEL (unlogged));

  g_menu_append (other, _ ("Log _Event…"), "event.new");
  g_menu_append (other, _ ("E_xport Events…"), "event.export");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (other));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
new_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  QdEventButton *self = QD_EVENT_BUTTON (widget);
  g_autoptr(QdActivity) draft = qd_account_forms_new_draft (QD_TYPE_ACTIVITY, self->account);

  g_object_set (draft, "kind", QD_ACTIVITY_KIND_CSA_ENGAGEMENT, NULL);
  qd_account_forms_present (&qd_event_form, self->portfolio, draft, self);
}

static void
export_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  gtk_widget_activate_action (
      widget, "win.export-events", "x", qd_record_get_id (QD_EVENT_BUTTON (widget)->account));
}

static void
qd_event_button_dispose (GObject *object)
{
  QdEventButton *self = QD_EVENT_BUTTON (object);

  g_clear_object (&self->account);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_event_button_parent_class)->dispose (object);
}

static void
qd_event_button_class_init (QdEventButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_event_button_dispose;
  gtk_widget_class_install_action (widget_class, "event.new", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "event.export", NULL, export_cb);
}

static void
qd_event_button_init (QdEventButton *self)
{
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->button, "applications-engineering-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _ ("Accelerator Events"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}

/* To be called once. */
void
qd_event_button_bind (QdEventButton *self,
                      QdPortfolio   *portfolio,
                      QdAccount     *account)
{
  g_return_if_fail (QD_IS_EVENT_BUTTON (self));
  g_return_if_fail (self->portfolio == NULL);

  self->portfolio = g_object_ref (portfolio);
  self->account = g_object_ref (account);
  gtk_menu_button_set_create_popup_func (self->button, create_menu_cb, self, NULL);
}
