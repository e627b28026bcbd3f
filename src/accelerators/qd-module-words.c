/* qd-module-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-module-words"

#include "qd-module-words.h"

#include <glib/gi18n.h>

#include "qd-duration.h"

/* Returns: (transfer full): “Lab, 2 h” */
char *
qd_catalogue_module_dup_size_words (QdCatalogueModule *self)
{
  g_autofree char *length = NULL;

  g_return_val_if_fail (QD_IS_CATALOGUE_MODULE (self), NULL);

  length = qd_duration_dup_words (qd_catalogue_module_get_minutes (self));

  /* Translators: a kind of content module, and how long it takes */
  return g_strdup_printf (_ ("%1$s, %2$s"), _ (qd_nicks_get_label (qd_module_kinds, self->kind)), length);
}
