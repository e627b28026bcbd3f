/* qd-commands.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-commands"

#include "qd-commands.h"

#include <glib/gi18n.h>

#include "qd-exits.h"
#include "qd-palette-item.h"
#include "qd-places.h"
#include "qd-shortcuts-dialog.h"

/* What the window and the app can do without a key; what has one is in the table of keys. */
static const struct
{
  const char *title;
  const char *action;
} commands[] = {
  { N_ ("New account"), "win.new-account" },
  { N_ ("New plan"), "win.new-plan(int64 0)" },
  { N_ ("New accelerator"), "win.new-accelerator(int64 0)" },
  { N_ ("Next call"), "win.next-call" },
  { N_ ("Our working calendar"), "win.edit-calendar(int64 0)" },
  { N_ ("Show as of a day"), "win.as-of" },
  { N_ ("What changed"), "win.what-changed" },
  { N_ ("Export the portfolio"), "win.export-portfolio" },
  { N_ ("Backups"), "win.backups" },
  { N_ ("Templates"), "win.templates" },
  { N_ ("Names that went out"), "win.disclosures" },
  { N_ ("Load the sample portfolio"), "win.load-sample" },
  { N_ ("Remove the sample portfolio"), "win.remove-sample" },
  { N_ ("About Quarterdeck"), "app.about" },
};

/* What is not offered, and why */
static const struct
{
  const char *action;
  const char *reason;
} left_out[] = {
  { "win.find", "it is where one is" },
  { "win.recover", "a banner offers it while the file is damaged" },
  { "win.go-on", "it leaves the page of a damaged file" },
  { "app.reopen", "the page of a damaged file offers it" },
  { "win.compare", "the banner of an earlier day offers it" },
};

/* Returns: (nullable): why @action, which needs nothing more, is not among the commands; for a developer */
const char *
qd_commands_get_reason_against (const char *action)
{
  for (gsize i = 0; i < G_N_ELEMENTS (left_out); i++)
    {
      if (g_str_equal (left_out[i].action, action))
        return left_out[i].reason;
    }

  return NULL;
}

/* Whether it can be done in @window now */
static gboolean
is_enabled (GtkApplicationWindow *window,
            const char           *detailed)
{
  GtkApplication  *app = gtk_window_get_application (GTK_WINDOW (window));
  g_autofree char *name = NULL;
  g_autoptr(GVariant) target = NULL;

  if (!g_action_parse_detailed_name (detailed, &name, &target, NULL))
    g_return_val_if_reached (FALSE);

  if (g_str_has_prefix (name, "win."))
    return g_action_group_get_action_enabled (G_ACTION_GROUP (window), name + strlen ("win."));

  if (g_str_has_prefix (name, "app."))
    return app != NULL && g_action_group_get_action_enabled (G_ACTION_GROUP (app), name + strlen ("app."));

  return TRUE;
}

static char *
dup_keys (const char *accelerators)
{
  g_auto(GStrv) parts = g_strsplit (accelerators, " ", 2);
  GdkModifierType modifiers;
  guint           key;

  return gtk_accelerator_parse (parts[0], &key, &modifiers) ? gtk_accelerator_get_label (key, modifiers) : NULL;
}

/* Returns: (nullable): that of the room which @action shows */
static const QdRoom *
find_room (const char *action)
{
  guint         n_rooms;
  const QdRoom *rooms = qd_places_get_rooms (&n_rooms);

  for (guint i = 0; i < n_rooms; i++)
    {
      if (g_str_has_prefix (action, "win.show::") && g_str_equal (action + strlen ("win.show::"), rooms[i].tag))
        return &rooms[i];
    }

  return NULL;
}

static void
add (GPtrArray            *items,
     GtkApplicationWindow *window,
     const char           *title,
     const char           *action,
     const char           *accelerators)
{
  const QdRoom  *room = find_room (action);
  QdPaletteItem *item;

  if (qd_commands_get_reason_against (action) != NULL || !is_enabled (window, action))
    return;

  item = qd_palette_item_new (room != NULL ? QD_PALETTE_PAGE : QD_PALETTE_COMMAND,
                              title,
                              room != NULL ? room->icon : "system-run-symbolic",
                              action);
  item->keys = accelerators != NULL ? dup_keys (accelerators) : NULL;
  g_ptr_array_add (items, item);
}

/**
 * qd_commands_list:
 *
 * Returns: (transfer full): of #QdPaletteItem: what can be done in @window now, and its pages
 */
GPtrArray *
qd_commands_list (GtkApplicationWindow *window,
                  QdPortfolio          *portfolio)
{
  GPtrArray        *items = qd_palette_items_new ();
  guint             n_shortcuts;
  const QdShortcut *shortcuts = qd_shortcuts_get (&n_shortcuts);

  /* Of an earlier day nothing is loaded and nothing removed. */
  if (!qd_store_is_read_only (qd_portfolio_get_store (portfolio)))
    qd_exits_update (window, portfolio);

  for (guint i = 0; i < n_shortcuts; i++)
    {
      if (shortcuts[i].action != NULL)
        add (items, window, _ (shortcuts[i].title), shortcuts[i].action, shortcuts[i].accelerators);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    add (items, window, _ (commands[i].title), commands[i].action, NULL);

  return items;
}
