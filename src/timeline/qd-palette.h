/* qd-palette.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What role something drawn plays */
typedef enum
{
  QD_INK_TEXT,
  QD_INK_DIM,
  QD_INK_PAPER,
  QD_INK_HEADER,
  QD_INK_GRID,
  QD_INK_GRID_STRONG,
  QD_INK_CLOSED,
  QD_INK_CLOSED_THEIRS,
  QD_INK_HOLIDAY,
  QD_INK_FREEZE,
  QD_INK_MAINTENANCE,
  QD_INK_LOCK,
  QD_INK_TODAY,
  QD_INK_TODAY_TEXT,
  QD_INK_STATUS,
  QD_INK_STATUS_TEXT,
  QD_INK_BAR,
  QD_INK_PROGRESS,
  QD_INK_DONE,
  QD_INK_DONE_MARK,
  QD_INK_LATE,
  QD_INK_LATE_PROGRESS,
  QD_INK_MEETING,
  QD_INK_MEETING_MARK,
  QD_INK_MILESTONE,
  QD_INK_SUMMARY,
  QD_INK_CRITICAL,
  QD_INK_BASELINE,
  QD_INK_FLOAT,
  QD_INK_LINK,
  QD_INK_LINK_STRONG,
  QD_INK_HOVER,
  QD_INK_SELECTION,
  QD_INK_FOCUS,
  QD_INK_GHOST,
  QD_INK_BROKEN,
  QD_INK_BUBBLE,
  QD_INK_BUBBLE_TEXT,
  QD_N_INKS,
} QdInk;

/* Each from 0 to 1 */
typedef struct
{
  float red;
  float green;
  float blue;
  float alpha;
} QdColor;

/**
 * QdPalette:
 *
 * The colour of each ink.
 */
typedef struct
{
  QdColor colors[QD_N_INKS];
} QdPalette;

void    qd_palette_init (QdPalette     *self,
                         const QdColor *accent,
                         gboolean       dark,
                         gboolean       high_contrast);
void    qd_palette_init_for_paper (QdPalette *self);

double  qd_color_get_contrast (const QdColor *a,
                               const QdColor *b);
QdColor qd_color_blend (const QdColor *below,
                        const QdColor *above);

G_END_DECLS
