/* qd-wizard-preview.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-wizard-preview"

#include "qd-wizard-preview.h"

#include <glib/gi18n.h>

#include "qd-allowance-words.h"
#include "qd-day-words.h"
#include "qd-time-axis.h"

#define DAYS_PER_WEEK 7

/**
 * QdWizardPreview:
 *
 * An accelerator as it would be: what could not be as usual, and week by week what
 * is done when.
 */
struct _QdWizardPreview
{
  AdwBin  parent_instance;

  GtkBox *box;
};

G_DEFINE_FINAL_TYPE (QdWizardPreview, qd_wizard_preview, ADW_TYPE_BIN)

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkWidget *
append_row (AdwPreferencesGroup *group,
            const char          *icon,
            const char          *meaning,
            const char          *title,
            const char          *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL, meaning, -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);

  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  adw_preferences_group_add (group, row);

  return image;
}

static void
append_warning (AdwPreferencesGroup *group,
                const char          *words)
{
  gtk_widget_add_css_class (append_row (group, "dialog-warning-symbolic", _ ("Warning"), words, NULL), "warning");
}

/* What is unusual is a warning, and never in the way. */
static void
append_remarks (QdWizardPreview           *self,
                const QdAcceleratorLayout *layout,
                const QdAllowance         *allowance)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  if (allowance != NULL)
    {
      g_autofree char *place = qd_allowance_dup_place_words (allowance);

      append_row (group, "quarterdeck-accelerators-symbolic", _ ("Allowance"), place, NULL);
    }
  else
    append_row (group,
                "quarterdeck-accelerators-symbolic",
                _ ("Allowance"),
                _ ("Does not count towards the allowance"),
                NULL);

  for (guint i = 0; allowance != NULL && i < allowance->warnings->len; i++)
    append_warning (group, ((QdAllowanceWarning *)g_ptr_array_index (allowance->warnings, i))->words);

  for (guint i = 0; i < layout->findings->len; i++)
    append_warning (group, ((QdLayoutFinding *)g_ptr_array_index (layout->findings, i))->words);

  gtk_box_append (self->box, GTK_WIDGET (group));
}

/* “Mon 14 Dec, 10:00–12:00”, or the days it takes */
static char *
dup_when (const QdLayoutTask *task,
          int                 today)
{
  int              day = qd_minute_get_day (task->start);
  int              last = qd_minute_get_day (MAX (task->finish - 1, task->start));
  g_autofree char *first_words = qd_day_dup_short (day, today);
  g_autofree char *last_words = qd_day_dup_short (last, today);

  if (qd_layout_task_is_meeting (task) && day == last)
    {
      g_autofree char *begin = qd_time_dup_words (qd_minute_get_time (task->start));
      g_autofree char *end = qd_time_dup_words (qd_minute_get_time (task->finish));

      /* Translators: a day, and from when until when */
      return g_strdup_printf (_ ("%1$s, %2$s–%3$s"), first_words, begin, end);
    }

  if (day == last)
    return g_steal_pointer (&first_words);

  /* Translators: a first and a last day */
  return g_strdup_printf (_ ("%1$s – %2$s"), first_words, last_words);
}

/* When, and which module in which sprint */
static char *
dup_subtitle (const QdAcceleratorLayout *layout,
              const QdLayoutTask        *task,
              int                        today)
{
  g_autofree char *when = dup_when (task, today);
  g_autofree char *sprint =
      task->sprint > 0 ? g_strdup_printf (_ ("Sprint %d"), task->sprint) : NULL;
  const char *module = task->module != NULL && task->parent >= 0 ? task->module->name : NULL;

  if (module != NULL && sprint != NULL)
    return g_strdup_printf ("%s · %s · %s", when, sprint, module);

  return sprint != NULL ? g_strdup_printf ("%s · %s", when, sprint) : g_steal_pointer (&when);
}

static void
append_task (const QdAcceleratorLayout *layout,
             const QdLayoutTask        *task,
             AdwPreferencesGroup       *group,
             int                        today)
{
  g_autofree char *subtitle = dup_subtitle (layout, task, today);

  if (qd_layout_task_is_meeting (task))
    append_row (group, "system-users-symbolic", _ ("Meeting"), task->title, subtitle);
  else if (task->kind == QD_TASK_KIND_MILESTONE)
    append_row (group, "quarterdeck-milestone-symbolic", _ ("Deliverable"), task->title, subtitle);
  else
    append_row (group, "quarterdeck-not-started-symbolic", _ ("Task"), task->title, subtitle);
}

/* Tasks that others stand below are said with those. */
static gboolean
is_summary (const QdAcceleratorLayout *layout,
            guint                      index)
{
  for (guint i = index + 1; i < layout->tasks->len; i++)
    if (((QdLayoutTask *)g_ptr_array_index (layout->tasks, i))->parent == (int)index)
      return TRUE;

  return FALSE;
}

static AdwPreferencesGroup *
create_week (int number,
             int first,
             int today)
{
  GtkWidget       *group = adw_preferences_group_new ();
  g_autofree char *title = g_strdup_printf (_ ("Week %d"), number);
  g_autofree char *day = qd_day_dup_short (first, today);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), day);

  return ADW_PREFERENCES_GROUP (group);
}

static void
append_weeks (QdWizardPreview           *self,
              const QdAcceleratorLayout *layout)
{
  int today = qd_day_today ();
  int last = MAX (layout->target, layout->start);

  for (int first = layout->start; first <= last; first += DAYS_PER_WEEK)
    {
      AdwPreferencesGroup *group = NULL;

      for (guint i = 0; i < layout->tasks->len; i++)
        {
          const QdLayoutTask *task = g_ptr_array_index (layout->tasks, i);
          int                 day = qd_minute_get_day (task->start);

          if (task->start == QD_MINUTE_NONE || day < first || day >= first + DAYS_PER_WEEK || is_summary (layout, i))
            continue;

          if (group == NULL)
            group = create_week ((first - layout->start) / DAYS_PER_WEEK + 1, first, today);

          append_task (layout, task, group, today);
        }

      if (group != NULL)
        gtk_box_append (self->box, GTK_WIDGET (group));
    }
}

static gboolean
qd_wizard_preview_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (QD_WIZARD_PREVIEW (widget)->box), GTK_DIR_TAB_FORWARD);
}

/* Its rows are read, and do nothing: Enter makes it from each of them. */
static gboolean
enter_cb (GtkWidget *widget,
          GVariant  *args,
          gpointer   user_data)
{
  g_signal_emit (user_data, signals[ACTIVATED], 0);

  return TRUE;
}

static void
qd_wizard_preview_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), QD_TYPE_WIZARD_PREVIEW);

  G_OBJECT_CLASS (qd_wizard_preview_parent_class)->dispose (object);
}

static void
qd_wizard_preview_class_init (QdWizardPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_wizard_preview_dispose;
  widget_class->grab_focus = qd_wizard_preview_grab_focus;

  /* Enter was pressed. */
  signals[ACTIVATED] = g_signal_new (
      "activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-wizard-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, QdWizardPreview, box);
}

static void
qd_wizard_preview_init (QdWizardPreview *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Return|KP_Enter"),
                        gtk_callback_action_new (enter_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* @allowance: (nullable): with the accelerator asked about; none where it does not count */
void
qd_wizard_preview_show (QdWizardPreview           *self,
                        const QdAcceleratorLayout *layout,
                        const QdAllowance         *allowance)
{
  GtkWidget *scroller;
  GtkWidget *child;

  g_return_if_fail (QD_IS_WIZARD_PREVIEW (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);

  append_remarks (self, layout, allowance);
  append_weeks (self, layout);
  scroller = gtk_widget_get_ancestor (GTK_WIDGET (self->box), GTK_TYPE_SCROLLED_WINDOW);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)), 0);
}
