/* qd-history-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-history-row"

#include "qd-history-row.h"

#include <glib/gi18n.h>

#include "qd-history-look.h"
#include "qd-pill.h"

/**
 * QdHistoryRow:
 *
 * One change: when, what it did, and whose it is; what was taken back says so in a word.
 */
struct _QdHistoryRow
{
  GtkBox    parent_instance;

  GtkLabel *time;
  GtkLabel *words;
  GtkLabel *account;
  QdPill   *kind;
};

G_DEFINE_FINAL_TYPE (QdHistoryRow, qd_history_row, GTK_TYPE_BOX)

static const char *
get_icon (QdHistoryEntry *entry)
{
  if (entry->reverted || entry->kind == QD_HISTORY_UNDONE || entry->kind == QD_HISTORY_REVERTED)
    return "edit-undo-symbolic";

  return entry->kind == QD_HISTORY_REDONE ? "edit-redo-symbolic" : NULL;
}

static void
qd_history_row_class_init (QdHistoryRowClass *klass)
{
}

static void
qd_history_row_init (QdHistoryRow *self)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *below = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->time = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->time), "dimmed");
  gtk_widget_add_css_class (GTK_WIDGET (self->time), "numeric");
  gtk_widget_set_valign (GTK_WIDGET (self->time), GTK_ALIGN_START);
  self->words = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->words, 0);
  gtk_label_set_wrap (self->words, TRUE);
  gtk_label_set_wrap_mode (self->words, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (self->words, PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (self->words, 2);
  self->account = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->account, 0);
  gtk_label_set_ellipsize (self->account, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->account), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->account), "dimmed");
  self->kind = QD_PILL (qd_pill_new (NULL, NULL, NULL));
  gtk_box_append (GTK_BOX (below), GTK_WIDGET (self->account));
  gtk_box_append (GTK_BOX (below), GTK_WIDGET (self->kind));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (texts), below);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->time));
  gtk_box_append (GTK_BOX (self), texts);
}

GtkWidget *
qd_history_row_new (void)
{
  return g_object_new (QD_TYPE_HISTORY_ROW, NULL);
}

void
qd_history_row_set_entry (QdHistoryRow   *self,
                          QdPortfolio    *portfolio,
                          QdHistoryEntry *entry)
{
  g_autofree char *time = NULL;
  g_autofree char *words = NULL;
  g_autofree char *account = NULL;

  g_return_if_fail (QD_IS_HISTORY_ROW (self));
  g_return_if_fail (QD_IS_HISTORY_ENTRY (entry));

  time = qd_history_look_dup_time (entry->time);
  words = qd_history_look_dup_words (portfolio, entry);
  account = qd_history_look_dup_account (portfolio, entry->account);
  gtk_label_set_label (self->time, time);
  gtk_label_set_label (self->words, words);
  gtk_label_set_label (self->account, account != NULL ? account : "");
  gtk_widget_set_visible (GTK_WIDGET (self->account), account != NULL);
  qd_pill_set (self->kind, get_icon (entry), qd_history_look_get_kind (entry), NULL);
}

/* Returns: (transfer full): all of it, as it is read out */
char *
qd_history_row_dup_label (QdPortfolio    *portfolio,
                          QdHistoryEntry *entry)
{
  g_autofree char *time = qd_history_look_dup_time (entry->time);
  g_autofree char *words = qd_history_look_dup_words (portfolio, entry);
  g_autofree char *account = qd_history_look_dup_account (portfolio, entry->account);
  const char      *kind = qd_history_look_get_kind (entry);
  g_autoptr(GString) label = g_string_new (words);

  if (account != NULL)
    g_string_append_printf (label, ", %s", account);

  if (kind != NULL)
    g_string_append_printf (label, ", %s", kind);

  g_string_append_printf (label, ", %s", time);

  return g_string_free_and_steal (g_steal_pointer (&label));
}
