/* qd-calendar-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-calendar-dialog"

#include "qd-calendar-dialog.h"

#include <glib/gi18n.h>

#include "qd-account-rules.h"
#include "qd-calendar-edits.h"
#include "qd-calendar-words.h"
#include "qd-children-box.h"
#include "qd-config.h"
#include "qd-holiday-import.h"
#include "qd-holidays.h"
#include "qd-plan-calendars.h"
#include "qd-record-dialog.h"
#include "qd-shell.h"
#include "qd-text-row.h"
#include "qd-zone-row.h"

/* As many fit on one or two lines. */
#define N_NEXT_HOLIDAYS 3

/* What many work by */
static const char *const usual_hours[] = {
  QD_WORK_WEEK_USUAL,
  "Mo-Fr 08:00-16:00",
  "Mo-Fr 09:00-12:00,13:00-18:00",
  "Mo-Th 09:00-17:00",
  "Su-Th 09:00-17:00",
};

/**
 * QdCalendarDialog:
 *
 * When one side works: its hours, its public holidays, and what else is closed. What
 * is changed is written at once; a calendar that is not there yet is added by the
 * first change.
 */
struct _QdCalendarDialog
{
  AdwDialog            parent_instance;

  QdPortfolio         *portfolio;
  gint64               account;  /* 0: ours */
  QdWorkingCalendar   *calendar; /* in the file, or a draft */
  GtkStringList       *countries;
  GPtrArray           *codes;     /* of char, in the order of the countries; %NULL first */
  gboolean             following; /* the record, and not a person */

  AdwWindowTitle      *window_title;
  GtkLabel            *summary;
  AdwEntryRow         *hours_row;
  AdwEntryRow         *zone_row;
  AdwPreferencesGroup *country_group;
  AdwComboRow         *country_row;
  QdChildrenBox       *closures;
};

G_DEFINE_FINAL_TYPE (QdCalendarDialog, qd_calendar_dialog, ADW_TYPE_DIALOG)

static const QdFormGroup closure_groups[] = {
  { NULL, { "kind", "name" } },
  { N_ ("Days"), { "first", "last", "weekly" } },
  { N_ ("Hours"), { "begins", "minutes" } },
  { NULL, { "stops" } },
  { NULL },
};

enum
{
  GROUP_HOURS = 2,
};

static gboolean
is_relevant (gpointer    record,
             const char *field)
{
  return !g_str_equal (field, "minutes") || ((QdClosure *)record)->begins != QD_INTEGER_NONE;
}

static const QdForm closure_form = {
  .title = N_ ("Closure"),
  .new_title = N_ ("New Closure"),
  .add_label = N_ ("Add Closure"),
  .delete_label = N_ ("Delete Closure"),
  .deleted = N_ ("Closure deleted"),
  .groups = closure_groups,
  .is_relevant = is_relevant,
  .add = qd_closure_add_async,
};

static GPtrArray *
peek_closures (QdCalendarDialog *self)
{
  return qd_portfolio_peek_children (self->portfolio, QD_TYPE_CLOSURE, qd_record_get_id (self->calendar));
}

/* Of hours that are typed, before they are handed in: it is seen at once, and said when they are. */
static void
hours_typed_cb (QdCalendarDialog *self)
{
  GtkWidget *row = GTK_WIDGET (self->hours_row);
  g_autoptr(GError) error = NULL;
  QdWorkWeek week;

  if (qd_work_week_parse (gtk_editable_get_text (GTK_EDITABLE (self->hours_row)), &week, &error))
    gtk_widget_remove_css_class (row, "error");
  else
    gtk_widget_add_css_class (row, "error");

  adw_preferences_row_set_title (
      ADW_PREFERENCES_ROW (row),
      error != NULL ? error->message : qd_field_get_label (qd_editor_get_field (self->hours_row)));
}

static void
show_country (QdCalendarDialog *self)
{
  g_autofree char *next = qd_holidays_dup_next_words (self->calendar->country, qd_day_today (), N_NEXT_HOLIDAYS);
  g_autofree char *markup = g_markup_escape_text (next, -1);
  guint            position = 0;

  for (guint i = 1; i < self->codes->len; i++)
    {
      if (g_strcmp0 (g_ptr_array_index (self->codes, i), self->calendar->country) == 0)
        position = i;
    }

  /* A country whose holidays nobody knows here is one all the same. */
  if (position == 0 && self->calendar->country != NULL)
    {
      gtk_string_list_append (self->countries, self->calendar->country);
      position = self->codes->len;
      g_ptr_array_add (self->codes, g_strdup (self->calendar->country));
    }

  adw_combo_row_set_selected (self->country_row, position);
  adw_preferences_group_set_description (self->country_group, markup);
}

static void
show_calendar (QdCalendarDialog *self)
{
  g_autofree char *words = qd_working_calendar_dup_summary (self->calendar, peek_closures (self), qd_day_today ());

  if (!qd_record_is_live (self->calendar))
    {
      g_autofree char *text = g_strdup_printf (_ ("There is no calendar yet. %s"), words);

      gtk_label_set_label (self->summary, text);
    }
  else
    {
      gtk_label_set_label (self->summary, words);
    }

  self->following = TRUE;
  show_country (self);
  self->following = FALSE;
}

static void
bind_editors (QdCalendarDialog *self)
{
  GtkWidget *rows[] = { GTK_WIDGET (self->hours_row), GTK_WIDGET (self->zone_row) };
  QdStore   *store = qd_portfolio_get_store (self->portfolio);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (qd_record_is_live (self->calendar))
        qd_editor_bind (rows[i], store, self->calendar);
      else
        qd_field_bind_new (qd_editor_get_field (rows[i]), store, self->calendar);
    }
}

static void
set_calendar (QdCalendarDialog  *self,
              QdWorkingCalendar *calendar)
{
  if (self->calendar != NULL)
    g_signal_handlers_disconnect_by_func (self->calendar, show_calendar, self);

  g_set_object (&self->calendar, calendar);
  g_signal_connect_object (calendar, "notify", G_CALLBACK (show_calendar), self, G_CONNECT_SWAPPED);
  bind_editors (self);
  show_calendar (self);
}

/* It was added by a change, or its adding was undone. */
static void
calendars_changed_cb (QdCalendarDialog *self)
{
  QdWorkingCalendar *calendar = qd_working_calendar_find (self->portfolio, self->account);

  if (calendar == self->calendar)
    return;

  if (calendar == NULL && qd_record_is_live (self->calendar))
    return;

  if (calendar != NULL && qd_record_get_id (calendar) != qd_record_get_id (self->calendar))
    {
      /* Somebody else added another one. */
      adw_dialog_force_close (ADW_DIALOG (self));
    }
  else if (calendar != NULL)
    {
      set_calendar (self, calendar);
    }
  else
    {
      g_autoptr(QdWorkingCalendar) draft = qd_record_dup_draft (self->calendar);

      set_calendar (self, draft);
    }
}

static void
country_selected_cb (QdCalendarDialog *self)
{
  guint       position = adw_combo_row_get_selected (self->country_row);
  const char *code;

  if (self->following || self->calendar == NULL || position >= self->codes->len)
    return;

  code = g_ptr_array_index (self->codes, position);

  if (g_strcmp0 (code, self->calendar->country) != 0)
    qd_working_calendar_set_country_async (
        self->calendar, qd_portfolio_get_store (self->portfolio), code, qd_shell_edit_cb, g_object_ref (self));
}

static const char *
get_icon (QdClosureKind kind)
{
  switch (kind)
    {
    case QD_CLOSURE_KIND_CHANGE_FREEZE:
      return "changes-prevent-symbolic";

    case QD_CLOSURE_KIND_MAINTENANCE_WINDOW:
      return "preferences-system-symbolic";

    case QD_CLOSURE_KIND_CHANGE_LOCK:
      return "system-lock-screen-symbolic";

    case QD_CLOSURE_KIND_HOLIDAY:
    default:
      return "x-office-calendar-symbolic";
    }
}

static GtkListBoxRow *
create_row (gpointer record,
            gpointer owner)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "qd-icon", icon);

  return GTK_LIST_BOX_ROW (row);
}

static void
update_row (GtkListBoxRow *row,
            gpointer       record,
            gpointer       owner)
{
  QdClosure       *closure = record;
  g_autofree char *words = qd_closure_dup_words (closure, qd_day_today ());

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), closure->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  gtk_image_set_from_icon_name (g_object_get_data (G_OBJECT (row), "qd-icon"), get_icon (closure->kind));
}

static int
compare (gconstpointer record,
         gconstpointer other)
{
  const QdClosure *a = record, *b = other;

  return (a->first > b->first) - (a->first < b->first);
}

static const QdChildrenBoxFuncs funcs = { create_row, update_row, compare, NULL };

/* @user_data: our calendar’s zone */
static char *
describe_hours (gpointer record,
                gpointer user_data)
{
  QdClosure       *closure = record;
  g_autofree char *here = qd_closure_dup_hours_in (closure, user_data);

  if (!qd_closure_kind_is_universal (closure->kind))
    return g_strdup (_ ("Without hours it is whole days"));

  /* Translators: %s is what the hours are on another clock */
  return here != NULL ? g_strdup_printf (_ ("In UTC. %s"), here) : g_strdup (_ ("In UTC; without hours it is whole days"));
}

/* Each kind stops something else, unless a person says otherwise. */
static void
kind_changed_cb (QdClosure *draft)
{
  g_object_set (draft, "stops", qd_closure_kind_get_usual_stop (draft->kind), NULL);
}

static void
present_closure (QdCalendarDialog *self,
                 QdClosure        *closure)
{
  QdWorkingCalendar *ours = qd_working_calendar_find (self->portfolio, 0);
  AdwDialog         *dialog = qd_record_dialog_new (&closure_form, qd_portfolio_get_store (self->portfolio), closure);

  qd_record_dialog_set_describe (
      QD_RECORD_DIALOG (dialog), GROUP_HOURS, describe_hours, g_strdup (ours != NULL ? ours->time_zone : NULL), g_free);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
row_activated_cb (QdCalendarDialog *self,
                  gpointer          record)
{
  present_closure (self, record);
}

static void
add_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  QdCalendarDialog *self = QD_CALENDAR_DIALOG (widget);
  g_autoptr(QdClosure) draft = qd_closure_new_draft (self->calendar, qd_day_today ());

  g_signal_connect (draft, "notify::kind", G_CALLBACK (kind_changed_cb), NULL);
  present_closure (self, draft);
}

static void
import_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  QdCalendarDialog *self = QD_CALENDAR_DIALOG (widget);

  qd_holiday_import_choose (widget, self->portfolio, self->calendar);
}

static void
hours_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  QdCalendarDialog *self = QD_CALENDAR_DIALOG (widget);

  qd_field_commit_text (qd_editor_get_field (self->hours_row), g_variant_get_string (parameter, NULL));
}

static void
qd_calendar_dialog_closed (AdwDialog *dialog)
{
  qd_editor_flush_all (adw_dialog_get_child (dialog));

  if (ADW_DIALOG_CLASS (qd_calendar_dialog_parent_class)->closed != NULL)
    ADW_DIALOG_CLASS (qd_calendar_dialog_parent_class)->closed (dialog);
}

static void
qd_calendar_dialog_dispose (GObject *object)
{
  QdCalendarDialog *self = QD_CALENDAR_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_CALENDAR_DIALOG);
  g_clear_pointer (&self->codes, g_ptr_array_unref);
  g_clear_object (&self->countries);
  g_clear_object (&self->calendar);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_calendar_dialog_parent_class)->dispose (object);
}

static void
qd_calendar_dialog_class_init (QdCalendarDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_calendar_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = qd_calendar_dialog_closed;

  g_type_ensure (QD_TYPE_CHILDREN_BOX);
  g_type_ensure (QD_TYPE_TEXT_ROW);
  g_type_ensure (QD_TYPE_ZONE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-calendar-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QdCalendarDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, QdCalendarDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, QdCalendarDialog, hours_row);
  gtk_widget_class_bind_template_child (widget_class, QdCalendarDialog, zone_row);
  gtk_widget_class_bind_template_child (widget_class, QdCalendarDialog, country_group);
  gtk_widget_class_bind_template_child (widget_class, QdCalendarDialog, country_row);
  gtk_widget_class_bind_template_child (widget_class, QdCalendarDialog, closures);
  gtk_widget_class_bind_template_callback (widget_class, country_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);

  gtk_widget_class_install_action (widget_class, "calendar.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "calendar.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "calendar.hours", "s", hours_cb);
}

static int
compare_countries (gconstpointer a,
                   gconstpointer b)
{
  const QdHolidayCountry *first = *(const QdHolidayCountry *const *)a, *second = *(const QdHolidayCountry *const *)b;

  return g_utf8_collate (_ (first->name), _ (second->name));
}

static void
fill_countries (QdCalendarDialog *self)
{
  guint                   n_countries;
  const QdHolidayCountry *countries = qd_holidays_get_countries (&n_countries);
  g_autoptr(GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; i < n_countries; i++)
    g_ptr_array_add (sorted, (gpointer)&countries[i]);

  g_ptr_array_sort (sorted, compare_countries);
  gtk_string_list_append (self->countries, C_ ("public holidays", "None"));
  g_ptr_array_add (self->codes, NULL);

  for (guint i = 0; i < sorted->len; i++)
    {
      const QdHolidayCountry *country = g_ptr_array_index (sorted, i);

      gtk_string_list_append (self->countries, _ (country->name));
      g_ptr_array_add (self->codes, g_strdup (country->code));
    }
}

static void
add_usual_hours (QdCalendarDialog *self)
{
  g_autoptr(GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (usual_hours); i++)
    {
      QdWorkWeek       week;
      g_autofree char *words = NULL;
      g_autoptr(GMenuItem) item = NULL;

      g_return_if_fail (qd_work_week_parse (usual_hours[i], &week, NULL));
      words = qd_work_week_dup_words (&week);
      item = g_menu_item_new (words, NULL);
      g_menu_item_set_action_and_target (item, "calendar.hours", "s", usual_hours[i]);
      g_menu_append_item (menu, item);
    }

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "pan-down-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _ ("Usual Hours"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_entry_row_add_suffix (self->hours_row, button);
}

static void
qd_calendar_dialog_init (QdCalendarDialog *self)
{
  g_autoptr(GtkExpression) expression = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  add_usual_hours (self);

  self->countries = gtk_string_list_new (NULL);
  self->codes = g_ptr_array_new_with_free_func (g_free);
  fill_countries (self);
  expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  self->following = TRUE;
  adw_combo_row_set_expression (self->country_row, expression);
  adw_combo_row_set_model (self->country_row, G_LIST_MODEL (self->countries));
  self->following = FALSE;
}

static void
show_whose (QdCalendarDialog *self,
            QdAccount        *account)
{
  g_autoptr(GSettings) settings = g_settings_new (QD_APPLICATION_ID);
  g_autofree char *title = NULL;

  if (account != NULL)
    title = qd_account_dup_title (account, g_settings_get_boolean (settings, "show-codenames"));

  adw_window_title_set_subtitle (self->window_title, title != NULL ? title : C_ ("calendar", "Ours"));
}

static void
bind (QdCalendarDialog *self)
{
  g_autoptr(QdWorkingCalendar) draft = NULL;
  QdWorkingCalendar *calendar = qd_working_calendar_find (self->portfolio, self->account);
  QdAccount         *account =
      self->account != 0 ? qd_portfolio_lookup (self->portfolio, QD_TYPE_ACCOUNT, self->account) : NULL;

  if (calendar == NULL)
    calendar = draft = qd_working_calendar_new_draft (self->portfolio, self->account);

  show_whose (self, account);
  set_calendar (self, calendar);
  qd_children_box_bind (
      self->closures, self->portfolio, QD_TYPE_CLOSURE, qd_record_get_id (calendar), &funcs, self);
  g_signal_connect_object (qd_portfolio_get_index (self->portfolio, QD_TYPE_WORKING_CALENDAR),
                           "changed",
                           G_CALLBACK (calendars_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (qd_portfolio_get_index (self->portfolio, QD_TYPE_CLOSURE),
                           "changed",
                           G_CALLBACK (show_calendar),
                           self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (
      self->hours_row, "changed", G_CALLBACK (hours_typed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

/* @account: an id; 0 for our own calendar */
void
qd_calendar_dialog_present (GtkWidget   *parent,
                            QdPortfolio *portfolio,
                            gint64       account)
{
  QdCalendarDialog *self = g_object_new (QD_TYPE_CALENDAR_DIALOG, NULL);

  self->portfolio = g_object_ref (portfolio);
  self->account = account;
  bind (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
