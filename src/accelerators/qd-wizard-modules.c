/* qd-wizard-modules.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-wizard-modules"

#include "qd-wizard-modules.h"

#include <glib/gi18n.h>

#include "qd-duration.h"
#include "qd-module-filter.h"
#include "qd-module-words.h"
#include "qd-search-escape.h"
#include "qd-search-key.h"
#include "qd-week.h"

/* The sprints: from the third week to the twelfth */
#define DAYS_BEFORE_SPRINTS (2 * 7)
#define DAYS_UNTIL_END (12 * 7)

/**
 * QdWizardModules:
 *
 * What an accelerator is put together from: the modules of the catalogue by category,
 * each to be checked, and how much of the sprints they take.
 */
struct _QdWizardModules
{
  AdwBin       parent_instance;

  QdCatalogue *catalogue;
  GPtrArray   *chosen; /* keys, in the order in which they were checked */
  char       **words;
  gint64       room; /* working minutes of the customer in the sprints */

  GtkDropDown *categories;
  GtkWidget   *search;
  GtkListBox  *list;
  GtkWidget   *warning;
  GtkLabel    *total;
};

G_DEFINE_FINAL_TYPE (QdWizardModules, qd_wizard_modules, ADW_TYPE_BIN)

enum
{
  ACTIVATED,
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static QdCatalogueModule *
get_row_module (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "module");
}

/* “3 modules, 2 d 4 h: the sprints have 49 d” */
static void
show_total (QdWizardModules *self)
{
  gint64           minutes = 0;
  g_autofree char *sum = NULL;
  g_autofree char *room = qd_duration_dup_words (self->room);
  g_autofree char *number =
      g_strdup_printf (ngettext ("%u module", "%u modules", self->chosen->len), self->chosen->len);
  g_autofree char *text = NULL;
  gboolean         full;

  for (guint i = 0; i < self->chosen->len; i++)
    {
      QdCatalogueModule *module = qd_catalogue_lookup (self->catalogue, g_ptr_array_index (self->chosen, i));

      minutes += module != NULL ? qd_catalogue_module_get_minutes (module) : 0;
    }

  full = self->room > 0 && minutes > self->room;
  sum = qd_duration_dup_words (minutes);

  if (self->chosen->len == 0)
    text = g_strdup (_ ("No module chosen yet: every sprint is left open"));
  else if (full)
    /* Translators: a number of modules, how long they take, how long there is */
    text = g_strdup_printf (_ ("%1$s, %2$s: more than the %3$s of the five sprints"), number, sum, room);
  else
    /* Translators: a number of modules, how long they take, how long there is */
    text = g_strdup_printf (_ ("%1$s, %2$s of the %3$s of the five sprints"), number, sum, room);

  gtk_label_set_text (self->total, text);
  gtk_widget_set_visible (self->warning, full);
}

static gboolean
find_chosen (QdWizardModules *self,
             const char      *key,
             guint           *index)
{
  return g_ptr_array_find_with_equal_func (self->chosen, key, g_str_equal, index);
}

static void
toggled_cb (QdWizardModules *self,
            GtkCheckButton  *check)
{
  GtkWidget         *row = gtk_widget_get_ancestor (GTK_WIDGET (check), GTK_TYPE_LIST_BOX_ROW);
  QdCatalogueModule *module = get_row_module (GTK_LIST_BOX_ROW (row));
  guint              index;
  gboolean           was = find_chosen (self, module->key, &index);

  if (was == gtk_check_button_get_active (check))
    return;

  if (was)
    g_ptr_array_remove_index (self->chosen, index);
  else
    g_ptr_array_add (self->chosen, g_strdup (module->key));

  show_total (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
append_module (QdWizardModules   *self,
               QdCatalogueModule *module)
{
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *check = gtk_check_button_new ();
  g_autofree char *size = qd_catalogue_module_dup_size_words (module);
  g_autofree char *subtitle =
      module->description != NULL ? g_strdup_printf ("%s\n%s", size, module->description) : g_strdup (size);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), module->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_can_focus (check, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, module->name, -1);
  g_object_set_data_full (G_OBJECT (row), "module", g_object_ref (module), g_object_unref);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), find_chosen (self, module->key, NULL));
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_list_box_append (self->list, row);
}

/* A module that is gone is chosen no more. */
static void
modules_changed_cb (QdWizardModules *self)
{
  GListModel *modules = G_LIST_MODEL (self->catalogue);

  for (guint i = self->chosen->len; i > 0; i--)
    if (qd_catalogue_lookup (self->catalogue, g_ptr_array_index (self->chosen, i - 1)) == NULL)
      g_ptr_array_remove_index (self->chosen, i - 1);

  gtk_list_box_remove_all (self->list);

  for (guint i = 0; i < g_list_model_get_n_items (modules); i++)
    {
      g_autoptr(QdCatalogueModule) module = g_list_model_get_item (modules, i);

      append_module (self, module);
    }

  show_total (self);
}

static gboolean
filter_cb (GtkListBoxRow *row,
           gpointer       user_data)
{
  QdWizardModules *self = user_data;

  return qd_module_filter_passes (self->categories, self->words, get_row_module (row));
}

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       user_data)
{
  qd_module_filter_set_heading (row, get_row_module (row), before != NULL ? get_row_module (before) : NULL);
}

static void
filter_changed_cb (QdWizardModules *self)
{
  g_strfreev (self->words);
  self->words = qd_search_split (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_list_box_invalidate_filter (self->list);
  gtk_list_box_invalidate_headers (self->list);
}

static gboolean
focus_first (QdWizardModules *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (gtk_widget_get_child_visible (GTK_WIDGET (row)) && filter_cb (row, self))
      return gtk_widget_grab_focus (GTK_WIDGET (row));

  return gtk_widget_grab_focus (self->search);
}

/* Enter goes to what was found. */
static void
search_activate_cb (QdWizardModules *self)
{
  focus_first (self);
}

static gboolean
qd_wizard_modules_grab_focus (GtkWidget *widget)
{
  QdWizardModules *self = QD_WIZARD_MODULES (widget);

  return gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL || focus_first (self);
}

/* Space checks a module, as it does everywhere; Enter goes on. */
static gboolean
enter_cb (GtkWidget *widget,
          GVariant  *args,
          gpointer   user_data)
{
  g_signal_emit (user_data, signals[ACTIVATED], 0);

  return TRUE;
}

static void
add_keys (QdWizardModules *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Return|KP_Enter"),
                        gtk_callback_action_new (enter_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}

static void
qd_wizard_modules_dispose (GObject *object)
{
  QdWizardModules *self = QD_WIZARD_MODULES (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_WIZARD_MODULES);
  g_clear_object (&self->catalogue);
  g_clear_pointer (&self->words, g_strfreev);
  g_clear_pointer (&self->chosen, g_ptr_array_unref);

  G_OBJECT_CLASS (qd_wizard_modules_parent_class)->dispose (object);
}

static void
qd_wizard_modules_class_init (QdWizardModulesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType           type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_wizard_modules_dispose;
  widget_class->grab_focus = qd_wizard_modules_grab_focus;

  signals[ACTIVATED] = g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-wizard-modules.ui");
  gtk_widget_class_bind_template_child (widget_class, QdWizardModules, categories);
  gtk_widget_class_bind_template_child (widget_class, QdWizardModules, search);
  gtk_widget_class_bind_template_child (widget_class, QdWizardModules, list);
  gtk_widget_class_bind_template_child (widget_class, QdWizardModules, warning);
  gtk_widget_class_bind_template_child (widget_class, QdWizardModules, total);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
}

static void
qd_wizard_modules_init (QdWizardModules *self)
{
  self->chosen = g_ptr_array_new_with_free_func (g_free);
  self->words = qd_search_split ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  qd_search_escape_install (GTK_SEARCH_ENTRY (self->search));
  qd_module_filter_fill (self->categories);
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
  add_keys (self);
}

void
qd_wizard_modules_bind (QdWizardModules *self,
                        QdCatalogue     *catalogue)
{
  g_return_if_fail (QD_IS_WIZARD_MODULES (self));

  g_set_object (&self->catalogue, catalogue);
  g_signal_connect_object (
      catalogue, "items-changed", G_CALLBACK (modules_changed_cb), self, G_CONNECT_SWAPPED);
  modules_changed_cb (self);
}

/* Reckons what fits by the days and the calendars of @draft. */
void
qd_wizard_modules_show_room (QdWizardModules          *self,
                             const QdAcceleratorDraft *draft)
{
  QdWorkTime *hours;
  int         start;

  g_return_if_fail (QD_IS_WIZARD_MODULES (self));

  hours = qd_plan_calendars_get (draft->calendars, QD_CALENDAR_SIDE_THEIRS, FALSE);
  start = qd_week_get_start (draft->start);
  self->room = qd_work_time_count (hours, qd_minute_from_day (start + DAYS_UNTIL_END)) -
               qd_work_time_count (hours, qd_minute_from_day (start + DAYS_BEFORE_SPRINTS)) -
               QD_ACCELERATOR_N_SPRINTS * draft->review_minutes;
  self->room = MAX (self->room, 0);
  show_total (self);
}

void
qd_wizard_modules_fill (QdWizardModules    *self,
                        QdAcceleratorDraft *draft)
{
  g_return_if_fail (QD_IS_WIZARD_MODULES (self));

  g_ptr_array_set_size (draft->modules, 0);

  for (guint i = 0; i < self->chosen->len; i++)
    g_ptr_array_add (draft->modules, g_strdup (g_ptr_array_index (self->chosen, i)));
}

guint
qd_wizard_modules_get_n_chosen (QdWizardModules *self)
{
  g_return_val_if_fail (QD_IS_WIZARD_MODULES (self), 0);

  return self->chosen->len;
}

void
qd_wizard_modules_search (QdWizardModules *self)
{
  g_return_if_fail (QD_IS_WIZARD_MODULES (self));

  gtk_widget_grab_focus (self->search);
}
