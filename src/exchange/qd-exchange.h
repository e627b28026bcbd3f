/* qd-exchange.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-audience.h"
#include "qd-portfolio.h"

G_BEGIN_DECLS

#define QD_EXCHANGE_ERROR (qd_exchange_error_quark ())

/**
 * QdExchangeError:
 * @QD_EXCHANGE_ERROR_AUDIENCE: it is not for that audience, or would give a name away
 * @QD_EXCHANGE_ERROR_NOT_FOUND: there is no such record
 * @QD_EXCHANGE_ERROR_TARGET: the file cannot be written there
 */
typedef enum
{
  QD_EXCHANGE_ERROR_AUDIENCE,
  QD_EXCHANGE_ERROR_NOT_FOUND,
  QD_EXCHANGE_ERROR_TARGET,
} QdExchangeError;

GQuark qd_exchange_error_quark (void);

/* What a file holds. */
typedef enum
{
  QD_EXCHANGE_KIND_PORTFOLIO,
  QD_EXCHANGE_KIND_ACCOUNT,
  QD_EXCHANGE_KIND_PLAN,
  QD_EXCHANGE_KIND_TEMPLATE,
} QdExchangeKind;

extern const QdNick qd_exchange_kinds[];

GBytes             *qd_exchange_export (QdPortfolio   *portfolio,
                                        QdExchangeKind kind,
                                        gint64         id,
                                        QdAudience     audience,
                                        GError       **error);
gboolean            qd_exchange_write_file (GBytes       *bytes,
                                            const char   *path,
                                            GCancellable *cancellable,
                                            GError      **error);
void                qd_exchange_write_file_async (GBytes             *bytes,
                                                  GFile              *file,
                                                  GCancellable       *cancellable,
                                                  GAsyncReadyCallback callback,
                                                  gpointer            user_data);
gboolean            qd_exchange_write_file_finish (GAsyncResult *result,
                                                   GError      **error);

G_END_DECLS
