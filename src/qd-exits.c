/* qd-exits.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-exits"

#include "qd-exits.h"

#include <glib/gi18n.h>

#include "qd-accelerator-wizard.h"
#include "qd-account-forms.h"
#include "qd-account.h"
#include "qd-calendar-dialog.h"
#include "qd-copy-as.h"
#include "qd-copying.h"
#include "qd-csv-save.h"
#include "qd-day.h"
#include "qd-disclosures-dialog.h"
#include "qd-event-log.h"
#include "qd-event-save.h"
#include "qd-export-dialog.h"
#include "qd-import.h"
#include "qd-new-plan-dialog.h"
#include "qd-plan.h"
#include "qd-preview-dialog.h"
#include "qd-sample.h"
#include "qd-task.h"
#include "qd-templates-dialog.h"
#include "qd-ticket.h"

/* Lives with the window, which owns it. */
typedef struct
{
  GtkWidget   *window;
  QdPortfolio *portfolio;
  GSettings   *settings;
} Exits;

static void
exits_free (Exits *self)
{
  g_object_unref (self->portfolio);
  g_object_unref (self->settings);
  g_free (self);
}

static void
import_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  Exits *self = user_data;

  qd_import_choose (self->window, self->portfolio);
}

static void
import_file_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  Exits *self = user_data;
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (g_variant_get_string (parameter, NULL));

  qd_import_present (self->window, self->portfolio, file);
}

static void
export_accounts_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  Exits        *self = user_data;
  gsize         n_ids;
  const gint64 *ids = g_variant_get_fixed_array (parameter, &n_ids, sizeof (gint64));
  g_auto(GStrv) columns = g_settings_get_strv (self->settings, "roster-columns");
  QdRosterView *view = qd_roster_view_new ();

  qd_roster_view_set_columns (view, (const char *const *)columns);
  qd_csv_save_present (self->window, self->portfolio, ids, n_ids, view);
  qd_roster_view_free (view);
}

static void
export_portfolio_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  Exits *self = user_data;

  qd_export_dialog_present (self->window, self->portfolio, QD_EXCHANGE_KIND_PORTFOLIO, 0);
}

static void
export_plan_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  Exits *self = user_data;

  qd_export_dialog_present (self->window, self->portfolio, QD_EXCHANGE_KIND_PLAN, g_variant_get_int64 (parameter));
}

static void
export_account_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  Exits *self = user_data;

  qd_export_dialog_present (self->window, self->portfolio, QD_EXCHANGE_KIND_ACCOUNT, g_variant_get_int64 (parameter));
}

static void
preview_plan_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  Exits *self = user_data;

  qd_preview_dialog_present (self->window, self->portfolio, QD_TYPE_PLAN, g_variant_get_int64 (parameter));
}

static void
preview_account_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  Exits *self = user_data;

  qd_preview_dialog_present (self->window, self->portfolio, QD_TYPE_ACCOUNT, g_variant_get_int64 (parameter));
}

static void
new_plan_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  Exits *self = user_data;

  qd_new_plan_dialog_present (self->window, self->portfolio, g_variant_get_int64 (parameter));
}

static void
new_accelerator_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  Exits *self = user_data;

  qd_accelerator_wizard_present (self->window, self->portfolio, g_variant_get_int64 (parameter));
}

static void
save_template_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  Exits  *self = user_data;
  QdPlan *plan = qd_portfolio_lookup (self->portfolio, QD_TYPE_PLAN, g_variant_get_int64 (parameter));

  if (plan != NULL)
    qd_save_template_dialog_present (self->window, self->portfolio, plan);
}

static void
export_events_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  Exits *self = user_data;

  qd_event_save_present (self->window, self->portfolio, g_variant_get_int64 (parameter));
}

/* What is logged already is shown, rather than logged twice. */
static void
log_event_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  Exits      *self = user_data;
  QdTask     *task = qd_portfolio_lookup (self->portfolio, QD_TYPE_TASK, g_variant_get_int64 (parameter));
  QdActivity *event = task != NULL ? qd_task_find_event (self->portfolio, task) : NULL;
  g_autoptr(QdCatalogue) catalogue = qd_catalogue_new (self->portfolio);
  g_autoptr(QdActivity) draft = NULL;

  if (task != NULL && event == NULL)
    event = draft = qd_activity_new_from_task (catalogue, task, g_get_real_time () / G_USEC_PER_SEC);

  if (event != NULL)
    qd_account_forms_present (&qd_event_form, self->portfolio, event, self->window);
}

static void
edit_calendar_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  Exits *self = user_data;
  gint64 account = g_variant_get_int64 (parameter);

  if (account == 0 || qd_portfolio_lookup (self->portfolio, QD_TYPE_ACCOUNT, account) != NULL)
    qd_calendar_dialog_present (self->window, self->portfolio, account);
}

/* A record and how it is to be copied */
typedef struct
{
  QdPortfolio *portfolio;
  gpointer     record;
  QdCopyStyle  style;
} CopyAs;

static void
copy_as_free (gpointer data)
{
  CopyAs *copy = data;

  g_object_unref (copy->portfolio);
  g_object_unref (copy->record);
  g_free (copy);
}

static char *
copy_as (gpointer data,
         GError **error)
{
  CopyAs *copy = data;

  return qd_copy_as (copy->portfolio, copy->record, copy->style, qd_day_today (), error);
}

/* Returns: whose @record is; 0 where that is not known */
static gint64
find_account (QdPortfolio *portfolio,
              gpointer     record)
{
  QdPlan *plan = QD_IS_TASK (record) ? qd_portfolio_lookup (portfolio, QD_TYPE_PLAN, QD_TASK (record)->plan) : record;

  if (QD_IS_TICKET (record))
    return QD_TICKET (record)->account;

  return QD_IS_ACCOUNT (record) ? qd_record_get_id (record) : plan != NULL ? plan->account
                                                                           : 0;
}

static const char *const copied_words[] = {
  [QD_COPY_SLACK] = N_ ("Copied for Slack, by codename"),
  [QD_COPY_CUSTOMER] = N_ ("Copied for the customer"),
  [QD_COPY_GITLAB] = N_ ("Copied as GitLab Markdown, by codename"),
};

/* (kind of record, nick of a style, id) */
static void
copy_record_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  Exits      *self = user_data;
  const GType types[] = { QD_TYPE_ACCOUNT, QD_TYPE_PLAN, QD_TYPE_TASK, QD_TYPE_TICKET };
  const char *kinds[] = { "account", "plan", "task", "ticket" };
  const char *kind, *nick;
  gint64      id;
  int         style;
  gpointer    record = NULL;
  CopyAs     *copy;

  g_variant_get (parameter, "(&s&sx)", &kind, &nick, &id);
  style = qd_nicks_parse (qd_copy_styles, nick);

  for (gsize i = 0; i < G_N_ELEMENTS (types) && record == NULL; i++)
    {
      if (g_str_equal (kinds[i], kind))
        record = qd_portfolio_lookup (self->portfolio, types[i], id);
    }

  if (record == NULL || style == QD_ENUM_NONE)
    return;

  copy = g_new0 (CopyAs, 1);
  *copy = (CopyAs){ g_object_ref (self->portfolio), g_object_ref (record), (QdCopyStyle)style };
  qd_copying_run (self->window,
                  self->portfolio,
                  qd_copy_style_get_audience ((QdCopyStyle)style),
                  find_account (self->portfolio, record),
                  copy_as,
                  copy,
                  copy_as_free,
                  _ (copied_words[style]));
}

static void
disclosures_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  Exits *self = user_data;

  qd_disclosures_dialog_present (self->window, self->portfolio);
}

static void
templates_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  Exits *self = user_data;

  qd_templates_dialog_present (self->window, self->portfolio);
}

static void
sample_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GtkWidget) window = user_data;
  g_autoptr(GError) error = NULL;

  if (!qd_sample_finish (result, &error))
    qd_shell_report (window, error);
}

static void
load_sample_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  Exits *self = user_data;

  qd_sample_load_async (self->portfolio, qd_day_today (), NULL, sample_cb, g_object_ref (self->window));
}

static void
sample_removed_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(GtkWidget) window = user_data;
  g_autoptr(GError) error = NULL;

  if (qd_sample_finish (result, &error))
    qd_shell_tell_undoable (window, _ ("Sample portfolio removed"));
  else
    qd_shell_report (window, error);
}

static void
remove_sample_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  Exits *self = user_data;

  qd_sample_remove_async (self->portfolio, NULL, sample_removed_cb, g_object_ref (self->window));
}

static const GActionEntry actions[] = {
  { "import", import_cb },
  { "import-file", import_file_cb, "s" },
  { "export-accounts", export_accounts_cb, "ax" },
  { "export-plan", export_plan_cb, "x" },
  { "export-account", export_account_cb, "x" },
  { "export-portfolio", export_portfolio_cb },
  { "preview-plan", preview_plan_cb, "x" },
  { "preview-account", preview_account_cb, "x" },
  { "new-plan", new_plan_cb, "x" },
  { "new-accelerator", new_accelerator_cb, "x" },
  { "save-template", save_template_cb, "x" },
  { "edit-calendar", edit_calendar_cb, "x" },
  { "log-event", log_event_cb, "x" },
  { "export-events", export_events_cb, "x" },
  { "copy-record", copy_record_cb, "(ssx)" },
  { "disclosures", disclosures_cb },
  { "templates", templates_cb },
  { "load-sample", load_sample_cb },
  { "remove-sample", remove_sample_cb },
};

void
qd_exits_install (GtkApplicationWindow *window,
                  QdPortfolio          *portfolio,
                  GSettings            *settings)
{
  Exits *self = g_new0 (Exits, 1);

  self->window = GTK_WIDGET (window);
  self->portfolio = g_object_ref (portfolio);
  self->settings = g_object_ref (settings);
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), self);
  g_object_set_data_full (G_OBJECT (window), "qd-exits", self, (GDestroyNotify)exits_free);
}

/**
 * qd_exits_update:
 *
 * Offers to load the sample portfolio or to remove it, by whether it is there.
 * That takes a look into the sample, so it is for when the menu is opened.
 */
void
qd_exits_update (GtkApplicationWindow *window,
                 QdPortfolio          *portfolio)
{
  gboolean loaded = qd_sample_is_loaded (portfolio);
  GAction *load = g_action_map_lookup_action (G_ACTION_MAP (window), "load-sample");
  GAction *discard = g_action_map_lookup_action (G_ACTION_MAP (window), "remove-sample");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (load), !loaded);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (discard), loaded);
}
