/* qd-report-pages.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>
#include <gio/gio.h>
#include <pango/pango.h>

#include "qd-scene.h"

G_BEGIN_DECLS

/* The type scale */
typedef enum
{
  QD_REPORT_STYLE_TITLE,
  QD_REPORT_STYLE_SUBTITLE,
  QD_REPORT_STYLE_EYEBROW,
  QD_REPORT_STYLE_HEADING,
  QD_REPORT_STYLE_SUBHEADING,
  QD_REPORT_STYLE_FIGURE,
  QD_REPORT_STYLE_BODY,
  QD_REPORT_STYLE_STRONG,
  QD_REPORT_STYLE_SMALL,
  QD_REPORT_STYLE_LABEL,
} QdReportStyle;

typedef enum
{
  QD_REPORT_COLOUR_INK,
  QD_REPORT_COLOUR_MUTED,
  QD_REPORT_COLOUR_ACCENT,
  QD_REPORT_COLOUR_ACCENT_LIGHT,
  QD_REPORT_COLOUR_RULE,
  QD_REPORT_COLOUR_WASH,
  QD_REPORT_COLOUR_GOOD,
  QD_REPORT_COLOUR_WATCH,
  QD_REPORT_COLOUR_BAD,
  QD_REPORT_COLOUR_PAPER,
} QdReportColour;

/* Each state has a shape of its own, so that it reads without colour. */
typedef enum
{
  QD_REPORT_MARK_NONE,
  QD_REPORT_MARK_CIRCLE,   /* not started, unknown */
  QD_REPORT_MARK_DISC,     /* on track */
  QD_REPORT_MARK_TRIANGLE, /* watchpoint */
  QD_REPORT_MARK_DIAMOND,  /* concern */
  QD_REPORT_MARK_TICK,     /* done */
  QD_REPORT_MARK_BOX,      /* an open line of a checklist */
  QD_REPORT_MARK_BOX_TICK, /* a done one */
} QdReportMark;

/**
 * QdReportPages:
 *
 * Pages that are laid out: for each a list of what is drawn on it, in points from
 * its upper left corner, and how it is structured. They are drawn alike into a
 * PDF, onto a printer's page and on the screen.
 *
 * To be used by one thread at a time.
 */
typedef struct _QdReportPages QdReportPages;

QdReportPages                *qd_report_pages_new (double   width,
                                                   double   height,
                                                   GError **error);
void                          qd_report_pages_free (QdReportPages *self);
guint                         qd_report_pages_get_length (QdReportPages *self);
double                        qd_report_pages_get_width (QdReportPages *self);
double                        qd_report_pages_get_height (QdReportPages *self);
const char *const            *qd_report_pages_get_missing (QdReportPages *self);
void                          qd_report_pages_set_language (QdReportPages *self,
                                                            const char    *sample);

PangoLayout                  *qd_report_pages_create_layout (QdReportPages *self,
                                                             QdReportStyle  style,
                                                             const char    *text,
                                                             double         width);
double                        qd_report_layout_get_height (PangoLayout *layout);
double                        qd_report_layout_get_width (PangoLayout *layout);
QdReportColour                qd_report_style_get_colour (QdReportStyle style);

/* What follows goes onto the page begun last, or onto @page. */

void                          qd_report_pages_begin_page (QdReportPages *self);
void                          qd_report_pages_select (QdReportPages *self,
                                                      guint          page);
void                          qd_report_pages_begin (QdReportPages *self,
                                                     const char    *tag,
                                                     const char    *attributes);
void                          qd_report_pages_end (QdReportPages *self,
                                                   const char    *tag);
void                          qd_report_pages_add_text (QdReportPages *self,
                                                        PangoLayout   *layout,
                                                        QdReportColour colour,
                                                        double         x,
                                                        double         y);
void                          qd_report_pages_add_lines (QdReportPages *self,
                                                         PangoLayout   *layout,
                                                         QdReportColour colour,
                                                         double         x,
                                                         double         y,
                                                         int            first,
                                                         int            n_lines);
void                          qd_report_pages_add_box (QdReportPages *self,
                                                       QdReportColour colour,
                                                       double         x,
                                                       double         y,
                                                       double         width,
                                                       double         height,
                                                       double         radius);
void                          qd_report_pages_add_rule (QdReportPages *self,
                                                        QdReportColour colour,
                                                        double         x,
                                                        double         y,
                                                        double         width,
                                                        double         height);
void                          qd_report_pages_add_mark (QdReportPages *self,
                                                        QdReportMark   mark,
                                                        QdReportColour colour,
                                                        double         x,
                                                        double         y,
                                                        double         size);
void                          qd_report_pages_keep_scenes (QdReportPages *self,
                                                           GPtrArray     *scenes);
void                          qd_report_pages_add_scene (QdReportPages *self,
                                                         QdScene       *scene,
                                                         double         x,
                                                         double         y,
                                                         double         scale);
void                          qd_report_pages_add_outline (QdReportPages *self,
                                                           int            level,
                                                           const char    *title,
                                                           double         y);

void                          qd_report_pages_draw (QdReportPages *self,
                                                    cairo_t       *cr,
                                                    guint          page,
                                                    gboolean       tagged);

/**
 * QdReportBookmark:
 * @level: 0 for a section, 1 for what is in it
 * @page: from 0
 * @y: where on it
 */
typedef struct
{
  int    level;
  char  *title;
  guint  page;
  double y;
} QdReportBookmark;

GArray *qd_report_pages_get_outline (QdReportPages *self);

/* Returns: (transfer full) (nullable): what was found in @text */
typedef char *(*QdReportFindFunc) (const char *text,
                                   gpointer    data);

char *qd_report_pages_find (QdReportPages   *self,
                            QdReportFindFunc func,
                            gpointer         data,
                            guint           *page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdReportPages, qd_report_pages_free)

G_END_DECLS
