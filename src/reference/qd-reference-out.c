/* qd-reference-out.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-reference-out"

#include "qd-reference-out.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "qd-day-words.h"
#include "qd-exit.h"
#include "qd-shell.h"

/* A page that a person wants to see, until it is */
typedef struct
{
  GtkWidget   *widget;
  QdPortfolio *portfolio;
  char        *url;
} Visit;

static Visit *
visit_new (GtkWidget   *widget,
           QdPortfolio *portfolio,
           const char  *url)
{
  Visit *visit = g_new0 (Visit, 1);

  visit->widget = g_object_ref (widget);
  visit->portfolio = g_object_ref (portfolio);
  visit->url = g_strdup (url);

  return visit;
}

static void
visit_free (Visit *visit)
{
  g_object_unref (visit->widget);
  g_object_unref (visit->portfolio);
  g_free (visit->url);
  g_free (visit);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Visit, visit_free)

/**
 * qd_reference_copy:
 * @text: goes to the clipboard, unless colleagues would read a name in it that is sealed
 * @said: what is told then
 */
void
qd_reference_copy (GtkWidget   *widget,
                   QdPortfolio *portfolio,
                   const char  *text,
                   const char  *said)
{
  g_autoptr(QdExit) way = NULL;
  g_autofree char *name = NULL;
  g_autoptr(GError) error = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget) && QD_IS_PORTFOLIO (portfolio));

  way = qd_exit_new (portfolio, QD_AUDIENCE_INTERNAL, 0);
  name = qd_exit_find (way, text);

  if (name == NULL)
    {
      gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
      qd_shell_tell (widget, said);
      return;
    }

  g_set_error (&error,
               QD_RECORD_ERROR,
               QD_RECORD_ERROR_RULE,
               _ ("Nothing was copied, because colleagues would read “%s”, which is sealed"),
               name);
  qd_shell_report (widget, error);
}

/* Returns: (transfer floating): says why a page is not shown, and offers its link */
static AdwDialog *
create_dialog (const char *body)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("The Page Was Not Opened"), NULL);

  adw_alert_dialog_set_body (ADW_ALERT_DIALOG (dialog), body);
  adw_alert_dialog_add_responses (
      ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"), "copy", _ ("Copy _Link"), NULL);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "copy");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "close");

  return dialog;
}

static void
failed_response_cb (GObject      *dialog,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr(Visit) visit = user_data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (dialog), result);

  if (g_str_equal (response, "copy"))
    qd_reference_copy (visit->widget, visit->portfolio, visit->url, _ ("Link copied"));
}

static void
launched_cb (GObject      *launcher,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(Visit) visit = user_data;
  g_autoptr(GError) error = NULL;
  GtkWidget *widget = visit->widget;

  if (gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (launcher), result, &error) ||
      g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) || gtk_widget_get_root (widget) == NULL)
    return;

  adw_alert_dialog_choose (
      ADW_ALERT_DIALOG (create_dialog (error->message)), widget, NULL, failed_response_cb, g_steal_pointer (&visit));
}

/* @visit: (transfer full) */
static void
launch (Visit *visit)
{
  g_autoptr(GtkUriLauncher) launcher = gtk_uri_launcher_new (visit->url);
  GtkRoot *root = gtk_widget_get_root (visit->widget);

  gtk_uri_launcher_launch (launcher, root != NULL ? GTK_WINDOW (root) : NULL, NULL, launched_cb, visit);
}

static void
offline_response_cb (GObject      *dialog,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr(Visit) visit = user_data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (dialog), result);

  if (g_str_equal (response, "copy"))
    qd_reference_copy (visit->widget, visit->portfolio, visit->url, _ ("Link copied"));
  else if (g_str_equal (response, "open"))
    launch (g_steal_pointer (&visit));
}

/* Read as a file: to ask the kernel or a monitor of GIO takes a socket that leads to the network,
 * and this app has none. Whatever it cannot tell is for the browser to say. */
static gboolean
is_offline (void)
{
  g_autoptr(GDir) links = g_dir_open ("/sys/class/net", 0, NULL);
  const char *name;

  while (links != NULL && (name = g_dir_read_name (links)) != NULL)
    {
      g_autofree char *path = g_build_filename ("/sys/class/net", name, "operstate", NULL);
      g_autofree char *state = NULL;

      /* Tunnels do not say whether they are up. */
      if (!g_str_equal (name, "lo") && g_file_get_contents (path, &state, NULL, NULL) &&
          (g_str_has_prefix (state, "up") || g_str_has_prefix (state, "unknown")))
        return FALSE;
    }

  return links != NULL;
}

/* Shows @url in the browser; where there is no network, says so first. */
void
qd_reference_open_page (GtkWidget   *widget,
                        QdPortfolio *portfolio,
                        const char  *url)
{
  AdwDialog *dialog;

  g_return_if_fail (GTK_IS_WIDGET (widget) && QD_IS_PORTFOLIO (portfolio));
  g_return_if_fail (url != NULL);

  if (!is_offline ())
    {
      launch (visit_new (widget, portfolio, url));
      return;
    }

  dialog = create_dialog (_ ("You are offline. Copy the link to open it later."));
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "open", _ ("_Open Anyway"));
  adw_alert_dialog_choose (
      ADW_ALERT_DIALOG (dialog), widget, NULL, offline_response_cb, visit_new (widget, portfolio, url));
}

static void
append_availability (GString          *text,
                     QdReferenceEntry *entry,
                     const char       *before,
                     const char       *after)
{
  if (entry->available == QD_ENUM_NONE)
    return;

  g_string_append_printf (text,
                          "%s%s%s: %s\n",
                          before,
                          _ ("On Dedicated"),
                          after,
                          _ (qd_nicks_get_label (qd_availabilities, entry->available)));

  if (entry->workaround != NULL)
    g_string_append_printf (text,
                            "%s%s%s: %s\n",
                            before,
                            entry->available == QD_AVAILABILITY_YES ? _ ("Note") : _ ("Instead"),
                            after,
                            entry->workaround);
}

static void
append_source (GString          *text,
               QdReferenceEntry *entry)
{
  int              checked = qd_reference_entry_get_checked (entry);
  g_autofree char *day = checked != QD_DAY_NONE ? qd_day_dup_full (checked) : NULL;

  if (entry->source != NULL)
    g_string_append_printf (text, "\n%s: %s", _ ("Source"), entry->source);

  if (entry->source != NULL && entry->url != NULL)
    g_string_append_printf (text, " (%s)", entry->url);

  if (entry->source != NULL && day != NULL)
    g_string_append_printf (text, ", %s", day);

  if (entry->source != NULL)
    g_string_append_c (text, '\n');
}

/* Returns: (transfer full): the entry without what a person keeps of it */
char *
qd_reference_entry_dup_markdown (QdReferenceEntry *entry)
{
  GString *text;

  g_return_val_if_fail (QD_IS_REFERENCE_ENTRY (entry), NULL);

  text = g_string_new (NULL);
  g_string_append_printf (text, "# %s\n\n", entry->title);
  append_availability (text, entry, "- **", "**");
  g_string_append_printf (text,
                          "%s%s%s",
                          entry->available != QD_ENUM_NONE ? "\n" : "",
                          entry->body != NULL ? entry->body : "",
                          entry->body != NULL ? "\n" : "");

  for (guint i = 0; i < entry->links->len; i++)
    {
      QdReferenceSite *site = g_ptr_array_index (entry->links, i);

      g_string_append_printf (text, "%s- [%s](%s)\n", i == 0 ? "\n" : "", site->title, site->url);
    }

  append_source (text, entry);

  return g_string_free (text, FALSE);
}

/* Returns: (transfer full): likewise, for a reader that draws no Markdown */
char *
qd_reference_entry_dup_text (QdReferenceEntry *entry,
                             QdMarkdownFormat  format)
{
  const char      *mark = format == QD_MARKDOWN_FORMAT_SLACK ? "*" : "";
  g_autofree char *body = NULL;
  GString         *text;

  g_return_val_if_fail (QD_IS_REFERENCE_ENTRY (entry), NULL);

  body = qd_markdown_dup_text (entry->body != NULL ? entry->body : "", format);
  text = g_string_new (NULL);
  g_string_append_printf (text, "%s%s%s\n\n", mark, entry->title, mark);
  append_availability (text, entry, mark, mark);
  g_string_append_printf (text, "%s%s", entry->available != QD_ENUM_NONE && *body != '\0' ? "\n" : "", body);

  for (guint i = 0; i < entry->links->len; i++)
    {
      QdReferenceSite *site = g_ptr_array_index (entry->links, i);

      g_string_append_printf (text, "%s• %s: %s\n", i == 0 ? "\n" : "", site->title, site->url);
    }

  append_source (text, entry);

  return g_string_free (text, FALSE);
}
