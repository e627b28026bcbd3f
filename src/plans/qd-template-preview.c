/* qd-template-preview.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-template-preview"

#include <glib/gi18n.h>

#include "qd-day-words.h"
#include "qd-feature-hint.h"
#include "qd-status-look.h"
#include "qd-template-gallery.h"

/* What a template lays out: its phases, and in each its tasks with their days. */

/* On a day, or, where there is none yet, so many days from the anchor */
static char *
dup_day_words (QdTemplatePlan *template,
               int offset,
               int day)
{
  if (offset == QD_DAY_NONE)
    return g_strdup ("");

  if (day != QD_DAY_NONE)
    return qd_day_dup_short (day + offset, qd_day_today ());

  if (template->anchor == QD_TEMPLATE_ANCHOR_TARGET)
    return g_strdup_printf (ngettext ("%d day before", "%d days before", -offset), -offset);

  /* Translators: which day of a plan */
  return g_strdup_printf (_ ("Day %d"), offset + 1);
}

static GtkWidget *
create_task_row (QdFactBook *book,
                 QdTemplatePlan *template,
                 QdTemplateTask *task,
                 int             day)
{
  GtkWidget        *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget        *title_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget        *title = gtk_label_new (task->title);
  GtkWidget        *hint = qd_feature_hint_new (FALSE);
  const char *const texts[] = { task->title, task->notes };
  g_autofree char  *due = dup_day_words (template, task->due, day);
  GtkWidget        *due_label = gtk_label_new (due);
  GtkWidget        *icon = gtk_image_new_from_icon_name (qd_task_kind_get_icon ((QdTaskKind)task->kind));

  gtk_accessible_update_property (GTK_ACCESSIBLE (icon),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  qd_nicks_get_label (qd_task_kinds, task->kind),
                                  -1);
  gtk_widget_set_tooltip_text (icon, qd_nicks_get_label (qd_task_kinds, task->kind));
  gtk_widget_add_css_class (icon, "dimmed");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (due_label, "dimmed");
  gtk_widget_add_css_class (due_label, "numeric");
  gtk_widget_add_css_class (box, "template-task");
  gtk_box_append (GTK_BOX (box), icon);
  qd_feature_hint_show (QD_FEATURE_HINT (hint), book, texts, G_N_ELEMENTS (texts));
  gtk_box_append (GTK_BOX (title_box), title);
  gtk_box_append (GTK_BOX (title_box), hint);
  gtk_box_append (GTK_BOX (box), title_box);
  gtk_box_append (GTK_BOX (box), due_label);

  return box;
}

static GtkWidget *
create_phase (QdFactBook *book,
              QdTemplatePlan *template,
              QdTemplatePhase *phase,
              int              day)
{
  GtkWidget       *group = adw_preferences_group_new ();
  GtkWidget       *list = gtk_list_box_new ();
  g_autofree char *first = phase != NULL ? dup_day_words (template, phase->first, day) : NULL;
  g_autofree char *last = phase != NULL ? dup_day_words (template, phase->last, day) : NULL;
  g_autofree char *days = phase != NULL ? g_strdup_printf (_ ("%1$s – %2$s"), first, last) : NULL;
  g_autofree char *title = g_markup_escape_text (phase != NULL ? phase->name : _ ("No Phase"), -1);
  guint            n_tasks = 0;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), days);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  phase != NULL ? phase->name : _ ("No Phase"),
                                  -1);

  for (guint i = 0; i < template->tasks->len; i++)
    {
      QdTemplateTask *task = g_ptr_array_index (template->tasks, i);
      GtkWidget      *row;

      if (g_strcmp0 (task->phase, phase != NULL ? phase->key : NULL) != 0)
        continue;

      gtk_list_box_append (GTK_LIST_BOX (list), create_task_row (book, template, task, day));
      row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int)n_tasks++));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
      gtk_widget_set_focusable (row, FALSE);
    }

  if (n_tasks > 0)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), list);
  else
    {
      g_object_ref_sink (list);
      g_object_unref (list);
    }

  if (n_tasks == 0 && phase == NULL)
    {
      g_object_ref_sink (group);
      g_object_unref (group);
      return NULL;
    }

  return group;
}

/**
 * qd_template_preview_new:
 * @book: (nullable): what is known of Dedicated, where what it has not is to be pointed out
 * @day: the start or the target day that it is counted from; %QD_DAY_NONE for none yet
 */
GtkWidget *
qd_template_preview_new (QdFactBook *book,
                         QdTemplatePlan *template,
                         int day)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *rest;

  for (guint i = 0; i < template->phases->len; i++)
    gtk_box_append (GTK_BOX (box), create_phase (book, template, g_ptr_array_index (template->phases, i), day));

  if ((rest = create_phase (book, template, NULL, day)) != NULL)
    gtk_box_append (GTK_BOX (box), rest);

  return box;
}
