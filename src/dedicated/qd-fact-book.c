/* qd-fact-book.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-fact-book"

#include "qd-fact-book.h"

#include <string.h>

#include "qd-json.h"

#define N_TOPICS (QD_FACT_TOPIC_FEATURE + 1)

/**
 * QdFactBook:
 *
 * What is known about Dedicated and Support, by topic: the facts that ship with
 * the app, as a person has edited them, and after them a person's own.
 *
 * It follows the portfolio, and says so by #QdFactBook::changed. What it gave away
 * before is gone then.
 */
struct _QdFactBook
{
  GObject      parent_instance;

  QdPortfolio *portfolio;          /* (nullable) */
  GPtrArray   *shipped[N_TOPICS];  /* of QdFact */
  GPtrArray   *all[N_TOPICS];      /* of QdFact */
  GPtrArray   *counting[N_TOPICS]; /* of QdFact, those of the others that are not struck out */
  guint        serial;
};

G_DEFINE_FINAL_TYPE (QdFactBook, qd_fact_book, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static QdFact *
find_key (GPtrArray  *facts,
          const char *key)
{
  for (guint i = 0; facts != NULL && i < facts->len; i++)
    {
      QdFact *fact = g_ptr_array_index (facts, i);

      if (g_strcmp0 (fact->key, key) == 0)
        return fact;
    }

  return NULL;
}

/* Of two records under the same key, the one that was made first. */
static QdFactEdit *
find_edit (GPtrArray  *edits,
           QdFactTopic topic,
           const char *key)
{
  for (guint i = 0; i < edits->len; i++)
    {
      QdFactEdit *edit = g_ptr_array_index (edits, i);

      if (edit->topic == topic && g_str_equal (edit->key, key))
        return edit;
    }

  return NULL;
}

/* Returns: (transfer full) (nullable): what @edit says, where this version can read it */
static QdFact *
read_edit (QdFactEdit *edit)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(JsonNode) node = NULL;

  if (edit->body == NULL)
    return NULL;

  bytes = g_bytes_new_static (edit->body, strlen (edit->body));
  node = qd_json_read (bytes, NULL);

  return node != NULL ? qd_fact_read (edit->topic, node, "", NULL) : NULL;
}

static QdFact *
create_fact (QdFactEdit *edit,
             QdFact     *shipped)
{
  QdFact *fact = edit != NULL && !edit->struck ? read_edit (edit) : NULL;

  if (fact != NULL)
    fact->state = shipped != NULL ? QD_FACT_STATE_EDITED : QD_FACT_STATE_OWN;
  else if (shipped != NULL)
    fact = qd_fact_copy (shipped);

  if (fact == NULL || edit == NULL)
    return fact;

  fact->id = qd_record_get_id (edit);

  if (edit->struck)
    fact->state = QD_FACT_STATE_STRUCK;

  return fact;
}

static int
compare_edits (gconstpointer a,
               gconstpointer b)
{
  QdFactEdit *first = *(QdFactEdit **)a;
  QdFactEdit *second = *(QdFactEdit **)b;
  gint64      left = qd_record_get_id (first);
  gint64      right = qd_record_get_id (second);

  if (first->position != second->position)
    return first->position < second->position ? -1 : 1;

  return (left > right) - (left < right);
}

/* Returns: (transfer full) (element-type QdFactEdit): in their order */
static GPtrArray *
collect_edits (QdFactBook *self)
{
  GPtrArray  *edits = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *list = self->portfolio != NULL
                         ? G_LIST_MODEL (qd_portfolio_get_list (self->portfolio, QD_TYPE_FACT_EDIT))
                         : NULL;

  for (guint i = 0; list != NULL && i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (edits, g_list_model_get_item (list, i));

  g_ptr_array_sort (edits, compare_edits);

  return edits;
}

static void
add_own (GPtrArray  *facts,
         GPtrArray  *edits,
         QdFactTopic topic)
{
  for (guint i = 0; i < edits->len; i++)
    {
      QdFactEdit *edit = g_ptr_array_index (edits, i);
      QdFact     *fact;

      if (edit->topic == topic && find_key (facts, edit->key) == NULL && (fact = create_fact (edit, NULL)) != NULL)
        g_ptr_array_add (facts, fact);
    }
}

static void
collect (QdFactBook *self)
{
  g_autoptr(GPtrArray) edits = collect_edits (self);

  self->serial++;

  for (guint topic = 0; topic < N_TOPICS; topic++)
    {
      GPtrArray *facts = g_ptr_array_new_with_free_func ((GDestroyNotify)qd_fact_free);
      GPtrArray *counting = g_ptr_array_new ();

      for (guint i = 0; i < self->shipped[topic]->len; i++)
        {
          QdFact *shipped = g_ptr_array_index (self->shipped[topic], i);

          g_ptr_array_add (facts, create_fact (find_edit (edits, topic, shipped->key), shipped));
        }

      add_own (facts, edits, topic);

      for (guint i = 0; i < facts->len; i++)
        {
          if (((QdFact *)g_ptr_array_index (facts, i))->state != QD_FACT_STATE_STRUCK)
            g_ptr_array_add (counting, g_ptr_array_index (facts, i));
        }

      g_clear_pointer (&self->counting[topic], g_ptr_array_unref);
      g_clear_pointer (&self->all[topic], g_ptr_array_unref);
      self->all[topic] = facts;
      self->counting[topic] = counting;
    }
}

static void
items_changed_cb (GListModel *list,
                  guint       position,
                  guint       removed,
                  guint       added,
                  QdFactBook *self)
{
  collect (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
qd_fact_book_finalize (GObject *object)
{
  QdFactBook *self = QD_FACT_BOOK (object);

  for (guint topic = 0; topic < N_TOPICS; topic++)
    {
      g_clear_pointer (&self->counting[topic], g_ptr_array_unref);
      g_clear_pointer (&self->all[topic], g_ptr_array_unref);
      g_clear_pointer (&self->shipped[topic], g_ptr_array_unref);
    }

  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_fact_book_parent_class)->finalize (object);
}

static void
qd_fact_book_class_init (QdFactBookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qd_fact_book_finalize;

  /**
   * QdFactBook::changed:
   *
   * What it holds is another now.
   */
  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
qd_fact_book_init (QdFactBook *self)
{
  for (guint topic = 0; topic < N_TOPICS; topic++)
    {
      g_autoptr(GError) error = NULL;

      self->shipped[topic] = qd_facts_load_shipped (topic, &error);

      if (self->shipped[topic] == NULL)
        g_error ("%s", error->message);
    }
}

/**
 * qd_fact_book_new:
 * @portfolio: (nullable): without one, the facts are as they ship
 */
QdFactBook *
qd_fact_book_new (QdPortfolio *portfolio)
{
  QdFactBook *self;

  g_return_val_if_fail (portfolio == NULL || QD_IS_PORTFOLIO (portfolio), NULL);

  self = g_object_new (QD_TYPE_FACT_BOOK, NULL);
  g_set_object (&self->portfolio, portfolio);
  collect (self);

  if (portfolio != NULL)
    g_signal_connect_object (qd_portfolio_get_list (portfolio, QD_TYPE_FACT_EDIT),
                             "items-changed",
                             G_CALLBACK (items_changed_cb),
                             self,
                             G_CONNECT_DEFAULT);

  return self;
}

static void
weak_ref_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/**
 * qd_fact_book_get:
 *
 * Returns: (transfer full): the book of @portfolio that others have already, as long as anybody has one
 */
QdFactBook *
qd_fact_book_get (QdPortfolio *portfolio)
{
  GWeakRef   *shared;
  QdFactBook *book;

  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), NULL);

  shared = g_object_get_data (G_OBJECT (portfolio), "qd-fact-book");

  if (shared == NULL)
    {
      shared = g_new0 (GWeakRef, 1);
      g_weak_ref_init (shared, NULL);
      g_object_set_data_full (G_OBJECT (portfolio), "qd-fact-book", shared, weak_ref_free);
    }

  book = g_weak_ref_get (shared);

  if (book == NULL)
    {
      book = qd_fact_book_new (portfolio);
      g_weak_ref_set (shared, book);
    }

  return book;
}

/* Returns: another number for each state that its facts were in */
guint
qd_fact_book_get_serial (QdFactBook *self)
{
  g_return_val_if_fail (QD_IS_FACT_BOOK (self), 0);

  return self->serial;
}

/* Returns: (transfer none) (nullable) */
QdPortfolio *
qd_fact_book_get_portfolio (QdFactBook *self)
{
  g_return_val_if_fail (QD_IS_FACT_BOOK (self), NULL);

  return self->portfolio;
}

/* Returns: (transfer none) (element-type QdFact): what counts, each the structure of @topic */
GPtrArray *
qd_fact_book_peek (QdFactBook *self,
                   QdFactTopic topic)
{
  g_return_val_if_fail (QD_IS_FACT_BOOK (self), NULL);
  g_return_val_if_fail ((guint)topic < N_TOPICS, NULL);

  return self->counting[topic];
}

/* The same with what is struck out. */
GPtrArray *
qd_fact_book_peek_all (QdFactBook *self,
                       QdFactTopic topic)
{
  g_return_val_if_fail (QD_IS_FACT_BOOK (self), NULL);
  g_return_val_if_fail ((guint)topic < N_TOPICS, NULL);

  return self->all[topic];
}

/**
 * qd_fact_book_lookup:
 * @key: (nullable)
 *
 * Returns: (transfer none) (nullable): the fact that counts, as the structure of @topic
 */
gconstpointer
qd_fact_book_lookup (QdFactBook *self,
                     QdFactTopic topic,
                     const char *key)
{
  g_return_val_if_fail (QD_IS_FACT_BOOK (self), NULL);
  g_return_val_if_fail ((guint)topic < N_TOPICS, NULL);

  return key != NULL ? find_key (self->counting[topic], key) : NULL;
}

/* Returns: (transfer none) (nullable): the fact of that key as it ships, whatever a person has made of it */
const QdFact *
qd_fact_book_get_shipped (QdFactBook *self,
                          QdFactTopic topic,
                          const char *key)
{
  g_return_val_if_fail (QD_IS_FACT_BOOK (self), NULL);
  g_return_val_if_fail ((guint)topic < N_TOPICS, NULL);

  return find_key (self->shipped[topic], key);
}

/* Returns: (transfer none): what it is called; of one that is not there, its key */
const char *
qd_fact_book_get_name (QdFactBook *self,
                       QdFactTopic topic,
                       const char *key)
{
  const QdFact *fact = qd_fact_book_lookup (self, topic, key);

  return fact != NULL ? fact->name : key;
}
