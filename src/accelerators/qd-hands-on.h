/* qd-hands-on.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-portfolio.h"
#include "qd-task.h"

G_BEGIN_DECLS

/**
 * QdHandsOnTask:
 * @title: what is to be done
 * @owner: (nullable): ours: a name, or a role as the templates have it
 * @by_services: whether that is somebody of Professional Services
 * @customer_owner: (nullable): the customer's
 * @theirs: whether it is done in the customer's working time
 *
 * What has to be known of a task to say whether it is hands-on-keyboard.
 */
typedef struct
{
  const char *title;
  const char *owner;
  gboolean    by_services;
  const char *customer_owner;
  gboolean    theirs;
} QdHandsOnTask;

char *qd_hands_on_find (const QdHandsOnTask *task);
char *qd_hands_on_dup_words (const char *word);
char *qd_task_find_hands_on (QdPortfolio *portfolio,
                             QdTask      *task);

G_END_DECLS
