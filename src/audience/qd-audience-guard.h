/* qd-audience-guard.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-audience.h"

G_BEGIN_DECLS

/**
 * QdAudienceGuard:
 *
 * Knows the names that must not reach an audience, and finds them in text: the
 * real names of customers with a codename, for colleagues; for a customer, its
 * own codename and every other customer.
 *
 * Upper and lower case, accents, spacing and punctuation make no difference,
 * nor does an ending: “Acme” is found in “acme’s” and “ACMES”. A name of up to
 * three letters is found only as it is written.
 */
typedef struct _QdAudienceGuard QdAudienceGuard;

QdAudienceGuard                *qd_audience_guard_new (QdAudience  audience,
                                                       GListModel *accounts,
                                                       gint64      account);
void                            qd_audience_guard_free (QdAudienceGuard *self);
char                           *qd_audience_guard_find (QdAudienceGuard *self,
                                                        const char      *text);
GPtrArray                      *qd_audience_check (const char *text,
                                                   QdAccount  *account);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdAudienceGuard, qd_audience_guard_free)

G_END_DECLS
