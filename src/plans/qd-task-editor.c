/* qd-task-editor.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-task-editor"

#include "qd-task-editor.h"

#include <glib/gi18n.h>

#include "qd-batch.h"
#include "qd-check-item.h"
#include "qd-checklist.h"
#include "qd-choice.h"
#include "qd-entry-links.h"
#include "qd-enum-row.h"
#include "qd-event-log.h"
#include "qd-feature-hint.h"
#include "qd-hands-on.h"
#include "qd-notes-view.h"
#include "qd-order-edits.h"
#include "qd-phase.h"
#include "qd-plan-features.h"
#include "qd-reference-row.h"
#include "qd-shell.h"
#include "qd-task-edits.h"
#include "qd-task-scheduling.h"
#include "qd-text-row.h"

/**
 * QdTaskEditor:
 *
 * All of a task. Every field is written as it is left; there is nothing to save.
 */
struct _QdTaskEditor
{
  AdwDialog         parent_instance;

  QdPortfolio      *portfolio;
  QdTask           *task;
  GtkStringList    *statuses;
  gboolean          following; /* the record, and not a person */

  AdwComboRow      *status_row;
  AdwEntryRow      *title_row;
  AdwEntryRow      *progress_row;
  GtkWidget        *log_button;
  GtkWidget        *hint_row;
  GtkLabel         *hint;
  QdFactBook       *book; /* (nullable): where its plan is one for Dedicated */
  GtkWidget        *feature_row;
  GtkWidget        *feature_hint;
  QdTaskScheduling *scheduling;
  QdReferenceRow   *phase_row;
  QdReferenceRow   *objective_row;
  QdChecklist      *checklist;
  QdEntryLinks     *entry_links;
};

G_DEFINE_FINAL_TYPE (QdTaskEditor, qd_task_editor, ADW_TYPE_DIALOG)

static GPtrArray *
peek_items (QdTaskEditor *self)
{
  return qd_portfolio_peek_children (self->portfolio, QD_TYPE_CHECK_ITEM, qd_record_get_id (self->task));
}

static void
status_selected_cb (QdTaskEditor *self)
{
  guint position = adw_combo_row_get_selected (self->status_row);

  if (self->following || self->task == NULL || position == self->task->status ||
      position == GTK_INVALID_LIST_POSITION)
    return;

  qd_task_set_status_async (qd_portfolio_get_store (self->portfolio),
                            self->task,
                            position,
                            peek_items (self),
                            qd_shell_edit_cb,
                            g_object_ref (self));
}

static void
phase_chosen_cb (QdTaskEditor *self,
                 gint64        id)
{
  if (id != self->task->phase)
    qd_task_move_async (qd_portfolio_get_store (self->portfolio),
                        self->task,
                        id,
                        0,
                        qd_shell_edit_cb,
                        g_object_ref (self));
}

static void
objective_chosen_cb (QdTaskEditor *self,
                     gint64        id)
{
  g_auto(GValue) value = G_VALUE_INIT;

  if (id == self->task->objective)
    return;

  g_value_init (&value, G_TYPE_INT64);
  g_value_set_int64 (&value, id);
  qd_record_change_async (self->task,
                          qd_portfolio_get_store (self->portfolio),
                          "objective",
                          &value,
                          qd_shell_edit_cb,
                          g_object_ref (self));
}

static void
fill_reference (QdTaskEditor   *self,
                QdReferenceRow *row,
                GType           type,
                gint64          selected)
{
  g_autoptr(GPtrArray) records =
                qd_order_dup_sorted (qd_portfolio_peek_children (self->portfolio, type, self->task->plan));

  qd_reference_row_fill (row, self->portfolio, records, "name", C_ ("reference", "None"), selected);
}

/* A task that reads as if we did the customer's configuration gets a word on it, until it is worded otherwise. */
static void
show_hint (QdTaskEditor *self)
{
  g_autofree char *word = qd_task_find_hands_on (self->portfolio, self->task);
  g_autofree char *words = word != NULL ? qd_hands_on_dup_words (word) : NULL;

  gtk_label_set_label (self->hint, words != NULL ? words : "");
  gtk_widget_set_visible (self->hint_row, words != NULL);
}

/* So does one that names what the customer's Dedicated has not. */
static void
show_feature_hint (QdTaskEditor *self)
{
  const char *const texts[] = { self->task->title, self->task->notes };

  qd_feature_hint_show (QD_FEATURE_HINT (self->feature_hint), self->book, texts, G_N_ELEMENTS (texts));
  gtk_widget_set_visible (self->feature_row, qd_feature_hint_get_words (QD_FEATURE_HINT (self->feature_hint)) != NULL);
}

static void
refresh (QdTaskEditor *self)
{
  gboolean has_items = peek_items (self)->len > 0;

  self->following = TRUE;
  adw_combo_row_set_selected (self->status_row, self->task->status);
  self->following = FALSE;

  /* Then it follows the checklist, or the status. */
  gtk_widget_set_sensitive (GTK_WIDGET (self->progress_row),
                            !has_items && self->task->status != QD_TASK_STATUS_DONE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->progress_row),
                               has_items ? _ ("The progress follows the checklist") : NULL);
  show_hint (self);
  show_feature_hint (self);
  gtk_widget_set_visible (self->log_button, qd_task_is_of_accelerator (self->portfolio, self->task));
  fill_reference (self, self->phase_row, QD_TYPE_PHASE, self->task->phase);
  fill_reference (self, self->objective_row, QD_TYPE_OBJECTIVE, self->task->objective);
}

/* A task that is deleted, or whose adding is undone, has nothing left to edit. */
static void
tasks_changed_cb (QdTaskEditor *self,
                  gint64        parent)
{
  if (self->task != NULL && parent == self->task->plan && !qd_record_is_live (self->task))
    adw_dialog_force_close (ADW_DIALOG (self));
}

static void
items_changed_cb (QdTaskEditor *self,
                  gint64        parent)
{
  if (self->task != NULL && parent == qd_record_get_id (self->task))
    refresh (self);
}

static void
delete_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  QdTaskEditor    *self = QD_TASK_EDITOR (widget);
  g_autofree char *message = g_strdup_printf (_ ("“%s” deleted"), self->task->title);

  qd_shell_tell_undoable (self, message);
  qd_task_delete_async (
      qd_portfolio_get_store (self->portfolio), self->task, qd_shell_edit_cb, g_object_ref (self));
}

static void
log_event_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  QdTaskEditor *self = QD_TASK_EDITOR (widget);

  qd_editor_flush_all (adw_dialog_get_child (ADW_DIALOG (self)));
  gtk_widget_activate_action (widget, "win.log-event", "x", qd_record_get_id (self->task));
}

/* The page is behind the dialog, which keeps what is typed when it closes. */
static void
history_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  QdTaskEditor *self = QD_TASK_EDITOR (widget);

  gtk_widget_activate_action (widget, "win.show-history", "(sx)", "task", qd_record_get_id (self->task));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
qd_task_editor_closed (AdwDialog *dialog)
{
  qd_editor_flush_all (adw_dialog_get_child (dialog));

  if (ADW_DIALOG_CLASS (qd_task_editor_parent_class)->closed != NULL)
    ADW_DIALOG_CLASS (qd_task_editor_parent_class)->closed (dialog);
}

static void
qd_task_editor_dispose (GObject *object)
{
  QdTaskEditor *self = QD_TASK_EDITOR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_TASK_EDITOR);
  g_clear_object (&self->statuses);
  g_clear_object (&self->book);
  g_clear_object (&self->task);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_task_editor_parent_class)->dispose (object);
}

static void
qd_task_editor_class_init (QdTaskEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_task_editor_dispose;
  ADW_DIALOG_CLASS (klass)->closed = qd_task_editor_closed;

  g_type_ensure (QD_TYPE_CHECKLIST);
  g_type_ensure (QD_TYPE_ENTRY_LINKS);
  g_type_ensure (QD_TYPE_ENUM_ROW);
  g_type_ensure (QD_TYPE_NOTES_VIEW);
  g_type_ensure (QD_TYPE_REFERENCE_ROW);
  g_type_ensure (QD_TYPE_TASK_SCHEDULING);
  g_type_ensure (QD_TYPE_TEXT_ROW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-task-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, QdTaskEditor, status_row);
  gtk_widget_class_bind_template_child (widget_class, QdTaskEditor, title_row);
  gtk_widget_class_bind_template_child (widget_class, QdTaskEditor, progress_row);
  gtk_widget_class_bind_template_child (widget_class, QdTaskEditor, log_button);
  gtk_widget_class_bind_template_child (widget_class, QdTaskEditor, hint_row);
  gtk_widget_class_bind_template_child (widget_class, QdTaskEditor, hint);
  gtk_widget_class_bind_template_child (widget_class, QdTaskEditor, feature_row);
  gtk_widget_class_bind_template_child (widget_class, QdTaskEditor, scheduling);
  gtk_widget_class_bind_template_child (widget_class, QdTaskEditor, phase_row);
  gtk_widget_class_bind_template_child (widget_class, QdTaskEditor, objective_row);
  gtk_widget_class_bind_template_child (widget_class, QdTaskEditor, checklist);
  gtk_widget_class_bind_template_child (widget_class, QdTaskEditor, entry_links);
  gtk_widget_class_bind_template_callback (widget_class, status_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, phase_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, objective_chosen_cb);

  gtk_widget_class_install_action (widget_class, "editor.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "editor.log-event", NULL, log_event_cb);
  gtk_widget_class_install_action (widget_class, "editor.history", NULL, history_cb);
}

static void
qd_task_editor_init (QdTaskEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->feature_hint = qd_feature_hint_new (TRUE);
  gtk_widget_add_css_class (self->feature_hint, "hours-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->feature_row), self->feature_hint);
  self->statuses = gtk_string_list_new (NULL);
  qd_choice_fill (self->statuses, qd_record_find_column (QD_TYPE_TASK, "status"));
  self->following = TRUE;
  adw_combo_row_set_model (self->status_row, G_LIST_MODEL (self->statuses));
  self->following = FALSE;
}

QdTaskEditor *
qd_task_editor_new (QdPortfolio *portfolio,
                    QdTask      *task)
{
  QdTaskEditor *self = g_object_new (QD_TYPE_TASK_EDITOR, NULL);

  self->portfolio = g_object_ref (portfolio);
  self->task = g_object_ref (task);

  if (qd_plan_is_for_dedicated (portfolio, task->plan))
    self->book = qd_fact_book_get (portfolio);

  qd_editor_bind_all (adw_dialog_get_child (ADW_DIALOG (self)), qd_portfolio_get_store (portfolio), task);
  qd_checklist_bind (self->checklist, portfolio, task);
  qd_task_scheduling_bind (self->scheduling, portfolio, task);
  qd_entry_links_bind (self->entry_links, portfolio, task);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->progress_row), _ ("Progress in %"));

  g_signal_connect_object (task, "notify", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (qd_portfolio_get_index (portfolio, QD_TYPE_TASK),
                           "changed",
                           G_CALLBACK (tasks_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (qd_portfolio_get_index (portfolio, QD_TYPE_CHECK_ITEM),
                           "changed",
                           G_CALLBACK (items_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  refresh (self);

  return self;
}

QdTask *
qd_task_editor_get_task (QdTaskEditor *self)
{
  g_return_val_if_fail (QD_IS_TASK_EDITOR (self), NULL);

  return self->task;
}

void
qd_task_editor_present (GtkWidget   *parent,
                        QdPortfolio *portfolio,
                        QdTask      *task)
{
  adw_dialog_present (ADW_DIALOG (qd_task_editor_new (portfolio, task)), parent);
}
