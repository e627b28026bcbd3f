/* qd-dedicated-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-dedicated-page"

#include "qd-dedicated-page.h"

#include <glib/gi18n.h>

#include "qd-account.h"
#include "qd-fact-commands.h"
#include "qd-facts-view.h"
#include "qd-hours-view.h"
#include "qd-maintenance.h"
#include "qd-releases-view.h"
#include "qd-tenant.h"
#include "qd-view-keys.h"
#include "qd-week-view.h"

/* In seconds: whoever is there or not is so by the minute. */
#define TICK 60

/**
 * QdDedicatedPage:
 *
 * Maintenance, releases and the hours of people, for all tenants; what Dedicated has and has not; and the
 * facts that all of it goes by.
 */
struct _QdDedicatedPage
{
  AdwNavigationPage parent_instance;

  QdPortfolio      *portfolio;
  QdFactBook       *book;  /* (nullable): from when it is first looked at */
  gint64            fixed; /* an instant that it goes by in the place of now, or 0 */
  GTimeZone        *mine;
  guint             tick;
  guint             reload;
  gboolean          narrow;

  AdwViewStack     *views;
  GtkWidget        *week;
  GtkWidget        *releases;
  GtkWidget        *people;
  GtkWidget        *features;
  GtkWidget        *facts;
};

G_DEFINE_FINAL_TYPE (QdDedicatedPage, qd_dedicated_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  PROP_NARROW = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const struct
{
  const char *name;
  const char *title;
  const char *icon;
} looks[] = {
  { "week", N_ ("Week"), "x-office-calendar-symbolic" },
  { "releases", N_ ("Releases"), "software-update-available-symbolic" },
  { "people", N_ ("People"), "system-users-symbolic" },
  { "features", N_ ("Features"), "view-list-bullet-symbolic" },
  { "facts", N_ ("Facts"), "accessories-dictionary-symbolic" },
};

static gint64
get_now (QdDedicatedPage *self)
{
  return self->fixed != 0 ? self->fixed : g_get_real_time () / G_USEC_PER_SEC;
}

/* Only what is looked at; the others are when they are gone to. */
static void
update (QdDedicatedPage *self)
{
  GtkWidget *view = adw_view_stack_get_visible_child (self->views);

  if (self->book == NULL)
    return;

  if (view == self->week)
    qd_week_view_set_clock (QD_WEEK_VIEW (view), get_now (self), self->mine);
  else if (view == self->releases)
    qd_releases_view_set_clock (QD_RELEASES_VIEW (view), get_now (self), self->mine);
  else if (view == self->people)
    qd_hours_view_set_clock (QD_HOURS_VIEW (view), get_now (self), self->mine);
}

static void
reload_cb (gpointer user_data)
{
  QdDedicatedPage *self = user_data;

  self->reload = 0;

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

/* One edit may change many records. */
static void
changed_cb (QdDedicatedPage *self)
{
  if (self->reload == 0)
    self->reload = g_idle_add_once (reload_cb, self);
}

/* What was of the book before is gone, so this does not wait. */
static void
book_changed_cb (QdDedicatedPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

static gboolean
tick_cb (gpointer user_data)
{
  QdDedicatedPage *self = user_data;
  GtkWidget       *view = adw_view_stack_get_visible_child (self->views);

  if (view == self->week)
    qd_week_view_tick (QD_WEEK_VIEW (view), get_now (self));
  else if (view == self->releases)
    qd_releases_view_tick (QD_RELEASES_VIEW (view), get_now (self));
  else
    update (self);

  return G_SOURCE_CONTINUE;
}

static void
follow (QdDedicatedPage *self)
{
  const GType types[] = { QD_TYPE_ACCOUNT, QD_TYPE_TENANT, QD_TYPE_MAINTENANCE };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    g_signal_connect_object (qd_portfolio_get_list (self->portfolio, types[i]),
                             "items-changed",
                             G_CALLBACK (changed_cb),
                             self,
                             G_CONNECT_SWAPPED);

  g_signal_connect_object (qd_portfolio_get_store (self->portfolio),
                           "changed",
                           G_CALLBACK (changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->book, "changed", G_CALLBACK (book_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
fill (QdDedicatedPage *self)
{
  GtkWidget **views[] = { &self->week, &self->releases, &self->people, &self->features, &self->facts };

  if (self->book != NULL)
    return;

  self->book = qd_fact_book_get (self->portfolio);
  self->week = qd_week_view_new (self->book);
  self->releases = qd_releases_view_new (self->book);
  self->people = qd_hours_view_new (self->book);
  self->features = qd_facts_view_new (self->book, TRUE);
  self->facts = qd_facts_view_new (self->book, FALSE);
  g_object_bind_property (self, "narrow", self->week, "narrow", G_BINDING_SYNC_CREATE);
  qd_fact_commands_install (GTK_WIDGET (self), self->book);

  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    adw_view_stack_add_titled_with_icon (self->views, *views[i], looks[i].name, _ (looks[i].title), looks[i].icon);

  follow (self);
}

static QdFactsView *
get_facts_view (QdDedicatedPage *self)
{
  GtkWidget *view = adw_view_stack_get_visible_child (self->views);

  return view != NULL && QD_IS_FACTS_VIEW (view) ? QD_FACTS_VIEW (view) : NULL;
}

static void
view_changed_cb (QdDedicatedPage *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.new", get_facts_view (self) != NULL);
  update (self);
}

static void
new_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  QdFactsView *view = get_facts_view (QD_DEDICATED_PAGE (widget));

  if (view != NULL)
    qd_facts_view_new_fact (view);
}

/* What can be searched by words here is what Dedicated has and has not, and the facts. */
static void
search_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  QdDedicatedPage *self = QD_DEDICATED_PAGE (widget);

  if (get_facts_view (self) == NULL)
    qd_dedicated_page_show_view (self, "features");

  qd_facts_view_search (get_facts_view (self));
}

static void
qd_dedicated_page_map (GtkWidget *widget)
{
  QdDedicatedPage *self = QD_DEDICATED_PAGE (widget);

  fill (self);
  update (self);
  GTK_WIDGET_CLASS (qd_dedicated_page_parent_class)->map (widget);
  self->tick = g_timeout_add_seconds (TICK, tick_cb, self);
}

static void
qd_dedicated_page_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&QD_DEDICATED_PAGE (widget)->tick, g_source_remove);

  GTK_WIDGET_CLASS (qd_dedicated_page_parent_class)->unmap (widget);
}

static void
qd_dedicated_page_dispose (GObject *object)
{
  QdDedicatedPage *self = QD_DEDICATED_PAGE (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_handle_id (&self->reload, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_DEDICATED_PAGE);
  g_clear_pointer (&self->mine, g_time_zone_unref);
  g_clear_object (&self->book);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_dedicated_page_parent_class)->dispose (object);
}

static void
qd_dedicated_page_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  if (prop_id == PROP_NARROW)
    g_value_set_boolean (value, QD_DEDICATED_PAGE (object)->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
qd_dedicated_page_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  if (prop_id == PROP_NARROW)
    QD_DEDICATED_PAGE (object)->narrow = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
qd_dedicated_page_class_init (QdDedicatedPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_dedicated_page_dispose;
  object_class->get_property = qd_dedicated_page_get_property;
  object_class->set_property = qd_dedicated_page_set_property;
  widget_class->map = qd_dedicated_page_map;
  widget_class->unmap = qd_dedicated_page_unmap;

  /* It is set by a breakpoint; the week follows it. */
  properties[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE, (G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/gitlab/quarterdeck/Quarterdeck/qd-dedicated-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QdDedicatedPage, views);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_cb);
}

static void
qd_dedicated_page_init (QdDedicatedPage *self)
{
  self->mine = g_time_zone_new_local ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.new", FALSE);
  qd_view_keys_add (GTK_WIDGET (self), self->views);
}

QdDedicatedPage *
qd_dedicated_page_new (QdPortfolio *portfolio)
{
  QdDedicatedPage *self;

  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), NULL);

  self = g_object_new (QD_TYPE_DEDICATED_PAGE, NULL);
  self->portfolio = g_object_ref (portfolio);

  return self;
}

/**
 * qd_dedicated_page_set_clock:
 * @now: an instant that it goes by from now on; 0: it goes by the clock
 * @mine: (nullable): the zone of whoever looks; none: that of the computer
 */
void
qd_dedicated_page_set_clock (QdDedicatedPage *self,
                             gint64           now,
                             GTimeZone       *mine)
{
  g_return_if_fail (QD_IS_DEDICATED_PAGE (self));

  self->fixed = now;
  g_clear_pointer (&self->mine, g_time_zone_unref);
  self->mine = mine != NULL ? g_time_zone_ref (mine) : g_time_zone_new_local ();
  update (self);
}

/* @name: “week”, “releases”, “people”, “features” or “facts” */
void
qd_dedicated_page_show_view (QdDedicatedPage *self,
                             const char      *name)
{
  g_return_if_fail (QD_IS_DEDICATED_PAGE (self));

  fill (self);
  adw_view_stack_set_visible_child_name (self->views, name);
}

/* Goes to what Dedicated has and has not, and looks for @text there. */
void
qd_dedicated_page_show_feature (QdDedicatedPage *self,
                                const char      *text)
{
  g_return_if_fail (QD_IS_DEDICATED_PAGE (self));
  g_return_if_fail (text != NULL);

  qd_dedicated_page_show_view (self, "features");
  qd_facts_view_show_text (QD_FACTS_VIEW (self->features), text);
}
