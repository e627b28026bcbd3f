/* qd-import-entry.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "qd-audience.h"
#include "qd-record.h"

G_BEGIN_DECLS

typedef struct _QdImportEntry QdImportEntry;

/**
 * QdImportEntry:
 * @path: where it is in the file
 * @object: (transfer none): what the file says
 * @parent: (nullable): what it stands in
 * @listed: whether it is to be imported, or only says what something belongs to
 * @draft: as the file has it, with the ids of the file
 * @match: (transfer none) (nullable): the live record that it is
 * @result: (nullable): the draft to be written
 *
 * A record of a file.
 */
struct _QdImportEntry
{
  GType          type;
  char          *path;
  JsonObject    *object;
  QdImportEntry *parent;
  gboolean       listed;
  QdRecord      *draft;
  gpointer       match;
  QdRecord      *result;
};

/**
 * QdImportEntries:
 * @entries: (element-type QdImportEntry): each after what it refers to
 * @audience: who the file was written for
 *
 * What a file holds, read strictly and checked, but not yet compared.
 */
typedef struct
{
  JsonNode   *root;
  GPtrArray  *entries;
  GHashTable *by_id; /* of entries, by type and id */
  QdAudience  audience;
  int         n_days; /* that every day is shifted by */
  guint       minor;  /* of the version the file is in */
} QdImportEntries;

QdImportEntries *qd_import_entries_read (JsonNode *root,
                                         int       n_days,
                                         GError  **error);
void             qd_import_entries_free (QdImportEntries *self);
QdImportEntry   *qd_import_entries_find (QdImportEntries *self,
                                         GType            type,
                                         gint64           id);
QdRecord        *qd_import_create_draft (GType       type,
                                         const char *id);
void             qd_import_entry_free (QdImportEntry *self);
gboolean         qd_import_entry_start (QdImportEntry *self,
                                        JsonNode      *node,
                                        GError       **error);
gboolean         qd_import_entry_fill (QdImportEntry *self,
                                       int            n_days,
                                       guint          minor,
                                       GError       **error);
gboolean         qd_import_entry_set_member (QdImportEntry *self,
                                             const char    *key,
                                             GError       **error);
gboolean         qd_import_entry_fail_with (QdImportEntry *self,
                                            const char    *key,
                                            GError        *reason,
                                            GError       **error);
gboolean         qd_import_entry_fail (QdImportEntry *self,
                                       const char    *key,
                                       const char    *what,
                                       GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdImportEntries, qd_import_entries_free)

G_END_DECLS
