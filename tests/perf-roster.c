/* perf-roster.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-bench.h"
#include "qd-fill.h"
#include "qd-roster-list.h"
#include "qd-roster-page.h"

#define N_ACCOUNTS 10000

/* What a person types, key by key, and takes back again. */
static const char *const keys[] = { "f", "fa", "fal", "falc", "falco", "falcon", "falcon ", "falcon 9",
                                    "falcon 99", "falcon 9", "falcon", "fal", "", "z", "zu", "zur", "" };

static double
ms_since (gint64 start)
{
  return (g_get_monotonic_time () - start) / 1000.;
}

/* @scan: what a search of the names alone takes */
static void
report (const char *what,
        double     *ms,
        guint       n,
        double      scan)
{
  qd_bench_report (what, qd_bench_median (ms, n), "ms", "scan of 10,000 names", scan);
}

/* The floor: what the search alone would take. */
static double
measure_scan (GListModel *accounts)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  double ms[G_N_ELEMENTS (keys)];
  guint  n_found = 0;

  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr(QdAccount) account = g_list_model_get_item (accounts, i);

      g_ptr_array_add (names, account->name);
    }

  for (gsize k = 0; k < G_N_ELEMENTS (keys); k++)
    {
      gint64 start = g_get_monotonic_time ();

      for (guint i = 0; i < names->len; i++)
        n_found += strstr (g_ptr_array_index (names, i), keys[k]) != NULL;

      ms[k] = ms_since (start);
    }

  g_assert_cmpuint (n_found, >, 0);

  return qd_bench_median (ms, G_N_ELEMENTS (ms));
}

static void
measure_model (QdPortfolio *portfolio,
               double       scan)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr(QdRoster) roster = qd_roster_new (portfolio, qd_day_today (), TRUE);
  g_autoptr(QdRosterList) list = NULL;
  double ms[G_N_ELEMENTS (keys)];
  double sorts[QD_ROSTER_N_COLUMNS];

  qd_bench_report ("roster: facts of 10,000 accounts", ms_since (start), "ms", NULL, 0);
  list = qd_roster_list_new (roster);

  for (gsize k = 0; k < G_N_ELEMENTS (keys); k++)
    {
      g_autoptr(QdRosterView) view = qd_roster_view_copy (qd_roster_list_get_view (list));

      start = g_get_monotonic_time ();
      qd_roster_view_set_text (view, keys[k]);
      qd_roster_list_set_view (list, view);
      ms[k] = ms_since (start);
    }

  report ("roster: a key typed, model alone", ms, G_N_ELEMENTS (ms), scan);

  for (int i = 0; i < QD_ROSTER_N_COLUMNS; i++)
    {
      g_autoptr(QdRosterView) view = qd_roster_view_copy (qd_roster_list_get_view (list));

      start = g_get_monotonic_time ();
      view->sort = i;
      view->descending = TRUE;
      qd_roster_list_set_view (list, view);
      sorts[i] = ms_since (start);
    }

  report ("roster: a sort, model alone", sorts, QD_ROSTER_N_COLUMNS, scan);
}

static GtkEditable *
find_entry (GtkWidget *widget)
{
  GtkEditable *found = GTK_IS_SEARCH_ENTRY (widget) ? GTK_EDITABLE (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_entry (child);

  return found;
}

static void
painted_cb (gboolean *painted)
{
  *painted = TRUE;
}

static void
await_paint (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gboolean       painted = FALSE;
  gulong         handler = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &painted);

  gtk_widget_queue_draw (window);

  while (!painted)
    g_main_context_iteration (NULL, TRUE);

  g_signal_handler_disconnect (clock, handler);
}

static void
measure_page (QdPortfolio *portfolio,
              double       scan,
              int          width)
{
  GtkWidget   *page = GTK_WIDGET (qd_roster_page_new (portfolio));
  GtkWidget   *window = adw_window_new ();
  GtkEditable *entry;
  double       ms[G_N_ELEMENTS (keys)];

  gtk_window_set_default_size (GTK_WINDOW (window), width, 800);
  adw_window_set_content (ADW_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));

  for (int i = 0; i < 20; i++)
    await_paint (window);

  entry = find_entry (page);

  for (gsize k = 0; k < G_N_ELEMENTS (keys); k++)
    {
      gint64 start = g_get_monotonic_time ();

      gtk_editable_set_text (entry, keys[k]);
      await_paint (window);
      ms[k] = ms_since (start);
    }

  report (width > 700 ? "roster: a key typed, painted, table" : "roster: a key typed, painted, narrow", ms, G_N_ELEMENTS (ms), scan);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  QdStore     *store = qd_test_store_new (":memory:");
  QdPortfolio *portfolio;
  double       scan;

  gtk_init ();
  adw_init ();
  qd_fill_portfolio (store, N_ACCOUNTS, qd_day_today ());
  portfolio = qd_test_load_portfolio (store);
  scan = measure_scan (G_LIST_MODEL (qd_portfolio_get_list (portfolio, QD_TYPE_ACCOUNT)));
  measure_model (portfolio, scan);
  measure_page (portfolio, scan, 1280);
  measure_page (portfolio, scan, 400);

  while (g_main_context_iteration (NULL, FALSE))
    {
    }

  g_object_unref (portfolio);
  qd_test_store_close (store);

  return 0;
}
