/* qd-leaks.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-audience.h"
#include "qd-portfolio.h"

G_BEGIN_DECLS

/**
 * QdLeaks:
 *
 * Looks, while something is written for an audience, for names that it must not
 * read, and refuses the whole where there is one.
 */
typedef struct _QdLeaks QdLeaks;

QdLeaks                *qd_leaks_new (QdPortfolio *portfolio,
                                      QdAudience   audience,
                                      gint64       account);
void                    qd_leaks_free (QdLeaks *self);
void                    qd_leaks_look (QdLeaks    *self,
                                       const char *text,
                                       const char *place);
char                   *qd_leaks_take (QdLeaks    *self,
                                       GType       type,
                                       const char *column,
                                       const char *text,
                                       const char *place);
char                   *qd_leaks_dup_read (QdLeaks    *self,
                                           const char *text);
gboolean                qd_leaks_check (QdLeaks *self,
                                        GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdLeaks, qd_leaks_free)

G_END_DECLS
