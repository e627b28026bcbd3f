/* qd-release-calendar.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-maintenance-window.h"

G_BEGIN_DECLS

#define QD_RELEASE_MAX_PATCHES 8

/* 18.10 comes after 18.9. A version of 0.0 is none. */
typedef struct
{
  int major;
  int minor;
} QdVersion;

/**
 * QdRelease:
 * @tenant: what tenants are brought to when it is there
 * @patch_days: the patch releases around it
 *
 * A monthly release of GitLab.
 */
typedef struct
{
  QdVersion version;
  int       day;
  QdVersion tenant;
  int       patch_days[QD_RELEASE_MAX_PATCHES];
  guint     n_patch_days;
} QdRelease;

/* The calendar of releases, worked out by the rules of the book. Pure. */

GArray  *qd_releases_list (QdFactBook *book,
                           int         first_day,
                           int         last_day);
gboolean qd_release_is_major (const QdRelease *self);
gboolean qd_version_read (const char *text,
                          QdVersion  *version);
int      qd_version_compare (QdVersion a,
                             QdVersion b);
char    *qd_version_format (QdVersion version);

G_END_DECLS
