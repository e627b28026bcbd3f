/* qd-reference-finder.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-reference-finder"

#include "qd-reference-finder.h"

#include <glib/gi18n.h>

#include "qd-reference-item.h"
#include "qd-reference-look.h"
#include "qd-reference-query.h"
#include "qd-reference-sections.h"
#include "qd-shell.h"

#define MAX_HITS 80
#define MAX_RECENT 6

/**
 * QdReferenceFinder:
 *
 * The entries of the reference in a list: those found for what is typed, the best first; while
 * nothing is, favourites and what was opened last, and below them all, by category.
 */
struct _QdReferenceFinder
{
  AdwBin              parent_instance;

  QdReference        *reference;
  GListStore         *sections; /* of GListStore of QdReferenceItem, each with a heading */
  GtkSingleSelection *selection;
  GtkStringList      *category_names;
  GtkStringList      *tag_names;
  GPtrArray          *recent; /* (nullable): of QdReferenceEntry, the last one first */
  GCancellable       *cancellable;
  char               *wanted;    /* (nullable): the key of what is to be selected once it is listed */
  gboolean            filling;   /* the list or a filter, and no person chooses */
  gboolean            take_best; /* what is found best is selected */

  GtkSearchEntry     *search;
  GtkDropDown        *categories;
  GtkDropDown        *tags;
  GtkStack           *stack;
  GtkWidget          *scroller;
  GtkListView        *list;
  GtkWidget          *clear_button;
};

G_DEFINE_FINAL_TYPE (QdReferenceFinder, qd_reference_finder, ADW_TYPE_BIN)

enum
{
  SELECTED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_text (QdReferenceFinder *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search));
}

/* Returns: (nullable): the tag that entries must have */
static const char *
get_tag (QdReferenceFinder *self)
{
  guint position = gtk_drop_down_get_selected (self->tags);

  return position > 0 && position != GTK_INVALID_LIST_POSITION ? gtk_string_list_get_string (self->tag_names, position)
                                                               : NULL;
}

static gboolean
is_filtered (QdReferenceFinder *self)
{
  return qd_reference_finder_get_category (self) != QD_ENUM_NONE || get_tag (self) != NULL;
}

static GtkAdjustment *
get_vadjustment (QdReferenceFinder *self)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
}

static void
laid_out_cb (QdReferenceFinder *self,
             GdkFrameClock     *clock)
{
  g_signal_handlers_disconnect_by_func (clock, laid_out_cb, self);
  gtk_adjustment_set_value (get_vadjustment (self), 0);
}

/* A list that is new begins with its first row, above which its heading is out of sight (GTK 4.18).
 * In the frame in which it is laid out it is laid out once more from the top. */
static void
go_to_top (QdReferenceFinder *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (self->scroller);

  if (clock == NULL)
    return;

  g_signal_handlers_disconnect_by_func (clock, laid_out_cb, self);
  g_signal_connect_object (
      clock, "layout", G_CALLBACK (laid_out_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_LAYOUT);
}

/* One change of the list; what was selected stays so where it is still there. */
static void
show_sections (QdReferenceFinder *self,
               GPtrArray         *sections)
{
  QdReferenceItem *before = gtk_single_selection_get_selected_item (self->selection);
  g_autofree char *selected = before != NULL ? g_strdup (before->entry->key) : NULL;
  g_autofree char *wanted = g_steal_pointer (&self->wanted);
  gboolean         is_at_top = gtk_adjustment_get_value (get_vadjustment (self)) <= 0;
  guint            position;

  self->filling = TRUE;
  g_list_store_splice (
      self->sections, 0, g_list_model_get_n_items (G_LIST_MODEL (self->sections)), sections->pdata, sections->len);
  position = qd_reference_sections_find (G_LIST_MODEL (self->selection), wanted);

  if (position == GTK_INVALID_LIST_POSITION && !self->take_best)
    position = qd_reference_sections_find (G_LIST_MODEL (self->selection), selected);

  if (position == GTK_INVALID_LIST_POSITION && self->take_best && sections->len > 0)
    position = 0;

  gtk_single_selection_set_selected (self->selection, position);
  self->filling = FALSE;

  if (self->take_best || is_at_top)
    go_to_top (self);

  gtk_stack_set_visible_child_name (self->stack, sections->len > 0 ? "list" : "nothing");
  gtk_widget_set_visible (self->clear_button, is_filtered (self));

  if (position != GTK_INVALID_LIST_POSITION && g_strcmp0 (qd_reference_finder_get_selected (self), selected) != 0)
    g_signal_emit (self, signals[SELECTED], 0);

  self->take_best = FALSE;
}

/* While nothing is looked for */
static void
show_all (QdReferenceFinder *self)
{
  g_autoptr(GPtrArray) sections = qd_reference_sections_list_all (self->reference, self->recent, MAX_RECENT);

  show_sections (self, sections);
}

static void
show_result (QdReferenceFinder *self,
             QdReferenceResult *result)
{
  g_autofree char *heading = qd_reference_sections_dup_heading (result, MAX_HITS);
  g_autoptr(GPtrArray) sections = qd_reference_sections_list_found (result, heading);

  show_sections (self, sections);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), heading, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(QdReferenceFinder) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(QdReferenceResult) found = NULL;

  if (self->reference == NULL)
    return;

  found = qd_reference_search_finish (self->reference, result, &error);

  if (found != NULL)
    show_result (self, found);
  else
    qd_shell_report (self, error);
}

static void
refresh (QdReferenceFinder *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  if (self->reference == NULL)
    return;

  if (*get_text (self) == '\0' && !is_filtered (self))
    {
      show_all (self);
      return;
    }

  self->cancellable = g_cancellable_new ();
  qd_reference_search_async (self->reference,
                             get_text (self),
                             qd_reference_finder_get_category (self),
                             get_tag (self),
                             MAX_HITS,
                             self->cancellable,
                             found_cb,
                             g_object_ref (self));
}

static void
search_changed_cb (QdReferenceFinder *self)
{
  self->take_best = *get_text (self) != '\0';
  refresh (self);
}

static void
filter_changed_cb (QdReferenceFinder *self)
{
  if (!self->filling)
    refresh (self);
}

static void
clear_clicked_cb (QdReferenceFinder *self)
{
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->categories, 0);
  gtk_drop_down_set_selected (self->tags, 0);
  self->filling = FALSE;
  self->take_best = *get_text (self) != '\0';
  refresh (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
search_activated_cb (QdReferenceFinder *self)
{
  if (qd_reference_finder_get_selected (self) != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
search_stopped_cb (QdReferenceFinder *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static void
activated_cb (QdReferenceFinder *self,
              guint              position)
{
  gtk_single_selection_set_selected (self->selection, position);
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
selected_cb (QdReferenceFinder *self)
{
  if (!self->filling && gtk_single_selection_get_selected_item (self->selection) != NULL)
    g_signal_emit (self, signals[SELECTED], 0);
}

/* From what is typed Down and Up go through what is found, without leaving it. */
static gboolean
key_pressed_cb (QdReferenceFinder *self,
                guint              keyval,
                guint              keycode,
                GdkModifierType    state)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint position = gtk_single_selection_get_selected (self->selection);

  if ((keyval != GDK_KEY_Down && keyval != GDK_KEY_Up) || (state & gtk_accelerator_get_default_mod_mask ()) != 0 ||
      n_items == 0)
    return GDK_EVENT_PROPAGATE;

  if (position == GTK_INVALID_LIST_POSITION)
    position = 0;
  else if (keyval == GDK_KEY_Down)
    position = MIN (position + 1, n_items - 1);
  else
    position = position > 0 ? position - 1 : 0;

  gtk_list_view_scroll_to (self->list, position, GTK_LIST_SCROLL_SELECT, NULL);

  return GDK_EVENT_STOP;
}

static void
fill_categories (QdReferenceFinder *self)
{
  gtk_string_list_append (self->category_names, _ ("All Categories"));

  for (guint i = 0; qd_reference_categories[i].nick != NULL; i++)
    gtk_string_list_append (self->category_names, _ (qd_reference_categories[i].label));
}

/* What was chosen stays chosen as long as an entry has it. */
static void
fill_tags (QdReferenceFinder *self)
{
  g_autofree char *chosen = g_strdup (get_tag (self));
  g_auto(GStrv) tags = qd_reference_list_tags (self->reference);
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  g_auto(GStrv) strings = NULL;

  self->filling = TRUE;
  g_strv_builder_add (names, _ ("All Tags"));
  g_strv_builder_addv (names, (const char **)tags);
  strings = g_strv_builder_end (names);
  gtk_string_list_splice (self->tag_names,
                          0,
                          g_list_model_get_n_items (G_LIST_MODEL (self->tag_names)),
                          (const char *const *)strings);
  gtk_drop_down_set_selected (self->tags, 0);

  for (guint i = 1; chosen != NULL && strings[i] != NULL; i++)
    {
      if (g_str_equal (strings[i], chosen))
        gtk_drop_down_set_selected (self->tags, i);
    }

  self->filling = FALSE;
}

static void
entries_changed_cb (QdReferenceFinder *self)
{
  fill_tags (self);
  refresh (self);
}

static void
recent_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(QdReferenceFinder) self = user_data;
  g_autoptr(GError) error = NULL;
  GPtrArray *recent;

  if (self->reference == NULL)
    return;

  recent = qd_reference_list_recent_finish (self->reference, result, &error);

  if (recent == NULL)
    {
      qd_shell_report (self, error);
      return;
    }

  if (recent->len == 0 && self->recent == NULL)
    {
      g_ptr_array_unref (recent);
      return;
    }

  g_clear_pointer (&self->recent, g_ptr_array_unref);
  self->recent = recent;

  if (*get_text (self) == '\0' && !is_filtered (self))
    show_all (self);
}

static void
qd_reference_finder_dispose (GObject *object)
{
  QdReferenceFinder *self = QD_REFERENCE_FINDER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_REFERENCE_FINDER);
  g_clear_object (&self->selection);
  g_clear_object (&self->sections);
  g_clear_object (&self->category_names);
  g_clear_object (&self->tag_names);
  g_clear_object (&self->reference);
  g_clear_pointer (&self->recent, g_ptr_array_unref);
  g_clear_pointer (&self->wanted, g_free);

  G_OBJECT_CLASS (qd_reference_finder_parent_class)->dispose (object);
}

static void
qd_reference_finder_class_init (QdReferenceFinderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_reference_finder_dispose;

  /* Another entry is to be looked at. */
  signals[SELECTED] = g_signal_new (
      "selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /* A person goes to what is selected. */
  signals[ACTIVATED] = g_signal_new (
      "activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-reference-finder.ui");
  gtk_widget_class_bind_template_child (widget_class, QdReferenceFinder, search);
  gtk_widget_class_bind_template_child (widget_class, QdReferenceFinder, categories);
  gtk_widget_class_bind_template_child (widget_class, QdReferenceFinder, tags);
  gtk_widget_class_bind_template_child (widget_class, QdReferenceFinder, stack);
  gtk_widget_class_bind_template_child (widget_class, QdReferenceFinder, scroller);
  gtk_widget_class_bind_template_child (widget_class, QdReferenceFinder, list);
  gtk_widget_class_bind_template_child (widget_class, QdReferenceFinder, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
}

static void
qd_reference_finder_init (QdReferenceFinder *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_autoptr(GtkListItemFactory) rows = qd_reference_create_row_factory ();
  g_autoptr(GtkListItemFactory) headings = qd_reference_create_heading_factory ();

  self->sections = g_list_store_new (G_TYPE_LIST_STORE);
  self->category_names = gtk_string_list_new (NULL);
  self->tag_names = gtk_string_list_new (NULL);
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));

  self->selection = gtk_single_selection_new (
      G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (g_object_ref (self->sections)))));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (
      self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  gtk_list_view_set_factory (self->list, rows);
  gtk_list_view_set_header_factory (self->list, headings);
  fill_categories (self);
  qd_reference_set_choices (self->categories, self->category_names);
  qd_reference_set_choices (self->tags, self->tag_names);
  self->filling = FALSE;

  /* Before the entry, which would move the cursor */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->search), keys);
  gtk_search_entry_set_key_capture_widget (self->search, self->scroller);
}

void
qd_reference_finder_bind (QdReferenceFinder *self,
                          QdReference       *reference)
{
  g_return_if_fail (QD_IS_REFERENCE_FINDER (self));
  g_return_if_fail (self->reference == NULL);

  self->reference = g_object_ref (reference);
  g_signal_connect_object (
      reference, "items-changed", G_CALLBACK (entries_changed_cb), self, G_CONNECT_SWAPPED);
  entries_changed_cb (self);
  qd_reference_finder_note_recent (self);
}

/* To where one types */
void
qd_reference_finder_focus (QdReferenceFinder *self)
{
  g_return_if_fail (QD_IS_REFERENCE_FINDER (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* Returns: (nullable): the key of the entry that is selected */
const char *
qd_reference_finder_get_selected (QdReferenceFinder *self)
{
  QdReferenceItem *item;

  g_return_val_if_fail (QD_IS_REFERENCE_FINDER (self), NULL);

  item = gtk_single_selection_get_selected_item (self->selection);

  return item != NULL ? item->entry->key : NULL;
}

/* Selects the entry with @key where it is listed, without a word to whoever listens. */
void
qd_reference_finder_select (QdReferenceFinder *self,
                            const char        *key)
{
  guint position;

  g_return_if_fail (QD_IS_REFERENCE_FINDER (self));

  if (g_strcmp0 (qd_reference_finder_get_selected (self), key) == 0)
    return;

  position = qd_reference_sections_find (G_LIST_MODEL (self->selection), key);
  self->filling = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->filling = FALSE;

  if (position != GTK_INVALID_LIST_POSITION)
    gtk_list_view_scroll_to (self->list, position, GTK_LIST_SCROLL_NONE, NULL);
  else
    g_set_str (&self->wanted, key);
}

/* Shows all that have @tag. */
void
qd_reference_finder_set_tag (QdReferenceFinder *self,
                             const char        *tag)
{
  g_return_if_fail (QD_IS_REFERENCE_FINDER (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_drop_down_set_selected (self->categories, 0);

  for (guint i = 1; i < g_list_model_get_n_items (G_LIST_MODEL (self->tag_names)); i++)
    {
      if (g_str_equal (gtk_string_list_get_string (self->tag_names, i), tag))
        gtk_drop_down_set_selected (self->tags, i);
    }
}

/* Returns: the #QdReferenceCategory that is looked at, or %QD_ENUM_NONE */
int
qd_reference_finder_get_category (QdReferenceFinder *self)
{
  guint position;

  g_return_val_if_fail (QD_IS_REFERENCE_FINDER (self), QD_ENUM_NONE);

  position = gtk_drop_down_get_selected (self->categories);

  return position == 0 || position == GTK_INVALID_LIST_POSITION ? QD_ENUM_NONE : (int)position - 1;
}

/* What was opened last is another. */
void
qd_reference_finder_note_recent (QdReferenceFinder *self)
{
  g_return_if_fail (QD_IS_REFERENCE_FINDER (self));

  if (self->reference != NULL)
    qd_reference_list_recent_async (self->reference, 2 * MAX_RECENT, recent_cb, g_object_ref (self));
}

/* Where there is room for the list alone, a click opens what it is on. */
void
qd_reference_finder_set_narrow (QdReferenceFinder *self,
                                gboolean           narrow)
{
  g_return_if_fail (QD_IS_REFERENCE_FINDER (self));

  gtk_list_view_set_single_click_activate (self->list, narrow);
}
