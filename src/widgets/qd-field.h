/* qd-field.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-record.h"
#include "qd-store.h"

G_BEGIN_DECLS

#define QD_TYPE_FIELD (qd_field_get_type ())

G_DECLARE_FINAL_TYPE (QdField, qd_field, QD, FIELD, GObject)

QdField        *qd_field_new (void);
const char     *qd_field_get_name (QdField *self);
void            qd_field_set_name (QdField    *self,
                                   const char *name);
void            qd_field_bind (QdField *self,
                               QdStore *store,
                               gpointer record);
void            qd_field_bind_new (QdField *self,
                                   QdStore *store,
                                   gpointer draft);
gpointer        qd_field_get_record (QdField *self);
const QdColumn *qd_field_get_column (QdField *self);
const char     *qd_field_get_label (QdField *self);
const char     *qd_field_get_problem (QdField *self);
gboolean        qd_field_get_value (QdField *self,
                                    GValue  *value);
char           *qd_field_dup_text (QdField *self);
gboolean        qd_field_commit (QdField      *self,
                                 const GValue *value);
gboolean        qd_field_commit_int (QdField *self,
                                     int      value);
gboolean        qd_field_commit_text (QdField    *self,
                                      const char *text);
void            qd_field_reset (QdField *self);

G_END_DECLS
