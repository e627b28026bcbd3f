/* qd-template-form.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-template-form"

#include "qd-template-form.h"

#include <glib/gi18n.h>

#include "qd-duration.h"

/**
 * QdTemplateForm:
 *
 * Edits a template of one's own: what it is called and for, how long it is, and
 * the titles and days of its tasks. Each change makes another template, which is
 * told by `edited`; what a template may not be is refused with the reason.
 */
struct _QdTemplateForm
{
  AdwBin parent_instance;

  QdTemplatePlan *template;
  char        *problem;
  GtkWidget   *problem_label;
  AdwEntryRow *name;
  AdwEntryRow *summary;
  AdwSpinRow  *days;
  GtkWidget   *tasks;
  guint        n_shown;   /* how many tasks have a row */
  gboolean     following; /* the template, and not a person */
};

G_DEFINE_FINAL_TYPE (QdTemplateForm, qd_template_form, ADW_TYPE_BIN)

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_problem (QdTemplateForm *self,
             const char     *problem)
{
  g_set_str (&self->problem, problem);
  gtk_widget_set_visible (self->problem_label, problem != NULL);
  gtk_label_set_text (GTK_LABEL (self->problem_label), problem != NULL ? problem : "");

  if (problem != NULL)
    gtk_accessible_announce (
        GTK_ACCESSIBLE (self), problem, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Takes @node, the changed template, for the template if it may be one. */
static gboolean
take (QdTemplateForm *self,
      JsonNode       *node)
{
  g_autoptr(GError) error = NULL;
  QdTemplatePlan *template = qd_template_plan_new_from_json (node, "template", &error);

  if (template == NULL)
    {
      set_problem (self, error->message);
      return FALSE;
    }

  template->id = self->template->id;
  g_object_unref (self->template);
  self->template = template;
  set_problem (self, NULL);
  g_signal_emit (self, signals[EDITED], 0, template);

  return TRUE;
}

static gboolean
set_text (QdTemplateForm *self,
          const char     *member,
          const char     *text)
{
  g_autoptr(JsonNode) node = qd_template_plan_to_json (self->template);
  g_autofree char *clean = g_strstrip (g_strdup (text));

  if (*clean == '\0' && g_str_equal (member, "name"))
    {
      set_problem (self, _ ("Give the template a name"));
      return FALSE;
    }

  if (*clean != '\0')
    json_object_set_string_member (json_node_get_object (node), member, clean);
  else
    json_object_remove_member (json_node_get_object (node), member);

  return take (self, node);
}

static JsonObject *
get_task (JsonNode *node,
          guint     task)
{
  return json_array_get_object_element (json_object_get_array_member (json_node_get_object (node), "tasks"), task);
}

void
qd_template_form_set_name (QdTemplateForm *self,
                           const char     *name)
{
  g_return_if_fail (QD_IS_TEMPLATE_FORM (self));

  set_text (self, "name", name);
}

/* @task: its place in the template */
void
qd_template_form_set_task_title (QdTemplateForm *self,
                                 guint           task,
                                 const char     *title)
{
  g_autoptr(JsonNode) node = NULL;
  g_autofree char *clean = NULL;

  g_return_if_fail (QD_IS_TEMPLATE_FORM (self));
  g_return_if_fail (task < self->template->tasks->len);

  node = qd_template_plan_to_json (self->template);
  clean = g_strstrip (g_strdup (title));

  if (*clean == '\0')
    {
      set_problem (self, _ ("Give the task a title"));
      return;
    }

  json_object_set_string_member (get_task (node, task), "title", clean);
  take (self, node);
}

/* @due: counted from the template's anchor. The start moves along. */
void
qd_template_form_set_task_due (QdTemplateForm *self,
                               guint           task,
                               int             due)
{
  g_autoptr(JsonNode) node = NULL;
  QdTemplateTask *before;
  JsonObject     *object;

  g_return_if_fail (QD_IS_TEMPLATE_FORM (self));
  g_return_if_fail (task < self->template->tasks->len);

  before = g_ptr_array_index (self->template->tasks, task);

  if (before->due == due)
    return;

  node = qd_template_plan_to_json (self->template);
  object = get_task (node, task);
  json_object_set_int_member (object, "due", due);

  if (before->start != QD_DAY_NONE && before->due != QD_DAY_NONE)
    json_object_set_int_member (object, "start", before->start + due - before->due);

  take (self, node);
}

void
qd_template_form_remove_task (QdTemplateForm *self,
                              guint           task)
{
  g_autoptr(JsonNode) node = NULL;

  g_return_if_fail (QD_IS_TEMPLATE_FORM (self));
  g_return_if_fail (task < self->template->tasks->len);

  node = qd_template_plan_to_json (self->template);
  json_array_remove_element (json_object_get_array_member (json_node_get_object (node), "tasks"), task);

  take (self, node);
}

static void
name_applied_cb (QdTemplateForm *self)
{
  set_text (self, "name", gtk_editable_get_text (GTK_EDITABLE (self->name)));
}

static void
summary_applied_cb (QdTemplateForm *self)
{
  set_text (self, "summary", gtk_editable_get_text (GTK_EDITABLE (self->summary)));
}

static void
days_changed_cb (QdTemplateForm *self)
{
  g_autoptr(JsonNode) node = NULL;
  int days = (int)adw_spin_row_get_value (self->days);

  if (self->following || days == self->template->days)
    return;

  node = qd_template_plan_to_json (self->template);
  json_object_set_int_member (json_node_get_object (node), "days", days);
  take (self, node);
}

static guint
get_index (gpointer widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "task"));
}

static void
title_applied_cb (QdTemplateForm *self,
                  AdwEntryRow    *row)
{
  qd_template_form_set_task_title (self, get_index (row), gtk_editable_get_text (GTK_EDITABLE (row)));
}

/* A plan begins with its day 1, which is 0 to the template; before a target is less than it. */
static int
get_shown_day (QdTemplateForm *self,
               int             due)
{
  return self->template->anchor == QD_TEMPLATE_ANCHOR_TARGET ? -due : due + 1;
}

static void
due_changed_cb (QdTemplateForm *self,
                GtkSpinButton  *spin)
{
  int shown = gtk_spin_button_get_value_as_int (spin);

  qd_template_form_set_task_due (
      self, get_index (spin), self->template->anchor == QD_TEMPLATE_ANCHOR_TARGET ? -shown : shown - 1);
}

static void
remove_cb (QdTemplateForm *self,
           GtkButton      *button)
{
  qd_template_form_remove_task (self, get_index (button));
}

static GtkWidget *
create_task_row (QdTemplateForm *self,
                 guint           index)
{
  QdTemplateTask *task = g_ptr_array_index (self->template->tasks, index);
  GtkWidget      *row = adw_entry_row_new ();
  GtkWidget      *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  const char     *day_title =
      self->template->anchor == QD_TEMPLATE_ANCHOR_TARGET ? _ ("Days before the target") : _ ("Due on day");

  g_object_set_data (G_OBJECT (row), "task", GUINT_TO_POINTER (index));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), qd_nicks_get_label (qd_task_kinds, task->kind));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (row), task->title);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect_object (row, "apply", G_CALLBACK (title_applied_cb), self, G_CONNECT_SWAPPED);

  if (task->due != QD_DAY_NONE)
    {
      GtkWidget *spin = gtk_spin_button_new_with_range (-3650, 3650, 1);

      g_object_set_data (G_OBJECT (spin), "task", GUINT_TO_POINTER (index));
      gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), get_shown_day (self, task->due));
      gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
      gtk_widget_set_tooltip_text (spin, day_title);
      gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, day_title, -1);
      g_signal_connect_object (spin, "value-changed", G_CALLBACK (due_changed_cb), self, G_CONNECT_SWAPPED);
      adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), spin);
    }

  g_object_set_data (G_OBJECT (remove), "task", GUINT_TO_POINTER (index));
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (remove, _ ("Remove Task"));
  gtk_widget_add_css_class (remove, "flat");
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), remove);

  return row;
}

static void
add_phase (QdTemplateForm *self,
           const char     *key,
           const char     *name)
{
  GtkWidget       *group = adw_preferences_group_new ();
  g_autofree char *title = g_markup_escape_text (name, -1);
  guint            n_tasks = 0;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);

  for (guint i = 0; i < self->template->tasks->len; i++)
    {
      QdTemplateTask *task = g_ptr_array_index (self->template->tasks, i);

      if (g_strcmp0 (task->phase, key) != 0)
        continue;

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_task_row (self, i));
      n_tasks++;
    }

  gtk_box_append (GTK_BOX (self->tasks), group);
  gtk_widget_set_visible (group, n_tasks > 0);
}

static void
build_tasks (QdTemplateForm *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->tasks)) != NULL)
    gtk_box_remove (GTK_BOX (self->tasks), child);

  for (guint i = 0; i < self->template->phases->len; i++)
    {
      QdTemplatePhase *phase = g_ptr_array_index (self->template->phases, i);

      add_phase (self, phase->key, phase->name);
    }

  add_phase (self, NULL, _ ("No Phase"));
  self->n_shown = self->template->tasks->len;
}

/* The rows know their tasks by their places. */
static void
rebuild_cb (QdTemplateForm *self)
{
  if (self->n_shown != self->template->tasks->len)
    build_tasks (self);
}

static void
qd_template_form_dispose (GObject *object)
{
  g_clear_object (&QD_TEMPLATE_FORM (object)->template);

  G_OBJECT_CLASS (qd_template_form_parent_class)->dispose (object);
}

static void
qd_template_form_finalize (GObject *object)
{
  g_free (QD_TEMPLATE_FORM (object)->problem);

  G_OBJECT_CLASS (qd_template_form_parent_class)->finalize (object);
}

static void
qd_template_form_class_init (QdTemplateFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = qd_template_form_dispose;
  object_class->finalize = qd_template_form_finalize;

  /**
   * QdTemplateForm::edited:
   * @self: the form
   * @template: as it is now
   */
  signals[EDITED] = g_signal_new ("edited",
                                  G_TYPE_FROM_CLASS (klass),
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  1,
                                  QD_TYPE_TEMPLATE_PLAN);
}

static AdwEntryRow *
add_entry (QdTemplateForm *self,
           GtkWidget      *group,
           const char     *title,
           GCallback       applied)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect_object (row, "apply", applied, self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);

  return ADW_ENTRY_ROW (row);
}

static void
qd_template_form_init (QdTemplateForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *group = adw_preferences_group_new ();

  self->problem_label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->problem_label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->problem_label), 0);
  gtk_widget_add_css_class (self->problem_label, "error");
  gtk_widget_set_visible (self->problem_label, FALSE);
  gtk_box_append (GTK_BOX (box), self->problem_label);

  self->name = add_entry (self, group, _ ("Name"), G_CALLBACK (name_applied_cb));
  self->summary = add_entry (self, group, _ ("Summary"), G_CALLBACK (summary_applied_cb));
  self->days = ADW_SPIN_ROW (adw_spin_row_new_with_range (0, 3650, 1));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->days), _ ("Days"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->days), _ ("From the plan’s start to its target"));
  g_signal_connect_object (
      self->days, "notify::value", G_CALLBACK (days_changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->days));
  gtk_box_append (GTK_BOX (box), group);

  self->tasks = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_box_append (GTK_BOX (box), self->tasks);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect (self, "edited", G_CALLBACK (rebuild_cb), NULL);
}

/* @template: one's own */
GtkWidget *
qd_template_form_new (QdTemplatePlan *template)
{
  QdTemplateForm *self;

  g_return_val_if_fail (QD_IS_TEMPLATE_PLAN (template), NULL);

  self = g_object_new (QD_TYPE_TEMPLATE_FORM, NULL);
  self->template = g_object_ref (template);
  self->following = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->name), template->name);
  gtk_editable_set_text (GTK_EDITABLE (self->summary), template->summary != NULL ? template->summary : "");
  adw_spin_row_set_value (self->days, template->days);
  self->following = FALSE;
  build_tasks (self);

  return GTK_WIDGET (self);
}

/* Returns: (transfer none): as it is now */
QdTemplatePlan *
qd_template_form_get_template (QdTemplateForm *self)
{
  g_return_val_if_fail (QD_IS_TEMPLATE_FORM (self), NULL);

  return self->template;
}

/* Returns: (nullable): why the last change was refused */
const char *
qd_template_form_get_problem (QdTemplateForm *self)
{
  g_return_val_if_fail (QD_IS_TEMPLATE_FORM (self), NULL);

  return self->problem;
}
