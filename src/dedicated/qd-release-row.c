/* qd-release-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-release-row"

#include "qd-release-row.h"

#include <glib/gi18n.h>

#include "qd-day-words.h"
#include "qd-expander-name.h"
#include "qd-week-plan.h"

/**
 * QdReleaseRow:
 *
 * A monthly release of GitLab: its days, and below it, once it is opened, which window brings what to the
 * tenants, and when.
 */
struct _QdReleaseRow
{
  AdwExpanderRow parent_instance;

  QdFactBook    *book; /* (nullable): until it was opened */
  QdRelease      release;
  gint64         now;
  GTimeZone     *mine;
  gboolean       show_codenames;
};

G_DEFINE_FINAL_TYPE (QdReleaseRow, qd_release_row, ADW_TYPE_EXPANDER_ROW)

/* “Thu, 19 Nov 2026 · patches on 11 Nov 2026 and 25 Nov 2026 · tenants get 19.5” */
static char *
dup_subtitle (const QdRelease *release)
{
  g_autofree char *day = qd_day_dup_full (release->day);
  g_autofree char *tenant = qd_version_format (release->tenant);
  g_autoptr(GString) text = g_string_new (day);

  if (release->tenant.major > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, _ ("tenants get %s"), tenant);
    }

  for (guint i = 0; i < release->n_patch_days; i++)
    {
      g_autofree char *patch = qd_day_dup_display (release->patch_days[i]);

      if (i == 0)
        {
          g_string_append_c (text, '\n');
          /* Translators: after it follow days, with commas */
          g_string_append (text, _ ("Patch releases on "));
        }
      else
        g_string_append (text, ", ");

      g_string_append (text, patch);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* Returns: (transfer full): whose tenants are in that window: “Razorbill, Feldspar”; empty for none */
static char *
dup_customers (QdReleaseRow       *self,
               const QdWindowFact *window,
               QdFactScope         scope)
{
  QdPortfolio *portfolio = qd_fact_book_get_portfolio (self->book);
  g_autoptr(GPtrArray) tenants = qd_tenants_list_shown (portfolio, self->show_codenames);
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < tenants->len; i++)
    {
      QdTenant        *tenant = g_ptr_array_index (tenants, i);
      g_autofree char *title = NULL;

      if (qd_tenant_find_window (self->book, tenant) != window ||
          (scope != QD_FACT_SCOPE_ALL && qd_tenant_get_scope (tenant) != scope))
        continue;

      title = qd_tenant_dup_title (portfolio, tenant, self->show_codenames);
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", title);
    }

  return g_string_free_and_steal (g_steal_pointer (&names));
}

static void
append_rollout (QdReleaseRow    *self,
                const QdRollout *rollout,
                QdFactScope      scope)
{
  GtkWidget *row = adw_action_row_new ();
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *in_utc = qd_instant_span_dup_words (&rollout->span, utc);
  g_autofree char *in_mine = qd_instant_span_dup_words (&rollout->span, self->mine);
  g_autofree char *customers = dup_customers (self, rollout->window, scope);
  g_autoptr(GString) text = g_string_new (in_utc);
  g_autofree char *title = scope == QD_FACT_SCOPE_ALL
                               ? g_strdup (rollout->window->short_name)
                               : g_strdup_printf ("%s · %s", rollout->window->short_name, _ (qd_fact_scopes[scope].label));

  if (!g_str_equal (in_utc, in_mine))
    g_string_append_printf (text, "\n%s", in_mine);

  if (rollout->lock != NULL)
    {
      g_autofree char *planned = qd_day_dup_display (qd_instant_get_day (rollout->planned.from, utc));

      g_string_append_c (text, '\n');
      /* Translators: the name of a change lock, and the day it would have been otherwise */
      g_string_append_printf (text, _ ("Moved by %1$s, from %2$s"), rollout->lock->fact.name, planned);
    }

  if (*customers != '\0')
    g_string_append_printf (text, "\n%s", customers);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text->str);

  if (rollout->span.until <= self->now)
    {
      GtkWidget *done = gtk_image_new_from_icon_name ("quarterdeck-done-symbolic");

      gtk_accessible_update_property (GTK_ACCESSIBLE (done), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Over"), -1);
      gtk_widget_set_tooltip_text (done, _ ("Over"));
      gtk_widget_add_css_class (done, "dimmed");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), done);
    }
  else if (rollout->lock != NULL)
    {
      GtkWidget *moved = gtk_image_new_from_icon_name ("changes-prevent-symbolic");

      gtk_accessible_update_property (GTK_ACCESSIBLE (moved), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Moved"), -1);
      gtk_widget_set_tooltip_text (moved, _ ("Moved by a change lock"));
      gtk_widget_add_css_class (moved, "warning");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), moved);
    }

  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

/* Government has locks of its own: where they make a difference it has a line of its own. */
static void
append_window (QdReleaseRow       *self,
               const QdWindowFact *window)
{
  QdRollout commercial, government;
  gboolean  has_commercial =
      qd_rollout_find (self->book, &self->release, window, QD_FACT_SCOPE_COMMERCIAL, &commercial);
  gboolean has_government =
      qd_rollout_find (self->book, &self->release, window, QD_FACT_SCOPE_GOVERNMENT, &government);

  if (has_commercial && has_government && commercial.span.from == government.span.from)
    {
      append_rollout (self, &commercial, QD_FACT_SCOPE_ALL);
      return;
    }

  if (has_commercial)
    append_rollout (self, &commercial, QD_FACT_SCOPE_COMMERCIAL);

  if (has_government)
    append_rollout (self, &government, QD_FACT_SCOPE_GOVERNMENT);
}

/* Most are never opened. */
static void
expanded_cb (QdReleaseRow *self)
{
  GPtrArray *windows;

  if (self->book == NULL || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;

  windows = qd_fact_book_peek (self->book, QD_FACT_TOPIC_WINDOW);

  for (guint i = 0; i < windows->len; i++)
    append_window (self, g_ptr_array_index (windows, i));

  g_clear_object (&self->book);
}

static void
qd_release_row_dispose (GObject *object)
{
  QdReleaseRow *self = QD_RELEASE_ROW (object);

  g_clear_pointer (&self->mine, g_time_zone_unref);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (qd_release_row_parent_class)->dispose (object);
}

static void
qd_release_row_class_init (QdReleaseRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_release_row_dispose;
}

static void
qd_release_row_init (QdReleaseRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
  qd_expander_name (ADW_EXPANDER_ROW (self));
}

static void
add_tag (QdReleaseRow *self,
         const char   *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "objective-tag");
  gtk_widget_add_css_class (label, "caption");
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (self), label);
}

static gboolean
is_moved (QdReleaseRow *self)
{
  GPtrArray *windows = qd_fact_book_peek (self->book, QD_FACT_TOPIC_WINDOW);

  for (guint i = 0; i < windows->len; i++)
    {
      const QdWindowFact *window = g_ptr_array_index (windows, i);
      QdRollout           rollout;

      for (QdFactScope scope = QD_FACT_SCOPE_COMMERCIAL; scope <= QD_FACT_SCOPE_GOVERNMENT; scope++)
        {
          if (qd_rollout_find (self->book, &self->release, window, scope, &rollout) && rollout.lock != NULL)
            return TRUE;
        }
    }

  return FALSE;
}

/**
 * qd_release_row_new:
 * @now: an instant
 * @mine: of whoever looks
 */
GtkWidget *
qd_release_row_new (QdFactBook      *book,
                    const QdRelease *release,
                    gint64           now,
                    GTimeZone       *mine,
                    gboolean         show_codenames)
{
  QdReleaseRow    *self = g_object_new (QD_TYPE_RELEASE_ROW, NULL);
  g_autofree char *title = qd_version_format (release->version);
  g_autofree char *subtitle = dup_subtitle (release);

  self->book = g_object_ref (book);
  self->release = *release;
  self->now = now;
  self->mine = g_time_zone_ref (mine);
  self->show_codenames = show_codenames;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);

  if (qd_release_is_major (release))
    add_tag (self, C_ ("release", "Major"));

  if (is_moved (self))
    add_tag (self, C_ ("release", "Moved by a Lock"));

  return GTK_WIDGET (self);
}
