/* qd-format.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-format"

#include "qd-format.h"

#include <glib/gi18n.h>

#include "qd-csv-export.h"

/* What goes into a spreadsheet of accounts, and comes back from one. */
static const QdRosterColumn roster_columns[] = {
  QD_ROSTER_COLUMN_NAME, QD_ROSTER_COLUMN_TIER, QD_ROSTER_COLUMN_OFFERING, QD_ROSTER_COLUMN_STAGE,
  QD_ROSTER_COLUMN_HEALTH, QD_ROSTER_COLUMN_LAST_CONTACT, QD_ROSTER_COLUMN_NEXT_STEP, QD_ROSTER_COLUMN_FOLLOW_UPS,
  QD_ROSTER_COLUMN_PROGRESS, QD_ROSTER_COLUMN_RENEWAL, QD_ROSTER_COLUMN_ARR, QD_ROSTER_COLUMN_REGION,
  QD_ROSTER_COLUMN_PRIORITY, QD_ROSTER_COLUMN_SEATS, QD_ROSTER_COLUMN_TEAM
};

static gboolean
write_json (QdPortfolio           *portfolio,
            QdExchangeKind         kind,
            gint64                 id,
            QdAudience             audience,
            const QdReportOptions *options,
            const char            *path,
            GCancellable          *cancellable,
            GError               **error)
{
  g_autoptr(GBytes) bytes = qd_exchange_export (portfolio, kind, id, audience, error);

  return bytes != NULL && qd_exchange_write_file (bytes, path, cancellable, error);
}

static int
get_today (const QdReportOptions *options)
{
  return options != NULL && options->day != QD_DAY_NONE ? options->day : qd_day_today ();
}

static GBytes *
export_roster (QdPortfolio *portfolio,
               gint64       id,
               QdAudience   audience,
               int          today,
               GError     **error)
{
  g_autoptr(GPtrArray) facts = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *accounts = G_LIST_MODEL (qd_portfolio_get_list (portfolio, QD_TYPE_ACCOUNT));

  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr(QdAccount) account = g_list_model_get_item (accounts, i);

      if (id == 0 || qd_record_get_id (account) == id)
        g_ptr_array_add (facts,
                         qd_account_facts_new (portfolio, account, today, audience == QD_AUDIENCE_INTERNAL));
    }

  return qd_csv_export_roster (portfolio, facts, roster_columns, G_N_ELEMENTS (roster_columns), audience, error);
}

static gboolean
write_csv (QdPortfolio           *portfolio,
           QdExchangeKind         kind,
           gint64                 id,
           QdAudience             audience,
           const QdReportOptions *options,
           const char            *path,
           GCancellable          *cancellable,
           GError               **error)
{
  g_autoptr(GBytes) bytes = NULL;

  if (audience == QD_AUDIENCE_CUSTOMER && kind != QD_EXCHANGE_KIND_PLAN)
    {
      g_set_error_literal (error,
                           QD_EXCHANGE_ERROR,
                           QD_EXCHANGE_ERROR_AUDIENCE,
                           _ ("The roster is not for a customer; export one account or plan as JSON or PDF instead"));
      return FALSE;
    }

  bytes = kind == QD_EXCHANGE_KIND_PLAN
              ? qd_plan_csv_export (portfolio, id, audience, error)
              : export_roster (
                    portfolio, kind == QD_EXCHANGE_KIND_ACCOUNT ? id : 0, audience, get_today (options), error);

  return bytes != NULL && qd_exchange_write_file (bytes, path, cancellable, error);
}

/* What may not be exported as JSON may not be as PDF either, which holds a part of it. */
static gboolean
write_pdf (QdPortfolio           *portfolio,
           QdExchangeKind         kind,
           gint64                 id,
           QdAudience             audience,
           const QdReportOptions *options,
           const char            *path,
           GCancellable          *cancellable,
           GError               **error)
{
  g_autoptr(GBytes) checked = qd_exchange_export (portfolio, kind, id, audience, error);

  if (checked == NULL)
    return FALSE;

  if (kind == QD_EXCHANGE_KIND_PLAN)
    return qd_report_write_plan_pdf (
        portfolio, qd_portfolio_lookup (portfolio, QD_TYPE_PLAN, id), audience, options, path, cancellable, error);

  return qd_report_write_account_pdf (
      portfolio, qd_portfolio_lookup (portfolio, QD_TYPE_ACCOUNT, id), audience, options, path, cancellable, error);
}

#define BIT(kind) (1 << QD_EXCHANGE_KIND_##kind)

static const QdFormat formats[] = {
  { "json", N_ ("JSON, to be imported again"), "application/json", BIT (PORTFOLIO) | BIT (ACCOUNT) | BIT (PLAN) | BIT (TEMPLATE), write_json },
  { "pdf", N_ ("PDF, to be read"), "application/pdf", BIT (ACCOUNT) | BIT (PLAN), write_pdf },
  { "csv", N_ ("CSV, for a spreadsheet"), "text/csv", BIT (PORTFOLIO) | BIT (ACCOUNT) | BIT (PLAN), write_csv },
};

/* Returns: (transfer none): every format that there is */
const QdFormat *
qd_formats_get (guint *n_formats)
{
  *n_formats = G_N_ELEMENTS (formats);

  return formats;
}

const QdFormat *
qd_format_find (const char *nick)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (g_str_equal (formats[i].nick, nick))
        return &formats[i];
    }

  return NULL;
}

gboolean
qd_format_holds (const QdFormat *self,
                 QdExchangeKind  kind)
{
  return (self->kinds & (1 << kind)) != 0;
}

/* Whether what is to be imported is JSON rather than a table: by its name, else by how it begins. */
gboolean
qd_format_is_json (const char *name,
                   GBytes     *bytes)
{
  gsize            length;
  const char      *text = g_bytes_get_data (bytes, &length);
  g_autofree char *lower = g_ascii_strdown (name, -1);

  if (g_str_has_suffix (lower, ".json"))
    return TRUE;

  if (g_str_has_suffix (lower, ".csv") || g_str_has_suffix (lower, ".tsv"))
    return FALSE;

  while (length > 0 && (g_ascii_isspace (*text) || (guchar)*text >= 0x80))
    {
      text++;
      length--;
    }

  return length > 0 && (*text == '{' || *text == '[');
}
