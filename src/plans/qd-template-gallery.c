/* qd-template-gallery.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-template-gallery"

#include "qd-template-gallery.h"

#include <glib/gi18n.h>

#include "qd-search-escape.h"
#include "qd-search-key.h"

/**
 * QdTemplateGallery:
 *
 * The templates there are, one's own first: what each is for and how large it is.
 * It follows the portfolio, and keeps what is selected as long as it is there.
 */
struct _QdTemplateGallery
{
  AdwBin       parent_instance;

  QdPortfolio *portfolio;
  GPtrArray   *shipped; /* QdTemplatePlan */
  GPtrArray   *shown;   /* QdTemplatePlan, a row each */
  gboolean     with_blank;
  gboolean     rebuilding;
  char       **words; /* what is searched for, folded */

  GtkWidget   *search;
  GtkListBox  *list;
  GtkWidget   *none;
};

G_DEFINE_FINAL_TYPE (QdTemplateGallery, qd_template_gallery, ADW_TYPE_BIN)

enum
{
  SELECTED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Returns: (transfer full): “90 days · 24 tasks · 3 phases” */
char *
qd_template_plan_dup_size_words (QdTemplatePlan *template)
{
  g_autofree char *days = NULL;
  g_autofree char *tasks = NULL;
  g_autofree char *phases = NULL;

  g_return_val_if_fail (QD_IS_TEMPLATE_PLAN (template), NULL);

  days = g_strdup_printf (ngettext ("%d day", "%d days", template->days), template->days);
  tasks = g_strdup_printf (ngettext ("%u task", "%u tasks", template->tasks->len), template->tasks->len);
  phases = g_strdup_printf (ngettext ("%u phase", "%u phases", template->phases->len), template->phases->len);

  return g_strdup_printf ("%s · %s · %s", days, tasks, phases);
}

static GtkWidget *
add_label (GtkWidget  *box,
           const char *text,
           const char *style,
           gboolean    wrap)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), wrap);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);

  if (!wrap)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static GtkWidget *
create_row (QdTemplatePlan *template)
{
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget       *summary;
  g_autofree char *size = qd_template_plan_dup_size_words (template);
  g_autofree char *label = g_strdup_printf (
      "%s, %s, %s", template->name, template->summary != NULL ? template->summary : "", size);

  gtk_widget_add_css_class (box, "template-row");
  add_label (box, template->name, "heading", TRUE);

  if (template->summary != NULL && *template->summary != '\0')
    {
      summary = add_label (box, template->summary, "caption", TRUE);
      gtk_label_set_lines (GTK_LABEL (summary), 3);
      gtk_label_set_ellipsize (GTK_LABEL (summary), PANGO_ELLIPSIZE_END);
    }

  summary = add_label (box, size, "caption", FALSE);
  gtk_widget_add_css_class (summary, "dimmed");
  gtk_widget_add_css_class (summary, "numeric");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return row;
}

static gboolean
matches (QdTemplateGallery *self,
         QdTemplatePlan *template)
{
  g_autofree char *text = NULL;
  g_autofree char *key = NULL;

  if (self->words == NULL)
    return TRUE;

  text = g_strdup_printf ("%s\n%s", template->name, template->summary != NULL ? template->summary : "");
  key = qd_search_fold (text);

  return qd_search_matches (key, (const char *const *)self->words);
}

static void
add_template (QdTemplateGallery *self,
              QdTemplatePlan *template)
{
  if (!matches (self, template))
    return;

  g_ptr_array_add (self->shown, g_object_ref (template));
  gtk_list_box_append (self->list, create_row (template));
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate ((*(QdTemplatePlan **)a)->name, (*(QdTemplatePlan **)b)->name);
}

static void
add_own (QdTemplateGallery *self)
{
  GListModel *records = G_LIST_MODEL (qd_portfolio_get_list (self->portfolio, QD_TYPE_TEMPLATE));
  g_autoptr(GPtrArray) own = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr(QdTemplate) record = g_list_model_get_item (records, i);
      QdTemplatePlan *template = qd_template_plan_new_from_record (record, NULL);

      /* What cannot be read stays in the file, for a version that can. */
      if (template != NULL)
        g_ptr_array_add (own, template);
      else
        g_message ("A template of one’s own cannot be read, and is not offered");
    }

  g_ptr_array_sort (own, compare_names);

  for (guint i = 0; i < own->len; i++)
    add_template (self, g_ptr_array_index (own, i));
}

static void
rebuild (QdTemplateGallery *self)
{
  QdTemplatePlan  *selected = qd_template_gallery_get_selected (self);
  g_autofree char *key = selected != NULL ? g_strdup (selected->key) : NULL;

  self->rebuilding = TRUE;
  gtk_list_box_remove_all (self->list);
  g_ptr_array_set_size (self->shown, 0);

  if (self->portfolio != NULL)
    add_own (self);

  for (guint i = 0; i < self->shipped->len; i++)
    add_template (self, g_ptr_array_index (self->shipped, i));

  if (self->with_blank)
    {
      g_autoptr(QdTemplatePlan) blank = qd_template_plan_new_blank ();

      add_template (self, blank);
    }

  gtk_widget_set_visible (self->none, self->shown->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->shown->len > 0);
  gtk_list_box_invalidate_headers (self->list);
  qd_template_gallery_select (self, key);
  self->rebuilding = FALSE;
  g_signal_emit (self, signals[SELECTED], 0);
}

static void
search_changed_cb (QdTemplateGallery *self)
{
  g_strfreev (self->words);
  self->words = qd_search_split (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  rebuild (self);
}

/* Enter and Down in the search go to what was found. */
static void
go_to_list (QdTemplateGallery *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static gboolean
search_key_cb (QdTemplateGallery *self,
               guint              keyval)
{
  if (keyval != GDK_KEY_Down)
    return GDK_EVENT_PROPAGATE;

  go_to_list (self);

  return GDK_EVENT_STOP;
}

static void
row_selected_cb (QdTemplateGallery *self)
{
  if (!self->rebuilding)
    g_signal_emit (self, signals[SELECTED], 0);
}

static void
row_activated_cb (QdTemplateGallery *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static const char *
get_section (QdTemplateGallery *self,
             int                index)
{
  QdTemplatePlan *template = g_ptr_array_index (self->shown, index);

  return template->id != 0 ? _ ("Your Templates") : _ ("Quarterdeck’s Templates");
}

static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       user_data)
{
  QdTemplateGallery *self = user_data;
  int                index = gtk_list_box_row_get_index (row);
  GtkWidget         *header = NULL;

  if ((guint)index >= self->shown->len)
    return;

  if (before == NULL || get_section (self, index) != get_section (self, gtk_list_box_row_get_index (before)))
    {
      header = gtk_label_new (get_section (self, index));
      gtk_label_set_xalign (GTK_LABEL (header), 0);
      gtk_widget_add_css_class (header, "heading");
      gtk_widget_add_css_class (header, "dimmed");
      gtk_widget_add_css_class (header, "template-section");
    }

  gtk_list_box_row_set_header (row, header);
}

static void
qd_template_gallery_dispose (GObject *object)
{
  QdTemplateGallery *self = QD_TEMPLATE_GALLERY (object);

  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_template_gallery_parent_class)->dispose (object);
}

static void
qd_template_gallery_finalize (GObject *object)
{
  QdTemplateGallery *self = QD_TEMPLATE_GALLERY (object);

  g_clear_pointer (&self->shipped, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->words, g_strfreev);

  G_OBJECT_CLASS (qd_template_gallery_parent_class)->finalize (object);
}

static void
qd_template_gallery_class_init (QdTemplateGalleryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = qd_template_gallery_dispose;
  object_class->finalize = qd_template_gallery_finalize;

  /**
   * QdTemplateGallery::selected:
   *
   * Emitted after another template, or none, is selected.
   */
  signals[SELECTED] = g_signal_new (
      "selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * QdTemplateGallery::activated:
   *
   * Emitted after a person chose the selected template for good.
   */
  signals[ACTIVATED] = g_signal_new (
      "activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
build (QdTemplateGallery *self)
{
  GtkWidget          *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget          *scroller = gtk_scrolled_window_new ();
  GtkWidget          *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->search = gtk_search_entry_new ();
  qd_search_escape_install (GTK_SEARCH_ENTRY (self->search));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search Templates"), -1);
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (self->search), 0);
  g_object_set (self->search, "placeholder-text", _ ("Search Templates"), NULL);
  gtk_widget_add_css_class (self->search, "template-search");
  gtk_box_append (GTK_BOX (box), self->search);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_list_box_set_header_func (self->list, update_header, self, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Templates"), -1);
  self->none = add_label (inner, _ ("No template matches"), "dimmed", TRUE);
  gtk_widget_set_margin_start (self->none, 12);
  gtk_widget_set_margin_top (self->none, 12);
  gtk_box_append (GTK_BOX (inner), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), inner);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), scroller);
  adw_bin_set_child (ADW_BIN (self), box);

  g_signal_connect_object (
      self->search, "search-changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (go_to_list), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (search_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->search, keys);
  g_signal_connect_object (
      self->list, "row-selected", G_CALLBACK (row_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
}

static void
qd_template_gallery_init (QdTemplateGallery *self)
{
  g_autoptr(GError) error = NULL;

  self->shipped = qd_templates_load_shipped (&error);

  if (self->shipped == NULL)
    {
      g_warning ("%s", error->message);
      self->shipped = g_ptr_array_new ();
    }

  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
  build (self);
}

void
qd_template_gallery_set_portfolio (QdTemplateGallery *self,
                                   QdPortfolio       *portfolio)
{
  g_return_if_fail (QD_IS_TEMPLATE_GALLERY (self));
  g_return_if_fail (self->portfolio == NULL);

  self->portfolio = g_object_ref (portfolio);
  g_signal_connect_object (qd_portfolio_get_list (portfolio, QD_TYPE_TEMPLATE),
                           "items-changed",
                           G_CALLBACK (rebuild),
                           self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  rebuild (self);
}

/* Whether an empty plan is among them. */
void
qd_template_gallery_set_with_blank (QdTemplateGallery *self,
                                    gboolean           with_blank)
{
  g_return_if_fail (QD_IS_TEMPLATE_GALLERY (self));

  self->with_blank = with_blank;
  rebuild (self);
}

guint
qd_template_gallery_get_n_templates (QdTemplateGallery *self)
{
  g_return_val_if_fail (QD_IS_TEMPLATE_GALLERY (self), 0);

  return self->shown->len;
}

/* Returns: (transfer none): as they are shown */
QdTemplatePlan *
qd_template_gallery_get_template (QdTemplateGallery *self,
                                  guint              index)
{
  g_return_val_if_fail (QD_IS_TEMPLATE_GALLERY (self), NULL);
  g_return_val_if_fail (index < self->shown->len, NULL);

  return g_ptr_array_index (self->shown, index);
}

/* Returns: (transfer none) (nullable) */
QdTemplatePlan *
qd_template_gallery_get_selected (QdTemplateGallery *self)
{
  GtkListBoxRow *row;
  int            index;

  g_return_val_if_fail (QD_IS_TEMPLATE_GALLERY (self), NULL);

  row = gtk_list_box_get_selected_row (self->list);
  index = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  return index >= 0 && (guint)index < self->shown->len ? g_ptr_array_index (self->shown, index) : NULL;
}

/* Selects the template with @key, or the first where there is none. */
void
qd_template_gallery_select (QdTemplateGallery *self,
                            const char        *key)
{
  int index = 0;

  g_return_if_fail (QD_IS_TEMPLATE_GALLERY (self));

  for (guint i = 0; i < self->shown->len; i++)
    {
      QdTemplatePlan *template = g_ptr_array_index (self->shown, i);

      if (g_strcmp0 (template->key, key) == 0)
        {
          index = (int)i;
          break;
        }
    }

  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, index));
}
