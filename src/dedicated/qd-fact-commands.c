/* qd-fact-commands.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-fact-commands"

#include "qd-fact-commands.h"

#include <glib/gi18n.h>

#include "qd-fact-dialog.h"
#include "qd-fact-edits.h"
#include "qd-fact-fields.h"
#include "qd-shell.h"

/* Lives with the actions, which are the widget's. */
typedef struct
{
  GtkWidget  *widget; /* unowned */
  QdFactBook *book;
} Commands;

static void
commands_free (gpointer data)
{
  Commands *self = data;

  g_object_unref (self->book);
  g_free (self);
}

/* Returns: (transfer none) (nullable): the fact that is meant, struck out or not */
static const QdFact *
find_fact (Commands *self,
           GVariant *parameter)
{
  gint32      topic;
  const char *key;
  GPtrArray  *facts;

  g_variant_get (parameter, "(i&s)", &topic, &key);
  facts = qd_fact_book_peek_all (self->book, (QdFactTopic)topic);

  for (guint i = 0; facts != NULL && i < facts->len; i++)
    {
      const QdFact *fact = g_ptr_array_index (facts, i);

      if (g_str_equal (fact->key, key))
        return fact;
    }

  return NULL;
}

static void
edit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  Commands     *self = user_data;
  const QdFact *fact = find_fact (self, parameter);

  if (fact != NULL)
    adw_dialog_present (qd_fact_dialog_new (self->book, fact), self->widget);
}

static void
new_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  Commands *self = user_data;
  g_autoptr(QdFact) fact = qd_fact_create_own ((QdFactTopic)g_variant_get_int32 (parameter), "");

  adw_dialog_present (qd_fact_dialog_new (self->book, fact), self->widget);
}

static void
reset_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  Commands        *self = user_data;
  const QdFact    *fact = find_fact (self, parameter);
  g_autofree char *message = NULL;

  if (fact == NULL || fact->id == 0 || fact->state == QD_FACT_STATE_OWN)
    return;

  message = g_strdup_printf (_ ("“%s” is as it ships again"), fact->name);
  qd_shell_tell_undoable (self->widget, message);
  qd_fact_reset_async (self->book, fact, qd_shell_edit_cb, g_object_ref (self->widget));
}

static void
strike_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  Commands        *self = user_data;
  const QdFact    *fact = find_fact (self, parameter);
  g_autofree char *message = NULL;

  if (fact == NULL || fact->state == QD_FACT_STATE_STRUCK)
    return;

  message = fact->state == QD_FACT_STATE_OWN ? g_strdup_printf (_ ("“%s” deleted"), fact->name)
                                             : g_strdup_printf (_ ("“%s” does not count any more"), fact->name);
  qd_shell_tell_undoable (self->widget, message);
  qd_fact_strike_async (self->book, fact, qd_shell_edit_cb, g_object_ref (self->widget));
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
open_link_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  Commands *self = user_data;
  g_autoptr(GtkUriLauncher) launcher = gtk_uri_launcher_new (g_variant_get_string (parameter, NULL));

  gtk_uri_launcher_launch (
      launcher, GTK_WINDOW (gtk_widget_get_root (self->widget)), NULL, launched_cb, g_object_ref (self->widget));
}

static const GActionEntry actions[] = {
  { "edit", edit_cb, "(is)" },
  { "new", new_cb, "i" },
  { "reset", reset_cb, "(is)" },
  { "strike", strike_cb, "(is)" },
  { "open-link", open_link_cb, "s" },
};

/* @book: of a portfolio */
void
qd_fact_commands_install (GtkWidget  *widget,
                          QdFactBook *book)
{
  Commands *self;
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (QD_IS_FACT_BOOK (book) && qd_fact_book_get_portfolio (book) != NULL);

  self = g_new0 (Commands, 1);
  self->widget = widget;
  self->book = g_object_ref (book);
  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), self);
  g_object_set_data_full (G_OBJECT (group), "qd-commands", self, commands_free);
  gtk_widget_insert_action_group (widget, "fact", G_ACTION_GROUP (group));
}
