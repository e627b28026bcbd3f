/* qd-cli-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-cli-list"

#include <glib/gi18n.h>

#include "qd-account-facts.h"
#include "qd-cli-private.h"
#include "qd-exchange.h"
#include "qd-json.h"
#include "qd-money.h"
#include "qd-phase.h"
#include "qd-plan-progress.h"
#include "qd-record-json.h"
#include "qd-roster-column.h"
#include "qd-task.h"

/* One line of a list: the texts of its columns, and for a program the same as an object. */
typedef void (*LineFunc) (QdCli        *cli,
                          gpointer      record,
                          GStrvBuilder *texts,
                          JsonObject   *object);

static void
add_text (GStrvBuilder *texts,
          JsonObject   *object,
          const char   *key,
          char         *text)
{
  g_autofree char *owned = text;

  g_strv_builder_add (texts, owned != NULL ? owned : "");

  if (owned != NULL && *owned != '\0')
    json_object_set_string_member (object, key, owned);
}

/* Its nick for a program, its label for a person */
static void
add_nick (GStrvBuilder *texts,
          JsonObject   *object,
          const char   *key,
          const QdNick *nicks,
          int           value)
{
  g_strv_builder_add (texts, value != QD_ENUM_NONE ? qd_nicks_get_label (nicks, value) : "");

  if (value != QD_ENUM_NONE)
    json_object_set_string_member (object, key, nicks[value].nick);
}

static void
add_day (GStrvBuilder *texts,
         JsonObject   *object,
         const char   *key,
         int           day)
{
  char text[QD_DAY_TEXT_SIZE] = "";

  if (day != QD_DAY_NONE)
    qd_day_format (day, text);

  add_text (texts, object, key, g_strdup (text));
}

static void
add_account (QdCli        *cli,
             gpointer      record,
             GStrvBuilder *texts,
             JsonObject   *object)
{
  QdAccount *account = record;
  g_autoptr(QdAccountFacts) facts = qd_account_facts_new (cli->portfolio, account, qd_day_today (), FALSE);
  GPtrArray       *plans = qd_portfolio_peek_children (cli->portfolio, QD_TYPE_PLAN, qd_record_get_id (account));
  g_autofree char *n_plans = g_strdup_printf ("%u", plans != NULL ? plans->len : 0);

  add_text (texts, object, "name", g_strdup (account->name));
  add_text (texts, object, "codename", g_strdup (account->codename));
  add_nick (texts, object, "tier", qd_tiers, account->tier);
  add_nick (texts, object, "offering", qd_offerings, account->offering);
  add_nick (texts, object, "stage", qd_stages, account->stage);
  add_nick (texts, object, "health", qd_health_levels, facts->health);
  add_day (texts, object, "renewal", account->renewal);
  json_object_set_boolean_member (object, "archived", account->archived);
  json_object_set_int_member (object, "plans", plans != NULL ? plans->len : 0);
  g_strv_builder_add (texts, n_plans);
}

static void
add_plan (QdCli        *cli,
          gpointer      record,
          GStrvBuilder *texts,
          JsonObject   *object)
{
  QdPlan          *plan = record;
  QdAccount       *account = qd_portfolio_lookup (cli->portfolio, QD_TYPE_ACCOUNT, plan->account);
  GPtrArray       *tasks = qd_portfolio_peek_children (cli->portfolio, QD_TYPE_TASK, qd_record_get_id (plan));
  g_autofree char *account_id = qd_record_format_id (plan->account);
  g_autofree char *done = NULL;
  guint            n_done = 0;

  for (guint i = 0; tasks != NULL && i < tasks->len; i++)
    n_done += ((QdTask *)g_ptr_array_index (tasks, i))->status == QD_TASK_STATUS_DONE;

  done = g_strdup_printf ("%u/%u", n_done, tasks != NULL ? tasks->len : 0);
  json_object_set_string_member (object, "account", account_id);
  add_text (texts, object, "account_name", g_strdup (account->name));
  add_text (texts, object, "name", g_strdup (plan->name));
  add_nick (texts, object, "kind", qd_plan_kinds, plan->kind);
  add_nick (texts, object, "status", qd_plan_statuses, plan->status);
  add_day (texts, object, "start", plan->start);
  add_day (texts, object, "target", plan->target);
  json_object_set_int_member (object, "tasks", tasks != NULL ? tasks->len : 0);
  json_object_set_int_member (object, "tasks_done", n_done);
  g_strv_builder_add (texts, done);
}

static int
compare_records (gconstpointer a,
                 gconstpointer b)
{
  gpointer first = *(gpointer *)a;
  gpointer second = *(gpointer *)b;
  int      order = QD_IS_ACCOUNT (first) ? g_utf8_collate (QD_ACCOUNT (first)->name, QD_ACCOUNT (second)->name)
                                         : g_utf8_collate (QD_PLAN (first)->name, QD_PLAN (second)->name);
  gint64   left = qd_record_get_id (first);
  gint64   right = qd_record_get_id (second);

  return order != 0 ? order : (left > right) - (left < right);
}

static void
put_list (QdCli             *cli,
          GType              type,
          LineFunc           add_line,
          const char *const *header,
          gboolean           json)
{
  GListModel *list = G_LIST_MODEL (qd_portfolio_get_list (cli->portfolio, type));
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  g_autoptr(JsonNode) root = json_node_init_array (json_node_alloc (), json_array_new ());

  json_array_unref (json_node_get_array (root));
  g_ptr_array_add (rows, g_strdupv ((char **)header));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (records, g_list_model_get_item (list, i));

  g_ptr_array_sort (records, compare_records);

  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr(GStrvBuilder) texts = g_strv_builder_new ();
      JsonObject *object = json_object_new ();

      add_text (texts, object, "id", qd_record_format_id (qd_record_get_id (g_ptr_array_index (records, i))));
      add_line (cli, g_ptr_array_index (records, i), texts, object);
      g_ptr_array_add (rows, g_strv_builder_end (texts));
      json_array_add_object_element (json_node_get_array (root), object);
    }

  if (json)
    {
      g_autoptr(GBytes) bytes = qd_json_write (root);

      qd_cli_put_bytes (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
    }
  else if (records->len > 0)
    {
      qd_cli_put_table (rows, g_strv_length ((char **)header));
    }
}

QdCliStatus
qd_cli_list (QdCli *cli,
             int    argc,
             char **argv)
{
  g_autofree char   *as_of = NULL;
  gboolean           json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON"), NULL },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &as_of, N_ ("As it was at the end of this day"), N_ ("YYYY-MM-DD") },
    { NULL },
  };
  const char *const account_header[] = { _ ("ID"), _ ("NAME"), _ ("CODENAME"), _ ("TIER"), _ ("OFFERING"), _ ("STAGE"), _ ("HEALTH"), _ ("RENEWAL"), _ ("PLANS"), NULL };
  const char *const plan_header[] = { _ ("ID"), _ ("ACCOUNT"), _ ("NAME"), _ ("KIND"), _ ("STATUS"), _ ("START"), _ ("TARGET"), _ ("DONE"), NULL };
  g_autoptr(GError) error = NULL;
  QdCliStatus status;
  gboolean    accounts;
  int         day;

  if (!qd_cli_parse (cli, entries, 1, &argc, &argv, &status))
    return status;

  accounts = g_str_equal (argv[1], "accounts");

  if (!accounts && !g_str_equal (argv[1], "plans"))
    return qd_cli_misuse (cli, _ ("“%s” is neither “accounts” nor “plans”"), argv[1]);

  if (!qd_cli_parse_day (cli, as_of, &day, &status))
    return status;

  if (!qd_cli_open_as_of (cli, day, &error))
    return qd_cli_fail (error);

  if (accounts)
    put_list (cli, QD_TYPE_ACCOUNT, add_account, account_header, json);
  else
    put_list (cli, QD_TYPE_PLAN, add_plan, plan_header, json);

  return QD_CLI_OK;
}

static void
add_row (GPtrArray  *rows,
         const char *label,
         const char *value)
{
  char **row = g_new0 (char *, 3);

  row[0] = g_strdup (label);
  row[1] = g_strdelimit (g_strdup (value), "\n\t", ' ');
  g_ptr_array_add (rows, row);
}

/* A terminal is read by programs too: days and amounts are the same everywhere. */
static char *
dup_value (QdRecord       *record,
           const QdColumn *column)
{
  gpointer field = G_STRUCT_MEMBER_P (record, column->offset);
  char     day[QD_DAY_TEXT_SIZE];

  if (column->kind == QD_COLUMN_KIND_DAY && *(int *)field != QD_DAY_NONE)
    {
      qd_day_format (*(int *)field, day);
      return g_strdup (day);
    }

  if (g_str_equal (column->name, "arr") && *(gint64 *)field != QD_INTEGER_NONE)
    return qd_money_format (*(gint64 *)field, QD_ACCOUNT (record)->currency);

  return qd_record_dup_display (record, column->name);
}

static void
put_columns (QdRecord *record)
{
  QdRecordClass *klass = QD_RECORD_GET_CLASS (record);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  g_autofree char *id = qd_record_format_id (qd_record_get_id (record));

  add_row (rows, _ ("ID"), id);

  for (guint i = 0; i < klass->n_columns; i++)
    {
      g_autofree char *value = dup_value (record, &klass->columns[i]);

      if (klass->columns[i].kind != QD_COLUMN_KIND_REFERENCE && *value != '\0')
        add_row (rows, _ (klass->columns[i].label), value);
    }

  qd_cli_put_table (rows, 2);
}

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  double first;
  double second;

  g_object_get (*(gpointer *)a, "position", &first, NULL);
  g_object_get (*(gpointer *)b, "position", &second, NULL);

  return (first > second) - (first < second);
}

/* Returns: (transfer container): the records of @type in @plan, in their order */
static GPtrArray *
list_children (QdCli  *cli,
               GType   type,
               QdPlan *plan)
{
  GPtrArray *children = qd_portfolio_peek_children (cli->portfolio, type, qd_record_get_id (plan));
  GPtrArray *sorted = g_ptr_array_new ();

  if (children != NULL)
    g_ptr_array_extend (sorted, children, NULL, NULL);

  g_ptr_array_sort (sorted, compare_positions);

  return sorted;
}

static void
put_phase (QdCli      *cli,
           QdPlan     *plan,
           gint64      phase,
           const char *name)
{
  g_autoptr(GPtrArray) tasks = list_children (cli, QD_TYPE_TASK, plan);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  g_autofree char *heading = g_strdup_printf ("\n%s\n", name);

  for (guint i = 0; i < tasks->len; i++)
    {
      QdTask          *task = g_ptr_array_index (tasks, i);
      g_autofree char *due = dup_value (QD_RECORD (task), qd_record_find_column (QD_TYPE_TASK, "due"));
      char           **row;

      if (task->phase != phase)
        continue;

      row = g_new0 (char *, 5);
      row[0] = g_strconcat ("  ", qd_nicks_get_label (qd_task_statuses, task->status), NULL);
      row[1] = g_strdup (due);
      row[2] = g_strdup (task->owner != NULL ? task->owner : "");
      row[3] = g_strdup (task->title);
      g_ptr_array_add (rows, row);
    }

  if (rows->len == 0)
    return;

  qd_cli_put (heading);
  qd_cli_put_table (rows, 4);
}

static void
put_plan (QdCli  *cli,
          QdPlan *plan)
{
  g_autoptr(GPtrArray) phases = list_children (cli, QD_TYPE_PHASE, plan);

  put_columns (QD_RECORD (plan));

  for (guint i = 0; i < phases->len; i++)
    {
      QdPhase *phase = g_ptr_array_index (phases, i);

      put_phase (cli, plan, qd_record_get_id (phase), phase->name);
    }

  put_phase (cli, plan, 0, _ ("No phase"));
}

static QdCliStatus
put_json (QdCli    *cli,
          QdRecord *record)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes =
                qd_exchange_export (cli->portfolio,
                                    QD_IS_ACCOUNT (record) ? QD_EXCHANGE_KIND_ACCOUNT : QD_EXCHANGE_KIND_PLAN,
                                    qd_record_get_id (record),
                                    QD_AUDIENCE_ME,
                                    &error);

  if (bytes == NULL)
    return qd_cli_fail (error);

  qd_cli_put_bytes (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  return QD_CLI_OK;
}

/* An account rather than a plan of the same name. */
static QdRecord *
find_either (QdCli      *cli,
             const char *word,
             GError    **error)
{
  g_autoptr(GError) account_error = NULL;
  gpointer record = qd_cli_find_account (cli, word, &account_error);

  if (record == NULL && (record = qd_cli_find_plan (cli, word, NULL)) == NULL)
    {
      if (strstr (account_error->message, _ ("did you mean")) == NULL)
        qd_cli_find_plan (cli, word, error);
      else
        g_propagate_error (error, g_steal_pointer (&account_error));
    }

  return record;
}

QdCliStatus
qd_cli_show (QdCli *cli,
             int    argc,
             char **argv)
{
  g_autofree char   *as_of = NULL;
  gboolean           json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON"), NULL },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &as_of, N_ ("As it was at the end of this day"), N_ ("YYYY-MM-DD") },
    { NULL },
  };
  g_autoptr(GError) error = NULL;
  QdCliStatus status;
  QdRecord   *record;
  GPtrArray  *plans;
  int         day;

  if (!qd_cli_parse (cli, entries, 1, &argc, &argv, &status) || !qd_cli_parse_day (cli, as_of, &day, &status))
    return status;

  if (!qd_cli_open_as_of (cli, day, &error) || !(record = find_either (cli, argv[1], &error)))
    return qd_cli_fail (error);

  if (json)
    return put_json (cli, record);

  if (QD_IS_PLAN (record))
    {
      put_plan (cli, QD_PLAN (record));
      return QD_CLI_OK;
    }

  put_columns (record);
  plans = qd_portfolio_peek_children (cli->portfolio, QD_TYPE_PLAN, qd_record_get_id (record));

  for (guint i = 0; plans != NULL && i < plans->len; i++)
    {
      QdPlan          *plan = g_ptr_array_index (plans, i);
      g_autofree char *id = qd_record_format_id (qd_record_get_id (plan));
      g_autofree char *line = g_strdup_printf (
          "%s  %s  %s (%s)\n", _ ("Plan"), id, plan->name, qd_nicks_get_label (qd_plan_statuses, plan->status));

      qd_cli_put (line);
    }

  return QD_CLI_OK;
}
