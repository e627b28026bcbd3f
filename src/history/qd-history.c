/* qd-history.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-history"

#include "qd-history.h"

#include "qd-activity.h"
#include "qd-history-query.h"
#include "qd-instant.h"
#include "qd-seal-edits.h"

static QdHistoryAsk *
ask_new (QdPortfolio *portfolio)
{
  QdHistoryAsk *ask = g_new0 (QdHistoryAsk, 1);

  ask->types = qd_portfolio_dup_types (portfolio);

  return ask;
}

static GTask *
task_new (QdPortfolio        *portfolio,
          gpointer            tag,
          GCancellable       *cancellable,
          GAsyncReadyCallback callback,
          gpointer            user_data)
{
  GTask *task = g_task_new (portfolio, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);

  return task;
}

void
qd_history_find_async (QdPortfolio          *portfolio,
                       const QdHistoryQuery *query,
                       GCancellable         *cancellable,
                       GAsyncReadyCallback   callback,
                       gpointer              user_data)
{
  QdHistoryAsk *ask;

  g_return_if_fail (QD_IS_PORTFOLIO (portfolio));
  g_return_if_fail (query != NULL);

  ask = ask_new (portfolio);
  ask->query = *query;
  ask->query.table = g_intern_string (query->table);
  ask->text = g_strdup (query->text);
  ask->query.text = ask->text;
  qd_history_run (qd_portfolio_get_store (portfolio),
                  qd_history_find_func,
                  ask,
                  (GDestroyNotify)g_ptr_array_unref,
                  task_new (portfolio, qd_history_find_async, cancellable, callback, user_data));
}

/* Returns: (transfer full) (nullable) (element-type QdHistoryEntry): newest first */
GPtrArray *
qd_history_find_finish (QdPortfolio  *portfolio,
                        GAsyncResult *result,
                        GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, qd_history_find_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
qd_history_lines_async (QdPortfolio        *portfolio,
                        gint64              entry,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  QdHistoryAsk *ask;

  g_return_if_fail (QD_IS_PORTFOLIO (portfolio));

  ask = ask_new (portfolio);
  ask->entry = entry;
  qd_history_run (qd_portfolio_get_store (portfolio),
                  qd_history_lines_func,
                  ask,
                  (GDestroyNotify)g_ptr_array_unref,
                  task_new (portfolio, qd_history_lines_async, cancellable, callback, user_data));
}

/* Returns: (transfer full) (nullable) (element-type QdHistoryLine): all that the change did */
GPtrArray *
qd_history_lines_finish (QdPortfolio  *portfolio,
                         GAsyncResult *result,
                         GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, qd_history_lines_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
revert_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;

  if (qd_store_edit_finish (QD_STORE (object), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* See qd_store_revert_async(). */
void
qd_history_revert_async (QdPortfolio        *portfolio,
                         gint64              entry,
                         const char         *label,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_return_if_fail (QD_IS_PORTFOLIO (portfolio));

  qd_store_revert_async (qd_portfolio_get_store (portfolio),
                         entry,
                         label,
                         cancellable,
                         revert_cb,
                         task_new (portfolio, qd_history_revert_async, cancellable, callback, user_data));
}

gboolean
qd_history_revert_finish (QdPortfolio  *portfolio,
                          GAsyncResult *result,
                          GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, qd_history_revert_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * qd_history_since_async:
 * @account: 0 for all
 * @since: in seconds since 1970
 */
void
qd_history_since_async (QdPortfolio        *portfolio,
                        gint64              account,
                        gint64              since,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  QdHistoryAsk *ask;

  g_return_if_fail (QD_IS_PORTFOLIO (portfolio));

  ask = ask_new (portfolio);
  ask->account = account;
  ask->since = since;
  qd_history_run (qd_portfolio_get_store (portfolio),
                  qd_history_since_func,
                  ask,
                  (GDestroyNotify)qd_history_since_free,
                  task_new (portfolio, qd_history_since_async, cancellable, callback, user_data));
}

/* Returns: (transfer full) (nullable): what came of all changes since */
QdHistorySince *
qd_history_since_finish (QdPortfolio  *portfolio,
                         GAsyncResult *result,
                         GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, qd_history_since_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* A call whose hour is not known counts from the beginning of its day. */
static gint64
get_begin (QdActivity *activity)
{
  g_autoptr(GDateTime) begin = NULL;
  gint64 seconds;
  int    year, month, day;

  if (activity->begins_at != NULL && qd_instant_parse (activity->begins_at, &seconds))
    return seconds;

  qd_day_get_ymd (activity->day, &year, &month, &day);
  begin = g_date_time_new_local (year, month, day, 0, 0, 0);

  return begin != NULL ? g_date_time_to_unix (begin) : 0;
}

/**
 * qd_history_last_call:
 * @portfolio: loaded
 *
 * Returns: when the last call with the customer began that is not still to come, in seconds
 *   since 1970; 0 for none
 */
gint64
qd_history_last_call (QdPortfolio *portfolio,
                      gint64       account)
{
  GPtrArray *activities;
  gint64     now = g_get_real_time () / G_USEC_PER_SEC;
  gint64     last = 0;

  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), 0);

  activities = qd_portfolio_peek_children (portfolio, QD_TYPE_ACTIVITY, account);

  for (guint i = 0; activities != NULL && i < activities->len; i++)
    {
      QdActivity *activity = g_ptr_array_index (activities, i);
      gint64      begin = get_begin (activity);

      if (activity->kind == QD_ACTIVITY_KIND_CUSTOMER_CALL && begin <= now)
        last = MAX (last, begin);
    }

  return last;
}

/* A QdReadFunc that only finds out whether there is something to read. */
static gpointer
nothing_func (QdDb    *db,
              gpointer data,
              GError **error)
{
  return g_strdup ("");
}

static void
as_of_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  QdStore *then = QD_STORE (object);
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *nothing = qd_store_read_finish (then, result, &error);

  if (nothing != NULL)
    {
      g_task_return_pointer (task, g_object_ref (then), g_object_unref);
      return;
    }

  qd_store_close (then);
  g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * qd_history_as_of_async:
 * @day: of the person's own time zone
 *
 * See qd_store_new_as_of(). Names are as sealed as they are now, see qd_seal_keep().
 */
void
qd_history_as_of_async (QdPortfolio        *portfolio,
                        int                 day,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_autoptr(QdStore) then = NULL;
  GTask *task;

  g_return_if_fail (QD_IS_PORTFOLIO (portfolio));

  /* It has to be closed, whoever is still there to want it. */
  task = task_new (portfolio, qd_history_as_of_async, cancellable, callback, user_data);
  g_task_set_check_cancellable (task, FALSE);
  then = qd_store_new_as_of (qd_portfolio_get_store (portfolio), day, qd_seal_keep);
  qd_store_read_async (then, nothing_func, NULL, NULL, g_free, NULL, as_of_cb, task);
}

/**
 * qd_history_as_of_finish:
 *
 * Returns: (transfer full) (nullable): to be closed by the caller, see qd_store_close()
 */
QdStore *
qd_history_as_of_finish (QdPortfolio  *portfolio,
                         GAsyncResult *result,
                         GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, qd_history_as_of_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
qd_history_first_day_async (QdPortfolio        *portfolio,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_return_if_fail (QD_IS_PORTFOLIO (portfolio));

  qd_history_run (qd_portfolio_get_store (portfolio),
                  qd_history_first_day_func,
                  ask_new (portfolio),
                  g_free,
                  task_new (portfolio, qd_history_first_day_async, cancellable, callback, user_data));
}

/* Returns: the first day whose end is known; %QD_DAY_NONE with @error set */
int
qd_history_first_day_finish (QdPortfolio  *portfolio,
                             GAsyncResult *result,
                             GError      **error)
{
  g_autofree int *day = NULL;

  g_return_val_if_fail (g_async_result_is_tagged (result, qd_history_first_day_async), QD_DAY_NONE);

  day = g_task_propagate_pointer (G_TASK (result), error);

  return day != NULL ? *day : QD_DAY_NONE;
}

void
qd_history_size_async (QdPortfolio        *portfolio,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  g_return_if_fail (QD_IS_PORTFOLIO (portfolio));

  qd_history_run (qd_portfolio_get_store (portfolio),
                  qd_history_size_func,
                  ask_new (portfolio),
                  g_free,
                  task_new (portfolio, qd_history_size_async, cancellable, callback, user_data));
}

/* Returns: about how much the history takes, in bytes; negative with @error set */
gint64
qd_history_size_finish (QdPortfolio  *portfolio,
                        GAsyncResult *result,
                        GError      **error)
{
  g_autofree gint64 *size = NULL;

  g_return_val_if_fail (g_async_result_is_tagged (result, qd_history_size_async), -1);

  size = g_task_propagate_pointer (G_TASK (result), error);

  return size != NULL ? *size : -1;
}
