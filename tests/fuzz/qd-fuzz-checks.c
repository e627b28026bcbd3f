/* qd-fuzz-checks.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "qd-account.h"
#include "qd-exchange.h"
#include "qd-fuzz.h"
#include "qd-test.h"

/* What must hold after any input, and the portfolio inputs are read into. */

/* A history of every edit is kept, so now and then all begins anew. */
#define MAX_EDITS 200

/* More than a dialog can show */
#define MAX_MESSAGE 600

static QdStore     *store;
static QdPortfolio *portfolio;
static GBytes      *before;
static guint        n_edits;

static void
drop_portfolio (void)
{
  g_clear_pointer (&before, g_bytes_unref);
  g_assert_finalize_object (g_steal_pointer (&portfolio));
  qd_test_store_close (g_steal_pointer (&store));
}

static void
drop_at_exit (void)
{
  if (portfolio != NULL)
    drop_portfolio ();
}

static GBytes *export (void)
{
  g_autoptr(GError) error = NULL;
  GBytes *bytes = qd_exchange_export (portfolio, QD_EXCHANGE_KIND_PORTFOLIO, 0, QD_AUDIENCE_ME, &error);

  g_assert_no_error (error);

  return bytes;
}

/* Returns: (transfer none): one account, the same before each input */
QdPortfolio *
qd_fuzz_get_portfolio (void)
{
  static gboolean known = FALSE;
  QdAccount      *account;

  if (portfolio != NULL && n_edits >= MAX_EDITS)
    drop_portfolio ();

  if (portfolio != NULL)
    return portfolio;

  if (!known)
    atexit (drop_at_exit);

  known = TRUE;
  n_edits = 0;
  store = qd_test_store_new (":memory:");
  portfolio = qd_test_load_portfolio (store);
  account = qd_record_new_draft (QD_TYPE_ACCOUNT);
  g_object_set (account, "name", "Kestrel", "arr", G_GINT64_CONSTANT (120000), "currency", "EUR", NULL);
  qd_test_add (portfolio, account);
  before = export ();

  return portfolio;
}

void
qd_fuzz_check_unchanged (void)
{
  g_autoptr(GBytes) after = export ();

  g_assert_true (g_bytes_equal (before, after));
}

/* Waits for an edit. One that was refused has changed nothing, and undo leaves
 * nothing of the others.
 *
 * Returns: whether it was made; call qd_test_undo() then */
gboolean
qd_fuzz_settle_edit (GAsyncResult **slot)
{
  g_autoptr(GError) error = NULL;
  gboolean made = qd_test_await_edit (store, slot, &error);

  n_edits++;

  if (made)
    return TRUE;

  qd_fuzz_check_error (error);
  qd_fuzz_check_unchanged ();

  return FALSE;
}

/* Returns: (transfer full): @data as an entry would give it: UTF-8, which ends at the first NUL */
char *
qd_fuzz_dup_text (const guint8 *data,
                  gsize         size)
{
  g_autofree char *bytes = g_strndup ((const char *)data, size);

  return g_utf8_make_valid (bytes, -1);
}

/* What is put before a person: one line of text. */
void
qd_fuzz_check_text (const char *text)
{
  g_assert_nonnull (text);
  g_assert_cmpstr (text, !=, "");
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_cmpuint (strlen (text), <=, MAX_MESSAGE);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (g_unichar_iscntrl (character) || character == 0x2028 || character == 0x2029)
        g_error ("U+%04X in “%s”", character, text);
    }
}

void
qd_fuzz_check_error (GError *error)
{
  g_assert_nonnull (error);
  qd_fuzz_check_text (error->message);

  /* A sentence names what is wrong; a word alone does not. */
  g_assert_nonnull (strchr (error->message, ' '));
}

/* Returns: (transfer full): @each @n times, between @head and @tail */
GBytes *
qd_fuzz_repeat (const char *head,
                const char *each,
                guint       n,
                const char *tail)
{
  GString *text = g_string_new (head);

  while (n-- > 0)
    g_string_append (text, each);

  g_string_append (text, tail);

  return g_string_free_to_bytes (text);
}
