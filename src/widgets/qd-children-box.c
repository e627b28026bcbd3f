/* qd-children-box.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-children-box"

#include "qd-children-box.h"

/**
 * QdChildrenBox:
 *
 * The few records that are part of another, each a row of a boxed list. A row
 * stays the same widget while its record changes or moves, so that the focus
 * stays with a person who works through the list. Without a record, the
 * `placeholder` is shown.
 */
struct _QdChildrenBox
{
  AdwBin                    parent_instance;

  QdPortfolio              *portfolio;
  GType                     type;
  gint64                    parent;
  const QdChildrenBoxFuncs *funcs;
  gpointer                  owner; /* not owned: the box is a part of it */
  GtkListBox               *list;
  GHashTable               *rows; /* QdRecord -> GtkListBoxRow, the record owned */
  char                     *placeholder;
  GtkWidget                *empty;
};

G_DEFINE_FINAL_TYPE (QdChildrenBox, qd_children_box, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_PLACEHOLDER,
  PROP_N_ROWS,
  N_PROPS
};

enum
{
  ROW_ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

static int
compare_rows (GtkListBoxRow *row,
              GtkListBoxRow *other,
              gpointer       user_data)
{
  QdChildrenBox *self = user_data;
  gpointer       record = qd_children_box_get_record (row);
  gpointer       other_record = qd_children_box_get_record (other);
  int            order = 0;

  if (record == NULL || other_record == NULL)
    return 0;

  if (self->funcs->compare != NULL)
    order = self->funcs->compare (record, other_record);

  /* Always the same order of what is equal */
  if (order == 0)
    order = qd_record_get_id (record) < qd_record_get_id (other_record) ? -1 : 1;

  return order;
}

/* Where the focus goes when the row that has it is about to go. */
static GtkWidget *
find_neighbour (GtkListBox    *list,
                GtkListBoxRow *row)
{
  int            index = gtk_list_box_row_get_index (row);
  GtkListBoxRow *other = gtk_list_box_get_row_at_index (list, index + 1);

  if (other == NULL && index > 0)
    other = gtk_list_box_get_row_at_index (list, index - 1);

  return GTK_WIDGET (other);
}

static void
remove_row (QdChildrenBox *self,
            GtkListBoxRow *row)
{
  GtkWidget *neighbour = find_neighbour (self->list, row);

  if (gtk_widget_get_focus_child (GTK_WIDGET (self->list)) == GTK_WIDGET (row) && neighbour != NULL)
    gtk_widget_grab_focus (neighbour);

  gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
update_empty (QdChildrenBox *self)
{
  gboolean empty = g_hash_table_size (self->rows) == 0;

  if (empty && self->empty == NULL && self->placeholder != NULL)
    {
      GtkWidget *label = gtk_label_new (self->placeholder);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
      gtk_widget_set_margin_top (label, 18);
      gtk_widget_set_margin_bottom (label, 18);
      gtk_widget_set_margin_start (label, 12);
      gtk_widget_set_margin_end (label, 12);
      gtk_widget_add_css_class (label, "dim-label");
      self->empty = gtk_list_box_row_new ();
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->empty), label);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->empty), FALSE);
      gtk_widget_set_focusable (self->empty, FALSE);
      gtk_list_box_append (self->list, self->empty);
    }
  else if (!empty && self->empty != NULL)
    {
      gtk_list_box_remove (self->list, self->empty);
      self->empty = NULL;
    }

  gtk_widget_set_visible (GTK_WIDGET (self->list), !empty || self->empty != NULL);
}

/* Makes the rows those of the records, and says anew what they hold. */
void
qd_children_box_refresh (QdChildrenBox *self)
{
  g_autoptr(GHashTable) gone = NULL;
  GPtrArray     *records;
  GHashTableIter iter;
  gpointer       row;
  guint          n_before;

  g_return_if_fail (QD_IS_CHILDREN_BOX (self));

  if (self->portfolio == NULL)
    return;

  n_before = g_hash_table_size (self->rows);
  gone = self->rows;
  self->rows = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  records = qd_portfolio_peek_children (self->portfolio, self->type, self->parent);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      gpointer record = g_ptr_array_index (records, i);

      if (self->funcs->filter != NULL && !self->funcs->filter (record, self->owner))
        continue;

      if ((row = g_hash_table_lookup (gone, record)) == NULL)
        {
          row = self->funcs->create (record, self->owner);
          g_object_set_data_full (row, "qd-record", g_object_ref (record), g_object_unref);
          gtk_list_box_append (self->list, row);
        }

      g_hash_table_insert (self->rows, g_object_ref (record), row);
      g_hash_table_remove (gone, record);
      self->funcs->update (row, record, self->owner);
    }

  g_hash_table_iter_init (&iter, gone);

  while (g_hash_table_iter_next (&iter, NULL, &row))
    remove_row (self, row);

  gtk_list_box_invalidate_sort (self->list);
  update_empty (self);

  if (g_hash_table_size (self->rows) != n_before)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ROWS]);
}

static void
index_changed_cb (QdChildrenBox *self,
                  gint64         parent)
{
  if (parent == self->parent)
    qd_children_box_refresh (self);
}

static void
row_activated_cb (QdChildrenBox *self,
                  GtkListBoxRow *row)
{
  gpointer record = qd_children_box_get_record (row);

  if (record != NULL)
    g_signal_emit (self, signals[ROW_ACTIVATED], 0, record);
}

static void
qd_children_box_dispose (GObject *object)
{
  QdChildrenBox *self = QD_CHILDREN_BOX (object);

  g_clear_object (&self->portfolio);
  g_hash_table_remove_all (self->rows);

  G_OBJECT_CLASS (qd_children_box_parent_class)->dispose (object);
}

static void
qd_children_box_finalize (GObject *object)
{
  QdChildrenBox *self = QD_CHILDREN_BOX (object);

  g_hash_table_unref (self->rows);
  g_free (self->placeholder);

  G_OBJECT_CLASS (qd_children_box_parent_class)->finalize (object);
}

static void
qd_children_box_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  QdChildrenBox *self = QD_CHILDREN_BOX (object);

  switch (prop_id)
    {
    case PROP_PLACEHOLDER:
      g_value_set_string (value, self->placeholder);
      break;

    case PROP_N_ROWS:
      g_value_set_uint (value, g_hash_table_size (self->rows));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
qd_children_box_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_PLACEHOLDER:
      g_set_str (&QD_CHILDREN_BOX (object)->placeholder, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* The list is called what the group is called that it is in. */
static void
qd_children_box_root (GtkWidget *widget)
{
  QdChildrenBox *self = QD_CHILDREN_BOX (widget);
  GtkWidget     *group = gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_GROUP);

  GTK_WIDGET_CLASS (qd_children_box_parent_class)->root (widget);

  if (group != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (group)),
                                    -1);
}

static void
qd_children_box_class_init (QdChildrenBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = qd_children_box_dispose;
  object_class->finalize = qd_children_box_finalize;
  object_class->get_property = qd_children_box_get_property;
  object_class->set_property = qd_children_box_set_property;
  GTK_WIDGET_CLASS (klass)->root = qd_children_box_root;

  /* What is said where there is no record. */
  properties[PROP_PLACEHOLDER] =
      g_param_spec_string ("placeholder", NULL, NULL, NULL, (G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));

  properties[PROP_N_ROWS] = g_param_spec_uint (
      "n-rows", NULL, NULL, 0, G_MAXUINT, 0, (G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));

  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[ROW_ACTIVATED] = g_signal_new ("row-activated",
                                         G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST,
                                         0,
                                         NULL,
                                         NULL,
                                         NULL,
                                         G_TYPE_NONE,
                                         1,
                                         QD_TYPE_RECORD);
}

static void
qd_children_box_init (QdChildrenBox *self)
{
  self->rows = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_sort_func (self->list, compare_rows, self, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

/**
 * qd_children_box_bind:
 * @type: of the records
 * @parent: the id of what they are part of
 * @funcs: static
 * @owner: handed to the functions; outlives the box
 *
 * To be called once.
 */
void
qd_children_box_bind (QdChildrenBox            *self,
                      QdPortfolio              *portfolio,
                      GType                     type,
                      gint64                    parent,
                      const QdChildrenBoxFuncs *funcs,
                      gpointer                  owner)
{
  g_return_if_fail (QD_IS_CHILDREN_BOX (self));
  g_return_if_fail (self->portfolio == NULL);

  self->portfolio = g_object_ref (portfolio);
  self->type = type;
  self->parent = parent;
  self->funcs = funcs;
  self->owner = owner;
  g_signal_connect_object (qd_portfolio_get_index (portfolio, type),
                           "changed",
                           G_CALLBACK (index_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  qd_children_box_refresh (self);
}

guint
qd_children_box_get_n_rows (QdChildrenBox *self)
{
  g_return_val_if_fail (QD_IS_CHILDREN_BOX (self), 0);

  return g_hash_table_size (self->rows);
}

/* Returns: (transfer none) (nullable): what @row of such a box stands for */
gpointer
qd_children_box_get_record (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "qd-record");
}
