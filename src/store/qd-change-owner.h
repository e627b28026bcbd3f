/* qd-change-owner.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-changes.h"

G_BEGIN_DECLS

/**
 * QdChangeOwners:
 *
 * Whose the records of a change are: the account and the plan that each is part
 * of, as the foreign keys of the schema say, and what it is called. Used on the
 * store's thread only.
 */
typedef struct _QdChangeOwners QdChangeOwners;

/**
 * QdChangeOwner:
 * @account: 0 for none
 * @plan: 0 for none
 * @title: (nullable): owned by the #QdChangeOwners until its next qd_change_owners_begin()
 */
typedef struct
{
  gint64      account;
  gint64      plan;
  const char *title;
} QdChangeOwner;

QdChangeOwners *qd_change_owners_new (QdDb    *db,
                                      GError **error);
void            qd_change_owners_free (QdChangeOwners *self);
void            qd_change_owners_begin (QdChangeOwners *self,
                                        QdChanges      *changes);
gboolean        qd_change_owners_find (QdChangeOwners *self,
                                       const char     *table,
                                       gint64          id,
                                       QdChangeOwner  *owner,
                                       GError        **error);
const char     *qd_change_owners_get_target (QdChangeOwners *self,
                                             const char     *table,
                                             int             column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdChangeOwners, qd_change_owners_free)

G_END_DECLS
