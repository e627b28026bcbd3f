/* qd-mspdi-file.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-mspdi-private.h"

G_BEGIN_DECLS

#define QD_MSPDI_ERROR (qd_mspdi_error_quark ())

/**
 * QdMspdiError:
 * @QD_MSPDI_ERROR_NOT_XML: the bytes are no XML, or of a kind that is not read
 * @QD_MSPDI_ERROR_NOT_PROJECT: it is XML of another program
 * @QD_MSPDI_ERROR_TOO_LARGE: there is more than is read
 * @QD_MSPDI_ERROR_BAD_VALUE: an element says what cannot be
 */
typedef enum
{
  QD_MSPDI_ERROR_NOT_XML,
  QD_MSPDI_ERROR_NOT_PROJECT,
  QD_MSPDI_ERROR_TOO_LARGE,
  QD_MSPDI_ERROR_BAD_VALUE,
} QdMspdiError;

GQuark qd_mspdi_error_quark (void);

/* A plan of 10,000 tasks has a tenth of this. */
#define QD_MSPDI_MAX_BYTES (32 * 1024 * 1024)

/* Elements within elements; the format itself has eight. */
#define QD_MSPDI_MAX_DEPTH 64

/* What an element that is not there leaves behind; a minute that is not there is QD_MINUTE_NONE. */
#define QD_MSPDI_NONE G_MININT

typedef enum
{
  QD_MSPDI_VALUE_TEXT,
  QD_MSPDI_VALUE_INTEGER,
  QD_MSPDI_VALUE_BOOLEAN,
  QD_MSPDI_VALUE_MINUTE,
  QD_MSPDI_VALUE_DURATION,
  QD_MSPDI_VALUE_TIME,
} QdMspdiValue;

typedef struct
{
  int line;
  int predecessor;
  int type;
  int cross_project;
  int lag;
  int lag_format;
} QdMspdiLink;

typedef struct
{
  int      number;
  QdMinute start;
  QdMinute finish;
  int      duration;
} QdMspdiBaseline;

/**
 * QdMspdiTask:
 * @line: of the file, where it begins
 * @links: of QdMspdiLink
 * @baselines: of QdMspdiBaseline
 *
 * A row as the file has it. Durations are in minutes.
 */
typedef struct
{
  int      line;
  int      uid;
  int      is_null;
  int      level;
  int      duration;
  int      duration_format;
  int      work;
  int      milestone;
  int      summary;
  int      percent;
  int      constraint_type;
  int      calendar;
  QdMinute start;
  QdMinute finish;
  QdMinute constraint;
  QdMinute deadline;
  char    *name;
  char    *contact;
  char    *notes;
  char    *fields[QD_MSPDI_N_FIELDS];
  GArray  *links;
  GArray  *baselines;
} QdMspdiTask;

/* When work begins and ends on each day of a week, in minutes; [0] is Sunday, none for a day without work. */
typedef struct
{
  int uid;
  int from[7];
  int until[7];
} QdMspdiCalendar;

typedef struct
{
  int   uid;
  char *name;
} QdMspdiResource;

typedef struct
{
  int task;
  int resource;
} QdMspdiAssignment;

/**
 * QdMspdiFile:
 * @tasks: (element-type QdMspdiTask): in the order of the file
 * @calendars: of QdMspdiCalendar
 * @resources: (element-type QdMspdiResource)
 * @assignments: of QdMspdiAssignment
 * @ours: whether it has our ids
 *
 * What is in a file of Microsoft Project, each value checked but nothing compared
 * with another.
 */
typedef struct
{
  char      *uid;
  char      *name;
  char      *title;
  char      *category;
  char      *company;
  QdMinute   start;
  QdMinute   finish;
  QdMinute   status;
  int        calendar;
  gboolean   ours;
  GPtrArray *tasks;
  GArray    *calendars;
  GPtrArray *resources;
  GArray    *assignments;
} QdMspdiFile;

QdMspdiFile *qd_mspdi_file_new (GBytes  *bytes,
                                GError **error);
void         qd_mspdi_file_free (QdMspdiFile *self);

/* What the text of an element says */

gboolean     qd_mspdi_value_parse (QdMspdiValue value,
                                   const char  *text,
                                   gpointer     field);
char        *qd_mspdi_value_dup_complaint (QdMspdiValue value,
                                           const char  *element,
                                           const char  *text);
char        *qd_mspdi_decode (GBytes  *bytes,
                              GError **error);
gboolean     qd_mspdi_fail (int         line,
                            const char *what,
                            GError    **error);
gboolean     qd_mspdi_fail_malformed (const char *text,
                                      int         line,
                                      gboolean    inside,
                                      GError    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdMspdiFile, qd_mspdi_file_free)

G_END_DECLS
