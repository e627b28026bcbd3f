/* qd-test-verbs-reference.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-account.h"
#include "qd-reference-edits.h"
#include "qd-test-verbs.h"

/* Verbs of the entries of the reference, and of what a person keeps of one. */

/* Returns: (transfer full): the last tool that is in that state */
static QdReferenceEntry *
find_entry (QdReference     *reference,
            QdReferenceState state)
{
  g_autoptr(GPtrArray) entries = qd_reference_list (reference, QD_REFERENCE_CATEGORY_TOOLS, NULL);

  for (guint i = entries->len; i > 0; i--)
    {
      QdReferenceEntry *entry = g_ptr_array_index (entries, i - 1);

      if (entry->state == state)
        return g_object_ref (entry);
    }

  g_assert_not_reached ();
}

static void
reference_save (QdTestDesk       *desk,
                const QdTestVerb *verb)
{
  g_autoptr(QdReference) reference = qd_reference_new (desk->portfolio);
  g_autoptr(QdReferenceEntry) entry = find_entry (reference, QD_REFERENCE_STATE_SHIPPED);
  g_autoptr(QdReferenceRecord) draft = qd_reference_create_draft (reference, entry);

  g_object_set (draft, "body", "Ask in the channel first.", NULL);
  qd_reference_save_async (reference, draft, qd_test_async_cb, &desk->slot);
}

static void
reference_add (QdTestDesk       *desk,
               const QdTestVerb *verb)
{
  g_autoptr(QdReference) reference = qd_reference_new (desk->portfolio);
  g_autoptr(QdReferenceRecord) draft =
                qd_reference_create_own (reference, QD_REFERENCE_CATEGORY_PLAYBOOKS, "When a sponsor leaves");

  qd_reference_add_async (reference, draft, qd_test_async_cb, &desk->slot);
}

static void
reference_reset (QdTestDesk       *desk,
                 const QdTestVerb *verb)
{
  g_autoptr(QdReference) reference = qd_reference_new (desk->portfolio);
  g_autoptr(QdReferenceEntry) entry = find_entry (reference, QD_REFERENCE_STATE_EDITED);

  qd_reference_reset_async (reference, entry, qd_test_async_cb, &desk->slot);
}

static void
reference_keep_mine (QdTestDesk       *desk,
                     const QdTestVerb *verb)
{
  g_autoptr(QdReference) reference = qd_reference_new (desk->portfolio);
  g_autoptr(QdReferenceEntry) entry = find_entry (reference, QD_REFERENCE_STATE_EDITED);

  qd_reference_keep_mine_async (reference, entry, qd_test_async_cb, &desk->slot);
}

static void
reference_delete (QdTestDesk       *desk,
                  const QdTestVerb *verb)
{
  g_autoptr(QdReference) reference = qd_reference_new (desk->portfolio);
  g_autoptr(QdReferenceEntry) entry = find_entry (reference, QD_REFERENCE_STATE_OWN);

  qd_reference_delete_async (reference, entry, qd_test_async_cb, &desk->slot);
}

static void
reference_set_favourite (QdTestDesk       *desk,
                         const QdTestVerb *verb)
{
  g_autoptr(QdReference) reference = qd_reference_new (desk->portfolio);
  g_autoptr(QdReferenceEntry) entry = find_entry (reference, QD_REFERENCE_STATE_SHIPPED);

  qd_reference_set_favourite_async (reference, entry, TRUE, qd_test_async_cb, &desk->slot);
}

static void
reference_set_notes (QdTestDesk       *desk,
                     const QdTestVerb *verb)
{
  g_autoptr(QdReference) reference = qd_reference_new (desk->portfolio);
  g_autoptr(QdReferenceEntry) entry = find_entry (reference, QD_REFERENCE_STATE_SHIPPED);

  qd_reference_set_notes_async (reference, entry, "Priya has an account", qd_test_async_cb, &desk->slot);
}

static void
reference_mark_checked (QdTestDesk       *desk,
                        const QdTestVerb *verb)
{
  g_autoptr(QdReference) reference = qd_reference_new (desk->portfolio);
  g_autoptr(QdReferenceEntry) entry = find_entry (reference, QD_REFERENCE_STATE_SHIPPED);

  qd_reference_mark_checked_async (reference, entry, QD_TEST_TODAY, qd_test_async_cb, &desk->slot);
}

static void
reference_link_record (QdTestDesk       *desk,
                       const QdTestVerb *verb)
{
  g_autoptr(QdReference) reference = qd_reference_new (desk->portfolio);
  g_autoptr(QdReferenceEntry) entry = find_entry (reference, QD_REFERENCE_STATE_SHIPPED);

  qd_reference_link_record_async (
      reference, entry->key, qd_test_desk_get_task (desk, 0), qd_test_async_cb, &desk->slot);
}

static void
reference_link_template (QdTestDesk       *desk,
                         const QdTestVerb *verb)
{
  g_autoptr(QdReference) reference = qd_reference_new (desk->portfolio);
  g_autoptr(QdReferenceEntry) entry = find_entry (reference, QD_REFERENCE_STATE_SHIPPED);

  qd_reference_link_template_async (
      reference, entry->key, "dedicated-onboarding", qd_test_async_cb, &desk->slot);
}

static void
reference_unlink (QdTestDesk       *desk,
                  const QdTestVerb *verb)
{
  g_autoptr(QdReference) reference = qd_reference_new (desk->portfolio);

  qd_reference_unlink_async (
      reference, qd_test_desk_get_first (desk, QD_TYPE_REFERENCE_LINK), qd_test_async_cb, &desk->slot);
}

static void
reference_note_opened (QdTestDesk       *desk,
                       const QdTestVerb *verb)
{
  g_autoptr(QdReference) reference = qd_reference_new (desk->portfolio);
  g_autoptr(QdReferenceEntry) entry = find_entry (reference, QD_REFERENCE_STATE_SHIPPED);

  qd_reference_note_opened_async (reference, entry, qd_test_async_cb, &desk->slot);
}

const QdTestVerb qd_test_verbs_reference[] = {
  { "qd_reference_save_async", "Edit Entry", reference_save },
  { "qd_reference_add_async", "Add Entry", reference_add },
  { "qd_reference_reset_async", "Reset Entry", reference_reset },
  { "qd_reference_keep_mine_async", "Keep Edited Entry", reference_keep_mine },
  { "qd_reference_delete_async", "Delete Entry", reference_delete },
  { "qd_reference_set_favourite_async", "Add to Favourites", reference_set_favourite },
  { "qd_reference_set_notes_async", "Edit Notes", reference_set_notes },
  { "qd_reference_mark_checked_async", "Mark as Checked", reference_mark_checked },
  { "qd_reference_link_record_async", "Link Entry", reference_link_record },
  { "qd_reference_link_template_async", "Link Entry", reference_link_template },
  { "qd_reference_unlink_async", "Remove Link", reference_unlink },
  { "qd_reference_note_opened_async", "Open Entry", reference_note_opened, .is_local = TRUE },
  { NULL },
};
