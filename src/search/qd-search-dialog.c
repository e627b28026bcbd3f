/* qd-search-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-search-dialog"

#include "qd-search-dialog.h"

#include <glib/gi18n.h>

#include "qd-account-rules.h"
#include "qd-config.h"
#include "qd-plan.h"
#include "qd-reference-query.h"
#include "qd-screen.h"
#include "qd-search-query.h"

#define MAX_HITS 40
#define MAX_ENTRIES 6

/**
 * QdSearchDialog:
 *
 * Finds words anywhere in the portfolio as one types, and goes there; and in the reference, whose
 * entries are read where one is.
 */
struct _QdSearchDialog
{
  AdwDialog       parent_instance;

  QdPortfolio    *portfolio;
  QdReference    *reference;
  GPtrArray      *found;  /* (nullable): of QdSearchHit, until the entries are found, too */
  GtkWidget      *opener; /* not owned: the dialog is gone before it */
  GSettings      *settings;
  GCancellable   *cancellable;

  GtkSearchEntry *entry;
  GtkStack       *stack;
  GtkListBox     *hits;
  GtkWidget      *entries_group;
  GtkListBox     *entries;
};

G_DEFINE_FINAL_TYPE (QdSearchDialog, qd_search_dialog, ADW_TYPE_DIALOG)

static const char *const icons[] = {
  [QD_SEARCH_ACCOUNT] = "system-users-symbolic",
  [QD_SEARCH_CONTACT] = "avatar-default-symbolic",
  [QD_SEARCH_PLAN] = "quarterdeck-board-symbolic",
  [QD_SEARCH_OBJECTIVE] = "starred-symbolic",
  [QD_SEARCH_TASK] = "object-select-symbolic",
  [QD_SEARCH_FOLLOW_UP] = "mail-reply-sender-symbolic",
  [QD_SEARCH_ACTIVITY] = "x-office-calendar-symbolic",
};

static char *
dup_account_title (QdSearchDialog    *self,
                   const QdSearchHit *hit)
{
  QdAccount *account = qd_portfolio_lookup (self->portfolio, QD_TYPE_ACCOUNT, hit->account);

  return account != NULL
             ? qd_account_dup_title (account, g_settings_get_boolean (self->settings, "show-codenames"))
             : g_strdup ("");
}

static char *
dup_subtitle (QdSearchDialog    *self,
              const QdSearchHit *hit)
{
  const char      *kind = qd_search_kind_get_label (hit->kind);
  g_autofree char *account = hit->kind != QD_SEARCH_ACCOUNT ? dup_account_title (self, hit) : g_strdup ("");
  g_autofree char *snippet = qd_screen_dup_text (self->portfolio, hit->snippet);
  GString         *text = g_string_new (kind);

  if (*account != '\0')
    g_string_append_printf (text, " · %s", account);

  if (snippet != NULL && *snippet != '\0')
    g_string_append_printf (text, " · %s", snippet);

  return g_string_free (text, FALSE);
}

static GtkWidget *
create_row (QdSearchDialog *self,
            QdSearchHit    *hit)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *title = hit->kind == QD_SEARCH_ACCOUNT ? dup_account_title (self, hit)
                                                          : qd_screen_dup_text (self->portfolio, hit->title);
  g_autofree char *subtitle = dup_subtitle (self, hit);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), g_object_new (GTK_TYPE_IMAGE, "icon-name", icons[hit->kind], "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "hit", hit, (GDestroyNotify)qd_search_hit_free);

  return row;
}

static GtkWidget *
create_entry_row (QdReferenceHit    *hit,
                  const char *const *terms)
{
  GtkWidget       *row = adw_action_row_new ();
  const char      *category = _ (qd_nicks_get_label (qd_reference_categories, hit->entry->category));
  g_autofree char *detail = hit->passage != NULL && *hit->passage != '\0'
                                ? g_strdup_printf ("%s · %s", category, hit->passage)
                                : g_strdup (category);
  g_autofree char *title = qd_reference_words_dup_markup (hit->entry->title, terms);
  g_autofree char *subtitle = qd_reference_words_dup_markup (detail, terms);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE,
                                           "icon-name", "accessories-dictionary-symbolic",
                                           "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                           NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "key", g_strdup (hit->entry->key), g_free);

  return row;
}

static void
go_to (QdSearchDialog *self,
       GtkListBoxRow  *row)
{
  const QdSearchHit *hit = g_object_get_data (G_OBJECT (row), "hit");
  g_autofree char   *key = g_strdup (g_object_get_data (G_OBJECT (row), "key"));
  GtkWidget         *opener = self->opener;
  gint64             account = hit != NULL ? hit->account : 0;
  gint64             plan = hit != NULL ? hit->plan : 0;

  adw_dialog_close (ADW_DIALOG (self));

  if (key != NULL)
    gtk_widget_activate_action (opener, "win.open-entry", "s", key);
  else if (plan != 0)
    qd_shell_open_plan (opener, plan);
  else
    qd_shell_open_account (opener, account);
}

static void
row_activated_cb (QdSearchDialog *self,
                  GtkListBoxRow  *row)
{
  go_to (self, row);
}

/* Enter in the entry goes to the first. */
static void
entry_activated_cb (QdSearchDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->hits, 0);

  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->entries, 0);

  if (row != NULL && g_str_equal (gtk_stack_get_visible_child_name (self->stack), "hits"))
    go_to (self, row);
}

static void
stop_search_cb (QdSearchDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
show_hits (QdSearchDialog    *self,
           GPtrArray         *found,
           QdReferenceResult *entries)
{
  guint            n_found = found->len + entries->hits->len;
  g_autofree char *text = NULL;

  gtk_list_box_remove_all (self->hits);
  gtk_list_box_remove_all (self->entries);
  g_ptr_array_set_free_func (found, NULL);

  for (guint i = 0; i < found->len; i++)
    gtk_list_box_append (self->hits, create_row (self, g_ptr_array_index (found, i)));

  for (guint i = 0; i < entries->hits->len; i++)
    gtk_list_box_append (self->entries,
                         create_entry_row (g_ptr_array_index (entries->hits, i), (const char *const *)entries->terms));

  gtk_widget_set_visible (GTK_WIDGET (self->hits), found->len > 0);
  gtk_widget_set_visible (self->entries_group, entries->hits->len > 0);
  gtk_stack_set_visible_child_name (self->stack, n_found > 0 ? "hits" : "nothing");
  text = n_found > 0 ? g_strdup_printf (ngettext ("%u found", "%u found", n_found), n_found)
                     : g_strdup (_ ("Nothing found"));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
entries_found_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(QdSearchDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(QdReferenceResult) entries = NULL;

  if (self->reference == NULL)
    return;

  entries = qd_reference_search_finish (self->reference, result, &error);

  if (entries == NULL)
    {
      qd_shell_report (self, error);
      return;
    }

  if (self->found != NULL)
    {
      g_autoptr(GPtrArray) found = g_steal_pointer (&self->found);

      show_hits (self, found, entries);
    }
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(QdSearchDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  GPtrArray *found = qd_search_finish (QD_STORE (object), result, &error);

  if (found == NULL)
    {
      qd_shell_report (self, error);
      return;
    }

  g_clear_pointer (&self->found, g_ptr_array_unref);
  self->found = found;

  if (self->reference != NULL)
    qd_reference_search_async (self->reference,
                               gtk_editable_get_text (GTK_EDITABLE (self->entry)),
                               QD_ENUM_NONE,
                               NULL,
                               MAX_ENTRIES,
                               self->cancellable,
                               entries_found_cb,
                               g_object_ref (self));
}

static void
search_changed_cb (QdSearchDialog *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  if (*text == '\0')
    {
      gtk_stack_set_visible_child_name (self->stack, "start");
      return;
    }

  self->cancellable = g_cancellable_new ();
  qd_search_async (qd_portfolio_get_store (self->portfolio),
                   text,
                   MAX_HITS,
                   self->cancellable,
                   found_cb,
                   g_object_ref (self));
}

static void
qd_search_dialog_dispose (GObject *object)
{
  QdSearchDialog *self = QD_SEARCH_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_SEARCH_DIALOG);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_object (&self->reference);
  g_clear_object (&self->settings);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_search_dialog_parent_class)->dispose (object);
}

static void
qd_search_dialog_class_init (QdSearchDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_search_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-search-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QdSearchDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, QdSearchDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, QdSearchDialog, hits);
  gtk_widget_class_bind_template_child (widget_class, QdSearchDialog, entries_group);
  gtk_widget_class_bind_template_child (widget_class, QdSearchDialog, entries);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
qd_search_dialog_init (QdSearchDialog *self)
{
  self->settings = g_settings_new (QD_APPLICATION_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
qd_search_dialog_present (GtkWidget   *parent,
                          QdPortfolio *portfolio)
{
  QdSearchDialog *self = g_object_new (QD_TYPE_SEARCH_DIALOG, NULL);

  self->portfolio = g_object_ref (portfolio);
  self->reference = qd_reference_ref_of (portfolio);
  self->opener = parent;
  adw_dialog_present (ADW_DIALOG (self), parent);
}
