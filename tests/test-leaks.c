/* test-leaks.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdlib.h>
#include <string.h>

#include "qd-account.h"
#include "qd-activity.h"
#include "qd-contact.h"
#include "qd-copy-as.h"
#include "qd-disclosure-edits.h"
#include "qd-event-csv.h"
#include "qd-exchange-tree.h"
#include "qd-exit.h"
#include "qd-fact-edit.h"
#include "qd-follow-up.h"
#include "qd-format.h"
#include "qd-link.h"
#include "qd-maintenance.h"
#include "qd-onboarding.h"
#include "qd-plan.h"
#include "qd-reference-link.h"
#include "qd-seal.h"
#include "qd-task.h"
#include "qd-template-plan.h"
#include "qd-tenant-contact.h"
#include "qd-test-folder.h"
#include "qd-test-run.h"
#include "qd-test.h"
#include "qd-ticket.h"
#include "qd-working-calendar.h"

/*
 * Plants names into every text of every kind of record, exports everything in every format for
 * everybody but me, and looks for them in what was written, as other programs read it. The
 * columns are those that the records describe: a new one is planted into by itself.
 */

#define TODAY 20780

typedef struct
{
  QdTestFolder folder;
  QdStore     *store;
  QdPortfolio *portfolio;
  GRand       *rand;
  QdAccount   *account; /* Osprey */
  QdAccount   *other;   /* Kestrel */
  QdPlan      *plan;    /* of @account */
  gint64 template;
  guint       n_written;
  guint       n_refused;
  gboolean    replacing; /* what may be read goes out in the place of names */
  guint       n_logs;
  GHashTable *formats; /* the nicks of those that were written */
} Fixture;

/* Ways to write who they are; each has a needle in it */
static const char *const ours[] = {
  "Quellmark Verdantis",
  "QUELLMARK VERDANTIS AG",
  "quellmark-verdantis",
  "QuellmarkVerdantis",
  "Quèllmark  Verdantis’s",
  "the Quellmarks",
  "ops@quellmark.example",
  "https://gitlab.quellmark.example/a",
  "quellmark_verdantis_2026.pdf",
  "Quell\u00admark",
};
static const char *const theirs[] = { "Brindlewick Foundry", "BRINDLEWICK FOUNDRY", "brindlewick-foundry", "Brindlewick", "x@brindlewick.example" };
static const char *const people[] = { "Héloïse Zaragozano", "heloise.zaragozano@post.example", "Zaragozano, Héloïse", "H. Zaragozano" };

/* What is never to be read, without case, accents and anything but letters */
static const char *const internal_needles[] = { "quellmark", "verdantis", "brindlewick", "zaragozano", "wendelbein", NULL };
static const char *const customer_needles[] = { "osprey", "kestrel", "brindlewick", "wendelbein", NULL };
static const char *const public_needles[] = { "quellmark", "verdantis", "brindlewick", "zaragozano", "wendelbein", "osprey", "kestrel", NULL };

static const char *const *
get_needles (QdAudience audience)
{
  return audience == QD_AUDIENCE_INTERNAL   ? internal_needles
         : audience == QD_AUDIENCE_CUSTOMER ? customer_needles
                                            : public_needles;
}

/* Letters alone: what is folded over lines, hyphened, escaped or put in tags between words comes together again. */
static char *
dup_letters (const char *text,
             gsize       length)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize)length);
  g_autofree char *folded = g_utf8_casefold (valid, -1);
  g_autofree char *decomposed = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
  GString         *letters = g_string_new (NULL);

  for (const char *c = decomposed; *c != '\0'; c = g_utf8_next_char (c))
    {
      if (g_unichar_isalpha (g_utf8_get_char (c)))
        g_string_append_unichar (letters, g_utf8_get_char (c));
    }

  return g_string_free_and_steal (letters);
}

static void
assert_clean (QdAudience  audience,
              const char *where,
              const char *planted,
              const char *bytes,
              gsize       length)
{
  const char *const *needles = get_needles (audience);
  g_autofree char   *letters = dup_letters (bytes, length);

  for (guint i = 0; needles[i] != NULL; i++)
    {
      if (strstr (letters, needles[i]) != NULL)
        g_error ("%s is in %s for %s; planted: %s", needles[i], where, qd_audiences[audience].nick, planted);
    }
}

/* What makes a record of its kind one that may be; a new kind may have to say so here. */
static void
mend (Fixture *fixture,
      gpointer draft)
{
  if (QD_IS_TASK (draft))
    g_object_set (draft, "visibility", QD_VISIBILITY_CUSTOMER, "start", TODAY, "due", TODAY + 5, NULL);
  else if (QD_IS_OBJECTIVE (draft))
    g_object_set (draft, "visibility", QD_VISIBILITY_CUSTOMER, "due", TODAY + 30, NULL);
  else if (QD_IS_CONTACT (draft) || QD_IS_TENANT_CONTACT (draft))
    g_object_set (draft, "name", "Ilse Morgenroth", NULL);
  else if (QD_IS_ACTIVITY (draft))
    g_object_set (draft, "kind", QD_ACTIVITY_KIND_CSA_ENGAGEMENT, NULL);
  else if (QD_IS_FOLLOW_UP (draft))
    g_object_set (draft, "side", QD_SIDE_THEIRS, NULL);
  else if (QD_IS_PLAN (draft))
    g_object_set (draft, "status", QD_PLAN_STATUS_ACTIVE, "start", TODAY, "target", TODAY + 90, NULL);
  else if (QD_IS_WORKING_CALENDAR (draft))
    g_object_set (draft, "hours", "Mo-Fr 09:00-17:00", "country", NULL, "time-zone", NULL, NULL);
  else if (QD_IS_ONBOARDING (draft))
    g_object_set (draft, "named-at", "2026-05-03T14:00:00Z", "welcomed-at", NULL, NULL);
  else if (QD_IS_MAINTENANCE (draft))
    g_object_set (draft, "begins-at", "2026-05-03T14:00:00Z", NULL);
  else if (QD_IS_TICKET (draft))
    g_object_set (draft, "opened-at", "2026-05-03T14:00:00Z", NULL);
  else if (QD_IS_FACT_EDIT (draft))
    g_object_set (draft, "struck", TRUE, NULL);
  else if (QD_IS_REFERENCE_LINK (draft))
    g_object_set (draft, "account", qd_record_get_id (fixture->account), NULL);
  else if (QD_IS_TEMPLATE (draft))
    {
      g_autoptr(GPtrArray) shipped = qd_templates_load_shipped (NULL);

      qd_template_plan_fill_record (g_ptr_array_index (shipped, 0), QD_TEMPLATE (draft));
    }
}

/* Returns: the newest record of @type, or of a link’s other end another */
static gint64
find_record (Fixture *fixture,
             GType    type,
             gboolean second)
{
  GListModel *list = G_LIST_MODEL (qd_portfolio_get_list (fixture->portfolio, type));
  guint       n_items = g_list_model_get_n_items (list);
  g_autoptr(QdRecord) record = NULL;

  if (n_items <= (guint)second)
    return 0;

  record = g_list_model_get_item (list, second ? 0 : n_items - 1);

  return qd_record_get_id (record);
}

static void
set_required (Fixture        *fixture,
              gpointer        draft,
              const QdColumn *column,
              const char     *property)
{
  const QdColumn *parent = qd_exchange_get_parent_column (G_OBJECT_TYPE (draft));

  if (column == parent)
    {
      GType  type = qd_exchange_get_parent_type (G_OBJECT_TYPE (draft));
      gint64 id = type == QD_TYPE_ACCOUNT ? qd_record_get_id (fixture->account)
                  : type == QD_TYPE_PLAN  ? qd_record_get_id (fixture->plan)
                                          : find_record (fixture, type, FALSE);

      g_object_set (draft, property, id, NULL);
    }
  else if (column->kind == QD_COLUMN_KIND_REFERENCE && !column->nullable)
    {
      const QdExchangeReference *reference = qd_exchange_get_reference (G_OBJECT_TYPE (draft), column->name);

      g_object_set (draft, property, find_record (fixture, reference->type, g_str_equal (property, "successor")), NULL);
    }
  else if (column->kind == QD_COLUMN_KIND_TEXT && !column->nullable)
    g_object_set (draft, property, "Plain", NULL);
  else if (column->kind == QD_COLUMN_KIND_DAY && !column->nullable)
    g_object_set (draft, property, TODAY, NULL);
}

static gpointer
add_record (Fixture *fixture,
            GType    type)
{
  QdRecord      *draft = qd_record_new_draft (type);
  QdRecordClass *klass = QD_RECORD_GET_CLASS (draft);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < klass->n_columns; i++)
    set_required (fixture, draft, &klass->columns[i], klass->pspecs[i]->name);

  mend (fixture, draft);
  qd_record_check (draft, &error);
  g_assert_no_error (error);

  return qd_test_add (fixture->portfolio, draft);
}

static QdAccount *
add_account (Fixture    *fixture,
             const char *name,
             const char *codename,
             const char *aliases,
             const char *domains,
             const char *person,
             const char *email)
{
  QdAccount *account = qd_record_new_draft (QD_TYPE_ACCOUNT);
  QdContact *contact = qd_record_new_draft (QD_TYPE_CONTACT);

  g_object_set (account,
                "name", name, "codename", codename, "aliases", aliases, "domains", domains, "offering", QD_OFFERING_DEDICATED, NULL);
  account = qd_test_add (fixture->portfolio, account);
  g_object_set (contact, "account", qd_record_get_id (account), "name", person, "email", email, NULL);
  qd_test_add (fixture->portfolio, contact);

  return account;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  guint        n_types;
  const GType *types = qd_kinds_get_types (&n_types);

  qd_test_folder_set_up (&fixture->folder, NULL);
  fixture->formats = g_hash_table_new (NULL, NULL);
  fixture->rand = g_rand_new_with_seed (20261127);
  fixture->store = qd_kinds_open_store (":memory:");
  fixture->portfolio = qd_test_load_portfolio (fixture->store);
  fixture->account = add_account (fixture,
                                  "Quellmark Verdantis AG",
                                  "Osprey",
                                  "Quellmark",
                                  "quellmark.example",
                                  "Héloïse Zaragozano",
                                  "heloise.zaragozano@post.example");
  fixture->other = add_account (
      fixture, "Brindlewick Foundry", "Kestrel", "Brindlewick", "brindlewick.example", "Ansgar Wendelbein", "ansgar.wendelbein@post.example");

  for (guint i = 0; i < n_types; i++)
    {
      gpointer record;

      if (types[i] == QD_TYPE_ACCOUNT)
        continue;

      record = add_record (fixture, types[i]);

      if (QD_IS_PLAN (record))
        fixture->plan = record;
      else if (QD_IS_TASK (record))
        add_record (fixture, types[i]);
      else if (QD_IS_TEMPLATE (record))
        fixture->template = qd_record_get_id (record);
    }
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  qd_test_settle (fixture->store);
  g_clear_object (&fixture->portfolio);
  qd_test_store_close (fixture->store);
  g_rand_free (fixture->rand);
  g_hash_table_unref (fixture->formats);
  qd_test_folder_tear_down (&fixture->folder, NULL);
}

/* What a reader finds in a file: of a PDF its text and what is said of it, of others the bytes */
static void
read_back (Fixture        *fixture,
           const QdFormat *format,
           QdAudience      audience,
           const char     *path,
           const char     *planted)
{
  g_autofree char *bytes = NULL;
  gsize            length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_cmpuint (length, >, 0);
  assert_clean (audience, format->nick, planted, bytes, length);

  if (g_str_equal (format->suffix, "pdf"))
    {
      g_autofree char *text = qd_test_run ("pdftotext", path, "-", NULL);
      g_autofree char *info = qd_test_run ("pdfinfo", path, NULL);

      if (text != NULL && info != NULL)
        {
          assert_clean (audience, "the text of a PDF", planted, text, strlen (text));
          assert_clean (audience, "what is said of a PDF", planted, info, strlen (info));
        }
    }
}

static void
export_one (Fixture        *fixture,
            const QdFormat *format,
            QdExchangeKind  kind,
            gint64          id,
            QdAudience      audience,
            const char     *planted)
{
  QdFormatOptions  options = { .report = { .paper = QD_REPORT_PAPER_A4, .day = TODAY }, .outline = { .all_tasks = TRUE } };
  g_autofree char *name = qd_format_dup_file_name (format, fixture->portfolio, kind, id, audience);
  g_autoptr(GError) error = NULL;

  assert_clean (audience, "the name of a file", planted, name, strlen (name));

  if (qd_format_write (
          format, fixture->portfolio, kind, id, audience, &options, fixture->folder.path, NULL, &error))
    {
      fixture->n_written++;
      g_hash_table_add (fixture->formats, (gpointer)format->nick);
      read_back (fixture, format, audience, fixture->folder.path, planted);
    }
  else
    {
      fixture->n_refused++;

      /* A whole account is not for everybody; of a plan and a template only names are not. */
      if (fixture->replacing && (kind == QD_EXCHANGE_KIND_PLAN || kind == QD_EXCHANGE_KIND_TEMPLATE))
        g_error ("%s is refused for %s: %s", format->nick, qd_audiences[audience].nick, error->message);

      g_assert_false (g_file_test (fixture->folder.path, G_FILE_TEST_EXISTS));
    }

  g_unlink (fixture->folder.path);
}

/* @drawn: also what takes long, since it is drawn */
static void
export_all (Fixture    *fixture,
            QdAudience  audience,
            gboolean    drawn,
            const char *planted)
{
  const gint64    ids[] = { 0, qd_record_get_id (fixture->account), qd_record_get_id (fixture->plan), fixture->template };
  guint           n_formats;
  const QdFormat *formats = qd_formats_get (&n_formats);
  g_autoptr(GBytes) events = NULL;

  for (guint i = 0; i < n_formats; i++)
    {
      for (int kind = QD_EXCHANGE_KIND_PORTFOLIO; kind <= QD_EXCHANGE_KIND_TEMPLATE; kind++)
        {
          if (qd_format_holds (&formats[i], kind) && (drawn || formats[i].write == NULL))
            export_one (fixture, &formats[i], kind, ids[kind], audience, planted);
        }
    }

  events = qd_event_csv_export (fixture->portfolio, ids[1], audience, NULL);

  if (events == NULL)
    return;

  fixture->n_logs++;
  assert_clean (audience, "the log of events", planted, g_bytes_get_data (events, NULL), g_bytes_get_size (events));
}

/* What is itself a name is not planted into: it is what must not be found. */
static gboolean
is_name (GType           type,
         const QdColumn *column)
{
  static const char *const names[] = { "name", "codename", "aliases", "domains", NULL };

  return (type == QD_TYPE_ACCOUNT && g_strv_contains (names, column->name)) ||
         ((type == QD_TYPE_CONTACT || type == QD_TYPE_TENANT_CONTACT) &&
          (g_str_equal (column->name, "name") || g_str_equal (column->name, "email")));
}

static char *
dup_planted (Fixture *fixture)
{
#define PICK(list) list[g_rand_int_range (fixture->rand, 0, G_N_ELEMENTS (list))]
  return g_strdup_printf (
      "To %s, of Osprey; Kestrel; %s, or %s and Ansgar Wendelbein", PICK (ours), PICK (theirs), PICK (people));
#undef PICK
}

/* Returns: whether the column takes such a text; one that does not can give no name away */
static gboolean
plant (Fixture    *fixture,
       gpointer    record,
       const char *property,
       const char *text)
{
  g_autoptr(QdRecord) draft = qd_record_dup_draft (record);
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;

  g_object_set (draft, property, text, NULL);

  if (!qd_record_check (draft, NULL))
    return FALSE;

  qd_record_save_async (draft, fixture->store, "Plant", qd_test_async_cb, &slot);

  return qd_test_await_edit (fixture->store, &slot, &error);
}

static gboolean
is_planted (GType           type,
            const QdColumn *column)
{
  return column->kind == QD_COLUMN_KIND_TEXT && !is_name (type, column) &&
         !(type == QD_TYPE_TEMPLATE && g_str_equal (column->name, "body"));
}

static gpointer
get_record (Fixture *fixture,
            GType    type)
{
  return type == QD_TYPE_ACCOUNT ? (gpointer)fixture->account
         : type == QD_TYPE_PLAN  ? (gpointer)fixture->plan
                                 : qd_portfolio_lookup (fixture->portfolio, type, find_record (fixture, type, FALSE));
}

/* One text at a time: what has it is refused, or does not have it. */
static void
test_each (Fixture      *fixture,
           gconstpointer data)
{
  guint        n_types;
  const GType *types = qd_kinds_get_types (&n_types);
  guint        n_columns = 0;
  guint        n_formats;

  for (guint i = 0; i < n_types; i++)
    {
      gpointer       record = get_record (fixture, types[i]);
      QdRecordClass *klass = QD_RECORD_GET_CLASS (record);

      for (guint n = 0; n < klass->n_columns; n++)
        {
          g_autofree char *planted = dup_planted (fixture);
          g_autofree char *before = NULL;
          g_autofree char *where = g_strdup_printf ("%s.%s: %s", klass->table, klass->columns[n].name, planted);
          int              drawn = g_rand_int_range (fixture->rand, QD_AUDIENCE_INTERNAL, QD_AUDIENCE_PUBLIC + 2);

          if (!is_planted (types[i], &klass->columns[n]))
            continue;

          g_object_get (record, klass->pspecs[n]->name, &before, NULL);

          if (!plant (fixture, record, klass->pspecs[n]->name, planted))
            continue;

          n_columns++;

          for (int audience = QD_AUDIENCE_INTERNAL; audience <= QD_AUDIENCE_PUBLIC; audience++)
            export_all (fixture, audience, audience == drawn, where);

          g_assert_true (plant (fixture, record, klass->pspecs[n]->name, before));
        }
    }

  g_test_message ("%u columns, %u files, %u refused", n_columns, fixture->n_written, fixture->n_refused);
  g_assert_cmpuint (n_columns, >, 50);
  g_assert_cmpuint (fixture->n_written, >, 500);
  g_assert_cmpuint (fixture->n_refused, >, 100);
  g_assert_cmpuint (fixture->n_logs, >, 50);

  /* A format that refused all would show nothing. */
  qd_formats_get (&n_formats);
  g_assert_cmpuint (g_hash_table_size (fixture->formats), ==, n_formats);
}

/* All of them at once, with what may be read in their place: no plan and no template is refused. */
static void
test_replaced (Fixture      *fixture,
               gconstpointer data)
{
  guint        n_types;
  const GType *types = qd_kinds_get_types (&n_types);

  for (int round = 0; round < 3; round++)
    {
      for (guint i = 0; i < n_types; i++)
        {
          gpointer       record = get_record (fixture, types[i]);
          QdRecordClass *klass = QD_RECORD_GET_CLASS (record);

          for (guint n = 0; n < klass->n_columns; n++)
            {
              g_autofree char *planted = dup_planted (fixture);

              if (is_planted (types[i], &klass->columns[n]))
                plant (fixture, record, klass->pspecs[n]->name, planted);
            }
        }

      for (int audience = QD_AUDIENCE_INTERNAL; audience <= QD_AUDIENCE_PUBLIC; audience++)
        {
          qd_exit_begin (fixture->portfolio, QD_EXIT_REPLACE, NULL);
          fixture->replacing = TRUE;
          export_all (fixture, audience, TRUE, "everywhere");
          qd_exit_end (fixture->portfolio, TRUE, "all", audience, 0);
        }
    }

  g_test_message ("%u files, %u refused", fixture->n_written, fixture->n_refused);
  g_assert_cmpuint (fixture->n_written, >, 60);
}

/* A reason lets them out once, and is kept. */
static void
test_override (Fixture      *fixture,
               gconstpointer data)
{
  gint64           id = qd_record_get_id (fixture->account);
  g_autofree char *text = NULL;
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) list = NULL;
  const QdDisclosure *kept;
  const QdExitPlace  *place;
  const QdFormat     *json = qd_format_find ("json");
  g_autoptr(GError) error = NULL;

  g_assert_true (plant (fixture, fixture->account, "next-step", "Call Quellmark"));
  qd_exit_begin (fixture->portfolio, QD_EXIT_REFUSE, NULL);
  g_assert_false (qd_format_write (
      json, fixture->portfolio, QD_EXCHANGE_KIND_ACCOUNT, id, QD_AUDIENCE_INTERNAL, NULL, fixture->folder.path, NULL, &error));
  g_assert_cmpuint (qd_exit_get_places (fixture->portfolio)->len, ==, 1);
  place = g_ptr_array_index (qd_exit_get_places (fixture->portfolio), 0);
  g_assert_cmpstr (place->place, ==, "account.next_step");
  g_assert_cmpstr (place->words, ==, "Quellmark");
  g_assert_cmpstr (place->instead, ==, "Osprey");
  g_assert_cmpint (place->kind, ==, QD_HIT_ALIAS);
  qd_exit_end (fixture->portfolio, FALSE, json->nick, QD_AUDIENCE_INTERNAL, id);
  g_assert_error (error, QD_EXCHANGE_ERROR, QD_EXCHANGE_ERROR_AUDIENCE);
  g_clear_error (&error);

  qd_exit_begin (fixture->portfolio, QD_EXIT_OVERRIDE, "The board knows who it is");
  g_assert_true (qd_format_write (
      json, fixture->portfolio, QD_EXCHANGE_KIND_ACCOUNT, id, QD_AUDIENCE_INTERNAL, NULL, fixture->folder.path, NULL, &error));
  qd_exit_end (fixture->portfolio, TRUE, json->nick, QD_AUDIENCE_INTERNAL, id);
  g_assert_true (g_file_get_contents (fixture->folder.path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Call Quellmark"));
  g_assert_false (qd_format_write (
      json, fixture->portfolio, QD_EXCHANGE_KIND_ACCOUNT, id, QD_AUDIENCE_INTERNAL, NULL, fixture->folder.path, NULL, NULL));

  qd_disclosure_load_async (fixture->store, NULL, qd_test_async_cb, &slot);
  result = qd_test_await (&slot);
  list = qd_disclosure_load_finish (fixture->store, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 1);
  kept = g_ptr_array_index (list, 0);
  g_assert_cmpstr (kept->reason, ==, "The board knows who it is");
  g_assert_cmpstr (kept->what, ==, "json");
  g_assert_cmpstr (kept->audience, ==, "internal");
  g_assert_true (kept->account == id);
  g_assert_cmpint (ABS (kept->at - g_get_real_time () / G_USEC_PER_SEC), <, 60);

  /* It is no step to undo. */
  g_assert_cmpstr (qd_store_get_undo_label (fixture->store), ==, "Plant");
}

static char *
copy (Fixture    *fixture,
      gpointer    record,
      QdCopyStyle style)
{
  g_autoptr(GError) error = NULL;
  char *text = qd_copy_as (fixture->portfolio, record, style, TODAY, &error);

  g_assert_no_error (error);
  assert_clean (qd_copy_style_get_audience (style), qd_copy_styles[style].nick, "nothing", text, strlen (text));

  return text;
}

static void
assert_has (const char *text,
            const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("“%s” is not in “%s”", words, text);
}

static void
test_copy (Fixture      *fixture,
           gconstpointer data)
{
  QdTask          *task = get_record (fixture, QD_TYPE_TASK);
  g_autofree char *slack = NULL;
  g_autofree char *customer = NULL;
  g_autofree char *gitlab = NULL;
  g_autofree char *plan = NULL;
  g_autofree char *epics = NULL;
  g_autofree char *brief = NULL;
  g_autofree char *account = NULL;
  g_autofree char *replaced = NULL;

  g_assert_true (plant (fixture, task, "title", "Move *all* @here, [a](b)"));
  g_assert_true (plant (fixture, task, "notes", "Between us"));
  g_assert_true (plant (fixture, task, "customer-owner", "Héloïse Zaragozano"));
  g_assert_true (plant (fixture, fixture->account, "next-step", "Ask for the budget"));

  slack = copy (fixture, task, QD_COPY_SLACK);
  assert_has (slack, "*Move *all* @\u200bhere, [a](b)* · Osprey\n");
  assert_has (slack, "*Notes:* Between us\n");
  assert_has (slack, "*Customer Owner:* [contact]\n");

  customer = copy (fixture, task, QD_COPY_CUSTOMER);
  assert_has (customer, "Move *all* @here, [a](b) · Quellmark Verdantis AG\n");
  assert_has (customer, "Customer Owner: Héloïse Zaragozano\n");
  g_assert_null (strstr (customer, "Between us"));

  gitlab = copy (fixture, task, QD_COPY_GITLAB);
  assert_has (gitlab, "## Update");
  assert_has (gitlab, "/label ~\"SP Initiative::Status::Not Started\"");

  plan = copy (fixture, fixture->plan, QD_COPY_SLACK);
  assert_has (plan, "*Plain* · Osprey\n");
  assert_has (plan, "• Move");
  epics = copy (fixture, fixture->plan, QD_COPY_GITLAB);
  assert_has (epics, "## Success Criteria");

  brief = copy (fixture, fixture->account, QD_COPY_GITLAB);
  assert_has (brief, "## Osprey\n");
  assert_has (brief, "- **Next Step:** Ask for the budget\n");
  account = copy (fixture, fixture->account, QD_COPY_CUSTOMER);
  assert_has (account, "Quellmark Verdantis AG\n");
  g_assert_null (strstr (account, "budget"));

  /* A name is not copied; but what may be read in its place is. */
  g_assert_true (plant (fixture, task, "notes", "Quellmark waits"));
  g_assert_null (qd_copy_as (fixture->portfolio, task, QD_COPY_SLACK, TODAY, NULL));
  qd_exit_begin (fixture->portfolio, QD_EXIT_REPLACE, NULL);
  replaced = copy (fixture, task, QD_COPY_SLACK);
  qd_exit_end (fixture->portfolio, TRUE, "clipboard", QD_AUDIENCE_INTERNAL, 0);
  assert_has (replaced, "*Notes:* Osprey waits\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/leaks/" name, Fixture, NULL, set_up, func, tear_down)

  ADD ("each", test_each);
  ADD ("replaced", test_replaced);
  ADD ("override", test_override);
  ADD ("copy", test_copy);

  return g_test_run ();
}
