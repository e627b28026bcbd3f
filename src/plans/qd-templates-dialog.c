/* qd-templates-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-templates-dialog"

#include "qd-templates-dialog.h"

#include <glib/gi18n.h>

#include "qd-entry-links.h"
#include "qd-exchange.h"
#include "qd-shell.h"
#include "qd-template-form.h"
#include "qd-template-gallery.h"

/**
 * QdTemplatesDialog:
 *
 * The templates there are. What ships with the app is looked at, copied and
 * exported; one's own are edited in place, too, and deleted.
 */
struct _QdTemplatesDialog
{
  AdwDialog               parent_instance;

  QdPortfolio            *portfolio;
  QdFactBook             *book;
  char                   *shown;    /* the key and the text of what is in the form */
  guint                   n_saving; /* edits of the form that are under way */
  char                   *wanted;   /* (nullable): the key to select as soon as it is there */

  AdwToastOverlay        *toasts;
  AdwNavigationSplitView *split_view;
  AdwNavigationPage      *content_page;
  QdTemplateGallery      *gallery;
  GtkWidget              *shipped_box;
  GtkLabel               *summary;
  AdwBin                 *detail;
  QdEntryLinks           *entry_links;
};

G_DEFINE_FINAL_TYPE (QdTemplatesDialog, qd_templates_dialog, ADW_TYPE_DIALOG)

static void
add_toast (QdTemplatesDialog *self,
           const char        *message,
           gboolean           undoable)
{
  adw_toast_overlay_add_toast (self->toasts, qd_shell_create_toast (message, undoable));
}

typedef struct
{
  QdTemplatesDialog *dialog; /* owned */
  char              *words;  /* (nullable) (owned): told once it is done */
} Telling;

static Telling *
telling_new (QdTemplatesDialog *self,
             char              *words)
{
  Telling *telling = g_new (Telling, 1);

  *telling = (Telling){ g_object_ref (self), words };

  return telling;
}

static void
told_cb (GObject      *store,
         GAsyncResult *result,
         gpointer      user_data)
{
  Telling *telling = user_data;
  g_autoptr(GError) error = NULL;

  if (!qd_store_edit_finish (QD_STORE (store), result, &error))
    add_toast (telling->dialog, error->message, FALSE);
  else if (telling->words != NULL)
    add_toast (telling->dialog, telling->words, TRUE);

  g_object_unref (telling->dialog);
  g_free (telling->words);
  g_free (telling);
}

static QdStore *
get_store (QdTemplatesDialog *self)
{
  return qd_portfolio_get_store (self->portfolio);
}

static char *
dup_text (QdTemplatePlan *template)
{
  g_autoptr(QdTemplate) draft = qd_record_new_draft (QD_TYPE_TEMPLATE);

  qd_template_plan_fill_record (template, draft);

  return g_strdup_printf ("%" G_GINT64_FORMAT "\n%s\n%s", template->id, draft->name, draft->body);
}

static void
edit_saved_cb (GObject      *store,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(QdTemplatesDialog) self = user_data;
  g_autoptr(GError) error = NULL;

  self->n_saving--;

  if (!qd_store_edit_finish (QD_STORE (store), result, &error))
    add_toast (self, error->message, FALSE);

  /* What came meanwhile was of the form's own making; now it is to agree. */
  if (self->portfolio != NULL)
    g_signal_emit_by_name (self->gallery, "selected");
}

static void
edited_cb (QdTemplatesDialog *self,
           QdTemplatePlan *template)
{
  QdTemplate *record = qd_portfolio_lookup (self->portfolio, QD_TYPE_TEMPLATE, template->id);
  g_autoptr(QdTemplate) draft = NULL;

  if (record == NULL)
    return;

  draft = qd_record_dup_draft (record);
  qd_template_plan_fill_record (template, draft);
  g_free (self->shown);
  self->shown = dup_text (template);
  adw_navigation_page_set_title (self->content_page, template->name);
  self->n_saving++;
  qd_record_save_async (draft, get_store (self), _ ("Edit Template"), edit_saved_cb, g_object_ref (self));
}

/* Both begin with the template's id. */
static gboolean
is_of_same (const char *text,
            const char *shown)
{
  const char *end = text != NULL ? strchr (text, '\n') : NULL;

  return end != NULL && shown != NULL && strncmp (text, shown, end - text + 1) == 0;
}

static void
selected_cb (QdTemplatesDialog *self)
{
  QdTemplatePlan *template;
  g_autofree char *text = NULL;
  GtkWidget       *form;

  /* A list that goes unselects what was in it. */
  if (self->portfolio == NULL)
    return;

  template = qd_template_gallery_get_selected (self->gallery);
  text = template != NULL ? dup_text (template) : NULL;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "templates.duplicate", template != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "templates.export", template != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "templates.delete", template != NULL && template->id != 0);

  /* A form that already says so keeps the focus and what is half typed in it. */
  if (g_strcmp0 (text, self->shown) == 0 || (self->n_saving > 0 && is_of_same (text, self->shown)))
    return;

  g_set_str (&self->shown, text);
  gtk_widget_set_visible (self->shipped_box, template != NULL && template->id == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->entry_links), template != NULL && template->key != NULL);

  if (template == NULL)
    {
      adw_bin_set_child (self->detail, NULL);
      return;
    }

  if (template->key != NULL)
    qd_entry_links_bind_template (self->entry_links, self->portfolio, template->key);

  adw_navigation_page_set_title (self->content_page, template->name);
  gtk_label_set_text (self->summary, template->summary != NULL ? template->summary : "");

  if (template->id == 0)
    {
      adw_bin_set_child (self->detail, qd_template_preview_new (self->book, template, QD_DAY_NONE));
      return;
    }

  form = qd_template_form_new (template);
  g_signal_connect_object (form, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->detail, form);
}

static void
activated_cb (QdTemplatesDialog *self)
{
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

/* Keys tell templates apart; a copy gets its own. */
static QdTemplatePlan *
dup_as_own (QdTemplatePlan *template,
            const char *name,
            gint64      id)
{
  g_autoptr(JsonNode) node = qd_template_plan_to_json (template);
  g_autofree char *key = g_strdup_printf ("own-%" G_GINT64_MODIFIER "x", id);

  json_object_set_string_member (json_node_get_object (node), "key", key);
  json_object_set_string_member (json_node_get_object (node), "name", name);

  return qd_template_plan_new_from_json (node, "template", NULL);
}

static void
add_own (QdTemplatesDialog *self,
         QdTemplatePlan *template,
         const char *name,
         const char *label,
         char       *words)
{
  g_autoptr(QdTemplate) draft = qd_record_new_draft (QD_TYPE_TEMPLATE);
  g_autoptr(QdTemplatePlan) own = dup_as_own (template, name, qd_record_get_id (draft));

  if (own == NULL)
    {
      g_free (words);
      return;
    }

  qd_template_plan_fill_record (own, draft);
  g_set_str (&self->wanted, own->key);
  qd_record_add_async (draft, get_store (self), label, told_cb, telling_new (self, words));
}

static void
duplicate_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  QdTemplatesDialog *self = QD_TEMPLATES_DIALOG (widget);
  QdTemplatePlan *template = qd_template_gallery_get_selected (self->gallery);
  g_autofree char *name = NULL;

  if (template == NULL)
    return;

  /* Translators: the name of a copy */
  name = g_strdup_printf (_ ("%s (copy)"), template->name);
  add_own (self, template, name, _ ("Duplicate Template"), g_strdup_printf (_ ("“%s” added"), name));
}

static void
delete_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  QdTemplatesDialog *self = QD_TEMPLATES_DIALOG (widget);
  QdTemplatePlan *template = qd_template_gallery_get_selected (self->gallery);
  QdTemplate *record;

  if (template == NULL ||
      (record = qd_portfolio_lookup (self->portfolio, QD_TYPE_TEMPLATE, template->id)) == NULL)
    return;

  qd_record_remove_async (record,
                          get_store (self),
                          _ ("Delete Template"),
                          told_cb,
                          telling_new (self, g_strdup_printf (_ ("“%s” deleted"), record->name)));
}

static GListModel *
create_filters (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr(GtkFileFilter) json = gtk_file_filter_new ();

  gtk_file_filter_set_name (json, _ ("Templates (JSON)"));
  gtk_file_filter_add_suffix (json, "json");
  g_list_store_append (filters, json);

  return G_LIST_MODEL (filters);
}

static void
read_cb (GObject      *file,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(QdTemplatesDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_file_load_bytes_finish (G_FILE (file), result, NULL, &error);
  g_autoptr(QdTemplatePlan) template = NULL;

  if (bytes == NULL || !(template = qd_template_plan_new_from_bytes (bytes, &error)))
    {
      add_toast (self, error->message, FALSE);
      return;
    }

  add_own (self, template, template->name, _ ("Import Template"), g_strdup_printf (_ ("“%s” added"), template->name));
}

static void
open_cb (GObject      *dialog,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(QdTemplatesDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (dialog), result, &error);

  if (file != NULL)
    g_file_load_bytes_async (file, NULL, read_cb, g_object_ref (self));
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    add_toast (self, error->message, FALSE);
}

static void
import_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr(GListModel) filters = create_filters ();

  gtk_file_dialog_set_title (dialog, _ ("Import a Template"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_open (
      dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, open_cb, g_object_ref (widget));
}

static void
written_cb (GObject      *file,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(QdTemplatesDialog) self = user_data;
  g_autoptr(GError) error = NULL;

  if (qd_exchange_write_file_finish (result, &error))
    add_toast (self, _ ("Template exported"), FALSE);
  else
    add_toast (self, error->message, FALSE);
}

typedef struct
{
  QdTemplatesDialog *dialog; /* owned */
  GBytes            *bytes;  /* owned */
} Export;

static void
save_cb (GObject      *dialog,
         GAsyncResult *result,
         gpointer      user_data)
{
  Export *export = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (dialog), result, &error);

  if (file != NULL)
    qd_exchange_write_file_async (export->bytes, file, NULL, written_cb, g_object_ref (export->dialog));
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    add_toast (export->dialog, error->message, FALSE);

  g_object_unref (export->dialog);
  g_bytes_unref (export->bytes);
  g_free (export);
}

static void
export_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  QdTemplatesDialog *self = QD_TEMPLATES_DIALOG (widget);
  QdTemplatePlan *template = qd_template_gallery_get_selected (self->gallery);
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr(GListModel) filters = create_filters ();
  g_autofree char *name = NULL;
  Export *export;

  if (template == NULL)
    return;

  name = g_strdup_printf ("%s.json", template->name);
  g_strdelimit (name, "/\\", '-');
  gtk_file_dialog_set_title (dialog, _ ("Export the Template"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_set_filters (dialog, filters);
  export = g_new (Export, 1);
  *export = (Export){ g_object_ref (self), qd_template_plan_to_bytes (template) };
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, save_cb, export);
}

/* What was just added is what a person wants to see. */
static void
templates_changed_cb (QdTemplatesDialog *self)
{
  for (guint i = 0; self->wanted != NULL && i < qd_template_gallery_get_n_templates (self->gallery); i++)
    {
      QdTemplatePlan *template = qd_template_gallery_get_template (self->gallery, i);

      if (g_str_equal (template->key, self->wanted))
        {
          qd_template_gallery_select (self->gallery, self->wanted);
          g_clear_pointer (&self->wanted, g_free);
        }
    }
}

static void
qd_templates_dialog_dispose (GObject *object)
{
  QdTemplatesDialog *self = QD_TEMPLATES_DIALOG (object);

  g_clear_object (&self->book);
  g_clear_object (&self->portfolio);
  /* A dialog that was shown does not let go of it by itself (libadwaita 1.7). */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_TEMPLATES_DIALOG);

  G_OBJECT_CLASS (qd_templates_dialog_parent_class)->dispose (object);
}

static void
qd_templates_dialog_finalize (GObject *object)
{
  QdTemplatesDialog *self = QD_TEMPLATES_DIALOG (object);

  g_free (self->shown);
  g_free (self->wanted);

  G_OBJECT_CLASS (qd_templates_dialog_parent_class)->finalize (object);
}

static void
qd_templates_dialog_class_init (QdTemplatesDialogClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_templates_dialog_dispose;
  object_class->finalize = qd_templates_dialog_finalize;

  g_type_ensure (QD_TYPE_ENTRY_LINKS);
  g_type_ensure (QD_TYPE_TEMPLATE_GALLERY);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-templates-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QdTemplatesDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, QdTemplatesDialog, split_view);
  gtk_widget_class_bind_template_child (widget_class, QdTemplatesDialog, content_page);
  gtk_widget_class_bind_template_child (widget_class, QdTemplatesDialog, gallery);
  gtk_widget_class_bind_template_child (widget_class, QdTemplatesDialog, shipped_box);
  gtk_widget_class_bind_template_child (widget_class, QdTemplatesDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, QdTemplatesDialog, detail);
  gtk_widget_class_bind_template_child (widget_class, QdTemplatesDialog, entry_links);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);

  gtk_widget_class_install_action (widget_class, "templates.duplicate", NULL, duplicate_cb);
  gtk_widget_class_install_action (widget_class, "templates.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "templates.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "templates.export", NULL, export_cb);
}

static void
qd_templates_dialog_init (QdTemplatesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

QdTemplatesDialog *
qd_templates_dialog_new (QdPortfolio *portfolio)
{
  QdTemplatesDialog *self;

  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), NULL);

  self = g_object_new (QD_TYPE_TEMPLATES_DIALOG, NULL);
  self->portfolio = g_object_ref (portfolio);
  self->book = qd_fact_book_get (portfolio);
  qd_template_gallery_set_portfolio (self->gallery, portfolio);
  g_signal_connect_object (qd_portfolio_get_list (portfolio, QD_TYPE_TEMPLATE),
                           "items-changed",
                           G_CALLBACK (templates_changed_cb),
                           self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  selected_cb (self);

  return self;
}

/* Shows the template with @key, if there is one. */
void
qd_templates_dialog_show (QdTemplatesDialog *self,
                          const char        *key)
{
  g_return_if_fail (QD_IS_TEMPLATES_DIALOG (self));
  g_return_if_fail (key != NULL);

  qd_template_gallery_select (self->gallery, key);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

void
qd_templates_dialog_present (GtkWidget   *parent,
                             QdPortfolio *portfolio)
{
  adw_dialog_present (ADW_DIALOG (qd_templates_dialog_new (portfolio)), parent);
}
