/* qd-timeline-tenants.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-timeline-tenants"

#include "qd-timeline-tenants.h"

#include <glib/gi18n.h>

#include "qd-maintenance.h"
#include "qd-tenant-calendar.h"
#include "qd-timeline-private.h"

/* What is further away than that from today, nobody plans windows for: in days. */
#define MOST_DAYS (3 * 366)

static void
marker_clear (gpointer data)
{
  QdTimelineMarker *marker = data;

  g_free (marker->label);
  g_free (marker->words);
}

/* Returns: the one that all plans are of, or 0 */
gint64
qd_timeline_model_get_account (QdTimelineModel *self)
{
  gint64 account = 0;

  g_return_val_if_fail (QD_IS_TIMELINE_MODEL (self), 0);

  for (guint i = 0; i < self->settings.sources->len; i++)
    {
      QdPlan *plan =
          qd_plan_schedule_get_plan (g_array_index (self->settings.sources, QdTimelineSource, i).schedule);

      if (i > 0 && plan->account != account)
        return 0;

      account = plan->account;
    }

  return account;
}

static int
compare_bands (gconstpointer a,
               gconstpointer b)
{
  const QdCalendarBand *first = a, *second = b;

  return (first->span.from > second->span.from) - (first->span.from < second->span.from);
}

static int
compare_markers (gconstpointer a,
                 gconstpointer b)
{
  const QdTimelineMarker *first = a, *second = b;

  return (first->minute > second->minute) - (first->minute < second->minute);
}

static QdMinute
get_minute (gint64     instant,
            GTimeZone *clock)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  QdMinute minute = (QdMinute)(instant / QD_SECONDS_PER_MINUTE);

  return clock != NULL ? qd_minute_convert (minute, utc, clock) : minute;
}

/* The names are the facts' own, which may go before the bands do. */
static void
add_bands (QdTimelineModel *self,
           QdTenant        *tenant,
           GTimeZone       *clock,
           int              first,
           int              last)
{
  g_autoptr(GArray) bands = qd_tenant_list_bands (self->book, tenant, clock, first, last);

  for (guint i = 0; i < bands->len; i++)
    {
      QdCalendarBand band = g_array_index (bands, QdCalendarBand, i);

      band.name = g_string_chunk_insert_const (self->band_names, band.name);
      g_array_append_val (self->bands, band);
    }
}

static gboolean
has_marker (QdTimelineModel *self,
            QdMinute         minute,
            const char      *label)
{
  for (guint i = 0; i < self->markers->len; i++)
    {
      const QdTimelineMarker *marker = &g_array_index (self->markers, QdTimelineMarker, i);

      if (marker->minute == minute && g_str_equal (marker->label, label))
        return TRUE;
    }

  return FALSE;
}

/* Two tenants of one window are brought the same at once. */
static void
add_marker (QdTimelineModel *self,
            QdMinute         minute,
            gboolean         released,
            QdVersion        version,
            char            *words)
{
  g_autofree char *text = qd_version_format (version);
  /* Translators: the version that a tenant is brought to, beside a mark on the timeline */
  char            *label = released ? g_strdup (text) : g_strdup_printf (_ ("→ %s"), text);
  QdTimelineMarker marker = { minute, released, label, words };

  if (has_marker (self, minute, label))
    marker_clear (&marker);
  else
    g_array_append_val (self->markers, marker);
}

static void
add_upgrades (QdTimelineModel *self,
              QdTenant        *tenant,
              GTimeZone       *clock,
              int              first,
              int              last)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GArray) events = qd_tenant_list_events (
      self->book, tenant, (gint64)first * QD_SECONDS_PER_DAY, (gint64)(last + 1) * QD_SECONDS_PER_DAY);

  for (guint i = 0; i < events->len; i++)
    {
      const QdTenantEvent *event = &g_array_index (events, QdTenantEvent, i);
      g_autofree char     *what = NULL;
      g_autofree char     *span = NULL;

      if (event->version.major == 0)
        continue;

      what = qd_tenant_event_dup_words (event);
      span = qd_instant_span_dup_words (&event->span, utc);
      add_marker (self,
                  get_minute (event->span.from, clock),
                  FALSE,
                  event->version,
                  /* Translators: what comes, and when */
                  g_strdup_printf (_ ("%1$s: %2$s"), what, span));
    }
}

static void
add_releases (QdTimelineModel *self,
              int              first,
              int              last)
{
  g_autoptr(GArray) releases = qd_releases_list (self->book, first, last);

  for (guint i = 0; i < releases->len; i++)
    {
      const QdRelease *release = &g_array_index (releases, QdRelease, i);
      g_autofree char *version = qd_version_format (release->version);

      add_marker (self,
                  qd_minute_from_day (release->day),
                  TRUE,
                  release->version,
                  g_strdup_printf (_ ("GitLab %s is released"), version));
    }
}

static void
add_tenants (QdTimelineModel *self,
             QdPlanCalendars *calendars)
{
  g_autoptr(GPtrArray) tenants = qd_account_list_tenants (self->settings.portfolio, qd_timeline_model_get_account (self));
  int first = MAX (qd_plan_calendars_get_first_day (calendars), self->settings.today - MOST_DAYS);
  int last = MIN (qd_plan_calendars_get_last_day (calendars), self->settings.today + MOST_DAYS);

  if (tenants->len == 0 || last < first)
    return;

  if (self->book == NULL)
    {
      self->book = qd_fact_book_get (self->settings.portfolio);
      g_signal_connect_object (
          self->book, "changed", G_CALLBACK (qd_timeline_model_forget_bands), self, G_CONNECT_SWAPPED);
    }

  for (guint i = 0; i < tenants->len; i++)
    {
      QdTenant  *tenant = g_ptr_array_index (tenants, i);
      GTimeZone *clock = qd_plan_calendars_get_clock (calendars);

      add_bands (self, tenant, clock, first, last);
      add_upgrades (self, tenant, clock, first, last);
    }

  add_releases (self, first, last);
}

static void
ensure_bands (QdTimelineModel *self)
{
  QdPlanCalendars      *calendars;
  const QdCalendarBand *bands;
  guint                 n_bands;

  if (self->bands != NULL)
    return;

  self->bands = g_array_new (FALSE, FALSE, sizeof (QdCalendarBand));
  self->markers = g_array_new (FALSE, FALSE, sizeof (QdTimelineMarker));
  g_array_set_clear_func (self->markers, marker_clear);
  self->band_names = g_string_chunk_new (256);

  if (self->settings.sources->len == 0)
    return;

  calendars = qd_plan_schedule_get_calendars (g_array_index (self->settings.sources, QdTimelineSource, 0).schedule);
  bands = qd_plan_calendars_get_bands (calendars, &n_bands);
  g_array_append_vals (self->bands, bands, n_bands);

  if (!self->no_tenants && qd_timeline_model_get_account (self) != 0)
    add_tenants (self, calendars);

  g_array_sort (self->bands, compare_bands);
  g_array_sort (self->markers, compare_markers);
}

/* @shown: whether the maintenance of tenants is, as it is unless this says otherwise */
void
qd_timeline_model_set_tenants (QdTimelineModel *self,
                               gboolean         shown)
{
  g_return_if_fail (QD_IS_TIMELINE_MODEL (self));

  self->no_tenants = !shown;
  qd_timeline_model_forget_bands (self);
}

/**
 * qd_timeline_model_get_bands:
 *
 * Returns: (transfer none) (array length=n_bands): of the calendars of the first plan, and the maintenance of
 *   the tenants, by when they begin
 */
const QdCalendarBand *
qd_timeline_model_get_bands (QdTimelineModel *self,
                             guint           *n_bands)
{
  g_return_val_if_fail (QD_IS_TIMELINE_MODEL (self), NULL);

  ensure_bands (self);
  *n_bands = self->bands->len;

  return (const QdCalendarBand *)self->bands->data;
}

/* Returns: (transfer none) (array length=n_markers): in order */
const QdTimelineMarker *
qd_timeline_model_get_markers (QdTimelineModel *self,
                               guint           *n_markers)
{
  g_return_val_if_fail (QD_IS_TIMELINE_MODEL (self), NULL);

  ensure_bands (self);
  *n_markers = self->markers->len;

  return (const QdTimelineMarker *)self->markers->data;
}

/* They are worked out when they are asked for again. */
void
qd_timeline_model_drop_bands (QdTimelineModel *self)
{
  g_clear_pointer (&self->bands, g_array_unref);
  g_clear_pointer (&self->markers, g_array_unref);
  g_clear_pointer (&self->band_names, g_string_chunk_free);
}

void
qd_timeline_model_forget_bands (QdTimelineModel *self)
{
  qd_timeline_model_drop_bands (self);
  g_signal_emit_by_name (self, "refreshed");
}

static void
tenants_changed_cb (QdTimelineModel *self)
{
  qd_timeline_model_forget_bands (self);
}

void
qd_timeline_model_follow_tenants (QdTimelineModel *self)
{
  const GType types[] = { QD_TYPE_TENANT, QD_TYPE_MAINTENANCE };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    g_signal_connect_object (qd_portfolio_get_index (self->settings.portfolio, types[i]),
                             "changed",
                             G_CALLBACK (tenants_changed_cb),
                             self,
                             G_CONNECT_SWAPPED);
}
