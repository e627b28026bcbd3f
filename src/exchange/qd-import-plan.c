/* qd-import-plan.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-import-plan"

#include "qd-import-plan.h"

#include <glib/gi18n.h>

#include "qd-account.h"
#include "qd-activity.h"
#include "qd-baseline.h"
#include "qd-batch.h"
#include "qd-check-item.h"
#include "qd-closure.h"
#include "qd-contact.h"
#include "qd-content-module.h"
#include "qd-escalation.h"
#include "qd-exchange-tree.h"
#include "qd-fact-edit.h"
#include "qd-follow-up.h"
#include "qd-health.h"
#include "qd-import-match.h"
#include "qd-json.h"
#include "qd-link.h"
#include "qd-maintenance.h"
#include "qd-migration-wave.h"
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
#include "qd-ticket.h"
#include "qd-upgrade-request.h"
#include "qd-working-calendar.h"

/**
 * QdImportPlan:
 *
 * What importing a file would do, worked out beforehand: nothing is written
 * until a person has seen it, and then all of it or nothing, in one step. It
 * adds and changes; it never deletes.
 */
struct _QdImportPlan
{
  GObject          parent_instance;

  QdPortfolio     *portfolio;
  QdImportEntries *entries;
  GPtrArray       *rows;
  guint            counts[QD_IMPORT_N_OUTCOMES];
};

G_DEFINE_FINAL_TYPE (QdImportRow, qd_import_row, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (QdImportPlan, qd_import_plan, G_TYPE_OBJECT)

static void
change_free (QdImportChange *change)
{
  g_free (change->label);
  g_free (change->before);
  g_free (change->after);
  g_free (change);
}

static void
qd_import_row_finalize (GObject *object)
{
  QdImportRow *self = QD_IMPORT_ROW (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->place, g_free);
  g_clear_pointer (&self->changes, g_ptr_array_unref);

  G_OBJECT_CLASS (qd_import_row_parent_class)->finalize (object);
}

static void
qd_import_row_class_init (QdImportRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qd_import_row_finalize;
}

static void
qd_import_row_init (QdImportRow *self)
{
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify)change_free);
}

static void
qd_import_plan_finalize (GObject *object)
{
  QdImportPlan *self = QD_IMPORT_PLAN (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->entries, qd_import_entries_free);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_import_plan_parent_class)->finalize (object);
}

static void
qd_import_plan_class_init (QdImportPlanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qd_import_plan_finalize;
}

static void
qd_import_plan_init (QdImportPlan *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
}

/* Returns: what one record of @type is called, translated */
const char *
qd_import_get_kind (GType type)
{
  const struct
  {
    GType       type;
    const char *label;
  } kinds[] = {
    { QD_TYPE_ACCOUNT, _ ("Account") },
    { QD_TYPE_CONTACT, _ ("Contact") },
    { QD_TYPE_TEAM_MEMBER, _ ("Team Member") },
    { QD_TYPE_ACTIVITY, _ ("Activity") },
    { QD_TYPE_HEALTH, _ ("Health") },
    { QD_TYPE_FOLLOW_UP, _ ("Follow-Up") },
    { QD_TYPE_PLAN, _ ("Plan") },
    { QD_TYPE_PHASE, _ ("Phase") },
    { QD_TYPE_OBJECTIVE, _ ("Objective") },
    { QD_TYPE_TASK, _ ("Task") },
    { QD_TYPE_CHECK_ITEM, _ ("Checklist Item") },
    { QD_TYPE_LINK, _ ("Link") },
    { QD_TYPE_BASELINE, _ ("Baseline") },
    { QD_TYPE_BASELINE_TASK, _ ("Task in Baseline") },
    { QD_TYPE_WORKING_CALENDAR, _ ("Working Calendar") },
    { QD_TYPE_CLOSURE, _ ("Calendar Entry") },
    { QD_TYPE_ONBOARDING, _ ("Onboarding") },
    { QD_TYPE_CONTENT_MODULE, _ ("Content Module") },
    { QD_TYPE_TENANT, _ ("Tenant") },
    { QD_TYPE_TENANT_CONTACT, _ ("Contact of Tenant") },
    { QD_TYPE_SWITCHBOARD_ACCESS, _ ("Switchboard Access") },
    { QD_TYPE_MIGRATION_WAVE, _ ("Migration Wave") },
    { QD_TYPE_MAINTENANCE, _ ("Maintenance") },
    { QD_TYPE_TICKET, _ ("Ticket") },
    { QD_TYPE_ESCALATION, _ ("Escalation") },
    { QD_TYPE_UPGRADE_REQUEST, _ ("Upgrade Assistance") },
    { QD_TYPE_FACT_EDIT, _ ("Fact") },
    { QD_TYPE_REFERENCE_RECORD, _ ("Entry of the Reference") },
    { QD_TYPE_REFERENCE_MARK, _ ("Mark on an Entry") },
    { QD_TYPE_REFERENCE_LINK, _ ("Link to an Entry") },
    { QD_TYPE_SAVED_VIEW, _ ("View") },
    { QD_TYPE_TEMPLATE, _ ("Template") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (kinds[i].type == type)
        return kinds[i].label;
    }

  g_return_val_if_reached ("");
}

/* What the task of a link is called, in the file or already there. */
static const char *
get_task_title (QdImportPlan *self,
                gint64        id)
{
  QdImportEntry *entry = qd_import_entries_find (self->entries, QD_TYPE_TASK, id);
  gpointer       task = entry != NULL ? entry->draft : qd_portfolio_lookup (self->portfolio, QD_TYPE_TASK, id);

  return task != NULL ? QD_TASK (task)->title : "";
}

static char *
dup_title (QdImportPlan  *self,
           QdImportEntry *entry)
{
  gpointer    record = entry->result != NULL ? (gpointer)entry->result : entry->match;
  const char *title = qd_import_get_title (record);

  if (entry->type == QD_TYPE_HEALTH)
    {
      g_autofree char *level = qd_record_dup_display (record, "level");
      g_autofree char *day = qd_record_dup_display (record, "day");

      return g_strdup_printf ("%s, %s", level, day);
    }

  if (entry->type == QD_TYPE_LINK)
    return g_strdup_printf ("%s → %s",
                            get_task_title (self, QD_LINK (entry->draft)->predecessor),
                            get_task_title (self, QD_LINK (entry->draft)->successor));

  /* The screen may be shared. */
  if (entry->type == QD_TYPE_ACCOUNT && QD_ACCOUNT (record)->codename != NULL)
    title = QD_ACCOUNT (record)->codename;

  return g_strdup (title != NULL ? title : "");
}

static char *
dup_place (QdImportPlan  *self,
           QdImportEntry *entry)
{
  g_autoptr(GString) place = g_string_new (NULL);

  for (QdImportEntry *parent = entry->parent; parent != NULL; parent = parent->parent)
    {
      g_autofree char *title = dup_title (self, parent);

      if (place->len > 0)
        g_string_prepend (place, " › ");

      g_string_prepend (place, title);
    }

  return g_string_free_and_steal (g_steal_pointer (&place));
}

static gboolean
is_same (GObject    *first,
         GObject    *second,
         GParamSpec *pspec)
{
  g_auto(GValue) a = G_VALUE_INIT;
  g_auto(GValue) b = G_VALUE_INIT;

  g_value_init (&a, pspec->value_type);
  g_value_init (&b, pspec->value_type);
  g_object_get_property (first, pspec->name, &a);
  g_object_get_property (second, pspec->name, &b);

  return g_param_values_cmp (pspec, &a, &b) == 0;
}

/* A person reads a name, not an id. */
static char *
dup_value (QdImportPlan   *self,
           gpointer        record,
           const QdColumn *column)
{
  const QdExchangeReference *reference = qd_exchange_get_reference (G_OBJECT_TYPE (record), column->name);
  GType                      type = reference != NULL ? reference->type : G_TYPE_INVALID;

  if (column == qd_exchange_get_parent_column (G_OBJECT_TYPE (record)))
    type = qd_exchange_get_parent_type (G_OBJECT_TYPE (record));

  if (column->kind == QD_COLUMN_KIND_REFERENCE && type != G_TYPE_INVALID)
    {
      gint64   id = *(gint64 *)G_STRUCT_MEMBER_P (record, column->offset);
      gpointer target = id != 0 ? qd_portfolio_lookup (self->portfolio, type, id) : NULL;

      if (target != NULL)
        return g_strdup (qd_import_get_title (target));
    }

  return qd_record_dup_display (record, column->name);
}

static void
list_changes (QdImportPlan  *self,
              QdImportEntry *entry,
              GPtrArray     *changes)
{
  QdRecordClass *klass = QD_RECORD_GET_CLASS (entry->result);

  for (guint i = 0; i < klass->n_columns; i++)
    {
      const QdColumn *column = &klass->columns[i];
      QdImportChange *change;

      if (is_same (entry->match, G_OBJECT (entry->result), klass->pspecs[i]))
        continue;

      change = g_new (QdImportChange, 1);
      change->label = g_strdup (_ (column->label));
      change->before = dup_value (self, entry->match, column);
      change->after = dup_value (self, entry->result, column);
      g_ptr_array_add (changes, change);
    }
}

static void
add_row (QdImportPlan  *self,
         QdImportEntry *entry)
{
  QdImportRow *row = g_object_new (QD_TYPE_IMPORT_ROW, NULL);

  row->type = entry->type;
  row->kind = qd_import_get_kind (entry->type);
  row->title = dup_title (self, entry);
  row->place = dup_place (self, entry);

  if (entry->match != NULL)
    list_changes (self, entry, row->changes);

  row->outcome = entry->match == NULL    ? QD_IMPORT_ADD
                 : row->changes->len > 0 ? QD_IMPORT_CHANGE
                                         : QD_IMPORT_LEAVE;
  self->counts[row->outcome]++;
  g_ptr_array_add (self->rows, row);
}

/**
 * qd_import_plan_new_from_json:
 * @root: as qd_json_read() gives it
 * @n_days: by which every day is to be moved
 *
 * Returns: (transfer full) (nullable)
 */
QdImportPlan *
qd_import_plan_new_from_json (QdPortfolio *portfolio,
                              JsonNode    *root,
                              int          n_days,
                              GError     **error)
{
  g_autoptr(QdImportPlan) self = g_object_new (QD_TYPE_IMPORT_PLAN, NULL);

  self->portfolio = g_object_ref (portfolio);

  if (!(self->entries = qd_import_entries_read (root, n_days, error)) ||
      !qd_import_match (self->entries, portfolio, error))
    return NULL;

  for (guint i = 0; i < self->entries->entries->len; i++)
    {
      QdImportEntry *entry = g_ptr_array_index (self->entries->entries, i);

      if (entry->result != NULL)
        add_row (self, entry);
    }

  return g_steal_pointer (&self);
}

/**
 * qd_import_plan_new:
 * @bytes: of a file of any kind that is exchanged
 *
 * Returns: (transfer full) (nullable): what importing it would do; or why it
 *   cannot be, with the path to what is wrong
 */
QdImportPlan *
qd_import_plan_new (QdPortfolio *portfolio,
                    GBytes      *bytes,
                    GError     **error)
{
  g_autoptr(JsonNode) root = qd_json_read (bytes, error);

  return root != NULL ? qd_import_plan_new_from_json (portfolio, root, 0, error) : NULL;
}

/* Returns: (transfer none) (element-type QdImportRow): in the order of the file */
GPtrArray *
qd_import_plan_get_rows (QdImportPlan *self)
{
  return self->rows;
}

guint
qd_import_plan_get_count (QdImportPlan   *self,
                          QdImportOutcome outcome)
{
  return self->counts[outcome];
}

/* Returns: (transfer full): how much it would add, change and leave */
char *
qd_import_plan_dup_summary (QdImportPlan *self)
{
  return g_strdup_printf (_ ("%u to add, %u to change, %u to leave as they are"),
                          self->counts[QD_IMPORT_ADD],
                          self->counts[QD_IMPORT_CHANGE],
                          self->counts[QD_IMPORT_LEAVE]);
}

/**
 * qd_import_plan_apply_async:
 * @label: (nullable): of the step
 *
 * Ends with qd_store_edit_finish().
 */
void
qd_import_plan_apply_async (QdImportPlan       *self,
                            const char         *label,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  QdBatch *batch = qd_batch_new ();

  for (guint i = 0; i < self->entries->entries->len; i++)
    {
      QdImportEntry *entry = g_ptr_array_index (self->entries->entries, i);

      if (entry->result == NULL)
        continue;

      if (entry->match == NULL)
        qd_batch_insert (batch, entry->result);
      else
        qd_batch_update (batch, entry->result);
    }

  qd_batch_apply_async (batch,
                        qd_portfolio_get_store (self->portfolio),
                        label != NULL ? label : _ ("Import"),
                        cancellable,
                        callback,
                        user_data);
}
