/* qd-seal-edits.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-seal-edits"

#include "qd-seal-edits.h"

#include "qd-db.h"

/**
 * qd_seal_keep:
 * @db: an earlier state of the accounts, with what they are now attached as “source”
 * @data: unused
 *
 * A QdEditFunc that has names of then be as sealed as they are now: whose name may be read is
 * a matter of who looks today. The codename of now is the one they go by, and who is sealed
 * now because of what it has become, see qd_account_get_usual_seal(), is so then. Of one that
 * is gone nobody can say, so it is sealed.
 */
gboolean
qd_seal_keep (QdDb    *db,
              gpointer data,
              GError **error)
{
  return qd_db_exec (
      db,
      "UPDATE account SET"
      " codename = ifnull (now.codename, account.codename),"
      " sealed = CASE WHEN now.seal IS NOT NULL THEN now.sealed ELSE account.sealed END,"
      " seal = CASE WHEN now.seal IS NOT NULL THEN now.seal"
      " WHEN now.codename IS NOT NULL OR now.offering IN ('dedicated', 'dedicated-government') THEN 'strict'"
      " ELSE account.seal END"
      " FROM source.account AS now WHERE now.id = account.id"
      " AND (now.codename IS NOT account.codename OR now.seal IS NOT account.seal"
      "  OR now.sealed IS NOT account.sealed OR now.offering IS NOT account.offering);"
      "UPDATE account SET seal = 'strict' WHERE id NOT IN (SELECT id FROM source.account)",
      error);
}
