/* qd-reference-entry.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "qd-reference-mark.h"
#include "qd-reference-record.h"

G_BEGIN_DECLS

/**
 * QdReferenceState:
 * @QD_REFERENCE_STATE_SHIPPED: as it ships with the app
 * @QD_REFERENCE_STATE_EDITED: it ships, and a person has changed it
 * @QD_REFERENCE_STATE_OWN: a person's own
 */
typedef enum
{
  QD_REFERENCE_STATE_SHIPPED,
  QD_REFERENCE_STATE_EDITED,
  QD_REFERENCE_STATE_OWN,
} QdReferenceState;

/* A page elsewhere */
typedef struct
{
  char *title;
  char *url;
} QdReferenceSite;

#define QD_TYPE_REFERENCE_ENTRY (qd_reference_entry_get_type ())

G_DECLARE_FINAL_TYPE (QdReferenceEntry, qd_reference_entry, QD, REFERENCE_ENTRY, GObject)

/**
 * QdReferenceEntry:
 *
 * What the reference says of one thing, wherever that comes from, with what a person
 * keeps of it. Its fields may be read, on any thread; it never changes.
 */
struct _QdReferenceEntry
{
  GObject           parent_instance;

  QdReferenceState  state;
  QdReferenceEntry *shipped; /* (nullable): of an edited one, what ships now */
  gint64            id;      /* of the QdReferenceRecord; 0 where it ships with the app */
  gint64            serial;  /* no other entry has the same, in this process */

  char             *key;
  char             *title;
  int               category;  /* QdReferenceCategory */
  char            **tags;      /* (nullable) */
  char            **aliases;   /* (nullable): the words that people search it by */
  char             *body;      /* (nullable): Markdown: headings, lists, tables, code, links */
  int               available; /* QdAvailability; of a feature */
  char             *workaround;
  char             *since;
  GPtrArray        *links;   /* of QdReferenceSite */
  char            **related; /* (nullable): keys of other entries */
  char             *source;
  char             *url;
  int               checked;  /* the day the source was */
  char             *based_on; /* (nullable): of an edited one, the print of what it began with */

  gint64            mark; /* of the QdReferenceMark; 0 where there is none */
  gboolean          favourite;
  char             *notes;
  int               marked; /* the day a person found that it still holds */
};

GPtrArray        *qd_reference_load_shipped (GError **error);
QdReferenceEntry *qd_reference_entry_new (QdReferenceEntry  *shipped,
                                          QdReferenceRecord *record,
                                          QdReferenceMark   *mark);
void              qd_reference_entry_fill_record (QdReferenceEntry  *self,
                                                  QdReferenceRecord *draft);
gboolean          qd_reference_entry_equal (QdReferenceEntry *self,
                                            QdReferenceEntry *other);
char             *qd_reference_entry_dup_print (QdReferenceEntry *self);
JsonNode         *qd_reference_entry_to_json (QdReferenceEntry *self);
gboolean          qd_reference_entry_has_tag (QdReferenceEntry *self,
                                              const char       *tag);

/* Freshness */

int               qd_reference_entry_get_checked (QdReferenceEntry *self);
gboolean          qd_reference_entry_is_stale (QdReferenceEntry *self,
                                               int               today,
                                               int               days);
gboolean          qd_reference_entry_is_outdated (QdReferenceEntry *self);

G_END_DECLS
