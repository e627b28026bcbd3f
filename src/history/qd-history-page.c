/* qd-history-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-history-page"

#include "qd-history-page.h"

#include <glib/gi18n.h>

#include "qd-history-detail.h"
#include "qd-history-feed.h"
#include "qd-history-filter.h"
#include "qd-history-list.h"
#include "qd-shell.h"

/**
 * QdHistoryPage:
 *
 * Every change there was, by day, to be searched, narrowed, read and taken back.
 */
struct _QdHistoryPage
{
  AdwNavigationPage       parent_instance;

  QdPortfolio            *portfolio;
  QdHistoryFeed          *feed;  /* (nullable): from when the page is first looked at */
  gboolean                asked; /* what was found is to be said, as a person asked for it */

  AdwNavigationSplitView *split_view;
  GtkWidget              *back_button;
  GtkWidget              *sidebar_button;
  GtkSearchEntry         *search_entry;
  QdHistoryFilter        *filter;
  QdHistoryList          *list;
  QdHistoryDetail        *detail;
};

G_DEFINE_FINAL_TYPE (QdHistoryPage, qd_history_page, ADW_TYPE_NAVIGATION_PAGE)

static void
look (QdHistoryPage *self)
{
  QdHistoryQuery query = { 0 };

  if (self->feed == NULL)
    return;

  query.text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  query.text = *query.text != '\0' ? query.text : NULL;
  qd_history_filter_fill (self->filter, &query);
  qd_history_list_set_narrowed (self->list, query.text != NULL || !qd_history_filter_is_empty (self->filter));
  self->asked = TRUE;
  qd_history_feed_set_query (self->feed, &query);
}

static void
search_changed_cb (QdHistoryPage *self)
{
  look (self);
}

static void
search_activate_cb (QdHistoryPage *self)
{
  qd_history_list_focus (self->list);
}

static void
filter_changed_cb (QdHistoryPage *self)
{
  look (self);
}

static void
updated_cb (QdHistoryPage *self)
{
  guint            n_found = g_list_model_get_n_items (G_LIST_MODEL (self->feed));
  g_autofree char *words = NULL;

  if (!self->asked || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  self->asked = FALSE;
  words = qd_history_feed_is_at_end (self->feed)
              ? g_strdup_printf (ngettext ("%u change", "%u changes", n_found), n_found)
              : g_strdup_printf (ngettext ("%u change or more", "%u changes or more", n_found), n_found);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->list), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
failed_cb (QdHistoryPage *self,
           GError        *error)
{
  qd_shell_report (self, error);
}

/* On a narrow page the list alone is seen: what is selected there is not opened yet. */
static void
selected_cb (QdHistoryPage *self)
{
  QdHistoryEntry *entry = qd_history_list_get_selected (self->list);

  if (!adw_navigation_split_view_get_collapsed (self->split_view) ||
      adw_navigation_split_view_get_show_content (self->split_view))
    qd_history_detail_show (self->detail, entry);
}

static void
activated_cb (QdHistoryPage *self)
{
  qd_history_detail_show (self->detail, qd_history_list_get_selected (self->list));
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  qd_history_detail_focus (self->detail);
}

static void
collapsed_cb (QdHistoryPage *self)
{
  if (!adw_navigation_split_view_get_collapsed (self->split_view))
    qd_history_detail_show (self->detail, qd_history_list_get_selected (self->list));
}

static void
search_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  QdHistoryPage *self = QD_HISTORY_PAGE (widget);

  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/* What is selected is what is shown, but on a narrow page, where nothing may be shown yet. */
static void
revert_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  QdHistoryPage *self = QD_HISTORY_PAGE (widget);

  qd_history_detail_show (self->detail, qd_history_list_get_selected (self->list));

  if (!gtk_widget_activate_action (GTK_WIDGET (self->detail), "change.revert", NULL))
    gtk_widget_error_bell (widget);
}

static void
load (QdHistoryPage *self)
{
  if (self->feed != NULL)
    return;

  self->feed = qd_history_feed_new (self->portfolio);
  g_signal_connect_object (self->feed, "updated", G_CALLBACK (updated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->feed, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  qd_history_list_set_feed (self->list, self->portfolio, self->feed);
  look (self);
}

static void
qd_history_page_map (GtkWidget *widget)
{
  load (QD_HISTORY_PAGE (widget));
  GTK_WIDGET_CLASS (qd_history_page_parent_class)->map (widget);
}

static void
qd_history_page_dispose (GObject *object)
{
  QdHistoryPage *self = QD_HISTORY_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_HISTORY_PAGE);
  g_clear_object (&self->feed);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_history_page_parent_class)->dispose (object);
}

static void
qd_history_page_class_init (QdHistoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_history_page_dispose;
  widget_class->map = qd_history_page_map;

  g_type_ensure (QD_TYPE_HISTORY_DETAIL);
  g_type_ensure (QD_TYPE_HISTORY_FILTER);
  g_type_ensure (QD_TYPE_HISTORY_LIST);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/gitlab/quarterdeck/Quarterdeck/qd-history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QdHistoryPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, QdHistoryPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, QdHistoryPage, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, QdHistoryPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, QdHistoryPage, filter);
  gtk_widget_class_bind_template_child (widget_class, QdHistoryPage, list);
  gtk_widget_class_bind_template_child (widget_class, QdHistoryPage, detail);
  gtk_widget_class_bind_template_callback (widget_class, collapsed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);

  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "page.revert", NULL, revert_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r, GDK_CONTROL_MASK, "page.revert", NULL);
}

static void
qd_history_page_init (QdHistoryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

QdHistoryPage *
qd_history_page_new (QdPortfolio *portfolio)
{
  QdHistoryPage *self;

  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), NULL);

  self = g_object_new (QD_TYPE_HISTORY_PAGE, NULL);
  self->portfolio = g_object_ref (portfolio);
  qd_history_filter_set_portfolio (self->filter, portfolio);
  qd_history_detail_set_portfolio (self->detail, portfolio);

  return self;
}

/* A page of its own, that one goes back from: narrowed to a record, see qd_history_filter_set_record(). */
QdHistoryPage *
qd_history_page_new_for_record (QdPortfolio *portfolio,
                                const char  *table,
                                gint64       id)
{
  QdHistoryPage *self = qd_history_page_new (portfolio);

  g_return_val_if_fail (self != NULL && table != NULL, NULL);

  qd_history_filter_set_record (self->filter, table, id);
  gtk_widget_set_visible (self->back_button, TRUE);
  gtk_widget_set_visible (self->sidebar_button, FALSE);

  return self;
}
