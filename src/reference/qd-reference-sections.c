/* qd-reference-sections.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-reference-sections"

#include "qd-reference-sections.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>

#include "qd-reference-item.h"

static void
add_section (GPtrArray  *sections,
             GListStore *section)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (section)) > 0)
    g_ptr_array_add (sections, g_object_ref (section));
}

static void
add_entries (GPtrArray  *sections,
             GPtrArray  *entries,
             const char *heading)
{
  g_autoptr(GListStore) section = g_list_store_new (QD_TYPE_REFERENCE_ITEM);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      g_autoptr(QdReferenceItem) item =
                    qd_reference_item_new (g_ptr_array_index (entries, i), heading, NULL, NULL);

      g_list_store_append (section, item);
    }

  add_section (sections, section);
}

/**
 * qd_reference_sections_list_all:
 * @recent: (nullable) (element-type QdReferenceEntry): what was opened, the last first
 *
 * Returns: (transfer full): favourites, what was opened last, and all by category
 */
GPtrArray *
qd_reference_sections_list_all (QdReference *reference,
                                GPtrArray   *recent,
                                guint        max_recent)
{
  GPtrArray *sections = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) favourites = qd_reference_list_favourites (reference);
  g_autoptr(GPtrArray) opened = g_ptr_array_new ();

  /* Favourites are above already, and an entry may have changed since it was opened. */
  for (guint i = 0; recent != NULL && i < recent->len; i++)
    {
      QdReferenceEntry *then = g_ptr_array_index (recent, i);
      QdReferenceEntry *entry = qd_reference_lookup (reference, then->key);

      if (entry != NULL && !entry->favourite && opened->len < max_recent)
        g_ptr_array_add (opened, entry);
    }

  add_entries (sections, favourites, _ ("Favourites"));
  add_entries (sections, opened, _ ("Opened Last"));

  for (int i = 0; qd_reference_categories[i].nick != NULL; i++)
    {
      g_autoptr(GPtrArray) entries = qd_reference_list (reference, i, NULL);

      add_entries (sections, entries, _ (qd_reference_categories[i].label));
    }

  return sections;
}

/* Returns: (transfer full): “3 Entries”, or that they are the best of more */
char *
qd_reference_sections_dup_heading (QdReferenceResult *result,
                                   guint              max_hits)
{
  guint n_hits = result->hits->len;

  return n_hits >= max_hits ? g_strdup_printf (_ ("The Best %u"), n_hits)
                            : g_strdup_printf (ngettext ("%u Entry", "%u Entries", n_hits), n_hits);
}

/* Returns: (transfer full): what was found, the best first; none where nothing was */
GPtrArray *
qd_reference_sections_list_found (QdReferenceResult *result,
                                  const char        *heading)
{
  GPtrArray *sections = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GListStore) section = g_list_store_new (QD_TYPE_REFERENCE_ITEM);
  g_autofree char *like = NULL;

  /* Translators: after “3 Entries”, where what was typed is no word of the reference */
  if (result->corrected)
    like = g_strdup_printf (_ ("%s for Similar Words"), heading);

  for (guint i = 0; i < result->hits->len; i++)
    {
      QdReferenceHit *hit = g_ptr_array_index (result->hits, i);
      g_autoptr(QdReferenceItem) item = qd_reference_item_new (
          hit->entry, like != NULL ? like : heading, hit->passage, (const char *const *)result->terms);

      g_list_store_append (section, item);
    }

  add_section (sections, section);

  return sections;
}

/* Returns: the position of the entry with @key (nullable), or that of none */
guint
qd_reference_sections_find (GListModel *items,
                            const char *key)
{
  for (guint i = 0; key != NULL && i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(QdReferenceItem) item = g_list_model_get_item (items, i);

      if (g_str_equal (item->entry->key, key))
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}
