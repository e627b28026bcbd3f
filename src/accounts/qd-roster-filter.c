/* qd-roster-filter.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-roster-filter"

#include "qd-roster-filter.h"

#include <glib/gi18n.h>

/* The most values a facet has, having none included. */
#define MAX_VALUES 8
#define N_WINDOWS 6

/**
 * QdRosterFilter:
 *
 * What to choose accounts by: a button for each value, pressed where it is let
 * through. None pressed lets all through.
 */
struct _QdRosterFilter
{
  GtkPopover    parent_instance;

  QdRosterList *list;
  GtkWidget    *values[QD_ROSTER_N_FACETS][MAX_VALUES];
  GtkWidget    *windows[N_WINDOWS];
  GtkWidget    *archived;
  gboolean      following; /* the list's view, and not a person */
};

G_DEFINE_FINAL_TYPE (QdRosterFilter, qd_roster_filter, GTK_TYPE_POPOVER)

/**
 * QdRosterChips:
 *
 * Says what the filter lets through, and takes each part of it away again.
 */
struct _QdRosterChips
{
  AdwBin        parent_instance;

  QdRosterList *list;
  GtkWidget    *chips;
};

G_DEFINE_FINAL_TYPE (QdRosterChips, qd_roster_chips, ADW_TYPE_BIN)

static void
toggled_cb (QdRosterFilter *self)
{
  g_autoptr(QdRosterView) view = NULL;

  if (self->following)
    return;

  view = qd_roster_view_copy (qd_roster_list_get_view (self->list));

  for (int i = 0; i < QD_ROSTER_N_FACETS; i++)
    {
      view->facets[i] = 0;

      for (guint value = 0; value < qd_roster_facet_get_n_values (i); value++)
        {
          if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->values[i][value])))
            view->facets[i] |= 1u << value;
        }
    }

  for (int i = 0; i < N_WINDOWS; i++)
    {
      if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->windows[i])))
        view->renewal = i;
    }

  view->archived = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->archived));
  qd_roster_list_set_view (self->list, view);
}

static void
filter_view_changed_cb (QdRosterFilter *self)
{
  const QdRosterView *view = qd_roster_list_get_view (self->list);

  self->following = TRUE;

  for (int i = 0; i < QD_ROSTER_N_FACETS; i++)
    {
      for (guint value = 0; value < qd_roster_facet_get_n_values (i); value++)
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->values[i][value]),
                                      (view->facets[i] & (1u << value)) != 0);
    }

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->windows[view->renewal]), TRUE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->archived), view->archived);
  self->following = FALSE;
}

/* Returns: (transfer none): a group with a heading, in @box */
static AdwWrapBox *
append_group (GtkBox     *box,
              const char *title)
{
  GtkWidget *heading = gtk_label_new (title);
  GtkWidget *wrap = adw_wrap_box_new ();

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "caption-heading");
  gtk_widget_add_css_class (heading, "dim-label");
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (wrap), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (wrap), 6);
  adw_wrap_box_set_natural_line_length (ADW_WRAP_BOX (wrap), 420);
  gtk_widget_set_margin_bottom (wrap, 6);
  gtk_accessible_update_relation (
      GTK_ACCESSIBLE (wrap), GTK_ACCESSIBLE_RELATION_LABELLED_BY, heading, NULL, -1);
  gtk_box_append (box, heading);
  gtk_box_append (box, wrap);

  return ADW_WRAP_BOX (wrap);
}

static GtkWidget *
append_toggle (QdRosterFilter *self,
               AdwWrapBox     *wrap,
               const char     *label)
{
  GtkWidget *toggle = gtk_toggle_button_new_with_label (label);

  gtk_widget_add_css_class (toggle, "roster-value");
  g_signal_connect_swapped (toggle, "toggled", G_CALLBACK (toggled_cb), self);
  adw_wrap_box_append (wrap, toggle);

  return toggle;
}

static void
fill (QdRosterFilter *self,
      GtkBox         *box)
{
  AdwWrapBox *renewal;

  for (int i = 0; i < QD_ROSTER_N_FACETS; i++)
    {
      AdwWrapBox *wrap = append_group (box, qd_roster_facet_get_label (i));

      g_assert (qd_roster_facet_get_n_values (i) <= MAX_VALUES);

      for (guint value = 0; value < qd_roster_facet_get_n_values (i); value++)
        self->values[i][value] = append_toggle (self, wrap, qd_roster_facet_get_value_label (i, value));
    }

  renewal = append_group (box, _ ("Renewal"));

  for (int i = 0; i < N_WINDOWS; i++)
    {
      self->windows[i] = append_toggle (self, renewal, qd_nicks_get_label (qd_renewal_windows, i));

      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->windows[i]), GTK_TOGGLE_BUTTON (self->windows[0]));
    }

  self->archived = gtk_check_button_new_with_mnemonic (_ ("_Archived accounts too"));
  g_signal_connect_swapped (self->archived, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (box, self->archived);
}

static void
qd_roster_filter_dispose (GObject *object)
{
  g_clear_object (&QD_ROSTER_FILTER (object)->list);

  G_OBJECT_CLASS (qd_roster_filter_parent_class)->dispose (object);
}

static void
qd_roster_filter_class_init (QdRosterFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_roster_filter_dispose;
}

static void
qd_roster_filter_init (QdRosterFilter *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  self->following = TRUE;
  fill (self, GTK_BOX (box));
  self->following = FALSE;

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 560);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_popover_set_child (GTK_POPOVER (self), scrolled);
  gtk_widget_add_css_class (GTK_WIDGET (self), "roster-filter");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Filter"), -1);
}

/* To be called once. */
void
qd_roster_filter_set_list (QdRosterFilter *self,
                           QdRosterList   *list)
{
  g_return_if_fail (QD_IS_ROSTER_FILTER (self));

  self->list = g_object_ref (list);
  g_signal_connect_object (list, "changed", G_CALLBACK (filter_view_changed_cb), self, G_CONNECT_SWAPPED);
  filter_view_changed_cb (self);
}

/* What a chip takes away: a facet, or one of these. */
enum
{
  CHIP_RENEWAL = QD_ROSTER_N_FACETS,
  CHIP_ARCHIVED,
};

static void
chip_clicked_cb (QdRosterChips *self,
                 GtkButton     *chip)
{
  int part = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (chip), "part"));
  g_autoptr(QdRosterView) view = qd_roster_view_copy (qd_roster_list_get_view (self->list));

  if (part == CHIP_ARCHIVED)
    view->archived = FALSE;
  else if (part == CHIP_RENEWAL)
    view->renewal = QD_RENEWAL_WINDOW_ANY;
  else
    view->facets[part] = 0;

  qd_roster_list_set_view (self->list, view);
}

static void
append_chip (QdRosterChips *self,
             int            part,
             const char    *label)
{
  GtkWidget       *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget       *text = gtk_label_new (label);
  GtkWidget       *chip = gtk_button_new ();
  g_autofree char *tooltip = g_strdup_printf (_ ("Remove “%s”"), label);

  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (content), text);
  gtk_box_append (GTK_BOX (content), g_object_new (GTK_TYPE_IMAGE, "icon-name", "window-close-symbolic", "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_button_set_child (GTK_BUTTON (chip), content);
  gtk_widget_set_tooltip_text (chip, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_widget_add_css_class (chip, "roster-chip");
  g_object_set_data (G_OBJECT (chip), "part", GINT_TO_POINTER (part));
  g_signal_connect_object (chip, "clicked", G_CALLBACK (chip_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (ADW_WRAP_BOX (self->chips), chip);
}

static void
chips_view_changed_cb (QdRosterChips *self)
{
  const QdRosterView *view = qd_roster_list_get_view (self->list);
  GtkWidget          *child;

  while ((child = gtk_widget_get_first_child (self->chips)))
    adw_wrap_box_remove (ADW_WRAP_BOX (self->chips), child);

  for (int i = 0; i < QD_ROSTER_N_FACETS; i++)
    {
      g_autofree char *values = qd_roster_view_dup_facet_words (view, i);
      g_autofree char *label = NULL;

      /* Translators: a part of a filter: “Tier: Signature or Advanced” */
      label = g_strdup_printf (_ ("%s: %s"), qd_roster_facet_get_label (i), values);

      if (view->facets[i] != 0)
        append_chip (self, i, label);
    }

  if (view->renewal != QD_RENEWAL_WINDOW_ANY)
    {
      g_autofree char *label = g_strdup_printf (
          _ ("%s: %s"), _ ("Renewal"), qd_nicks_get_label (qd_renewal_windows, view->renewal));

      append_chip (self, CHIP_RENEWAL, label);
    }

  if (view->archived)
    append_chip (self, CHIP_ARCHIVED, _ ("Archived too"));

  if (gtk_widget_get_first_child (self->chips) != NULL)
    {
      GtkWidget *clear = gtk_button_new_with_mnemonic (_ ("_Clear"));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (clear), "roster.clear-filter");
      gtk_widget_add_css_class (clear, "flat");
      adw_wrap_box_append (ADW_WRAP_BOX (self->chips), clear);
    }

  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (self->chips) != NULL);
}

static void
qd_roster_chips_dispose (GObject *object)
{
  g_clear_object (&QD_ROSTER_CHIPS (object)->list);

  G_OBJECT_CLASS (qd_roster_chips_parent_class)->dispose (object);
}

static void
qd_roster_chips_class_init (QdRosterChipsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_roster_chips_dispose;
}

static void
qd_roster_chips_init (QdRosterChips *self)
{
  self->chips = adw_wrap_box_new ();
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (self->chips), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (self->chips), 6);
  gtk_widget_set_margin_start (self->chips, 12);
  gtk_widget_set_margin_end (self->chips, 12);
  gtk_widget_set_margin_top (self->chips, 6);
  gtk_widget_set_margin_bottom (self->chips, 6);
  adw_bin_set_child (ADW_BIN (self), self->chips);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* To be called once. */
void
qd_roster_chips_set_list (QdRosterChips *self,
                          QdRosterList  *list)
{
  g_return_if_fail (QD_IS_ROSTER_CHIPS (self));

  self->list = g_object_ref (list);
  g_signal_connect_object (list, "changed", G_CALLBACK (chips_view_changed_cb), self, G_CONNECT_SWAPPED);
  chips_view_changed_cb (self);
}
