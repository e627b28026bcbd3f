/* qd-timeline-view-menus.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-timeline-view-menus"

#include <glib/gi18n.h>

#include "qd-baseline-edits.h"
#include "qd-day-words.h"
#include "qd-saved-view.h"
#include "qd-timeline-view-private.h"

/* The menus of the toolbar, and the one of a row. */

static void
append (GMenu      *menu,
        const char *label,
        const char *action)
{
  g_menu_append (menu, label, action);
}

static void
append_target (GMenu      *menu,
               const char *label,
               const char *action,
               GVariant   *target)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

static GMenu *
append_section (GMenu      *menu,
                const char *label)
{
  GMenu *section = g_menu_new ();

  g_menu_append_section (menu, label, G_MENU_MODEL (section));
  g_object_unref (section);

  return section;
}

/* One of several */
static void
append_choices (GMenu        *menu,
                const char   *action,
                const QdNick *nicks)
{
  for (int i = 0; nicks[i].nick != NULL; i++)
    append_target (menu, _ (nicks[i].label), action, g_variant_new_string (nicks[i].nick));
}

/* Each on or off */
static void
append_checks (GMenu        *menu,
               const char   *prefix,
               const QdNick *nicks)
{
  for (int i = 0; nicks[i].nick != NULL; i++)
    {
      g_autofree char *action = g_strconcat (prefix, nicks[i].nick, NULL);

      append (menu, _ (nicks[i].label), action);
    }
}

static void
take_menu (GtkMenuButton *button,
           GMenu         *menu)
{
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
  g_object_unref (menu);
}

static void
set_filter_menu (QdTimelineView *self)
{
  GMenu *menu = g_menu_new ();

  append_checks (append_section (menu, NULL), "timeline.filter-", qd_timeline_filters);
  append (append_section (menu, NULL), _ ("_Show All"), "timeline.clear-filter");
  take_menu (self->filter_button, menu);
}

static void
set_group_menu (QdTimelineView *self)
{
  GMenu *menu = g_menu_new ();
  GMenu *section;

  append_choices (append_section (menu, _ ("Group By")), "timeline.group", qd_timeline_groupings);
  append_choices (append_section (menu, _ ("Sort By")), "timeline.sort", qd_timeline_sorts);
  section = append_section (menu, NULL);
  append (section, _ ("_Descending"), "timeline.descending");
  append (section, _ ("_Expand All"), "timeline.expand-all");
  append (section, _ ("_Collapse All"), "timeline.collapse-all");
  take_menu (self->group_button, menu);
}

static void
set_fit_menu (QdTimelineView *self)
{
  GMenu *menu = g_menu_new ();

  append (menu, _ ("Whole _Plan"), "timeline.fit-plan");
  append (menu, _ ("_12 Weeks"), "timeline.fit-weeks");
  append (menu, _ ("Three _Quarters"), "timeline.fit-quarters");
  append (menu, _ ("_Today"), "timeline.today");
  append (menu, _ ("Zoom _In"), "timeline.zoom-in");
  append (menu, _ ("Zoom _Out"), "timeline.zoom-out");
  take_menu (self->fit_button, menu);
}

static int
compare_views (gconstpointer a,
               gconstpointer b)
{
  const QdSavedView *first = *(QdSavedView *const *)a, *second = *(QdSavedView *const *)b;

  return (first->position > second->position) - (first->position < second->position);
}

static void
append_layouts (QdTimelineView *self,
                GMenu          *menu)
{
  GListModel *views = G_LIST_MODEL (qd_portfolio_get_list (self->portfolio, QD_TYPE_SAVED_VIEW));
  GMenu      *section = append_section (menu, _ ("Layouts"));
  g_autoptr(GPtrArray) layouts = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (views); i++)
    {
      g_autoptr(QdSavedView) view = g_list_model_get_item (views, i);

      if (view->room == QD_VIEW_ROOM_TIMELINE)
        g_ptr_array_add (layouts, g_steal_pointer (&view));
    }

  g_ptr_array_sort (layouts, compare_views);

  for (guint i = 0; i < layouts->len; i++)
    {
      QdSavedView *view = g_ptr_array_index (layouts, i);

      append_target (section, view->name, "timeline.layout", g_variant_new_int64 (qd_record_get_id (view)));
    }

  append (section, _ ("_Save Layout…"), "timeline.save-layout");

  if (qd_portfolio_lookup (self->portfolio, QD_TYPE_SAVED_VIEW, self->layout_id) != NULL)
    append (section, _ ("_Delete Layout"), "timeline.delete-layout");
}

static void
set_view_menu (QdTimelineView *self)
{
  GMenu *menu = g_menu_new ();

  append_choices (append_section (menu, NULL), "timeline.sides", qd_timeline_sides);
  append_checks (append_section (menu, _ ("On the Chart")), "timeline.show-", qd_timeline_shows);
  append_layouts (self, menu);
  take_menu (self->view_button, menu);
}

static void
layouts_changed_cb (QdTimelineView *self)
{
  set_view_menu (self);
}

/* After those of the plan may be others */
void
qd_timeline_view_update_baselines (QdTimelineView *self)
{
  GMenu  *menu = g_menu_new ();
  GMenu  *section;
  QdPlan *plan = NULL;
  gint64  shown = qd_timeline_model_get_baseline (self->model);
  g_autoptr(GPtrArray) baselines = NULL;

  if (qd_timeline_model_get_n_plans (self->model) == 1)
    plan = qd_plan_schedule_get_plan (qd_timeline_model_get_schedule (self->model, 0));

  gtk_widget_set_visible (GTK_WIDGET (self->baseline_button), plan != NULL);

  /* Of several plans it would be a guess which gets the task. */
  gtk_widget_set_visible (self->add_button, plan != NULL);

  if (plan == NULL)
    {
      g_object_unref (menu);
      return;
    }

  baselines = qd_baseline_dup_sorted (self->portfolio, qd_record_get_id (plan));
  section = append_section (menu, _ ("Compare With"));
  append_target (section, _ ("Nothing"), "timeline.baseline", g_variant_new_int64 (0));

  for (guint i = 0; i < baselines->len; i++)
    {
      QdBaseline      *baseline = g_ptr_array_index (baselines, i);
      g_autofree char *day = qd_day_dup_short (baseline->day, qd_timeline_model_get_today (self->model));
      /* Translators: %1$s is the name of a baseline, %2$s its day */
      g_autofree char *label = g_strdup_printf (_ ("%1$s (%2$s)"), baseline->name, day);

      append_target (section, label, "timeline.baseline", g_variant_new_int64 (qd_record_get_id (baseline)));
    }

  section = append_section (menu, NULL);
  append (section, _ ("_Set Baseline…"), "timeline.set-baseline");

  if (shown != 0)
    {
      append (section, _ ("_Rename Baseline…"), "timeline.rename-baseline");
      append (section, _ ("_Delete Baseline"), "timeline.delete-baseline");
    }

  take_menu (self->baseline_button, menu);

  /* The one that was compared with may be gone. */
  if (shown != 0 && qd_portfolio_lookup (self->portfolio, QD_TYPE_BASELINE, shown) == NULL)
    g_action_group_activate_action (G_ACTION_GROUP (self->actions), "baseline", g_variant_new_int64 (0));
}

void
qd_timeline_view_add_menus (QdTimelineView *self)
{
  set_filter_menu (self);
  set_group_menu (self);
  set_fit_menu (self);
  set_view_menu (self);
  g_signal_connect_object (qd_portfolio_get_list (self->portfolio, QD_TYPE_SAVED_VIEW),
                           "items-changed",
                           G_CALLBACK (layouts_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
}

static void
append_link_menu (GMenu *menu)
{
  GMenu *section = append_section (menu, NULL);
  GMenu *kinds = g_menu_new ();

  append_choices (kinds, "timeline.link-kind", qd_link_kinds);
  g_menu_append_submenu (section, _ ("_Kind"), G_MENU_MODEL (kinds));
  append (section, _ ("_Remove Link"), "timeline.remove-link");
  g_object_unref (kinds);
}

static void
append_task_menu (GMenu *menu)
{
  GMenu *section = append_section (menu, NULL);
  GMenu *constraints = g_menu_new ();

  append (section, _ ("_Edit…"), "timeline.edit");
  append (section, _ ("Set _Progress…"), "timeline.set-progress");
  append_target (constraints, _ ("As Soon As Possible"), "timeline.constraint", g_variant_new_string ("none"));
  append_target (constraints, _ ("Not Before Its Start"), "timeline.constraint", g_variant_new_string ("not-before"));
  append_target (constraints, _ ("Not After Its End"), "timeline.constraint", g_variant_new_string ("not-after"));
  append_target (constraints, _ ("Fixed Where It Is"), "timeline.constraint", g_variant_new_string ("fixed"));
  g_menu_append_submenu (section, _ ("_Constraint"), G_MENU_MODEL (constraints));
  g_object_unref (constraints);

  section = append_section (menu, NULL);
  append (section, _ ("Add Task _Above"), "timeline.add-above");
  append (section, _ ("Add Task _Below"), "timeline.add-below");

  section = append_section (menu, NULL);
  append (section, _ ("_Link"), "timeline.link");
  append (section, _ ("_Unlink"), "timeline.unlink");
  append (section, _ ("_Indent"), "timeline.indent");
  append (section, _ ("_Outdent"), "timeline.outdent");
  append (section, _ ("_Move Up"), "timeline.move-up");
  append (section, _ ("Move Dow_n"), "timeline.move-down");

  append (append_section (menu, NULL), _ ("_Delete"), "timeline.delete");
}

/* Returns: (transfer full): what can be done to the rows that are selected, or to the link that is chosen */
GMenuModel *
qd_timeline_view_create_menu (QdTimelineView *self,
                              gboolean        link)
{
  GMenu               *menu = g_menu_new ();
  int                  current = qd_timeline_view_get_current (self);
  const QdTimelineRow *row = current >= 0 ? qd_timeline_model_get_row (self->model, (guint)current) : NULL;

  if (link)
    append_link_menu (menu);
  else if (row != NULL && row->kind == QD_TIMELINE_ROW_TASK)
    append_task_menu (menu);
  else if (row != NULL && row->kind == QD_TIMELINE_ROW_PLAN)
    append (append_section (menu, NULL), _ ("_Open Plan"), "timeline.edit");
  else
    append (append_section (menu, NULL), _ ("_New Task"), "timeline.add-below");

  return G_MENU_MODEL (menu);
}
