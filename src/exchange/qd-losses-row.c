/* qd-losses-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-losses-row"

#include "qd-losses-row.h"

#include <glib/gi18n.h>

/* So many lines come into view by themselves, without taking the format out of it. */
#define LINES_IN_VIEW 6

/**
 * QdLossesRow:
 *
 * What a file will not say, quietly below the format that it is to be in.
 */
struct _QdLossesRow
{
  AdwPreferencesRow parent_instance;

  GtkWidget        *last_in_view; /* a label */
};

G_DEFINE_FINAL_TYPE (QdLossesRow, qd_losses_row, ADW_TYPE_PREFERENCES_ROW)

static GtkWidget *
create_label (const char *text,
              const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);

  return label;
}

/* It has a place once it was laid out. */
static gboolean
laid_out_cb (GtkWidget     *widget,
             GdkFrameClock *clock,
             gpointer       user_data)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);

  if (viewport == NULL)
    return G_SOURCE_REMOVE;

  if (gtk_widget_get_height (widget) == 0)
    return G_SOURCE_CONTINUE;

  gtk_viewport_scroll_to (GTK_VIEWPORT (viewport), QD_LOSSES_ROW (widget)->last_in_view, NULL);

  return G_SOURCE_REMOVE;
}

static void
qd_losses_row_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (qd_losses_row_parent_class)->map (widget);

  gtk_widget_add_tick_callback (widget, laid_out_cb, NULL, NULL);
}

static void
qd_losses_row_class_init (QdLossesRowClass *klass)
{
  GTK_WIDGET_CLASS (klass)->map = qd_losses_row_map;
}

static void
qd_losses_row_init (QdLossesRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
}

/**
 * qd_losses_row_new:
 * @losses: a sentence each
 */
GtkWidget *
qd_losses_row_new (const char *const *losses)
{
  GtkWidget       *self = g_object_new (QD_TYPE_LOSSES_ROW, "title", _ ("What Will Be Lost"), NULL);
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *joined = g_strjoinv ("\n", (char **)losses);

  gtk_box_append (GTK_BOX (box), create_label (_ ("What Will Be Lost"), "caption-heading"));

  for (guint i = 0; losses[i] != NULL; i++)
    {
      GtkWidget *label = create_label (losses[i], "caption");

      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (box), label);

      if (i < LINES_IN_VIEW)
        QD_LOSSES_ROW (self)->last_in_view = label;
    }

  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, joined, -1);

  return self;
}
