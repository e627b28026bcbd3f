/* qd-json-file.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-json-file"

#include "qd-json-file.h"

#include <glib/gi18n.h>
#include <string.h>

#include "qd-json-field.h"

/* Returns: (transfer full): the object of a file, before what it holds is put in */
JsonObject *
qd_json_file_new_object (const char *kind)
{
  JsonObject      *object = json_object_new ();
  g_autofree char *version = g_strdup_printf ("%d.%d", QD_JSON_FILE_MAJOR, QD_JSON_FILE_MINOR);

  json_object_set_string_member (object, "schema", QD_JSON_FILE_SCHEMA);
  json_object_set_string_member (object, "kind", kind);
  json_object_set_string_member (object, "version", version);

  return object;
}

/* A newer minor version only adds; what it adds is then named as unknown. */
static gboolean
check_version (const char *version,
               GError    **error)
{
  g_auto(GStrv) numbers = g_strsplit (version, ".", 3);
  guint64 major;
  guint64 minor;

  if (g_strv_length (numbers) != 2 ||
      !g_ascii_string_to_unsigned (numbers[0], 10, 1, G_MAXUINT16, &major, NULL) ||
      !g_ascii_string_to_unsigned (numbers[1], 10, 0, G_MAXUINT16, &minor, NULL))
    return qd_json_fail ("version", _ ("must be two numbers such as “1.0”"), error);

  if (major <= QD_JSON_FILE_MAJOR)
    return TRUE;

  g_set_error (error,
               QD_JSON_ERROR,
               QD_JSON_ERROR_TOO_NEW,
               _ ("The file is of version %s, which a newer Quarterdeck wrote; this one reads %d.x"),
               version,
               QD_JSON_FILE_MAJOR);
  return FALSE;
}

/* Returns: (transfer none) (nullable): the object of a file of ours, of a version that can be read */
static JsonObject *
open_frame (JsonNode    *root,
            const char **kind,
            GError     **error)
{
  JsonObject *file;
  const char *version;

  if (!JSON_NODE_HOLDS_OBJECT (root) ||
      g_strcmp0 (json_object_get_string_member_with_default (json_node_get_object (root), "schema", NULL),
                 QD_JSON_FILE_SCHEMA) != 0)
    {
      g_set_error_literal (
          error, QD_JSON_ERROR, QD_JSON_ERROR_NOT_OURS, _ ("It is JSON, but not a file of Quarterdeck"));
      return NULL;
    }

  file = json_node_get_object (root);

  if (!(version = qd_json_get_text (file, "version", "", error)) || !check_version (version, error) ||
      !(*kind = qd_json_get_text (file, "kind", "", error)))
    return NULL;

  return file;
}

/**
 * qd_json_file_open:
 *
 * Returns: (transfer none) (nullable): the file's object, where it is one of
 *   ours, of a version that can be read and of a kind that people exchange
 */
JsonObject *
qd_json_file_open (JsonNode *root,
                   GError  **error)
{
  const char *const kinds[] = { "portfolio", "account", "plan", "template", NULL };
  const char       *kind;
  JsonObject       *file = open_frame (root, &kind, error);

  if (file == NULL || g_strv_contains (kinds, kind))
    return file;

  qd_json_fail ("kind", _ ("must be one of: portfolio, account, plan, template"), error);
  return NULL;
}

/* The same for a file that must be of @kind. */
JsonObject *
qd_json_file_open_as (JsonNode   *root,
                      const char *kind,
                      GError    **error)
{
  const char      *found;
  JsonObject      *file = open_frame (root, &found, error);
  g_autofree char *what = NULL;

  if (file == NULL || g_str_equal (found, kind))
    return file;

  what = g_strdup_printf (_ ("must be “%s”"), kind);
  qd_json_fail ("kind", what, error);

  return NULL;
}

const char *
qd_json_file_get_kind (JsonObject *file)
{
  return json_object_get_string_member (file, "kind");
}

/* Of the version that @file is in; it was checked when the file was opened. */
guint
qd_json_file_get_minor (JsonObject *file)
{
  const char *point = strchr (json_object_get_string_member (file, "version"), '.');

  return point != NULL ? (guint)g_ascii_strtoull (point + 1, NULL, 10) : 0;
}
