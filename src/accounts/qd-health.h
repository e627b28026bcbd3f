/* qd-health.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-record.h"

G_BEGIN_DECLS

typedef enum
{
  QD_HEALTH_LEVEL_GREEN,
  QD_HEALTH_LEVEL_YELLOW,
  QD_HEALTH_LEVEL_RED,
  QD_HEALTH_LEVEL_UNKNOWN,
} QdHealthLevel;

extern const QdNick qd_health_levels[];

#define QD_TYPE_HEALTH (qd_health_get_type ())

G_DECLARE_FINAL_TYPE (QdHealth, qd_health, QD, HEALTH, QdRecord)

/**
 * QdHealth:
 *
 * How an account was judged on a day, and why. Entries stay: together they are its history.
 *
 * Its fields may be read; they are set as properties, and only on a draft.
 */
struct _QdHealth
{
  QdRecord      parent_instance;

  gint64        account;
  QdHealthLevel level;
  int           day;
  char         *reason;
  gint64        created; /* seconds since 1970, in UTC */
};

G_END_DECLS
