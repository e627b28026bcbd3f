/* qd-gitlab-words.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-plan-outline.h"

G_BEGIN_DECLS

/* The Markdown of an issue and of an epic, with the labels and headings that a success plan in GitLab must have. */

char *qd_gitlab_dup_issue (const QdPlanOutline *outline,
                           guint                task);
char *qd_gitlab_dup_epic (const QdPlanOutline *outline,
                          guint                objective);

G_END_DECLS
