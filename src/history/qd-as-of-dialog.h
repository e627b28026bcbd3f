/* qd-as-of-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-history.h"

G_BEGIN_DECLS

/**
 * QdAsOfShow:
 * @store: (transfer full): as the portfolio was at the end of @day; to be closed before it is let go
 */
typedef void (*QdAsOfShow) (QdStore *store,
                            int      day,
                            gpointer user_data);

#define QD_TYPE_AS_OF_DIALOG (qd_as_of_dialog_get_type ())

G_DECLARE_FINAL_TYPE (QdAsOfDialog, qd_as_of_dialog, QD, AS_OF_DIALOG, AdwDialog)

AdwDialog *qd_as_of_dialog_new (QdPortfolio   *portfolio,
                                QdAsOfShow     show,
                                gpointer       user_data,
                                GDestroyNotify destroy);

G_END_DECLS
