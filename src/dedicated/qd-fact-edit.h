/* qd-fact-edit.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-record.h"

G_BEGIN_DECLS

typedef enum
{
  QD_FACT_TOPIC_WINDOW,
  QD_FACT_TOPIC_LOCK,
  QD_FACT_TOPIC_RELEASE_RULE,
  QD_FACT_TOPIC_EXCEPTION,
  QD_FACT_TOPIC_SLA,
  QD_FACT_TOPIC_HOURS,
  QD_FACT_TOPIC_STAR_REASON,
  QD_FACT_TOPIC_STAR_CHECK,
  QD_FACT_TOPIC_STAR_URGENCY,
  QD_FACT_TOPIC_ESCALATION,
  QD_FACT_TOPIC_UPGRADE,
  QD_FACT_TOPIC_ONBOARDING,
  QD_FACT_TOPIC_FIELD,
  QD_FACT_TOPIC_FEATURE,
} QdFactTopic;

extern const QdNick qd_fact_topics[];

#define QD_TYPE_FACT_EDIT (qd_fact_edit_get_type ())

G_DECLARE_FINAL_TYPE (QdFactEdit, qd_fact_edit, QD, FACT_EDIT, QdRecord)

/**
 * QdFactEdit:
 *
 * A fact as a person has edited it, one of its own, or that one which ships is not to count.
 *
 * Its fields may be read; they are set as properties, and only on a draft.
 */
struct _QdFactEdit
{
  QdRecord    parent_instance;

  QdFactTopic topic;
  char       *key;
  char       *body; /* a JSON object, as qd-fact.h describes it; none where it is struck out */
  gboolean    struck;
  double      position;
};

G_END_DECLS
