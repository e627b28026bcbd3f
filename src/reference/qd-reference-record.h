/* qd-reference-record.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-record.h"

G_BEGIN_DECLS

typedef enum
{
  QD_REFERENCE_CATEGORY_TOOLS,
  QD_REFERENCE_CATEGORY_MAINTENANCE,
  QD_REFERENCE_CATEGORY_SUPPORT,
  QD_REFERENCE_CATEGORY_CHANNELS,
  QD_REFERENCE_CATEGORY_DEDICATED,
  QD_REFERENCE_CATEGORY_PLAYBOOKS,
  QD_REFERENCE_CATEGORY_ACCOUNT_TEAM,
  QD_REFERENCE_CATEGORY_RESPONSIBILITIES,
  QD_REFERENCE_CATEGORY_PILLARS,
  QD_REFERENCE_CATEGORY_ACCELERATORS,
  QD_REFERENCE_CATEGORY_SUCCESS_SERVICES,
  QD_REFERENCE_CATEGORY_COMMUNITIES,
  QD_REFERENCE_CATEGORY_WORKSHOPS,
  QD_REFERENCE_CATEGORY_SCRIPTS,
} QdReferenceCategory;

/* Whether GitLab Dedicated has a feature */
typedef enum
{
  QD_AVAILABILITY_YES,
  QD_AVAILABILITY_PARTLY,
  QD_AVAILABILITY_NO,
} QdAvailability;

extern const QdNick qd_reference_categories[];
extern const QdNick qd_availabilities[];

#define QD_TYPE_REFERENCE_RECORD (qd_reference_record_get_type ())

G_DECLARE_FINAL_TYPE (QdReferenceRecord, qd_reference_record, QD, REFERENCE_RECORD, QdRecord)

/**
 * QdReferenceRecord:
 *
 * An entry of the reference. Kept are a person's own, and those that ship with the
 * app as a person has edited them, under the same key.
 *
 * Its fields may be read; they are set as properties, and only on a draft.
 */
struct _QdReferenceRecord
{
  QdRecord            parent_instance;

  char               *key;
  char               *title;
  QdReferenceCategory category;
  char               *tags;    /* one a line */
  char               *aliases; /* one a line: the words that people search it by */
  char               *body;    /* Markdown */
  QdAvailability      available;
  char               *workaround;
  char               *since;
  char               *links;   /* one a line: an address, a space and a title */
  char               *related; /* one a line: keys of other entries */
  char               *source;
  char               *url;
  int                 checked;  /* the day the source was */
  char               *based_on; /* see qd_reference_entry_dup_print() */
};

G_END_DECLS
