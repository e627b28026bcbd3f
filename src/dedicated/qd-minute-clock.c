/* qd-minute-clock.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-minute-clock"

#include "qd-minute-clock.h"

#include "qd-maintenance-window.h"

/* In seconds */
#define TICK 60

/* The time is what it is. */
#define NOT_SET G_MININT64

/**
 * QdMinuteClock:
 *
 * What time it is, said anew each minute to those who look; while nobody does, nothing wakes.
 */
struct _QdMinuteClock
{
  GObject parent_instance;

  gint64  set; /* the time that it was set to, or NOT_SET */
  guint   n_looking;
  guint   source;
};

G_DEFINE_FINAL_TYPE (QdMinuteClock, qd_minute_clock, G_TYPE_OBJECT)

enum
{
  TICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
tick_cb (gpointer user_data)
{
  g_signal_emit (user_data, signals[TICKED], 0);

  return G_SOURCE_CONTINUE;
}

static void
qd_minute_clock_dispose (GObject *object)
{
  g_clear_handle_id (&QD_MINUTE_CLOCK (object)->source, g_source_remove);

  G_OBJECT_CLASS (qd_minute_clock_parent_class)->dispose (object);
}

static void
qd_minute_clock_class_init (QdMinuteClockClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_minute_clock_dispose;

  /**
   * QdMinuteClock::ticked:
   *
   * It is later than before.
   */
  signals[TICKED] =
      g_signal_new ("ticked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
qd_minute_clock_init (QdMinuteClock *self)
{
  self->set = NOT_SET;
}

QdMinuteClock *
qd_minute_clock_new (void)
{
  return g_object_new (QD_TYPE_MINUTE_CLOCK, NULL);
}

/* Returns: seconds since 1970 */
gint64
qd_minute_clock_get_now (QdMinuteClock *self)
{
  g_return_val_if_fail (QD_IS_MINUTE_CLOCK (self), 0);

  return self->set != NOT_SET ? self->set : g_get_real_time () / G_USEC_PER_SEC;
}

/* Returns: the day that it is where the person is */
int
qd_minute_clock_get_today (QdMinuteClock *self)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();

  g_return_val_if_fail (QD_IS_MINUTE_CLOCK (self), QD_DAY_NONE);

  return qd_instant_get_day (qd_minute_clock_get_now (self), zone);
}

/* From here on it is always @now, until that is set again. */
void
qd_minute_clock_set_now (QdMinuteClock *self,
                         gint64         now)
{
  g_return_if_fail (QD_IS_MINUTE_CLOCK (self));

  self->set = now;
  g_signal_emit (self, signals[TICKED], 0);
}

gboolean
qd_minute_clock_is_running (QdMinuteClock *self)
{
  g_return_val_if_fail (QD_IS_MINUTE_CLOCK (self), FALSE);

  return self->source != 0;
}

/* Somebody looks, from now until qd_minute_clock_stop(), and is told the time at once. */
void
qd_minute_clock_start (QdMinuteClock *self)
{
  g_return_if_fail (QD_IS_MINUTE_CLOCK (self));

  self->n_looking++;

  if (self->source == 0)
    self->source = g_timeout_add_seconds (TICK, tick_cb, self);

  g_signal_emit (self, signals[TICKED], 0);
}

void
qd_minute_clock_stop (QdMinuteClock *self)
{
  g_return_if_fail (QD_IS_MINUTE_CLOCK (self));
  g_return_if_fail (self->n_looking > 0);

  if (--self->n_looking == 0)
    g_clear_handle_id (&self->source, g_source_remove);
}
