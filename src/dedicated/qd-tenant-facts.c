/* qd-tenant-facts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-tenant-facts"

#include "qd-tenant-facts.h"

#include <glib/gi18n.h>

#include "qd-account.h"
#include "qd-field-row.h"
#include "qd-locked-row.h"
#include "qd-seal.h"
#include "qd-tenant-words.h"
#include "qd-text-row.h"
#include "qd-upgrade-checklist.h"
#include "qd-window-row.h"

/**
 * QdTenantFacts:
 *
 * All fields of a tenant, edited where they stand. What is locked since its instance was created stands
 * there to be read, and is edited once a person has said that the record is wrong.
 */
struct _QdTenantFacts
{
  AdwBin      parent_instance;

  QdFactBook *book;
  QdTenant   *tenant;
  QdAccount  *account; /* (nullable) */
  GPtrArray  *locked;  /* of QdLockedRow, owned by their groups */
  GPtrArray  *sealed;  /* of the groups that say who the customer is */
  GtkWidget  *show_names;

  GtkBox     *left;
  GtkBox     *right;
};

G_DEFINE_FINAL_TYPE (QdTenantFacts, qd_tenant_facts, ADW_TYPE_BIN)

#define MAX_FIELDS 8

static const struct
{
  const char *title;
  gboolean    right;
  gboolean    sealed;             /* says who the customer is, or leads to it */
  const char *fields[MAX_FIELDS]; /* properties of QdTenant */
} groups[] = {
  { N_ ("Identity"), FALSE, FALSE, { "codename-source" } },
  { N_ ("Real Names"), FALSE, TRUE, { "name", "url", "identifier" } },
  { N_ ("State"), FALSE, FALSE, { "status", "version", "version-day", "maintenance-window", "created-on" } },
  { N_ ("Regions"), FALSE, FALSE, { "primary-region", "primary-zones", "secondary-region", "secondary-zones", "backup-region" } },
  { N_ ("Size"),
    TRUE,
    FALSE,
    { "reference-architecture", "users", "storage", "repository-storage", "hosted-runners", "preproduction", "geo" } },
  { N_ ("Encryption"), TRUE, FALSE, { "byok" } },
  { N_ ("Keys and Accounts"), TRUE, TRUE, { "kms-keys", "aws-accounts" } },
  { N_ ("Contract"), TRUE, FALSE, { "edition", "government", "support-organisation" } },
  { N_ ("Notes"), TRUE, FALSE, { "notes" } },
};

static char *
dup_window (QdTenantFacts *self)
{
  const QdWindowFact *window = qd_tenant_find_window (self->book, self->tenant);

  return window != NULL ? qd_window_dup_weekly (window) : g_strdup (self->tenant->maintenance_window);
}

static void
update_locked (QdTenantFacts *self)
{
  for (guint i = 0; i < self->locked->len; i++)
    {
      QdLockedRow     *row = g_ptr_array_index (self->locked, i);
      const char      *property = qd_locked_row_get_property (row);
      g_autofree char *value = g_str_equal (property, "maintenance-window") ? dup_window (self)
                                                                            : qd_record_dup_display (self->tenant, property);

      qd_locked_row_show (row, qd_tenant_get_field_lock (self->book, self->tenant, property), value);
    }
}

static GtkWidget *
create_editor (QdTenantFacts *self,
               const char    *field)
{
  if (g_str_equal (field, "maintenance-window"))
    return qd_window_row_new (self->book, field);

  return qd_field_row_new (QD_TYPE_TENANT, field);
}

/* The codename is the account’s; beside it stands who gave it. */
static void
add_codename (QdTenantFacts       *self,
              AdwPreferencesGroup *group)
{
  GtkWidget *row;

  if (self->account == NULL)
    return;

  row = qd_text_row_new ("codename");
  adw_preferences_group_add (group, row);
  qd_editor_bind (row, qd_portfolio_get_store (qd_fact_book_get_portfolio (self->book)), self->account);
}

static void
add_field (QdTenantFacts       *self,
           AdwPreferencesGroup *group,
           const char          *field)
{
  GtkWidget   *editor = create_editor (self, field);
  QdStore     *store = qd_portfolio_get_store (qd_fact_book_get_portfolio (self->book));
  QdLockedRow *locked;

  if (g_str_equal (field, "codename-source"))
    add_codename (self, group);

  qd_editor_bind_all (editor, store, self->tenant);

  /* Only what some fact says something of can be locked. */
  if (qd_fact_book_lookup (self->book, QD_FACT_TOPIC_FIELD, field) != NULL)
    {
      locked = qd_locked_row_new (QD_TYPE_TENANT, field, editor);
      adw_preferences_group_add (group, GTK_WIDGET (locked));
      g_ptr_array_add (self->locked, locked);
    }

  adw_preferences_group_add (group, editor);
}

/* A name that nobody seals stands open. */
static void
show_names_cb (QdTenantFacts *self)
{
  gboolean sealed = self->account != NULL && (qd_account_get_seal (self->account) & QD_SEAL_PART_NAME) != 0;
  gboolean open = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->show_names));

  gtk_widget_set_visible (self->show_names, sealed);

  for (guint i = 0; i < self->sealed->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->sealed, i), open || !sealed);
}

static GtkWidget *
create_show_names (QdTenantFacts *self)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "view-reveal-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ ("_Real Names"));
  adw_button_content_set_use_underline (ADW_BUTTON_CONTENT (content), TRUE);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "toggled", G_CALLBACK (show_names_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static void
fill (QdTenantFacts *self)
{
  self->show_names = create_show_names (self);

  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      GtkWidget *group = adw_preferences_group_new ();

      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ (groups[i].title));

      for (guint n = 0; n < MAX_FIELDS && groups[i].fields[n] != NULL; n++)
        add_field (self, ADW_PREFERENCES_GROUP (group), groups[i].fields[n]);

      if (groups[i].sealed)
        g_ptr_array_add (self->sealed, group);
      else if (i == 0)
        adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), self->show_names);

      gtk_box_append (groups[i].right ? self->right : self->left, group);
    }
}

/* What was opened, to be read or corrected, is closed again when the page is left. */
static void
qd_tenant_facts_unmap (GtkWidget *widget)
{
  QdTenantFacts *self = QD_TENANT_FACTS (widget);

  for (guint i = 0; i < self->locked->len; i++)
    qd_locked_row_close (g_ptr_array_index (self->locked, i));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->show_names), FALSE);
  GTK_WIDGET_CLASS (qd_tenant_facts_parent_class)->unmap (widget);
}

static void
qd_tenant_facts_dispose (GObject *object)
{
  QdTenantFacts *self = QD_TENANT_FACTS (object);

  g_ptr_array_set_size (self->locked, 0);
  g_ptr_array_set_size (self->sealed, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_TENANT_FACTS);
  g_clear_object (&self->account);
  g_clear_object (&self->tenant);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (qd_tenant_facts_parent_class)->dispose (object);
}

static void
qd_tenant_facts_finalize (GObject *object)
{
  g_ptr_array_unref (QD_TENANT_FACTS (object)->locked);
  g_ptr_array_unref (QD_TENANT_FACTS (object)->sealed);

  G_OBJECT_CLASS (qd_tenant_facts_parent_class)->finalize (object);
}

static void
qd_tenant_facts_class_init (QdTenantFactsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_tenant_facts_dispose;
  G_OBJECT_CLASS (klass)->finalize = qd_tenant_facts_finalize;
  widget_class->unmap = qd_tenant_facts_unmap;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-tenant-facts.ui");
  gtk_widget_class_bind_template_child (widget_class, QdTenantFacts, left);
  gtk_widget_class_bind_template_child (widget_class, QdTenantFacts, right);
}

static void
qd_tenant_facts_init (QdTenantFacts *self)
{
  self->locked = g_ptr_array_new ();
  self->sealed = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* To be called once. */
void
qd_tenant_facts_bind (QdTenantFacts *self,
                      QdFactBook    *book,
                      QdTenant      *tenant)
{
  QdAccount *account;

  g_return_if_fail (QD_IS_TENANT_FACTS (self));
  g_return_if_fail (self->book == NULL);

  self->book = g_object_ref (book);
  self->tenant = g_object_ref (tenant);
  account = qd_portfolio_lookup (qd_fact_book_get_portfolio (book), QD_TYPE_ACCOUNT, tenant->account);
  self->account = account != NULL ? g_object_ref (account) : NULL;

  if (account != NULL)
    g_signal_connect_object (account, "notify", G_CALLBACK (show_names_cb), self, G_CONNECT_SWAPPED);

  fill (self);
  update_locked (self);
  show_names_cb (self);
  g_signal_connect_object (tenant, "notify", G_CALLBACK (update_locked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (book, "changed", G_CALLBACK (update_locked), self, G_CONNECT_SWAPPED);
}
