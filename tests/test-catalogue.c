/* test-catalogue.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>

#include "qd-catalogue-edits.h"
#include "qd-test.h"

/* 15 modules of the Success Services page of 2024, and 20 of the accelerator catalogue of 2026 */
#define N_SHIPPED 20

typedef struct
{
  QdStore     *store;
  QdPortfolio *portfolio;
  QdCatalogue *catalogue;
  guint        n_emissions;
  guint        position;
  guint        n_removed;
  guint        n_added;
} Fixture;

static void
items_changed_cb (Fixture *fixture,
                  guint    position,
                  guint    n_removed,
                  guint    n_added)
{
  fixture->n_emissions++;
  fixture->position = position;
  fixture->n_removed = n_removed;
  fixture->n_added = n_added;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->store = qd_test_store_new (":memory:");
  fixture->portfolio = qd_test_load_portfolio (fixture->store);
  fixture->catalogue = qd_catalogue_new (fixture->portfolio);
  g_signal_connect_swapped (fixture->catalogue, "items-changed", G_CALLBACK (items_changed_cb), fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->catalogue);
  g_clear_object (&fixture->portfolio);
  qd_test_store_close (fixture->store);
}

static guint
count (Fixture *fixture,
       GType    type)
{
  return g_list_model_get_n_items (G_LIST_MODEL (qd_portfolio_get_list (fixture->portfolio, type)));
}

static guint
count_modules (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->catalogue));
}

/* What ships is there by category, 6, 7, 2, 2 and 3 of each, and says what it is. */
static void
test_shipped (void)
{
  g_autoptr(QdCatalogue) catalogue = qd_catalogue_new (NULL);
  guint numbers[5] = { 0 };
  int   category = 0;
  guint n_listed = 0;

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (catalogue)), ==, N_SHIPPED);

  for (guint i = 0; i < N_SHIPPED; i++)
    {
      g_autoptr(QdCatalogueModule) module = g_list_model_get_item (G_LIST_MODEL (catalogue), i);

      g_assert_cmpint (module->state, ==, QD_MODULE_STATE_SHIPPED);
      g_assert_cmpint (module->category, >=, category);
      category = module->category;
      numbers[category]++;
      g_assert_nonnull (module->outcome);
      g_assert_nonnull (module->tasks);
      g_assert_cmpint (module->checked, ==, qd_day_from_ymd (2026, 11, 22));
      n_listed += g_strv_contains ((const char *const *)module->listed, "success-services");
    }

  g_assert_cmpuint (numbers[0], ==, 6);
  g_assert_cmpuint (numbers[1], ==, 7);
  g_assert_cmpuint (numbers[2], ==, 2);
  g_assert_cmpuint (numbers[3], ==, 2);
  g_assert_cmpuint (numbers[4], ==, 3);
  g_assert_cmpuint (n_listed, ==, 15);
}

static void
test_search (void)
{
  const struct
  {
    const char *text;
    int         category;
    guint       n_found;
    const char *first;
  } cases[] = {
    { "", QD_ENUM_NONE, N_SHIPPED, "introduction-to-ci-cd" },
    { NULL, QD_MODULE_CATEGORY_AGILE_PLANNING, 2, "intro-to-gitlab-plan" },
    { "  JÍRA  gitlab ", QD_ENUM_NONE, 1, "jira-and-gitlab-workshop" },
    { "jira", QD_MODULE_CATEGORY_CI_CD, 0, NULL },
    { "lab sandbox", QD_ENUM_NONE, 2, "hands-on-security-lab" },
    { "guidance report", QD_ENUM_NONE, 0, NULL },
    { "presents the findings", QD_ENUM_NONE, 2, "product-coach-ci" }, /* a task */
    { "compliance and security", QD_ENUM_NONE, 7, NULL },             /* the category */
    { "monorepos", QD_ENUM_NONE, 1, "monorepos-and-large-repositories" },
  };
  g_autoptr(QdCatalogue) catalogue = qd_catalogue_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) found = qd_catalogue_search (catalogue, cases[i].text, cases[i].category);

      g_assert_cmpuint (found->len, ==, cases[i].n_found);

      if (cases[i].first != NULL)
        g_assert_cmpstr (((QdCatalogueModule *)found->pdata[0])->key, ==, cases[i].first);
    }
}

static gboolean
save (Fixture         *fixture,
      QdContentModule *draft,
      GError         **error)
{
  g_autoptr(GAsyncResult) slot = NULL;

  qd_catalogue_save_async (fixture->catalogue, draft, qd_test_async_cb, &slot);

  return qd_test_await_edit (fixture->store, &slot, error);
}

static void
rename_module (Fixture    *fixture,
               const char *key,
               const char *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(QdContentModule) draft =
                qd_catalogue_create_draft (fixture->catalogue, qd_catalogue_lookup (fixture->catalogue, key));

  g_object_set (draft, "name", name, NULL);
  save (fixture, draft, &error);
  g_assert_no_error (error);
}

/* An edited copy takes the place of what ships, and of nothing else; edited again it stays one
 * record, and reset it is as it ships. Each is one step, and the model follows with one emission. */
static void
test_edit (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(QdCatalogueModule) shipped = g_object_ref (qd_catalogue_lookup (fixture->catalogue, "upgrade-package"));
  g_autoptr(QdCatalogueModule) beside = g_object_ref (qd_catalogue_lookup (fixture->catalogue, "platform-resiliency"));
  QdCatalogueModule *edited;

  rename_module (fixture, "upgrade-package", "Upgrade together");
  edited = qd_catalogue_lookup (fixture->catalogue, "upgrade-package");
  g_assert_cmpuint (fixture->n_emissions, ==, 1);
  g_assert_cmpuint (fixture->n_removed, ==, 1);
  g_assert_cmpuint (fixture->n_added, ==, 1);
  g_assert_cmpuint (count_modules (fixture), ==, N_SHIPPED);
  g_assert_cmpint (edited->state, ==, QD_MODULE_STATE_EDITED);
  g_assert_cmpstr (edited->name, ==, "Upgrade together");
  g_assert_cmpstr (edited->tasks[0], ==, shipped->tasks[0]);
  g_assert_cmpstr (edited->url, ==, shipped->url);
  g_assert_true (qd_catalogue_lookup (fixture->catalogue, "platform-resiliency") == beside);
  g_assert_cmpstr (qd_store_get_undo_label (fixture->store), ==, "Edit Module");

  rename_module (fixture, "upgrade-package", "Upgrade again");
  g_assert_cmpuint (count (fixture, QD_TYPE_CONTENT_MODULE), ==, 1);
  g_assert_cmpuint (fixture->n_emissions, ==, 2);
  qd_test_undo (fixture->store);
  g_assert_cmpstr (qd_catalogue_lookup (fixture->catalogue, "upgrade-package")->name, ==, "Upgrade together");

  qd_catalogue_reset_async (
      fixture->catalogue, qd_catalogue_lookup (fixture->catalogue, "upgrade-package"), qd_test_async_cb, &slot);
  qd_test_await_edit (fixture->store, &slot, &error);
  g_assert_no_error (error);
  g_assert_true (qd_catalogue_lookup (fixture->catalogue, "upgrade-package") == shipped);
  qd_test_undo (fixture->store);
  g_assert_cmpstr (qd_catalogue_lookup (fixture->catalogue, "upgrade-package")->name, ==, "Upgrade together");
  qd_test_redo (fixture->store);
  g_assert_true (qd_catalogue_lookup (fixture->catalogue, "upgrade-package") == shipped);
}

/* Two windows that both edit what ships: the second is told, and nothing is lost. */
static void
test_edit_twice (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(QdContentModule) second =
                qd_catalogue_create_draft (fixture->catalogue, qd_catalogue_lookup (fixture->catalogue, "upgrade-package"));

  rename_module (fixture, "upgrade-package", "Upgrade together");
  g_assert_false (save (fixture, second, &error));
  g_assert_error (error, QD_RECORD_ERROR, QD_RECORD_ERROR_RULE);
  g_assert_cmpstr (error->message,
                   ==,
                   "The key “upgrade-package” belongs to the module “Upgrade together” already; nothing was changed");
  g_assert_cmpuint (count (fixture, QD_TYPE_CONTENT_MODULE), ==, 1);
}

static void
test_own (Fixture      *fixture,
          gconstpointer data)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(QdContentModule) draft =
                qd_catalogue_create_own (fixture->catalogue, QD_MODULE_CATEGORY_CI_CD, "Runners on spot instances");
  QdCatalogueModule *own;

  g_object_set (draft, "tasks", "First\n\n  Second  \n", NULL);
  qd_catalogue_add_async (fixture->catalogue, draft, qd_test_async_cb, &slot);
  qd_test_await_edit (fixture->store, &slot, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_modules (fixture), ==, N_SHIPPED + 1);

  /* Behind those of its category that ship */
  g_assert_cmpuint (fixture->position, ==, 6);
  own = qd_catalogue_find (fixture->catalogue, "RUNNERS on Spot Instances");
  g_assert_nonnull (own);
  g_assert_cmpint (own->state, ==, QD_MODULE_STATE_OWN);
  g_assert_cmpuint (g_strv_length (own->tasks), ==, 2);
  g_assert_cmpstr (own->tasks[1], ==, "Second");
  g_assert_cmpint (qd_catalogue_module_get_minutes (own), ==, 90);

  qd_catalogue_delete_async (fixture->catalogue, own, qd_test_async_cb, &slot);
  qd_test_await_edit (fixture->store, &slot, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_modules (fixture), ==, N_SHIPPED);
  qd_test_undo (fixture->store);
  g_assert_cmpuint (count_modules (fixture), ==, N_SHIPPED + 1);
  qd_test_undo (fixture->store);
  g_assert_cmpuint (count_modules (fixture), ==, N_SHIPPED);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/catalogue/shipped", test_shipped);
  g_test_add_func ("/catalogue/search", test_search);
  g_test_add ("/catalogue/edit", Fixture, NULL, set_up, test_edit, tear_down);
  g_test_add ("/catalogue/edit-twice", Fixture, NULL, set_up, test_edit_twice, tear_down);
  g_test_add ("/catalogue/own", Fixture, NULL, set_up, test_own, tear_down);

  return g_test_run ();
}
