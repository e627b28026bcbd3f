/* qd-steps.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-steps"

#include "qd-steps.h"

#include <glib/gi18n.h>

#include "qd-screen.h"

/* Lives with the window, which owns it. */
typedef struct
{
  GtkWidget   *window;
  QdPortfolio *portfolio;
  GMenu       *items;
} Steps;

static void
steps_free (gpointer data)
{
  Steps *self = data;

  g_signal_handlers_disconnect_by_data (qd_portfolio_get_store (self->portfolio), self);
  g_object_unref (self->portfolio);
  g_object_unref (self->items);
  g_free (self);
}

static void
undo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  Steps *self = user_data;

  qd_store_undo_async (
      qd_portfolio_get_store (self->portfolio), NULL, qd_shell_edit_cb, g_object_ref (self->window));
}

static void
redo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  Steps *self = user_data;

  qd_store_redo_async (
      qd_portfolio_get_store (self->portfolio), NULL, qd_shell_edit_cb, g_object_ref (self->window));
}

/* What a step would do is named with it, as far as it may be read on a screen. */
static void
update_step (Steps      *self,
             int         position,
             const char *verb,
             const char *name,
             const char *label)
{
  GAction         *action = g_action_map_lookup_action (G_ACTION_MAP (self->window), name);
  g_autofree char *detailed = g_strconcat ("win.", name, NULL);
  g_autofree char *shown = label != NULL ? qd_screen_dup_text (self->portfolio, label) : NULL;
  g_auto(GStrv) parts = g_strsplit (shown != NULL ? shown : "", "_", -1);
  g_autofree char *escaped = g_strjoinv ("__", parts);
  /* Translators: an item of the menu: “Undo”, and what that takes back: “Change Due” */
  g_autofree char *text = label != NULL ? g_strdup_printf (_ ("%s “%s”"), verb, escaped) : g_strdup (verb);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), label != NULL);
  g_menu_remove (self->items, position);
  g_menu_insert (self->items, position, text, detailed);
}

static void
labels_changed_cb (Steps *self)
{
  QdStore *store = qd_portfolio_get_store (self->portfolio);

  update_step (self, 0, _ ("_Undo"), "undo", qd_store_get_undo_label (store));
  update_step (self, 1, _ ("_Redo"), "redo", qd_store_get_redo_label (store));
}

static const GActionEntry actions[] = {
  { "undo", undo_cb },
  { "redo", redo_cb },
};

/* @items: the first two are the steps' */
void
qd_steps_install (GtkApplicationWindow *window,
                  QdPortfolio          *portfolio,
                  GMenu                *items)
{
  QdStore *store = qd_portfolio_get_store (portfolio);
  Steps   *self = g_new0 (Steps, 1);

  self->window = GTK_WIDGET (window);
  self->portfolio = g_object_ref (portfolio);
  self->items = g_object_ref (items);
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), self);
  g_object_set_data_full (G_OBJECT (window), "qd-steps", self, steps_free);
  g_signal_connect_swapped (store, "notify::undo-label", G_CALLBACK (labels_changed_cb), self);
  g_signal_connect_swapped (store, "notify::redo-label", G_CALLBACK (labels_changed_cb), self);
  labels_changed_cb (self);
}
