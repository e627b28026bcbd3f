/* qd-roster-views.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-roster-views"

#include "qd-roster-views.h"

#include <glib/gi18n.h>
#include <math.h>

#include "qd-batch.h"
#include "qd-name-dialog.h"
#include "qd-saved-view.h"
#include "qd-shell.h"

/**
 * QdRosterViews:
 *
 * The saved views of the roster, as the actions `views.…` of the page: one is
 * chosen by its id, 0 being every account.
 */
struct _QdRosterViews
{
  GObject             parent_instance;

  GtkWidget          *page; /* not owned: it owns this */
  QdPortfolio        *portfolio;
  QdRosterList       *list;
  GSimpleActionGroup *actions;
  gint64              chosen;  /* the id of a saved view, or 0 */
  gint64              awaited; /* the one to choose as soon as it is written, or 0 */
  gboolean            following;
};

G_DEFINE_FINAL_TYPE (QdRosterViews, qd_roster_views, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static QdSavedView *
find_chosen (QdRosterViews *self)
{
  return self->chosen != 0 ? qd_portfolio_lookup (self->portfolio, QD_TYPE_SAVED_VIEW, self->chosen) : NULL;
}

static gboolean
is_changed (QdRosterViews *self)
{
  QdSavedView *saved = find_chosen (self);
  g_autoptr(QdRosterView) view = saved != NULL ? qd_roster_view_new_from_json (saved->body, NULL) : NULL;

  return view != NULL && !qd_roster_view_equal (view, qd_roster_list_get_view (self->list));
}

static void
enable (QdRosterViews *self,
        const char    *name,
        gboolean       enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
update (QdRosterViews *self)
{
  GAction *choose = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "choose");

  if (self->following)
    return;

  /* It was deleted, or its saving was undone. */
  if (find_chosen (self) == NULL)
    self->chosen = 0;

  g_simple_action_set_state (G_SIMPLE_ACTION (choose), g_variant_new_int64 (self->chosen));
  enable (self, "update", is_changed (self));
  enable (self, "rename", self->chosen != 0);
  enable (self, "delete", self->chosen != 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
choose (QdRosterViews *self,
        gint64         id)
{
  g_autoptr(QdRosterView) view = NULL;
  g_autoptr(GError) error = NULL;
  QdSavedView *saved;

  self->chosen = id;
  saved = find_chosen (self);

  if (saved == NULL)
    {
      view = qd_roster_view_copy (qd_roster_list_get_view (self->list));
      qd_roster_view_clear_filter (view);
    }
  else if (!(view = qd_roster_view_new_from_json (saved->body, &error)))
    {
      qd_shell_report (self->page, error);
      self->chosen = 0;
    }

  self->following = TRUE;

  if (view != NULL)
    qd_roster_list_set_view (self->list, view);

  self->following = FALSE;
  update (self);
}

static void
choose_cb (GSimpleAction *action,
           GVariant      *id,
           gpointer       user_data)
{
  choose (user_data, g_variant_get_int64 (id));
}

static double
find_last_position (QdRosterViews *self)
{
  GListModel *views = G_LIST_MODEL (qd_portfolio_get_list (self->portfolio, QD_TYPE_SAVED_VIEW));
  double      last = 0;

  for (guint i = 0; i < g_list_model_get_n_items (views); i++)
    {
      g_autoptr(QdSavedView) view = g_list_model_get_item (views, i);

      last = fmax (last, view->position);
    }

  return last;
}

static void
save_as (const char *name,
         gpointer    user_data)
{
  QdRosterViews *self = user_data;
  g_autoptr(QdSavedView) draft = qd_record_new_draft (QD_TYPE_SAVED_VIEW);
  g_autofree char *body = qd_roster_view_to_json (qd_roster_list_get_view (self->list));

  g_object_set (draft,
                "name", name,
                "room", QD_VIEW_ROOM_ACCOUNTS,
                "body", body,
                "position", find_last_position (self) + 1,
                NULL);
  self->awaited = qd_record_get_id (draft);
  qd_record_add_async (draft,
                       qd_portfolio_get_store (self->portfolio),
                       _ ("Save View"),
                       qd_shell_edit_cb,
                       g_object_ref (self->page));
}

static void
rename_to (const char *name,
           gpointer    user_data)
{
  QdRosterViews *self = user_data;
  g_autoptr(QdSavedView) draft = NULL;

  if (find_chosen (self) == NULL)
    return;

  draft = qd_record_dup_draft (find_chosen (self));
  g_object_set (draft, "name", name, NULL);
  qd_record_save_async (draft,
                        qd_portfolio_get_store (self->portfolio),
                        _ ("Rename View"),
                        qd_shell_edit_cb,
                        g_object_ref (self->page));
}

static void
save_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  QdRosterViews *self = user_data;

  qd_name_dialog_ask (self->page, _ ("Save View"), "", _ ("_Save"), save_as, g_object_ref (self), g_object_unref);
}

static void
rename_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  QdRosterViews *self = user_data;
  QdSavedView   *saved = find_chosen (self);

  if (saved != NULL)
    qd_name_dialog_ask (
        self->page, _ ("Rename View"), saved->name, _ ("_Rename"), rename_to, g_object_ref (self), g_object_unref);
}

static void
update_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  QdRosterViews   *self = user_data;
  g_autofree char *body = qd_roster_view_to_json (qd_roster_list_get_view (self->list));
  g_autoptr(QdSavedView) draft = NULL;

  if (find_chosen (self) == NULL)
    return;

  draft = qd_record_dup_draft (find_chosen (self));
  g_object_set (draft, "body", body, NULL);
  qd_record_save_async (draft,
                        qd_portfolio_get_store (self->portfolio),
                        _ ("Update View"),
                        qd_shell_edit_cb,
                        g_object_ref (self->page));
}

static void
deleted_cb (GObject      *store,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GtkWidget) page = user_data;
  g_autoptr(GError) error = NULL;

  if (qd_store_edit_finish (QD_STORE (store), result, &error))
    qd_shell_tell_undoable (page, _ ("View deleted"));
  else
    qd_shell_report (page, error);
}

static void
delete_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  QdRosterViews *self = user_data;
  QdSavedView   *saved = find_chosen (self);

  if (saved != NULL)
    qd_record_remove_async (saved,
                            qd_portfolio_get_store (self->portfolio),
                            _ ("Delete View"),
                            deleted_cb,
                            g_object_ref (self->page));
}

static const GActionEntry entries[] = {
  { "choose", choose_cb, "x", "int64 0" },
  { "save", save_cb },
  { "update", update_cb },
  { "rename", rename_cb },
  { "delete", delete_cb },
};

static void
views_changed_cb (QdRosterViews *self)
{
  if (qd_portfolio_lookup (self->portfolio, QD_TYPE_SAVED_VIEW, self->awaited) != NULL)
    {
      self->chosen = self->awaited;
      self->awaited = 0;
    }

  update (self);
}

static void
qd_roster_views_finalize (GObject *object)
{
  QdRosterViews *self = QD_ROSTER_VIEWS (object);

  g_clear_object (&self->actions);
  g_clear_object (&self->list);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_roster_views_parent_class)->finalize (object);
}

static void
qd_roster_views_class_init (QdRosterViewsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qd_roster_views_finalize;

  /**
   * QdRosterViews::changed:
   *
   * Emitted when another view is chosen, or the chosen one is called otherwise.
   */
  signals[CHANGED] = g_signal_new (
      "changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
qd_roster_views_init (QdRosterViews *self)
{
  self->actions = g_simple_action_group_new ();
}

/**
 * qd_roster_views_new:
 * @page: gets the actions; has to take them away again before it lets go of this
 */
QdRosterViews *
qd_roster_views_new (GtkWidget    *page,
                     QdPortfolio  *portfolio,
                     QdRosterList *list)
{
  QdRosterViews *self = g_object_new (QD_TYPE_ROSTER_VIEWS, NULL);

  self->page = page;
  self->portfolio = g_object_ref (portfolio);
  self->list = g_object_ref (list);
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (page, "views", G_ACTION_GROUP (self->actions));
  g_signal_connect_object (qd_portfolio_get_list (portfolio, QD_TYPE_SAVED_VIEW),
                           "items-changed",
                           G_CALLBACK (views_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return self;
}

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  const QdSavedView *view_a = *(QdSavedView *const *)a;
  const QdSavedView *view_b = *(QdSavedView *const *)b;

  return (view_a->position > view_b->position) - (view_a->position < view_b->position);
}

static void
append_view (GMenu      *menu,
             const char *name,
             gint64      id)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (NULL, NULL);
  g_auto(GStrv) pieces = g_strsplit (name, "_", -1);
  g_autofree char *label = g_strjoinv ("__", pieces);

  g_menu_item_set_label (item, label);
  g_menu_item_set_action_and_target (item, "views.choose", "x", id);
  g_menu_append_item (menu, item);
}

static GMenuModel *
create_sort_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) order = g_menu_new ();

  for (const QdNick *column = qd_roster_columns; column->nick != NULL; column++)
    {
      g_autoptr(GMenuItem) item = g_menu_item_new (_ (column->label), NULL);

      g_menu_item_set_action_and_target (item, "roster.sort", "s", column->nick);
      g_menu_append_item (menu, item);
    }

  g_menu_append (order, _ ("_Descending"), "roster.descending");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (order));

  return G_MENU_MODEL (menu);
}

/* Returns: (transfer full): the views to choose from, and what makes a view */
GMenuModel *
qd_roster_views_create_menu (QdRosterViews *self)
{
  GListModel *views = G_LIST_MODEL (qd_portfolio_get_list (self->portfolio, QD_TYPE_SAVED_VIEW));
  GMenu      *menu = g_menu_new ();
  g_autoptr(GMenu) choices = g_menu_new ();
  g_autoptr(GMenu) commands = g_menu_new ();
  g_autoptr(GMenu) parts = g_menu_new ();
  g_autoptr(GMenuModel) sort = create_sort_menu ();
  g_autoptr(GPtrArray) sorted = g_ptr_array_new_with_free_func (g_object_unref);

  append_view (choices, _ ("All Accounts"), 0);

  for (guint i = 0; i < g_list_model_get_n_items (views); i++)
    {
      g_autoptr(QdSavedView) view = g_list_model_get_item (views, i);

      if (view->room == QD_VIEW_ROOM_ACCOUNTS)
        g_ptr_array_add (sorted, g_object_ref (view));
    }

  g_ptr_array_sort (sorted, compare_positions);

  for (guint i = 0; i < sorted->len; i++)
    {
      QdSavedView *view = g_ptr_array_index (sorted, i);

      append_view (choices, view->name, qd_record_get_id (view));
    }

  g_menu_append (commands, _ ("_Save View As…"), "views.save");

  if (self->chosen != 0)
    {
      g_menu_append (commands, _ ("_Update View"), "views.update");
      g_menu_append (commands, _ ("_Rename View…"), "views.rename");
      g_menu_append (commands, _ ("_Delete View"), "views.delete");
    }

  g_menu_append_section (menu, _ ("Views"), G_MENU_MODEL (choices));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (commands));

  g_menu_append_submenu (parts, _ ("S_ort By"), sort);
  g_menu_append (parts, _ ("_Columns…"), "roster.columns");
  g_menu_append (parts, _ ("Show _Archived"), "roster.archived");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (parts));

  return G_MENU_MODEL (menu);
}

/* Returns: (nullable): what the chosen view is called */
const char *
qd_roster_views_get_name (QdRosterViews *self)
{
  QdSavedView *saved;

  g_return_val_if_fail (QD_IS_ROSTER_VIEWS (self), NULL);

  saved = find_chosen (self);

  return saved != NULL ? saved->name : NULL;
}
