/* qd-support-item.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-star.h"
#include "qd-support-words.h"

G_BEGIN_DECLS

/**
 * QdSupportSection:
 * @QD_SUPPORT_SECTION_STAR: tickets to ask for attention to now
 * @QD_SUPPORT_SECTION_DUE: what is due, and when is said
 * @QD_SUPPORT_SECTION_OPEN: what is under way, without a time
 * @QD_SUPPORT_SECTION_DONE: what is over
 *
 * What comes first, in that order.
 */
typedef enum
{
  QD_SUPPORT_SECTION_STAR,
  QD_SUPPORT_SECTION_DUE,
  QD_SUPPORT_SECTION_OPEN,
  QD_SUPPORT_SECTION_DONE,
} QdSupportSection;

#define QD_TYPE_SUPPORT_ITEM (qd_support_item_get_type ())

G_DECLARE_FINAL_TYPE (QdSupportItem, qd_support_item, QD, SUPPORT_ITEM, GObject)

/**
 * QdSupportItem:
 *
 * A ticket, an escalation or an upgrade as it stands now, in words. Its fields may be
 * read; `changed` is emitted after an update that made a difference.
 */
struct _QdSupportItem
{
  GObject          parent_instance;

  QdRecord        *record;  /* owned */
  QdAccount       *account; /* owned; (nullable): it is no longer there */
  QdSupportSection section;
  gint64           order; /* in the section: what comes first is less */
  char            *title;
  char            *detail; /* “#610042”, “19.2 → 19.5” */
  char            *account_title;
  char            *owner;
  char            *grade; /* its severity, or how far it is */
  QdTone           grade_tone;
  char            *state;
  char            *due;
  char            *due_exact; /* (nullable) */
  QdTone           due_tone;
  char            *reasons; /* (nullable): why Support should be asked for attention */
  char            *key;     /* what a search looks in: folded by qd_search_fold () */

  /*< private >*/
  gboolean         changed; /* in the update under way */
};

QdSupportItem *qd_support_item_new (gpointer record);
gboolean       qd_support_item_update (QdSupportItem *self,
                                       QdFactBook    *book,
                                       gint64         now,
                                       int            today,
                                       gboolean       show_codenames);
gboolean       qd_support_item_is_open (QdSupportItem *self);
char          *qd_support_item_dup_label (QdSupportItem *self);
int            qd_support_item_compare (gconstpointer a,
                                        gconstpointer b);
const char    *qd_support_section_get_label (QdSupportSection section,
                                             GType            type);

G_END_DECLS
