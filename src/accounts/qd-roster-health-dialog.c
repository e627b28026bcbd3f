/* qd-roster-health-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-roster-health-dialog"

#include "qd-roster-health-dialog.h"

#include <glib/gi18n.h>

#include "qd-health.h"

/**
 * QdRosterHealthDialog:
 *
 * Asks for the health of one or more accounts, and why it is so: a judgement
 * without a reason is of no use to whoever reads it later.
 */
struct _QdRosterHealthDialog
{
  AdwDialog            parent_instance;

  GtkWidget           *judge_button;
  AdwPreferencesGroup *group;
  AdwComboRow         *level;
  GtkStringList       *levels;
  AdwEntryRow         *reason;
};

G_DEFINE_FINAL_TYPE (QdRosterHealthDialog, qd_roster_health_dialog, ADW_TYPE_DIALOG)

enum
{
  JUDGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
dup_reason (QdRosterHealthDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason))));
}

static void
reason_changed_cb (QdRosterHealthDialog *self)
{
  g_autofree char *reason = dup_reason (self);

  gtk_widget_set_sensitive (self->judge_button, *reason != '\0');
}

static void
cancel_cb (QdRosterHealthDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
judge_cb (QdRosterHealthDialog *self)
{
  g_autofree char *reason = dup_reason (self);

  g_signal_emit (self, signals[JUDGED], 0, (int)adw_combo_row_get_selected (self->level), reason);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
qd_roster_health_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), QD_TYPE_ROSTER_HEALTH_DIALOG);

  G_OBJECT_CLASS (qd_roster_health_dialog_parent_class)->dispose (object);
}

static void
qd_roster_health_dialog_class_init (QdRosterHealthDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_roster_health_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/gitlab/quarterdeck/Quarterdeck/qd-roster-health-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QdRosterHealthDialog, judge_button);
  gtk_widget_class_bind_template_child (widget_class, QdRosterHealthDialog, group);
  gtk_widget_class_bind_template_child (widget_class, QdRosterHealthDialog, level);
  gtk_widget_class_bind_template_child (widget_class, QdRosterHealthDialog, levels);
  gtk_widget_class_bind_template_child (widget_class, QdRosterHealthDialog, reason);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, judge_cb);
  gtk_widget_class_bind_template_callback (widget_class, reason_changed_cb);

  /**
   * QdRosterHealthDialog::judged:
   * @level: a QdHealthLevel
   * @reason: why
   */
  signals[JUDGED] = g_signal_new ("judged",
                                  G_TYPE_FROM_CLASS (klass),
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  2,
                                  G_TYPE_INT,
                                  G_TYPE_STRING);
}

static void
qd_roster_health_dialog_init (QdRosterHealthDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (const QdNick *level = qd_health_levels; level->nick != NULL; level++)
    gtk_string_list_append (self->levels, _ (level->label));

  reason_changed_cb (self);
}

AdwDialog *
qd_roster_health_dialog_new (guint n_accounts)
{
  QdRosterHealthDialog *self = g_object_new (QD_TYPE_ROSTER_HEALTH_DIALOG, NULL);
  g_autofree char      *words =
      g_strdup_printf (ngettext ("For %u account, from today on", "For %u accounts, from today on", n_accounts),
                       n_accounts);

  adw_preferences_group_set_description (self->group, words);

  return ADW_DIALOG (self);
}
