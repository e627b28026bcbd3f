/* qd-as-of-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-as-of-dialog"

#include "qd-as-of-dialog.h"

#include <glib/gi18n.h>

#include "qd-day-words.h"
#include "qd-history-day-row.h"
#include "qd-screen.h"

/**
 * QdAsOfDialog:
 *
 * Asks for a day, and has the portfolio made as it was at its end. It stays open where that
 * cannot be, and says why.
 */
struct _QdAsOfDialog
{
  AdwDialog        parent_instance;

  QdPortfolio     *portfolio;
  QdAsOfShow       show;
  gpointer         user_data;
  GDestroyNotify   destroy;
  GCancellable    *cancellable;
  int              first_day; /* %QD_DAY_NONE until it is known */
  int              day;       /* that is asked for */
  gboolean         working;
  gboolean         ready; /* the day is one that can be asked for */

  QdHistoryDayRow *row;
  GtkLabel        *note;
};

G_DEFINE_FINAL_TYPE (QdAsOfDialog, qd_as_of_dialog, ADW_TYPE_DIALOG)

static void
update (QdAsOfDialog *self)
{
  g_autofree char *first = qd_day_dup_display (self->first_day);
  g_autofree char *note = NULL;
  int              day;
  gboolean         good = qd_history_day_row_get_day (self->row, &day) && day != QD_DAY_NONE;

  if (good && day > qd_day_today ())
    {
      good = FALSE;
      note = g_strdup (_ ("That day is still to come."));
    }
  else if (good && self->first_day != QD_DAY_NONE && day < self->first_day)
    {
      good = FALSE;
      note = g_strdup_printf (_ ("The history begins on %s."), first);
    }
  else if (self->first_day != QD_DAY_NONE)
    {
      note = g_strdup_printf (_ ("Any day from %s on."), first);
    }

  gtk_label_set_label (self->note, self->working ? _ ("Going back through the changes…") : note != NULL ? note
                                                                                                        : "");
  self->ready = good && !self->working;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "as-of.show", self->ready);
}

static void
first_day_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(QdAsOfDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  int day = qd_history_first_day_finish (QD_PORTFOLIO (object), result, &error);

  /* What it is asked for next says why, if that fails, too. */
  if (error != NULL || self->row == NULL)
    return;

  self->first_day = day;
  update (self);
}

static void
as_of_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(QdAsOfDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  QdStore         *store = qd_history_as_of_finish (QD_PORTFOLIO (object), result, &error);
  g_autofree char *text = NULL;

  /* Nobody waits for it any more. */
  if (store != NULL && g_cancellable_is_cancelled (self->cancellable))
    {
      qd_store_close (store);
      g_object_unref (store);
      return;
    }

  if (store != NULL)
    {
      self->show (store, self->day, self->user_data);
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->row == NULL)
    return;

  self->working = FALSE;
  update (self);
  text = qd_screen_dup_text (self->portfolio, error->message);
  gtk_label_set_label (self->note, text);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->note), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
ask (QdAsOfDialog *self)
{
  int day;

  if (!self->ready || !qd_history_day_row_get_day (self->row, &day))
    return;

  self->day = day;
  self->working = TRUE;
  update (self);
  qd_history_as_of_async (self->portfolio, day, self->cancellable, as_of_cb, g_object_ref (self));
}

static void
day_changed_cb (QdAsOfDialog *self)
{
  update (self);
}

static void
activated_cb (QdAsOfDialog *self)
{
  ask (self);
}

static void
show_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  ask (QD_AS_OF_DIALOG (widget));
}

static void
qd_as_of_dialog_closed (AdwDialog *dialog)
{
  g_cancellable_cancel (QD_AS_OF_DIALOG (dialog)->cancellable);

  if (ADW_DIALOG_CLASS (qd_as_of_dialog_parent_class)->closed != NULL)
    ADW_DIALOG_CLASS (qd_as_of_dialog_parent_class)->closed (dialog);
}

static void
qd_as_of_dialog_dispose (GObject *object)
{
  QdAsOfDialog *self = QD_AS_OF_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_AS_OF_DIALOG);
  g_clear_object (&self->portfolio);

  if (self->destroy != NULL)
    g_steal_pointer (&self->destroy) (self->user_data);

  G_OBJECT_CLASS (qd_as_of_dialog_parent_class)->dispose (object);
}

static void
qd_as_of_dialog_finalize (GObject *object)
{
  g_object_unref (QD_AS_OF_DIALOG (object)->cancellable);

  G_OBJECT_CLASS (qd_as_of_dialog_parent_class)->finalize (object);
}

static void
qd_as_of_dialog_class_init (QdAsOfDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_as_of_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = qd_as_of_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = qd_as_of_dialog_closed;

  g_type_ensure (QD_TYPE_HISTORY_DAY_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/gitlab/quarterdeck/Quarterdeck/qd-as-of-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QdAsOfDialog, row);
  gtk_widget_class_bind_template_child (widget_class, QdAsOfDialog, note);
  gtk_widget_class_bind_template_callback (widget_class, day_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_install_action (widget_class, "as-of.show", NULL, show_cb);
}

static void
qd_as_of_dialog_init (QdAsOfDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->first_day = QD_DAY_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

/**
 * qd_as_of_dialog_new:
 * @show: told of the portfolio as it was, once
 * @user_data: (transfer full): for @show, until @destroy
 */
AdwDialog *
qd_as_of_dialog_new (QdPortfolio   *portfolio,
                     QdAsOfShow     show,
                     gpointer       user_data,
                     GDestroyNotify destroy)
{
  QdAsOfDialog *self;

  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), NULL);
  g_return_val_if_fail (show != NULL, NULL);

  self = g_object_new (QD_TYPE_AS_OF_DIALOG, NULL);
  self->portfolio = g_object_ref (portfolio);
  self->show = show;
  self->user_data = user_data;
  self->destroy = destroy;
  qd_history_first_day_async (portfolio, self->cancellable, first_day_cb, g_object_ref (self));

  return ADW_DIALOG (self);
}
