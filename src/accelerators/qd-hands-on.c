/* qd-hands-on.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-hands-on"

#include "qd-hands-on.h"

#include <glib/gi18n.h>
#include <string.h>

#include "qd-plan.h"
#include "qd-search-key.h"
#include "qd-team-member.h"

/*
 * Customer Success is not “hands on keyboard”: it advises, and Professional Services develops
 * and configures (Success Services page; roles overview of 2026-03-11). What is found is worded
 * so that it says otherwise. To point at what is fine is worse than to miss something: a verb
 * must open the title, have a technical object, and be ours to do. English, as the titles are.
 */

#define MAX_WORDS 64

/* What is done to a system, whatever the object. */
static const char *const strong_verbs[] = {
  "configure", "reconfigure", "install", "reinstall", "uninstall", "deploy", "redeploy", "provision",
  "migrate", "refactor", "patch", "hotfix", "debug", "script", NULL
};

/* What is done to many things; to a system only with a technical object. */
static const char *const weak_verbs[] = {
  "write", "rewrite", "fix", "build", "rebuild", "create", "add", "change", "update", "upgrade", "move", "import",
  "enable", "disable", "activate", "implement", "integrate", "connect", "register", "tune", "optimize", "optimise",
  "restore", "rotate", "convert", "develop", "restart", "delete", "remove", "replace", NULL
};

/* The same, in two words. */
static const char *const split_verbs[][2] = {
  { "set", "up" },
  { "turn", "on" },
  { "turn", "off" },
  { "switch", "on" },
  { "switch", "off" },
  { "roll", "out" },
};

static const char *const objects[] = {
  "runner", "runners", "pipeline", "pipelines", "sso", "saml", "oidc", "scim", "ldap", "instance", "instances",
  "server", "servers", "cluster", "clusters", "node", "nodes", "geo", "gitaly", "praefect", "repository",
  "repositories", "monorepo", "monorepos", "scanner", "scanners", "sast", "dast", "kubernetes", "helm",
  "terraform", "ansible", "registry", "webhook", "webhooks", "jira", "jenkins", "permission", "permissions",
  "backup", "backups", "database", "postgresql", "redis", "elasticsearch", "network", "firewall", "certificate",
  "certificates", "privatelink", "allowlist", "dns", "gitlab-ci.yml", ".gitlab-ci.yml", "gitlab.rb", "yaml",
  "cache", "caching", "docker", "containers", "variables", "secrets", "tokens", "lfs", "hooks", "branches",
  "smtp", "proxy", "omnibus", "autoscaling", "executors", NULL
};

/* With these around, it is about our own work, or about words and not systems. */
static const char *const own_things[] = {
  "plan", "plans", "call", "calls", "meeting", "meetings", "workshop", "workshops", "agenda", "report", "reports",
  "document", "documents", "documentation", "slide", "slides", "deck", "date", "dates", "calendar", "invite",
  "cadence", "review", "reviews", "backlog", "issue", "issues", "epic", "epics", "list", "guide", "guidance",
  "summary", "notes", "mail", "email", "cta", "ctas", "health", "sentiment", "survey", "dashboard", "objective",
  "objectives", "milestone", "milestones", "strategy", "assessment", "recommendation", "recommendations",
  "checklist", "runbook", "training", "enablement", "session", "demo", "demonstration", "example", "examples",
  "sandbox", "ticket", "tickets", "request", "requests", "goal", "goals", "target", "targets", "risk", "risks",
  "case", "story", "contact", "contacts", "stakeholder", "stakeholders", "question", "questions", "page", "brief",
  "outline", "proposal", "inventory", "map", "baseline", "schedule", "roadmap", "timeline", "expectations",
  "metrics", "details", "facts", "data", "fields", "numbers", "figures", "version", "names", "model", "maturity",
  "score", "gainsight", "salesforce", "slack", "zoom", "options", "costs", NULL
};

/* Where one of these stands, it is not done alone. */
static const char *const companions[] = { "with", "together", "alongside", NULL };

/* What the customer is called. */
static const char *const customers[] = { "customer", "customers", "them", "team", "teams", "admins", "administrators", NULL };

/* Of ours, as the subject of the sentence. */
static const char *const subjects[] = { "csa", "csm", "cse", "ase", "sa", "we", "gitlab", NULL };

/* Returns: (transfer full): the words of @title, folded and without what stands around them */
static char **
split_title (const char *title)
{
  g_autofree char *folded = qd_search_fold (title);
  g_autoptr(GString) text = g_string_new (folded);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) parts = NULL;
  guint n_words = 0;

  g_string_replace (text, "“", " ", 0);
  g_string_replace (text, "”", " ", 0);
  g_string_replace (text, "’", "'", 0);
  parts = g_strsplit_set (text->str, " \t\n/,;:()[]\"", -1);

  for (char **part = parts; *part != NULL && n_words < MAX_WORDS; part++)
    {
      gsize length = strlen (*part);

      while (length > 0 && strchr (".!?", (*part)[length - 1]) != NULL)
        (*part)[--length] = '\0';

      if (length == 0)
        continue;

      g_strv_builder_add (builder, *part);
      n_words++;
    }

  return g_strv_builder_end (builder);
}

static gboolean
has_any (char             **words,
         const char *const *list)
{
  for (char **word = words; *word != NULL; word++)
    {
      if (g_strv_contains (list, *word))
        return TRUE;
    }

  return FALSE;
}

/* “installs” and “fixes” where somebody is named who does it. */
static gboolean
is_verb (const char        *word,
         const char *const *verbs,
         gboolean           third_person)
{
  gsize            length = strlen (word);
  g_autofree char *base = NULL;

  if (g_strv_contains (verbs, word))
    return TRUE;

  if (!third_person || length < 4 || word[length - 1] != 's')
    return FALSE;

  base = g_strndup (word, length - 1);

  if (g_strv_contains (verbs, base))
    return TRUE;

  base[length - 2] = '\0';

  return word[length - 2] == 'e' && g_strv_contains (verbs, base);
}

/* @words: from where a verb may be. Returns: (transfer full) (nullable): that verb, if it is one */
static char *
find_verb (char   **words,
           gboolean third_person)
{
  if (words[0] == NULL || words[1] == NULL || has_any (words, own_things))
    return NULL;

  if (is_verb (words[0], strong_verbs, third_person))
    return g_strdup (words[0]);

  if (!has_any (words + 1, objects))
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (split_verbs); i++)
    {
      const char *const verb[] = { split_verbs[i][0], NULL };

      if (is_verb (words[0], verb, third_person) && g_str_equal (words[1], split_verbs[i][1]))
        return g_strdup_printf ("%s %s", words[0], words[1]);
    }

  return is_verb (words[0], weak_verbs, third_person) ? g_strdup (words[0]) : NULL;
}

/* Whether @preposition stands before what the customer is called: “for the customer”. */
static gboolean
stands_before_customer (char      **words,
                        const char *preposition)
{
  for (guint i = 0; words[i] != NULL && words[i + 1] != NULL; i++)
    {
      gboolean    the = g_str_equal (words[i + 1], "the");
      const char *next = the ? words[i + 2] : words[i + 1];

      if (g_str_equal (words[i], preposition) && next != NULL && g_strv_contains (customers, next))
        return TRUE;
    }

  return FALSE;
}

/* Where a verb can stand: after who does it, first, or after the first of two: “plan and install”. */
static char *
find_in_title (char   **words,
               gboolean ours)
{
  char *verb;

  if (words[0] == NULL)
    return NULL;

  if (g_strv_contains (subjects, words[0]))
    return find_verb (words + 1, TRUE);

  if (!ours)
    return NULL;

  verb = find_verb (words, FALSE);

  if (verb == NULL && words[1] != NULL && g_str_equal (words[1], "and"))
    verb = find_verb (words + 2, FALSE);

  return verb;
}

/**
 * qd_hands_on_find:
 *
 * Returns: (transfer full) (nullable): the word by which @task is worded as doing the customer's
 *   configuration: where somebody of ours does it who is not of Professional Services, and the
 *   customer is not named as doing it; %NULL where it is fine
 */
char *
qd_hands_on_find (const QdHandsOnTask *task)
{
  g_auto(GStrv) words = NULL;
  gboolean has_owner = task->owner != NULL && *task->owner != '\0';
  gboolean has_customer = task->customer_owner != NULL && *task->customer_owner != '\0';

  if (task->by_services || task->theirs)
    return NULL;

  words = split_title (task->title);

  /* It is said outright that we do it for them, whoever else is named. */
  if (stands_before_customer (words, "for"))
    return find_in_title (words, has_owner);

  if (has_any (words, companions) || stands_before_customer (words, "by"))
    return NULL;

  return find_in_title (words, has_owner && !has_customer);
}

/* Returns: (transfer full): a sentence on what to do about a task that says @word */
char *
qd_hands_on_dup_words (const char *word)
{
  return g_strdup_printf (_ ("“%s” sounds as if Customer Success did the customer’s configuration: let the customer do it "
                             "with your guidance, or engage Professional Services"),
                          word);
}

static gboolean
is_of_services (QdPortfolio *portfolio,
                gint64       account,
                const char  *owner)
{
  GPtrArray *team = qd_portfolio_peek_children (portfolio, QD_TYPE_TEAM_MEMBER, account);

  for (guint i = 0; team != NULL && i < team->len; i++)
    {
      QdTeamMember *member = g_ptr_array_index (team, i);

      if (g_str_equal (member->name, owner))
        return member->role == QD_TEAM_ROLE_PS;
    }

  return g_ascii_strcasecmp (owner, qd_team_roles[QD_TEAM_ROLE_PS].nick) == 0 ||
         g_str_equal (owner, _ (qd_team_roles[QD_TEAM_ROLE_PS].label));
}

/* The same for a task of a plan; somebody of the account's team is known by their role. */
char *
qd_task_find_hands_on (QdPortfolio *portfolio,
                       QdTask      *task)
{
  QdPlan *plan;

  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), NULL);
  g_return_val_if_fail (QD_IS_TASK (task), NULL);

  plan = qd_portfolio_lookup (portfolio, QD_TYPE_PLAN, task->plan);

  return qd_hands_on_find (&(QdHandsOnTask){
      .title = task->title,
      .owner = task->owner,
      .by_services = plan != NULL && task->owner != NULL && is_of_services (portfolio, plan->account, task->owner),
      .customer_owner = task->customer_owner,
      .theirs = (int)task->side == (int)QD_TASK_SIDE_THEIRS,
  });
}
