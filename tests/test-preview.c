/* test-preview.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-exit-dialog.h"
#include "qd-preview-dialog.h"
#include "qd-preview-page.h"
#include "qd-report-samples.h"

typedef struct
{
  QdSample   sample;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  qd_sample_set_up (&fixture->sample, "Meridian Clearing House AG", "Nightjar");
  qd_sample_fill_plan (&fixture->sample);
  qd_sample_fill_account (&fixture->sample, 1);
  fixture->window = adw_application_window_new (NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 900);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    {
    }
  qd_sample_tear_down (&fixture->sample);
}

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static AdwDialog *
get_dialog (Fixture *fixture)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
}

static guint
get_n_pages (AdwDialog *dialog)
{
  GtkListView       *list = GTK_LIST_VIEW (find (GTK_WIDGET (dialog), GTK_TYPE_LIST_VIEW));
  GtkSelectionModel *model = gtk_list_view_get_model (list);

  return model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (model)) : 0;
}

/* Returns: (transfer none): what is shown, once it is laid out */
static AdwDialog *
present (Fixture *fixture,
         GType    type,
         gpointer record)
{
  qd_preview_dialog_present (fixture->window, fixture->sample.portfolio, type, qd_record_get_id (record));
  while (get_n_pages (get_dialog (fixture)) == 0)
    g_main_context_iteration (NULL, TRUE);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (get_dialog (fixture)));

  return get_dialog (fixture);
}

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *action)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, action);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
is_enabled (AdwDialog  *dialog,
            const char *action)
{
  return gtk_widget_is_sensitive (find_button (GTK_WIDGET (dialog), action));
}

static void
test_plan (Fixture      *fixture,
           gconstpointer data)
{
  AdwDialog *dialog = present (fixture, QD_TYPE_PLAN, fixture->sample.plan);
  GtkWidget *page = find (GTK_WIDGET (dialog), QD_TYPE_PREVIEW_PAGE);

  g_assert_cmpuint (get_n_pages (dialog), >=, 3);
  g_assert_nonnull (page);
  gtk_test_accessible_assert_role (page, GTK_ACCESSIBLE_ROLE_IMG);
  g_assert_cmpint (gtk_widget_get_height (page), >, gtk_widget_get_width (page));
  g_assert_true (is_enabled (dialog, "preview.print"));
  g_assert_true (is_enabled (dialog, "preview.save"));
}

static void
test_account (Fixture      *fixture,
              gconstpointer data)
{
  AdwDialog *dialog = present (fixture, QD_TYPE_ACCOUNT, fixture->sample.account);

  g_assert_cmpuint (get_n_pages (dialog), ==, 1);
}

static void
test_zoom (Fixture      *fixture,
           gconstpointer data)
{
  AdwDialog *dialog = present (fixture, QD_TYPE_ACCOUNT, fixture->sample.account);
  int        before = gtk_widget_get_height (find (GTK_WIDGET (dialog), QD_TYPE_PREVIEW_PAGE));

  gtk_widget_activate_action (GTK_WIDGET (dialog), "preview.zoom-out", NULL);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (dialog));
  g_assert_cmpint (gtk_widget_get_height (find (GTK_WIDGET (dialog), QD_TYPE_PREVIEW_PAGE)), <, before);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "preview.zoom-normal", NULL);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (dialog));
  g_assert_cmpint (gtk_widget_get_height (find (GTK_WIDGET (dialog), QD_TYPE_PREVIEW_PAGE)), ==, before);
}

/* Another audience is another report; one that would give a name away cannot be written. */
static void
test_audience (Fixture      *fixture,
               gconstpointer data)
{
  QdAccount *other = qd_record_new_draft (QD_TYPE_ACCOUNT);
  AdwDialog *dialog;
  AdwDialog *asking;
  GtkWidget *banner;

  g_object_set (other, "name", "Priya Raman", "codename", "Osprey", NULL);
  qd_test_add (fixture->sample.portfolio, other);
  dialog = present (fixture, QD_TYPE_ACCOUNT, fixture->sample.account);
  banner = find (GTK_WIDGET (dialog), ADW_TYPE_BANNER);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find (GTK_WIDGET (dialog), GTK_TYPE_DROP_DOWN)), 1);
  while (!adw_banner_get_revealed (ADW_BANNER (banner)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (strstr (adw_banner_get_title (ADW_BANNER (banner)), "Priya Raman"));
  g_assert_false (is_enabled (dialog, "preview.print"));

  /* It waits for what is decided about the name, and is laid out again. */
  g_signal_emit_by_name (banner, "button-clicked");
  asking = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  g_assert_true (QD_IS_EXIT_DIALOG (asking));
  g_signal_emit_by_name (find (GTK_WIDGET (asking), ADW_TYPE_BUTTON_ROW), "activated");
  while (adw_banner_get_revealed (ADW_BANNER (banner)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (is_enabled (dialog, "preview.print"));

  /* What was decided was decided for those readers. */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find (GTK_WIDGET (dialog), GTK_TYPE_DROP_DOWN)), 0);
  while (adw_banner_get_revealed (ADW_BANNER (banner)))
    g_main_context_iteration (NULL, TRUE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find (GTK_WIDGET (dialog), GTK_TYPE_DROP_DOWN)), 1);
  while (!adw_banner_get_revealed (ADW_BANNER (banner)))
    g_main_context_iteration (NULL, TRUE);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (find (GTK_WIDGET (dialog), GTK_TYPE_DROP_DOWN)), 0);
  while (adw_banner_get_revealed (ADW_BANNER (banner)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (is_enabled (dialog, "preview.print"));
}

/* Closed while it is laid out, nothing is left over */
static void
test_close (Fixture      *fixture,
            gconstpointer data)
{
  AdwDialog *dialog;

  qd_preview_dialog_present (
      fixture->window, fixture->sample.portfolio, QD_TYPE_PLAN, qd_record_get_id (fixture->sample.plan));
  dialog = get_dialog (fixture);

  /* Before it is in sight, closing it does not end (libadwaita 1.7). */
  while (!gtk_widget_get_mapped (GTK_WIDGET (dialog)))
    g_main_context_iteration (NULL, TRUE);

  gtk_test_widget_wait_for_draw (GTK_WIDGET (dialog));
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *)&dialog);
  adw_dialog_force_close (dialog);

  for (gint64 end = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;
       dialog != NULL && g_get_monotonic_time () < end;
       g_usleep (1000))
    g_main_context_iteration (NULL, FALSE);

  g_assert_null (dialog);
}

#define ADD(path, test) g_test_add ("/preview/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("plan", test_plan);
  ADD ("account", test_account);
  ADD ("zoom", test_zoom);
  ADD ("audience", test_audience);
  ADD ("close", test_close);

  return g_test_run ();
}
