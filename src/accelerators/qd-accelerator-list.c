/* qd-accelerator-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-accelerator-list"

#include "qd-accelerator-list.h"

#include <glib/gi18n.h>

#include "qd-account-rules.h"

/* Around today, for which our working time is known in any case; and around what is planned,
 * since tasks may be outside of their plan. In days. */
#define LEAST_AROUND 400
#define MOST_AROUND (20 * 366)
#define TASKS_AROUND 100

/* An entry that is to be sorted */
typedef struct
{
  QdPlan *plan;
  char   *account; /* what it is called, to be collated */
} Entry;

static void
entry_clear (gpointer data)
{
  g_free (((Entry *)data)->account);
}

gboolean
qd_plan_is_accelerator (QdPlan *plan)
{
  g_return_val_if_fail (QD_IS_PLAN (plan), FALSE);

  return plan->kind == QD_PLAN_KIND_ACCELERATOR || (int)plan->accelerator != QD_ENUM_NONE;
}

/* Those of an account together, by when they start */
static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *first = a, *second = b;
  int          order = g_strcmp0 (first->account, second->account);

  if (order == 0 && first->plan->account != second->plan->account)
    order = first->plan->account < second->plan->account ? -1 : 1;

  if (order == 0)
    order = (first->plan->start > second->plan->start) - (first->plan->start < second->plan->start);

  return order != 0 ? order : g_utf8_collate (first->plan->name, second->plan->name);
}

/* Returns: (transfer full) (element-type QdPlan): those of an account together */
GPtrArray *
qd_accelerators_list (QdPortfolio *portfolio,
                      gboolean     show_codenames)
{
  GListModel *plans;
  GPtrArray  *sorted = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), sorted);

  plans = G_LIST_MODEL (qd_portfolio_get_list (portfolio, QD_TYPE_PLAN));
  g_array_set_clear_func (entries, entry_clear);

  for (guint i = 0; i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr(QdPlan) plan = g_list_model_get_item (plans, i);
      QdAccount       *account = qd_portfolio_lookup (portfolio, QD_TYPE_ACCOUNT, plan->account);
      g_autofree char *title = account != NULL ? qd_account_dup_title (account, show_codenames) : g_strdup ("");
      Entry            entry = { plan, NULL };

      if (!qd_plan_is_accelerator (plan))
        continue;

      entry.account = g_utf8_collate_key (title, -1);
      g_array_append_val (entries, entry);
    }

  g_array_sort (entries, compare_entries);

  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (sorted, g_object_ref (g_array_index (entries, Entry, i).plan));

  return sorted;
}

/* Returns: (transfer full): of which our side is to be looked at, as long as anything of @plans is done */
QdPlanCalendars *
qd_accelerators_create_calendars (QdPortfolio *portfolio,
                                  GPtrArray   *plans,
                                  int          today)
{
  int first = today - LEAST_AROUND;
  int last = today + LEAST_AROUND;

  for (guint i = 0; i < plans->len; i++)
    {
      QdPlan *plan = g_ptr_array_index (plans, i);

      if (plan->start != QD_DAY_NONE)
        first = MIN (first, plan->start - TASKS_AROUND);

      if (plan->target != QD_DAY_NONE)
        last = MAX (last, plan->target + TASKS_AROUND);
    }

  return qd_plan_calendars_new_for (
      portfolio, 0, MAX (first, today - MOST_AROUND), MIN (last, today + MOST_AROUND));
}

/**
 * qd_accelerators_list_load:
 * @plans: (element-type QdPlan):
 * @hours: in which we work
 *
 * Returns: (transfer full) (element-type QdLoadAccelerator): what they ask of us; those that are closed
 *   ask for nothing any more
 */
GPtrArray *
qd_accelerators_list_load (QdPortfolio *portfolio,
                           GPtrArray   *plans,
                           gboolean     show_codenames,
                           QdWorkTime  *hours)
{
  GPtrArray *accelerators = g_ptr_array_new_with_free_func ((GDestroyNotify)qd_load_accelerator_free);

  for (guint i = 0; i < plans->len; i++)
    {
      QdPlan          *plan = g_ptr_array_index (plans, i);
      QdAccount       *account = qd_portfolio_lookup (portfolio, QD_TYPE_ACCOUNT, plan->account);
      g_autofree char *title = account != NULL ? qd_account_dup_title (account, show_codenames) : NULL;
      /* Translators: the name of a plan, and the account it is of */
      g_autofree char *name = title != NULL ? g_strdup_printf (_ ("%1$s (%2$s)"), plan->name, title)
                                            : g_strdup (plan->name);

      if (plan->status != QD_PLAN_STATUS_CLOSED)
        g_ptr_array_add (accelerators, qd_load_accelerator_new_from_plan (portfolio, plan, name, hours));
    }

  return accelerators;
}

/* Whether @name runs it, or does something in it */
gboolean
qd_load_accelerator_has_person (QdLoadAccelerator *self,
                                const char        *name)
{
  if (g_strcmp0 (self->owner, name) == 0)
    return TRUE;

  for (guint i = 0; i < self->tasks->len; i++)
    {
      QdLoadTask *task = g_ptr_array_index (self->tasks, i);

      if (g_strcmp0 (task->owner, name) == 0)
        return TRUE;
    }

  return FALSE;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char *const *)a, *(const char *const *)b);
}

/* Returns: (transfer full) (element-type utf8): each person once, by name */
GPtrArray *
qd_load_accelerators_list_people (GPtrArray *accelerators)
{
  g_autoptr(GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *people = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < accelerators->len; i++)
    {
      QdLoadAccelerator *accelerator = g_ptr_array_index (accelerators, i);

      if (accelerator->owner != NULL && g_hash_table_add (known, accelerator->owner))
        g_ptr_array_add (people, g_strdup (accelerator->owner));

      for (guint n = 0; n < accelerator->tasks->len; n++)
        {
          QdLoadTask *task = g_ptr_array_index (accelerator->tasks, n);

          if (task->owner != NULL && g_hash_table_add (known, task->owner))
            g_ptr_array_add (people, g_strdup (task->owner));
        }
    }

  g_ptr_array_sort (people, compare_names);

  return people;
}
