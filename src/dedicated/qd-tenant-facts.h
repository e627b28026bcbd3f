/* qd-tenant-facts.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-fact-book.h"
#include "qd-tenant.h"

G_BEGIN_DECLS

#define QD_TYPE_TENANT_FACTS (qd_tenant_facts_get_type ())

G_DECLARE_FINAL_TYPE (QdTenantFacts, qd_tenant_facts, QD, TENANT_FACTS, AdwBin)

void qd_tenant_facts_bind (QdTenantFacts *self,
                           QdFactBook    *book,
                           QdTenant      *tenant);

G_END_DECLS
