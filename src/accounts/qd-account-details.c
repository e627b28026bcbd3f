/* qd-account-details.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-account-details"

#include "qd-account-details.h"

#include <glib/gi18n.h>

#include "qd-calendar-words.h"
#include "qd-day-row.h"
#include "qd-enum-row.h"
#include "qd-lines-row.h"
#include "qd-screen.h"
#include "qd-seal-group.h"
#include "qd-seal.h"
#include "qd-shell.h"
#include "qd-text-row.h"
#include "qd-zone-row.h"

/**
 * QdAccountDetails:
 *
 * All fields of an account, edited where they stand. The card of its identity is where the real
 * names of one that is sealed can be read; it is closed until somebody opens it, and closes when
 * it is left.
 */
struct _QdAccountDetails
{
  AdwBin               parent_instance;

  QdPortfolio         *portfolio;
  QdAccount           *account;
  AdwPreferencesGroup *identity;
  GtkWidget           *show_names;
  GtkWidget           *name;
  GtkWidget           *aliases;
  GtkWidget           *domains;
  GtkWidget           *particulars;
  QdSealGroup         *seal;
  AdwActionRow        *calendar_row;
  AdwPreferencesGroup *links;
  GPtrArray           *link_rows; /* of GtkWidget, owned by the group */
};

G_DEFINE_FINAL_TYPE (QdAccountDetails, qd_account_details, ADW_TYPE_BIN)

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
open_link_cb (GtkWidget *row)
{
  g_autoptr(GtkUriLauncher) launcher = gtk_uri_launcher_new (g_object_get_data (G_OBJECT (row), "uri"));

  gtk_uri_launcher_launch (
      launcher, GTK_WINDOW (gtk_widget_get_root (row)), NULL, launched_cb, g_object_ref (row));
}

/* A line is an address, with what it is before it or not. */
static GtkWidget *
create_link_row (QdAccountDetails *self,
                 const char       *line)
{
  g_autofree char *title = NULL;
  g_autofree char *seen_title = NULL;
  g_autofree char *seen_uri = NULL;
  const char      *uri = strstr (line, "https://");
  GtkWidget       *row;

  if (uri == NULL)
    uri = strstr (line, "http://");

  if (uri == NULL)
    return NULL;

  title = g_strstrip (g_strndup (line, uri - line));
  seen_title = qd_screen_dup_text (self->portfolio, title);
  seen_uri = qd_screen_dup_text (self->portfolio, uri);
  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), *title != '\0' ? seen_title : seen_uri);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), *title != '\0' ? seen_uri : NULL);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), g_object_new (GTK_TYPE_IMAGE, "icon-name", "web-browser-symbolic", "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, _ ("Open in the Browser"));
  g_object_set_data_full (G_OBJECT (row), "uri", g_strdup (uri), g_free);
  g_signal_connect (row, "activated", G_CALLBACK (open_link_cb), NULL);

  return row;
}

static void
links_changed_cb (QdAccountDetails *self)
{
  g_auto(GStrv) lines = NULL;

  for (guint i = 0; i < self->link_rows->len; i++)
    adw_preferences_group_remove (self->links, g_ptr_array_index (self->link_rows, i));

  g_ptr_array_set_size (self->link_rows, 0);
  lines = g_strsplit (self->account->links != NULL ? self->account->links : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      GtkWidget *row = create_link_row (self, lines[i]);

      if (row == NULL)
        continue;

      adw_preferences_group_add (self->links, row);
      g_ptr_array_add (self->link_rows, row);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->links), self->link_rows->len > 0);
}

static void
show_names_cb (QdAccountDetails *self)
{
  guint    seal = self->account != NULL ? qd_account_get_seal (self->account) : 0;
  gboolean open = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->show_names));
  guint    shown = open ? QD_SEAL_PARTS : ~seal;

  gtk_widget_set_visible (self->show_names, (seal & ~QD_SEAL_PART_PEOPLE) != 0);
  gtk_widget_set_visible (self->name, (shown & QD_SEAL_PART_NAME) != 0);
  gtk_widget_set_visible (self->aliases, (shown & QD_SEAL_PART_ALIASES) != 0);
  gtk_widget_set_visible (self->domains, (shown & QD_SEAL_PART_DOMAINS) != 0);
  gtk_widget_set_visible (self->particulars, (shown & QD_SEAL_PART_DOMAINS) != 0);
  adw_preferences_group_set_description (self->identity,
                                         open && seal != 0 ? _ ("Real names are on this card. Close it before others see the screen.")
                                                           : NULL);
}

/* Whoever comes back may have somebody beside them. */
static void
qd_account_details_unmap (GtkWidget *widget)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (QD_ACCOUNT_DETAILS (widget)->show_names), FALSE);

  GTK_WIDGET_CLASS (qd_account_details_parent_class)->unmap (widget);
}

static void
calendar_changed_cb (QdAccountDetails *self)
{
  g_autofree char *words =
      qd_account_dup_calendar_summary (self->portfolio, qd_record_get_id (self->account), qd_day_today ());

  adw_action_row_set_subtitle (self->calendar_row, words);
}

static void
qd_account_details_dispose (GObject *object)
{
  QdAccountDetails *self = QD_ACCOUNT_DETAILS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_ACCOUNT_DETAILS);
  g_clear_object (&self->account);
  g_clear_object (&self->portfolio);
  g_clear_pointer (&self->link_rows, g_ptr_array_unref);

  G_OBJECT_CLASS (qd_account_details_parent_class)->dispose (object);
}

static void
qd_account_details_class_init (QdAccountDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_account_details_dispose;
  widget_class->unmap = qd_account_details_unmap;

  g_type_ensure (QD_TYPE_DAY_ROW);
  g_type_ensure (QD_TYPE_ENUM_ROW);
  g_type_ensure (QD_TYPE_LINES_ROW);
  g_type_ensure (QD_TYPE_SEAL_GROUP);
  g_type_ensure (QD_TYPE_TEXT_ROW);
  g_type_ensure (QD_TYPE_ZONE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-account-details.ui");
  gtk_widget_class_bind_template_child (widget_class, QdAccountDetails, calendar_row);
  gtk_widget_class_bind_template_child (widget_class, QdAccountDetails, identity);
  gtk_widget_class_bind_template_child (widget_class, QdAccountDetails, show_names);
  gtk_widget_class_bind_template_child (widget_class, QdAccountDetails, name);
  gtk_widget_class_bind_template_child (widget_class, QdAccountDetails, aliases);
  gtk_widget_class_bind_template_child (widget_class, QdAccountDetails, domains);
  gtk_widget_class_bind_template_child (widget_class, QdAccountDetails, particulars);
  gtk_widget_class_bind_template_child (widget_class, QdAccountDetails, seal);
  gtk_widget_class_bind_template_child (widget_class, QdAccountDetails, links);
  gtk_widget_class_bind_template_callback (widget_class, show_names_cb);
}

static void
qd_account_details_init (QdAccountDetails *self)
{
  self->link_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
qd_account_details_bind (QdAccountDetails *self,
                         QdPortfolio      *portfolio,
                         QdAccount        *account)
{
  g_return_if_fail (QD_IS_ACCOUNT_DETAILS (self));

  g_set_object (&self->portfolio, portfolio);
  g_set_object (&self->account, account);
  qd_editor_bind_all (self, qd_portfolio_get_store (portfolio), account);
  qd_seal_group_bind (self->seal, qd_portfolio_get_store (portfolio), account);
  g_signal_connect_object (account, "notify", G_CALLBACK (show_names_cb), self, G_CONNECT_SWAPPED);
  show_names_cb (self);
  g_signal_connect_object (
      account, "notify::links", G_CALLBACK (links_changed_cb), self, G_CONNECT_SWAPPED);
  links_changed_cb (self);
  g_signal_connect_object (qd_portfolio_get_index (portfolio, QD_TYPE_WORKING_CALENDAR),
                           "changed",
                           G_CALLBACK (calendar_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (qd_portfolio_get_index (portfolio, QD_TYPE_CLOSURE),
                           "changed",
                           G_CALLBACK (calendar_changed_cb),
                           self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  calendar_changed_cb (self);
}
