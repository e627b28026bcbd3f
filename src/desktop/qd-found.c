/* qd-found.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-found"

#include "qd-found.h"

#include <glib/gi18n.h>

#include "qd-account-rules.h"
#include "qd-exit.h"
#include "qd-page-uri.h"
#include "qd-plan.h"
#include "qd-task.h"

/**
 * qd_found_dup_text:
 * @text: (nullable): as a person typed it
 *
 * What stands on the desktop is read by whoever looks at it, and nobody asks first: what may be a
 * name counts as one.
 *
 * Returns: (transfer full): @text as colleagues may read it
 */
char *
qd_found_dup_text (QdPortfolio *portfolio,
                   const char  *text)
{
  g_autoptr(QdExit) out = NULL;
  g_autoptr(GPtrArray) hits = NULL;

  if (text == NULL)
    return g_strdup ("");

  out = qd_exit_new (portfolio, QD_AUDIENCE_INTERNAL, 0);
  hits = qd_exit_check (out, text);

  for (guint i = 0; i < hits->len; i++)
    ((QdHit *)g_ptr_array_index (hits, i))->sure = TRUE;

  return qd_hits_replace (hits, text);
}

static char *
dup_account_title (QdPortfolio *portfolio,
                   gint64       id,
                   gboolean     show_codenames)
{
  QdAccount *account = qd_portfolio_lookup (portfolio, QD_TYPE_ACCOUNT, id);

  return account != NULL ? qd_account_dup_title (account, show_codenames) : NULL;
}

/* Returns: (transfer full): what is not empty of the four */
static char *
join (const char *kind,
      const char *account,
      const char *plan,
      const char *snippet)
{
  const char *parts[] = { kind, account, plan, snippet };
  g_autoptr(GString) text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (parts[i] != NULL && *parts[i] != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", parts[i]);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * qd_found_new:
 * @record: an account, a plan or a task
 * @snippet: (nullable): what was found in it
 *
 * Returns: (transfer full) (nullable): %NULL for a record of another kind
 */
QdFound *
qd_found_new (QdPortfolio *portfolio,
              gpointer     record,
              const char  *snippet,
              gboolean     show_codenames)
{
  g_autoptr(QdFound) self = g_new0 (QdFound, 1);
  g_autofree char *shown = qd_found_dup_text (portfolio, snippet);
  g_autofree char *account = NULL;
  g_autofree char *plan_name = NULL;

  self->uri = qd_page_uri_format (record);

  if (QD_IS_ACCOUNT (record))
    {
      self->title = qd_account_dup_title (record, show_codenames);
      self->detail = join (_ ("Account"), NULL, NULL, shown);
    }
  else if (QD_IS_PLAN (record))
    {
      account = dup_account_title (portfolio, ((QdPlan *)record)->account, show_codenames);
      self->title = qd_found_dup_text (portfolio, ((QdPlan *)record)->name);
      self->detail = join (_ ("Plan"), account, NULL, shown);
    }
  else if (QD_IS_TASK (record))
    {
      QdPlan *plan = qd_portfolio_lookup (portfolio, QD_TYPE_PLAN, ((QdTask *)record)->plan);

      account = plan != NULL ? dup_account_title (portfolio, plan->account, show_codenames) : NULL;
      plan_name = plan != NULL ? qd_found_dup_text (portfolio, plan->name) : NULL;
      self->title = qd_found_dup_text (portfolio, ((QdTask *)record)->title);
      self->detail = join (_ ("Task"), account, plan_name, shown);
    }
  else
    {
      return NULL;
    }

  return g_steal_pointer (&self);
}

/* Returns: (transfer full) */
QdFound *
qd_found_new_entry (QdPortfolio      *portfolio,
                    QdReferenceEntry *entry,
                    const char       *passage)
{
  QdFound         *self = g_new0 (QdFound, 1);
  g_autofree char *shown = qd_found_dup_text (portfolio, passage);

  self->uri = qd_page_uri_format_entry (entry->key);
  self->title = qd_found_dup_text (portfolio, entry->title);
  self->detail = join (_ ("Reference"), NULL, NULL, shown);

  return self;
}

void
qd_found_free (QdFound *self)
{
  g_free (self->uri);
  g_free (self->title);
  g_free (self->detail);
  g_free (self);
}

/* Whether each of @words begins one of what is shown: else what is shown would tell what is not. */
gboolean
qd_found_matches (QdFound    *self,
                  const char *words)
{
  g_autofree char *text = g_strjoin (" ", self->title, self->detail, NULL);

  return g_str_match_string (words, text, TRUE);
}
