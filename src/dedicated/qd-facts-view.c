/* qd-facts-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-facts-view"

#include "qd-facts-view.h"

#include <glib/gi18n.h>

#include "qd-fact-fields.h"
#include "qd-fact-row.h"
#include "qd-feature-finder.h"
#include "qd-search-key.h"

/**
 * QdFactsView:
 *
 * The facts about one topic, to be read, searched and edited; or what Dedicated has and has not, by the words
 * people use for it.
 */
struct _QdFactsView
{
  AdwBin       parent_instance;

  QdFactBook  *book;
  gboolean     features;
  gboolean     filled; /* from when it is first looked at */

  GtkDropDown *choices;
  GtkWidget   *search;
  GtkWidget   *add_button;
  GtkListBox  *list;
  GtkLabel    *nothing;
};

G_DEFINE_FINAL_TYPE (QdFactsView, qd_facts_view, ADW_TYPE_BIN)

static QdFactTopic
get_topic (QdFactsView *self)
{
  return self->features ? QD_FACT_TOPIC_FEATURE : (QdFactTopic)gtk_drop_down_get_selected (self->choices);
}

/* The first choice is all of them. */
static gboolean
has_state (QdFactsView  *self,
           const QdFact *fact)
{
  guint choice = gtk_drop_down_get_selected (self->choices);

  return !self->features || choice == 0 || ((const QdFeatureFact *)fact)->state == (QdFeatureState)(choice - 1);
}

static gboolean
has_words (const QdFact      *fact,
           const char *const *words)
{
  const QdJsonShape *shape = qd_fact_get_shape (fact->topic);
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *key = NULL;

  for (guint i = 0; i < shape->n_fields; i++)
    {
      g_autofree char *field = qd_fact_dup_words (fact, &shape->fields[i]);

      g_string_append_printf (text, "%s\n", field);
    }

  key = qd_search_fold (text->str);

  return qd_search_matches (key, words);
}

/* Returns: (transfer container) (element-type QdFact): those that are asked for; of features, those that are named so */
static GPtrArray *
list_facts (QdFactsView *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search));
  GPtrArray  *found = g_ptr_array_new ();
  GPtrArray  *all = qd_fact_book_peek_all (self->book, get_topic (self));
  g_auto(GStrv) words = qd_search_split (typed);
  g_autoptr(GPtrArray) named = self->features ? qd_features_search (self->book, typed) : NULL;

  for (guint i = 0; i < all->len; i++)
    {
      QdFact *fact = g_ptr_array_index (all, i);

      if (has_state (self, fact) &&
          ((named != NULL && g_ptr_array_find (named, fact, NULL)) || has_words (fact, (const char *const *)words)))
        g_ptr_array_add (found, fact);
    }

  return found;
}

static void
set_heading (QdFactsView   *self,
             GtkListBoxRow *row,
             const QdFact  *fact,
             const QdFact  *before)
{
  const char *group = ((const QdFeatureFact *)fact)->group;
  GtkWidget  *label;

  if (!self->features || (before != NULL && g_strcmp0 (((const QdFeatureFact *)before)->group, group) == 0))
    return;

  label = gtk_label_new (group);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "week-day");
  g_object_set_data_full (G_OBJECT (row), "heading", g_object_ref_sink (label), g_object_unref);
}

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       user_data)
{
  gtk_list_box_row_set_header (row, g_object_get_data (G_OBJECT (row), "heading"));
}

static char *
dup_expanded (QdFactsView *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)))
        return g_strdup (qd_fact_row_get_key (QD_FACT_ROW (row)));
    }

  return NULL;
}

/* What was open, and is there again as it was edited, is open again. */
static void
fill (QdFactsView *self)
{
  g_autoptr(GPtrArray) facts = NULL;
  g_autofree char *expanded = NULL;
  GtkWidget       *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  gboolean         had_focus = focus != NULL;

  if (!self->filled)
    return;

  facts = list_facts (self);
  expanded = dup_expanded (self);
  gtk_list_box_remove_all (self->list);

  for (guint i = 0; i < facts->len; i++)
    {
      const QdFact *fact = g_ptr_array_index (facts, i);
      GtkWidget    *row = qd_fact_row_new (self->book, fact);

      set_heading (self, GTK_LIST_BOX_ROW (row), fact, i > 0 ? g_ptr_array_index (facts, i - 1) : NULL);
      gtk_list_box_append (self->list, row);

      if (g_strcmp0 (fact->key, expanded) != 0)
        continue;

      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);

      if (had_focus)
        gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
    }

  gtk_label_set_label (self->nothing,
                       self->features || *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0'
                           ? _ ("Nothing has these words")
                           : _ ("There is nothing about this yet: add what you know"));
}

static void
changed_cb (QdFactsView *self)
{
  fill (self);
}

static void
topic_changed (QdFactsView *self)
{
  g_autofree char *text = NULL;

  if (!self->features)
    {
      /* Translators: what a fact is about, such as “Change Lock” */
      text = g_strdup_printf (_ ("New %s"), qd_fact_topic_get_one (get_topic (self)));
      gtk_widget_set_tooltip_text (self->add_button, text);
    }
}

static void
add_cb (QdFactsView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "fact.new", "i", (gint32)get_topic (self));
}

/* Enter goes to what was found. */
static void
search_activate_cb (QdFactsView *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  if (row != NULL)
    gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}

static void
qd_facts_view_map (GtkWidget *widget)
{
  QdFactsView *self = QD_FACTS_VIEW (widget);

  if (!self->filled)
    {
      self->filled = TRUE;
      fill (self);
    }

  GTK_WIDGET_CLASS (qd_facts_view_parent_class)->map (widget);
}

static void
qd_facts_view_dispose (GObject *object)
{
  QdFactsView *self = QD_FACTS_VIEW (object);

  self->filled = FALSE;
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_FACTS_VIEW);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (qd_facts_view_parent_class)->dispose (object);
}

static void
qd_facts_view_class_init (QdFactsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_facts_view_dispose;
  widget_class->map = qd_facts_view_map;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/gitlab/quarterdeck/Quarterdeck/qd-facts-view.ui");
  gtk_widget_class_bind_template_child (widget_class, QdFactsView, choices);
  gtk_widget_class_bind_template_child (widget_class, QdFactsView, search);
  gtk_widget_class_bind_template_child (widget_class, QdFactsView, add_button);
  gtk_widget_class_bind_template_child (widget_class, QdFactsView, list);
  gtk_widget_class_bind_template_child (widget_class, QdFactsView, nothing);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
}

static void
qd_facts_view_init (QdFactsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
}

static void
fill_choices (QdFactsView *self)
{
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);

  if (self->features)
    {
      gtk_string_list_append (labels, _ ("All Features"));

      for (guint i = 0; qd_feature_states[i].nick != NULL; i++)
        gtk_string_list_append (labels, _ (qd_feature_states[i].label));
    }
  else
    for (guint topic = QD_FACT_TOPIC_WINDOW; topic <= QD_FACT_TOPIC_FEATURE; topic++)
      gtk_string_list_append (labels, qd_fact_topic_get_name (topic));

  gtk_drop_down_set_model (self->choices, G_LIST_MODEL (labels));
}

static void
set_label (gpointer    widget,
           const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * qd_facts_view_new:
 * @book: of a portfolio
 * @features: what Dedicated has and has not, rather than facts of every topic
 */
GtkWidget *
qd_facts_view_new (QdFactBook *book,
                   gboolean    features)
{
  QdFactsView *self = g_object_new (QD_TYPE_FACTS_VIEW, NULL);
  const char  *search = features ? _ ("Search features") : _ ("Search facts");

  self->book = g_object_ref (book);
  self->features = features;
  fill_choices (self);
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (self->search), search);
  set_label (self->search, search);
  set_label (self->choices, features ? _ ("Availability") : _ ("Topic"));
  set_label (self->list, features ? _ ("Features of Dedicated") : _ ("Facts"));
  gtk_widget_set_tooltip_text (self->add_button, _ ("New Feature"));
  g_signal_connect_object (self->choices, "notify::selected", G_CALLBACK (topic_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (book, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  topic_changed (self);

  return GTK_WIDGET (self);
}

void
qd_facts_view_search (QdFactsView *self)
{
  g_return_if_fail (QD_IS_FACTS_VIEW (self));

  gtk_widget_grab_focus (self->search);
}

/* Searches for @text, among all. */
void
qd_facts_view_show_text (QdFactsView *self,
                         const char  *text)
{
  g_return_if_fail (QD_IS_FACTS_VIEW (self));

  if (self->features)
    gtk_drop_down_set_selected (self->choices, 0);

  gtk_editable_set_text (GTK_EDITABLE (self->search), text);
  fill (self);
}

void
qd_facts_view_show_topic (QdFactsView *self,
                          QdFactTopic  topic)
{
  g_return_if_fail (QD_IS_FACTS_VIEW (self) && !self->features);

  gtk_drop_down_set_selected (self->choices, topic);
}

/* About the topic that is looked at */
void
qd_facts_view_new_fact (QdFactsView *self)
{
  g_return_if_fail (QD_IS_FACTS_VIEW (self));

  add_cb (self);
}
