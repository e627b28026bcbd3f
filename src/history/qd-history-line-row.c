/* qd-history-line-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-history-line-row"

#include "qd-history-line-row.h"

#include <glib/gi18n.h>

#include "qd-history-look.h"

/* Of a text that is longer than this many lines, the rest is left out. */
#define MAX_LINES 6

/**
 * QdHistoryLineRow:
 *
 * What happened to one field: what it is called above what stood there and what stands there now;
 * or to a record as a whole.
 */
struct _QdHistoryLineRow
{
  GtkBox     parent_instance;

  GtkLabel  *record;
  GtkLabel  *field;
  GtkLabel  *before;
  GtkLabel  *arrow;
  GtkLabel  *after;
  GtkWidget *values;
};

G_DEFINE_FINAL_TYPE (QdHistoryLineRow, qd_history_line_row, GTK_TYPE_BOX)

static const char *
get_whole_words (QdHistoryOp op)
{
  switch (op)
    {
    case QD_HISTORY_ADDED:
      return C_ ("history", "Added");

    case QD_HISTORY_REMOVED:
      return C_ ("history", "Removed");

    case QD_HISTORY_CHANGED:
    default:
      return C_ ("history", "Changed");
    }
}

static GtkLabel *
create_label (const char *style)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (label, MAX_LINES);
  gtk_widget_set_valign (GTK_WIDGET (label), GTK_ALIGN_START);

  if (style != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (label), style);

  return label;
}

static void
qd_history_line_row_class_init (QdHistoryLineRowClass *klass)
{
}

static void
qd_history_line_row_init (QdHistoryLineRow *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 3);
  self->record = create_label (NULL);
  self->field = create_label ("caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->field), "dimmed");
  self->values = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  self->before = create_label ("history-before");
  self->arrow = create_label ("dimmed");
  gtk_label_set_label (self->arrow, "→");
  self->after = create_label (NULL);
  gtk_widget_set_hexpand (GTK_WIDGET (self->after), TRUE);
  gtk_box_append (GTK_BOX (self->values), GTK_WIDGET (self->before));
  gtk_box_append (GTK_BOX (self->values), GTK_WIDGET (self->arrow));
  gtk_box_append (GTK_BOX (self->values), GTK_WIDGET (self->after));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->record));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->field));
  gtk_box_append (GTK_BOX (self), self->values);
}

GtkWidget *
qd_history_line_row_new (void)
{
  return g_object_new (QD_TYPE_HISTORY_LINE_ROW, NULL);
}

/* @with_record: no heading says which record it is about */
void
qd_history_line_row_set_line (QdHistoryLineRow *self,
                              QdPortfolio      *portfolio,
                              QdHistoryLine    *line,
                              gboolean          with_record)
{
  g_autofree char *record = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gboolean         whole;

  g_return_if_fail (QD_IS_HISTORY_LINE_ROW (self));
  g_return_if_fail (QD_IS_HISTORY_LINE (line));

  record = qd_history_look_dup_record (portfolio, line);
  before = qd_history_look_dup_value (portfolio, line, FALSE);
  after = qd_history_look_dup_value (portfolio, line, TRUE);
  /* Where something stands among others is told by no value. */
  whole = line->field == NULL || (line->before == NULL && line->after == NULL);

  gtk_label_set_label (self->record, record);
  gtk_widget_set_visible (GTK_WIDGET (self->record), with_record);
  gtk_label_set_label (self->field, line->field == NULL ? get_whole_words (line->op) : line->field);
  gtk_label_set_label (self->before, before);
  gtk_label_set_label (self->after, after);
  gtk_widget_set_visible (self->values, !whole);
  gtk_widget_set_visible (GTK_WIDGET (self->before), line->op != QD_HISTORY_ADDED);
  gtk_widget_set_visible (GTK_WIDGET (self->arrow), line->op == QD_HISTORY_CHANGED);
  gtk_widget_set_visible (GTK_WIDGET (self->after), line->op != QD_HISTORY_REMOVED);
}
