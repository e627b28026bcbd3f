/* qd-page-uri.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-portfolio.h"

G_BEGIN_DECLS

#define QD_PAGE_URI_SCHEME "quarterdeck"
#define QD_PAGE_URI_ERROR (qd_page_uri_error_quark ())

/**
 * QdPageUriError:
 * @QD_PAGE_URI_ERROR_FORM: it is no address of a page
 * @QD_PAGE_URI_ERROR_GONE: what it is of is not in the portfolio
 */
typedef enum
{
  QD_PAGE_URI_ERROR_FORM,
  QD_PAGE_URI_ERROR_GONE,
} QdPageUriError;

/**
 * QdPageUri:
 * @kind: the tag of a room, or “account”, “plan”, “tenant”, “task”, “entry”
 * @id: of the record; 0 where it is of none
 * @key: (nullable): of the entry
 *
 * The address of a page: “quarterdeck://accounts”, “quarterdeck://account/49b16d2ec13da58a”,
 * “quarterdeck://entry/byok”. It names nobody.
 */
typedef struct
{
  const char *kind;
  gint64      id;
  char       *key;
} QdPageUri;

GQuark     qd_page_uri_error_quark (void);

QdPageUri *qd_page_uri_parse (const char *uri,
                              GError    **error);
void       qd_page_uri_free (QdPageUri *self);
gboolean   qd_page_uri_check (QdPageUri   *self,
                              QdPortfolio *portfolio,
                              GError     **error);
gpointer   qd_page_uri_lookup (QdPageUri   *self,
                               QdPortfolio *portfolio);
gboolean   qd_page_uri_is_one (const char *text);
char      *qd_page_uri_format (gpointer record);
char      *qd_page_uri_format_entry (const char *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdPageUri, qd_page_uri_free)

G_END_DECLS
