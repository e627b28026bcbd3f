/* qd-entries.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-entries"

#include "qd-entries.h"

#include <string.h>

#include "qd-reference-dialog.h"
#include "qd-reference-page.h"
#include "qd-shell.h"
#include "qd-task-card.h"
#include "qd-task-editor.h"
#include "qd-task-table-cell.h"
#include "qd-templates-dialog.h"

/* Lives with the window, which owns it. */
typedef struct
{
  GtkApplicationWindow *window;
  AdwNavigationView    *pages; /* unowned: the window's, as the actions are */
  QdPortfolio          *portfolio;
} Entries;

/* What Shift+F1 tells of: the entry for each widget and each page. Of pages that are of one record, it is
 * the beginning of their tag. */
static const struct
{
  const char *name;
  const char *key;
} subjects[] = {
  { "QdAcceleratorWizard", "accelerator-weeks" },
  { "QdAllowanceGroup", "accelerator-allowance" },
  { "QdCatalogueView", "accelerator-modules" },
  { "QdHealthPanel", "health-scores" },
  { "QdObjectivesView", "success-plans" },
  { "QdOnboardingPanel", "onboarding-milestones" },
  { "QdPeopleView", "account-team" },
  { "QdTemplatesDialog", "playbook-list" },
  { "accelerators", "accelerators" },
  { "account", "responsibilities" },
  { "dedicated", "dedicated-overview" },
  { "plan", "success-plans" },
  { "plans", "success-plans" },
  { "support", "support-path" },
  { "tenant", "tenant-fields" },
};

static void
entries_free (Entries *self)
{
  g_object_unref (self->portfolio);
  g_free (self);
}

static void
open_entry_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  Entries    *self = user_data;
  const char *key = g_variant_get_string (parameter, NULL);
  g_autoptr(QdReference) reference = qd_reference_ref_of (self->portfolio);

  if (qd_reference_lookup (reference, key) != NULL)
    adw_dialog_present (qd_reference_dialog_new (self->portfolio, key), GTK_WIDGET (self->window));
}

/* A task is shown over its plan. */
static void
open_task_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  Entries *self = user_data;
  QdTask  *task = qd_portfolio_lookup (self->portfolio, QD_TYPE_TASK, g_variant_get_int64 (parameter));

  if (task == NULL)
    return;

  qd_shell_open_plan (self->window, task->plan);
  qd_task_editor_present (GTK_WIDGET (self->window), self->portfolio, task);
}

static void
open_template_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  Entries           *self = user_data;
  QdTemplatesDialog *dialog = qd_templates_dialog_new (self->portfolio);

  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self->window));
  qd_templates_dialog_show (dialog, g_variant_get_string (parameter, NULL));
}

static void
show_tag_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  Entries           *self = user_data;
  AdwNavigationPage *page = adw_navigation_view_find_page (self->pages, "reference");

  g_action_group_activate_action (G_ACTION_GROUP (self->window), "show", g_variant_new_string ("reference"));

  if (page != NULL)
    qd_reference_page_show_tag (QD_REFERENCE_PAGE (page), g_variant_get_string (parameter, NULL));
}

/* Returns: (nullable): the task that @widget is of */
static QdTask *
find_task (GtkWidget *widget)
{
  if (QD_IS_TASK_EDITOR (widget))
    return qd_task_editor_get_task (QD_TASK_EDITOR (widget));

  if (QD_IS_TASK_CARD (widget))
    return qd_task_card_get_task (QD_TASK_CARD (widget));

  return QD_IS_TASK_CELL (widget) ? qd_task_cell_get_task (QD_TASK_CELL (widget)) : NULL;
}

/* What a person linked to it, or else what it is called */
static QdReferenceEntry *
find_of_task (QdReference *reference,
              QdTask      *task)
{
  g_autoptr(GPtrArray) linked = qd_reference_list_for_record (reference, task);

  if (linked->len > 0)
    return qd_reference_lookup (reference, ((QdReferenceEntry *)g_ptr_array_index (linked, 0))->key);

  return qd_reference_find_named (reference, task->title);
}

static QdReferenceEntry *
find_subject (QdReference *reference,
              const char  *name)
{
  gsize length = strcspn (name, ":");

  for (gsize i = 0; i < G_N_ELEMENTS (subjects); i++)
    {
      if (strlen (subjects[i].name) == length && strncmp (subjects[i].name, name, length) == 0)
        return qd_reference_lookup (reference, subjects[i].key);
    }

  return NULL;
}

/* Of @widget itself, whatever it is in */
static QdReferenceEntry *
find_here (QdReference *reference,
           GtkWidget   *widget)
{
  QdTask           *task = find_task (widget);
  QdReferenceEntry *entry = task != NULL ? find_of_task (reference, task) : NULL;

  if (entry == NULL && ADW_IS_PREFERENCES_ROW (widget))
    entry = qd_reference_find_named (reference, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)));

  if (entry == NULL)
    entry = find_subject (reference, G_OBJECT_TYPE_NAME (widget));

  if (entry == NULL && ADW_IS_NAVIGATION_PAGE (widget) && adw_navigation_page_get_tag (ADW_NAVIGATION_PAGE (widget)) != NULL)
    entry = find_subject (reference, adw_navigation_page_get_tag (ADW_NAVIGATION_PAGE (widget)));

  return entry;
}

/* Returns: (transfer none) (nullable): the entry that tells of @widget, or else of what it is in */
QdReferenceEntry *
qd_entries_find (QdReference *reference,
                 GtkWidget   *widget)
{
  QdReferenceEntry *entry = NULL;

  g_return_val_if_fail (QD_IS_REFERENCE (reference), NULL);

  for (; widget != NULL && entry == NULL; widget = gtk_widget_get_parent (widget))
    entry = find_here (reference, widget);

  return entry;
}

/* Where nothing tells of what has the focus, there is help on the app. */
static void
explain_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  Entries   *self = user_data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  g_autoptr(QdReference) reference = qd_reference_ref_of (self->portfolio);
  QdReferenceEntry *entry =
      qd_entries_find (reference,
                       focus != NULL ? focus : GTK_WIDGET (adw_navigation_view_get_visible_page (self->pages)));

  if (entry != NULL)
    adw_dialog_present (qd_reference_dialog_new (self->portfolio, entry->key), GTK_WIDGET (self->window));
  else
    gtk_widget_activate_action (GTK_WIDGET (self->window), "app.help", NULL);
}

static const GActionEntry actions[] = {
  { "open-entry", open_entry_cb, "s" },
  { "open-task", open_task_cb, "x" },
  { "open-template", open_template_cb, "s" },
  { "show-tag", show_tag_cb, "s" },
  { "explain", explain_cb },
};

void
qd_entries_install (GtkApplicationWindow *window,
                    AdwNavigationView    *pages,
                    QdPortfolio          *portfolio)
{
  Entries *self = g_new0 (Entries, 1);

  self->window = window;
  self->pages = pages;
  self->portfolio = g_object_ref (portfolio);
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), self);
  g_object_set_data_full (G_OBJECT (window), "qd-entries", self, (GDestroyNotify)entries_free);
}
