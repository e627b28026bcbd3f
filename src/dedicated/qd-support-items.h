/* qd-support-items.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-minute-clock.h"
#include "qd-support-item.h"

G_BEGIN_DECLS

#define QD_TYPE_SUPPORT_ITEMS (qd_support_items_get_type ())

G_DECLARE_FINAL_TYPE (QdSupportItems, qd_support_items, QD, SUPPORT_ITEMS, GObject)

QdSupportItems *qd_support_items_new (GType          type,
                                      QdFactBook    *book,
                                      QdMinuteClock *clock);
GType           qd_support_items_get_record_type (QdSupportItems *self);
GListModel     *qd_support_items_get_accounts (QdSupportItems *self);
GListModel     *qd_support_items_get_model (QdSupportItems *self);
guint           qd_support_items_count (QdSupportItems  *self,
                                        QdSupportSection section);
guint           qd_support_items_count_late (QdSupportItems *self);
void            qd_support_items_set_show_codenames (QdSupportItems *self,
                                                     gboolean        show_codenames);

G_END_DECLS
