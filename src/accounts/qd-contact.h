/* qd-contact.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-record.h"

G_BEGIN_DECLS

#define QD_TYPE_CONTACT (qd_contact_get_type ())

G_DECLARE_FINAL_TYPE (QdContact, qd_contact, QD, CONTACT, QdRecord)

/**
 * QdContact:
 *
 * A person at the customer.
 *
 * Its fields may be read; they are set as properties, and only on a draft.
 */
struct _QdContact
{
  QdRecord parent_instance;

  gint64   account;
  char    *name;
  char    *role;
  char    *gitlab_role;
  char    *email;
  gboolean champion;
  gboolean sponsor;
  gboolean blocker;
  gboolean admin;
  char    *language;
  char    *time_zone;
  char    *notes;
};

G_END_DECLS
