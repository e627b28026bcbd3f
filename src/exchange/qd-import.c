/* qd-import.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-import"

#include "qd-import.h"

#include <glib/gi18n.h>

#include "qd-csv-dialog.h"
#include "qd-foreign.h"
#include "qd-import-dialog.h"

typedef struct
{
  GtkWidget   *parent;
  QdPortfolio *portfolio;
} Choice;

static void
choice_free (Choice *choice)
{
  g_object_unref (choice->parent);
  g_object_unref (choice->portfolio);
  g_free (choice);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Choice, choice_free)

static void
open_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(Choice) choice = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, &error);

  if (file != NULL)
    qd_import_present (choice->parent, choice->portfolio, file);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    qd_shell_report (choice->parent, error);
}

static GListModel *
create_filters (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr(GtkFileFilter) known = gtk_file_filter_new ();
  g_autoptr(GtkFileFilter) any = gtk_file_filter_new ();

  gtk_file_filter_set_name (known, _ ("JSON, CSV, Microsoft Project XML and databases of Quarterdeck"));
  gtk_file_filter_add_suffix (known, "json");
  gtk_file_filter_add_suffix (known, "xml");
  gtk_file_filter_add_suffix (known, "csv");
  gtk_file_filter_add_suffix (known, "tsv");
  gtk_file_filter_add_suffix (known, "txt");
  gtk_file_filter_add_suffix (known, "db");
  gtk_file_filter_set_name (any, _ ("All files"));
  gtk_file_filter_add_pattern (any, "*");
  g_list_store_append (filters, known);
  g_list_store_append (filters, any);

  return G_LIST_MODEL (filters);
}

void
qd_import_choose (GtkWidget   *parent,
                  QdPortfolio *portfolio)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr(GListModel) filters = create_filters ();
  Choice *choice = g_new0 (Choice, 1);

  choice->parent = g_object_ref (parent);
  choice->portfolio = g_object_ref (portfolio);
  gtk_file_dialog_set_title (dialog, _ ("Import"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (parent)), NULL, open_cb, choice);
}

/**
 * qd_import_present:
 * @file: JSON, XML or a database by its name, else it is read as a table
 */
void
qd_import_present (GtkWidget   *parent,
                   QdPortfolio *portfolio,
                   GFile       *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = g_ascii_strdown (name != NULL ? name : "", -1);

  if (g_str_has_suffix (lower, ".json") || g_str_has_suffix (lower, ".xml") || qd_foreign_is_database (lower, NULL))
    qd_import_dialog_present (parent, portfolio, file);
  else
    qd_csv_dialog_present (parent, portfolio, file);
}
