/* qd-markdown-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-markdown-view"

#include "qd-markdown-view.h"

#include <glib/gi18n.h>

#include "qd-markdown.h"
#include "qd-wide-bin.h"

/* A cell is not made narrower than the one or its longest word, in characters: then the table
 * scrolls. Words beyond the other are broken. */
#define CELL_MIN_CHARS 10
#define CELL_WORD_CHARS 18
#define CELL_MAX_CHARS 48

/**
 * QdMarkdownView:
 *
 * Shows Markdown: headings, paragraphs, lists, tables, code and links, whose words can be
 * selected. It opens and copies nothing itself, but asks for it.
 */
struct _QdMarkdownView
{
  AdwBin parent_instance;

  char  *markdown;
};

G_DEFINE_FINAL_TYPE (QdMarkdownView, qd_markdown_view, ADW_TYPE_BIN)

enum
{
  OPEN_TARGET,
  COPY_TEXT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
activate_link_cb (QdMarkdownView *self,
                  const char     *target)
{
  g_signal_emit (self, signals[OPEN_TARGET], 0, target);

  return GDK_EVENT_STOP;
}

static void
copy_cb (QdMarkdownView *self,
         GtkWidget      *button)
{
  g_signal_emit (self, signals[COPY_TEXT], 0, g_object_get_data (G_OBJECT (button), "text"));
}

static void
append_span (GString        *markup,
             QdMarkdownSpan *span)
{
  g_autofree char *text = g_markup_escape_text (span->text, -1);
  g_autofree char *target = span->target != NULL ? g_markup_escape_text (span->target, -1) : NULL;

  const struct
  {
    QdMarkdownStyle style;
    const char     *name;
  } elements[] = {
    { QD_MARKDOWN_STRONG, "b" },
    { QD_MARKDOWN_EMPHASIS, "i" },
    { QD_MARKDOWN_STRUCK, "s" },
    { QD_MARKDOWN_MONOSPACE, "tt" },
  };

  if (target != NULL)
    g_string_append_printf (markup, "<a href=\"%s\">", target);

  for (gsize i = 0; i < G_N_ELEMENTS (elements); i++)
    {
      if (span->style & elements[i].style)
        g_string_append_printf (markup, "<%s>", elements[i].name);
    }

  g_string_append (markup, text);

  for (gsize i = G_N_ELEMENTS (elements); i > 0; i--)
    {
      if (span->style & elements[i - 1].style)
        g_string_append_printf (markup, "</%s>", elements[i - 1].name);
    }

  if (target != NULL)
    g_string_append (markup, "</a>");
}

static GtkWidget *
create_label (QdMarkdownView   *self,
              QdMarkdownBlock  *block,
              GtkAccessibleRole role)
{
  g_autoptr(GString) markup = g_string_new (NULL);
  GtkWidget *label;

  for (guint i = 0; i < block->spans->len; i++)
    append_span (markup, g_ptr_array_index (block->spans, i));

  label = g_object_new (GTK_TYPE_LABEL,
                        "accessible-role", role,
                        "label", markup->str,
                        "use-markup", TRUE,
                        "selectable", TRUE,
                        "wrap", TRUE,
                        "wrap-mode", PANGO_WRAP_WORD_CHAR,
                        "natural-wrap-mode", GTK_NATURAL_WRAP_WORD,
                        "xalign", 0.0,
                        "yalign", 0.0,
                        NULL);
  g_signal_connect_object (label, "activate-link", G_CALLBACK (activate_link_cb), self, G_CONNECT_SWAPPED);

  return label;
}

static GtkWidget *
create_heading (QdMarkdownView  *self,
                QdMarkdownBlock *block)
{
  GtkWidget *label = create_label (self, block, GTK_ACCESSIBLE_ROLE_HEADING);

  /* The title above has the first level. */
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, MIN (block->level + 1, 6), -1);
  gtk_widget_add_css_class (label, block->level <= 1 ? "title-3" : block->level == 2 ? "title-4"
                                                                                     : "heading");
  gtk_widget_set_margin_top (label, 6);

  return label;
}

static GtkWidget *
create_code (QdMarkdownView  *self,
             QdMarkdownBlock *block)
{
  g_autofree char *text = g_strchomp (qd_markdown_block_dup_words (block));
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget       *label = gtk_label_new (text);
  GtkWidget       *scroller = gtk_scrolled_window_new ();
  GtkWidget       *button = gtk_button_new_from_icon_name ("edit-copy-symbolic");

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "monospace");
  gtk_widget_add_css_class (label, "markdown-code");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), label);
  gtk_widget_set_hexpand (scroller, TRUE);
  gtk_widget_set_tooltip_text (button, _ ("Copy"));
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "text", g_steal_pointer (&text), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (copy_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (box, "card");
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), button);

  return box;
}

/* In characters */
static int
measure_longest_word (const char *words)
{
  g_auto(GStrv) parts = g_strsplit_set (words, " \n", -1);
  int longest = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    longest = MAX (longest, (int)g_utf8_strlen (parts[i], -1));

  return longest;
}

static GtkWidget *
create_cell (QdMarkdownView  *self,
             QdMarkdownBlock *cell,
             gboolean         last_row)
{
  g_autofree char *words = qd_markdown_block_dup_words (cell);
  gboolean         is_head = cell->level == 1;
  int              length = (int)g_utf8_strlen (words, -1);
  GtkWidget       *label =
      create_label (self, cell, is_head ? GTK_ACCESSIBLE_ROLE_COLUMN_HEADER : GTK_ACCESSIBLE_ROLE_CELL);

  gtk_label_set_width_chars (
      GTK_LABEL (label), MIN (length, CLAMP (measure_longest_word (words), CELL_MIN_CHARS, CELL_WORD_CHARS)));
  gtk_label_set_max_width_chars (GTK_LABEL (label), CELL_MAX_CHARS);
  gtk_widget_add_css_class (label, is_head ? "markdown-head" : "markdown-cell");

  if (last_row)
    gtk_widget_add_css_class (label, "last");

  return label;
}

static GtkWidget *
create_table (QdMarkdownView  *self,
              QdMarkdownBlock *table)
{
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "accessible-role", GTK_ACCESSIBLE_ROLE_TABLE, NULL);
  GtkWidget *bin;

  for (guint i = 0; i < table->children->len; i++)
    {
      QdMarkdownBlock *row = g_ptr_array_index (table->children, i);

      for (guint j = 0; j < row->children->len; j++)
        {
          GtkWidget *cell = create_cell (self, g_ptr_array_index (row->children, j), i + 1 == table->children->len);

          gtk_widget_set_hexpand (cell, j + 1 == row->children->len);
          gtk_grid_attach (GTK_GRID (grid), cell, (int)j, (int)i, 1, 1);
        }
    }

  gtk_accessible_update_property (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Table"), -1);
  bin = qd_wide_bin_new (grid);
  gtk_widget_add_css_class (bin, "card");

  return bin;
}

static GtkWidget *
create_group (QdMarkdownBlock *block)
{
  gboolean   is_list = block->kind == QD_MARKDOWN_LIST;
  GtkWidget *box = g_object_new (GTK_TYPE_BOX,
                                 "accessible-role", is_list ? GTK_ACCESSIBLE_ROLE_LIST : GTK_ACCESSIBLE_ROLE_GROUP,
                                 "orientation", GTK_ORIENTATION_VERTICAL,
                                 "spacing", is_list || block->kind == QD_MARKDOWN_ITEM ? 6 : 12,
                                 NULL);

  if (block->kind == QD_MARKDOWN_QUOTE)
    gtk_widget_add_css_class (box, "markdown-quote");

  return box;
}

/* @content: (transfer full): what the item says
 * @number: -1 for none */
static GtkWidget *
create_item (GtkWidget *content,
             int        number)
{
  g_autofree char *text = number >= 0 ? g_strdup_printf ("%d.", number) : g_strdup ("•");
  GtkWidget       *mark = gtk_label_new (text);
  GtkWidget       *box = g_object_new (
      GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, "spacing", 6, NULL);

  gtk_label_set_width_chars (GTK_LABEL (mark), 2);
  gtk_label_set_xalign (GTK_LABEL (mark), 1);
  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_widget_add_css_class (mark, "dim-label");
  gtk_widget_set_hexpand (content, TRUE);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), content);

  return box;
}

static void
append_children (QdMarkdownView  *self,
                 GtkBox          *box,
                 QdMarkdownBlock *parent)
{
  for (guint i = 0; i < parent->children->len; i++)
    {
      QdMarkdownBlock *block = g_ptr_array_index (parent->children, i);
      GtkWidget       *child;

      switch (block->kind)
        {
        case QD_MARKDOWN_HEADING:
          child = create_heading (self, block);
          break;

        case QD_MARKDOWN_PARAGRAPH:
          child = create_label (self, block, GTK_ACCESSIBLE_ROLE_PARAGRAPH);
          break;

        case QD_MARKDOWN_CODE:
          child = create_code (self, block);
          break;

        case QD_MARKDOWN_TABLE:
          child = create_table (self, block);
          break;

        case QD_MARKDOWN_RULE:
          child = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
          break;

        case QD_MARKDOWN_ITEM:
          child = create_group (block);
          append_children (self, GTK_BOX (child), block);
          child = create_item (child, parent->level >= 0 ? parent->level + (int)i : -1);
          break;

        case QD_MARKDOWN_LIST:
        case QD_MARKDOWN_QUOTE:
        case QD_MARKDOWN_DOCUMENT:
        case QD_MARKDOWN_ROW:
        case QD_MARKDOWN_CELL:
        default:
          child = create_group (block);
          append_children (self, GTK_BOX (child), block);
          break;
        }

      gtk_box_append (box, child);
    }
}

static void
qd_markdown_view_finalize (GObject *object)
{
  g_free (QD_MARKDOWN_VIEW (object)->markdown);

  G_OBJECT_CLASS (qd_markdown_view_parent_class)->finalize (object);
}

static void
qd_markdown_view_class_init (QdMarkdownViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qd_markdown_view_finalize;

  /**
   * QdMarkdownView::open-target:
   * @target: an address, or “entry:” and the key of an entry
   */
  signals[OPEN_TARGET] = g_signal_new ("open-target",
                                       G_TYPE_FROM_CLASS (klass),
                                       G_SIGNAL_RUN_LAST,
                                       0,
                                       NULL,
                                       NULL,
                                       NULL,
                                       G_TYPE_NONE,
                                       1,
                                       G_TYPE_STRING);

  /**
   * QdMarkdownView::copy-text:
   * @text: to go to the clipboard
   */
  signals[COPY_TEXT] = g_signal_new ("copy-text",
                                     G_TYPE_FROM_CLASS (klass),
                                     G_SIGNAL_RUN_LAST,
                                     0,
                                     NULL,
                                     NULL,
                                     NULL,
                                     G_TYPE_NONE,
                                     1,
                                     G_TYPE_STRING);
}

static void
qd_markdown_view_init (QdMarkdownView *self)
{
}

/* @markdown: (nullable): what is shown; the same again changes nothing, not even what is selected */
void
qd_markdown_view_set_markdown (QdMarkdownView *self,
                               const char     *markdown)
{
  g_autoptr(QdMarkdownBlock) document = NULL;
  GtkWidget *box;

  g_return_if_fail (QD_IS_MARKDOWN_VIEW (self));

  if (!g_set_str (&self->markdown, markdown != NULL ? markdown : ""))
    return;

  document = qd_markdown_parse (self->markdown);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  append_children (self, GTK_BOX (box), document);
  adw_bin_set_child (ADW_BIN (self), box);
}
