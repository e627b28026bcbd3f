/* qd-fact-edit.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-fact-edit"

#include "qd-fact-edit.h"

#include <glib/gi18n.h>
#include <string.h>

#include "qd-fact.h"
#include "qd-json.h"

G_DEFINE_FINAL_TYPE (QdFactEdit, qd_fact_edit, QD_TYPE_RECORD)

const QdNick qd_fact_topics[] = {
  { "window", N_ ("Maintenance Window") },
  { "lock", N_ ("Change Lock") },
  { "release-rule", N_ ("Release Rule") },
  { "exception", N_ ("Exception") },
  { "sla", N_ ("First Response") },
  { "hours", N_ ("Hours") },
  { "star-reason", N_ ("STAR Reason") },
  { "star-check", N_ ("STAR Pre-Check") },
  { "star-urgency", N_ ("STAR Urgency") },
  { "escalation", N_ ("Escalation Rhythm") },
  { "upgrade", N_ ("Upgrade Assistance") },
  { "onboarding", N_ ("Onboarding Input") },
  { "field", N_ ("Locked Field") },
  { "feature", N_ ("Feature") },
  { NULL },
};

static const QdColumn columns[] = {
  QD_COLUMN_ENUM (QdFactEdit, topic, QdFactTopic, qd_fact_topics, N_ ("Topic")),
  QD_COLUMN_LINE (QdFactEdit, key, N_ ("Key")),
  QD_COLUMN_TEXT (QdFactEdit, body, N_ ("Body"), .nullable = TRUE),
  QD_COLUMN_BOOLEAN (QdFactEdit, struck, N_ ("Struck Out")),
  QD_COLUMN_REAL (QdFactEdit, position, N_ ("Position")),
};

/* What stands in the file may come from another program: it must be a fact of its topic. */
static gboolean
qd_fact_edit_check (gpointer draft,
                    GError **error)
{
  QdFactEdit *self = draft;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(JsonNode) node = NULL;
  g_autoptr(QdFact) fact = NULL;

  if (self->struck)
    return TRUE;

  bytes = g_bytes_new (self->body, self->body != NULL ? strlen (self->body) : 0);

  if (!(node = qd_json_read (bytes, error)) || !(fact = qd_fact_read (self->topic, node, "body", error)))
    return FALSE;

  if (g_strcmp0 (fact->key, self->key) == 0)
    return TRUE;

  g_set_error_literal (
      error, QD_RECORD_ERROR, QD_RECORD_ERROR_RULE, _ ("“Key” must be that of the fact in “Body”; nothing was changed"));

  return FALSE;
}

static void
qd_fact_edit_class_init (QdFactEditClass *klass)
{
  qd_record_class_install_columns (QD_RECORD_CLASS (klass), "fact_edit", columns, G_N_ELEMENTS (columns));
  QD_RECORD_CLASS (klass)->check = qd_fact_edit_check;
}

static void
qd_fact_edit_init (QdFactEdit *self)
{
}
