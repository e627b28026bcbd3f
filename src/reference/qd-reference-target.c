/* qd-reference-target.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-reference-target"

#include "qd-reference-target.h"

#include <glib/gi18n.h>
#include <string.h>

#include "qd-account-rules.h"
#include "qd-config.h"
#include "qd-plan.h"
#include "qd-search-key.h"
#include "qd-shell.h"
#include "qd-task.h"
#include "qd-template-plan.h"

G_DEFINE_FINAL_TYPE (QdReferenceTarget, qd_reference_target, G_TYPE_OBJECT)

static void
qd_reference_target_finalize (GObject *object)
{
  QdReferenceTarget *self = QD_REFERENCE_TARGET (object);

  g_clear_object (&self->record);
  g_free (self->template);
  g_free (self->title);
  g_free (self->detail);

  G_OBJECT_CLASS (qd_reference_target_parent_class)->finalize (object);
}

static void
qd_reference_target_class_init (QdReferenceTargetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qd_reference_target_finalize;
}

static void
qd_reference_target_init (QdReferenceTarget *self)
{
}

/* What the account is called on the screen */
static char *
dup_account_name (QdAccount *account)
{
  g_autoptr(GSettings) settings = g_settings_new (QD_APPLICATION_ID);

  return account != NULL ? qd_account_dup_title (account, g_settings_get_boolean (settings, "show-codenames"))
                         : g_strdup ("");
}

static QdReferenceTarget *
new_from_record (QdPortfolio *portfolio,
                 gpointer     record)
{
  QdReferenceTarget *self = g_object_new (QD_TYPE_REFERENCE_TARGET, NULL);
  QdTask            *task = QD_IS_TASK (record) ? record : NULL;
  QdPlan            *plan = task != NULL ? qd_portfolio_lookup (portfolio, QD_TYPE_PLAN, task->plan) : NULL;
  QdAccount         *account = QD_IS_ACCOUNT (record) ? record : NULL;
  g_autofree char   *name = NULL;

  if (QD_IS_PLAN (record))
    plan = record;

  if (plan != NULL)
    account = qd_portfolio_lookup (portfolio, QD_TYPE_ACCOUNT, plan->account);

  name = dup_account_name (account);
  self->record = g_object_ref (record);

  if (task != NULL)
    {
      self->title = g_strdup (task->title);
      self->detail = g_strdup_printf ("%s · %s · %s", _ ("Task"), plan != NULL ? plan->name : "", name);
      self->icon = "object-select-symbolic";
    }
  else if (plan != NULL)
    {
      self->title = g_strdup (plan->name);
      self->detail = g_strdup_printf ("%s · %s", _ ("Plan"), name);
      self->icon = "quarterdeck-board-symbolic";
    }
  else
    {
      self->title = g_strdup (name);
      self->detail = g_strdup (_ ("Account"));
      self->icon = "system-users-symbolic";
    }

  return self;
}

/* @name: (nullable): of one that is there no more */
static QdReferenceTarget *
new_from_template (const char *key,
                   const char *name)
{
  QdReferenceTarget *self = g_object_new (QD_TYPE_REFERENCE_TARGET, NULL);

  self->template = g_strdup (key);
  self->title = g_strdup (name != NULL ? name : key);
  self->detail = g_strdup (name != NULL ? _ ("Template") : _ ("Template, deleted"));
  self->icon = "text-x-generic-symbolic";

  return self;
}

/* Returns: (transfer full) (element-type QdTemplatePlan): one's own, and what ships */
static GPtrArray *
load_templates (QdPortfolio *portfolio)
{
  g_autoptr(GError) error = NULL;
  GPtrArray  *templates = qd_templates_load_shipped (&error);
  GListModel *own = G_LIST_MODEL (qd_portfolio_get_list (portfolio, QD_TYPE_TEMPLATE));

  if (templates == NULL)
    {
      g_warning ("%s", error->message);
      templates = g_ptr_array_new_with_free_func (g_object_unref);
    }

  for (guint i = 0; i < g_list_model_get_n_items (own); i++)
    {
      g_autoptr(QdTemplate) record = g_list_model_get_item (own, i);
      QdTemplatePlan *template = qd_template_plan_new_from_record (record, NULL);

      if (template != NULL)
        g_ptr_array_add (templates, template);
    }

  return templates;
}

/* Returns: (transfer full) */
QdReferenceTarget *
qd_reference_target_new_from_link (QdPortfolio     *portfolio,
                                   QdReferenceLink *link)
{
  g_autoptr(GPtrArray) templates = NULL;
  gpointer    record;
  const char *name = NULL;

  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), NULL);
  g_return_val_if_fail (QD_IS_REFERENCE_LINK (link), NULL);

  if ((record = qd_portfolio_lookup (portfolio, QD_TYPE_TASK, link->task)) != NULL ||
      (record = qd_portfolio_lookup (portfolio, QD_TYPE_PLAN, link->plan)) != NULL ||
      (record = qd_portfolio_lookup (portfolio, QD_TYPE_ACCOUNT, link->account)) != NULL)
    return new_from_record (portfolio, record);

  templates = load_templates (portfolio);

  for (guint i = 0; i < templates->len; i++)
    {
      QdTemplatePlan *template = g_ptr_array_index (templates, i);

      if (g_strcmp0 (template->key, link->template) == 0)
        name = template->name;
    }

  return new_from_template (link->template != NULL ? link->template : "", name);
}

/* Returns: (transfer full) (nullable): %NULL for what nothing is linked to */
QdReferenceTarget *
qd_reference_target_new_from_hit (QdPortfolio       *portfolio,
                                  const QdSearchHit *hit)
{
  GType    type = hit->kind == QD_SEARCH_ACCOUNT ? QD_TYPE_ACCOUNT
                  : hit->kind == QD_SEARCH_PLAN  ? QD_TYPE_PLAN
                  : hit->kind == QD_SEARCH_TASK  ? QD_TYPE_TASK
                                                 : G_TYPE_INVALID;
  gpointer record = type != G_TYPE_INVALID ? qd_portfolio_lookup (portfolio, type, hit->id) : NULL;

  return record != NULL ? new_from_record (portfolio, record) : NULL;
}

/* Returns: (transfer full) (element-type QdReferenceTarget): the templates with all words of
 *   @text in their name */
GPtrArray *
qd_reference_target_list_templates (QdPortfolio *portfolio,
                                    const char  *text)
{
  GPtrArray *found;
  g_autoptr(GPtrArray) templates = NULL;
  g_auto(GStrv) words = NULL;

  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  found = g_ptr_array_new_with_free_func (g_object_unref);
  templates = load_templates (portfolio);
  words = qd_search_split (text);

  for (guint i = 0; i < templates->len; i++)
    {
      QdTemplatePlan *template = g_ptr_array_index (templates, i);
      g_autofree char *name = qd_search_fold (template->name);
      gboolean         all = TRUE;

      for (guint j = 0; words[j] != NULL; j++)
        all = all && strstr (name, words[j]) != NULL;

      if (all && template->key != NULL)
        g_ptr_array_add (found, new_from_template (template->key, template->name));
    }

  return found;
}

/* Goes there. */
void
qd_reference_target_open (QdReferenceTarget *self,
                          GtkWidget         *window)
{
  g_return_if_fail (QD_IS_REFERENCE_TARGET (self));

  if (self->record == NULL)
    gtk_widget_activate_action (window, "win.open-template", "s", self->template);
  else if (QD_IS_ACCOUNT (self->record))
    qd_shell_open_account (window, qd_record_get_id (self->record));
  else if (QD_IS_PLAN (self->record))
    qd_shell_open_plan (window, qd_record_get_id (self->record));
  else
    gtk_widget_activate_action (window, "win.open-task", "x", qd_record_get_id (self->record));
}
