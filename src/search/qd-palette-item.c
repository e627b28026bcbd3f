/* qd-palette-item.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-palette-item"

#include "qd-palette-item.h"

#include <glib/gi18n.h>

static const struct
{
  const char *label;
  guint       limit; /* how many of them are given */
} groups[QD_PALETTE_N_GROUPS] = {
  [QD_PALETTE_RECENT] = { N_ ("Recent"), 6 },
  [QD_PALETTE_ACCOUNT] = { N_ ("Accounts"), 8 },
  [QD_PALETTE_PLAN] = { N_ ("Plans"), 8 },
  [QD_PALETTE_TASK] = { N_ ("Tasks"), 10 },
  [QD_PALETTE_PAGE] = { N_ ("Pages"), 10 },
  [QD_PALETTE_COMMAND] = { N_ ("Commands"), 40 },
  [QD_PALETTE_OTHER] = { N_ ("People, Objectives, Activities"), 15 },
  [QD_PALETTE_REFERENCE] = { N_ ("Reference"), 6 },
};

QdPaletteItem *
qd_palette_item_new (QdPaletteGroup group,
                     const char    *title,
                     const char    *icon,
                     const char    *action)
{
  QdPaletteItem *self = g_new0 (QdPaletteItem, 1);

  self->group = group;
  self->title = g_strdup (title);
  self->icon = icon;
  self->action = g_strdup (action);
  self->lasting = TRUE;

  return self;
}

QdPaletteItem *
qd_palette_item_copy (const QdPaletteItem *self)
{
  QdPaletteItem *copy = qd_palette_item_new (self->group, self->title, self->icon, self->action);

  copy->subtitle = g_strdup (self->subtitle);
  copy->keys = g_strdup (self->keys);
  copy->lasting = self->lasting;
  copy->score = self->score;

  return copy;
}

void
qd_palette_item_free (QdPaletteItem *self)
{
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->action);
  g_free (self->keys);
  g_free (self);
}

/* Returns: (transfer full): all that it says, as it is read out */
char *
qd_palette_item_dup_label (const QdPaletteItem *self)
{
  GString *label = g_string_new (self->title);

  if (self->subtitle != NULL && *self->subtitle != '\0')
    g_string_append_printf (label, ", %s", self->subtitle);

  if (self->keys != NULL)
    g_string_append_printf (label, ", %s", self->keys);

  return g_string_free (label, FALSE);
}

const char *
qd_palette_group_get_label (QdPaletteGroup group)
{
  return _ (groups[group].label);
}

/* Returns: (transfer full): an empty array, which owns its items */
GPtrArray *
qd_palette_items_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)qd_palette_item_free);
}

typedef struct
{
  int   best[QD_PALETTE_N_GROUPS];
  guint n_items[QD_PALETTE_N_GROUPS];
} Standing;

/* The group with the best item first, and in it the best first; of two that fit as well, as they came */
static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      user_data)
{
  const QdPaletteItem *one = *(QdPaletteItem *const *)a;
  const QdPaletteItem *other = *(QdPaletteItem *const *)b;
  const Standing      *standing = user_data;

  if (one->group != other->group && standing->best[one->group] != standing->best[other->group])
    return standing->best[other->group] - standing->best[one->group];

  if (one->group != other->group)
    return (int)one->group - (int)other->group;

  return other->score - one->score;
}

/**
 * qd_palette_items_arrange:
 *
 * Brings @items into the order in which they are shown, and leaves out those that are too many.
 */
void
qd_palette_items_arrange (GPtrArray *items)
{
  Standing standing = { 0 };

  for (guint i = 0; i < items->len; i++)
    {
      const QdPaletteItem *item = g_ptr_array_index (items, i);

      standing.best[item->group] = MAX (standing.best[item->group], item->score);
    }

  /* This sort keeps the order of what is equal. */
  g_ptr_array_sort_with_data (items, compare, &standing);

  for (guint i = 0; i < items->len;)
    {
      const QdPaletteItem *item = g_ptr_array_index (items, i);

      if (standing.n_items[item->group]++ < groups[item->group].limit)
        i++;
      else
        g_ptr_array_remove_index (items, i);
    }
}
