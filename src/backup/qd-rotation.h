/* qd-rotation.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QdRotation:
 *
 * How many days, weeks and months keep their newest backup. Only those count that have one.
 */
typedef struct
{
  guint days;
  guint weeks; /* from Monday to Sunday */
  guint months;
} QdRotation;

extern const QdRotation qd_rotation_usual;

void                    qd_rotation_choose (const QdRotation *rotation,
                                            const gint64     *instants,
                                            guint             n_instants,
                                            gint64            now,
                                            GTimeZone        *zone,
                                            gboolean         *keep);
gboolean                qd_rotation_is_due (const gint64 *instants,
                                            guint         n_instants,
                                            gint64        now);

G_END_DECLS
