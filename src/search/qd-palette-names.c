/* qd-palette-names.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-palette-names"

#include "qd-palette-names.h"

#include <string.h>

#include "qd-account.h"
#include "qd-fuzzy.h"
#include "qd-plan.h"
#include "qd-search-key.h"
#include "qd-task.h"

typedef struct
{
  QdPaletteGroup group;
  gint64         id;
  char          *key; /* folded, once they are */
} Name;

/* The first thread that looks through them folds them: that of 100 000 tasks is not for the main thread.
 * Nothing else changes. */
struct _QdPaletteNames
{
  gsize      folded; /* for g_once_init_enter() */
  GPtrArray *list;   /* of Name */
};

typedef struct
{
  const Name *name;
  int         score;
} Match;

static void
name_free (Name *name)
{
  g_free (name->key);
  g_free (name);
}

static void
add_name (QdPaletteNames *self,
          QdPaletteGroup  group,
          gint64          id,
          const char     *text)
{
  Name *name = g_new (Name, 1);

  *name = (Name){ group, id, g_strdup (text) };
  g_ptr_array_add (self->list, name);
}

static char *
dup_account_names (QdAccount *account)
{
  return g_strjoin (" ",
                    account->codename != NULL ? account->codename : "",
                    account->name,
                    account->aliases != NULL ? account->aliases : "",
                    NULL);
}

static void
add_accounts (QdPaletteNames *self,
              QdPortfolio    *portfolio)
{
  GListModel *list = G_LIST_MODEL (qd_portfolio_get_list (portfolio, QD_TYPE_ACCOUNT));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(QdAccount) account = g_list_model_get_item (list, i);
      g_autofree char *text = g_strstrip (dup_account_names (account));

      add_name (self, QD_PALETTE_ACCOUNT, qd_record_get_id (account), text);
    }
}

/* By the name of its account as well */
static void
add_plans (QdPaletteNames *self,
           QdPortfolio    *portfolio)
{
  GListModel *list = G_LIST_MODEL (qd_portfolio_get_list (portfolio, QD_TYPE_PLAN));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(QdPlan) plan = g_list_model_get_item (list, i);
      QdAccount       *account = qd_portfolio_lookup (portfolio, QD_TYPE_ACCOUNT, plan->account);
      g_autofree char *of_account = account != NULL ? dup_account_names (account) : g_strdup ("");
      g_autofree char *text = g_strjoin (" ", plan->name, of_account, NULL);

      add_name (self, QD_PALETTE_PLAN, qd_record_get_id (plan), text);
    }
}

static void
add_tasks (QdPaletteNames *self,
           QdPortfolio    *portfolio)
{
  GListModel *list = G_LIST_MODEL (qd_portfolio_get_list (portfolio, QD_TYPE_TASK));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(QdTask) task = g_list_model_get_item (list, i);

      add_name (self, QD_PALETTE_TASK, qd_record_get_id (task), task->title);
    }
}

/* @commands: of #QdPaletteItem */
QdPaletteNames *
qd_palette_names_new (QdPortfolio *portfolio,
                      GPtrArray   *commands)
{
  QdPaletteNames *self = g_atomic_rc_box_new0 (QdPaletteNames);

  self->list = g_ptr_array_new_with_free_func ((GDestroyNotify)name_free);

  for (guint i = 0; i < commands->len; i++)
    {
      const QdPaletteItem *item = g_ptr_array_index (commands, i);

      add_name (self, item->group, i, item->title);
    }

  add_accounts (self, portfolio);
  add_plans (self, portfolio);
  add_tasks (self, portfolio);

  return self;
}

QdPaletteNames *
qd_palette_names_ref (QdPaletteNames *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  QdPaletteNames *self = data;

  g_ptr_array_unref (self->list);
}

void
qd_palette_names_unref (QdPaletteNames *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

static void
fold (QdPaletteNames *self)
{
  if (!g_once_init_enter (&self->folded))
    return;

  for (guint i = 0; i < self->list->len; i++)
    {
      Name            *name = g_ptr_array_index (self->list, i);
      g_autofree char *text = name->key;

      name->key = qd_search_fold (text);
    }

  g_once_init_leave (&self->folded, 1);
}

/* The best first, of two that fit as well the shorter */
static int
compare (gconstpointer a,
         gconstpointer b)
{
  const Match *one = a;
  const Match *other = b;

  if (one->score != other->score)
    return other->score - one->score;

  return (int)strlen (one->name->key) - (int)strlen (other->name->key);
}

/**
 * qd_palette_names_match:
 * @words: what was typed, see qd_search_split()
 * @most: of each group
 * @cancellable: (nullable): ends it early, with what was found
 *
 * Returns: (transfer full) (element-type QdPaletteMatch): the best first
 */
GArray *
qd_palette_names_match (QdPaletteNames    *self,
                        const char *const *words,
                        guint              most,
                        GCancellable      *cancellable)
{
  g_autoptr(GArray) matches = g_array_new (FALSE, FALSE, sizeof (Match));
  GArray *best = g_array_new (FALSE, FALSE, sizeof (QdPaletteMatch));
  guint   counts[QD_PALETTE_N_GROUPS] = { 0 };

  fold (self);

  for (guint i = 0; i < self->list->len; i++)
    {
      Match match = { g_ptr_array_index (self->list, i), 0 };

      if (i % 1024 == 0 && g_cancellable_is_cancelled (cancellable))
        break;

      match.score = qd_fuzzy_score (words, match.name->key);

      if (match.score > 0)
        g_array_append_val (matches, match);
    }

  g_array_sort (matches, compare);

  for (guint i = 0; i < matches->len; i++)
    {
      const Match *match = &g_array_index (matches, Match, i);

      if (counts[match->name->group]++ < most)
        g_array_append_val (best, ((QdPaletteMatch){ match->name->group, match->score, match->name->id }));
    }

  return best;
}
