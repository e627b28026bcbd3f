/* qd-onboarding-clock.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-onboarding.h"

G_BEGIN_DECLS

typedef enum
{
  QD_ONBOARDING_STEP_WELCOME,
  QD_ONBOARDING_STEP_HANDOVER,
  QD_ONBOARDING_STEP_KICKOFF,
  QD_ONBOARDING_STEP_DISCOVERY,
} QdOnboardingStep;

#define QD_ONBOARDING_N_STEPS 4

typedef enum
{
  QD_ONBOARDING_STATE_DONE,
  QD_ONBOARDING_STATE_DONE_LATE,
  QD_ONBOARDING_STATE_DUE,
  QD_ONBOARDING_STATE_LATE,
} QdOnboardingState;

/**
 * QdOnboardingDeadline:
 * @label: (transfer none): what the step is called
 * @has_instant: whether it is due at @instant, seconds since 1970; else on @day
 * @day: the last day that is in time
 * @assumed: whether @day follows from a step that is not done yet
 * @done: the day it was done; %QD_DAY_NONE if it was not
 * @words: such as “2 hours left”
 *
 * One step of an onboarding: by when, and whether it was.
 */
typedef struct
{
  QdOnboardingStep  step;
  const char       *label;
  gboolean          has_instant;
  gint64            instant;
  int               day;
  gboolean          assumed;
  int               done;
  QdOnboardingState state;
  char             *words;
} QdOnboardingDeadline;

GPtrArray *qd_onboarding_read_clock (QdOnboarding *onboarding,
                                     gint64        now,
                                     int           today);

G_END_DECLS
