/* qd-fact-fields.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-fact.h"

G_BEGIN_DECLS

/* The fields of a fact as a person reads and types them. Pure. */

const char *qd_fact_topic_get_name (QdFactTopic topic);
const char *qd_fact_topic_get_one (QdFactTopic topic);
const char *qd_fact_field_get_label (const QdJsonField *field);
char       *qd_fact_dup_text (const QdFact      *fact,
                              const QdJsonField *field);
char       *qd_fact_dup_words (const QdFact      *fact,
                               const QdJsonField *field);
gboolean    qd_fact_set_text (QdFact            *fact,
                              const QdJsonField *field,
                              const char        *text,
                              GError           **error);
gboolean    qd_fact_check_typed (const QdFact *fact,
                                 GError      **error);
char       *qd_fact_dup_summary (const QdFact *fact);
char       *qd_fact_dup_source_words (const QdFact *fact);
GPtrArray  *qd_fact_list_differences (const QdFact *shipped,
                                      const QdFact *edited);
gboolean    qd_fact_is_outdated (const QdFact *shipped,
                                 const QdFact *edited);

G_END_DECLS
