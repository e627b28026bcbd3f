/* qd-page-uri.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-page-uri"

#include "qd-page-uri.h"

#include <glib/gi18n.h>
#include <string.h>

#include "qd-account.h"
#include "qd-plan.h"
#include "qd-quote.h"
#include "qd-record-json.h"
#include "qd-reference.h"
#include "qd-task.h"
#include "qd-tenant.h"

#define PREFIX QD_PAGE_URI_SCHEME "://"

G_DEFINE_QUARK (qd-page-uri-error-quark, qd_page_uri_error)

typedef enum
{
  NAMED_BY_NOTHING,
  NAMED_BY_ID,
  NAMED_BY_KEY,
} NamedBy;

static const struct
{
  const char *kind;
  NamedBy     named_by;
  GType (*get_type) (void);
  const char *gone;
} pages[] = {
  { "accounts", NAMED_BY_NOTHING },
  { "plans", NAMED_BY_NOTHING },
  { "accelerators", NAMED_BY_NOTHING },
  { "dedicated", NAMED_BY_NOTHING },
  { "support", NAMED_BY_NOTHING },
  { "reference", NAMED_BY_NOTHING },
  { "history", NAMED_BY_NOTHING },
  { "account",
    NAMED_BY_ID,
    qd_account_get_type,
    N_ ("The link is to an account that is not here: it was deleted, or is in another portfolio.") },
  { "plan",
    NAMED_BY_ID,
    qd_plan_get_type,
    N_ ("The link is to a plan that is not here: it was deleted, or is in another portfolio.") },
  { "tenant",
    NAMED_BY_ID,
    qd_tenant_get_type,
    N_ ("The link is to a tenant that is not here: it was deleted, or is in another portfolio.") },
  { "task",
    NAMED_BY_ID,
    qd_task_get_type,
    N_ ("The link is to a task that is not here: it was deleted, or is in another portfolio.") },
  { "entry",
    NAMED_BY_KEY,
    NULL,
    N_ ("The link is to an entry of the reference that is not here: it was deleted, or is in another portfolio.") },
};

/* Returns: the index of the page; less than 0 where there is none of that kind */
static int
find_page (const char *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      if (g_str_equal (pages[i].kind, kind))
        return (int)i;
    }

  return -1;
}

static QdPageUri *
fail (const char *uri,
      const char *reason,
      GError    **error)
{
  g_autofree char *quoted = qd_quote (uri);

  /* Translators: %1$s is a link as somebody wrote it, %2$s a sentence that says what is wrong with it */
  g_set_error (
      error, QD_PAGE_URI_ERROR, QD_PAGE_URI_ERROR_FORM, _ ("“%1$s” could not be opened. %2$s"), quoted, reason);

  return NULL;
}

/* Whether it claims to be an address of a page, good or bad. */
gboolean
qd_page_uri_is_one (const char *text)
{
  return g_ascii_strncasecmp (text, QD_PAGE_URI_SCHEME ":", strlen (QD_PAGE_URI_SCHEME ":")) == 0;
}

/**
 * qd_page_uri_parse:
 * @uri: as anybody may have written it
 *
 * Returns: (transfer full) (nullable): %NULL with @error, a sentence that says what is wrong with it
 */
QdPageUri *
qd_page_uri_parse (const char *uri,
                   GError    **error)
{
  g_autoptr(QdPageUri) self = g_new0 (QdPageUri, 1);
  g_auto(GStrv) parts = NULL;
  guint n_parts;
  int   page;

  g_return_val_if_fail (uri != NULL, NULL);

  if (g_ascii_strncasecmp (uri, PREFIX, strlen (PREFIX)) != 0)
    return fail (uri, _ ("Links to pages of Quarterdeck begin with “quarterdeck://”."), error);

  parts = g_strsplit (uri + strlen (PREFIX), "/", 4);
  n_parts = g_strv_length (parts);

  /* Some programs end what has no path with a slash. */
  if (n_parts > 1 && *parts[n_parts - 1] == '\0')
    n_parts--;

  if (n_parts == 0 || (page = find_page (parts[0])) < 0)
    return fail (uri, _ ("There is no such page."), error);

  self->kind = pages[page].kind;

  if (n_parts != (pages[page].named_by == NAMED_BY_NOTHING ? 1 : 2))
    return fail (uri,
                 n_parts == 1 ? _ ("It does not say of what the page is.") : _ ("There is too much behind the page."),
                 error);

  if (pages[page].named_by == NAMED_BY_ID && !qd_record_parse_id (parts[1], &self->id))
    return fail (uri, _ ("What is behind the page must be an id of 16 hexadecimal digits."), error);

  if (pages[page].named_by == NAMED_BY_KEY)
    self->key = g_uri_unescape_string (parts[1], "/");

  if (pages[page].named_by == NAMED_BY_KEY && self->key == NULL)
    return fail (uri, _ ("What is behind the page must be the key of an entry."), error);

  return g_steal_pointer (&self);
}

void
qd_page_uri_free (QdPageUri *self)
{
  g_free (self->key);
  g_free (self);
}

/* Returns: (transfer none) (nullable): the record that the page is of */
gpointer
qd_page_uri_lookup (QdPageUri   *self,
                    QdPortfolio *portfolio)
{
  int page = find_page (self->kind);

  return pages[page].named_by == NAMED_BY_ID ? qd_portfolio_lookup (portfolio, pages[page].get_type (), self->id) : NULL;
}

/* Whether what the page is of is in @portfolio, which is loaded. */
gboolean
qd_page_uri_check (QdPageUri   *self,
                   QdPortfolio *portfolio,
                   GError     **error)
{
  int      page = find_page (self->kind);
  gboolean is_there = TRUE;

  if (pages[page].named_by == NAMED_BY_ID)
    {
      is_there = qd_page_uri_lookup (self, portfolio) != NULL;
    }
  else if (pages[page].named_by == NAMED_BY_KEY)
    {
      g_autoptr(QdReference) reference = qd_reference_ref_of (portfolio);

      is_there = qd_reference_lookup (reference, self->key) != NULL;
    }

  if (!is_there)
    g_set_error_literal (error, QD_PAGE_URI_ERROR, QD_PAGE_URI_ERROR_GONE, _ (pages[page].gone));

  return is_there;
}

/* Returns: (transfer full) (nullable): the address of the page of @record; %NULL where it has none */
char *
qd_page_uri_format (gpointer record)
{
  g_autofree char *id = qd_record_format_id (qd_record_get_id (record));

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      if (pages[i].named_by == NAMED_BY_ID && G_TYPE_CHECK_INSTANCE_TYPE (record, pages[i].get_type ()))
        return g_strconcat (PREFIX, pages[i].kind, "/", id, NULL);
    }

  return NULL;
}

/* Returns: (transfer full) */
char *
qd_page_uri_format_entry (const char *key)
{
  g_autofree char *escaped = g_uri_escape_string (key, NULL, TRUE);

  return g_strconcat (PREFIX "entry/", escaped, NULL);
}
