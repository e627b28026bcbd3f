/* qd-shortcuts-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-shortcuts-dialog"

#include "qd-shortcuts-dialog.h"

#include <glib/gi18n.h>

#include "qd-search-escape.h"

/**
 * QdShortcutsDialog:
 *
 * Shows every key there is, by where it works. Typing narrows the list.
 */
struct _QdShortcutsDialog
{
  AdwDialog           parent_instance;

  GtkSearchEntry     *search;
  AdwPreferencesPage *page;
  GtkStack           *stack;
  GPtrArray          *groups; /* AdwPreferencesGroup, in the page */
  GPtrArray          *rows;   /* of each shortcut, its AdwActionRow */
};

G_DEFINE_FINAL_TYPE (QdShortcutsDialog, qd_shortcuts_dialog, ADW_TYPE_DIALOG)

#define GROUP_APP N_ ("General")
#define GROUP_GO N_ ("Getting Around")
#define GROUP_LIST N_ ("Accounts and Lists")
#define GROUP_SUPPORT N_ ("Support")
#define GROUP_REFERENCE N_ ("Reference")
#define GROUP_HISTORY N_ ("History")
#define GROUP_BOARD N_ ("Board")
#define GROUP_TIMELINE N_ ("Timeline")
#define GROUP_BARS N_ ("Timeline: Bars and Links")

static const QdShortcut shortcuts[] = {
  { GROUP_APP, N_ ("New"), "<Control>n", "win.new" },
  { GROUP_APP, N_ ("Add a task in one line"), "<Control>t", "win.add-task" },
  { GROUP_APP, N_ ("Search on this page"), "<Control>f", "win.search" },
  { GROUP_APP, N_ ("Find or do anything"), "<Control>k", "win.find" },
  { GROUP_APP, N_ ("Undo"), "<Control>z", "win.undo" },
  { GROUP_APP, N_ ("Redo"), "<Control><Shift>z", "win.redo" },
  { GROUP_APP, N_ ("Import"), "<Control>o", "win.import" },
  { GROUP_APP, N_ ("Export"), "<Control>e", "win.export" },
  { GROUP_APP, N_ ("Copy for Slack, by codename"), "<Control><Shift>c", "win.copy-as::slack", TRUE },
  { GROUP_APP, N_ ("Copy for the customer"), "<Control><Shift>m", "win.copy-as::customer", TRUE },
  { GROUP_APP, N_ ("Copy as GitLab Markdown"), "<Control><Shift>g", "win.copy-as::gitlab", TRUE },
  { GROUP_APP, N_ ("Show real names while held"), "F8", NULL },
  { GROUP_APP, N_ ("Copy the codename of the account in sight, or of those that are selected"), "<Control>c", NULL },
  { GROUP_APP, N_ ("Main menu"), "F10", "win.menu" },
  { GROUP_APP, N_ ("Preferences"), "<Control>comma", "app.preferences" },
  { GROUP_APP, N_ ("Keyboard shortcuts"), "<Control>question", "app.shortcuts" },
  { GROUP_APP, N_ ("Help on where one is"), "F1", "app.help-here" },
  { GROUP_APP, N_ ("The reference on what has the focus, or help"), "<Shift>F1", "win.explain" },
  { GROUP_APP, N_ ("Close window"), "<Control>w", "window.close" },
  { GROUP_APP, N_ ("Quit"), "<Control>q", "app.quit" },
  { GROUP_GO, N_ ("Accounts"), "<Control>1", "win.show::accounts" },
  { GROUP_GO, N_ ("Plans"), "<Control>2", "win.show::plans" },
  { GROUP_GO, N_ ("Accelerators"), "<Control>3", "win.show::accelerators" },
  { GROUP_GO, N_ ("Dedicated"), "<Control>4", "win.show::dedicated" },
  { GROUP_GO, N_ ("Support"), "<Control>5", "win.show::support" },
  { GROUP_GO, N_ ("Reference"), "<Control>6", "win.show::reference" },
  { GROUP_GO, N_ ("History"), "<Control>7 <Control>h", "win.show::history" },
  { GROUP_GO, N_ ("Back"), "<Alt>Left", "win.back", TRUE },
  { GROUP_GO, N_ ("Show or hide the sidebar"), "F9", "win.show-sidebar" },
  { GROUP_GO, N_ ("A plan’s board"), "<Alt>1", NULL },
  { GROUP_GO, N_ ("A plan’s table"), "<Alt>2", NULL },
  { GROUP_GO, N_ ("A plan’s timeline"), "<Alt>3", NULL },
  { GROUP_GO, N_ ("A plan’s objectives"), "<Alt>4", NULL },
  { GROUP_GO, N_ ("A plan’s details"), "<Alt>5", NULL },
  { GROUP_GO, N_ ("A tenant’s maintenance"), "<Alt>1", NULL },
  { GROUP_GO, N_ ("A tenant’s instance"), "<Alt>2", NULL },
  { GROUP_GO, N_ ("A tenant’s onboarding"), "<Alt>3", NULL },
  { GROUP_GO, N_ ("Dedicated: week, releases, people, features, facts"), "<Alt>1 <Alt>2 <Alt>3 <Alt>4 <Alt>5", NULL },
  { GROUP_GO, N_ ("Dedicated: previous or next week"), "<Control>Page_Up <Control>Page_Down", NULL },
  { GROUP_GO, N_ ("Dedicated: this week"), "<Alt>Home", NULL },
  { GROUP_SUPPORT, N_ ("Copy the request for attention to the ticket"), "<Control><Shift>c", NULL },
  { GROUP_SUPPORT, N_ ("Log an update of the escalation"), "u", NULL },
  { GROUP_SUPPORT, N_ ("Tickets, escalations, upgrades"), "<Alt>1 <Alt>2 <Alt>3", NULL },
  { GROUP_REFERENCE, N_ ("Go through what is found"), "Up Down", NULL },
  { GROUP_REFERENCE, N_ ("Read the entry"), "Return", NULL },
  { GROUP_REFERENCE, N_ ("Make it a favourite or not"), "<Control>d", NULL },
  { GROUP_REFERENCE, N_ ("Back to the entry before"), "<Alt>Left", NULL },
  { GROUP_HISTORY, N_ ("Read the change"), "Return", NULL },
  { GROUP_HISTORY, N_ ("Take the change back"), "<Control>r", NULL },
  { GROUP_BOARD, N_ ("Open the task"), "Return", NULL },
  { GROUP_BOARD, N_ ("Mark the task as done or open"), "space", NULL },
  { GROUP_BOARD, N_ ("Add a task to the phase"), "n <Control><Shift>n", NULL },
  { GROUP_BOARD, N_ ("Go to the previous or next phase"), "Left Right", NULL },
  { GROUP_BOARD, N_ ("Move the task to the previous phase"), "<Control>Left", NULL },
  { GROUP_BOARD, N_ ("Move the task to the next phase"), "<Control>Right", NULL },
  { GROUP_BOARD, N_ ("Move the task up or down"), "<Control>Up <Control>Down", NULL },
  { GROUP_BOARD, N_ ("Duplicate the task"), "<Control>d", NULL },
  { GROUP_BOARD, N_ ("Delete the task"), "Delete", NULL },
  { GROUP_TIMELINE, N_ ("Go to another row"), "Up Down", NULL },
  { GROUP_TIMELINE, N_ ("Go to what it waits for, or to what waits for it"), "Left Right", NULL },
  { GROUP_TIMELINE, N_ ("Select several rows"), "<Shift>Up <Shift>Down", NULL },
  { GROUP_TIMELINE, N_ ("Open or close a group"), "plus minus", NULL },
  { GROUP_TIMELINE, N_ ("Earlier or later"), "<Control>Left <Control>Right", NULL },
  { GROUP_TIMELINE, N_ ("Zoom in"), "<Control>plus", NULL },
  { GROUP_TIMELINE, N_ ("Zoom out"), "<Control>minus", NULL },
  { GROUP_TIMELINE, N_ ("Twelve weeks"), "<Control>0 w", NULL },
  { GROUP_TIMELINE, N_ ("The whole plan"), "f", NULL },
  { GROUP_TIMELINE, N_ ("Today"), "t", NULL },
  { GROUP_BARS, N_ ("Move it by what the axis counts in"), "<Alt>Left <Alt>Right", NULL },
  { GROUP_BARS, N_ ("Move its end"), "<Alt><Shift>Left <Alt><Shift>Right", NULL },
  { GROUP_BARS, N_ ("Move its start"), "<Alt><Shift>Up <Alt><Shift>Down", NULL },
  { GROUP_BARS, N_ ("Put it above or below its neighbour"), "<Alt>Up <Alt>Down", NULL },
  { GROUP_BARS, N_ ("Link it: go to another row, then Enter"), "l", NULL },
  { GROUP_BARS, N_ ("Remove its links"), "u", NULL },
  { GROUP_BARS, N_ ("Set its progress"), "p", NULL },
  { GROUP_BARS, N_ ("Indent"), "<Control>bracketright", NULL },
  { GROUP_BARS, N_ ("Outdent"), "<Control>bracketleft", NULL },
  { GROUP_BARS, N_ ("Add a task below"), "Insert <Control>Return", NULL },
  { GROUP_BARS, N_ ("Add a task above"), "<Shift>Insert <Control><Shift>Return", NULL },
  { GROUP_BARS, N_ ("Open it"), "F2 <Alt>Return", NULL },
  { GROUP_BARS, N_ ("Delete it"), "Delete", NULL },
  { GROUP_BARS, N_ ("What can be done with it"), "<Shift>F10 Menu", NULL },
};

const QdShortcut *
qd_shortcuts_get (guint *n_shortcuts)
{
  *n_shortcuts = G_N_ELEMENTS (shortcuts);

  return shortcuts;
}

void
qd_shortcuts_install (GtkApplication *app)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      g_auto(GStrv) accelerators = g_strsplit (shortcuts[i].accelerators, " ", -1);

      if (shortcuts[i].action != NULL && !shortcuts[i].yields)
        gtk_application_set_accels_for_action (
            app, shortcuts[i].action, (const char *const *)accelerators);
    }
}

/* @trigger: (transfer full) */
static void
add_shortcut (GtkWidgetClass     *window_class,
              GtkShortcutTrigger *trigger,
              const char         *detailed)
{
  g_autofree char *name = NULL;
  g_autoptr(GVariant) target = NULL;
  g_autoptr(GtkShortcut) shortcut = NULL;

  if (!g_action_parse_detailed_name (detailed, &name, &target, NULL))
    g_return_if_reached ();

  shortcut = gtk_shortcut_new (trigger, gtk_named_action_new (name));
  gtk_shortcut_set_arguments (shortcut, target);
  gtk_widget_class_add_shortcut (window_class, shortcut);
}

/* The keys of the app come first, these come last: after what is in the window. */
void
qd_shortcuts_class_install (GtkWidgetClass *window_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      GdkModifierType modifiers;
      guint           key;

      if (shortcuts[i].yields && gtk_accelerator_parse (shortcuts[i].accelerators, &key, &modifiers))
        add_shortcut (window_class, gtk_keyval_trigger_new (key, modifiers), shortcuts[i].action);
    }
}

static char *
dup_keys (const char *accelerators)
{
  g_auto(GStrv) parts = g_strsplit (accelerators, " ", -1);
  g_autoptr(GStrvBuilder) labels = g_strv_builder_new ();
  g_auto(GStrv) strings = NULL;

  for (int i = 0; parts[i] != NULL; i++)
    {
      GdkModifierType modifiers;
      guint           key;

      if (gtk_accelerator_parse (parts[i], &key, &modifiers))
        g_strv_builder_take (labels, gtk_accelerator_get_label (key, modifiers));
    }

  strings = g_strv_builder_end (labels);

  /* Translators: between two keys of which either will do */
  return g_strjoinv (_ (" or "), strings);
}

static gboolean
matches (AdwActionRow *row,
         const char   *needle)
{
  g_autofree char *title = g_utf8_casefold (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), -1);

  return strstr (title, needle) != NULL;
}

static void
search_changed_cb (QdShortcutsDialog *self)
{
  g_autofree char *needle = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);
  gboolean         any = FALSE;
  guint            group = 0;
  gboolean         shown = FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      AdwActionRow *row = g_ptr_array_index (self->rows, i);
      gboolean      match = matches (row, needle);

      if (i > 0 && !g_str_equal (shortcuts[i].group, shortcuts[i - 1].group))
        {
          gtk_widget_set_visible (g_ptr_array_index (self->groups, group++), shown);
          shown = FALSE;
        }

      gtk_widget_set_visible (GTK_WIDGET (row), match);
      shown |= match;
      any |= match;
    }

  gtk_widget_set_visible (g_ptr_array_index (self->groups, group), shown);
  gtk_stack_set_visible_child_name (self->stack, any ? "keys" : "nothing");
}

static void
add_row (QdShortcutsDialog   *self,
         AdwPreferencesGroup *group,
         const QdShortcut    *shortcut)
{
  g_autofree char *keys = dup_keys (shortcut->accelerators);
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *label = gtk_label_new (keys);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (shortcut->title));
  gtk_widget_add_css_class (label, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
qd_shortcuts_dialog_finalize (GObject *object)
{
  QdShortcutsDialog *self = QD_SHORTCUTS_DIALOG (object);

  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (qd_shortcuts_dialog_parent_class)->finalize (object);
}

static void
qd_shortcuts_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), QD_TYPE_SHORTCUTS_DIALOG);

  G_OBJECT_CLASS (qd_shortcuts_dialog_parent_class)->dispose (object);
}

static void
qd_shortcuts_dialog_class_init (QdShortcutsDialogClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_shortcuts_dialog_dispose;
  object_class->finalize = qd_shortcuts_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-shortcuts-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QdShortcutsDialog, search);
  gtk_widget_class_bind_template_child (widget_class, QdShortcutsDialog, page);
  gtk_widget_class_bind_template_child (widget_class, QdShortcutsDialog, stack);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

static void
qd_shortcuts_dialog_init (QdShortcutsDialog *self)
{
  AdwPreferencesGroup *group = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  qd_search_escape_install (self->search);
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self));
  self->groups = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      if (i == 0 || !g_str_equal (shortcuts[i].group, shortcuts[i - 1].group))
        {
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (group, _ (shortcuts[i].group));
          adw_preferences_page_add (self->page, group);
          g_ptr_array_add (self->groups, group);
        }

      add_row (self, group, &shortcuts[i]);
    }
}

AdwDialog *
qd_shortcuts_dialog_new (void)
{
  return g_object_new (QD_TYPE_SHORTCUTS_DIALOG, NULL);
}
