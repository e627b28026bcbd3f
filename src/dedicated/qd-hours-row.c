/* qd-hours-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-hours-row"

#include "qd-hours-row.h"

#include <glib/gi18n.h>

#include "qd-batch.h"
#include "qd-shell.h"

/**
 * QdHoursRow:
 *
 * Which region of Support the customer prefers for a ticket, if any: its clock runs in those hours only.
 */
struct _QdHoursRow
{
  AdwComboRow parent_instance;

  QdFactBook *book;
  QdTicket   *ticket;    /* one that is in the file, or a draft */
  GPtrArray  *keys;      /* of the facts, in the order of the choice; the first is none */
  gboolean    following; /* the record, and not a person */
};

G_DEFINE_FINAL_TYPE (QdHoursRow, qd_hours_row, ADW_TYPE_COMBO_ROW)

static void
show (QdHoursRow *self)
{
  self->following = TRUE;

  for (guint i = 0; i < self->keys->len; i++)
    {
      if (g_strcmp0 (g_ptr_array_index (self->keys, i), self->ticket->hours) == 0)
        adw_combo_row_set_selected (ADW_COMBO_ROW (self), i);
    }

  self->following = FALSE;
}

/* What there is to choose from is for a person to say. */
static void
fill (QdHoursRow *self)
{
  GPtrArray *facts = qd_fact_book_peek (self->book, QD_FACT_TOPIC_HOURS);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  g_ptr_array_set_size (self->keys, 0);
  g_ptr_array_add (self->keys, NULL);
  gtk_string_list_append (names, _ ("Any Region"));

  for (guint i = 0; i < facts->len; i++)
    {
      const QdHoursFact *fact = g_ptr_array_index (facts, i);

      if (fact->team != QD_SUPPORT_TEAM_SUPPORT)
        continue;

      g_ptr_array_add (self->keys, g_strdup (fact->fact.key));
      gtk_string_list_append (names, fact->fact.name);
    }

  self->following = TRUE;
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (names));
  self->following = FALSE;
  show (self);
}

static void
selected_cb (QdHoursRow *self)
{
  guint            position = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  GtkStringObject *chosen = adw_combo_row_get_selected_item (ADW_COMBO_ROW (self));
  const char      *key;
  g_autoptr(QdTicket) draft = NULL;

  /* A combo row is called what is asked, and says nothing of what is chosen. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  chosen != NULL ? gtk_string_object_get_string (chosen) : "",
                                  -1);

  if (self->following || position >= self->keys->len)
    return;

  key = g_ptr_array_index (self->keys, position);

  if (!qd_record_is_live (self->ticket))
    {
      g_object_set (self->ticket, "hours", key, NULL);
      return;
    }

  draft = qd_record_dup_draft (self->ticket);
  g_object_set (draft, "hours", key, NULL);
  qd_record_save_async (draft,
                        qd_portfolio_get_store (qd_fact_book_get_portfolio (self->book)),
                        _ ("Choose Preferred Region"),
                        qd_shell_edit_cb,
                        g_object_ref (self));
}

static void
qd_hours_row_dispose (GObject *object)
{
  QdHoursRow *self = QD_HOURS_ROW (object);

  g_signal_handlers_disconnect_by_func (self, selected_cb, NULL);
  g_clear_object (&self->ticket);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (qd_hours_row_parent_class)->dispose (object);
}

static void
qd_hours_row_finalize (GObject *object)
{
  g_ptr_array_unref (QD_HOURS_ROW (object)->keys);

  G_OBJECT_CLASS (qd_hours_row_parent_class)->finalize (object);
}

static void
qd_hours_row_class_init (QdHoursRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_hours_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = qd_hours_row_finalize;
}

static void
qd_hours_row_init (QdHoursRow *self)
{
  self->keys = g_ptr_array_new_with_free_func (g_free);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Preferred Region"));
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);
}

GtkWidget *
qd_hours_row_new (QdFactBook *book,
                  QdTicket   *ticket)
{
  QdHoursRow *self;

  g_return_val_if_fail (QD_IS_FACT_BOOK (book), NULL);
  g_return_val_if_fail (QD_IS_TICKET (ticket), NULL);

  self = g_object_new (QD_TYPE_HOURS_ROW, NULL);
  self->book = g_object_ref (book);
  self->ticket = g_object_ref (ticket);
  g_signal_connect_object (ticket, "notify::hours", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (book, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);

  return GTK_WIDGET (self);
}
