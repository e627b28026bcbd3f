/* qd-palette-item.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What an item is, in the order in which groups that fit as well as each other are given */
typedef enum
{
  QD_PALETTE_RECENT,
  QD_PALETTE_ACCOUNT,
  QD_PALETTE_PLAN,
  QD_PALETTE_TASK,
  QD_PALETTE_PAGE,
  QD_PALETTE_COMMAND,
  QD_PALETTE_OTHER,
  QD_PALETTE_REFERENCE,
  QD_PALETTE_N_GROUPS,
} QdPaletteGroup;

/**
 * QdPaletteItem:
 * @title: as it may stand on a screen
 * @subtitle: (nullable): likewise
 * @action: what it does, as g_action_parse_detailed_name() reads it; it names records by their ids
 * @keys: (nullable): the key that does the same, for people
 * @lasting: whether it may be kept among what was chosen last
 * @score: how well it fits what was typed, see qd_fuzzy_score()
 *
 * Something to go to or to do.
 */
typedef struct
{
  QdPaletteGroup group;
  char          *title;
  char          *subtitle;
  const char    *icon;
  char          *action;
  char          *keys;
  gboolean       lasting;
  int            score;
} QdPaletteItem;

QdPaletteItem *qd_palette_item_new (QdPaletteGroup group,
                                    const char    *title,
                                    const char    *icon,
                                    const char    *action);
QdPaletteItem *qd_palette_item_copy (const QdPaletteItem *self);
void           qd_palette_item_free (QdPaletteItem *self);
char          *qd_palette_item_dup_label (const QdPaletteItem *self);

const char    *qd_palette_group_get_label (QdPaletteGroup group);
GPtrArray     *qd_palette_items_new (void);
void           qd_palette_items_arrange (GPtrArray *items);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdPaletteItem, qd_palette_item_free)

G_END_DECLS
