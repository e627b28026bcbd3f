/* test-timeline-frame.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>

#include "qd-baseline-edits.h"
#include "qd-closure.h"
#include "qd-test-timeline.h"
#include "qd-timeline-drawing.h"
#include "qd-week.h"

#define EPSILON 1e-6

/* Ten rows of 34 pixels, from the first Monday on */
static QdTimelineFrame
get_frame (QdTestTimeline *fixture,
           double          scale)
{
  return (QdTimelineFrame){ .model = fixture->model,
                            .axis = { qd_minute_from_day (QD_TEST_MONDAY), scale },
                            .width = 800,
                            .height = 340,
                            .row_height = 34,
                            .show = QD_TIMELINE_SHOW_USUAL,
                            .now = QD_MINUTE_NONE,
                            .current = -1,
                            .hover = -1,
                            .chosen_link = -1 };
}

static void
assert_rect (const QdRect *rect,
             double        x,
             double        y,
             double        width,
             double        height)
{
  g_assert_cmpfloat_with_epsilon (rect->x, x, EPSILON);
  g_assert_cmpfloat_with_epsilon (rect->y, y, EPSILON);
  g_assert_cmpfloat_with_epsilon (rect->width, width, EPSILON);
  g_assert_cmpfloat_with_epsilon (rect->height, height, EPSILON);
}

static QdRect
get_bar (const QdTimelineFrame *frame,
         QdTestTimeline        *fixture,
         QdTask                *task)
{
  QdRect bar;

  g_assert_true (qd_timeline_frame_get_bar (frame, qd_test_get_row (fixture, task), &bar));

  return bar;
}

/* By hand: a bar begins a quarter below the top of its row, and is half as high. */
static void
test_bars (QdTestTimeline *fixture,
           gconstpointer   data)
{
  QdTask         *task = qd_test_add_task (fixture, "Design", 0, 2);
  QdTask         *over = qd_test_add_task (fixture, "Weekend", 4, 7);
  QdTask         *nowhere = qd_test_add_task (fixture, "Someday", QD_DAY_NONE, QD_DAY_NONE);
  QdTask         *milestone = qd_test_add_milestone (fixture, "Go", 4);
  QdTask         *summary = qd_test_add_task (fixture, "All", QD_DAY_NONE, QD_DAY_NONE);
  QdTimelineFrame frame = get_frame (fixture, 10);
  QdRect          bar;

  qd_test_add_child (fixture, summary, "Part", 7, 8);

  /* From afar whole days: Monday to Wednesday are thirty pixels, Friday to Monday forty. */
  bar = get_bar (&frame, fixture, task);
  assert_rect (&bar, 0, 8.5, 30, 17);
  bar = get_bar (&frame, fixture, over);
  assert_rect (&bar, 40, 42.5, 40, 17);
  g_assert_false (qd_timeline_frame_get_bar (&frame, qd_test_get_row (fixture, nowhere), &bar));

  /* In the middle of its day */
  bar = get_bar (&frame, fixture, milestone);
  assert_rect (&bar, 45 - 8.5, 3 * 34 + 8.5, 17, 17);

  /* A bracket is flatter, and spans what it sums up. */
  bar = get_bar (&frame, fixture, summary);
  assert_rect (&bar, 70, 4 * 34 + 8.5 + 5.1, 20, 6.8);

  /* Near by, from 9:00 to 17:00: ten pixels an hour */
  frame.axis.scale = 240;
  bar = get_bar (&frame, fixture, task);
  assert_rect (&bar, 90, 8.5, 2 * 240 + 170 - 90, 17);
  bar = get_bar (&frame, fixture, milestone);
  assert_rect (&bar, 4 * 240 + 170 - 8.5, 3 * 34 + 8.5, 17, 17);

  /* Scrolled by a row and a half */
  frame.y = 51;
  bar = get_bar (&frame, fixture, task);
  g_assert_cmpfloat_with_epsilon (bar.y, 8.5 - 51, EPSILON);
}

/* A call at ten for two hours is a mark as wide as it is high where it cannot be told apart, and to scale where it can. */
static void
test_meeting (QdTestTimeline *fixture,
              gconstpointer   data)
{
  QdTask         *call = qd_test_draft_task (fixture, "Call", 1, 1);
  QdTimelineFrame frame = get_frame (fixture, 10);
  QdRect          bar;

  g_object_set (call,
                "kind", QD_TASK_KIND_CALL,
                "start-time", G_GINT64_CONSTANT (600),
                "duration", G_GINT64_CONSTANT (120),
                NULL);
  call = qd_test_add (fixture->portfolio, call);
  bar = get_bar (&frame, fixture, call);
  g_assert_cmpfloat_with_epsilon (bar.width, 17, EPSILON);
  g_assert_cmpfloat (bar.x, <, 10 + 10 * 11 / 24.0);
  g_assert_cmpfloat (bar.x + bar.width, >, 10 + 10 * 11 / 24.0);

  /* Neither end of a mark stands for a time, so neither can be dragged. */
  g_assert_cmpint (qd_timeline_frame_pick (&frame, bar.x + 1, bar.y + 8, 0).part, ==, QD_TIMELINE_PART_BAR);
  g_assert_cmpint (qd_timeline_frame_pick (&frame, bar.x + bar.width - 1, bar.y + 8, 0).part, ==, QD_TIMELINE_PART_BAR);

  frame.axis.scale = 1440;
  bar = get_bar (&frame, fixture, call);
  assert_rect (&bar, 1440 + 600, 8.5, 120, 17);
  g_assert_cmpint (qd_timeline_frame_pick (&frame, bar.x + bar.width - 1, bar.y + 8, 0).part, ==, QD_TIMELINE_PART_END);
}

/* Against a baseline the bar makes room for what it was. */
static void
test_baseline (QdTestTimeline *fixture,
               gconstpointer   data)
{
  QdTask         *task = qd_test_add_task (fixture, "Design", 0, 2);
  QdTimelineFrame frame = get_frame (fixture, 10);
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(QdBaseline) baseline = qd_baseline_create_async (fixture->portfolio,
                                                             qd_record_get_id (fixture->plan),
                                                             "First",
                                                             QD_TEST_MONDAY,
                                                             qd_test_async_cb,
                                                             &slot);
  QdTimelineFacts facts;
  QdRect          bar;

  g_assert_true (qd_test_await_edit (fixture->store, &slot, NULL));
  qd_test_settle (fixture->store);
  qd_test_change (fixture, task, "start", QD_TEST_MONDAY + 7, "due", QD_TEST_MONDAY + 9);
  qd_timeline_model_set_baseline (fixture->model, qd_record_get_id (baseline));
  qd_timeline_model_get_facts (fixture->model, 0, &facts);
  g_assert_cmpint (facts.start, ==, qd_minute_from_day (QD_TEST_MONDAY + 7) + 540);
  g_assert_cmpint (facts.baseline_start, ==, qd_minute_from_day (QD_TEST_MONDAY) + 540);
  g_assert_cmpint (facts.baseline_finish, ==, qd_minute_from_day (QD_TEST_MONDAY + 2) + 1020);
  bar = get_bar (&frame, fixture, task);
  assert_rect (&bar, 70, 0.17 * 34, 30, 17);
}

static QdTimelinePart
pick (const QdTimelineFrame *frame,
      double                 x,
      double                 y,
      int                    position)
{
  QdTimelinePick found = qd_timeline_frame_pick (frame, x, y, 0);

  g_assert_cmpint (found.position, ==, position);

  return found.part;
}

/* What is drawn at a point is what is picked there, at every zoom. */
static void
test_pick (QdTestTimeline *fixture,
           gconstpointer   data)
{
  static const double scales[] = { 0.3, 1, 4, 10, 30, 110, 500, 2000 };
  QdTask             *tasks[] = { qd_test_add_task (fixture, "One", 0, 0), qd_test_add_task (fixture, "Two", 0, 4) };
  QdTask             *milestone = qd_test_add_milestone (fixture, "Go", 2);
  QdTask             *summary = qd_test_add_task (fixture, "All", QD_DAY_NONE, QD_DAY_NONE);

  qd_test_change (fixture, tasks[1], "progress", G_GINT64_CONSTANT (50));
  qd_test_add_child (fixture, summary, "Part", 1, 2);

  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      QdTimelineFrame frame = get_frame (fixture, scales[i]);
      QdRect          bar, handle;

      for (gsize j = 0; j < G_N_ELEMENTS (tasks); j++)
        {
          bar = get_bar (&frame, fixture, tasks[j]);
          g_assert_cmpfloat (bar.width, >=, 4);
          g_assert_cmpint (pick (&frame, bar.x + bar.width * 0.45, bar.y + 4, j), ==, QD_TIMELINE_PART_BAR);
          g_assert_cmpint (pick (&frame, bar.x + 0.5, bar.y + 4, j), ==, QD_TIMELINE_PART_START);
          g_assert_cmpint (pick (&frame, bar.x + bar.width - 0.5, bar.y + 4, j), ==, QD_TIMELINE_PART_END);
          g_assert_cmpint (pick (&frame, bar.x - 2, bar.y + 4, j), ==, QD_TIMELINE_PART_ROW);

          /* The handle of a link is there only as long as it is drawn. */
          handle = qd_timeline_frame_get_link_handle (&frame, &bar);
          g_assert_cmpfloat (handle.x, >=, bar.x + bar.width);
          g_assert_cmpint (
              pick (&frame, handle.x + handle.width / 2, handle.y + handle.height / 2, j), ==, QD_TIMELINE_PART_ROW);
          frame.hover = (int)j;
          g_assert_cmpint (pick (&frame, handle.x + handle.width / 2, handle.y + handle.height / 2, j),
                           ==,
                           QD_TIMELINE_PART_LINK_HANDLE);
          frame.hover = -1;
        }

      /* Half done: in the middle, below */
      bar = get_bar (&frame, fixture, tasks[1]);
      g_assert_cmpint (pick (&frame, bar.x + bar.width / 2, bar.y + bar.height - 2, 1),
                       ==,
                       bar.width > 40 ? QD_TIMELINE_PART_PROGRESS : QD_TIMELINE_PART_BAR);

      /* Neither a diamond nor a bracket has ends to drag. */
      for (int j = 0; j < 2; j++)
        {
          bar = get_bar (&frame, fixture, j == 0 ? milestone : summary);
          g_assert_cmpint (pick (&frame, bar.x + 0.5, bar.y + bar.height / 2, 2 + j), ==, QD_TIMELINE_PART_BAR);
          g_assert_cmpint (pick (&frame, bar.x + bar.width / 2, bar.y + bar.height / 2, 2 + j), ==, QD_TIMELINE_PART_BAR);
          g_assert_cmpint (
              pick (&frame, bar.x + bar.width - 0.5, bar.y + bar.height / 2, 2 + j), ==, QD_TIMELINE_PART_BAR);
        }

      g_assert_cmpint (pick (&frame, 10, 5 * 34 + 1, -1), ==, QD_TIMELINE_PART_NOTHING);
      g_assert_cmpint (qd_timeline_frame_get_position (&frame, 34), ==, 1);
      g_assert_cmpint (qd_timeline_frame_get_position (&frame, 33.9), ==, 0);
    }
}

/* A finger may be off by so much. */
static void
test_touch (QdTestTimeline *fixture,
            gconstpointer   data)
{
  QdTask         *task = qd_test_add_task (fixture, "One", 2, 12);
  QdTimelineFrame frame = get_frame (fixture, 10);
  QdRect          bar = get_bar (&frame, fixture, task);

  g_assert_cmpint (qd_timeline_frame_pick (&frame, bar.x - 8, bar.y + 8, 0).part, ==, QD_TIMELINE_PART_ROW);
  g_assert_cmpint (qd_timeline_frame_pick (&frame, bar.x - 8, bar.y + 8, 10).part, ==, QD_TIMELINE_PART_START);
  g_assert_cmpint (qd_timeline_frame_pick (&frame, bar.x + bar.width + 8, bar.y + 8, 10).part, ==, QD_TIMELINE_PART_END);
  g_assert_cmpint (qd_timeline_frame_pick (&frame, bar.x + 50, bar.y + 8, 10).part, ==, QD_TIMELINE_PART_BAR);
}

static guint
count_shapes (const QdTimelineFrame *frame,
              QdInk                  ink)
{
  QdScene       *scene = qd_test_create_scene ();
  guint          n_shapes, n_found = 0;
  const QdShape *shapes;

  qd_timeline_draw_body (frame, scene);
  shapes = qd_scene_get_shapes (scene, &n_shapes);

  for (guint i = 0; i < n_shapes; i++)
    n_found += shapes[i].ink == ink && shapes[i].kind != QD_SHAPE_CLIP && shapes[i].kind != QD_SHAPE_UNCLIP;

  qd_scene_free (scene);

  return n_found;
}

static gboolean
is_second (guint    position,
           gpointer data)
{
  return position == 1;
}

/* Every kind of link goes across and down in turn, from the end it is of to the one it is to, and is picked along its way. */
static void
test_routes (QdTestTimeline *fixture,
             gconstpointer   data)
{
  for (int kind = QD_LINK_KIND_FINISH_START; kind <= QD_LINK_KIND_START_FINISH; kind++)
    for (int later = 0; later <= 1; later++)
      {
        QdTask         *from = qd_test_add_task (fixture, "From", 20, 24);
        QdTask         *to = qd_test_add_task (fixture, "To", later ? 40 : 0, later ? 44 : 4);
        QdTimelineFrame frame = get_frame (fixture, 10);
        QdTimelinePick  found;
        QdRect          bars[2];
        const QdPoint  *points;
        QdLink         *link;
        int             number;
        g_autoptr(GArray) route = NULL;
        gboolean found_any = FALSE;

        link = qd_test_add (fixture->portfolio, qd_test_draft_link (fixture, from, to, kind, -30 * 480));
        number = qd_plan_network_find_link (
            qd_plan_schedule_get_network (qd_timeline_model_get_schedule (fixture->model, 0)), qd_record_get_id (link));
        frame.y = qd_test_get_row (fixture, from) * 34;
        bars[0] = get_bar (&frame, fixture, from);
        bars[1] = get_bar (&frame, fixture, to);
        route = qd_timeline_frame_get_route (&frame, 0, (guint)number);
        g_assert_nonnull (route);
        points = (const QdPoint *)route->data;
        g_assert_cmpuint (route->len, >=, 3);
        g_assert_cmpfloat_with_epsilon (points[0].x,
                                        bars[0].x + (kind == QD_LINK_KIND_FINISH_START || kind == QD_LINK_KIND_FINISH_FINISH
                                                         ? bars[0].width
                                                         : 0),
                                        EPSILON);
        g_assert_cmpfloat_with_epsilon (points[0].y, bars[0].y + 8.5, EPSILON);
        g_assert_cmpfloat (points[route->len - 1].x, >=, bars[1].x - EPSILON);
        g_assert_cmpfloat (points[route->len - 1].x, <=, bars[1].x + bars[1].width + EPSILON);

        for (guint i = 1; i < route->len; i++)
          {
            g_assert_true (points[i].x == points[i - 1].x || points[i].y == points[i - 1].y);
            found = qd_timeline_frame_pick (
                &frame, (points[i].x + points[i - 1].x) / 2, (points[i].y + points[i - 1].y) / 2, 0);
            found_any |= found.part == QD_TIMELINE_PART_LINK && found.link == number;
          }

        g_assert_true (found_any);
      }
}

/* From so far away links are a thicket: only those of what is selected are drawn, and can be picked. */
static void
test_links_from_afar (QdTestTimeline *fixture,
                      gconstpointer   data)
{
  QdTask         *first = qd_test_add_task (fixture, "First", 0, 4);
  QdTask         *second = qd_test_add_task (fixture, "Second", 21, 25);
  QdTimelineFrame frame = get_frame (fixture, 10);

  qd_test_add_link (fixture, first, second);
  qd_test_change (fixture, second, "start", QD_TEST_MONDAY + 21, "due", QD_TEST_MONDAY + 25);

  for (int i = 0; i < 2; i++)
    {
      g_autoptr(GArray) route = NULL;
      const QdPoint *points;
      QdTimelinePick found;

      frame.axis.scale = i == 0 ? 2 : 1.9;
      frame.selected = NULL;
      route = qd_timeline_frame_get_route (&frame, 0, 0);
      points = (const QdPoint *)route->data;
      found = qd_timeline_frame_pick (&frame, (points[0].x + points[1].x) / 2, points[0].y, 0);
      g_assert_cmpuint (count_shapes (&frame, QD_INK_LINK) > 0, ==, i == 0);
      g_assert_cmpint (found.part, ==, i == 0 ? QD_TIMELINE_PART_LINK : QD_TIMELINE_PART_ROW);

      frame.selected = is_second;
      found = qd_timeline_frame_pick (&frame, (points[0].x + points[1].x) / 2, points[0].y, 0);
      g_assert_cmpuint (count_shapes (&frame, QD_INK_LINK), ==, 0);
      g_assert_cmpuint (count_shapes (&frame, QD_INK_LINK_STRONG), >, 0);
      g_assert_cmpint (found.part, ==, QD_TIMELINE_PART_LINK);
    }

  frame.show &= ~QD_TIMELINE_SHOW_LINKS;
  g_assert_cmpuint (count_shapes (&frame, QD_INK_LINK_STRONG), ==, 0);
}

/* Late, critical, done and what is left, each by its own ink, where the layout asks for it. */
static void
test_inks (QdTestTimeline *fixture,
           gconstpointer   data)
{
  QdTask         *done = qd_test_add_task (fixture, "Done", 0, 1);
  QdTask         *late = qd_test_add_task (fixture, "Late", 0, 2);
  QdTask         *last = qd_test_add_task (fixture, "Last", 7, 18);
  QdTimelineFrame frame = get_frame (fixture, 10);

  qd_test_change (fixture, done, "status", QD_TASK_STATUS_DONE, "progress", G_GINT64_CONSTANT (100));
  qd_timeline_model_set_today (fixture->model, QD_TEST_MONDAY + 3);
  g_assert_cmpstr (late->title, ==, "Late");
  g_assert_cmpstr (last->title, ==, "Last");
  g_assert_cmpuint (count_shapes (&frame, QD_INK_DONE), ==, 1);
  g_assert_cmpuint (count_shapes (&frame, QD_INK_LATE), ==, 1);
  g_assert_cmpuint (count_shapes (&frame, QD_INK_BAR), ==, 1);
  g_assert_cmpuint (count_shapes (&frame, QD_INK_CRITICAL), ==, 1);
  g_assert_cmpuint (count_shapes (&frame, QD_INK_FLOAT), ==, 2);
  frame.show &= ~(QD_TIMELINE_SHOW_FLOAT | QD_TIMELINE_SHOW_CRITICAL);
  g_assert_cmpuint (count_shapes (&frame, QD_INK_CRITICAL), ==, 0);
  g_assert_cmpuint (count_shapes (&frame, QD_INK_FLOAT), ==, 0);

  /* Two weekends in four weeks of pixels: 800 pixels are eighty days */
  g_assert_cmpuint (count_shapes (&frame, QD_INK_CLOSED), ==, 80 / 7);
}

static void
add_many (QdTestTimeline *fixture,
          guint           n_tasks)
{
  QdBatch *batch = qd_batch_new ();
  g_autoptr(QdTask) last = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < n_tasks; i++)
    {
      g_autofree char *title = g_strdup_printf ("Task %u", i);
      g_autoptr(QdTask) task = qd_test_draft_task (fixture, title, (int)(i % 60), (int)(i % 60) + 2);

      qd_batch_insert (batch, task);

      if (i % 2 == 1)
        {
          g_autoptr(QdLink) link = qd_test_draft_link (fixture, last, task, QD_LINK_KIND_START_START, 0);

          qd_batch_insert (batch, link);
        }

      g_set_object (&last, task);
    }

  qd_test_apply (fixture, batch, "Fill", &error);
  g_assert_no_error (error);
}

static guint
count_all_shapes (const QdTimelineFrame *frame)
{
  QdScene *scene = qd_test_create_scene ();
  guint    n_shapes;

  qd_timeline_draw_body (frame, scene);
  qd_scene_get_shapes (scene, &n_shapes);
  qd_scene_free (scene);

  return n_shapes;
}

/* The cost of a frame is that of what is in sight. */
static void
test_sight (QdTestTimeline *fixture,
            gconstpointer   data)
{
  QdTimelineFrame frame = get_frame (fixture, 10);
  guint           n_before, n_after, first, end;

  add_many (fixture, 40);
  n_before = count_all_shapes (&frame);
  g_assert_cmpuint (n_before, >, 40);
  add_many (fixture, 10000);
  g_assert_cmpuint (qd_timeline_model_get_n_rows (fixture->model), ==, 10040);
  n_after = count_all_shapes (&frame);
  g_assert_cmpuint (n_after, ==, n_before);

  /* Anywhere in the middle, ten rows and what is left of two */
  frame.y = 5000 * 34 + 17;
  qd_timeline_frame_get_visible (&frame, &first, &end);
  g_assert_cmpuint (first, ==, 5000);
  g_assert_cmpuint (end, ==, 5011);
  g_assert_cmpuint (count_all_shapes (&frame), <, 2 * n_before);

  /* At the end, no more than there is */
  frame.y = 10040 * 34 - 340;
  qd_timeline_frame_get_visible (&frame, &first, &end);
  g_assert_cmpuint (end, ==, 10040);
}

/* In the header no label leaves its step, whatever is left of that, and none is cut off. */
static void
test_header (QdTestTimeline *fixture,
             gconstpointer   data)
{
  static const double scales[] = { 0.1, 0.5, 1.2, 5, 8, 20, 30, 130, 400, 3000 };

  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    for (int shift = 0; shift < 40; shift++)
      {
        QdTimelineFrame frame = get_frame (fixture, scales[i]);
        QdScene        *scene = qd_test_create_scene ();
        QdTimeStep      upper, lower;
        guint           n_shapes, n_labels = 0;
        const QdShape  *shapes;

        frame.axis.origin += shift * 20 * QD_MINUTES_PER_DAY / scales[i];
        qd_time_axis_get_steps (&frame.axis, &upper, &lower);
        qd_timeline_draw_header (&frame, 50, scene);
        shapes = qd_scene_get_shapes (scene, &n_shapes);

        for (guint j = 0; j < n_shapes; j++)
          {
            double   x, end;
            QdMinute begin;

            if (shapes[j].kind != QD_SHAPE_TEXT)
              continue;

            n_labels++;

            if (shapes[j].rect.y >= 25)
              continue;

            x = shapes[j].rect.x;
            end = x + shapes[j].rect.width;
            begin = qd_time_step_floor (upper, (QdMinute)qd_time_axis_get_minute (&frame.axis, x));
            g_assert_cmpfloat (end, <=, qd_time_axis_get_x (&frame.axis, qd_time_step_next (upper, begin)) + EPSILON);
            g_assert_null (strstr (pango_layout_get_text (shapes[j].layout), "…"));
            g_assert_cmpstr (pango_layout_get_text (shapes[j].layout), !=, "");
          }

        g_assert_cmpuint (n_labels, >, 2);
        qd_scene_free (scene);
      }
}

/* What is closed at one customer is not shown as if it were at all of them. */
static void
test_bands_of_several (QdTestTimeline *fixture,
                       gconstpointer   data)
{
  const QdCalendarBand ours = { .side = QD_CALENDAR_SIDE_OURS, .span = { 0, QD_MINUTES_PER_DAY } };
  const QdCalendarBand theirs = { .side = QD_CALENDAR_SIDE_THEIRS, .span = { 0, QD_MINUTES_PER_DAY } };
  QdTimelineFrame      frame = get_frame (fixture, 10);
  g_autoptr(GPtrArray) plans = g_ptr_array_new ();
  QdAccount *account = qd_record_new_draft (QD_TYPE_ACCOUNT);

  g_assert_true (qd_timeline_frame_shows_band (&frame, &ours));
  g_assert_true (qd_timeline_frame_shows_band (&frame, &theirs));

  g_ptr_array_add (plans, fixture->plan);
  g_ptr_array_add (plans, qd_test_add_plan (fixture, fixture->account, "More"));
  qd_test_show_plans (fixture, plans);
  g_assert_true (qd_timeline_frame_shows_band (&frame, &theirs));

  g_object_set (account, "name", "Another", NULL);
  account = qd_test_add (fixture->portfolio, account);
  g_ptr_array_add (plans, qd_test_add_plan (fixture, account, "Theirs"));
  qd_test_show_plans (fixture, plans);
  g_assert_true (qd_timeline_frame_shows_band (&frame, &ours));
  g_assert_false (qd_timeline_frame_shows_band (&frame, &theirs));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  qd_week_set_first_weekday (1);

#define ADD(path, func) \
  g_test_add ("/timeline-frame/" path, QdTestTimeline, NULL, qd_test_timeline_set_up, func, qd_test_timeline_tear_down)
  ADD ("bars", test_bars);
  ADD ("meeting", test_meeting);
  ADD ("baseline", test_baseline);
  ADD ("pick", test_pick);
  ADD ("touch", test_touch);
  ADD ("routes", test_routes);
  ADD ("links-from-afar", test_links_from_afar);
  ADD ("inks", test_inks);
  ADD ("sight", test_sight);
  ADD ("header", test_header);
  ADD ("bands-of-several", test_bands_of_several);
#undef ADD

  return g_test_run ();
}
