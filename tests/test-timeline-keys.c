/* test-timeline-keys.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-test-timeline-view.h"

/* Arrows go among rows and along links, with Alt they move what is there. */
static void
test_keys (Fixture      *fixture,
           gconstpointer data)
{
  qd_test_add_link (&fixture->plan, fixture->design, fixture->go);
  qd_test_change (&fixture->plan, fixture->go, "due", QD_TEST_MONDAY + 25);
  go_to (fixture, fixture->design);
  press ("Down");
  g_assert_cmpint (qd_timeline_chart_get_current (fixture->chart), ==, 1);
  press ("Up Right");
  g_assert_cmpint (qd_timeline_chart_get_current (fixture->chart), ==, 2);
  press ("Left");
  g_assert_cmpint (qd_timeline_chart_get_current (fixture->chart), ==, 0);
  press ("End");
  g_assert_cmpint (qd_timeline_chart_get_current (fixture->chart), ==, 2);
  press ("Home shift+Down");
  g_assert_true (gtk_selection_model_is_selected (fixture->view->selection, 0));
  g_assert_true (gtk_selection_model_is_selected (fixture->view->selection, 1));
  go_to (fixture, fixture->design);

  press ("alt+Right");
  settle (fixture, "Move “Design”");
  g_assert_cmpint (fixture->design->start, ==, QD_TEST_MONDAY + 1);
  press ("alt+Left");
  wait_until (fixture->design->start == QD_TEST_MONDAY);
  wait_ms (50);
  press ("alt+shift+Right");
  settle (fixture, "Change Length of “Design”");
  g_assert_cmpint (fixture->design->due, ==, QD_TEST_MONDAY + 2);
  press ("alt+shift+Down");
  wait_until (fixture->design->start == QD_TEST_MONDAY + 1);
  wait_ms (50);
  press ("alt+shift+Up");
  wait_until (fixture->design->start == QD_TEST_MONDAY);
  wait_ms (50);

  /* From a Friday on to Monday */
  qd_test_change (&fixture->plan, fixture->build, "start", QD_TEST_MONDAY + 4, "due", QD_TEST_MONDAY + 4);
  go_to (fixture, fixture->build);
  press ("alt+Right");
  wait_until (fixture->build->start == QD_TEST_MONDAY + 7);
}

static QdLink *
find_link (Fixture *fixture)
{
  GListModel *links = G_LIST_MODEL (qd_portfolio_get_list (fixture->plan.portfolio, QD_TYPE_LINK));
  g_autoptr(QdLink) link = g_list_model_get_item (links, 0);

  return link;
}

static void
test_link_keys (Fixture      *fixture,
                gconstpointer data)
{
  press ("l");
  g_assert_cmpint (fixture->chart->link_from, ==, 0);
  press ("Escape");
  g_assert_cmpint (fixture->chart->link_from, ==, -1);
  press ("l Down Return");
  settle (fixture, "Link Tasks");
  g_assert_nonnull (find_link (fixture));
  g_assert_cmpint (find_link (fixture)->predecessor, ==, qd_record_get_id (fixture->design));
  g_assert_cmpint (find_link (fixture)->successor, ==, qd_record_get_id (fixture->build));
  go_to (fixture, fixture->build);
  press ("u");
  settle (fixture, "Unlink Tasks");
  g_assert_null (find_link (fixture));

  /* Several are linked in their order. */
  go_to (fixture, fixture->design);
  press ("shift+Down shift+Down l");
  settle (fixture, "Link Tasks");
  g_assert_cmpuint (
      g_list_model_get_n_items (G_LIST_MODEL (qd_portfolio_get_list (fixture->plan.portfolio, QD_TYPE_LINK))), ==, 2);
}

static void
test_tree_keys (Fixture      *fixture,
                gconstpointer data)
{
  go_to (fixture, fixture->build);
  press ("ctrl+bracketright");
  settle (fixture, "Indent");
  g_assert_cmpint (fixture->build->parent, ==, qd_record_get_id (fixture->design));
  g_assert_cmpint (qd_timeline_chart_get_current (fixture->chart), ==, 1);
  press ("ctrl+bracketleft");
  settle (fixture, "Outdent");
  g_assert_cmpint (fixture->build->parent, ==, 0);

  /* The row that is moved stays the current one. */
  press ("alt+Up");
  settle (fixture, "Move Task");
  g_assert_true (qd_timeline_model_get_task (fixture->view->model, 0) == fixture->build);
  g_assert_cmpint (qd_timeline_chart_get_current (fixture->chart), ==, 0);
  press ("alt+Up");
  press ("alt+Down alt+Down");
  wait_until (qd_timeline_model_get_task (fixture->view->model, 1) == fixture->build ||
              qd_timeline_model_get_task (fixture->view->model, 2) == fixture->build);
  wait_ms (50);
  undo (fixture);
  wait_ms (50);

  while (qd_timeline_model_get_task (fixture->view->model, 0) != fixture->design)
    undo (fixture);

  go_to (fixture, fixture->build);
  press ("Delete");
  settle (fixture, "Delete Task");
  g_assert_cmpuint (qd_timeline_model_get_n_rows (fixture->view->model), ==, 2);
  undo (fixture);
  g_assert_cmpuint (qd_timeline_model_get_n_rows (fixture->view->model), ==, 3);
}

/* A new row is there at once, with its title to be typed. */
static void
test_insert (Fixture      *fixture,
             gconstpointer data)
{
  press ("Insert");
  settle (fixture, "Add Task");
  g_assert_cmpuint (qd_timeline_model_get_n_rows (fixture->view->model), ==, 4);
  wait_ms (100);
  send ("type --delay 1 Test");
  press ("Return");
  wait_until (g_str_equal (qd_timeline_model_get_task (fixture->view->model, 1)->title, "Test"));
}

static void
test_open_and_progress (Fixture      *fixture,
                        gconstpointer data)
{
  AdwDialog *dialog;

  press ("F2");
  g_assert_true (fixture->opened == fixture->design);
  fixture->opened = NULL;
  press ("Down Return");
  g_assert_true (fixture->opened == fixture->build);
  /* To forty, as it is typed */
  press ("p");
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  g_assert_true (ADW_IS_ALERT_DIALOG (dialog));
  wait_ms (100);
  press ("ctrl+a");
  send ("type --delay 1 40");
  press ("Return");
  settle (fixture, "Set Progress");
  g_assert_cmpint (fixture->build->progress, ==, 40);
}

/* By the keys it is zoomed around the current bar, else around the middle. */
static void
test_zoom_keys (Fixture      *fixture,
                gconstpointer data)
{
  double scale = get_scale (fixture);
  QdRect bar = get_bar (fixture, fixture->build), after;

  go_to (fixture, fixture->build);
  press ("ctrl+plus");
  after = get_bar (fixture, fixture->build);
  g_assert_cmpfloat_with_epsilon (get_scale (fixture), scale * 1.5, 1e-6);
  g_assert_cmpfloat_with_epsilon (after.x + after.width / 2, bar.x + bar.width / 2, 1e-3);
  press ("ctrl+minus");
  g_assert_cmpfloat_with_epsilon (get_scale (fixture), scale, 1e-6);
  press ("ctrl+0");
  g_assert_cmpfloat_with_epsilon (
      get_scale (fixture), (gtk_widget_get_width (GTK_WIDGET (fixture->chart)) - 48) / 84.0, 1e-6);

  /* Out of sight: around the middle */
  qd_timeline_chart_pan (fixture->chart, 5);
  {
    double middle = gtk_widget_get_width (GTK_WIDGET (fixture->chart)) / 2.0;
    double minute = qd_time_axis_get_minute (qd_timeline_chart_get_axis (fixture->chart), middle);

    press ("ctrl+plus");
    g_assert_cmpfloat_with_epsilon (
        qd_time_axis_get_x (qd_timeline_chart_get_axis (fixture->chart), minute), middle, 1e-3);
  }

  /* The wheel with Ctrl, around the pointer */
  press ("f");
  bar = get_bar (fixture, fixture->design);
  scale = get_scale (fixture);
  point_at (fixture, bar.x, bar.y + 4);
  send ("keydown ctrl click 4 keyup ctrl");
  after = get_bar (fixture, fixture->design);
  g_assert_cmpfloat (get_scale (fixture), >, scale * 1.1);
  g_assert_cmpfloat_with_epsilon (after.x, bar.x, 1.5);
}

int
main (int   argc,
      char *argv[])
{
  if (!begin (&argc, &argv, FALSE))
    return 77;

#define ADD(path, func) g_test_add ("/timeline-keys/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("keys", test_keys);
  ADD ("link-keys", test_link_keys);
  ADD ("tree-keys", test_tree_keys);
  ADD ("insert", test_insert);
  ADD ("open-and-progress", test_open_and_progress);
  ADD ("zoom-keys", test_zoom_keys);
#undef ADD

  return g_test_run ();
}
