/* test-templates.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>

#include "qd-account.h"
#include "qd-check-item.h"
#include "qd-contact.h"
#include "qd-json.h"
#include "qd-link.h"
#include "qd-phase.h"
#include "qd-team-member.h"
#include "qd-template-plan.h"
#include "qd-test.h"

/* Monday, 2026-11-23, as cal(1) has it */
#define MONDAY 20780

typedef struct
{
  QdStore     *store;
  QdPortfolio *portfolio;
  gint64       account;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr(QdAccount) account = qd_record_new_draft (QD_TYPE_ACCOUNT);
  g_autoptr(QdTeamMember) member = qd_record_new_draft (QD_TYPE_TEAM_MEMBER);
  g_autoptr(QdContact) contact = qd_record_new_draft (QD_TYPE_CONTACT);
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;
  QdBatch *batch = qd_batch_new ();

  fixture->store = qd_test_store_new (":memory:");
  fixture->portfolio = qd_test_load_portfolio (fixture->store);
  fixture->account = qd_record_get_id (account);
  g_object_set (account, "name", "Wexbarrow", NULL);
  g_object_set (member, "account", fixture->account, "name", "Lyle", "role", QD_TEAM_ROLE_CSA, NULL);
  g_object_set (contact, "account", fixture->account, "name", "Jolanda", "sponsor", TRUE, NULL);
  qd_batch_insert (batch, account);
  qd_batch_insert (batch, member);
  qd_batch_insert (batch, contact);
  qd_batch_apply_async (batch, fixture->store, "Set Up", NULL, qd_test_async_cb, &slot);
  g_assert_true (qd_test_await_edit (fixture->store, &slot, &error));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->portfolio);
  qd_test_store_close (fixture->store);
}

static QdTemplatePlan *
load (const char *key)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) templates = qd_templates_load_shipped (&error);

  g_assert_no_error (error);

  for (guint i = 0; i < templates->len; i++)
    {
      QdTemplatePlan *template = g_ptr_array_index (templates, i);

      if (g_str_equal (template->key, key))
        return g_object_ref (template);
    }

  g_assert_not_reached ();
}

static QdPlan *
make (Fixture *fixture,
      QdTemplatePlan *template,
      int day)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id;

  qd_plan_new_from_template_async (
      template, fixture->store, fixture->account, NULL, day, &id, qd_test_async_cb, &slot);
  qd_test_await_edit (fixture->store, &slot, &error);
  g_assert_no_error (error);

  return qd_portfolio_lookup (fixture->portfolio, QD_TYPE_PLAN, id);
}

static guint
count (Fixture *fixture,
       GType    type)
{
  return g_list_model_get_n_items (G_LIST_MODEL (qd_portfolio_get_list (fixture->portfolio, type)));
}

/* All that is in the data folder ships, and is written as it is read. */
static void
test_shipped (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "data", "templates", NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr(GPtrArray) templates = qd_templates_load_shipped (NULL);
  const char *file;
  guint       n_files = 0;

  g_assert_nonnull (templates);

  while ((file = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, file, NULL);
      g_autofree char *text = NULL;
      gsize            length;
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(GBytes) again = NULL;
      g_autoptr(QdTemplatePlan) template = NULL;
      g_autoptr(GError) error = NULL;

      n_files++;
      g_assert_true (g_file_get_contents (path, &text, &length, NULL));
      bytes = g_bytes_new (text, length);
      template = qd_template_plan_new_from_bytes (bytes, &error);
      g_assert_no_error (error);
      again = qd_template_plan_to_bytes (template);
      g_assert_cmpmem (text, length, g_bytes_get_data (again, NULL), g_bytes_get_size (again));
    }

  g_assert_cmpuint (templates->len, ==, n_files);
}

static void
test_from_start (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr(QdTemplatePlan) template = load ("new-customer-onboarding");
  QdPlan    *plan = make (fixture, template, MONDAY);
  GPtrArray *phases = qd_portfolio_peek_children (fixture->portfolio, QD_TYPE_PHASE, qd_record_get_id (plan));
  GPtrArray *tasks = qd_portfolio_peek_children (fixture->portfolio, QD_TYPE_TASK, qd_record_get_id (plan));

  g_assert_cmpint (plan->start, ==, MONDAY);
  g_assert_cmpint (plan->target, ==, MONDAY + 90);
  g_assert_cmpstr (plan->template, ==, "new-customer-onboarding");
  g_assert_cmpint (plan->status, ==, QD_PLAN_STATUS_DRAFT);
  g_assert_cmpuint (phases->len, ==, 3);
  g_assert_cmpuint (tasks->len, ==, template->tasks->len);
  g_assert_cmpuint (count (fixture, QD_TYPE_CHECK_ITEM), >, 20);

  for (guint i = 0; i < tasks->len; i++)
    {
      QdTask *task = g_ptr_array_index (tasks, i);

      g_assert_cmpint (task->phase, !=, 0);

      if (task->kind != QD_TASK_KIND_MILESTONE)
        {
          g_assert_cmpint (qd_day_get_weekday (task->start), <, 6);
          g_assert_cmpint (qd_day_get_weekday (task->due), <, 6);
        }
    }

  qd_test_undo (fixture->store);
  g_assert_cmpuint (count (fixture, QD_TYPE_PLAN) + count (fixture, QD_TYPE_TASK) + count (fixture, QD_TYPE_PHASE), ==, 0);
  g_assert_cmpuint (count (fixture, QD_TYPE_ACCOUNT), ==, 1);
}

static void
test_back_from_target (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr(QdTemplatePlan) template = load ("renewal-preparation");
  QdPlan    *plan = make (fixture, template, MONDAY);
  GPtrArray *phases = qd_portfolio_peek_children (fixture->portfolio, QD_TYPE_PHASE, qd_record_get_id (plan));

  g_assert_cmpint (plan->target, ==, MONDAY);
  g_assert_cmpint (plan->start, ==, MONDAY - 120);
  g_assert_cmpuint (phases->len, ==, 3);

  for (guint i = 0; i < phases->len; i++)
    {
      QdPhase *phase = g_ptr_array_index (phases, i);

      if (phase->position == 1)
        g_assert_cmpint (phase->first, ==, 0);

      if (phase->position == 3)
        g_assert_cmpint (phase->last, ==, 120);
    }
}

/* One task of each kind, from the Saturday to the Sunday that @days says. */
static QdTemplatePlan *
weekend_template (int days)
{
  g_autofree char *text =
      g_strdup_printf ("{\"key\":\"k\",\"name\":\"N\",\"plan_kind\":\"success\",\"anchor\":\"start\",\"days\":%d,"
                       "\"phases\":[],\"objectives\":[],\"tasks\":["
                       "{\"title\":\"T\",\"kind\":\"task\",\"start\":5,\"due\":6,\"visibility\":\"internal\"},"
                       "{\"title\":\"M\",\"kind\":\"milestone\",\"due\":6,\"visibility\":\"customer\"}]}",
                       days);
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) node = qd_json_read (bytes, &error);
  QdTemplatePlan *template = qd_template_plan_new_from_json (node, "template", &error);

  g_assert_no_error (error);

  return template;
}

static void
test_weekend (Fixture      *fixture,
              gconstpointer data)
{
  const struct
  {
    int days;
    int start;
    int due;
  } cases[] = {
    { 30, 7, 7 }, /* the Monday after */
    { 7, 7, 7 },  /* which may be the target itself */
    { 6, 4, 4 },  /* a target on the Sunday: the Friday before */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(QdTemplatePlan) template = weekend_template (cases[i].days);
      QdPlan    *plan = make (fixture, template, MONDAY);
      GPtrArray *tasks = qd_portfolio_peek_children (fixture->portfolio, QD_TYPE_TASK, qd_record_get_id (plan));

      for (guint n = 0; n < tasks->len; n++)
        {
          QdTask *task = g_ptr_array_index (tasks, n);

          if (task->kind == QD_TASK_KIND_MILESTONE)
            {
              g_assert_cmpint (task->due, ==, MONDAY + 6);
              continue;
            }

          g_assert_cmpint (task->start, ==, MONDAY + cases[i].start);
          g_assert_cmpint (task->due, ==, MONDAY + cases[i].due);
        }
    }
}

static void
test_blank (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr(QdTemplatePlan) template = qd_template_plan_new_blank ();
  QdPlan *plan = make (fixture, template, MONDAY);

  g_assert_cmpint (plan->target, ==, MONDAY + 90);
  g_assert_cmpuint (count (fixture, QD_TYPE_PHASE), ==, 3);
  g_assert_cmpuint (count (fixture, QD_TYPE_TASK), ==, 0);
}

static void
name_owners (Fixture *fixture)
{
  QdRecordList *list = qd_portfolio_get_list (fixture->portfolio, QD_TYPE_TASK);
  g_autoptr(QdTask) first = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_autoptr(QdTask) second = g_list_model_get_item (G_LIST_MODEL (list), 1);
  QdBatch *batch = qd_batch_new ();
  g_autoptr(QdTask) first_draft = qd_record_dup_draft (first);
  g_autoptr(QdTask) second_draft = qd_record_dup_draft (second);
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;

  g_object_set (first_draft, "title", "First", "owner", "Lyle", "customer-owner", "Jolanda", NULL);
  g_object_set (second_draft, "title", "Second", "owner", "A Stranger", "customer-owner", "Another Stranger", NULL);
  qd_batch_update (batch, first_draft);
  qd_batch_update (batch, second_draft);
  qd_batch_apply_async (batch, fixture->store, "Own", NULL, qd_test_async_cb, &slot);
  g_assert_true (qd_test_await_edit (fixture->store, &slot, &error));
}

/* A plan saved as a template makes the same plan again, and names nobody. */
static void
test_from_plan (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr(QdTemplatePlan) template = load ("ebr-preparation");
  QdPlan *plan = make (fixture, template, MONDAY);
  g_autoptr(QdTemplatePlan) own = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(QdTemplate) record = qd_record_new_draft (QD_TYPE_TEMPLATE);
  g_autoptr(QdTemplatePlan) kept = NULL;
  g_autoptr(GError) error = NULL;

  name_owners (fixture);
  own = qd_template_plan_new_from_plan (fixture->portfolio, plan, "Unser Plan für Q4", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (own->key, ==, "unser-plan-fur-q4");
  g_assert_cmpint (own->anchor, ==, QD_TEMPLATE_ANCHOR_START);
  g_assert_cmpuint (own->tasks->len, ==, template->tasks->len);
  g_assert_cmpuint (own->phases->len, ==, template->phases->len);

  for (guint i = 0; i < own->tasks->len; i++)
    {
      QdTemplateTask *task = g_ptr_array_index (own->tasks, i);

      g_assert_nonnull (task->phase);

      if (g_str_equal (task->title, "First"))
        {
          g_assert_cmpstr (task->owner, ==, "CSA");
          g_assert_cmpstr (task->customer_owner, ==, "Executive sponsor");
        }
      else if (g_str_equal (task->title, "Second"))
        {
          g_assert_null (task->owner);
          g_assert_null (task->customer_owner);
        }
    }

  qd_template_plan_fill_record (own, record);
  kept = qd_template_plan_new_from_record (record, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kept->name, ==, "Unser Plan für Q4");
  g_assert_cmpint (kept->id, ==, qd_record_get_id (record));
}

static QdTask *
find_titled (Fixture    *fixture,
             gint64      plan,
             const char *title)
{
  GPtrArray *tasks = qd_portfolio_peek_children (fixture->portfolio, QD_TYPE_TASK, plan);

  for (guint i = 0; i < tasks->len; i++)
    {
      if (g_str_equal (QD_TASK (tasks->pdata[i])->title, title))
        return tasks->pdata[i];
    }

  g_assert_not_reached ();
}

/* A plan, its template and the plan made from that are summed up and tied together alike. */
static void
test_network (Fixture      *fixture,
              gconstpointer data)
{
  /* What each is a part of, in the order of the plan: “Part” stands before its sum. */
  static const struct
  {
    const char *title;
    const char *parent;
  } tasks[] = { { "Part", "Sum" }, { "Sum", "All" }, { "All", NULL }, { "Other", NULL } };
  g_autoptr(QdTemplatePlan) template = load ("ebr-preparation");
  QdPlan *plan = make (fixture, template, MONDAY), *again;
  g_autoptr(QdTemplatePlan) own = NULL;
  g_autoptr(GError) error = NULL;
  gint64     id = qd_record_get_id (plan);
  GPtrArray *links;
  QdLink    *link;

  for (gsize i = G_N_ELEMENTS (tasks); i-- > 0;)
    {
      QdTask *draft = qd_record_new_draft (QD_TYPE_TASK);

      g_object_set (draft,
                    "plan", id,
                    "title", tasks[i].title,
                    "position", 1000.0 + (double)i,
                    "parent", tasks[i].parent != NULL ? qd_record_get_id (find_titled (fixture, id, tasks[i].parent)) : G_GINT64_CONSTANT (0),
                    NULL);
      qd_test_add (fixture->portfolio, draft);
    }

  link = qd_record_new_draft (QD_TYPE_LINK);
  g_object_set (link,
                "plan", id,
                "predecessor", qd_record_get_id (find_titled (fixture, id, "Other")),
                "successor", qd_record_get_id (find_titled (fixture, id, "Part")),
                "kind", QD_LINK_KIND_START_FINISH,
                "lag", G_GINT64_CONSTANT (-1440),
                "elapsed", TRUE,
                NULL);
  qd_test_add (fixture->portfolio, link);
  own = qd_template_plan_new_from_plan (fixture->portfolio, plan, "Ours", &error);
  g_assert_no_error (error);
  again = make (fixture, own, MONDAY + 7);
  id = qd_record_get_id (again);

  for (gsize i = 0; i < G_N_ELEMENTS (tasks); i++)
    g_assert_cmpint (
        find_titled (fixture, id, tasks[i].title)->parent,
        ==,
        tasks[i].parent != NULL ? qd_record_get_id (find_titled (fixture, id, tasks[i].parent)) : 0);

  links = qd_portfolio_peek_children (fixture->portfolio, QD_TYPE_LINK, id);
  g_assert_cmpuint (links->len, ==, 1);
  link = links->pdata[0];
  g_assert_cmpint (link->predecessor, ==, qd_record_get_id (find_titled (fixture, id, "Other")));
  g_assert_cmpint (link->successor, ==, qd_record_get_id (find_titled (fixture, id, "Part")));
  g_assert_cmpint (link->kind, ==, QD_LINK_KIND_START_FINISH);
  g_assert_cmpint (link->lag, ==, -1440);
  g_assert_true (link->elapsed);
}

static void
test_refused (void)
{
  const struct
  {
    const char *from;
    const char *to;
    const char *message;
  } cases[] = {
    { "\"days\":30", "\"days\":-1", "template.days must not be less than 0" },
    { "\"days\":30", "\"days\":\"30\"", "template.days must be a whole number from -3650 to 3650" },
    { "\"days\":30", "\"days\":30,\"more\":1", "template.more is not known to this version" },
    { "\"days\":30,", "", "template.days must be given" },
    { "\"key\":\"k\"", "\"key\":\"K K\"", "template.key must be small letters, digits and dashes" },
    { "\"due\":6,\"v", "\"due\":4,\"v", "template.tasks[0] must not be due before it starts" },
    { "\"kind\":\"task\"", "\"kind\":\"tusk\"", "template.tasks[0].kind must be one of: task, milestone, workshop, call" },
    { "\"kind\":\"task\"", "\"kind\":\"task\",\"phase\":\"p\"", "template.tasks[0] names a phase that the template does not have" },
    { "\"kind\":\"task\"", "\"kind\":\"task\",\"checklist\":[\"\"]", "template.tasks[0].checklist[0] must not be empty" },
    { "\"kind\":\"task\"", "\"kind\":\"task\",\"kind\":\"task\"", "tasks[0] has two members of the same name" },
    { "\"tasks\":[", "\"tasks\":[1,", "template.tasks[0] must be an object" },
  };
  g_autoptr(QdTemplatePlan) template = weekend_template (30);
  const char *good =
      "{\"key\":\"k\",\"name\":\"N\",\"plan_kind\":\"success\",\"anchor\":\"start\",\"days\":30,"
      "\"phases\":[],\"objectives\":[],\"tasks\":["
      "{\"title\":\"T\",\"kind\":\"task\",\"start\":5,\"due\":6,\"visibility\":\"internal\"}]}";

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GString) text = g_string_new (good);
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(JsonNode) node = NULL;
      g_autoptr(QdTemplatePlan) bad = NULL;
      g_autoptr(GError) error = NULL;

      g_assert_cmpuint (g_string_replace (text, cases[i].from, cases[i].to, 1), ==, 1);
      bytes = g_bytes_new (text->str, text->len);
      node = qd_json_read (bytes, &error);

      if (node != NULL)
        bad = qd_template_plan_new_from_json (node, "template", &error);

      g_assert_null (bad);
      g_assert_nonnull (error);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/templates/shipped", test_shipped);
  g_test_add_func ("/templates/refused", test_refused);
  g_test_add ("/templates/from-start", Fixture, NULL, set_up, test_from_start, tear_down);
  g_test_add ("/templates/back-from-target", Fixture, NULL, set_up, test_back_from_target, tear_down);
  g_test_add ("/templates/weekend", Fixture, NULL, set_up, test_weekend, tear_down);
  g_test_add ("/templates/blank", Fixture, NULL, set_up, test_blank, tear_down);
  g_test_add ("/templates/from-plan", Fixture, NULL, set_up, test_from_plan, tear_down);
  g_test_add ("/templates/network", Fixture, NULL, set_up, test_network, tear_down);

  return g_test_run ();
}
