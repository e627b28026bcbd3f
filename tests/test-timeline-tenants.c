/* test-timeline-tenants.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>

#include "qd-audience.h"
#include "qd-instant.h"
#include "qd-tenant.h"
#include "qd-test-timeline.h"
#include "qd-timeline-frame.h"
#include "qd-timeline-sheet.h"
#include "qd-timeline-tenants.h"

/* The maintenance of tenants on a timeline, of June to August 2026. */

static QdTenant *
add_tenant (QdTestTimeline *fixture,
            QdAccount      *account,
            const char     *window)
{
  QdTenant *tenant = qd_record_new_draft (QD_TYPE_TENANT);

  qd_record_set_parent (tenant, qd_record_get_id (account));
  g_object_set (tenant, "maintenance-window", window, NULL);

  return qd_test_add (fixture->portfolio, tenant);
}

static QdMinute
get_minute (const char *text)
{
  gint64 instant = 0;

  g_assert_true (qd_instant_parse (text, &instant));

  return (QdMinute)(instant / 60);
}

/* Returns: (nullable): the band that begins then */
static const QdCalendarBand *
find_band (QdTimelineModel *model,
           const char      *begins)
{
  guint                 n_bands;
  const QdCalendarBand *bands = qd_timeline_model_get_bands (model, &n_bands);

  for (guint i = 0; i < n_bands; i++)
    {
      if (bands[i].span.from == get_minute (begins))
        return &bands[i];
    }

  return NULL;
}

static const QdTimelineMarker *
find_marker (QdTimelineModel *model,
             const char      *label)
{
  guint                   n_markers;
  const QdTimelineMarker *markers = qd_timeline_model_get_markers (model, &n_markers);

  for (guint i = 0; i < n_markers; i++)
    {
      if (g_str_equal (markers[i].label, label))
        return &markers[i];
    }

  return NULL;
}

/*
 * EMEA is on Tuesdays from 01:00 UTC; the summit's lock is from 20 to 27 July (the handbook). 19.1 is released on
 * Thursday 18 June: the tenants get 19.0 on the Tuesday after it.
 */
static void
test_bands (QdTestTimeline *fixture,
            gconstpointer   data)
{
  const QdCalendarBand   *band;
  const QdTimelineMarker *marker;
  guint                   n;

  qd_timeline_model_get_bands (fixture->model, &n);
  g_assert_cmpuint (n, ==, 0);

  add_tenant (fixture, fixture->account, "emea");
  band = find_band (fixture->model, "2026-06-09T01:00:00Z");
  g_assert_nonnull (band);
  g_assert_cmpint (band->kind, ==, QD_CLOSURE_KIND_MAINTENANCE_WINDOW);
  g_assert_cmpint (band->span.until - band->span.from, ==, 240);
  band = find_band (fixture->model, "2026-07-20T01:00:00Z");
  g_assert_nonnull (band);
  g_assert_cmpint (band->kind, ==, QD_CLOSURE_KIND_CHANGE_LOCK);
  g_assert_cmpstr (band->name, ==, "R&D Summit 2026");
  g_assert_null (find_band (fixture->model, "2026-07-21T01:00:00Z"));

  marker = find_marker (fixture->model, "19.1");
  g_assert_nonnull (marker);
  g_assert_true (marker->released);
  g_assert_cmpint (marker->minute, ==, get_minute ("2026-06-18T00:00:00Z"));
  marker = find_marker (fixture->model, "→ 19.0");
  g_assert_nonnull (marker);
  g_assert_cmpint (marker->minute, ==, get_minute ("2026-06-23T01:00:00Z"));
  g_assert_cmpstr (marker->words, ==, "Upgrade to 19.0: Tue, 23 Jun 2026, 01:00–05:00 UTC");
}

/* They follow what is known of the tenant. */
static void
test_change (QdTestTimeline *fixture,
             gconstpointer   data)
{
  QdTenant *tenant = add_tenant (fixture, fixture->account, "emea");
  g_auto(GValue) value = G_VALUE_INIT;
  GAsyncResult *slot = NULL;

  g_assert_nonnull (find_band (fixture->model, "2026-06-09T01:00:00Z"));
  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, "apac");
  qd_record_change_async (tenant, fixture->store, "maintenance-window", &value, qd_test_async_cb, &slot);
  g_assert_true (qd_test_await_edit (fixture->store, &slot, NULL));
  g_assert_null (find_band (fixture->model, "2026-06-09T01:00:00Z"));
  g_assert_nonnull (find_band (fixture->model, "2026-06-10T13:00:00Z"));
  qd_test_undo (fixture->store);
  g_assert_nonnull (find_band (fixture->model, "2026-06-09T01:00:00Z"));
}

static void
show_two (QdTestTimeline *fixture,
          QdPlan         *other)
{
  g_autoptr(GPtrArray) plans = g_ptr_array_new ();

  g_ptr_array_add (plans, fixture->plan);
  g_ptr_array_add (plans, other);
  qd_test_show_plans (fixture, plans);
}

/* Side by side, plans of one account show its maintenance, and plans of several show nobody's. */
static void
test_accounts (QdTestTimeline *fixture,
               gconstpointer   data)
{
  QdAccount      *account = qd_record_new_draft (QD_TYPE_ACCOUNT);
  QdPlan         *same = qd_test_add_plan (fixture, fixture->account, "More");
  QdPlan         *other;
  QdTimelineFrame frame = { .model = fixture->model, .axis = { .scale = 40 }, .show = QD_TIMELINE_SHOW_USUAL };

  g_object_set (account, "name", "Another", NULL);
  account = qd_test_add (fixture->portfolio, account);
  other = qd_test_add_plan (fixture, account, "Theirs");
  add_tenant (fixture, fixture->account, "emea");

  show_two (fixture, same);
  g_assert_cmpint (qd_timeline_model_get_account (fixture->model), ==, qd_record_get_id (fixture->account));
  g_assert_true (qd_timeline_frame_shows_band (&frame, find_band (fixture->model, "2026-06-09T01:00:00Z")));

  show_two (fixture, other);
  g_assert_cmpint (qd_timeline_model_get_account (fixture->model), ==, 0);
  g_assert_null (find_band (fixture->model, "2026-06-09T01:00:00Z"));
  g_assert_null (find_marker (fixture->model, "19.1"));
}

/* From afar neither what there is each week nor each month is drawn; and it can be turned off. */
static void
test_frame (QdTestTimeline *fixture,
            gconstpointer   data)
{
  QdTimelineFrame frame = { .model = fixture->model, .axis = { .scale = 40 }, .show = QD_TIMELINE_SHOW_USUAL };

  add_tenant (fixture, fixture->account, "emea");
  g_assert_true (qd_timeline_frame_shows_band (&frame, find_band (fixture->model, "2026-06-09T01:00:00Z")));
  g_assert_true (qd_timeline_frame_shows_marker (&frame, TRUE));
  frame.axis.scale = 5;
  g_assert_false (qd_timeline_frame_shows_band (&frame, find_band (fixture->model, "2026-06-09T01:00:00Z")));
  g_assert_true (qd_timeline_frame_shows_band (&frame, find_band (fixture->model, "2026-07-20T01:00:00Z")));
  g_assert_false (qd_timeline_frame_shows_marker (&frame, TRUE));
  g_assert_true (qd_timeline_frame_shows_marker (&frame, FALSE));
  frame.axis.scale = 1;
  g_assert_false (qd_timeline_frame_shows_marker (&frame, FALSE));
  frame.axis.scale = 40;
  frame.show &= ~(guint)QD_TIMELINE_SHOW_RELEASES;
  g_assert_false (qd_timeline_frame_shows_marker (&frame, FALSE));
}

/* Colleagues and the customer see the maintenance of the tenant on paper; the public does not. */
static void
test_audiences (QdTestTimeline *fixture,
                gconstpointer   data)
{
  const QdAudience audiences[] = { QD_AUDIENCE_INTERNAL, QD_AUDIENCE_CUSTOMER, QD_AUDIENCE_PUBLIC };

  qd_test_add_task (fixture, "All summer", 0, 60);
  qd_test_settle (fixture->store);
  add_tenant (fixture, fixture->account, "emea");

  for (gsize i = 0; i < G_N_ELEMENTS (audiences); i++)
    {
      QdTimelineSheet *sheet =
          qd_timeline_sheet_new (fixture->portfolio, fixture->plan, audiences[i], QD_TEST_MONDAY);
      QdTimelineModel *model = qd_timeline_sheet_get_model (sheet);
      gboolean         shown = find_band (model, "2026-06-09T01:00:00Z") != NULL;

      g_assert_cmpint (shown, ==, audiences[i] != QD_AUDIENCE_PUBLIC);
      g_assert_cmpint (find_marker (model, "→ 19.0") != NULL, ==, shown);
      qd_timeline_sheet_free (sheet);
    }
}

#define ADD(path, function) \
  g_test_add ("/timeline-tenants/" path, QdTestTimeline, NULL, qd_test_timeline_set_up, function, qd_test_timeline_tear_down)

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  ADD ("bands", test_bands);
  ADD ("change", test_change);
  ADD ("accounts", test_accounts);
  ADD ("frame", test_frame);
  ADD ("audiences", test_audiences);

  return g_test_run ();
}
