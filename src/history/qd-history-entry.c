/* qd-history-entry.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-history-entry"

#include "qd-history-entry.h"

#include <glib/gi18n.h>
#include <string.h>

#include "qd-history-kinds.h"

/* In characters: a longer text is not told within a line of others. */
#define LONGEST_VALUE 60

G_DEFINE_FINAL_TYPE (QdHistoryEntry, qd_history_entry, G_TYPE_OBJECT)

static void
qd_history_entry_finalize (GObject *object)
{
  QdHistoryEntry *self = QD_HISTORY_ENTRY (object);

  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->words, g_free);
  g_clear_object (&self->first);

  G_OBJECT_CLASS (qd_history_entry_parent_class)->finalize (object);
}

static void
qd_history_entry_class_init (QdHistoryEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qd_history_entry_finalize;
}

static void
qd_history_entry_init (QdHistoryEntry *self)
{
}

QdHistoryEntry *
qd_history_entry_new (void)
{
  return g_object_new (QD_TYPE_HISTORY_ENTRY, NULL);
}

G_DEFINE_FINAL_TYPE (QdHistoryLine, qd_history_line, G_TYPE_OBJECT)

static void
qd_history_line_finalize (GObject *object)
{
  QdHistoryLine *self = QD_HISTORY_LINE (object);

  g_clear_pointer (&self->kind, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->field, g_free);
  g_clear_pointer (&self->before, g_free);
  g_clear_pointer (&self->after, g_free);

  G_OBJECT_CLASS (qd_history_line_parent_class)->finalize (object);
}

static void
qd_history_line_class_init (QdHistoryLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qd_history_line_finalize;
}

static void
qd_history_line_init (QdHistoryLine *self)
{
}

/* @title: (nullable) */
QdHistoryLine *
qd_history_line_new (QdHistoryOp op,
                     const char *table,
                     gint64      id,
                     const char *title)
{
  QdHistoryLine *self = g_object_new (QD_TYPE_HISTORY_LINE, NULL);

  self->op = op;
  self->table = g_intern_string (table);
  self->id = id;
  self->kind = g_strdup (qd_history_kinds_get_label (table));
  self->title = g_strdup (title != NULL ? title : "");

  return self;
}

static gboolean
is_short (const char *value)
{
  return strchr (value, '\n') == NULL && g_utf8_strlen (value, -1) <= LONGEST_VALUE;
}

static char *
dup_whole_words (QdHistoryLine *self)
{
  if (*self->title == '\0')
    return g_strdup_printf (self->op == QD_HISTORY_ADDED ? _ ("%s added") : _ ("%s removed"), self->kind);

  return g_strdup_printf (
      self->op == QD_HISTORY_ADDED ? _ ("%s “%s” added") : _ ("%s “%s” removed"), self->kind, self->title);
}

/**
 * qd_history_line_dup_words:
 *
 * Returns: (transfer full): all of it in one line: “Due of “Runner workshop”: 3 June 2026 → 5 June 2026”
 */
char *
qd_history_line_dup_words (QdHistoryLine *self)
{
  g_autofree char *what = NULL;

  g_return_val_if_fail (QD_IS_HISTORY_LINE (self), NULL);

  if (self->field == NULL)
    return dup_whole_words (self);

  /* Translators: a field, and the name of what it is a field of */
  what = g_strdup_printf (_ ("%s of “%s”"), self->field, *self->title != '\0' ? self->title : self->kind);

  if (self->before == NULL || self->after == NULL || !is_short (self->before) || !is_short (self->after))
    /* Translators: a field of a record */
    return g_strdup_printf (_ ("%s changed"), what);

  if (*self->before == '\0')
    return g_strdup_printf (_ ("%s: %s"), what, self->after);

  if (*self->after == '\0')
    return g_strdup_printf (_ ("%s cleared, was %s"), what, self->before);

  return g_strdup_printf (_ ("%s: %s → %s"), what, self->before, self->after);
}
