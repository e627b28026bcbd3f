/* qd-slip-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-slip-text"

#include "qd-slip-text.h"

#include <glib/gi18n.h>

#include "qd-account.h"
#include "qd-day-words.h"
#include "qd-exit.h"
#include "qd-record.h"
#include "qd-slip-words.h"

/* What the last change of a plan moved, as a text: for the strip below it, and to be sent to somebody. */

/**
 * qd_slip_text_dup_headline:
 *
 * Returns: (transfer full) (nullable): where what ends last is now, and the chain of reasons for
 *   it; and how many others moved. %NULL if nothing moved
 */
char *
qd_slip_text_dup_headline (QdPlanSchedule *schedule,
                           int             today)
{
  QdPlanNetwork   *network = qd_plan_schedule_get_network (schedule);
  GPtrArray       *slips = qd_plan_schedule_get_slips (schedule);
  QdSlipReader     reader = { .today = today };
  const QdSlip    *last = slips != NULL ? qd_slips_find_last (network, slips) : NULL;
  g_autofree char *chain = NULL;
  guint            n_others = 0;

  if (last == NULL)
    return NULL;

  chain = qd_slips_dup_chain_words (network, slips, last, &reader);

  for (guint i = 0; i < slips->len; i++)
    n_others += g_ptr_array_index (slips, i) != last &&
                !qd_plan_network_is_summary (network, ((QdSlip *)g_ptr_array_index (slips, i))->row);

  if (n_others == 0)
    /* Translators: a sentence that says what moved and why */
    return g_strdup_printf (C_ ("slip", "%s."), chain);

  /* Translators: %1$s says what moved and why, %2$u is how many other tasks did */
  return g_strdup_printf (
      ngettext ("%1$s. %2$u other task moved.", "%1$s. %2$u other tasks moved.", n_others), chain, n_others);
}

static void
add_line (GString            *text,
          QdPlanNetwork      *network,
          const QdSlip       *slip,
          const QdSlipReader *reader)
{
  g_autofree char *move = qd_slip_dup_move_words (network, slip, reader);
  g_autofree char *why = qd_slip_dup_why_words (network, slip, reader);

  if (text->len > 0)
    g_string_append_c (text, '\n');

  g_string_append (text, "• ");
  /* Translators: %1$s says what moved, %2$s why */
  g_string_append_printf (text, _ ("%1$s: %2$s"), move, why);
}

/* Returns: (transfer full): each task that moved, a line each, by when it starts now */
char *
qd_slip_text_dup_lines (QdPlanSchedule *schedule,
                        int             today)
{
  QdPlanNetwork *network = qd_plan_schedule_get_network (schedule);
  GPtrArray     *slips = qd_plan_schedule_get_slips (schedule);
  QdSlipReader   reader = { .today = today };
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; slips != NULL && i < slips->len; i++)
    {
      const QdSlip *slip = g_ptr_array_index (slips, i);

      if (!qd_plan_network_is_summary (network, slip->row))
        add_line (text, network, slip, &reader);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static gboolean
may_name (QdTask  *task,
          gpointer data)
{
  return qd_audience_may_read (*(QdAudience *)data, task);
}

static char *
dup_heading (QdPlanSchedule *schedule,
             QdAudience      audience)
{
  QdPlan    *plan = qd_plan_schedule_get_plan (schedule);
  QdAccount *account =
      qd_portfolio_lookup (qd_plan_schedule_get_portfolio (schedule), QD_TYPE_ACCOUNT, plan->account);
  g_autofree char *name = account != NULL ? qd_audience_dup_account_name (audience, account) : NULL;

  if (name == NULL)
    return g_strdup_printf (_ ("Changes to “%s”"), plan->name);

  /* Translators: %1$s is a plan, %2$s an account */
  return g_strdup_printf (_ ("Changes to “%1$s”, %2$s"), plan->name, name);
}

/* @text: (inout): what may be read in the place of a name is in it where that was decided */
static gboolean
check (QdPlanSchedule *schedule,
       QdAudience      audience,
       char          **text,
       GError        **error)
{
  g_autofree char *before = g_steal_pointer (text);
  g_autofree char *name = NULL;
  g_autoptr(QdExit) exit = qd_exit_new (qd_plan_schedule_get_portfolio (schedule),
                                        audience,
                                        qd_plan_schedule_get_plan (schedule)->account);

  *text = qd_exit_dup_text (exit, before);
  qd_exit_look (exit, *text, _ ("what moved"));

  if (!(name = qd_exit_find (exit, *text)))
    return TRUE;

  g_set_error (error,
               QD_RECORD_ERROR,
               QD_RECORD_ERROR_RULE,
               audience == QD_AUDIENCE_INTERNAL
                   ? _ ("Nothing was copied, because colleagues would read the real name “%s”")
                   : _ ("Nothing was copied, because the customer would read “%s”, a codename or another customer"),
               name);

  return FALSE;
}

/**
 * qd_slip_text_dup_for:
 *
 * All of it, as @audience may read it: an account by the name it has for them, and nothing
 * of tasks that they are not to see.
 *
 * Returns: (transfer full) (nullable): the text; %NULL with @error where there is nothing to
 *   tell, or it would give a name away
 */
char *
qd_slip_text_dup_for (QdPlanSchedule *schedule,
                      QdAudience      audience,
                      int             today,
                      GError        **error)
{
  QdPlanNetwork   *network = qd_plan_schedule_get_network (schedule);
  GPtrArray       *slips = qd_plan_schedule_get_slips (schedule);
  QdSlipReader     reader = { may_name, &audience, audience == QD_AUDIENCE_CUSTOMER, today };
  g_autofree char *heading = dup_heading (schedule, audience);
  g_autofree char *all = NULL;
  g_autoptr(GString) lines = g_string_new (NULL);

  for (guint i = 0; slips != NULL && i < slips->len; i++)
    {
      const QdSlip *slip = g_ptr_array_index (slips, i);

      if (!qd_plan_network_is_summary (network, slip->row) &&
          may_name (qd_plan_network_get_task (network, slip->row), &audience))
        add_line (lines, network, slip, &reader);
    }

  if (lines->len == 0)
    {
      g_set_error_literal (error,
                           QD_RECORD_ERROR,
                           QD_RECORD_ERROR_RULE,
                           _ ("Nothing was copied: none of the tasks that moved is one they may see"));
      return NULL;
    }

  all = g_strdup_printf ("%s\n\n%s\n", heading, lines->str);

  return check (schedule, audience, &all, error) ? g_steal_pointer (&all) : NULL;
}
