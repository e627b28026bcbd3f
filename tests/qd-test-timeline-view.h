/* qd-test-timeline-view.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include <locale.h>
#include <math.h>
#include <unistd.h>

#include "qd-test-timeline.h"
#include "qd-timeline-chart-private.h"
#include "qd-timeline-view-private.h"
#include "qd-week.h"

/* The timeline in a window, moved by a pointer and keys that come from the display as a person's do. */
typedef struct
{
  QdTestTimeline   plan;
  QdTask          *design;
  QdTask          *build;
  QdTask          *go;
  GtkWidget       *window;
  QdTimelineView  *view;
  QdTimelineChart *chart;
  char            *id;
  QdTask          *opened;
} Fixture;

/* Lets what the display sent come through. */
static inline void
wait_ms (int milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  do
    {
      while (g_main_context_iteration (NULL, FALSE))
        {
        }

      g_usleep (1000);
    }
  while (g_get_monotonic_time () < end);
}

#define wait_until(condition)                                      \
  G_STMT_START                                                     \
  {                                                                \
    gint64 qd_end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC; \
    while (!(condition) && g_get_monotonic_time () < qd_end)       \
      wait_ms (5);                                                 \
    g_assert_true (condition);                                     \
  }                                                                \
  G_STMT_END

static inline void
settle (Fixture    *fixture,
        const char *label)
{
  wait_until (g_strcmp0 (qd_store_get_undo_label (fixture->plan.store), label) == 0);
  qd_test_settle (fixture->plan.store);
  wait_ms (20);
}

static inline void
undo (Fixture *fixture)
{
  qd_test_undo (fixture->plan.store);
  qd_test_settle (fixture->plan.store);
  wait_ms (20);
}

static inline void G_GNUC_PRINTF (1, 2)
    send (const char *format,
          ...)
{
  g_autofree char *arguments = NULL;
  g_autofree char *command = NULL;
  g_autoptr(GError) error = NULL;
  int     status = 0;
  va_list args;

  va_start (args, format);
  arguments = g_strdup_vprintf (format, args);
  va_end (args);
  command = g_strconcat ("xdotool ", arguments, NULL);
  g_spawn_command_line_sync (command, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
  wait_ms (40);
}

static inline void
press (const char *keys)
{
  send ("key --delay 1 %s", keys);
}

/* Returns: (transfer full): the window, as the display knows it */
static inline char *
find_window (void)
{
  g_autofree char *command = g_strdup_printf ("xdotool search --onlyvisible --pid %d", (int)getpid ());
  char            *found = NULL;

  g_assert_true (g_spawn_command_line_sync (command, &found, NULL, NULL, NULL));

  return g_strstrip (found);
}

/* To a point of the chart */
static inline void
point_at (Fixture *fixture,
          double   x,
          double   y)
{
  graphene_point_t point;
  double           left, top;

  g_assert_true (gtk_widget_compute_point (
      GTK_WIDGET (fixture->chart), fixture->window, &GRAPHENE_POINT_INIT ((float)x, (float)y), &point));
  gtk_native_get_surface_transform (GTK_NATIVE (fixture->window), &left, &top);
  send ("mousemove --window %s %d %d",
        fixture->id,
        (int)round (point.x + left),
        (int)round (point.y + top));
}

static inline QdRect
get_bar (Fixture *fixture,
         QdTask  *task)
{
  QdTimelineFrame frame = qd_timeline_chart_get_frame (fixture->chart);
  int             row = qd_timeline_model_find_row (frame.model, QD_TIMELINE_ROW_TASK, qd_record_get_id (task));
  QdRect          bar;

  g_assert_cmpint (row, >=, 0);
  g_assert_true (qd_timeline_frame_get_bar (&frame, (guint)row, &bar));

  return bar;
}

/* From one point to another, with the button held, and not yet let go */
static inline void
drag (Fixture *fixture,
      double   x,
      double   y,
      double   dx,
      double   dy)
{
  point_at (fixture, x, y);
  send ("mousedown 1");
  point_at (fixture, x + dx / 2, y + dy / 2);
  point_at (fixture, x + dx, y + dy);
}

static inline void
go_to (Fixture *fixture,
       QdTask  *task)
{
  QdTimelineModel *model = qd_timeline_chart_get_model (fixture->chart);

  gtk_widget_grab_focus (GTK_WIDGET (fixture->chart));
  qd_timeline_chart_set_current (
      fixture->chart, qd_timeline_model_find_row (model, QD_TIMELINE_ROW_TASK, qd_record_get_id (task)), TRUE);
  wait_ms (20);
}

static inline void
open_task_cb (Fixture *fixture,
              QdTask  *task)
{
  fixture->opened = task;
}

static inline void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr(GPtrArray) plans = g_ptr_array_new ();
  g_autoptr(GSettings) settings = g_settings_new ("io.gitlab.quarterdeck.Quarterdeck");

  g_settings_reset (settings, "timeline-layout");
  qd_test_timeline_set_up (&fixture->plan, NULL);
  fixture->design = qd_test_add_task (&fixture->plan, "Design", 0, 1);
  fixture->build = qd_test_add_task (&fixture->plan, "Build", 7, 9);
  fixture->go = qd_test_add_milestone (&fixture->plan, "Go-live", 25);
  fixture->view = QD_TIMELINE_VIEW (qd_timeline_view_new (fixture->plan.portfolio));
  fixture->chart = fixture->view->chart;
  fixture->window = adw_window_new ();
  g_signal_connect_swapped (fixture->view, "open-task", G_CALLBACK (open_task_cb), fixture);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1200, 600);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  qd_timeline_view_set_today (fixture->view, QD_TEST_MONDAY);
  g_ptr_array_add (plans, fixture->plan.plan);
  qd_timeline_view_set_plans (fixture->view, plans);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "timeline.group", "s", "none");
  send ("mousemove 2500 1600");
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (gtk_widget_get_width (GTK_WIDGET (fixture->chart)) > 100);
  wait_ms (50);
  fixture->id = find_window ();
  send ("windowfocus --sync %s", fixture->id);
  go_to (fixture, fixture->design);
}

static inline void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gpointer view = fixture->view;

  g_object_add_weak_pointer (view, &view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wait_until (view == NULL);
  qd_test_timeline_tear_down (&fixture->plan, NULL);
  g_free (fixture->id);
}

static inline double
get_scale (Fixture *fixture)
{
  return qd_timeline_chart_get_axis (fixture->chart)->scale;
}

/**
 * begin:
 * @accessible: whether the test looks at what is accessible; GTK's own context for tests cannot be
 *   told what is announced, and breaks
 *
 * Returns: whether there is what sends keys and moves a pointer
 */
static inline gboolean
begin (int     *argc,
       char  ***argv,
       gboolean accessible)
{
  g_autofree char *xdotool = g_find_program_in_path ("xdotool");

  setlocale (LC_ALL, "");
  g_setenv ("GTK_A11Y", accessible ? "test" : "none", TRUE);
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  qd_week_set_first_weekday (1);

  return xdotool != NULL;
}
