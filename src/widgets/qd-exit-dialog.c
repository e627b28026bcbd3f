/* qd-exit-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-exit-dialog"

#include "qd-exit-dialog.h"

#include <glib/gi18n.h>

#include "qd-audience-banner.h"
#include "qd-reveal-button.h"
#include "qd-screen.h"
#include "qd-seal.h"
#include "qd-sealed-label.h"

/* More than these do not help to decide. */
#define MAX_ROWS 100

/**
 * QdExitDialog:
 *
 * Lists the names that are in the way of something, each with where it stands and what may stand
 * there; has them replaced, or asks for what reason they may be read. It closes by itself once
 * nothing is in the way.
 */
struct _QdExitDialog
{
  AdwDialog            parent_instance;

  QdExitGate          *gate; /* not owned: the caller’s, who outlives it */
  QdExitTryFunc        func;
  QdExitCleanFunc      clean;
  gpointer             data;
  GDestroyNotify       destroy;
  GPtrArray           *rows;  /* of GtkWidget, owned by the group */
  gboolean             tried; /* to replace all */

  QdAudienceBanner    *banner;
  GtkWidget           *replace_all;
  GtkWidget           *stuck;
  AdwPreferencesGroup *list;
  AdwEntryRow         *reason;
  GtkWidget           *override_button;
};

G_DEFINE_FINAL_TYPE (QdExitDialog, qd_exit_dialog, ADW_TYPE_DIALOG)

/* What is sealed is not written out on a screen that others may see; that it is there, is. */
static void
show_words (QdExitDialog      *self,
            QdSealedLabel     *label,
            const QdExitPlace *place)
{
  QdAccount *account = qd_portfolio_lookup (qd_exit_gate_get_portfolio (self->gate), QD_TYPE_ACCOUNT, place->account);
  gboolean   sealed = account != NULL && qd_account_get_seal (account) != 0 &&
                    place->kind != QD_HIT_PERSON && place->kind != QD_HIT_CODENAME && place->kind != QD_HIT_FIELD;
  g_autofree char *first = g_utf8_substring (place->words, 0, 1);
  g_autofree char *masked = g_strconcat (first, "•••", NULL);

  qd_sealed_label_set (label, sealed ? masked : place->words, sealed ? place->words : NULL);
}

static GtkWidget *
create_row (QdExitDialog      *self,
            const QdExitPlace *place)
{
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *label = qd_sealed_label_new ();
  GtkWidget       *button = gtk_button_new_with_mnemonic (_ ("_Replace"));
  g_autofree char *where = qd_screen_dup_text (qd_exit_gate_get_portfolio (self->gate), place->place);
  g_autofree char *becomes = NULL;

  /* Translators: what will stand in the place of a name */
  becomes = place->sure ? g_strdup_printf (_ ("Becomes “%s”"), place->instead)
                        : g_strdup_printf (_ ("It may be an ordinary word, and holds nothing up. Becomes “%s”"), place->instead);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), where);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), becomes);
  show_words (self, QD_SEALED_LABEL (label), place);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", place->words);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "exit.replace");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

static void
show_places (QdExitDialog *self)
{
  GPtrArray *places = qd_exit_gate_get_places (self->gate);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->list, g_ptr_array_index (self->rows, i));

  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; i < places->len && i < MAX_ROWS; i++)
    {
      GtkWidget *row = create_row (self, g_ptr_array_index (places, i));

      adw_preferences_group_add (self->list, row);
      g_ptr_array_add (self->rows, row);
    }

  if (places->len > MAX_ROWS)
    {
      g_autofree char *more =
          g_strdup_printf (ngettext ("%u more", "%u more", places->len - MAX_ROWS), places->len - MAX_ROWS);

      adw_preferences_group_set_description (self->list, more);
    }

  gtk_widget_set_visible (self->stuck, self->tried);
  gtk_widget_set_visible (self->replace_all, !self->tried);
}

/* What it is let out by is made again, and either it is clean or the rest of it is shown. */
static void
retry (QdExitDialog *self)
{
  g_autoptr(GError) error = NULL;

  if (qd_exit_gate_try (self->gate, self->func, self->data, &error) || !qd_exit_gate_is_held_up (self->gate))
    {
      g_autoptr(QdExitDialog) held = g_object_ref (self);

      adw_dialog_force_close (ADW_DIALOG (self));
      self->clean (self->data);
      return;
    }

  show_places (self);
}

static void
replace_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  QdExitDialog *self = QD_EXIT_DIALOG (widget);

  qd_exit_gate_replace (self->gate, g_variant_get_string (parameter, NULL));
  retry (self);
}

static void
replace_all_cb (QdExitDialog *self)
{
  self->tried = TRUE;
  qd_exit_gate_replace (self->gate, NULL);
  retry (self);
}

static char *
dup_reason (QdExitDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason))));
}

static void
reason_changed_cb (QdExitDialog *self)
{
  g_autofree char *reason = dup_reason (self);

  gtk_widget_set_sensitive (self->override_button, *reason != '\0');
}

static void
override_cb (QdExitDialog *self)
{
  g_autofree char *reason = dup_reason (self);

  if (*reason == '\0')
    return;

  qd_exit_gate_override (self->gate, reason);
  retry (self);
}

static void
qd_exit_dialog_dispose (GObject *object)
{
  QdExitDialog *self = QD_EXIT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_EXIT_DIALOG);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  if (self->data != NULL)
    self->destroy (g_steal_pointer (&self->data));

  G_OBJECT_CLASS (qd_exit_dialog_parent_class)->dispose (object);
}

static void
qd_exit_dialog_class_init (QdExitDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_exit_dialog_dispose;

  g_type_ensure (QD_TYPE_AUDIENCE_BANNER);
  g_type_ensure (QD_TYPE_REVEAL_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/gitlab/quarterdeck/Quarterdeck/qd-exit-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QdExitDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, QdExitDialog, replace_all);
  gtk_widget_class_bind_template_child (widget_class, QdExitDialog, stuck);
  gtk_widget_class_bind_template_child (widget_class, QdExitDialog, list);
  gtk_widget_class_bind_template_child (widget_class, QdExitDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, QdExitDialog, override_button);
  gtk_widget_class_bind_template_callback (widget_class, replace_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, reason_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, override_cb);

  gtk_widget_class_install_action (widget_class, "exit.replace", "s", replace_cb);
}

static void
qd_exit_dialog_init (QdExitDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * qd_exit_dialog_present:
 * @gate: at which it was held up; to live as long as @data
 * @func: makes it again, with @data
 * @clean: called with @data once nothing is in the way any more, or a reason was given
 * @data: (transfer full): kept for as long as the dialog is open, with what @gate belongs to
 */
void
qd_exit_dialog_present (GtkWidget      *parent,
                        QdExitGate     *gate,
                        QdExitTryFunc   func,
                        QdExitCleanFunc clean,
                        gpointer        data,
                        GDestroyNotify  destroy)
{
  QdExitDialog *self = g_object_new (QD_TYPE_EXIT_DIALOG, NULL);

  self->gate = gate;
  self->func = func;
  self->clean = clean;
  self->data = data;
  self->destroy = destroy;
  qd_audience_banner_set (self->banner, qd_exit_gate_get_audience (gate));
  show_places (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
