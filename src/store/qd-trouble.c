/* qd-trouble.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-trouble"

#include "qd-trouble.h"

#include "qd-db.h"

/* @error: of what a store, or a function of it, gave */
QdTrouble
qd_trouble_of (const GError *error)
{
  static const struct
  {
    QdDbError code;
    QdTrouble trouble;
  } pairs[] = {
    { QD_DB_ERROR_CORRUPT, QD_TROUBLE_DAMAGED },
    { QD_DB_ERROR_TOO_NEW, QD_TROUBLE_TOO_NEW },
    { QD_DB_ERROR_NOT_OURS, QD_TROUBLE_NOT_OURS },
    { QD_DB_ERROR_FULL, QD_TROUBLE_FULL },
    { QD_DB_ERROR_NO_ACCESS, QD_TROUBLE_NO_ACCESS },
    { QD_DB_ERROR_BUSY, QD_TROUBLE_BUSY },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      if (g_error_matches (error, QD_DB_ERROR, (int)pairs[i].code))
        return pairs[i].trouble;
    }

  return QD_TROUBLE_OTHER;
}
