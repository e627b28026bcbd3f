/* qd-load-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-load-row"

#include "qd-load-row.h"

#include <glib/gi18n.h>

#include "qd-day-words.h"
#include "qd-duration.h"

#define DAYS_PER_WEEK 7

/* In pixels: around what is drawn, and how high a bar of a full week is */
#define PADDING 6
#define BAR_HEIGHT 26
#define FULL_HEIGHT 20

/* Left of the chart there has to be this much for the texts; else they stand above the bars. */
#define LEAST_TEXT_WIDTH 140

/* Weeks from now on are told of, no more than these */
#define MOST_WEEKS_TOLD 26

/**
 * QdLoadRow:
 *
 * How much one person has to do in each week: bars in line with the axis of a chart. The
 * arrow keys go from week to week, and what a week has is said in words beside it.
 */
struct _QdLoadRow
{
  GtkWidget        parent_instance;

  QdTimelineChart *chart; /* not owned: above it */
  char            *owner;
  GArray          *weeks; /* of QdLoadRowWeek */
  int              today;
  int              chosen; /* of the weeks, or -1 */
  QdScene         *scene;
};

G_DEFINE_FINAL_TYPE (QdLoadRow, qd_load_row, GTK_TYPE_WIDGET)

enum
{
  ACTIVATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const QdLoadRowWeek *
get_week (QdLoadRow *self,
          int        week)
{
  return &g_array_index (self->weeks, QdLoadRowWeek, week);
}

/* More work than there is working time for */
gboolean
qd_load_row_week_is_over_full (const QdLoadRowWeek *week)
{
  return week->minutes > week->hours;
}

/* Returns: (transfer full): such as “Week of Mon 2 Mar: 12 h of work, 2 meetings” */
char *
qd_load_row_week_dup_words (const QdLoadRowWeek *week,
                            int                  today)
{
  g_autofree char *day = qd_day_dup_short (week->first, today);
  g_autofree char *work = qd_duration_dup_words (week->minutes);
  g_autofree char *meetings =
      g_strdup_printf (ngettext ("%u meeting", "%u meetings", week->n_meetings), week->n_meetings);

  if (qd_load_row_week_is_over_full (week) && week->hours == 0)
    /* Translators: a day, how much work there is, a number of meetings */
    return g_strdup_printf (_ ("Week of %1$s: %2$s of work, %3$s, and no working hours"), day, work, meetings);

  if (qd_load_row_week_is_over_full (week))
    {
      g_autofree char *hours = qd_duration_dup_words (week->hours);

      /* Translators: a day, how much work there is, a number of meetings, how much working time there is */
      return g_strdup_printf (_ ("Week of %1$s: %2$s of work, %3$s: more than the %4$s there are"), day, work, meetings, hours);
    }

  if (week->clashes)
    /* Translators: a day, how much work there is, a number of meetings */
    return g_strdup_printf (_ ("Week of %1$s: %2$s of work, %3$s, with a clash"), day, work, meetings);

  /* Translators: a day, how much work there is, a number of meetings */
  return g_strdup_printf (_ ("Week of %1$s: %2$s of work, %3$s"), day, work, meetings);
}

/* Where the chart begins, from the left edge of the row; 0 where there is none in sight. */
static double
get_chart_x (QdLoadRow *self)
{
  graphene_point_t point;

  if (self->chart == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self->chart)) ||
      !gtk_widget_compute_point (GTK_WIDGET (self->chart), GTK_WIDGET (self), &GRAPHENE_POINT_INIT (0, 0), &point))
    return 0;

  return MAX (point.x, 0);
}

static gboolean
has_texts_beside (QdLoadRow *self)
{
  return get_chart_x (self) >= LEAST_TEXT_WIDTH;
}

static int
get_line_height (QdLoadRow *self)
{
  PangoFontMetrics *metrics =
      pango_context_get_metrics (gtk_widget_get_pango_context (GTK_WIDGET (self)), NULL, NULL);
  int height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));

  pango_font_metrics_unref (metrics);

  return height;
}

static int
get_height (QdLoadRow *self)
{
  int texts = 2 * get_line_height (self);

  return 2 * PADDING + (has_texts_beside (self) ? MAX (texts, BAR_HEIGHT) : texts + BAR_HEIGHT);
}

static double
get_x (QdLoadRow *self,
       int        day)
{
  return get_chart_x (self) + qd_time_axis_get_x (qd_timeline_chart_get_axis (self->chart), qd_minute_from_day (day));
}

/* Returns: the week that is drawn there, or -1 */
static int
pick_week (QdLoadRow *self,
           double     x)
{
  int best = -1;

  if (self->chart == NULL || x < get_chart_x (self))
    return -1;

  for (guint i = 0; i < self->weeks->len && best < 0; i++)
    {
      int first = get_week (self, (int)i)->first;

      if (x >= get_x (self, first) && x < get_x (self, first + DAYS_PER_WEEK))
        best = (int)i;
    }

  return best;
}

/* What the second line says: of the week that is chosen, else of the fullest that is to come */
static char *
dup_caption (QdLoadRow *self)
{
  int fullest = -1;

  if (self->chosen >= 0)
    return qd_load_row_week_dup_words (get_week (self, self->chosen), self->today);

  for (guint i = 0; i < self->weeks->len; i++)
    {
      const QdLoadRowWeek *week = get_week (self, (int)i);

      if (week->first + DAYS_PER_WEEK > self->today &&
          (fullest < 0 || week->minutes > get_week (self, fullest)->minutes))
        fullest = (int)i;
    }

  if (fullest >= 0)
    {
      g_autofree char *day = qd_day_dup_short (get_week (self, fullest)->first, self->today);
      g_autofree char *work = qd_duration_dup_words (get_week (self, fullest)->minutes);

      /* Translators: how much work there is, and the day a week begins with */
      return g_strdup_printf (_ ("At most %1$s, in the week of %2$s"), work, day);
    }

  return g_strdup (_ ("Nothing to come"));
}

/* Over the edge of a full week, striped, and with a mark above it: not by colour alone */
static void
draw_week (QdLoadRow *self,
           int        index,
           double     bottom)
{
  const QdLoadRowWeek *week = get_week (self, index);
  double               left = get_x (self, week->first);
  double               right = get_x (self, week->first + DAYS_PER_WEEK);
  double               gap = right - left > 6 ? 1 : 0;
  double               share = week->hours > 0 ? (double)week->minutes / (double)week->hours : (week->minutes > 0 ? 2 : 0);
  double               height = CLAMP (share * FULL_HEIGHT, 2, BAR_HEIGHT);
  QdRect               bar = { left + gap, bottom - height, MAX (right - left - 2 * gap, 1), height };

  if (right < get_chart_x (self) || left > gtk_widget_get_width (GTK_WIDGET (self)))
    return;

  if (qd_load_row_week_is_over_full (week))
    {
      qd_scene_fill (self->scene, QD_INK_LATE, &bar, 2);
      qd_scene_hatch (self->scene, QD_INK_TEXT, &bar);
    }
  else
    qd_scene_fill (self->scene, week->first + DAYS_PER_WEEK > self->today ? QD_INK_PROGRESS : QD_INK_BAR, &bar, 2);

  if (week->clashes)
    qd_scene_diamond (self->scene,
                      QD_INK_CRITICAL,
                      &(QdRect){ bar.x + bar.width / 2 - 4, MAX (bar.y - 9, bottom - BAR_HEIGHT), 8, 8 });

  if (index == self->chosen)
    qd_scene_outline (self->scene, QD_INK_FOCUS, &(QdRect){ left, bottom - BAR_HEIGHT, right - left, BAR_HEIGHT }, 2, 2);
}

static void
draw (QdLoadRow *self)
{
  gboolean         beside = has_texts_beside (self);
  double           width = gtk_widget_get_width (GTK_WIDGET (self));
  double           height = gtk_widget_get_height (GTK_WIDGET (self));
  double           line = get_line_height (self);
  double           chart_x = get_chart_x (self);
  double           top = beside ? (height - 2 * line) / 2 : PADDING;
  double           bottom = beside ? (height + BAR_HEIGHT) / 2 : height - PADDING;
  double           text_width = (beside ? chart_x : width) - 4 * PADDING;
  QdRect           full = { chart_x, bottom - FULL_HEIGHT, width - chart_x, 1 };
  QdRect           ground = { chart_x, bottom, width - chart_x, 1 };
  g_autofree char *caption = dup_caption (self);

  qd_scene_text_within (
      self->scene, QD_INK_TEXT, QD_TEXT_BOLD, self->owner, &(QdRect){ 2 * PADDING, top, text_width, line });
  qd_scene_text_within (
      self->scene, QD_INK_DIM, QD_TEXT_SMALL, caption, &(QdRect){ 2 * PADDING, top + line, text_width, line });

  if (self->chart == NULL || qd_timeline_chart_get_model (self->chart) == NULL)
    return;

  qd_scene_clip (self->scene, &(QdRect){ chart_x, 0, width - chart_x, height });
  qd_scene_dashes (self->scene, QD_INK_DIM, &full);
  qd_scene_fill (self->scene, QD_INK_GRID_STRONG, &ground, 0);

  for (guint i = 0; i < self->weeks->len; i++)
    draw_week (self, (int)i, bottom);

  qd_scene_unclip (self->scene);
}

static void
qd_load_row_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  QdLoadRow *self = QD_LOAD_ROW (widget);
  QdPalette  palette;

  if (self->scene == NULL)
    self->scene = qd_scene_new (gtk_widget_get_pango_context (widget));

  qd_palette_init_for_widget (&palette, widget);
  qd_scene_clear (self->scene);
  draw (self);
  qd_scene_snapshot (self->scene, &palette, snapshot);
}

static void
qd_load_row_measure (GtkWidget     *widget,
                     GtkOrientation orientation,
                     int            for_size,
                     int           *minimum,
                     int           *natural,
                     int           *minimum_baseline,
                     int           *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 0 : get_height (QD_LOAD_ROW (widget));
}

static void
qd_load_row_css_changed (GtkWidget         *widget,
                         GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (qd_load_row_parent_class)->css_changed (widget, change);
  g_clear_pointer (&QD_LOAD_ROW (widget)->scene, qd_scene_free);
}

static gboolean
qd_load_row_query_tooltip (GtkWidget  *widget,
                           int         x,
                           int         y,
                           gboolean    keyboard,
                           GtkTooltip *tooltip)
{
  QdLoadRow       *self = QD_LOAD_ROW (widget);
  int              week = keyboard ? self->chosen : pick_week (self, x);
  g_autofree char *words = NULL;

  if (week < 0)
    return FALSE;

  words = qd_load_row_week_dup_words (get_week (self, week), self->today);
  gtk_tooltip_set_text (tooltip, words);

  return TRUE;
}

/* The texts stand beside the bars or above them, by how much room there is for them. */
static void
axis_changed_cb (QdLoadRow *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));

  if (gtk_widget_get_height (GTK_WIDGET (self)) != get_height (self))
    gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
qd_load_row_dispose (GObject *object)
{
  QdLoadRow *self = QD_LOAD_ROW (object);

  if (self->chart != NULL)
    g_signal_handlers_disconnect_by_func (self->chart, axis_changed_cb, self);

  g_clear_weak_pointer (&self->chart);
  g_clear_pointer (&self->scene, qd_scene_free);

  G_OBJECT_CLASS (qd_load_row_parent_class)->dispose (object);
}

static void
qd_load_row_finalize (GObject *object)
{
  QdLoadRow *self = QD_LOAD_ROW (object);

  g_free (self->owner);
  g_array_unref (self->weeks);

  G_OBJECT_CLASS (qd_load_row_parent_class)->finalize (object);
}

static gboolean
move_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  QdLoadRow *self = QD_LOAD_ROW (widget);
  int        step = g_variant_get_int32 (args);
  int        week = self->chosen + step;

  if (self->weeks->len == 0)
    return FALSE;

  /* From now on, where none was chosen */
  if (self->chosen < 0)
    for (week = 0; week + 1 < (int)self->weeks->len && get_week (self, week)->first + DAYS_PER_WEEK <= self->today;)
      week++;

  if (week < 0 || week >= (int)self->weeks->len)
    gtk_widget_error_bell (widget);
  else
    qd_load_row_choose (self, week);

  return TRUE;
}

static gboolean
activate_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  QdLoadRow *self = QD_LOAD_ROW (widget);

  if (self->chosen < 0)
    return FALSE;

  g_signal_emit (self, signals[ACTIVATE], 0, get_week (self, self->chosen)->first);

  return TRUE;
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, move_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, move_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, activate_cb, NULL);
}

static void
qd_load_row_class_init (QdLoadRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_load_row_dispose;
  object_class->finalize = qd_load_row_finalize;
  widget_class->snapshot = qd_load_row_snapshot;
  widget_class->measure = qd_load_row_measure;
  widget_class->css_changed = qd_load_row_css_changed;
  widget_class->query_tooltip = qd_load_row_query_tooltip;

  /* A week is to be gone to: its first day. */
  signals[ACTIVATE] = g_signal_new (
      "activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  add_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "loadrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
pressed_cb (QdLoadRow *self,
            int        n_press,
            double     x,
            double     y)
{
  int week = pick_week (self, x);

  gtk_widget_grab_focus (GTK_WIDGET (self));

  if (week >= 0)
    qd_load_row_choose (self, week);
}

static void
qd_load_row_init (QdLoadRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->chosen = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/* Week by week, for who does not see the bars */
static char *
dup_description (QdLoadRow *self)
{
  g_autoptr(GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->weeks->len && sentences->len < MOST_WEEKS_TOLD; i++)
    {
      const QdLoadRowWeek *week = get_week (self, (int)i);

      if (week->first + DAYS_PER_WEEK > self->today)
        g_ptr_array_add (sentences, qd_load_row_week_dup_words (week, self->today));
    }

  if (sentences->len == 0)
    return g_strdup (_ ("Nothing to come"));

  g_ptr_array_add (sentences, NULL);

  return g_strjoinv (". ", (char **)sentences->pdata);
}

/**
 * qd_load_row_new:
 * @chart: whose axis the weeks are in line with
 * @weeks: (element-type QdLoadRowWeek): in order
 */
GtkWidget *
qd_load_row_new (QdTimelineChart *chart,
                 const char      *owner,
                 GArray          *weeks,
                 int              today)
{
  QdLoadRow       *self = g_object_new (QD_TYPE_LOAD_ROW, NULL);
  g_autofree char *description = NULL;

  self->owner = g_strdup (owner);
  self->weeks = g_array_ref (weeks);
  self->today = today;
  g_set_weak_pointer (&self->chart, chart);
  g_signal_connect_object (chart, "axis-changed", G_CALLBACK (axis_changed_cb), self, G_CONNECT_SWAPPED);
  description = dup_description (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, owner,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  -1);

  return GTK_WIDGET (self);
}

const char *
qd_load_row_get_owner (QdLoadRow *self)
{
  g_return_val_if_fail (QD_IS_LOAD_ROW (self), NULL);

  return self->owner;
}

/* Returns: (transfer none) (element-type QdLoadRowWeek): */
GArray *
qd_load_row_get_weeks (QdLoadRow *self)
{
  g_return_val_if_fail (QD_IS_LOAD_ROW (self), NULL);

  return self->weeks;
}

/* Returns: (nullable): the week that is said in words */
const QdLoadRowWeek *
qd_load_row_get_chosen (QdLoadRow *self)
{
  g_return_val_if_fail (QD_IS_LOAD_ROW (self), NULL);

  return self->chosen >= 0 ? get_week (self, self->chosen) : NULL;
}

/* @week: of its weeks, or -1 for none */
void
qd_load_row_choose (QdLoadRow *self,
                    int        week)
{
  g_autofree char *words = NULL;

  g_return_if_fail (QD_IS_LOAD_ROW (self));
  g_return_if_fail (week >= -1 && week < (int)self->weeks->len);

  if (self->chosen == week)
    return;

  self->chosen = week;
  gtk_widget_queue_draw (GTK_WIDGET (self));

  if (week < 0)
    return;

  words = qd_load_row_week_dup_words (get_week (self, week), self->today);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
