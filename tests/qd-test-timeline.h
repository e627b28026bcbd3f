/* qd-test-timeline.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pangocairo.h>

#include "qd-account.h"
#include "qd-phase.h"
#include "qd-scene.h"
#include "qd-test.h"
#include "qd-timeline-model.h"

#define QD_TEST_MONDAY 20605 /* 2026-06-01 */

/* A plan of twelve weeks and its timeline. Nobody has a calendar: Monday to Friday from 9:00 to 17:00. */
typedef struct
{
  QdStore         *store;
  QdPortfolio     *portfolio;
  QdAccount       *account;
  QdPlan          *plan;
  QdTimelineModel *model;
} QdTestTimeline;

static inline QdPlan *
qd_test_add_plan (QdTestTimeline *self,
                  QdAccount      *account,
                  const char     *name)
{
  QdPlan *plan = qd_record_new_draft (QD_TYPE_PLAN);

  g_object_set (plan,
                "account", qd_record_get_id (account),
                "name", name,
                "start", QD_TEST_MONDAY,
                "target", QD_TEST_MONDAY + 83,
                NULL);

  return qd_test_add (self->portfolio, plan);
}

/* Shows @plans, or the one plan there is. */
static inline void
qd_test_show_plans (QdTestTimeline *self,
                    GPtrArray      *plans)
{
  g_autoptr(GPtrArray) own = g_ptr_array_new ();

  g_ptr_array_add (own, self->plan);
  qd_timeline_model_set_plans (self->model, plans != NULL ? plans : own);
}

static inline void
qd_test_timeline_set_up (QdTestTimeline *self,
                         gconstpointer   data)
{
  QdAccount *account = qd_record_new_draft (QD_TYPE_ACCOUNT);

  self->store = qd_test_store_new (":memory:");
  self->portfolio = qd_test_load_portfolio (self->store);
  g_object_set (account, "name", "Bowsprit Bank", "codename", "Heron", NULL);
  self->account = qd_test_add (self->portfolio, account);
  self->plan = qd_test_add_plan (self, self->account, "Rollout");
  self->model = qd_timeline_model_new (self->portfolio);
  qd_timeline_model_set_today (self->model, QD_TEST_MONDAY);
  qd_timeline_model_set_grouping (self->model, QD_TIMELINE_GROUPING_NONE);
  qd_test_show_plans (self, NULL);
}

static inline void
qd_test_timeline_tear_down (QdTestTimeline *self,
                            gconstpointer   data)
{
  qd_test_settle (self->store);
  g_assert_finalize_object (self->model);
  qd_test_finalize (self->portfolio);
  qd_test_store_close (self->store);
}

/**
 * qd_test_draft_task:
 * @first: counted from the first Monday; or %QD_DAY_NONE
 * @last: likewise
 *
 * Returns: (transfer full): one that stands after those drafted before
 */
static inline QdTask *
qd_test_draft_task (QdTestTimeline *self,
                    const char     *title,
                    int             first,
                    int             last)
{
  static int n_tasks;
  QdTask    *task = qd_record_new_draft (QD_TYPE_TASK);

  g_object_set (task,
                "plan", qd_record_get_id (self->plan),
                "title", title,
                "position", (double)++n_tasks,
                "start", first != QD_DAY_NONE ? QD_TEST_MONDAY + first : QD_DAY_NONE,
                "due", last != QD_DAY_NONE ? QD_TEST_MONDAY + last : QD_DAY_NONE,
                NULL);

  return task;
}

static inline QdTask *
qd_test_add_task (QdTestTimeline *self,
                  const char     *title,
                  int             first,
                  int             last)
{
  return qd_test_add (self->portfolio, qd_test_draft_task (self, title, first, last));
}

static inline QdTask *
qd_test_add_child (QdTestTimeline *self,
                   QdTask         *parent,
                   const char     *title,
                   int             first,
                   int             last)
{
  QdTask *task = qd_test_draft_task (self, title, first, last);

  g_object_set (task, "parent", qd_record_get_id (parent), "phase", parent->phase, NULL);

  return qd_test_add (self->portfolio, task);
}

static inline QdTask *
qd_test_add_milestone (QdTestTimeline *self,
                       const char     *title,
                       int             day)
{
  QdTask *task = qd_test_draft_task (self, title, QD_DAY_NONE, day);

  g_object_set (task, "kind", QD_TASK_KIND_MILESTONE, NULL);

  return qd_test_add (self->portfolio, task);
}

static inline QdLink *
qd_test_draft_link (QdTestTimeline *self,
                    QdTask         *from,
                    QdTask         *to,
                    QdLinkKind      kind,
                    gint64          lag)
{
  QdLink *link = qd_record_new_draft (QD_TYPE_LINK);

  g_object_set (link,
                "plan", qd_record_get_id (self->plan),
                "predecessor", qd_record_get_id (from),
                "successor", qd_record_get_id (to),
                "kind", kind,
                "lag", lag,
                NULL);

  return link;
}

static inline QdLink *
qd_test_add_link (QdTestTimeline *self,
                  QdTask         *from,
                  QdTask         *to)
{
  return qd_test_add (self->portfolio, qd_test_draft_link (self, from, to, QD_LINK_KIND_FINISH_START, 0));
}

/* Returns: (transfer full): one that measures texts in a font of its own, without a display */
static inline QdScene *
qd_test_create_scene (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  QdScene      *scene;
  g_autoptr(PangoFontDescription) font = pango_font_description_from_string ("Sans 11");

  pango_context_set_font_description (context, font);
  scene = qd_scene_new (context);
  g_object_unref (context);

  return scene;
}

/* Writes @batch, which is consumed. Returns: whether it could be */
static inline gboolean
qd_test_apply (QdTestTimeline *self,
               QdBatch        *batch,
               const char     *label,
               GError        **error)
{
  g_autoptr(GAsyncResult) slot = NULL;
  gboolean done;

  g_assert_nonnull (batch);
  qd_batch_apply_async (batch, self->store, label, NULL, qd_test_async_cb, &slot);
  done = qd_test_await_edit (self->store, &slot, error);
  qd_test_settle (self->store);

  return done;
}

/* Changes fields of a record as a person would, in one step. */
#define qd_test_change(self, record, ...)                                                 \
  G_STMT_START                                                                            \
  {                                                                                       \
    g_autoptr(QdRecord) qd_draft = qd_record_dup_draft (record);                          \
    g_autoptr(GAsyncResult) qd_slot = NULL;                                               \
    g_autoptr(GError) qd_error = NULL;                                                    \
    g_object_set (qd_draft, __VA_ARGS__, NULL);                                           \
    qd_record_save_async (qd_draft, (self)->store, "Change", qd_test_async_cb, &qd_slot); \
    qd_test_await_edit ((self)->store, &qd_slot, &qd_error);                              \
    g_assert_no_error (qd_error);                                                         \
    qd_test_settle ((self)->store);                                                       \
  }                                                                                       \
  G_STMT_END

/* Returns: the row that shows @task */
static inline guint
qd_test_get_row (QdTestTimeline *self,
                 QdTask         *task)
{
  int position = qd_timeline_model_find_row (self->model, QD_TIMELINE_ROW_TASK, qd_record_get_id (task));

  g_assert_cmpint (position, >=, 0);

  return (guint)position;
}

/* Returns: (transfer full) (element-type guint): the rows of these tasks, up to %NULL */
static inline GArray *
qd_test_list_rows (QdTestTimeline *self,
                   QdTask         *task,
                   ...) G_GNUC_NULL_TERMINATED;

static inline GArray *
qd_test_list_rows (QdTestTimeline *self,
                   QdTask         *task,
                   ...)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));
  va_list args;

  va_start (args, task);

  for (; task != NULL; task = va_arg (args, QdTask *))
    {
      guint row = qd_test_get_row (self, task);

      g_array_append_val (rows, row);
    }

  va_end (args);

  return rows;
}

/* Returns: (transfer full): what the rows say, one level further in by a dash: “Design, -Draft” */
static inline char *
qd_test_dup_rows (QdTestTimeline *self)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < qd_timeline_model_get_n_rows (self->model); i++)
    {
      const QdTimelineRow *row = qd_timeline_model_get_row (self->model, i);
      QdTimelineFacts      facts;

      qd_timeline_model_get_facts (self->model, i, &facts);
      g_string_append (text, i > 0 ? ", " : "");

      for (guint j = 0; j < row->depth; j++)
        g_string_append_c (text, '-');

      g_string_append (text, facts.title);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

#define qd_test_assert_rows(self, expected)             \
  G_STMT_START                                          \
  {                                                     \
    g_autofree char *qd_rows = qd_test_dup_rows (self); \
    g_assert_cmpstr (qd_rows, ==, expected);            \
  }                                                     \
  G_STMT_END
