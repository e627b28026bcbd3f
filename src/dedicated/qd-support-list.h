/* qd-support-list.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-support-items.h"

G_BEGIN_DECLS

/**
 * QdSupportShow:
 * @QD_SUPPORT_SHOW_OPEN: what somebody still works on
 * @QD_SUPPORT_SHOW_STAR: the tickets to ask for attention to now
 * @QD_SUPPORT_SHOW_ALL: what is over, too
 */
typedef enum
{
  QD_SUPPORT_SHOW_OPEN,
  QD_SUPPORT_SHOW_STAR,
  QD_SUPPORT_SHOW_ALL,
} QdSupportShow;

#define QD_TYPE_SUPPORT_LIST (qd_support_list_get_type ())

G_DECLARE_FINAL_TYPE (QdSupportList, qd_support_list, QD, SUPPORT_LIST, AdwBin)

GtkWidget      *qd_support_list_new (QdSupportItems *items);
QdSupportItems *qd_support_list_get_items (QdSupportList *self);
GListModel     *qd_support_list_get_model (QdSupportList *self);
void            qd_support_list_set_filter (QdSupportList *self,
                                            QdSupportShow  show,
                                            gint64         account,
                                            const char    *words);
void            qd_support_list_set_narrow (QdSupportList *self,
                                            gboolean       narrow);
QdSupportItem  *qd_support_list_get_selected (QdSupportList *self);
void            qd_support_list_select (QdSupportList *self,
                                        gint64         record);
void            qd_support_list_focus (QdSupportList *self);

G_END_DECLS
