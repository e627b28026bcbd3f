/* qd-new-plan-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-new-plan-dialog"

#include "qd-new-plan-dialog.h"

#include <glib/gi18n.h>

#include "qd-account-rules.h"
#include "qd-config.h"
#include "qd-day-row.h"
#include "qd-day-words.h"
#include "qd-plan-features.h"
#include "qd-shell.h"
#include "qd-template-gallery.h"
#include "qd-text-row.h"

/**
 * QdNewPlanDialog:
 *
 * Makes a plan from a template: which one, whose, what it is called and when. It
 * shows what will be there, day by day, and makes it in one step.
 */
struct _QdNewPlanDialog
{
  AdwDialog               parent_instance;

  GtkWidget              *parent; /* (not owned): told what was made; outlives the dialog in its window */
  QdPortfolio            *portfolio;
  QdFactBook             *book;
  gboolean                show_codenames;
  QdPlan                 *draft; /* its name and days, as typed so far */
  GListStore             *accounts;
  char                   *suggested; /* the name that came with the template */
  char                   *problem;

  AdwNavigationSplitView *split_view;
  AdwNavigationPage      *content_page;
  QdTemplateGallery      *gallery;
  GtkWidget              *create_button;
  GtkWidget              *problem_line;
  GtkLabel               *problem_label;
  AdwComboRow            *account_row;
  QdTextRow              *name_row;
  QdDayRow               *start_row;
  QdDayRow               *target_row;
  GtkLabel               *span;
  GtkLabel               *summary;
  AdwBin                 *preview;
};

G_DEFINE_FINAL_TYPE (QdNewPlanDialog, qd_new_plan_dialog, ADW_TYPE_DIALOG)

static void
set_problem (QdNewPlanDialog *self,
             const char      *problem)
{
  g_set_str (&self->problem, problem);
  gtk_widget_set_visible (self->problem_line, problem != NULL);

  if (problem == NULL)
    return;

  gtk_label_set_text (self->problem_label, problem);
  gtk_accessible_announce (
      GTK_ACCESSIBLE (self), problem, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static gboolean
counts_back (QdTemplatePlan *template)
{
  return template != NULL && template->anchor == QD_TEMPLATE_ANCHOR_TARGET;
}

static int
get_day (QdNewPlanDialog *self,
         QdTemplatePlan *template)
{
  return counts_back (template) ? self->draft->target : self->draft->start;
}

/* “From Mon 2 Nov to Sat 30 Jan, 90 days.” */
static void
show_span (QdNewPlanDialog *self,
           QdTemplatePlan *template)
{
  int              day = get_day (self, template);
  int              today = qd_day_today ();
  int              start;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->span), day != QD_DAY_NONE);

  if (day == QD_DAY_NONE)
    return;

  start = counts_back (template) ? day - template->days : day;
  first = qd_day_dup_short (start, today);
  last = qd_day_dup_short (start + template->days, today);
  /* Translators: of a plan: “From Mon 2 Nov to 30 Jan 2027, 90 days.” */
  text = g_strdup_printf (ngettext ("From %1$s to %2$s, %3$d day.", "From %1$s to %2$s, %3$d days.", template->days),
                          first,
                          last,
                          template->days);
  gtk_label_set_text (self->span, text);
}

/* Returns: (nullable): whose plan it is to be, once that is chosen */
static QdAccount *
get_account (QdNewPlanDialog *self)
{
  gpointer item = adw_combo_row_get_selected_item (self->account_row);

  return QD_IS_ACCOUNT (item) ? item : NULL;
}

static gboolean
is_for_dedicated (QdNewPlanDialog *self)
{
  QdAccount *account = get_account (self);

  return account != NULL && qd_account_is_dedicated (account);
}

static void
show_template (QdNewPlanDialog *self)
{
  QdTemplatePlan *template = qd_template_gallery_get_selected (self->gallery);

  gtk_widget_set_sensitive (self->create_button, template != NULL);

  if (template == NULL)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->start_row), !counts_back (template));
  gtk_widget_set_visible (GTK_WIDGET (self->target_row), counts_back (template));
  gtk_label_set_text (self->summary, template->summary != NULL ? template->summary : "");
  gtk_widget_set_visible (GTK_WIDGET (self->summary), template->summary != NULL && *template->summary != '\0');
  adw_navigation_page_set_title (self->content_page, template->name);
  show_span (self, template);
  adw_bin_set_child (self->preview,
                     qd_template_preview_new (is_for_dedicated (self) ? self->book : NULL, template, get_day (self, template)));
}

static void
selected_cb (QdNewPlanDialog *self)
{
  QdTemplatePlan *template;

  if (self->draft == NULL)
    return;

  template = qd_template_gallery_get_selected (self->gallery);

  /* The name follows the template until a person gives another. */
  qd_editor_flush_all (self->name_row);

  if (template != NULL &&
      (self->draft->name == NULL || *self->draft->name == '\0' || g_strcmp0 (self->draft->name, self->suggested) == 0))
    {
      g_object_set (self->draft, "name", template->name, NULL);
      g_set_str (&self->suggested, template->name);
    }

  set_problem (self, NULL);
  show_template (self);
}

/* On a narrow window the template is chosen first, then the rest. */
static void
activated_cb (QdNewPlanDialog *self)
{
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);

  if (!adw_navigation_split_view_get_collapsed (self->split_view))
    gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
}

static void
account_changed_cb (QdNewPlanDialog *self)
{
  set_problem (self, NULL);

  if (get_account (self) != NULL)
    show_template (self);
}

static void
day_changed_cb (QdNewPlanDialog *self)
{
  set_problem (self, NULL);
  show_template (self);
}

/* What keeps the plan from being made, or %NULL; the widget to mend it in goes to @where */
static const char *
find_problem (QdNewPlanDialog *self,
              GtkWidget      **where)
{
  QdTemplatePlan *template = qd_template_gallery_get_selected (self->gallery);
  gpointer    row = counts_back (template) ? (gpointer)self->target_row : (gpointer)self->start_row;
  const char *problem;

  *where = GTK_WIDGET (self->account_row);

  if (get_account (self) == NULL)
    return _ ("Choose the account the plan is for");

  *where = GTK_WIDGET (self->name_row);

  if ((problem = qd_field_get_problem (qd_editor_get_field (self->name_row))) != NULL)
    return problem;

  if (self->draft->name == NULL || *self->draft->name == '\0')
    return _ ("Give the plan a name");

  *where = row;

  if ((problem = qd_field_get_problem (qd_editor_get_field (row))) != NULL)
    return problem;

  if (get_day (self, template) == QD_DAY_NONE)
    return counts_back (template) ? _ ("Choose the target day") : _ ("Choose the start day");

  return NULL;
}

typedef struct
{
  QdNewPlanDialog *dialog; /* owned */
  GtkWidget       *parent; /* owned */
  gint64           plan;
} Creation;

static void
created_cb (GObject      *store,
            GAsyncResult *result,
            gpointer      user_data)
{
  Creation *creation = user_data;
  g_autoptr(GError) error = NULL;

  if (qd_store_edit_finish (QD_STORE (store), result, &error))
    {
      adw_dialog_close (ADW_DIALOG (creation->dialog));
      qd_shell_open_plan (creation->parent, creation->plan);
      qd_shell_tell_undoable (creation->parent, _ ("Plan created"));
    }
  else
    {
      gtk_widget_set_sensitive (creation->dialog->create_button, TRUE);
      set_problem (creation->dialog, error->message);
    }

  g_object_unref (creation->dialog);
  g_object_unref (creation->parent);
  g_free (creation);
}

/**
 * qd_new_plan_dialog_create:
 *
 * Makes the plan, and goes to it.
 *
 * Returns: %FALSE where something is missing; the dialog then says what
 */
gboolean
qd_new_plan_dialog_create (QdNewPlanDialog *self)
{
  QdTemplatePlan *template;
  const char *problem;
  GtkWidget  *where;
  Creation   *creation;
  QdAccount  *account;

  g_return_val_if_fail (QD_IS_NEW_PLAN_DIALOG (self), FALSE);

  qd_editor_flush_all (self);

  if ((template = qd_template_gallery_get_selected (self->gallery)) == NULL)
    return FALSE;

  if ((problem = find_problem (self, &where)) != NULL)
    {
      g_autofree char *sentence = g_strdup (problem);

      adw_navigation_split_view_set_show_content (self->split_view, TRUE);
      set_problem (self, sentence);
      gtk_widget_grab_focus (where);
      return FALSE;
    }

  gtk_widget_set_sensitive (self->create_button, FALSE);
  account = get_account (self);
  creation = g_new0 (Creation, 1);
  creation->dialog = g_object_ref (self);
  creation->parent = g_object_ref (self->parent);
  qd_plan_new_from_template_async (template,
                                   qd_portfolio_get_store (self->portfolio),
                                   qd_record_get_id (account),
                                   self->draft->name,
                                   get_day (self, template),
                                   &creation->plan,
                                   created_cb,
                                   creation);

  return TRUE;
}

static void
create_cb (QdNewPlanDialog *self)
{
  qd_new_plan_dialog_create (self);
}

static char *
dup_title (gpointer item,
           gpointer user_data)
{
  QdNewPlanDialog *self = user_data;

  if (!QD_IS_ACCOUNT (item))
    return g_strdup (_ ("Choose…"));

  return qd_account_dup_title (item, self->show_codenames);
}

static int
compare_titles (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  g_autofree char *title_a = dup_title ((gpointer)a, user_data);
  g_autofree char *title_b = dup_title ((gpointer)b, user_data);

  return g_utf8_collate (title_a, title_b);
}

static void
add_accounts (QdNewPlanDialog *self,
              gint64           selected)
{
  GListModel *accounts = G_LIST_MODEL (qd_portfolio_get_list (self->portfolio, QD_TYPE_ACCOUNT));
  g_autoptr(GtkExpression) title = NULL;
  guint position = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr(QdAccount) account = g_list_model_get_item (accounts, i);

      if (!account->archived || qd_record_get_id (account) == selected)
        g_list_store_append (self->accounts, account);
    }

  g_list_store_sort (self->accounts, compare_titles, self);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->accounts)); i++)
    {
      g_autoptr(QdAccount) account = g_list_model_get_item (G_LIST_MODEL (self->accounts), i);

      if (qd_record_get_id (account) == selected)
        position = i;
    }

  /* The row always has one selected; no customer is to be taken by mistake. With
   * one account there is nothing to choose. */
  if (position == GTK_INVALID_LIST_POSITION && g_list_model_get_n_items (G_LIST_MODEL (self->accounts)) != 1)
    {
      g_autoptr(GtkStringObject) choose = gtk_string_object_new ("");

      g_list_store_insert (self->accounts, 0, choose);
      position = 0;
    }

  title = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (dup_title), self, NULL);
  adw_combo_row_set_expression (self->account_row, title);
  adw_combo_row_set_search_match_mode (self->account_row, GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  adw_combo_row_set_model (self->account_row, G_LIST_MODEL (self->accounts));
  adw_combo_row_set_selected (self->account_row, position != GTK_INVALID_LIST_POSITION ? position : 0);
}

static void
qd_new_plan_dialog_dispose (GObject *object)
{
  QdNewPlanDialog *self = QD_NEW_PLAN_DIALOG (object);

  /* Without a draft nothing that goes is taken for a choice. */
  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_func (self->draft, day_changed_cb, self);

  g_clear_object (&self->draft);

  if (self->account_row != NULL)
    {
      adw_combo_row_set_model (self->account_row, NULL);
      adw_combo_row_set_expression (self->account_row, NULL);
    }

  /* A dialog that was shown does not let go of it by itself (libadwaita 1.7). */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_NEW_PLAN_DIALOG);
  self->account_row = NULL;
  g_clear_weak_pointer (&self->parent);
  g_clear_object (&self->accounts);
  g_clear_object (&self->book);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_new_plan_dialog_parent_class)->dispose (object);
}

static void
qd_new_plan_dialog_finalize (GObject *object)
{
  QdNewPlanDialog *self = QD_NEW_PLAN_DIALOG (object);

  g_free (self->suggested);
  g_free (self->problem);

  G_OBJECT_CLASS (qd_new_plan_dialog_parent_class)->finalize (object);
}

static void
qd_new_plan_dialog_class_init (QdNewPlanDialogClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_new_plan_dialog_dispose;
  object_class->finalize = qd_new_plan_dialog_finalize;

  g_type_ensure (QD_TYPE_TEMPLATE_GALLERY);
  g_type_ensure (QD_TYPE_TEXT_ROW);
  g_type_ensure (QD_TYPE_DAY_ROW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-new-plan-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QdNewPlanDialog, split_view);
  gtk_widget_class_bind_template_child (widget_class, QdNewPlanDialog, content_page);
  gtk_widget_class_bind_template_child (widget_class, QdNewPlanDialog, gallery);
  gtk_widget_class_bind_template_child (widget_class, QdNewPlanDialog, create_button);
  gtk_widget_class_bind_template_child (widget_class, QdNewPlanDialog, problem_line);
  gtk_widget_class_bind_template_child (widget_class, QdNewPlanDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, QdNewPlanDialog, account_row);
  gtk_widget_class_bind_template_child (widget_class, QdNewPlanDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, QdNewPlanDialog, start_row);
  gtk_widget_class_bind_template_child (widget_class, QdNewPlanDialog, target_row);
  gtk_widget_class_bind_template_child (widget_class, QdNewPlanDialog, span);
  gtk_widget_class_bind_template_child (widget_class, QdNewPlanDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, QdNewPlanDialog, preview);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, account_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
}

static void
qd_new_plan_dialog_init (QdNewPlanDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->accounts = g_list_store_new (G_TYPE_OBJECT);
}

/* The week that begins next, as most plans do. */
static int
find_next_monday (int today)
{
  return today + (8 - qd_day_get_weekday (today)) % 7;
}

/**
 * qd_new_plan_dialog_new:
 * @parent: in the window that is to go to the plan
 * @account: an id, or 0 to have it chosen
 */
QdNewPlanDialog *
qd_new_plan_dialog_new (GtkWidget   *parent,
                        QdPortfolio *portfolio,
                        gint64       account)
{
  QdNewPlanDialog *self;
  g_autoptr(GSettings) settings = NULL;
  int today = qd_day_today ();

  g_return_val_if_fail (GTK_IS_WIDGET (parent), NULL);
  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), NULL);

  self = g_object_new (QD_TYPE_NEW_PLAN_DIALOG, NULL);
  settings = g_settings_new (QD_APPLICATION_ID);
  self->show_codenames = g_settings_get_boolean (settings, "show-codenames");
  g_set_weak_pointer (&self->parent, parent);
  self->portfolio = g_object_ref (portfolio);
  self->book = qd_fact_book_get (portfolio);
  self->draft = qd_record_new_draft (QD_TYPE_PLAN);
  g_object_set (self->draft, "start", find_next_monday (today), NULL);
  qd_editor_bind_all (self->name_row, NULL, self->draft);
  qd_editor_bind_all (self->start_row, NULL, self->draft);
  qd_editor_bind_all (self->target_row, NULL, self->draft);
  g_signal_connect_object (
      self->draft, "notify::start", G_CALLBACK (day_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->draft, "notify::target", G_CALLBACK (day_changed_cb), self, G_CONNECT_SWAPPED);
  add_accounts (self, account);
  qd_template_gallery_set_with_blank (self->gallery, TRUE);
  qd_template_gallery_set_portfolio (self->gallery, portfolio);
  selected_cb (self);

  return self;
}

/* @account: an id, or 0 to have it chosen */
void
qd_new_plan_dialog_present (GtkWidget   *parent,
                            QdPortfolio *portfolio,
                            gint64       account)
{
  adw_dialog_present (ADW_DIALOG (qd_new_plan_dialog_new (parent, portfolio, account)), parent);
}

/* @key: of a template */
void
qd_new_plan_dialog_select_template (QdNewPlanDialog *self,
                                    const char      *key)
{
  g_return_if_fail (QD_IS_NEW_PLAN_DIALOG (self));

  qd_template_gallery_select (self->gallery, key);
}

/* Returns: (nullable): what keeps the plan from being made, as it is shown */
const char *
qd_new_plan_dialog_get_problem (QdNewPlanDialog *self)
{
  g_return_val_if_fail (QD_IS_NEW_PLAN_DIALOG (self), NULL);

  return self->problem;
}

/* Returns: (transfer none): the name and the days as they are typed so far */
QdPlan *
qd_new_plan_dialog_get_draft (QdNewPlanDialog *self)
{
  g_return_val_if_fail (QD_IS_NEW_PLAN_DIALOG (self), NULL);

  return self->draft;
}
