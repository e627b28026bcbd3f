/* qd-accelerator-wizard.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-accelerator-wizard"

#include "qd-accelerator-wizard.h"

#include <glib/gi18n.h>

#include "qd-accelerator-edits.h"
#include "qd-allowance.h"
#include "qd-config.h"
#include "qd-shell.h"
#include "qd-week.h"
#include "qd-wizard-accounts.h"
#include "qd-wizard-modules.h"
#include "qd-wizard-preview.h"
#include "qd-wizard-schedule.h"

#define DAYS_PER_WEEK 7

/**
 * QdAcceleratorWizard:
 *
 * Lays an accelerator out: whose it is, what is in it, when and by whom; then it is
 * shown as it would be, and made in one step. Going back loses nothing.
 */
struct _QdAcceleratorWizard
{
  AdwDialog           parent_instance;

  GtkWidget          *parent; /* (not owned): told what was made; outlives the dialog in its window */
  QdPortfolio        *portfolio;
  QdCatalogue        *catalogue;
  QdAcceleratorDraft *draft;
  char               *problem;
  gboolean            busy;

  AdwNavigationView  *steps;
  GtkWidget          *account_button;
  GtkWidget          *modules_button;
  GtkWidget          *schedule_button;
  GtkWidget          *preview_button;
  QdWizardAccounts   *accounts;
  QdWizardModules    *modules;
  QdWizardSchedule   *schedule;
  QdWizardPreview    *preview;
  GtkWidget          *problem_line;
  GtkLabel           *problem_label;
};

G_DEFINE_FINAL_TYPE (QdAcceleratorWizard, qd_accelerator_wizard, ADW_TYPE_DIALOG)

static void
set_problem (QdAcceleratorWizard *self,
             const char          *problem)
{
  g_set_str (&self->problem, problem);
  gtk_widget_set_visible (self->problem_line, problem != NULL);

  if (problem == NULL)
    return;

  gtk_label_set_text (self->problem_label, problem);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), problem, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static gboolean
is_step (QdAcceleratorWizard *self,
         const char          *step)
{
  return g_strcmp0 (qd_accelerator_wizard_get_step (self), step) == 0;
}

/* What would be lost is asked about: not the account alone, which is one key. */
static void
entered_cb (QdAcceleratorWizard *self)
{
  gboolean entered;

  if (self->draft == NULL)
    return;

  entered = qd_wizard_modules_get_n_chosen (self->modules) > 0 || is_step (self, "schedule") || is_step (self, "preview");

  adw_dialog_set_can_close (ADW_DIALOG (self), !entered);
}

static void
discard_cb (QdAcceleratorWizard *self)
{
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
close_attempt_cb (QdAcceleratorWizard *self)
{
  AdwDialog *question = adw_alert_dialog_new (_ ("Discard This Accelerator?"), _ ("What you chose for it will be lost."));

  adw_alert_dialog_add_responses (
      ADW_ALERT_DIALOG (question), "keep", _ ("_Keep"), "discard", _ ("_Discard"), NULL);
  adw_alert_dialog_set_response_appearance (
      ADW_ALERT_DIALOG (question), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (question), "keep");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (question), "keep");
  g_signal_connect_object (question, "response::discard", G_CALLBACK (discard_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (question, GTK_WIDGET (self));
}

static void
account_selected_cb (QdAcceleratorWizard *self)
{
  /* Rows that go with the dialog are no choice. */
  if (self->draft == NULL)
    return;

  gtk_widget_set_sensitive (self->account_button, qd_wizard_accounts_get_account (self->accounts) != NULL);
}

/* Takes all that was entered so far. */
static void
fill_draft (QdAcceleratorWizard *self)
{
  qd_wizard_schedule_set_account (self->schedule, qd_wizard_accounts_get_account (self->accounts));
  qd_wizard_schedule_fill (self->schedule, self->draft);
  qd_wizard_modules_fill (self->modules, self->draft);
}

static void
show_preview (QdAcceleratorWizard *self)
{
  QdAccount *account = qd_portfolio_lookup (self->portfolio, QD_TYPE_ACCOUNT, self->draft->account);
  GPtrArray *plans = qd_portfolio_peek_children (self->portfolio, QD_TYPE_PLAN, self->draft->account);
  g_autoptr(QdAcceleratorLayout) layout = qd_accelerator_lay_out (self->draft, self->catalogue);
  g_autoptr(QdAllowance) allowance = NULL;

  if (account != NULL && !self->draft->uncounted)
    allowance = qd_allowance_new (account, plans, layout->start, qd_day_today (), layout->start);

  qd_wizard_preview_show (self->preview, layout, allowance);
}

typedef struct
{
  QdAcceleratorWizard *wizard; /* owned */
  GtkWidget           *parent; /* owned */
  gint64               plan;
} Creation;

static void
created_cb (GObject      *store,
            GAsyncResult *result,
            gpointer      user_data)
{
  Creation *creation = user_data;
  g_autoptr(GError) error = NULL;

  creation->wizard->busy = FALSE;

  if (qd_store_edit_finish (QD_STORE (store), result, &error))
    {
      adw_dialog_force_close (ADW_DIALOG (creation->wizard));
      gtk_widget_activate_action (creation->parent, "win.open-timeline", "x", creation->plan);
      qd_shell_tell_undoable (creation->parent, _ ("Accelerator laid out"));
    }
  else
    {
      gtk_widget_set_sensitive (creation->wizard->preview_button, TRUE);
      set_problem (creation->wizard, error->message);
    }

  g_object_unref (creation->wizard);
  g_object_unref (creation->parent);
  g_free (creation);
}

static void
create (QdAcceleratorWizard *self)
{
  Creation *creation;

  if (self->busy || self->parent == NULL)
    return;

  self->busy = TRUE;
  gtk_widget_set_sensitive (self->preview_button, FALSE);
  creation = g_new0 (Creation, 1);
  creation->wizard = g_object_ref (self);
  creation->parent = g_object_ref (self->parent);
  qd_accelerator_new_async (
      self->draft, self->catalogue, self->portfolio, &creation->plan, created_cb, creation);
}

static void
leave_schedule (QdAcceleratorWizard *self)
{
  GtkWidget       *where;
  const char      *problem = qd_wizard_schedule_find_problem (self->schedule, &where);
  g_autofree char *sentence = g_strdup (problem);

  if (problem != NULL)
    {
      set_problem (self, sentence);
      gtk_widget_grab_focus (where);
      return;
    }

  fill_draft (self);
  show_preview (self);
  adw_navigation_view_push_by_tag (self->steps, "preview");
}

static void
go_on (QdAcceleratorWizard *self)
{
  set_problem (self, NULL);

  if (is_step (self, "account"))
    {
      if (qd_wizard_accounts_get_account (self->accounts) == NULL)
        return;

      fill_draft (self);
      qd_wizard_modules_show_room (self->modules, self->draft);
      adw_navigation_view_push_by_tag (self->steps, "modules");
    }
  else if (is_step (self, "modules"))
    {
      qd_wizard_modules_fill (self->modules, self->draft);
      qd_wizard_schedule_suggest_name (self->schedule, self->catalogue, self->draft->modules);
      adw_navigation_view_push_by_tag (self->steps, "schedule");
    }
  else if (is_step (self, "schedule"))
    leave_schedule (self);
  else
    create (self);
}

static void
next_cb (QdAcceleratorWizard *self)
{
  go_on (self);
}

static void
next_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  go_on (QD_ACCELERATOR_WIZARD (widget));
}

static void
search_action_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  QdAcceleratorWizard *self = QD_ACCELERATOR_WIZARD (widget);

  if (is_step (self, "modules"))
    qd_wizard_modules_search (self->modules);
}

/* Enter goes on from wherever it means nothing else, and the keys are where the work is. */
static void
step_changed_cb (QdAcceleratorWizard *self)
{
  const struct
  {
    const char *step;
    GtkWidget  *button;
    gpointer    content;
  } steps[] = {
    { "account", self->account_button, self->accounts },
    { "modules", self->modules_button, self->modules },
    { "schedule", self->schedule_button, self->schedule },
    { "preview", self->preview_button, self->preview },
  };

  if (self->draft == NULL)
    return;

  set_problem (self, NULL);
  entered_cb (self);

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (is_step (self, steps[i].step))
      {
        adw_dialog_set_default_widget (ADW_DIALOG (self), steps[i].button);
        gtk_widget_grab_focus (steps[i].content);
      }
}

/* Before it is shown, nothing in it takes the focus. */
static void
qd_accelerator_wizard_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (qd_accelerator_wizard_parent_class)->map (widget);
  step_changed_cb (QD_ACCELERATOR_WIZARD (widget));
}

static void
qd_accelerator_wizard_dispose (GObject *object)
{
  QdAcceleratorWizard *self = QD_ACCELERATOR_WIZARD (object);

  g_clear_pointer (&self->draft, qd_accelerator_draft_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_ACCELERATOR_WIZARD);
  g_clear_weak_pointer (&self->parent);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->portfolio);
  g_clear_pointer (&self->problem, g_free);

  G_OBJECT_CLASS (qd_accelerator_wizard_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/gitlab/quarterdeck/Quarterdeck/qd-accelerator-wizard.ui");
  gtk_widget_class_bind_template_child (widget_class, QdAcceleratorWizard, steps);
  gtk_widget_class_bind_template_child (widget_class, QdAcceleratorWizard, account_button);
  gtk_widget_class_bind_template_child (widget_class, QdAcceleratorWizard, modules_button);
  gtk_widget_class_bind_template_child (widget_class, QdAcceleratorWizard, schedule_button);
  gtk_widget_class_bind_template_child (widget_class, QdAcceleratorWizard, preview_button);
  gtk_widget_class_bind_template_child (widget_class, QdAcceleratorWizard, accounts);
  gtk_widget_class_bind_template_child (widget_class, QdAcceleratorWizard, modules);
  gtk_widget_class_bind_template_child (widget_class, QdAcceleratorWizard, schedule);
  gtk_widget_class_bind_template_child (widget_class, QdAcceleratorWizard, preview);
  gtk_widget_class_bind_template_child (widget_class, QdAcceleratorWizard, problem_line);
  gtk_widget_class_bind_template_child (widget_class, QdAcceleratorWizard, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, close_attempt_cb);
  gtk_widget_class_bind_template_callback (widget_class, step_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, account_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
}

static void
qd_accelerator_wizard_class_init (QdAcceleratorWizardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_accelerator_wizard_dispose;
  widget_class->map = qd_accelerator_wizard_map;

  g_type_ensure (QD_TYPE_WIZARD_ACCOUNTS);
  g_type_ensure (QD_TYPE_WIZARD_MODULES);
  g_type_ensure (QD_TYPE_WIZARD_SCHEDULE);
  g_type_ensure (QD_TYPE_WIZARD_PREVIEW);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "wizard.next", NULL, next_action_cb);
  gtk_widget_class_install_action (widget_class, "wizard.search", NULL, search_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "wizard.search", NULL);
}

static void
qd_accelerator_wizard_init (QdAcceleratorWizard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * qd_accelerator_wizard_new:
 * @parent: in the window that is to go to the plan
 * @account: an id, or 0 to have it chosen
 */
QdAcceleratorWizard *
qd_accelerator_wizard_new (GtkWidget   *parent,
                           QdPortfolio *portfolio,
                           gint64       account)
{
  static const char *const known[] = { "account", "modules" };
  QdAcceleratorWizard     *self;
  g_autoptr(GSettings) settings = NULL;
  int start = qd_week_get_start (qd_day_today ()) + DAYS_PER_WEEK;

  g_return_val_if_fail (GTK_IS_WIDGET (parent), NULL);
  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), NULL);

  self = g_object_new (QD_TYPE_ACCELERATOR_WIZARD, NULL);
  settings = g_settings_new (QD_APPLICATION_ID);
  g_set_weak_pointer (&self->parent, parent);
  self->portfolio = g_object_ref (portfolio);
  self->catalogue = qd_catalogue_new (portfolio);
  self->draft = qd_accelerator_draft_new (account, start);
  qd_wizard_modules_bind (self->modules, self->catalogue);
  qd_wizard_schedule_bind (
      self->schedule, portfolio, start, (QdPhaseNaming)g_settings_get_enum (settings, "phase-naming"));
  qd_wizard_accounts_bind (self->accounts, portfolio, account);
  account_selected_cb (self);

  /* Who comes from an account has chosen it, and can go back to it. */
  if (account != 0 && qd_wizard_accounts_get_account (self->accounts) != NULL)
    {
      fill_draft (self);
      qd_wizard_modules_show_room (self->modules, self->draft);
      adw_navigation_view_replace_with_tags (self->steps, known, G_N_ELEMENTS (known));
    }

  step_changed_cb (self);

  return self;
}

/* @account: an id, or 0 to have it chosen */
void
qd_accelerator_wizard_present (GtkWidget   *parent,
                               QdPortfolio *portfolio,
                               gint64       account)
{
  adw_dialog_present (ADW_DIALOG (qd_accelerator_wizard_new (parent, portfolio, account)), parent);
}

/* Returns: (transfer none): “account”, “modules”, “schedule” or “preview” */
const char *
qd_accelerator_wizard_get_step (QdAcceleratorWizard *self)
{
  AdwNavigationPage *page;

  g_return_val_if_fail (QD_IS_ACCELERATOR_WIZARD (self), NULL);

  page = adw_navigation_view_get_visible_page (self->steps);

  return page != NULL ? adw_navigation_page_get_tag (page) : NULL;
}

/* Returns: (nullable): what is in the way, as it is shown */
const char *
qd_accelerator_wizard_get_problem (QdAcceleratorWizard *self)
{
  g_return_val_if_fail (QD_IS_ACCELERATOR_WIZARD (self), NULL);

  return self->problem;
}

/* Returns: (transfer none): what was entered, as of the step before */
const QdAcceleratorDraft *
qd_accelerator_wizard_get_draft (QdAcceleratorWizard *self)
{
  g_return_val_if_fail (QD_IS_ACCELERATOR_WIZARD (self), NULL);

  return self->draft;
}
