/* qd-history-feed.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-history-feed"

#include "qd-history-feed.h"

#include "qd-store.h"

/* How many entries are asked for at a time */
#define PAGE 200

/* Milliseconds after a change until it is looked for: edits may come in quick succession. */
#define LOOK_AFTER 150

/**
 * QdHistoryFeed:
 *
 * A list of #QdHistoryEntry, newest first, that holds as much of the history as was asked for and
 * follows what is changed. An entry that is as it was stays the same object.
 */
struct _QdHistoryFeed
{
  GObject        parent_instance;

  QdPortfolio   *portfolio;
  GPtrArray     *entries;
  QdHistoryQuery query;
  char          *text;        /* (nullable): the query's */
  char          *table;       /* (nullable): likewise */
  GCancellable  *cancellable; /* (nullable): of what is under way */
  guint          timeout;
  gboolean       older; /* what is under way continues the list, rather than to make it anew */
  gboolean       at_end;
};

static void list_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (QdHistoryFeed,
                               qd_history_feed,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_iface_init))

enum
{
  UPDATED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GType
qd_history_feed_get_item_type (GListModel *model)
{
  return QD_TYPE_HISTORY_ENTRY;
}

static guint
qd_history_feed_get_n_items (GListModel *model)
{
  return QD_HISTORY_FEED (model)->entries->len;
}

static gpointer
qd_history_feed_get_item (GListModel *model,
                          guint       position)
{
  QdHistoryFeed *self = QD_HISTORY_FEED (model);

  return position < self->entries->len ? g_object_ref (g_ptr_array_index (self->entries, position)) : NULL;
}

static void
list_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = qd_history_feed_get_item_type;
  iface->get_n_items = qd_history_feed_get_n_items;
  iface->get_item = qd_history_feed_get_item;
}

/* What else is in an entry does not change, but for names in its words. */
static gboolean
is_same (QdHistoryEntry *a,
         QdHistoryEntry *b)
{
  return a->id == b->id && a->reverted == b->reverted && a->merged == b->merged && g_strcmp0 (a->words, b->words) == 0;
}

/* Puts @found in the place of all there is, and says so of no more than what is another. */
static void
replace (QdHistoryFeed *self,
         GPtrArray     *found)
{
  guint n_old = self->entries->len, n_new = found->len;
  guint head = 0, tail = 0;

  while (head < MIN (n_old, n_new) &&
         is_same (g_ptr_array_index (self->entries, head), g_ptr_array_index (found, head)))
    head++;

  while (tail < MIN (n_old, n_new) - head &&
         is_same (g_ptr_array_index (self->entries, n_old - 1 - tail), g_ptr_array_index (found, n_new - 1 - tail)))
    tail++;

  if (n_old > head + tail)
    g_ptr_array_remove_range (self->entries, head, n_old - head - tail);

  for (guint i = head; i < n_new - tail; i++)
    g_ptr_array_insert (self->entries, i, g_object_ref (g_ptr_array_index (found, i)));

  if (n_old > head + tail || n_new > head + tail)
    g_list_model_items_changed (G_LIST_MODEL (self), head, n_old - head - tail, n_new - head - tail);
}

static void
append (QdHistoryFeed *self,
        GPtrArray     *found)
{
  guint n_old = self->entries->len;

  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (self->entries, g_object_ref (g_ptr_array_index (found, i)));

  if (found->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), n_old, 0, found->len);
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(QdHistoryFeed) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = qd_history_find_finish (QD_PORTFOLIO (object), result, &error);

  /* Something else was asked for since. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);

  if (found == NULL)
    {
      self->at_end = TRUE;
      g_signal_emit (self, signals[FAILED], 0, error);
    }
  else
    {
      self->at_end = found->len < self->query.limit;

      if (self->older)
        append (self, found);
      else
        replace (self, found);
    }

  g_signal_emit (self, signals[UPDATED], 0);
}

static void
look (QdHistoryFeed *self,
      gboolean       older)
{
  QdHistoryEntry *last = self->entries->len > 0 ? g_ptr_array_index (self->entries, self->entries->len - 1) : NULL;

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);

  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->older = older && last != NULL;
  self->query.before = self->older ? last->id : 0;
  self->query.limit = self->older ? PAGE : MAX (PAGE, self->entries->len);
  qd_history_find_async (self->portfolio, &self->query, self->cancellable, found_cb, g_object_ref (self));
}

static gboolean
timeout_cb (gpointer user_data)
{
  QdHistoryFeed *self = user_data;

  self->timeout = 0;
  look (self, FALSE);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (QdHistoryFeed *self)
{
  if (self->timeout == 0)
    self->timeout = g_timeout_add (LOOK_AFTER, timeout_cb, self);
}

static void
qd_history_feed_dispose (GObject *object)
{
  QdHistoryFeed *self = QD_HISTORY_FEED (object);

  g_clear_handle_id (&self->timeout, g_source_remove);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_history_feed_parent_class)->dispose (object);
}

static void
qd_history_feed_finalize (GObject *object)
{
  QdHistoryFeed *self = QD_HISTORY_FEED (object);

  g_ptr_array_unref (self->entries);
  g_free (self->text);
  g_free (self->table);

  G_OBJECT_CLASS (qd_history_feed_parent_class)->finalize (object);
}

static void
qd_history_feed_class_init (QdHistoryFeedClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_history_feed_dispose;
  G_OBJECT_CLASS (klass)->finalize = qd_history_feed_finalize;

  /* What was asked for is there, whether it changed the list or not. */
  signals[UPDATED] =
      g_signal_new ("updated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /* It could not be read: a GError. */
  signals[FAILED] = g_signal_new (
      "failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
qd_history_feed_init (QdHistoryFeed *self)
{
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
}

/* Empty until it is told what to look for. */
QdHistoryFeed *
qd_history_feed_new (QdPortfolio *portfolio)
{
  QdHistoryFeed *self;

  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), NULL);

  self = g_object_new (QD_TYPE_HISTORY_FEED, NULL);
  self->portfolio = g_object_ref (portfolio);

  return self;
}

/**
 * qd_history_feed_set_query:
 * @query: what is looked for; where it begins and how much there may be is the list's own affair
 *
 * Makes the list anew. What it has stays until the rest is found.
 */
void
qd_history_feed_set_query (QdHistoryFeed        *self,
                           const QdHistoryQuery *query)
{
  QdStore *store;

  g_return_if_fail (QD_IS_HISTORY_FEED (self));
  g_return_if_fail (query != NULL);

  store = qd_portfolio_get_store (self->portfolio);

  if (g_signal_handler_find (store, G_SIGNAL_MATCH_FUNC | G_SIGNAL_MATCH_DATA, 0, 0, NULL, changed_cb, self) == 0)
    {
      g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (store, "replaced", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    }

  g_set_str (&self->text, query->text);
  g_set_str (&self->table, query->table);
  self->query = *query;
  self->query.text = self->text;
  self->query.table = self->table;
  g_clear_handle_id (&self->timeout, g_source_remove);

  /* Of another query, no more than the first page is wanted. */
  if (self->entries->len > PAGE)
    {
      guint n_more = self->entries->len - PAGE;

      g_ptr_array_remove_range (self->entries, PAGE, n_more);
      g_list_model_items_changed (G_LIST_MODEL (self), PAGE, n_more, 0);
    }

  look (self, FALSE);
}

/* Continues the list, unless it is at its end or something is under way already. */
void
qd_history_feed_load_older (QdHistoryFeed *self)
{
  g_return_if_fail (QD_IS_HISTORY_FEED (self));

  if (self->cancellable == NULL && self->timeout == 0 && !self->at_end && self->entries->len > 0)
    look (self, TRUE);
}

gboolean
qd_history_feed_is_loading (QdHistoryFeed *self)
{
  g_return_val_if_fail (QD_IS_HISTORY_FEED (self), FALSE);

  return self->cancellable != NULL;
}

/* Whether the oldest that there is is in the list */
gboolean
qd_history_feed_is_at_end (QdHistoryFeed *self)
{
  g_return_val_if_fail (QD_IS_HISTORY_FEED (self), FALSE);

  return self->at_end;
}
