/* qd-migration-wave.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-record.h"

G_BEGIN_DECLS

typedef enum
{
  QD_WAVE_STATE_PLANNED,
  QD_WAVE_STATE_AGREED,
  QD_WAVE_STATE_RUNNING,
  QD_WAVE_STATE_DONE,
  QD_WAVE_STATE_POSTPONED,
  QD_WAVE_STATE_CANCELLED,
} QdWaveState;

extern const QdNick qd_wave_states[];

#define QD_TYPE_MIGRATION_WAVE (qd_migration_wave_get_type ())

G_DECLARE_FINAL_TYPE (QdMigrationWave, qd_migration_wave, QD, MIGRATION_WAVE, QdRecord)

/**
 * QdMigrationWave:
 *
 * One of the waves in which a customer moves to its tenant: what moves, when, and when nothing may change.
 *
 * Its fields may be read; they are set as properties, and only on a draft.
 */
struct _QdMigrationWave
{
  QdRecord    parent_instance;

  gint64      tenant;
  gint64      plan; /* (nullable): whose timeline shows it */
  gint64      task; /* (nullable): of that plan */
  char       *name;
  char       *scope;
  QdWaveState state;
  int         start;
  int         finish;
  char       *cutover_at; /* an instant in UTC */
  int         freeze_first;
  int         freeze_last; /* included */
  char       *notes;
  double      position;
};

G_END_DECLS
