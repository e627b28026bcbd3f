/* qd-seal-group.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-seal-group"

#include "qd-seal-group.h"

#include <glib/gi18n.h>

#include "qd-batch.h"
#include "qd-day-words.h"
#include "qd-expander-name.h"
#include "qd-seal.h"
#include "qd-shell.h"

/* The first choice is to have none of one's own. */
#define USUAL 0

/**
 * QdSealGroup:
 *
 * What of an account is sealed, and what the published rules say of it. A choice that is made for
 * an account stands until it is taken back, whatever is usual for its offering.
 */
struct _QdSealGroup
{
  AdwPreferencesGroup parent_instance;

  QdStore            *store; /* (nullable): of a draft there is none */
  QdAccount          *account;
  GtkStringList      *labels;
  gboolean            following; /* the record, and not a person */

  AdwComboRow        *policy;
  AdwSwitchRow       *name;
  AdwSwitchRow       *aliases;
  AdwSwitchRow       *domains;
  AdwSwitchRow       *people;
  AdwExpanderRow     *rules;
};

G_DEFINE_FINAL_TYPE (QdSealGroup, qd_seal_group, ADW_TYPE_PREFERENCES_GROUP)

static AdwSwitchRow *
get_switch (QdSealGroup *self,
            guint        part)
{
  AdwSwitchRow *const switches[] = { self->name, self->aliases, self->domains, self->people };

  return switches[part];
}

/* Both at once, so that one step takes them back. */
static void
write_seal (QdSealGroup *self,
            int          seal,
            guint        parts)
{
  g_autoptr(QdRecord) draft = NULL;
  g_autofree char *words = seal == QD_SEAL_CUSTOM ? qd_seal_format_parts (parts) : NULL;

  if (self->store == NULL)
    {
      g_object_set (self->account, "seal", seal, "sealed", words, NULL);
      return;
    }

  if (!qd_record_is_live (self->account))
    return;

  draft = qd_record_dup_draft (self->account);
  g_object_set (draft, "seal", seal, "sealed", words, NULL);
  qd_record_save_async (draft, self->store, _ ("Change Codename Policy"), qd_shell_edit_cb, g_object_ref (self));
}

static void
policy_selected_cb (QdSealGroup *self)
{
  guint selected = adw_combo_row_get_selected (self->policy);

  if (self->following || self->account == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;

  /* What one begins to choose from is what holds now. */
  write_seal (self, selected == USUAL ? (int)QD_ENUM_NONE : (int)selected - 1, qd_account_get_seal (self->account));
}

static void
part_cb (QdSealGroup *self)
{
  guint parts = 0;

  if (self->following || self->account == NULL)
    return;

  for (guint i = 0; qd_seal_parts[i].nick != NULL; i++)
    {
      if (adw_switch_row_get_active (get_switch (self, i)))
        parts |= 1u << i;
    }

  write_seal (self, QD_SEAL_CUSTOM, parts);
}

static const char *
get_description (QdAccount *account)
{
  if (qd_account_get_seal (account) == 0)
    return _ ("The real name is shown, and may be read by colleagues.");

  if (account->codename == NULL)
    return _ ("Sealed, and no codename is known. Switchboard says which one it is; until then the app shows a number.");

  return _ ("The app shows the codename, and nothing with a sealed name leaves it for colleagues.");
}

static void
show (QdSealGroup *self)
{
  QdAccount       *account = self->account;
  guint            parts = qd_account_get_seal (account);
  const char      *usual = qd_nicks_get_label (qd_seals, qd_account_get_usual_seal (account));
  g_autofree char *words = g_strdup_printf (C_ ("codename policy", "Usual (%s)"), usual);
  gboolean         chosen = account->seal != (QdSeal)QD_ENUM_NONE;

  self->following = TRUE;
  gtk_string_list_splice (self->labels, USUAL, 1, (const char *const[]){ words, NULL });
  adw_combo_row_set_selected (self->policy, chosen ? (guint)account->seal + 1 : USUAL);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), get_description (account));

  for (guint i = 0; qd_seal_parts[i].nick != NULL; i++)
    {
      adw_switch_row_set_active (get_switch (self, i), (parts & (1u << i)) != 0);
      gtk_widget_set_visible (GTK_WIDGET (get_switch (self, i)), chosen && account->seal == QD_SEAL_CUSTOM);
    }

  self->following = FALSE;
}

static void
launched_cb (GObject      *launcher,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GtkWidget) widget = user_data;
  g_autoptr(GError) error = NULL;

  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (launcher), result, &error) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    qd_shell_report (widget, error);
}

static void
open_rule_cb (GtkWidget *row)
{
  g_autoptr(GtkUriLauncher) launcher = gtk_uri_launcher_new (g_object_get_data (G_OBJECT (row), "uri"));

  gtk_uri_launcher_launch (
      launcher, GTK_WINDOW (gtk_widget_get_root (row)), NULL, launched_cb, g_object_ref (row));
}

static void
add_rule (QdSealGroup      *self,
          const QdSealRule *rule)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *day = qd_day_dup_full (rule->checked);
  /* Translators: who a rule is for, what it says, where it stands, and the day on which that was looked up */
  g_autofree char *words = g_strdup_printf (_ ("%1$s.\n%2$s\n%3$s, checked on %4$s"), rule->who, rule->says, rule->source, day);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), rule->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), g_object_new (GTK_TYPE_IMAGE, "icon-name", "web-browser-symbolic", "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, _ ("Open in the Browser"));
  g_object_set_data_full (G_OBJECT (row), "uri", g_strdup (rule->url), g_free);
  g_signal_connect (row, "activated", G_CALLBACK (open_rule_cb), NULL);
  adw_expander_row_add_row (self->rules, row);
}

static void
qd_seal_group_dispose (GObject *object)
{
  QdSealGroup *self = QD_SEAL_GROUP (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_SEAL_GROUP);
  g_clear_object (&self->account);
  g_clear_object (&self->store);
  g_clear_object (&self->labels);

  G_OBJECT_CLASS (qd_seal_group_parent_class)->dispose (object);
}

static void
qd_seal_group_class_init (QdSealGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_seal_group_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/gitlab/quarterdeck/Quarterdeck/qd-seal-group.ui");
  gtk_widget_class_bind_template_child (widget_class, QdSealGroup, policy);
  gtk_widget_class_bind_template_child (widget_class, QdSealGroup, name);
  gtk_widget_class_bind_template_child (widget_class, QdSealGroup, aliases);
  gtk_widget_class_bind_template_child (widget_class, QdSealGroup, domains);
  gtk_widget_class_bind_template_child (widget_class, QdSealGroup, people);
  gtk_widget_class_bind_template_child (widget_class, QdSealGroup, rules);
  gtk_widget_class_bind_template_callback (widget_class, policy_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, part_cb);
}

static void
qd_seal_group_init (QdSealGroup *self)
{
  g_autoptr(GPtrArray) rules = qd_seal_get_rules ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->following = TRUE;
  self->labels = gtk_string_list_new ((const char *const[]){ "", NULL });

  for (const QdNick *each = qd_seals; each->nick != NULL; each++)
    gtk_string_list_append (self->labels, _ (each->label));

  adw_combo_row_set_model (self->policy, G_LIST_MODEL (self->labels));
  self->following = FALSE;

  qd_expander_name (self->rules);
  for (guint i = 0; i < rules->len; i++)
    add_rule (self, g_ptr_array_index (rules, i));
}

/**
 * qd_seal_group_bind:
 * @store: (nullable): where it is written; %NULL sets it on a draft
 */
void
qd_seal_group_bind (QdSealGroup *self,
                    QdStore     *store,
                    QdAccount   *account)
{
  g_return_if_fail (QD_IS_SEAL_GROUP (self));
  g_return_if_fail (QD_IS_ACCOUNT (account));

  g_set_object (&self->store, store);
  g_set_object (&self->account, account);
  g_signal_connect_object (account, "notify", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
}
