/* qd-account-facts.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-account-rules.h"
#include "qd-portfolio.h"

G_BEGIN_DECLS

#define QD_TYPE_ACCOUNT_FACTS (qd_account_facts_get_type ())

G_DECLARE_FINAL_TYPE (QdAccountFacts, qd_account_facts, QD, ACCOUNT_FACTS, GObject)

/**
 * QdAccountFacts:
 *
 * What is known of an account at a glance, worked out from its records. Its
 * fields may be read, and are properties too; `changed` is emitted after an update
 * that made a difference.
 */
struct _QdAccountFacts
{
  GObject       parent_instance;

  QdAccount    *account; /* owned */
  char         *title;   /* the codename where there is one and codenames are shown, else the name */
  QdHealthLevel health;  /* QD_HEALTH_LEVEL_UNKNOWN where it never was judged */
  QdTrend       trend;
  int           health_day; /* QD_DAY_NONE where it never was judged */
  char         *health_reason;
  int           last_contact; /* the day of the last call or meeting, or QD_DAY_NONE */
  int           days_since;   /* it, or -1 where there was none */
  guint         open_follow_ups;
  guint         overdue_follow_ups;
  guint         n_tasks;   /* of the active plans */
  double        progress;  /* the share of them that is done, 0 to 1 */
  double        expected;  /* what the calendar expects by today, 0 to 1 */
  char         *team;      /* the CSM or CSA, or NULL */
  char         *title_key; /* the title as it is put in order */
  char         *key;       /* what a search looks in: folded by qd_search_fold () */

  /*< private >*/
  gboolean      changed; /* in the update under way */
};

QdAccountFacts *qd_account_facts_new (QdPortfolio *portfolio,
                                      QdAccount   *account,
                                      int          today,
                                      gboolean     show_codenames);
gboolean        qd_account_facts_is_silent (QdAccountFacts *self);
gboolean        qd_account_facts_update (QdAccountFacts *self,
                                         QdPortfolio    *portfolio,
                                         int             today,
                                         gboolean        show_codenames);

G_END_DECLS
