/* qd-fact-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-fact-dialog"

#include "qd-fact-dialog.h"

#include <glib/gi18n.h>

#include "qd-fact-edits.h"
#include "qd-fact-fields.h"
#include "qd-shell.h"

#define ROW_HEIGHT 64
#define MAX_HEIGHT 640

/**
 * QdFactDialog:
 *
 * All fields of one fact, to be edited as a whole: only all together they make sense, so they are checked
 * and written together.
 */
struct _QdFactDialog
{
  AdwDialog          parent_instance;

  QdFactBook        *book;
  QdFact            *fact;
  const QdJsonShape *shape;
  GPtrArray         *rows;    /* of each field of the shape its row, or NULL */
  GPtrArray         *choices; /* of each field, (nullable): a GStrv of the texts that can be chosen */
  AdwBanner         *banner;
  GtkWidget         *save_button;
};

G_DEFINE_FINAL_TYPE (QdFactDialog, qd_fact_dialog, ADW_TYPE_DIALOG)

static const QdJsonField *
get_field (QdFactDialog *self,
           guint         index)
{
  return &self->shape->fields[index];
}

/* The facts that a field names by their keys */
static gboolean
find_named_topic (QdFactDialog      *self,
                  const QdJsonField *field,
                  QdFactTopic       *topic)
{
  if (self->fact->topic == QD_FACT_TOPIC_EXCEPTION && g_str_equal (field->key, "window"))
    *topic = QD_FACT_TOPIC_WINDOW;
  else if (self->fact->topic == QD_FACT_TOPIC_SLA && g_str_equal (field->key, "hours"))
    *topic = QD_FACT_TOPIC_HOURS;
  else
    return FALSE;

  return TRUE;
}

/* Returns: (transfer full) (nullable): what can be chosen, by what is written and what is shown */
static char **
list_choices (QdFactDialog      *self,
              const QdJsonField *field,
              GtkStringList     *labels)
{
  g_autoptr(GStrvBuilder) texts = g_strv_builder_new ();
  QdFactTopic topic;

  if (!field->required)
    {
      g_strv_builder_add (texts, "");
      gtk_string_list_append (labels, C_ ("fact", "None"));
    }

  if (find_named_topic (self, field, &topic))
    {
      GPtrArray *facts = qd_fact_book_peek (self->book, topic);

      for (guint i = 0; i < facts->len; i++)
        {
          const QdFact *fact = g_ptr_array_index (facts, i);

          g_strv_builder_add (texts, fact->key);
          gtk_string_list_append (labels, fact->name);
        }
    }
  else if (field->kind == QD_JSON_FIELD_NICK)
    for (guint i = 0; field->nicks[i].nick != NULL; i++)
      {
        g_strv_builder_add (texts, field->nicks[i].nick);
        gtk_string_list_append (labels, _ (field->nicks[i].label));
      }
  else
    return NULL;

  return g_strv_builder_end (texts);
}

static GtkWidget *
create_choice_row (const QdJsonField *field,
                   char             **texts,
                   GtkStringList     *labels,
                   const char        *text)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));

  for (guint i = 0; texts[i] != NULL; i++)
    {
      if (g_str_equal (texts[i], text))
        adw_combo_row_set_selected (ADW_COMBO_ROW (row), i);
    }

  return row;
}

static void
add_row (QdFactDialog        *self,
         AdwPreferencesGroup *group,
         guint                index)
{
  const QdJsonField *field = get_field (self, index);
  g_autofree char   *text = qd_fact_dup_text (self->fact, field);
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);
  g_auto(GStrv) texts = list_choices (self, field, labels);
  GtkWidget *row;

  if (texts != NULL)
    row = create_choice_row (field, texts, labels, text);
  else
    {
      row = adw_entry_row_new ();
      gtk_editable_set_text (GTK_EDITABLE (row), text);
    }

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), qd_fact_field_get_label (field));
  adw_preferences_group_add (group, row);
  g_ptr_array_index (self->rows, index) = row;
  g_ptr_array_index (self->choices, index) = g_steal_pointer (&texts);
}

static AdwPreferencesGroup *
add_group (AdwPreferencesPage *page,
           const char         *title)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  if (title != NULL)
    adw_preferences_group_set_title (group, title);

  adw_preferences_page_add (page, group);

  return group;
}

static void
add_rows (QdFactDialog       *self,
          AdwPreferencesPage *page)
{
  AdwPreferencesGroup *what = add_group (page, NULL);
  AdwPreferencesGroup *source = add_group (page, _ ("Where It Is From"));

  for (guint i = 0; i < self->shape->n_fields; i++)
    {
      const char *key = get_field (self, i)->key;

      if (!g_str_equal (key, "key"))
        add_row (self,
                 g_str_equal (key, "source") || g_str_equal (key, "url") || g_str_equal (key, "checked") ? source : what,
                 i);
    }
}

static void
show_problem (QdFactDialog *self,
              const GError *error,
              GtkWidget    *row)
{
  adw_banner_set_title (self->banner, error->message);
  adw_banner_set_revealed (self->banner, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), error->message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);

  if (row == NULL)
    return;

  gtk_widget_add_css_class (row, "error");
  gtk_widget_grab_focus (row);
}

static char *
dup_typed (QdFactDialog *self,
           guint         index)
{
  GtkWidget *row = g_ptr_array_index (self->rows, index);
  char     **texts = g_ptr_array_index (self->choices, index);

  return g_strdup (texts != NULL ? texts[adw_combo_row_get_selected (ADW_COMBO_ROW (row))]
                                 : gtk_editable_get_text (GTK_EDITABLE (row)));
}

/* Returns: (transfer full) (nullable): as it was typed; where that cannot be, it is said beside the field */
static QdFact *
read_typed (QdFactDialog *self)
{
  g_autoptr(QdFact) fact = qd_fact_copy (self->fact);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < self->shape->n_fields; i++)
    {
      GtkWidget       *row = g_ptr_array_index (self->rows, i);
      g_autofree char *text = NULL;

      if (row == NULL)
        continue;

      gtk_widget_remove_css_class (row, "error");
      text = dup_typed (self, i);

      if (!qd_fact_set_text (fact, get_field (self, i), text, &error) ||
          (get_field (self, i)->required && *text == '\0' && !qd_fact_check_typed (fact, &error)))
        {
          show_problem (self, error, row);
          return NULL;
        }
    }

  if (!qd_fact_check_typed (fact, &error))
    {
      show_problem (self, error, NULL);
      return NULL;
    }

  return g_steal_pointer (&fact);
}

static void
saved_cb (GObject      *store,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(QdFactDialog) self = user_data;
  g_autoptr(GError) error = NULL;

  if (qd_store_edit_finish (QD_STORE (store), result, &error))
    {
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }

  gtk_widget_set_sensitive (self->save_button, TRUE);
  show_problem (self, error, NULL);
}

static void
save_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  QdFactDialog *self = QD_FACT_DIALOG (widget);
  g_autoptr(QdFact) fact = read_typed (self);

  if (fact == NULL)
    return;

  gtk_widget_set_sensitive (self->save_button, FALSE);
  qd_fact_save_async (self->book, fact, saved_cb, g_object_ref (self));
}

static void
qd_fact_dialog_dispose (GObject *object)
{
  QdFactDialog *self = QD_FACT_DIALOG (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->fact, qd_fact_free);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (qd_fact_dialog_parent_class)->dispose (object);
}

static void
qd_fact_dialog_class_init (QdFactDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_fact_dialog_dispose;

  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "dialog.save", NULL);
}

static void
qd_fact_dialog_init (QdFactDialog *self)
{
  self->rows = g_ptr_array_new ();
  self->choices = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
}

static GtkWidget *
create_header_bar (QdFactDialog *self)
{
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  g_signal_connect_object (cancel, "clicked", G_CALLBACK (adw_dialog_force_close), self, G_CONNECT_SWAPPED);
  self->save_button = gtk_button_new_with_mnemonic (_ ("_Save"));
  gtk_widget_add_css_class (self->save_button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->save_button), "dialog.save");
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), self->save_button);

  return bar;
}

/**
 * qd_fact_dialog_new:
 * @book: of a portfolio
 * @fact: is copied: one of @book, or of qd_fact_create_own()
 */
AdwDialog *
qd_fact_dialog_new (QdFactBook   *book,
                    const QdFact *fact)
{
  QdFactDialog    *self = g_object_new (QD_TYPE_FACT_DIALOG, NULL);
  GtkWidget       *view = adw_toolbar_view_new ();
  GtkWidget       *page = adw_preferences_page_new ();
  g_autofree char *title = NULL;

  self->book = g_object_ref (book);
  self->fact = qd_fact_copy (fact);
  self->shape = qd_fact_get_shape (fact->topic);
  g_ptr_array_set_size (self->rows, (int)self->shape->n_fields);
  g_ptr_array_set_size (self->choices, (int)self->shape->n_fields);

  /* Translators: what a fact is about, such as “Change Lock” */
  title = fact->state == QD_FACT_STATE_OWN && fact->id == 0 ? g_strdup_printf (_ ("New %s"), qd_fact_topic_get_one (fact->topic))
                                                            : g_strdup (qd_fact_topic_get_one (fact->topic));
  self->banner = ADW_BANNER (adw_banner_new (""));
  adw_banner_set_use_markup (self->banner, FALSE);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), create_header_bar (self));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (self->banner));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  add_rows (self, ADW_PREFERENCES_PAGE (page));
  adw_dialog_set_child (ADW_DIALOG (self), view);
  adw_dialog_set_title (ADW_DIALOG (self), title);
  adw_dialog_set_content_width (ADW_DIALOG (self), 480);
  adw_dialog_set_content_height (ADW_DIALOG (self), MIN (MAX_HEIGHT, 200 + ROW_HEIGHT * (int)self->shape->n_fields));
  adw_dialog_set_focus (ADW_DIALOG (self), qd_fact_dialog_get_row (self, "name"));

  return ADW_DIALOG (self);
}

/* Returns: (transfer none) (nullable): where the field of that key is edited */
GtkWidget *
qd_fact_dialog_get_row (QdFactDialog *self,
                        const char   *field)
{
  g_return_val_if_fail (QD_IS_FACT_DIALOG (self), NULL);

  for (guint i = 0; i < self->shape->n_fields; i++)
    {
      if (g_str_equal (get_field (self, i)->key, field))
        return g_ptr_array_index (self->rows, i);
    }

  return NULL;
}
