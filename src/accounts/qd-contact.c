/* qd-contact.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-contact"

#include "qd-contact.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (QdContact, qd_contact, QD_TYPE_RECORD)

static const QdColumn columns[] = {
  QD_COLUMN_REFERENCE (QdContact, account, N_ ("Account")),
  QD_COLUMN_LINE (QdContact, name, N_ ("Name")),
  QD_COLUMN_LINE (QdContact, role, N_ ("Role"), .nullable = TRUE),
  QD_COLUMN_LINE (QdContact, gitlab_role, N_ ("GitLab Role"), .nullable = TRUE),
  QD_COLUMN_LINE (QdContact, email, N_ ("E-Mail"), .nullable = TRUE),
  QD_COLUMN_BOOLEAN (QdContact, champion, N_ ("Champion")),
  QD_COLUMN_BOOLEAN (QdContact, sponsor, N_ ("Executive Sponsor")),
  QD_COLUMN_BOOLEAN (QdContact, blocker, N_ ("Blocker")),
  QD_COLUMN_BOOLEAN (QdContact, admin, N_ ("Administrator")),
  QD_COLUMN_LINE (QdContact, language, N_ ("Language"), .nullable = TRUE),
  QD_COLUMN_LINE (QdContact, time_zone, N_ ("Time Zone"), .nullable = TRUE),
  QD_COLUMN_TEXT (QdContact, notes, N_ ("Notes"), .nullable = TRUE),
};

static void
qd_contact_class_init (QdContactClass *klass)
{
  qd_record_class_install_columns (QD_RECORD_CLASS (klass), "contact", columns, G_N_ELEMENTS (columns));
}

static void
qd_contact_init (QdContact *self)
{
}
