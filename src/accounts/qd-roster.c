/* qd-roster.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-roster"

#include "qd-roster.h"

#include "qd-activity.h"
#include "qd-contact.h"
#include "qd-follow-up.h"
#include "qd-plan.h"
#include "qd-task.h"
#include "qd-team-member.h"

/**
 * QdRoster:
 *
 * The facts of every account, in the order of the accounts' list.
 *
 * It follows the portfolio with one `items-changed` for each transaction. An
 * account that stays keeps its facts, also where they are among what changed,
 * so that what is selected stays selected.
 */
struct _QdRoster
{
  GObject      parent_instance;

  QdPortfolio *portfolio;
  int          today;
  gboolean     show_codenames;
  GPtrArray   *facts;
  GHashTable  *by_id; /* gint64 * -> QdAccountFacts, both owned */
  GHashTable  *stale; /* set of gint64 *: accounts of which something changed */

  /* What the list of accounts said last, where it is not yet followed. */
  gboolean     accounts_changed;
  guint        position;
  guint        n_removed;
  guint        n_added;
};

static GType
qd_roster_get_item_type (GListModel *model)
{
  return QD_TYPE_ACCOUNT_FACTS;
}

static guint
qd_roster_get_n_items (GListModel *model)
{
  return QD_ROSTER (model)->facts->len;
}

static gpointer
qd_roster_get_item (GListModel *model,
                    guint       position)
{
  GPtrArray *facts = QD_ROSTER (model)->facts;

  return position < facts->len ? g_object_ref (g_ptr_array_index (facts, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = qd_roster_get_item_type;
  iface->get_n_items = qd_roster_get_n_items;
  iface->get_item = qd_roster_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (QdRoster,
                               qd_roster,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

/* The part of the roster that is not as it was. */
typedef struct
{
  guint head;
  guint end; /* after the last, as it is now */
} Span;

static void
span_add (Span *span,
          guint position)
{
  span->head = MIN (span->head, position);
  span->end = MAX (span->end, position + 1);
}

static QdAccountFacts *
create_facts (QdRoster  *self,
              QdAccount *account)
{
  gint64          id = qd_record_get_id (account);
  QdAccountFacts *facts = qd_account_facts_new (self->portfolio, account, self->today, self->show_codenames);

  g_hash_table_insert (self->by_id, g_memdup2 (&id, sizeof id), g_object_ref (facts));

  return facts;
}

/* The facts of the accounts that the list says changed or came; of those that
 * stayed, the same facts, brought up to date. */
static GPtrArray *
collect_facts (QdRoster *self)
{
  GListModel *accounts = G_LIST_MODEL (qd_portfolio_get_list (self->portfolio, QD_TYPE_ACCOUNT));
  GPtrArray  *collected = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = self->position; i < self->position + self->n_added; i++)
    {
      g_autoptr(QdAccount) account = g_list_model_get_item (accounts, i);
      gint64          id = qd_record_get_id (account);
      QdAccountFacts *facts = g_hash_table_lookup (self->by_id, &id);

      if (facts == NULL || facts->account != account)
        {
          g_ptr_array_add (collected, create_facts (self, account));
          continue;
        }

      g_ptr_array_add (collected, g_object_ref (facts));

      /* A field of the account itself is news to whoever shows it. */
      if (!qd_account_facts_update (facts, self->portfolio, self->today, self->show_codenames))
        g_signal_emit_by_name (facts, "changed");

      g_hash_table_remove (self->stale, &id);
    }

  return collected;
}

static void
forget_gone (QdRoster *self,
             guint     position,
             guint     n_removed)
{
  QdRecordList *accounts = qd_portfolio_get_list (self->portfolio, QD_TYPE_ACCOUNT);

  for (guint i = position; i < position + n_removed; i++)
    {
      QdAccountFacts *facts = g_ptr_array_index (self->facts, i);
      gint64          id = qd_record_get_id (facts->account);

      if (qd_record_list_lookup (accounts, id) == NULL)
        g_hash_table_remove (self->by_id, &id);
    }
}

/* Returns: how many there are more than before, fewer if negative */
static int
follow_accounts (QdRoster *self,
                 Span     *span)
{
  guint n_removed = self->n_removed;
  guint n_added = self->n_added;
  g_autoptr(GPtrArray) facts = NULL;

  if (!self->accounts_changed)
    return 0;

  self->accounts_changed = FALSE;
  forget_gone (self, self->position, n_removed);
  facts = collect_facts (self);

  if (n_removed > 0)
    g_ptr_array_remove_range (self->facts, self->position, n_removed);

  if (n_added > 0)
    {
      g_ptr_array_set_size (self->facts, self->facts->len + n_added);
      memmove (self->facts->pdata + self->position + n_added,
               self->facts->pdata + self->position,
               (self->facts->len - n_added - self->position) * sizeof (gpointer));
    }

  for (guint i = 0; i < n_added; i++)
    self->facts->pdata[self->position + i] = g_object_ref (g_ptr_array_index (facts, i));

  span->head = self->position;
  span->end = self->position + n_added;

  return (int)n_added - (int)n_removed;
}

static void
follow_parts (QdRoster *self,
              Span     *span)
{
  if (g_hash_table_size (self->stale) == 0)
    return;

  for (guint i = 0; i < self->facts->len; i++)
    {
      QdAccountFacts *facts = g_ptr_array_index (self->facts, i);
      gint64          id = qd_record_get_id (facts->account);

      if (g_hash_table_contains (self->stale, &id) &&
          qd_account_facts_update (facts, self->portfolio, self->today, self->show_codenames))
        span_add (span, i);
    }

  g_hash_table_remove_all (self->stale);
}

/* All lists and indexes are in step by now: they were there before. */
static void
catch_up (QdRoster *self)
{
  Span span = { G_MAXUINT, 0 };
  int  n_more;

  if (!self->accounts_changed && g_hash_table_size (self->stale) == 0)
    return;

  n_more = follow_accounts (self, &span);
  follow_parts (self, &span);

  if (span.head != G_MAXUINT)
    g_list_model_items_changed (
        G_LIST_MODEL (self), span.head, span.end - span.head - n_more, span.end - span.head);
}

static void
accounts_changed_cb (QdRoster *self,
                     guint     position,
                     guint     n_removed,
                     guint     n_added)
{
  g_return_if_fail (!self->accounts_changed);

  self->accounts_changed = TRUE;
  self->position = position;
  self->n_removed = n_removed;
  self->n_added = n_added;
}

static void
part_changed_cb (QdRoster *self,
                 gint64    account)
{
  g_hash_table_add (self->stale, g_memdup2 (&account, sizeof account));
}

/* A plan that is gone was told of by the index of plans. */
static void
tasks_changed_cb (QdRoster *self,
                  gint64    plan_id)
{
  QdPlan *plan = qd_portfolio_lookup (self->portfolio, QD_TYPE_PLAN, plan_id);

  if (plan != NULL)
    part_changed_cb (self, plan->account);
}

static void
follow_index (QdRoster *self,
              GType     type,
              GCallback callback)
{
  g_signal_connect_object (
      qd_portfolio_get_index (self->portfolio, type), "changed", callback, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (qd_portfolio_get_list (self->portfolio, type),
                           "reset",
                           G_CALLBACK (catch_up),
                           self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
update_all (QdRoster *self)
{
  /* Every account is news: what is said of a day depends on today. */
  for (guint i = 0; i < self->facts->len; i++)
    {
      QdAccountFacts *facts = g_ptr_array_index (self->facts, i);

      if (!qd_account_facts_update (facts, self->portfolio, self->today, self->show_codenames))
        g_signal_emit_by_name (facts, "changed");
    }

  g_list_model_items_changed (G_LIST_MODEL (self), 0, self->facts->len, self->facts->len);
}

static void
qd_roster_finalize (GObject *object)
{
  QdRoster *self = QD_ROSTER (object);

  g_clear_pointer (&self->stale, g_hash_table_unref);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->facts, g_ptr_array_unref);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_roster_parent_class)->finalize (object);
}

static void
qd_roster_class_init (QdRosterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qd_roster_finalize;
}

static void
qd_roster_init (QdRoster *self)
{
  self->facts = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->stale = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

QdRoster *
qd_roster_new (QdPortfolio *portfolio,
               int          today,
               gboolean     show_codenames)
{
  QdRoster   *self;
  GListModel *accounts;

  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), NULL);

  self = g_object_new (QD_TYPE_ROSTER, NULL);
  self->portfolio = g_object_ref (portfolio);
  self->today = today;
  self->show_codenames = show_codenames;

  accounts = G_LIST_MODEL (qd_portfolio_get_list (portfolio, QD_TYPE_ACCOUNT));
  accounts_changed_cb (self, 0, 0, g_list_model_get_n_items (accounts));
  catch_up (self);

  g_signal_connect_object (
      accounts, "items-changed", G_CALLBACK (accounts_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      accounts, "reset", G_CALLBACK (catch_up), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  follow_index (self, QD_TYPE_CONTACT, G_CALLBACK (part_changed_cb));
  follow_index (self, QD_TYPE_TEAM_MEMBER, G_CALLBACK (part_changed_cb));
  follow_index (self, QD_TYPE_ACTIVITY, G_CALLBACK (part_changed_cb));
  follow_index (self, QD_TYPE_HEALTH, G_CALLBACK (part_changed_cb));
  follow_index (self, QD_TYPE_FOLLOW_UP, G_CALLBACK (part_changed_cb));
  follow_index (self, QD_TYPE_PLAN, G_CALLBACK (part_changed_cb));
  follow_index (self, QD_TYPE_TASK, G_CALLBACK (tasks_changed_cb));
  g_signal_connect_object (qd_portfolio_get_store (portfolio),
                           "changed",
                           G_CALLBACK (catch_up),
                           self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  return self;
}

/* Returns: (transfer none) */
QdPortfolio *
qd_roster_get_portfolio (QdRoster *self)
{
  g_return_val_if_fail (QD_IS_ROSTER (self), NULL);

  return self->portfolio;
}

int
qd_roster_get_today (QdRoster *self)
{
  g_return_val_if_fail (QD_IS_ROSTER (self), 0);

  return self->today;
}

/* A new day makes days since, what is overdue and what a plan expects new. */
void
qd_roster_set_today (QdRoster *self,
                     int       today)
{
  g_return_if_fail (QD_IS_ROSTER (self));

  if (self->today == today)
    return;

  self->today = today;
  update_all (self);
}

void
qd_roster_set_show_codenames (QdRoster *self,
                              gboolean  show_codenames)
{
  g_return_if_fail (QD_IS_ROSTER (self));

  if (self->show_codenames == !!show_codenames)
    return;

  self->show_codenames = !!show_codenames;
  update_all (self);
}

/* Returns: (transfer none) (nullable): the facts of the account with that id */
QdAccountFacts *
qd_roster_lookup (QdRoster *self,
                  gint64    account)
{
  g_return_val_if_fail (QD_IS_ROSTER (self), NULL);

  return g_hash_table_lookup (self->by_id, &account);
}
