/* qd-catalogue-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-catalogue-view"

#include "qd-catalogue-view.h"

#include <glib/gi18n.h>

#include "qd-catalogue-edits.h"
#include "qd-module-filter.h"
#include "qd-module-row.h"
#include "qd-record-dialog.h"
#include "qd-search-key.h"
#include "qd-shell.h"

/**
 * QdCatalogueView:
 *
 * The content modules by category, to be read, searched, edited, and added to.
 */
struct _QdCatalogueView
{
  AdwBin       parent_instance;

  QdPortfolio *portfolio;
  QdCatalogue *catalogue;
  gboolean     filled; /* from when it is first looked at */
  char       **words;
  char        *expanded; /* the key of what was open and is replaced */

  GtkDropDown *categories;
  GtkWidget   *search;
  GtkListBox  *list;
};

G_DEFINE_FINAL_TYPE (QdCatalogueView, qd_catalogue_view, ADW_TYPE_BIN)

static QdCatalogueModule *
get_row_module (GtkListBoxRow *row)
{
  return qd_module_row_get_module (QD_MODULE_ROW (row));
}

static void
write_module (gpointer            draft,
              QdStore            *store,
              GAsyncReadyCallback callback,
              gpointer            user_data)
{
  qd_catalogue_save_async (g_object_get_data (draft, "catalogue"), draft, callback, user_data);
}

static void
add_module (gpointer            draft,
            QdStore            *store,
            GAsyncReadyCallback callback,
            gpointer            user_data)
{
  qd_catalogue_add_async (g_object_get_data (draft, "catalogue"), draft, callback, user_data);
}

static gboolean
is_relevant (gpointer    record,
             const char *field)
{
  return !g_str_equal (field, "phases") || QD_CONTENT_MODULE (record)->kind == QD_MODULE_KIND_PROGRAMME;
}

static const QdFormGroup groups[] = {
  { NULL, { "name", "category", "kind", "duration", "accelerator", NULL } },
  { N_ ("What It Is"), { "description", "outcome", "deliverable", NULL } },
  { N_ ("How It Goes, a Line Each"), { "tasks", "phases", NULL } },
  { N_ ("Where It Is From"), { "source", "checked", NULL } },
  { NULL, { NULL } },
};

static const QdForm edit_form = {
  .title = N_ ("Edit Module"),
  .new_title = N_ ("Edit Module"),
  .add_label = N_ ("Edit Module"),
  .accept = N_ ("_Save"),
  .groups = groups,
  .is_relevant = is_relevant,
  .add = write_module,
};

static const QdForm new_form = {
  .title = N_ ("New Module"),
  .new_title = N_ ("New Module"),
  .add_label = N_ ("Add Module"),
  .groups = groups,
  .is_relevant = is_relevant,
  .add = add_module,
};

static void
present (QdCatalogueView *self,
         const QdForm    *form,
         QdContentModule *draft)
{
  g_object_set_data_full (G_OBJECT (draft), "catalogue", g_object_ref (self->catalogue), g_object_unref);
  adw_dialog_present (qd_record_dialog_new (form, qd_portfolio_get_store (self->portfolio), draft),
                      GTK_WIDGET (self));
}

static gboolean
filter_cb (GtkListBoxRow *row,
           gpointer       user_data)
{
  QdCatalogueView *self = user_data;

  return qd_module_filter_passes (self->categories, self->words, get_row_module (row));
}

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       user_data)
{
  qd_module_filter_set_heading (row, get_row_module (row), before != NULL ? get_row_module (before) : NULL);
}

/* What was open, and is there again as it was edited, is open again. */
static void
items_changed_cb (QdCatalogueView *self,
                  guint            position,
                  guint            n_removed,
                  guint            n_added)
{
  if (!self->filled)
    return;

  for (guint i = 0; i < n_removed; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int)position);

      if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)))
        g_set_str (&self->expanded, get_row_module (row)->key);

      gtk_list_box_remove (self->list, GTK_WIDGET (row));
    }

  for (guint i = 0; i < n_added; i++)
    {
      g_autoptr(QdCatalogueModule) module = g_list_model_get_item (G_LIST_MODEL (self->catalogue), position + i);
      GtkWidget *row = qd_module_row_new (module);

      gtk_list_box_insert (self->list, row, (int)(position + i));

      if (g_strcmp0 (module->key, self->expanded) == 0)
        adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
    }

  g_clear_pointer (&self->expanded, g_free);
}

static void
filter_changed_cb (QdCatalogueView *self)
{
  g_strfreev (self->words);
  self->words = qd_search_split (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_list_box_invalidate_filter (self->list);
  gtk_list_box_invalidate_headers (self->list);
}

/* Enter goes to what was found. */
static void
search_activate_cb (QdCatalogueView *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (filter_cb (row, self))
      {
        gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
        return;
      }
}

static QdCatalogueModule *
get_target (QdCatalogueView *self,
            GVariant        *parameter)
{
  return qd_catalogue_lookup (self->catalogue, g_variant_get_string (parameter, NULL));
}

static void
edit_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  QdCatalogueView   *self = QD_CATALOGUE_VIEW (widget);
  QdCatalogueModule *module = get_target (self, parameter);
  g_autoptr(QdContentModule) draft = NULL;

  if (module == NULL)
    return;

  draft = qd_catalogue_create_draft (self->catalogue, module);
  present (self, &edit_form, draft);
}

static void
reset_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  QdCatalogueView   *self = QD_CATALOGUE_VIEW (widget);
  QdCatalogueModule *module = get_target (self, parameter);
  g_autofree char   *message = NULL;

  if (module == NULL || module->state != QD_MODULE_STATE_EDITED)
    return;

  message = g_strdup_printf (_ ("“%s” is as it ships again"), module->name);
  qd_shell_tell_undoable (self, message);
  qd_catalogue_reset_async (self->catalogue, module, qd_shell_edit_cb, g_object_ref (self));
}

static void
delete_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  QdCatalogueView   *self = QD_CATALOGUE_VIEW (widget);
  QdCatalogueModule *module = get_target (self, parameter);
  g_autofree char   *message = NULL;

  if (module == NULL || module->state != QD_MODULE_STATE_OWN)
    return;

  message = g_strdup_printf (_ ("“%s” deleted"), module->name);
  qd_shell_tell_undoable (self, message);
  qd_catalogue_delete_async (self->catalogue, module, qd_shell_edit_cb, g_object_ref (self));
}

static void
qd_catalogue_view_map (GtkWidget *widget)
{
  QdCatalogueView *self = QD_CATALOGUE_VIEW (widget);

  if (!self->filled)
    {
      self->filled = TRUE;
      items_changed_cb (self, 0, 0, g_list_model_get_n_items (G_LIST_MODEL (self->catalogue)));
    }

  GTK_WIDGET_CLASS (qd_catalogue_view_parent_class)->map (widget);
}

static void
qd_catalogue_view_dispose (GObject *object)
{
  QdCatalogueView *self = QD_CATALOGUE_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_CATALOGUE_VIEW);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->portfolio);
  g_clear_pointer (&self->words, g_strfreev);
  g_clear_pointer (&self->expanded, g_free);

  G_OBJECT_CLASS (qd_catalogue_view_parent_class)->dispose (object);
}

static void
qd_catalogue_view_class_init (QdCatalogueViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_catalogue_view_dispose;
  widget_class->map = qd_catalogue_view_map;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-catalogue-view.ui");
  gtk_widget_class_bind_template_child (widget_class, QdCatalogueView, categories);
  gtk_widget_class_bind_template_child (widget_class, QdCatalogueView, search);
  gtk_widget_class_bind_template_child (widget_class, QdCatalogueView, list);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_install_action (widget_class, "catalogue.edit", "s", edit_cb);
  gtk_widget_class_install_action (widget_class, "catalogue.reset", "s", reset_cb);
  gtk_widget_class_install_action (widget_class, "catalogue.delete", "s", delete_cb);
}

static void
qd_catalogue_view_init (QdCatalogueView *self)
{
  self->words = qd_search_split ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  qd_module_filter_fill (self->categories);
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
}

GtkWidget *
qd_catalogue_view_new (QdPortfolio *portfolio)
{
  QdCatalogueView *self = g_object_new (QD_TYPE_CATALOGUE_VIEW, NULL);

  self->portfolio = g_object_ref (portfolio);
  self->catalogue = qd_catalogue_new (portfolio);
  g_signal_connect_object (
      self->catalogue, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
qd_catalogue_view_search (QdCatalogueView *self)
{
  g_return_if_fail (QD_IS_CATALOGUE_VIEW (self));

  gtk_widget_grab_focus (self->search);
}

/* Of the category that is looked at */
void
qd_catalogue_view_new_module (QdCatalogueView *self)
{
  guint category;
  g_autoptr(QdContentModule) draft = NULL;

  g_return_if_fail (QD_IS_CATALOGUE_VIEW (self));

  category = gtk_drop_down_get_selected (self->categories);
  draft = qd_catalogue_create_own (
      self->catalogue,
      category == 0 || category == GTK_INVALID_LIST_POSITION ? QD_MODULE_CATEGORY_CI_CD : (QdModuleCategory)(category - 1),
      NULL);
  present (self, &new_form, draft);
}
