/* test-hands-on.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>

#include "qd-account.h"
#include "qd-catalogue.h"
#include "qd-hands-on.h"
#include "qd-plan.h"
#include "qd-team-member.h"
#include "qd-template-plan.h"
#include "qd-test.h"

/* Customer Success is not hands on keyboard (Success Services page): each title, whose task it is,
 * and the word that says otherwise. */
static void
test_cases (void)
{
  const struct
  {
    const char *title;
    const char *owner;
    const char *customer_owner;
    const char *word; /* (nullable) */
  } cases[] = {
    /* Ours alone, and worded as doing it */
    { "Configure the runners", "CSA", NULL, "configure" },
    { "configure SAML single sign-on", "CSM", NULL, "configure" },
    { "Install GitLab Runner on the new machines", "CSA", NULL, "install" },
    { "Deploy two more Gitaly nodes", "CSA", NULL, "deploy" },
    { "Migrate the repositories to Dedicated", "CSA", NULL, "migrate" },
    { "Provision the staging instance", "CSA", NULL, "provision" },
    { "Set up SSO", "CSM", NULL, "set up" },
    { "Set up the runner fleet", "CSA", NULL, "set up" },
    { "Turn on SAST in all repositories", "CSA", NULL, "turn on" },
    { "Roll out scanners", "CSA", NULL, "roll out" },
    { "Write their pipelines", "CSA", NULL, "write" },
    { "Write a .gitlab-ci.yml", "CSA", NULL, "write" },
    { "Fix the pipeline", "Lyle", NULL, "fix" },
    { "Implement caching", "CSA", NULL, "implement" },
    { "Upgrade the instance", "CSA", NULL, "upgrade" },
    { "Add runners", "CSA", NULL, "add" },
    { "Enable Geo", "CSA", NULL, "enable" },
    { "Import repositories", "CSE", NULL, "import" },
    { "Restore the backup", "ASE", NULL, "restore" },
    { "Connect Jira", "CSA", NULL, "connect" },
    { "Plan and install the runners", "CSA", NULL, "install" },
    { "Design and build pipelines", "CSA", NULL, "build" },
    { "CSA installs the runners", NULL, NULL, "installs" },
    { "CSA fixes pipelines", "CSA", "Platform lead", "fixes" },
    { "We migrate the repositories", NULL, "Champion", "migrate" },
    { "Configure runners for the customer", "CSA", "Platform lead", "configure" },
    { "Set up Kubernetes for them", "CSA", "Platform lead", "set up" },
    { "Configure the customer’s runners", "CSA", NULL, "configure" },
    { "Refactor the templates", "CSA", NULL, "refactor" },

    /* The customer's, or with the customer */
    { "Configure the runners", "CSA", "Platform lead", NULL },
    { "Configure the runners", NULL, NULL, NULL },
    { "Configure the runners", NULL, "Platform lead", NULL },
    { "Configure the runners with the platform team", "CSA", NULL, NULL },
    { "Configuration by the customer of its runners", "CSA", NULL, NULL },
    { "Install runners by the customer", "CSA", NULL, NULL },
    { "Customer installs the runners", "CSA", NULL, NULL },
    { "Platform team configures SSO", "CSA", NULL, NULL },
    { "Administrators deploy the nodes", "CSA", NULL, NULL },
    { "Professional Services migrates the repositories", "CSM", NULL, NULL },

    /* Guidance, and our own work */
    { "Guide the team as it installs runners and configures caching", "CSA", NULL, NULL },
    { "Show how to configure runners", "CSA", NULL, NULL },
    { "Review the runner configuration", "CSA", NULL, NULL },
    { "Explain how to migrate repositories", "CSA", NULL, NULL },
    { "Ask who will install the runners", "CSM", NULL, NULL },
    { "Set up the kick-off call", "CSM", NULL, NULL },
    { "Set up a cadence", "CSM", NULL, NULL },
    { "Set the baseline for runners", "CSM", NULL, NULL },
    { "Set dates for the pipelines", "CSM", NULL, NULL },
    { "Write the report on the pipelines", "CSA", NULL, NULL },
    { "Write the outcomes document", "CSA", NULL, NULL },
    { "Fix the date of the EBR", "CSM", NULL, NULL },
    { "Build the slides on runners", "CSA", NULL, NULL },
    { "Build trust", "CSM", NULL, NULL },
    { "Create the account plan", "CSM", NULL, NULL },
    { "Create a list of runners", "CSM", NULL, NULL },
    { "Update the instance details in the account", "CSM", NULL, NULL },
    { "Move the pipeline workshop to March", "CSM", NULL, NULL },
    { "Deploy the survey", "CSM", NULL, NULL },
    { "Implement the feedback", "CSM", NULL, NULL },
    { "Add a contact", "CSM", NULL, NULL },
    { "Runner installation is planned", "CSM", NULL, NULL },
    { "Install", "CSA", NULL, NULL },
    { "CSA reviews the pipelines", "CSA", NULL, NULL },
    { "CSA writes the report on runners", "CSA", NULL, NULL },
    { "Turn up at the runner talk", "CSA", NULL, NULL },
    { "Configurer les runners", "CSA", NULL, NULL },
    { "", "CSA", NULL, NULL },
  };

  g_assert_cmpuint (G_N_ELEMENTS (cases), >=, 40);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *word = qd_hands_on_find (
          &(QdHandsOnTask){ .title = cases[i].title, .owner = cases[i].owner, .customer_owner = cases[i].customer_owner });

      g_test_message ("%s", cases[i].title);
      g_assert_cmpstr (word, ==, cases[i].word);
    }

  g_assert_null (qd_hands_on_find (&(QdHandsOnTask){ .title = "Install runners", .owner = "CSA", .theirs = TRUE }));
  g_assert_null (qd_hands_on_find (&(QdHandsOnTask){ .title = "Install runners", .owner = "Ada", .by_services = TRUE }));
}

/* What ships says of nobody that they do what they must not. */
static void
test_shipped (void)
{
  g_autoptr(GPtrArray) templates = qd_templates_load_shipped (NULL);
  g_autoptr(QdCatalogue) catalogue = qd_catalogue_new (NULL);
  guint n_tasks = 0;

  for (guint i = 0; i < templates->len; i++)
    {
      QdTemplatePlan *template = g_ptr_array_index (templates, i);

      for (guint n = 0; n < template->tasks->len; n++)
        {
          QdTemplateTask  *task = g_ptr_array_index (template->tasks, n);
          gboolean         services = g_strcmp0 (task->owner, "PS") == 0;
          g_autofree char *alone = qd_hands_on_find (&(QdHandsOnTask){ task->title, task->owner, services, NULL, FALSE });

          n_tasks++;
          g_test_message ("%s: %s", template->key, task->title);
          g_assert_null (alone);
        }
    }

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (catalogue)); i++)
    {
      g_autoptr(QdCatalogueModule) module = g_list_model_get_item (G_LIST_MODEL (catalogue), i);

      for (char **title = module->tasks; *title != NULL; title++)
        {
          g_autofree char *alone = qd_hands_on_find (&(QdHandsOnTask){ *title, "CSA", FALSE, NULL, FALSE });

          n_tasks++;
          g_test_message ("%s: %s", module->key, *title);
          g_assert_null (alone);
        }
    }

  g_assert_cmpuint (n_tasks, >, 250);
}

static void
test_words (void)
{
  g_autofree char *words = qd_hands_on_dup_words ("install");

  g_assert_cmpstr (words,
                   ==,
                   "“install” sounds as if Customer Success did the customer’s configuration: let the customer do it with "
                   "your guidance, or engage Professional Services");
}

/* People are known by their role in the account's team. */
static void
test_records (void)
{
  const struct
  {
    const char *owner;
    const char *word;
  } cases[] = {
    { "Lyle", "install" },
    { "Petra", NULL }, /* of Professional Services */
    { "PS", NULL },
    { "Professional Services", NULL },
    { "A stranger", "install" },
  };
  QdStore *store = qd_test_store_new (":memory:");
  g_autoptr(QdPortfolio) portfolio = qd_test_load_portfolio (store);
  QdAccount *account = qd_record_new_draft (QD_TYPE_ACCOUNT);
  QdPlan    *plan = qd_record_new_draft (QD_TYPE_PLAN);

  g_object_set (account, "name", "Wexbarrow", NULL);
  account = qd_test_add (portfolio, account);
  g_object_set (plan, "account", qd_record_get_id (account), "name", "Plan", "start", 20000, "target", 20090, NULL);
  plan = qd_test_add (portfolio, plan);

  for (guint i = 0; i < 2; i++)
    {
      QdTeamMember *member = qd_record_new_draft (QD_TYPE_TEAM_MEMBER);

      g_object_set (member,
                    "account", qd_record_get_id (account),
                    "name", cases[i].owner,
                    "role", i == 0 ? QD_TEAM_ROLE_CSA : QD_TEAM_ROLE_PS,
                    NULL);
      qd_test_add (portfolio, member);
    }

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      QdTask          *task = qd_record_new_draft (QD_TYPE_TASK);
      g_autofree char *word = NULL;

      g_object_set (task, "plan", qd_record_get_id (plan), "title", "Install runners", "owner", cases[i].owner, NULL);
      task = qd_test_add (portfolio, task);
      word = qd_task_find_hands_on (portfolio, task);
      g_assert_cmpstr (word, ==, cases[i].word);
    }

  g_clear_object (&portfolio);
  qd_test_store_close (store);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/hands-on/cases", test_cases);
  g_test_add_func ("/hands-on/shipped", test_shipped);
  g_test_add_func ("/hands-on/words", test_words);
  g_test_add_func ("/hands-on/records", test_records);

  return g_test_run ();
}
