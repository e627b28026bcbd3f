/* qd-slip-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-slip-words"

#include "qd-slip-words.h"

#include <glib/gi18n.h>

#include "qd-day-words.h"
#include "qd-duration.h"

/* How many steps of a chain are told */
#define LONGEST_CHAIN 4

/* Longer ones are told by their ends. */
#define TOLD_CHAIN 3

/*
 * What a change moved, and why, as a person would say it to another.
 */

static const char *
get_name (QdPlanNetwork      *network,
          int                 row,
          const QdSlipReader *reader)
{
  QdTask *task;

  if (row < 0)
    return NULL;

  task = qd_plan_network_get_task (network, row);

  return reader->may_name == NULL || reader->may_name (task, reader->data) ? task->title : NULL;
}

/* “3 days later”, “a day earlier”; where the day is the same, “later that day” */
static char *
dup_difference (QdMinute before,
                QdMinute after)
{
  int n_days = qd_slip_count_days (before - 1, after - 1);

  if (n_days > 0)
    return g_strdup_printf (ngettext ("%d day later", "%d days later", n_days), n_days);

  if (n_days < 0)
    return g_strdup_printf (ngettext ("%d day earlier", "%d days earlier", -n_days), -n_days);

  return g_strdup (after > before ? _ ("later that day") : _ ("earlier that day"));
}

/* Where it is now: “Build” ends on Fri 5 Jun, 2 days later. Without a full stop. */
char *
qd_slip_dup_move_words (QdPlanNetwork      *network,
                        const QdSlip       *slip,
                        const QdSlipReader *reader)
{
  const char      *title = qd_plan_network_get_task (network, slip->row)->title;
  gboolean         ends = slip->before.finish != slip->after.finish;
  QdMinute         after = ends ? slip->after.finish - 1 : slip->after.start;
  g_autofree char *day = qd_day_dup_short (qd_minute_get_day (after), reader->today);
  g_autofree char *difference = ends ? dup_difference (slip->before.finish, slip->after.finish)
                                     : dup_difference (slip->before.start + 1, slip->after.start + 1);

  if (ends)
    /* Translators: %1$s is a task, %2$s a day, %3$s “2 days later” */
    return g_strdup_printf (_ ("“%1$s” ends on %2$s, %3$s"), title, day, difference);

  /* Translators: %1$s is a task, %2$s a day, %3$s “2 days later” */
  return g_strdup_printf (_ ("“%1$s” starts on %2$s, %3$s"), title, day, difference);
}

static char *
dup_constraint (QdPlanNetwork      *network,
                guint               row,
                const QdSlipReader *reader)
{
  QdTask          *task = qd_plan_network_get_task (network, row);
  g_autofree char *day = qd_day_dup_short (task->constraint_day, reader->today);

  return g_strdup_printf (task->constraint_kind == QD_CONSTRAINT_KIND_FIXED ? _ ("it is fixed on %s")
                                                                            : _ ("it is not to start before %s"),
                          day);
}

static char *
dup_length (QdPlanNetwork *network,
            guint          row)
{
  g_autofree char *length = qd_duration_dup_words (
      qd_task_get_length (qd_plan_network_get_task (network, row), qd_plan_network_get_calendars (network)));

  return g_strdup_printf (_ ("it takes %s"), length);
}

static char *
dup_link (QdPlanNetwork      *network,
          const QdSlipReason *reason,
          const QdSlipReader *reader)
{
  const char           *name = get_name (network, reason->row, reader);
  const QdScheduleLink *link = qd_schedule_get_link (qd_plan_network_get_schedule (network), reason->link);
  g_autofree char      *lag = link->elapsed ? qd_duration_dup_elapsed_words (ABS (link->lag))
                                            : qd_duration_dup_words (ABS (link->lag));

  if (name == NULL)
    return g_strdup (_ ("it waits for other work"));

  if (reason->kind == QD_SLIP_REASON_LINK)
    return g_strdup_printf (_ ("it now waits for “%s”"), name);

  if (link->lag > 0)
    return g_strdup_printf (_ ("it waits for “%1$s” and %2$s more"), name, lag);

  return g_strdup_printf (_ ("it waits for “%s”"), name);
}

static char *
dup_band (QdPlanNetwork      *network,
          const QdSlipReason *reason,
          const QdSlipReader *reader)
{
  guint                 n_bands;
  const QdCalendarBand *bands = qd_plan_calendars_get_bands (qd_plan_network_get_calendars (network), &n_bands);

  if (reader->guarded && bands[reason->band].side == QD_CALENDAR_SIDE_OURS)
    return g_strdup (_ ("a day off is in the way"));

  /* Translators: %s is a holiday, a change freeze or a maintenance window */
  return g_strdup_printf (_ ("“%s” is in the way"), bands[reason->band].name);
}

static char *
dup_reason (QdPlanNetwork      *network,
            const QdSlip       *slip,
            const QdSlipReason *reason,
            const QdSlipReader *reader)
{
  const char *name = get_name (network, reason->row, reader);

  switch (reason->kind)
    {
    case QD_SLIP_REASON_HAND:
      return g_strdup (_ ("it was moved"));

    case QD_SLIP_REASON_LENGTH:
      return dup_length (network, slip->row);

    case QD_SLIP_REASON_PREDECESSOR:
    case QD_SLIP_REASON_LINK:
      return dup_link (network, reason, reader);

    case QD_SLIP_REASON_CONSTRAINT:
      return dup_constraint (network, slip->row, reader);

    case QD_SLIP_REASON_STATUS:
      return g_strdup (_ ("it was not done by the status day"));

    case QD_SLIP_REASON_BAND:
      return dup_band (network, reason, reader);

    case QD_SLIP_REASON_PARENT:
      return name != NULL ? g_strdup_printf (_ ("“%s”, which it is part of, waits"), name)
                          : g_strdup (_ ("what it is part of waits"));

    case QD_SLIP_REASON_CHILD:
      return name != NULL ? g_strdup_printf (_ ("“%s” is part of it"), name) : g_strdup (_ ("a task of it moved"));

    case QD_SLIP_REASON_CALENDAR:
      return g_strdup (_ ("its working hours are others"));

    case QD_SLIP_REASON_FREE:
    default:
      return g_strdup (_ ("nothing holds it any longer"));
    }
}

/* Its own reasons: “it waits for “Design”, and “Christmas Day” is in the way” */
char *
qd_slip_dup_why_words (QdPlanNetwork      *network,
                       const QdSlip       *slip,
                       const QdSlipReader *reader)
{
  g_autoptr(GString) words = g_string_new (NULL);

  for (guint i = 0; i < slip->reasons->len; i++)
    {
      g_autofree char *reason =
          dup_reason (network, slip, &g_array_index (slip->reasons, QdSlipReason, i), reader);

      if (words->len > 0)
        /* Translators: between two reasons */
        g_string_append (words, _ (", and "));

      g_string_append (words, reason);
    }

  return g_string_free_and_steal (g_steal_pointer (&words));
}

static const QdSlip *
find_slip (GPtrArray *slips,
           int        row)
{
  for (guint i = 0; i < slips->len; i++)
    {
      const QdSlip *slip = g_ptr_array_index (slips, i);

      if ((int)slip->row == row)
        return slip;
    }

  return NULL;
}

static const QdSlip *
find_cause (GPtrArray    *slips,
            const QdSlip *slip)
{
  const QdSlipReason *reason;

  if (slip->reasons->len == 0)
    return NULL;

  reason = &g_array_index (slip->reasons, QdSlipReason, 0);

  return reason->row >= 0 ? find_slip (slips, reason->row) : NULL;
}

/**
 * qd_slips_dup_chain_words:
 * @slip: of @slips
 *
 * From where it is now back to what began it: ““Go-live” ends on Fri 14 Aug, 3 days later: it
 * waits for “Build”; “Build” ends on Mon 10 Aug, 3 days later: it was moved”
 */
char *
qd_slips_dup_chain_words (QdPlanNetwork      *network,
                          GPtrArray          *slips,
                          const QdSlip       *slip,
                          const QdSlipReader *reader)
{
  g_autoptr(GPtrArray) chain = g_ptr_array_new ();
  g_autoptr(GString) words = g_string_new (NULL);

  for (; chain->len < LONGEST_CHAIN && slip != NULL; slip = find_cause (slips, slip))
    {
      if (get_name (network, slip->row, reader) == NULL)
        break;

      g_ptr_array_add (chain, (gpointer)slip);
    }

  for (guint i = 0; i < chain->len; i++)
    {
      g_autofree char *move = NULL;
      g_autofree char *why = NULL;

      /* Of a long chain the ends are told: what came of it, and what it came from. */
      if (i > 0 && i + 1 < chain->len && chain->len > TOLD_CHAIN)
        {
          if (i == 1)
            g_string_append (words, "; …");

          continue;
        }

      move = qd_slip_dup_move_words (network, g_ptr_array_index (chain, i), reader);
      why = qd_slip_dup_why_words (network, g_ptr_array_index (chain, i), reader);

      if (words->len > 0)
        g_string_append (words, chain->len > TOLD_CHAIN ? " " : "; ");

      /* Translators: %1$s says what moved, %2$s why */
      g_string_append_printf (words, _ ("%1$s: %2$s"), move, why);
    }

  return g_string_free_and_steal (g_steal_pointer (&words));
}

/* Returns: (transfer none) (nullable): the one that ends last now, of those that are no summaries */
const QdSlip *
qd_slips_find_last (QdPlanNetwork *network,
                    GPtrArray     *slips)
{
  const QdSlip *last = NULL;

  for (guint i = 0; i < slips->len; i++)
    {
      const QdSlip *slip = g_ptr_array_index (slips, i);

      if (!qd_plan_network_is_summary (network, slip->row) && (last == NULL || slip->after.finish >= last->after.finish))
        last = slip;
    }

  return last;
}
