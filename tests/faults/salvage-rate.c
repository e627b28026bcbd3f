/* salvage-rate.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>

#include "qd-damage.h"

/* salvage-rate [FILES]: damages a filled portfolio that many times in each way (20 if none is said), salvages
 * it, and tells tests/faults/table.py how many of its rows came back. */

static void
measure (const char  *folder,
         const char  *original,
         QdDamageKind kind,
         guint        n_places,
         guint        n_files)
{
  g_autofree char *damaged = g_build_filename (folder, "damaged.db", NULL);
  g_autofree char *output = g_build_filename (folder, "output.db", NULL);
  double           least = 100, kept = 0, same = 0;

  for (guint i = 0; i < n_files; i++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (1000 * n_places + i);
      g_autofree char *bytes = NULL;
      gsize            length;
      QdDamageRate     rate;
      double           percent;

      g_assert_true (g_file_get_contents (original, &bytes, &length, NULL));
      qd_damage_do (rand, kind, n_places, bytes, length);
      g_assert_true (g_file_set_contents (damaged, bytes, length, NULL));
      rate = qd_damage_salvage (original, damaged, output);
      percent = 100.0 * rate.n_ids / rate.n_rows;
      least = MIN (least, percent);
      kept += percent / n_files;
      same += 100.0 * rate.n_same / rate.n_rows / n_files;
    }

  g_print ("# figure salvage, %s in %u places: of %u files, %.2f %% of the rows kept, %.2f %% to the letter, %.2f %% in the worst\n",
           kind == QD_DAMAGE_PAGE ? "whole pages" : "1 to 16 bytes",
           n_places,
           n_files,
           kept,
           same,
           least);
  g_remove (damaged);
  g_remove (output);
}

int
main (int   argc,
      char *argv[])
{
  static const guint places[] = { 1, 10, 100 };
  g_autofree char   *folder = g_dir_make_tmp ("salvage-rate-XXXXXX", NULL);
  g_autofree char   *original = g_build_filename (folder, "original.db", NULL);
  guint              n_files = argc > 1 ? (guint)atoi (argv[1]) : 20;
  QdDamageRate       all;
  GStatBuf           info;

  setlocale (LC_ALL, "");
  qd_damage_fill (original, 400);
  all = qd_damage_compare (original, original);
  g_assert_cmpint (g_stat (original, &info), ==, 0);
  g_print ("# figure salvage, of what: %u rows in %d pages of %d bytes\n",
           all.n_rows,
           (int)(info.st_size / QD_DAMAGE_PAGE_SIZE),
           QD_DAMAGE_PAGE_SIZE);

  for (int kind = QD_DAMAGE_BYTES; kind <= QD_DAMAGE_PAGE; kind++)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
        measure (folder, original, kind, places[i], n_files);
    }

  g_remove (original);
  g_rmdir (folder);

  return 0;
}
