/* qd-salvage.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * QdSalvageKind:
 * @table: of the records
 * @n_found: rows that could be told to be of this kind
 * @n_kept: of these, how many the new file has
 * @n_mended: of those kept, how many lost a value, a reference or the end of a text
 * @n_made: made anew because others refer to them
 * @findings: (element-type utf8): a sentence for each that was mended or left out
 */
typedef struct
{
  char      *table;
  guint      n_found;
  guint      n_kept;
  guint      n_mended;
  guint      n_made;
  GPtrArray *findings;
} QdSalvageKind;

/**
 * QdSalvageReport:
 * @kinds: (element-type QdSalvageKind): in the order of the schema
 * @n_pages: of the file
 * @n_stray: pages with records to which no other page led any more
 * @n_missing: records that are named elsewhere in the file and were not found
 * @log_is_cut: the last edits before the damage may be missing
 *
 * What came of a salvage.
 */
typedef struct
{
  GPtrArray *kinds;
  guint      n_pages;
  guint      n_stray;
  guint      n_missing;
  gboolean   log_is_cut;
} QdSalvageReport;

void             qd_salvage_report_free (QdSalvageReport *self);

QdSalvageReport *qd_salvage_run (const char        *path,
                                 const char        *output,
                                 const char *const *scripts,
                                 const GType       *types,
                                 guint              n_types,
                                 int               *permille,
                                 GCancellable      *cancellable,
                                 GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdSalvageReport, qd_salvage_report_free)

G_END_DECLS
