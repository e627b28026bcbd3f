/* qd-support-items.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-support-items"

#include "qd-support-items.h"

/**
 * QdSupportItems:
 *
 * All tickets, escalations or upgrades as they stand, kept up with the records, the facts and the
 * clock. `updated` is emitted when any of them is another than before.
 */
struct _QdSupportItems
{
  GObject        parent_instance;

  GType          type;
  QdFactBook    *book;
  QdMinuteClock *clock;
  GListStore    *items;
  GHashTable    *by_record; /* QdRecord -> QdSupportItem, which the list owns */
  gboolean       show_codenames;
};

G_DEFINE_FINAL_TYPE (QdSupportItems, qd_support_items, G_TYPE_OBJECT)

enum
{
  UPDATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
update_item (QdSupportItems *self,
             QdSupportItem  *item)
{
  return qd_support_item_update (item,
                                 self->book,
                                 qd_minute_clock_get_now (self->clock),
                                 qd_minute_clock_get_today (self->clock),
                                 self->show_codenames);
}

/* Takes out what is no longer among @records, which are those that count. */
static gboolean
remove_gone (QdSupportItems *self,
             GHashTable     *records)
{
  gboolean changed = FALSE;

  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (self->items)); i > 0; i--)
    {
      g_autoptr(QdSupportItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i - 1);

      if (g_hash_table_contains (records, item->record))
        continue;

      g_hash_table_remove (self->by_record, item->record);
      g_list_store_remove (self->items, i - 1);
      changed = TRUE;
    }

  return changed;
}

static void
refresh (QdSupportItems *self)
{
  GListModel *records = G_LIST_MODEL (qd_portfolio_get_list (qd_fact_book_get_portfolio (self->book), self->type));
  g_autoptr(GHashTable) found = g_hash_table_new (NULL, NULL);
  gboolean changed = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr(QdRecord) record = g_list_model_get_item (records, i);
      QdSupportItem *item = g_hash_table_lookup (self->by_record, record);
      g_autoptr(QdSupportItem) made = NULL;

      if (item == NULL)
        item = made = qd_support_item_new (record);

      changed |= update_item (self, item);

      if (item->account == NULL)
        continue;

      g_hash_table_add (found, record);

      if (made != NULL)
        {
          g_hash_table_insert (self->by_record, record, made);
          g_list_store_append (self->items, made);
        }
    }

  if (remove_gone (self, found) || changed)
    g_signal_emit (self, signals[UPDATED], 0);
}

static void
qd_support_items_dispose (GObject *object)
{
  QdSupportItems *self = QD_SUPPORT_ITEMS (object);

  g_hash_table_remove_all (self->by_record);
  g_list_store_remove_all (self->items);
  g_clear_object (&self->clock);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (qd_support_items_parent_class)->dispose (object);
}

static void
qd_support_items_finalize (GObject *object)
{
  QdSupportItems *self = QD_SUPPORT_ITEMS (object);

  g_hash_table_unref (self->by_record);
  g_object_unref (self->items);

  G_OBJECT_CLASS (qd_support_items_parent_class)->finalize (object);
}

static void
qd_support_items_class_init (QdSupportItemsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = qd_support_items_dispose;
  object_class->finalize = qd_support_items_finalize;

  /**
   * QdSupportItems::updated:
   *
   * Some are others than before, or stand elsewhere in the order.
   */
  signals[UPDATED] =
      g_signal_new ("updated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
qd_support_items_init (QdSupportItems *self)
{
  self->by_record = g_hash_table_new (NULL, NULL);
  self->items = g_list_store_new (QD_TYPE_SUPPORT_ITEM);
}

/**
 * qd_support_items_new:
 * @type: of the records
 * @book: of a portfolio
 */
QdSupportItems *
qd_support_items_new (GType          type,
                      QdFactBook    *book,
                      QdMinuteClock *clock)
{
  QdSupportItems *self;
  QdPortfolio    *portfolio;

  g_return_val_if_fail (QD_IS_FACT_BOOK (book), NULL);
  g_return_val_if_fail (QD_IS_MINUTE_CLOCK (clock), NULL);

  self = g_object_new (QD_TYPE_SUPPORT_ITEMS, NULL);
  self->type = type;
  self->book = g_object_ref (book);
  self->clock = g_object_ref (clock);
  portfolio = qd_fact_book_get_portfolio (book);
  g_signal_connect_object (
      qd_portfolio_get_list (portfolio, type), "items-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (qd_portfolio_get_list (portfolio, QD_TYPE_ACCOUNT),
                           "items-changed",
                           G_CALLBACK (refresh),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (book, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (clock, "ticked", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);

  return self;
}

GType
qd_support_items_get_record_type (QdSupportItems *self)
{
  g_return_val_if_fail (QD_IS_SUPPORT_ITEMS (self), G_TYPE_NONE);

  return self->type;
}

/* Returns: (transfer none): all accounts there are */
GListModel *
qd_support_items_get_accounts (QdSupportItems *self)
{
  g_return_val_if_fail (QD_IS_SUPPORT_ITEMS (self), NULL);

  return G_LIST_MODEL (qd_portfolio_get_list (qd_fact_book_get_portfolio (self->book), QD_TYPE_ACCOUNT));
}

/* Returns: (transfer none): QdSupportItem, in no order */
GListModel *
qd_support_items_get_model (QdSupportItems *self)
{
  g_return_val_if_fail (QD_IS_SUPPORT_ITEMS (self), NULL);

  return G_LIST_MODEL (self->items);
}

/* Of accounts that are looked after */
guint
qd_support_items_count (QdSupportItems  *self,
                        QdSupportSection section)
{
  guint n = 0;

  g_return_val_if_fail (QD_IS_SUPPORT_ITEMS (self), 0);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr(QdSupportItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      n += item->section == section && !item->account->archived;
    }

  return n;
}

/* How many are open and due, or late */
guint
qd_support_items_count_late (QdSupportItems *self)
{
  guint n = 0;

  g_return_val_if_fail (QD_IS_SUPPORT_ITEMS (self), 0);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr(QdSupportItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      n += qd_support_item_is_open (item) && item->due_tone >= QD_TONE_SOON;
    }

  return n;
}

void
qd_support_items_set_show_codenames (QdSupportItems *self,
                                     gboolean        show_codenames)
{
  g_return_if_fail (QD_IS_SUPPORT_ITEMS (self));

  if (self->show_codenames == show_codenames)
    return;

  self->show_codenames = show_codenames;
  refresh (self);
}
