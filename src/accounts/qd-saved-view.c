/* qd-saved-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-saved-view"

#include "qd-saved-view.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (QdSavedView, qd_saved_view, QD_TYPE_RECORD)

const QdNick qd_view_rooms[] = {
  { "accounts", N_ ("Accounts") },
  { "plans", N_ ("Plans") },
  { "timeline", N_ ("Timeline") },
  { "accelerators", N_ ("Accelerators") },
  { NULL },
};

static const QdColumn columns[] = {
  QD_COLUMN_LINE (QdSavedView, name, N_ ("Name")),
  QD_COLUMN_ENUM (QdSavedView, room, QdViewRoom, qd_view_rooms, N_ ("Page")),
  QD_COLUMN_TEXT (QdSavedView, body, N_ ("Settings")),
  QD_COLUMN_REAL (QdSavedView, position, N_ ("Position")),
};

static void
qd_saved_view_class_init (QdSavedViewClass *klass)
{
  qd_record_class_install_columns (QD_RECORD_CLASS (klass), "saved_view", columns, G_N_ELEMENTS (columns));
}

static void
qd_saved_view_init (QdSavedView *self)
{
}
