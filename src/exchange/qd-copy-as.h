/* qd-copy-as.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-audience.h"
#include "qd-portfolio.h"

G_BEGIN_DECLS

/**
 * QdCopyStyle:
 * @QD_COPY_SLACK: for a channel of colleagues, by codename, in Slack’s own marks
 * @QD_COPY_CUSTOMER: for a mail to the customer, as plain text
 * @QD_COPY_GITLAB: for an internal issue, in GitLab’s Markdown
 */
typedef enum
{
  QD_COPY_SLACK,
  QD_COPY_CUSTOMER,
  QD_COPY_GITLAB,
} QdCopyStyle;

extern const QdNick qd_copy_styles[];

QdAudience          qd_copy_style_get_audience (QdCopyStyle self);
char               *qd_copy_as (QdPortfolio *portfolio,
                                gpointer     record,
                                QdCopyStyle  style,
                                int          today,
                                GError     **error);

G_END_DECLS
