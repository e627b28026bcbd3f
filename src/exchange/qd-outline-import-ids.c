/* qd-outline-import-ids.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-outline-import-ids"

#include "qd-outline-import-private.h"
#include "qd-phase.h"

gint64
qd_outline_import_create_id (GType type)
{
  g_autoptr(QdRecord) draft = qd_record_new_draft (type);

  return qd_record_get_id (draft);
}

/* Returns: the id of @type that is @id in this plan, or that is nobody’s yet; 0 for one of another plan */
gint64
qd_outline_import_claim_id (QdOutlineImport *import,
                            GType            type,
                            gint64           id)
{
  gpointer record = id != 0 ? qd_portfolio_lookup (import->portfolio, type, id) : NULL;

  if (record == NULL)
    return id;

  return import->plan != NULL && qd_record_get_parent (record) == qd_record_get_id (import->plan) ? id : 0;
}

/* Returns: (transfer full): name -> the ids of those of @type in the plan that has it, as a queue by id */
static GHashTable *
index_names (QdOutlineImport *import,
             GType            type,
             const char      *column)
{
  GHashTable     *names = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_queue_free);
  GPtrArray      *records = import->plan != NULL
                                ? qd_portfolio_peek_children (import->portfolio, type, qd_record_get_id (import->plan))
                                : NULL;
  const QdColumn *described = qd_record_find_column (type, column);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      gpointer record = g_ptr_array_index (records, i);
      char    *name = *(char **)G_STRUCT_MEMBER_P (record, described->offset);
      GQueue  *queue = g_hash_table_lookup (names, name);

      if (queue == NULL)
        {
          queue = g_queue_new ();
          g_hash_table_insert (names, name, queue);
        }

      g_queue_push_tail (queue, record);
    }

  return names;
}

/* Takes the first of that name that is not @taken yet. */
static gint64
take_by_name (GHashTable *names,
              GHashTable *taken,
              const char *name)
{
  GQueue *queue = g_hash_table_lookup (names, name);

  while (queue != NULL && !g_queue_is_empty (queue))
    {
      gpointer record = g_queue_pop_head (queue);

      if (g_hash_table_add (taken, record))
        return qd_record_get_id (record);
    }

  return 0;
}

/* @wanted are the ids that the file has, which become those that are meant. */
static void
resolve (QdOutlineImport *import,
         GType            type,
         const char      *column,
         gint64          *wanted,
         const char     **names,
         guint            n)
{
  g_autoptr(GHashTable) by_name = index_names (import, type, column);
  g_autoptr(GHashTable) taken = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) used = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < n; i++)
    {
      gpointer record;

      wanted[i] = qd_outline_import_claim_id (import, type, wanted[i]);

      if (wanted[i] != 0 && !g_hash_table_add (used, &wanted[i]))
        wanted[i] = 0;
      else if ((record = qd_portfolio_lookup (import->portfolio, type, wanted[i])))
        g_hash_table_add (taken, record);
    }

  for (guint i = 0; i < n; i++)
    {
      if (wanted[i] == 0)
        wanted[i] = take_by_name (by_name, taken, names[i]);

      if (wanted[i] == 0)
        wanted[i] = qd_outline_import_create_id (type);
    }
}

void
qd_outline_import_resolve (QdOutlineImport *import)
{
  QdPlanOutline          *outline = import->outline;
  guint                   most = MAX (outline->tasks->len, MAX (outline->phases->len, outline->objectives->len));
  g_autofree const char **names = g_new0 (const char *, most + 1);

  for (guint i = 0; i < outline->phases->len; i++)
    {
      names[i] = qd_plan_outline_get_phase (outline, i)->name;
      import->phases[i] = qd_plan_outline_get_phase (outline, i)->id;
    }

  resolve (import, QD_TYPE_PHASE, "name", import->phases, names, outline->phases->len);

  for (guint i = 0; i < outline->objectives->len; i++)
    names[i] = qd_plan_outline_get_objective (outline, i)->name;

  resolve (import, QD_TYPE_OBJECTIVE, "name", import->objectives, names, outline->objectives->len);

  for (guint i = 0; i < outline->tasks->len; i++)
    {
      names[i] = qd_plan_outline_get_task (outline, i)->title;
      import->tasks[i] = qd_plan_outline_get_task (outline, i)->id;
    }

  resolve (import, QD_TYPE_TASK, "title", import->tasks, names, outline->tasks->len);
}
