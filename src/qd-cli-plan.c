/* qd-cli-plan.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-cli-plan"

#include <glib/gi18n.h>

#include "qd-cli-private.h"
#include "qd-quote.h"
#include "qd-record-json.h"
#include "qd-template-plan.h"

/* Returns: (transfer full) (nullable): those that ship, the blank one, and the person's own */
static GPtrArray *
list_templates (QdCli   *cli,
                GError **error)
{
  g_autoptr(GPtrArray) templates = qd_templates_load_shipped (error);
  GListModel *own = G_LIST_MODEL (qd_portfolio_get_list (cli->portfolio, QD_TYPE_TEMPLATE));

  if (templates == NULL)
    return NULL;

  g_ptr_array_add (templates, qd_template_plan_new_blank ());

  for (guint i = 0; i < g_list_model_get_n_items (own); i++)
    {
      g_autoptr(QdTemplate) record = g_list_model_get_item (own, i);
      QdTemplatePlan *template = qd_template_plan_new_from_record (record, NULL);

      if (template != NULL)
        g_ptr_array_add (templates, template);
    }

  return g_steal_pointer (&templates);
}

static gboolean
is_alike (const char *a,
          const char *b)
{
  g_autofree char *first = g_utf8_casefold (a, -1);
  g_autofree char *second = g_utf8_casefold (b, -1);

  return g_str_equal (first, second);
}

/* Returns: (transfer full) (nullable): the template of that key or name; one's own goes first */
static QdTemplatePlan *
find_template (QdCli      *cli,
               const char *word,
               GError    **error)
{
  g_autoptr(GPtrArray) templates = list_templates (cli, error);
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  g_autofree char *nearest = NULL;
  g_autofree char *quoted = NULL;

  if (templates == NULL)
    return NULL;

  for (guint i = templates->len; i > 0; i--)
    {
      QdTemplatePlan *template = g_ptr_array_index (templates, i - 1);

      if (is_alike (template->key, word) || is_alike (template->name, word))
        return g_object_ref (template);

      g_ptr_array_add (names, template->key);
      g_ptr_array_add (names, template->name);
    }

  quoted = qd_quote (word);
  nearest = qd_cli_dup_nearest (word, names);
  g_set_error (error,
               G_OPTION_ERROR,
               G_OPTION_ERROR_BAD_VALUE,
               nearest != NULL ? _ ("There is no template “%s”; did you mean “%s”?")
                               : _ ("There is no template “%s”; --list-templates prints them"),
               quoted,
               nearest);

  return NULL;
}

static QdCliStatus
put_templates (QdCli *cli)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) templates = NULL;
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);

  if (!qd_cli_open (cli, FALSE, &error) || !(templates = list_templates (cli, &error)))
    return qd_cli_fail (error);

  for (guint i = 0; i < templates->len; i++)
    {
      QdTemplatePlan *template = g_ptr_array_index (templates, i);
      char **row = g_new0 (char *, 3);

      row[0] = g_strdup (template->key);
      row[1] = g_strdup (template->name);
      g_ptr_array_add (rows, row);
    }

  qd_cli_put_table (rows, 2);

  return QD_CLI_OK;
}

static QdCliStatus
make_plan (QdCli      *cli,
           const char *account_word,
           const char *template_word,
           const char *name,
           int         day)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(QdTemplatePlan) template = NULL;
  g_autofree char *id = NULL;
  QdAccount       *account;
  gint64           plan;

  if (!qd_cli_open (cli, FALSE, &error) || !(account = qd_cli_find_account (cli, account_word, &error)) ||
      !(template = find_template (cli, template_word, &error)))
    return qd_cli_fail (error);

  qd_plan_new_from_template_async (
      template, cli->store, qd_record_get_id (account), name, day, &plan, qd_cli_await_cb, &slot);

  if (!qd_cli_await_edit (cli, &slot, &error))
    return qd_cli_fail (error);

  id = qd_record_format_id (plan);
  qd_cli_put (id);
  qd_cli_put ("\n");

  return QD_CLI_OK;
}

QdCliStatus
qd_cli_new_plan (QdCli *cli,
                 int    argc,
                 char **argv)
{
  g_autofree char *account = NULL;
  g_autofree char *template = NULL;
  g_autofree char   *start = NULL;
  g_autofree char   *name = NULL;
  gboolean           list = FALSE;
  const GOptionEntry entries[] = {
    { "account", 0, 0, G_OPTION_ARG_STRING, &account, N_ ("Whose plan it is: a name, codename or id"), N_ ("ACCOUNT") },
    { "template", 0, 0, G_OPTION_ARG_STRING, &template, N_ ("What it is made from"), N_ ("TEMPLATE") },
    { "start", 0, 0, G_OPTION_ARG_STRING, &start, N_ ("The day it starts, or its target where the template counts back from one"), N_ ("YYYY-MM-DD") },
    { "name", 0, 0, G_OPTION_ARG_STRING, &name, N_ ("What it is called, instead of the template’s name"), N_ ("NAME") },
    { "list-templates", 0, 0, G_OPTION_ARG_NONE, &list, N_ ("Print the templates"), NULL },
    { NULL },
  };
  QdCliStatus status;
  int         day;

  if (!qd_cli_parse (cli, entries, 0, &argc, &argv, &status))
    return status;

  if (list)
    return put_templates (cli);

  if (account == NULL || template == NULL || start == NULL)
    return qd_cli_misuse (cli, _ ("Give --account, --template and --start"));

  if (!qd_day_parse (start, &day) || !qd_day_is_sensible (day))
    return qd_cli_misuse (cli, _ ("“%s” is no day such as “2026-05-03”"), start);

  return make_plan (cli, account, template, name, day);
}
