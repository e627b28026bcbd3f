/* qd-json-file.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-json.h"

G_BEGIN_DECLS

#define QD_JSON_FILE_SCHEMA "io.gitlab.quarterdeck"
#define QD_JSON_FILE_MAJOR 1
#define QD_JSON_FILE_MINOR 2

/* What every file begins with: whose it is, what is in it, and in which version. */

JsonObject *qd_json_file_new_object (const char *kind);
JsonObject *qd_json_file_open (JsonNode *root,
                               GError  **error);
JsonObject *qd_json_file_open_as (JsonNode   *root,
                                  const char *kind,
                                  GError    **error);
const char *qd_json_file_get_kind (JsonObject *file);
guint       qd_json_file_get_minor (JsonObject *file);

G_END_DECLS
