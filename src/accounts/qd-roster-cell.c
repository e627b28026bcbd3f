/* qd-roster-cell.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-roster-cell"

#include "qd-roster-cell.h"

#include <glib/gi18n.h>
#include <math.h>

#include "qd-account-icons.h"
#include "qd-plan-progress.h"
#include "qd-screen.h"
#include "qd-veil.h"

/**
 * QdRosterCell:
 *
 * One fact of one account. Draws itself, without children: a list keeps some
 * two hundred rows alive, and every key typed gives them all other accounts, so
 * what a cell needs to be told must be little. It asks for the same room
 * whatever it shows, and lays its text out only when it is in sight. The name of an account that is
 * sealed is drawn while the veil is lifted, and told to nobody.
 */
struct _QdRosterCell
{
  GtkWidget       parent_instance;

  QdRosterColumn  column;
  QdRoster       *roster;
  QdAccountFacts *facts;
  gulong          facts_changed;
  gboolean        snug;   /* asks for the room its content takes */
  PangoLayout    *layout; /* (nullable): of the text, while it holds */
  const char     *style;  /* the class that stands for the state of what is shown */
  QdVeil         *veil;   /* (nullable) not owned: of the window, for a name */
};

G_DEFINE_FINAL_TYPE (QdRosterCell, qd_roster_cell, GTK_TYPE_WIDGET)

#define ICON_SIZE 16
#define GAP 6
#define BAR_WIDTH 48
#define BAR_HEIGHT 6

/* The colour of each shape; the word stands beside it. */
static const char *const health_styles[] = { "health-green", "health-yellow", "health-red", "health-unknown" };

static const char *
find_icon (QdRosterCell *self)
{
  switch ((int)self->column)
    {
    case QD_ROSTER_COLUMN_HEALTH:
      return qd_health_level_get_icon (self->facts->health);

    case QD_ROSTER_COLUMN_LAST_CONTACT:
      return qd_account_facts_is_silent (self->facts) ? "quarterdeck-late-symbolic" : NULL;

    case QD_ROSTER_COLUMN_FOLLOW_UPS:
      return self->facts->overdue_follow_ups > 0 ? "quarterdeck-late-symbolic" : NULL;

    default:
      return NULL;
    }
}

static const char *
find_style (QdRosterCell *self)
{
  QdAccountFacts *facts = self->facts;
  int             today = qd_roster_get_today (self->roster);
  int             renewal = facts->account->renewal;

  switch ((int)self->column)
    {
    case QD_ROSTER_COLUMN_NAME:
      return facts->account->archived ? "dim-label" : NULL;

    case QD_ROSTER_COLUMN_HEALTH:
      return health_styles[facts->health];

    case QD_ROSTER_COLUMN_LAST_CONTACT:
      return qd_account_facts_is_silent (facts) ? "warning" : NULL;

    case QD_ROSTER_COLUMN_FOLLOW_UPS:
      return facts->overdue_follow_ups > 0 ? "error" : NULL;

    case QD_ROSTER_COLUMN_RENEWAL:
      return renewal != QD_DAY_NONE && renewal < today ? "error" : NULL;

    case QD_ROSTER_COLUMN_PROGRESS:
      return facts->n_tasks > 0 &&
                     qd_plan_progress_get_pace (facts->progress, facts->expected) == QD_PLAN_PACE_BEHIND
                 ? "warning"
                 : NULL;

    default:
      return NULL;
    }
}

/* What was typed is told as it stands on a screen. */
static char *
dup_text (QdRosterCell *self)
{
  g_autofree char *text =
      qd_roster_column_dup_text (self->column, self->facts, qd_roster_get_today (self->roster));

  return self->column == QD_ROSTER_COLUMN_NEXT_STEP
             ? qd_screen_dup_text (qd_roster_get_portfolio (self->roster), text)
             : g_steal_pointer (&text);
}

static void
restyle (QdRosterCell *self)
{
  const char *style = self->facts != NULL ? find_style (self) : NULL;

  if (style == self->style)
    return;

  if (self->style != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->style);

  if (style != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), style);

  self->style = style;
}

static void
facts_changed_cb (QdRosterCell *self)
{
  g_autofree char *text = NULL;

  g_clear_object (&self->layout);
  restyle (self);

  if (self->facts != NULL)
    {
      text = dup_text (self);
      gtk_accessible_update_property (
          GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
    }

  if (self->snug)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  else
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Without a header above, what the words are about has to stand beside them. */
static char *
dup_contact_text (QdRosterCell *self)
{
  g_autofree char *day =
      qd_roster_column_dup_text (self->column, self->facts, qd_roster_get_today (self->roster));

  if (self->facts->last_contact == QD_DAY_NONE)
    return g_strdup (_ ("No contact yet"));

  /* Translators: the last contact; %s is such as “3 days ago” */
  return g_strdup_printf (_ ("Contact %s"), day);
}

/* The health says its trend by an arrow, and to who hears it by a word. */
static char *
dup_shown_text (QdRosterCell *self)
{
  char *secret = self->veil != NULL && qd_veil_is_lifted (self->veil) ? qd_account_dup_secret (self->facts->account) : NULL;

  if (secret != NULL)
    return secret;

  if (self->snug && self->column == QD_ROSTER_COLUMN_LAST_CONTACT)
    return dup_contact_text (self);

  if (self->column == QD_ROSTER_COLUMN_HEALTH)
    return g_strdup (qd_nicks_get_label (qd_health_levels, self->facts->health));

  return dup_text (self);
}

static PangoLayout *
ensure_layout (QdRosterCell *self)
{
  g_autofree char *text = NULL;

  if (self->layout != NULL)
    return self->layout;

  text = dup_shown_text (self);
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);

  if (qd_roster_column_is_number (self->column))
    {
      PangoAttrList *attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
      pango_layout_set_attributes (self->layout, attributes);
      pango_attr_list_unref (attributes);
    }

  return self->layout;
}

/* Where the next thing goes: from the start of the line to its end, or from its
 * end to its start. */
typedef struct
{
  GtkWidget   *widget;
  GtkSnapshot *snapshot;
  GdkRGBA      color;
  int          left;
  int          right;
  int          height;
  gboolean     rtl;
} Pen;

/* Returns: where a thing of @width stands that takes what is next */
static int
pen_take (Pen *pen,
          int  width)
{
  int x = pen->rtl ? pen->right - width : pen->left;

  if (pen->rtl)
    pen->right -= width + GAP;
  else
    pen->left += width + GAP;

  return x;
}

static void
draw_icon (Pen        *pen,
           const char *name)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (pen->widget));
  g_autoptr(GtkIconPaintable) icon = NULL;
  int x = pen_take (pen, ICON_SIZE);

  icon = gtk_icon_theme_lookup_icon (theme,
                                     name,
                                     NULL,
                                     ICON_SIZE,
                                     gtk_widget_get_scale_factor (pen->widget),
                                     gtk_widget_get_direction (pen->widget),
                                     0);
  gtk_snapshot_save (pen->snapshot);
  gtk_snapshot_translate (pen->snapshot, &GRAPHENE_POINT_INIT (x, (pen->height - ICON_SIZE) / 2));
  gtk_symbolic_paintable_snapshot_symbolic (
      GTK_SYMBOLIC_PAINTABLE (icon), pen->snapshot, ICON_SIZE, ICON_SIZE, &pen->color, 1);
  gtk_snapshot_restore (pen->snapshot);
}

static void
draw_block (Pen  *pen,
            float x,
            float width,
            float height,
            float alpha)
{
  GskRoundedRect rect;
  GdkRGBA        color = pen->color;

  color.alpha *= alpha;
  gsk_rounded_rect_init_from_rect (
      &rect, &GRAPHENE_RECT_INIT (x, (pen->height - height) / 2, width, height), height / 2);
  gtk_snapshot_push_rounded_clip (pen->snapshot, &rect);
  gtk_snapshot_append_color (pen->snapshot, &color, &rect.bounds);
  gtk_snapshot_pop (pen->snapshot);
}

/* What is done, and a mark where the calendar expects it to be. */
static void
draw_bar (Pen            *pen,
          QdAccountFacts *facts)
{
  int   x = pen_take (pen, BAR_WIDTH);
  float done = BAR_WIDTH * (float)facts->progress;
  float expected = (BAR_WIDTH - 2) * (float)facts->expected;

  draw_block (pen, x, BAR_WIDTH, BAR_HEIGHT, .18f);

  if (done > 0)
    draw_block (pen, pen->rtl ? x + BAR_WIDTH - done : x, done, BAR_HEIGHT, .9f);

  gtk_snapshot_append_color (
      pen->snapshot,
      &pen->color,
      &GRAPHENE_RECT_INIT (
          pen->rtl ? x + BAR_WIDTH - 2 - expected : x + expected, (pen->height - BAR_HEIGHT) / 2 - 3, 2, BAR_HEIGHT + 6));
}

static void
draw_text (Pen         *pen,
           PangoLayout *layout,
           gboolean     to_the_end)
{
  int width, height, room = MAX (pen->right - pen->left, 0);
  int x;

  pango_layout_set_width (layout, room * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, &width, &height);
  x = pen->rtl != to_the_end ? pen->right - width : pen->left;

  /* The layout aligns its text in the width it was given, by the text's own direction. */
  pango_layout_set_width (layout, MIN (width + 1, room) * PANGO_SCALE);

  gtk_snapshot_save (pen->snapshot);
  gtk_snapshot_translate (pen->snapshot, &GRAPHENE_POINT_INIT (x, (pen->height - height) / 2));
  gtk_snapshot_append_layout (pen->snapshot, layout, &pen->color);
  gtk_snapshot_restore (pen->snapshot);

  if (pen->rtl)
    pen->right = x - GAP;
  else
    pen->left = x + width + GAP;
}

static void
qd_roster_cell_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  QdRosterCell *self = QD_ROSTER_CELL (widget);
  const char   *icon, *trend;
  Pen           pen = { 0 };

  if (self->facts == NULL)
    return;

  pen.widget = widget;
  pen.snapshot = snapshot;
  pen.right = gtk_widget_get_width (widget);
  pen.height = gtk_widget_get_height (widget);
  pen.rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gtk_widget_get_color (widget, &pen.color);
  icon = find_icon (self);
  trend = self->column == QD_ROSTER_COLUMN_HEALTH ? qd_trend_get_icon (self->facts->trend) : NULL;

  if (icon != NULL)
    draw_icon (&pen, icon);

  if (self->column == QD_ROSTER_COLUMN_PROGRESS && self->facts->n_tasks > 0)
    draw_bar (&pen, self->facts);

  draw_text (&pen, ensure_layout (self), qd_roster_column_is_number (self->column));

  if (trend != NULL)
    draw_icon (&pen, trend);
}

static int
measure_content (QdRosterCell *self)
{
  PangoLayout *layout = ensure_layout (self);
  int          width;

  pango_layout_set_width (layout, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);

  if (find_icon (self) != NULL)
    width += ICON_SIZE + GAP;

  if (self->column == QD_ROSTER_COLUMN_HEALTH && self->facts->trend != QD_TREND_NONE)
    width += ICON_SIZE + GAP;

  if (self->column == QD_ROSTER_COLUMN_PROGRESS && self->facts->n_tasks > 0)
    width += BAR_WIDTH + GAP;

  return width + 1;
}

/* The same for every content: a column has the width it was given. */
static void
qd_roster_cell_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  QdRosterCell     *self = QD_ROSTER_CELL (widget);
  PangoContext     *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = ICON_SIZE;
      *natural = self->snug && self->facts != NULL ? MAX (measure_content (self), ICON_SIZE) : ICON_SIZE * 6;
      return;
    }

  metrics = pango_context_get_metrics (context, NULL, NULL);
  *minimum = *natural = MAX (ICON_SIZE, PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics)));
  pango_font_metrics_unref (metrics);
}

static gboolean
qd_roster_cell_query_tooltip (GtkWidget  *widget,
                              int         x,
                              int         y,
                              gboolean    keyboard_tooltip,
                              GtkTooltip *tooltip)
{
  QdRosterCell    *self = QD_ROSTER_CELL (widget);
  g_autofree char *text = NULL;

  if (self->facts == NULL)
    return FALSE;

  text = qd_roster_column_dup_tooltip (self->column, self->facts, qd_roster_get_today (self->roster));

  if (text == NULL && self->layout != NULL && pango_layout_is_ellipsized (self->layout))
    text = dup_text (self);

  gtk_tooltip_set_text (tooltip, text);

  return text != NULL;
}

static void
veil_cb (QdRosterCell *self)
{
  g_clear_object (&self->layout);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
qd_roster_cell_root (GtkWidget *widget)
{
  QdRosterCell *self = QD_ROSTER_CELL (widget);

  GTK_WIDGET_CLASS (qd_roster_cell_parent_class)->root (widget);

  if (self->column == QD_ROSTER_COLUMN_NAME && (self->veil = qd_veil_get (widget)) != NULL)
    g_signal_connect_object (self->veil, "notify::lifted", G_CALLBACK (veil_cb), self, G_CONNECT_SWAPPED);
}

static void
qd_roster_cell_unroot (GtkWidget *widget)
{
  QdRosterCell *self = QD_ROSTER_CELL (widget);

  if (self->veil != NULL)
    g_signal_handlers_disconnect_by_func (self->veil, veil_cb, self);

  self->veil = NULL;
  GTK_WIDGET_CLASS (qd_roster_cell_parent_class)->unroot (widget);
}

static void
qd_roster_cell_css_changed (GtkWidget         *widget,
                            GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (qd_roster_cell_parent_class)->css_changed (widget, change);

  /* Another font is another layout. */
  g_clear_object (&QD_ROSTER_CELL (widget)->layout);
}

static void
qd_roster_cell_system_setting_changed (GtkWidget       *widget,
                                       GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (qd_roster_cell_parent_class)->system_setting_changed (widget, setting);

  g_clear_object (&QD_ROSTER_CELL (widget)->layout);
  gtk_widget_queue_resize (widget);
}

static void
qd_roster_cell_dispose (GObject *object)
{
  QdRosterCell *self = QD_ROSTER_CELL (object);

  qd_roster_cell_set_facts (self, NULL);
  g_clear_object (&self->layout);
  g_clear_object (&self->roster);

  G_OBJECT_CLASS (qd_roster_cell_parent_class)->dispose (object);
}

static void
qd_roster_cell_class_init (QdRosterCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_roster_cell_dispose;
  widget_class->css_changed = qd_roster_cell_css_changed;
  widget_class->measure = qd_roster_cell_measure;
  widget_class->query_tooltip = qd_roster_cell_query_tooltip;
  widget_class->root = qd_roster_cell_root;
  widget_class->snapshot = qd_roster_cell_snapshot;
  widget_class->system_setting_changed = qd_roster_cell_system_setting_changed;
  widget_class->unroot = qd_roster_cell_unroot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
  gtk_widget_class_set_css_name (widget_class, "rostercell");
}

static void
qd_roster_cell_init (QdRosterCell *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
qd_roster_cell_new (QdRosterColumn column,
                    QdRoster      *roster)
{
  QdRosterCell *self = g_object_new (QD_TYPE_ROSTER_CELL, NULL);

  self->column = column;
  self->roster = g_object_ref (roster);

  if (column == QD_ROSTER_COLUMN_NAME)
    gtk_widget_add_css_class (GTK_WIDGET (self), "account-name");

  return GTK_WIDGET (self);
}

/* Outside of a table: asks for the room its content takes. */
void
qd_roster_cell_set_snug (QdRosterCell *self,
                         gboolean      snug)
{
  g_return_if_fail (QD_IS_ROSTER_CELL (self));

  self->snug = snug;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Returns: (transfer none) (nullable) */
QdAccountFacts *
qd_roster_cell_get_facts (QdRosterCell *self)
{
  g_return_val_if_fail (QD_IS_ROSTER_CELL (self), NULL);

  return self->facts;
}

/* @facts: (nullable): of the account to show */
void
qd_roster_cell_set_facts (QdRosterCell   *self,
                          QdAccountFacts *facts)
{
  g_return_if_fail (QD_IS_ROSTER_CELL (self));

  if (self->facts != NULL)
    g_signal_handler_disconnect (self->facts, self->facts_changed);

  g_set_object (&self->facts, facts);

  if (facts == NULL)
    return;

  self->facts_changed =
      g_signal_connect_swapped (facts, "changed", G_CALLBACK (facts_changed_cb), self);
  facts_changed_cb (self);
}
