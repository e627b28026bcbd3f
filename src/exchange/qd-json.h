/* qd-json.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define QD_JSON_ERROR (qd_json_error_quark ())

/**
 * QdJsonError:
 * @QD_JSON_ERROR_TOO_LARGE: more bytes than are read, or nested deeper
 * @QD_JSON_ERROR_SYNTAX: it is not JSON
 * @QD_JSON_ERROR_NOT_OURS: JSON, but of another program
 * @QD_JSON_ERROR_TOO_NEW: of a version that this one cannot read
 * @QD_JSON_ERROR_BAD_VALUE: a value is missing, unknown, or of another type
 *
 * All but the first name the place: a line, or a path such as “accounts[3].name”.
 */
typedef enum
{
  QD_JSON_ERROR_TOO_LARGE,
  QD_JSON_ERROR_SYNTAX,
  QD_JSON_ERROR_NOT_OURS,
  QD_JSON_ERROR_TOO_NEW,
  QD_JSON_ERROR_BAD_VALUE,
} QdJsonError;

GQuark qd_json_error_quark (void);

#define QD_JSON_MAX_BYTES (64 * 1024 * 1024)
#define QD_JSON_MAX_DEPTH 64

JsonNode *qd_json_read (GBytes  *bytes,
                        GError **error);
GBytes   *qd_json_write (JsonNode *node);

char     *qd_json_join (const char *path,
                        const char *key);
char     *qd_json_join_index (const char *path,
                              guint       index);
gboolean  qd_json_fail (const char *path,
                        const char *what,
                        GError    **error);

G_END_DECLS
