/* qd-json-field.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-column.h"
#include "qd-json.h"

G_BEGIN_DECLS

/**
 * QdJsonFieldKind:
 * @QD_JSON_FIELD_KEY: `char *`: small letters, digits and dashes
 * @QD_JSON_FIELD_LINE: `char *`: one line of text
 * @QD_JSON_FIELD_TEXT: `char *`
 * @QD_JSON_FIELD_ADDRESS: `char *`: a web address
 * @QD_JSON_FIELD_NUMBER: `int` of at most ten years either way; none is %QD_DAY_NONE
 * @QD_JSON_FIELD_MINUTES: `int` of at most ten years of work either way; none is 0
 * @QD_JSON_FIELD_COUNT: `gint64`, not less than 0; none is %QD_INTEGER_NONE
 * @QD_JSON_FIELD_NICK: `int`, its nick in JSON; none is %QD_ENUM_NONE
 * @QD_JSON_FIELD_DAY: `int`, see qd-day.h; none is %QD_DAY_NONE
 * @QD_JSON_FIELD_LINES: `GStrv`; none is %NULL
 * @QD_JSON_FIELD_ITEMS: `GPtrArray *` of structures
 *
 * What a field of a structure holds.
 */
typedef enum
{
  QD_JSON_FIELD_KEY,
  QD_JSON_FIELD_LINE,
  QD_JSON_FIELD_TEXT,
  QD_JSON_FIELD_ADDRESS,
  QD_JSON_FIELD_NUMBER,
  QD_JSON_FIELD_MINUTES,
  QD_JSON_FIELD_COUNT,
  QD_JSON_FIELD_NICK,
  QD_JSON_FIELD_DAY,
  QD_JSON_FIELD_LINES,
  QD_JSON_FIELD_ITEMS,
} QdJsonFieldKind;

typedef struct _QdJsonShape QdJsonShape;

/**
 * QdJsonField:
 *
 * One member of an object and one field of a structure: for what is exchanged
 * but is not a record. Reading and writing follow from a table of them, in
 * whose order the members are written.
 */
typedef struct
{
  const char        *key;
  QdJsonFieldKind    kind;
  gsize              offset;
  gboolean           required;
  const QdNick      *nicks; /* of a nick */
  const QdJsonShape *shape; /* of items */
} QdJsonField;

struct _QdJsonShape
{
  gsize              size;
  const QdJsonField *fields;
  guint              n_fields;
};

gboolean    qd_json_shape_read (const QdJsonShape *self,
                                gpointer           structure,
                                JsonNode          *node,
                                const char        *path,
                                GError           **error);
JsonNode   *qd_json_shape_write (const QdJsonShape *self,
                                 gconstpointer      structure);
void        qd_json_shape_init (const QdJsonShape *self,
                                gpointer           structure);
void        qd_json_shape_clear (const QdJsonShape *self,
                                 gpointer           structure);
GPtrArray  *qd_json_shape_new_items (const QdJsonShape *self);
gpointer    qd_json_shape_add_item (const QdJsonShape *self,
                                    GPtrArray         *items);

gboolean    qd_json_check_keys (JsonObject        *object,
                                const char *const *keys,
                                const char        *path,
                                GError           **error);
const char *qd_json_get_text (JsonObject *object,
                              const char *key,
                              const char *path,
                              GError    **error);

G_END_DECLS
