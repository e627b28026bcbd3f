/* qd-test-verbs.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-test.h"

/* A Monday. The sample portfolio is as of that week. */
#define QD_TEST_TODAY 20605

/* What a task is called that stands where its links do not let it */
#define QD_TEST_TOO_EARLY "Too early"

/* Where a verb is done: a store of a file, and all that is in it. */
typedef struct
{
  QdStore      *store;
  QdPortfolio  *portfolio;
  GAsyncResult *slot; /* what came back */
} QdTestDesk;

typedef struct _QdTestVerb QdTestVerb;

/**
 * QdTestVerb:
 * @name: of the function that makes the edit, or of the batch that is one
 * @label: what the step is called, in the menu and in the toast
 * @make: does it, with qd_test_async_cb() and the slot of the desk
 * @variant: (nullable): what tells it from others of the same name
 * @kind: (nullable): of record; gives its type
 * @property: of a record of that kind
 * @is_local: it changes only what is this machine's own, which is no step to undo
 * @is_empty: it is done to a file without the sample portfolio
 *
 * What a person can do to the portfolio. It finds what it needs in the file of
 * qd_test_verbs_make_file().
 */
struct _QdTestVerb
{
  const char *name;
  const char *label;
  void (*make) (QdTestDesk       *desk,
                const QdTestVerb *verb);
  const char *variant;
  GType (*kind) (void);
  const char *property;
  gboolean    is_local;
  gboolean    is_empty;
};

/* One table for each room, with an empty verb at the end */
extern const QdTestVerb qd_test_verbs_accounts[];
extern const QdTestVerb qd_test_verbs_plans[];
extern const QdTestVerb qd_test_verbs_tasks[];
extern const QdTestVerb qd_test_verbs_timeline[];
extern const QdTestVerb qd_test_verbs_catalogue[];
extern const QdTestVerb qd_test_verbs_dedicated[];
extern const QdTestVerb qd_test_verbs_reference[];
extern const QdTestVerb qd_test_verbs_exchange[];
extern const QdTestVerb qd_test_verbs_safety[];
extern const QdTestVerb qd_test_verbs_kinds[];

GPtrArray              *qd_test_verbs_list (void);
char                   *qd_test_verb_dup_name (const QdTestVerb *verb);
void                    qd_test_verbs_make_file (const char *path);

void                    qd_test_desk_open (QdTestDesk *self,
                                           const char *path);
void                    qd_test_desk_close (QdTestDesk *self);
gboolean                qd_test_desk_do (QdTestDesk       *self,
                                         const QdTestVerb *verb,
                                         GError          **error);

/* What the verbs are done to */

gpointer                qd_test_desk_get_first (QdTestDesk *self,
                                                GType       type);
gpointer                qd_test_desk_get_child (QdTestDesk *self,
                                                GType       type,
                                                gpointer    parent,
                                                guint       index);
gpointer                qd_test_desk_get_plan (QdTestDesk *self);
gpointer                qd_test_desk_get_task (QdTestDesk *self,
                                               guint       index);
GPtrArray              *qd_test_desk_list_tasks (QdTestDesk *self,
                                                 guint       n_tasks);

/* What is in a file */

char                   *qd_test_dump_recorded (const char *path);
char                   *qd_test_dump_local (const char *path);
void                    qd_test_assert_same (const char *found,
                                             const char *expected);
void                    qd_test_assert_in_order (QdStore *store);
