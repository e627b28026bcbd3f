/* qd-search-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-search-dialog"

#include "qd-search-dialog.h"

#include <glib/gi18n.h>

#include "qd-palette-row.h"
#include "qd-palette.h"

/* How many rows a page is that Page Up and Page Down go by */
#define PAGE 8

/**
 * QdSearchDialog:
 *
 * Finds words anywhere in the portfolio as one types, pages and commands by their letters, and entries
 * of the reference; and goes there or does it. What is typed stays where it is: Up and Down go through
 * what is found. Before anything is typed, it offers what was chosen last and all that can be done.
 */
struct _QdSearchDialog
{
  AdwDialog       parent_instance;

  QdPalette      *palette;
  GSettings      *settings;
  GtkWidget      *opener; /* not owned: the dialog is gone before it */
  GCancellable   *cancellable;

  GtkSearchEntry *entry;
  GtkStack       *stack;
  GtkViewport    *viewport;
  GtkListBox     *list;
};

G_DEFINE_FINAL_TYPE (QdSearchDialog, qd_search_dialog, ADW_TYPE_DIALOG)

static void
take (QdSearchDialog *self,
      GtkListBoxRow  *row)
{
  const QdPaletteItem *item = qd_palette_row_get_item (QD_PALETTE_ROW (row));
  g_auto(GStrv) recent = g_settings_get_strv (self->settings, "palette-recent");
  g_auto(GStrv) now = qd_palette_remember ((const char *const *)recent, item);
  g_autofree char *name = NULL;
  g_autoptr(GVariant) target = NULL;
  GtkWidget *opener = self->opener;

  if (!g_action_parse_detailed_name (item->action, &name, &target, NULL))
    g_return_if_reached ();

  g_settings_set_strv (self->settings, "palette-recent", (const char *const *)now);
  adw_dialog_close (ADW_DIALOG (self));
  gtk_widget_activate_action_variant (opener, name, target);
}

static void
row_activated_cb (QdSearchDialog *self,
                  GtkListBoxRow  *row)
{
  take (self, row);
}

static gboolean
has_items (QdSearchDialog *self)
{
  return g_str_equal (gtk_stack_get_visible_child_name (self->stack), "items");
}

/* Enter in the entry takes what is selected: the first, unless one went on from there. */
static void
entry_activated_cb (QdSearchDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL && has_items (self))
    take (self, row);
}

static void
stop_search_cb (QdSearchDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
select_row (QdSearchDialog *self,
            int             index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, index);
  GtkWidget     *heading = row != NULL ? gtk_list_box_row_get_header (row) : NULL;

  if (row == NULL)
    return;

  gtk_list_box_select_row (self->list, row);

  /* The heading above it comes into sight with it. */
  if (heading != NULL)
    gtk_viewport_scroll_to (self->viewport, heading, NULL);

  gtk_viewport_scroll_to (self->viewport, GTK_WIDGET (row), NULL);
}

static int
count_rows (QdSearchDialog *self)
{
  int n_rows = 0;

  while (gtk_list_box_get_row_at_index (self->list, n_rows) != NULL)
    n_rows++;

  return n_rows;
}

static void
announce_selected (QdSearchDialog *self)
{
  GtkListBoxRow       *row = gtk_list_box_get_selected_row (self->list);
  const QdPaletteItem *item = qd_palette_row_get_item (QD_PALETTE_ROW (row));
  g_autofree char     *label = qd_palette_item_dup_label (item);
  g_autofree char     *text = NULL;

  /* Translators: read out for a row of a list: its text, its group, its place and how many rows there are */
  text = g_strdup_printf (_ ("%1$s, %2$s, %3$d of %4$d"),
                          label,
                          qd_palette_group_get_label (item->group),
                          gtk_list_box_row_get_index (row) + 1,
                          count_rows (self));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* From what is typed the keys go through what is found, without leaving it. */
static gboolean
key_pressed_cb (QdSearchDialog *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int            last = count_rows (self) - 1;
  int            index = row != NULL ? gtk_list_box_row_get_index (row) : 0;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 || last < 0 || !has_items (self))
    return GDK_EVENT_PROPAGATE;

  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    index++;
  else if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    index--;
  else if (keyval == GDK_KEY_Page_Down)
    index += PAGE;
  else if (keyval == GDK_KEY_Page_Up)
    index -= PAGE;
  else
    return GDK_EVENT_PROPAGATE;

  select_row (self, CLAMP (index, 0, last));
  announce_selected (self);

  return GDK_EVENT_STOP;
}

static void
show_items (QdSearchDialog *self,
            GPtrArray      *items)
{
  gtk_list_box_remove_all (self->list);

  for (guint i = 0; i < items->len; i++)
    gtk_list_box_append (self->list, qd_palette_row_new (g_ptr_array_index (items, i)));

  gtk_stack_set_visible_child_name (self->stack, items->len > 0 ? "items" : "nothing");
  select_row (self, 0);
}

static void
show_start (QdSearchDialog *self)
{
  g_auto(GStrv) recent = g_settings_get_strv (self->settings, "palette-recent");
  g_autoptr(GPtrArray) items = qd_palette_list_start (self->palette, (const char *const *)recent);

  show_items (self, items);
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(QdSearchDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) items = qd_palette_find_finish (QD_PALETTE (object), result, &error);
  g_autofree char *text = NULL;

  if (items == NULL)
    {
      qd_shell_report (self, error);
      return;
    }

  if (self->palette == NULL)
    return;

  show_items (self, items);
  text = items->len > 0 ? g_strdup_printf (ngettext ("%u found: %s", "%u found: %s", items->len),
                                           items->len,
                                           ((QdPaletteItem *)g_ptr_array_index (items, 0))->title)
                        : g_strdup (_ ("Nothing found"));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
search_changed_cb (QdSearchDialog *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  if (self->palette == NULL)
    return;

  if (*text == '\0')
    {
      show_start (self);
      return;
    }

  self->cancellable = g_cancellable_new ();
  qd_palette_find_async (self->palette, text, self->cancellable, found_cb, g_object_ref (self));
}

static void
qd_search_dialog_dispose (GObject *object)
{
  QdSearchDialog *self = QD_SEARCH_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_SEARCH_DIALOG);
  g_clear_object (&self->palette);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (qd_search_dialog_parent_class)->dispose (object);
}

static void
qd_search_dialog_class_init (QdSearchDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_search_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-search-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QdSearchDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, QdSearchDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, QdSearchDialog, viewport);
  gtk_widget_class_bind_template_child (widget_class, QdSearchDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
qd_search_dialog_init (QdSearchDialog *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, qd_palette_row_update_header, NULL, NULL);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

/**
 * qd_search_dialog_present:
 * @settings: keep what was chosen last
 * @commands: (transfer full): of #QdPaletteItem: what can be done in the window, and its pages
 */
void
qd_search_dialog_present (GtkWidget   *parent,
                          QdPortfolio *portfolio,
                          GSettings   *settings,
                          GPtrArray   *commands)
{
  QdSearchDialog *self = g_object_new (QD_TYPE_SEARCH_DIALOG, NULL);

  self->settings = g_object_ref (settings);
  self->palette = qd_palette_new (portfolio, commands, g_settings_get_boolean (settings, "show-codenames"));
  self->opener = parent;
  show_start (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
