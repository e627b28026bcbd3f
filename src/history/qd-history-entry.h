/* qd-history-entry.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * QdHistoryKind:
 * @QD_HISTORY_EDIT: a person made it
 * @QD_HISTORY_UNDONE: undo took an earlier change back
 * @QD_HISTORY_REDONE: redo brought back what undo had taken back
 * @QD_HISTORY_REVERTED: an earlier change was taken back by choice, out of the history
 *
 * How a change came to be.
 */
typedef enum
{
  QD_HISTORY_EDIT,
  QD_HISTORY_UNDONE,
  QD_HISTORY_REDONE,
  QD_HISTORY_REVERTED,
} QdHistoryKind;

typedef enum
{
  QD_HISTORY_ADDED,
  QD_HISTORY_CHANGED,
  QD_HISTORY_REMOVED,
} QdHistoryOp;

#define QD_TYPE_HISTORY_LINE (qd_history_line_get_type ())

G_DECLARE_FINAL_TYPE (QdHistoryLine, qd_history_line, QD, HISTORY_LINE, GObject)

#define QD_TYPE_HISTORY_ENTRY (qd_history_entry_get_type ())

G_DECLARE_FINAL_TYPE (QdHistoryEntry, qd_history_entry, QD, HISTORY_ENTRY, GObject)

/**
 * QdHistoryEntry:
 * @id: a later change has the greater one
 * @time: in seconds since 1970, as the clock of the machine was when it was made
 * @label: what the edit was called: “Change Due”
 * @merged: it is what several changes of one day came to, kept together to save room
 * @words: what it did, in one line
 * @first: (nullable): that of its lines which says most, and which @words begin with
 * @account: of what it is about; 0 for none
 * @plan: likewise
 * @n_changes: the fields, and the records added and removed
 * @reverted: it was undone or reverted since, and not brought back
 *
 * One change of the history. Nothing in it changes once it is made.
 */
struct _QdHistoryEntry
{
  GObject        parent_instance;

  gint64         id;
  gint64         time;
  char          *label;
  QdHistoryKind  kind;
  gboolean       merged;
  char          *words;
  QdHistoryLine *first;
  gint64         account;
  gint64         plan;
  guint          n_changes;
  gboolean       reverted;
};

QdHistoryEntry *qd_history_entry_new (void);

/**
 * QdHistoryLine:
 * @table: that the record is in; interned
 * @id: of the record
 * @kind: what such a record is called, as “Task”
 * @title: what the record itself is called; empty where it has no name
 * @column: the field's name in the file; interned; %NULL where the record was added or removed
 * @field: likewise, as people call it
 * @before: as people read it; empty for nothing
 * @after: likewise
 *
 * What happened to one field, or to one record as a whole.
 */
struct _QdHistoryLine
{
  GObject     parent_instance;

  QdHistoryOp op;
  const char *table;
  gint64      id;
  char       *kind;
  char       *title;
  const char *column;
  char       *field;
  char       *before;
  char       *after;
};

QdHistoryLine *qd_history_line_new (QdHistoryOp op,
                                    const char *table,
                                    gint64      id,
                                    const char *title);
char          *qd_history_line_dup_words (QdHistoryLine *self);

G_END_DECLS
