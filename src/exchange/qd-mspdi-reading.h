/* qd-mspdi-reading.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-mspdi-file.h"

G_BEGIN_DECLS

/**
 * QdMspdiPlace:
 * @task: what the row has become: the index of a task, or -1
 * @phase: the index of the phase, for a row that is one
 */
typedef struct
{
  QdMspdiTask *row;
  int          task;
  int          phase;
} QdMspdiPlace;

/**
 * QdMspdiReading:
 * @places: of QdMspdiPlace, of the rows that count
 * @by_uid: int -> QdMspdiPlace
 * @calendars: int -> QdMspdiCalendar
 * @owners: int -> text, of who is assigned to a row
 * @objectives: name -> index and 1
 *
 * A file that becomes a plan.
 */
typedef struct
{
  QdMspdiFile   *file;
  QdPlanOutline *outline;
  GArray        *places;
  GHashTable    *by_uid;
  GHashTable    *calendars;
  GHashTable    *owners;
  GHashTable    *objectives;
  guint          n_foreign_links;
  guint          n_phase_links;
  guint          n_constraints;
} QdMspdiReading;

gboolean qd_mspdi_reading_place_rows (QdMspdiReading *self,
                                      GError        **error);
void     qd_mspdi_reading_split_begin (QdMspdiReading    *self,
                                       const QdMspdiTask *row,
                                       QdMinute           minute,
                                       int               *day,
                                       gint64            *time);
void     qd_mspdi_reading_split_end (QdMspdiReading    *self,
                                     const QdMspdiTask *row,
                                     QdMinute           minute,
                                     int               *day,
                                     gint64            *time);
char    *qd_mspdi_dup_line (const char *text);
gboolean qd_mspdi_format_is_elapsed (int format);

G_END_DECLS
