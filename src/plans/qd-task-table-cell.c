/* qd-task-table-cell.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-task-table-cell"

#include "qd-task-table-cell.h"

#include "qd-day-words.h"

/**
 * QdTaskCell:
 *
 * A cell of the table of tasks. It draws itself and has no child until somebody
 * edits it: a view keeps some two hundred rows of a dozen of these, so that each
 * widget less is two thousand less.
 */
struct _QdTaskCell
{
  GtkWidget           parent_instance;

  QdTaskTableModel   *model; /* outlives its cells */
  const QdTaskColumn *column;
  GtkListItem        *item; /* (nullable): the cell of the view around this, while it has a task */
  QdTask             *task; /* (nullable) */
  QdTaskCellLook      look;
  PangoLayout        *layout; /* (nullable): of the text, once it was in sight */
  GtkWidget          *editor; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (QdTaskCell, qd_task_cell, GTK_TYPE_WIDGET)

enum
{
  UNBOUND,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define ICON_SIZE 16
#define ICON_GAP 6
#define BAR_WIDTH 40
#define BAR_HEIGHT 6

static void
qd_task_cell_measure (GtkWidget     *widget,
                      GtkOrientation orientation,
                      int            for_size,
                      int           *minimum,
                      int           *natural,
                      int           *minimum_baseline,
                      int           *natural_baseline)
{
  QdTaskCell *self = QD_TASK_CELL (widget);

  *minimum = *natural = 0;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      PangoContext     *context = gtk_widget_get_pango_context (widget);
      PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);

      *minimum = *natural = MAX (ICON_SIZE, PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics)));
      pango_font_metrics_unref (metrics);
    }

  if (self->editor != NULL)
    {
      int editor_minimum, editor_natural;

      gtk_widget_measure (self->editor, orientation, -1, &editor_minimum, &editor_natural, NULL, NULL);
      *minimum = MAX (*minimum, editor_minimum);
      *natural = MAX (*natural, editor_natural);
    }
}

static void
qd_task_cell_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  QdTaskCell *self = QD_TASK_CELL (widget);

  if (self->editor != NULL)
    gtk_widget_size_allocate (self->editor, &(GtkAllocation){ 0, 0, width, height }, baseline);
}

static void
ensure_layout (QdTaskCell *self,
               int         width)
{
  if (self->layout == NULL)
    {
      self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->look.text);
      pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_single_paragraph_mode (self->layout, TRUE);
    }

  if (pango_layout_get_width (self->layout) != width * PANGO_SCALE)
    pango_layout_set_width (self->layout, width * PANGO_SCALE);
}

static void
snapshot_icon (QdTaskCell    *self,
               GtkSnapshot   *snapshot,
               const GdkRGBA *color,
               double         x,
               double         y)
{
  GtkWidget    *widget = GTK_WIDGET (self);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  g_autoptr(GtkIconPaintable) icon = gtk_icon_theme_lookup_icon (theme,
                                                                 self->look.icon,
                                                                 NULL,
                                                                 ICON_SIZE,
                                                                 gtk_widget_get_scale_factor (widget),
                                                                 gtk_widget_get_direction (widget),
                                                                 GTK_ICON_LOOKUP_FORCE_SYMBOLIC);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)x, (float)y));
  gtk_symbolic_paintable_snapshot_symbolic (
      GTK_SYMBOLIC_PAINTABLE (icon), snapshot, ICON_SIZE, ICON_SIZE, color, 1);
  gtk_snapshot_restore (snapshot);
}

static void
snapshot_bar (QdTaskCell    *self,
              GtkSnapshot   *snapshot,
              const GdkRGBA *color,
              double         x,
              double         y)
{
  gboolean       rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  double         filled = BAR_WIDTH * self->look.share;
  GdkRGBA        track = *color;
  GskRoundedRect outline;

  track.alpha *= 0.15f;
  gsk_rounded_rect_init_from_rect (
      &outline, &GRAPHENE_RECT_INIT ((float)x, (float)y, BAR_WIDTH, BAR_HEIGHT), BAR_HEIGHT / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &track, &outline.bounds);
  gtk_snapshot_append_color (
      snapshot,
      color,
      &GRAPHENE_RECT_INIT ((float)(rtl ? x + BAR_WIDTH - filled : x), (float)y, (float)filled, BAR_HEIGHT));
  gtk_snapshot_pop (snapshot);
}

static void
snapshot_text (QdTaskCell    *self,
               GtkSnapshot   *snapshot,
               const GdkRGBA *color,
               int            start,
               int            width,
               int            height)
{
  gboolean       rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int            room = MAX (width - start, 1);
  PangoRectangle extents;
  int            text_width;
  double         x;

  ensure_layout (self, room);
  pango_layout_get_pixel_extents (self->layout, NULL, &extents);
  text_width = MIN (extents.width, room);

  /* The layout sets its own line at the side its text begins from. */
  x = self->column->number != rtl ? width - text_width : start;

  if (rtl)
    x -= start;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT ((float)(x - extents.x), (float)((height - extents.height) / 2)));
  gtk_snapshot_append_layout (snapshot, self->layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
qd_task_cell_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  QdTaskCell *self = QD_TASK_CELL (widget);
  gboolean    rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int         width = gtk_widget_get_width (widget);
  int         height = gtk_widget_get_height (widget);
  int         start = 0;
  GdkRGBA     color;

  if (self->editor != NULL)
    {
      gtk_widget_snapshot_child (widget, self->editor, snapshot);
      return;
    }

  gtk_widget_get_color (widget, &color);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, -2, (float)width, (float)height + 4));

  if (self->look.icon != NULL)
    {
      gboolean alone = self->look.text == NULL;
      int      x = alone ? (width - ICON_SIZE) / 2 : rtl ? width - ICON_SIZE
                                                         : 0;

      snapshot_icon (self, snapshot, &color, x, (height - ICON_SIZE) / 2);
      start = ICON_SIZE + ICON_GAP;
    }
  else if (self->look.share >= 0)
    {
      snapshot_bar (self, snapshot, &color, rtl ? width - BAR_WIDTH : 0, (height - BAR_HEIGHT) / 2);
      start = BAR_WIDTH + ICON_GAP;
    }

  if (self->look.text != NULL && *self->look.text != '\0')
    snapshot_text (self, snapshot, &color, start, width, height);

  gtk_snapshot_pop (snapshot);
}

static gboolean
qd_task_cell_query_tooltip (GtkWidget  *widget,
                            int         x,
                            int         y,
                            gboolean    keyboard,
                            GtkTooltip *tooltip)
{
  QdTaskCell *self = QD_TASK_CELL (widget);

  if (self->task == NULL || self->editor != NULL)
    return FALSE;

  if (self->column->kind == QD_TASK_CELL_KIND_DAY)
    {
      int              day = QD_DAY_NONE;
      g_autofree char *full = NULL;

      g_object_get (self->task, self->column->property, &day, NULL);
      full = qd_day_dup_full (day);
      gtk_tooltip_set_text (tooltip, full);
      return day != QD_DAY_NONE;
    }

  if (g_str_equal (self->column->id, "title") && self->look.icon != NULL)
    {
      g_autofree char *hint = qd_task_table_model_dup_hint (self->model, self->task);

      gtk_tooltip_set_text (tooltip, hint);
      return hint != NULL;
    }

  gtk_tooltip_set_text (tooltip, self->look.text);

  return self->layout != NULL && pango_layout_is_ellipsized (self->layout);
}

static void
qd_task_cell_css_changed (GtkWidget         *widget,
                          GtkCssStyleChange *change)
{
  QdTaskCell *self = QD_TASK_CELL (widget);

  GTK_WIDGET_CLASS (qd_task_cell_parent_class)->css_changed (widget, change);
  g_clear_object (&self->layout);
}

static void
qd_task_cell_system_setting_changed (GtkWidget       *widget,
                                     GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (qd_task_cell_parent_class)->system_setting_changed (widget, setting);

  if (setting == GTK_SYSTEM_SETTING_DPI || setting == GTK_SYSTEM_SETTING_FONT_NAME ||
      setting == GTK_SYSTEM_SETTING_FONT_CONFIG)
    {
      g_clear_object (&QD_TASK_CELL (widget)->layout);
      gtk_widget_queue_resize (widget);
    }
}

static void
qd_task_cell_dispose (GObject *object)
{
  QdTaskCell *self = QD_TASK_CELL (object);

  qd_task_cell_unbind (self);
  g_clear_pointer (&self->editor, gtk_widget_unparent);

  G_OBJECT_CLASS (qd_task_cell_parent_class)->dispose (object);
}

static void
qd_task_cell_class_init (QdTaskCellClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_task_cell_dispose;
  widget_class->measure = qd_task_cell_measure;
  widget_class->size_allocate = qd_task_cell_size_allocate;
  widget_class->snapshot = qd_task_cell_snapshot;
  widget_class->query_tooltip = qd_task_cell_query_tooltip;
  widget_class->css_changed = qd_task_cell_css_changed;
  widget_class->system_setting_changed = qd_task_cell_system_setting_changed;

  /**
   * QdTaskCell::unbound:
   * @self: the cell
   *
   * Emitted while it still has its task, before it is used for another.
   */
  signals[UNBOUND] = g_signal_new (
      "unbound", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "taskcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
qd_task_cell_init (QdTaskCell *self)
{
  self->look.share = -1;
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
qd_task_cell_new (QdTaskTableModel   *model,
                  const QdTaskColumn *column)
{
  QdTaskCell *self = g_object_new (QD_TYPE_TASK_CELL, NULL);

  self->model = model;
  self->column = column;

  return GTK_WIDGET (self);
}

/* @item: whose child this is; it has a task */
void
qd_task_cell_bind (QdTaskCell  *self,
                   GtkListItem *item)
{
  g_return_if_fail (QD_IS_TASK_CELL (self));

  self->item = item;
  g_set_object (&self->task, gtk_list_item_get_item (item));
  qd_task_cell_refresh (self);
}

void
qd_task_cell_unbind (QdTaskCell *self)
{
  g_return_if_fail (QD_IS_TASK_CELL (self));

  if (self->task == NULL)
    return;

  g_signal_emit (self, signals[UNBOUND], 0);
  self->item = NULL;
  g_clear_object (&self->task);
  qd_task_cell_look_clear (&self->look);
  g_clear_object (&self->layout);
}

/* Shows what the task says now. */
void
qd_task_cell_refresh (QdTaskCell *self)
{
  g_auto(QdTaskCellLook) look = { 0 };
  g_autofree char *label = NULL;

  g_return_if_fail (QD_IS_TASK_CELL (self));

  if (self->task == NULL)
    return;

  qd_task_column_get_look (self->column, self->model, self->task, &look);

  if (g_strcmp0 (look.style, self->look.style) != 0)
    {
      if (self->look.style != NULL)
        gtk_widget_remove_css_class (GTK_WIDGET (self), self->look.style);

      if (look.style != NULL)
        gtk_widget_add_css_class (GTK_WIDGET (self), look.style);
    }
  else if (self->layout != NULL && g_strcmp0 (look.text, self->look.text) == 0 &&
           look.icon == self->look.icon && G_APPROX_VALUE (look.share, self->look.share, 1e-6))
    return;

  qd_task_cell_look_clear (&self->look);
  self->look = look;
  look.text = NULL;
  g_clear_object (&self->layout);
  label = qd_task_column_dup_label (self->column, self->model, self->task);
  gtk_list_item_set_accessible_label (self->item, label);
  /* In a column GTK leaves that unsaid, and names the cell after what is in it */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const QdTaskColumn *
qd_task_cell_get_column (QdTaskCell *self)
{
  g_return_val_if_fail (QD_IS_TASK_CELL (self), NULL);

  return self->column;
}

/* Returns: (transfer none) (nullable) */
QdTask *
qd_task_cell_get_task (QdTaskCell *self)
{
  g_return_val_if_fail (QD_IS_TASK_CELL (self), NULL);

  return self->task;
}

/* Returns: (nullable): what it shows */
const char *
qd_task_cell_get_text (QdTaskCell *self)
{
  g_return_val_if_fail (QD_IS_TASK_CELL (self), NULL);

  return self->look.text;
}

/* Returns: (transfer none) (nullable) */
GtkWidget *
qd_task_cell_get_editor (QdTaskCell *self)
{
  g_return_val_if_fail (QD_IS_TASK_CELL (self), NULL);

  return self->editor;
}

/* @editor: (nullable) (transfer none): shown in the place of what the task says */
void
qd_task_cell_set_editor (QdTaskCell *self,
                         GtkWidget  *editor)
{
  g_return_if_fail (QD_IS_TASK_CELL (self));

  g_clear_pointer (&self->editor, gtk_widget_unparent);
  self->editor = editor;

  if (editor != NULL)
    {
      gtk_widget_set_parent (editor, GTK_WIDGET (self));
      gtk_widget_add_css_class (GTK_WIDGET (self), "editing");
    }
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "editing");

  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Returns: (transfer none) (nullable): the cell that @widget is, is in or is around */
QdTaskCell *
qd_task_cell_find (GtkWidget *widget)
{
  GtkWidget *child;

  if (widget == NULL)
    return NULL;

  if (QD_IS_TASK_CELL (widget))
    return QD_TASK_CELL (widget);

  if ((child = gtk_widget_get_first_child (widget)) != NULL && QD_IS_TASK_CELL (child))
    return QD_TASK_CELL (child);

  return (QdTaskCell *)gtk_widget_get_ancestor (widget, QD_TYPE_TASK_CELL);
}
