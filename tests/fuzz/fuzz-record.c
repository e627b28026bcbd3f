/* fuzz-record.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-fuzz.h"
#include "qd-json.h"
#include "qd-kinds.h"
#include "qd-record-json.h"

/* A record of each kind, from its JSON. */

const char *const qd_fuzz_words[] = {
  "\"id\": ", "\"name\": ", "\"title\": ", "\"account\": ", "\"plan\": ", "\"status\": ", "\"start\": ", "\"target\": ",
  "\"due\": ", "\"progress\": ", "\"tier\": ", "\"arr\": ", "\"currency\": ", "\"time_zone\": ", "\"archived\": ",
  "\"domains\": ", "\"0000000000000001\"", "\"2026-02-30\"", "\"2026-12-31\"", "\"1899-01-01\"", "\"done\"",
  "\"signature\"", "null", "true", "-1", "1.5", "1e18", "9007199254740993", "\"a\\nb\"", "{", "}", ",", "[]", NULL
};

GBytes *
qd_fuzz_make (guint n)
{
  return n == 0   ? qd_fuzz_repeat ("{\"name\": \"", "n", 1000000, "\"}")
         : n == 1 ? qd_fuzz_repeat ("{\"", "n", 1000000, "\": 1}")
         : n == 2 ? qd_fuzz_repeat ("{\"tier\": \"", "n", 1000000, "\"}")
                  : NULL;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) root = qd_json_read (bytes, &error);
  guint        n_types;
  const GType *types = qd_kinds_get_types (&n_types);

  if (root == NULL)
    {
      qd_fuzz_check_error (error);
      return 0;
    }

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr(GError) local_error = NULL;
      g_autoptr(QdRecord) record = qd_record_new_from_json (types[i], root, &local_error);
      g_autoptr(QdRecord) again = NULL;
      g_autoptr(JsonNode) written = NULL;
      g_autoptr(JsonNode) rewritten = NULL;

      if (record == NULL)
        {
          qd_fuzz_check_error (local_error);
          continue;
        }

      written = qd_record_to_json (record);
      again = qd_record_new_from_json (types[i], written, &local_error);
      g_assert_no_error (local_error);
      rewritten = qd_record_to_json (again);
      g_assert_true (json_node_equal (written, rewritten));
    }

  return 0;
}
