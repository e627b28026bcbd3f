/* qd-backups-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-backups-window"

#include "qd-backups-window.h"

#include <glib/gi18n.h>

#include "qd-backups-dialog.h"

typedef struct
{
  GtkWidget   *window; /* not owned: this goes with it */
  AdwBanner   *banner;
  QdPortfolio *portfolio;
  QdBackups   *backups;
} Entry;

static void
entry_free (gpointer data)
{
  Entry *self = data;

  g_object_unref (self->portfolio);
  g_object_unref (self->backups);
  g_free (self);
}

static void
backups_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  Entry *self = user_data;

  qd_backups_dialog_present (self->window, self->portfolio, self->backups);
}

/* It stays until there is a backup: who closed it once would take it for settled. */
static void
changed_cb (QdBackups *backups,
            AdwBanner *banner)
{
  const char      *problem = qd_backups_get_problem (backups);
  g_autofree char *title = NULL;

  /* A try that is under way has not settled anything yet. */
  if (qd_backups_is_busy (backups))
    return;

  if (problem != NULL)
    {
      title = qd_backups_get_last_run (backups)->outcome == QD_BACKUP_FAILED
                  ? g_strdup_printf (_ ("Not backed up: %s"), problem)
                  : g_strdup (problem);

      if (!adw_banner_get_revealed (banner) || g_strcmp0 (adw_banner_get_title (banner), title) != 0)
        gtk_accessible_announce (GTK_ACCESSIBLE (banner), title, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);

      adw_banner_set_title (banner, title);
    }

  gtk_widget_set_visible (GTK_WIDGET (banner), problem != NULL);
  adw_banner_set_revealed (banner, problem != NULL);
}

static const GActionEntry actions[] = {
  { "backups", backups_cb },
};

/**
 * qd_backups_install:
 * @portfolio: what is backed up, loaded
 *
 * Adds the action “backups” to the window, and says below all pages when there is no backup.
 * To be called once.
 */
void
qd_backups_install (AdwApplicationWindow *window,
                    QdPortfolio          *portfolio,
                    QdBackups            *backups)
{
  Entry     *self;
  GtkWidget *content, *box;

  g_return_if_fail (ADW_IS_APPLICATION_WINDOW (window));
  g_return_if_fail (QD_IS_PORTFOLIO (portfolio));
  g_return_if_fail (QD_IS_BACKUPS (backups));

  self = g_new0 (Entry, 1);
  self->window = GTK_WIDGET (window);
  self->portfolio = g_object_ref (portfolio);
  self->backups = g_object_ref (backups);
  self->banner = ADW_BANNER (adw_banner_new (""));
  adw_banner_set_use_markup (self->banner, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->banner), FALSE);
  adw_banner_set_button_label (self->banner, _ ("_Backups…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->banner), "win.backups");

  content = g_object_ref (adw_application_window_get_content (window));
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  adw_application_window_set_content (window, box);
  gtk_widget_set_vexpand (content, TRUE);
  gtk_box_append (GTK_BOX (box), content);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->banner));
  g_object_unref (content);

  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), self);
  g_object_set_data_full (G_OBJECT (window), "qd-backups", self, entry_free);
  g_signal_connect_object (backups, "changed", G_CALLBACK (changed_cb), self->banner, G_CONNECT_DEFAULT);
  changed_cb (backups, self->banner);
}
