/* qd-mspdi-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-plan-outline.h"

G_BEGIN_DECLS

#define QD_MSPDI_NAMESPACE "http://schemas.microsoft.com/project"

/**
 * QdMspdiField:
 * @QD_MSPDI_FIELD_KIND: Phase, or a kind of task
 * @QD_MSPDI_FIELD_CONSTRAINT: there for one that a person set, rather than one that holds a task where it is
 * @QD_MSPDI_FIELD_ID: of the phase or task; a file without it is not of ours
 *
 * What has no place in the file but the text columns that Microsoft Project
 * leaves to its users.
 */
typedef enum
{
  QD_MSPDI_FIELD_KIND,
  QD_MSPDI_FIELD_STATUS,
  QD_MSPDI_FIELD_CUSTOMER_OWNER,
  QD_MSPDI_FIELD_OBJECTIVE,
  QD_MSPDI_FIELD_SIDE,
  QD_MSPDI_FIELD_CONSTRAINT,
  QD_MSPDI_FIELD_MODULE,
  QD_MSPDI_FIELD_SOURCE,
  QD_MSPDI_FIELD_VISIBILITY,
  QD_MSPDI_FIELD_ID,
  QD_MSPDI_N_FIELDS,
} QdMspdiField;

/**
 * QdMspdiColumn:
 * @id: of the column, as the file names it
 * @name: Text1 and so on
 * @alias: what is above it; a reader knows it by this, in every language
 */
typedef struct
{
  const char *id;
  const char *name;
  const char *alias;
} QdMspdiColumn;

extern const QdMspdiColumn qd_mspdi_columns[QD_MSPDI_N_FIELDS];

#define QD_MSPDI_PHASE "Phase"

/* Between tags, whatever is in it. Indented by @depth. */

void qd_mspdi_append (GString    *xml,
                      guint       depth,
                      const char *element,
                      const char *text);
void qd_mspdi_append_number (GString    *xml,
                             guint       depth,
                             const char *element,
                             gint64      number);
void qd_mspdi_append_minute (GString    *xml,
                             guint       depth,
                             const char *element,
                             QdMinute    minute);
void qd_mspdi_append_duration (GString    *xml,
                               guint       depth,
                               const char *element,
                               gint64      minutes);
void qd_mspdi_append_time (GString    *xml,
                           guint       depth,
                           const char *element,
                           int         minute);
void qd_mspdi_open (GString    *xml,
                    guint       depth,
                    const char *element);
void qd_mspdi_close (GString    *xml,
                     guint       depth,
                     const char *element);

void qd_mspdi_append_calendars (GString             *xml,
                                const QdPlanOutline *outline);
int  qd_mspdi_get_calendar (const QdPlanOutline *outline,
                            const QdOutlineTask *task);
void qd_mspdi_get_usual_hours (const QdPlanOutline *outline,
                               int                 *from,
                               int                 *until);

G_END_DECLS
