/* qd-csv-item.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-csv-item"

#include "qd-csv-item.h"

#include <glib/gi18n.h>

/**
 * QdCsvItem:
 *
 * What an import would do with a row, for a list to show. The result must
 * outlive it.
 */
struct _QdCsvItem
{
  GObject            parent_instance;

  const QdCsvResult *result;
};

G_DEFINE_FINAL_TYPE (QdCsvItem, qd_csv_item, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_NAME,
  PROP_DETAIL,
  PROP_ICON_NAME,
  PROP_OUTCOME_LABEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const struct
{
  const char *icon;
  const char *label;
} looks[] = {
  [QD_CSV_ADD] = { "list-add-symbolic", N_ ("New") },
  [QD_CSV_CHANGE] = { "document-edit-symbolic", N_ ("Changed") },
  [QD_CSV_SAME] = { "object-select-symbolic", N_ ("Same") },
  [QD_CSV_BAD] = { "dialog-warning-symbolic", N_ ("Left out") },
};

static char *
dup_detail (const QdCsvResult *result)
{
  const char *label = _ (looks[result->outcome].label);

  if (result->message != NULL)
    /* Translators: a line of a file, what becomes of it, and why: “Line 7 · Left out · “Seats” must be …” */
    return g_strdup_printf (_ ("Line %u · %s · %s"), result->line, label, result->message);

  return g_strdup_printf (_ ("Line %u · %s"), result->line, label);
}

static void
qd_csv_item_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  QdCsvItem *self = QD_CSV_ITEM (object);

  switch (prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, *self->result->name != '\0' ? self->result->name : _ ("(no name)"));
      break;

    case PROP_DETAIL:
      g_value_take_string (value, dup_detail (self->result));
      break;

    case PROP_ICON_NAME:
      g_value_set_string (value, looks[self->result->outcome].icon);
      break;

    case PROP_OUTCOME_LABEL:
      g_value_set_string (value, _ (looks[self->result->outcome].label));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
qd_csv_item_class_init (QdCsvItemClass *klass)
{
  static const char *const names[] = { NULL, "name", "detail", "icon-name", "outcome-label" };

  G_OBJECT_CLASS (klass)->get_property = qd_csv_item_get_property;

  for (guint i = PROP_NAME; i < N_PROPS; i++)
    properties[i] = g_param_spec_string (names[i], NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
}

static void
qd_csv_item_init (QdCsvItem *self)
{
}

QdCsvItem *
qd_csv_item_new (const QdCsvResult *result)
{
  QdCsvItem *self = g_object_new (QD_TYPE_CSV_ITEM, NULL);

  self->result = result;

  return self;
}

QdCsvOutcome
qd_csv_item_get_outcome (QdCsvItem *self)
{
  g_return_val_if_fail (QD_IS_CSV_ITEM (self), QD_CSV_BAD);

  return self->result->outcome;
}
