/* qd-onboarding.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-record.h"

G_BEGIN_DECLS

#define QD_TYPE_ONBOARDING (qd_onboarding_get_type ())

G_DECLARE_FINAL_TYPE (QdOnboarding, qd_onboarding, QD, ONBOARDING, QdRecord)

/**
 * QdOnboarding:
 *
 * How the onboarding of a customer of Success Services goes: when its people were
 * named, and when each of its steps was done.
 *
 * Its fields may be read; they are set as properties, and only on a draft.
 */
struct _QdOnboarding
{
  QdRecord parent_instance;

  gint64   account;
  char    *named_at; /* an instant in UTC, as 2026-05-03T14:00:00Z */
  int      agreed;   /* the day the agreement begins; none: the day they were named */
  char    *welcomed_at;
  int      handover; /* inside the account team */
  int      kickoff;
  int      discovery;
  char    *notes;
};

G_END_DECLS
