/* qd-due-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-due-row"

#include "qd-due-row.h"

#include <glib/gi18n.h>

#include "qd-day-words.h"
#include "qd-pill.h"

/**
 * QdDueRow:
 *
 * What is to be done, and when: below each other, so that both are read on a
 * narrow window as well.
 */
struct _QdDueRow
{
  AdwPreferencesRow parent_instance;

  GtkBox           *box;
  GtkLabel         *caption;
  GtkLabel         *text;
  GtkLabel         *note;
  QdPill           *due;
};

G_DEFINE_FINAL_TYPE (QdDueRow, qd_due_row, ADW_TYPE_PREFERENCES_ROW)

static void
qd_due_row_class_init (QdDueRowClass *klass)
{
}

static GtkLabel *
create_label (gboolean quiet)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);

  if (quiet)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
    }

  return GTK_LABEL (label);
}

static void
qd_due_row_init (QdDueRow *self)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *line = adw_wrap_box_new ();

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  gtk_widget_set_margin_start (GTK_WIDGET (self->box), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->box), 12);
  gtk_widget_set_margin_top (GTK_WIDGET (self->box), 8);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->box), 8);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);

  self->caption = create_label (TRUE);
  self->text = create_label (FALSE);
  gtk_label_set_wrap (self->text, TRUE);
  gtk_label_set_wrap_mode (self->text, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (self->text, 3);
  self->note = create_label (TRUE);
  self->due = QD_PILL (qd_pill_new (NULL, NULL, NULL));
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (line), 9);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (line), 3);
  adw_wrap_box_append (ADW_WRAP_BOX (line), GTK_WIDGET (self->due));
  adw_wrap_box_append (ADW_WRAP_BOX (line), GTK_WIDGET (self->note));

  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->caption));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->text));
  gtk_box_append (GTK_BOX (texts), line);
  gtk_box_append (self->box, texts);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), GTK_WIDGET (self->box));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  gtk_accessible_update_relation (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->text, NULL, -1);
}

GtkWidget *
qd_due_row_new (void)
{
  return g_object_new (QD_TYPE_DUE_ROW, NULL);
}

void
qd_due_row_add_prefix (QdDueRow  *self,
                       GtkWidget *widget)
{
  g_return_if_fail (QD_IS_DUE_ROW (self));

  gtk_box_prepend (self->box, widget);
}

static void
show_line (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/**
 * qd_due_row_show:
 * @caption: (nullable): small above
 * @note: (nullable): small below
 */
void
qd_due_row_show (QdDueRow   *self,
                 const char *caption,
                 const char *text,
                 const char *note)
{
  g_return_if_fail (QD_IS_DUE_ROW (self));

  show_line (self->caption, caption);
  show_line (self->text, text);
  show_line (self->note, note);
}

/* @due, @done: days or %QD_DAY_NONE */
void
qd_due_row_show_due (QdDueRow *self,
                     int       due,
                     int       done,
                     int       today)
{
  g_autofree char *distance = qd_day_dup_relative (due, today);
  g_autofree char *full = qd_day_dup_full (done != QD_DAY_NONE ? done : due);
  g_autofree char *text = NULL;

  g_return_if_fail (QD_IS_DUE_ROW (self));

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->due), *full != '\0' ? full : NULL);

  if (done != QD_DAY_NONE)
    {
      qd_pill_set (self->due, "object-select-symbolic", _ ("Done"), "success");
    }
  else if (due == QD_DAY_NONE)
    {
      qd_pill_set (self->due, NULL, NULL, NULL);
    }
  else if (due < today)
    {
      /* Translators: %s is a distance: “Overdue, 3 days ago” */
      text = g_strdup_printf (_ ("Overdue, %s"), distance);
      qd_pill_set (self->due, "dialog-warning-symbolic", text, "error");
    }
  else
    {
      /* Translators: %s is a distance: “Due in 3 days” */
      text = g_strdup_printf (_ ("Due %s"), distance);
      qd_pill_set (self->due, "x-office-calendar-symbolic", text, due == today ? "warning" : NULL);
    }
}
