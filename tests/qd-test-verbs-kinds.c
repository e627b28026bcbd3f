/* qd-test-verbs-kinds.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-account.h"
#include "qd-activity.h"
#include "qd-baseline.h"
#include "qd-check-item.h"
#include "qd-closure.h"
#include "qd-contact.h"
#include "qd-content-module.h"
#include "qd-escalation.h"
#include "qd-fact-edit.h"
#include "qd-follow-up.h"
#include "qd-health.h"
#include "qd-link.h"
#include "qd-maintenance.h"
#include "qd-migration-wave.h"
#include "qd-objective.h"
#include "qd-onboarding.h"
#include "qd-phase.h"
#include "qd-plan.h"
#include "qd-reference-link.h"
#include "qd-reference-mark.h"
#include "qd-reference-record.h"
#include "qd-saved-view.h"
#include "qd-switchboard-access.h"
#include "qd-task.h"
#include "qd-team-member.h"
#include "qd-template.h"
#include "qd-tenant-contact.h"
#include "qd-tenant.h"
#include "qd-test-verbs.h"
#include "qd-ticket.h"
#include "qd-upgrade-request.h"
#include "qd-working-calendar.h"

/* What pages and dialogs do to a record of any kind: they add one they filled in, set
 * one of its fields, save several at once, and delete it. */

static void
add (QdTestDesk       *desk,
     const QdTestVerb *verb)
{
  g_autoptr(QdRecord) draft = qd_record_dup_as_new (qd_test_desk_get_first (desk, verb->kind ()));

  qd_record_add_async (draft, desk->store, verb->label, qd_test_async_cb, &desk->slot);
}

static void
set_another (GObject    *draft,
             const char *property)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (draft), property);
  g_auto(GValue) value = G_VALUE_INIT;

  g_value_init (&value, pspec->value_type);
  g_object_get_property (draft, property, &value);

  if (G_VALUE_HOLDS_STRING (&value))
    g_value_set_static_string (&value, g_str_equal (property, "hours") ? "Mo-Th 07:30-16:00" : "As we know it now");
  else if (G_VALUE_HOLDS_INT64 (&value))
    g_value_set_int64 (&value, g_value_get_int64 (&value) == 60 ? 120 : 60);
  else
    g_value_set_double (&value, g_value_get_double (&value) + 1024.0);

  g_object_set_property (draft, property, &value);
}

static void
save (QdTestDesk       *desk,
      const QdTestVerb *verb)
{
  g_autoptr(QdRecord) draft = qd_record_dup_draft (qd_test_desk_get_first (desk, verb->kind ()));

  set_another (G_OBJECT (draft), verb->property);
  qd_record_save_async (draft, desk->store, verb->label, qd_test_async_cb, &desk->slot);
}

static void
change (QdTestDesk       *desk,
        const QdTestVerb *verb)
{
  gpointer record = qd_test_desk_get_first (desk, verb->kind ());
  g_autoptr(QdRecord) draft = qd_record_dup_draft (record);
  g_auto(GValue) value = G_VALUE_INIT;

  set_another (G_OBJECT (draft), verb->property);
  g_value_init (&value, g_object_class_find_property (G_OBJECT_GET_CLASS (draft), verb->property)->value_type);
  g_object_get_property (G_OBJECT (draft), verb->property, &value);
  qd_record_change_async (record, desk->store, verb->property, &value, qd_test_async_cb, &desk->slot);
}

static void
drop (QdTestDesk       *desk,
      const QdTestVerb *verb)
{
  qd_record_remove_async (
      qd_test_desk_get_first (desk, verb->kind ()), desk->store, verb->label, qd_test_async_cb, &desk->slot);
}

/* @label: of the field that is set */
#define KIND(get_type, field, label)                                                \
  { "qd_record_add_async", "Add", add, NULL, get_type },                            \
      { "qd_record_save_async", "Save", save, NULL, get_type, field },              \
      { "qd_record_change_async", "Change " label, change, NULL, get_type, field }, \
  {                                                                                 \
    "qd_record_remove_async", "Delete", drop, NULL, get_type                        \
  }

const QdTestVerb qd_test_verbs_kinds[] = {
  KIND (qd_account_get_type, "notes", "Notes"),
  KIND (qd_contact_get_type, "notes", "Notes"),
  KIND (qd_team_member_get_type, "name", "Name"),
  KIND (qd_activity_get_type, "notes", "Notes"),
  KIND (qd_health_get_type, "reason", "Reason"),
  KIND (qd_follow_up_get_type, "notes", "Notes"),
  KIND (qd_plan_get_type, "strategy", "Strategy"),
  KIND (qd_phase_get_type, "name", "Name"),
  KIND (qd_objective_get_type, "summary", "Summary"),
  KIND (qd_task_get_type, "notes", "Notes"),
  KIND (qd_check_item_get_type, "title", "Title"),
  KIND (qd_link_get_type, "lag", "Lag"),
  KIND (qd_baseline_get_type, "name", "Name"),
  KIND (qd_baseline_task_get_type, "title", "Title"),
  KIND (qd_working_calendar_get_type, "hours", "Working Hours"),
  KIND (qd_closure_get_type, "name", "Name"),
  KIND (qd_onboarding_get_type, "notes", "Notes"),
  KIND (qd_content_module_get_type, "name", "Name"),
  KIND (qd_tenant_get_type, "notes", "Notes"),
  KIND (qd_tenant_contact_get_type, "name", "Name"),
  KIND (qd_switchboard_access_get_type, "notes", "Notes"),
  KIND (qd_migration_wave_get_type, "notes", "Notes"),
  KIND (qd_maintenance_get_type, "notes", "Notes"),
  KIND (qd_ticket_get_type, "notes", "Notes"),
  KIND (qd_escalation_get_type, "notes", "Notes"),
  KIND (qd_upgrade_request_get_type, "notes", "Notes"),
  KIND (qd_fact_edit_get_type, "position", "Position"),
  KIND (qd_saved_view_get_type, "name", "Name"),
  KIND (qd_template_get_type, "name", "Name"),
  KIND (qd_reference_record_get_type, "body", "Text"),
  KIND (qd_reference_mark_get_type, "notes", "Notes"),
  KIND (qd_reference_link_get_type, "key", "Key"),
  { NULL },
};
