/* qd-onboarding-panel.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-onboarding-panel"

#include "qd-onboarding-panel.h"

#include <glib/gi18n.h>

#include "qd-account-forms.h"
#include "qd-day-words.h"
#include "qd-instant.h"
#include "qd-onboarding-edits.h"
#include "qd-pill.h"
#include "qd-shell.h"

/* In seconds; what is said in minutes is wrong by one at most. */
#define CLOCK_CHECK 60

/**
 * QdOnboardingPanel:
 *
 * The clock of an account’s onboarding: its steps, by when each is due, and whether it
 * is done. It is there from when the clock is started.
 */
struct _QdOnboardingPanel
{
  AdwPreferencesGroup parent_instance;

  QdPortfolio        *portfolio;
  QdAccount          *account;
  gboolean            following; /* the record, and not a person */
  guint               clock_check;

  AdwActionRow       *rows[QD_ONBOARDING_N_STEPS];
  GtkCheckButton     *checks[QD_ONBOARDING_N_STEPS];
  QdPill             *pills[QD_ONBOARDING_N_STEPS];
};

G_DEFINE_FINAL_TYPE (QdOnboardingPanel, qd_onboarding_panel, ADW_TYPE_PREFERENCES_GROUP)

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* Returns: (transfer none) (nullable): the first; a second one makes no sense */
static QdOnboarding *
find_onboarding (QdOnboardingPanel *self)
{
  GPtrArray *all = qd_portfolio_peek_children (self->portfolio, QD_TYPE_ONBOARDING, qd_record_get_id (self->account));

  return all != NULL && all->len > 0 ? g_ptr_array_index (all, 0) : NULL;
}

static char *
dup_instant_words (gint64 seconds)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_local (seconds);
  g_autofree char *clock = g_date_time_format (time, C_ ("time", "%H:%M"));
  g_autofree char *day = qd_day_dup_short (
      qd_day_from_ymd (g_date_time_get_year (time), g_date_time_get_month (time), g_date_time_get_day_of_month (time)),
      qd_day_today ());

  /* Translators: a day and a time: “Tue 24 Nov, 14:00” */
  return g_strdup_printf (C_ ("day and time", "%1$s, %2$s"), day, clock);
}

static char *
dup_due (const QdOnboardingDeadline *deadline)
{
  g_autofree char *day = qd_day_dup_short (deadline->day, qd_day_today ());
  g_autofree char *done = qd_day_dup_short (deadline->done, qd_day_today ());
  g_autofree char *instant = NULL;

  if (deadline->done != QD_DAY_NONE)
    return g_strdup_printf (_ ("Done on %s"), done);

  /* Translators: the kick-off is not held yet, so that the day is a guess */
  if (deadline->assumed)
    return g_strdup_printf (_ ("Due by %s, if the kick-off is on its last day"), day);

  if (!deadline->has_instant)
    return g_strdup_printf (_ ("Due by %s"), day);

  instant = dup_instant_words (deadline->instant);

  return g_strdup_printf (_ ("Due by %s"), instant);
}

static void
show_state (QdPill                     *pill,
            const QdOnboardingDeadline *deadline,
            int                         today)
{
  switch (deadline->state)
    {
    case QD_ONBOARDING_STATE_DONE:
      qd_pill_set (pill, "object-select-symbolic", deadline->words, "success");
      return;

    case QD_ONBOARDING_STATE_DONE_LATE:
      qd_pill_set (pill, "object-select-symbolic", deadline->words, "warning");
      return;

    case QD_ONBOARDING_STATE_LATE:
      qd_pill_set (pill, "dialog-warning-symbolic", deadline->words, "error");
      return;

    case QD_ONBOARDING_STATE_DUE:
    default:
      qd_pill_set (pill, "x-office-calendar-symbolic", deadline->words, deadline->day <= today + 1 ? "warning" : NULL);
      return;
    }
}

static void
show_deadline (QdOnboardingPanel          *self,
               const QdOnboardingDeadline *deadline)
{
  QdOnboardingStep step = deadline->step;
  g_autofree char *due = dup_due (deadline);
  g_autofree char *name = g_strdup_printf (_ ("Done: %s"), deadline->label);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[step]), deadline->label);
  adw_action_row_set_subtitle (self->rows[step], due);
  gtk_check_button_set_active (self->checks[step], deadline->done != QD_DAY_NONE);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->checks[step]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, deadline->words, -1);
  show_state (self->pills[step], deadline, qd_day_today ());
}

static void
refresh (QdOnboardingPanel *self)
{
  QdOnboarding    *onboarding = find_onboarding (self);
  gint64           named;
  g_autofree char *when = NULL;
  g_autofree char *words = NULL;
  g_autofree char *markup = NULL;
  g_autoptr(GPtrArray) deadlines = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), onboarding != NULL);

  if (onboarding == NULL || !qd_instant_parse (onboarding->named_at, &named))
    return;

  when = dup_instant_words (named);
  words = g_strdup_printf (_ ("People named on %s"), when);
  markup = g_markup_escape_text (words, -1);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), markup);
  deadlines = qd_onboarding_read_clock (onboarding, get_now (), qd_day_today ());
  self->following = TRUE;

  for (guint i = 0; i < deadlines->len; i++)
    show_deadline (self, g_ptr_array_index (deadlines, i));

  self->following = FALSE;
}

static void
index_changed_cb (QdOnboardingPanel *self,
                  gint64             parent)
{
  if (parent == qd_record_get_id (self->account))
    refresh (self);
}

static void
toggled_cb (QdOnboardingPanel *self,
            GtkCheckButton    *check)
{
  QdOnboarding *onboarding = self->portfolio != NULL ? find_onboarding (self) : NULL;
  gboolean      done = gtk_check_button_get_active (check);

  if (self->following || onboarding == NULL)
    return;

  for (guint step = 0; step < QD_ONBOARDING_N_STEPS; step++)
    {
      if (self->checks[step] == check)
        qd_onboarding_set_done_async (onboarding,
                                      qd_portfolio_get_store (self->portfolio),
                                      step,
                                      done,
                                      get_now (),
                                      qd_day_today (),
                                      qd_shell_edit_cb,
                                      g_object_ref (self));
    }

  if (done)
    qd_shell_tell_undoable (self, _ ("Onboarding step done"));
}

static void
edit_cb (QdOnboardingPanel *self)
{
  QdOnboarding *onboarding = find_onboarding (self);

  if (onboarding != NULL)
    qd_account_forms_present (&qd_onboarding_form, self->portfolio, onboarding, self);
}

static gboolean
clock_check_cb (gpointer user_data)
{
  refresh (user_data);

  return G_SOURCE_CONTINUE;
}

static void
qd_onboarding_panel_map (GtkWidget *widget)
{
  QdOnboardingPanel *self = QD_ONBOARDING_PANEL (widget);

  GTK_WIDGET_CLASS (qd_onboarding_panel_parent_class)->map (widget);

  refresh (self);
  self->clock_check = g_timeout_add_seconds (CLOCK_CHECK, clock_check_cb, self);
}

static void
qd_onboarding_panel_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&QD_ONBOARDING_PANEL (widget)->clock_check, g_source_remove);

  GTK_WIDGET_CLASS (qd_onboarding_panel_parent_class)->unmap (widget);
}

static void
qd_onboarding_panel_dispose (GObject *object)
{
  QdOnboardingPanel *self = QD_ONBOARDING_PANEL (object);

  g_clear_handle_id (&self->clock_check, g_source_remove);
  g_clear_object (&self->account);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_onboarding_panel_parent_class)->dispose (object);
}

static void
qd_onboarding_panel_class_init (QdOnboardingPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_onboarding_panel_dispose;
  GTK_WIDGET_CLASS (klass)->map = qd_onboarding_panel_map;
  GTK_WIDGET_CLASS (klass)->unmap = qd_onboarding_panel_unmap;
}

static void
add_row (QdOnboardingPanel *self,
         QdOnboardingStep   step)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *pill = qd_pill_new (NULL, NULL, NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), pill);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  self->rows[step] = ADW_ACTION_ROW (row);
  self->checks[step] = GTK_CHECK_BUTTON (check);
  self->pills[step] = QD_PILL (pill);
}

static void
qd_onboarding_panel_init (QdOnboardingPanel *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Onboarding Clock"));
  gtk_widget_set_tooltip_text (button, _ ("Edit the Onboarding Clock"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), button);

  for (guint step = 0; step < QD_ONBOARDING_N_STEPS; step++)
    add_row (self, step);

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* To be called once. */
void
qd_onboarding_panel_bind (QdOnboardingPanel *self,
                          QdPortfolio       *portfolio,
                          QdAccount         *account)
{
  g_return_if_fail (QD_IS_ONBOARDING_PANEL (self));
  g_return_if_fail (self->portfolio == NULL);

  self->portfolio = g_object_ref (portfolio);
  self->account = g_object_ref (account);
  g_signal_connect_object (qd_portfolio_get_index (portfolio, QD_TYPE_ONBOARDING),
                           "changed",
                           G_CALLBACK (index_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  refresh (self);
}
