/* qd-reference-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-reference-row"

#include "qd-reference-row.h"

#include "qd-screen.h"

/**
 * QdReferenceRow:
 *
 * Chooses one of a few records, or none. What is chosen, it tells with “chosen”;
 * what comes of that, it is told by being filled again.
 */
struct _QdReferenceRow
{
  AdwComboRow    parent_instance;

  GtkStringList *labels;
  GArray        *ids; /* of gint64, in the order of the labels; 0 first */
  gboolean       filling;
};

G_DEFINE_FINAL_TYPE (QdReferenceRow, qd_reference_row, ADW_TYPE_COMBO_ROW)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
selected_cb (QdReferenceRow *self)
{
  guint position = adw_combo_row_get_selected (ADW_COMBO_ROW (self));

  if (!self->filling && position < self->ids->len)
    g_signal_emit (self, signals[CHOSEN], 0, g_array_index (self->ids, gint64, position));
}

static void
qd_reference_row_finalize (GObject *object)
{
  QdReferenceRow *self = QD_REFERENCE_ROW (object);

  g_array_unref (self->ids);
  g_object_unref (self->labels);

  G_OBJECT_CLASS (qd_reference_row_parent_class)->finalize (object);
}

static void
qd_reference_row_class_init (QdReferenceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qd_reference_row_finalize;

  /**
   * QdReferenceRow::chosen:
   * @id: of the record a person chose; 0 for none
   */
  signals[CHOSEN] = g_signal_new (
      "chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
qd_reference_row_init (QdReferenceRow *self)
{
  self->labels = gtk_string_list_new (NULL);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (self->labels));
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);
}

/**
 * qd_reference_row_fill:
 * @records: to choose from, in order
 * @name: the property that is shown
 * @none: what none is called
 * @selected: the id of the one that is chosen; 0 for none
 */
void
qd_reference_row_fill (QdReferenceRow *self,
                       QdPortfolio    *portfolio,
                       GPtrArray      *records,
                       const char     *name,
                       const char     *none,
                       gint64          selected)
{
  const gint64 no_id = 0;
  guint        position = 0;

  g_return_if_fail (QD_IS_REFERENCE_ROW (self));

  self->filling = TRUE;
  g_array_set_size (self->ids, 0);
  g_array_append_val (self->ids, no_id);
  gtk_string_list_splice (
      self->labels, 0, g_list_model_get_n_items (G_LIST_MODEL (self->labels)), (const char *const[]){ none, NULL });

  for (guint i = 0; i < records->len; i++)
    {
      gpointer         record = g_ptr_array_index (records, i);
      gint64           id = qd_record_get_id (record);
      g_autofree char *typed = qd_record_dup_display (record, name);
      g_autofree char *text = qd_screen_dup_text (portfolio, typed);

      gtk_string_list_append (self->labels, text);
      g_array_append_val (self->ids, id);

      if (id == selected)
        position = i + 1;
    }

  adw_combo_row_set_selected (ADW_COMBO_ROW (self), position);
  self->filling = FALSE;
}
