/* qd-health-chart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-health-chart"

#include "qd-health-chart.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "qd-account-icons.h"
#include "qd-day-words.h"

/* A year of health is what a renewal is judged by. */
#define SPAN 365

#define BAND_HEIGHT 12
#define MARK 10
#define WIDTH 240
#define HEIGHT 88

/**
 * QdHealthChart:
 *
 * The health of an account over the last year: a line on three levels, green
 * above and red below, so that it reads without colour. Each judgement is a
 * mark; what it was stands in its tooltip, and all of it in the description.
 */
struct _QdHealthChart
{
  GtkWidget  parent_instance;

  GPtrArray *entries; /* of QdHealth, in the order of their days */
  int        today;
};

G_DEFINE_FINAL_TYPE (QdHealthChart, qd_health_chart, GTK_TYPE_WIDGET)

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const QdHealth *entry = *(const QdHealth *const *)a;
  const QdHealth *other = *(const QdHealth *const *)b;

  if (entry->day != other->day)
    return entry->day < other->day ? -1 : 1;

  return entry->created < other->created ? -1 : entry->created > other->created;
}

static GPtrArray *
sort_entries (GPtrArray *entries)
{
  GPtrArray *sorted = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (sorted, g_object_ref (g_ptr_array_index (entries, i)));

  g_ptr_array_sort (sorted, compare_entries);

  return sorted;
}

/* The sentence for those who do not see the chart. */
char *
qd_health_dup_words (GPtrArray *entries,
                     int        today)
{
  g_autoptr(GPtrArray) sorted = sort_entries (entries);
  g_autoptr(GString) words = g_string_new (NULL);

  if (sorted->len == 0)
    return g_strdup (_ ("The health was never judged."));

  for (guint i = 0; i < sorted->len; i++)
    {
      QdHealth        *entry = g_ptr_array_index (sorted, i);
      g_autofree char *day = qd_day_dup_short (entry->day, today);

      if (i > 0)
        g_string_append (words, ", ");

      /* Translators: a health and the day from which it held: “Green from 3 Nov 2026” */
      g_string_append_printf (words, _ ("%s from %s"), qd_nicks_get_label (qd_health_levels, entry->level), day);
    }

  return g_string_free_and_steal (g_steal_pointer (&words));
}

static float
get_x (QdHealthChart *self,
       int            day)
{
  float width = gtk_widget_get_width (GTK_WIDGET (self)) - MARK;
  float x = width * (float)(MAX (day, self->today - SPAN) - (self->today - SPAN)) / SPAN;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = width - x;

  return x + MARK / 2;
}

/* Unknown is between, as it speaks for neither. */
static float
get_y (QdHealthChart *self,
       QdHealthLevel  level)
{
  float height = gtk_widget_get_height (GTK_WIDGET (self)) - BAND_HEIGHT - MARK;

  switch (level)
    {
    case QD_HEALTH_LEVEL_GREEN:
      return MARK / 2;

    case QD_HEALTH_LEVEL_RED:
      return MARK / 2 + height;

    case QD_HEALTH_LEVEL_YELLOW:
    case QD_HEALTH_LEVEL_UNKNOWN:
    default:
      return MARK / 2 + height / 2;
    }
}

static GdkRGBA
get_color (QdHealthChart *self,
           QdHealthLevel  level)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GdkRGBA  color;

  gtk_widget_get_color (GTK_WIDGET (self), &color);

  /* The success, warning and error colours of Adwaita */
  switch (level)
    {
    case QD_HEALTH_LEVEL_GREEN:
      gdk_rgba_parse (&color, dark ? "#78e9ab" : "#007c3d");
      break;

    case QD_HEALTH_LEVEL_YELLOW:
      gdk_rgba_parse (&color, dark ? "#ffc252" : "#905400");
      break;

    case QD_HEALTH_LEVEL_RED:
      gdk_rgba_parse (&color, dark ? "#ff938c" : "#c30000");
      break;

    case QD_HEALTH_LEVEL_UNKNOWN:
    default:
      color.alpha *= .55f;
    }

  return color;
}

static void
add_rect (GtkSnapshot   *snapshot,
          const GdkRGBA *color,
          float          x1,
          float          y1,
          float          x2,
          float          y2)
{
  graphene_rect_t rect = GRAPHENE_RECT_INIT (MIN (x1, x2), MIN (y1, y2), ABS (x2 - x1), ABS (y2 - y1));

  gtk_snapshot_append_color (snapshot, color, &rect);
}

/* The levels by name, and the months below. */
static void
snapshot_ground (QdHealthChart *self,
                 GtkSnapshot   *snapshot)
{
  float   width = gtk_widget_get_width (GTK_WIDGET (self));
  float   height = gtk_widget_get_height (GTK_WIDGET (self));
  GdkRGBA color;
  int     year, month, day_of_month;
  int     first;

  gtk_widget_get_color (GTK_WIDGET (self), &color);
  color.alpha *= .12f;

  for (QdHealthLevel level = QD_HEALTH_LEVEL_GREEN; level <= QD_HEALTH_LEVEL_RED; level++)
    {
      float y = get_y (self, level);

      add_rect (snapshot, &color, 0, y - .5f, width, y + .5f);
    }

  qd_day_get_ymd (self->today, &year, &month, &day_of_month);
  first = qd_day_from_ymd (year, month, 1);

  for (int i = 0; i < 12; i++)
    {
      int   day = qd_day_add_months (first, -i);
      float x = get_x (self, day);

      if (day > self->today - SPAN)
        add_rect (snapshot, &color, x - .5f, height - BAND_HEIGHT, x + .5f, height - BAND_HEIGHT / 2);
    }
}

static void
snapshot_mark (GtkSnapshot   *snapshot,
               const GdkRGBA *color,
               float          x,
               float          y)
{
  GskRoundedRect circle;

  gsk_rounded_rect_init_from_rect (
      &circle, &GRAPHENE_RECT_INIT (x - MARK / 2, y - MARK / 2, MARK, MARK), MARK / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &circle);
  gtk_snapshot_append_color (snapshot, color, &circle.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
qd_health_chart_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  QdHealthChart *self = QD_HEALTH_CHART (widget);

  if (self->entries == NULL || gtk_widget_get_width (widget) <= MARK)
    return;

  snapshot_ground (self, snapshot);

  for (guint i = 0; i < self->entries->len; i++)
    {
      QdHealth *entry = g_ptr_array_index (self->entries, i);
      QdHealth *next = i + 1 < self->entries->len ? g_ptr_array_index (self->entries, i + 1) : NULL;
      GdkRGBA   color = get_color (self, entry->level);
      float     x = get_x (self, entry->day);
      float     y = get_y (self, entry->level);
      float     end = get_x (self, next != NULL ? next->day : self->today);

      if (next != NULL && next->day < self->today - SPAN)
        continue;

      add_rect (snapshot, &color, x, y - 1.5f, end, y + 1.5f);

      if (next != NULL)
        {
          GdkRGBA step = color;

          step.alpha *= .4f;
          add_rect (snapshot, &step, end - .5f, y, end + .5f, get_y (self, next->level));
        }

      if (entry->day >= self->today - SPAN)
        snapshot_mark (snapshot, &color, x, y);
    }
}

static gboolean
query_tooltip_cb (QdHealthChart *self,
                  int            x,
                  int            y,
                  gboolean       by_keyboard,
                  GtkTooltip    *tooltip)
{
  QdHealth        *nearest = NULL;
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; self->entries != NULL && i < self->entries->len; i++)
    {
      QdHealth *entry = g_ptr_array_index (self->entries, i);

      if (nearest == NULL || ABS (get_x (self, entry->day) - x) <= ABS (get_x (self, nearest->day) - x))
        nearest = entry;
    }

  if (nearest == NULL)
    return FALSE;

  day = qd_day_dup_full (nearest->day);
  text = g_strdup_printf ("%s, %s\n%s",
                          qd_nicks_get_label (qd_health_levels, nearest->level),
                          day,
                          nearest->reason != NULL ? nearest->reason : _ ("No reason was given"));
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static void
qd_health_chart_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH / 2 : HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
qd_health_chart_dispose (GObject *object)
{
  g_clear_pointer (&QD_HEALTH_CHART (object)->entries, g_ptr_array_unref);

  G_OBJECT_CLASS (qd_health_chart_parent_class)->dispose (object);
}

static void
qd_health_chart_class_init (QdHealthChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_health_chart_dispose;

  widget_class->measure = qd_health_chart_measure;
  widget_class->snapshot = qd_health_chart_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "healthchart");
}

static void
qd_health_chart_init (QdHealthChart *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect_object (adw_style_manager_get_default (),
                           "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw),
                           self,
                           G_CONNECT_SWAPPED);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Health over the last year"), -1);
}

/* @entries: of QdHealth, in any order */
void
qd_health_chart_set_entries (QdHealthChart *self,
                             GPtrArray     *entries,
                             int            today)
{
  g_autofree char *words = NULL;

  g_return_if_fail (QD_IS_HEALTH_CHART (self));

  g_clear_pointer (&self->entries, g_ptr_array_unref);
  self->entries = sort_entries (entries);
  self->today = today;
  words = qd_health_dup_words (entries, today);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
