/* qd-timeline-cell.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-timeline-cell"

#include "qd-timeline-cell.h"

#include "qd-screen.h"
#include <glib/gi18n.h>

#define INDENT 16
#define EXPANDER 16
#define GAP 4

/**
 * QdTimelineCell:
 *
 * A cell of the table beside the bars. It draws itself, and has a child only while
 * somebody edits it: Enter and leaving write, Escape gives up, and what cannot be
 * stays where it was typed, with the reason below.
 */
struct _QdTimelineCell
{
  GtkWidget          parent_instance;

  QdTimelineModel   *model; /* outlives its cells */
  QdTimelineColumn   column;
  const int         *height; /* of a row, of the table */
  GtkColumnViewCell *item;   /* (nullable) */
  PangoLayout       *layout; /* (nullable): of the text, once it was in sight */
  GtkWidget         *entry;  /* (nullable) */
  GtkWidget         *hint;   /* (nullable): a popover with what is wrong */
  gboolean           ending;
};

G_DEFINE_FINAL_TYPE (QdTimelineCell, qd_timeline_cell, GTK_TYPE_WIDGET)

enum
{
  APPLY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Returns: where its row is, or -1 while it has none */
int
qd_timeline_cell_get_position (QdTimelineCell *self)
{
  QdTimelineItem *item;

  g_return_val_if_fail (QD_IS_TIMELINE_CELL (self), -1);

  if (self->item == NULL || !(item = gtk_column_view_cell_get_item (self->item)))
    return -1;

  return (int)qd_timeline_item_get_position (item);
}

static const QdTimelineRow *
get_row (QdTimelineCell *self)
{
  int position = qd_timeline_cell_get_position (self);

  return position >= 0 ? qd_timeline_model_get_row (self->model, (guint)position) : NULL;
}

static void
qd_timeline_cell_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  QdTimelineCell *self = QD_TIMELINE_CELL (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? *self->height : 0;
}

static void
qd_timeline_cell_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  QdTimelineCell *self = QD_TIMELINE_CELL (widget);

  if (self->entry != NULL)
    gtk_widget_size_allocate (self->entry, &(GtkAllocation){ 0, 0, width, height }, -1);

  if (self->hint != NULL)
    gtk_popover_present (GTK_POPOVER (self->hint));
}

static int
get_indent (const QdTimelineRow *row)
{
  return (int)MIN (row->depth, 12u) * INDENT;
}

/* Only cells that were in sight have to say what they are. */
static void
tell (QdTimelineCell      *self,
      const QdTimelineRow *row,
      const char          *text)
{
  /* Translators: read aloud: a column and what is in it: “Owner: Ines” */
  g_autofree char *label = g_strdup_printf (_ ("%1$s: %2$s"),
                                            qd_timeline_column_get_title (self->column),
                                            *text != '\0' ? text : C_ ("read aloud", "empty"));
  g_autofree char *state = NULL;

  if (self->column == QD_TIMELINE_COLUMN_TITLE && row->expandable)
    state = g_strdup_printf ("%s, %s", label, row->expanded ? _ ("expanded") : _ ("collapsed"));

  gtk_list_item_set_accessible_label (GTK_LIST_ITEM (self->item), state != NULL ? state : label);
  /* In a column GTK leaves that unsaid, and names the cell after what is in it */
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, state != NULL ? state : label, -1);
}

static void
ensure_layout (QdTimelineCell *self,
               guint           position)
{
  const QdTimelineRow *row = qd_timeline_model_get_row (self->model, position);
  g_autofree char     *typed = NULL;
  g_autofree char     *text = NULL;

  if (self->layout != NULL)
    return;

  typed = qd_timeline_column_dup_text (self->column, self->model, position);
  text = qd_screen_dup_text (qd_timeline_model_get_portfolio (self->model), typed);
  tell (self, row, text);
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);

  if (row->expandable)
    {
      g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (self->layout, attributes);
    }
}

static void
snapshot_expander (QdTimelineCell      *self,
                   const QdTimelineRow *row,
                   const GdkRGBA       *color,
                   double               x,
                   double               y,
                   GtkSnapshot         *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr(GtkIconPaintable) icon =
                gtk_icon_theme_lookup_icon (gtk_icon_theme_get_for_display (gtk_widget_get_display (widget)),
                                            row->expanded ? "pan-down-symbolic" : "pan-end-symbolic",
                                            NULL,
                                            EXPANDER,
                                            gtk_widget_get_scale_factor (widget),
                                            gtk_widget_get_direction (widget),
                                            GTK_ICON_LOOKUP_FORCE_SYMBOLIC);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)x, (float)y));
  gtk_symbolic_paintable_snapshot_symbolic (
      GTK_SYMBOLIC_PAINTABLE (icon), snapshot, EXPANDER, EXPANDER, color, 1);
  gtk_snapshot_restore (snapshot);
}

static void
snapshot_text (QdTimelineCell *self,
               const GdkRGBA  *color,
               int             start,
               GtkSnapshot    *snapshot)
{
  gboolean       rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int            width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  int            room = MAX (width - start, 1);
  PangoRectangle extents;
  double         x;

  pango_layout_set_width (self->layout, room * PANGO_SCALE);
  pango_layout_get_pixel_extents (self->layout, NULL, &extents);
  x = qd_timeline_column_is_number (self->column) != rtl ? width - MIN (extents.width, room) : start;
  x -= rtl ? start : 0;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT ((float)(x - extents.x), (float)((height - extents.height) / 2)));
  gtk_snapshot_append_layout (snapshot, self->layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
qd_timeline_cell_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  QdTimelineCell      *self = QD_TIMELINE_CELL (widget);
  int                  position = qd_timeline_cell_get_position (self);
  const QdTimelineRow *row = get_row (self);
  int                  start = 0;
  GdkRGBA              color;

  if (self->entry != NULL)
    {
      gtk_widget_snapshot_child (widget, self->entry, snapshot);
      return;
    }

  if (row == NULL)
    return;

  gtk_widget_get_color (widget, &color);
  ensure_layout (self, (guint)position);

  if (self->column == QD_TIMELINE_COLUMN_TITLE)
    {
      gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
      int      indent = get_indent (row);

      start = indent + EXPANDER + GAP;

      if (row->expandable)
        snapshot_expander (self,
                           row,
                           &color,
                           rtl ? gtk_widget_get_width (widget) - indent - EXPANDER : indent,
                           (gtk_widget_get_height (widget) - EXPANDER) / 2,
                           snapshot);
    }
  else if (self->column == QD_TIMELINE_COLUMN_NUMBER)
    {
      color.alpha *= 0.6f;
    }

  gtk_snapshot_push_clip (
      snapshot,
      &GRAPHENE_RECT_INIT (0, 0, (float)gtk_widget_get_width (widget), (float)gtk_widget_get_height (widget)));
  snapshot_text (self, &color, start, snapshot);
  gtk_snapshot_pop (snapshot);
}

static gboolean
qd_timeline_cell_query_tooltip (GtkWidget  *widget,
                                int         x,
                                int         y,
                                gboolean    keyboard,
                                GtkTooltip *tooltip)
{
  QdTimelineCell *self = QD_TIMELINE_CELL (widget);

  if (self->layout == NULL || self->entry != NULL || !pango_layout_is_ellipsized (self->layout))
    return FALSE;

  gtk_tooltip_set_text (tooltip, pango_layout_get_text (self->layout));

  return TRUE;
}

static void
qd_timeline_cell_css_changed (GtkWidget         *widget,
                              GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (qd_timeline_cell_parent_class)->css_changed (widget, change);
  g_clear_object (&QD_TIMELINE_CELL (widget)->layout);
}

static void
qd_timeline_cell_dispose (GObject *object)
{
  QdTimelineCell *self = QD_TIMELINE_CELL (object);

  self->ending = TRUE;
  g_clear_pointer (&self->hint, gtk_widget_unparent);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_object (&self->layout);

  G_OBJECT_CLASS (qd_timeline_cell_parent_class)->dispose (object);
}

static void
qd_timeline_cell_class_init (QdTimelineCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_timeline_cell_dispose;
  widget_class->measure = qd_timeline_cell_measure;
  widget_class->size_allocate = qd_timeline_cell_size_allocate;
  widget_class->snapshot = qd_timeline_cell_snapshot;
  widget_class->query_tooltip = qd_timeline_cell_query_tooltip;
  widget_class->css_changed = qd_timeline_cell_css_changed;

  /* What was typed is to be written: a QdBatch (transfer full), and what the edit is called. */
  signals[APPLY] = g_signal_new ("apply",
                                 G_TYPE_FROM_CLASS (klass),
                                 G_SIGNAL_RUN_LAST,
                                 0,
                                 NULL,
                                 NULL,
                                 NULL,
                                 G_TYPE_NONE,
                                 2,
                                 G_TYPE_POINTER,
                                 G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "timelinecell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

/* The triangle opens and closes; two clicks edit. */
static void
pressed_cb (QdTimelineCell *self,
            int             n_press,
            double          x,
            double          y,
            GtkGesture     *gesture)
{
  const QdTimelineRow *row = get_row (self);
  gboolean             rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  double               from_start = rtl ? gtk_widget_get_width (GTK_WIDGET (self)) - x : x;

  if (row == NULL || self->entry != NULL)
    return;

  if (self->column == QD_TIMELINE_COLUMN_TITLE && row->expandable && from_start < get_indent (row) + EXPANDER + GAP)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      qd_timeline_model_set_expanded (self->model, (guint)qd_timeline_cell_get_position (self), !row->expanded);
    }
  else if (n_press == 2 && qd_timeline_cell_edit (self))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
    }
}

static void
qd_timeline_cell_init (QdTimelineCell *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/* @height: that a row has, which may change */
GtkWidget *
qd_timeline_cell_new (QdTimelineModel *model,
                      QdTimelineColumn column,
                      const int       *height)
{
  QdTimelineCell *self = g_object_new (QD_TYPE_TIMELINE_CELL, NULL);

  self->model = model;
  self->column = column;
  self->height = height;

  return GTK_WIDGET (self);
}

/* @item: whose child this is */
void
qd_timeline_cell_bind (QdTimelineCell    *self,
                       GtkColumnViewCell *item)
{
  g_return_if_fail (QD_IS_TIMELINE_CELL (self));

  self->item = item;
  qd_timeline_cell_refresh (self);
}

void
qd_timeline_cell_unbind (QdTimelineCell *self)
{
  g_return_if_fail (QD_IS_TIMELINE_CELL (self));

  qd_timeline_cell_end (self);
  self->item = NULL;
  g_clear_object (&self->layout);
}

/* Shows what the row says now. */
void
qd_timeline_cell_refresh (QdTimelineCell *self)
{
  g_return_if_fail (QD_IS_TIMELINE_CELL (self));

  g_clear_object (&self->layout);

  if (get_row (self) != NULL)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

QdTimelineColumn
qd_timeline_cell_get_column (QdTimelineCell *self)
{
  g_return_val_if_fail (QD_IS_TIMELINE_CELL (self), 0);

  return self->column;
}

gboolean
qd_timeline_cell_is_edited (QdTimelineCell *self)
{
  g_return_val_if_fail (QD_IS_TIMELINE_CELL (self), FALSE);

  return self->entry != NULL;
}

static void
show_problem (QdTimelineCell *self,
              const char     *problem)
{
  GtkWidget *label;

  g_clear_pointer (&self->hint, gtk_widget_unparent);
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID);
  gtk_widget_remove_css_class (self->entry, "error");

  if (problem == NULL)
    return;

  label = gtk_label_new (problem);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  self->hint = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->hint), label);
  gtk_popover_set_autohide (GTK_POPOVER (self->hint), FALSE);
  gtk_widget_set_parent (self->hint, GTK_WIDGET (self));
  gtk_popover_popup (GTK_POPOVER (self->hint));
  gtk_widget_add_css_class (self->entry, "error");
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->entry), problem, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Takes the entry away, whatever is in it. The focus, if it was there, goes to the cell. */
void
qd_timeline_cell_end (QdTimelineCell *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  gboolean   focused;

  g_return_if_fail (QD_IS_TIMELINE_CELL (self));

  if (self->entry == NULL || self->ending)
    return;

  self->ending = TRUE;
  focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  g_clear_pointer (&self->hint, gtk_widget_unparent);

  if (focused && parent != NULL)
    gtk_widget_grab_focus (parent);

  g_clear_pointer (&self->entry, gtk_widget_unparent);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  self->ending = FALSE;
}

/* Returns: whether it was written, or nothing was to be */
static gboolean
commit (QdTimelineCell *self)
{
  int              position = qd_timeline_cell_get_position (self);
  g_autofree char *label = NULL;
  g_autoptr(GError) error = NULL;
  QdBatch *batch;

  if (position < 0)
    return TRUE;

  batch = qd_timeline_column_set_text (self->column,
                                       self->model,
                                       (guint)position,
                                       gtk_editable_get_text (GTK_EDITABLE (self->entry)),
                                       &label,
                                       &error);

  if (error != NULL)
    {
      show_problem (self, error->message);
      return FALSE;
    }

  if (batch != NULL)
    g_signal_emit (self, signals[APPLY], 0, batch, label);

  return TRUE;
}

static void
activate_cb (QdTimelineCell *self)
{
  if (commit (self))
    qd_timeline_cell_end (self);
}

/* What cannot be is given up when it is left. */
static void
leave_cb (QdTimelineCell *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  /* A window that is no longer in front takes nothing away. */
  if (self->ending || (GTK_IS_WINDOW (root) && !gtk_window_is_active (GTK_WINDOW (root))))
    return;

  commit (self);
  qd_timeline_cell_end (self);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  qd_timeline_cell_end (user_data);

  return TRUE;
}

static void
add_escape (QdTimelineCell *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_callback_action_new (escape_cb, self, NULL)));
  gtk_widget_add_controller (self->entry, keys);
}

/* Returns: whether it can be edited */
gboolean
qd_timeline_cell_edit (QdTimelineCell *self)
{
  int                 position = qd_timeline_cell_get_position (self);
  GtkEventController *focus;
  g_autofree char    *text = NULL;
  const char         *title = qd_timeline_column_get_title (self->column);

  if (position < 0 || !qd_timeline_column_is_editable (self->column, self->model, (guint)position))
    return FALSE;

  if (self->entry != NULL)
    return TRUE;

  text = qd_timeline_column_dup_editable (self->column, self->model, (guint)position);
  self->entry = gtk_text_new ();
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_widget_add_css_class (self->entry, "timeline-entry");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  add_escape (self);
  focus = gtk_event_controller_focus_new ();
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, focus);
  gtk_widget_grab_focus (self->entry);

  return TRUE;
}
