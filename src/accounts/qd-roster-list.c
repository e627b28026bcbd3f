/* qd-roster-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-roster-list"

#include "qd-roster-list.h"

#include <string.h>

/**
 * QdRosterList:
 *
 * The roster as a person looks at it: the accounts that pass the filter, in
 * order. Whatever changes the view, a key typed, a header clicked, a saved view
 * chosen, goes through qd_roster_list_set_view(), and whatever shows it follows
 * `changed`.
 */
struct _QdRosterList
{
  GObject             parent_instance;

  QdRoster           *roster;
  QdRosterView       *view;
  GtkFilter          *filter;
  GtkSorter          *sorter;
  GtkFilterListModel *model;
};

G_DEFINE_FINAL_TYPE (QdRosterList, qd_roster_list, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
match_cb (gpointer item,
          gpointer user_data)
{
  QdRosterList *self = user_data;

  return qd_roster_view_matches (self->view, item, qd_roster_get_today (self->roster));
}

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      user_data)
{
  QdRosterList *self = user_data;

  return qd_roster_column_compare (
      self->view->sort, self->view->descending, (QdAccountFacts *)a, (QdAccountFacts *)b);
}

static gboolean
is_longer (const char *text,
           const char *before)
{
  return before == NULL || (text != NULL && g_str_has_prefix (text, before));
}

/* Whoever types on can only lose accounts, so that those that are hidden need no
 * look: this is what makes each further key cheap. */
static GtkFilterChange
compare_filters (const QdRosterView *view,
                 const QdRosterView *before)
{
  if (memcmp (view->facets, before->facets, sizeof view->facets) != 0 || view->renewal != before->renewal ||
      view->archived != before->archived)
    return GTK_FILTER_CHANGE_DIFFERENT;

  if (is_longer (view->text, before->text))
    return GTK_FILTER_CHANGE_MORE_STRICT;

  if (is_longer (before->text, view->text))
    return GTK_FILTER_CHANGE_LESS_STRICT;

  return GTK_FILTER_CHANGE_DIFFERENT;
}

static gboolean
has_same_filter (const QdRosterView *view,
                 const QdRosterView *before)
{
  return compare_filters (view, before) == GTK_FILTER_CHANGE_MORE_STRICT && g_strcmp0 (view->text, before->text) == 0;
}

static void
qd_roster_list_dispose (GObject *object)
{
  QdRosterList *self = QD_ROSTER_LIST (object);

  /* The filter and the sorter look at the list, and others may hold the model. */
  if (self->model != NULL)
    gtk_filter_list_model_set_model (self->model, NULL);

  g_clear_object (&self->model);
  g_clear_object (&self->filter);
  g_clear_object (&self->sorter);
  g_clear_object (&self->roster);
  g_clear_pointer (&self->view, qd_roster_view_free);

  G_OBJECT_CLASS (qd_roster_list_parent_class)->dispose (object);
}

static void
qd_roster_list_class_init (QdRosterListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_roster_list_dispose;

  /**
   * QdRosterList::changed:
   *
   * Emitted when the view is another.
   */
  signals[CHANGED] = g_signal_new (
      "changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
qd_roster_list_init (QdRosterList *self)
{
  self->view = qd_roster_view_new ();
  self->filter = GTK_FILTER (gtk_custom_filter_new (match_cb, self, NULL));
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cb, self, NULL));
}

QdRosterList *
qd_roster_list_new (QdRoster *roster)
{
  QdRosterList     *self;
  GtkSortListModel *sorted;

  g_return_val_if_fail (QD_IS_ROSTER (roster), NULL);

  self = g_object_new (QD_TYPE_ROSTER_LIST, NULL);
  self->roster = g_object_ref (roster);

  /* Sorted before it is filtered: a key typed then sorts nothing. */
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (roster)), g_object_ref (self->sorter));
  self->model = gtk_filter_list_model_new (G_LIST_MODEL (sorted), g_object_ref (self->filter));

  return self;
}

/* Returns: (transfer none) */
QdRoster *
qd_roster_list_get_roster (QdRosterList *self)
{
  g_return_val_if_fail (QD_IS_ROSTER_LIST (self), NULL);

  return self->roster;
}

/* Returns: (transfer none): QdAccountFacts, those that are shown */
GListModel *
qd_roster_list_get_model (QdRosterList *self)
{
  g_return_val_if_fail (QD_IS_ROSTER_LIST (self), NULL);

  return G_LIST_MODEL (self->model);
}

/* Returns: (transfer none): valid until the next change */
const QdRosterView *
qd_roster_list_get_view (QdRosterList *self)
{
  g_return_val_if_fail (QD_IS_ROSTER_LIST (self), NULL);

  return self->view;
}

void
qd_roster_list_set_view (QdRosterList       *self,
                         const QdRosterView *view)
{
  g_autoptr(QdRosterView) before = NULL;

  g_return_if_fail (QD_IS_ROSTER_LIST (self));

  if (qd_roster_view_equal (self->view, view))
    return;

  before = g_steal_pointer (&self->view);
  self->view = qd_roster_view_copy (view);

  if (view->sort != before->sort || view->descending != before->descending)
    gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);

  if (!has_same_filter (view, before))
    gtk_filter_changed (self->filter, compare_filters (view, before));

  g_signal_emit (self, signals[CHANGED], 0);
}

/* How many accounts there are to show at most: the archived ones only if asked. */
guint
qd_roster_list_count_all (QdRosterList *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->roster));
  guint n_all = 0;

  g_return_val_if_fail (QD_IS_ROSTER_LIST (self), 0);

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr(QdAccountFacts) facts = g_list_model_get_item (G_LIST_MODEL (self->roster), i);

      n_all += self->view->archived || !facts->account->archived;
    }

  return n_all;
}
