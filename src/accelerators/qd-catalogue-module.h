/* qd-catalogue-module.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-content-module.h"

G_BEGIN_DECLS

/**
 * QdModuleState:
 * @QD_MODULE_STATE_SHIPPED: as it ships with the app
 * @QD_MODULE_STATE_EDITED: it ships, and a person has changed it
 * @QD_MODULE_STATE_OWN: a person's own
 */
typedef enum
{
  QD_MODULE_STATE_SHIPPED,
  QD_MODULE_STATE_EDITED,
  QD_MODULE_STATE_OWN,
} QdModuleState;

#define QD_TYPE_CATALOGUE_MODULE (qd_catalogue_module_get_type ())

G_DECLARE_FINAL_TYPE (QdCatalogueModule, qd_catalogue_module, QD, CATALOGUE_MODULE, GObject)

/**
 * QdCatalogueModule:
 *
 * A content module as the catalogue has it, wherever it comes from. Its fields may
 * be read; it never changes.
 *
 * Of a session or a lab, the first of the tasks prepares it and the others follow it.
 * A task that begins with “CSA” is done by the CSA; the others are the customer's.
 */
struct _QdCatalogueModule
{
  GObject       parent_instance;

  QdModuleState state;
  gint64        id; /* of the QdContentModule; 0 where it ships with the app */
  char         *key;
  int           category; /* QdModuleCategory */
  char         *name;
  char         *description;
  char         *outcome;
  int           kind;        /* QdModuleKind */
  int           accelerator; /* QdAccelerator */
  gint64        duration;    /* working minutes; none: as is usual for its kind */
  char        **phases;      /* (nullable) */
  char        **tasks;       /* (nullable) */
  char         *deliverable;
  char        **listed; /* (nullable): the keys of the lists that have it */
  char         *source;
  char         *url;
  int           checked;  /* the day the source was */
  double        position; /* among those that do not ship */
};

GPtrArray         *qd_catalogue_load_shipped (GError **error);
QdCatalogueModule *qd_catalogue_module_new_from_record (QdContentModule   *record,
                                                        QdCatalogueModule *shipped);
void               qd_catalogue_module_fill_record (QdCatalogueModule *self,
                                                    QdContentModule   *draft);
gboolean           qd_catalogue_module_equal (QdCatalogueModule *self,
                                              QdCatalogueModule *other);
gint64             qd_catalogue_module_get_minutes (QdCatalogueModule *self);
gboolean           qd_catalogue_module_is_meeting (QdCatalogueModule *self);
gboolean           qd_catalogue_module_matches (QdCatalogueModule *self,
                                                const char *const *words);

G_END_DECLS
