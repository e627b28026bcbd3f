/* qd-import-plan.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "qd-portfolio.h"

G_BEGIN_DECLS

/**
 * QdImportOutcome:
 * @QD_IMPORT_ADD: it is not there yet
 * @QD_IMPORT_CHANGE: it is there, and something differs
 * @QD_IMPORT_LEAVE: it is there, and nothing differs
 *
 * What an import would do with a record.
 */
typedef enum
{
  QD_IMPORT_ADD,
  QD_IMPORT_CHANGE,
  QD_IMPORT_LEAVE,
  QD_IMPORT_N_OUTCOMES,
} QdImportOutcome;

/**
 * QdImportChange:
 * @label: of the field, translated
 * @before: as people read it, empty for none
 */
typedef struct
{
  char *label;
  char *before;
  char *after;
} QdImportChange;

#define QD_TYPE_IMPORT_ROW (qd_import_row_get_type ())

G_DECLARE_FINAL_TYPE (QdImportRow, qd_import_row, QD, IMPORT_ROW, GObject)

/**
 * QdImportRow:
 *
 * A record of the file, and what would become of it. Its fields may be read.
 */
struct _QdImportRow
{
  GObject         parent_instance;

  QdImportOutcome outcome;
  GType           type;
  const char     *kind; /* what it is, translated */
  char           *title;
  char           *place;   /* what it is part of, such as “Acme › Onboarding”; may be empty */
  GPtrArray      *changes; /* of QdImportChange */
};

#define QD_TYPE_IMPORT_PLAN (qd_import_plan_get_type ())

G_DECLARE_FINAL_TYPE (QdImportPlan, qd_import_plan, QD, IMPORT_PLAN, GObject)

QdImportPlan *qd_import_plan_new (QdPortfolio *portfolio,
                                  GBytes      *bytes,
                                  GError     **error);
QdImportPlan *qd_import_plan_new_from_json (QdPortfolio *portfolio,
                                            JsonNode    *root,
                                            int          n_days,
                                            GError     **error);
GPtrArray    *qd_import_plan_get_rows (QdImportPlan *self);
guint         qd_import_plan_get_count (QdImportPlan   *self,
                                        QdImportOutcome outcome);
char         *qd_import_plan_dup_summary (QdImportPlan *self);
void          qd_import_plan_apply_async (QdImportPlan       *self,
                                          const char         *label,
                                          GCancellable       *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer            user_data);

const char   *qd_import_get_kind (GType type);
GBytes       *qd_import_read_file (GFile        *file,
                                   GCancellable *cancellable,
                                   GError      **error);

G_END_DECLS
