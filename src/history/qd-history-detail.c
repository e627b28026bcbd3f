/* qd-history-detail.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-history-detail"

#include "qd-history-detail.h"

#include <glib/gi18n.h>

#include "qd-account.h"
#include "qd-day-words.h"
#include "qd-history-lines-view.h"
#include "qd-history-look.h"
#include "qd-plan.h"
#include "qd-screen.h"
#include "qd-shell.h"

/**
 * QdHistoryDetail:
 *
 * One change: each field with what stood there and what stands there since; it can be taken back
 * alone, if nothing changed the same since.
 */
struct _QdHistoryDetail
{
  AdwBin              parent_instance;

  QdPortfolio        *portfolio;
  QdHistoryEntry     *entry; /* (nullable) */
  GPtrArray          *lines; /* (nullable): QdHistoryLine, until they are read */
  GCancellable       *cancellable;

  GtkStack           *stack;
  GtkLabel           *words;
  GtkLabel           *when;
  QdHistoryLinesView *lines_view;
};

G_DEFINE_FINAL_TYPE (QdHistoryDetail, qd_history_detail, ADW_TYPE_BIN)

static void
update_actions (QdHistoryDetail *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "change.revert", self->entry != NULL && !self->entry->reverted);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "change.go-to", self->lines != NULL && self->lines->len > 0);
}

static void
lines_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(QdHistoryDetail) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = qd_history_lines_finish (QD_PORTFOLIO (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (lines == NULL)
    {
      qd_shell_report (self, error);
      return;
    }

  qd_history_lines_view_clear (self->lines_view);
  qd_history_lines_view_add_by_record (self->lines_view, lines);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  self->lines = g_steal_pointer (&lines);
  update_actions (self);
}

static void
show_refusal (QdHistoryDetail *self,
              const GError    *error)
{
  g_autofree char *text = qd_screen_dup_text (self->portfolio, error->message);
  AdwDialog       *dialog = adw_alert_dialog_new (_ ("This Change Was Not Taken Back"), text);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
reverted_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(QdHistoryDetail) self = user_data;
  g_autoptr(GError) error = NULL;

  if (qd_history_revert_finish (QD_PORTFOLIO (object), result, &error))
    qd_shell_tell_undoable (self, _ ("Change taken back"));
  else if (self->portfolio != NULL)
    show_refusal (self, error);
}

static void
revert_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  QdHistoryDetail *self = QD_HISTORY_DETAIL (widget);

  if (self->entry != NULL)
    qd_history_revert_async (
        self->portfolio, self->entry->id, self->entry->label, NULL, reverted_cb, g_object_ref (self));
}

/* Of what is gone, what it belonged to is opened. */
static void
go_to_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  QdHistoryDetail *self = QD_HISTORY_DETAIL (widget);

  for (guint i = 0; self->lines != NULL && i < self->lines->len; i++)
    {
      if (qd_history_look_go_to (widget, self->portfolio, g_ptr_array_index (self->lines, i)))
        return;
    }

  if (self->entry != NULL && qd_portfolio_lookup (self->portfolio, QD_TYPE_PLAN, self->entry->plan) != NULL)
    qd_shell_open_plan (widget, self->entry->plan);
  else if (self->entry != NULL && qd_portfolio_lookup (self->portfolio, QD_TYPE_ACCOUNT, self->entry->account) != NULL)
    qd_shell_open_account (widget, self->entry->account);
  else
    qd_shell_tell (widget, _ ("What it was about is no longer there"));
}

static void
qd_history_detail_dispose (GObject *object)
{
  QdHistoryDetail *self = QD_HISTORY_DETAIL (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_HISTORY_DETAIL);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_object (&self->entry);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_history_detail_parent_class)->dispose (object);
}

static void
qd_history_detail_finalize (GObject *object)
{
  g_object_unref (QD_HISTORY_DETAIL (object)->cancellable);

  G_OBJECT_CLASS (qd_history_detail_parent_class)->finalize (object);
}

static void
qd_history_detail_class_init (QdHistoryDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_history_detail_dispose;
  G_OBJECT_CLASS (klass)->finalize = qd_history_detail_finalize;

  g_type_ensure (QD_TYPE_HISTORY_LINES_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/gitlab/quarterdeck/Quarterdeck/qd-history-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, QdHistoryDetail, stack);
  gtk_widget_class_bind_template_child (widget_class, QdHistoryDetail, words);
  gtk_widget_class_bind_template_child (widget_class, QdHistoryDetail, when);
  gtk_widget_class_bind_template_child (widget_class, QdHistoryDetail, lines_view);

  gtk_widget_class_install_action (widget_class, "change.revert", NULL, revert_cb);
  gtk_widget_class_install_action (widget_class, "change.go-to", NULL, go_to_cb);
}

static void
qd_history_detail_init (QdHistoryDetail *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  update_actions (self);
}

void
qd_history_detail_set_portfolio (QdHistoryDetail *self,
                                 QdPortfolio     *portfolio)
{
  g_return_if_fail (QD_IS_HISTORY_DETAIL (self));
  g_return_if_fail (QD_IS_PORTFOLIO (portfolio));

  g_set_object (&self->portfolio, portfolio);
  qd_history_lines_view_set_portfolio (self->lines_view, portfolio);
}

/* Returns: (transfer full): “Tuesday, 24 November 2026, 14:03 · Change Due · Taken back since” */
static char *
dup_when (QdHistoryDetail *self)
{
  g_autofree char *day = qd_day_dup_full (qd_day_from_instant (self->entry->time));
  g_autofree char *time = qd_history_look_dup_time (self->entry->time);
  g_autofree char *label = qd_screen_dup_text (self->portfolio, self->entry->label);
  const char      *kind = qd_history_look_get_kind (self->entry);
  g_autoptr(GString) text = g_string_new (NULL);

  g_string_printf (text, "%s, %s", day, time);

  if (label != NULL && *label != '\0')
    g_string_append_printf (text, " · %s", label);

  if (kind != NULL)
    g_string_append_printf (text, " · %s", kind);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* @entry: (nullable): none is shown then */
void
qd_history_detail_show (QdHistoryDetail *self,
                        QdHistoryEntry  *entry)
{
  g_autofree char *words = NULL;
  g_autofree char *when = NULL;
  gboolean         same;

  g_return_if_fail (QD_IS_HISTORY_DETAIL (self));

  /* What was one change may be its whole day by now. */
  same = entry != NULL && self->entry != NULL && entry->id == self->entry->id &&
         entry->merged == self->entry->merged;
  g_set_object (&self->entry, entry);

  if (!same)
    {
      g_cancellable_cancel (self->cancellable);
      g_object_unref (self->cancellable);
      self->cancellable = g_cancellable_new ();
      g_clear_pointer (&self->lines, g_ptr_array_unref);
      qd_history_lines_view_clear (self->lines_view);

      if (entry != NULL)
        qd_history_lines_async (self->portfolio, entry->id, self->cancellable, lines_cb, g_object_ref (self));
    }

  update_actions (self);
  gtk_stack_set_visible_child_name (self->stack, entry != NULL ? "entry" : "none");

  if (entry == NULL)
    return;

  words = qd_history_look_dup_words (self->portfolio, entry);
  when = dup_when (self);
  gtk_label_set_label (self->words, words);
  gtk_label_set_label (self->when, when);
}

/* To what can be done with it */
void
qd_history_detail_focus (QdHistoryDetail *self)
{
  g_return_if_fail (QD_IS_HISTORY_DETAIL (self));

  gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}
