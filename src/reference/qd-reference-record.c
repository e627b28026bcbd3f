/* qd-reference-record.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-reference-record"

#include "qd-reference-record.h"

#include <glib/gi18n.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (QdReferenceRecord, qd_reference_record, QD_TYPE_RECORD)

const QdNick qd_reference_categories[] = {
  { "tools", N_ ("Tools") },
  { "maintenance", N_ ("Maintenance") },
  { "support", N_ ("Support and Emergencies") },
  { "channels", N_ ("Slack Channels") },
  { "dedicated", N_ ("GitLab Dedicated") },
  { "playbooks", N_ ("Playbooks") },
  { "account-team", N_ ("Account Team") },
  { "responsibilities", N_ ("Responsibilities and Services") },
  { "pillars", N_ ("Seven Pillars") },
  { "accelerators", N_ ("Accelerators") },
  { "success-services", N_ ("Success Services") },
  { "communities", N_ ("Communities") },
  { "workshops", N_ ("Workshops") },
  { "scripts", N_ ("Scripts") },
  { NULL },
};

const QdNick qd_availabilities[] = {
  { "yes", N_ ("Available") },
  { "partly", N_ ("Partly Available") },
  { "no", N_ ("Not Available") },
  { NULL },
};

static const QdColumn columns[] = {
  QD_COLUMN_LINE (QdReferenceRecord, key, N_ ("Key")),
  QD_COLUMN_LINE (QdReferenceRecord, title, N_ ("Title")),
  QD_COLUMN_ENUM (QdReferenceRecord, category, QdReferenceCategory, qd_reference_categories, N_ ("Category")),
  QD_COLUMN_TEXT (QdReferenceRecord, tags, N_ ("Tags"), .nullable = TRUE),
  QD_COLUMN_TEXT (QdReferenceRecord, aliases, N_ ("Search Words"), .nullable = TRUE),
  QD_COLUMN_TEXT (QdReferenceRecord, body, N_ ("Text"), .nullable = TRUE),
  QD_COLUMN_ENUM (QdReferenceRecord, available, QdAvailability, qd_availabilities, N_ ("On Dedicated"), .nullable = TRUE),
  QD_COLUMN_LINE (QdReferenceRecord, workaround, N_ ("Instead"), .nullable = TRUE),
  QD_COLUMN_LINE (QdReferenceRecord, since, N_ ("Since"), .nullable = TRUE),
  QD_COLUMN_TEXT (QdReferenceRecord, links, N_ ("Links"), .nullable = TRUE),
  QD_COLUMN_TEXT (QdReferenceRecord, related, N_ ("Related Entries"), .nullable = TRUE),
  QD_COLUMN_LINE (QdReferenceRecord, source, N_ ("Source"), .nullable = TRUE),
  QD_COLUMN_LINE (QdReferenceRecord, url, N_ ("Address"), .nullable = TRUE),
  QD_COLUMN_DAY (QdReferenceRecord, checked, N_ ("Checked"), .nullable = TRUE),
  QD_COLUMN_LINE (QdReferenceRecord, based_on, N_ ("Based On"), .nullable = TRUE),
};

static gboolean
is_address (const char *text)
{
  g_autofree char *address = g_strndup (text, strcspn (text, " "));

  return (g_str_has_prefix (address, "https://") || g_str_has_prefix (address, "http://")) &&
         g_uri_is_valid (address, G_URI_FLAGS_NONE, NULL);
}

static gboolean
qd_reference_record_check (gpointer draft,
                           GError **error)
{
  QdReferenceRecord *self = draft;
  g_auto(GStrv) links = g_strsplit (self->links != NULL ? self->links : "", "\n", -1);

  for (guint i = 0; links[i] != NULL; i++)
    {
      if (*g_strstrip (links[i]) == '\0' || is_address (links[i]))
        continue;

      g_set_error (error,
                   QD_RECORD_ERROR,
                   QD_RECORD_ERROR_RULE,
                   _ ("Line %u of “Links” must begin with a web address; nothing was changed"),
                   i + 1);
      return FALSE;
    }

  if (self->url == NULL || is_address (self->url))
    return TRUE;

  g_set_error_literal (error,
                       QD_RECORD_ERROR,
                       QD_RECORD_ERROR_RULE,
                       _ ("“Address” must be a web address; nothing was changed"));

  return FALSE;
}

static void
qd_reference_record_class_init (QdReferenceRecordClass *klass)
{
  qd_record_class_install_columns (QD_RECORD_CLASS (klass), "reference_entry", columns, G_N_ELEMENTS (columns));
  QD_RECORD_CLASS (klass)->check = qd_reference_record_check;
}

static void
qd_reference_record_init (QdReferenceRecord *self)
{
}
