/* test-predecessors.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>
#include <string.h>

#include "qd-predecessors.h"

/* The notation is that of Microsoft Project's Predecessors column, which other tools have taken over. */

static GArray *
parse (const char *text)
{
  g_autoptr(GError) error = NULL;
  GArray *predecessors = qd_predecessors_parse (text, 3, 20, &error);

  g_assert_no_error (error);

  return predecessors;
}

static void
test_parse (void)
{
  const struct
  {
    const char   *text;
    QdPredecessor first;
    guint         n;
  } cases[] = {
    { "4", { 4, QD_LINK_KIND_FINISH_START, 0, FALSE }, 1 },
    { "4FS", { 4, QD_LINK_KIND_FINISH_START, 0, FALSE }, 1 },
    { "4FS+2d", { 4, QD_LINK_KIND_FINISH_START, 960, FALSE }, 1 },
    { " 4 fs + 2 days ", { 4, QD_LINK_KIND_FINISH_START, 960, FALSE }, 1 },
    { "4+2d", { 4, QD_LINK_KIND_FINISH_START, 960, FALSE }, 1 },
    { "4-1d", { 4, QD_LINK_KIND_FINISH_START, -480, FALSE }, 1 },
    { "4−1d", { 4, QD_LINK_KIND_FINISH_START, -480, FALSE }, 1 },
    { "7SS-4h", { 7, QD_LINK_KIND_START_START, -240, FALSE }, 1 },
    { "9FF+3ed", { 9, QD_LINK_KIND_FINISH_FINISH, 4320, TRUE }, 1 },
    { "9ff+3EH", { 9, QD_LINK_KIND_FINISH_FINISH, 180, TRUE }, 1 },
    { "20SF+30min", { 20, QD_LINK_KIND_START_FINISH, 30, FALSE }, 1 },
    { "1SS+1w", { 1, QD_LINK_KIND_START_START, 2400, FALSE }, 1 },
    { "1SS+1ew", { 1, QD_LINK_KIND_START_START, 10080, TRUE }, 1 },
    { "1FS+1.5d", { 1, QD_LINK_KIND_FINISH_START, 720, FALSE }, 1 },
    { "1FS+2", { 1, QD_LINK_KIND_FINISH_START, 960, FALSE }, 1 },
    { "4FS+2d; 7SS", { 4, QD_LINK_KIND_FINISH_START, 960, FALSE }, 2 },
    { "4,7,9", { 4, QD_LINK_KIND_FINISH_START, 0, FALSE }, 3 },
    { ";4;", { 4, QD_LINK_KIND_FINISH_START, 0, FALSE }, 1 },
    { "", { 0 }, 0 },
    { " ; , ", { 0 }, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GArray) predecessors = parse (cases[i].text);
      QdPredecessor *first = &g_array_index (predecessors, QdPredecessor, 0);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (predecessors->len, ==, cases[i].n);

      if (cases[i].n == 0)
        continue;

      g_assert_cmpuint (first->row, ==, cases[i].first.row);
      g_assert_cmpint (first->kind, ==, cases[i].first.kind);
      g_assert_cmpint (first->lag, ==, cases[i].first.lag);
      g_assert_cmpint (first->elapsed, ==, cases[i].first.elapsed);
    }
}

static void
test_refused (void)
{
  const struct
  {
    const char         *text;
    QdPredecessorsError code;
    const char         *named;
  } cases[] = {
    { "FS", QD_PREDECESSORS_ERROR_SYNTAX, "“FS”" },
    { "4; x", QD_PREDECESSORS_ERROR_SYNTAX, "“x”" },
    { "4XX", QD_PREDECESSORS_ERROR_SYNTAX, "“4XX”" },
    { "4FS2d", QD_PREDECESSORS_ERROR_SYNTAX, "“4FS2d”" },
    { "4FS+", QD_PREDECESSORS_ERROR_SYNTAX, "“4FS+”" },
    { "4FS+d", QD_PREDECESSORS_ERROR_SYNTAX, "“4FS+d”" },
    { "4FS+2 fortnights", QD_PREDECESSORS_ERROR_SYNTAX, "“4FS+2 fortnights”" },
    { "4FS+1.2.3d", QD_PREDECESSORS_ERROR_SYNTAX, "“4FS+1.2.3d”" },
    { "4FS+2e", QD_PREDECESSORS_ERROR_SYNTAX, "“4FS+2e”" },
    { "4FS+99999w", QD_PREDECESSORS_ERROR_SYNTAX, "“4FS+99999w”" },
    { "4FS+2d;5FS+99999999999999999999999999w", QD_PREDECESSORS_ERROR_SYNTAX, "“5FS+9" },
    { "0", QD_PREDECESSORS_ERROR_NO_ROW, "“0”" },
    { "21", QD_PREDECESSORS_ERROR_NO_ROW, "“21”" },
    { "99999999999999999999", QD_PREDECESSORS_ERROR_NO_ROW, "“99999999999999999999”" },
    { "4;3FS", QD_PREDECESSORS_ERROR_SELF, "“3FS”" },
    { "4FS;7;4SS", QD_PREDECESSORS_ERROR_DUPLICATE, "“4SS”" },
    { "-4", QD_PREDECESSORS_ERROR_SYNTAX, "“-4”" },
    { "4 4", QD_PREDECESSORS_ERROR_SYNTAX, "“4 4”" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GArray) predecessors = qd_predecessors_parse (cases[i].text, 3, 20, &error);

      g_test_message ("%s", cases[i].text);
      g_assert_null (predecessors);
      g_assert_error (error, QD_PREDECESSORS_ERROR, (int)cases[i].code);

      if (strstr (error->message, cases[i].named) == NULL)
        g_error ("“%s” does not name the part", error->message);
    }
}

static void
test_format (void)
{
  const QdPredecessor cases[] = {
    { 4, QD_LINK_KIND_FINISH_START, 960, FALSE },
    { 5, QD_LINK_KIND_FINISH_START, 0, FALSE },
    { 7, QD_LINK_KIND_START_START, -240, FALSE },
    { 9, QD_LINK_KIND_FINISH_FINISH, 4320, TRUE },
    { 10, QD_LINK_KIND_START_FINISH, 45, FALSE },
    { 11, QD_LINK_KIND_FINISH_START, 1440, FALSE },
    { 12, QD_LINK_KIND_FINISH_START, 480, TRUE },
  };
  g_autofree char *text = qd_predecessors_format (cases, G_N_ELEMENTS (cases));
  g_autofree char *none = qd_predecessors_format (cases, 0);

  g_assert_cmpstr (text, ==, "4FS+2d; 5; 7SS-4h; 9FF+3ed; 10SF+45m; 11FS+3d; 12FS+8eh");
  g_assert_cmpstr (none, ==, "");
}

/* What is written is read back, whatever it is. */
static void
test_round_trip (void)
{
  for (int n = 0; n < 2000; n++)
    {
      guint            n_predecessors = g_test_rand_int_range (0, 6);
      QdPredecessor    predecessors[6];
      g_autofree char *text = NULL;
      g_autoptr(GArray) back = NULL;

      for (guint i = 0; i < n_predecessors; i++)
        {
          gint64 lag = g_test_rand_int_range (-1248000, 1248001) / (g_test_rand_bit () ? 1 : 480) * (g_test_rand_bit () ? 1 : 0);

          predecessors[i] = (QdPredecessor){ 4 + i, (QdLinkKind)g_test_rand_int_range (0, 4), lag, lag != 0 && g_test_rand_bit () };
        }

      text = qd_predecessors_format (predecessors, n_predecessors);
      back = parse (text);
      g_assert_cmpuint (back->len, ==, n_predecessors);

      for (guint i = 0; i < n_predecessors; i++)
        {
          const QdPredecessor *each = &g_array_index (back, QdPredecessor, i);

          g_assert_cmpuint (each->row, ==, predecessors[i].row);
          g_assert_cmpint (each->kind, ==, predecessors[i].kind);
          g_assert_cmpint (each->lag, ==, predecessors[i].lag);
          g_assert_cmpint (each->elapsed, ==, predecessors[i].elapsed);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/predecessors/parse", test_parse);
  g_test_add_func ("/predecessors/refused", test_refused);
  g_test_add_func ("/predecessors/format", test_format);
  g_test_add_func ("/predecessors/round-trip", test_round_trip);

  return g_test_run ();
}
