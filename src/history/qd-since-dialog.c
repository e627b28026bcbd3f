/* qd-since-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-since-dialog"

#include "qd-since-dialog.h"

#include <glib/gi18n.h>

#include "qd-copying.h"
#include "qd-day-words.h"
#include "qd-exit.h"
#include "qd-history-day-row.h"
#include "qd-history-lines-view.h"
#include "qd-history-look.h"
#include "qd-shell.h"

/* Days that are looked back where no call was */
#define USUAL_DAYS 7

/**
 * QdSinceDialog:
 *
 * What came of all changes to an account since its last call, or since another day.
 */
struct _QdSinceDialog
{
  AdwDialog           parent_instance;

  QdPortfolio        *portfolio;
  gint64              account;   /* 0 for all */
  gint64              last_call; /* in seconds since 1970; 0 for none */
  gint64              since;
  gboolean            filling; /* the day, and not a person */
  QdHistorySince     *found;   /* (nullable): until it is read */
  GCancellable       *cancellable;

  AdwWindowTitle     *window_title;
  QdHistoryDayRow    *day_row;
  GtkStack           *stack;
  QdHistoryLinesView *lines_view;
};

G_DEFINE_FINAL_TYPE (QdSinceDialog, qd_since_dialog, ADW_TYPE_DIALOG)

typedef struct
{
  const char *title;
  GPtrArray  *lines;
} Group;

#define N_GROUPS 5

static void
get_groups (QdHistorySince *since,
            Group           groups[N_GROUPS])
{
  groups[0] = (Group){ C_ ("since", "Done"), since->done };
  groups[1] = (Group){ C_ ("since", "Moved"), since->moved };
  groups[2] = (Group){ C_ ("since", "Added"), since->added };
  groups[3] = (Group){ C_ ("since", "Changed"), since->changed };
  groups[4] = (Group){ C_ ("since", "Removed"), since->removed };
}

static void
show_found (QdSinceDialog *self)
{
  Group groups[N_GROUPS];
  guint n_lines = 0;
  g_autoptr(GString) counts = g_string_new (NULL);

  get_groups (self->found, groups);
  qd_history_lines_view_clear (self->lines_view);

  for (gsize i = 0; i < N_GROUPS; i++)
    {
      g_autofree char *heading = g_strdup_printf ("%s · %u", groups[i].title, groups[i].lines->len);

      if (groups[i].lines->len == 0)
        continue;

      qd_history_lines_view_add (self->lines_view, heading, groups[i].lines);
      n_lines += groups[i].lines->len;
      g_string_append_printf (counts, "%s%s", counts->len > 0 ? ", " : "", heading);
    }

  gtk_stack_set_visible_child_name (self->stack, n_lines > 0 ? "lines" : "none");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "since.copy", n_lines > 0);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->stack),
                           n_lines > 0 ? counts->str : _ ("Nothing changed"),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
since_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(QdSinceDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(QdHistorySince) found = qd_history_since_finish (QD_PORTFOLIO (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (found == NULL)
    {
      qd_shell_report (self, error);
      return;
    }

  g_clear_pointer (&self->found, qd_history_since_free);
  self->found = g_steal_pointer (&found);
  show_found (self);
}

/* @since: in seconds since 1970 */
static void
look (QdSinceDialog *self,
      gint64         since)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->since = since;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "since.copy", FALSE);
  gtk_stack_set_visible_child_name (self->stack, "loading");
  qd_history_since_async (self->portfolio, self->account, since, self->cancellable, since_cb, g_object_ref (self));
}

/* Returns: when that day begins for the person, in seconds since 1970 */
static gint64
get_start (int day)
{
  int year, month, day_of_month;
  g_autoptr(GDateTime) start = NULL;

  qd_day_get_ymd (day, &year, &month, &day_of_month);
  start = g_date_time_new_local (year, month, day_of_month, 0, 0, 0);

  return start != NULL ? g_date_time_to_unix (start) : 0;
}

static void
day_changed_cb (QdSinceDialog *self)
{
  int day;

  if (self->filling || !qd_history_day_row_get_day (self->day_row, &day) || day == QD_DAY_NONE)
    return;

  /* Of the day of the call, what came after it is meant. */
  look (self,
        self->last_call != 0 && day == qd_day_from_instant (self->last_call) ? self->last_call : get_start (day));
}

/* What is copied: whose portfolio it is, and the dialog it was asked in */
static char *
dup_text (gpointer data,
          GError **error)
{
  QdSinceDialog *self = data;
  Group          groups[N_GROUPS];
  g_autoptr(QdExit) leaving = qd_exit_new (self->portfolio, QD_AUDIENCE_INTERNAL, self->account);
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *account = qd_history_look_dup_account (self->portfolio, self->account);
  g_autofree char *day = qd_day_dup_display (qd_day_from_instant (self->since));

  /* Translators: an account and a day: “Razorbill: since 3 May 2026” */
  g_string_printf (text, _ ("%s: since %s"), account != NULL ? account : _ ("All Accounts"), day);
  g_string_append_c (text, '\n');
  get_groups (self->found, groups);

  for (gsize i = 0; i < N_GROUPS; i++)
    {
      if (groups[i].lines->len > 0)
        g_string_append_printf (text, "\n%s\n", groups[i].title);

      for (guint j = 0; j < groups[i].lines->len; j++)
        {
          QdHistoryLine   *line = g_ptr_array_index (groups[i].lines, j);
          g_autofree char *words = qd_history_look_dup_line (self->portfolio, line);
          g_autofree char *checked = qd_exit_dup_checked (leaving, words, groups[i].title, error);

          if (checked == NULL)
            return NULL;

          g_string_append_printf (text, "- %s\n", checked);
        }
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
copy_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  QdSinceDialog *self = QD_SINCE_DIALOG (widget);

  if (self->found != NULL)
    qd_copying_run (widget,
                    self->portfolio,
                    QD_AUDIENCE_INTERNAL,
                    self->account,
                    dup_text,
                    g_object_ref (self),
                    g_object_unref,
                    _ ("Copied, by codename"));
}

static void
qd_since_dialog_dispose (GObject *object)
{
  QdSinceDialog *self = QD_SINCE_DIALOG (object);

  self->filling = TRUE;
  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_SINCE_DIALOG);
  g_clear_pointer (&self->found, qd_history_since_free);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_since_dialog_parent_class)->dispose (object);
}

static void
qd_since_dialog_finalize (GObject *object)
{
  g_object_unref (QD_SINCE_DIALOG (object)->cancellable);

  G_OBJECT_CLASS (qd_since_dialog_parent_class)->finalize (object);
}

static void
qd_since_dialog_class_init (QdSinceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_since_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = qd_since_dialog_finalize;

  g_type_ensure (QD_TYPE_HISTORY_DAY_ROW);
  g_type_ensure (QD_TYPE_HISTORY_LINES_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/gitlab/quarterdeck/Quarterdeck/qd-since-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QdSinceDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, QdSinceDialog, day_row);
  gtk_widget_class_bind_template_child (widget_class, QdSinceDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, QdSinceDialog, lines_view);
  gtk_widget_class_bind_template_callback (widget_class, day_changed_cb);
  gtk_widget_class_install_action (widget_class, "since.copy", NULL, copy_cb);
}

static void
qd_since_dialog_init (QdSinceDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "since.copy", FALSE);
}

/* @account: 0 for all of them */
AdwDialog *
qd_since_dialog_new (QdPortfolio *portfolio,
                     gint64       account)
{
  QdSinceDialog   *self;
  g_autofree char *title = NULL;
  int              day;

  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), NULL);

  self = g_object_new (QD_TYPE_SINCE_DIALOG, NULL);
  self->portfolio = g_object_ref (portfolio);
  self->account = account;
  self->last_call = account != 0 ? qd_history_last_call (portfolio, account) : 0;
  title = qd_history_look_dup_account (portfolio, account);
  adw_window_title_set_subtitle (self->window_title, title != NULL ? title : _ ("All Accounts"));
  qd_history_lines_view_set_portfolio (self->lines_view, portfolio);

  day = self->last_call != 0 ? qd_day_from_instant (self->last_call) : qd_day_today () - USUAL_DAYS;
  self->filling = TRUE;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->day_row),
                                 self->last_call != 0 ? _ ("Since the Last Call, or Another Day") : _ ("Since"));
  qd_history_day_row_set_day (self->day_row, day);
  self->filling = FALSE;
  look (self, self->last_call != 0 ? self->last_call : get_start (day));

  return ADW_DIALOG (self);
}
