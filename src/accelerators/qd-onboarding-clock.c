/* qd-onboarding-clock.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-onboarding-clock"

#include "qd-onboarding-clock.h"

#include <glib/gi18n.h>

#include "qd-instant.h"

#define MINUTE 60
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

/* Up to here it is said in hours. */
#define MANY_HOURS (48 * HOUR)

/* The welcome mail goes out within 24 hours of the CSA and the ASE being named (Success Services
 * page, and the page of 2026-03-04). */
#define WELCOME_SECONDS DAY

/* The internal handover is within the first week (Success Services page). */
#define HANDOVER_DAYS 7

/* The customer kick-off is within the first one or two weeks of the agreement: so says the diagram
 * of the Success Services page, while its text has “the first week”. */
#define KICKOFF_DAYS 14

/* The discovery workshop is within two weeks of the kick-off (handbook, 2025-12-09). */
#define DISCOVERY_DAYS 14

static void
deadline_free (QdOnboardingDeadline *deadline)
{
  g_free (deadline->words);
  g_free (deadline);
}

static char *
dup_days (int      n_days,
          gboolean late)
{
  if (late)
    return g_strdup_printf (ngettext ("%d day late", "%d days late", n_days), n_days);

  return n_days == 0 ? g_strdup (_ ("Due today")) : g_strdup_printf (ngettext ("%d day left", "%d days left", n_days), n_days);
}

/* @seconds: more than 0. What is begun of a minute counts whole, of an hour or a day not. */
static char *
dup_length (gint64   seconds,
            gboolean late)
{
  int minutes = (int)((seconds + MINUTE - 1) / MINUTE);
  int hours = (int)(seconds / HOUR);

  if (seconds >= MANY_HOURS)
    return dup_days ((int)(seconds / DAY), late);

  if (hours == 0)
    return late ? g_strdup_printf (ngettext ("%d minute late", "%d minutes late", minutes), minutes)
                : g_strdup_printf (ngettext ("%d minute left", "%d minutes left", minutes), minutes);

  return late ? g_strdup_printf (ngettext ("%d hour late", "%d hours late", hours), hours)
              : g_strdup_printf (ngettext ("%d hour left", "%d hours left", hours), hours);
}

static char *
dup_done (QdOnboardingState state,
          const char       *late)
{
  /* Translators: %s is how late, such as “2 days late” */
  return state == QD_ONBOARDING_STATE_DONE ? g_strdup (_ ("Done in time")) : g_strdup_printf (_ ("Done, %s"), late);
}

static QdOnboardingDeadline *
add_step (GPtrArray       *deadlines,
          QdOnboardingStep step,
          const char      *label)
{
  QdOnboardingDeadline *deadline = g_new0 (QdOnboardingDeadline, 1);

  deadline->step = step;
  deadline->label = label;
  deadline->day = deadline->done = QD_DAY_NONE;
  g_ptr_array_add (deadlines, deadline);

  return deadline;
}

static void
add_instant (GPtrArray       *deadlines,
             QdOnboardingStep step,
             const char      *label,
             gint64           instant,
             const char      *done_at,
             gint64           now)
{
  QdOnboardingDeadline *deadline = add_step (deadlines, step, label);
  gboolean              is_done;
  gint64                done = 0;
  gint64                over;
  g_autofree char      *late = NULL;

  is_done = done_at != NULL && qd_instant_parse (done_at, &done);
  over = (is_done ? done : now) - instant;
  late = over > 0 ? dup_length (over, TRUE) : NULL;
  deadline->has_instant = TRUE;
  deadline->instant = instant;
  deadline->day = qd_day_from_instant (instant);

  if (is_done)
    {
      deadline->done = qd_day_from_instant (done);
      deadline->state = over > 0 ? QD_ONBOARDING_STATE_DONE_LATE : QD_ONBOARDING_STATE_DONE;
      deadline->words = dup_done (deadline->state, late);
    }
  else
    {
      deadline->state = over > 0 ? QD_ONBOARDING_STATE_LATE : QD_ONBOARDING_STATE_DUE;
      deadline->words = over > 0 ? g_steal_pointer (&late) : dup_length (MAX (-over, 1), FALSE);
    }
}

static void
add_day (GPtrArray       *deadlines,
         QdOnboardingStep step,
         const char      *label,
         int              day,
         gboolean         assumed,
         int              done,
         int              today)
{
  QdOnboardingDeadline *deadline = add_step (deadlines, step, label);
  int                   over = (done != QD_DAY_NONE ? done : today) - day;
  g_autofree char      *late = over > 0 ? dup_days (over, TRUE) : NULL;

  deadline->day = day;
  deadline->assumed = assumed;
  deadline->done = done;

  if (done != QD_DAY_NONE)
    {
      deadline->state = over > 0 ? QD_ONBOARDING_STATE_DONE_LATE : QD_ONBOARDING_STATE_DONE;
      deadline->words = dup_done (deadline->state, late);
    }
  else
    {
      deadline->state = over > 0 ? QD_ONBOARDING_STATE_LATE : QD_ONBOARDING_STATE_DUE;
      deadline->words = over > 0 ? g_steal_pointer (&late) : dup_days (-over, FALSE);
    }
}

/**
 * qd_onboarding_read_clock:
 * @now: seconds since 1970
 * @today: the day it is where the person is
 *
 * Weeks count from the day the agreement begins, which is their first day; where that is not
 * known, from the day on which the people were named.
 *
 * Returns: (transfer full) (element-type QdOnboardingDeadline): each step, in order
 */
GPtrArray *
qd_onboarding_read_clock (QdOnboarding *onboarding,
                          gint64        now,
                          int           today)
{
  GPtrArray *deadlines = g_ptr_array_new_with_free_func ((GDestroyNotify)deadline_free);
  gint64     named = 0;
  int        first;
  int        kickoff;

  g_return_val_if_fail (QD_IS_ONBOARDING (onboarding), deadlines);
  g_return_val_if_fail (qd_instant_parse (onboarding->named_at, &named), deadlines);

  first = onboarding->agreed != QD_DAY_NONE ? onboarding->agreed : qd_day_from_instant (named);
  kickoff = onboarding->kickoff != QD_DAY_NONE ? onboarding->kickoff : first + KICKOFF_DAYS - 1;
  add_instant (
      deadlines, QD_ONBOARDING_STEP_WELCOME, _ ("Welcome mail"), named + WELCOME_SECONDS, onboarding->welcomed_at, now);
  add_day (deadlines,
           QD_ONBOARDING_STEP_HANDOVER,
           _ ("Internal handover"),
           first + HANDOVER_DAYS - 1,
           FALSE,
           onboarding->handover,
           today);
  add_day (deadlines,
           QD_ONBOARDING_STEP_KICKOFF,
           _ ("Customer kick-off"),
           first + KICKOFF_DAYS - 1,
           FALSE,
           onboarding->kickoff,
           today);
  add_day (deadlines,
           QD_ONBOARDING_STEP_DISCOVERY,
           _ ("Discovery workshop"),
           kickoff + DISCOVERY_DAYS,
           onboarding->kickoff == QD_DAY_NONE,
           onboarding->discovery,
           today);

  return deadlines;
}
