/* qd-timeline-view-findings.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-timeline-view-findings"

#include <glib/gi18n.h>

#include "qd-schedule-edits.h"
#include "qd-screen.h"
#include "qd-timeline-view-private.h"
#include "qd-timeline-words.h"

/* What cannot be as it was asked for, said above the plan */

/* Names what is no longer where its links put it, else the first finding. */
void
qd_timeline_view_update_banner (QdTimelineView *self)
{
  guint            n_misplaced = 0, n_findings = 0;
  g_autofree char *first = NULL;
  g_autofree char *title = NULL;
  g_autofree char *seen = NULL;

  for (guint i = 0; i < qd_timeline_model_get_n_plans (self->model); i++)
    {
      QdPlanSchedule *schedule = qd_timeline_model_get_schedule (self->model, i);
      GArray         *findings = qd_plan_schedule_get_findings (schedule);

      n_misplaced += qd_plan_network_count_misplaced (qd_plan_schedule_get_network (schedule));
      n_findings += findings->len;

      if (first == NULL && findings->len > 0)
        first = qd_timeline_dup_finding_words (qd_plan_schedule_get_network (schedule),
                                               &g_array_index (findings, QdScheduleFinding, 0),
                                               qd_timeline_model_get_today (self->model));
    }

  if (n_misplaced > 0)
    title = g_strdup_printf (ngettext ("%u task is not where its links and the calendars put it",
                                       "%u tasks are not where their links and the calendars put them",
                                       n_misplaced),
                             n_misplaced);
  else if (n_findings > 1)
    /* Translators: %1$s is a sentence about a task, %2$u how many more there are */
    title = g_strdup_printf (ngettext ("%1$s (and %2$u more)", "%1$s (and %2$u more)", n_findings - 1), first, n_findings - 1);
  else
    title = g_steal_pointer (&first);

  seen = qd_screen_dup_text (self->portfolio, title);
  adw_banner_set_title (self->banner, seen != NULL ? seen : "");
  adw_banner_set_button_label (self->banner, n_misplaced > 0 ? _ ("Reschedule") : n_findings > 1 ? _ ("Show")
                                                                                                 : NULL);
  adw_banner_set_revealed (self->banner, title != NULL);
}

static char *
dup_findings (QdTimelineView *self)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < qd_timeline_model_get_n_plans (self->model); i++)
    {
      QdPlanSchedule *schedule = qd_timeline_model_get_schedule (self->model, i);
      GArray         *findings = qd_plan_schedule_get_findings (schedule);

      for (guint j = 0; j < findings->len; j++)
        {
          g_autofree char *words = qd_timeline_dup_finding_words (qd_plan_schedule_get_network (schedule),
                                                                  &g_array_index (findings, QdScheduleFinding, j),
                                                                  qd_timeline_model_get_today (self->model));

          g_string_append_printf (text, "%s• %s", text->len > 0 ? "\n" : "", words);
        }
    }

  return qd_screen_dup_text (self->portfolio, text->str);
}

/* Puts tasks where they belong; else shows what cannot be. */
static void
resolve_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  QdTimelineView  *self = user_data;
  gboolean         any = FALSE;
  AdwDialog       *dialog;
  g_autofree char *text = NULL;

  for (guint i = 0; i < qd_timeline_model_get_n_plans (self->model); i++)
    {
      QdPlanSchedule *schedule = qd_timeline_model_get_schedule (self->model, i);

      if (qd_plan_network_count_misplaced (qd_plan_schedule_get_network (schedule)) == 0)
        continue;

      qd_plan_reschedule_async (qd_portfolio_get_store (self->portfolio),
                                qd_plan_schedule_get_plan (schedule),
                                qd_timeline_view_applied_cb,
                                g_object_ref (self));
      any = TRUE;
    }

  if (any)
    return;

  text = dup_findings (self);
  dialog = adw_alert_dialog_new (_ ("Dates That Cannot Be"), text);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "close");
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static const GActionEntry entries[] = {
  { "resolve", resolve_cb },
};

void
qd_timeline_view_add_findings (QdTimelineView *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
}
