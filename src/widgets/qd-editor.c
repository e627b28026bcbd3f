/* qd-editor.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-editor"

#include "qd-editor.h"

/**
 * QdEditor:
 *
 * A widget that edits one field of a record in place. A template names the field
 * (`field: "next-step";`) and the page binds all of its editors to a record at
 * once with qd_editor_bind_all().
 */
G_DEFINE_INTERFACE (QdEditor, qd_editor, GTK_TYPE_WIDGET)

static void
qd_editor_default_init (QdEditorInterface *iface)
{
  /**
   * QdEditor:field:
   *
   * The name of the field; for money two, the amount's and the currency's.
   */
  g_object_interface_install_property (
      iface,
      g_param_spec_string ("field", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
}

/* Returns: (transfer none) */
QdField *
qd_editor_get_field (gpointer editor)
{
  g_return_val_if_fail (QD_IS_EDITOR (editor), NULL);

  return QD_EDITOR_GET_IFACE (editor)->get_field (editor);
}

/**
 * qd_editor_bind:
 * @store: (nullable): %NULL where @record is a draft
 * @record: (nullable): %NULL to let go of it
 *
 * What was typed into @editor before is committed first.
 */
void
qd_editor_bind (gpointer editor,
                QdStore *store,
                gpointer record)
{
  g_return_if_fail (QD_IS_EDITOR (editor));

  QD_EDITOR_GET_IFACE (editor)->flush (editor);
  qd_field_bind (qd_editor_get_field (editor), store, record);
}

static void
bind_tree (GtkWidget *widget,
           QdStore   *store,
           gpointer   record)
{
  /* An editor is made of widgets, but not of editors. */
  if (QD_IS_EDITOR (widget))
    {
      const char *name = qd_field_get_name (qd_editor_get_field (widget));

      if (name != NULL)
        qd_editor_bind (widget, store, record);

      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    bind_tree (child, store, record);
}

/**
 * qd_editor_bind_all:
 * @root: a widget
 *
 * Binds the editors in @root that have a field named.
 */
void
qd_editor_bind_all (gpointer root,
                    QdStore *store,
                    gpointer record)
{
  g_return_if_fail (GTK_IS_WIDGET (root));

  bind_tree (root, store, record);
}

/* Commits what is typed in @root and not yet committed. */
void
qd_editor_flush_all (gpointer root)
{
  g_return_if_fail (GTK_IS_WIDGET (root));

  if (QD_IS_EDITOR (root))
    {
      QD_EDITOR_GET_IFACE (root)->flush (root);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    qd_editor_flush_all (child);
}

static void
get_property (GObject    *object,
              guint       prop_id,
              GValue     *value,
              GParamSpec *pspec)
{
  if (prop_id == QD_EDITOR_PROP_FIELD)
    g_value_set_string (value, qd_field_get_name (qd_editor_get_field (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
set_property (GObject      *object,
              guint         prop_id,
              const GValue *value,
              GParamSpec   *pspec)
{
  if (prop_id == QD_EDITOR_PROP_FIELD)
    qd_field_set_name (qd_editor_get_field (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

/* From the class_init of a class that has no other property of its own. */
void
qd_editor_install_field (GObjectClass *klass)
{
  klass->get_property = get_property;
  klass->set_property = set_property;
  g_object_class_override_property (klass, QD_EDITOR_PROP_FIELD, "field");
}
