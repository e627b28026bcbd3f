/* qd-reference-entry-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-reference-entry-view"

#include "qd-reference-entry-view.h"

#include <glib/gi18n.h>
#include <string.h>

#include "qd-config.h"
#include "qd-day-words.h"
#include "qd-day.h"
#include "qd-notes-view.h"
#include "qd-reference-edits.h"
#include "qd-reference-entry-private.h"
#include "qd-reference-out.h"
#include "qd-shell.h"

#define MAX_BACK 50

G_DEFINE_FINAL_TYPE (QdReferenceEntryView, qd_reference_entry_view, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_CAN_GO_BACK,
  PROP_HAS_ENTRY,
  N_PROPS
};

enum
{
  SHOWN,
  TAG_CHOSEN,
  LEFT,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

static void
tag_clicked_cb (QdReferenceEntryView *self,
                GtkButton            *button)
{
  g_signal_emit (self, signals[TAG_CHOSEN], 0, gtk_button_get_label (button));
}

static void
show_tags (QdReferenceEntryView *self)
{
  char     **tags = self->entry->tags;
  GtkWidget *before;

  while ((before = gtk_widget_get_first_child (GTK_WIDGET (self->tags))) != NULL)
    adw_wrap_box_remove (self->tags, before);

  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    {
      GtkWidget       *button = gtk_button_new_with_label (tags[i]);
      g_autofree char *tooltip = g_strdup_printf (_ ("All Entries Tagged “%s”"), tags[i]);

      gtk_widget_set_tooltip_text (button, tooltip);
      gtk_widget_add_css_class (button, "entry-tag");
      g_signal_connect_object (button, "clicked", G_CALLBACK (tag_clicked_cb), self, G_CONNECT_SWAPPED);
      adw_wrap_box_append (self->tags, button);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->tags), tags != NULL && tags[0] != NULL);
}

static void
copy_url_cb (QdReferenceEntryView *self,
             GtkWidget            *button)
{
  qd_reference_copy (
      GTK_WIDGET (self), qd_reference_get_portfolio (self->reference), g_object_get_data (G_OBJECT (button), "url"), _ ("Link copied"));
}

static GtkWidget *
create_row (const char *title,
            const char *subtitle,
            const char *icon)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_add_suffix (
      ADW_ACTION_ROW (row),
      g_object_new (GTK_TYPE_IMAGE, "icon-name", icon, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);

  return row;
}

static void
show_links (QdReferenceEntryView *self)
{
  GPtrArray *links = self->entry->links;

  gtk_list_box_remove_all (self->links);

  for (guint i = 0; i < links->len; i++)
    {
      QdReferenceSite *site = g_ptr_array_index (links, i);
      GtkWidget       *row = create_row (site->title, site->url, "adw-external-link-symbolic");
      GtkWidget       *button = gtk_button_new_from_icon_name ("edit-copy-symbolic");

      gtk_widget_set_tooltip_text (button, _ ("Copy Link"));
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "flat");
      g_object_set_data_full (G_OBJECT (button), "url", g_strdup (site->url), g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (copy_url_cb), self, G_CONNECT_SWAPPED);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
      g_object_set_data_full (G_OBJECT (row), "url", g_strdup (site->url), g_free);
      gtk_list_box_append (self->links, row);
    }

  gtk_widget_set_visible (self->links_group, links->len > 0);
}

static void
show_related (QdReferenceEntryView *self)
{
  g_autoptr(GPtrArray) related = qd_reference_list_related (self->reference, self->entry);

  gtk_list_box_remove_all (self->related);

  for (guint i = 0; i < related->len; i++)
    {
      QdReferenceEntry *other = g_ptr_array_index (related, i);
      GtkWidget        *row = create_row (
          other->title, _ (qd_nicks_get_label (qd_reference_categories, other->category)), "go-next-symbolic");

      g_object_set_data_full (G_OBJECT (row), "key", g_strdup (other->key), g_free);
      gtk_list_box_append (self->related, row);
    }

  gtk_widget_set_visible (self->related_group, related->len > 0);
}

static void
show_freshness (QdReferenceEntryView *self)
{
  int              today = qd_day_today ();
  int              checked = self->entry != NULL ? qd_reference_entry_get_checked (self->entry) : QD_DAY_NONE;
  int              trusted = g_settings_get_int (self->settings, "reference-stale-days");
  gboolean         is_stale = self->entry != NULL && qd_reference_entry_is_stale (self->entry, today, trusted);
  g_autofree char *words =
      checked == QD_DAY_NONE
          ? g_strdup (_ ("Nobody has checked yet whether this holds."))
          : g_strdup_printf (ngettext ("This was checked %d day ago. It may no longer hold.",
                                       "This was checked %d days ago. It may no longer hold.",
                                       today - checked),
                             today - checked);

  adw_banner_set_title (self->stale_banner, words);
  adw_banner_set_revealed (self->stale_banner, is_stale);
  adw_banner_set_revealed (self->outdated_banner,
                           self->entry != NULL && qd_reference_entry_is_outdated (self->entry));
}

static void
notes_typed_cb (QdReferenceEntryView *self)
{
  if (self->entry != NULL && g_strcmp0 (self->draft->notes, self->entry->notes) != 0)
    qd_reference_set_notes_async (
        self->reference, self->entry, self->draft->notes, qd_shell_edit_cb, g_object_ref (self));
}

/* The notes are typed into a draft, as there is no mark of the entry before the first. */
static void
bind_notes (QdReferenceEntryView *self)
{
  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_func (self->draft, notes_typed_cb, self);

  g_clear_object (&self->draft);

  if (self->entry != NULL)
    {
      self->draft = qd_record_new_draft (QD_TYPE_REFERENCE_MARK);
      g_object_set (self->draft, "key", self->entry->key, "notes", self->entry->notes, NULL);
      g_signal_connect_object (
          self->draft, "notify::notes", G_CALLBACK (notes_typed_cb), self, G_CONNECT_SWAPPED);
    }

  qd_editor_bind (self->notes, NULL, self->draft);
}

static void
update_star (QdReferenceEntryView *self)
{
  gboolean is_favourite = self->entry != NULL && self->entry->favourite;

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->star), is_favourite);
  gtk_button_set_icon_name (GTK_BUTTON (self->star), is_favourite ? "starred-symbolic" : "non-starred-symbolic");
  gtk_widget_set_tooltip_text (self->star, is_favourite ? _ ("Remove from Favourites") : _ ("Add to Favourites"));
}

/* @entry: (nullable): shown from now on; what of it is as it was is left alone */
static void
set_entry (QdReferenceEntryView *self,
           QdReferenceEntry     *entry)
{
  gboolean another = self->entry == NULL || entry == NULL || !g_str_equal (self->entry->key, entry->key);
  gboolean other_notes = another || g_strcmp0 (self->draft->notes, entry->notes) != 0;

  g_set_object (&self->entry, entry);

  if (entry != NULL)
    {
      gtk_label_set_label (self->category, _ (qd_nicks_get_label (qd_reference_categories, entry->category)));
      gtk_label_set_label (self->title, entry->title);
      qd_markdown_view_set_markdown (self->body, entry->body);
      gtk_widget_set_visible (GTK_WIDGET (self->body), entry->body != NULL);
      show_tags (self);
      qd_reference_entry_show_availability (self);
      show_links (self);
      show_related (self);
      qd_reference_entry_show_source (self);
      qd_reference_uses_show (self->uses, self->reference, entry->key);
    }

  if (other_notes)
    bind_notes (self);

  gtk_stack_set_visible_child_name (self->stack, entry != NULL ? "entry" : "nothing");
  show_freshness (self);
  update_star (self);
  qd_reference_entry_update_commands (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_ENTRY]);
}

static void
entries_changed_cb (QdReferenceEntryView *self)
{
  QdReferenceEntry *now = self->entry != NULL ? qd_reference_lookup (self->reference, self->entry->key) : NULL;

  if (self->entry != NULL && now != self->entry)
    set_entry (self, now);
  else if (self->entry != NULL)
    show_related (self);
}

static void
change_to (QdReferenceEntryView *self,
           QdReferenceEntry     *entry)
{
  qd_editor_flush_all (self);
  set_entry (self, entry);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_GO_BACK]);
}

/* From one entry to another: back leads to the one before. */
static void
follow (QdReferenceEntryView *self,
        const char           *key)
{
  QdReferenceEntry *entry = qd_reference_lookup (self->reference, key);

  if (entry == NULL)
    {
      g_autofree char *message = g_strdup_printf (_ ("There is no entry “%s”"), key);

      qd_shell_tell (self, message);
      return;
    }

  if (self->entry == NULL || entry == self->entry)
    return;

  if (self->back->len >= MAX_BACK)
    g_ptr_array_remove_index (self->back, 0);

  g_ptr_array_add (self->back, g_strdup (self->entry->key));
  change_to (self, entry);
  qd_reference_entry_view_focus (self);
  g_signal_emit (self, signals[SHOWN], 0);
}

static void
open_target_cb (QdReferenceEntryView *self,
                const char           *target)
{
  if (g_str_has_prefix (target, "entry:"))
    follow (self, target + strlen ("entry:"));
  else
    qd_reference_open_page (GTK_WIDGET (self), qd_reference_get_portfolio (self->reference), target);
}

static void
copy_text_cb (QdReferenceEntryView *self,
              const char           *text)
{
  qd_reference_copy (GTK_WIDGET (self), qd_reference_get_portfolio (self->reference), text, _ ("Copied"));
}

static void
link_activated_cb (QdReferenceEntryView *self,
                   GtkListBoxRow        *row)
{
  qd_reference_open_page (GTK_WIDGET (self), qd_reference_get_portfolio (self->reference), g_object_get_data (G_OBJECT (row), "url"));
}

static void
related_activated_cb (QdReferenceEntryView *self,
                      GtkListBoxRow        *row)
{
  g_autofree char *key = g_strdup (g_object_get_data (G_OBJECT (row), "key"));

  follow (self, key);
}

static void
source_activated_cb (QdReferenceEntryView *self)
{
  if (self->entry->url != NULL)
    qd_reference_open_page (GTK_WIDGET (self), qd_reference_get_portfolio (self->reference), self->entry->url);
}

static void
uses_left_cb (QdReferenceEntryView *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

static void
mark_clicked_cb (QdReferenceEntryView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "entry.mark-checked", NULL);
}

static void
compare_clicked_cb (QdReferenceEntryView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "entry.compare", NULL);
}

static void
back_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  QdReferenceEntryView *self = QD_REFERENCE_ENTRY_VIEW (widget);
  QdReferenceEntry     *entry = NULL;

  while (entry == NULL && self->back->len > 0)
    {
      g_autofree char *key = g_ptr_array_steal_index (self->back, self->back->len - 1);

      entry = qd_reference_lookup (self->reference, key);
    }

  if (entry == NULL)
    return;

  change_to (self, entry);
  qd_reference_entry_view_focus (self);
  g_signal_emit (self, signals[SHOWN], 0);
}

static void
qd_reference_entry_view_get_property (GObject    *object,
                                      guint       prop_id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  QdReferenceEntryView *self = QD_REFERENCE_ENTRY_VIEW (object);

  switch (prop_id)
    {
    case PROP_CAN_GO_BACK:
      g_value_set_boolean (value, self->back->len > 0);
      break;

    case PROP_HAS_ENTRY:
      g_value_set_boolean (value, self->entry != NULL);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
qd_reference_entry_view_dispose (GObject *object)
{
  QdReferenceEntryView *self = QD_REFERENCE_ENTRY_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_REFERENCE_ENTRY_VIEW);
  g_clear_object (&self->draft);
  g_clear_object (&self->entry);
  g_clear_object (&self->reference);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (qd_reference_entry_view_parent_class)->dispose (object);
}

static void
qd_reference_entry_view_finalize (GObject *object)
{
  g_ptr_array_unref (QD_REFERENCE_ENTRY_VIEW (object)->back);

  G_OBJECT_CLASS (qd_reference_entry_view_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, QdReferenceEntryView, stack);
  gtk_widget_class_bind_template_child (widget_class, QdReferenceEntryView, star);
  gtk_widget_class_bind_template_child (widget_class, QdReferenceEntryView, stale_banner);
  gtk_widget_class_bind_template_child (widget_class, QdReferenceEntryView, outdated_banner);
  gtk_widget_class_bind_template_child (widget_class, QdReferenceEntryView, scroller);
  gtk_widget_class_bind_template_child (widget_class, QdReferenceEntryView, category);
  gtk_widget_class_bind_template_child (widget_class, QdReferenceEntryView, title);
  gtk_widget_class_bind_template_child (widget_class, QdReferenceEntryView, tags);
  gtk_widget_class_bind_template_child (widget_class, QdReferenceEntryView, availability);
  gtk_widget_class_bind_template_child (widget_class, QdReferenceEntryView, available_line);
  gtk_widget_class_bind_template_child (widget_class, QdReferenceEntryView, available_icon);
  gtk_widget_class_bind_template_child (widget_class, QdReferenceEntryView, available_label);
  gtk_widget_class_bind_template_child (widget_class, QdReferenceEntryView, workaround);
  gtk_widget_class_bind_template_child (widget_class, QdReferenceEntryView, body);
  gtk_widget_class_bind_template_child (widget_class, QdReferenceEntryView, notes);
  gtk_widget_class_bind_template_child (widget_class, QdReferenceEntryView, links_group);
  gtk_widget_class_bind_template_child (widget_class, QdReferenceEntryView, links);
  gtk_widget_class_bind_template_child (widget_class, QdReferenceEntryView, related_group);
  gtk_widget_class_bind_template_child (widget_class, QdReferenceEntryView, related);
  gtk_widget_class_bind_template_child (widget_class, QdReferenceEntryView, uses);
  gtk_widget_class_bind_template_child (widget_class, QdReferenceEntryView, source_row);
  gtk_widget_class_bind_template_child (widget_class, QdReferenceEntryView, source_icon);
  gtk_widget_class_bind_template_child (widget_class, QdReferenceEntryView, checked_row);
  gtk_widget_class_bind_template_callback (widget_class, mark_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, compare_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_target_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_text_cb);
  gtk_widget_class_bind_template_callback (widget_class, link_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, related_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, source_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, uses_left_cb);
}

static void
qd_reference_entry_view_class_init (QdReferenceEntryViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_reference_entry_view_dispose;
  object_class->finalize = qd_reference_entry_view_finalize;
  object_class->get_property = qd_reference_entry_view_get_property;

  properties[PROP_CAN_GO_BACK] =
      g_param_spec_boolean ("can-go-back",
                            NULL,
                            NULL,
                            FALSE,
                            (G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));

  properties[PROP_HAS_ENTRY] =
      g_param_spec_boolean ("has-entry",
                            NULL,
                            NULL,
                            FALSE,
                            (G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* A person went from an entry to another. */
  signals[SHOWN] =
      g_signal_new ("shown", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * QdReferenceEntryView::tag-chosen:
   * @tag: of which all entries are to be shown
   */
  signals[TAG_CHOSEN] = g_signal_new ("tag-chosen",
                                      G_TYPE_FROM_CLASS (klass),
                                      G_SIGNAL_RUN_LAST,
                                      0,
                                      NULL,
                                      NULL,
                                      NULL,
                                      G_TYPE_NONE,
                                      1,
                                      G_TYPE_STRING);

  /* A person goes to another place. */
  signals[LEFT] =
      g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (QD_TYPE_MARKDOWN_VIEW);
  g_type_ensure (QD_TYPE_NOTES_VIEW);
  g_type_ensure (QD_TYPE_REFERENCE_USES);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-reference-entry-view.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "entry.back", NULL, back_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "entry.back", NULL);
  qd_reference_entry_install_commands (widget_class);
}

static void
qd_reference_entry_view_init (QdReferenceEntryView *self)
{
  self->back = g_ptr_array_new_with_free_func (g_free);
  self->settings = g_settings_new (QD_APPLICATION_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->title), GTK_ACCESSIBLE_PROPERTY_LEVEL, 1, -1);
  g_signal_connect_object (self->settings,
                           "changed::reference-stale-days",
                           G_CALLBACK (show_freshness),
                           self,
                           G_CONNECT_SWAPPED);
  qd_reference_entry_update_commands (self);
}

void
qd_reference_entry_view_bind (QdReferenceEntryView *self,
                              QdReference          *reference)
{
  g_return_if_fail (QD_IS_REFERENCE_ENTRY_VIEW (self));
  g_return_if_fail (self->reference == NULL);

  self->reference = g_object_ref (reference);
  g_signal_connect_object (
      reference, "items-changed", G_CALLBACK (entries_changed_cb), self, G_CONNECT_SWAPPED);
}

/* @key: (nullable): of the entry to show; there is no way back from it to another */
void
qd_reference_entry_view_show (QdReferenceEntryView *self,
                              const char           *key)
{
  QdReferenceEntry *entry;

  g_return_if_fail (QD_IS_REFERENCE_ENTRY_VIEW (self));
  g_return_if_fail (self->reference != NULL);

  entry = key != NULL ? qd_reference_lookup (self->reference, key) : NULL;

  if (entry == self->entry)
    return;

  g_ptr_array_set_size (self->back, 0);
  change_to (self, entry);
}

/* Returns: (nullable): of the entry that is shown */
const char *
qd_reference_entry_view_get_key (QdReferenceEntryView *self)
{
  g_return_val_if_fail (QD_IS_REFERENCE_ENTRY_VIEW (self), NULL);

  return self->entry != NULL ? self->entry->key : NULL;
}

/* To where the arrow keys scroll */
void
qd_reference_entry_view_focus (QdReferenceEntryView *self)
{
  g_return_if_fail (QD_IS_REFERENCE_ENTRY_VIEW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->scroller));
}
