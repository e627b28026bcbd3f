/* qd-seal.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-account.h"

G_BEGIN_DECLS

/* What of an account is sealed: not to be read where it is known by its codename. */
typedef enum
{
  QD_SEAL_PART_NAME = 1 << 0,
  QD_SEAL_PART_ALIASES = 1 << 1,
  QD_SEAL_PART_DOMAINS = 1 << 2,
  QD_SEAL_PART_PEOPLE = 1 << 3,
  QD_SEAL_PARTS = (1 << 4) - 1,
} QdSealPart;

extern const QdNick qd_seal_parts[];

/**
 * QdSealRule:
 * @who: reads what it is about
 * @says: in our words
 * @source: the page that says so
 * @checked: the day on which it did
 *
 * What a published page says of names of customers. They do not agree with each other, which
 * is why an account has a policy of its own.
 */
typedef struct
{
  char *key;
  char *title;
  char *who;
  char *says;
  char *source;
  char *url;
  int   checked;
} QdSealRule;

guint      qd_account_get_seal (QdAccount *account);
gboolean   qd_account_is_sealed (QdAccount *account);
QdSeal     qd_account_get_usual_seal (QdAccount *account);
gboolean   qd_seal_parse_parts (const char *text,
                                guint      *parts);
char      *qd_seal_format_parts (guint parts);
GPtrArray *qd_seal_get_rules (void);

G_END_DECLS
