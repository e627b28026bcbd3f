/* qd-module-words.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-catalogue-module.h"

G_BEGIN_DECLS

char *qd_catalogue_module_dup_size_words (QdCatalogueModule *self);

G_END_DECLS
