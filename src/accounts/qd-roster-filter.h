/* qd-roster-filter.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-roster-list.h"

G_BEGIN_DECLS

#define QD_TYPE_ROSTER_FILTER (qd_roster_filter_get_type ())

G_DECLARE_FINAL_TYPE (QdRosterFilter, qd_roster_filter, QD, ROSTER_FILTER, GtkPopover)

void qd_roster_filter_set_list (QdRosterFilter *self,
                                QdRosterList   *list);

#define QD_TYPE_ROSTER_CHIPS (qd_roster_chips_get_type ())

G_DECLARE_FINAL_TYPE (QdRosterChips, qd_roster_chips, QD, ROSTER_CHIPS, AdwBin)

void qd_roster_chips_set_list (QdRosterChips *self,
                               QdRosterList  *list);

G_END_DECLS
