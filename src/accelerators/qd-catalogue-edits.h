/* qd-catalogue-edits.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-catalogue.h"

G_BEGIN_DECLS

/*
 * What can be done to a content module. Each is one edit and one step to undo, and
 * ends with qd_store_edit_finish().
 */

QdContentModule *qd_catalogue_create_draft (QdCatalogue       *self,
                                            QdCatalogueModule *module);
QdContentModule *qd_catalogue_create_own (QdCatalogue     *self,
                                          QdModuleCategory category,
                                          const char      *name);
void             qd_catalogue_save_async (QdCatalogue        *self,
                                          QdContentModule    *draft,
                                          GAsyncReadyCallback callback,
                                          gpointer            user_data);
void             qd_catalogue_add_async (QdCatalogue        *self,
                                         QdContentModule    *draft,
                                         GAsyncReadyCallback callback,
                                         gpointer            user_data);
void             qd_catalogue_reset_async (QdCatalogue        *self,
                                           QdCatalogueModule  *module,
                                           GAsyncReadyCallback callback,
                                           gpointer            user_data);
void             qd_catalogue_delete_async (QdCatalogue        *self,
                                            QdCatalogueModule  *module,
                                            GAsyncReadyCallback callback,
                                            gpointer            user_data);

G_END_DECLS
