/* qd-reference-form.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-reference-form"

#include "qd-reference-form.h"

#include <glib/gi18n.h>

#include "qd-record-dialog.h"
#include "qd-reference-edits.h"

static void
write_entry (gpointer            draft,
             QdStore            *store,
             GAsyncReadyCallback callback,
             gpointer            user_data)
{
  qd_reference_save_async (g_object_get_data (draft, "reference"), draft, callback, user_data);
}

static void
add_entry (gpointer            draft,
           QdStore            *store,
           GAsyncReadyCallback callback,
           gpointer            user_data)
{
  qd_reference_add_async (g_object_get_data (draft, "reference"), draft, callback, user_data);
}

static gboolean
is_relevant (gpointer    record,
             const char *field)
{
  int available = (int)QD_REFERENCE_RECORD (record)->available;

  if (g_str_equal (field, "workaround"))
    return available == QD_AVAILABILITY_NO || available == QD_AVAILABILITY_PARTLY;

  return !g_str_equal (field, "since") || available != QD_ENUM_NONE;
}

static const QdFormGroup groups[] = {
  { NULL, { "title", "category", NULL } },
  { N_ ("What It Says, as Markdown"), { "body", NULL } },
  { N_ ("On GitLab Dedicated"), { "available", "workaround", "since", NULL } },
  { N_ ("How It Is Found, a Line Each"), { "aliases", "tags", NULL } },
  { N_ ("Where It Leads, a Line Each"), { "links", "related", NULL } },
  { N_ ("Where It Is From"), { "source", "url", "checked", NULL } },
  { NULL, { NULL } },
};

static const QdForm edit_form = {
  .title = N_ ("Edit Entry"),
  .new_title = N_ ("Edit Entry"),
  .add_label = N_ ("Edit Entry"),
  .accept = N_ ("_Save"),
  .groups = groups,
  .is_relevant = is_relevant,
  .add = write_entry,
};

static const QdForm new_form = {
  .title = N_ ("New Entry"),
  .new_title = N_ ("New Entry"),
  .add_label = N_ ("Add Entry"),
  .groups = groups,
  .is_relevant = is_relevant,
  .add = add_entry,
};

static char *
describe_links (gpointer record,
                gpointer user_data)
{
  return g_strdup (_ ("A link is an address, a space and a title. A related entry is its key."));
}

static void
present (GtkWidget         *parent,
         QdReference       *reference,
         const QdForm      *form,
         QdReferenceRecord *draft)
{
  QdStore   *store = qd_portfolio_get_store (qd_reference_get_portfolio (reference));
  AdwDialog *dialog;

  g_object_set_data_full (G_OBJECT (draft), "reference", g_object_ref (reference), g_object_unref);
  dialog = qd_record_dialog_new (form, store, draft);
  qd_record_dialog_set_describe (QD_RECORD_DIALOG (dialog), 4, describe_links, NULL, NULL);
  adw_dialog_set_content_width (dialog, 600);
  adw_dialog_present (dialog, parent);
}

/* What ships stays beside what a person makes of it. */
void
qd_reference_form_edit (GtkWidget        *parent,
                        QdReference      *reference,
                        QdReferenceEntry *entry)
{
  g_autoptr(QdReferenceRecord) draft = NULL;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (QD_IS_REFERENCE (reference) && QD_IS_REFERENCE_ENTRY (entry));

  draft = qd_reference_create_draft (reference, entry);
  present (parent, reference, &edit_form, draft);
}

/**
 * qd_reference_form_add:
 * @category: that it is of at first, or %QD_ENUM_NONE
 * @title: (nullable): likewise
 */
void
qd_reference_form_add (GtkWidget   *parent,
                       QdReference *reference,
                       int          category,
                       const char  *title)
{
  g_autoptr(QdReferenceRecord) draft = NULL;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (QD_IS_REFERENCE (reference));

  draft = qd_reference_create_own (
      reference, category == QD_ENUM_NONE ? QD_REFERENCE_CATEGORY_TOOLS : (QdReferenceCategory)category, title);
  present (parent, reference, &new_form, draft);
}
