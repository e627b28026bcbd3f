/* qd-exit.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-audience-check.h"

G_BEGIN_DECLS

/**
 * QdExitMode:
 * @QD_EXIT_REFUSE: nothing goes out while there is a name in it, but for those that are accepted
 * @QD_EXIT_REPLACE: what may be read goes out in its place, where the format can be written so
 * @QD_EXIT_OVERRIDE: it goes out, for a reason that is kept
 */
typedef enum
{
  QD_EXIT_REFUSE,
  QD_EXIT_REPLACE,
  QD_EXIT_OVERRIDE,
} QdExitMode;

/**
 * QdExitPlace:
 * @place: where it stands, for a person
 * @words: as they stand there
 * @instead: what may stand there
 * @sure: %FALSE where it may be an ordinary word, and holds nothing up
 *
 * What was found on the way out.
 */
typedef struct
{
  char     *place;
  char     *words;
  char     *instead;
  QdHitKind kind;
  gint64    account;
  gboolean  sure;
} QdExitPlace;

/**
 * QdExit:
 *
 * One thing on its way out of the app: a file, a page, what is copied, the name that a file is
 * given. Whatever leaves asks here, with every text that it shows.
 */
typedef struct _QdExit QdExit;

QdExit                *qd_exit_new (QdPortfolio *portfolio,
                                    QdAudience   audience,
                                    gint64       account);
void                   qd_exit_free (QdExit *self);
GPtrArray             *qd_exit_check (QdExit     *self,
                                      const char *text);
char                  *qd_exit_find (QdExit     *self,
                                     const char *text);
void                   qd_exit_look (QdExit     *self,
                                     const char *text,
                                     const char *place);
char                  *qd_exit_dup_text (QdExit     *self,
                                         const char *text);
char                  *qd_exit_dup_person (QdExit     *self,
                                           const char *text);
char                  *qd_exit_dup_replaced (QdExit     *self,
                                             const char *text);
char                  *qd_exit_dup_checked (QdExit     *self,
                                            const char *text,
                                            const char *place,
                                            GError    **error);

/* How what is made between these two goes out, on the main thread */

void                   qd_exit_begin (QdPortfolio *portfolio,
                                      QdExitMode   mode,
                                      const char  *reason);
void                   qd_exit_accept (QdPortfolio *portfolio,
                                       const char  *words);
GPtrArray             *qd_exit_get_places (QdPortfolio *portfolio);
void                   qd_exit_end (QdPortfolio *portfolio,
                                    gboolean     done,
                                    const char  *what,
                                    QdAudience   audience,
                                    gint64       account);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdExit, qd_exit_free)

G_END_DECLS
