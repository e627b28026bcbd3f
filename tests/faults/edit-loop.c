/* edit-loop.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "qd-account.h"
#include "qd-activity.h"
#include "qd-batch.h"
#include "qd-contact.h"
#include "qd-test.h"

/*
 * edit-loop FILE NAME: makes edits in a database as it is told on its standard input, and
 * says of each, on its standard output, how it ended: only then is it acknowledged.
 *
 *   add N       N edits: an account “NAME NUMBER” with a contact and an activity is one;
 *               after every third the account before it gets a next step
 *   seconds N   the same for as long
 *   accounts N  N accounts, and no next steps
 *   undo, redo
 *   look        takes in what others did, as the app does on its own between two edits
 *
 * Answers “+ NUMBER” for an account, “~ NUMBER” for its next step, “= WHAT” for a step that
 * was undone or redone, “! SENTENCE” for what failed, and “.” at the end of each command.
 */

typedef struct
{
  QdStore   *store;
  char      *name;
  guint      number; /* of the next account */
  QdAccount *last;   /* owned */
  guint      failed; /* edits in a row */
} Loop;

/* Until the disk has been full for so many edits in a row. */
#define PATIENCE 3

/* So that a small disk is soon full. In bytes */
#define NOTES_SIZE 2000

static void
answer (const char *sign,
        const char *words)
{
  printf ("%s%s%s\n", sign, *words != '\0' ? " " : "", words);
  fflush (stdout);
}

static gboolean
report (Loop          *self,
        GAsyncResult **slot,
        const char    *sign,
        const char    *words)
{
  g_autoptr(GError) error = NULL;

  if (qd_test_await_edit (self->store, slot, &error))
    {
      self->failed = 0;
      answer (sign, words);
      return TRUE;
    }

  self->failed++;
  answer ("!", error->message);
  return FALSE;
}

static void
add_next_step (Loop *self,
               guint number)
{
  g_autoptr(QdAccount) draft = qd_record_dup_draft (self->last);
  g_autoptr(GAsyncResult) slot = NULL;
  g_autofree char *words = g_strdup_printf ("%u", number);

  g_object_set (draft, "next-step", words, NULL);
  qd_record_save_async (draft, self->store, "Change Next Step", qd_test_async_cb, &slot);
  report (self, &slot, "~", words);
}

static void
add_account (Loop    *self,
             gboolean with_steps)
{
  QdBatch *batch = qd_batch_new ();
  g_autoptr(QdAccount) account = qd_record_new_draft (QD_TYPE_ACCOUNT);
  g_autoptr(QdContact) contact = qd_record_new_draft (QD_TYPE_CONTACT);
  g_autoptr(QdActivity) call = qd_record_new_draft (QD_TYPE_ACTIVITY);
  g_autoptr(GAsyncResult) slot = NULL;
  g_autofree char *words = g_strdup_printf ("%u", self->number);
  g_autofree char *name = g_strdup_printf ("%s %u", self->name, self->number);
  g_autofree char *notes = g_strnfill (NOTES_SIZE, 'n');

  g_object_set (account, "name", name, NULL);
  qd_batch_insert (batch, account);
  g_object_set (contact, "account", qd_record_get_id (account), "name", name, NULL);
  qd_batch_insert (batch, contact);
  g_object_set (call, "account", qd_record_get_id (account), "kind", QD_ACTIVITY_KIND_CUSTOMER_CALL, NULL);
  g_object_set (call, "subject", name, "notes", notes, "day", 20000, NULL);
  qd_batch_insert (batch, call);
  qd_batch_apply_async (batch, self->store, name, NULL, qd_test_async_cb, &slot);

  if (!report (self, &slot, "+", words))
    return;

  if (with_steps && self->last != NULL && self->number % 3 == 0)
    add_next_step (self, self->number - 1);

  g_set_object (&self->last, account);
  self->number++;
}

static void
revert (Loop       *self,
        const char *word)
{
  gboolean         undo = g_str_equal (word, "undo");
  const char      *label = undo ? qd_store_get_undo_label (self->store) : qd_store_get_redo_label (self->store);
  g_autofree char *what = g_strdup (label != NULL ? label : "");
  g_autoptr(GAsyncResult) slot = NULL;

  if (undo)
    qd_store_undo_async (self->store, NULL, qd_test_async_cb, &slot);
  else
    qd_store_redo_async (self->store, NULL, qd_test_async_cb, &slot);

  report (self, &slot, "=", what);
}

static void
obey (Loop       *self,
      const char *word,
      guint       number)
{
  gint64 end = g_get_monotonic_time () + number * G_TIME_SPAN_SECOND;

  self->failed = 0;

  if (g_str_equal (word, "add") || g_str_equal (word, "accounts"))
    {
      for (guint i = 0; i < number && self->failed < PATIENCE; i++)
        add_account (self, g_str_equal (word, "add"));
    }
  else if (g_str_equal (word, "seconds"))
    {
      while (g_get_monotonic_time () < end && self->failed < PATIENCE)
        add_account (self, TRUE);
    }
  else if (g_str_equal (word, "look"))
    qd_test_settle (self->store);
  else
    revert (self, word);

  answer (".", "");
}

int
main (int   argc,
      char *argv[])
{
  Loop self = { NULL };
  char line[100];

  setlocale (LC_ALL, "");

  if (argc != 3)
    {
      g_printerr ("Usage: edit-loop FILE NAME\n");
      return 2;
    }

  self.store = qd_test_store_new (argv[1]);
  self.name = argv[2];
  qd_test_settle (self.store);

  while (fgets (line, sizeof line, stdin) != NULL)
    {
      g_auto(GStrv) words = g_strsplit (g_strstrip (line), " ", 2);

      obey (&self, words[0], words[1] != NULL ? atoi (words[1]) : 0);
    }

  g_clear_object (&self.last);
  qd_test_store_close (self.store);

  return 0;
}
