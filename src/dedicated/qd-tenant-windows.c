/* qd-tenant-windows.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-tenant-windows"

#include "qd-tenant-windows.h"

#include <glib/gi18n.h>

#include "qd-account.h"
#include "qd-tenant-words.h"
#include "qd-text-rows.h"

/* How many windows are shown at first, and how many more each time */
#define N_WINDOWS 6

/* There is nothing to be shown beyond a year. */
#define MAX_WINDOWS 54

/**
 * QdTenantWindows:
 *
 * When a tenant is maintained next and afterwards, on three clocks: UTC, the customer's and this one.
 */
struct _QdTenantWindows
{
  AdwBin               parent_instance;

  QdFactBook          *book;
  QdTenant            *tenant;
  gint64               now;
  guint                n_windows;

  AdwActionRow        *none_row;
  AdwActionRow        *countdown_row;
  AdwActionRow        *utc_row;
  AdwActionRow        *theirs_row;
  AdwActionRow        *mine_row;
  AdwActionRow        *what_row;
  AdwActionRow        *version_row;
  AdwActionRow        *cutoff_row;
  AdwActionRow        *lock_row;
  AdwPreferencesGroup *following_group;
  QdTextRows          *following;
  GtkWidget           *more;
};

G_DEFINE_FINAL_TYPE (QdTenantWindows, qd_tenant_windows, ADW_TYPE_BIN)

/* Returns: (transfer full) (nullable): the clocks of the customer, where they are known */
static GTimeZone *
create_theirs (QdTenantWindows *self)
{
  QdAccount *account =
      qd_portfolio_lookup (qd_fact_book_get_portfolio (self->book), QD_TYPE_ACCOUNT, self->tenant->account);

  return account != NULL && account->time_zone != NULL ? g_time_zone_new_identifier (account->time_zone) : NULL;
}

static void
show_text (AdwActionRow *row,
           const char   *text)
{
  adw_action_row_set_subtitle (row, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (row), text != NULL && *text != '\0');
}

static void
show_span (AdwActionRow        *row,
           const char          *whose,
           GTimeZone           *zone,
           const QdInstantSpan *span)
{
  g_autofree char *title = zone != NULL ? g_strdup_printf ("%s · %s", whose, g_time_zone_get_identifier (zone)) : NULL;
  g_autofree char *words = zone != NULL ? qd_instant_span_dup_words (span, zone) : NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title != NULL ? title : "");
  show_text (row, words);
}

static void
show_clocks (QdTenantWindows     *self,
             const QdInstantSpan *span)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GTimeZone) theirs = create_theirs (self);
  g_autoptr(GTimeZone) mine = g_time_zone_new_local ();
  g_autofree char *words = qd_instant_span_dup_words (span, utc);

  show_text (self->utc_row, words);
  show_span (self->theirs_row, _ ("Customer"), theirs, span);
  show_span (self->mine_row, _ ("Me"), mine, span);
}

static void
show_countdown (QdTenantWindows     *self,
                const QdInstantSpan *span)
{
  gboolean         running = span->from <= self->now;
  g_autofree char *words = qd_dup_countdown (self->now, running ? span->until : span->from);
  g_autofree char *text = running ? g_strdup_printf (_ ("Now, over %s"), words) : g_strdup (words);

  show_text (self->countdown_row, text);
}

static void
show_cutoff (QdTenantWindows *self,
             gint64           cutoff)
{
  g_autofree char *words = qd_cutoff_dup_words (cutoff, self->now);
  g_autofree char *countdown = cutoff > self->now ? qd_dup_countdown (self->now, cutoff) : NULL;
  g_autofree char *text = countdown != NULL ? g_strdup_printf ("%s, %s", words, countdown) : g_strdup (words);

  show_text (self->cutoff_row, text);
}

static void
show_lock (QdTenantWindows    *self,
           const QdTenantNext *next)
{
  g_autofree char *words = qd_tenant_event_dup_lock (&next->event);

  /* Translators: %s is a change lock, such as “Year End 2026” */
  if (words == NULL && next->skipped != NULL)
    words = g_strdup_printf (_ ("The first window after the change lock “%s”"), next->skipped->fact.name);

  show_text (self->lock_row, words);
}

static void
show_next (QdTenantWindows *self)
{
  AdwActionRow *const rows[] = { self->countdown_row, self->utc_row, self->theirs_row, self->mine_row, self->what_row,
                                 self->version_row, self->cutoff_row, self->lock_row };
  QdTenantNext        next;
  gboolean            known = qd_tenant_get_next (self->book, self->tenant, self->now, &next);
  g_autofree char    *what = NULL;
  g_autofree char    *change = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->none_row), !known);

  if (!known)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
        show_text (rows[i], NULL);

      return;
    }

  what = qd_tenant_event_dup_words (&next.event);
  change = qd_tenant_next_dup_change (&next);
  show_clocks (self, &next.event.span);
  show_countdown (self, &next.event.span);
  show_text (self->what_row, what);
  show_text (self->version_row, change);
  show_cutoff (self, next.event.cutoff);
  show_lock (self, &next);
}

static const char *
get_icon (const QdTenantEvent *event)
{
  switch (event->kind)
    {
    case QD_TENANT_EVENT_ROLLOUT:
      return "software-update-available-symbolic";

    case QD_TENANT_EVENT_PATCH:
      return "view-refresh-symbolic";

    case QD_TENANT_EVENT_LOCKED:
    case QD_TENANT_EVENT_LOCK:
      return "changes-prevent-symbolic";

    case QD_TENANT_EVENT_MAINTENANCE:
      return "dialog-warning-symbolic";

    case QD_TENANT_EVENT_WINDOW:
    default:
      return "x-office-calendar-symbolic";
    }
}

static void
add_line (GString    *text,
          const char *line)
{
  if (line == NULL || *line == '\0')
    return;

  if (text->len > 0)
    g_string_append_c (text, '\n');

  g_string_append (text, line);
}

/* @utc: what is said already, and not once more where @zone has the same clocks */
static void
add_clock (GString             *text,
           const char          *whose,
           GTimeZone           *zone,
           const char          *utc,
           const QdInstantSpan *span)
{
  g_autofree char *words = zone != NULL ? qd_instant_span_dup_words (span, zone) : NULL;
  g_autofree char *line = words != NULL ? g_strdup_printf ("%s · %s", words, whose) : NULL;

  if (g_strcmp0 (words, utc) != 0)
    add_line (text, line);
}

static void
add_following (QdTenantWindows     *self,
               const QdTenantEvent *event)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GTimeZone) theirs = create_theirs (self);
  g_autoptr(GTimeZone) mine = g_time_zone_new_local ();
  g_autofree char *title = qd_instant_span_dup_words (&event->span, utc);
  g_autofree char *what = qd_tenant_event_dup_words (event);
  g_autofree char *lock = event->kind != QD_TENANT_EVENT_LOCKED ? qd_tenant_event_dup_lock (event) : NULL;
  g_autofree char *cutoff = event->kind != QD_TENANT_EVENT_LOCKED ? qd_cutoff_dup_words (event->cutoff, self->now) : NULL;
  g_autoptr(GString) text = g_string_new (NULL);

  add_line (text, what);
  add_line (text, lock);
  add_clock (text, _ ("customer"), theirs, title, &event->span);
  add_clock (text, _ ("me"), mine, title, &event->span);
  add_line (text, cutoff);
  qd_text_rows_add (self->following, get_icon (event), title, text->str);
}

static void
show_following (QdTenantWindows *self)
{
  g_autoptr(GArray) windows = qd_tenant_list_windows (self->book, self->tenant, self->now, self->n_windows + 1);
  QdTenantNext next;
  gboolean     known = qd_tenant_get_next (self->book, self->tenant, self->now, &next);

  qd_text_rows_begin (self->following);

  /* What a lock keeps from being the next one is told of, too. */
  for (guint i = 0; i < windows->len; i++)
    {
      const QdTenantEvent *event = &g_array_index (windows, QdTenantEvent, i);

      if (!known || event->span.from != next.event.span.from || event->kind != next.event.kind)
        add_following (self, event);
    }

  qd_text_rows_end (self->following);
  gtk_widget_set_visible (GTK_WIDGET (self->following_group), qd_text_rows_get_n_rows (self->following) > 0);
  gtk_widget_set_visible (self->more, self->n_windows < MAX_WINDOWS && windows->len > self->n_windows);
}

static void
more_cb (QdTenantWindows *self)
{
  self->n_windows = MIN (self->n_windows + N_WINDOWS, MAX_WINDOWS);
  show_following (self);
}

/* It is among the facts. */
static void
choose_cb (QdTenantWindows *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "tenant.show", "i", 2);
}

static void
qd_tenant_windows_dispose (GObject *object)
{
  QdTenantWindows *self = QD_TENANT_WINDOWS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_TENANT_WINDOWS);
  g_clear_object (&self->tenant);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (qd_tenant_windows_parent_class)->dispose (object);
}

static void
qd_tenant_windows_class_init (QdTenantWindowsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_tenant_windows_dispose;

  g_type_ensure (QD_TYPE_TEXT_ROWS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-tenant-windows.ui");
  gtk_widget_class_bind_template_child (widget_class, QdTenantWindows, none_row);
  gtk_widget_class_bind_template_child (widget_class, QdTenantWindows, utc_row);
  gtk_widget_class_bind_template_child (widget_class, QdTenantWindows, countdown_row);
  gtk_widget_class_bind_template_child (widget_class, QdTenantWindows, theirs_row);
  gtk_widget_class_bind_template_child (widget_class, QdTenantWindows, mine_row);
  gtk_widget_class_bind_template_child (widget_class, QdTenantWindows, what_row);
  gtk_widget_class_bind_template_child (widget_class, QdTenantWindows, version_row);
  gtk_widget_class_bind_template_child (widget_class, QdTenantWindows, cutoff_row);
  gtk_widget_class_bind_template_child (widget_class, QdTenantWindows, lock_row);
  gtk_widget_class_bind_template_child (widget_class, QdTenantWindows, following_group);
  gtk_widget_class_bind_template_child (widget_class, QdTenantWindows, following);
  gtk_widget_class_bind_template_child (widget_class, QdTenantWindows, more);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
}

static void
qd_tenant_windows_init (QdTenantWindows *self)
{
  self->n_windows = N_WINDOWS;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* To be called once; qd_tenant_windows_show() shows it. */
void
qd_tenant_windows_bind (QdTenantWindows *self,
                        QdFactBook      *book,
                        QdTenant        *tenant)
{
  g_return_if_fail (QD_IS_TENANT_WINDOWS (self));
  g_return_if_fail (self->book == NULL);

  self->book = g_object_ref (book);
  self->tenant = g_object_ref (tenant);
}

/* @now: an instant, in seconds since 1970 */
void
qd_tenant_windows_show (QdTenantWindows *self,
                        gint64           now)
{
  g_return_if_fail (QD_IS_TENANT_WINDOWS (self));

  self->now = now;
  show_next (self);
  show_following (self);
}
