/* qd-report-tiles.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-exit.h"
#include "qd-report-pages.h"
#include "qd-report.h"
#include "qd-timeline-sheet.h"

G_BEGIN_DECLS

/**
 * QdReportTiles:
 *
 * A timeline that is to be put onto pages or into one image. Records are read on
 * the main thread, when it is made and when it is drawn.
 */
typedef struct _QdReportTiles QdReportTiles;

QdReportTiles                *qd_report_tiles_new (QdPortfolio *portfolio,
                                                   QdPlan      *plan,
                                                   QdAudience   audience,
                                                   QdExit      *exit,
                                                   int          day,
                                                   GError     **error);
void                          qd_report_tiles_free (QdReportTiles *self);
gboolean                      qd_report_tiles_arrange (QdReportTiles *self,
                                                       double         width,
                                                       double         height,
                                                       QdReportTiling tiling,
                                                       GError       **error);
guint                         qd_report_tiles_get_n_pages (QdReportTiles *self);
gboolean                      qd_report_tiles_is_fitted (QdReportTiles *self);
void                          qd_report_tiles_begin_image (QdReportTiles *self);
gboolean                      qd_report_tiles_draw_next (QdReportTiles *self);
QdReportPages                *qd_report_tiles_create_pages (QdReportTiles *self,
                                                            GError       **error);
QdScene                      *qd_report_tiles_get_image (QdReportTiles *self,
                                                         double        *width,
                                                         double        *height);

char                         *qd_report_tiles_dup_title (QdReportTiles *self);
char                         *qd_report_tiles_find (QdReportTiles   *self,
                                                    QdReportFindFunc func,
                                                    gpointer         data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdReportTiles, qd_report_tiles_free)

G_END_DECLS
