/* qd-name-book-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-audience-check.h"
#include "qd-automaton.h"
#include "qd-fold.h"

G_BEGIN_DECLS

/**
 * QdName:
 * @account: whose it is
 * @sealed: whether it is not for those who know the account by its codename
 * @text: as it was typed
 * @breaks: for each byte it is compared as, whether a word of it begins there
 * @n_bytes: of @breaks
 * @n_characters: how long it is
 * @n_words: how many
 * @common: it is a word of the language, too
 * @next: (nullable): another that is compared as the same
 */
typedef struct _QdName
{
  QdHitKind       kind;
  gint64          account;
  gboolean        sealed;
  char           *text;
  guint8         *breaks;
  guint           n_bytes;
  guint           n_characters;
  guint           n_words;
  gboolean        common;
  struct _QdName *next;
} QdName;

struct _QdNameBook
{
  gatomicrefcount references;
  QdAutomaton    *automaton;
  GPtrArray      *names;     /* of QdName */
  GPtrArray      *by_string; /* of QdName: the first for each string of the automaton */
  GHashTable     *codenames; /* of each account, by its id; none where it has none */
  GHashTable     *real_names;
};

/* Whether what lies at @start to @end of @fold, which is compared as @name is, is that name. */
gboolean qd_name_is_at (const QdName *self,
                        const QdFold *fold,
                        const char   *text,
                        gsize         start,
                        gsize         end,
                        gboolean     *sure);

G_END_DECLS
