/* qd-exchange.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-exchange"

#include "qd-exchange.h"

#include <glib/gi18n.h>

#include "qd-exchange-tree.h"
#include "qd-json-file.h"
#include "qd-leaks.h"
#include "qd-plan.h"
#include "qd-record-json.h"
#include "qd-template-plan.h"

G_DEFINE_QUARK (QdExchangeError, qd_exchange_error)

const QdNick qd_exchange_kinds[] = {
  { "portfolio", N_ ("Portfolio") },
  { "account", N_ ("Account") },
  { "plan", N_ ("Plan") },
  { "template", N_ ("Template") },
  { NULL },
};

/* One export on its way. */
typedef struct
{
  QdPortfolio *portfolio;
  QdAudience   audience;
  QdAccount   *account; /* whose records these are, at the moment */
  QdLeaks     *leaks;
} Export;

static void
check_text (Export *export,
            const char *text,
            const char *path,
            const char *key)
{
  g_autofree char *place = qd_json_join (path, key);

  qd_leaks_look (export->leaks, text, place);
}

static void
take_member (Export *export,
             JsonObject *object,
             GType       type,
             const char *path,
             const char *key)
{
  g_autofree char *place = qd_json_join (path, key);
  g_autofree char *text =
      qd_leaks_take (export->leaks, type, key, json_object_get_string_member (object, key), place);

  json_object_set_string_member (object, key, text);
}

/* What may not be read is as if it had never been set. */
static void
hide_member (JsonObject     *object,
             const QdColumn *column)
{
  if (column->kind == QD_COLUMN_KIND_BOOLEAN)
    json_object_set_boolean_member (object, column->name, FALSE);
  else
    json_object_remove_member (object, column->name);
}

static void
rename_account (Export *export,
                JsonObject *object)
{
  g_autofree char *name = qd_audience_dup_account_name (export->audience, export->account);

  json_object_set_string_member (object, "name", name);
}

static void
rename_kind (Export *export,
             JsonObject *object,
             QdPlan     *plan)
{
  int kind = qd_audience_get_plan_kind (export->audience, plan->kind);

  json_object_set_string_member (object, "kind", qd_plan_kinds[kind].nick);
}

/* What @column of @record refers to may be read. Where it leads out of the file, it may not be there at all. */
static gboolean
is_listed (Export *export,
           QdRecord       *record,
           const QdColumn *column)
{
  const QdExchangeReference *reference = qd_exchange_get_reference (G_OBJECT_TYPE (record), column->name);
  gint64                     id = *(gint64 *)G_STRUCT_MEMBER_P (record, column->offset);
  gpointer                   target = reference != NULL ? qd_portfolio_lookup (export->portfolio, reference->type, id) : NULL;

  return target == NULL || qd_audience_may_read (export->audience, target);
}

/* A reference to what is not listed would lead nowhere; what may not be without it is not listed either. */
static gboolean
is_whole (Export *export,
          QdRecord *record)
{
  QdRecordClass *klass = QD_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_columns; i++)
    {
      const QdColumn *column = &klass->columns[i];

      if (column->kind == QD_COLUMN_KIND_REFERENCE && !column->nullable && !is_listed (export, record, column))
        return FALSE;
    }

  return TRUE;
}

/* The text of a template is itself JSON, and is written as such. */
static void
unfold_body (JsonObject *object,
             QdTemplate *template)
{
  g_autoptr(QdTemplatePlan) plan = qd_template_plan_new_from_record (template, NULL);
  g_autoptr(QdTemplatePlan) blank = NULL;

  if (plan == NULL)
    {
      g_debug ("A template is unreadable and left empty");
      blank = qd_template_plan_new_blank ();
      plan = qd_template_plan_dup_renamed (blank, template->name);
    }

  json_object_set_member (object, "body", qd_template_plan_to_json (plan));
}

static void
filter_columns (Export *export,
                QdRecord   *record,
                JsonObject *object,
                const char *path)
{
  QdRecordClass  *klass = QD_RECORD_GET_CLASS (record);
  GType           type = G_OBJECT_TYPE (record);
  const QdColumn *parent = qd_exchange_get_parent_column (type);

  if (type == QD_TYPE_ACCOUNT)
    rename_account (export, object);
  else if (type == QD_TYPE_PLAN)
    rename_kind (export, object, QD_PLAN (record));

  for (guint i = 0; i < klass->n_columns; i++)
    {
      const QdColumn *column = &klass->columns[i];

      if (!json_object_has_member (object, column->name))
        continue;

      if (column == parent)
        json_object_remove_member (object, column->name);
      else if (!qd_audience_may_read_column (export->audience, export->account, type, column->name) ||
               (column->kind == QD_COLUMN_KIND_REFERENCE && !is_listed (export, record, column)))
        hide_member (object, column);
      else if (type == QD_TYPE_TEMPLATE && g_str_equal (column->name, "body"))
        continue;
      else if (column->kind == QD_COLUMN_KIND_TEXT)
        take_member (export, object, type, path, column->name);
    }
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 first = qd_record_get_id (*(gpointer *)a);
  gint64 second = qd_record_get_id (*(gpointer *)b);

  return (first > second) - (first < second);
}

/* Returns: (transfer container): those of @records that the audience may read, by id */
static GPtrArray *
list_readable (Export *export,
               GPtrArray *records)
{
  GPtrArray *readable = g_ptr_array_new ();

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      gpointer record = g_ptr_array_index (records, i);

      if (qd_audience_may_read (export->audience, record) && is_whole (export, record))
        g_ptr_array_add (readable, record);
    }

  g_ptr_array_sort (readable, compare_ids);

  return readable;
}

/* Every text of a template, at any depth. What it is known by is looked at, and never changed. */
static void
take_strings (Export *export,
              JsonNode   *node,
              const char *path)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          g_autofree char *child = qd_json_join_index (path, i);

          take_strings (export, json_array_get_element (array, i), child);
        }
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      g_autoptr(GList) members = json_object_get_members (object);

      for (GList *member = members; member != NULL; member = member->next)
        {
          g_autofree char *child = qd_json_join (path, member->data);

          if (!g_str_equal (member->data, "key"))
            take_strings (export, json_object_get_member (object, member->data), child);
          else
            check_text (export, json_object_get_string_member_with_default (object, "key", NULL), path, "key");
        }
    }
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    {
      g_autofree char *text = qd_leaks_take (export->leaks, QD_TYPE_TEMPLATE, NULL, json_node_get_string (node), path);

      json_node_set_string (node, text);
    }
}

static JsonNode *write_record (Export *export,
                               QdRecord   *record,
                               const char *path);

static JsonArray *
write_records (Export *export,
               GPtrArray  *records,
               const char *path,
               const char *member)
{
  g_autoptr(GPtrArray) readable = list_readable (export, records);
  g_autofree char *list = qd_json_join (path, member);
  JsonArray       *array = json_array_sized_new (readable->len);

  for (guint i = 0; i < readable->len; i++)
    {
      g_autofree char *child = qd_json_join_index (list, i);

      json_array_add_element (array, write_record (export, g_ptr_array_index (readable, i), child));
    }

  return array;
}

/* Returns: (transfer full): @record with all that is part of it */
static JsonNode *
write_record (Export *export,
              QdRecord   *record,
              const char *path)
{
  JsonNode               *node = qd_record_to_json (record);
  JsonObject             *object = json_node_get_object (node);
  GType                   type = G_OBJECT_TYPE (record);
  guint                   n_branches;
  const QdExchangeBranch *branches = qd_exchange_get_branches (type, &n_branches);

  if (type == QD_TYPE_ACCOUNT)
    export->account = QD_ACCOUNT (record);

  filter_columns (export, record, object, path);

  if (type == QD_TYPE_TEMPLATE)
    {
      g_autofree char *body = qd_json_join (path, "body");

      unfold_body (object, QD_TEMPLATE (record));
      take_strings (export, json_object_get_member (object, "body"), body);
    }

  for (guint i = 0; i < n_branches; i++)
    {
      GPtrArray *records =
          qd_portfolio_peek_children (export->portfolio, branches[i].type, qd_record_get_id (record));

      json_object_set_array_member (
          object, branches[i].member, write_records (export, records, path, branches[i].member));
    }

  return node;
}

/* Those that are part of nothing. */
static GPtrArray *
list_roots (QdPortfolio *portfolio,
            GType        type)
{
  GListModel *list = G_LIST_MODEL (qd_portfolio_get_list (portfolio, type));
  guint       n_items = g_list_model_get_n_items (list);
  GPtrArray  *records = g_ptr_array_new_full (n_items, g_object_unref);

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr(QdRecord) record = g_list_model_get_item (list, i);

      if (qd_record_get_parent (record) == 0)
        g_ptr_array_add (records, g_steal_pointer (&record));
    }

  return records;
}

static void
write_portfolio (Export *export,
                 JsonObject *file)
{
  guint                   n_roots;
  const QdExchangeBranch *roots = qd_exchange_get_roots (&n_roots);

  for (guint i = 0; i < n_roots; i++)
    {
      g_autoptr(GPtrArray) records = list_roots (export->portfolio, roots[i].type);

      json_object_set_array_member (file, roots[i].member, write_records (export, records, "", roots[i].member));
    }
}

/* Whose plan it is, by the name that the audience knows. */
static void
write_account_line (Export *export,
                    JsonObject *file)
{
  JsonObject      *object = json_object_new ();
  g_autofree char *id = qd_record_format_id (qd_record_get_id (export->account));
  g_autofree char *name = qd_audience_dup_account_name (export->audience, export->account);
  const char      *codename = export->account->codename;

  json_object_set_string_member (object, "id", id);

  if (export->audience != QD_AUDIENCE_INTERNAL || g_strcmp0 (name, codename) != 0)
    json_object_set_string_member (object, "name", name);

  if (!qd_audience_is_outside (export->audience) && codename != NULL)
    json_object_set_string_member (object, "codename", codename);

  json_object_set_object_member (file, "account", object);
}

static void
write_template (Export *export,
                JsonObject *file,
                QdRecord   *record)
{
  JsonObject *object = json_object_new ();

  unfold_body (object, QD_TEMPLATE (record));
  take_strings (export, json_object_get_member (object, "body"), "template");
  json_object_set_member (file, "template", json_object_dup_member (object, "body"));
  json_object_unref (object);
}

/* Returns: (transfer none) (nullable): what is to be exported, where that is one record */
static QdRecord *
find_subject (QdPortfolio   *portfolio,
              QdExchangeKind kind,
              gint64         id,
              GError       **error)
{
  GType     type = kind == QD_EXCHANGE_KIND_ACCOUNT ? QD_TYPE_ACCOUNT
                   : kind == QD_EXCHANGE_KIND_PLAN  ? QD_TYPE_PLAN
                                                    : QD_TYPE_TEMPLATE;
  QdRecord *record = qd_portfolio_lookup (portfolio, type, id);

  if (record == NULL)
    g_set_error_literal (
        error, QD_EXCHANGE_ERROR, QD_EXCHANGE_ERROR_NOT_FOUND, _ ("It is no longer there; nothing was exported"));

  return record;
}

static void
write_subject (Export *export,
               QdExchangeKind kind,
               QdRecord      *record,
               JsonObject    *file)
{
  const char *member = qd_exchange_kinds[kind].nick;

  if (kind == QD_EXCHANGE_KIND_TEMPLATE)
    {
      write_template (export, file, record);
      return;
    }

  if (kind == QD_EXCHANGE_KIND_PLAN)
    {
      export->account = qd_portfolio_lookup (export->portfolio, QD_TYPE_ACCOUNT, qd_record_get_parent (record));
      write_account_line (export, file);
    }

  json_object_set_member (file, member, write_record (export, record, member));
}

/* Whether @audience is somebody to whom something of @kind is given. */
static gboolean
may_have (QdExchangeKind kind,
          QdAudience     audience,
          GError       **error)
{
  const char *why = NULL;

  if (kind == QD_EXCHANGE_KIND_PORTFOLIO && audience == QD_AUDIENCE_CUSTOMER)
    why = _ ("A whole portfolio is not for a customer; export one account or plan instead");
  else if ((kind == QD_EXCHANGE_KIND_PORTFOLIO || kind == QD_EXCHANGE_KIND_ACCOUNT) && audience == QD_AUDIENCE_PUBLIC)
    why = _ ("Accounts are not for the public; export a plan or a template instead");

  if (why != NULL)
    g_set_error_literal (error, QD_EXCHANGE_ERROR, QD_EXCHANGE_ERROR_AUDIENCE, why);

  return why == NULL;
}

static gint64
get_account_id (QdRecord *record)
{
  return record == NULL           ? 0
         : QD_IS_ACCOUNT (record) ? qd_record_get_id (record)
                                  : qd_record_get_parent (record);
}

/**
 * qd_exchange_export:
 * @id: of the account, plan or template; anything for the whole portfolio
 *
 * Writes what @audience may read as JSON, in the order of the records' columns,
 * lists by id, so that the same data is always the same bytes. It is refused
 * where a text would give away a name that the audience must not read.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
qd_exchange_export (QdPortfolio   *portfolio,
                    QdExchangeKind kind,
                    gint64         id,
                    QdAudience     audience,
                    GError       **error)
{
  g_autoptr(QdLeaks) leaks = NULL;
  JsonObject *file;
  g_autoptr(JsonNode) root = NULL;
  QdRecord *record = NULL;
  Export export;

  if (kind != QD_EXCHANGE_KIND_PORTFOLIO && !(record = find_subject (portfolio, kind, id, error)))
    return NULL;

  if (!may_have (kind, audience, error))
    return NULL;

  leaks = qd_leaks_new (portfolio, audience, get_account_id (record));
  export = (Export){ portfolio, audience, NULL, leaks };
  file = qd_json_file_new_object (qd_exchange_kinds[kind].nick);
  root = json_node_init_object (json_node_alloc (), file);
  json_object_unref (file);

  if (audience != QD_AUDIENCE_ME)
    json_object_set_string_member (file, "audience", qd_audiences[audience].nick);

  if (record == NULL)
    write_portfolio (&export, file);
  else
    write_subject (&export, kind, record, file);

  return qd_leaks_check (leaks, error) ? qd_json_write (root) : NULL;
}
