/* qd-locked-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-fact.h"

G_BEGIN_DECLS

#define QD_TYPE_LOCKED_ROW (qd_locked_row_get_type ())

G_DECLARE_FINAL_TYPE (QdLockedRow, qd_locked_row, QD, LOCKED_ROW, AdwActionRow)

QdLockedRow *qd_locked_row_new (GType       type,
                                const char *property,
                                GtkWidget  *editor);
const char  *qd_locked_row_get_property (QdLockedRow *self);
void         qd_locked_row_show (QdLockedRow *self,
                                 QdFieldLock  lock,
                                 const char  *value);
void         qd_locked_row_close (QdLockedRow *self);

G_END_DECLS
