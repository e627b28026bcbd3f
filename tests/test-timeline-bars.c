/* test-timeline-bars.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-test-timeline-view.h"

/* What a screen reader has: as many bars as rows in sight, each with its name, what there is to say and its place */
static void
test_accessible (Fixture      *fixture,
                 gconstpointer data)
{
  const char     *expected = "Wed 3 Jun – Fri 5 Jun · 3 d · 0 % done · float 15 d · waits for “Design”";
  QdBatch        *batch = qd_batch_new ();
  QdTimelineFrame frame;
  guint           first, end;

  for (int i = 0; i < 200; i++)
    {
      g_autofree char *title = g_strdup_printf ("Task %d", i);
      g_autoptr(QdTask) task = qd_test_draft_task (&fixture->plan, title, i % 20, i % 20 + 1);

      qd_batch_insert (batch, task);
    }

  g_assert_true (qd_test_apply (&fixture->plan, batch, "Fill", NULL));
  qd_test_add_link (&fixture->plan, fixture->design, fixture->build);

  for (int i = 0; i < 2; i++)
    {
      GtkAccessible *bar;
      guint          n_bars = 0;

      wait_ms (250);
      frame = qd_timeline_chart_get_frame (fixture->chart);
      qd_timeline_frame_get_visible (&frame, &first, &end);
      bar = gtk_accessible_get_first_accessible_child (GTK_ACCESSIBLE (fixture->chart));

      while (bar != NULL)
        {
          GtkAccessible *next = gtk_accessible_get_next_accessible_sibling (bar);
          QdTask        *task = qd_timeline_model_get_task (frame.model, first + n_bars);

          g_assert_nonnull (task);
          gtk_test_accessible_assert_role (bar, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
          gtk_test_accessible_assert_property (bar, GTK_ACCESSIBLE_PROPERTY_LABEL, task->title);
          g_assert_true (gtk_test_accessible_has_property (bar, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
          gtk_test_accessible_assert_relation (bar, GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int)(first + n_bars + 1));
          gtk_test_accessible_assert_relation (bar, GTK_ACCESSIBLE_RELATION_SET_SIZE, 203);
          n_bars++;

          if (task == fixture->build)
            gtk_test_accessible_assert_property (bar, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, expected);

          g_object_unref (bar);
          bar = next;
        }

      g_assert_cmpuint (n_bars, ==, end - first);
      g_assert_cmpuint (n_bars, <, 30);
      g_assert_cmpuint (first, ==, i == 0 ? 0 : end - n_bars);

      /* And from the end */
      qd_timeline_chart_reveal (fixture->chart, 202);
    }

  g_assert_cmpuint (end, ==, 203);
}

int
main (int   argc,
      char *argv[])
{
  if (!begin (&argc, &argv, TRUE))
    return 77;

  g_test_add ("/timeline-bars/accessible", Fixture, NULL, set_up, test_accessible, tear_down);

  return g_test_run ();
}
