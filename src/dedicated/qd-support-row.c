/* qd-support-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-support-row"

#include "qd-support-row.h"

#include <glib/gi18n.h>

#include "qd-support-look.h"

/* How wide what stands below each other is, in pixels */
#define ACCOUNT_WIDTH 150
#define DUE_WIDTH 188
#define GRADE_WIDTH 130
#define STATE_WIDTH 74
#define VERB_WIDTH 34
#define GAP 9
#define PILLS_WIDTH (DUE_WIDTH + GRADE_WIDTH + STATE_WIDTH + 2 * GAP)

/**
 * QdSupportRow:
 *
 * A ticket, an escalation or an upgrade in a line whose parts stand below those of the line
 * above; where there is no room for that, a card.
 */
struct _QdSupportRow
{
  AdwBin         parent_instance;

  QdSupportItem *item; /* (nullable) */
  gboolean       narrow;
  gboolean       show_account;

  GtkBox        *box;
  GtkLabel      *title;
  GtkLabel      *detail;
  GtkLabel      *reasons;
  GtkWidget     *reasons_line;
  GtkLabel      *account;
  GtkLabel      *state;
  QdPill        *grade;
  QdPill        *due;
  AdwWrapBox    *pills;
  GtkButton     *verb; /* what is done with it most often */
};

G_DEFINE_FINAL_TYPE (QdSupportRow, qd_support_row, ADW_TYPE_BIN)

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
}

/* What stands below the title: all that has no place of its own */
static char *
dup_detail (QdSupportRow *self)
{
  const char *texts[4] = { NULL };
  guint       n = 0;

  if (self->item->detail != NULL)
    texts[n++] = self->item->detail;

  if (self->narrow && self->show_account)
    texts[n++] = self->item->account_title;

  if (self->item->owner != NULL)
    texts[n++] = self->item->owner;

  return g_strjoinv (" · ", (char **)texts);
}

static void
show_verb (QdSupportRow *self)
{
  gboolean star = self->item->section == QD_SUPPORT_SECTION_STAR;
  gboolean update = QD_IS_ESCALATION (self->item->record) && self->item->section != QD_SUPPORT_SECTION_DONE;
  gint64   id = qd_record_get_id (self->item->record);

  gtk_widget_set_visible (GTK_WIDGET (self->verb), star || update);

  if (!star && !update)
    return;

  gtk_button_set_icon_name (self->verb, star ? "edit-copy-symbolic" : "document-edit-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->verb), star ? _ ("Copy the Request") : _ ("Log an Update"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->verb), "x", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->verb), star ? "support.copy-request" : "support.log-update");
}

static void
refresh (QdSupportRow *self)
{
  g_autofree char *detail = dup_detail (self);
  gboolean         has_reasons = self->item->reasons != NULL;

  show_text (self->title, self->item->title);
  show_text (self->detail, detail);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), *detail != '\0');
  show_text (self->reasons, self->item->reasons);
  gtk_widget_set_visible (self->reasons_line, has_reasons);
  show_text (self->account, self->item->account_title);
  show_text (self->state, self->item->state);
  qd_support_pill_set_grade (self->grade, self->item->grade, self->item->grade_tone);
  qd_support_pill_set (self->due, self->item->due, self->item->due_tone);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->due), self->item->due_exact);
  show_verb (self);
}

/* Each in a cell of its own, so that what is not as wide begins where the one above does. */
static void
set_width (GtkWidget *widget,
           int        width)
{
  gtk_widget_set_size_request (widget, width, -1);
}

static void
lay_out (QdSupportRow *self)
{
  gboolean wide = !self->narrow;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box),
                                  wide ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (self->box, wide ? 12 : 6);
  gtk_label_set_lines (self->title, wide ? 2 : 3);
  gtk_widget_set_visible (GTK_WIDGET (self->account), wide && self->show_account);
  set_width (gtk_widget_get_parent (GTK_WIDGET (self->grade)), wide ? GRADE_WIDTH : -1);
  set_width (gtk_widget_get_parent (GTK_WIDGET (self->due)), wide ? DUE_WIDTH : -1);
  set_width (gtk_widget_get_parent (GTK_WIDGET (self->verb)), wide ? VERB_WIDTH : -1);
  set_width (GTK_WIDGET (self->state), wide ? STATE_WIDTH : -1);
  set_width (GTK_WIDGET (self->pills), wide ? PILLS_WIDTH : -1);
  gtk_widget_set_halign (GTK_WIDGET (self->pills), wide ? GTK_ALIGN_END : GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self->pills), GTK_ALIGN_CENTER);
}

static void
qd_support_row_dispose (GObject *object)
{
  qd_support_row_set_item (QD_SUPPORT_ROW (object), NULL);

  G_OBJECT_CLASS (qd_support_row_parent_class)->dispose (object);
}

static void
qd_support_row_class_init (QdSupportRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_support_row_dispose;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "supportrow");
}

static GtkLabel *
create_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return GTK_LABEL (label);
}

static QdPill *
add_pill (QdSupportRow *self)
{
  GtkWidget *cell = adw_bin_new ();
  GtkWidget *pill = qd_pill_new (NULL, NULL, NULL);

  gtk_widget_set_halign (pill, GTK_ALIGN_START);
  adw_bin_set_child (ADW_BIN (cell), pill);
  adw_wrap_box_append (self->pills, cell);

  return QD_PILL (pill);
}

static void
add_verb (QdSupportRow *self,
          GtkBox       *line)
{
  GtkWidget *cell = adw_bin_new ();

  self->verb = GTK_BUTTON (gtk_button_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->verb), "flat");
  gtk_widget_set_valign (GTK_WIDGET (self->verb), GTK_ALIGN_CENTER);
  gtk_widget_set_visible (GTK_WIDGET (self->verb), FALSE);
  adw_bin_set_child (ADW_BIN (cell), GTK_WIDGET (self->verb));
  gtk_box_append (line, cell);
}

static GtkWidget *
create_reasons (QdSupportRow *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE,
                                  "icon-name", "starred-symbolic",
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  NULL);

  self->reasons = create_label ("caption");
  gtk_label_set_wrap (self->reasons, TRUE);
  gtk_label_set_wrap_mode (self->reasons, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (self->reasons, 2);
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->reasons));
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (line, "accent");

  return line;
}

static void
qd_support_row_init (QdSupportRow *self)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, GAP);

  self->show_account = TRUE;
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  self->title = create_label (NULL);
  gtk_label_set_wrap (self->title, TRUE);
  gtk_label_set_wrap_mode (self->title, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (self->title, 20);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  self->detail = create_label ("caption");
  gtk_label_set_max_width_chars (self->detail, 20);
  gtk_widget_add_css_class (GTK_WIDGET (self->detail), "dim-label");
  self->reasons_line = create_reasons (self);
  gtk_label_set_max_width_chars (self->reasons, 20);
  gtk_widget_set_hexpand (GTK_WIDGET (self->reasons), TRUE);
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->detail));
  gtk_box_append (GTK_BOX (texts), self->reasons_line);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (self->box, texts);
  self->account = create_label (NULL);
  gtk_label_set_max_width_chars (self->account, 1);
  set_width (GTK_WIDGET (self->account), ACCOUNT_WIDTH);
  gtk_box_append (self->box, GTK_WIDGET (self->account));
  self->pills = ADW_WRAP_BOX (adw_wrap_box_new ());
  adw_wrap_box_set_child_spacing (self->pills, GAP);
  adw_wrap_box_set_line_spacing (self->pills, 6);
  self->due = add_pill (self);
  self->grade = add_pill (self);
  self->state = create_label (NULL);
  gtk_widget_set_valign (GTK_WIDGET (self->state), GTK_ALIGN_CENTER);
  adw_wrap_box_append (self->pills, GTK_WIDGET (self->state));
  gtk_box_append (self->box, GTK_WIDGET (self->pills));
  gtk_widget_set_hexpand (GTK_WIDGET (self->box), TRUE);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->box));
  add_verb (self, GTK_BOX (line));
  adw_bin_set_child (ADW_BIN (self), line);
  lay_out (self);
}

GtkWidget *
qd_support_row_new (gboolean narrow)
{
  QdSupportRow *self = g_object_new (QD_TYPE_SUPPORT_ROW, NULL);

  qd_support_row_set_narrow (self, narrow);

  return GTK_WIDGET (self);
}

/* Returns: (transfer none) (nullable) */
QdSupportItem *
qd_support_row_get_item (QdSupportRow *self)
{
  g_return_val_if_fail (QD_IS_SUPPORT_ROW (self), NULL);

  return self->item;
}

/* @item: (nullable) */
void
qd_support_row_set_item (QdSupportRow  *self,
                         QdSupportItem *item)
{
  g_return_if_fail (QD_IS_SUPPORT_ROW (self));

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, refresh, self);

  g_set_object (&self->item, item);

  if (item == NULL)
    return;

  g_signal_connect_object (item, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

void
qd_support_row_set_narrow (QdSupportRow *self,
                           gboolean      narrow)
{
  g_return_if_fail (QD_IS_SUPPORT_ROW (self));

  self->narrow = narrow;
  lay_out (self);

  if (self->item != NULL)
    refresh (self);
}

/* Not on the page of the account itself */
void
qd_support_row_set_show_account (QdSupportRow *self,
                                 gboolean      show_account)
{
  g_return_if_fail (QD_IS_SUPPORT_ROW (self));

  self->show_account = show_account;
  lay_out (self);

  if (self->item != NULL)
    refresh (self);
}
