/* qd-tenant-save.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-fact-book.h"

G_BEGIN_DECLS

void qd_tenant_save_present (GtkWidget  *parent,
                             QdFactBook *book,
                             gint64      now);

G_END_DECLS
