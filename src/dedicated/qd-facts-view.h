/* qd-facts-view.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-fact-book.h"

G_BEGIN_DECLS

#define QD_TYPE_FACTS_VIEW (qd_facts_view_get_type ())

G_DECLARE_FINAL_TYPE (QdFactsView, qd_facts_view, QD, FACTS_VIEW, AdwBin)

GtkWidget *qd_facts_view_new (QdFactBook *book,
                              gboolean    features);
void       qd_facts_view_search (QdFactsView *self);
void       qd_facts_view_show_text (QdFactsView *self,
                                    const char  *text);
void       qd_facts_view_show_topic (QdFactsView *self,
                                     QdFactTopic  topic);
void       qd_facts_view_new_fact (QdFactsView *self);

G_END_DECLS
