/* qd-module-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-module-row"

#include "qd-module-row.h"

#include <glib/gi18n.h>

#include "qd-day-words.h"
#include "qd-expander-name.h"
#include "qd-module-words.h"

/**
 * QdModuleRow:
 *
 * A content module: what it is and how long it takes, and below it, once it is opened,
 * all that is known of it and what can be done to it.
 */
struct _QdModuleRow
{
  AdwExpanderRow     parent_instance;

  QdCatalogueModule *module;
  gboolean           filled;
};

G_DEFINE_FINAL_TYPE (QdModuleRow, qd_module_row, ADW_TYPE_EXPANDER_ROW)

static void
append_fact (QdModuleRow *self,
             const char  *title,
             const char  *text)
{
  GtkWidget *row;

  if (text == NULL || *text == '\0')
    return;

  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
append_lines (QdModuleRow *self,
              const char  *title,
              char       **lines)
{
  g_autofree char *text = lines != NULL ? g_strjoinv ("\n", lines) : NULL;

  append_fact (self, title, text);
}

/* “Success Services page, checked 22 Nov 2026”, and below it where that is */
static void
append_source (QdModuleRow *self)
{
  QdCatalogueModule *module = self->module;
  g_autofree char   *day = qd_day_dup_display (module->checked);
  g_autofree char   *text = NULL;
  g_autofree char   *with_url = NULL;

  if (module->source != NULL && module->checked != QD_DAY_NONE)
    /* Translators: the name of a source, and a day */
    text = g_strdup_printf (_ ("%1$s, checked %2$s"), module->source, day);
  else if (module->checked != QD_DAY_NONE)
    text = g_strdup_printf (_ ("Checked %s"), day);
  else
    text = g_strdup (module->source);

  if (module->url != NULL)
    with_url = g_strdup_printf ("%s\n%s", text != NULL ? text : "", module->url);

  append_fact (self, _ ("Source"), with_url != NULL ? with_url : text);
}

static void
append_button (QdModuleRow *self,
               GtkWidget   *box,
               const char  *label,
               const char  *action,
               const char  *style)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", self->module->key);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);

  if (style != NULL)
    gtk_widget_add_css_class (button, style);

  gtk_box_append (GTK_BOX (box), button);
}

static void
append_actions (QdModuleRow *self)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (box, "module-actions");
  append_button (self, box, _ ("_Edit…"), "catalogue.edit", NULL);

  if (self->module->state == QD_MODULE_STATE_EDITED)
    append_button (self, box, _ ("_Reset"), "catalogue.reset", NULL);
  else if (self->module->state == QD_MODULE_STATE_OWN)
    append_button (self, box, _ ("_Delete"), "catalogue.delete", "destructive-action");

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

/* Most are never opened. */
static void
expanded_cb (QdModuleRow *self)
{
  QdCatalogueModule *module = self->module;

  if (self->filled || module == NULL || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;

  self->filled = TRUE;
  append_fact (self, _ ("Description"), module->description);
  append_fact (self, _ ("Outcome"), module->outcome);
  append_lines (self, _ ("Phases"), module->phases);
  append_lines (self, _ ("Tasks"), module->tasks);
  append_fact (self, _ ("Deliverable"), module->deliverable);
  append_source (self);
  append_actions (self);
}

static void
qd_module_row_dispose (GObject *object)
{
  g_clear_object (&QD_MODULE_ROW (object)->module);

  G_OBJECT_CLASS (qd_module_row_parent_class)->dispose (object);
}

static void
qd_module_row_class_init (QdModuleRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_module_row_dispose;
}

static void
qd_module_row_init (QdModuleRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
  qd_expander_name (ADW_EXPANDER_ROW (self));
}

static void
add_tag (QdModuleRow *self,
         const char  *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "objective-tag");
  gtk_widget_add_css_class (label, "caption");
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (self), label);
}

GtkWidget *
qd_module_row_new (QdCatalogueModule *module)
{
  QdModuleRow     *self = g_object_new (QD_TYPE_MODULE_ROW, NULL);
  g_autofree char *size = qd_catalogue_module_dup_size_words (module);

  self->module = g_object_ref (module);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), module->name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), size);

  if (module->state == QD_MODULE_STATE_EDITED)
    add_tag (self, C_ ("module", "Edited"));
  else if (module->state == QD_MODULE_STATE_OWN)
    add_tag (self, C_ ("module", "Own"));

  return GTK_WIDGET (self);
}

QdCatalogueModule *
qd_module_row_get_module (QdModuleRow *self)
{
  g_return_val_if_fail (QD_IS_MODULE_ROW (self), NULL);

  return self->module;
}
