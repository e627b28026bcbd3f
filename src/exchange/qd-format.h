/* qd-format.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-exchange.h"
#include "qd-plan-writers.h"
#include "qd-report.h"

G_BEGIN_DECLS

/**
 * QdFormatPurpose:
 * @QD_FORMAT_PURPOSE_READ: for people
 * @QD_FORMAT_PURPOSE_KEEP: to be imported again
 * @QD_FORMAT_PURPOSE_GITLAB: to be put into GitLab
 * @QD_FORMAT_PURPOSE_PROGRAM: for another program
 *
 * What a file is for. Formats are offered in this order.
 */
typedef enum
{
  QD_FORMAT_PURPOSE_READ,
  QD_FORMAT_PURPOSE_KEEP,
  QD_FORMAT_PURPOSE_GITLAB,
  QD_FORMAT_PURPOSE_PROGRAM,
  QD_FORMAT_N_PURPOSES,
} QdFormatPurpose;

extern const char *const qd_format_purposes[QD_FORMAT_N_PURPOSES];

typedef struct
{
  QdReportOptions  report;
  QdOutlineOptions outline;
} QdFormatOptions;

/**
 * QdFormat:
 * @nick: on the command line
 * @suffix: how its files end
 * @label: for people, marked for translation
 * @hint: what it is good for, marked for translation
 * @kinds: bits of 1 << QdExchangeKind: what it can hold
 * @create: makes the bytes of a file; of a format that has @write it only says whether the reader may have it
 * @write: (nullable): writes the file itself, whole or not at all, where that is better not done in memory
 *
 * A format that something is exported in.
 */
typedef struct
{
  const char     *nick;
  const char     *suffix;
  const char     *label;
  const char     *hint;
  const char     *mime;
  QdFormatPurpose purpose;
  guint           kinds;
  GBytes *(*create) (QdPortfolio           *portfolio,
                     QdExchangeKind         kind,
                     gint64                 id,
                     QdAudience             audience,
                     const QdFormatOptions *options,
                     GError               **error);
  gboolean (*write) (QdPortfolio           *portfolio,
                     QdExchangeKind         kind,
                     gint64                 id,
                     QdAudience             audience,
                     const QdFormatOptions *options,
                     const char            *path,
                     GCancellable          *cancellable,
                     GError               **error);
} QdFormat;

const QdFormat *qd_formats_get (guint *n_formats);
const QdFormat *qd_format_find (const char *nick);
gboolean        qd_format_holds (const QdFormat *self,
                                 QdExchangeKind  kind);
char           *qd_formats_dup_nicks (QdExchangeKind kind);
gboolean        qd_format_write (const QdFormat        *self,
                                 QdPortfolio           *portfolio,
                                 QdExchangeKind         kind,
                                 gint64                 id,
                                 QdAudience             audience,
                                 const QdFormatOptions *options,
                                 const char            *path,
                                 GCancellable          *cancellable,
                                 GError               **error);
void            qd_format_write_async (const QdFormat        *self,
                                       QdPortfolio           *portfolio,
                                       QdExchangeKind         kind,
                                       gint64                 id,
                                       QdAudience             audience,
                                       const QdFormatOptions *options,
                                       const char            *path,
                                       GCancellable          *cancellable,
                                       GFileProgressCallback  progress,
                                       gpointer               progress_data,
                                       GAsyncReadyCallback    callback,
                                       gpointer               user_data);
char           *qd_format_dup_file_name (const QdFormat *self,
                                         QdPortfolio    *portfolio,
                                         QdExchangeKind  kind,
                                         gint64          id,
                                         QdAudience      audience);
GStrv           qd_format_list_losses (const QdFormat        *self,
                                       QdPortfolio           *portfolio,
                                       QdExchangeKind         kind,
                                       gint64                 id,
                                       QdAudience             audience,
                                       const QdFormatOptions *options);

gboolean        qd_format_is_json (const char *name,
                                   GBytes     *bytes);
gboolean        qd_format_is_xml (const char *name,
                                  GBytes     *bytes);

G_END_DECLS
