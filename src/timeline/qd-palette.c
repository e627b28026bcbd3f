/* qd-palette.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-palette"

#include "qd-palette.h"

#include <math.h>

/*
 * Tints let the grid and the days off shine through, and what is written on them
 * stay text on paper: nothing has to be white on a colour.
 */

static QdColor
hex (guint32 rgb,
     double  alpha)
{
  return (QdColor){ (rgb >> 16 & 0xff) / 255.0f, (rgb >> 8 & 0xff) / 255.0f, (rgb & 0xff) / 255.0f, (float)alpha };
}

static QdColor
tint (QdColor color,
      double  alpha)
{
  color.alpha = (float)alpha;

  return color;
}

/* GNOME's palette, in the shade that is told from the paper: darker on white, lighter on black */
static void
set_states (QdPalette     *self,
            const QdColor *accent,
            gboolean       dark,
            gboolean       strong)
{
  QdColor *colors = self->colors;
  QdColor  red = dark ? hex (0xff7b63, 1) : hex (0xc01c28, 1);
  QdColor  orange = dark ? hex (0xffa348, 1) : hex (0xe66100, 1);
  QdColor  green = dark ? hex (0x57e389, 1) : hex (0x26a269, 1);
  QdColor  purple = dark ? hex (0xc79ce0, 1) : hex (0x813d9c, 1);
  double   faint = strong ? 0.5 : 0.3;
  double   full = strong ? 0.8 : 0.55;

  colors[QD_INK_BAR] = tint (*accent, faint);
  colors[QD_INK_PROGRESS] = tint (*accent, full);
  colors[QD_INK_DONE] = tint (green, faint);
  colors[QD_INK_DONE_MARK] = green;
  colors[QD_INK_LATE] = tint (orange, faint);
  colors[QD_INK_LATE_PROGRESS] = tint (orange, full);
  colors[QD_INK_MEETING] = tint (purple, faint);
  colors[QD_INK_MEETING_MARK] = purple;
  colors[QD_INK_CRITICAL] = red;
  colors[QD_INK_TODAY] = *accent;
  colors[QD_INK_TODAY_TEXT] = hex (0xffffff, 1);
  colors[QD_INK_STATUS] = purple;
  colors[QD_INK_STATUS_TEXT] = dark ? hex (0x000000, 0.9) : hex (0xffffff, 1);
  colors[QD_INK_LINK_STRONG] = *accent;
  colors[QD_INK_SELECTION] = tint (*accent, 0.15);
  colors[QD_INK_FOCUS] = tint (*accent, strong ? 1 : 0.8);
  colors[QD_INK_GHOST] = *accent;
  colors[QD_INK_BROKEN] = red;
  colors[QD_INK_FREEZE] = tint (dark ? hex (0x78aeed, 1) : hex (0x1a5fb4, 1), strong ? 0.4 : 0.18);
  colors[QD_INK_LOCK] = tint (red, strong ? 0.4 : 0.18);
  colors[QD_INK_MAINTENANCE] = tint (orange, strong ? 0.35 : 0.16);
  colors[QD_INK_HOLIDAY] = tint (green, strong ? 0.3 : 0.14);
}

/**
 * qd_palette_init:
 * @accent: the colour that the person has chosen
 * @high_contrast: whether lines are to be told apart better than it would please most
 */
void
qd_palette_init (QdPalette     *self,
                 const QdColor *accent,
                 gboolean       dark,
                 gboolean       high_contrast)
{
  QdColor *colors = self->colors;
  guint32  pen = dark ? 0xffffff : 0x000006;
  double   more = high_contrast ? 2.2 : 1;

  colors[QD_INK_TEXT] = hex (pen, dark ? 1 : high_contrast ? 1
                                                           : 0.85);
  colors[QD_INK_DIM] = hex (pen, high_contrast ? 0.9 : dark ? 0.7
                                                            : 0.62);
  colors[QD_INK_PAPER] = dark ? hex (0x1d1d20, 1) : hex (0xffffff, 1);
  colors[QD_INK_HEADER] = colors[QD_INK_PAPER];
  colors[QD_INK_GRID] = hex (pen, 0.07 * more);
  colors[QD_INK_GRID_STRONG] = hex (pen, 0.16 * more);
  colors[QD_INK_CLOSED] = hex (pen, 0.055 * more);
  colors[QD_INK_CLOSED_THEIRS] = hex (pen, 0.03 * more);
  colors[QD_INK_MILESTONE] = hex (pen, dark ? 0.95 : 0.8);
  colors[QD_INK_SUMMARY] = hex (pen, dark ? 0.75 : 0.65);
  colors[QD_INK_BASELINE] = hex (pen, 0.28 * (high_contrast ? 1.8 : 1));
  colors[QD_INK_FLOAT] = hex (pen, 0.45 * (high_contrast ? 1.6 : 1));
  colors[QD_INK_LINK] = hex (pen, 0.38 * (high_contrast ? 1.8 : 1));
  colors[QD_INK_HOVER] = hex (pen, 0.04);
  colors[QD_INK_BUBBLE] = dark ? hex (0x3d3d42, 1) : hex (0x2e2e33, 1);
  colors[QD_INK_BUBBLE_TEXT] = hex (0xffffff, 1);

  set_states (self, accent, dark, high_contrast);
}

void
qd_palette_init_for_paper (QdPalette *self)
{
  QdColor accent = hex (0x3584e4, 1);

  qd_palette_init (self, &accent, FALSE, FALSE);
}

/* Returns: what is seen of @above on @below, which nothing shines through */
QdColor
qd_color_blend (const QdColor *below,
                const QdColor *above)
{
  float a = above->alpha;

  return (QdColor){ above->red * a + below->red * (1 - a),
                    above->green * a + below->green * (1 - a),
                    above->blue * a + below->blue * (1 - a),
                    1 };
}

static double
get_linear (float value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
get_luminance (const QdColor *color)
{
  return 0.2126 * get_linear (color->red) + 0.7152 * get_linear (color->green) + 0.0722 * get_linear (color->blue);
}

/* Returns: from 1 to 21, as WCAG 2 defines it, of two that nothing shines through */
double
qd_color_get_contrast (const QdColor *a,
                       const QdColor *b)
{
  double first = get_luminance (a), second = get_luminance (b);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}
