/* qd-people-view.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-account-facts.h"

G_BEGIN_DECLS

#define QD_TYPE_PEOPLE_VIEW (qd_people_view_get_type ())

G_DECLARE_FINAL_TYPE (QdPeopleView, qd_people_view, QD, PEOPLE_VIEW, AdwBin)

void qd_people_view_bind (QdPeopleView *self, QdPortfolio *portfolio, QdAccount *account);
void qd_people_view_add (QdPeopleView *self);

G_END_DECLS
