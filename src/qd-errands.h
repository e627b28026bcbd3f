/* qd-errands.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * QdErrands:
 *
 * What is asked of the app from elsewhere, such as to open a link or to begin with a new
 * account: it waits until there is a window that shows the portfolio.
 */
typedef struct _QdErrands QdErrands;

QdErrands                *qd_errands_new (GApplication *app);
void                      qd_errands_free (QdErrands *self);
void                      qd_errands_add (QdErrands  *self,
                                          const char *action,
                                          GVariant   *parameter);
void                      qd_errands_run (QdErrands    *self,
                                          GActionGroup *window);
void                      qd_errands_clear (QdErrands *self);
int                       qd_errands_handle_options (GApplication *app,
                                                     GVariantDict *options);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdErrands, qd_errands_free)

G_END_DECLS
