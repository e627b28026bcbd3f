/* qd-sample.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-sample"

#include "qd-sample.h"

#include <glib/gi18n.h>

#include "qd-account.h"
#include "qd-batch.h"
#include "qd-exchange-tree.h"
#include "qd-import-plan.h"
#include "qd-json.h"
#include "qd-record-json.h"

#define SAMPLE "/io/gitlab/quarterdeck/Quarterdeck/sample/portfolio.json"
#define DAYS_PER_WEEK 7

static JsonNode *
read_sample (GError **error)
{
  g_autoptr(GBytes) bytes = g_resources_lookup_data (SAMPLE, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return bytes != NULL ? qd_json_read (bytes, error) : NULL;
}

/* Returns: (transfer container): what of the sample's own is in the portfolio */
static GPtrArray *
list_loaded (QdPortfolio *portfolio,
             JsonNode    *sample)
{
  GPtrArray              *records = g_ptr_array_new ();
  guint                   n_roots;
  const QdExchangeBranch *roots = qd_exchange_get_roots (&n_roots);

  for (guint i = 0; i < n_roots; i++)
    {
      JsonArray *array = json_object_get_array_member (json_node_get_object (sample), roots[i].member);

      for (guint n = 0; n < json_array_get_length (array); n++)
        {
          JsonObject *object = json_array_get_object_element (array, n);
          gint64      id;
          gpointer    record;

          if (qd_record_parse_id (json_object_get_string_member (object, "id"), &id) &&
              (record = qd_portfolio_lookup (portfolio, roots[i].type, id)))
            g_ptr_array_add (records, record);
        }
    }

  return records;
}

/* Whether any of the sample's accounts is there. */
gboolean
qd_sample_is_loaded (QdPortfolio *portfolio)
{
  g_autoptr(JsonNode) sample = read_sample (NULL);
  g_autoptr(GPtrArray) records = NULL;

  if (sample == NULL || g_list_model_get_n_items (G_LIST_MODEL (qd_portfolio_get_list (portfolio, QD_TYPE_ACCOUNT))) == 0)
    return FALSE;

  records = list_loaded (portfolio, sample);

  return records->len > 0;
}

static void
edit_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (qd_store_edit_finish (QD_STORE (object), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* By whole weeks, so that no working day lands on a weekend. The sample is as of a
 * Monday: from Friday on that is the next one, so that little seems overdue. */
static int
get_shift (JsonNode *sample,
           int       today)
{
  int as_of;
  int n_days;

  if (!qd_day_parse (json_object_get_string_member (json_node_get_object (sample), "as_of"), &as_of))
    return 0;

  n_days = today - as_of + 3;

  return (n_days >= 0 ? n_days / DAYS_PER_WEEK : -((-n_days + DAYS_PER_WEEK - 1) / DAYS_PER_WEEK)) * DAYS_PER_WEEK;
}

/**
 * qd_sample_load_async:
 * @today: the day that the sample is to look alive on
 *
 * Does nothing where some of it is already there. Ends with qd_sample_finish().
 */
void
qd_sample_load_async (QdPortfolio        *portfolio,
                      int                 today,
                      GCancellable       *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  g_autoptr(GTask) task = g_task_new (portfolio, cancellable, callback, user_data);
  g_autoptr(JsonNode) sample = NULL;
  g_autoptr(QdImportPlan) plan = NULL;
  GError *error = NULL;

  g_task_set_source_tag (task, qd_sample_load_async);

  if (qd_sample_is_loaded (portfolio))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  if (!(sample = read_sample (&error)) ||
      !(plan = qd_import_plan_new_from_json (portfolio, sample, get_shift (sample, today), &error)))
    {
      g_task_return_error (task, error);
      return;
    }

  qd_import_plan_apply_async (plan, _ ("Add Sample Portfolio"), cancellable, edit_cb, g_steal_pointer (&task));
}

/* Takes away what the sample brought, and what was made of it since. */
void
qd_sample_remove_async (QdPortfolio        *portfolio,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_autoptr(GTask) task = g_task_new (portfolio, cancellable, callback, user_data);
  g_autoptr(JsonNode) sample = NULL;
  g_autoptr(GPtrArray) records = NULL;
  QdBatch *batch;
  GError  *error = NULL;

  g_task_set_source_tag (task, qd_sample_load_async);

  if (!(sample = read_sample (&error)))
    {
      g_task_return_error (task, error);
      return;
    }

  batch = qd_batch_new ();
  records = list_loaded (portfolio, sample);

  for (guint i = 0; i < records->len; i++)
    qd_batch_delete (batch, g_ptr_array_index (records, i));

  qd_batch_apply_async (batch,
                        qd_portfolio_get_store (portfolio),
                        _ ("Remove Sample Portfolio"),
                        cancellable,
                        edit_cb,
                        g_steal_pointer (&task));
}

gboolean
qd_sample_finish (GAsyncResult *result,
                  GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, qd_sample_load_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
