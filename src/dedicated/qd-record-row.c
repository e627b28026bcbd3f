/* qd-record-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-record-row"

#include "qd-record-row.h"

#include "qd-sealed-label.h"

/**
 * QdRecordRow:
 *
 * A record in a list: its name and how it stands, and below them what else there is to say. How it stands
 * goes to a line of its own where there is no room beside the name.
 */
struct _QdRecordRow
{
  AdwPreferencesRow parent_instance;

  GtkBox           *box;
  GtkLabel         *title;
  GtkLabel         *text;
  QdSealedLabel    *sealed; /* instead of the text, where a part of it is */
  QdPill           *pill;
};

G_DEFINE_FINAL_TYPE (QdRecordRow, qd_record_row, ADW_TYPE_PREFERENCES_ROW)

static void
qd_record_row_class_init (QdRecordRowClass *klass)
{
}

static GtkLabel *
create_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);

  return GTK_LABEL (label);
}

static void
qd_record_row_init (QdRecordRow *self)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *line = adw_wrap_box_new ();

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  self->title = create_label ();
  self->text = create_label ();
  self->sealed = QD_SEALED_LABEL (qd_sealed_label_new ());
  self->pill = QD_PILL (qd_pill_new (NULL, NULL, NULL));
  gtk_widget_set_visible (GTK_WIDGET (self->sealed), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->sealed), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->sealed), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->text), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->text), "dim-label");
  gtk_widget_set_margin_start (GTK_WIDGET (self->box), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->box), 12);
  gtk_widget_set_margin_top (GTK_WIDGET (self->box), 8);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->box), 8);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (line), 9);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (line), 3);
  adw_wrap_box_set_justify (ADW_WRAP_BOX (line), ADW_JUSTIFY_SPREAD);
  adw_wrap_box_set_justify_last_line (ADW_WRAP_BOX (line), TRUE);
  adw_wrap_box_append (ADW_WRAP_BOX (line), GTK_WIDGET (self->title));
  adw_wrap_box_append (ADW_WRAP_BOX (line), GTK_WIDGET (self->pill));
  gtk_box_append (GTK_BOX (texts), line);
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->text));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->sealed));
  gtk_box_append (self->box, texts);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), GTK_WIDGET (self->box));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  self->title,
                                  NULL,
                                  GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  self->text,
                                  NULL,
                                  -1);
}

GtkWidget *
qd_record_row_new (void)
{
  return g_object_new (QD_TYPE_RECORD_ROW, NULL);
}

/* @text: one line or several; empty for none */
void
qd_record_row_show (QdRecordRow *self,
                    const char  *title,
                    const char  *text)
{
  g_return_if_fail (QD_IS_RECORD_ROW (self));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->text, text);
  gtk_widget_set_visible (GTK_WIDGET (self->text), *text != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->sealed), FALSE);
}

/* The same, of which a part is sealed: @secret is @text with that, in one line */
void
qd_record_row_show_sealed (QdRecordRow *self,
                           const char  *title,
                           const char  *text,
                           const char  *secret)
{
  g_return_if_fail (QD_IS_RECORD_ROW (self));

  qd_record_row_show (self, title, text);
  gtk_widget_set_visible (GTK_WIDGET (self->text), FALSE);
  qd_sealed_label_set (self->sealed, text, secret);
  gtk_widget_set_visible (GTK_WIDGET (self->sealed), TRUE);
}

const char *
qd_record_row_get_text (QdRecordRow *self)
{
  g_return_val_if_fail (QD_IS_RECORD_ROW (self), NULL);

  return gtk_label_get_label (self->text);
}

/* Returns: (transfer none): to say with it how the record stands; it is hidden while it says nothing */
QdPill *
qd_record_row_get_pill (QdRecordRow *self)
{
  g_return_val_if_fail (QD_IS_RECORD_ROW (self), NULL);

  return self->pill;
}

void
qd_record_row_add_suffix (QdRecordRow *self,
                          GtkWidget   *widget)
{
  g_return_if_fail (QD_IS_RECORD_ROW (self));

  gtk_box_append (self->box, widget);
}
