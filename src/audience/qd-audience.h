/* qd-audience.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-account.h"
#include "qd-column.h"

G_BEGIN_DECLS

/**
 * QdAudience:
 * @QD_AUDIENCE_ME: the person who keeps the portfolio
 * @QD_AUDIENCE_INTERNAL: colleagues, who know a customer by its codename
 * @QD_AUDIENCE_CUSTOMER: the customer, by its real name and without what is internal
 * @QD_AUDIENCE_PUBLIC: anyone: as a customer, and without any customer’s or person’s name
 *
 * Who will read what leaves the app. In the order of the default-audience setting.
 */
typedef enum
{
  QD_AUDIENCE_ME,
  QD_AUDIENCE_INTERNAL,
  QD_AUDIENCE_CUSTOMER,
  QD_AUDIENCE_PUBLIC,
} QdAudience;

extern const QdNick qd_audiences[];

/* What each may read. Pure; every exit asks here. */

gboolean            qd_audience_is_outside (QdAudience self);
gboolean            qd_audience_may_read (QdAudience self,
                                          gpointer   record);
gboolean            qd_audience_may_read_column (QdAudience  self,
                                                 QdAccount  *account,
                                                 GType       type,
                                                 const char *column);
char               *qd_audience_dup_account_name (QdAudience self,
                                                  QdAccount *account);
char               *qd_audience_dup_nobody (void);
gboolean            qd_audience_is_person_column (GType       type,
                                                  const char *column);
int                 qd_audience_get_plan_kind (QdAudience self,
                                               int        kind);

G_END_DECLS
