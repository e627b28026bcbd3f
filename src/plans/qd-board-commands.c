/* qd-board-commands.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-board-commands"

#include "qd-board-private.h"

#include <glib/gi18n.h>

#include "qd-check-item.h"
#include "qd-day-words.h"
#include "qd-plan-progress.h"
#include "qd-screen.h"
#include "qd-shell.h"
#include "qd-task-editor.h"
#include "qd-task-edits.h"

typedef struct
{
  gint64        task;
  QdCardCommand command;
} Wish;

/* What to say and where to go once an edit of a task is through. */
typedef struct
{
  QdBoard *board;
  gint64   task;
} Moved;

static void
announce (QdBoard    *self,
          const char *message)
{
  g_autofree char *seen = qd_screen_dup_text (self->portfolio, message);

  gtk_accessible_announce (GTK_ACCESSIBLE (self), seen, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Goes to the card at @row of the column at @index. */
static void
focus_card (QdBoard *self,
            int      index,
            int      row)
{
  QdBoardColumn *column = qd_board_get_column (self, index);

  if (column == NULL)
    return;

  if (self->narrow)
    qd_board_show_column (self, index);

  qd_board_column_focus_card (column, row);
}

/* Says where the task stands now: “Kickoff call moved to Days 31–60, 2 of 5”. */
static void
announce_place (QdBoard    *self,
                QdTaskCard *card)
{
  QdTask          *task = qd_task_card_get_task (card);
  QdBoardColumn   *column = qd_board_get_column (self, qd_board_find_column_of (self, task));
  g_autofree char *message = NULL;

  if (column == NULL)
    return;

  /* Translators: a task, the phase it was moved to, its place there, of so many */
  message = g_strdup_printf (_ ("%1$s moved to %2$s, %3$d of %4$u"),
                             task->title,
                             qd_board_column_get_name (column),
                             gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (card)) + 1,
                             qd_board_column_get_count (column));
  announce (self, message);
}

static void
do_next_wish (QdBoard *self)
{
  g_autofree Wish *wish = NULL;
  QdTaskCard      *card;

  self->moving = FALSE;

  if (!(wish = g_queue_pop_head (&self->waiting)))
    return;

  if ((card = g_hash_table_lookup (self->cards, &wish->task)))
    qd_board_command_cb (self, wish->command, card);
  else
    do_next_wish (self);
}

static void
moved_cb (GObject      *store,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autofree Moved *moved = user_data;
  g_autoptr(QdBoard) self = moved->board;
  g_autoptr(GError) error = NULL;
  QdTaskCard *card;

  if (!qd_store_edit_finish (QD_STORE (store), result, &error))
    {
      qd_shell_report (self, error);
      g_queue_clear_full (&self->waiting, g_free);
    }
  else if (self->cards != NULL && (card = g_hash_table_lookup (self->cards, &moved->task)))
    {
      if (self->narrow && qd_board_find_focused_card (self) != NULL)
        qd_board_show_column (self, qd_board_find_column_of (self, qd_task_card_get_task (card)));

      gtk_widget_grab_focus (GTK_WIDGET (card));
      announce_place (self, card);
    }

  do_next_wish (self);
}

/* Says so where an open task is due outside of the phase it is moved to. */
static void
tell_of_days (QdBoard *self,
              QdTask  *task,
              QdPhase *phase)
{
  g_autofree char *day = qd_day_dup_short (task->due, self->today);
  g_autofree char *message = NULL;

  if (phase == NULL || task->due == QD_DAY_NONE || task->status == QD_TASK_STATUS_DONE ||
      qd_record_get_id (phase) == task->phase)
    return;

  if (task->due < qd_plan_get_phase_first (self->plan, phase))
    /* Translators: a task, a day, a phase */
    message = g_strdup_printf (_ ("“%1$s” is still due %2$s, before %3$s begins"), task->title, day, phase->name);
  else if (task->due > qd_plan_get_phase_last (self->plan, phase))
    /* Translators: a task, a day, a phase */
    message = g_strdup_printf (_ ("“%1$s” is still due %2$s, after %3$s ends"), task->title, day, phase->name);
  else
    return;

  qd_shell_tell (self, message);
}

static void
move_task (QdBoard       *self,
           QdTask        *task,
           QdBoardColumn *column,
           QdTaskCard    *before)
{
  gint64 phase = qd_board_column_get_phase_id (column);
  gint64 before_id = before != NULL ? qd_record_get_id (qd_task_card_get_task (before)) : 0;
  Moved *moved = g_new (Moved, 1);

  *moved = (Moved){ g_object_ref (self), qd_record_get_id (task) };
  self->moving = TRUE;
  tell_of_days (self, task, qd_board_column_get_phase (column));
  qd_task_move_async (
      qd_portfolio_get_store (self->portfolio), task, phase, before_id, moved_cb, moved);
}

static void
move_across (QdBoard    *self,
             QdTaskCard *card,
             int         n_columns)
{
  QdTask        *task = qd_task_card_get_task (card);
  int            index = qd_board_find_column_of (self, task);
  int            row = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (card));
  QdBoardColumn *column = qd_board_get_column (self, index + n_columns);

  if (column != NULL)
    {
      move_task (self, task, column, qd_board_column_get_card (column, row));
      return;
    }

  gtk_widget_error_bell (GTK_WIDGET (card));
  announce (self, n_columns > 0 ? _ ("This is the last phase") : _ ("This is the first phase"));
}

static void
move_along (QdBoard    *self,
            QdTaskCard *card,
            int         n_rows)
{
  QdTask        *task = qd_task_card_get_task (card);
  QdBoardColumn *column = qd_board_get_column (self, qd_board_find_column_of (self, task));
  int            row = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (card)) + n_rows;

  if (row >= 0 && row < qd_board_column_get_count (column))
    {
      move_task (self, task, column, qd_board_column_get_card (column, n_rows > 0 ? row + 1 : row));
      return;
    }

  gtk_widget_error_bell (GTK_WIDGET (card));
  announce (self, n_rows > 0 ? _ ("This is the last task of the phase") : _ ("This is the first task of the phase"));
}

static GPtrArray *
get_items (QdBoard *self,
           QdTask  *task)
{
  return qd_portfolio_peek_children (self->portfolio, QD_TYPE_CHECK_ITEM, qd_record_get_id (task));
}

static void
toggle_done (QdBoard *self,
             QdTask  *task)
{
  GPtrArray       *items = get_items (self, task);
  gboolean         done = task->status == QD_TASK_STATUS_DONE;
  gboolean         begun = qd_task_get_checked_share (items) > 0;
  QdTaskStatus     status = !done   ? QD_TASK_STATUS_DONE
                            : begun ? QD_TASK_STATUS_ON_TRACK
                                    : QD_TASK_STATUS_NOT_STARTED;
  g_autofree char *message = g_strdup_printf (done ? _ ("%s is open again") : _ ("%s is done"), task->title);

  qd_task_set_status_async (qd_portfolio_get_store (self->portfolio),
                            task,
                            status,
                            items,
                            qd_shell_edit_cb,
                            g_object_ref (self));
  announce (self, message);
}

static void
duplicate (QdBoard    *self,
           QdTaskCard *card)
{
  QdTask        *task = qd_task_card_get_task (card);
  QdBoardColumn *column = qd_board_get_column (self, qd_board_find_column_of (self, task));
  int            row = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (card));
  QdTaskCard    *next = qd_board_column_get_card (column, row + 1);
  Moved         *moved = g_new (Moved, 1);
  g_autoptr(QdTask) copy = NULL;

  *moved = (Moved){ g_object_ref (self), 0 };
  self->moving = TRUE;
  copy = qd_task_duplicate_async (qd_portfolio_get_store (self->portfolio),
                                  task,
                                  get_items (self, task),
                                  next != NULL ? qd_record_get_id (qd_task_card_get_task (next)) : 0,
                                  moved_cb,
                                  moved);
  moved->task = qd_record_get_id (copy);
}

static void
delete_task (QdBoard *self,
             QdTask  *task)
{
  g_autofree char *message = g_strdup_printf (_ ("“%s” deleted"), task->title);

  qd_task_delete_async (
      qd_portfolio_get_store (self->portfolio), task, qd_shell_edit_cb, g_object_ref (self));
  qd_shell_tell_undoable (self, message);
}

static void
focus_across (QdBoard    *self,
              QdTaskCard *card,
              int         n_columns)
{
  focus_card (self,
              qd_board_find_column_of (self, qd_task_card_get_task (card)) + n_columns,
              gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (card)));
}

void
qd_board_command_cb (QdBoard    *self,
                     int         command,
                     QdTaskCard *card)
{
  QdTask *task = qd_task_card_get_task (card);

  /* Each is reckoned from what the one before has made of the board. */
  if (self->moving)
    {
      Wish *wish = g_new (Wish, 1);

      *wish = (Wish){ qd_record_get_id (task), command };
      g_queue_push_tail (&self->waiting, wish);
      return;
    }

  switch ((QdCardCommand)command)
    {
    case QD_CARD_COMMAND_OPEN:
      qd_task_editor_present (GTK_WIDGET (self), self->portfolio, task);
      break;

    case QD_CARD_COMMAND_TOGGLE_DONE:
      toggle_done (self, task);
      break;

    case QD_CARD_COMMAND_MOVE_PREVIOUS:
      move_across (self, card, -1);
      break;

    case QD_CARD_COMMAND_MOVE_NEXT:
      move_across (self, card, 1);
      break;

    case QD_CARD_COMMAND_MOVE_UP:
      move_along (self, card, -1);
      break;

    case QD_CARD_COMMAND_MOVE_DOWN:
      move_along (self, card, 1);
      break;

    case QD_CARD_COMMAND_FOCUS_PREVIOUS:
      focus_across (self, card, -1);
      break;

    case QD_CARD_COMMAND_FOCUS_NEXT:
      focus_across (self, card, 1);
      break;

    case QD_CARD_COMMAND_ADD:
      qd_board_column_focus_entry (qd_board_get_column (self, qd_board_find_column_of (self, task)));
      break;

    case QD_CARD_COMMAND_DUPLICATE:
      duplicate (self, card);
      break;

    case QD_CARD_COMMAND_DELETE:
      delete_task (self, task);
      break;

    default:
      g_assert_not_reached ();
    }
}

void
qd_board_opened_cb (QdBoard    *self,
                    QdTaskCard *card)
{
  qd_board_command_cb (self, QD_CARD_COMMAND_OPEN, card);
}

typedef struct
{
  QdBoard       *board;  /* owned */
  QdBoardColumn *column; /* owned */
  char          *title;
  gint64         task;
} Added;

static void
added_cb (GObject      *store,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autofree Added *added = user_data;
  g_autoptr(QdBoard) self = added->board;
  g_autoptr(QdBoardColumn) column = added->column;
  g_autofree char *title = added->title;
  g_autoptr(GError) error = NULL;
  QdTaskCard *card;

  if (!qd_store_edit_finish (QD_STORE (store), result, &error))
    {
      qd_board_column_give_back (column, title);
      qd_shell_report (self, error);
      return;
    }

  if (self->cards != NULL && (card = g_hash_table_lookup (self->cards, &added->task)))
    qd_board_column_show_card (
        qd_board_get_column (self, qd_board_find_column_of (self, qd_task_card_get_task (card))), card);
}

void
qd_board_added_cb (QdBoard       *self,
                   const char    *title,
                   QdBoardColumn *column)
{
  g_autoptr(QdTask) draft = qd_record_new_draft (QD_TYPE_TASK);
  g_autofree char *message =
      g_strdup_printf (_ ("%1$s added to %2$s"), title, qd_board_column_get_name (column));
  Added *added = g_new (Added, 1);

  g_object_set (draft,
                "plan", qd_record_get_id (self->plan),
                "phase", qd_board_column_get_phase_id (column),
                "title", title,
                NULL);
  *added = (Added){ g_object_ref (self), g_object_ref (column), g_strdup (title), qd_record_get_id (draft) };
  qd_task_add_async (qd_portfolio_get_store (self->portfolio), draft, 0, added_cb, added);
  announce (self, message);
}

void
qd_board_dropped_cb (QdBoard       *self,
                     QdTask        *task,
                     QdTaskCard    *before,
                     QdBoardColumn *column)
{
  gint64      id = qd_record_get_id (task);
  QdTaskCard *card = g_hash_table_lookup (self->cards, &id);
  int         row;

  /* A card of another plan's board, or one that has gone meanwhile */
  if (card == NULL || self->moving)
    return;

  row = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (card));

  if (qd_board_get_column (self, qd_board_find_column_of (self, task)) == column &&
      (before == card || before == qd_board_column_get_card (column, row + 1)))
    return;

  move_task (self, task, column, before);
}
