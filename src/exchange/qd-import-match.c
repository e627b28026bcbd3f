/* qd-import-match.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-import-match"

#include "qd-import-match.h"

#include <glib/gi18n.h>

#include "qd-activity.h"
#include "qd-exchange-tree.h"
#include "qd-exit.h"
#include "qd-health.h"
#include "qd-link.h"
#include "qd-plan.h"
#include "qd-record-json.h"
#include "qd-reference-link.h"
#include "qd-task.h"
#include "qd-template.h"
#include "qd-working-calendar.h"

typedef struct
{
  QdImportEntries *entries;
  QdPortfolio     *portfolio;
  GHashTable      *taken;      /* live records that an entry is */
  GHashTable      *candidates; /* char * -> GPtrArray of live records, by id */
  GHashTable      *indexed;    /* char *: whose children are among them */
} Matching;

/* What a person knows the record by: the first text of its own. */
const char *
qd_import_get_title (gpointer record)
{
  QdRecordClass *klass = QD_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_columns; i++)
    {
      const QdColumn *column = &klass->columns[i];

      if (column->kind == QD_COLUMN_KIND_TEXT && !column->nullable)
        return *(char **)G_STRUCT_MEMBER_P (record, column->offset);
    }

  return NULL;
}

/* Returns: (transfer full): an entry of the reference is linked to one thing but once */
static char *
create_reference_key (QdReferenceLink *link,
                      gint64           parent,
                      gint64           plan,
                      gint64           task)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s %s",
                          g_type_name (QD_TYPE_REFERENCE_LINK),
                          parent,
                          plan,
                          task,
                          link->template != NULL ? link->template : "",
                          link->key);
}

/* Returns: (transfer full): alike for two records of one parent that are the same to a person */
static char *
create_key (GType    type,
            gint64   parent,
            gpointer record)
{
  const char *title = type != QD_TYPE_WORKING_CALENDAR ? qd_import_get_title (record) : NULL;
  int         day = QD_DAY_NONE;
  int         level = QD_ENUM_NONE;

  if (type == QD_TYPE_ACTIVITY)
    day = QD_ACTIVITY (record)->day;

  if (type == QD_TYPE_HEALTH)
    {
      day = QD_HEALTH (record)->day;
      level = QD_HEALTH (record)->level;
    }

  if (type == QD_TYPE_LINK)
    return g_strdup_printf ("%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                            g_type_name (type),
                            QD_LINK (record)->predecessor,
                            QD_LINK (record)->successor);

  if (type == QD_TYPE_REFERENCE_LINK)
    return create_reference_key (record, parent, QD_REFERENCE_LINK (record)->plan, QD_REFERENCE_LINK (record)->task);

  return g_strdup_printf (
      "%s %" G_GINT64_FORMAT " %d %d %s", g_type_name (type), parent, day, level, title != NULL ? title : "");
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 first = qd_record_get_id (*(gpointer *)a);
  gint64 second = qd_record_get_id (*(gpointer *)b);

  return (first > second) - (first < second);
}

static void
add_candidate (Matching *matching,
               GType     type,
               gint64    parent,
               gpointer  record)
{
  char      *key = create_key (type, parent, record);
  GPtrArray *records = g_hash_table_lookup (matching->candidates, key);

  if (records == NULL)
    {
      records = g_ptr_array_new ();
      g_hash_table_insert (matching->candidates, key, records);
    }
  else
    {
      g_free (key);
    }

  g_ptr_array_add (records, record);
}

/* Indexes the records of @type that are part of @parent, once. */
static void
ensure_candidates (Matching *matching,
                   GType     type,
                   gint64    parent)
{
  g_autofree char *whose = g_strdup_printf ("%s %" G_GINT64_FORMAT, g_type_name (type), parent);
  g_autoptr(GPtrArray) records = NULL;
  GListModel *list;

  if (g_hash_table_contains (matching->indexed, whose))
    return;

  g_hash_table_add (matching->indexed, g_steal_pointer (&whose));
  records = g_ptr_array_new_with_free_func (g_object_unref);
  list = parent == 0 ? G_LIST_MODEL (qd_portfolio_get_list (matching->portfolio, type))
                     : qd_portfolio_get_children (matching->portfolio, type, parent);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(QdRecord) record = g_list_model_get_item (list, i);

      if (qd_record_get_parent (record) == parent)
        g_ptr_array_add (records, g_steal_pointer (&record));
    }

  g_ptr_array_sort (records, compare_ids);

  /* The portfolio keeps them alive. */
  for (guint i = 0; i < records->len; i++)
    add_candidate (matching, type, parent, g_ptr_array_index (records, i));
}

static void
take (Matching      *matching,
      QdImportEntry *entry,
      gpointer       record)
{
  if (g_hash_table_add (matching->taken, record))
    entry->match = record;
}

static void
match_by_id (Matching      *matching,
             QdImportEntry *entry)
{
  gpointer record = qd_portfolio_lookup (matching->portfolio, entry->type, qd_record_get_id (entry->draft));

  if (record != NULL)
    take (matching, entry, record);
}

static gint64
get_final_id (QdImportEntry *entry)
{
  return qd_record_get_id (entry->match != NULL ? entry->match : (gpointer)entry->draft);
}

/* Returns: the id that what the file calls @id has here, once it is matched */
static gint64
get_matched_id (Matching *matching,
                GType     type,
                gint64    id)
{
  QdImportEntry *entry = id != 0 ? qd_import_entries_find (matching->entries, type, id) : NULL;

  return entry != NULL ? get_final_id (entry) : id;
}

/* Returns: (transfer full): the key of what is known by that which it leads to and which comes before it in the file */
static char *
create_entry_key (Matching      *matching,
                  QdImportEntry *entry,
                  gint64         parent)
{
  if (entry->type == QD_TYPE_LINK)
    return g_strdup_printf ("%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                            g_type_name (QD_TYPE_LINK),
                            get_matched_id (matching, QD_TYPE_TASK, QD_LINK (entry->draft)->predecessor),
                            get_matched_id (matching, QD_TYPE_TASK, QD_LINK (entry->draft)->successor));

  if (entry->type == QD_TYPE_REFERENCE_LINK)
    return create_reference_key (QD_REFERENCE_LINK (entry->draft),
                                 parent,
                                 get_matched_id (matching, QD_TYPE_PLAN, QD_REFERENCE_LINK (entry->draft)->plan),
                                 get_matched_id (matching, QD_TYPE_TASK, QD_REFERENCE_LINK (entry->draft)->task));

  return create_key (entry->type, parent, entry->draft);
}

static gboolean
match_by_name (Matching      *matching,
               QdImportEntry *entry,
               GError       **error)
{
  gint64           parent = entry->parent != NULL ? qd_record_get_id (entry->parent->match) : 0;
  g_autofree char *key = create_entry_key (matching, entry, parent);
  GPtrArray       *records;
  gpointer         found = NULL;

  ensure_candidates (matching, entry->type, parent);
  records = g_hash_table_lookup (matching->candidates, key);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      gpointer record = g_ptr_array_index (records, i);

      if (g_hash_table_contains (matching->taken, record))
        continue;

      if (found != NULL && entry->type == QD_TYPE_ACCOUNT)
        return qd_import_entry_fail (
            entry, NULL, _ ("has the name of more than one account; only an id says which"), error);

      if (found == NULL)
        found = record;
    }

  if (found != NULL)
    take (matching, entry, found);

  return TRUE;
}

/* A file for colleagues has a codename where the name should be. */
static void
match_by_codename (Matching      *matching,
                   QdImportEntry *entry)
{
  QdAccount  *account = QD_ACCOUNT (entry->draft);
  GListModel *list = G_LIST_MODEL (qd_portfolio_get_list (matching->portfolio, QD_TYPE_ACCOUNT));

  if (account->codename == NULL || !g_str_equal (account->codename, account->name))
    return;

  for (guint i = 0; i < g_list_model_get_n_items (list) && entry->match == NULL; i++)
    {
      g_autoptr(QdAccount) other = g_list_model_get_item (list, i);

      if (g_strcmp0 (other->codename, account->codename) == 0)
        take (matching, entry, other);
    }
}

static gboolean
match_entries (Matching *matching,
               GError  **error)
{
  GPtrArray *entries = matching->entries->entries;

  for (guint i = 0; i < entries->len; i++)
    match_by_id (matching, g_ptr_array_index (entries, i));

  for (guint i = 0; i < entries->len; i++)
    {
      QdImportEntry *entry = g_ptr_array_index (entries, i);

      if (entry->match != NULL || (entry->parent != NULL && entry->parent->match == NULL))
        continue;

      if (!match_by_name (matching, entry, error))
        return FALSE;

      if (entry->match == NULL && entry->type == QD_TYPE_ACCOUNT)
        match_by_codename (matching, entry);
    }

  return TRUE;
}

static QdImportEntry *
get_root_entry (QdImportEntry *entry)
{
  while (entry->parent != NULL)
    entry = entry->parent;

  return entry;
}

/* Returns: the id of the account that a live record is somewhere in, or of itself */
static gint64
get_root_id (Matching *matching,
             gpointer  record)
{
  while (record != NULL && qd_record_get_parent (record) != 0)
    record = qd_portfolio_lookup (
        matching->portfolio, qd_exchange_get_parent_type (G_OBJECT_TYPE (record)), qd_record_get_parent (record));

  return record != NULL ? qd_record_get_id (record) : 0;
}

static gboolean
is_in_scope (QdImportEntry  *entry,
             QdImportEntry  *target,
             QdExchangeScope scope)
{
  switch (scope)
    {
    case QD_EXCHANGE_SCOPE_BESIDE:
      return target->parent == entry->parent;

    case QD_EXCHANGE_SCOPE_ABOVE:
      return target->parent == entry->parent->parent;

    case QD_EXCHANGE_SCOPE_ACCOUNT:
    default:
      return get_root_entry (target) == get_root_entry (entry);
    }
}

static gboolean
is_live_in_scope (Matching       *matching,
                  QdImportEntry  *entry,
                  gpointer        record,
                  QdExchangeScope scope)
{
  switch (scope)
    {
    case QD_EXCHANGE_SCOPE_BESIDE:
      return qd_record_get_parent (record) == get_final_id (entry->parent);

    case QD_EXCHANGE_SCOPE_ABOVE:
      return qd_record_get_parent (record) == get_final_id (entry->parent->parent);

    case QD_EXCHANGE_SCOPE_ACCOUNT:
    default:
      return get_root_id (matching, record) == get_final_id (get_root_entry (entry));
    }
}

/* What a record refers to is near it, in the file or already there. Only what may be far off may be missing. */
static gboolean
resolve_reference (Matching       *matching,
                   QdImportEntry  *entry,
                   const QdColumn *column,
                   gint64         *id,
                   GError        **error)
{
  const QdExchangeReference *reference = qd_exchange_get_reference (entry->type, column->name);
  QdImportEntry             *target = qd_import_entries_find (matching->entries, reference->type, *id);
  gpointer                   record;

  if (target != NULL && is_in_scope (entry, target, reference->scope))
    {
      *id = get_final_id (target);
      return TRUE;
    }

  record = target == NULL ? qd_portfolio_lookup (matching->portfolio, reference->type, *id) : NULL;

  if (record != NULL && is_live_in_scope (matching, entry, record, reference->scope))
    return TRUE;

  if (target == NULL && record == NULL && reference->scope == QD_EXCHANGE_SCOPE_ACCOUNT)
    {
      *id = 0;
      return TRUE;
    }

  return qd_import_entry_fail (
      entry, column->name, _ ("refers to something that is neither beside it in the file nor in the portfolio"), error);
}

/* Whether @name stands in a file for @account whose name is not to be read there. */
static gboolean
is_called (QdAudience  audience,
           QdAccount  *account,
           const char *name)
{
  g_autofree char *known = qd_audience_dup_account_name (audience, account);

  return g_strcmp0 (account->codename, name) == 0 ||
         (g_strcmp0 (known, account->name) != 0 && g_strcmp0 (known, name) == 0);
}

/* Whether the file has @column as it is here, but for the names that its reader was not to see. */
static gboolean
is_sealed (Matching       *matching,
           QdImportEntry  *entry,
           const QdColumn *column)
{
  const char *here = *(char **)G_STRUCT_MEMBER_P (entry->match, column->offset);
  const char *there = *(char **)G_STRUCT_MEMBER_P (entry->draft, column->offset);
  g_autoptr(QdExit) exit = NULL;
  g_autofree char *sealed = NULL;

  if (matching->entries->audience == QD_AUDIENCE_ME || here == NULL || there == NULL || g_str_equal (here, there))
    return FALSE;

  exit = qd_exit_new (matching->portfolio, matching->entries->audience, get_root_id (matching, entry->match));
  sealed = qd_audience_is_person_column (entry->type, column->name) ? qd_exit_dup_person (exit, here)
                                                                    : qd_exit_dup_replaced (exit, here);

  return g_str_equal (sealed, there);
}

/* Whether the file was written for readers who were not told what @column holds. */
static gboolean
is_withheld (Matching       *matching,
             QdImportEntry  *entry,
             const QdColumn *column)
{
  QdAudience audience = matching->entries->audience;
  QdAccount *account = NULL;

  if (entry->match == NULL)
    return FALSE;

  if (entry->type == QD_TYPE_ACCOUNT)
    account = QD_ACCOUNT (entry->match);
  else if (entry->parent != NULL && entry->parent->type == QD_TYPE_ACCOUNT)
    account = entry->parent->match;

  if (entry->type == QD_TYPE_ACCOUNT && g_str_equal (column->name, "name"))
    return is_called (audience, account, QD_ACCOUNT (entry->draft)->name);

  if (entry->type == QD_TYPE_PLAN && g_str_equal (column->name, "kind"))
    return qd_audience_get_plan_kind (audience, QD_PLAN (entry->match)->kind) == (int)QD_PLAN (entry->draft)->kind;

  return !qd_audience_may_read_column (audience, account, entry->type, column->name) ||
         (column->kind == QD_COLUMN_KIND_TEXT && is_sealed (matching, entry, column));
}

static void
copy_column (QdImportEntry  *entry,
             const QdColumn *column,
             GParamSpec     *pspec)
{
  g_auto(GValue) value = G_VALUE_INIT;

  g_value_init (&value, pspec->value_type);
  g_object_get_property (G_OBJECT (entry->draft), pspec->name, &value);
  g_object_set_property (G_OBJECT (entry->result), pspec->name, &value);
}

static gboolean
fill_result (Matching      *matching,
             QdImportEntry *entry,
             GError       **error)
{
  QdRecordClass  *klass = QD_RECORD_GET_CLASS (entry->result);
  const QdColumn *parent = qd_exchange_get_parent_column (entry->type);

  for (guint i = 0; i < klass->n_columns; i++)
    {
      const QdColumn *column = &klass->columns[i];
      gint64          id;

      /* A file of one template has no object of columns. */
      if (column == parent || (entry->type != QD_TYPE_TEMPLATE && !json_object_has_member (entry->object, column->name)))
        continue;

      if (column->kind == QD_COLUMN_KIND_REFERENCE)
        {
          id = *(gint64 *)G_STRUCT_MEMBER_P (entry->draft, column->offset);

          if (!resolve_reference (matching, entry, column, &id, error))
            return FALSE;

          g_object_set (entry->result, klass->pspecs[i]->name, id, NULL);
        }
      else if (!is_withheld (matching, entry, column))
        {
          copy_column (entry, column, klass->pspecs[i]);
        }
    }

  return TRUE;
}

static gboolean
create_result (Matching      *matching,
               QdImportEntry *entry,
               GError       **error)
{
  GError *reason = NULL;

  entry->result = qd_record_dup_draft (entry->match != NULL ? entry->match : (gpointer)entry->draft);

  if (entry->parent != NULL)
    qd_record_set_parent (entry->result, get_final_id (entry->parent));

  if (!fill_result (matching, entry, error))
    return FALSE;

  return qd_record_check (entry->result, &reason) || qd_import_entry_fail_with (entry, NULL, reason, error);
}

/* The tasks that are to be written, by the ids they will have */
static GHashTable *
list_tasks (QdImportEntries *entries)
{
  GHashTable *tasks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < entries->entries->len; i++)
    {
      QdImportEntry *entry = g_ptr_array_index (entries->entries, i);
      gint64         id = entry->type == QD_TYPE_TASK && entry->result != NULL ? qd_record_get_id (entry->result) : 0;

      if (id != 0)
        g_hash_table_insert (tasks, g_memdup2 (&id, sizeof id), entry->result);
    }

  return tasks;
}

/* What sums a task up does not belong to that task itself, however many levels are between. */
static gboolean
check_levels (Matching *matching,
              GError  **error)
{
  g_autoptr(GHashTable) tasks = list_tasks (matching->entries);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL); /* from which entry */

  for (guint i = 0; i < matching->entries->entries->len; i++)
    {
      QdImportEntry *entry = g_ptr_array_index (matching->entries->entries, i);
      gpointer       task = entry->type == QD_TYPE_TASK ? entry->result : NULL;

      while (task != NULL)
        {
          gint64   id = qd_record_get_id (task);
          gint64   parent = QD_TASK (task)->parent;
          gpointer from = g_hash_table_lookup (seen, &id);

          if (from == entry)
            return qd_import_entry_fail (entry, "parent", _ ("leads back to where it began"), error);

          if (from != NULL)
            break;

          g_hash_table_insert (seen, g_memdup2 (&id, sizeof id), entry);
          task = g_hash_table_lookup (tasks, &parent);

          if (task == NULL && parent != 0)
            task = qd_portfolio_lookup (matching->portfolio, QD_TYPE_TASK, parent);
        }
    }

  return TRUE;
}

/**
 * qd_import_match:
 *
 * Matches by id, then by what a person knows a record by among what its parent
 * has, and makes the drafts. What the file leaves out stays as it is.
 */
gboolean
qd_import_match (QdImportEntries *entries,
                 QdPortfolio     *portfolio,
                 GError         **error)
{
  g_autoptr(GHashTable) taken = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) candidates =
                g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  g_autoptr(GHashTable) indexed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Matching matching = { entries, portfolio, taken, candidates, indexed };

  if (!match_entries (&matching, error))
    return FALSE;

  for (guint i = 0; i < entries->entries->len; i++)
    {
      QdImportEntry *entry = g_ptr_array_index (entries->entries, i);

      if ((entry->listed || entry->match == NULL) && !create_result (&matching, entry, error))
        return FALSE;
    }

  return check_levels (&matching, error);
}
