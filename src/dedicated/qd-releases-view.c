/* qd-releases-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-releases-view"

#include "qd-releases-view.h"

#include <glib/gi18n.h>

#include "qd-calendar.h"
#include "qd-config.h"
#include "qd-day-words.h"
#include "qd-release-row.h"
#include "qd-week-plan.h"

/* So many months are shown at first, and so many more each time. */
#define MONTHS_BEFORE 3
#define MONTHS_AFTER 12
#define MONTHS_MORE 6

/**
 * QdReleasesView:
 *
 * Which version each tenant has on a day and what it gets next; and the calendar of GitLab's releases, with the
 * windows that bring them to the tenants.
 */
struct _QdReleasesView
{
  AdwBin         parent_instance;

  QdFactBook    *book;
  GSettings     *settings;
  gint64         now;
  GTimeZone     *mine;
  int            day; /* %QD_DAY_NONE: as it is now */
  int            months_before;
  int            months_after;

  GtkWidget     *today_button;
  GtkMenuButton *day_button;
  QdCalendar    *calendar;
  GtkListBox    *tenants;
  GtkListBox    *releases;
};

G_DEFINE_FINAL_TYPE (QdReleasesView, qd_releases_view, ADW_TYPE_BIN)

/* By the end of a day, all that comes on it has come. */
static gint64
get_instant (QdReleasesView *self)
{
  return self->day == QD_DAY_NONE ? self->now : qd_day_get_instant (self->day + 1, 0, self->mine);
}

static void
update_day (QdReleasesView *self)
{
  int              day = self->day != QD_DAY_NONE ? self->day : qd_instant_get_day (self->now, self->mine);
  g_autofree char *words = qd_day_dup_display (day);

  gtk_menu_button_set_label (self->day_button, self->day != QD_DAY_NONE ? words : _ ("Now"));
  gtk_widget_set_visible (self->today_button, self->day != QD_DAY_NONE);
  qd_calendar_show_day (self->calendar, day);
}

/* “Upgrade to 19.5: Tue, 24 Nov 2026, 01:00–05:00 UTC, in 3 days 4 hours”, and the same on my clock below it */
static char *
dup_next (QdReleasesView *self,
          QdTenant       *tenant)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *words = NULL;
  g_autofree char *in_utc = NULL;
  g_autofree char *in_mine = NULL;
  QdTenantEvent    event;

  if (tenant->maintenance_window == NULL)
    return g_strdup (_ ("No maintenance window is set, so what comes next is not known"));

  if (!qd_tenant_get_next_rollout (self->book, tenant, get_instant (self), &event))
    return g_strdup (_ ("Nothing known comes next"));

  words = qd_tenant_event_dup_words (&event);
  in_utc = qd_instant_span_dup_words (&event.span, utc);
  in_mine = qd_instant_span_dup_words (&event.span, self->mine);
  /* Translators: what comes, and when */
  g_string_append_printf (text, _ ("%1$s: %2$s"), words, in_utc);

  if (self->day == QD_DAY_NONE)
    {
      g_autofree char *countdown = qd_dup_countdown (self->now, event.span.from);

      g_string_append_printf (text, ", %s", countdown);
    }

  if (!g_str_equal (in_utc, in_mine))
    g_string_append_printf (text, "\n%s", in_mine);

  if (event.lock != NULL && event.kind == QD_TENANT_EVENT_ROLLOUT)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _ ("Moved by a change lock: %s"), event.lock->fact.name);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* Returns: (transfer full): which version it has then */
static char *
dup_version (QdReleasesView *self,
             QdTenant       *tenant)
{
  QdVersion found;

  return qd_tenant_get_version_at (self->book, tenant, get_instant (self), &found) ? qd_version_format (found)
                                                                                   : g_strdup (_ ("Not known"));
}

static void
append_tenant (QdReleasesView *self,
               QdTenant       *tenant)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *title = qd_tenant_dup_title (qd_fact_book_get_portfolio (self->book),
                                                tenant,
                                                g_settings_get_boolean (self->settings, "show-codenames"));
  g_autofree char *next = dup_next (self, tenant);
  g_autofree char *version = dup_version (self, tenant);
  GtkWidget       *label = gtk_label_new (version);

  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "numeric");
  g_object_set_data (G_OBJECT (row), "version", label);
  g_object_set_data_full (G_OBJECT (row), "tenant", g_object_ref (tenant), g_object_unref);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), next);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", qd_record_get_id (tenant));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-tenant");
  gtk_list_box_append (self->tenants, row);
}

static void
fill_tenants (QdReleasesView *self)
{
  g_autoptr(GPtrArray) tenants = qd_tenants_list_shown (qd_fact_book_get_portfolio (self->book),
                                                        g_settings_get_boolean (self->settings, "show-codenames"));

  gtk_list_box_remove_all (self->tenants);

  for (guint i = 0; i < tenants->len; i++)
    append_tenant (self, g_ptr_array_index (tenants, i));
}

/* The first that is still to come is the one that is asked about. What was open stays open. */
static void
fill_releases (QdReleasesView *self)
{
  int today = qd_instant_get_day (self->now, self->mine);
  g_autoptr(GArray) releases = qd_releases_list (
      self->book, qd_day_add_months (today, -self->months_before), qd_day_add_months (today, self->months_after));
  g_autoptr(GHashTable) open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean had_rows = gtk_list_box_get_row_at_index (self->releases, 0) != NULL;
  int      current = -1;

  for (int i = 0;; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->releases, i);

      if (row == NULL)
        break;

      if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)))
        g_hash_table_add (open, g_strdup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row))));
    }

  gtk_list_box_remove_all (self->releases);

  for (guint i = 0; i < releases->len; i++)
    {
      const QdRelease *release = &g_array_index (releases, QdRelease, i);
      GtkWidget       *row = qd_release_row_new (self->book, release, self->now, self->mine,
                                                 g_settings_get_boolean (self->settings, "show-codenames"));

      if (release->day <= today)
        current = (int)i;

      gtk_list_box_append (self->releases, row);

      if (g_hash_table_contains (open, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row))))
        adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
    }

  if (!had_rows && current >= 0)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (gtk_list_box_get_row_at_index (self->releases, current)), TRUE);
}

static void
reload (QdReleasesView *self)
{
  if (self->mine == NULL)
    return;

  update_day (self);
  fill_tenants (self);
  fill_releases (self);
}

static void
picked_cb (QdReleasesView *self,
           int             day)
{
  gtk_menu_button_popdown (self->day_button);
  qd_releases_view_set_day (self, day);
}

static void
today_cb (QdReleasesView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->day_button));
  qd_releases_view_set_day (self, QD_DAY_NONE);
}

static void
earlier_cb (QdReleasesView *self)
{
  self->months_before += MONTHS_MORE;
  fill_releases (self);
}

static void
later_cb (QdReleasesView *self)
{
  self->months_after += MONTHS_MORE;
  fill_releases (self);
}

static void
qd_releases_view_dispose (GObject *object)
{
  QdReleasesView *self = QD_RELEASES_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_RELEASES_VIEW);
  g_clear_pointer (&self->mine, g_time_zone_unref);
  g_clear_object (&self->book);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (qd_releases_view_parent_class)->dispose (object);
}

static void
qd_releases_view_class_init (QdReleasesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_releases_view_dispose;

  g_type_ensure (QD_TYPE_CALENDAR);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-releases-view.ui");
  gtk_widget_class_bind_template_child (widget_class, QdReleasesView, today_button);
  gtk_widget_class_bind_template_child (widget_class, QdReleasesView, day_button);
  gtk_widget_class_bind_template_child (widget_class, QdReleasesView, calendar);
  gtk_widget_class_bind_template_child (widget_class, QdReleasesView, tenants);
  gtk_widget_class_bind_template_child (widget_class, QdReleasesView, releases);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, today_cb);
  gtk_widget_class_bind_template_callback (widget_class, earlier_cb);
  gtk_widget_class_bind_template_callback (widget_class, later_cb);
}

static void
qd_releases_view_init (QdReleasesView *self)
{
  self->day = QD_DAY_NONE;
  self->months_before = MONTHS_BEFORE;
  self->months_after = MONTHS_AFTER;
  self->settings = g_settings_new (QD_APPLICATION_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (
      self->settings, "changed::show-codenames", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
}

GtkWidget *
qd_releases_view_new (QdFactBook *book)
{
  QdReleasesView *self = g_object_new (QD_TYPE_RELEASES_VIEW, NULL);

  self->book = g_object_ref (book);

  return GTK_WIDGET (self);
}

/**
 * qd_releases_view_set_clock:
 * @now: an instant
 * @mine: of whoever looks
 *
 * Shows all anew.
 */
void
qd_releases_view_set_clock (QdReleasesView *self,
                            gint64          now,
                            GTimeZone      *mine)
{
  g_return_if_fail (QD_IS_RELEASES_VIEW (self));
  g_return_if_fail (mine != NULL);

  self->now = now;
  g_time_zone_ref (mine);
  g_clear_pointer (&self->mine, g_time_zone_unref);
  self->mine = mine;
  reload (self);
}

/* A minute is over: what is shown is brought up to it, with the focus where it is. */
void
qd_releases_view_tick (QdReleasesView *self,
                       gint64          now)
{
  GtkListBoxRow *row;

  g_return_if_fail (QD_IS_RELEASES_VIEW (self));

  if (self->mine == NULL)
    return;

  if (qd_instant_get_day (self->now, self->mine) != qd_instant_get_day (now, self->mine))
    {
      self->now = now;
      reload (self);
      return;
    }

  self->now = now;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->tenants, i)) != NULL; i++)
    {
      QdTenant        *tenant = g_object_get_data (G_OBJECT (row), "tenant");
      g_autofree char *next = dup_next (self, tenant);
      g_autofree char *version = dup_version (self, tenant);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), next);
      gtk_label_set_label (g_object_get_data (G_OBJECT (row), "version"), version);
    }
}

/* @day: on which the versions are asked for; %QD_DAY_NONE: as it is now */
void
qd_releases_view_set_day (QdReleasesView *self,
                          int             day)
{
  g_return_if_fail (QD_IS_RELEASES_VIEW (self));

  self->day = day;
  update_day (self);
  fill_tenants (self);
}
