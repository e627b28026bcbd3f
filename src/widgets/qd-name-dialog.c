/* qd-name-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-name-dialog"

#include "qd-name-dialog.h"

#include <glib/gi18n.h>

#include "qd-column.h"

typedef struct
{
  GtkEditable   *entry;
  QdNameFunc     func;
  gpointer       user_data;
  GDestroyNotify destroy;
} Asking;

static void
asking_free (gpointer  data,
             GClosure *closure)
{
  Asking *asking = data;

  if (asking->destroy != NULL)
    asking->destroy (asking->user_data);

  g_free (asking);
}

static char *
dup_name (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

static void
response_cb (Asking     *asking,
             const char *response)
{
  g_autofree char *name = dup_name (asking->entry);

  if (g_str_equal (response, "save"))
    asking->func (name, asking->user_data);
}

static void
changed_cb (AdwAlertDialog *dialog,
            GtkEditable    *entry)
{
  g_autofree char *name = dup_name (entry);

  adw_alert_dialog_set_response_enabled (dialog, "save", *name != '\0');
}

/**
 * qd_name_dialog_ask:
 * @name: that it has, or may be called
 * @button: what is done then: “_Save”
 * @destroy: (nullable): of @user_data, when the answer was given or not
 *
 * Asks what something is to be called.
 */
void
qd_name_dialog_ask (GtkWidget     *parent,
                    const char    *heading,
                    const char    *name,
                    const char    *button,
                    QdNameFunc     func,
                    gpointer       user_data,
                    GDestroyNotify destroy)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, NULL));
  GtkWidget      *group = adw_preferences_group_new ();
  GtkWidget      *entry = adw_entry_row_new ();
  Asking         *asking = g_new0 (Asking, 1);

  *asking = (Asking){ GTK_EDITABLE (entry), func, user_data, destroy };
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _ ("Name"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (entry), TRUE);
  adw_entry_row_set_max_length (ADW_ENTRY_ROW (entry), QD_COLUMN_MAX_LINE);
  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), entry);
  adw_alert_dialog_set_extra_child (dialog, group);
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "save", button, NULL);
  adw_alert_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "save");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_dialog_set_focus (ADW_DIALOG (dialog), entry);
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), dialog, G_CONNECT_SWAPPED);
  changed_cb (dialog, GTK_EDITABLE (entry));
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), asking, asking_free, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), parent);
}
