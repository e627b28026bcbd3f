/* qd-restore-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-restore-page"

#include "qd-restore-page.h"

#include <glib/gi18n.h>

#include "qd-account.h"
#include "qd-backup-words.h"
#include "qd-day-words.h"

/* More than that nobody reads; the number says how many there are. */
#define MAX_NAMES 60

/**
 * QdRestorePage:
 *
 * What is in a backup, and what would change if it were restored.
 */
struct _QdRestorePage
{
  AdwNavigationPage    parent_instance;

  QdBackups           *backups;
  QdRestore           *restore; /* NULL until it was read */
  GCancellable        *cancellable;

  AdwBanner           *problem;
  GtkStack            *stack;
  AdwStatusPage       *failure;
  AdwPreferencesGroup *changes;
  AdwActionRow        *counts;
  AdwActionRow        *accounts;
};

G_DEFINE_FINAL_TYPE (QdRestorePage, qd_restore_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  RESTORED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
add_part (GString    *text,
          const char *part)
{
  if (text->len > 0)
    g_string_append (text, " · ");

  g_string_append (text, part);
}

/* “1 comes back · 2 change back: “Runner workshop”, “Kick-off”” */
static char *
dup_changes (const QdRestoreKind *kind)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *back = g_strdup_printf (ngettext ("%u comes back", "%u come back", kind->n_back), kind->n_back);
  g_autofree char *gone = g_strdup_printf (ngettext ("%u goes", "%u go", kind->n_gone), kind->n_gone);
  g_autofree char *changed = g_strdup_printf (
      ngettext ("%u changes back", "%u change back", kind->n_changed), kind->n_changed);

  if (kind->n_back > 0)
    add_part (text, back);

  if (kind->n_gone > 0)
    add_part (text, gone);

  if (kind->n_changed > 0)
    add_part (text, changed);

  for (guint i = 0; i < kind->examples->len; i++)
    {
      g_string_append (text, i == 0 ? ": " : ", ");
      /* Translators: a title in quotes */
      g_string_append_printf (text, C_ ("backup", "“%s”"), (char *)g_ptr_array_index (kind->examples, i));
    }

  if (kind->examples->len > 0 && kind->examples->len < kind->n_back + kind->n_gone + kind->n_changed)
    g_string_append (text, ", …");

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
show_changes (QdRestorePage *self)
{
  GPtrArray *kinds = qd_restore_get_kinds (self->restore);
  g_autoptr(GString) counts = g_string_new (NULL);

  adw_preferences_group_set_description (self->changes,
                                         qd_restore_is_same (self->restore)
                                             ? _ ("Nothing: it holds exactly what there is now.")
                                             : _ ("What there is now is kept as a backup first, and undo brings it back."));

  for (guint i = 0; i < kinds->len; i++)
    {
      const QdRestoreKind *kind = g_ptr_array_index (kinds, i);
      g_autofree char     *part = g_strdup_printf ("%s: %u", kind->label, kind->n_there);
      g_autofree char     *text = NULL;
      GtkWidget           *row;

      if (kind->n_there > 0)
        add_part (counts, part);

      if (kind->n_back + kind->n_gone + kind->n_changed == 0)
        continue;

      text = dup_changes (kind);
      row = adw_action_row_new ();
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), kind->label);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
      adw_preferences_group_add (self->changes, row);
    }

  adw_action_row_set_subtitle (self->counts, counts->len > 0 ? counts->str : _ ("None"));
}

static void
show_accounts (QdRestorePage *self)
{
  g_autoptr(GPtrArray) names = qd_restore_list_accounts (self->restore);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < MIN (names->len, MAX_NAMES); i++)
    add_part (text, g_ptr_array_index (names, i));

  if (names->len > MAX_NAMES)
    {
      guint n = names->len - MAX_NAMES;

      g_string_append_printf (text, ngettext (" and %u more", " and %u more", n), n);
    }

  adw_action_row_set_subtitle (self->accounts, names->len > 0 ? text->str : _ ("None"));
}

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(QdRestorePage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(QdRestore) restore = qd_restore_open_finish (result, &error);

  if (self->backups == NULL)
    return; /* it is closed */

  if (restore == NULL)
    {
      g_autofree char *text = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->failure, text);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }

  self->restore = g_steal_pointer (&restore);
  show_changes (self);
  show_accounts (self);
  gtk_stack_set_visible_child_name (self->stack, "preview");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "restore.apply", !qd_restore_is_same (self->restore));
}

static void
applied_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(QdRestorePage) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean applied = qd_restore_apply_finish (QD_RESTORE (object), result, &error);

  if (self->backups == NULL)
    return; /* it is closed */

  if (applied)
    {
      g_signal_emit (self, signals[RESTORED], 0);
      return;
    }

  adw_banner_set_title (self->problem, error->message);
  adw_banner_set_revealed (self->problem, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), error->message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
apply_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  QdRestorePage *self = QD_RESTORE_PAGE (widget);

  /* Once: if it does not fit now, it does not later. */
  gtk_widget_action_set_enabled (widget, "restore.apply", FALSE);
  adw_banner_set_revealed (self->problem, FALSE);
  qd_restore_apply_async (self->restore, self->backups, NULL, applied_cb, g_object_ref (self));
}

/* Who goes back does not wait for what is in it any more; what is being restored goes on. */
static void
qd_restore_page_hidden (AdwNavigationPage *page)
{
  g_cancellable_cancel (QD_RESTORE_PAGE (page)->cancellable);

  if (ADW_NAVIGATION_PAGE_CLASS (qd_restore_page_parent_class)->hidden != NULL)
    ADW_NAVIGATION_PAGE_CLASS (qd_restore_page_parent_class)->hidden (page);
}

static void
qd_restore_page_dispose (GObject *object)
{
  QdRestorePage *self = QD_RESTORE_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_RESTORE_PAGE);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->restore);
  g_clear_object (&self->backups);

  G_OBJECT_CLASS (qd_restore_page_parent_class)->dispose (object);
}

static void
qd_restore_page_class_init (QdRestorePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_restore_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->hidden = qd_restore_page_hidden;

  /**
   * QdRestorePage::restored:
   *
   * Emitted once it was done as asked for.
   */
  signals[RESTORED] =
      g_signal_new ("restored", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/gitlab/quarterdeck/Quarterdeck/qd-restore-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QdRestorePage, problem);
  gtk_widget_class_bind_template_child (widget_class, QdRestorePage, stack);
  gtk_widget_class_bind_template_child (widget_class, QdRestorePage, failure);
  gtk_widget_class_bind_template_child (widget_class, QdRestorePage, changes);
  gtk_widget_class_bind_template_child (widget_class, QdRestorePage, counts);
  gtk_widget_class_bind_template_child (widget_class, QdRestorePage, accounts);
  gtk_widget_class_install_action (widget_class, "restore.apply", NULL, apply_cb);
}

static void
qd_restore_page_init (QdRestorePage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "restore.apply", FALSE);
}

/* @backup: is read at once; emits “restored” once a person has restored it */
GtkWidget *
qd_restore_page_new (QdPortfolio    *portfolio,
                     QdBackups      *backups,
                     const QdBackup *backup)
{
  QdRestorePage   *self;
  g_autofree char *when = NULL;

  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), NULL);
  g_return_val_if_fail (QD_IS_BACKUPS (backups), NULL);
  g_return_val_if_fail (backup != NULL, NULL);

  self = g_object_new (QD_TYPE_RESTORE_PAGE, NULL);
  self->backups = g_object_ref (backups);
  when = qd_day_dup_moment (backup->instant);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), when);
  qd_restore_open_async (
      portfolio, qd_backups_get_database (backups), backup, self->cancellable, opened_cb, g_object_ref (self));

  return GTK_WIDGET (self);
}
