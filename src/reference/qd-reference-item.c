/* qd-reference-item.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-reference-item"

#include "qd-reference-item.h"

#include <glib/gi18n.h>

#include "qd-reference-words.h"

G_DEFINE_FINAL_TYPE (QdReferenceItem, qd_reference_item, G_TYPE_OBJECT)

static void
qd_reference_item_finalize (GObject *object)
{
  QdReferenceItem *self = QD_REFERENCE_ITEM (object);

  g_clear_object (&self->entry);
  g_free (self->heading);
  g_free (self->title);
  g_free (self->detail);

  G_OBJECT_CLASS (qd_reference_item_parent_class)->finalize (object);
}

static void
qd_reference_item_class_init (QdReferenceItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qd_reference_item_finalize;
}

static void
qd_reference_item_init (QdReferenceItem *self)
{
}

/**
 * qd_reference_item_new:
 * @passage: (nullable): what is written around the words that were looked for; without it, what
 *   the text begins with
 * @terms: (nullable): what is bold, see qd_reference_words_find()
 */
QdReferenceItem *
qd_reference_item_new (QdReferenceEntry  *entry,
                       const char        *heading,
                       const char        *passage,
                       const char *const *terms)
{
  static const char *const none[] = { NULL };
  QdReferenceItem         *self;
  g_autofree char         *plain = NULL;
  g_autofree char         *beginning = NULL;
  g_autofree char         *detail = NULL;

  g_return_val_if_fail (QD_IS_REFERENCE_ENTRY (entry), NULL);

  if (passage == NULL && entry->body != NULL)
    {
      plain = qd_reference_words_dup_plain (entry->body);
      passage = beginning = qd_reference_words_dup_passage (plain, none);
    }

  detail = passage != NULL && *passage != '\0'
               ? g_strdup (passage)
               : g_strdup (_ (qd_nicks_get_label (qd_reference_categories, entry->category)));
  self = g_object_new (QD_TYPE_REFERENCE_ITEM, NULL);
  self->entry = g_object_ref (entry);
  self->heading = g_strdup (heading);
  self->title = qd_reference_words_dup_markup (entry->title, terms != NULL ? terms : none);
  self->detail = qd_reference_words_dup_markup (detail, terms != NULL ? terms : none);

  return self;
}
