/* qd-reference-finder.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-reference.h"

G_BEGIN_DECLS

#define QD_TYPE_REFERENCE_FINDER (qd_reference_finder_get_type ())

G_DECLARE_FINAL_TYPE (QdReferenceFinder, qd_reference_finder, QD, REFERENCE_FINDER, AdwBin)

void        qd_reference_finder_bind (QdReferenceFinder *self,
                                      QdReference       *reference);
void        qd_reference_finder_focus (QdReferenceFinder *self);
const char *qd_reference_finder_get_selected (QdReferenceFinder *self);
void        qd_reference_finder_select (QdReferenceFinder *self,
                                        const char        *key);
void        qd_reference_finder_set_tag (QdReferenceFinder *self,
                                         const char        *tag);
int         qd_reference_finder_get_category (QdReferenceFinder *self);
void        qd_reference_finder_note_recent (QdReferenceFinder *self);
void        qd_reference_finder_set_narrow (QdReferenceFinder *self,
                                            gboolean           narrow);

G_END_DECLS
