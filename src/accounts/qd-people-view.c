/* qd-people-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-people-view"

#include "qd-people-view.h"

#include <glib/gi18n.h>

#include "qd-account-forms.h"
#include "qd-children-box.h"
#include "qd-contact.h"
#include "qd-pill.h"
#include "qd-seal.h"
#include "qd-sealed-label.h"
#include "qd-shell.h"
#include "qd-team-member.h"
#include "qd-zone-list.h"

/* How often the time it is with a contact is looked at, in seconds */
#define TICK 30

/**
 * QdPeopleView:
 *
 * Who there is at the customer, and who of ours works on the account.
 */
struct _QdPeopleView
{
  AdwBin         parent_instance;

  QdPortfolio   *portfolio;
  QdAccount     *account;
  guint          tick;

  QdChildrenBox *contacts;
  QdChildrenBox *team;
};

G_DEFINE_FINAL_TYPE (QdPeopleView, qd_people_view, ADW_TYPE_BIN)

/* What a row is made of */
typedef struct
{
  GtkLabel      *name;
  QdSealedLabel *role;
  GtkLabel      *time;
  AdwWrapBox    *badges;
  GtkWidget     *copy;
  GtkWidget     *mail;
  char          *email;
  gboolean       sealed; /* the address is */
} Parts;

static void
parts_free (Parts *parts)
{
  g_free (parts->email);
  g_free (parts);
}

static Parts *
get_parts (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW)), "qd-parts");
}

static void
copy_cb (GtkWidget *button)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (button), get_parts (button)->email);
  qd_shell_tell (button,
                 get_parts (button)->sealed ? _ ("Copied the e-mail address, which is sealed: it is for your own mail alone")
                                            : _ ("Copied the e-mail address"));
}

static void
launched_cb (GObject      *launcher,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GtkWidget) widget = user_data;
  g_autoptr(GError) error = NULL;

  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (launcher), result, &error) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    qd_shell_report (widget, error);
}

static void
mail_cb (GtkWidget *button)
{
  g_autofree char *escaped = g_uri_escape_string (get_parts (button)->email, "@", TRUE);
  g_autofree char *uri = g_strconcat ("mailto:", escaped, NULL);
  g_autoptr(GtkUriLauncher) launcher = gtk_uri_launcher_new (uri);

  gtk_uri_launcher_launch (
      launcher, GTK_WINDOW (gtk_widget_get_root (button)), NULL, launched_cb, g_object_ref (button));
}

static GtkLabel *
add_label (GtkWidget  *box,
           const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);

  if (style != NULL)
    {
      gtk_widget_add_css_class (label, style);
      gtk_widget_add_css_class (label, "caption");
    }

  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

static GtkWidget *
add_button (GtkWidget  *box,
            const char *icon_name,
            const char *tooltip,
            GCallback   callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect (button, "clicked", callback, NULL);
  gtk_box_append (GTK_BOX (box), button);

  return button;
}

static GtkListBoxRow *
create_row (gpointer record,
            gpointer owner)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  Parts     *parts = g_new0 (Parts, 1);

  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 6);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);

  parts->name = add_label (texts, NULL);
  parts->role = QD_SEALED_LABEL (qd_sealed_label_new ());
  gtk_widget_add_css_class (GTK_WIDGET (parts->role), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (parts->role), "caption");
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (parts->role));
  parts->time = add_label (texts, "dim-label");
  parts->badges = ADW_WRAP_BOX (adw_wrap_box_new ());
  adw_wrap_box_set_child_spacing (parts->badges, 6);
  adw_wrap_box_set_line_spacing (parts->badges, 3);
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (parts->badges));
  gtk_box_append (GTK_BOX (box), texts);
  parts->copy = add_button (box, "edit-copy-symbolic", _ ("Copy the E-Mail Address"), G_CALLBACK (copy_cb));
  parts->mail = add_button (box, "mail-unread-symbolic", _ ("Write an E-Mail"), G_CALLBACK (mail_cb));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "qd-parts", parts, (GDestroyNotify)parts_free);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, parts->name, NULL, -1);

  return GTK_LIST_BOX_ROW (row);
}

static void
show_line (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* @secret: (nullable): @text with what is sealed */
static void
show_role (Parts      *parts,
           const char *text,
           const char *secret)
{
  const char *longer = secret != NULL ? secret : text;

  qd_sealed_label_set (parts->role, text, secret);
  gtk_widget_set_visible (GTK_WIDGET (parts->role), *longer != '\0');
}

static void
show_email (Parts      *parts,
            const char *email)
{
  g_set_str (&parts->email, email);
  gtk_widget_set_visible (parts->copy, email != NULL);
  gtk_widget_set_visible (parts->mail, email != NULL);
}

/* What is there of @texts, on one line */
static char *
join (const char *first,
      const char *second,
      const char *third)
{
  const char *texts[4] = { NULL };
  guint       n = 0;

  if (first != NULL)
    texts[n++] = first;

  if (second != NULL)
    texts[n++] = second;

  if (third != NULL)
    texts[n++] = third;

  return g_strjoinv (" · ", (char **)texts);
}

static void
add_badge (Parts      *parts,
           gboolean    has,
           const char *icon_name,
           const char *text,
           const char *style)
{
  if (has)
    adw_wrap_box_append (parts->badges, qd_pill_new (icon_name, text, style));
}

static void
update_contact (GtkListBoxRow *row,
                gpointer       record,
                gpointer       owner)
{
  QdContact    *contact = record;
  QdPeopleView *self = owner;
  Parts        *parts = g_object_get_data (G_OBJECT (row), "qd-parts");
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = qd_zone_dup_time (contact->time_zone, now);
  g_autofree char *there = NULL;
  gboolean         sealed = contact->email != NULL && (qd_account_get_seal (self->account) & QD_SEAL_PART_PEOPLE) != 0;
  g_autofree char *role = join (contact->role, contact->gitlab_role, sealed ? NULL : contact->email);
  g_autofree char *secret = sealed ? join (contact->role, contact->gitlab_role, contact->email) : NULL;
  g_autofree char *place = NULL;
  GtkWidget       *badge;

  /* Translators: %s is a time of the day: “14:32 there now” */
  if (time != NULL)
    there = g_strdup_printf (_ ("%s there now"), time);

  place = join (there, contact->time_zone, contact->language);
  show_line (parts->name, contact->name);
  parts->sealed = sealed;
  show_role (parts, role, secret);
  show_line (parts->time, place);
  show_email (parts, contact->email);

  while ((badge = gtk_widget_get_first_child (GTK_WIDGET (parts->badges))) != NULL)
    adw_wrap_box_remove (parts->badges, badge);

  add_badge (parts, contact->champion, "starred-symbolic", _ ("Champion"), "success");
  add_badge (parts, contact->sponsor, "security-high-symbolic", _ ("Executive Sponsor"), "accent");
  add_badge (parts, contact->blocker, "action-unavailable-symbolic", _ ("Blocker"), "error");
  add_badge (parts, contact->admin, "applications-engineering-symbolic", _ ("Administrator"), NULL);
  gtk_widget_set_visible (GTK_WIDGET (parts->badges),
                          contact->champion || contact->sponsor || contact->blocker || contact->admin);
}

static void
update_member (GtkListBoxRow *row,
               gpointer       record,
               gpointer       owner)
{
  QdTeamMember    *member = record;
  Parts           *parts = g_object_get_data (G_OBJECT (row), "qd-parts");
  g_autofree char *role = join (qd_nicks_get_label (qd_team_roles, member->role), member->email, NULL);

  show_line (parts->name, member->name);
  show_role (parts, role, NULL);
  show_line (parts->time, NULL);
  show_email (parts, member->email);
  gtk_widget_set_visible (GTK_WIDGET (parts->badges), FALSE);
}

static int
compare_contacts (gconstpointer record,
                  gconstpointer other)
{
  const QdContact *a = record, *b = other;
  int              rank = a->champion * 4 + a->sponsor * 2 + a->admin;
  int              other_rank = b->champion * 4 + b->sponsor * 2 + b->admin;

  return rank != other_rank ? other_rank - rank : g_utf8_collate (a->name, b->name);
}

static int
compare_members (gconstpointer record,
                 gconstpointer other)
{
  const QdTeamMember *a = record, *b = other;

  return a->role != b->role ? (int)a->role - (int)b->role : g_utf8_collate (a->name, b->name);
}

static const QdChildrenBoxFuncs contact_funcs = { create_row, update_contact, compare_contacts };
static const QdChildrenBoxFuncs member_funcs = { create_row, update_member, compare_members };

static gboolean
tick_cb (gpointer user_data)
{
  qd_children_box_refresh (QD_PEOPLE_VIEW (user_data)->contacts);

  return G_SOURCE_CONTINUE;
}

/* The clock runs while it is looked at. */
static void
qd_people_view_map (GtkWidget *widget)
{
  QdPeopleView *self = QD_PEOPLE_VIEW (widget);

  GTK_WIDGET_CLASS (qd_people_view_parent_class)->map (widget);
  qd_children_box_refresh (self->contacts);
  self->tick = g_timeout_add_seconds (TICK, tick_cb, self);
}

static void
qd_people_view_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&QD_PEOPLE_VIEW (widget)->tick, g_source_remove);

  GTK_WIDGET_CLASS (qd_people_view_parent_class)->unmap (widget);
}

static void
present_new (QdPeopleView *self,
             GType         type,
             const QdForm *form)
{
  g_autoptr(QdRecord) draft = qd_account_forms_new_draft (type, self->account);

  qd_account_forms_present (form, self->portfolio, draft, self);
}

static void
add_contact_cb (QdPeopleView *self)
{
  present_new (self, QD_TYPE_CONTACT, &qd_contact_form);
}

static void
add_member_cb (QdPeopleView *self)
{
  present_new (self, QD_TYPE_TEAM_MEMBER, &qd_team_member_form);
}

static void
contact_activated_cb (QdPeopleView *self,
                      gpointer      record)
{
  qd_account_forms_present (&qd_contact_form, self->portfolio, record, self);
}

static void
member_activated_cb (QdPeopleView *self,
                     gpointer      record)
{
  qd_account_forms_present (&qd_team_member_form, self->portfolio, record, self);
}

static void
qd_people_view_dispose (GObject *object)
{
  QdPeopleView *self = QD_PEOPLE_VIEW (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_PEOPLE_VIEW);
  g_clear_object (&self->account);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_people_view_parent_class)->dispose (object);
}

static void
qd_people_view_class_init (QdPeopleViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_people_view_dispose;
  widget_class->map = qd_people_view_map;
  widget_class->unmap = qd_people_view_unmap;

  g_type_ensure (QD_TYPE_CHILDREN_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-people-view.ui");
  gtk_widget_class_bind_template_child (widget_class, QdPeopleView, contacts);
  gtk_widget_class_bind_template_child (widget_class, QdPeopleView, team);
  gtk_widget_class_bind_template_callback (widget_class, add_contact_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_member_cb);
  gtk_widget_class_bind_template_callback (widget_class, contact_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, member_activated_cb);
}

static void
qd_people_view_init (QdPeopleView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
qd_people_view_bind (QdPeopleView *self,
                     QdPortfolio  *portfolio,
                     QdAccount    *account)
{
  gint64 id = qd_record_get_id (account);

  g_return_if_fail (QD_IS_PEOPLE_VIEW (self));

  g_set_object (&self->portfolio, portfolio);
  g_set_object (&self->account, account);
  g_signal_connect_object (
      account, "notify", G_CALLBACK (qd_children_box_refresh), self->contacts, G_CONNECT_SWAPPED);
  qd_children_box_bind (self->contacts, portfolio, QD_TYPE_CONTACT, id, &contact_funcs, self);
  qd_children_box_bind (self->team, portfolio, QD_TYPE_TEAM_MEMBER, id, &member_funcs, self);
}

void
qd_people_view_add (QdPeopleView *self)
{
  g_return_if_fail (QD_IS_PEOPLE_VIEW (self));

  add_contact_cb (self);
}
