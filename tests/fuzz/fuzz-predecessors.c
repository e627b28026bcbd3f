/* fuzz-predecessors.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-fuzz.h"
#include "qd-predecessors.h"

/* What a task waits for, typed into a table. */

#define ROW 3
#define N_ROWS 100

const char *const qd_fuzz_words[] = { "4", "7SS", "FS", "SF", "FF", "+2d", "-4h", "+3ed", "+1ew", " minutes", ";", ",", "−", "1.5", NULL };

GBytes *
qd_fuzz_make (guint n)
{
  switch (n)
    {
    case 0:
      return qd_fuzz_repeat ("", "4FS+2d;", 100000, "");

    case 1:
      return qd_fuzz_repeat ("4FS+", "9", 100000, "d");

    case 2:
      return qd_fuzz_repeat ("", "4", 100000, "");

    default:
      return NULL;
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = qd_fuzz_dup_text (data, size);
  g_autofree char *written = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) predecessors = qd_predecessors_parse (text, ROW, N_ROWS, &error);
  g_autoptr(GArray) back = NULL;

  if (predecessors == NULL)
    {
      qd_fuzz_check_error (error);
      return 0;
    }

  written = qd_predecessors_format ((const QdPredecessor *)predecessors->data, predecessors->len);
  back = qd_predecessors_parse (written, ROW, N_ROWS, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (back->len, ==, predecessors->len);

  for (guint i = 0; i < back->len; i++)
    {
      const QdPredecessor *first = &g_array_index (predecessors, QdPredecessor, i);
      const QdPredecessor *second = &g_array_index (back, QdPredecessor, i);

      g_assert_cmpuint (first->row, ==, second->row);
      g_assert_cmpint (first->kind, ==, second->kind);
      g_assert_cmpint (first->lag, ==, second->lag);
    }

  return 0;
}
