/* qd-account-header.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-account-header"

#include "qd-account-header.h"

#include <glib/gi18n.h>

#include "qd-account-icons.h"
#include "qd-day-words.h"
#include "qd-pill.h"
#include "qd-reveal-button.h"
#include "qd-screen.h"
#include "qd-seal.h"
#include "qd-sealed-label.h"

/* Months ahead of a renewal in which its work begins */
#define RENEWAL_DAYS 120

/**
 * QdAccountHeader:
 *
 * What is known of an account at a glance: its names, its health, when it renews. The real name of
 * one that is sealed is there while it is held up.
 */
struct _QdAccountHeader
{
  AdwBin          parent_instance;

  QdPortfolio    *portfolio;
  QdAccountFacts *facts;
  gboolean        compact;

  QdSealedLabel  *title;
  GtkLabel       *name;
  GtkWidget      *reveal;
  GtkWidget      *compact_reveal;
  QdPill         *archived;
  GtkWidget      *health_button;
  QdPill         *health;
  GtkImage       *trend_image;
  GtkLabel       *trend_label;
  QdPill         *renewal;
  QdPill         *contact;
  QdPill         *tier;
  QdPill         *offering;
  QdPill         *stage;
};

G_DEFINE_FINAL_TYPE (QdAccountHeader, qd_account_header, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_COMPACT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
show_names (QdAccountHeader *self)
{
  QdAccount       *account = self->facts->account;
  gboolean         by_codename = g_strcmp0 (self->facts->title, account->name) != 0;
  g_autofree char *secret = qd_account_dup_secret (account);

  qd_sealed_label_set (self->title, self->facts->title, secret);
  gtk_widget_set_visible (GTK_WIDGET (self->title), !self->compact);
  gtk_widget_set_visible (self->reveal, qd_account_get_seal (account) != 0 && !self->compact);
  gtk_widget_set_visible (self->compact_reveal, qd_account_get_seal (account) != 0 && self->compact);
  gtk_label_set_label (self->name, secret != NULL ? NULL : by_codename ? account->name
                                                                       : account->codename);
  gtk_widget_set_visible (GTK_WIDGET (self->name), secret == NULL && account->codename != NULL && by_codename);
  qd_pill_set (self->archived, "folder-symbolic", account->archived ? _ ("Archived") : NULL, NULL);
}

static void
show_health (QdAccountHeader *self)
{
  QdHealthLevel    level = self->facts->health;
  const char      *word = qd_nicks_get_label (qd_health_levels, level);
  const char      *trend = qd_trend_get_label (self->facts->trend);
  g_autofree char *full = qd_day_dup_full (self->facts->health_day);
  g_autofree char *reason = qd_screen_dup_text (self->portfolio, self->facts->health_reason);
  g_autofree char *tooltip = NULL;
  g_autofree char *name = NULL;

  qd_pill_set (self->health, qd_health_level_get_icon (level), word, qd_health_level_get_style (level));
  gtk_image_set_from_icon_name (self->trend_image, qd_trend_get_icon (self->facts->trend));
  gtk_widget_set_visible (GTK_WIDGET (self->trend_image), trend != NULL);
  gtk_label_set_label (self->trend_label, trend);
  gtk_widget_set_visible (GTK_WIDGET (self->trend_label), trend != NULL);

  if (self->facts->health_day == QD_DAY_NONE)
    tooltip = g_strdup (_ ("Set the Health"));
  else
    tooltip = g_strdup_printf ("%s\n%s",
                               full,
                               reason != NULL ? reason : _ ("No reason was given"));

  /* Translators: what a screen reader says of the health button: “Health: Yellow, worse” */
  name = g_strdup_printf (trend != NULL ? _ ("Health: %s, %s") : _ ("Health: %s"), word, trend);
  gtk_widget_set_tooltip_text (self->health_button, tooltip);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->health_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_renewal (QdAccountHeader *self,
              int              today)
{
  int              renewal = self->facts->account->renewal;
  g_autofree char *distance = qd_day_dup_relative (renewal, today);
  g_autofree char *full = qd_day_dup_full (renewal);
  g_autofree char *text = NULL;
  g_autofree char *tooltip = NULL;

  if (renewal == QD_DAY_NONE)
    {
      qd_pill_set (self->renewal, NULL, NULL, NULL);
      return;
    }

  /* Translators: %s is a distance: “Renews in 4 months” */
  text = g_strdup_printf (renewal >= today ? _ ("Renews %s") : _ ("Renewal was %s"), distance);
  tooltip = g_strdup_printf (_ ("Renewal: %s"), full);
  qd_pill_set (self->renewal,
               renewal < today ? "dialog-warning-symbolic" : "view-refresh-symbolic",
               text,
               renewal < today + RENEWAL_DAYS ? "warning" : NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->renewal), tooltip);
}

static void
show_contact (QdAccountHeader *self,
              int              today)
{
  int              day = self->facts->last_contact;
  g_autofree char *distance = qd_day_dup_relative (day, today);
  g_autofree char *full = qd_day_dup_full (day);
  g_autofree char *text = NULL;
  const char      *style = NULL;
  gboolean         second;

  if (day == QD_DAY_NONE)
    {
      qd_pill_set (self->contact, "call-missed-symbolic", _ ("No contact yet"), NULL);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->contact),
                                   _ ("Customer calls and in-person meetings count as contact"));
      return;
    }

  /* The meeting cadence of the health score: the first priority is yellow after
   * 35 days and red after 60, the second after 65 and 90. */
  second = self->facts->account->priority == QD_PRIORITY_PR2;

  if (self->facts->days_since > (second ? 90 : 60))
    style = "error";
  else if (self->facts->days_since > (second ? 65 : 35))
    style = "warning";

  /* Translators: %s is a distance: “Last contact 2 weeks ago” */
  text = g_strdup_printf (_ ("Last contact %s"), distance);
  qd_pill_set (self->contact, style != NULL ? "call-missed-symbolic" : "call-start-symbolic", text, style);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->contact), full);
}

static void
show_choice (QdPill       *pill,
             const char   *field,
             const QdNick *nicks,
             int           value,
             gboolean      compact)
{
  qd_pill_set (pill, NULL, compact ? NULL : qd_nicks_get_label (nicks, value), NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (pill), field);
}

static void
changed_cb (QdAccountHeader *self)
{
  QdAccount *account;
  int        today = qd_day_today ();

  if (self->facts == NULL)
    return;

  account = self->facts->account;
  show_names (self);
  show_health (self);
  show_renewal (self, today);
  show_contact (self, today);
  show_choice (self->tier, _ ("Success Tier"), qd_tiers, account->tier, self->compact);
  show_choice (self->offering, _ ("Offering"), qd_offerings, account->offering, self->compact);
  show_choice (self->stage, _ ("Lifecycle Stage"), qd_stages, account->stage, self->compact);
}

static void
qd_account_header_dispose (GObject *object)
{
  QdAccountHeader *self = QD_ACCOUNT_HEADER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_ACCOUNT_HEADER);
  g_clear_object (&self->facts);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_account_header_parent_class)->dispose (object);
}

static void
qd_account_header_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_COMPACT:
      g_value_set_boolean (value, QD_ACCOUNT_HEADER (object)->compact);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
qd_account_header_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  QdAccountHeader *self = QD_ACCOUNT_HEADER (object);

  switch (prop_id)
    {
    case PROP_COMPACT:
      self->compact = g_value_get_boolean (value);
      changed_cb (self);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
qd_account_header_class_init (QdAccountHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_account_header_dispose;
  G_OBJECT_CLASS (klass)->get_property = qd_account_header_get_property;
  G_OBJECT_CLASS (klass)->set_property = qd_account_header_set_property;

  /* Leaves out the title, which the header bar has, and what seldom changes. */
  properties[PROP_COMPACT] =
      g_param_spec_boolean ("compact", NULL, NULL, FALSE, (G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));

  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  g_type_ensure (QD_TYPE_PILL);
  g_type_ensure (QD_TYPE_REVEAL_BUTTON);
  g_type_ensure (QD_TYPE_SEALED_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-account-header.ui");
  gtk_widget_class_bind_template_child (widget_class, QdAccountHeader, title);
  gtk_widget_class_bind_template_child (widget_class, QdAccountHeader, name);
  gtk_widget_class_bind_template_child (widget_class, QdAccountHeader, reveal);
  gtk_widget_class_bind_template_child (widget_class, QdAccountHeader, compact_reveal);
  gtk_widget_class_bind_template_child (widget_class, QdAccountHeader, archived);
  gtk_widget_class_bind_template_child (widget_class, QdAccountHeader, health_button);
  gtk_widget_class_bind_template_child (widget_class, QdAccountHeader, health);
  gtk_widget_class_bind_template_child (widget_class, QdAccountHeader, trend_image);
  gtk_widget_class_bind_template_child (widget_class, QdAccountHeader, trend_label);
  gtk_widget_class_bind_template_child (widget_class, QdAccountHeader, renewal);
  gtk_widget_class_bind_template_child (widget_class, QdAccountHeader, contact);
  gtk_widget_class_bind_template_child (widget_class, QdAccountHeader, tier);
  gtk_widget_class_bind_template_child (widget_class, QdAccountHeader, offering);
  gtk_widget_class_bind_template_child (widget_class, QdAccountHeader, stage);
}

static void
qd_account_header_init (QdAccountHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
qd_account_header_bind (QdAccountHeader *self,
                        QdPortfolio     *portfolio,
                        QdAccountFacts  *facts)
{
  g_return_if_fail (QD_IS_ACCOUNT_HEADER (self));

  g_set_object (&self->portfolio, portfolio);
  g_set_object (&self->facts, facts);
  g_signal_connect_object (facts, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (facts->account, "notify", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}
