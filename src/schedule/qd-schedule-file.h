/* qd-schedule-file.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "qd-schedule.h"

G_BEGIN_DECLS

/**
 * QdScheduleFile:
 *
 * A plan in a JSON file that anyone may have written, read strictly and worked out: an
 * array of tasks, or an object with “tasks” and, if it has them, “calendars”, “start” and
 * “status”. Its clock is UTC; where a calendar says in which zone its hours are kept, the
 * times of its tasks are of that zone too, unless they say “Z”.
 */
typedef struct _QdScheduleFile QdScheduleFile;

QdScheduleFile                *qd_schedule_file_new (GBytes       *bytes,
                                                     int           start,
                                                     int           today,
                                                     GCancellable *cancellable,
                                                     GError      **error);
void                           qd_schedule_file_free (QdScheduleFile *self);
QdSchedule                    *qd_schedule_file_get_schedule (QdScheduleFile *self);
JsonNode                      *qd_schedule_file_get_id (QdScheduleFile *self,
                                                        guint           task);
const char                    *qd_schedule_file_get_title (QdScheduleFile *self,
                                                           guint           task);
gboolean                       qd_schedule_file_has_hours (QdScheduleFile *self,
                                                           guint           task);
gboolean                       qd_schedule_file_has_usual_hours (QdScheduleFile *self);
QdWorkTime                    *qd_schedule_file_get_usual_time (QdScheduleFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdScheduleFile, qd_schedule_file_free)

G_END_DECLS
