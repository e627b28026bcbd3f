/* qd-import-item.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-import-item"

#include "qd-import-item.h"

#include <glib/gi18n.h>

/**
 * QdImportItem:
 *
 * A line of the preview of an import: a record, or below one that changes, a
 * field of it.
 */
struct _QdImportItem
{
  GObject               parent_instance;

  QdImportRow          *row;
  const QdImportChange *change; /* (nullable): of @row */
};

G_DEFINE_FINAL_TYPE (QdImportItem, qd_import_item, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_DETAIL,
  PROP_ICON_NAME,
  PROP_OUTCOME_LABEL,
  PROP_WORDS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const struct
{
  const char *icon;
  const char *label;
} looks[] = {
  [QD_IMPORT_ADD] = { "list-add-symbolic", N_ ("New") },
  [QD_IMPORT_CHANGE] = { "document-edit-symbolic", N_ ("Changed") },
  [QD_IMPORT_LEAVE] = { "object-select-symbolic", N_ ("Same") },
};

static char *
dup_title (QdImportItem *self)
{
  const char *title = self->change != NULL ? self->change->label : self->row->title;

  return g_strdup (*title != '\0' ? title : _ ("(no name)"));
}

static char *
dup_detail (QdImportItem *self)
{
  const char *label = _ (looks[self->row->outcome].label);

  if (self->change != NULL)
    return g_strdup_printf (_ ("%s → %s"),
                            *self->change->before != '\0' ? self->change->before : _ ("nothing"),
                            *self->change->after != '\0' ? self->change->after : _ ("nothing"));

  if (*self->row->place != '\0')
    /* Translators: what becomes of a record, what it is, and what it is part of: “New · Task · Acme › Onboarding” */
    return g_strdup_printf (_ ("%s · %s · %s"), label, self->row->kind, self->row->place);

  return g_strdup_printf (_ ("%s · %s"), label, self->row->kind);
}

static char *
dup_words (QdImportItem *self)
{
  g_autofree char *title = dup_title (self);
  g_autofree char *detail = dup_detail (self);

  return g_strdup_printf (_ ("%s, %s"), title, detail);
}

static void
qd_import_item_finalize (GObject *object)
{
  g_clear_object (&QD_IMPORT_ITEM (object)->row);

  G_OBJECT_CLASS (qd_import_item_parent_class)->finalize (object);
}

static void
qd_import_item_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  QdImportItem *self = QD_IMPORT_ITEM (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_take_string (value, dup_title (self));
      break;

    case PROP_DETAIL:
      g_value_take_string (value, dup_detail (self));
      break;

    case PROP_ICON_NAME:
      g_value_set_string (value, self->change != NULL ? NULL : looks[self->row->outcome].icon);
      break;

    case PROP_OUTCOME_LABEL:
      g_value_set_string (value, _ (looks[self->row->outcome].label));
      break;

    case PROP_WORDS:
      g_value_take_string (value, dup_words (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
qd_import_item_class_init (QdImportItemClass *klass)
{
  static const char *const names[] = { NULL, "title", "detail", "icon-name", "outcome-label", "words" };

  G_OBJECT_CLASS (klass)->finalize = qd_import_item_finalize;
  G_OBJECT_CLASS (klass)->get_property = qd_import_item_get_property;

  for (guint i = PROP_TITLE; i < N_PROPS; i++)
    properties[i] = g_param_spec_string (names[i], NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
}

static void
qd_import_item_init (QdImportItem *self)
{
}

QdImportItem *
qd_import_item_new (QdImportRow *row)
{
  QdImportItem *self = g_object_new (QD_TYPE_IMPORT_ITEM, NULL);

  self->row = g_object_ref (row);

  return self;
}

QdImportRow *
qd_import_item_get_row (QdImportItem *self)
{
  g_return_val_if_fail (QD_IS_IMPORT_ITEM (self), NULL);

  return self->row;
}

/* Returns: (transfer full) (nullable): the fields that change, one an item */
GListModel *
qd_import_item_create_changes (QdImportItem *self)
{
  GListStore *changes;

  if (self->change != NULL || self->row->changes->len == 0)
    return NULL;

  changes = g_list_store_new (QD_TYPE_IMPORT_ITEM);

  for (guint i = 0; i < self->row->changes->len; i++)
    {
      g_autoptr(QdImportItem) item = qd_import_item_new (self->row);

      item->change = g_ptr_array_index (self->row->changes, i);
      g_list_store_append (changes, item);
    }

  return G_LIST_MODEL (changes);
}
