/* qd-help-topics.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QD_HELP_MAX_PARAGRAPHS 8
#define QD_HELP_MAX_LINKS 6

/**
 * QdHelpTopic:
 * @paragraphs: up to %NULL
 * @links: to pages, see #QdPageUri; up to one without an address
 *
 * What a person needs to know of one thing that the pages do not say themselves.
 */
typedef struct
{
  const char *key;
  const char *title;
  const char *summary;
  const char *paragraphs[QD_HELP_MAX_PARAGRAPHS];
  struct
  {
    const char *title;
    const char *uri;
  } links[QD_HELP_MAX_LINKS];
} QdHelpTopic;

const QdHelpTopic *qd_help_topics_get (guint *n_topics);
const QdHelpTopic *qd_help_topics_find (const char *key);
const char        *qd_help_topics_find_for_place (const char *place);
const char        *qd_help_topics_find_for_widget (GtkWidget *widget);
const char        *qd_help_topics_find_for_error (const GError *error);

G_END_DECLS
