/* test-exchange.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>
#include <sys/stat.h>
#include <unistd.h>

#include "qd-account.h"
#include "qd-activity.h"
#include "qd-baseline.h"
#include "qd-batch.h"
#include "qd-check-item.h"
#include "qd-closure.h"
#include "qd-contact.h"
#include "qd-content-module.h"
#include "qd-escalation.h"
#include "qd-exchange-tree.h"
#include "qd-exchange.h"
#include "qd-fact-edit.h"
#include "qd-file-out.h"
#include "qd-import-plan.h"
#include "qd-json.h"
#include "qd-link.h"
#include "qd-onboarding.h"
#include "qd-plan.h"
#include "qd-record-json.h"
#include "qd-reference-link.h"
#include "qd-reference-record.h"
#include "qd-sample.h"
#include "qd-task.h"
#include "qd-template-plan.h"
#include "qd-tenant.h"
#include "qd-test.h"
#include "qd-ticket.h"
#include "qd-upgrade-request.h"
#include "qd-working-calendar.h"

typedef struct
{
  QdStore     *store;
  QdPortfolio *portfolio;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->store = qd_test_store_new (":memory:");
  fixture->portfolio = qd_test_load_portfolio (fixture->store);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->portfolio);
  qd_test_store_close (fixture->store);
}

static GBytes *
export_for (Fixture       *fixture,
            QdExchangeKind kind,
            gint64         id,
            QdAudience     audience)
{
  g_autoptr(GError) error = NULL;
  GBytes *bytes = qd_exchange_export (fixture->portfolio, kind, id, audience, &error);

  g_assert_no_error (error);

  return bytes;
}

static GBytes *
export_all (Fixture *fixture)
{
  return export_for (fixture, QD_EXCHANGE_KIND_PORTFOLIO, 0, QD_AUDIENCE_ME);
}

static void
assert_same_bytes (GBytes *a,
                   GBytes *b)
{
  g_assert_cmpmem (
      g_bytes_get_data (a, NULL), g_bytes_get_size (a), g_bytes_get_data (b, NULL), g_bytes_get_size (b));
}

static void
apply (Fixture      *fixture,
       QdImportPlan *plan)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;

  qd_import_plan_apply_async (plan, NULL, NULL, qd_test_async_cb, &slot);
  qd_test_await_edit (fixture->store, &slot, &error);
  g_assert_no_error (error);
}

static QdImportPlan *
plan_import (Fixture *fixture,
             GBytes  *bytes)
{
  g_autoptr(GError) error = NULL;
  QdImportPlan *plan = qd_import_plan_new (fixture->portfolio, bytes, &error);

  g_assert_no_error (error);

  return plan;
}

static void
import (Fixture *fixture,
        GBytes  *bytes)
{
  g_autoptr(QdImportPlan) plan = plan_import (fixture, bytes);

  apply (fixture, plan);
}

static void
load_sample (Fixture *fixture,
             int      today)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  qd_sample_load_async (fixture->portfolio, today, NULL, qd_test_async_cb, &slot);
  result = qd_test_await (&slot);
  qd_sample_finish (result, &error);
  g_assert_no_error (error);
}

static guint
count (Fixture *fixture,
       GType    type)
{
  return g_list_model_get_n_items (G_LIST_MODEL (qd_portfolio_get_list (fixture->portfolio, type)));
}

/* Random records */

static const char *const texts[] = {
  "Acme",
  "<b>&amp;</b> \"quoted\" \\ back / slash",
  "=SUM(A1:A9)",
  "'; DROP TABLE account; --",
  "Überlänge Æther Straße",
  "日本語の名前 🚀👩🏽‍💻",
  "عربي ‏ من اليمين",
  "{\"json\": [1, 2, null]}",
  "\xf4\x8f\xbf\xbf and \xef\xbf\xbd",
  " leading and trailing ",
};

static char *
random_text (const QdColumn *column)
{
  GString *text = g_string_new (texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))]);

  g_string_append_printf (text, " %d", g_test_rand_int_range (0, 1000000));

  if (!column->line && g_test_rand_bit ())
    g_string_append (text, "\n\tsecond line\n\n");

  if (g_test_rand_int_range (0, 50) == 0)
    {
      g_string_truncate (text, 0);

      for (int i = 0; i < (column->line ? QD_COLUMN_MAX_LINE : QD_COLUMN_MAX_TEXT); i++)
        g_string_append (text, "ß");
    }

  return g_string_free_and_steal (text);
}

static void
set_random (QdRecord       *draft,
            const QdColumn *column,
            const char     *property)
{
  g_autofree char *text = NULL;
  const gint64     numbers[] = { 0, 1, 42, G_MAXINT64 };
  const double     reals[] = { 0, 1, 0.1, -2.5, 1e300, 5e-324, 1.0 / 3 };

  switch (column->kind)
    {
    case QD_COLUMN_KIND_TEXT:
      text = random_text (column);
      g_object_set (draft, property, text, NULL);
      break;

    case QD_COLUMN_KIND_INTEGER:
      g_object_set (draft, property, numbers[g_test_rand_int_range (0, G_N_ELEMENTS (numbers))], NULL);
      break;

    case QD_COLUMN_KIND_REAL:
      g_object_set (draft, property, reals[g_test_rand_int_range (0, G_N_ELEMENTS (reals))], NULL);
      break;

    case QD_COLUMN_KIND_BOOLEAN:
      g_object_set (draft, property, g_test_rand_bit () != 0, NULL);
      break;

    case QD_COLUMN_KIND_DAY:
      g_object_set (draft, property, g_test_rand_int_range (0, 84006), NULL);
      break;

    case QD_COLUMN_KIND_ENUM:
      g_object_set (draft, property, g_test_rand_int_range (0, qd_nicks_get_length (column->nicks)), NULL);
      break;

    case QD_COLUMN_KIND_REFERENCE:
      break;

    default:
      g_assert_not_reached ();
    }
}

static gint64
pick_child (GPtrArray *drafts,
            GType      type,
            gint64     parent)
{
  for (guint i = 0; i < drafts->len; i++)
    {
      gpointer draft = g_ptr_array_index (drafts, i);

      if (G_OBJECT_TYPE (draft) == type && qd_record_get_parent (draft) == parent && g_test_rand_bit ())
        return qd_record_get_id (draft);
    }

  return 0;
}

static gint64
pick_count (gint64 most)
{
  return g_test_rand_int_range (0, most + 1);
}

static void
mend_task (QdRecord  *draft,
           GPtrArray *drafts)
{
  gint64   parent = qd_record_get_parent (draft);
  gboolean held = g_test_rand_bit ();

  g_object_set (draft,
                "progress", pick_count (100),
                "start", 20001,
                "due", 20001 + g_test_rand_int_range (1, 9),
                "duration", pick_count (1248000),
                "work", pick_count (1248000),
                "start-time", pick_count (1439),
                "due-time", pick_count (1440),
                "constraint-kind", held ? g_test_rand_int_range (0, 3) : QD_ENUM_NONE,
                "constraint-day", held ? 20003 : QD_DAY_NONE,
                "constraint-time", pick_count (1440),
                "phase", pick_child (drafts, g_type_from_name ("QdPhase"), parent),
                "objective", pick_child (drafts, QD_TYPE_OBJECTIVE, parent),
                "parent", pick_child (drafts, QD_TYPE_TASK, parent),
                NULL);
}

/* What is said of Dedicated: instants in UTC, days in order, and facts that are facts */
static void
mend_dedicated (QdRecord *draft)
{
  QdRecordClass *klass = QD_RECORD_GET_CLASS (draft);

  for (guint i = 0; i < klass->n_columns; i++)
    {
      if (g_str_has_suffix (klass->columns[i].name, "_at"))
        g_object_set (draft, klass->pspecs[i]->name, "2026-05-03T14:00:00Z", NULL);
      else if (klass->columns[i].kind == QD_COLUMN_KIND_DAY)
        g_object_set (draft, klass->pspecs[i]->name, 20000, NULL);
    }

  if (QD_IS_FACT_EDIT (draft))
    g_object_set (draft,
                  "topic", QD_FACT_TOPIC_STAR_CHECK,
                  "key", "own-check",
                  "body", "{ \"key\": \"own-check\", \"name\": \"Überprüft 日本\" }",
                  NULL);
}

/* It is linked to one thing. */
static void
mend_reference (QdRecord  *draft,
                GPtrArray *drafts,
                gint64     account)
{
  if (QD_IS_REFERENCE_RECORD (draft))
    g_object_set (draft, "links", "https://example.com/a All of it", "url", "https://example.com/b", NULL);

  if (!QD_IS_REFERENCE_LINK (draft))
    return;

  g_object_set (draft,
                "account", account,
                "plan", account != 0 ? pick_child (drafts, QD_TYPE_PLAN, account) : 0,
                "task", G_GINT64_CONSTANT (0),
                "template", account == 0 ? "blank" : NULL,
                NULL);
}

/* What random values would break. Returns: whether there may be such a record at all */
static gboolean
mend (QdRecord  *draft,
      GPtrArray *drafts)
{
  GType  type = G_OBJECT_TYPE (draft);
  gint64 parent = qd_record_get_parent (draft);

  if (g_object_class_find_property (G_OBJECT_GET_CLASS (draft), "time-zone"))
    g_object_set (draft, "time-zone", "Europe/Berlin", NULL);

  if (type == QD_TYPE_ACCOUNT)
    g_object_set (draft, "currency", "JPY", "contract-start", 10, "renewal", 80000, "allowance", pick_count (99), "sealed", "name people", NULL);
  else if (type == QD_TYPE_ACTIVITY)
    g_object_set (draft, "begins-at", "2026-05-03T14:00:00Z", NULL);
  else if (type == QD_TYPE_PLAN)
    g_object_set (draft, "start", 20000, "target", 20000 + g_test_rand_int_range (0, 900), NULL);
  else if (g_str_equal (g_type_name (type), "QdPhase"))
    g_object_set (draft, "first", G_GINT64_CONSTANT (-5), "last", G_GINT64_CONSTANT (29), NULL);
  else if (type == QD_TYPE_TASK)
    mend_task (draft, drafts);
  else if (g_str_equal (g_type_name (type), "QdFollowUp"))
    g_object_set (draft, "activity", pick_child (drafts, QD_TYPE_ACTIVITY, parent), NULL);
  else if (type == QD_TYPE_LINK)
    g_object_set (draft,
                  "predecessor", pick_child (drafts, QD_TYPE_TASK, parent),
                  "successor", pick_child (drafts, QD_TYPE_TASK, parent),
                  "lag", pick_count (2 * 1248000) - 1248000,
                  NULL);
  else if (type == QD_TYPE_BASELINE_TASK)
    g_object_set (
        draft, "start-time", pick_count (1439), "due-time", pick_count (1440), "duration", pick_count (1248000), "progress", pick_count (100), NULL);
  else if (type == QD_TYPE_WORKING_CALENDAR)
    g_object_set (draft, "hours", "Mo-Fr 09:00-12:00,13:00-17:00", "country", "DE", NULL);
  else if (type == QD_TYPE_CLOSURE)
    g_object_set (draft, "first", 20000, "last", 20000 + g_test_rand_int_range (0, 9), "begins", pick_count (1439), "minutes", 1 + pick_count (10079), NULL);
  else if (type == QD_TYPE_ONBOARDING)
    g_object_set (draft, "named-at", "2026-05-03T14:00:00Z", "welcomed-at", "2026-05-04T13:59:59Z", NULL);
  else if (type == QD_TYPE_CONTENT_MODULE)
    g_object_set (draft, "duration", pick_count (1248000), NULL);
  else if (qd_exchange_get_parent_type (type) == QD_TYPE_TENANT || type == QD_TYPE_TENANT || type == QD_TYPE_TICKET ||
           type == QD_TYPE_ESCALATION || type == QD_TYPE_UPGRADE_REQUEST || type == QD_TYPE_FACT_EDIT)
    mend_dedicated (draft);
  else if (type == QD_TYPE_REFERENCE_RECORD || type == QD_TYPE_REFERENCE_LINK)
    mend_reference (draft, drafts, parent);

  return type != QD_TYPE_LINK || (QD_LINK (draft)->predecessor != 0 && QD_LINK (draft)->successor != 0 &&
                                  QD_LINK (draft)->predecessor != QD_LINK (draft)->successor);
}

static void
add_random (GPtrArray *drafts,
            GType      type,
            gint64     parent)
{
  QdRecord      *draft = qd_record_new_draft (type);
  QdRecordClass *klass = QD_RECORD_GET_CLASS (draft);
  g_autoptr(GError) error = NULL;
  guint                   n_branches;
  const QdExchangeBranch *branches = qd_exchange_get_branches (type, &n_branches);

  for (guint i = 0; i < klass->n_columns; i++)
    {
      if (!klass->columns[i].nullable || g_test_rand_int_range (0, 10) > 0)
        set_random (draft, &klass->columns[i], klass->pspecs[i]->name);
    }

  if (parent != 0)
    qd_record_set_parent (draft, parent);

  if (!mend (draft, drafts))
    {
      g_object_unref (draft);
      return;
    }

  if (type == QD_TYPE_TEMPLATE)
    {
      g_autoptr(GPtrArray) shipped = qd_templates_load_shipped (NULL);

      qd_template_plan_fill_record (g_ptr_array_index (shipped, g_test_rand_int_range (0, shipped->len)), QD_TEMPLATE (draft));
    }

  qd_record_check (draft, &error);
  g_assert_no_error (error);
  g_ptr_array_add (drafts, draft);

  for (guint i = 0; i < n_branches; i++)
    {
      for (int n = g_test_rand_int_range (0, 5); n > 0; n--)
        add_random (drafts, branches[i].type, qd_record_get_id (draft));
    }
}

static void
fill_at_random (Fixture *fixture)
{
  g_autoptr(GPtrArray) drafts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;
  QdBatch                *batch = qd_batch_new ();
  guint                   n_roots;
  const QdExchangeBranch *roots = qd_exchange_get_roots (&n_roots);

  for (guint i = 0; i < n_roots; i++)
    {
      for (int n = g_test_rand_int_range (1, 5); n > 0; n--)
        add_random (drafts, roots[i].type, 0);
    }

  for (guint i = 0; i < drafts->len; i++)
    qd_batch_insert (batch, g_ptr_array_index (drafts, i));

  qd_batch_apply_async (batch, fixture->store, "Fill", NULL, qd_test_async_cb, &slot);
  qd_test_await_edit (fixture->store, &slot, &error);
  g_assert_no_error (error);
}

/* Export, import into an empty database, export: the same bytes. */
static void
test_round_trip (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr(GBytes) first = NULL;
  g_autoptr(GBytes) again = NULL;
  g_autoptr(GBytes) back = NULL;
  g_autoptr(QdImportPlan) plan = NULL;
  Fixture other;

  fill_at_random (fixture);
  first = export_all (fixture);
  again = export_all (fixture);
  assert_same_bytes (first, again);

  set_up (&other, NULL);
  import (&other, first);
  back = export_all (&other);
  assert_same_bytes (first, back);

  plan = plan_import (&other, first);
  g_assert_cmpuint (qd_import_plan_get_count (plan, QD_IMPORT_ADD), ==, 0);
  g_assert_cmpuint (qd_import_plan_get_count (plan, QD_IMPORT_CHANGE), ==, 0);
  g_clear_object (&plan);

  qd_test_undo (other.store);
  g_assert_cmpuint (count (&other, QD_TYPE_ACCOUNT), ==, 0);
  tear_down (&other, NULL);
}

/* The same for what is handed over one at a time, for each audience. */
static void
test_round_trip_parts (Fixture      *fixture,
                       gconstpointer data)
{
  const struct
  {
    QdExchangeKind kind;
    GType          type;
  } kinds[] = {
    { QD_EXCHANGE_KIND_ACCOUNT, QD_TYPE_ACCOUNT },
    { QD_EXCHANGE_KIND_PLAN, QD_TYPE_PLAN },
  };

  load_sample (fixture, 20780);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GListModel *list = G_LIST_MODEL (qd_portfolio_get_list (fixture->portfolio, kinds[i].type));

      for (guint n = 0; n < g_list_model_get_n_items (list) * 3; n++)
        {
          g_autoptr(QdRecord) record = g_list_model_get_item (list, n / 3);
          g_autoptr(GBytes) first = export_for (fixture, kinds[i].kind, qd_record_get_id (record), n % 3);
          g_autoptr(GBytes) back = NULL;
          g_autoptr(QdImportPlan) plan = NULL;
          Fixture other;

          set_up (&other, NULL);
          import (&other, first);
          back = export_for (&other, kinds[i].kind, qd_record_get_id (record), n % 3);
          assert_same_bytes (first, back);
          tear_down (&other, NULL);

          /* At home it changes nothing: what was left out is still there. */
          plan = plan_import (fixture, first);
          g_assert_cmpuint (qd_import_plan_get_count (plan, QD_IMPORT_ADD), ==, 0);
          g_assert_cmpuint (qd_import_plan_get_count (plan, QD_IMPORT_CHANGE), ==, 0);
        }
    }
}

static QdAccount *
find_account (Fixture    *fixture,
              const char *name)
{
  GListModel *list = G_LIST_MODEL (qd_portfolio_get_list (fixture->portfolio, QD_TYPE_ACCOUNT));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(QdAccount) account = g_list_model_get_item (list, i);

      if (g_str_equal (account->name, name))
        return account;
    }

  return NULL;
}

static void
test_audiences (Fixture      *fixture,
                gconstpointer data)
{
  QdAccount *account;
  g_autoptr(GBytes) internal = NULL;
  g_autoptr(GBytes) customer = NULL;
  g_autofree char  *internal_text = NULL;
  g_autofree char  *customer_text = NULL;
  const char *const internal_never[] = { "Tessaquill", "tessaquill", NULL };
  const char *const customer_never[] = { "Feldspar", "feldspar", "162000000", "Do not mention seats", "recovery", "Recovery", NULL };

  load_sample (fixture, 20780);
  account = find_account (fixture, "Tessaquill Therapeutics");
  internal = export_for (fixture, QD_EXCHANGE_KIND_ACCOUNT, qd_record_get_id (account), QD_AUDIENCE_INTERNAL);
  customer = export_for (fixture, QD_EXCHANGE_KIND_ACCOUNT, qd_record_get_id (account), QD_AUDIENCE_CUSTOMER);
  internal_text = g_strndup (g_bytes_get_data (internal, NULL), g_bytes_get_size (internal));
  customer_text = g_strndup (g_bytes_get_data (customer, NULL), g_bytes_get_size (customer));

  for (guint i = 0; internal_never[i] != NULL; i++)
    g_assert_null (strstr (internal_text, internal_never[i]));

  for (guint i = 0; customer_never[i] != NULL; i++)
    {
      if (strstr (customer_text, customer_never[i]) != NULL)
        g_error ("“%s” is in what the customer reads", customer_never[i]);
    }

  g_assert_nonnull (strstr (customer_text, "Tessaquill Therapeutics"));
  g_assert_nonnull (strstr (internal_text, "Feldspar"));
}

static void
test_leak_refused (Fixture      *fixture,
                   gconstpointer data)
{
  QdAccount *account;
  g_autoptr(QdAccount) draft = NULL;
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  load_sample (fixture, 20780);
  account = find_account (fixture, "Tessaquill Therapeutics");
  draft = qd_record_dup_draft (account);
  g_object_set (draft, "next-step", "Ask TESSAQUILL’s board", NULL);
  qd_record_save_async (draft, fixture->store, "Edit", qd_test_async_cb, &slot);
  g_assert_true (qd_test_await_edit (fixture->store, &slot, NULL));

  bytes = qd_exchange_export (
      fixture->portfolio, QD_EXCHANGE_KIND_ACCOUNT, qd_record_get_id (account), QD_AUDIENCE_INTERNAL, &error);
  g_assert_null (bytes);
  g_assert_error (error, QD_EXCHANGE_ERROR, QD_EXCHANGE_ERROR_AUDIENCE);
  g_assert_nonnull (strstr (error->message, "account.next_step"));
  g_clear_error (&error);

  bytes = qd_exchange_export (fixture->portfolio, QD_EXCHANGE_KIND_PORTFOLIO, 0, QD_AUDIENCE_CUSTOMER, &error);
  g_assert_null (bytes);
  g_assert_error (error, QD_EXCHANGE_ERROR, QD_EXCHANGE_ERROR_AUDIENCE);
}

/* Matching */

static GBytes *
edit_bytes (GBytes     *bytes,
            const char *from,
            const char *to)
{
  GString *text = g_string_new_len (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_cmpuint (g_string_replace (text, from, to, 0), >, 0);

  return g_string_free_to_bytes (text);
}

static void
test_changes (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr(GBytes) before = NULL;
  g_autoptr(GBytes) edited = NULL;
  g_autoptr(GBytes) renumbered = NULL;
  g_autoptr(GBytes) after = NULL;
  g_autoptr(QdImportPlan) plan = NULL;
  g_autofree char *id = NULL;
  GPtrArray       *rows;
  guint            n_changed = 0;

  load_sample (fixture, 20780);
  before = export_all (fixture);
  edited = edit_bytes (before, "Rollback rehearsal on staging, timed by the night shift", "Something else");
  plan = plan_import (fixture, edited);
  g_assert_cmpuint (qd_import_plan_get_count (plan, QD_IMPORT_CHANGE), ==, 1);
  rows = qd_import_plan_get_rows (plan);

  for (guint i = 0; i < rows->len; i++)
    {
      QdImportRow *row = g_ptr_array_index (rows, i);

      if (row->outcome != QD_IMPORT_CHANGE)
        continue;

      n_changed++;
      g_assert_cmpstr (row->title, ==, "Wexbarrow Grid Cooperative");
      g_assert_cmpuint (row->changes->len, ==, 1);
      g_assert_cmpstr (((QdImportChange *)g_ptr_array_index (row->changes, 0))->label, ==, "Next Step");
      g_assert_cmpstr (((QdImportChange *)g_ptr_array_index (row->changes, 0))->after, ==, "Something else");
    }

  g_assert_cmpuint (n_changed, ==, 1);
  apply (fixture, plan);
  after = export_all (fixture);
  assert_same_bytes (edited, after);
  g_assert_cmpstr (qd_store_get_undo_label (fixture->store), ==, "Import");
  qd_test_undo (fixture->store);
  g_clear_pointer (&after, g_bytes_unref);
  after = export_all (fixture);
  assert_same_bytes (before, after);

  /* Another id, the same name: it is the same account, and so are its parts. */
  id = qd_record_format_id (qd_record_get_id (find_account (fixture, "Wexbarrow Grid Cooperative")));
  renumbered = edit_bytes (before, id, "0000000000000123");
  g_clear_object (&plan);
  plan = plan_import (fixture, renumbered);
  g_assert_cmpuint (qd_import_plan_get_count (plan, QD_IMPORT_ADD), ==, 0);
  g_assert_cmpuint (qd_import_plan_get_count (plan, QD_IMPORT_CHANGE), ==, 0);
}

/* A copy in which every id is another matches by name and account throughout. */
static void
test_matched_by_name (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GRegex) regex = g_regex_new ("\"([0-7])([0-9a-f]{15})\"", 0, 0, NULL);
  g_autofree char *text = NULL;
  g_autofree char *other = NULL;
  g_autoptr(GBytes) renumbered = NULL;
  g_autoptr(QdImportPlan) plan = NULL;

  load_sample (fixture, 20780);
  bytes = export_all (fixture);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  for (char *c = text; (c = strstr (c, "\"id\": \"")); c++)
    g_assert_true (g_ascii_isxdigit (c[7]));

  /* The last digits of two ids are never alike, but turning the order of all digits keeps them apart. */
  other = g_regex_replace (regex, text, -1, 0, "\"\\1\\2\"", 0, NULL);

  for (char *c = other; (c = strchr (c, '"')); c++)
    {
      if (strlen (c) > 18 && c[17] == '"' && c[1] >= '0' && c[1] <= '7' &&
          strspn (c + 1, "0123456789abcdef") == 16)
        {
          for (int i = 2; i <= 16; i++)
            c[i] = c[i] == 'f' ? '0' : c[i] == '9' ? 'a'
                                                   : c[i] + 1;

          c += 17;
        }
    }

  renumbered = g_bytes_new (other, strlen (other));
  plan = plan_import (fixture, renumbered);
  g_assert_cmpuint (qd_import_plan_get_count (plan, QD_IMPORT_ADD), ==, 0);
  g_assert_cmpuint (qd_import_plan_get_count (plan, QD_IMPORT_CHANGE), ==, 0);
}

/* Bad files */

static void
assert_refused (Fixture    *fixture,
                GBytes     *bytes,
                const char *message)
{
  g_autoptr(GBytes) before = export_all (fixture);
  g_autoptr(GBytes) after = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(QdImportPlan) plan = qd_import_plan_new (fixture->portfolio, bytes, &error);

  g_assert_null (plan);
  g_assert_nonnull (error);
  g_assert_null (strchr (error->message, '\n'));

  if (message != NULL && !g_str_has_prefix (error->message, message))
    g_error ("“%s” instead of “%s”", error->message, message);

  after = export_all (fixture);
  assert_same_bytes (before, after);
}

static void
test_bad_values (Fixture      *fixture,
                 gconstpointer data)
{
  const struct
  {
    const char *from;
    const char *to;
    const char *message;
  } cases[] = {
    { "\"schema\": \"io.gitlab.quarterdeck\"", "\"schema\": \"other\"", "It is JSON, but not a file of Quarterdeck" },
    { "\"version\": \"1.2\"", "\"version\": \"2.0\"", "The file is of version 2.0, which a newer Quarterdeck wrote; this one reads 1.x" },
    { "\"version\": \"1.2\"", "\"version\": 1", "version must be a text" },
    { "\"kind\": \"portfolio\"", "\"kind\": \"party\"", "kind must be one of: portfolio, account, plan, template" },
    { "\"views\": []", "\"views\": {}", "views must be a list" },
    { "\"views\": []", "\"views\": [], \"more\": 1", "more is not known to this version" },
    { "\"tier\": \"advanced\"", "\"tier\": \"gold\"", "accounts[0].tier: “tier” must be one of: on-demand, essentials, advanced, signature" },
    { "\"seats\": 980", "\"seats\": \"980\"", "accounts[0].seats: “seats” must be a whole number" },
    { "\"seats\": 980", "\"seats\": 980.5", "accounts[0].seats: “seats” must be a whole number" },
    { "\"seats\": 980", "\"seats\": -980", "accounts[0]: “ARR” and “Seats” must not be less than 0" },
    { "\"seats\": 980", "\"seats\": null", "accounts[0].seats must not be null; leave it out" },
    { "\"seats\": 980", "\"seats\": 98000000000000000000", "Line " },
    { "\"seats\": 980", "\"seats\": NaN", "Line " },
    { "\"seats\": 980", "\"seats\": 1e999", "Line " },
    { "\"seats\": 980", "\"seats\": 980, \"seats\": 980", "accounts[0] has two members of the same name" },
    { "\"seats\": 980", "\"seats\": 980, \"colour\": \"red\"", "accounts[0].colour is not known to this version" },
    { "\"renewal\": \"2027-06-30\"", "\"renewal\": \"30.06.2027\"", "accounts[0].renewal: “renewal” must be a day such as “2026-05-03”" },
    { "\"renewal\": \"2027-06-30\"", "\"renewal\": \"1899-06-30\"", "accounts[0]: “Renewal” must be a day of the years 1970 to 2199" },
    { "\"renewal\": \"2027-06-30\"", "\"renewal\": \"2020-06-30\"", "accounts[0]: “Renewal” must not be before “Contract Start”" },
    { "\"name\": \"Wexbarrow Grid Cooperative\"", "\"name\": \"\"", "accounts[0]: “Name” must not be empty" },
    { "\"name\": \"Wexbarrow Grid Cooperative\",", "", "accounts[0].name must be given" },
    { "\"name\": \"Wexbarrow Grid Cooperative\"", "\"name\": \"A\\u0000B\"", "Line " },
    { "\"name\": \"Wexbarrow Grid Cooperative\"", "\"name\": \"A\\ud800B\"", "Line " },
    { "\"name\": \"Wexbarrow Grid Cooperative\"", "\"name\": \"A\\nB\"", "accounts[0]: “Name” must be one line of text" },
    { "\"id\": \"15e2a7102a11d88c\"", "\"id\": \"x\"", "accounts[0].id must be 16 hexadecimal digits" },
    { "\"id\": \"15e2a7102a11d88c\"", "\"id\": 15", "accounts[0].id must be 16 hexadecimal digits" },
    { "\"id\": \"022a074a6e5851fb\"", "\"id\": \"05a288b0baabac92\"", "accounts[0].contacts[1] has the id of accounts[0].contacts[0]" },
    { "\"id\": \"022a074a6e5851fb\"", "\"account\": \"15e2a7102a11d88c\", \"id\": \"022a074a6e5851fb\"", "accounts[0].contacts[0].account is not known to this version" },
    { "\"time_zone\": \"America/Chicago\"", "\"time_zone\": \"Mars/Olympus\"", "accounts[0]" },
    { "\"champion\": true", "\"champion\": \"yes\"", "accounts[0].contacts[0].champion: “champion” must be true or false" },
  };
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "sample", "portfolio.json", NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GString) bad = g_string_new (text);
      g_autoptr(GBytes) bytes = NULL;

      if (g_string_replace (bad, cases[i].from, cases[i].to, 1) != 1)
        g_error ("No %s", cases[i].from);

      bytes = g_string_free_to_bytes (g_steal_pointer (&bad));
      assert_refused (fixture, bytes, cases[i].message);
    }
}

/* A task that names the phase of another plan, or none there is. */
static void
test_bad_reference (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GBytes) bad = NULL;
  g_autoptr(GRegex) regex = g_regex_new ("\"phase\": \"[0-9a-f]{16}\"", 0, 0, NULL);
  g_autofree char *text = NULL;
  Fixture          empty;

  load_sample (fixture, 20780);
  bytes = export_all (fixture);
  text = g_regex_replace_literal (
      regex, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), 0, "\"phase\": \"0000000000000001\"", 0, NULL);
  bad = g_bytes_new (text, strlen (text));
  set_up (&empty, NULL);
  assert_refused (&empty, bad, "accounts[");
  tear_down (&empty, NULL);
}

static GBytes *
repeat (const char *text,
        gsize       times)
{
  GString *out = g_string_new (NULL);

  for (gsize i = 0; i < times; i++)
    g_string_append (out, text);

  return g_string_free_to_bytes (out);
}

static void
test_bad_bytes (Fixture      *fixture,
                gconstpointer data)
{
  const struct
  {
    const char *text;
    gsize       times;
    const char *message;
  } cases[] = {
    { "", 0, "The file is empty" },
    { "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", 1, "It is not JSON, which is text in UTF-8" },
    { "%PDF-1.7\n1 0 obj\n", 1, "Line 1, character " },
    { "[", 10000, "Line 1 is nested deeper than the 64 levels that are read" },
    { "{\"a\":", 10000, "Line 1 is nested deeper than the 64 levels that are read" },
    { "          ", 6553600, "Line 1, character " },
    { "          ", 6815744, "The file is larger than the 64 MB that are read" },
    { "null", 1, "It is JSON, but not a file of Quarterdeck" },
    { "[]", 1, "It is JSON, but not a file of Quarterdeck" },
    { "{}", 1, "It is JSON, but not a file of Quarterdeck" },
    { "\"", 1, "Line 1, character " },
    { "{\"a\": \"\\", 1, "Line 1, character " },
    { "{\"a\": \"\\u", 1, "Line 1, character " },
    { "{\"a\": 1,}", 1, "Line 1, character " },
    { "{'a': 1}", 1, "Line 1, character " },
    { "{\"a\": 1,\n\"b\" 2}", 1, "Line 2, character 3 is not JSON" },
    { "\n\n[1,,2]", 1, "Line 3, character 4 is not JSON" },
    { "// comment\n{}", 1, "Line " },
    { "\xef\xbb\xbf", 1, NULL },
    { "\xef\xbb", 1, "It is not JSON, which is text in UTF-8" },
    { "\xff\xfe{\x00}\x00", 1, "It is not JSON, which is text in UTF-8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GBytes) bytes = repeat (cases[i].text, cases[i].times);

      g_test_message ("case %u", i);
      assert_refused (fixture, bytes, cases[i].message);
    }
}

/* Cut anywhere, a file is refused. */
static void
test_truncated (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "templates", "ebr-preparation.json", NULL);
  g_autofree char *text = NULL;
  gsize            length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));

  for (gsize i = 0; i < length - 2; i += 7)
    {
      g_autoptr(GBytes) bytes = g_bytes_new (text, i);

      assert_refused (fixture, bytes, NULL);
    }
}

/* What once went wrong, or might: none may crash, and none may change anything. */
static void
test_corpus (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "json", NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint       n_files = 0;

  g_assert_nonnull (dir);

  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr(GFile) file = g_file_new_for_path (path);
      g_autoptr(GBytes) bytes = qd_import_read_file (file, NULL, NULL);

      g_assert_nonnull (bytes);
      assert_refused (fixture, bytes, NULL);
      n_files++;
    }

  g_assert_cmpuint (n_files, >=, 5);
}

static void
test_unreadable (void)
{
  g_autofree char  *folder = g_dir_make_tmp ("qd-XXXXXX", NULL);
  g_autofree char  *missing = g_build_filename (folder, "missing.json", NULL);
  g_autofree char  *locked = g_build_filename (folder, "locked.json", NULL);
  const char *const paths[] = { folder, missing, "/dev/zero", locked };

  g_assert_true (g_file_set_contents (locked, "{}", -1, NULL));
  g_assert_cmpint (g_chmod (locked, 0), ==, 0);

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr(GFile) file = g_file_new_for_path (paths[i]);
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) bytes = qd_import_read_file (file, NULL, &error);

      if (bytes != NULL && geteuid () == 0)
        continue; /* root may read anything */

      g_assert_null (bytes);
      g_assert_nonnull (error);
    }

  g_unlink (locked);
  g_rmdir (folder);
}

/* Writing */

static void
test_write_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("qd-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "out.json", NULL);
  g_autofree char *lost = g_build_filename (folder, "none", "out.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr(GBytes) bytes = g_bytes_new ("{}\n", 3);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GDir) dir = NULL;
  GError *error = NULL;

  g_assert_true (g_file_set_contents (path, "before", -1, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_false (qd_exchange_write_file (bytes, path, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "before");

  g_assert_false (qd_exchange_write_file (bytes, folder, NULL, &error));
  g_assert_error (error, QD_EXCHANGE_ERROR, QD_EXCHANGE_ERROR_TARGET);
  g_clear_error (&error);
  g_assert_false (qd_exchange_write_file (bytes, lost, NULL, &error));
  g_assert_error (error, QD_EXCHANGE_ERROR, QD_EXCHANGE_ERROR_TARGET);
  g_clear_error (&error);

  g_assert_true (qd_exchange_write_file (bytes, path, NULL, &error));
  g_assert_no_error (error);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "out.json");
  g_assert_null (g_dir_read_name (dir));
  g_unlink (path);
  g_rmdir (folder);
}

/* Somebody who may write to the folder puts a link, and then another folder, in the way of what is being written. */
static void
test_file_out_is_not_led_astray (void)
{
  g_autofree char *top = g_dir_make_tmp ("qd-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (top, "folder", NULL);
  g_autofree char *moved = g_build_filename (top, "moved", NULL);
  g_autofree char *elsewhere = g_build_filename (top, "elsewhere", NULL);
  g_autofree char *path = g_build_filename (folder, "out.json", NULL);
  g_autofree char *written = g_build_filename (moved, "out.json", NULL);
  g_autofree char *victim = g_build_filename (elsewhere, "out.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr(QdFileOut) out = NULL;
  GError     *error = NULL;
  struct stat info;

  g_assert_cmpint (g_mkdir (folder, 0755), ==, 0);
  g_assert_cmpint (g_mkdir (elsewhere, 0755), ==, 0);
  g_assert_true (g_file_set_contents (victim, "theirs", -1, NULL));
  out = qd_file_out_open (path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (symlink (victim, path), ==, 0);
  g_assert_cmpint (g_rename (folder, moved), ==, 0);
  g_assert_cmpint (symlink (elsewhere, folder), ==, 0);
  g_assert_true (qd_file_out_write (out, "{}\n", 3, &error));
  g_assert_true (qd_file_out_finish (out, &error));
  g_assert_no_error (error);

  g_assert_cmpint (lstat (written, &info), ==, 0);
  g_assert_true (S_ISREG (info.st_mode));
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_true (g_file_get_contents (victim, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "theirs");
  g_unlink (written);
  g_unlink (victim);
  g_unlink (folder);
  g_rmdir (moved);
  g_rmdir (elsewhere);
  g_assert_cmpint (g_rmdir (top), ==, 0);
}

static void
test_file_out_that_is_given_up (void)
{
  g_autofree char *folder = g_dir_make_tmp ("qd-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "out.json", NULL);
  QdFileOut       *out;
  GError          *error = NULL;
  mode_t           mask = umask (0777);
  struct stat      info;

  out = qd_file_out_open (path, &error);
  umask (mask);
  g_assert_no_error (error);
  g_assert_cmpint (fstat (qd_file_out_get_descriptor (out), &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_true (qd_file_out_write (out, "half", 4, &error));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  qd_file_out_free (out);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* The sample */

static void
test_sample (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr(QdAccount) own = qd_record_new_draft (QD_TYPE_ACCOUNT);
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GAsyncResult) removed = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  QdAccount *account;
  int        renewal;

  g_object_set (own, "name", "My own", NULL);
  qd_record_add_async (own, fixture->store, "Add", qd_test_async_cb, &slot);
  g_assert_true (qd_test_await_edit (fixture->store, &slot, NULL));
  g_assert_false (qd_sample_is_loaded (fixture->portfolio));

  /* A year and a day after the Monday that the sample is meant for: 52 weeks on */
  load_sample (fixture, 20780 + 366);
  g_assert_true (qd_sample_is_loaded (fixture->portfolio));
  g_assert_cmpuint (count (fixture, QD_TYPE_ACCOUNT), ==, 15);
  account = find_account (fixture, "Wexbarrow Grid Cooperative");
  g_assert_true (qd_day_parse ("2027-06-30", &renewal));
  g_assert_cmpint (account->renewal, ==, renewal + 364);

  load_sample (fixture, 20780);
  g_assert_cmpuint (count (fixture, QD_TYPE_ACCOUNT), ==, 15);

  qd_sample_remove_async (fixture->portfolio, NULL, qd_test_async_cb, &removed);
  result = qd_test_await (&removed);
  g_assert_true (qd_sample_finish (result, &error));
  g_assert_cmpuint (count (fixture, QD_TYPE_ACCOUNT), ==, 1);
  g_assert_cmpuint (count (fixture, QD_TYPE_TASK), ==, 0);
  g_assert_false (qd_sample_is_loaded (fixture->portfolio));
  qd_test_undo (fixture->store);
  g_assert_cmpuint (count (fixture, QD_TYPE_ACCOUNT), ==, 15);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/exchange/round-trip", test_round_trip);
  ADD ("/exchange/round-trip-parts", test_round_trip_parts);
  ADD ("/exchange/audiences", test_audiences);
  ADD ("/exchange/leak-refused", test_leak_refused);
  ADD ("/exchange/changes", test_changes);
  ADD ("/exchange/matched-by-name", test_matched_by_name);
  ADD ("/exchange/bad-values", test_bad_values);
  ADD ("/exchange/bad-reference", test_bad_reference);
  ADD ("/exchange/bad-bytes", test_bad_bytes);
  ADD ("/exchange/truncated", test_truncated);
  ADD ("/exchange/corpus", test_corpus);
  g_test_add_func ("/exchange/unreadable", test_unreadable);
  g_test_add_func ("/exchange/write-file", test_write_file);
  g_test_add_func ("/exchange/file-out-is-not-led-astray", test_file_out_is_not_led_astray);
  g_test_add_func ("/exchange/file-out-that-is-given-up", test_file_out_that_is_given_up);
  ADD ("/exchange/sample", test_sample);

  return g_test_run ();
}
