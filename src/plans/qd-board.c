/* qd-board.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-board"

#include "qd-board-private.h"

#include <glib/gi18n.h>

#include "qd-check-item.h"
#include "qd-order-edits.h"
#include "qd-plan-progress.h"
#include "qd-record-list.h"

/* A column is at least this wide, in pixels. */
#define COLUMN_WIDTH 240

/**
 * QdBoard:
 *
 * The tasks of a plan, a column for each phase. Cards are kept and moved, never
 * made anew, so that the focus stays where a person left it.
 *
 * Where it is narrow, it shows one column at a time.
 */
G_DEFINE_FINAL_TYPE (QdBoard, qd_board, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_NARROW,
  PROP_SHORT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

QdBoardColumn *
qd_board_get_column (QdBoard *self,
                     int      index)
{
  return index >= 0 && index < self->columns->len ? g_ptr_array_index (self->columns, index) : NULL;
}

int
qd_board_find_column (QdBoard *self,
                      gint64   phase)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      if (qd_board_column_get_phase_id (qd_board_get_column (self, i)) == phase)
        return i;
    }

  return -1;
}

/* What is in a phase that is not there stands with what is in none. */
int
qd_board_find_column_of (QdBoard *self,
                         QdTask  *task)
{
  int index = qd_board_find_column (self, task->phase);

  return index >= 0 ? index : qd_board_find_column (self, 0);
}

QdTaskCard *
qd_board_find_focused_card (QdBoard *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *card = focus != NULL ? gtk_widget_get_ancestor (focus, QD_TYPE_TASK_CARD) : NULL;

  return card != NULL && gtk_widget_is_ancestor (card, GTK_WIDGET (self)) ? QD_TASK_CARD (card) : NULL;
}

void
qd_board_show_column (QdBoard *self,
                      int      index)
{
  QdBoardColumn *column = qd_board_get_column (self, index);

  if (column == NULL)
    return;

  self->shown = qd_board_column_get_phase_id (column);
  self->filling = TRUE;
  adw_toggle_group_set_active (self->switcher, index);
  self->filling = FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    gtk_widget_set_visible (GTK_WIDGET (qd_board_get_column (self, i)), !self->narrow || i == index);
}

static void
switched_cb (QdBoard *self)
{
  if (!self->filling)
    qd_board_show_column (self, adw_toggle_group_get_active (self->switcher));
}

static int
find_column_of_today (QdBoard *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      QdPhase *phase = qd_board_column_get_phase (qd_board_get_column (self, i));

      if (phase != NULL && self->today >= qd_plan_get_phase_first (self->plan, phase) &&
          self->today <= qd_plan_get_phase_last (self->plan, phase))
        return i;
    }

  return 0;
}

static void
fill_switcher (QdBoard *self)
{
  int index = qd_board_find_column (self, self->shown);
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < self->columns->len; i++)
    g_string_append_printf (names, "%s\n", qd_board_column_get_name (qd_board_get_column (self, i)));

  /* Made anew only where it would differ, so that it can keep the focus. */
  if (!g_set_str (&self->names, names->str))
    {
      qd_board_show_column (self, MAX (index, 0));
      return;
    }

  self->filling = TRUE;
  adw_toggle_group_remove_all (self->switcher);

  for (guint i = 0; i < self->columns->len; i++)
    {
      AdwToggle  *toggle = adw_toggle_new ();
      const char *name = qd_board_column_get_name (qd_board_get_column (self, i));

      adw_toggle_set_label (toggle, name);
      adw_toggle_set_tooltip (toggle, name);
      adw_toggle_group_add (self->switcher, toggle);
    }

  self->filling = FALSE;
  qd_board_show_column (self, index >= 0 ? index : find_column_of_today (self));
}

static GPtrArray *
dup_sorted (QdBoard *self,
            GType    type)
{
  return qd_order_dup_sorted (
      qd_portfolio_peek_children (self->portfolio, type, qd_record_get_id (self->plan)));
}

/* Makes the columns those of the phases, and one more for what is in none where
 * there is such a thing. Returns: (transfer full): the columns to take away */
static GPtrArray *
update_columns (QdBoard   *self,
                GPtrArray *phases,
                gboolean   unplanned)
{
  GPtrArray *before = g_steal_pointer (&self->columns);
  GtkWidget *last = NULL;

  self->columns = g_ptr_array_new ();

  for (int i = unplanned ? -1 : 0; i < (int)phases->len; i++)
    {
      QdPhase       *phase = i >= 0 ? g_ptr_array_index (phases, i) : NULL;
      QdBoardColumn *column = NULL;

      for (guint j = 0; column == NULL && j < before->len; j++)
        {
          if (qd_board_column_get_phase (g_ptr_array_index (before, j)) == phase)
            column = g_ptr_array_steal_index (before, j);
        }

      if (column == NULL)
        {
          column = qd_board_column_new (self->portfolio, phase);
          gtk_widget_set_size_request (GTK_WIDGET (column), COLUMN_WIDTH, -1);
          qd_board_column_set_short (column, self->is_short);
          g_signal_connect_object (column, "opened", G_CALLBACK (qd_board_opened_cb), self, G_CONNECT_SWAPPED);
          g_signal_connect_object (column, "added", G_CALLBACK (qd_board_added_cb), self, G_CONNECT_SWAPPED);
          g_signal_connect_object (column, "dropped", G_CALLBACK (qd_board_dropped_cb), self, G_CONNECT_SWAPPED);
          gtk_box_append (self->columns_box, GTK_WIDGET (column));
        }

      gtk_box_reorder_child_after (self->columns_box, GTK_WIDGET (column), last);
      qd_board_column_describe (column, self->plan, self->today);
      g_ptr_array_add (self->columns, column);
      last = GTK_WIDGET (column);
    }

  return before;
}

static QdTaskCard *
ensure_card (QdBoard *self,
             QdTask  *task)
{
  gint64      id = qd_record_get_id (task);
  QdTaskCard *card = g_hash_table_lookup (self->cards, &id);

  /* A task that was deleted and is back is another object. */
  if (card != NULL && qd_task_card_get_task (card) != task)
    {
      gtk_list_box_remove (GTK_LIST_BOX (gtk_widget_get_parent (GTK_WIDGET (card))), GTK_WIDGET (card));
      card = NULL;
    }

  if (card == NULL)
    {
      card = qd_task_card_new (self->portfolio, task);
      g_signal_connect_object (card, "command", G_CALLBACK (qd_board_command_cb), self, G_CONNECT_SWAPPED);
      g_hash_table_insert (self->cards, g_memdup2 (&id, sizeof id), g_object_ref_sink (card));
    }

  qd_task_card_set_today (card, self->today);

  return card;
}

static void
remove_stale_cards (QdBoard   *self,
                    GPtrArray *tasks)
{
  g_autoptr(GHashTable) known = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer       card;

  for (guint i = 0; i < tasks->len; i++)
    g_hash_table_add (known, g_ptr_array_index (tasks, i));

  g_hash_table_iter_init (&iter, self->cards);

  while (g_hash_table_iter_next (&iter, NULL, &card))
    {
      GtkWidget *list = gtk_widget_get_parent (card);

      if (g_hash_table_contains (known, qd_task_card_get_task (card)))
        continue;

      if (list != NULL)
        gtk_list_box_remove (GTK_LIST_BOX (list), card);

      g_hash_table_iter_remove (&iter);
    }
}

static void
place_cards (QdBoard   *self,
             GPtrArray *tasks)
{
  g_autofree guint *counts = g_new0 (guint, self->columns->len);

  for (guint i = 0; i < tasks->len; i++)
    {
      QdTask *task = g_ptr_array_index (tasks, i);
      int     index = qd_board_find_column_of (self, task);

      qd_board_column_place (qd_board_get_column (self, index), ensure_card (self, task), counts[index]++);
    }

  for (guint i = 0; i < self->columns->len; i++)
    qd_board_column_set_count (qd_board_get_column (self, i), counts[i]);
}

static gboolean
is_planned (QdTask    *task,
            GPtrArray *phases)
{
  for (guint i = 0; i < phases->len; i++)
    {
      if (qd_record_get_id (g_ptr_array_index (phases, i)) == task->phase)
        return TRUE;
    }

  return FALSE;
}

/* Puts each card where its task stands. What had the focus keeps it; where that
 * is gone, what stands in its place gets it. */
static void
qd_board_sync (QdBoard *self)
{
  g_autoptr(GPtrArray) phases = dup_sorted (self, QD_TYPE_PHASE);
  g_autoptr(GPtrArray) tasks = dup_sorted (self, QD_TYPE_TASK);
  g_autoptr(GPtrArray) gone = NULL;
  g_autoptr(QdTaskCard) focused = qd_board_find_focused_card (self);
  gboolean unplanned = phases->len == 0;
  int      column = -1, row = -1;

  if (focused != NULL)
    {
      g_object_ref (focused);
      column = qd_board_find_column_of (self, qd_task_card_get_task (focused));
      row = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focused));
    }

  for (guint i = 0; !unplanned && i < tasks->len; i++)
    unplanned = !is_planned (g_ptr_array_index (tasks, i), phases);

  gone = update_columns (self, phases, unplanned);
  remove_stale_cards (self, tasks);
  place_cards (self, tasks);

  for (guint i = 0; i < gone->len; i++)
    gtk_box_remove (self->columns_box, g_ptr_array_index (gone, i));

  fill_switcher (self);

  if (focused == NULL)
    return;

  if (gtk_widget_get_parent (GTK_WIDGET (focused)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (focused));
  else if (qd_board_get_column (self, column) != NULL)
    qd_board_column_focus_card (qd_board_get_column (self, column), row);
}

static void
children_changed_cb (QdBoard *self,
                     gint64   parent)
{
  if (parent == qd_record_get_id (self->plan))
    qd_board_sync (self);
}

static void
objectives_changed_cb (QdBoard *self,
                       gint64   parent)
{
  GHashTableIter iter;
  gpointer       card;

  if (parent != qd_record_get_id (self->plan))
    return;

  g_hash_table_iter_init (&iter, self->cards);

  while (g_hash_table_iter_next (&iter, NULL, &card))
    qd_task_card_refresh (card);
}

static void
items_changed_cb (QdBoard *self,
                  gint64   parent)
{
  QdTaskCard *card = g_hash_table_lookup (self->cards, &parent);

  if (card != NULL)
    qd_task_card_refresh (card);
}

static void
plan_changed_cb (QdBoard *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    qd_board_column_describe (qd_board_get_column (self, i), self->plan, self->today);
}

static void
new_task_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  QdBoard       *self = QD_BOARD (widget);
  QdTaskCard    *card = qd_board_find_focused_card (self);
  int            index = card != NULL   ? qd_board_find_column_of (self, qd_task_card_get_task (card))
                         : self->narrow ? qd_board_find_column (self, self->shown)
                                        : find_column_of_today (self);
  QdBoardColumn *column = qd_board_get_column (self, index);

  if (column != NULL)
    qd_board_column_focus_entry (column);
}

static void
set_narrow (QdBoard *self,
            gboolean narrow)
{
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;

  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self->columns_box), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->columns_box), "narrow");

  gtk_scrolled_window_set_policy (
      self->scroller, narrow ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);

  if (self->columns->len > 0)
    qd_board_show_column (self, MAX (qd_board_find_column (self, self->shown), 0));

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

/* Leaves out the days of the phases. */
static void
set_short (QdBoard *self,
           gboolean is_short)
{
  self->is_short = is_short;

  for (guint i = 0; i < self->columns->len; i++)
    qd_board_column_set_short (qd_board_get_column (self, i), is_short);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHORT]);
}

static void
qd_board_dispose (GObject *object)
{
  QdBoard *self = QD_BOARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_BOARD);
  g_clear_pointer (&self->cards, g_hash_table_unref);
  g_queue_clear_full (&self->waiting, g_free);
  g_clear_object (&self->plan);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_board_parent_class)->dispose (object);
}

static void
qd_board_finalize (GObject *object)
{
  QdBoard *self = QD_BOARD (object);

  g_ptr_array_unref (self->columns);
  g_free (self->names);

  G_OBJECT_CLASS (qd_board_parent_class)->finalize (object);
}

static void
qd_board_get_property (GObject    *object,
                       guint       prop_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, QD_BOARD (object)->narrow);
      break;

    case PROP_SHORT:
      g_value_set_boolean (value, QD_BOARD (object)->is_short);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
qd_board_set_property (GObject      *object,
                       guint         prop_id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_NARROW:
      set_narrow (QD_BOARD (object), g_value_get_boolean (value));
      break;

    case PROP_SHORT:
      set_short (QD_BOARD (object), g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
qd_board_class_init (QdBoardClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_board_dispose;
  object_class->finalize = qd_board_finalize;
  object_class->get_property = qd_board_get_property;
  object_class->set_property = qd_board_set_property;

  properties[PROP_NARROW] =
      g_param_spec_boolean ("narrow",
                            NULL,
                            NULL,
                            FALSE,
                            (G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));

  properties[PROP_SHORT] =
      g_param_spec_boolean ("short",
                            NULL,
                            NULL,
                            FALSE,
                            (G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/gitlab/quarterdeck/Quarterdeck/qd-board.ui");
  gtk_widget_class_bind_template_child (widget_class, QdBoard, switcher);
  gtk_widget_class_bind_template_child (widget_class, QdBoard, scroller);
  gtk_widget_class_bind_template_child_full (
      widget_class, "columns", FALSE, G_STRUCT_OFFSET (QdBoard, columns_box));
  gtk_widget_class_bind_template_callback (widget_class, switched_cb);

  gtk_widget_class_install_action (widget_class, "board.new-task", NULL, new_task_cb);
}

static void
qd_board_init (QdBoard *self)
{
  self->shown = -1;
  self->columns = g_ptr_array_new ();
  self->cards = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  g_queue_init (&self->waiting);

  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qd_board_new (QdPortfolio *portfolio,
              QdPlan      *plan)
{
  static const struct
  {
    GType (*get_type) (void);
    GCallback callback;
  } followed[] = {
    { qd_phase_get_type, G_CALLBACK (children_changed_cb) },
    { qd_task_get_type, G_CALLBACK (children_changed_cb) },
    { qd_objective_get_type, G_CALLBACK (objectives_changed_cb) },
    { qd_check_item_get_type, G_CALLBACK (items_changed_cb) },
  };
  QdBoard *self = g_object_new (QD_TYPE_BOARD, NULL);

  self->portfolio = g_object_ref (portfolio);
  self->plan = g_object_ref (plan);

  for (gsize i = 0; i < G_N_ELEMENTS (followed); i++)
    g_signal_connect_object (qd_portfolio_get_index (portfolio, followed[i].get_type ()),
                             "changed",
                             followed[i].callback,
                             self,
                             G_CONNECT_SWAPPED);

  g_signal_connect_object (plan, "notify", G_CALLBACK (plan_changed_cb), self, G_CONNECT_SWAPPED);
  self->today = qd_day_today ();
  qd_board_sync (self);

  return GTK_WIDGET (self);
}

/* For a test, and for when a day is over. */
void
qd_board_set_today (QdBoard *self,
                    int      today)
{
  g_return_if_fail (QD_IS_BOARD (self));

  if (self->today == today)
    return;

  self->today = today;
  qd_board_sync (self);
}

/* Goes to the first card of the column of today. */
gboolean
qd_board_focus (QdBoard *self)
{
  QdBoardColumn *column = qd_board_get_column (self, find_column_of_today (self));

  if (column != NULL)
    qd_board_column_focus_card (column, 0);

  return column != NULL;
}
