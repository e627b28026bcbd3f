/* qd-quick-add-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-quick-add-dialog"

#include "qd-quick-add-dialog.h"

#include <glib/gi18n.h>

#include "qd-config.h"
#include "qd-day-words.h"
#include "qd-quick-task.h"
#include "qd-screen.h"
#include "qd-shell.h"
#include "qd-task-edits.h"

/**
 * QdQuickAddDialog:
 *
 * Adds a task that is typed in one line, and shows while it is typed what is understood of it.
 */
struct _QdQuickAddDialog
{
  AdwDialog      parent_instance;

  QdPortfolio   *portfolio;
  GtkWidget     *opener; /* not owned: the dialog is gone before it */
  QdQuickContext context;
  QdQuickTask   *task; /* as it is typed */

  AdwEntryRow   *entry;
  GtkWidget     *add_button;
  GtkWidget     *problem_line;
  GtkLabel      *problem;
  GtkWidget     *understood;
  AdwActionRow  *title_row;
  AdwActionRow  *plan_row;
  AdwActionRow  *due_row;
  AdwActionRow  *owner_row;
  AdwActionRow  *more_row;
  GtkWidget     *hint;
};

G_DEFINE_FINAL_TYPE (QdQuickAddDialog, qd_quick_add_dialog, ADW_TYPE_DIALOG)

static void
show_problem (QdQuickAddDialog *self,
              const char       *problem)
{
  g_autofree char *text = qd_screen_dup_text (self->portfolio, problem);

  gtk_widget_set_visible (self->problem_line, problem != NULL);
  gtk_label_set_text (self->problem, text != NULL ? text : "");
}

/* A part that was not typed has no row. */
static void
show_part (AdwActionRow *row,
           const char   *text)
{
  gtk_widget_set_visible (GTK_WIDGET (row), text != NULL && *text != '\0');
  adw_action_row_set_subtitle (row, text != NULL ? text : "");
}

static void
append (GString    *text,
        const char *part)
{
  if (part != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static char *
dup_due (QdQuickAddDialog *self)
{
  int              due = self->task->line->due;
  g_autofree char *day = qd_day_dup_short (due, self->context.today);
  g_autofree char *relative = qd_day_dup_relative (due, self->context.today);

  return due != QD_DAY_NONE ? g_strdup_printf ("%s · %s", day, relative) : NULL;
}

static void
show_understood (QdQuickAddDialog *self)
{
  const QdTaskLine *line = self->task->line;
  g_autofree char  *title = qd_screen_dup_text (self->portfolio, line->title);
  g_autofree char  *place = qd_quick_task_dup_place (self->task, self->portfolio, &self->context);
  g_autofree char  *due = dup_due (self);
  g_autofree char  *phase = self->task->phase != NULL ? qd_screen_dup_text (self->portfolio, self->task->phase->name) : NULL;
  g_autoptr(GString) plan = g_string_new (place);
  g_autoptr(GString) owner = g_string_new (NULL);
  g_autoptr(GString) more = g_string_new (NULL);

  append (plan, phase);
  append (owner, self->task->owner);
  append (owner, self->task->customer_owner);
  append (more, line->kind != QD_ENUM_NONE ? _ (qd_nicks_get_label (qd_task_kinds, line->kind)) : NULL);
  append (more, line->status != QD_ENUM_NONE ? _ (qd_nicks_get_label (qd_task_statuses, line->status)) : NULL);

  if (line->visibility != QD_ENUM_NONE)
    append (more,
            line->visibility == QD_VISIBILITY_CUSTOMER ? _ ("Visible to the customer") : _ ("Visible to colleagues alone"));

  show_part (self->title_row, title);
  show_part (self->plan_row, plan->str);
  show_part (self->due_row, due);
  show_part (self->owner_row, owner->str);
  show_part (self->more_row, more->str);
}

static gboolean
is_empty (QdQuickAddDialog *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  return *text == '\0';
}

static void
changed_cb (QdQuickAddDialog *self)
{
  gboolean empty = is_empty (self);

  if (self->portfolio == NULL)
    return;

  g_clear_pointer (&self->task, qd_quick_task_free);
  self->task = qd_quick_task_read (
      self->portfolio, gtk_editable_get_text (GTK_EDITABLE (self->entry)), &self->context);
  show_problem (self, empty ? NULL : self->task->problem);
  show_understood (self);
  gtk_widget_set_visible (self->understood, !empty);
  gtk_widget_set_visible (self->hint, empty);
  gtk_widget_set_sensitive (self->add_button, self->task->problem == NULL);
}

typedef struct
{
  QdQuickAddDialog *dialog; /* owned */
  GtkWidget        *opener; /* owned */
  char             *message;
} Adding;

static void
added_cb (GObject      *store,
          GAsyncResult *result,
          gpointer      user_data)
{
  Adding *adding = user_data;
  g_autoptr(GError) error = NULL;

  if (qd_store_edit_finish (QD_STORE (store), result, &error))
    {
      adw_dialog_force_close (ADW_DIALOG (adding->dialog));
      qd_shell_tell_undoable (adding->opener, adding->message);
    }
  else if (adding->dialog->portfolio != NULL)
    {
      gtk_widget_set_sensitive (GTK_WIDGET (adding->dialog->entry), TRUE);
      show_problem (adding->dialog, error->message);
    }

  g_object_unref (adding->dialog);
  g_object_unref (adding->opener);
  g_free (adding->message);
  g_free (adding);
}

static void
add_cb (QdQuickAddDialog *self)
{
  g_autofree char *place = NULL;
  g_autoptr(QdTask) draft = NULL;
  Adding *adding;

  /* Enter, once more than was needed */
  if (self->task == NULL || !gtk_widget_get_sensitive (GTK_WIDGET (self->entry)))
    return;

  if (self->task->problem != NULL)
    {
      g_autofree char *text = qd_screen_dup_text (self->portfolio, self->task->problem);

      show_problem (self, self->task->problem);
      gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
      return;
    }

  draft = qd_quick_task_create_draft (self->task);
  place = qd_quick_task_dup_place (self->task, self->portfolio, &self->context);
  adding = g_new (Adding, 1);
  /* Translators: of a task: the account and the plan that it was added to */
  *adding = (Adding){ g_object_ref (self), g_object_ref (self->opener), g_strdup_printf (_ ("Task added to %s"), place) };
  gtk_widget_set_sensitive (GTK_WIDGET (self->entry), FALSE);
  gtk_widget_set_sensitive (self->add_button, FALSE);
  qd_task_add_async (qd_portfolio_get_store (self->portfolio), draft, 0, added_cb, adding);
}

static void
cancel_cb (QdQuickAddDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
qd_quick_add_dialog_dispose (GObject *object)
{
  QdQuickAddDialog *self = QD_QUICK_ADD_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_QUICK_ADD_DIALOG);
  g_clear_pointer (&self->task, qd_quick_task_free);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_quick_add_dialog_parent_class)->dispose (object);
}

static void
qd_quick_add_dialog_class_init (QdQuickAddDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_quick_add_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-quick-add-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QdQuickAddDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, QdQuickAddDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, QdQuickAddDialog, problem_line);
  gtk_widget_class_bind_template_child (widget_class, QdQuickAddDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, QdQuickAddDialog, understood);
  gtk_widget_class_bind_template_child (widget_class, QdQuickAddDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, QdQuickAddDialog, plan_row);
  gtk_widget_class_bind_template_child (widget_class, QdQuickAddDialog, due_row);
  gtk_widget_class_bind_template_child (widget_class, QdQuickAddDialog, owner_row);
  gtk_widget_class_bind_template_child (widget_class, QdQuickAddDialog, more_row);
  gtk_widget_class_bind_template_child (widget_class, QdQuickAddDialog, hint);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
qd_quick_add_dialog_init (QdQuickAddDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * qd_quick_add_dialog_present:
 * @account: whose page one is on; 0 for none
 * @plan: the plan one looks at, to which a task is added unless the line says another; 0 for none
 */
void
qd_quick_add_dialog_present (GtkWidget   *parent,
                             QdPortfolio *portfolio,
                             gint64       account,
                             gint64       plan)
{
  QdQuickAddDialog *self = g_object_new (QD_TYPE_QUICK_ADD_DIALOG, NULL);
  g_autoptr(GSettings) settings = g_settings_new (QD_APPLICATION_ID);

  self->portfolio = g_object_ref (portfolio);
  self->opener = parent;
  self->context = (QdQuickContext){ account,
                                    plan,
                                    qd_day_today (),
                                    qd_day_get_locale_order (),
                                    g_settings_get_boolean (settings, "show-codenames") };
  changed_cb (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
