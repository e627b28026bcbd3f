/* qd-tenant-save.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-fact-book.h"
#include "qd-shell.h"

G_BEGIN_DECLS

void qd_tenant_save_present (GtkWidget  *parent,
                             QdFactBook *book,
                             GPtrArray  *tenants);

G_END_DECLS
