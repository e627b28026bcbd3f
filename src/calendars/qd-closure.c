/* qd-closure.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-closure"

#include "qd-closure.h"

#include <glib/gi18n.h>

#include "qd-work-week.h"

/* Longer than this is a typing error: a week is the longest that repeats weekly. */
#define LONGEST (7 * QD_MINUTES_PER_DAY)

G_DEFINE_FINAL_TYPE (QdClosure, qd_closure, QD_TYPE_RECORD)

const QdNick qd_closure_kinds[] = {
  { "holiday", N_ ("Holiday") },
  { "change-freeze", N_ ("Change Freeze") },
  { "maintenance-window", N_ ("Maintenance Window") },
  { "change-lock", N_ ("Production Change Lock") },
  { NULL },
};

const QdNick qd_closure_stops[] = {
  { "all", N_ ("All Work") },
  { "tasks", N_ ("Tasks, Not Meetings") },
  { "meetings", N_ ("Meetings, Not Tasks") },
  { "nothing", N_ ("Nothing, Only Shown") },
  { NULL },
};

static const QdColumn columns[] = {
  QD_COLUMN_REFERENCE (QdClosure, calendar, N_ ("Calendar")),
  QD_COLUMN_ENUM (QdClosure, kind, QdClosureKind, qd_closure_kinds, N_ ("Kind")),
  QD_COLUMN_LINE (QdClosure, name, N_ ("Name")),
  QD_COLUMN_DAY (QdClosure, first, N_ ("First Day")),
  QD_COLUMN_DAY (QdClosure, last, N_ ("Last Day"), .nullable = TRUE),
  QD_COLUMN_INTEGER (QdClosure, begins, N_ ("Begins"), .nullable = TRUE, .unit = QD_COLUMN_UNIT_TIME),
  QD_COLUMN_INTEGER (QdClosure, minutes, N_ ("Lasts"), .nullable = TRUE, .unit = QD_COLUMN_UNIT_LENGTH),
  QD_COLUMN_BOOLEAN (QdClosure, weekly, N_ ("Every Week")),
  QD_COLUMN_ENUM (QdClosure, stops, QdClosureStop, qd_closure_stops, N_ ("Stops")),
};

/* Whether its hours are of UTC, as those of a Dedicated tenant are. */
gboolean
qd_closure_kind_is_universal (QdClosureKind kind)
{
  return kind == QD_CLOSURE_KIND_MAINTENANCE_WINDOW || kind == QD_CLOSURE_KIND_CHANGE_LOCK;
}

/* What a new one of its kind stops, unless a person says otherwise. A lock holds back
 * what is changed in production, which an accelerator rarely is. */
QdClosureStop
qd_closure_kind_get_usual_stop (QdClosureKind kind)
{
  switch (kind)
    {
    case QD_CLOSURE_KIND_CHANGE_FREEZE:
      return QD_CLOSURE_STOP_TASKS;

    case QD_CLOSURE_KIND_MAINTENANCE_WINDOW:
      return QD_CLOSURE_STOP_MEETINGS;

    case QD_CLOSURE_KIND_CHANGE_LOCK:
      return QD_CLOSURE_STOP_NOTHING;

    case QD_CLOSURE_KIND_HOLIDAY:
    default:
      return QD_CLOSURE_STOP_ALL;
    }
}

static gboolean
qd_closure_check (gpointer draft,
                  GError **error)
{
  QdClosure  *self = draft;
  const char *message = NULL;

  if (self->last != QD_DAY_NONE && self->last < self->first)
    message = _ ("“Last Day” must not be before “First Day”");
  else if (self->begins != QD_INTEGER_NONE && (self->begins < 0 || self->begins >= QD_MINUTES_PER_DAY))
    message = _ ("“Begins” must be a time of a day");
  else if (self->minutes != QD_INTEGER_NONE && (self->minutes <= 0 || self->minutes > LONGEST))
    message = _ ("“Lasts” must be more than 0, and a week at most");

  if (message == NULL)
    return TRUE;

  g_set_error_literal (error, QD_RECORD_ERROR, QD_RECORD_ERROR_RULE, message);

  return FALSE;
}

static void
qd_closure_class_init (QdClosureClass *klass)
{
  qd_record_class_install_columns (QD_RECORD_CLASS (klass), "closure", columns, G_N_ELEMENTS (columns));
  QD_RECORD_CLASS (klass)->check = qd_closure_check;
}

static void
qd_closure_init (QdClosure *self)
{
}
