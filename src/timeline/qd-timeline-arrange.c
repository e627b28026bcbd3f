/* qd-timeline-arrange.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-timeline-arrange"

#include "qd-search-key.h"
#include "qd-timeline-private.h"

/* How a person wants the rows. */

void
qd_timeline_model_set_today (QdTimelineModel *self,
                             int              today)
{
  g_return_if_fail (QD_IS_TIMELINE_MODEL (self));

  if (self->settings.today == today)
    return;

  self->settings.today = today;
  qd_timeline_model_lay_out (self);
}

int
qd_timeline_model_get_today (QdTimelineModel *self)
{
  g_return_val_if_fail (QD_IS_TIMELINE_MODEL (self), 0);

  return self->settings.today;
}

void
qd_timeline_model_set_grouping (QdTimelineModel   *self,
                                QdTimelineGrouping grouping)
{
  g_return_if_fail (QD_IS_TIMELINE_MODEL (self));

  if (self->settings.grouping == grouping)
    return;

  self->settings.grouping = grouping;
  qd_timeline_model_lay_out (self);
}

QdTimelineGrouping
qd_timeline_model_get_grouping (QdTimelineModel *self)
{
  g_return_val_if_fail (QD_IS_TIMELINE_MODEL (self), QD_TIMELINE_GROUPING_NONE);

  return self->settings.grouping;
}

void
qd_timeline_model_set_filter (QdTimelineModel *self,
                              QdTimelineFilter filter)
{
  g_return_if_fail (QD_IS_TIMELINE_MODEL (self));

  if (self->settings.filter == filter)
    return;

  self->settings.filter = filter;
  qd_timeline_model_lay_out (self);
}

QdTimelineFilter
qd_timeline_model_get_filter (QdTimelineModel *self)
{
  g_return_val_if_fail (QD_IS_TIMELINE_MODEL (self), QD_TIMELINE_FILTER_NONE);

  return self->settings.filter;
}

/* @text: as a person typed it */
void
qd_timeline_model_set_search (QdTimelineModel *self,
                              const char      *text)
{
  g_return_if_fail (QD_IS_TIMELINE_MODEL (self));

  g_strfreev (self->settings.words);
  self->settings.words = qd_search_split (text);
  qd_timeline_model_lay_out (self);
}

gboolean
qd_timeline_model_is_filtered (QdTimelineModel *self)
{
  g_return_val_if_fail (QD_IS_TIMELINE_MODEL (self), FALSE);

  return self->settings.filter != QD_TIMELINE_FILTER_NONE ||
         (self->settings.words != NULL && self->settings.words[0] != NULL);
}

/* Tasks of one group, and those that one sums up, are sorted among themselves. */
void
qd_timeline_model_set_sort (QdTimelineModel *self,
                            QdTimelineSort   sort,
                            gboolean         descending)
{
  g_return_if_fail (QD_IS_TIMELINE_MODEL (self));

  if (self->settings.sort == sort && self->settings.descending == descending)
    return;

  self->settings.sort = sort;
  self->settings.descending = descending;
  qd_timeline_model_lay_out (self);
}

/* @descending: (out) (optional) */
QdTimelineSort
qd_timeline_model_get_sort (QdTimelineModel *self,
                            gboolean        *descending)
{
  g_return_val_if_fail (QD_IS_TIMELINE_MODEL (self), QD_TIMELINE_SORT_PLAN);

  if (descending != NULL)
    *descending = self->settings.descending;

  return self->settings.sort;
}

/* @baseline: the id of the one that the tasks are held against; 0 for none */
void
qd_timeline_model_set_baseline (QdTimelineModel *self,
                                gint64           baseline)
{
  g_return_if_fail (QD_IS_TIMELINE_MODEL (self));

  if (self->baseline == baseline)
    return;

  self->baseline = baseline;
  qd_timeline_model_lay_out (self);
}

gint64
qd_timeline_model_get_baseline (QdTimelineModel *self)
{
  g_return_val_if_fail (QD_IS_TIMELINE_MODEL (self), 0);

  return self->baseline;
}

static void
toggle (QdTimelineModel *self,
        gint64           id)
{
  if (!g_hash_table_remove (self->settings.toggled, &id))
    g_hash_table_add (self->settings.toggled, g_memdup2 (&id, sizeof id));
}

void
qd_timeline_model_set_expanded (QdTimelineModel *self,
                                guint            position,
                                gboolean         expanded)
{
  const QdTimelineRow *row = qd_timeline_model_get_row (self, position);

  g_return_if_fail (row != NULL);

  if (!row->expandable || row->expanded == !!expanded)
    return;

  toggle (self, qd_timeline_row_get_toggle (row));
  qd_timeline_model_lay_out (self);
}

/* As deep as there is anything to expand; what is collapsed only shows what is above all. */
void
qd_timeline_model_set_all_expanded (QdTimelineModel *self,
                                    gboolean         expanded)
{
  gboolean any;

  g_return_if_fail (QD_IS_TIMELINE_MODEL (self));

  do
    {
      any = FALSE;

      for (guint i = 0; i < self->rows->len; i++)
        {
          const QdTimelineRow *row = &g_array_index (self->rows, QdTimelineRow, i);

          if (!row->expandable || row->expanded == !!expanded)
            continue;

          toggle (self, qd_timeline_row_get_toggle (row));
          any = TRUE;
        }

      if (any)
        qd_timeline_model_lay_out (self);
    }
  while (any && expanded);
}
