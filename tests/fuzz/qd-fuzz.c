/* qd-fuzz.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-fuzz.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/*
 * Replays every file of the folders it is given as a test of its own. With
 * --change it changes them at random instead, for as long as --seconds or
 * QD_FUZZ_SECONDS in the environment say. An input follows from the seed, its number and
 * the files alone: what failed is seen again with the seed and number that were
 * printed.
 */

/* A single input that takes longer hangs. */
#define MAX_SECONDS 60

/* Above this a changed input is cut: what is slow finds little. */
#define MAX_SIZE (64 * 1024)

void            __sanitizer_set_death_callback (void (*func) (void)) __attribute__ ((weak));

static gboolean changing;
static gint     seconds;
static gint64   seed = 1;
static gint64   first;
static char    *save;

/* Static, so that a signal handler may read them */
static char     where[256] = "# before the first input\n";
static GBytes  *current;

static void
say_where (void)
{
  if (write (STDERR_FILENO, where, strlen (where)) < 0)
    return;

  if (save != NULL && current != NULL)
    g_file_set_contents (save, g_bytes_get_data (current, NULL), g_bytes_get_size (current), NULL);
}

static void
signal_cb (int number)
{
  say_where ();
  signal (number, SIG_DFL);
  raise (number);
}

static void
run (GBytes *input)
{
  gsize              size;
  const guint8      *data = g_bytes_get_data (input, &size);

  /* A copy of its very size, so that one byte too far is seen. */
  g_autofree guint8 *copy = g_malloc (MAX (size, 1));

  memcpy (copy, data != NULL ? data : copy, size);
  current = input;
  alarm (MAX_SECONDS);
  LLVMFuzzerTestOneInput (copy, size);
  alarm (0);
  current = NULL;
}

static void
replay (gconstpointer data)
{
  GBytes *input = (GBytes *)data;

  g_snprintf (where, sizeof where, "# in a file of the corpus\n");
  run (input);
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

  /* The same order everywhere, since the seed counts on it */
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

static GByteArray *
splice (GByteArray *input,
        GBytes     *other,
        GRand      *rand)
{
  GByteArray   *spliced = g_byte_array_new ();
  gsize         size;
  const guint8 *data = g_bytes_get_data (other, &size);
  guint         head = input->len > 0 ? g_rand_int_range (rand, 0, input->len + 1) : 0;
  guint         tail = size > 0 ? g_rand_int_range (rand, 0, size + 1) : 0;

  g_byte_array_append (spliced, input->data, head);
  g_byte_array_append (spliced, data + tail, size - tail);
  g_byte_array_unref (input);

  return spliced;
}

static void
insert (GByteArray *input,
        guint       at,
        const void *data,
        guint       size)
{
  g_autoptr(GByteArray) tail = g_byte_array_new ();

  g_byte_array_append (tail, input->data + at, input->len - at);
  g_byte_array_set_size (input, at);
  g_byte_array_append (input, data, size);
  g_byte_array_append (input, tail->data, tail->len);
}

static void
insert_word (GByteArray *input,
             guint       at,
             GRand      *rand)
{
  static const struct
  {
    const char *bytes;
    guint       size;
  } common[] = {
    { "\0", 1 },
    { "\n", 1 },
    { "\r\n", 2 },
    { "\"", 1 },
    { "\\", 1 },
    { "\xff", 1 },
    { "\xed\xa0\x80", 3 },
    { "\xe2\x80\xae", 3 },
    { "\xef\xbb\xbf", 3 },
    { "\xf0\x9f\x9a\x80", 4 },
    { "-1", 2 },
    { "0", 1 },
    { "1e999", 5 },
    { "9223372036854775808", 19 },
    { "-9223372036854775808", 20 },
    { "\xff\xfe", 2 },
    { "99999999999999999999999", 23 },
    { "NaN", 3 },
    { "\xc2\x85", 2 },
    { "\xe2\x80\xa8", 3 },
    { "%s%n", 4 },
  };
  guint n_words = g_strv_length ((char **)qd_fuzz_words);
  guint word = g_rand_int_range (rand, 0, n_words + G_N_ELEMENTS (common));

  if (word < n_words)
    insert (input, at, qd_fuzz_words[word], strlen (qd_fuzz_words[word]));
  else
    insert (input, at, common[word - n_words].bytes, common[word - n_words].size);
}

static void
remove_part (GByteArray *input,
             guint       at,
             guint       size)
{
  g_byte_array_remove_range (input, at, MIN (input->len - at, size));
}

static void
repeat_part (GByteArray *input,
             guint       at,
             GRand      *rand)
{
  guint              longest = g_rand_int_range (rand, 1, 32);
  guint              size = MIN (input->len - at, longest);
  g_autofree guint8 *part = g_memdup2 (input->data + at, size);
  guint              n = 1 << g_rand_int_range (rand, 0, 12);

  for (guint i = 0; i < n && input->len < MAX_SIZE; i++)
    insert (input, at, part, size);
}

static GBytes *
change (GPtrArray *inputs,
        gint64     number)
{
  const guint32 seeds[] = { seed, seed >> 32, number, number >> 32 };
  g_autoptr(GRand) rand = g_rand_new_with_seed_array (seeds, G_N_ELEMENTS (seeds));
  GBytes     *base = g_ptr_array_index (inputs, g_rand_int_range (rand, 0, inputs->len));
  GByteArray *input = g_byte_array_new ();
  int         n_changes = 1 << g_rand_int_range (rand, 0, 5);

  g_byte_array_append (input, g_bytes_get_data (base, NULL), g_bytes_get_size (base));

  while (n_changes-- > 0)
    {
      guint at = input->len > 0 ? g_rand_int_range (rand, 0, input->len) : 0;
      int   kind = input->len > 0 ? g_rand_int_range (rand, 0, 9) : 3;

      if (kind == 0)
        input->data[at] ^= 1 << g_rand_int_range (rand, 0, 8);
      else if (kind == 1)
        input->data[at] = g_rand_int_range (rand, 0, 256);
      else if (kind == 2 && n_changes == 0)
        g_byte_array_set_size (input, at);
      else if (kind <= 5)
        insert_word (input, at, rand);
      else if (kind == 6)
        input = splice (input, g_ptr_array_index (inputs, g_rand_int_range (rand, 0, inputs->len)), rand);
      else if (kind == 7)
        remove_part (input, at, g_rand_int_range (rand, 1, 16));
      else if (n_changes == 0)
        repeat_part (input, at, rand);
    }

  if (input->len > MAX_SIZE)
    g_byte_array_set_size (input, MAX_SIZE);

  return g_byte_array_free_to_bytes (input);
}

static int
fuzz (GPtrArray  *inputs,
      const char *name)
{
  gint64 end = g_get_monotonic_time () + seconds * G_USEC_PER_SEC;
  gint64 number = first;

  g_print ("TAP version 14\n1..1\n# seed %" G_GINT64_FORMAT "\n", seed);

  while (g_get_monotonic_time () < end)
    {
      g_autoptr(GBytes) input = change (inputs, number);

      g_snprintf (where,
                  sizeof where,
                  "# %s --change --seconds 1 --seed %" G_GINT64_FORMAT " --first %" G_GINT64_FORMAT "\n",
                  name,
                  seed,
                  number++);
      run (input);
    }

  g_print ("ok 1 %s # %" G_GINT64_FORMAT " inputs\n", name, number - first);

  return EXIT_SUCCESS;
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
  const GOptionEntry entries[] = {
    { "change", 0, 0, G_OPTION_ARG_NONE, &changing, "Change inputs rather than replay them", NULL },
    { "seconds", 0, 0, G_OPTION_ARG_INT, &seconds, "How long to change inputs", "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, "What the changes follow from", "N" },
    { "first", 0, 0, G_OPTION_ARG_INT64, &first, "The number of the first input", "N" },
    { "save", 0, 0, G_OPTION_ARG_FILENAME, &save, "Where to keep the input that fails", "FILE" },
    { NULL },
  };
  g_autoptr(GOptionContext) context = g_option_context_new ("FOLDER…");
  g_autoptr(GPtrArray) inputs = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) error = NULL;
  g_autofree char *name = g_path_get_basename (argv[0]);
  const char      *asked = g_getenv ("QD_FUZZ_SECONDS");

  g_test_init (&argc, &argv, NULL);
  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_set_ignore_unknown_options (context, TRUE);
  g_option_context_parse (context, &argc, &argv, &error);
  g_assert_no_error (error);

  if (seconds == 0 && asked != NULL)
    seconds = atoi (asked);

  if (changing && seconds <= 0)
    {
      g_print ("1..0 # SKIP QD_FUZZ_SECONDS does not say for how long\n");
      return EXIT_SUCCESS;
    }

  for (int i = 1; i < argc; i++)
    load_folder (argv[i], inputs, names);

  if (__sanitizer_set_death_callback != NULL)
    __sanitizer_set_death_callback (say_where);

  signal (SIGABRT, signal_cb);
  signal (SIGTRAP, signal_cb);
  signal (SIGALRM, signal_cb);

  if (changing)
    return fuzz (inputs, name);

  add_tests (inputs, names);

  return g_test_run ();
}
