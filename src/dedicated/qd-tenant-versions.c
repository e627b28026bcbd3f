/* qd-tenant-versions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-tenant-versions"

#include "qd-tenant-versions.h"

#include <glib/gi18n.h>

#include "qd-day-parse.h"
#include "qd-day-words.h"
#include "qd-tenant-words.h"
#include "qd-text-rows.h"

/* How far ahead versions are shown at first, how much further each time, and at most, in days */
#define DAYS 190
#define MAX_DAYS 760

/**
 * QdTenantVersions:
 *
 * Which version a tenant has now, on any day, and on which days others come.
 */
struct _QdTenantVersions
{
  AdwBin        parent_instance;

  QdFactBook   *book;
  QdTenant     *tenant;
  gint64        now;
  int           days;

  AdwActionRow *now_row;
  GtkEditable  *day_entry;
  AdwActionRow *day_row;
  QdTextRows   *coming;
  GtkWidget    *unknown;
  GtkWidget    *more;
};

G_DEFINE_FINAL_TYPE (QdTenantVersions, qd_tenant_versions, ADW_TYPE_BIN)

/* What was seen is said beside what is worked out, where these are not the same. */
static void
show_now (QdTenantVersions *self)
{
  QdVersion        version;
  QdVersion        seen;
  g_autofree char *words = NULL;
  g_autofree char *day = qd_day_dup_full (self->tenant->version_day);
  g_autofree char *text = NULL;

  qd_tenant_get_version_at (self->book, self->tenant, self->now, &version);
  words = qd_version_format (version);

  if (*words == '\0')
    text = g_strdup (_ ("Not known"));
  else if (self->tenant->version == NULL || *day == '\0')
    text = g_strdup_printf (_ ("%s, by the release calendar"), words);
  else if (qd_version_read (self->tenant->version, &seen) && qd_version_compare (seen, version) == 0)
    text = g_strdup_printf (_ ("%1$s, seen on %2$s"), self->tenant->version, day);
  else
    text = g_strdup_printf (_ ("%1$s, by the release calendar; %2$s was seen on %3$s"), words, self->tenant->version, day);

  adw_action_row_set_subtitle (self->now_row, text);
}

static void
day_changed_cb (QdTenantVersions *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->day_entry)));
  g_autofree char *title = NULL;
  g_autofree char *version = NULL;
  int              day;
  gboolean         known;

  if (self->book == NULL || *text == '\0')
    {
      gtk_widget_set_visible (GTK_WIDGET (self->day_row), FALSE);
      return;
    }

  known = qd_day_parse_words (
      text, (int)(self->now / QD_SECONDS_PER_DAY), qd_day_get_locale_order (), &day);

  if (known)
    {
      title = qd_day_dup_full (day);
      version = qd_tenant_dup_version_on (self->book, self->tenant, day);
    }

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->day_row), known ? title : _ ("Not a Day"));
  adw_action_row_set_subtitle (self->day_row,
                               !known             ? _ ("It is written as “24 Nov”, “friday” or “+2w”")
                               : *version != '\0' ? version
                                                  : _ ("Not known"));
  gtk_widget_set_visible (GTK_WIDGET (self->day_row), TRUE);
}

/* Who hears the page is told what stands below the entry. */
static void
day_activated_cb (QdTenantVersions *self)
{
  g_autofree char *words = NULL;

  if (!gtk_widget_get_visible (GTK_WIDGET (self->day_row)))
    return;

  words = g_strdup_printf ("%s: %s",
                           adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->day_row)),
                           adw_action_row_get_subtitle (self->day_row));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
add_version (QdTenantVersions      *self,
             const QdTenantVersion *version)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *title = qd_version_format (version->event.version);
  g_autofree char *when = qd_instant_span_dup_words (&version->event.span, utc);
  g_autofree char *distance = qd_day_dup_relative (
      qd_instant_get_day (version->event.span.from, utc), qd_instant_get_day (self->now, utc));
  g_autofree char *lock = qd_tenant_event_dup_lock (&version->event);
  g_autofree char *planned = NULL;
  g_autofree char *text = NULL;

  if (lock != NULL && version->planned != 0)
    {
      g_autofree char *day = qd_day_dup_full (qd_instant_get_day (version->planned, utc));

      /* Translators: the first is a sentence, the second a day */
      planned = g_strdup_printf (_ ("%1$s from %2$s"), lock, day);
    }

  text = g_strjoin ("\n", when, distance, planned != NULL ? planned : lock, NULL);
  qd_text_rows_add (self->coming,
                    lock != NULL ? "changes-prevent-symbolic" : "software-update-available-symbolic",
                    title,
                    text);
}

static void
show_coming (QdTenantVersions *self)
{
  g_autoptr(GArray) versions = qd_tenant_list_versions (
      self->book, self->tenant, self->now, self->now + self->days * (gint64)QD_SECONDS_PER_DAY);

  qd_text_rows_begin (self->coming);

  for (guint i = 0; i < versions->len; i++)
    add_version (self, &g_array_index (versions, QdTenantVersion, i));

  qd_text_rows_end (self->coming);
  gtk_widget_set_visible (self->unknown, versions->len == 0);
  gtk_widget_set_visible (self->more, versions->len > 0 && self->days < MAX_DAYS);
}

static void
more_cb (QdTenantVersions *self)
{
  self->days = MIN (self->days + DAYS, MAX_DAYS);
  show_coming (self);
}

static void
qd_tenant_versions_dispose (GObject *object)
{
  QdTenantVersions *self = QD_TENANT_VERSIONS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_TENANT_VERSIONS);
  g_clear_object (&self->tenant);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (qd_tenant_versions_parent_class)->dispose (object);
}

static void
qd_tenant_versions_class_init (QdTenantVersionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_tenant_versions_dispose;

  g_type_ensure (QD_TYPE_TEXT_ROWS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-tenant-versions.ui");
  gtk_widget_class_bind_template_child (widget_class, QdTenantVersions, now_row);
  gtk_widget_class_bind_template_child (widget_class, QdTenantVersions, day_entry);
  gtk_widget_class_bind_template_child (widget_class, QdTenantVersions, day_row);
  gtk_widget_class_bind_template_child (widget_class, QdTenantVersions, coming);
  gtk_widget_class_bind_template_child (widget_class, QdTenantVersions, unknown);
  gtk_widget_class_bind_template_child (widget_class, QdTenantVersions, more);
  gtk_widget_class_bind_template_callback (widget_class, day_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
}

static void
qd_tenant_versions_init (QdTenantVersions *self)
{
  self->days = DAYS;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* To be called once; qd_tenant_versions_show() shows it. */
void
qd_tenant_versions_bind (QdTenantVersions *self,
                         QdFactBook       *book,
                         QdTenant         *tenant)
{
  g_return_if_fail (QD_IS_TENANT_VERSIONS (self));
  g_return_if_fail (self->book == NULL);

  self->book = g_object_ref (book);
  self->tenant = g_object_ref (tenant);
}

/* @now: an instant, in seconds since 1970 */
void
qd_tenant_versions_show (QdTenantVersions *self,
                         gint64            now)
{
  g_return_if_fail (QD_IS_TENANT_VERSIONS (self));

  self->now = now;
  show_now (self);
  show_coming (self);
  day_changed_cb (self);
}

/* To where a day is asked about */
void
qd_tenant_versions_focus (QdTenantVersions *self)
{
  g_return_if_fail (QD_IS_TENANT_VERSIONS (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->day_entry));
}
