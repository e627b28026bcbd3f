/* qd-places.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-places"

#include "qd-places.h"

#include <glib/gi18n.h>

#include "qd-accelerators-page.h"
#include "qd-account-page.h"
#include "qd-account-support.h"
#include "qd-adding.h"
#include "qd-dedicated-page.h"
#include "qd-entries.h"
#include "qd-history-page.h"
#include "qd-page-links.h"
#include "qd-past.h"
#include "qd-plan-page.h"
#include "qd-plans-page.h"
#include "qd-record-json.h"
#include "qd-reference-page.h"
#include "qd-roster-page.h"
#include "qd-support-page.h"
#include "qd-task-editor.h"
#include "qd-tenant-page.h"

struct _QdPlaces
{
  GtkApplicationWindow *window; /* unowned: it owns this */
  AdwNavigationView    *pages;
  QdPortfolio          *portfolio;
};

static const QdRoom rooms[] = {
  { "accounts", N_ ("Accounts"), "system-users-symbolic" },
  { "plans", N_ ("Plans"), "view-list-bullet-symbolic" },
  { "accelerators", N_ ("Accelerators"), "quarterdeck-accelerators-symbolic" },
  { "dedicated", N_ ("Dedicated"), "network-server-symbolic" },
  { "support", N_ ("Support"), "help-faq-symbolic" },
  { "reference", N_ ("Reference"), "accessories-dictionary-symbolic" },
  { "history", N_ ("History"), "document-open-recent-symbolic" },
};

/* Returns: (transfer none) (array length=n_rooms): as they stand in the sidebar */
const QdRoom *
qd_places_get_rooms (guint *n_rooms)
{
  *n_rooms = G_N_ELEMENTS (rooms);

  return rooms;
}

static void
push_page (QdPlaces          *self,
           const char        *kind,
           gpointer           record,
           AdwNavigationPage *page)
{
  g_autofree char   *id = qd_record_format_id (qd_record_get_id (record));
  g_autofree char   *place = g_strdup_printf ("%s:%s", kind, id);
  AdwNavigationPage *open = adw_navigation_view_find_page (self->pages, place);

  if (open != NULL)
    {
      g_object_ref_sink (page);
      g_object_unref (page);
      adw_navigation_view_pop_to_page (self->pages, open);
      return;
    }

  adw_navigation_page_set_tag (page, place);
  adw_navigation_view_push (self->pages, page);
}

static void
open_account_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  QdPlaces      *self = user_data;
  QdAccount     *account = qd_portfolio_lookup (self->portfolio, QD_TYPE_ACCOUNT, g_variant_get_int64 (parameter));

  QdAccountPage *page;

  if (account == NULL)
    return;

  page = qd_account_page_new (self->portfolio, account);
  qd_account_page_add_view (
      page, qd_account_support_new (self->portfolio, account), "support", _ ("Support"), "help-faq-symbolic");
  push_page (self, "account", account, ADW_NAVIGATION_PAGE (page));
}

static void
open_plan_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  QdPlaces *self = user_data;
  QdPlan   *plan = qd_portfolio_lookup (self->portfolio, QD_TYPE_PLAN, g_variant_get_int64 (parameter));

  if (plan != NULL)
    push_page (self, "plan", plan, ADW_NAVIGATION_PAGE (qd_plan_page_new (self->portfolio, plan)));
}

/* A plan that was just laid out is looked at over time. */
static void
open_timeline_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  QdPlaces *self = user_data;

  open_plan_cb (action, parameter, user_data);
  gtk_widget_activate_action (
      GTK_WIDGET (adw_navigation_view_get_visible_page (self->pages)), "plan.view", "s", "timeline");
}

static void
open_tenant_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  QdPlaces *self = user_data;
  QdTenant *tenant = qd_portfolio_lookup (self->portfolio, QD_TYPE_TENANT, g_variant_get_int64 (parameter));

  if (tenant != NULL)
    push_page (self, "tenant", tenant, ADW_NAVIGATION_PAGE (qd_tenant_page_new (self->portfolio, tenant)));
}

/* Of a feature that is named somewhere: whether Dedicated has it */
static void
show_feature_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  QdPlaces          *self = user_data;
  AdwNavigationPage *page = adw_navigation_view_find_page (self->pages, "dedicated");

  if (page == NULL)
    return;

  qd_places_show_room (self, "dedicated");
  qd_dedicated_page_show_feature (QD_DEDICATED_PAGE (page), g_variant_get_string (parameter, NULL));
}

static void
open_task_cb (GtkWidget   *page,
              QdTask      *task,
              QdPortfolio *portfolio)
{
  qd_task_editor_present (page, portfolio, task);
}

static const GActionEntry actions[] = {
  { "open-account", open_account_cb, "x" },
  { "open-plan", open_plan_cb, "x" },
  { "open-timeline", open_timeline_cb, "x" },
  { "open-tenant", open_tenant_cb, "x" },
  { "show-feature", show_feature_cb, "s" },
};

/* Returns: (transfer full): to be freed when @window is finalised, as its actions need it */
QdPlaces *
qd_places_new (GtkApplicationWindow *window,
               AdwNavigationView    *pages,
               QdPortfolio          *portfolio)
{
  QdPlaces *self = g_new0 (QdPlaces, 1);

  self->window = window;
  self->pages = g_object_ref (pages);
  self->portfolio = g_object_ref (portfolio);
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), self);
  qd_adding_install (window, pages, portfolio);
  qd_entries_install (window, pages, portfolio);
  qd_past_install (window, pages, portfolio);
  qd_page_links_install (window, portfolio);

  return self;
}

void
qd_places_free (QdPlaces *self)
{
  g_object_unref (self->portfolio);
  g_object_unref (self->pages);
  g_free (self);
}

/* Makes the pages of the rooms, once the portfolio is loaded. Of an earlier day there are those of
 * accounts and plans alone: the others go by what the time is. */
void
qd_places_fill (QdPlaces *self)
{
  QdAcceleratorsPage *accelerators = qd_accelerators_page_new (self->portfolio);

  g_signal_connect (accelerators, "open-task", G_CALLBACK (open_task_cb), self->portfolio);
  adw_navigation_view_add (self->pages, ADW_NAVIGATION_PAGE (qd_roster_page_new (self->portfolio)));
  adw_navigation_view_add (self->pages, ADW_NAVIGATION_PAGE (qd_plans_page_new (self->portfolio)));
  adw_navigation_view_add (self->pages, ADW_NAVIGATION_PAGE (accelerators));

  if (qd_store_is_read_only (qd_portfolio_get_store (self->portfolio)))
    return;

  adw_navigation_view_add (self->pages, ADW_NAVIGATION_PAGE (qd_dedicated_page_new (self->portfolio)));
  adw_navigation_view_add (self->pages, ADW_NAVIGATION_PAGE (qd_support_page_new (self->portfolio)));
  adw_navigation_view_add (self->pages, ADW_NAVIGATION_PAGE (qd_reference_page_new (self->portfolio)));
  adw_navigation_view_add (self->pages, ADW_NAVIGATION_PAGE (qd_history_page_new (self->portfolio)));
}

/* Pages are popped before the room is replaced: replacing them with the room
 * keeps a reference to each (libadwaita 1.7). */
void
qd_places_show_room (QdPlaces   *self,
                     const char *tag)
{
  AdwNavigationPage *page = adw_navigation_view_find_page (self->pages, tag);
  g_autoptr(GListModel) stack = adw_navigation_view_get_navigation_stack (self->pages);
  g_autoptr(AdwNavigationPage) first = g_list_model_get_item (stack, 0);

  if (page == NULL)
    return;

  adw_navigation_view_set_animate_transitions (self->pages, FALSE);

  if (first != NULL)
    adw_navigation_view_pop_to_page (self->pages, first);

  if (first != page)
    adw_navigation_view_replace (self->pages, &page, 1);

  adw_navigation_view_set_animate_transitions (self->pages, TRUE);
}

static void
open_record (QdPlaces   *self,
             const char *kind,
             gint64      id)
{
  const struct
  {
    const char *kind;
    const char *action;
  } opened[] = {
    { "account", "open-account" },
    { "plan", "open-plan" },
    { "tenant", "open-tenant" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (opened); i++)
    {
      if (g_str_equal (kind, opened[i].kind))
        g_action_group_activate_action (G_ACTION_GROUP (self->window), opened[i].action, g_variant_new_int64 (id));
    }
}

/**
 * qd_places_show:
 * @place: the tag of a room, or “account:ID”, “plan:ID”, “tenant:ID”
 *
 * Goes there; a place that is no longer there is left alone.
 */
void
qd_places_show (QdPlaces   *self,
                const char *place)
{
  g_auto(GStrv) parts = g_strsplit (place, ":", 3);
  gint64 id;

  g_return_if_fail (self != NULL);

  if (parts[0] != NULL && parts[1] == NULL)
    qd_places_show_room (self, parts[0]);
  else if (parts[0] != NULL && qd_record_parse_id (parts[1], &id))
    open_record (self, parts[0], id);
}
