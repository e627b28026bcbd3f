/* qd-adding.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-adding"

#include "qd-adding.h"

#include "qd-quick-add-dialog.h"
#include "qd-record-json.h"

/* Lives with the window, which owns it. */
typedef struct
{
  GtkApplicationWindow *window;
  AdwNavigationView    *pages; /* unowned: the window's, as the actions are */
  QdPortfolio          *portfolio;
} Adding;

static void
adding_free (gpointer data)
{
  Adding *self = data;

  g_object_unref (self->portfolio);
  g_free (self);
}

/* Returns: the id of the record of @kind that the page in sight is of; 0 if it is of none */
static gint64
find_in_sight (Adding     *self,
               const char *kind)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->pages);
  const char        *tag = page != NULL ? adw_navigation_page_get_tag (page) : NULL;
  gint64             id;

  if (tag == NULL || !g_str_has_prefix (tag, kind) || !qd_record_parse_id (tag + strlen (kind), &id))
    return 0;

  return id;
}

static void
add_task_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  Adding *self = user_data;

  qd_quick_add_dialog_present (GTK_WIDGET (self->window),
                               self->portfolio,
                               find_in_sight (self, "account:"),
                               find_in_sight (self, "plan:"));
}

static const GActionEntry actions[] = {
  { "add-task", add_task_cb },
};

void
qd_adding_install (GtkApplicationWindow *window,
                   AdwNavigationView    *pages,
                   QdPortfolio          *portfolio)
{
  Adding *self = g_new0 (Adding, 1);

  self->window = window;
  self->pages = pages;
  self->portfolio = g_object_ref (portfolio);
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), self);
  g_object_set_data_full (G_OBJECT (window), "qd-adding", self, adding_free);
}
