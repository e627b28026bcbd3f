/* qd-test-run.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

/* What others make of our files */

/* Returns: what the program writes, or %NULL and the test skipped where there is none */
static inline char *
qd_test_run (const char *program,
             ...)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new ();
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *found = g_find_program_in_path (program);
  char            *output = NULL;
  va_list          list;

  if (found == NULL)
    {
      g_assert_null (g_getenv ("CI"));
      g_test_skip_printf ("there is no %s", program);
      return NULL;
    }

  g_ptr_array_add (words, (char *)program);
  va_start (list, program);
  while (words->pdata[words->len - 1] != NULL)
    g_ptr_array_add (words, va_arg (list, char *));
  va_end (list);

  process = g_subprocess_newv (
      (const char *const *)words->pdata, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  if (!g_subprocess_get_successful (process))
    g_error ("%s: %s", program, output);

  return output;
}

static inline int
qd_test_count_pages (const char *path)
{
  g_autofree char *info = qd_test_run ("pdfinfo", path, NULL);
  const char      *line = info != NULL ? strstr (info, "Pages:") : NULL;

  return line != NULL ? atoi (line + strlen ("Pages:")) : 0;
}
