/* qd-support-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-support-words"

#include "qd-support-words.h"

#include <glib/gi18n.h>

#include "qd-day-words.h"

/* What is due within these is due soon. */
#define SOON (60 * 60)

/* Returns: (transfer full): “42 min”, “3 h 20 min”, “2 days”; from three hours on without minutes */
char *
qd_support_dup_span (gint64 seconds)
{
  int minutes = (int)(seconds / QD_SECONDS_PER_MINUTE);
  int days = minutes / 1440;

  if (minutes < 60)
    return g_strdup_printf (_ ("%d min"), minutes);

  if (minutes < 180 && minutes % 60 > 0)
    return g_strdup_printf (_ ("%d h %d min"), minutes / 60, minutes % 60);

  if (minutes < 1440)
    return g_strdup_printf (_ ("%d h"), minutes / 60);

  return g_strdup_printf (ngettext ("%d day", "%d days", days), days);
}

/* Returns: (transfer full): “Fri 27 Nov, 14:00 CET”, where the person is; the day only if it is another */
char *
qd_support_dup_instant (gint64 instant,
                        gint64 now)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_local (instant);
  g_autofree char *clock = g_date_time_format (time, C_ ("time with zone", "%H:%M %Z"));
  int              today = qd_instant_get_day (now, zone);
  int              day = qd_instant_get_day (instant, zone);
  g_autofree char *name = qd_day_dup_short (day, today);

  /* Translators: a day and a time: “Tue 24 Nov, 14:00” */
  return day == today ? g_steal_pointer (&clock) : g_strdup_printf (C_ ("day and time", "%1$s, %2$s"), name, clock);
}

/* Returns: (transfer full): “Due in 42 min”, “Breached 3 h ago”, “Answered in time” */
char *
qd_ticket_clock_dup_due (const QdTicketClock *self,
                         gint64               now,
                         QdTone              *tone)
{
  g_autofree char *span = NULL;

  g_return_val_if_fail (self != NULL && tone != NULL, NULL);

  *tone = QD_TONE_PLAIN;

  if (self->sla == NULL)
    return g_strdup (_ ("No time promised"));

  if (self->replied && !self->breached)
    return g_strdup (_ ("Answered in time"));

  if (!self->breached)
    {
      *tone = self->due - now <= SOON ? QD_TONE_SOON : QD_TONE_PLAIN;
      span = qd_support_dup_span (self->due - now);

      /* Translators: %s is a length of time: “Due in 42 min” */
      return g_strdup_printf (_ ("Due in %s"), span);
    }

  span = qd_support_dup_span (self->late);

  if (self->replied)
    return g_strdup_printf (_ ("Answered %s late"), span);

  *tone = QD_TONE_BAD;

  return self->late < QD_SECONDS_PER_MINUTE ? g_strdup (_ ("Breached just now"))
                                            : g_strdup_printf (_ ("Breached %s ago"), span);
}

/* Returns: (transfer full) (nullable): when, by which rule, in which hours: “First reply by 14:00 UTC: 4 h within 24x5” */
char *
qd_ticket_clock_dup_exact (const QdTicketClock *self,
                           gint64               now)
{
  g_autofree char *due = NULL;
  g_autofree char *span = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->sla == NULL)
    return NULL;

  due = qd_support_dup_instant (self->due, now);
  span = qd_support_dup_span (self->sla->minutes * QD_SECONDS_PER_MINUTE);

  /* Translators: %1$s is a time, %2$s a length, %3$s the hours in which it counts */
  return g_strdup_printf (_ ("First reply by %1$s: %2$s within %3$s"), due, span, self->hours->fact.name);
}

/* Returns: (transfer full): “Update due in 2 days”, “Update 3 days late” */
char *
qd_escalation_dup_due (QdFactBook   *book,
                       QdEscalation *self,
                       int           today,
                       QdTone       *tone)
{
  int               due;
  QdEscalationState state = qd_escalation_get_state (book, self, today, &due);
  g_autofree char  *distance = NULL;

  g_return_val_if_fail (tone != NULL, NULL);

  *tone = QD_TONE_PLAIN;

  if (state == QD_ESCALATION_STATE_QUIET)
    return g_strdup (self->closed != QD_DAY_NONE ? _ ("Closed") : _ ("No update expected"));

  if (state == QD_ESCALATION_STATE_LATE)
    {
      *tone = QD_TONE_BAD;
      return g_strdup_printf (ngettext ("Update %d day late", "Update %d days late", today - due), today - due);
    }

  distance = qd_day_dup_relative (due, today);
  *tone = state == QD_ESCALATION_STATE_DUE ? QD_TONE_SOON : QD_TONE_PLAIN;

  /* Translators: %s is a distance: “Update due in 2 days” */
  return g_strdup_printf (_ ("Update due %s"), distance);
}
