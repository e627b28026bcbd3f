/* qd-timeline-view-arrange.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-timeline-view-arrange"

#include <glib/gi18n.h>

#include "qd-baseline-edits.h"
#include "qd-name-dialog.h"
#include "qd-saved-view.h"
#include "qd-shell.h"
#include "qd-timeline-view-private.h"

/* One press of a button */
#define ZOOM 1.5

/* How a timeline is looked at: grouped, filtered, sorted, zoomed, and against which baseline. */

gboolean
qd_timeline_view_shows_table (QdTimelineView *self)
{
  return self->layout.sides == QD_TIMELINE_SIDES_TABLE ||
         (self->layout.sides == QD_TIMELINE_SIDES_BOTH && !self->narrow);
}

gboolean
qd_timeline_view_shows_chart (QdTimelineView *self)
{
  return self->layout.sides != QD_TIMELINE_SIDES_TABLE;
}

/* A narrow table keeps what matters most. */
static gboolean
is_shown (QdTimelineView  *self,
          QdTimelineColumn column)
{
  gboolean compared = qd_timeline_model_get_baseline (self->model) != 0;

  if (column == QD_TIMELINE_COLUMN_BASELINE || column == QD_TIMELINE_COLUMN_MOVED)
    return compared && !(self->narrow && column == QD_TIMELINE_COLUMN_BASELINE);

  if (self->narrow)
    return column == QD_TIMELINE_COLUMN_TITLE || (column == QD_TIMELINE_COLUMN_END);

  return !(self->layout.hidden & (1u << column));
}

void
qd_timeline_view_update_sides (QdTimelineView *self)
{
  gboolean chart = qd_timeline_view_shows_chart (self);

  if (self->model == NULL)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->table), qd_timeline_view_shows_table (self));
  gtk_widget_set_visible (self->chart_box, chart);
  gtk_widget_set_visible (self->zoom_box, chart);
  gtk_widget_set_visible (self->zoom_in_button, !self->narrow);
  gtk_widget_set_visible (self->zoom_out_button, !self->narrow);
  gtk_widget_set_visible (self->today_button, chart && !self->narrow);
  gtk_widget_set_visible (self->search_toggle, self->narrow);
  gtk_widget_set_visible (
      GTK_WIDGET (self->search),
      !self->narrow || gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->search_toggle)));
  gtk_widget_set_visible (self->toolbar, !self->is_short);

  for (int i = 0; i < QD_TIMELINE_N_COLUMNS; i++)
    qd_timeline_table_show_column (self->table, i, is_shown (self, i));
}

static void
keep_layout (QdTimelineView *self)
{
  g_autofree char *body = qd_timeline_layout_to_json (&self->layout);

  g_settings_set_string (self->settings, self->layout_key, body);
}

static void
set_state (QdTimelineView *self,
           const char     *name,
           GVariant       *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), state);
}

static void
show_bits (QdTimelineView *self,
           const char     *prefix,
           const QdNick   *nicks,
           guint           bits)
{
  for (int i = 0; nicks[i].nick != NULL; i++)
    {
      g_autofree char *name = g_strconcat (prefix, nicks[i].nick, NULL);

      set_state (self, name, g_variant_new_boolean ((bits & (1u << i)) != 0));
    }
}

/* From the layout to the model, the chart, the table and the menus */
void
qd_timeline_view_apply_layout (QdTimelineView         *self,
                               const QdTimelineLayout *layout)
{
  self->layout = *layout;
  qd_timeline_model_set_grouping (self->model, layout->grouping);
  qd_timeline_model_set_filter (self->model, layout->filter);
  qd_timeline_model_set_sort (self->model, layout->sort, layout->descending);
  qd_timeline_chart_set_show (self->chart, layout->show);
  qd_timeline_view_update_sides (self);

  set_state (self, "group", g_variant_new_string (qd_timeline_groupings[layout->grouping].nick));
  set_state (self, "sort", g_variant_new_string (qd_timeline_sorts[layout->sort].nick));
  set_state (self, "sides", g_variant_new_string (qd_timeline_sides[layout->sides].nick));
  set_state (self, "descending", g_variant_new_boolean (layout->descending));
  show_bits (self, "filter-", qd_timeline_filters, layout->filter);
  show_bits (self, "show-", qd_timeline_shows, layout->show);

  if (layout->filter != QD_TIMELINE_FILTER_NONE)
    gtk_widget_add_css_class (GTK_WIDGET (self->filter_button), "accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->filter_button), "accent");
}

static int
find_nick (const QdNick *nicks,
           const char   *nick)
{
  for (int i = 0; nicks[i].nick != NULL; i++)
    if (g_str_equal (nicks[i].nick, nick))
      return i;

  return 0;
}

static void
changed (QdTimelineView   *self,
         QdTimelineLayout *layout)
{
  qd_timeline_view_apply_layout (self, layout);
  keep_layout (self);
}

static void
choice_cb (GSimpleAction *action,
           GVariant      *value,
           gpointer       user_data)
{
  QdTimelineView  *self = user_data;
  QdTimelineLayout layout = self->layout;
  const char      *name = g_action_get_name (G_ACTION (action));
  const char      *nick = g_variant_get_string (value, NULL);

  if (g_str_equal (name, "group"))
    layout.grouping = find_nick (qd_timeline_groupings, nick);
  else if (g_str_equal (name, "sort"))
    layout.sort = find_nick (qd_timeline_sorts, nick);
  else
    layout.sides = find_nick (qd_timeline_sides, nick);

  changed (self, &layout);
}

static void
descending_cb (GSimpleAction *action,
               GVariant      *value,
               gpointer       user_data)
{
  QdTimelineView  *self = user_data;
  QdTimelineLayout layout = self->layout;

  layout.descending = g_variant_get_boolean (value);
  changed (self, &layout);
}

/* Every one of these is on or off. */
static void
bit_cb (GSimpleAction *action,
        GVariant      *value,
        gpointer       user_data)
{
  QdTimelineView  *self = user_data;
  QdTimelineLayout layout = self->layout;
  const char      *name = g_action_get_name (G_ACTION (action));
  gboolean         filter = g_str_has_prefix (name, "filter-");
  const char      *nick = strchr (name, '-') + 1;
  guint            bit = 1u << find_nick (filter ? qd_timeline_filters : qd_timeline_shows, nick);
  guint            bits = filter ? layout.filter : layout.show;

  bits = g_variant_get_boolean (value) ? bits | bit : bits & ~bit;

  if (filter)
    layout.filter = bits;
  else
    layout.show = bits;

  changed (self, &layout);
}

static void
clear_filter_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  QdTimelineView  *self = user_data;
  QdTimelineLayout layout = self->layout;

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  qd_timeline_model_set_search (self->model, "");
  layout.filter = QD_TIMELINE_FILTER_NONE;
  changed (self, &layout);
}

static void
zoom_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  QdTimelineView *self = user_data;
  const char     *name = g_action_get_name (G_ACTION (action));

  if (g_str_equal (name, "zoom-in"))
    qd_timeline_chart_zoom (self->chart, ZOOM);
  else if (g_str_equal (name, "zoom-out"))
    qd_timeline_chart_zoom (self->chart, 1 / ZOOM);
  else if (g_str_equal (name, "fit-plan"))
    qd_timeline_chart_fit_plan (self->chart);
  else if (g_str_equal (name, "fit-weeks"))
    qd_timeline_chart_fit_weeks (self->chart);
  else if (g_str_equal (name, "fit-quarters"))
    qd_timeline_chart_fit_quarters (self->chart);
  else
    qd_timeline_chart_go_to_today (self->chart);
}

static void
expand_all_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  qd_timeline_model_set_all_expanded (QD_TIMELINE_VIEW (user_data)->model,
                                      g_str_equal (g_action_get_name (G_ACTION (action)), "expand-all"));
}

/* Layouts */

static void
layout_cb (GSimpleAction *action,
           GVariant      *value,
           gpointer       user_data)
{
  QdTimelineView *self = user_data;
  QdSavedView    *saved =
      qd_portfolio_lookup (self->portfolio, QD_TYPE_SAVED_VIEW, g_variant_get_int64 (value));
  QdTimelineLayout layout;
  QdTimeAxis       axis = *qd_timeline_chart_get_axis (self->chart);
  g_autoptr(GError) error = NULL;

  if (saved == NULL)
    return;

  if (!qd_timeline_layout_from_json (&layout, saved->body, &error))
    {
      qd_shell_report (self, error);
      return;
    }

  self->layout_id = qd_record_get_id (saved);
  changed (self, &layout);

  if (layout.scale > 0)
    {
      qd_time_axis_zoom (&axis, layout.scale / axis.scale, gtk_widget_get_width (GTK_WIDGET (self->chart)) / 3.0);
      qd_timeline_chart_set_axis (self->chart, &axis);
    }
}

static void
save_layout (const char *name,
             gpointer    user_data)
{
  QdTimelineView  *self = user_data;
  QdTimelineLayout layout = self->layout;
  g_autofree char *body = NULL;
  g_autoptr(QdSavedView) draft = qd_record_new_draft (QD_TYPE_SAVED_VIEW);

  layout.scale = qd_timeline_chart_get_axis (self->chart)->scale;
  body = qd_timeline_layout_to_json (&layout);
  g_object_set (draft,
                "name", name,
                "room", QD_VIEW_ROOM_TIMELINE,
                "body", body,
                "position", (double)g_get_real_time () / G_USEC_PER_SEC,
                NULL);
  self->layout_id = qd_record_get_id (draft);
  qd_record_add_async (draft,
                       qd_portfolio_get_store (self->portfolio),
                       _ ("Save Layout"),
                       qd_shell_edit_cb,
                       g_object_ref (self));
}

static void
save_layout_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  qd_name_dialog_ask (
      user_data, _ ("Save Layout"), "", _ ("_Save"), save_layout, g_object_ref (user_data), g_object_unref);
}

static void
delete_layout_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  QdTimelineView *self = user_data;
  QdSavedView    *saved = qd_portfolio_lookup (self->portfolio, QD_TYPE_SAVED_VIEW, self->layout_id);

  if (saved == NULL)
    return;

  qd_record_remove_async (saved,
                          qd_portfolio_get_store (self->portfolio),
                          _ ("Delete Layout"),
                          qd_shell_edit_cb,
                          g_object_ref (self));
  qd_shell_tell_undoable (self, _ ("Layout deleted"));
}

/* Baselines */

static QdPlan *
get_plan (QdTimelineView *self)
{
  if (qd_timeline_model_get_n_plans (self->model) != 1)
    return NULL;

  return qd_plan_schedule_get_plan (qd_timeline_model_get_schedule (self->model, 0));
}

static void
baseline_cb (GSimpleAction *action,
             GVariant      *value,
             gpointer       user_data)
{
  QdTimelineView *self = user_data;

  qd_timeline_model_set_baseline (self->model, g_variant_get_int64 (value));
  g_simple_action_set_state (action, value);
  qd_timeline_view_update_sides (self);
}

static void
set_baseline (const char *name,
              gpointer    user_data)
{
  QdTimelineView *self = user_data;
  QdPlan         *plan = get_plan (self);
  g_autoptr(QdBaseline) draft = NULL;

  if (plan == NULL)
    return;

  draft = qd_baseline_create_async (self->portfolio,
                                    qd_record_get_id (plan),
                                    name,
                                    qd_timeline_model_get_today (self->model),
                                    qd_shell_edit_cb,
                                    g_object_ref (self));
  qd_shell_tell_undoable (self, _ ("Baseline set"));
}

static void
set_baseline_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  QdTimelineView *self = user_data;
  QdPlan         *plan = get_plan (self);
  g_autoptr(GPtrArray) known = NULL;
  g_autofree char *name = NULL;

  if (plan == NULL)
    return;

  known = qd_baseline_dup_sorted (self->portfolio, qd_record_get_id (plan));
  /* Translators: what a baseline may be called; %u counts them */
  name = g_strdup_printf (_ ("Baseline %u"), known->len + 1);
  qd_name_dialog_ask (
      user_data, _ ("Set Baseline"), name, _ ("_Set"), set_baseline, g_object_ref (self), g_object_unref);
}

static void
rename_baseline (const char *name,
                 gpointer    user_data)
{
  QdTimelineView *self = user_data;
  QdBaseline     *baseline =
      qd_portfolio_lookup (self->portfolio, QD_TYPE_BASELINE, qd_timeline_model_get_baseline (self->model));
  g_autoptr(QdBaseline) draft = baseline != NULL ? qd_record_dup_draft (baseline) : NULL;

  if (draft == NULL)
    return;

  g_object_set (draft, "name", name, NULL);
  qd_record_save_async (draft,
                        qd_portfolio_get_store (self->portfolio),
                        _ ("Rename Baseline"),
                        qd_shell_edit_cb,
                        g_object_ref (self));
}

static void
rename_baseline_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  QdTimelineView *self = user_data;
  QdBaseline     *baseline =
      qd_portfolio_lookup (self->portfolio, QD_TYPE_BASELINE, qd_timeline_model_get_baseline (self->model));

  if (baseline != NULL)
    qd_name_dialog_ask (GTK_WIDGET (self),
                        _ ("Rename Baseline"),
                        baseline->name,
                        _ ("_Rename"),
                        rename_baseline,
                        g_object_ref (self),
                        g_object_unref);
}

static void
delete_baseline_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  QdTimelineView *self = user_data;
  QdBaseline     *baseline =
      qd_portfolio_lookup (self->portfolio, QD_TYPE_BASELINE, qd_timeline_model_get_baseline (self->model));

  if (baseline == NULL)
    return;

  qd_record_remove_async (baseline,
                          qd_portfolio_get_store (self->portfolio),
                          _ ("Delete Baseline"),
                          qd_shell_edit_cb,
                          g_object_ref (self));
  qd_shell_tell_undoable (self, _ ("Baseline deleted"));
}

static const GActionEntry entries[] = {
  { "group", NULL, "s", "'phase'", choice_cb },
  { "sort", NULL, "s", "'plan'", choice_cb },
  { "sides", NULL, "s", "'both'", choice_cb },
  { "descending", NULL, NULL, "false", descending_cb },
  { "clear-filter", clear_filter_cb },
  { "zoom-in", zoom_cb },
  { "zoom-out", zoom_cb },
  { "fit-plan", zoom_cb },
  { "fit-weeks", zoom_cb },
  { "fit-quarters", zoom_cb },
  { "today", zoom_cb },
  { "expand-all", expand_all_cb },
  { "collapse-all", expand_all_cb },
  { "layout", layout_cb, "x" },
  { "save-layout", save_layout_cb },
  { "delete-layout", delete_layout_cb },
  { "baseline", NULL, "x", "int64 0", baseline_cb },
  { "set-baseline", set_baseline_cb },
  { "rename-baseline", rename_baseline_cb },
  { "delete-baseline", delete_baseline_cb },
};

static void
add_bits (QdTimelineView *self,
          const char     *prefix,
          const QdNick   *nicks)
{
  for (int i = 0; nicks[i].nick != NULL; i++)
    {
      g_autofree char *name = g_strconcat (prefix, nicks[i].nick, NULL);
      g_autoptr(GSimpleAction) action = g_simple_action_new_stateful (name, NULL, g_variant_new_boolean (FALSE));

      g_signal_connect_object (action, "change-state", G_CALLBACK (bit_cb), self, 0);
      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
    }
}

/**
 * qd_timeline_view_keep_layout_in:
 * @key: (transfer none): static; the setting in which the layout is kept from now on
 * @usual: as long as a person has not chosen another
 *
 * Looks at the plans as such plans were looked at last.
 */
void
qd_timeline_view_keep_layout_in (QdTimelineView         *self,
                                 const char             *key,
                                 const QdTimelineLayout *usual)
{
  g_autofree char *body = NULL;
  QdTimelineLayout layout;

  g_return_if_fail (QD_IS_TIMELINE_VIEW (self));

  body = g_settings_get_string (self->settings, key);
  self->layout_key = key;

  if (*body == '\0' || !qd_timeline_layout_from_json (&layout, body, NULL))
    layout = *usual;

  qd_timeline_view_apply_layout (self, &layout);
}

void
qd_timeline_view_add_arrangement (QdTimelineView *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  add_bits (self, "filter-", qd_timeline_filters);
  add_bits (self, "show-", qd_timeline_shows);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "timeline", G_ACTION_GROUP (self->actions));
  qd_timeline_view_add_menus (self);
  qd_timeline_view_keep_layout_in (self, "timeline-layout", &qd_timeline_layout_usual);
  g_settings_bind (self->settings, "timeline-split", self->paned, "position", G_SETTINGS_BIND_DEFAULT);
}

/* Puts @tool before what the toolbar has. */
void
qd_timeline_view_add_tool (QdTimelineView *self,
                           GtkWidget      *tool)
{
  g_return_if_fail (QD_IS_TIMELINE_VIEW (self));

  adw_wrap_box_prepend (ADW_WRAP_BOX (self->toolbar), tool);
}

/* Returns: (transfer none): for what is to stand in line with its axis */
QdTimelineChart *
qd_timeline_view_get_chart (QdTimelineView *self)
{
  g_return_val_if_fail (QD_IS_TIMELINE_VIEW (self), NULL);

  return self->chart;
}
