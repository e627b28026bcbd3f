/* qd-search-escape.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-search-escape"

#include "qd-search-escape.h"

static void
stop_search_cb (GtkSearchEntry *entry)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (entry), ADW_TYPE_DIALOG);

  if (*gtk_editable_get_text (GTK_EDITABLE (entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (entry), "");
  else if (dialog != NULL)
    adw_dialog_close (ADW_DIALOG (dialog));
}

/**
 * qd_search_escape_install:
 *
 * Has Escape empty @entry, and once it is empty close the dialog that it is in: the entry keeps the key
 * to itself, so that the dialog never hears of it.
 */
void
qd_search_escape_install (GtkSearchEntry *entry)
{
  g_return_if_fail (GTK_IS_SEARCH_ENTRY (entry));

  g_signal_connect (entry, "stop-search", G_CALLBACK (stop_search_cb), NULL);
}
