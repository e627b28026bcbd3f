/* qd-roster-commands.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-roster-commands"

#include "qd-roster-commands.h"

#include <glib/gi18n.h>

#include "qd-account-edits.h"
#include "qd-account-facts.h"
#include "qd-roster-health-dialog.h"
#include "qd-shell.h"

/**
 * QdRosterCommands:
 *
 * What can be done to the accounts that are selected, as the actions
 * `accounts.…` of the page. Each is one edit, is told of, and can be undone.
 */
struct _QdRosterCommands
{
  GObject             parent_instance;

  GtkWidget          *page; /* not owned: it owns this */
  QdPortfolio        *portfolio;
  GtkSelectionModel  *selection;
  GSimpleActionGroup *actions;
};

G_DEFINE_FINAL_TYPE (QdRosterCommands, qd_roster_commands, G_TYPE_OBJECT)

/* The fields that are set for several accounts at once. */
static const struct
{
  const char   *property;
  const char   *label;
  const QdNick *values;
} fields[] = {
  { "tier", N_ ("_Tier"), qd_tiers },
  { "stage", N_ ("_Stage"), qd_stages },
  { "region", N_ ("_Region"), qd_regions },
  { "priority", N_ ("_Priority"), qd_priorities },
};

/* An edit under way, and what to say once it is made. */
typedef struct
{
  GtkWidget *page; /* owned */
  char      *words;
} Telling;

static Telling *
telling_new (QdRosterCommands *self,
             char             *words)
{
  Telling *telling = g_new0 (Telling, 1);

  telling->page = g_object_ref (self->page);
  telling->words = words;

  return telling;
}

static void
edit_cb (GObject      *store,
         GAsyncResult *result,
         gpointer      user_data)
{
  Telling *telling = user_data;
  g_autoptr(GError) error = NULL;

  if (qd_store_edit_finish (QD_STORE (store), result, &error))
    qd_shell_tell_undoable (telling->page, telling->words);
  else
    qd_shell_report (telling->page, error);

  g_object_unref (telling->page);
  g_free (telling->words);
  g_free (telling);
}

/* Returns: (transfer full): QdAccount, in the order in which they are shown */
static GPtrArray *
collect_selected (QdRosterCommands *self)
{
  g_autoptr(GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
  GPtrArray    *accounts = g_ptr_array_new_with_free_func (g_object_unref);
  GtkBitsetIter iter;
  guint         position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr(QdAccountFacts) facts = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

      g_ptr_array_add (accounts, g_object_ref (facts->account));
    }

  return accounts;
}

static QdStore *
get_store (QdRosterCommands *self)
{
  return qd_portfolio_get_store (self->portfolio);
}

static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  QdRosterCommands *self = user_data;
  g_autoptr(GPtrArray) accounts = collect_selected (self);

  if (accounts->len > 0)
    qd_shell_open_account (self->page, qd_record_get_id (g_ptr_array_index (accounts, 0)));
}

static void
set_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  QdRosterCommands *self = user_data;
  g_autoptr(GPtrArray) accounts = collect_selected (self);
  g_auto(GValue) value = G_VALUE_INIT;
  const char *property, *nick;

  g_variant_get (parameter, "(&s&s)", &property, &nick);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (accounts->len == 0 || !g_str_equal (fields[i].property, property))
        continue;

      g_value_init (&value, G_TYPE_INT);
      g_value_set_int (&value, qd_nicks_parse (fields[i].values, nick));
      qd_accounts_set_async (accounts,
                             property,
                             &value,
                             get_store (self),
                             edit_cb,
                             telling_new (self, qd_accounts_dup_changed_words (accounts->len)));
    }
}

static void
judged_cb (QdRosterCommands *self,
           int               level,
           const char       *reason)
{
  g_autoptr(GPtrArray) accounts = collect_selected (self);

  if (accounts->len > 0)
    qd_accounts_judge_async (accounts,
                             level,
                             qd_day_today (),
                             reason,
                             self->portfolio,
                             edit_cb,
                             telling_new (self, qd_accounts_dup_changed_words (accounts->len)));
}

static void
judge_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  QdRosterCommands *self = user_data;
  g_autoptr(GPtrArray) accounts = collect_selected (self);
  AdwDialog *dialog;

  if (accounts->len == 0)
    return;

  dialog = qd_roster_health_dialog_new (accounts->len);
  g_signal_connect_object (dialog, "judged", G_CALLBACK (judged_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, self->page);
}

static void
duplicate_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  QdRosterCommands *self = user_data;
  g_autoptr(GPtrArray) accounts = collect_selected (self);

  if (accounts->len == 1)
    qd_account_duplicate_async (g_ptr_array_index (accounts, 0),
                                self->portfolio,
                                edit_cb,
                                telling_new (self, g_strdup (_ ("Account duplicated"))));
}

static void
archive (QdRosterCommands *self,
         gboolean          archived)
{
  g_autoptr(GPtrArray) accounts = collect_selected (self);

  if (accounts->len > 0)
    qd_accounts_archive_async (accounts,
                               archived,
                               get_store (self),
                               edit_cb,
                               telling_new (self, qd_accounts_dup_archived_words (accounts->len, archived)));
}

static void
archive_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  archive (user_data, TRUE);
}

static void
restore_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  archive (user_data, FALSE);
}

static void
delete_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  QdRosterCommands *self = user_data;
  g_autoptr(GPtrArray) accounts = collect_selected (self);

  if (accounts->len > 0)
    qd_accounts_delete_async (accounts,
                              get_store (self),
                              edit_cb,
                              telling_new (self, qd_accounts_dup_deleted_words (accounts->len)));
}

static void
export_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  QdRosterCommands *self = user_data;
  g_autoptr(GPtrArray) accounts = collect_selected (self);
  GVariantBuilder ids;

  g_variant_builder_init (&ids, G_VARIANT_TYPE ("ax"));

  for (guint i = 0; i < accounts->len; i++)
    g_variant_builder_add (&ids, "x", qd_record_get_id (g_ptr_array_index (accounts, i)));

  gtk_widget_activate_action_variant (self->page, "win.export-accounts", g_variant_builder_end (&ids));
}

static void
unselect_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  gtk_selection_model_unselect_all (QD_ROSTER_COMMANDS (user_data)->selection);
}

static const GActionEntry entries[] = {
  { "open", open_cb },
  { "set", set_cb, "(ss)" },
  { "judge", judge_cb },
  { "duplicate", duplicate_cb },
  { "archive", archive_cb },
  { "restore", restore_cb },
  { "delete", delete_cb },
  { "export", export_cb },
  { "unselect", unselect_cb },
};

static void
enable (QdRosterCommands *self,
        const char       *name,
        gboolean          enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
selection_changed_cb (QdRosterCommands *self)
{
  g_autoptr(GPtrArray) accounts = collect_selected (self);
  guint n_archived = 0;

  for (guint i = 0; i < accounts->len; i++)
    n_archived += ((QdAccount *)g_ptr_array_index (accounts, i))->archived;

  enable (self, "open", accounts->len == 1);
  enable (self, "duplicate", accounts->len == 1);
  enable (self, "archive", accounts->len > n_archived);
  enable (self, "restore", n_archived > 0);

  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      if (g_strv_contains ((const char *const[]){ "set", "judge", "delete", "export", "unselect", NULL },
                           entries[i].name))
        enable (self, entries[i].name, accounts->len > 0);
    }
}

static void
qd_roster_commands_finalize (GObject *object)
{
  QdRosterCommands *self = QD_ROSTER_COMMANDS (object);

  g_clear_object (&self->actions);
  g_clear_object (&self->selection);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_roster_commands_parent_class)->finalize (object);
}

static void
qd_roster_commands_class_init (QdRosterCommandsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qd_roster_commands_finalize;
}

static void
qd_roster_commands_init (QdRosterCommands *self)
{
  self->actions = g_simple_action_group_new ();
}

/**
 * qd_roster_commands_new:
 * @page: gets the actions; has to take them away again before it lets go of this
 * @selection: of QdAccountFacts
 */
QdRosterCommands *
qd_roster_commands_new (GtkWidget         *page,
                        QdPortfolio       *portfolio,
                        GtkSelectionModel *selection)
{
  QdRosterCommands *self = g_object_new (QD_TYPE_ROSTER_COMMANDS, NULL);

  self->page = page;
  self->portfolio = g_object_ref (portfolio);
  self->selection = g_object_ref (selection);
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (page, "accounts", G_ACTION_GROUP (self->actions));
  g_signal_connect_object (
      selection, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      selection, "items-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  selection_changed_cb (self);

  return self;
}

static GMenuModel *
create_values_menu (const char   *property,
                    const QdNick *values)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) none = g_menu_new ();
  g_autoptr(GMenuItem) item = g_menu_item_new (C_ ("value", "None"), NULL);

  for (const QdNick *value = values; value->nick != NULL; value++)
    {
      g_autoptr(GMenuItem) choice = g_menu_item_new (_ (value->label), NULL);

      g_menu_item_set_action_and_target (choice, "accounts.set", "(ss)", property, value->nick);
      g_menu_append_item (menu, choice);
    }

  g_menu_item_set_action_and_target (item, "accounts.set", "(ss)", property, "");
  g_menu_append_item (none, item);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (none));

  return G_MENU_MODEL (menu);
}

/* Returns: (transfer full): the fields that can be set, and their values */
GMenuModel *
qd_roster_commands_create_set_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr(GMenuModel) values = create_values_menu (fields[i].property, fields[i].values);

      g_menu_append_submenu (menu, _ (fields[i].label), values);
    }

  g_menu_append (menu, _ ("_Health…"), "accounts.judge");

  return G_MENU_MODEL (menu);
}

static void
append_hideable (GMenu      *menu,
                 const char *label,
                 const char *action)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, item);
}

/* Returns: (transfer full): what the menu of a row offers */
GMenuModel *
qd_roster_commands_create_row_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) first = g_menu_new ();
  g_autoptr(GMenu) second = g_menu_new ();
  g_autoptr(GMenu) last = g_menu_new ();
  g_autoptr(GMenuModel) set = qd_roster_commands_create_set_menu ();

  append_hideable (first, _ ("_Open"), "accounts.open");
  g_menu_append_submenu (first, _ ("_Set"), set);
  append_hideable (second, _ ("D_uplicate"), "accounts.duplicate");
  g_menu_append (second, _ ("_Export…"), "accounts.export");
  append_hideable (last, _ ("_Archive"), "accounts.archive");
  append_hideable (last, _ ("_Restore"), "accounts.restore");
  g_menu_append (last, _ ("_Delete"), "accounts.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (second));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));

  return G_MENU_MODEL (menu);
}
