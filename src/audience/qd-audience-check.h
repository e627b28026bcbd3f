/* qd-audience-check.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-audience.h"
#include "qd-name-book.h"

G_BEGIN_DECLS

typedef enum
{
  QD_HIT_NAME,
  QD_HIT_ALIAS,
  QD_HIT_DOMAIN,
  QD_HIT_TENANT,
  QD_HIT_PERSON,
  QD_HIT_EMAIL,
  QD_HIT_CODENAME,
  QD_HIT_FIELD,
} QdHitKind;

extern const QdNick qd_hit_kinds[];

/**
 * QdHit:
 * @sure: %FALSE where it may be an ordinary word, which only a person can tell
 * @account: whose name it is
 * @start: where it is in the text, in bytes
 * @end: the byte after it
 * @line: from 1 on
 * @column: in characters, from 1 on
 * @field: (nullable): of %QD_HIT_FIELD, the column that is internal
 * @instead: what the audience may read in its place
 *
 * What may not be in a text.
 */
typedef struct
{
  QdHitKind       kind;
  gboolean        sure;
  gint64          account;
  gsize           start;
  gsize           end;
  guint           line;
  guint           column;
  const QdColumn *field;
  char           *instead;
} QdHit;

/*
 * The check. A name is found whatever its case, accents, spacing, hyphens and punctuation are,
 * with an ending of a plural or a case, as whole words, in addresses and names of files too.
 *
 * - One of up to three letters is found only as it was typed; one letter is no name.
 * - From four letters on an ending may follow (“Acmes”), from eight on any (“Nimbuscarobank”), and
 *   blanks may be in it where it has none (“Nimbus-caro”).
 * - A name that is a word of the language too (“Target”) is found only with a capital letter, or
 *   in an address. It is sure in a sentence, as a codename is anywhere; where a sentence or a
 *   line begins it may be the word, and is asked about. What is not sure holds nothing up.
 * - A domain and an e-mail address are found whole, without blanks in them.
 * - So is the name of a person that is one word only.
 */

GPtrArray *qd_audience_check (QdNameBook *book,
                              QdAudience  audience,
                              gint64      account,
                              const char *text,
                              gssize      length);
GPtrArray *qd_audience_check_record (QdNameBook *book,
                                     QdAudience  audience,
                                     QdAccount  *account,
                                     gpointer    record);
gboolean   qd_hits_have_sure (GPtrArray *hits);
char      *qd_hits_replace (GPtrArray  *hits,
                            const char *text);
char      *qd_hit_dup_reason (const QdHit *self,
                              QdAudience   audience);

G_END_DECLS
