/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Preloaded, it lets a program believe that it is always the second QD_CLOCK, counted as Unix does. What is written to be
 * kept in Git must not change by the day. Time spent is measured with the other clocks, which go on.
 */
#define _GNU_SOURCE

#include <dlfcn.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>

static time_t
get_fixed (void)
{
  const char *text = getenv ("QD_CLOCK");

  return text != NULL ? (time_t)strtoll (text, NULL, 10) : 0;
}

int
clock_gettime (clockid_t clock, struct timespec *result)
{
  static int (*next) (clockid_t, struct timespec *);

  if (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)
    {
      *result = (struct timespec){ .tv_sec = get_fixed () };
      return 0;
    }

  if (next == NULL)
    next = (int (*) (clockid_t, struct timespec *))dlsym (RTLD_NEXT, "clock_gettime");
  return next (clock, result);
}

int
gettimeofday (struct timeval *restrict result, void *restrict zone)
{
  (void)zone;
  *result = (struct timeval){ .tv_sec = get_fixed () };
  return 0;
}

time_t
time (time_t *result)
{
  time_t now = get_fixed ();

  if (result != NULL)
    *result = now;
  return now;
}
