/* qd-audience.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QdAudience:
 * @QD_AUDIENCE_ME: the person who keeps the portfolio
 * @QD_AUDIENCE_INTERNAL: colleagues, who know a customer by its codename
 * @QD_AUDIENCE_CUSTOMER: the customer, by its real name and without what is internal
 *
 * Who will read what leaves the app. In the order of the default-audience setting.
 */
typedef enum
{
  QD_AUDIENCE_ME,
  QD_AUDIENCE_INTERNAL,
  QD_AUDIENCE_CUSTOMER,
} QdAudience;

G_END_DECLS
