/* test-timeline.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-test-timeline-view.h"

/* A bar that is dragged by three days and let go, in one step; the strip says what slipped, and goes with Undo. */
static void
test_drag (Fixture      *fixture,
           gconstpointer data)
{
  QdRect          bar;
  GtkRevealer    *revealer = GTK_REVEALER (gtk_widget_get_first_child (GTK_WIDGET (fixture->view->strip)));
  QdTimelineFrame frame;

  qd_test_add_link (&fixture->plan, fixture->design, fixture->build);
  qd_test_settle (fixture->plan.store);
  qd_timeline_strip_hide (fixture->view->strip);
  g_assert_cmpint (fixture->build->start, ==, QD_TEST_MONDAY + 2);
  bar = get_bar (fixture, fixture->design);
  drag (fixture, bar.x + bar.width / 2, bar.y + 4, 3 * get_scale (fixture), 0);
  frame = qd_timeline_chart_get_frame (fixture->chart);
  g_assert_nonnull (frame.ghosts);
  g_assert_cmpuint (frame.ghosts->len, ==, 2);
  g_assert_true (g_str_has_prefix (fixture->chart->words, "Thu 4 Jun – Fri 5 Jun · 2 d\n1 other task moves"));
  g_assert_cmpint (fixture->design->start, ==, QD_TEST_MONDAY);
  send ("mouseup 1");
  settle (fixture, "Move “Design”");
  g_assert_cmpint (fixture->design->start, ==, QD_TEST_MONDAY + 3);
  g_assert_cmpint (fixture->build->start, ==, QD_TEST_MONDAY + 7);
  g_assert_true (gtk_revealer_get_reveal_child (revealer));
  g_assert_true (g_str_has_prefix (qd_timeline_strip_get_headline (fixture->view->strip), "“Build” ends on Wed 10 Jun"));
  undo (fixture);
  g_assert_cmpint (fixture->design->start, ==, QD_TEST_MONDAY);
  g_assert_cmpint (fixture->build->start, ==, QD_TEST_MONDAY + 2);
  g_assert_false (gtk_revealer_get_reveal_child (revealer));
}

static void
test_escape (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *before = g_strdup (qd_store_get_undo_label (fixture->plan.store));
  QdRect           bar = get_bar (fixture, fixture->design);

  drag (fixture, bar.x + bar.width / 2, bar.y + 4, 5 * get_scale (fixture), 0);
  g_assert_true (qd_timeline_chart_is_dragging (fixture->chart));
  press ("Escape");
  g_assert_false (qd_timeline_chart_is_dragging (fixture->chart));
  send ("mouseup 1");
  qd_test_settle (fixture->plan.store);
  g_assert_cmpstr (qd_store_get_undo_label (fixture->plan.store), ==, before);
  g_assert_cmpint (fixture->design->start, ==, QD_TEST_MONDAY);
}

/* Either edge, the handle behind the end, the diamond below, and the empty space beneath the rows */
static void
test_grips (Fixture      *fixture,
            gconstpointer data)
{
  QdRect          bar, target, handle;
  QdTimelineFrame frame;

  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "timeline.zoom-in", NULL);
  wait_ms (30);
  bar = get_bar (fixture, fixture->design);
  drag (fixture, bar.x + bar.width - 2, bar.y + 4, 2 * get_scale (fixture), 0);
  send ("mouseup 1");
  settle (fixture, "Change Length of “Design”");
  g_assert_cmpint (fixture->design->start, ==, QD_TEST_MONDAY);
  g_assert_cmpint (fixture->design->due, ==, QD_TEST_MONDAY + 3);

  bar = get_bar (fixture, fixture->design);
  drag (fixture, bar.x + 2, bar.y + 4, get_scale (fixture), 0);
  send ("mouseup 1");
  wait_until (fixture->design->start == QD_TEST_MONDAY + 1);
  g_assert_cmpint (fixture->design->due, ==, QD_TEST_MONDAY + 3);
  wait_ms (50);

  /* Onto the first half of the other */
  bar = get_bar (fixture, fixture->design);
  target = get_bar (fixture, fixture->build);
  frame = qd_timeline_chart_get_frame (fixture->chart);
  handle = qd_timeline_frame_get_link_handle (&frame, &bar);
  point_at (fixture, bar.x + bar.width / 2, bar.y + 4);
  drag (fixture,
        handle.x + handle.width / 2,
        handle.y + handle.height / 2,
        target.x + target.width / 4 - handle.x,
        target.y + 6 - handle.y);
  g_assert_cmpstr (fixture->chart->words, ==, "“Build” starts when “Design” is finished");
  send ("mouseup 1");
  settle (fixture, "Link Tasks");
  g_assert_cmpint (fixture->build->start, ==, QD_TEST_MONDAY + 4);

  bar = get_bar (fixture, fixture->design);
  qd_test_change (&fixture->plan, fixture->design, "progress", G_GINT64_CONSTANT (50));
  wait_ms (30);
  drag (fixture, bar.x + bar.width / 2, bar.y + bar.height - 2, bar.width / 4, 0);
  g_assert_cmpstr (fixture->chart->words, ==, "75 % done");
  send ("mouseup 1");
  settle (fixture, "Set Progress");
  g_assert_cmpint (fixture->design->progress, ==, 75);

  /* Two days from the second Monday on */
  bar = get_bar (fixture, fixture->design);
  drag (fixture,
        bar.x + 6 * get_scale (fixture) + 4,
        4 * fixture->chart->row_height + 10,
        get_scale (fixture),
        0);
  g_assert_cmpstr (fixture->chart->words, ==, "New task: Mon 8 Jun – Tue 9 Jun");
  send ("mouseup 1");
  settle (fixture, "Add Task");
  g_assert_cmpuint (qd_timeline_model_get_n_rows (fixture->view->model), ==, 4);
  g_assert_cmpint (qd_timeline_model_get_task (fixture->view->model, 3)->start, ==, QD_TEST_MONDAY + 7);
  g_assert_cmpint (qd_timeline_model_get_task (fixture->view->model, 3)->due, ==, QD_TEST_MONDAY + 8);
}

static void
test_sides (Fixture      *fixture,
            gconstpointer data)
{
  GtkWidget *table = GTK_WIDGET (fixture->view->table), *chart = GTK_WIDGET (fixture->chart);

  g_assert_true (gtk_widget_get_mapped (table));
  g_assert_true (gtk_widget_get_mapped (chart));

  /* Where it is narrow the chart stands alone, and the titles are on the bars; the table is the other view. */
  g_object_set (fixture->view, "narrow", TRUE, NULL);
  wait_ms (30);
  g_assert_false (gtk_widget_get_mapped (table));
  g_assert_true (gtk_widget_get_mapped (chart));
  g_assert_true (qd_timeline_chart_get_show (fixture->chart) & QD_TIMELINE_SHOW_LABELS);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "timeline.sides", "s", "table");
  wait_ms (30);
  g_assert_true (gtk_widget_get_mapped (table));
  g_assert_false (gtk_widget_get_mapped (chart));
  g_object_set (fixture->view, "narrow", FALSE, NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "timeline.sides", "s", "chart");
  wait_ms (30);
  g_assert_false (gtk_widget_get_mapped (table));
  g_assert_true (gtk_widget_get_mapped (chart));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "timeline.sides", "s", "both");
  wait_ms (30);
  g_assert_true (gtk_widget_get_mapped (table));
  g_assert_true (gtk_widget_get_mapped (chart));

  /* Rows in line: both scroll together. */
  gtk_adjustment_set_upper (qd_timeline_table_get_vadjustment (fixture->view->table), 2000);
  g_assert_cmpfloat (gtk_adjustment_get_value (qd_timeline_table_get_vadjustment (fixture->view->table)),
                     ==,
                     gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (fixture->view->scroller)));
}

/* What is typed in a cell is one step; what cannot be is told beside it, and nothing is lost. */
static void
test_table (Fixture      *fixture,
            gconstpointer data)
{
  g_assert_true (qd_timeline_table_edit (fixture->view->table, 0, QD_TIMELINE_COLUMN_DURATION));
  wait_ms (100);
  press ("ctrl+a");
  send ("type --delay 1 nonsense");
  press ("Return");
  g_assert_cmpint (fixture->design->due, ==, QD_TEST_MONDAY + 1);
  press ("ctrl+a");
  send ("type --delay 1 4d");
  press ("Return");
  settle (fixture, "Change Duration");
  g_assert_cmpint (fixture->design->due, ==, QD_TEST_MONDAY + 3);
  undo (fixture);
  g_assert_cmpint (fixture->design->due, ==, QD_TEST_MONDAY + 1);
}

int
main (int   argc,
      char *argv[])
{
  if (!begin (&argc, &argv, FALSE))
    return 77;

#define ADD(path, func) g_test_add ("/timeline/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("drag", test_drag);
  ADD ("escape", test_escape);
  ADD ("grips", test_grips);
  ADD ("sides", test_sides);
  ADD ("table", test_table);
#undef ADD

  return g_test_run ();
}
