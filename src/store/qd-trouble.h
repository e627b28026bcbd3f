/* qd-trouble.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QdTrouble:
 * @QD_TROUBLE_OTHER: the error says all that is known
 * @QD_TROUBLE_DAMAGED: the file is damaged, or no database
 * @QD_TROUBLE_TOO_NEW: a newer version of the app wrote it
 * @QD_TROUBLE_NOT_OURS: it belongs to another app
 * @QD_TROUBLE_NO_ACCESS: it may not be read or written
 * @QD_TROUBLE_FULL: the disk is full
 * @QD_TROUBLE_BUSY: another program holds it
 *
 * Why a database could not be opened, as far as it matters for what a person can do.
 */
typedef enum
{
  QD_TROUBLE_OTHER,
  QD_TROUBLE_DAMAGED,
  QD_TROUBLE_TOO_NEW,
  QD_TROUBLE_NOT_OURS,
  QD_TROUBLE_NO_ACCESS,
  QD_TROUBLE_FULL,
  QD_TROUBLE_BUSY,
} QdTrouble;

QdTrouble qd_trouble_of (const GError *error);

G_END_DECLS
