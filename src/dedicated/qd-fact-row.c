/* qd-fact-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-fact-row"

#include "qd-fact-row.h"

#include <glib/gi18n.h>

#include "qd-expander-name.h"
#include "qd-fact-fields.h"

/**
 * QdFactRow:
 *
 * A fact: what it is in a line, and below it, once it is opened, all that it says, where that is from, what
 * a person has changed, and what can be done to it. What it does are the actions “fact.…” of what is around it.
 */
struct _QdFactRow
{
  AdwExpanderRow parent_instance;

  QdFactBook    *book; /* (nullable): until it was opened */
  QdFact        *fact;
};

G_DEFINE_FINAL_TYPE (QdFactRow, qd_fact_row, ADW_TYPE_EXPANDER_ROW)

static GtkWidget *
append_text (QdFactRow  *self,
             const char *title,
             const char *text)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);

  return row;
}

/* The name is the title, and the source comes last; of a feature, the row says more. */
static gboolean
is_shown_apart (QdFactRow         *self,
                const QdJsonField *field)
{
  const char *const apart[] = { "key", "name", "source", "url", "checked" };

  if (self->fact->topic == QD_FACT_TOPIC_FEATURE && (g_str_equal (field->key, "group") || g_str_equal (field->key, "state")))
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (apart); i++)
    {
      if (g_str_equal (field->key, apart[i]))
        return TRUE;
    }

  return FALSE;
}

static void
append_fields (QdFactRow *self)
{
  const QdJsonShape *shape = qd_fact_get_shape (self->fact->topic);

  for (guint i = 0; i < shape->n_fields; i++)
    {
      const QdJsonField *field = &shape->fields[i];
      g_autofree char   *words = is_shown_apart (self, field) ? NULL : qd_fact_dup_words (self->fact, field);

      if (words != NULL && *words != '\0')
        append_text (self, qd_fact_field_get_label (field), words);
    }
}

static void
append_source (QdFactRow *self)
{
  g_autofree char *words = qd_fact_dup_source_words (self->fact);
  GtkWidget       *row;
  GtkWidget       *button;

  if (words == NULL && self->fact->url == NULL)
    return;

  row = append_text (self, _ ("Source"), words != NULL ? words : self->fact->url);

  if (self->fact->url == NULL)
    return;

  button = gtk_button_new_from_icon_name ("adw-external-link-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("Open the Source"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", self->fact->url);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "fact.open-link");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
append_differences (QdFactRow *self)
{
  const QdFact *shipped = qd_fact_book_get_shipped (self->book, self->fact->topic, self->fact->key);
  g_autoptr(GPtrArray) differences = NULL;
  g_autofree char *text = NULL;

  if (self->fact->state != QD_FACT_STATE_EDITED || shipped == NULL)
    return;

  differences = qd_fact_list_differences (shipped, self->fact);
  g_ptr_array_add (differences, NULL);
  text = g_strjoinv ("\n", (char **)differences->pdata);
  append_text (self,
               qd_fact_is_outdated (shipped, self->fact) ? _ ("What Ships Is Newer Than Your Edit")
                                                         : _ ("Edited by You"),
               *text != '\0' ? text : _ ("It says the same as what ships now"));
}

static void
append_button (QdFactRow  *self,
               GtkWidget  *box,
               const char *label,
               const char *action,
               const char *style)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(is)", (gint32)self->fact->topic, self->fact->key);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);

  if (style != NULL)
    gtk_widget_add_css_class (button, style);

  gtk_box_append (GTK_BOX (box), button);
}

static void
append_actions (QdFactRow *self)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (box, "module-actions");

  if (self->fact->state != QD_FACT_STATE_STRUCK)
    append_button (self, box, _ ("_Edit…"), "fact.edit", NULL);

  if (self->fact->state == QD_FACT_STATE_EDITED)
    append_button (self, box, _ ("_Reset"), "fact.reset", NULL);

  if (self->fact->state == QD_FACT_STATE_STRUCK)
    append_button (self, box, _ ("Let It _Count Again"), "fact.reset", NULL);
  else if (self->fact->state == QD_FACT_STATE_OWN)
    append_button (self, box, _ ("_Delete"), "fact.strike", "destructive-action");
  else
    append_button (self, box, _ ("_Strike Out"), "fact.strike", NULL);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

/* Most are never opened. */
static void
expanded_cb (QdFactRow *self)
{
  if (self->book == NULL || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;

  append_differences (self);
  append_fields (self);
  append_source (self);
  append_actions (self);
  g_clear_object (&self->book);
}

static void
qd_fact_row_dispose (GObject *object)
{
  g_clear_object (&QD_FACT_ROW (object)->book);

  G_OBJECT_CLASS (qd_fact_row_parent_class)->dispose (object);
}

static void
qd_fact_row_finalize (GObject *object)
{
  g_clear_pointer (&QD_FACT_ROW (object)->fact, qd_fact_free);

  G_OBJECT_CLASS (qd_fact_row_parent_class)->finalize (object);
}

static void
qd_fact_row_class_init (QdFactRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_fact_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = qd_fact_row_finalize;
}

static void
qd_fact_row_init (QdFactRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
  qd_expander_name (ADW_EXPANDER_ROW (self));
}

static void
add_tag (QdFactRow  *self,
         const char *icon,
         const char *text,
         const char *style)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label = gtk_label_new (text);

  if (icon != NULL)
    {
      GtkWidget *image = g_object_new (
          GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name", icon, "pixel-size", 12, NULL);

      gtk_box_append (GTK_BOX (box), image);
    }

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "caption");
  gtk_widget_add_css_class (box, style);
  gtk_box_append (GTK_BOX (box), label);
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (self), box);
}

static void
add_state (QdFactRow *self)
{
  const QdFact *fact = self->fact;
  const QdFact *shipped = qd_fact_book_get_shipped (self->book, fact->topic, fact->key);

  if (shipped != NULL && qd_fact_is_outdated (shipped, fact))
    add_tag (self, "dialog-information-symbolic", C_ ("fact", "Newer One Ships"), "warning");
  else if (fact->state == QD_FACT_STATE_EDITED)
    add_tag (self, NULL, C_ ("fact", "Edited"), "objective-tag");

  if (fact->state == QD_FACT_STATE_OWN)
    add_tag (self, NULL, C_ ("fact", "Own"), "objective-tag");
  else if (fact->state == QD_FACT_STATE_STRUCK)
    add_tag (self, NULL, C_ ("fact", "Struck Out"), "objective-tag");
}

/* Of a feature, whether Dedicated has it is what one looks for. */
static void
add_feature (QdFactRow           *self,
             const QdFeatureFact *feature)
{
  static const struct
  {
    const char *icon;
    const char *style;
  } looks[] = {
    [QD_FEATURE_STATE_AVAILABLE] = { "quarterdeck-done-symbolic", "success" },
    [QD_FEATURE_STATE_LIMITED] = { "dialog-warning-symbolic", "warning" },
    [QD_FEATURE_STATE_UNAVAILABLE] = { "quarterdeck-blocked-symbolic", "error" },
  };

  add_tag (self, looks[feature->state].icon, _ (qd_feature_states[feature->state].label), looks[feature->state].style);
}

static char *
dup_subtitle (const QdFact *fact)
{
  const QdFeatureFact *feature = (const QdFeatureFact *)fact;

  if (fact->topic != QD_FACT_TOPIC_FEATURE)
    return qd_fact_dup_summary (fact);

  if (feature->state != QD_FEATURE_STATE_AVAILABLE && feature->workaround != NULL)
    /* Translators: what can be used in the place of a feature that is not there */
    return g_strdup_printf (_ ("Instead: %s"), feature->workaround);

  return g_strdup (fact->description != NULL ? fact->description : "");
}

/* @fact: is copied */
GtkWidget *
qd_fact_row_new (QdFactBook   *book,
                 const QdFact *fact)
{
  QdFactRow       *self = g_object_new (QD_TYPE_FACT_ROW, NULL);
  g_autofree char *subtitle = dup_subtitle (fact);

  self->book = g_object_ref (book);
  self->fact = qd_fact_copy (fact);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), fact->name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);

  if (fact->topic == QD_FACT_TOPIC_FEATURE)
    add_feature (self, (const QdFeatureFact *)fact);

  add_state (self);

  return GTK_WIDGET (self);
}

const char *
qd_fact_row_get_key (QdFactRow *self)
{
  g_return_val_if_fail (QD_IS_FACT_ROW (self), NULL);

  return self->fact->key;
}
