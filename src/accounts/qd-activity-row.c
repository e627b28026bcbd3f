/* qd-activity-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-activity-row"

#include "qd-activity-row.h"

#include <glib/gi18n.h>

#include "qd-account-icons.h"
#include "qd-day-words.h"
#include "qd-pill.h"
#include "qd-screen.h"

/**
 * QdActivityRow:
 *
 * An activity in a list: what it was, when, and how it was felt.
 */
struct _QdActivityRow
{
  AdwBin         parent_instance;

  GtkImage      *icon;
  GtkLabel      *subject;
  GtkLabel      *facts;
  GtkLabel      *notes;
  GtkWidget     *pills;
  QdPill        *csm;
  QdPill        *product;
  QdPill        *risk;
  QdPill        *accelerator;
  GtkMenuButton *menu;
};

G_DEFINE_FINAL_TYPE (QdActivityRow, qd_activity_row, ADW_TYPE_BIN)

static void
qd_activity_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), QD_TYPE_ACTIVITY_ROW);

  G_OBJECT_CLASS (qd_activity_row_parent_class)->dispose (object);
}

static void
qd_activity_row_class_init (QdActivityRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_activity_row_dispose;

  g_type_ensure (QD_TYPE_PILL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-activity-row.ui");
  gtk_widget_class_bind_template_child (widget_class, QdActivityRow, icon);
  gtk_widget_class_bind_template_child (widget_class, QdActivityRow, subject);
  gtk_widget_class_bind_template_child (widget_class, QdActivityRow, facts);
  gtk_widget_class_bind_template_child (widget_class, QdActivityRow, notes);
  gtk_widget_class_bind_template_child (widget_class, QdActivityRow, pills);
  gtk_widget_class_bind_template_child (widget_class, QdActivityRow, csm);
  gtk_widget_class_bind_template_child (widget_class, QdActivityRow, product);
  gtk_widget_class_bind_template_child (widget_class, QdActivityRow, risk);
  gtk_widget_class_bind_template_child (widget_class, QdActivityRow, accelerator);
  gtk_widget_class_bind_template_child (widget_class, QdActivityRow, menu);
}

static void
qd_activity_row_init (QdActivityRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qd_activity_row_new (void)
{
  return g_object_new (QD_TYPE_ACTIVITY_ROW, NULL);
}

/* “Customer Call · Tue 24 Nov · Cadence Call · 45 min” */
char *
qd_activity_dup_words (QdActivity *activity,
                       int         today)
{
  g_autofree char *day = qd_day_dup_short (activity->day, today);
  g_autoptr(GString) words = g_string_new (qd_nicks_get_label (qd_activity_kinds, activity->kind));

  g_string_append_printf (words, " · %s", day);

  if ((int)activity->meeting != QD_ENUM_NONE)
    g_string_append_printf (words, " · %s", qd_nicks_get_label (qd_meetings, activity->meeting));

  if (activity->milestone != NULL)
    g_string_append_printf (words, " · %s", activity->milestone);

  if (activity->minutes != QD_INTEGER_NONE)
    {
      g_string_append (words, " · ");
      g_string_append_printf (words, _ ("%d min"), (int)activity->minutes);
    }

  if (activity->external_attendees != NULL)
    {
      g_autofree char *attendees = g_strdelimit (g_strdup (activity->external_attendees), "\n", ' ');

      /* Translators: %s are the people of the customer who took part */
      g_string_append (words, " · ");
      g_string_append_printf (words, _ ("with %s"), attendees);
    }

  return g_string_free_and_steal (g_steal_pointer (&words));
}

static void
show_sentiment (QdPill     *pill,
                const char *format,
                int         sentiment)
{
  g_autofree char *text = NULL;

  if (sentiment != QD_ENUM_NONE)
    text = g_strdup_printf (format, qd_nicks_get_label (qd_sentiments, sentiment));

  qd_pill_set (pill, qd_sentiment_get_icon (sentiment), text, qd_sentiment_get_style (sentiment));
}

static void
show_risk (QdActivityRow *self,
           QdActivity    *activity)
{
  const char      *reason = qd_nicks_get_label (qd_risk_reasons, activity->risk_reason);
  const char      *impact = qd_nicks_get_label (qd_risk_impacts, activity->risk_impact);
  g_autofree char *text = NULL;

  if (*reason != '\0' && *impact != '\0')
    text = g_strdup_printf ("%s · %s", reason, impact);
  else
    text = g_strconcat (reason, impact, NULL);

  qd_pill_set (self->risk, "dialog-warning-symbolic", text, "error");
}

static GMenuModel *
create_menu (gint64 id)
{
  GMenu *menu = g_menu_new ();
  static const struct
  {
    const char *label;
    const char *action;
  } items[] = {
    { N_ ("_Edit…"), "activity.edit" },
    { N_ ("Add _Follow-up…"), "activity.follow-up" },
    { N_ ("D_uplicate"), "activity.duplicate" },
    { N_ ("_Delete"), "activity.delete" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr(GMenuItem) item = g_menu_item_new (_ (items[i].label), NULL);

      g_menu_item_set_action_and_target (item, items[i].action, "x", id);
      g_menu_append_item (menu, item);
    }

  return G_MENU_MODEL (menu);
}

void
qd_activity_row_show (QdActivityRow *self,
                      QdPortfolio   *portfolio,
                      QdActivity    *activity,
                      int            today)
{
  g_autofree char *words = qd_activity_dup_words (activity, today);
  g_autofree char *full = qd_day_dup_full (activity->day);
  g_autofree char *subject = qd_screen_dup_text (portfolio, activity->subject);
  g_autofree char *notes = qd_screen_dup_text (portfolio, activity->notes);
  g_autoptr(GMenuModel) menu = create_menu (qd_record_get_id (activity));

  g_return_if_fail (QD_IS_ACTIVITY_ROW (self));

  if (notes != NULL)
    g_strdelimit (notes, "\n", ' ');

  gtk_image_set_from_icon_name (self->icon, qd_activity_kind_get_icon (activity->kind));
  gtk_label_set_label (self->subject, subject);
  gtk_label_set_label (self->facts, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->facts), full);
  gtk_label_set_label (self->notes, notes != NULL ? notes : "");
  gtk_widget_set_visible (GTK_WIDGET (self->notes), notes != NULL);

  /* Translators: %s is Green, Yellow or Red */
  show_sentiment (self->csm, _ ("CSM: %s"), activity->csm_sentiment);
  show_sentiment (self->product, _ ("Product: %s"), activity->product_sentiment);
  show_risk (self, activity);
  qd_pill_set (self->accelerator,
               "applications-engineering-symbolic",
               qd_nicks_get_label (qd_accelerators, activity->accelerator),
               NULL);
  gtk_widget_set_visible (self->pills,
                          (int)activity->csm_sentiment != QD_ENUM_NONE ||
                              (int)activity->product_sentiment != QD_ENUM_NONE ||
                              (int)activity->risk_reason != QD_ENUM_NONE ||
                              (int)activity->risk_impact != QD_ENUM_NONE ||
                              (int)activity->accelerator != QD_ENUM_NONE);
  gtk_menu_button_set_menu_model (self->menu, menu);
}
