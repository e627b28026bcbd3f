/* qd-window.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-shell.h"

G_BEGIN_DECLS

#define QD_TYPE_WINDOW (qd_window_get_type ())

G_DECLARE_FINAL_TYPE (QdWindow, qd_window, QD, WINDOW, AdwApplicationWindow)

QdWindow *qd_window_new (GtkApplication *app,
                         QdPortfolio    *portfolio,
                         GSettings      *settings);
void      qd_window_show_portfolio (QdWindow *self);
void      qd_window_show_failure (QdWindow     *self,
                                  const char   *path,
                                  const GError *error);
void      qd_window_show (QdWindow   *self,
                          const char *place);

void      qd_window_show_damage (QdWindow     *self,
                                 const char   *path,
                                 const GError *error);

G_END_DECLS
