/* qd-tenant-contact.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-tenant-contact"

#include "qd-tenant-contact.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (QdTenantContact, qd_tenant_contact, QD_TYPE_RECORD)

static const QdColumn columns[] = {
  QD_COLUMN_REFERENCE (QdTenantContact, tenant, N_ ("Tenant")),
  QD_COLUMN_LINE (QdTenantContact, name, N_ ("Name")),
  QD_COLUMN_LINE (QdTenantContact, role, N_ ("Role"), .nullable = TRUE),
  QD_COLUMN_LINE (QdTenantContact, email, N_ ("E-Mail"), .nullable = TRUE),
  QD_COLUMN_BOOLEAN (QdTenantContact, operational, N_ ("Operational Contact")),
  QD_COLUMN_TEXT (QdTenantContact, notes, N_ ("Notes"), .nullable = TRUE),
};

static void
qd_tenant_contact_class_init (QdTenantContactClass *klass)
{
  qd_record_class_install_columns (QD_RECORD_CLASS (klass), "tenant_contact", columns, G_N_ELEMENTS (columns));
}

static void
qd_tenant_contact_init (QdTenantContact *self)
{
}
