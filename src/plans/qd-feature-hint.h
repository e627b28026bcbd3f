/* qd-feature-hint.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-fact-book.h"

G_BEGIN_DECLS

#define QD_TYPE_FEATURE_HINT (qd_feature_hint_get_type ())

G_DECLARE_FINAL_TYPE (QdFeatureHint, qd_feature_hint, QD, FEATURE_HINT, AdwBin)

GtkWidget  *qd_feature_hint_new (gboolean with_link);
void        qd_feature_hint_show (QdFeatureHint     *self,
                                  QdFactBook        *book,
                                  const char *const *texts,
                                  gsize              n_texts);
const char *qd_feature_hint_get_words (QdFeatureHint *self);

G_END_DECLS
