/* qd-field.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-field"

#include "qd-field.h"

#include <glib/gi18n.h>
#include <math.h>

#include "qd-batch.h"
#include "qd-day-parse.h"
#include "qd-field-text.h"

/**
 * QdField:
 *
 * One field of one record while it is edited in place. A widget shows what the
 * field says and hands back what a person made of it; the field checks that,
 * writes it as one step that can be undone, and says in a sentence what is wrong
 * with it if it is refused. What did not change is not written, and nothing is
 * once the record is gone.
 *
 * A field of a draft, bound without a store, is set and not written: so the same
 * widgets serve a dialog that adds a record.
 *
 * An amount of money is named together with its currency: “arr currency”.
 */
struct _QdField
{
  GObject         parent_instance;

  char           *name;
  char           *property;
  char           *currency; /* (nullable): the property with the currency */
  QdStore        *store;    /* (nullable) */
  QdRecord       *record;   /* (nullable) */
  const QdColumn *column;
  gboolean        adds; /* the record, which is not in the file yet */
  char           *problem;
  guint           serial; /* of the newest commit; an older one has nothing to say */
};

G_DEFINE_FINAL_TYPE (QdField, qd_field, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_PROBLEM,
  N_PROPS
};

enum
{
  BOUND,
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

typedef struct
{
  QdField *field;
  guint    serial;
} Commit;

static void
set_problem (QdField    *self,
             const char *problem)
{
  if (g_set_str (&self->problem, problem))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

static void
notify_cb (QdField *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
disconnect (QdField *self)
{
  if (self->record != NULL)
    g_signal_handlers_disconnect_by_func (self->record, notify_cb, self);
}

static void
qd_field_dispose (GObject *object)
{
  QdField *self = QD_FIELD (object);

  disconnect (self);
  g_clear_object (&self->record);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_field_parent_class)->dispose (object);
}

static void
qd_field_finalize (GObject *object)
{
  QdField *self = QD_FIELD (object);

  g_free (self->name);
  g_free (self->property);
  g_free (self->currency);
  g_free (self->problem);

  G_OBJECT_CLASS (qd_field_parent_class)->finalize (object);
}

static void
qd_field_get_property (GObject    *object,
                       guint       prop_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_PROBLEM:
      g_value_set_string (value, QD_FIELD (object)->problem);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
qd_field_class_init (QdFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = qd_field_dispose;
  object_class->finalize = qd_field_finalize;
  object_class->get_property = qd_field_get_property;

  /**
   * QdField:problem:
   *
   * Why what was handed in last is not in the file, as a sentence; or %NULL.
   */
  properties[PROP_PROBLEM] =
      g_param_spec_string ("problem",
                           NULL,
                           NULL,
                           NULL,
                           (G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* Another record, or none, is edited from now on. */
  signals[BOUND] = g_signal_new (
      "bound", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /* What is in the file is to be shown again. */
  signals[CHANGED] = g_signal_new (
      "changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
qd_field_init (QdField *self)
{
}

QdField *
qd_field_new (void)
{
  return g_object_new (QD_TYPE_FIELD, NULL);
}

const char *
qd_field_get_name (QdField *self)
{
  g_return_val_if_fail (QD_IS_FIELD (self), NULL);

  return self->name;
}

/* @name: of a column, with dashes or underscores; for money two, the amount's first. */
void
qd_field_set_name (QdField    *self,
                   const char *name)
{
  g_auto(GStrv) parts = NULL;

  g_return_if_fail (QD_IS_FIELD (self));
  g_return_if_fail (self->record == NULL);

  if (!g_set_str (&self->name, name))
    return;

  parts = g_strsplit (name != NULL ? name : "", " ", 2);
  g_set_str (&self->property, parts[0]);
  g_set_str (&self->currency, parts[0] != NULL ? parts[1] : NULL);
}

static void
connect_property (QdField    *self,
                  const char *property)
{
  g_autofree char *signal = g_strdup_printf ("notify::%s", property);

  /* The detail is the property's own name, with dashes. */
  g_strdelimit (signal, "_", '-');
  g_signal_connect_object (self->record, signal, G_CALLBACK (notify_cb), self, G_CONNECT_SWAPPED);
}

/**
 * qd_field_bind:
 * @store: (nullable): where changes are written; %NULL sets them on a draft
 * @record: (nullable): the record to follow, or %NULL for none
 */
void
qd_field_bind (QdField *self,
               QdStore *store,
               gpointer record)
{
  g_return_if_fail (QD_IS_FIELD (self));
  g_return_if_fail (record == NULL || (QD_IS_RECORD (record) && self->property != NULL));

  disconnect (self);
  self->serial++;
  self->adds = FALSE;
  self->column = record != NULL ? qd_record_find_column (G_OBJECT_TYPE (record), self->property) : NULL;
  g_return_if_fail (record == NULL || self->column != NULL);

  g_set_object (&self->store, store);
  g_set_object (&self->record, record);
  set_problem (self, NULL);

  if (record != NULL)
    {
      connect_property (self, self->property);

      if (self->currency != NULL)
        connect_property (self, self->currency);
    }

  g_signal_emit (self, signals[BOUND], 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * qd_field_bind_new:
 * @draft: a record that is not in the file
 *
 * Binds to what the first change adds, in the same step. Whoever binds must bind again
 * once it is there.
 */
void
qd_field_bind_new (QdField *self,
                   QdStore *store,
                   gpointer draft)
{
  g_return_if_fail (QD_IS_FIELD (self));
  g_return_if_fail (!qd_record_is_live (draft));

  qd_field_bind (self, store, draft);
  self->adds = TRUE;
}

gpointer
qd_field_get_record (QdField *self)
{
  g_return_val_if_fail (QD_IS_FIELD (self), NULL);

  return self->record;
}

/* Returns: (nullable): %NULL while nothing is bound */
const QdColumn *
qd_field_get_column (QdField *self)
{
  g_return_val_if_fail (QD_IS_FIELD (self), NULL);

  return self->column;
}

/* The column's name for people; empty while nothing is bound. */
const char *
qd_field_get_label (QdField *self)
{
  g_return_val_if_fail (QD_IS_FIELD (self), NULL);

  return self->column != NULL ? _ (self->column->label) : "";
}

const char *
qd_field_get_problem (QdField *self)
{
  g_return_val_if_fail (QD_IS_FIELD (self), NULL);

  return self->problem;
}

/**
 * qd_field_get_value:
 * @value: (out): not initialised; set only where something is bound
 */
gboolean
qd_field_get_value (QdField *self,
                    GValue  *value)
{
  g_return_val_if_fail (QD_IS_FIELD (self), FALSE);

  if (self->record == NULL)
    return FALSE;

  g_value_init (value, g_object_class_find_property (G_OBJECT_GET_CLASS (self->record), self->property)->value_type);
  g_object_get_property (G_OBJECT (self->record), self->property, value);

  return TRUE;
}

/**
 * qd_field_dup_text:
 *
 * Returns: (transfer full): the field as it is edited; empty for none
 */
char *
qd_field_dup_text (QdField *self)
{
  g_auto(GValue) value = G_VALUE_INIT;

  g_return_val_if_fail (QD_IS_FIELD (self), NULL);

  if (!qd_field_get_value (self, &value))
    return g_strdup ("");

  if (self->column->kind == QD_COLUMN_KIND_DAY)
    return qd_day_dup_editable (g_value_get_int (&value));

  if (self->column->unit != QD_COLUMN_UNIT_NONE)
    return qd_field_text_format_unit (self->column, &value);

  if (self->currency != NULL && g_value_get_int64 (&value) != QD_INTEGER_NONE)
    {
      g_autofree char *currency = NULL;

      g_object_get (self->record, self->currency, &currency, NULL);
      return qd_field_text_format_money (g_value_get_int64 (&value), currency);
    }

  return qd_record_dup_display (self->record, self->property);
}

static void
commit_cb (GObject      *store,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autofree Commit *commit = user_data;
  g_autoptr(QdField) self = commit->field;
  g_autoptr(GError) error = NULL;
  gboolean done = qd_store_edit_finish (QD_STORE (store), result, &error);

  if (commit->serial != self->serial)
    return;

  set_problem (self, done ? NULL : error->message);

  if (done)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* Hands @draft over, if it is other than the record and within its rules. */
static gboolean
commit_draft (QdField *self,
              gpointer draft,
              gboolean changed)
{
  g_autofree char *label = NULL;
  g_autoptr(GError) error = NULL;
  Commit *commit;

  self->serial++;

  if (!changed)
    {
      set_problem (self, NULL);
      g_signal_emit (self, signals[CHANGED], 0);
      return TRUE;
    }

  if (!qd_record_check (draft, &error))
    {
      set_problem (self, error->message);
      return FALSE;
    }

  commit = g_new (Commit, 1);
  commit->field = g_object_ref (self);
  commit->serial = self->serial;
  label = g_strdup_printf (_ ("Change %s"), _ (self->column->label));

  if (self->adds)
    qd_record_add_async (draft, self->store, label, commit_cb, commit);
  else
    qd_record_save_async (draft, self->store, label, commit_cb, commit);

  return TRUE;
}

static gboolean
set_if_other (gpointer      draft,
              const char   *property,
              const GValue *value)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (draft), property);
  g_auto(GValue) before = G_VALUE_INIT;

  g_value_init (&before, pspec->value_type);
  g_object_get_property (draft, property, &before);

  /* Not the pspec's own comparison, for which an empty text is other than none. */
  if (G_VALUE_HOLDS_STRING (value) && G_VALUE_HOLDS_STRING (&before))
    {
      const char *a = g_value_get_string (&before), *b = g_value_get_string (value);

      if (g_str_equal (a != NULL ? a : "", b != NULL ? b : ""))
        return FALSE;
    }
  else if (G_VALUE_HOLDS_DOUBLE (value) && isnan (g_value_get_double (value)))
    {
      if (isnan (g_value_get_double (&before)))
        return FALSE;
    }
  else if (g_param_values_cmp (pspec, &before, value) == 0)
    {
      return FALSE;
    }

  g_object_set_property (draft, property, value);

  return TRUE;
}

/**
 * qd_field_commit:
 *
 * Writes @value, if it is another one. Does nothing where the record is gone.
 *
 * Returns: %FALSE where it is refused; QdField:problem then says why. The store
 *   may still refuse it later.
 */
gboolean
qd_field_commit (QdField      *self,
                 const GValue *value)
{
  g_autoptr(QdRecord) draft = NULL;
  gboolean changed;

  g_return_val_if_fail (QD_IS_FIELD (self), FALSE);

  if (self->record == NULL)
    return TRUE;

  if (self->store == NULL)
    {
      set_if_other (self->record, self->property, value);
      set_problem (self, NULL);
      return TRUE;
    }

  if (!self->adds && !qd_record_is_live (self->record))
    return TRUE;

  draft = qd_record_dup_draft (self->record);
  changed = set_if_other (draft, self->property, value);

  return commit_draft (self, draft, changed);
}

/* For an enumeration, a day or a switch. */
gboolean
qd_field_commit_int (QdField *self,
                     int      value)
{
  g_auto(GValue) new_value = G_VALUE_INIT;

  g_return_val_if_fail (QD_IS_FIELD (self), FALSE);

  if (self->column == NULL)
    return TRUE;

  if (self->column->kind == QD_COLUMN_KIND_BOOLEAN)
    {
      g_value_init (&new_value, G_TYPE_BOOLEAN);
      g_value_set_boolean (&new_value, value);
    }
  else
    {
      g_value_init (&new_value, G_TYPE_INT);
      g_value_set_int (&new_value, value);
    }

  return qd_field_commit (self, &new_value);
}

/* The amount and its currency, as one step. */
static gboolean
commit_money (QdField    *self,
              const char *text)
{
  g_autoptr(QdRecord) draft = NULL;
  g_auto(GValue) amount = G_VALUE_INIT;
  g_auto(GValue) currency = G_VALUE_INIT;
  g_autofree char *before = NULL;
  gpointer         target = self->record;
  gboolean         changed;

  g_object_get (self->record, self->currency, &before, NULL);

  if (!qd_field_text_parse_money (text, before, &amount, &currency))
    {
      g_autofree char *problem =
          g_strdup_printf (_ ("“%s” must be an amount, such as “120,000 EUR”"), _ (self->column->label));

      set_problem (self, problem);
      return FALSE;
    }

  if (self->store != NULL)
    target = draft = qd_record_dup_draft (self->record);

  changed = set_if_other (target, self->property, &amount);
  changed |= set_if_other (target, self->currency, &currency);

  if (draft != NULL)
    return commit_draft (self, draft, changed);

  set_problem (self, NULL);

  return TRUE;
}

/**
 * qd_field_commit_text:
 * @text: as a person typed it; nothing means none
 *
 * See qd_field_commit().
 */
gboolean
qd_field_commit_text (QdField    *self,
                      const char *text)
{
  g_autofree char *clean = g_strdup (text);
  g_autofree char *problem = NULL;
  g_auto(GValue) value = G_VALUE_INIT;

  g_return_val_if_fail (QD_IS_FIELD (self), FALSE);

  if (self->record == NULL || (self->store != NULL && !self->adds && !qd_record_is_live (self->record)))
    return TRUE;

  if (self->column->kind != QD_COLUMN_KIND_TEXT || self->column->line)
    g_strstrip (clean);

  if (self->currency != NULL)
    return commit_money (self, clean);

  problem = qd_field_text_parse (self->column, clean, &value);

  if (problem == NULL)
    return qd_field_commit (self, &value);

  self->serial++;
  set_problem (self, problem);

  return FALSE;
}

/* Goes back to what is in the file. */
void
qd_field_reset (QdField *self)
{
  g_return_if_fail (QD_IS_FIELD (self));

  self->serial++;
  set_problem (self, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}
