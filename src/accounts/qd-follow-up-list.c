/* qd-follow-up-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-follow-up-list"

#include "qd-follow-up-list.h"

#include <glib/gi18n.h>

#include "qd-account-forms.h"
#include "qd-batch.h"
#include "qd-children-box.h"
#include "qd-contact.h"
#include "qd-due-row.h"
#include "qd-follow-up-line.h"
#include "qd-screen.h"
#include "qd-shell.h"
#include "qd-typed-line.h"

/**
 * QdFollowUpList:
 *
 * What is promised to and by a customer: checked off when it is done, added by
 * one line.
 */
struct _QdFollowUpList
{
  AdwBin           parent_instance;

  QdPortfolio     *portfolio;
  QdAccount       *account;

  QdChildrenBox   *box;
  GtkToggleButton *show_done;
  GtkEditable     *line;
};

G_DEFINE_FINAL_TYPE (QdFollowUpList, qd_follow_up_list, ADW_TYPE_BIN)

static void
toggled_cb (GtkCheckButton *check,
            gpointer        user_data)
{
  QdFollowUpList *self = user_data;
  GtkListBoxRow  *row = GTK_LIST_BOX_ROW (gtk_widget_get_ancestor (GTK_WIDGET (check), GTK_TYPE_LIST_BOX_ROW));
  QdFollowUp     *follow_up = row != NULL ? qd_children_box_get_record (row) : NULL;
  gboolean        done = gtk_check_button_get_active (check);
  g_autoptr(QdFollowUp) draft = NULL;

  /* Only when a person did it */
  if (follow_up == NULL || done == (follow_up->done != QD_DAY_NONE) || !qd_record_is_live (follow_up))
    return;

  draft = qd_record_dup_draft (follow_up);
  g_object_set (draft, "done", done ? qd_day_today () : QD_DAY_NONE, NULL);
  qd_record_save_async (draft,
                        qd_portfolio_get_store (self->portfolio),
                        done ? _ ("Check Off Follow-up") : _ ("Reopen Follow-up"),
                        qd_shell_edit_cb,
                        g_object_ref (self));

  if (done)
    qd_shell_tell_undoable (self, _ ("Follow-up done"));
}

static GtkListBoxRow *
create_row (gpointer record,
            gpointer owner)
{
  GtkWidget *row = qd_due_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), owner, 0);
  g_object_set_data (G_OBJECT (row), "qd-check", check);
  qd_due_row_add_prefix (QD_DUE_ROW (row), check);

  return GTK_LIST_BOX_ROW (row);
}

static void
update_row (GtkListBoxRow *row,
            gpointer       record,
            gpointer       owner)
{
  QdFollowUp      *follow_up = record;
  g_autofree char *what = qd_screen_dup_text (QD_FOLLOW_UP_LIST (owner)->portfolio, follow_up->what);
  GtkCheckButton  *check = g_object_get_data (G_OBJECT (row), "qd-check");
  const char      *side = qd_nicks_get_label (qd_sides, follow_up->side);
  g_autofree char *note = NULL;
  g_autofree char *name = NULL;

  note = follow_up->whose != NULL ? g_strdup_printf ("%s · %s", side, follow_up->whose) : g_strdup (side);
  qd_due_row_show (QD_DUE_ROW (row), NULL, what, note);
  qd_due_row_show_due (QD_DUE_ROW (row), follow_up->due, follow_up->done, qd_day_today ());
  gtk_check_button_set_active (check, follow_up->done != QD_DAY_NONE);

  /* Translators: the name of a check box, of what is to be done */
  name = g_strdup_printf (_ ("Done: %s"), what);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Open ones by their day, without one last; then those done, the latest first. */
static int
compare (gconstpointer record,
         gconstpointer other)
{
  const QdFollowUp *a = record, *b = other;
  gboolean          a_done = a->done != QD_DAY_NONE, b_done = b->done != QD_DAY_NONE;
  int               a_due = a->due != QD_DAY_NONE ? a->due : G_MAXINT;
  int               b_due = b->due != QD_DAY_NONE ? b->due : G_MAXINT;

  if (a_done != b_done)
    return a_done ? 1 : -1;

  if (a_done)
    return a->done > b->done ? -1 : a->done < b->done;

  return a_due < b_due ? -1 : a_due > b_due;
}

static gboolean
filter (gpointer record,
        gpointer owner)
{
  QdFollowUpList *self = owner;

  return ((QdFollowUp *)record)->done == QD_DAY_NONE || gtk_toggle_button_get_active (self->show_done);
}

static const QdChildrenBoxFuncs funcs = { create_row, update_row, compare, filter };

static void
show_done_cb (QdFollowUpList *self)
{
  qd_children_box_refresh (self->box);
}

static void
row_activated_cb (QdFollowUpList *self,
                  gpointer        record)
{
  qd_account_forms_present (&qd_follow_up_form, self->portfolio, record, self);
}

static void
line_activated_cb (QdFollowUpList *self)
{
  g_autoptr(QdFollowUp) draft = qd_account_forms_new_draft (QD_TYPE_FOLLOW_UP, self->account);
  GPtrArray *contacts = qd_portfolio_peek_children (self->portfolio, QD_TYPE_CONTACT, qd_record_get_id (self->account));
  g_autoptr(GError) error = NULL;

  if (!qd_follow_up_line_parse (gtk_editable_get_text (self->line),
                                contacts,
                                qd_day_today (),
                                qd_day_get_locale_order (),
                                draft))
    return;

  if (!qd_record_check (draft, &error))
    {
      qd_shell_report (self, error);
      return;
    }

  qd_record_add_async (draft,
                       qd_portfolio_get_store (self->portfolio),
                       _ ("Add Follow-up"),
                       qd_typed_line_cb,
                       qd_typed_line_take (self, self->line));
}

static void
qd_follow_up_list_dispose (GObject *object)
{
  QdFollowUpList *self = QD_FOLLOW_UP_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_FOLLOW_UP_LIST);
  g_clear_object (&self->account);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_follow_up_list_parent_class)->dispose (object);
}

static void
qd_follow_up_list_class_init (QdFollowUpListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_follow_up_list_dispose;

  g_type_ensure (QD_TYPE_CHILDREN_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-follow-up-list.ui");
  gtk_widget_class_bind_template_child (widget_class, QdFollowUpList, box);
  gtk_widget_class_bind_template_child (widget_class, QdFollowUpList, show_done);
  gtk_widget_class_bind_template_child (widget_class, QdFollowUpList, line);
  gtk_widget_class_bind_template_callback (widget_class, line_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_done_cb);
}

static void
qd_follow_up_list_init (QdFollowUpList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
qd_follow_up_list_bind (QdFollowUpList *self,
                        QdPortfolio    *portfolio,
                        QdAccount      *account)
{
  g_return_if_fail (QD_IS_FOLLOW_UP_LIST (self));

  g_set_object (&self->portfolio, portfolio);
  g_set_object (&self->account, account);
  qd_children_box_bind (self->box, portfolio, QD_TYPE_FOLLOW_UP, qd_record_get_id (account), &funcs, self);
}

/* To where the next one is typed */
void
qd_follow_up_list_focus (QdFollowUpList *self)
{
  g_return_if_fail (QD_IS_FOLLOW_UP_LIST (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->line));
}
