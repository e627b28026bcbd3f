/* qd-week-grid.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-week-grid"

#include "qd-week-grid.h"

#include <glib/gi18n.h>
#include <math.h>

#include "qd-scene-snapshot.h"

/* What the names take at the side, at least and at most */
#define LEAST_NAME 96
#define WIDEST_NAME 220

/* A day is not narrower than that. */
#define DAY_MIN 64

/* Where there is room, a row takes up to so much of it. */
#define ROOMY_ROW 60

#define BAR_HEIGHT 10
#define BAR_MIN 6
#define PADDING 6

typedef enum
{
  PART_DAY,
  PART_LOCK,
  PART_NAME,
  PART_EVENT,
} PartKind;

/* Something in the grid; a bar is drawn for each event. */
typedef struct
{
  PartKind          kind;
  GtkWidget        *widget;
  guint             row;
  double            from;
  double            until;
  QdTenantEventKind event;
} Part;

/**
 * QdWeekGrid:
 *
 * A week of all tenants: a row for each, and in it what happens to it, drawn to scale. Each is a button
 * that leads to the tenant. Change locks are stripes.
 */
struct _QdWeekGrid
{
  GtkWidget  parent_instance;

  GPtrArray *parts;   /* of Part */
  GArray    *stripes; /* of Part without a widget: the locks of the rows */
  guint      n_rows;
  double     now; /* in days since the week began */

  int        name_width;
  int        header_height;
  int        lane_height;
  int        row_height;
  int        event_height; /* what of it an event needs */
  QdScene   *scene;
};

G_DEFINE_FINAL_TYPE (QdWeekGrid, qd_week_grid, GTK_TYPE_WIDGET)

static void
part_free (gpointer data)
{
  Part *part = data;

  gtk_widget_unparent (part->widget);
  g_free (part);
}

static int
get_natural (GtkWidget     *widget,
             GtkOrientation orientation)
{
  int natural;

  gtk_widget_measure (widget, orientation, -1, NULL, &natural, NULL, NULL);

  return natural;
}

static void
measure_parts (QdWeekGrid *self)
{
  self->name_width = LEAST_NAME;
  self->header_height = 0;
  self->lane_height = 0;
  self->row_height = 0;
  self->event_height = 0;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = g_ptr_array_index (self->parts, i);
      int         height = get_natural (part->widget, GTK_ORIENTATION_VERTICAL) + PADDING;

      if (part->kind == PART_DAY)
        self->header_height = MAX (self->header_height, height);
      else if (part->kind == PART_LOCK)
        self->lane_height = MAX (self->lane_height, height);
      else
        self->row_height = MAX (self->row_height, height);

      if (part->kind == PART_EVENT)
        self->event_height = MAX (self->event_height, height);

      if (part->kind == PART_NAME)
        self->name_width =
            MIN (WIDEST_NAME, MAX (self->name_width, get_natural (part->widget, GTK_ORIENTATION_HORIZONTAL) + PADDING));
    }
}

static void
qd_week_grid_measure (GtkWidget     *widget,
                      GtkOrientation orientation,
                      int            for_size,
                      int           *minimum,
                      int           *natural,
                      int           *minimum_baseline,
                      int           *natural_baseline)
{
  QdWeekGrid *self = QD_WEEK_GRID (widget);

  measure_parts (self);

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL
                            ? self->name_width + QD_DAYS_PER_WEEK * DAY_MIN
                            : self->header_height + self->lane_height + (int)self->n_rows * self->row_height;
}

static double
get_day_width (QdWeekGrid *self)
{
  return (double)(gtk_widget_get_width (GTK_WIDGET (self)) - self->name_width) / QD_DAYS_PER_WEEK;
}

/* From the left edge, within what is shown of the week */
static double
get_x (QdWeekGrid *self,
       double      day)
{
  return self->name_width + CLAMP (day, 0, QD_DAYS_PER_WEEK) * get_day_width (self);
}

static int
get_row_y (QdWeekGrid *self,
           guint       row)
{
  return self->header_height + self->lane_height + (int)row * self->row_height;
}

static void
allocate (GtkWidget *widget,
          double     x,
          double     y,
          double     width,
          double     height)
{
  int least;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (
      widget, &(GtkAllocation){ (int)round (x), (int)round (y), MAX ((int)round (width), least), (int)height }, -1);
}

/* Words begin where the bar does, or end where the week does; they do not lie on those of the next. */
static void
allocate_event (QdWeekGrid *self,
                guint       index,
                double     *taken)
{
  const Part *part = g_ptr_array_index (self->parts, index);
  const Part *next = index + 1 < self->parts->len ? g_ptr_array_index (self->parts, index + 1) : NULL;
  double      right = gtk_widget_get_width (GTK_WIDGET (self));
  double      end = next != NULL && next->kind == PART_EVENT && next->row == part->row ? get_x (self, next->from) - PADDING
                                                                                       : right;
  double      wanted = get_natural (part->widget, GTK_ORIENTATION_HORIZONTAL);
  double      x = MAX (MIN (get_x (self, part->from) - PADDING, end - wanted), *taken);
  double      width = MIN (wanted, MAX (end - x, DAY_MIN));

  allocate (part->widget, x, get_row_y (self, part->row) + PADDING / 2, width, self->row_height - PADDING);
  *taken = x + width;
}

static void
qd_week_grid_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  QdWeekGrid *self = QD_WEEK_GRID (widget);
  double      taken = 0;

  measure_parts (self);

  if (self->n_rows > 0)
    self->row_height = MAX (
        self->row_height, MIN ((height - self->header_height - self->lane_height) / (int)self->n_rows, ROOMY_ROW));

  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = g_ptr_array_index (self->parts, i);
      double      x = get_x (self, part->from);

      if (part->kind == PART_DAY)
        allocate (part->widget, x, 0, get_day_width (self), self->header_height);
      else if (part->kind == PART_LOCK)
        allocate (part->widget, x, self->header_height, get_x (self, part->until) - x, self->lane_height);
      else if (part->kind == PART_NAME)
        allocate (part->widget, 0, get_row_y (self, part->row) + PADDING / 2, self->name_width - PADDING,
                  self->row_height - PADDING);
      else
        {
          const Part *before = g_ptr_array_index (self->parts, i - 1);

          if (before->kind == PART_NAME)
            taken = self->name_width;

          allocate_event (self, i, &taken);
        }
    }
}

static void
draw_days (QdWeekGrid *self)
{
  double height = get_row_y (self, self->n_rows);

  if (self->now >= 0 && self->now < QD_DAYS_PER_WEEK)
    qd_scene_fill (self->scene,
                   QD_INK_HOVER,
                   &(QdRect){ get_x (self, floor (self->now)), 0, get_day_width (self), height },
                   0);

  for (int day = 0; day < QD_DAYS_PER_WEEK; day++)
    qd_scene_fill (self->scene, QD_INK_GRID, &(QdRect){ floor (get_x (self, day)), 0, 1, height }, 0);

  for (guint row = 0; row <= self->n_rows; row++)
    qd_scene_fill (self->scene,
                   QD_INK_GRID,
                   &(QdRect){ 0, get_row_y (self, row) - (row == self->n_rows ? 1 : 0), gtk_widget_get_width (GTK_WIDGET (self)), 1 },
                   0);
}

static void
draw_stripes (QdWeekGrid *self)
{
  for (guint i = 0; i < self->stripes->len; i++)
    {
      const Part *part = &g_array_index (self->stripes, Part, i);
      double      x = get_x (self, part->from);

      qd_scene_hatch (self->scene,
                      QD_INK_LOCK,
                      &(QdRect){ x, get_row_y (self, part->row), get_x (self, part->until) - x, self->row_height });
    }

  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = g_ptr_array_index (self->parts, i);
      double      x = get_x (self, part->from);

      if (part->kind == PART_LOCK)
        qd_scene_hatch (self->scene,
                        QD_INK_LOCK,
                        &(QdRect){ x, self->header_height, get_x (self, part->until) - x, self->lane_height });
    }
}

/* What changes something is filled, what does not is an outline; the words say which it is. */
static void
draw_bar (QdWeekGrid *self,
          const Part *part)
{
  double x = get_x (self, part->from);
  double y = get_row_y (self, part->row) + PADDING + (self->row_height - self->event_height) / 2.0;
  QdRect bar = { x, y, MAX (get_x (self, part->until) - x, BAR_MIN), BAR_HEIGHT };

  switch (part->event)
    {
    case QD_TENANT_EVENT_ROLLOUT:
      qd_scene_fill (self->scene, QD_INK_PROGRESS, &bar, BAR_HEIGHT / 2.0);
      break;

    case QD_TENANT_EVENT_PATCH:
      qd_scene_fill (self->scene, QD_INK_BAR, &bar, BAR_HEIGHT / 2.0);
      break;

    case QD_TENANT_EVENT_MAINTENANCE:
      qd_scene_fill (self->scene, QD_INK_CRITICAL, &bar, BAR_HEIGHT / 2.0);
      break;

    case QD_TENANT_EVENT_WINDOW:
    case QD_TENANT_EVENT_LOCKED:
    case QD_TENANT_EVENT_LOCK:
    default:
      qd_scene_outline (self->scene, QD_INK_DIM, &bar, BAR_HEIGHT / 2.0, 1.5);
      break;
    }
}

static void
qd_week_grid_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  QdWeekGrid *self = QD_WEEK_GRID (widget);
  QdPalette   palette;

  if (self->scene == NULL)
    self->scene = qd_scene_new (gtk_widget_get_pango_context (widget));

  qd_palette_init_for_widget (&palette, widget);
  qd_scene_clear (self->scene);
  draw_days (self);
  draw_stripes (self);

  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = g_ptr_array_index (self->parts, i);

      if (part->kind == PART_EVENT)
        draw_bar (self, part);
    }

  if (self->now >= 0 && self->now < QD_DAYS_PER_WEEK)
    qd_scene_fill (self->scene,
                   QD_INK_TODAY,
                   &(QdRect){ get_x (self, self->now) - 1,
                              self->header_height,
                              2,
                              get_row_y (self, self->n_rows) - self->header_height },
                   0);

  qd_scene_snapshot (self->scene, &palette, snapshot);
  GTK_WIDGET_CLASS (qd_week_grid_parent_class)->snapshot (widget, snapshot);
}

static void
qd_week_grid_css_changed (GtkWidget         *widget,
                          GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (qd_week_grid_parent_class)->css_changed (widget, change);
  g_clear_pointer (&QD_WEEK_GRID (widget)->scene, qd_scene_free);
}

static void
qd_week_grid_dispose (GObject *object)
{
  QdWeekGrid *self = QD_WEEK_GRID (object);

  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->stripes, g_array_unref);
  g_clear_pointer (&self->scene, qd_scene_free);

  G_OBJECT_CLASS (qd_week_grid_parent_class)->dispose (object);
}

static void
qd_week_grid_class_init (QdWeekGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_week_grid_dispose;
  widget_class->measure = qd_week_grid_measure;
  widget_class->size_allocate = qd_week_grid_size_allocate;
  widget_class->snapshot = qd_week_grid_snapshot;
  widget_class->css_changed = qd_week_grid_css_changed;

  gtk_widget_class_set_css_name (widget_class, "weekgrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qd_week_grid_init (QdWeekGrid *self)
{
  self->parts = g_ptr_array_new_with_free_func (part_free);
  self->stripes = g_array_new (FALSE, TRUE, sizeof (Part));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Week"), -1);
}

GtkWidget *
qd_week_grid_new (void)
{
  return g_object_new (QD_TYPE_WEEK_GRID, NULL);
}

static void
add_part (QdWeekGrid *self,
          PartKind    kind,
          GtkWidget  *widget,
          guint       row,
          double      from,
          double      until)
{
  Part *part = g_new0 (Part, 1);

  part->kind = kind;
  part->widget = widget;
  part->row = row;
  part->from = from;
  part->until = until;
  gtk_widget_set_parent (widget, GTK_WIDGET (self));
  g_ptr_array_add (self->parts, part);
}

static void
add_day (QdWeekGrid       *self,
         const QdWeekPlan *plan,
         int               day)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc ((gint64)(plan->first_day + day) * QD_SECONDS_PER_DAY);
  /* Translators: the head of a day in a week, as strftime has it; xgettext:no-c-format */
  g_autofree char *text = g_date_time_format (utc, C_ ("day of a week", "%a %-d"));
  GtkWidget       *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "heading");

  if (floor (self->now) != day)
    gtk_widget_add_css_class (label, "dimmed");

  add_part (self, PART_DAY, label, 0, day, day + 1);
}

static gboolean
has_lock (QdWeekGrid       *self,
          const QdWeekPlan *plan,
          guint             end,
          const QdLockFact *lock)
{
  for (guint i = 0; i < end; i++)
    {
      const QdWeekRow *row = g_ptr_array_index (plan->rows, i);

      for (guint n = 0; n < row->locks->len; n++)
        {
          const QdLockFact *other = g_array_index (row->locks, QdWeekEvent, n).event.lock;

          if (other == lock || g_strcmp0 (other->fact.name, lock->fact.name) == 0)
            return TRUE;
        }
    }

  return FALSE;
}

/* A lock is named once, above the rows that it holds for. */
static void
add_locks (QdWeekGrid       *self,
           const QdWeekPlan *plan)
{
  for (guint i = 0; i < plan->rows->len; i++)
    {
      const QdWeekRow *row = g_ptr_array_index (plan->rows, i);

      for (guint n = 0; n < row->locks->len; n++)
        {
          const QdWeekEvent *lock = &g_array_index (row->locks, QdWeekEvent, n);
          Part               stripe = { .kind = PART_LOCK, .row = i, .from = lock->from, .until = lock->until };
          GtkWidget         *label;

          g_array_append_val (self->stripes, stripe);

          if (has_lock (self, plan, i, lock->event.lock))
            continue;

          label = gtk_label_new (lock->words);
          gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
          gtk_label_set_xalign (GTK_LABEL (label), 0);
          gtk_widget_add_css_class (label, "caption");
          gtk_widget_add_css_class (label, "week-lock");
          add_part (self, PART_LOCK, label, 0, lock->from, lock->until);
        }
    }
}

static GtkWidget *
create_button (QdTenant   *tenant,
               GtkWidget  *child,
               const char *style)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), child);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", qd_record_get_id (tenant));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-tenant");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, style);

  return button;
}

static GtkWidget *
create_label (const char *text,
              const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static void
add_name (QdWeekGrid      *self,
          const QdWeekRow *row,
          guint            index)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *note = create_label (row->note, "caption");

  gtk_widget_add_css_class (note, "dimmed");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), create_label (row->title, NULL));
  gtk_box_append (GTK_BOX (box), note);
  add_part (self, PART_NAME, create_button (row->tenant, box, "week-name"), index, 0, 0);
}

static void
add_event (QdWeekGrid        *self,
           const QdWeekPlan  *plan,
           const QdWeekRow   *row,
           const QdWeekEvent *event,
           guint              index)
{
  g_autofree char *text = g_strdup_printf ("%s %s", event->time, event->words);
  g_autofree char *name = qd_week_event_dup_name (event, row, plan->zone);
  GtkWidget       *button = create_button (row->tenant, create_label (text, "caption"), "week-event");

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  add_part (self, PART_EVENT, button, index, event->from, event->until);
  ((Part *)g_ptr_array_index (self->parts, self->parts->len - 1))->event = event->event.kind;
}

/**
 * qd_week_grid_show:
 * @now: an instant
 *
 * What it shows is copied from @plan.
 */
void
qd_week_grid_show (QdWeekGrid       *self,
                   const QdWeekPlan *plan,
                   gint64            now)
{
  g_return_if_fail (QD_IS_WEEK_GRID (self));
  g_return_if_fail (plan != NULL);

  g_ptr_array_set_size (self->parts, 0);
  g_array_set_size (self->stripes, 0);
  self->n_rows = plan->rows->len;
  self->now = qd_week_plan_get_place (plan, now);

  for (int day = 0; day < QD_DAYS_PER_WEEK; day++)
    add_day (self, plan, day);

  add_locks (self, plan);

  for (guint i = 0; i < plan->rows->len; i++)
    {
      const QdWeekRow *row = g_ptr_array_index (plan->rows, i);

      add_name (self, row, i);

      for (guint n = 0; n < row->events->len; n++)
        add_event (self, plan, row, &g_array_index (row->events, QdWeekEvent, n), i);
    }

  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* @now: in days since the week began */
void
qd_week_grid_set_now (QdWeekGrid *self,
                      double      now)
{
  g_return_if_fail (QD_IS_WEEK_GRID (self));

  self->now = now;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
