/* qd-task-scheduling.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-task-scheduling"

#include "qd-task-scheduling.h"

#include <glib/gi18n.h>

#include "qd-batch.h"
#include "qd-catalogue.h"
#include "qd-day-row.h"
#include "qd-enum-row.h"
#include "qd-field-entry.h"
#include "qd-link.h"
#include "qd-order-edits.h"
#include "qd-reference-row.h"
#include "qd-text-row.h"
#include "qd-timeline-edits.h"

/**
 * QdTaskScheduling:
 *
 * When a task is done: its days, times and length, whose calendar it goes by, what it
 * waits for and is held by, what it is part of, and what it delivers.
 */
struct _QdTaskScheduling
{
  AdwPreferencesGroup parent_instance;

  QdPortfolio        *portfolio;
  QdTask             *task;
  QdTimelineModel    *model;     /* of the plan: it numbers its rows */
  GPtrArray          *modules;   /* of QdCatalogueModule, in the order of their row; none is before them */
  char               *links;     /* as they were shown last */
  gboolean            following; /* the record, and not a person */

  QdTextRow          *duration_row;
  AdwComboRow        *constraint_row;
  GtkWidget          *constraint_day_row;
  GtkWidget          *constraint_time_row;
  QdReferenceRow     *parent_row;
  AdwEntryRow        *links_row;
  AdwComboRow        *module_row;
};

G_DEFINE_FINAL_TYPE (QdTaskScheduling, qd_task_scheduling, ADW_TYPE_PREFERENCES_GROUP)

/* An edit that one of the rows asked for, and says itself if it is refused. */
typedef struct
{
  QdTaskScheduling *self; /* owned */
  GtkWidget        *row;  /* owned */
} Edit;

static Edit *
edit_new (QdTaskScheduling *self,
          gpointer          row)
{
  Edit *edit = g_new (Edit, 1);

  edit->self = g_object_ref (self);
  edit->row = g_object_ref (row);

  return edit;
}

static void
show_problem (QdTaskScheduling *self,
              GtkWidget        *row,
              const char       *problem)
{
  if (row == GTK_WIDGET (self->links_row))
    {
      /* Translators: what a task waits for, by the numbers of rows: “4FS+2d” */
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), problem != NULL ? problem : _ ("Waits For, by Row of the Timeline"));
      qd_field_entry_show_problem (row, GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (row))), problem);
      return;
    }

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), problem != NULL ? problem : "");
  qd_field_entry_show_problem (row, row, problem);
}

static gboolean
is_meeting (QdTask *task)
{
  return task->kind == QD_TASK_KIND_WORKSHOP || task->kind == QD_TASK_KIND_CALL;
}

static void
show_constraint (QdTaskScheduling *self)
{
  gboolean constrained = self->task->constraint_kind != QD_CONSTRAINT_KIND_NONE;

  adw_combo_row_set_selected (self->constraint_row, (guint)(self->task->constraint_kind + 1));
  gtk_widget_set_visible (self->constraint_day_row, constrained);
  gtk_widget_set_visible (self->constraint_time_row, constrained);
}

/* Of a task that has parts, or is a part itself, the parts and sums are known by who names whom. */
static gboolean
is_part_of (QdTaskScheduling *self,
            QdTask           *task,
            gint64            sum)
{
  /* Never more steps than there are tasks */
  for (guint n = qd_portfolio_peek_children (self->portfolio, QD_TYPE_TASK, task->plan)->len; task != NULL && n > 0; n--)
    {
      if (qd_record_get_id (task) == sum)
        return TRUE;

      task = task->parent != 0 ? qd_portfolio_lookup (self->portfolio, QD_TYPE_TASK, task->parent) : NULL;
    }

  return FALSE;
}

/* Returns: (transfer full): the ids of what the task waits for, and of what waits for it */
static GHashTable *
find_linked (QdTaskScheduling *self)
{
  GHashTable *linked = g_hash_table_new (g_int64_hash, g_int64_equal);
  GPtrArray  *links = qd_portfolio_peek_children (self->portfolio, QD_TYPE_LINK, self->task->plan);
  gint64      id = qd_record_get_id (self->task);

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      QdLink *link = g_ptr_array_index (links, i);

      if (link->predecessor == id)
        g_hash_table_add (linked, &link->successor);
      else if (link->successor == id)
        g_hash_table_add (linked, &link->predecessor);
    }

  return linked;
}

/* What can sum the task up: work that is no part of it, and that it does not wait for or the other way round. */
static void
show_parent (QdTaskScheduling *self)
{
  g_autoptr(GPtrArray) tasks =
                qd_order_dup_sorted (qd_portfolio_peek_children (self->portfolio, QD_TYPE_TASK, self->task->plan));
  g_autoptr(GPtrArray) sums = g_ptr_array_new ();
  g_autoptr(GHashTable) linked = find_linked (self);

  for (guint i = 0; i < tasks->len; i++)
    {
      QdTask *other = g_ptr_array_index (tasks, i);
      gint64  id = qd_record_get_id (other);

      if (id == self->task->parent ||
          (other->kind == QD_TASK_KIND_TASK && !is_part_of (self, other, qd_record_get_id (self->task)) &&
           !g_hash_table_contains (linked, &id)))
        g_ptr_array_add (sums, other);
    }

  qd_reference_row_fill (self->parent_row, self->portfolio, sums, "title", C_ ("reference", "None"), self->task->parent);
}

static int
find_position (QdTaskScheduling *self)
{
  return qd_timeline_model_find_row (self->model, QD_TIMELINE_ROW_TASK, qd_record_get_id (self->task));
}

/* Returns: (transfer full) (nullable): what each number stands for, one a line */
static char *
dup_predecessor_names (QdTaskScheduling *self)
{
  GPtrArray *links = qd_portfolio_peek_children (self->portfolio, QD_TYPE_LINK, self->task->plan);
  GString   *names = g_string_new (NULL);

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      QdLink         *link = g_ptr_array_index (links, i);
      QdTask         *task = qd_portfolio_lookup (self->portfolio, QD_TYPE_TASK, link->predecessor);
      QdTimelineFacts facts;
      int             position;

      if (link->successor != qd_record_get_id (self->task) || task == NULL)
        continue;

      position = qd_timeline_model_find_row (self->model, QD_TIMELINE_ROW_TASK, link->predecessor);

      if (position < 0)
        continue;

      qd_timeline_model_get_facts (self->model, (guint)position, &facts);
      g_string_append_printf (names, "%s%u: %s", names->len > 0 ? "\n" : "", facts.number, task->title);
    }

  return g_string_free_and_steal (names);
}

/* What a person has typed and not handed in stays. */
static void
show_links (QdTaskScheduling *self)
{
  int              position = find_position (self);
  g_autofree char *text = position >= 0 ? qd_timeline_dup_predecessors (self->model, (guint)position) : g_strdup ("");
  g_autofree char *names = dup_predecessor_names (self);
  gboolean         dirty =
      self->links != NULL && !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->links_row)), self->links);

  gtk_widget_set_sensitive (GTK_WIDGET (self->links_row), position >= 0);

  if (dirty)
    return;

  g_set_str (&self->links, text);

  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->links_row)), text))
    gtk_editable_set_text (GTK_EDITABLE (self->links_row), text);

  show_problem (self, GTK_WIDGET (self->links_row), NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->links_row), *names != '\0' ? names : NULL);
}

static void
show_module (QdTaskScheduling *self)
{
  const char *key = self->task->content_module;
  guint       position = 0;
  GListModel *names = adw_combo_row_get_model (self->module_row);

  for (guint i = 0; key != NULL && i < self->modules->len; i++)
    {
      QdCatalogueModule *module = g_ptr_array_index (self->modules, i);

      if (g_str_equal (module->key, key) || g_str_equal (module->name, key))
        position = i + 1;
    }

  /* What the catalogue does not have stands at the end, as it is written. */
  gtk_string_list_splice (GTK_STRING_LIST (names),
                          self->modules->len + 1,
                          g_list_model_get_n_items (names) - self->modules->len - 1,
                          key != NULL && position == 0 ? (const char *const[]){ key, NULL } : NULL);

  if (key != NULL && position == 0)
    position = self->modules->len + 1;

  adw_combo_row_set_selected (self->module_row, position);
}

static void
refresh (QdTaskScheduling *self)
{
  QdField *field = qd_editor_get_field (self->duration_row);

  self->following = TRUE;
  show_constraint (self);
  show_module (self);
  self->following = FALSE;

  if (qd_field_get_problem (field) == NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->duration_row),
                                   is_meeting (self->task) ? C_ ("of a meeting", "Length") : qd_field_get_label (field));
}

static void
tasks_changed_cb (QdTaskScheduling *self,
                  gint64            parent)
{
  if (parent == self->task->plan && qd_record_is_live (self->task))
    show_parent (self);
}

static void
edited_cb (GObject      *store,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autofree Edit *edit = user_data;
  g_autoptr(QdTaskScheduling) self = edit->self;
  g_autoptr(GtkWidget) row = edit->row;
  g_autoptr(GError) error = NULL;
  gboolean done = qd_store_edit_finish (QD_STORE (store), result, &error);

  if (self->task == NULL)
    return;

  show_problem (self, row, done ? NULL : error->message);

  if (row == GTK_WIDGET (self->links_row) && done)
    {
      g_clear_pointer (&self->links, g_free);
      show_links (self);
    }
  else if (!done)
    {
      refresh (self);
      show_parent (self);
    }
}

static void
constraint_selected_cb (QdTaskScheduling *self)
{
  QdConstraintKind kind = (QdConstraintKind)((int)adw_combo_row_get_selected (self->constraint_row) - 1);
  g_autoptr(QdTask) draft = NULL;
  int day;

  if (self->following || self->task == NULL || kind == self->task->constraint_kind)
    return;

  draft = qd_record_dup_draft (self->task);
  day = kind == QD_CONSTRAINT_KIND_NOT_AFTER ? draft->due : draft->start;

  if (draft->constraint_day != QD_DAY_NONE)
    day = draft->constraint_day;
  else if (day == QD_DAY_NONE)
    day = qd_day_today ();

  g_object_set (draft, "constraint-kind", kind, NULL);

  /* It has a day, and without it there is none. */
  if (kind == QD_CONSTRAINT_KIND_NONE)
    g_object_set (draft, "constraint-day", QD_DAY_NONE, "constraint-time", QD_INTEGER_NONE, NULL);
  else
    g_object_set (draft, "constraint-day", day, NULL);

  qd_record_save_async (draft,
                        qd_portfolio_get_store (self->portfolio),
                        _ ("Change Constraint"),
                        edited_cb,
                        edit_new (self, self->constraint_row));
}

static void
parent_chosen_cb (QdTaskScheduling *self,
                  gint64            id)
{
  g_auto(GValue) value = G_VALUE_INIT;

  if (id == self->task->parent)
    return;

  g_value_init (&value, G_TYPE_INT64);
  g_value_set_int64 (&value, id);
  qd_record_change_async (self->task,
                          qd_portfolio_get_store (self->portfolio),
                          "parent",
                          &value,
                          edited_cb,
                          edit_new (self, self->parent_row));
}

static void
links_entered_cb (QdTaskScheduling *self)
{
  const char      *text = gtk_editable_get_text (GTK_EDITABLE (self->links_row));
  int              position;
  g_autofree char *label = NULL;
  g_autoptr(GError) error = NULL;
  QdBatch *batch;

  if (self->task == NULL || self->links == NULL || !qd_record_is_live (self->task) || g_str_equal (text, self->links) ||
      (position = find_position (self)) < 0)
    return;

  batch = qd_timeline_set_predecessors (self->model, (guint)position, text, &label, &error);

  if (batch != NULL)
    {
      qd_batch_apply_async (batch,
                            qd_portfolio_get_store (self->portfolio),
                            label,
                            NULL,
                            edited_cb,
                            edit_new (self, self->links_row));
      return;
    }

  if (error != NULL)
    {
      show_problem (self, GTK_WIDGET (self->links_row), error->message);
      return;
    }

  /* It says the same in other words. */
  g_clear_pointer (&self->links, g_free);
  show_links (self);
}

static gboolean
links_key_cb (QdTaskScheduling *self,
              guint             keyval,
              guint             keycode,
              GdkModifierType   state)
{
  if (keyval != GDK_KEY_Escape || self->links == NULL ||
      g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->links_row)), self->links))
    return GDK_EVENT_PROPAGATE;

  g_clear_pointer (&self->links, g_free);
  show_links (self);

  return GDK_EVENT_STOP;
}

static void
module_selected_cb (QdTaskScheduling *self)
{
  guint position = adw_combo_row_get_selected (self->module_row);
  g_auto(GValue) value = G_VALUE_INIT;
  const char *key = NULL;

  if (self->following || self->task == NULL || position > self->modules->len)
    return;

  if (position > 0)
    key = ((QdCatalogueModule *)g_ptr_array_index (self->modules, position - 1))->key;

  if (g_strcmp0 (key, self->task->content_module) == 0)
    return;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, key);
  qd_record_change_async (self->task,
                          qd_portfolio_get_store (self->portfolio),
                          "content-module",
                          &value,
                          edited_cb,
                          edit_new (self, self->module_row));
}

static void
qd_task_scheduling_dispose (GObject *object)
{
  QdTaskScheduling *self = QD_TASK_SCHEDULING (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_TASK_SCHEDULING);
  g_clear_object (&self->model);
  g_clear_object (&self->task);
  g_clear_object (&self->portfolio);
  g_clear_pointer (&self->modules, g_ptr_array_unref);
  g_clear_pointer (&self->links, g_free);

  G_OBJECT_CLASS (qd_task_scheduling_parent_class)->dispose (object);
}

static void
qd_task_scheduling_class_init (QdTaskSchedulingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_task_scheduling_dispose;

  g_type_ensure (QD_TYPE_DAY_ROW);
  g_type_ensure (QD_TYPE_ENUM_ROW);
  g_type_ensure (QD_TYPE_REFERENCE_ROW);
  g_type_ensure (QD_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-task-scheduling.ui");
  gtk_widget_class_bind_template_child (widget_class, QdTaskScheduling, duration_row);
  gtk_widget_class_bind_template_child (widget_class, QdTaskScheduling, constraint_row);
  gtk_widget_class_bind_template_child (widget_class, QdTaskScheduling, constraint_day_row);
  gtk_widget_class_bind_template_child (widget_class, QdTaskScheduling, constraint_time_row);
  gtk_widget_class_bind_template_child (widget_class, QdTaskScheduling, parent_row);
  gtk_widget_class_bind_template_child (widget_class, QdTaskScheduling, links_row);
  gtk_widget_class_bind_template_child (widget_class, QdTaskScheduling, module_row);
  gtk_widget_class_bind_template_callback (widget_class, constraint_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, parent_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, links_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, module_selected_cb);
}

static void
set_searchable (AdwComboRow *row)
{
  g_autoptr(GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  adw_combo_row_set_expression (row, expression);
}

static void
fill_constraints (QdTaskScheduling *self)
{
  g_autoptr(GtkStringList) kinds = gtk_string_list_new (NULL);

  gtk_string_list_append (kinds, _ ("As Soon As Possible"));

  for (int i = 0; qd_constraint_kinds[i].nick != NULL; i++)
    gtk_string_list_append (kinds, _ (qd_constraint_kinds[i].label));

  adw_combo_row_set_model (self->constraint_row, G_LIST_MODEL (kinds));
}

static void
qd_task_scheduling_init (QdTaskScheduling *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  fill_constraints (self);
  set_searchable (ADW_COMBO_ROW (self->parent_row));
  set_searchable (self->module_row);
  g_signal_connect_object (focus, "leave", G_CALLBACK (links_entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (links_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->links_row))), focus);
  gtk_widget_add_controller (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->links_row))), keys);

  /* An editor that goes while something is typed takes nothing along. */
  g_signal_connect_object (self->links_row, "unmap", G_CALLBACK (links_entered_cb), self, G_CONNECT_SWAPPED);
}

static void
fill_modules (QdTaskScheduling *self)
{
  g_autoptr(QdCatalogue) catalogue = qd_catalogue_new (self->portfolio);
  g_autoptr(GPtrArray) found = qd_catalogue_search (catalogue, "", QD_ENUM_NONE);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  self->modules = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_string_list_append (names, C_ ("content module", "None"));

  for (guint i = 0; i < found->len; i++)
    {
      QdCatalogueModule *module = g_ptr_array_index (found, i);

      gtk_string_list_append (names, module->name);
      g_ptr_array_add (self->modules, g_object_ref (module));
    }

  self->following = TRUE;
  adw_combo_row_set_model (self->module_row, G_LIST_MODEL (names));
  self->following = FALSE;
}

/* To be called once. The rows that have a field are bound with those of the editor around. */
void
qd_task_scheduling_bind (QdTaskScheduling *self,
                         QdPortfolio      *portfolio,
                         QdTask           *task)
{
  QdPlan *plan;
  g_autoptr(GPtrArray) plans = g_ptr_array_new ();

  g_return_if_fail (QD_IS_TASK_SCHEDULING (self));
  g_return_if_fail (self->portfolio == NULL);

  self->portfolio = g_object_ref (portfolio);
  self->task = g_object_ref (task);
  self->model = qd_timeline_model_new (portfolio);

  if ((plan = qd_portfolio_lookup (portfolio, QD_TYPE_PLAN, task->plan)) != NULL)
    g_ptr_array_add (plans, plan);

  qd_timeline_model_set_plans (self->model, plans);
  fill_modules (self);
  refresh (self);
  show_parent (self);
  show_links (self);
  g_signal_connect_object (task, "notify", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "refreshed", G_CALLBACK (show_links), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (qd_portfolio_get_index (portfolio, QD_TYPE_TASK),
                           "changed",
                           G_CALLBACK (tasks_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (qd_portfolio_get_index (portfolio, QD_TYPE_LINK),
                           "changed",
                           G_CALLBACK (tasks_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
}
