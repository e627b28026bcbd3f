/* qd-notifier.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-notifier"

#include "qd-notifier.h"

#include "qd-minute-clock.h"
#include "qd-notice.h"

/**
 * QdNotifier:
 *
 * Notifies of what is due, of each thing once, where the person wants that; and takes back what no
 * longer holds, as what was done meanwhile.
 */
struct _QdNotifier
{
  GObject        parent_instance;

  GApplication  *app; /* unowned: it owns this */
  GSettings     *settings;
  QdFactBook    *book;
  QdMinuteClock *clock;
  gboolean       running;
  guint          source; /* of the update that is to come */
};

G_DEFINE_FINAL_TYPE (QdNotifier, qd_notifier, G_TYPE_OBJECT)

static void
send (QdNotifier     *self,
      const QdNotice *notice)
{
  g_autoptr(GNotification) notification = g_notification_new (notice->title);

  g_notification_set_body (notification, notice->body);
  g_notification_set_default_action_and_target (notification, "app.open-link", "s", notice->uri);

  if (notice->urgent)
    g_notification_set_priority (notification, G_NOTIFICATION_PRIORITY_HIGH);

  g_application_send_notification (self->app, notice->id, notification);
}

/* @notices: (element-type QdNotice): what holds now */
static void
take (QdNotifier *self,
      GPtrArray  *notices)
{
  g_auto(GStrv) sent = g_settings_get_strv (self->settings, "notices-sent");
  g_autoptr(GPtrArray) hold = g_ptr_array_new ();

  for (guint i = 0; i < notices->len; i++)
    {
      const QdNotice *notice = g_ptr_array_index (notices, i);

      if (!g_strv_contains ((const char *const *)sent, notice->id))
        send (self, notice);

      g_ptr_array_add (hold, notice->id);
    }

  g_ptr_array_add (hold, NULL);

  for (char **id = sent; *id != NULL; id++)
    {
      if (!g_strv_contains ((const char *const *)hold->pdata, *id))
        g_application_withdraw_notification (self->app, *id);
    }

  if (!g_strv_equal ((const char *const *)sent, (const char *const *)hold->pdata))
    g_settings_set_strv (self->settings, "notices-sent", (const char *const *)hold->pdata);
}

static void
update (QdNotifier *self)
{
  gboolean wanted = g_settings_get_boolean (self->settings, "notifications");
  g_autoptr(GPtrArray) notices = NULL;

  if (wanted)
    notices = qd_notices_list (self->book,
                               qd_minute_clock_get_now (self->clock),
                               qd_minute_clock_get_today (self->clock),
                               g_settings_get_boolean (self->settings, "show-codenames"));
  else
    notices = g_ptr_array_new ();

  take (self, notices);
}

/* A GSourceFunc: once for all that changed at once */
static gboolean
update_cb (gpointer user_data)
{
  QdNotifier *self = user_data;

  self->source = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (QdNotifier *self)
{
  if (self->running && self->source == 0)
    self->source = g_idle_add (update_cb, self);
}

/* While nobody wants it, nothing wakes. */
static void
notifications_changed_cb (QdNotifier *self)
{
  gboolean wanted = g_settings_get_boolean (self->settings, "notifications");

  if (wanted == self->running)
    return;

  self->running = wanted;

  if (wanted)
    {
      qd_minute_clock_start (self->clock);
    }
  else
    {
      qd_minute_clock_stop (self->clock);
      update (self);
    }
}

static void
qd_notifier_dispose (GObject *object)
{
  QdNotifier *self = QD_NOTIFIER (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->clock);
  g_clear_object (&self->settings);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (qd_notifier_parent_class)->dispose (object);
}

static void
qd_notifier_class_init (QdNotifierClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_notifier_dispose;
}

static void
qd_notifier_init (QdNotifier *self)
{
  self->clock = qd_minute_clock_new ();
}

/* @portfolio: that is loaded */
QdNotifier *
qd_notifier_new (GApplication *app,
                 GSettings    *settings,
                 QdPortfolio  *portfolio)
{
  QdNotifier *self = g_object_new (QD_TYPE_NOTIFIER, NULL);

  self->app = app;
  self->settings = g_object_ref (settings);
  self->book = qd_fact_book_get (portfolio);
  g_signal_connect_object (self->clock, "ticked", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      qd_portfolio_get_store (portfolio), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (settings, "changed::show-codenames", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      settings, "changed::notifications", G_CALLBACK (notifications_changed_cb), self, G_CONNECT_SWAPPED);
  notifications_changed_cb (self);

  return self;
}
