/* qd-reference-entry-view.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-reference.h"

G_BEGIN_DECLS

#define QD_TYPE_REFERENCE_ENTRY_VIEW (qd_reference_entry_view_get_type ())

G_DECLARE_FINAL_TYPE (QdReferenceEntryView, qd_reference_entry_view, QD, REFERENCE_ENTRY_VIEW, AdwBin)

void        qd_reference_entry_view_bind (QdReferenceEntryView *self,
                                          QdReference          *reference);
void        qd_reference_entry_view_show (QdReferenceEntryView *self,
                                          const char           *key);
const char *qd_reference_entry_view_get_key (QdReferenceEntryView *self);
void        qd_reference_entry_view_focus (QdReferenceEntryView *self);

G_END_DECLS
