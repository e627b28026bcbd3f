/* qd-roster-view.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-roster-column.h"

G_BEGIN_DECLS

/* What accounts can be told apart by. */
typedef enum
{
  QD_ROSTER_FACET_TIER,
  QD_ROSTER_FACET_OFFERING,
  QD_ROSTER_FACET_STAGE,
  QD_ROSTER_FACET_HEALTH,
  QD_ROSTER_FACET_REGION,
  QD_ROSTER_N_FACETS
} QdRosterFacet;

typedef enum
{
  QD_RENEWAL_WINDOW_ANY,
  QD_RENEWAL_WINDOW_PAST,
  QD_RENEWAL_WINDOW_30_DAYS,
  QD_RENEWAL_WINDOW_60_DAYS,
  QD_RENEWAL_WINDOW_90_DAYS,
  QD_RENEWAL_WINDOW_180_DAYS,
} QdRenewalWindow;

extern const QdNick qd_renewal_windows[];

/**
 * QdRosterView:
 * @text: what is typed, or %NULL
 * @facets: of each, the values that pass: bit N is value N, the bit after the
 *   last is to have none; 0 lets all pass
 * @archived: whether archived accounts pass too
 * @columns: which are shown, in order
 *
 * A way to look at the roster: which accounts, in which order, with which columns.
 */
typedef struct
{
  char           *text;
  guint           facets[QD_ROSTER_N_FACETS];
  QdRenewalWindow renewal;
  gboolean        archived;
  QdRosterColumn  sort;
  gboolean        descending;
  guint           n_columns;
  QdRosterColumn  columns[QD_ROSTER_N_COLUMNS];

  /*< private >*/
  char          **words; /* of @text, folded */
} QdRosterView;

QdRosterView *qd_roster_view_new (void);
QdRosterView *qd_roster_view_copy (const QdRosterView *self);
void          qd_roster_view_free (QdRosterView *self);
gboolean      qd_roster_view_equal (const QdRosterView *self,
                                    const QdRosterView *other);
void          qd_roster_view_set_text (QdRosterView *self,
                                       const char   *text);
gboolean      qd_roster_view_has_filter (const QdRosterView *self);
void          qd_roster_view_clear_filter (QdRosterView *self);
gboolean      qd_roster_view_matches (const QdRosterView *self,
                                      QdAccountFacts     *facts,
                                      int                 today);
char         *qd_roster_view_dup_facet_words (const QdRosterView *self,
                                              QdRosterFacet       facet);
void          qd_roster_view_set_columns (QdRosterView      *self,
                                          const char *const *nicks);
char        **qd_roster_view_dup_columns (const QdRosterView *self);
void          qd_roster_view_set_sort (QdRosterView *self,
                                       const char   *sort);
char         *qd_roster_view_dup_sort (const QdRosterView *self);
char         *qd_roster_view_to_json (const QdRosterView *self);
QdRosterView *qd_roster_view_new_from_json (const char *json,
                                            GError    **error);

const char   *qd_roster_facet_get_nick (QdRosterFacet facet);
const char   *qd_roster_facet_get_label (QdRosterFacet facet);
guint         qd_roster_facet_get_n_values (QdRosterFacet facet);
const char   *qd_roster_facet_get_value_label (QdRosterFacet facet,
                                               guint         value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdRosterView, qd_roster_view_free)

G_END_DECLS
