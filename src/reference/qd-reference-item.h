/* qd-reference-item.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "qd-reference-entry.h"

G_BEGIN_DECLS

#define QD_TYPE_REFERENCE_ITEM (qd_reference_item_get_type ())

G_DECLARE_FINAL_TYPE (QdReferenceItem, qd_reference_item, QD, REFERENCE_ITEM, GObject)

/**
 * QdReferenceItem:
 *
 * An entry as one place in a list shows it. Its fields may be read; it never changes.
 */
struct _QdReferenceItem
{
  GObject           parent_instance;

  QdReferenceEntry *entry;
  char             *heading; /* what stands above all of its kind */
  char             *title;   /* Pango markup, as is the next */
  char             *detail;
};

QdReferenceItem *qd_reference_item_new (QdReferenceEntry  *entry,
                                        const char        *heading,
                                        const char        *passage,
                                        const char *const *terms);

G_END_DECLS
