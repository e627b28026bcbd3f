/* qd-scene.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>
#include <pango/pango.h>

#include "qd-palette.h"

G_BEGIN_DECLS

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} QdRect;

typedef struct
{
  double x;
  double y;
} QdPoint;

/**
 * QdShapeKind:
 * @QD_SHAPE_FILL: a rectangle, round at its corners by @size
 * @QD_SHAPE_OUTLINE: its edge, @stroke wide, drawn inside of it
 * @QD_SHAPE_HATCH: slanting stripes all over it
 * @QD_SHAPE_ELBOW: two of its edges, those that meet at @corner, which is round by @size
 * @QD_SHAPE_DIAMOND: a square on its tip
 * @QD_SHAPE_ARROW: a triangle that points to @direction
 * @QD_SHAPE_TEXT: a layout, its upper left corner at that of the rectangle
 * @QD_SHAPE_CLIP: until %QD_SHAPE_UNCLIP nothing is drawn outside of it
 */
typedef enum
{
  QD_SHAPE_FILL,
  QD_SHAPE_OUTLINE,
  QD_SHAPE_HATCH,
  QD_SHAPE_ELBOW,
  QD_SHAPE_DIAMOND,
  QD_SHAPE_ARROW,
  QD_SHAPE_TEXT,
  QD_SHAPE_CLIP,
  QD_SHAPE_UNCLIP,
} QdShapeKind;

typedef enum
{
  QD_CORNER_TOP_LEFT,
  QD_CORNER_TOP_RIGHT,
  QD_CORNER_BOTTOM_RIGHT,
  QD_CORNER_BOTTOM_LEFT,
} QdCorner;

typedef enum
{
  QD_DIRECTION_LEFT,
  QD_DIRECTION_RIGHT,
  QD_DIRECTION_UP,
  QD_DIRECTION_DOWN,
} QdDirection;

typedef struct
{
  QdShapeKind  kind;
  QdInk        ink;
  QdCorner     corner;
  QdDirection  direction;
  QdRect       rect;
  double       size;
  double       stroke;
  PangoLayout *layout; /* of the scene */
} QdShape;

typedef enum
{
  QD_TEXT_PLAIN,
  QD_TEXT_BOLD,
  QD_TEXT_SMALL,
  QD_TEXT_TITLE,
} QdTextStyle;

/* How much smaller small text is */
#define QD_TEXT_SMALL_SCALE 0.88

/**
 * QdScene:
 *
 * What is to be painted, in order: shapes and the role that each plays, without
 * the colours. A screen and a page paint the same scene.
 *
 * Texts are laid out once and kept as long as every scene asks for them again.
 */
typedef struct _QdScene QdScene;

/**
 * QdSceneReader:
 *
 * Returns: (transfer full): what is to be read in the place of @text
 */
typedef char *(*QdSceneReader) (const char *text,
                                gpointer    data);

QdScene       *qd_scene_new (PangoContext *context);
void           qd_scene_set_reader (QdScene      *self,
                                    QdSceneReader reader,
                                    gpointer      data);
void           qd_scene_free (QdScene *self);
void           qd_scene_clear (QdScene *self);
void           qd_scene_forget_texts (QdScene *self);
const QdShape *qd_scene_get_shapes (QdScene *self,
                                    guint   *n_shapes);

void           qd_scene_move (QdScene *self,
                              guint    first,
                              double   dx,
                              double   dy);
void           qd_scene_remove (QdScene *self,
                                guint    index);

void           qd_scene_fill (QdScene      *self,
                              QdInk         ink,
                              const QdRect *rect,
                              double        radius);
void           qd_scene_outline (QdScene      *self,
                                 QdInk         ink,
                                 const QdRect *rect,
                                 double        radius,
                                 double        stroke);
void           qd_scene_hatch (QdScene      *self,
                               QdInk         ink,
                               const QdRect *rect);
void           qd_scene_diamond (QdScene      *self,
                                 QdInk         ink,
                                 const QdRect *rect);
void           qd_scene_arrow (QdScene       *self,
                               QdInk          ink,
                               const QdPoint *from,
                               const QdPoint *tip,
                               double         size);
void           qd_scene_route (QdScene       *self,
                               QdInk          ink,
                               const QdPoint *points,
                               guint          n_points,
                               double         stroke);
void           qd_scene_dashes (QdScene      *self,
                                QdInk         ink,
                                const QdRect *line);
void           qd_scene_clip (QdScene      *self,
                              const QdRect *rect);
void           qd_scene_unclip (QdScene *self);
void           qd_scene_measure (QdScene    *self,
                                 QdTextStyle style,
                                 const char *text,
                                 double     *width,
                                 double     *height);
void           qd_scene_text (QdScene    *self,
                              QdInk       ink,
                              QdTextStyle style,
                              const char *text,
                              double      x,
                              double      middle);
void           qd_scene_text_within (QdScene      *self,
                                     QdInk         ink,
                                     QdTextStyle   style,
                                     const char   *text,
                                     const QdRect *rect);

void           qd_scene_paint (QdScene         *self,
                               const QdPalette *palette,
                               cairo_t         *cr);
char          *qd_scene_to_svg (QdScene         *self,
                                const QdPalette *palette,
                                const char      *title,
                                double           width,
                                double           height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdScene, qd_scene_free)

G_END_DECLS
