/* qd-copy-difference.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-changes.h"

G_BEGIN_DECLS

QdChanges *qd_copy_difference_new (const char   *from,
                                   const char   *to,
                                   const char   *label,
                                   GCancellable *cancellable,
                                   GError      **error);

G_END_DECLS
