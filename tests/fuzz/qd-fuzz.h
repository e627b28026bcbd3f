/* qd-fuzz.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "qd-portfolio.h"

G_BEGIN_DECLS

/*
 * A target is a program of three parts: what it does with an input, words of
 * its language, and inputs too large to keep as files. qd-fuzz.c replays what is
 * kept; libFuzzer, which calls the first itself, makes more of it.
 */

int                      LLVMFuzzerTestOneInput (const guint8 *data,
                                                 gsize         size);
GBytes                  *qd_fuzz_make (guint n);

extern const char *const qd_fuzz_words[];

char                    *qd_fuzz_dup_text (const guint8 *data,
                                           gsize         size);
void                     qd_fuzz_check_text (const char *text);
void                     qd_fuzz_check_error (GError *error);
GBytes                  *qd_fuzz_repeat (const char *head,
                                         const char *each,
                                         guint       n,
                                         const char *tail);

QdPortfolio             *qd_fuzz_get_portfolio (void);
void                     qd_fuzz_check_unchanged (void);
gboolean                 qd_fuzz_settle_edit (GAsyncResult **slot);

G_END_DECLS
