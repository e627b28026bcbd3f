/* qd-choice.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-choice"

#include "qd-choice.h"

#include <glib/gi18n.h>

/* @column: (nullable): an enumeration; %NULL empties @labels */
void
qd_choice_fill (GtkStringList  *labels,
                const QdColumn *column)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) texts = NULL;

  g_return_if_fail (column == NULL || column->kind == QD_COLUMN_KIND_ENUM);

  /* Translators: a choice that stands for no value, as of a success tier */
  if (column != NULL && column->nullable)
    g_strv_builder_add (builder, C_ ("choice", "None"));

  for (int i = 0; column != NULL && column->nicks[i].nick != NULL; i++)
    g_strv_builder_add (builder, _ (column->nicks[i].label));

  texts = g_strv_builder_end (builder);
  gtk_string_list_splice (
      labels, 0, g_list_model_get_n_items (G_LIST_MODEL (labels)), (const char *const *)texts);
}

guint
qd_choice_get_position (const QdColumn *column,
                        int             value)
{
  return value + (column->nullable ? 1 : 0);
}

int
qd_choice_get_value (const QdColumn *column,
                     guint           position)
{
  return (int)position - (column->nullable ? 1 : 0);
}
