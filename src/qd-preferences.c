/* qd-preferences.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-preferences"

#include "qd-preferences.h"

#include "qd-history.h"

/**
 * QdPreferences:
 *
 * What a person may want otherwise. Every row is bound to its setting.
 */
struct _QdPreferences
{
  AdwPreferencesDialog parent_instance;

  AdwSwitchRow        *show_codenames;
  AdwSwitchRow        *search_provider;
  AdwSwitchRow        *notifications;
  AdwComboRow         *date_style;
  AdwComboRow         *first_weekday;
  AdwComboRow         *paper_size;
  AdwComboRow         *default_audience;
  AdwComboRow         *phase_naming;
  AdwSpinRow          *stale_days;
  AdwSpinRow          *history_limit;
  AdwActionRow        *history_size;
};

G_DEFINE_FINAL_TYPE (QdPreferences, qd_preferences, ADW_TYPE_PREFERENCES_DIALOG)

/* The nicks of a setting, in the order of its row. */
static const char *const date_styles[] = { "locale", "iso", "day-month", "month-day", NULL };
static const char *const weekdays[] = { "locale", "monday", "saturday", "sunday", NULL };
static const char *const papers[] = { "locale", "a4", "letter", NULL };
static const char *const audiences[] = { "me", "internal", "customer", NULL };
static const char *const phase_namings[] = { "reporting", "measure", NULL };

static gboolean
nick_to_position (GValue   *value,
                  GVariant *variant,
                  gpointer  nicks)
{
  const char        *nick = g_variant_get_string (variant, NULL);
  const char *const *known = nicks;

  for (guint i = 0; known[i] != NULL; i++)
    {
      if (g_str_equal (known[i], nick))
        g_value_set_uint (value, i);
    }

  return TRUE;
}

static GVariant *
position_to_nick (const GValue       *value,
                  const GVariantType *type,
                  gpointer            nicks)
{
  guint position = g_value_get_uint (value);

  return position != GTK_INVALID_LIST_POSITION ? g_variant_new_string (((const char *const *)nicks)[position]) : NULL;
}

static void
bind_combo (GSettings         *settings,
            const char        *key,
            AdwComboRow       *row,
            const char *const *nicks)
{
  g_settings_bind_with_mapping (settings,
                                key,
                                row,
                                "selected",
                                G_SETTINGS_BIND_DEFAULT,
                                nick_to_position,
                                position_to_nick,
                                (gpointer)nicks,
                                NULL);
}

static void
qd_preferences_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), QD_TYPE_PREFERENCES);

  G_OBJECT_CLASS (qd_preferences_parent_class)->dispose (object);
}

static void
qd_preferences_class_init (QdPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_preferences_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/gitlab/quarterdeck/Quarterdeck/qd-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, QdPreferences, show_codenames);
  gtk_widget_class_bind_template_child (widget_class, QdPreferences, search_provider);
  gtk_widget_class_bind_template_child (widget_class, QdPreferences, notifications);
  gtk_widget_class_bind_template_child (widget_class, QdPreferences, date_style);
  gtk_widget_class_bind_template_child (widget_class, QdPreferences, first_weekday);
  gtk_widget_class_bind_template_child (widget_class, QdPreferences, paper_size);
  gtk_widget_class_bind_template_child (widget_class, QdPreferences, default_audience);
  gtk_widget_class_bind_template_child (widget_class, QdPreferences, phase_naming);
  gtk_widget_class_bind_template_child (widget_class, QdPreferences, stale_days);
  gtk_widget_class_bind_template_child (widget_class, QdPreferences, history_limit);
  gtk_widget_class_bind_template_child (widget_class, QdPreferences, history_size);
}

static void
qd_preferences_init (QdPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
size_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(QdPreferences) self = user_data;
  gint64           n_bytes = qd_history_size_finish (QD_PORTFOLIO (object), result, NULL);
  g_autofree char *size = n_bytes >= 0 ? g_format_size (n_bytes) : NULL;

  /* It may have been closed meanwhile. */
  if (size != NULL && self->history_size != NULL)
    adw_action_row_set_subtitle (self->history_size, size);
}

AdwDialog *
qd_preferences_new (GSettings   *settings,
                    QdPortfolio *portfolio)
{
  QdPreferences *self = g_object_new (QD_TYPE_PREFERENCES, NULL);

  g_settings_bind (settings, "show-codenames", self->show_codenames, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "search-provider", self->search_provider, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "notifications", self->notifications, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "reference-stale-days", self->stale_days, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "history-limit", self->history_limit, "value", G_SETTINGS_BIND_DEFAULT);
  qd_history_size_async (portfolio, NULL, size_cb, g_object_ref (self));
  bind_combo (settings, "date-style", self->date_style, date_styles);
  bind_combo (settings, "first-weekday", self->first_weekday, weekdays);
  bind_combo (settings, "paper-size", self->paper_size, papers);
  bind_combo (settings, "default-audience", self->default_audience, audiences);
  bind_combo (settings, "phase-naming", self->phase_naming, phase_namings);

  return ADW_DIALOG (self);
}
