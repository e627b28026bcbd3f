/* qd-tenant-forms.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-fact-book.h"
#include "qd-record-dialog.h"
#include "qd-tenant.h"

G_BEGIN_DECLS

/* The dialogs over what a tenant is made of. */

extern const QdForm qd_tenant_form;
extern const QdForm qd_tenant_contact_form;
extern const QdForm qd_switchboard_access_form;
extern const QdForm qd_maintenance_form;
extern const QdForm qd_migration_wave_form;

void                qd_tenant_forms_present (const QdForm *form,
                                             QdPortfolio  *portfolio,
                                             gpointer      record,
                                             gpointer      parent);
void                qd_tenant_forms_present_new (const QdForm *form,
                                                 QdPortfolio  *portfolio,
                                                 GType         type,
                                                 QdTenant     *tenant,
                                                 gpointer      parent);
void                qd_tenant_forms_present_tenant (QdPortfolio *portfolio,
                                                    gint64       account,
                                                    gpointer     parent);

G_END_DECLS
