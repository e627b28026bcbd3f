/* qd-backup-extra.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-backup-extra"

#include "qd-backup-extra.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "qd-backup-transfer.h"
#include "qd-backup.h"
#include "qd-file.h"
#include "qd-rotation.h"

#define STEM "quarterdeck"

/* A name like this is no backup's. */
#define DRAFT ".draft"

/**
 * qd_backup_extra_dup_stem:
 *
 * Returns: (transfer full): what the names of the backups of @database begin with in a
 *   folder that other databases and other computers may use, too; says nothing of where it is
 */
char *
qd_backup_extra_dup_stem (const char *database)
{
  g_autofree char *absolute = g_canonicalize_filename (database, NULL);
  g_autofree char *text = g_strconcat (g_get_host_name (), "\n", absolute, NULL);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  return g_strdup_printf (STEM "-%.8s", sum);
}

static gboolean
is_of_stem (const char *name,
            const char *stem,
            gint64     *instant)
{
  g_autofree char *expected = NULL;

  if (!qd_backup_parse_name (name, instant))
    return FALSE;

  expected = qd_backup_dup_name (stem, *instant, 1);

  /* Up to the extension, where a number may follow */
  return strncmp (name, expected, strlen (expected) - strlen (".db")) == 0;
}

static void
rotate (const char *extra,
        const char *stem,
        const char *newest)
{
  g_autoptr(GDir) dir = g_dir_open (extra, 0, NULL);
  g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GArray) instants = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  g_autofree gboolean *keep = NULL;
  const char          *name;
  gint64               instant;

  while (dir != NULL && (name = g_dir_read_name (dir)))
    {
      /* What was left in the middle; nobody is writing it, because the backups' own folder is locked. */
      if (*name == '.' && g_str_has_prefix (name + 1, stem) && g_str_has_suffix (name, DRAFT))
        {
          g_autofree char *path = g_build_filename (extra, name, NULL);

          g_remove (path);
        }

      if (!is_of_stem (name, stem, &instant) || g_str_equal (name, newest))
        continue;

      g_ptr_array_add (paths, g_build_filename (extra, name, NULL));
      g_array_append_val (instants, instant);
    }

  /* Of one minute, the newest is to come last. */
  if (qd_backup_parse_name (newest, &instant))
    g_array_append_val (instants, instant);

  keep = g_new0 (gboolean, instants->len + 1);
  qd_rotation_choose (&qd_rotation_usual,
                      (const gint64 *)(gpointer)instants->data,
                      instants->len,
                      g_get_real_time () / G_USEC_PER_SEC,
                      zone,
                      keep);

  for (guint i = 0; i < paths->len; i++)
    {
      if (!keep[i])
        g_remove (g_ptr_array_index (paths, i));
    }
}

static gboolean
place (GFile        *draft,
       GFile        *target,
       const char   *extra,
       GCancellable *cancellable,
       GError      **error)
{
  if (g_file_move (draft, target, G_FILE_COPY_OVERWRITE | G_FILE_COPY_NO_FALLBACK_FOR_MOVE, cancellable, NULL, NULL, error) &&
      qd_file_sync (extra, error))
    return TRUE;

  g_file_delete (draft, NULL, NULL);

  return FALSE;
}

static gboolean
copy (const char   *source,
      const char   *extra,
      const char   *name,
      GCancellable *cancellable,
      GError      **error)
{
  g_autofree char *path = g_build_filename (extra, name, NULL);
  g_autofree char *draft_name = g_strconcat (".", name, DRAFT, NULL);
  g_autofree char *draft_path = g_build_filename (extra, draft_name, NULL);
  g_autoptr(GFile) target = g_file_new_for_path (path);
  g_autoptr(GFile) draft = g_file_new_for_path (draft_path);
  GStatBuf here, there;

  /* It has been there since another time, when it was read back. */
  if (g_stat (source, &here) == 0 && g_lstat (path, &there) == 0 && S_ISREG (there.st_mode) &&
      here.st_size == there.st_size)
    return TRUE;

  return qd_backup_transfer (source, draft, cancellable, error) && place (draft, target, extra, cancellable, error);
}

/**
 * qd_backup_extra_update:
 * @folder: of the backups
 * @name: of the newest
 * @extra: the other folder
 * @cancellable: (nullable)
 *
 * Sees to it that the newest backup is in the other folder, too, and deletes there what is no
 * longer to be kept. A folder that is not there, as that of a disk that was pulled out, is not made.
 */
gboolean
qd_backup_extra_update (const char   *database,
                        const char   *folder,
                        const char   *name,
                        const char   *extra,
                        GCancellable *cancellable,
                        GError      **error)
{
  g_autofree char *stem = qd_backup_extra_dup_stem (database);
  g_autofree char *source = g_build_filename (folder, name, NULL);
  g_autofree char *own_name = g_strconcat (stem, name + strlen (STEM), NULL);
  g_autofree char *shown = g_filename_display_name (extra);

  if (!g_file_test (extra, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("The extra folder “%s” is not there"), shown);
      return FALSE;
    }

  if (!copy (source, extra, own_name, cancellable, error))
    {
      g_prefix_error (error, _ ("There is no copy in the extra folder “%s”: "), shown);
      return FALSE;
    }

  rotate (extra, stem, own_name);

  return TRUE;
}
