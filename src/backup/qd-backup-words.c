/* qd-backup-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-backup-words"

#include "qd-backup-words.h"

#include <glib/gi18n.h>

#include "qd-day-words.h"

#define MINUTE 60
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

/* In seconds: what is as good as now, whichever way a clock is off */
#define MOMENT (2 * MINUTE)

/* How long ago: “3 hours ago” */
char *
qd_backup_dup_age (gint64 instant,
                   gint64 now)
{
  gint64 age = now - instant;
  guint  n;

  if (age < -MOMENT)
    return g_strdup (_ ("later than now: the clock was set back"));

  if (age < MOMENT)
    return g_strdup (_ ("just now"));

  if (age < HOUR)
    {
      n = age / MINUTE;
      return g_strdup_printf (ngettext ("%u minute ago", "%u minutes ago", n), n);
    }

  if (age < 2 * DAY)
    {
      n = age / HOUR;
      return g_strdup_printf (ngettext ("%u hour ago", "%u hours ago", n), n);
    }

  n = MIN (age / DAY, G_MAXINT);

  return g_strdup_printf (ngettext ("%u day ago", "%u days ago", n), n);
}

static char *
dup_size (gint64 bytes,
          gint64 n_rows)
{
  g_autofree char *size = g_format_size (bytes);
  guint            n = CLAMP (n_rows, 0, G_MAXINT);
  g_autofree char *rows = g_strdup_printf (ngettext ("%u row", "%u rows", n), n);

  /* Translators: a size and a number of rows, as in “2.1 MB, 1234 rows” */
  return n_rows >= 0 ? g_strdup_printf (C_ ("backup", "%s, %s"), size, rows) : g_steal_pointer (&size);
}

/* How old and how large; what is wrong, if anything is */
char *
qd_backup_dup_facts (const QdBackup *backup,
                     gint64          now)
{
  g_autofree char *age = qd_backup_dup_age (backup->instant, now);
  g_autofree char *size = dup_size (backup->bytes, backup->n_rows);

  if (!backup->is_good)
    return g_strdup_printf (_ ("%s. Not good: %s"), age, backup->problem);

  return g_strdup_printf (C_ ("backup", "%s, %s"), age, size);
}

/* @run: (nullable): the last */
char *
qd_backup_run_dup_summary (const QdBackupRun *run,
                           gint64             now)
{
  gint64           instant;
  g_autofree char *age = NULL;
  g_autofree char *when = NULL;

  if (run == NULL)
    return g_strdup (_ ("No Backup Yet"));

  age = qd_backup_dup_age (run->instant, now);

  switch (run->outcome)
    {
    case QD_BACKUP_MADE:
      return g_strdup_printf (_ ("Backed up %s"), age);

    case QD_BACKUP_UNCHANGED:
      when = run->name != NULL && qd_backup_parse_name (run->name, &instant) ? qd_day_dup_moment (instant) : g_strdup (age);
      return g_strdup_printf (_ ("No change since %s"), when);

    case QD_BACKUP_FAILED:
    default:
      return g_strdup_printf (_ ("The last backup failed %s"), age);
    }
}

/* What there is to say besides */
char *
qd_backup_run_dup_facts (const QdBackupRun *run)
{
  g_autofree char *size = NULL;

  if (run == NULL)
    return g_strdup (_ ("The first one is made moments after the start"));

  if (run->outcome == QD_BACKUP_FAILED)
    return g_strdup (run->problem);

  size = dup_size (run->bytes, run->n_rows);

  if (run->extra_problem != NULL)
    return g_strdup_printf ("%s. %s", size, run->extra_problem);

  if (run->outcome == QD_BACKUP_UNCHANGED)
    return g_strdup_printf (_ ("%s. Looked at whether there is something new"), size);

  return g_strdup_printf (_ ("%s. Written, read again and found whole in %.1f s"), size, run->milliseconds / 1000.);
}
