/* qd-roster-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-roster-row"

#include "qd-roster-row.h"

#include <glib/gi18n.h>

#include "qd-roster-cell.h"
#include "qd-screen.h"
#include "qd-sealed-label.h"

/**
 * QdRosterRow:
 *
 * An account in a few lines, where there is no room for columns: its name and
 * health, what it is, how it goes, and what comes next.
 */
struct _QdRosterRow
{
  GtkWidget       parent_instance;

  QdRoster       *roster;
  QdAccountFacts *facts;
  gulong          facts_changed;

  GtkBox         *top;
  QdSealedLabel  *title;
  GtkInscription *what;
  GtkBox         *bottom;
  GtkInscription *next_step;
  GtkWidget      *cells[4];
};

G_DEFINE_FINAL_TYPE (QdRosterRow, qd_roster_row, GTK_TYPE_WIDGET)

/* Beside the name, then along the bottom. */
static const QdRosterColumn cell_columns[] = {
  QD_ROSTER_COLUMN_HEALTH,
  QD_ROSTER_COLUMN_LAST_CONTACT,
  QD_ROSTER_COLUMN_FOLLOW_UPS,
  QD_ROSTER_COLUMN_PROGRESS,
};

static void
append_part (GString    *line,
             const char *part)
{
  if (line->len > 0 && *part != '\0')
    g_string_append (line, " · ");

  g_string_append (line, part);
}

static char *
dup_renewal (QdAccountFacts *facts,
             int             today)
{
  g_autofree char *words = qd_roster_column_dup_text (QD_ROSTER_COLUMN_RENEWAL, facts, today);

  /* Translators: %s is such as “in 4 months” */
  return *words != '\0' ? g_strdup_printf (_ ("Renewal %s"), words) : g_strdup ("");
}

/* “Signature · Dedicated · Renewal in 4 months · US$640,000” */
static char *
dup_what (QdAccountFacts *facts,
          int             today)
{
  GString         *line = g_string_new (NULL);
  g_autofree char *tier = qd_roster_column_dup_text (QD_ROSTER_COLUMN_TIER, facts, today);
  g_autofree char *offering = qd_roster_column_dup_text (QD_ROSTER_COLUMN_OFFERING, facts, today);
  g_autofree char *stage = qd_roster_column_dup_text (QD_ROSTER_COLUMN_STAGE, facts, today);
  g_autofree char *renewal = dup_renewal (facts, today);
  g_autofree char *arr = qd_roster_column_dup_text (QD_ROSTER_COLUMN_ARR, facts, today);

  append_part (line, tier);
  append_part (line, offering);
  append_part (line, renewal);
  append_part (line, stage);
  append_part (line, arr);

  return g_string_free_and_steal (line);
}

static void
facts_changed_cb (QdRosterRow *self)
{
  int              today = qd_roster_get_today (self->roster);
  g_autofree char *what = dup_what (self->facts, today);
  g_autofree char *secret = qd_account_dup_secret (self->facts->account);
  g_autofree char *next_step =
      qd_screen_dup_text (qd_roster_get_portfolio (self->roster), self->facts->account->next_step);

  qd_sealed_label_set (self->title, self->facts->title, secret);
  gtk_inscription_set_text (self->what, what);
  gtk_widget_set_visible (GTK_WIDGET (self->what), *what != '\0');
  gtk_inscription_set_text (self->next_step, next_step);
  gtk_widget_set_visible (GTK_WIDGET (self->next_step), next_step != NULL);
  gtk_widget_set_visible (self->cells[2], self->facts->open_follow_ups > 0);
  gtk_widget_set_visible (self->cells[3], self->facts->n_tasks > 0);
}

static void
qd_roster_row_dispose (GObject *object)
{
  QdRosterRow *self = QD_ROSTER_ROW (object);

  if (self->facts != NULL)
    g_clear_signal_handler (&self->facts_changed, self->facts);

  g_clear_object (&self->facts);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_ROSTER_ROW);
  g_clear_object (&self->roster);

  G_OBJECT_CLASS (qd_roster_row_parent_class)->dispose (object);
}

static void
qd_roster_row_class_init (QdRosterRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_roster_row_dispose;

  g_type_ensure (QD_TYPE_SEALED_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-roster-row.ui");
  gtk_widget_class_bind_template_child (widget_class, QdRosterRow, top);
  gtk_widget_class_bind_template_child (widget_class, QdRosterRow, title);
  gtk_widget_class_bind_template_child (widget_class, QdRosterRow, what);
  gtk_widget_class_bind_template_child (widget_class, QdRosterRow, bottom);
  gtk_widget_class_bind_template_child (widget_class, QdRosterRow, next_step);
  gtk_widget_class_set_css_name (widget_class, "rosterrow");
}

static void
qd_roster_row_init (QdRosterRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qd_roster_row_new (QdRoster *roster)
{
  QdRosterRow *self = g_object_new (QD_TYPE_ROSTER_ROW, NULL);

  self->roster = g_object_ref (roster);

  for (gsize i = 0; i < G_N_ELEMENTS (cell_columns); i++)
    {
      self->cells[i] = qd_roster_cell_new (cell_columns[i], roster);
      qd_roster_cell_set_snug (QD_ROSTER_CELL (self->cells[i]), TRUE);
      gtk_box_append (i == 0 ? self->top : self->bottom, self->cells[i]);

      if (i > 0)
        gtk_widget_add_css_class (self->cells[i], "caption");
    }

  return GTK_WIDGET (self);
}

/* @facts: (nullable): of the account to show */
void
qd_roster_row_set_facts (QdRosterRow    *self,
                         QdAccountFacts *facts)
{
  g_return_if_fail (QD_IS_ROSTER_ROW (self));

  if (self->facts != NULL)
    g_clear_signal_handler (&self->facts_changed, self->facts);

  g_set_object (&self->facts, facts);

  for (gsize i = 0; i < G_N_ELEMENTS (self->cells); i++)
    qd_roster_cell_set_facts (QD_ROSTER_CELL (self->cells[i]), facts);

  if (facts == NULL)
    return;

  self->facts_changed = g_signal_connect_swapped (facts, "changed", G_CALLBACK (facts_changed_cb), self);
  facts_changed_cb (self);
}
