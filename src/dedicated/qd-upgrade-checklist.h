/* qd-upgrade-checklist.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-account.h"
#include "qd-fact-book.h"
#include "qd-tenant.h"
#include "qd-upgrade-request.h"

G_BEGIN_DECLS

/* Checklists, of which a record keeps the keys that are done, one a line. */

gboolean    qd_upgrade_check_account (QdAccount *account,
                                      GError   **error);
GPtrArray  *qd_upgrade_list_open (QdFactBook       *book,
                                  QdUpgradeRequest *request);
GPtrArray  *qd_tenant_list_open_inputs (QdFactBook *book,
                                        QdTenant   *tenant);
gboolean    qd_checklist_has_key (const char *keys,
                                  const char *key);
char       *qd_checklist_set_key (const char *keys,
                                  const char *key,
                                  gboolean    done);
QdFieldLock qd_tenant_get_field_lock (QdFactBook *book,
                                      QdTenant   *tenant,
                                      const char *property);

G_END_DECLS
