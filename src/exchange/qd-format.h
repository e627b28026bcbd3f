/* qd-format.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-exchange.h"
#include "qd-report.h"

G_BEGIN_DECLS

/**
 * QdFormat:
 * @nick: on the command line; also how its files end
 * @label: for people, marked for translation
 * @kinds: bits of 1 << QdExchangeKind: what it can hold
 * @write: writes one file, whole or not at all
 *
 * A format that something is exported in.
 */
typedef struct
{
  const char *nick;
  const char *label;
  const char *mime;
  guint       kinds;
  gboolean (*write) (QdPortfolio           *portfolio,
                     QdExchangeKind         kind,
                     gint64                 id,
                     QdAudience             audience,
                     const QdReportOptions *options,
                     const char            *path,
                     GCancellable          *cancellable,
                     GError               **error);
} QdFormat;

const QdFormat *qd_formats_get (guint *n_formats);
const QdFormat *qd_format_find (const char *nick);
gboolean        qd_format_holds (const QdFormat *self,
                                 QdExchangeKind  kind);
gboolean        qd_format_is_json (const char *name,
                                   GBytes     *bytes);

GBytes         *qd_plan_csv_export (QdPortfolio *portfolio,
                                    gint64       plan,
                                    QdAudience   audience,
                                    GError     **error);

G_END_DECLS
