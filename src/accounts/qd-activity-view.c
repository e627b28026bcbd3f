/* qd-activity-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-activity-view"

#include "qd-activity-view.h"

#include <glib/gi18n.h>

#include "qd-account-forms.h"
#include "qd-account-icons.h"
#include "qd-activity-row.h"
#include "qd-batch.h"
#include "qd-config.h"
#include "qd-event-button.h"
#include "qd-follow-up.h"
#include "qd-screen.h"
#include "qd-search-key.h"
#include "qd-shell.h"
#include "qd-typed-line.h"

/* Frames in which a list that was filled finds its place */
#define N_FRAMES 4

/**
 * QdActivityView:
 *
 * What happened with a customer, the newest first, by months; one line logs what
 * happened now.
 */
struct _QdActivityView
{
  AdwBin             parent_instance;

  QdPortfolio       *portfolio;
  QdAccount         *account;
  GSettings         *settings;
  GListModel        *activities;
  GtkFilter         *filter;
  GListModel        *shown;
  char              *key;  /* what is searched for, folded */
  int                only; /* a QdActivityKind, or QD_ENUM_NONE */

  GtkEditable       *line;
  GtkDropDown       *kind;
  GtkSearchEntry    *search;
  GtkDropDown       *type_filter;
  QdEventButton     *events;
  GtkStack          *stack;
  GtkScrolledWindow *scroller;
  gboolean           scrolled; /* up, when it was first looked at */
  guint              n_frames; /* since it began to scroll up */
  gboolean           logging;  /* something that is to be seen when it is there */
  GtkListView       *list;
};

G_DEFINE_FINAL_TYPE (QdActivityView, qd_activity_view, ADW_TYPE_BIN)

static int
compare_months (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  int year, month, day, other_year, other_month, other_day;

  qd_day_get_ymd (((QdActivity *)a)->day, &year, &month, &day);
  qd_day_get_ymd (((QdActivity *)b)->day, &other_year, &other_month, &other_day);

  return (other_year * 12 + other_month) - (year * 12 + month);
}

static int
compare_days (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  const QdActivity *activity = a, *other = b;

  if (activity->day != other->day)
    return activity->day > other->day ? -1 : 1;

  return activity->created > other->created ? -1 : activity->created < other->created;
}

static gboolean
has_key (const char *text,
         const char *key)
{
  g_autofree char *folded = text != NULL ? qd_search_fold (text) : NULL;

  return folded != NULL && strstr (folded, key) != NULL;
}

static gboolean
match (gpointer item,
       gpointer user_data)
{
  QdActivityView *self = user_data;
  QdActivity     *activity = item;

  if (self->only != QD_ENUM_NONE && (int)activity->kind != self->only)
    return FALSE;

  return self->key == NULL || has_key (activity->subject, self->key) || has_key (activity->notes, self->key) ||
         has_key (activity->external_attendees, self->key);
}

static void
update_stack (QdActivityView *self)
{
  const char *name = "list";

  if (self->activities == NULL)
    return;

  if (g_list_model_get_n_items (self->activities) == 0)
    name = "empty";
  else if (g_list_model_get_n_items (self->shown) == 0)
    name = "no-match";

  gtk_stack_set_visible_child_name (self->stack, name);
}

/* For some frames: a list comes to rest only after it was laid out. */
static gboolean
scroll_up_cb (GtkWidget     *widget,
              GdkFrameClock *clock,
              gpointer       user_data)
{
  QdActivityView *self = QD_ACTIVITY_VIEW (widget);

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);

  return ++self->n_frames < N_FRAMES ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
scroll_up (QdActivityView *self)
{
  self->n_frames = 0;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_up_cb, NULL, NULL);
}

/* A list keeps the row that was first in sight, and so hides the month above it
 * or what was just logged. */
static void
shown_changed_cb (QdActivityView *self)
{
  update_stack (self);

  if (self->logging)
    scroll_up (self);

  self->logging = FALSE;
}

static void
filter_changed_cb (QdActivityView *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  guint       selected = gtk_drop_down_get_selected (self->type_filter);

  g_clear_pointer (&self->key, g_free);

  if (*text != '\0')
    self->key = qd_search_fold (text);

  self->only = selected == GTK_INVALID_LIST_POSITION ? QD_ENUM_NONE : (int)selected - 1;

  if (self->filter != NULL)
    gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);

  update_stack (self);
}

static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  gtk_list_item_set_child (item, qd_activity_row_new ());
}

static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *item,
             QdActivityView           *self)
{
  QdActivity      *activity = gtk_list_item_get_item (item);
  int              today = qd_day_today ();
  g_autofree char *words = qd_activity_dup_words (activity, today);
  g_autofree char *subject = qd_screen_dup_text (self->portfolio, activity->subject);
  g_autofree char *name = g_strdup_printf ("%s, %s", subject, words);

  qd_activity_row_show (QD_ACTIVITY_ROW (gtk_list_item_get_child (item)), self->portfolio, activity, today);
  gtk_list_item_set_accessible_label (item, name);
}

static void
setup_header_cb (GtkSignalListItemFactory *factory,
                 GtkListHeader            *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_header_set_child (header, label);
}

static void
bind_header_cb (GtkSignalListItemFactory *factory,
                GtkListHeader            *header)
{
  QdActivity *activity = gtk_list_header_get_item (header);
  g_autoptr(GDateTime) date = NULL;
  g_autofree char *text = NULL;
  int              year, month, day;

  qd_day_get_ymd (activity->day, &year, &month, &day);
  date = g_date_time_new_utc (year, month, 1, 12, 0, 0);

  /* Translators: a month of a year: “November 2026” */
  text = g_date_time_format (date, C_ ("month format", "%OB %Y"));
  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)), text);
}

static QdActivityKind
get_kind (QdActivityView *self)
{
  return gtk_drop_down_get_selected (self->kind);
}

/* GTK names a drop-down, and the button in it that takes the focus, by what it
 * shows, which is an icon here. */
static void
name_drop_down (GtkDropDown *drop_down,
                const char  *name)
{
  GtkAccessible *parts[] = { GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (drop_down))) };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      gtk_accessible_reset_relation (parts[i], GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      gtk_accessible_update_property (parts[i], GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

static void
kind_selected_cb (QdActivityView *self)
{
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;

  if (gtk_drop_down_get_selected (self->kind) == GTK_INVALID_LIST_POSITION)
    return;

  g_settings_set_string (self->settings, "log-activity-kind", qd_activity_kinds[get_kind (self)].nick);

  /* Translators: %s is a type of activity: “Log: Customer Call” */
  title = g_strdup_printf (_ ("Log: %s"), qd_nicks_get_label (qd_activity_kinds, get_kind (self)));
  name = g_strdup_printf (_ ("Type: %s"), qd_nicks_get_label (qd_activity_kinds, get_kind (self)));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->line), title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->kind), name);
  name_drop_down (self->kind, name);
}

static QdActivity *
create_draft (QdActivityView *self)
{
  QdActivity      *draft = qd_account_forms_new_draft (QD_TYPE_ACTIVITY, self->account);
  g_autofree char *subject = g_strstrip (g_strdup (gtk_editable_get_text (self->line)));

  g_object_set (draft, "kind", get_kind (self), NULL);

  if (*subject != '\0')
    g_object_set (draft, "subject", subject, NULL);

  return draft;
}

static void
line_activated_cb (QdActivityView *self)
{
  g_autoptr(QdActivity) draft = create_draft (self);
  g_autoptr(GError) error = NULL;

  if (draft->subject == NULL)
    return;

  if (!qd_record_check (draft, &error))
    {
      qd_shell_report (self, error);
      return;
    }

  self->logging = TRUE;
  qd_record_add_async (draft,
                       qd_portfolio_get_store (self->portfolio),
                       _ (qd_activity_form.add_label),
                       qd_typed_line_cb,
                       qd_typed_line_take (self, self->line));
}

static void
new_cb (QdActivityView *self)
{
  g_autoptr(QdActivity) draft = create_draft (self);

  qd_account_forms_present (&qd_activity_form, self->portfolio, draft, self);
  gtk_editable_set_text (self->line, "");
}

static void
activate_cb (QdActivityView *self,
             guint           position)
{
  g_autoptr(QdActivity) activity = g_list_model_get_item (self->shown, position);

  qd_account_forms_present (&qd_activity_form, self->portfolio, activity, self);
}

static void
act_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  QdActivityView *self = QD_ACTIVITY_VIEW (widget);
  QdStore        *store = qd_portfolio_get_store (self->portfolio);
  QdActivity     *activity = qd_portfolio_lookup (self->portfolio, QD_TYPE_ACTIVITY, g_variant_get_int64 (parameter));

  if (activity == NULL)
    return;

  if (g_str_equal (action_name, "activity.edit"))
    {
      qd_account_forms_present (&qd_activity_form, self->portfolio, activity, self);
    }
  else if (g_str_equal (action_name, "activity.follow-up"))
    {
      g_autoptr(QdFollowUp) draft = qd_account_forms_new_draft (QD_TYPE_FOLLOW_UP, self->account);

      g_object_set (draft, "activity", qd_record_get_id (activity), NULL);
      qd_account_forms_present (&qd_follow_up_form, self->portfolio, draft, self);
    }
  else if (g_str_equal (action_name, "activity.duplicate"))
    {
      g_autoptr(QdActivity) copy = qd_record_dup_as_new (activity);

      g_object_set (copy, "created", g_get_real_time () / G_USEC_PER_SEC, NULL);
      qd_record_add_async (copy, store, _ ("Duplicate Activity"), qd_shell_edit_cb, g_object_ref (self));
      qd_shell_tell_undoable (self, _ ("Activity duplicated"));
    }
  else
    {
      qd_record_remove_async (
          activity, store, _ (qd_activity_form.delete_label), qd_shell_edit_cb, g_object_ref (self));
      qd_shell_tell_undoable (self, _ (qd_activity_form.deleted));
    }
}

static GtkWidget *
create_kind_icon (void)
{
  return g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
}

/* In the line there is room for the icon; the title says the word. */
static void
setup_kind_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  gtk_list_item_set_child (item, create_kind_icon ());
}

static void
bind_kind_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  gtk_image_set_from_icon_name (GTK_IMAGE (gtk_list_item_get_child (item)),
                                qd_activity_kind_get_icon (gtk_list_item_get_position (item)));
}

static void
setup_kind_row_cb (GtkSignalListItemFactory *factory,
                   GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_append (GTK_BOX (box), create_kind_icon ());
  gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
  gtk_list_item_set_child (item, box);
}

static void
bind_kind_row_cb (GtkSignalListItemFactory *factory,
                  GtkListItem              *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  guint      position = gtk_list_item_get_position (item);

  gtk_image_set_from_icon_name (GTK_IMAGE (gtk_widget_get_first_child (box)), qd_activity_kind_get_icon (position));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), qd_nicks_get_label (qd_activity_kinds, position));
}

static GtkListItemFactory *
create_factory (QdActivityView *self,
                GCallback       setup,
                GCallback       bind)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", setup, self, G_CONNECT_DEFAULT);
  g_signal_connect_object (factory, "bind", bind, self, G_CONNECT_DEFAULT);

  return factory;
}

static void
fill_types (QdActivityView *self)
{
  g_autoptr(GtkStringList) kinds = gtk_string_list_new (NULL);
  g_autoptr(GtkStringList) types = gtk_string_list_new (NULL);
  g_autoptr(GtkListItemFactory) icon = create_factory (self, G_CALLBACK (setup_kind_cb), G_CALLBACK (bind_kind_cb));
  g_autoptr(GtkListItemFactory) row = create_factory (self, G_CALLBACK (setup_kind_row_cb), G_CALLBACK (bind_kind_row_cb));
  g_autofree char *nick = g_settings_get_string (self->settings, "log-activity-kind");
  int              kind = qd_nicks_parse (qd_activity_kinds, nick);

  gtk_string_list_append (types, _ ("All Types"));

  for (int i = 0; qd_activity_kinds[i].nick != NULL; i++)
    {
      gtk_string_list_append (kinds, _ (qd_activity_kinds[i].label));
      gtk_string_list_append (types, _ (qd_activity_kinds[i].label));
    }

  gtk_drop_down_set_factory (self->kind, icon);
  gtk_drop_down_set_list_factory (self->kind, row);
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (kinds));
  gtk_drop_down_set_selected (self->kind, MAX (kind, 0));
  gtk_drop_down_set_model (self->type_filter, G_LIST_MODEL (types));
  kind_selected_cb (self);
}

static void
qd_activity_view_map (GtkWidget *widget)
{
  QdActivityView *self = QD_ACTIVITY_VIEW (widget);

  GTK_WIDGET_CLASS (qd_activity_view_parent_class)->map (widget);

  if (!self->scrolled)
    scroll_up (self);

  self->scrolled = TRUE;
}

static void
qd_activity_view_dispose (GObject *object)
{
  QdActivityView *self = QD_ACTIVITY_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_ACTIVITY_VIEW);
  g_clear_object (&self->shown);
  g_clear_object (&self->filter);
  g_clear_object (&self->activities);
  g_clear_object (&self->settings);
  g_clear_object (&self->account);
  g_clear_object (&self->portfolio);
  g_clear_pointer (&self->key, g_free);

  G_OBJECT_CLASS (qd_activity_view_parent_class)->dispose (object);
}

static void
qd_activity_view_class_init (QdActivityViewClass *klass)
{
  static const char *const actions[] = {
    "activity.edit", "activity.follow-up", "activity.duplicate", "activity.delete"
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_activity_view_dispose;
  widget_class->map = qd_activity_view_map;

  g_type_ensure (QD_TYPE_EVENT_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-activity-view.ui");
  gtk_widget_class_bind_template_child (widget_class, QdActivityView, line);
  gtk_widget_class_bind_template_child (widget_class, QdActivityView, kind);
  gtk_widget_class_bind_template_child (widget_class, QdActivityView, search);
  gtk_widget_class_bind_template_child (widget_class, QdActivityView, type_filter);
  gtk_widget_class_bind_template_child (widget_class, QdActivityView, events);
  gtk_widget_class_bind_template_child (widget_class, QdActivityView, stack);
  gtk_widget_class_bind_template_child (widget_class, QdActivityView, scroller);
  gtk_widget_class_bind_template_child (widget_class, QdActivityView, list);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, line_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_cb);

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], "x", act_cb);
}

static void
qd_activity_view_init (QdActivityView *self)
{
  self->only = QD_ENUM_NONE;
  self->settings = g_settings_new (QD_APPLICATION_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_types (self);
}

void
qd_activity_view_bind (QdActivityView *self,
                       QdPortfolio    *portfolio,
                       QdAccount      *account)
{
  g_autoptr(GtkListItemFactory) rows = create_factory (self, G_CALLBACK (setup_row_cb), G_CALLBACK (bind_row_cb));
  g_autoptr(GtkListItemFactory) headers = create_factory (self, G_CALLBACK (setup_header_cb), G_CALLBACK (bind_header_cb));
  g_autoptr(GtkSorter) months = GTK_SORTER (gtk_custom_sorter_new (compare_months, NULL, NULL));
  g_autoptr(GtkNoSelection) selection = NULL;
  GtkFilterListModel *filtered;
  GtkSortListModel   *sorted;

  g_return_if_fail (QD_IS_ACTIVITY_VIEW (self));

  g_set_object (&self->portfolio, portfolio);
  g_set_object (&self->account, account);
  self->activities =
      g_object_ref (qd_portfolio_get_children (portfolio, QD_TYPE_ACTIVITY, qd_record_get_id (account)));
  self->filter = GTK_FILTER (gtk_custom_filter_new (match, self, NULL));
  filtered = gtk_filter_list_model_new (g_object_ref (self->activities), g_object_ref (self->filter));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered),
                                    GTK_SORTER (gtk_custom_sorter_new (compare_days, NULL, NULL)));
  gtk_sort_list_model_set_section_sorter (sorted, months);
  self->shown = G_LIST_MODEL (sorted);
  selection = gtk_no_selection_new (g_object_ref (self->shown));

  qd_event_button_bind (self->events, portfolio, account);
  gtk_list_view_set_factory (self->list, rows);
  gtk_list_view_set_header_factory (self->list, headers);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (
      self->shown, "items-changed", G_CALLBACK (shown_changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update_stack (self);
}

/* To where the next one is typed */
void
qd_activity_view_focus (QdActivityView *self)
{
  g_return_if_fail (QD_IS_ACTIVITY_VIEW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->line));
}

void
qd_activity_view_search (QdActivityView *self)
{
  g_return_if_fail (QD_IS_ACTIVITY_VIEW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
