/* qd-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-window"

#include "qd-window.h"

#include <glib/gi18n.h>

#include "qd-commands.h"
#include "qd-exits.h"
#include "qd-failure-page.h"
#include "qd-help-topics.h"
#include "qd-past.h"
#include "qd-places.h"
#include "qd-screen.h"
#include "qd-search-dialog.h"
#include "qd-shortcuts-dialog.h"
#include "qd-steps.h"
#include "qd-trouble-banner.h"

/**
 * QdWindow:
 *
 * The one window: a sidebar of rooms, and the pages of the room a person is in.
 */
struct _QdWindow
{
  AdwApplicationWindow parent_instance;

  QdPortfolio         *portfolio;
  GSettings           *settings;
  char                *path;   /* of the database, where something is wrong with it */
  GError              *damage; /* that was found while it is open */

  AdwToastOverlay     *toasts;
  GtkStack            *stack;
  QdFailurePage       *failure;
  QdTroubleBanner     *banner;
  AdwOverlaySplitView *split_view;
  GtkMenuButton       *menu_button;
  GMenu               *steps; /* what can be undone and redone */
  GtkListBox          *rooms;
  AdwNavigationView   *pages;
  QdPlaces            *places;
};

static void shell_iface_init (QdShellInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (QdWindow,
                               qd_window,
                               ADW_TYPE_APPLICATION_WINDOW,
                               G_IMPLEMENT_INTERFACE (QD_TYPE_SHELL, shell_iface_init))

enum
{
  PROP_0,
  PROP_PORTFOLIO,
  PROP_SETTINGS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
qd_window_report (QdShell      *shell,
                  const GError *error)
{
  QdWindow        *self = QD_WINDOW (shell);
  g_autofree char *text = qd_screen_dup_text (self->portfolio, error->message);
  AdwToast        *toast = qd_shell_create_toast (text, FALSE);
  const char      *topic = qd_help_topics_find_for_error (error);

  if (topic != NULL)
    {
      adw_toast_set_button_label (toast, _ ("_Help"));
      adw_toast_set_action_name (toast, "app.help-topic");
      adw_toast_set_action_target_value (toast, g_variant_new_string (topic));
    }

  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
qd_window_tell (QdShell    *shell,
                const char *message,
                gboolean    undoable)
{
  QdWindow        *self = QD_WINDOW (shell);
  g_autofree char *text = qd_screen_dup_text (self->portfolio, message);

  adw_toast_overlay_add_toast (self->toasts, qd_shell_create_toast (text, undoable));
}

static void
shell_iface_init (QdShellInterface *iface)
{
  iface->report = qd_window_report;
  iface->tell = qd_window_tell;
}

static void
recover_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  QdWindow *self = user_data;

  if (self->damage == NULL)
    return;

  gtk_stack_set_visible_child_name (self->stack, "failure");
  qd_failure_page_set_error (self->failure, self->path, self->damage, TRUE);
}

static void
go_on_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  QdWindow *self = user_data;

  gtk_stack_set_visible_child_name (self->stack, "portfolio");
}

/* Into what the page in sight is about rather than to the first button of its
 * bar, unless the focus is in the page already. */
static void
focus_page (QdWindow *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->pages);
  GtkWidget         *child = page != NULL ? adw_navigation_page_get_child (page) : NULL;
  GtkWidget         *content = NULL;

  if (child == NULL || gtk_widget_get_focus_child (GTK_WIDGET (page)) != NULL)
    return;

  if (ADW_IS_TOOLBAR_VIEW (child))
    content = adw_toolbar_view_get_content (ADW_TOOLBAR_VIEW (child));

  if (content == NULL || !gtk_widget_child_focus (content, GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (child, GTK_DIR_TAB_FORWARD);
}

/* By key or by name: who asks for a page wants to be in it. */
static void
show_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  QdWindow *self = user_data;

  qd_window_show (self, g_variant_get_string (parameter, NULL));
  focus_page (self);
}

static void
back_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  QdWindow *self = user_data;
  adw_navigation_view_pop (self->pages);
}

/* The menu is in the sidebar, which may be out of sight. */
static void
menu_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  QdWindow *self = user_data;

  adw_overlay_split_view_set_show_sidebar (self->split_view, TRUE);
  gtk_menu_button_popup (self->menu_button);
}

/* What some actions mean, the page in sight says. */
static void
activate_on_page (QdWindow   *self,
                  const char *action)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->pages);

  if (page != NULL && !gtk_widget_activate_action (GTK_WIDGET (page), action, NULL))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
new_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  activate_on_page (user_data, "page.new");
}

static void
search_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  activate_on_page (user_data, "page.search");
}

static void
copy_as_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  QdWindow          *self = user_data;
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->pages);

  if (page != NULL &&
      !gtk_widget_activate_action (GTK_WIDGET (page), "page.copy-as", "s", g_variant_get_string (parameter, NULL)))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
find_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  QdWindow *self = user_data;

  qd_search_dialog_present (GTK_WIDGET (self),
                            self->portfolio,
                            self->settings,
                            qd_commands_list (GTK_APPLICATION_WINDOW (self), self->portfolio));
}

/* A page that is of no one account or plan exports them all. */
static void
export_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  QdWindow          *self = user_data;
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->pages);

  if (page != NULL && !gtk_widget_activate_action (GTK_WIDGET (page), "page.export", NULL))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.export-portfolio", NULL);
}

static void
room_activated_cb (QdWindow      *self,
                   GtkListBoxRow *row)
{
  guint n_rooms;

  qd_places_show_room (self->places, qd_places_get_rooms (&n_rooms)[gtk_list_box_row_get_index (row)].tag);

  if (adw_overlay_split_view_get_collapsed (self->split_view))
    {
      adw_overlay_split_view_set_show_sidebar (self->split_view, FALSE);
      focus_page (self);
    }
}

static void
visible_page_cb (QdWindow *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->pages);
  const char        *tag = page != NULL ? adw_navigation_page_get_tag (page) : NULL;
  guint              n_rooms;
  const QdRoom      *rooms = qd_places_get_rooms (&n_rooms);

  qd_past_limit_page (page, self->portfolio);

  if (tag != NULL)
    g_settings_set_string (self->settings, "place", tag);

  for (guint i = 0; tag != NULL && i < n_rooms; i++)
    {
      if (g_str_equal (rooms[i].tag, tag))
        gtk_list_box_select_row (self->rooms, gtk_list_box_get_row_at_index (self->rooms, i));
    }
}

static void
menu_opened_cb (QdWindow *self)
{
  if (gtk_menu_button_get_active (self->menu_button))
    qd_exits_update (GTK_APPLICATION_WINDOW (self), self->portfolio);
}

/* On a narrow window the sidebar comes and goes by itself; that is not a choice. */
static void
show_sidebar_cb (QdWindow *self)
{
  if (!adw_overlay_split_view_get_collapsed (self->split_view))
    g_settings_set_boolean (
        self->settings, "show-sidebar", adw_overlay_split_view_get_show_sidebar (self->split_view));
}

static GtkWidget *
create_room_row (const char *title,
                 const char *icon)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *image = g_object_new (
      GTK_TYPE_IMAGE, "icon-name", icon, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_relation (
      GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);

  return row;
}

static void
qd_window_constructed (GObject *object)
{
  QdWindow     *self = QD_WINDOW (object);
  QdStore      *store = qd_portfolio_get_store (self->portfolio);
  guint         n_rooms;
  const QdRoom *rooms = qd_places_get_rooms (&n_rooms);

  G_OBJECT_CLASS (qd_window_parent_class)->constructed (object);
  self->places = qd_places_new (GTK_APPLICATION_WINDOW (self), self->pages, self->portfolio);

  for (guint i = 0; i < n_rooms; i++)
    gtk_list_box_append (self->rooms, create_room_row (_ (rooms[i].title), rooms[i].icon));

  qd_steps_install (GTK_APPLICATION_WINDOW (self), self->portfolio, self->steps);
  qd_trouble_banner_watch (self->banner, store);
  g_signal_connect_object (
      self->menu_button, "notify::active", G_CALLBACK (menu_opened_cb), self, G_CONNECT_SWAPPED);
  qd_exits_install (GTK_APPLICATION_WINDOW (self), self->portfolio, self->settings);

  adw_overlay_split_view_set_show_sidebar (self->split_view,
                                           g_settings_get_boolean (self->settings, "show-sidebar"));
  g_signal_connect_object (
      self->split_view, "notify::show-sidebar", G_CALLBACK (show_sidebar_cb), self, G_CONNECT_SWAPPED);
  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
}

static void
qd_window_dispose (GObject *object)
{
  QdWindow *self = QD_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_WINDOW);
  g_clear_object (&self->settings);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_window_parent_class)->dispose (object);
}

static void
qd_window_finalize (GObject *object)
{
  QdWindow *self = QD_WINDOW (object);

  g_clear_pointer (&self->places, qd_places_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_error (&self->damage);

  G_OBJECT_CLASS (qd_window_parent_class)->finalize (object);
}

/* A field that is being edited keeps what it has when it loses the focus. */
static gboolean
qd_window_close_request (GtkWindow *window)
{
  gtk_window_set_focus (window, NULL);

  return GTK_WINDOW_CLASS (qd_window_parent_class)->close_request (window);
}

static void
qd_window_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  QdWindow *self = QD_WINDOW (object);

  switch (prop_id)
    {
    case PROP_PORTFOLIO:
      self->portfolio = g_value_dup_object (value);
      break;

    case PROP_SETTINGS:
      self->settings = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
qd_window_class_init (QdWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = qd_window_constructed;
  object_class->dispose = qd_window_dispose;
  object_class->finalize = qd_window_finalize;
  object_class->set_property = qd_window_set_property;
  GTK_WINDOW_CLASS (klass)->close_request = qd_window_close_request;

  properties[PROP_PORTFOLIO] =
      g_param_spec_object ("portfolio",
                           NULL,
                           NULL,
                           QD_TYPE_PORTFOLIO,
                           (G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));

  properties[PROP_SETTINGS] =
      g_param_spec_object ("settings",
                           NULL,
                           NULL,
                           G_TYPE_SETTINGS,
                           (G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/gitlab/quarterdeck/Quarterdeck/qd-window.ui");
  gtk_widget_class_bind_template_child (widget_class, QdWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, QdWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, QdWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, QdWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, QdWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, QdWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, QdWindow, steps);
  gtk_widget_class_bind_template_child (widget_class, QdWindow, rooms);
  gtk_widget_class_bind_template_child (widget_class, QdWindow, pages);
  gtk_widget_class_bind_template_callback (widget_class, room_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, visible_page_cb);
  qd_shortcuts_class_install (widget_class);
}

static const GActionEntry actions[] = {
  { "show", show_cb, "s" },
  { "export", export_cb },
  { "back", back_cb },
  { "menu", menu_cb },
  { "new", new_cb },
  { "search", search_cb },
  { "find", find_cb },
  { "copy-as", copy_as_cb, "s" },
  { "recover", recover_cb },
  { "go-on", go_on_cb },
};

static void
qd_window_init (QdWindow *self)
{
  GPropertyAction *action = NULL;

  g_type_ensure (QD_TYPE_FAILURE_PAGE);
  g_type_ensure (QD_TYPE_TROUBLE_BANNER);
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_navigation_view_set_pop_on_escape (self->pages, FALSE);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);

  action = g_property_action_new ("show-sidebar", self->split_view, "show-sidebar");
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
  g_object_unref (action);
}

QdWindow *
qd_window_new (GtkApplication *app,
               QdPortfolio    *portfolio,
               GSettings      *settings)
{
  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  return g_object_new (
      QD_TYPE_WINDOW, "application", app, "portfolio", portfolio, "settings", settings, NULL);
}

/* Of an earlier day there are not all of them. */
static void
hide_rooms (QdWindow *self)
{
  guint         n_rooms;
  const QdRoom *rooms = qd_places_get_rooms (&n_rooms);

  for (guint i = 0; i < n_rooms; i++)
    gtk_widget_set_visible (GTK_WIDGET (gtk_list_box_get_row_at_index (self->rooms, i)),
                            adw_navigation_view_find_page (self->pages, rooms[i].tag) != NULL);
}

/* To be called once the portfolio is loaded. */
void
qd_window_show_portfolio (QdWindow *self)
{
  g_autofree char *place = NULL;

  g_return_if_fail (QD_IS_WINDOW (self));

  /* The first page that is added is shown, and so becomes the place. */
  place = g_settings_get_string (self->settings, "place");
  qd_places_fill (self->places);
  hide_rooms (self);
  qd_places_show_room (self->places, g_str_has_prefix (place, "plan") ? "plans" : "accounts");
  gtk_stack_set_visible_child_name (self->stack, "portfolio");
  qd_window_show (self, place);
}

/* Says why @path could not be opened, and that it was left alone. */
void
qd_window_show_failure (QdWindow     *self,
                        const char   *path,
                        const GError *error)
{
  g_return_if_fail (QD_IS_WINDOW (self));

  gtk_stack_set_visible_child_name (self->stack, "failure");
  qd_failure_page_set_error (self->failure, path, error, FALSE);
}

/**
 * qd_window_show_damage:
 * @path: of the database, which is open
 * @error: what was found in it
 *
 * Says so for as long as it is so, and lets the person read on.
 */
void
qd_window_show_damage (QdWindow     *self,
                       const char   *path,
                       const GError *error)
{
  g_return_if_fail (QD_IS_WINDOW (self));

  g_set_str (&self->path, path);
  g_clear_error (&self->damage);
  self->damage = g_error_copy (error);
  qd_trouble_banner_show_damage (self->banner);
}

/**
 * qd_window_show:
 * @place: see qd_places_show()
 *
 * Goes there; a place that is no longer there is left alone.
 */
void
qd_window_show (QdWindow   *self,
                const char *place)
{
  g_return_if_fail (QD_IS_WINDOW (self));

  qd_places_show (self->places, place);
}
