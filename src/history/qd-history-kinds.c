/* qd-history-kinds.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-history-kinds"

#include "qd-history-kinds.h"

#include <glib/gi18n.h>

static const struct
{
  const char *table;
  const char *label;
} kinds[] = {
  { "account", NC_ ("kind of record", "Account") },
  { "contact", NC_ ("kind of record", "Contact") },
  { "team_member", NC_ ("kind of record", "Team Member") },
  { "activity", NC_ ("kind of record", "Activity") },
  { "health", NC_ ("kind of record", "Health") },
  { "follow_up", NC_ ("kind of record", "Follow-Up") },
  { "plan", NC_ ("kind of record", "Plan") },
  { "phase", NC_ ("kind of record", "Phase") },
  { "objective", NC_ ("kind of record", "Objective") },
  { "task", NC_ ("kind of record", "Task") },
  { "check_item", NC_ ("kind of record", "Checklist Item") },
  { "link", NC_ ("kind of record", "Link") },
  { "baseline", NC_ ("kind of record", "Baseline") },
  { "baseline_task", NC_ ("kind of record", "Task of a Baseline") },
  { "working_calendar", NC_ ("kind of record", "Working Calendar") },
  { "closure", NC_ ("kind of record", "Closure") },
  { "onboarding", NC_ ("kind of record", "Onboarding") },
  { "content_module", NC_ ("kind of record", "Content Module") },
  { "tenant", NC_ ("kind of record", "Tenant") },
  { "tenant_contact", NC_ ("kind of record", "Tenant Contact") },
  { "switchboard_access", NC_ ("kind of record", "Switchboard Access") },
  { "migration_wave", NC_ ("kind of record", "Migration Wave") },
  { "maintenance", NC_ ("kind of record", "Maintenance") },
  { "ticket", NC_ ("kind of record", "Ticket") },
  { "escalation", NC_ ("kind of record", "Escalation") },
  { "upgrade_request", NC_ ("kind of record", "Upgrade Request") },
  { "fact_edit", NC_ ("kind of record", "Rule of One’s Own") },
  { "saved_view", NC_ ("kind of record", "Saved View") },
  { "template", NC_ ("kind of record", "Template") },
  { "reference_entry", NC_ ("kind of record", "Reference Entry") },
  { "reference_mark", NC_ ("kind of record", "Reference Mark") },
  { "reference_link", NC_ ("kind of record", "Reference Link") },
};

/* What makes a record done; the nicks are those of the file. */
static const struct
{
  const char *table;
  const char *column;
  const char *value; /* NULL for any at all */
} ends[] = {
  { "task", "status", "done" },
  { "objective", "status", "closed-success" },
  { "follow_up", "done", NULL },
  { "check_item", "done", "1" },
  { "upgrade_request", "state", "done" },
};

/* Returns: what a record of @table is called; the name of the table where that has no word */
const char *
qd_history_kinds_get_label (const char *table)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_str_equal (kinds[i].table, table))
        return g_dpgettext2 (NULL, "kind of record", kinds[i].label);
    }

  return table;
}

/* Whether a record is done once @column became @value; as in the file, %NULL for nothing. */
gboolean
qd_history_kinds_is_done (const char *table,
                          const char *column,
                          const char *value)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      if (g_str_equal (ends[i].table, table) && g_str_equal (ends[i].column, column))
        return value != NULL && (ends[i].value == NULL || g_str_equal (ends[i].value, value));
    }

  return FALSE;
}

/* Whether another value of @column means that something comes at another time. */
gboolean
qd_history_kinds_is_move (const QdColumn *column)
{
  static const char *const notes[] = { "closed", "done", "checked", "status_day", "version_day", "updated" };

  for (gsize i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      if (g_str_equal (notes[i], column->name))
        return FALSE;
    }

  return column->kind == QD_COLUMN_KIND_DAY || column->unit == QD_COLUMN_UNIT_INSTANT ||
         column->unit == QD_COLUMN_UNIT_TIME;
}
