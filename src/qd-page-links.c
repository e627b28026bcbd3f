/* qd-page-links.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-page-links"

#include "qd-page-links.h"

#include <glib/gi18n.h>

#include "qd-day-words.h"
#include "qd-next-call.h"
#include "qd-page-uri.h"
#include "qd-record-json.h"
#include "qd-shell.h"

/* Lives with the window, which owns it. */
typedef struct
{
  GtkApplicationWindow *window;
  QdPortfolio          *portfolio;
} Links;

static void
links_free (gpointer data)
{
  Links *self = data;

  g_object_unref (self->portfolio);
  g_free (self);
}

static void
activate (Links      *self,
          const char *action,
          GVariant   *parameter)
{
  g_action_group_activate_action (G_ACTION_GROUP (self->window), action, parameter);
}

static void
show_record (Links      *self,
             const char *kind,
             gint64      id)
{
  g_autofree char *text = qd_record_format_id (id);
  g_autofree char *place = g_strconcat (kind, ":", text, NULL);

  activate (self, "show", g_variant_new_string (place));
}

static void
open_link_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  Links *self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(QdPageUri) uri = qd_page_uri_parse (g_variant_get_string (parameter, NULL), &error);

  if (uri == NULL || !qd_page_uri_check (uri, self->portfolio, &error))
    qd_shell_report (self->window, error);
  else if (uri->key != NULL)
    activate (self, "open-entry", g_variant_new_string (uri->key));
  else if (g_str_equal (uri->kind, "task"))
    activate (self, "open-task", g_variant_new_int64 (uri->id));
  else if (uri->id != 0)
    show_record (self, uri->kind, uri->id);
  else
    activate (self, "show", g_variant_new_string (uri->kind));
}

static void
new_account_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  Links *self = user_data;

  activate (self, "show", g_variant_new_string ("accounts"));
  activate (self, "new", NULL);
}

/* The account is what one prepares a call from; what the call is about is said beside it. */
static void
next_call_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  Links           *self = user_data;
  int              today = qd_day_today ();
  QdNextCall       call;
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  if (!qd_next_call_find (self->portfolio, g_get_real_time () / G_USEC_PER_SEC, today, &call))
    {
      qd_shell_tell (self->window, _ ("No call, meeting or workshop is planned"));
      return;
    }

  show_record (self, "account", call.account);
  day = qd_day_dup_relative (call.day, today);
  /* Translators: the next call: when it is, and what it is called: “tomorrow: Cadence call” */
  text = g_strdup_printf (C_ ("next call", "%1$s: %2$s"), day, call.title);
  qd_shell_tell (self->window, text);
}

/* Into what finds anything: it has the focus in the field that one types in. */
static void
find_words_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  Links     *self = user_data;
  AdwDialog *dialog;
  GtkWidget *focus;

  activate (self, "find", NULL);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window));
  focus = dialog != NULL ? adw_dialog_get_focus (dialog) : NULL;

  if (GTK_IS_EDITABLE (focus))
    {
      gtk_editable_set_text (GTK_EDITABLE (focus), g_variant_get_string (parameter, NULL));
      gtk_editable_set_position (GTK_EDITABLE (focus), -1);
    }
}

static const GActionEntry actions[] = {
  { "open-link", open_link_cb, "s" },
  { "new-account", new_account_cb },
  { "next-call", next_call_cb },
  { "find-words", find_words_cb, "s" },
};

void
qd_page_links_install (GtkApplicationWindow *window,
                       QdPortfolio          *portfolio)
{
  Links *self = g_new0 (Links, 1);

  self->window = window;
  self->portfolio = g_object_ref (portfolio);
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), self);
  g_object_set_data_full (G_OBJECT (window), "qd-page-links", self, links_free);
}
