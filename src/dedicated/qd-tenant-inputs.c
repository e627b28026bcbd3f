/* qd-tenant-inputs.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-tenant-inputs"

#include "qd-tenant-inputs.h"

#include <glib/gi18n.h>

#include "qd-batch.h"
#include "qd-expander-name.h"
#include "qd-shell.h"
#include "qd-tenant-words.h"
#include "qd-upgrade-checklist.h"

/**
 * QdTenantInputs:
 *
 * What has to be known or done until a tenant runs, as a checklist by step. Steps of which something is
 * missing are open.
 */
struct _QdTenantInputs
{
  AdwPreferencesGroup parent_instance;

  QdFactBook         *book;
  QdTenant           *tenant;
  GPtrArray          *steps;  /* of AdwExpanderRow, owned by the group */
  GHashTable         *checks; /* key of a fact -> GtkCheckButton */
  gboolean            following;
};

G_DEFINE_FINAL_TYPE (QdTenantInputs, qd_tenant_inputs, ADW_TYPE_PREFERENCES_GROUP)

static const char *
get_step (gpointer step)
{
  return g_object_get_data (G_OBJECT (step), "qd-step");
}

static void
show_count (QdTenantInputs *self,
            gpointer        step)
{
  GPtrArray       *facts = qd_fact_book_peek (self->book, QD_FACT_TOPIC_ONBOARDING);
  guint            n = 0, n_done = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < facts->len; i++)
    {
      const QdChecklistFact *input = g_ptr_array_index (facts, i);

      if (g_strcmp0 (input->step, get_step (step)) != 0)
        continue;

      n++;
      n_done += qd_checklist_has_key (self->tenant->inputs, input->fact.key);
    }

  /* Translators: how much of a checklist is done */
  text = g_strdup_printf (_ ("%1$u of %2$u"), n_done, n);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (step), text);
}

static void
update (QdTenantInputs *self)
{
  GHashTableIter iter;
  gpointer       key, check;

  self->following = TRUE;
  g_hash_table_iter_init (&iter, self->checks);

  while (g_hash_table_iter_next (&iter, &key, &check))
    gtk_check_button_set_active (check, qd_checklist_has_key (self->tenant->inputs, key));

  self->following = FALSE;

  for (guint i = 0; i < self->steps->len; i++)
    show_count (self, g_ptr_array_index (self->steps, i));
}

static void
toggled_cb (QdTenantInputs *self,
            GtkCheckButton *check)
{
  gboolean done = gtk_check_button_get_active (check);
  g_autoptr(QdTenant) draft = NULL;
  g_autofree char *keys = NULL;

  if (self->following || !qd_record_is_live (self->tenant))
    return;

  keys = qd_checklist_set_key (self->tenant->inputs, g_object_get_data (G_OBJECT (check), "qd-key"), done);
  draft = qd_record_dup_draft (self->tenant);
  g_object_set (draft, "inputs", *keys != '\0' ? keys : NULL, NULL);
  qd_record_save_async (draft,
                        qd_portfolio_get_store (qd_fact_book_get_portfolio (self->book)),
                        done ? _ ("Check Off Onboarding Input") : _ ("Reopen Onboarding Input"),
                        qd_shell_edit_cb,
                        g_object_ref (self));
}

static GtkWidget *
create_row (QdTenantInputs        *self,
            const QdChecklistFact *input)
{
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *check = gtk_check_button_new ();
  g_autofree char *reason = qd_tenant_dup_lock_reason (
      input->lock != QD_ENUM_NONE ? (QdFieldLock)input->lock : QD_FIELD_LOCK_NONE, input->fact.name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), input->fact.name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), input->fact.description);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (check), "qd-key", g_strdup (input->fact.key), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, input->fact.name, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_hash_table_insert (self->checks, g_strdup (input->fact.key), check);

  if (reason != NULL)
    {
      GtkWidget *image = gtk_image_new_from_icon_name ("changes-prevent-symbolic");

      gtk_widget_set_tooltip_text (image, reason);
      gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL, reason, -1);
      gtk_widget_add_css_class (image, "dim-label");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), image);
    }

  return row;
}

/* Returns: (transfer none): the row of @name, made where there is none yet */
static AdwExpanderRow *
ensure_step (QdTenantInputs *self,
             const char     *name)
{
  GtkWidget *step;

  for (guint i = 0; i < self->steps->len; i++)
    {
      if (g_strcmp0 (get_step (g_ptr_array_index (self->steps, i)), name) == 0)
        return g_ptr_array_index (self->steps, i);
    }

  step = adw_expander_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (step), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (step), name != NULL ? name : _ ("More"));
  g_object_set_data_full (G_OBJECT (step), "qd-step", g_strdup (name), g_free);
  qd_expander_name (ADW_EXPANDER_ROW (step));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), step);
  g_ptr_array_add (self->steps, step);

  return ADW_EXPANDER_ROW (step);
}

static void
fill (QdTenantInputs *self)
{
  GPtrArray *facts = qd_fact_book_peek (self->book, QD_FACT_TOPIC_ONBOARDING);

  g_hash_table_remove_all (self->checks);

  for (guint i = 0; i < self->steps->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->steps, i));

  g_ptr_array_set_size (self->steps, 0);

  for (guint i = 0; i < facts->len; i++)
    {
      const QdChecklistFact *input = g_ptr_array_index (facts, i);
      AdwExpanderRow        *step = ensure_step (self, input->step);

      adw_expander_row_add_row (step, create_row (self, input));

      if (!qd_checklist_has_key (self->tenant->inputs, input->fact.key))
        adw_expander_row_set_expanded (step, TRUE);
    }

  update (self);
}

static void
qd_tenant_inputs_dispose (GObject *object)
{
  QdTenantInputs *self = QD_TENANT_INPUTS (object);

  g_hash_table_remove_all (self->checks);
  g_ptr_array_set_size (self->steps, 0);
  g_clear_object (&self->tenant);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (qd_tenant_inputs_parent_class)->dispose (object);
}

static void
qd_tenant_inputs_finalize (GObject *object)
{
  QdTenantInputs *self = QD_TENANT_INPUTS (object);

  g_ptr_array_unref (self->steps);
  g_hash_table_unref (self->checks);

  G_OBJECT_CLASS (qd_tenant_inputs_parent_class)->finalize (object);
}

static void
qd_tenant_inputs_class_init (QdTenantInputsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_tenant_inputs_dispose;
  G_OBJECT_CLASS (klass)->finalize = qd_tenant_inputs_finalize;
}

static void
qd_tenant_inputs_init (QdTenantInputs *self)
{
  self->steps = g_ptr_array_new ();
  self->checks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Onboarding Inputs"));
}

/* To be called once. */
void
qd_tenant_inputs_bind (QdTenantInputs *self,
                       QdFactBook     *book,
                       QdTenant       *tenant)
{
  g_return_if_fail (QD_IS_TENANT_INPUTS (self));
  g_return_if_fail (self->book == NULL);

  self->book = g_object_ref (book);
  self->tenant = g_object_ref (tenant);
  fill (self);
  g_signal_connect_object (book, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tenant, "notify::inputs", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}
