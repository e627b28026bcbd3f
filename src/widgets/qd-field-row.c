/* qd-field-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-field-row"

#include "qd-field-row.h"

#include <glib/gi18n.h>

#include "qd-day-row.h"
#include "qd-enum-row.h"
#include "qd-notes-view.h"
#include "qd-switch-row.h"
#include "qd-text-row.h"
#include "qd-zone-row.h"

static GtkWidget *
create_text_row (const char     *field,
                 const QdColumn *column)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (_ (column->label));
  GtkWidget *view = qd_notes_view_new (field);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_size_request (view, -1, 64);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), view);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);

  return row;
}

/**
 * qd_field_row_new:
 * @type: of the record
 * @field: the name of a column, for money two with a space between
 *
 * Returns: (transfer floating): a row that edits it, to be bound to a record, see #QdEditor; of a text of
 *   several lines the editor is in the row
 */
GtkWidget *
qd_field_row_new (GType       type,
                  const char *field)
{
  g_auto(GStrv) names = g_strsplit (field, " ", 2);
  const QdColumn *column = qd_record_find_column (type, names[0]);

  g_return_val_if_fail (column != NULL, adw_action_row_new ());

  switch (column->kind)
    {
    case QD_COLUMN_KIND_ENUM:
      return qd_enum_row_new (field);

    case QD_COLUMN_KIND_DAY:
      return qd_day_row_new (field);

    case QD_COLUMN_KIND_BOOLEAN:
      return qd_switch_row_new (field);

    case QD_COLUMN_KIND_TEXT:
      if (!column->line)
        return create_text_row (field, column);

      return g_str_equal (column->name, "time_zone") ? qd_zone_row_new (field) : qd_text_row_new (field);

    case QD_COLUMN_KIND_INTEGER:
    case QD_COLUMN_KIND_REAL:
    case QD_COLUMN_KIND_REFERENCE:
    default:
      return qd_text_row_new (field);
    }
}
