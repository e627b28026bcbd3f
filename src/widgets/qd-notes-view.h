/* qd-notes-view.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-editor.h"

G_BEGIN_DECLS

#define QD_TYPE_NOTES_VIEW (qd_notes_view_get_type ())

G_DECLARE_FINAL_TYPE (QdNotesView, qd_notes_view, QD, NOTES_VIEW, AdwBin)

GtkWidget *qd_notes_view_new (const char *field);

G_END_DECLS
