/* qd-help-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-help-dialog"

#include "qd-help-dialog.h"

#include <glib/gi18n.h>

#include "qd-help-topics.h"

/**
 * QdHelpDialog:
 *
 * What a person needs to know that the pages do not say themselves, by topic.
 */
struct _QdHelpDialog
{
  AdwDialog            parent_instance;

  AdwNavigationView   *pages;
  AdwPreferencesGroup *topics;
};

G_DEFINE_FINAL_TYPE (QdHelpDialog, qd_help_dialog, ADW_TYPE_DIALOG)

static void
link_activated_cb (QdHelpDialog *self,
                   AdwActionRow *row)
{
  const char *uri = g_object_get_data (G_OBJECT (row), "uri");
  GtkWidget  *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  adw_dialog_close (ADW_DIALOG (self));
  gtk_widget_activate_action (window, "win.open-link", "s", uri);
}

static GtkWidget *
create_row (const char *title,
            const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE,
                                           "icon-name", "go-next-symbolic",
                                           "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                           NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);

  return row;
}

static GtkWidget *
create_links (QdHelpDialog      *self,
              const QdHelpTopic *topic)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Go There"));

  for (int i = 0; i < QD_HELP_MAX_LINKS && topic->links[i].uri != NULL; i++)
    {
      GtkWidget *row = create_row (_ (topic->links[i].title), "");

      g_object_set_data (G_OBJECT (row), "uri", (gpointer)topic->links[i].uri);
      g_signal_connect_object (row, "activated", G_CALLBACK (link_activated_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }

  return group;
}

static GtkWidget *
create_text (QdHelpDialog      *self,
             const QdHelpTopic *topic)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  for (int i = 0; topic->paragraphs[i] != NULL; i++)
    {
      GtkWidget *label = gtk_label_new (_ (topic->paragraphs[i]));

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "document");
      gtk_box_append (GTK_BOX (box), label);
    }

  if (topic->links[0].uri != NULL)
    gtk_box_append (GTK_BOX (box), create_links (self, topic));

  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);

  return clamp;
}

static void
show_topic (QdHelpDialog      *self,
            const QdHelpTopic *topic)
{
  GtkWidget         *view = adw_toolbar_view_new ();
  GtkWidget         *scroller = gtk_scrolled_window_new ();
  AdwNavigationPage *page = adw_navigation_page_new (view, _ (topic->title));

  adw_navigation_page_set_tag (page, topic->key);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), create_text (self, topic));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scroller);
  adw_navigation_view_push (self->pages, page);
}

static void
topic_activated_cb (QdHelpDialog *self,
                    AdwActionRow *row)
{
  show_topic (self, g_object_get_data (G_OBJECT (row), "topic"));
}

static void
qd_help_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), QD_TYPE_HELP_DIALOG);

  G_OBJECT_CLASS (qd_help_dialog_parent_class)->dispose (object);
}

static void
qd_help_dialog_class_init (QdHelpDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_help_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/gitlab/quarterdeck/Quarterdeck/qd-help-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QdHelpDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, QdHelpDialog, topics);
}

static void
qd_help_dialog_init (QdHelpDialog *self)
{
  guint              n_topics;
  const QdHelpTopic *topics = qd_help_topics_get (&n_topics);

  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < n_topics; i++)
    {
      GtkWidget *row = create_row (_ (topics[i].title), _ (topics[i].summary));

      g_object_set_data (G_OBJECT (row), "topic", (gpointer)&topics[i]);
      g_signal_connect_object (row, "activated", G_CALLBACK (topic_activated_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->topics, row);
    }
}

/* @topic: (nullable): the key of the one to begin with; the list of all is one step back */
AdwDialog *
qd_help_dialog_new (const char *topic)
{
  QdHelpDialog      *self = g_object_new (QD_TYPE_HELP_DIALOG, NULL);
  const QdHelpTopic *found = topic != NULL ? qd_help_topics_find (topic) : NULL;

  if (found != NULL)
    show_topic (self, found);

  return ADW_DIALOG (self);
}

/* Returns: (nullable): the key of the topic in sight; %NULL where it is the list of all */
const char *
qd_help_dialog_get_topic (QdHelpDialog *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->pages);
  const char        *tag = page != NULL ? adw_navigation_page_get_tag (page) : NULL;

  return g_strcmp0 (tag, "topics") != 0 ? tag : NULL;
}
