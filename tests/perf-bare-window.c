/* perf-bare-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

/* The least that a libadwaita application can show: what the start of ours is
 * measured against. */

static void
activate_cb (GApplication *app)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (app));

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), view);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(AdwApplication) app =
                adw_application_new ("io.gitlab.quarterdeck.BareWindow", G_APPLICATION_NON_UNIQUE);

  g_signal_connect (app, "activate", G_CALLBACK (activate_cb), NULL);

  return g_application_run (G_APPLICATION (app), argc, argv);
}
