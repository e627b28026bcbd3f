/* qd-feature-finder.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-fact-book.h"

G_BEGIN_DECLS

/**
 * QdFeatureHit:
 * @at: where in the text it is named, in bytes
 * @length: in bytes
 */
typedef struct
{
  const QdFeatureFact *feature;
  gsize                at;
  gsize                length;
} QdFeatureHit;

/* What Dedicated has and has not, by the words people use. Pure. */

GArray    *qd_features_find (QdFactBook *book,
                             const char *text);
GPtrArray *qd_features_search (QdFactBook *book,
                               const char *text);
char      *qd_feature_dup_warning (const QdFeatureFact *self);

G_END_DECLS
