/* qd-field-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-column.h"

G_BEGIN_DECLS

/* What a person types, for each kind of column. */

char    *qd_field_text_parse (const QdColumn *column,
                              const char     *text,
                              GValue         *value);
char    *qd_field_text_format_unit (const QdColumn *column,
                                    const GValue   *value);
char    *qd_field_text_format_money (gint64      amount,
                                     const char *currency);
gboolean qd_field_text_parse_money (const char *text,
                                    const char *before,
                                    GValue     *amount,
                                    GValue     *currency);

G_END_DECLS
