/* qd-outline-import-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-outline-import.h"

G_BEGIN_DECLS

/**
 * QdOutlineImport:
 * @plan: (nullable): the one that is there
 * @before: (nullable): and what is in it
 * @known: id -> index and 1 of a task of @before
 * @tasks: ids, by the index in @outline, as of the two below
 *
 * An outline that becomes a file of ours.
 */
typedef struct
{
  QdPortfolio   *portfolio;
  QdPlanOutline *outline;
  QdAccount     *account;
  QdPlan        *plan;
  QdPlanOutline *before;
  GHashTable    *known;
  gint64        *tasks;
  gint64        *phases;
  gint64        *objectives;
} QdOutlineImport;

gint64     qd_outline_import_create_id (GType type);
gint64     qd_outline_import_claim_id (QdOutlineImport *import,
                                       GType            type,
                                       gint64           id);
void       qd_outline_import_resolve (QdOutlineImport *import);
JsonArray *qd_outline_import_write_tasks (QdOutlineImport *import);

/* Members of an object; what there is none of is not written. */

void       qd_json_set_text (JsonObject *object,
                             const char *member,
                             const char *text);
void       qd_json_set_id (JsonObject *object,
                           const char *member,
                           gint64      id);
void       qd_json_set_day (JsonObject *object,
                            const char *member,
                            int         day);
void       qd_json_set_integer (JsonObject *object,
                                const char *member,
                                gint64      number);
void       qd_json_set_choice (JsonObject   *object,
                               const char   *member,
                               const QdNick *nicks,
                               int           value);

G_END_DECLS
