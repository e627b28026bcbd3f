/* qd-tenant-contact.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-record.h"

G_BEGIN_DECLS

#define QD_TYPE_TENANT_CONTACT (qd_tenant_contact_get_type ())

G_DECLARE_FINAL_TYPE (QdTenantContact, qd_tenant_contact, QD, TENANT_CONTACT, QdRecord)

/**
 * QdTenantContact:
 *
 * Who at the customer is told of maintenance and incidents of a tenant.
 *
 * Its fields may be read; they are set as properties, and only on a draft.
 */
struct _QdTenantContact
{
  QdRecord parent_instance;

  gint64   tenant;
  char    *name;
  char    *role;
  char    *email;
  gboolean operational; /* its address is in Switchboard */
  char    *notes;
};

G_END_DECLS
