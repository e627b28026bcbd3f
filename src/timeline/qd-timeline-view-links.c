/* qd-timeline-view-links.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-timeline-view-links"

#include <glib/gi18n.h>

#include "qd-timeline-edits.h"
#include "qd-timeline-view-private.h"

/* What ties tasks to each other, and to days */

void
qd_timeline_view_link (QdTimelineView *self,
                       guint           from,
                       guint           to,
                       QdLinkKind      kind)
{
  char *label = NULL;
  g_autoptr(GError) error = NULL;
  QdBatch *batch = qd_timeline_create_link (self->model, from, to, kind, &label, &error);

  qd_timeline_view_apply_or_report (self, batch, label, error);
}

/* From one row a link is drawn by the keys; several are linked in their order. */
static void
link_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  QdTimelineView *self = user_data;
  g_autoptr(GArray) positions = qd_timeline_view_dup_positions (self);
  g_autoptr(GError) error = NULL;
  char    *label = NULL;
  QdBatch *batch;

  if (positions->len == 1 && qd_timeline_view_shows_chart (self))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->chart));
      qd_timeline_chart_begin_link (self->chart);
      return;
    }

  batch = qd_timeline_create_chain (self->model, positions, &label, &error);
  qd_timeline_view_apply_or_report (self, batch, label, error);
}

typedef QdBatch *(*ChangeFunc) (QdTimelineModel *model,
                                GArray          *positions,
                                char           **label,
                                GError         **error);

static void
change (QdTimelineView *self,
        ChangeFunc      func)
{
  g_autoptr(GArray) positions = qd_timeline_view_dup_positions (self);
  g_autoptr(GError) error = NULL;
  char    *label = NULL;
  QdBatch *batch = func (self->model, positions, &label, &error);

  qd_timeline_view_apply_or_report (self, batch, label, error);
}

static void
unlink_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  change (user_data, qd_timeline_remove_links);
}

static void
indent_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  change (user_data, qd_timeline_indent);
}

static void
outdent_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  change (user_data, qd_timeline_outdent);
}

static void
remove_link_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  QdTimelineView *self = user_data;
  guint           source;
  int             link = qd_timeline_chart_get_chosen_link (self->chart, &source);
  char           *label = NULL;

  if (link < 0)
    return;

  qd_timeline_view_apply_or_report (self, qd_timeline_remove_link (self->model, source, (guint)link, &label), label, NULL);
}

static void
link_kind_cb (GSimpleAction *action,
              GVariant      *value,
              gpointer       user_data)
{
  QdTimelineView *self = user_data;
  const char     *nick = g_variant_get_string (value, NULL);
  guint           source;
  int             link = qd_timeline_chart_get_chosen_link (self->chart, &source);
  g_autoptr(QdLink) draft = NULL;

  if (link < 0)
    return;

  draft = qd_record_dup_draft (qd_plan_network_get_link (
      qd_plan_schedule_get_network (qd_timeline_model_get_schedule (self->model, source)), (guint)link));

  for (int i = 0; qd_link_kinds[i].nick != NULL; i++)
    if (g_str_equal (qd_link_kinds[i].nick, nick))
      g_object_set (draft, "kind", i, NULL);

  qd_record_save_async (
      draft, qd_portfolio_get_store (self->portfolio), _ ("Change Link"), qd_timeline_view_applied_cb, g_object_ref (self));
}

static void
set_constraint (QdTimelineView  *self,
                QdTask          *draft,
                QdConstraintKind kind)
{
  int day = draft->start != QD_DAY_NONE ? draft->start : draft->due;

  if (kind == QD_CONSTRAINT_KIND_NOT_AFTER || draft->kind == QD_TASK_KIND_MILESTONE)
    day = draft->due != QD_DAY_NONE ? draft->due : draft->start;

  g_object_set (draft,
                "constraint-kind", day != QD_DAY_NONE ? kind : QD_CONSTRAINT_KIND_NONE,
                "constraint-day", kind != QD_CONSTRAINT_KIND_NONE ? day : QD_DAY_NONE,
                "constraint-time",
                kind == QD_CONSTRAINT_KIND_FIXED || kind == QD_CONSTRAINT_KIND_NOT_BEFORE ? draft->start_time
                                                                                          : QD_INTEGER_NONE,
                NULL);
}

static void
constraint_cb (GSimpleAction *action,
               GVariant      *value,
               gpointer       user_data)
{
  QdTimelineView *self = user_data;
  const char     *nick = g_variant_get_string (value, NULL);
  g_autoptr(GPtrArray) tasks = qd_timeline_view_dup_tasks (self);
  QdConstraintKind kind = QD_CONSTRAINT_KIND_NONE;
  QdBatch         *batch;

  if (tasks->len == 0)
    return;

  for (int i = 0; qd_constraint_kinds[i].nick != NULL; i++)
    if (g_str_equal (qd_constraint_kinds[i].nick, nick))
      kind = i;

  batch = qd_batch_new ();

  for (guint i = 0; i < tasks->len; i++)
    {
      g_autoptr(QdTask) draft = qd_record_dup_draft (g_ptr_array_index (tasks, i));

      set_constraint (self, draft, kind);
      qd_batch_change (batch, draft);
    }

  qd_timeline_view_apply (self, batch, _ ("Change Constraint"));
}

static const GActionEntry entries[] = {
  { "link", link_cb },
  { "unlink", unlink_cb },
  { "remove-link", remove_link_cb },
  { "link-kind", link_kind_cb, "s" },
  { "indent", indent_cb },
  { "outdent", outdent_cb },
  { "constraint", constraint_cb, "s" },
};

void
qd_timeline_view_add_link_commands (QdTimelineView *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
}
