/* qd-fuzz.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-fuzz.h"

#include <string.h>
#include <unistd.h>

/*
 * Replays every file of the folders it is given, and every input too large to
 * keep as a file, each as a test of its own. What changes them is libFuzzer: see
 * qd-fuzz-engine.c.
 */

/* A single input that takes longer hangs. */
#define MAX_SECONDS 60

static void
replay (gconstpointer input)
{
  gsize              size;
  const guint8      *data = g_bytes_get_data ((GBytes *)input, &size);

  /* A copy of its very size, so that one byte too far is seen. */
  g_autofree guint8 *copy = g_malloc (MAX (size, 1));

  memcpy (copy, data != NULL ? data : copy, size);
  alarm (MAX_SECONDS);
  LLVMFuzzerTestOneInput (copy, size);
  alarm (0);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static void
load_folder (const char *path,
             GPtrArray  *inputs,
             GPtrArray  *names)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) folder = g_dir_open (path, 0, &error);
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_no_error (error);

  while ((name = g_dir_read_name (folder)))
    g_ptr_array_add (found, g_strdup (name));

  /* The same order everywhere */
  g_ptr_array_sort (found, compare_names);

  for (guint i = 0; i < found->len; i++)
    {
      g_autofree char *file = g_build_filename (path, g_ptr_array_index (found, i), NULL);
      char            *text;
      gsize            length;

      g_file_get_contents (file, &text, &length, &error);
      g_assert_no_error (error);
      g_ptr_array_add (inputs, g_bytes_new_take (text, length));
      g_ptr_array_add (names, g_strdup_printf ("%u/%s", inputs->len, (char *)g_ptr_array_index (found, i)));
    }
}

static void
add_tests (GPtrArray *inputs,
           GPtrArray *names)
{
  GBytes *made;

  for (guint i = 0; i < inputs->len; i++)
    {
      g_autofree char *path = g_strdup_printf ("/fuzz/%s", (char *)g_ptr_array_index (names, i));

      g_test_add_data_func (path, g_ptr_array_index (inputs, i), replay);
    }

  for (guint i = 0; (made = qd_fuzz_make (i)); i++)
    {
      g_autofree char *path = g_strdup_printf ("/fuzz/made/%u", i);

      g_test_add_data_func_full (path, made, replay, (GDestroyNotify)g_bytes_unref);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GPtrArray) inputs = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  g_test_init (&argc, &argv, NULL);

  for (int i = 1; i < argc; i++)
    load_folder (argv[i], inputs, names);

  add_tests (inputs, names);

  return g_test_run ();
}
