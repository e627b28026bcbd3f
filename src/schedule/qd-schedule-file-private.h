/* qd-schedule-file-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-schedule-file.h"
#include "qd-schedule-hours.h"

G_BEGIN_DECLS

struct _QdScheduleFile
{
  JsonNode   *root;
  GPtrArray  *ids;    /* of JsonNode, which are in the root */
  GPtrArray  *titles; /* each as one short line */
  GPtrArray  *names;  /* for messages: the id and, if there is one, the title */
  QdSchedule *schedule;
  guint       usual; /* which calendar is that of tasks that name none */
  GPtrArray  *times; /* of QdWorkTime, the last of which is day and night */
};

/* A file on its way in */
typedef struct
{
  QdScheduleFile *file;
  const char     *path;  /* of the tasks, for messages */
  GHashTable     *rows;  /* id as text -> row + 1 */
  GPtrArray      *hours; /* of QdScheduleHours */
  GArray         *tasks;
  GArray         *links;
  QdMinute        start;
  QdMinute        status;
  gint64          minutes; /* of all tasks and lags */
} QdScheduleReader;

int        qd_schedule_reader_find_hours (QdScheduleReader *reader,
                                          const char       *name);
GTimeZone *qd_schedule_reader_get_zone (QdScheduleReader *reader,
                                        guint             calendar);
gboolean   qd_schedule_reader_read_minute (JsonObject *object,
                                           const char *key,
                                           GTimeZone  *zone,
                                           gboolean    end_of_day,
                                           QdMinute   *minute,
                                           const char *path,
                                           GError    **error);
gboolean   qd_schedule_reader_read_tasks (QdScheduleReader *reader,
                                          JsonNode         *node,
                                          GError          **error);

G_END_DECLS
