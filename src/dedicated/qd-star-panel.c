/* qd-star-panel.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-star-panel"

#include "qd-star-panel.h"

#include <glib/gi18n.h>

#include "qd-batch.h"
#include "qd-instant.h"
#include "qd-pill.h"
#include "qd-shell.h"
#include "qd-star-copy.h"
#include "qd-star-list.h"
#include "qd-star-return.h"
#include "qd-support-edits.h"
#include "qd-support-words.h"

#define N_RULES 2

/* As wide as a check button is, so that the texts stand below each other */
#define MARK_WIDTH 26

/* One of the two rules: what it is called, what it says, and whether it counts */
typedef struct
{
  GtkWidget *card;
  GtkLabel  *name;
  QdPill    *verdict;
  QdPill    *counts;
  GtkWidget *choose;
  GtkLabel  *reasons;
} Rule;

/**
 * QdStarPanel:
 *
 * Whether to ask Support for attention to a ticket, by both published rules and why; what is to be
 * done before, when to come back, and the request that is ready to be copied.
 */
struct _QdStarPanel
{
  AdwPreferencesGroup parent_instance;

  QdFactBook         *book;
  QdMinuteClock      *clock;
  QdTicket           *ticket;
  Rule                shown[N_RULES];
  GPtrArray          *check_rows; /* AdwActionRow, in the order of the facts */
  gboolean            following;  /* the record, and not a person */

  GtkWidget          *copy;
  AdwActionRow       *verdict_row;
  GtkImage           *verdict_icon;
  GtkButton          *asked;
  AdwActionRow       *clock_row;
  GtkImage           *clock_icon;
  GtkWidget          *emergency_row;
  GtkBox             *rules;
  GtkListBox         *checks;
  GtkWidget          *request_icon;
  GtkLabel           *request;
};

G_DEFINE_FINAL_TYPE (QdStarPanel, qd_star_panel, ADW_TYPE_PREFERENCES_GROUP)

/* Returns: (transfer none) (nullable) */
static QdAccount *
get_account (QdStarPanel *self)
{
  return qd_portfolio_lookup (qd_fact_book_get_portfolio (self->book), QD_TYPE_ACCOUNT, self->ticket->account);
}

static QdStore *
get_store (QdStarPanel *self)
{
  return qd_portfolio_get_store (qd_fact_book_get_portfolio (self->book));
}

static void
set_icon (GtkImage   *image,
          const char *icon,
          const char *style)
{
  const char *classes[] = { style, NULL };

  gtk_image_set_from_icon_name (image, icon);
  gtk_widget_set_css_classes (GTK_WIDGET (image), classes);
}

static void
show_row (AdwActionRow *row,
          const char   *title,
          const char   *subtitle)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, subtitle != NULL ? subtitle : "");
}

/* Returns: (transfer full): how soon a reply is hoped for: “Timely: Medium impact; a reply within an hour.” */
static char *
dup_urgency (QdStarPanel  *self,
             QdStarUrgency urgency)
{
  GPtrArray *facts = qd_fact_book_peek (self->book, QD_FACT_TOPIC_STAR_URGENCY);

  for (guint i = 0; i < facts->len; i++)
    {
      const QdStarUrgencyFact *fact = g_ptr_array_index (facts, i);

      if (fact->urgency == urgency && fact->fact.description != NULL)
        return g_strdup_printf (_ ("Urgency: %s. %s"), fact->fact.name, fact->fact.description);
    }

  return g_strdup_printf (_ ("Urgency: %s"), qd_nicks_get_label (qd_star_urgencies, urgency));
}

/* Returns: (transfer full) (nullable): when to look at it again, in a sentence */
static char *
dup_return (QdStarPanel *self,
            QdAccount   *account,
            gint64       now)
{
  g_autofree char *when = NULL;
  g_autofree char *span = NULL;
  gint64           at;

  if (!qd_star_find_return (self->book, self->ticket, account, now, &at))
    return NULL;

  when = qd_support_dup_instant (at, now);
  span = qd_support_dup_span (at - now + QD_SECONDS_PER_MINUTE - 1);

  /* Translators: %1$s is a time: “14:00 UTC”, %2$s how long it is until then */
  return g_strdup_printf (_ ("Come back at %1$s, in %2$s: then there is a reason, and the request can be made."), when, span);
}

static void
show_asked (QdStarPanel *self,
            gboolean     was_asked,
            gboolean     open)
{
  gtk_widget_set_visible (GTK_WIDGET (self->asked), open);
  gtk_button_set_label (self->asked, was_asked ? _ ("_Take Back") : _ ("_Mark as Asked"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->asked),
                               was_asked ? _ ("Support was not asked after all") : _ ("Support was asked just now"));
}

static void
show_verdict (QdStarPanel        *self,
              QdAccount          *account,
              const QdStarAdvice *advice,
              gint64              now)
{
  gboolean         open = qd_ticket_is_open (self->ticket);
  gboolean         was_asked = qd_ticket_was_asked (self->ticket);
  gboolean         due = qd_star_advice_is_due (advice);
  g_autofree char *urgency = dup_urgency (self, qd_star_advice_get_verdict (advice)->urgency);
  g_autofree char *back = dup_return (self, account, now);
  g_autofree char *title = NULL;
  int              n_open = (int)advice->open_checks->len;
  gint64           asked;

  show_asked (self, was_asked, open);

  if (!open)
    {
      set_icon (self->verdict_icon, "object-select-symbolic", "dim-label");
      show_row (self->verdict_row, _ ("The ticket is over"), NULL);
    }
  else if (was_asked && qd_instant_parse (self->ticket->starred_at, &asked))
    {
      g_autofree char *when = qd_support_dup_instant (asked, now);

      title = g_strdup_printf (_ ("Asked at %s"), when);
      set_icon (self->verdict_icon, "object-select-symbolic", "success");
      show_row (self->verdict_row, title, _ ("Nothing more to ask for until the customer writes again."));
    }
  else if (due && n_open == 0)
    {
      set_icon (self->verdict_icon, "starred-symbolic", "accent");
      show_row (self->verdict_row, _ ("Ask for attention now"), urgency);
    }
  else if (due)
    {
      title = g_strdup_printf (
          ngettext ("Ask for attention once %d pre-check is done", "Ask for attention once %d pre-checks are done", n_open), n_open);
      set_icon (self->verdict_icon, "starred-symbolic", "accent");
      show_row (self->verdict_row, title, back != NULL ? back : urgency);
    }
  else
    {
      set_icon (self->verdict_icon, "non-starred-symbolic", "dim-label");
      show_row (self->verdict_row, _ ("No reason to ask yet"), back);
    }
}

static void
show_clock (QdStarPanel         *self,
            const QdTicketClock *clock,
            gint64               now)
{
  QdTone           tone;
  g_autofree char *due = qd_ticket_clock_dup_due (clock, now, &tone);
  g_autofree char *exact = qd_ticket_clock_dup_exact (clock, now);

  set_icon (self->clock_icon,
            tone == QD_TONE_BAD ? "dialog-warning-symbolic" : "alarm-symbolic",
            tone == QD_TONE_BAD    ? "error"
            : tone == QD_TONE_SOON ? "warning"
                                   : "dim-label");
  show_row (self->clock_row, due, exact);
  gtk_widget_set_visible (GTK_WIDGET (self->clock_row), qd_ticket_is_open (self->ticket));
}

/* Returns: (transfer full): each reason on a line, with what it means */
static char *
dup_reasons (const QdStarVerdict *verdict)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < verdict->reasons->len; i++)
    {
      const QdFact *reason = g_ptr_array_index (verdict->reasons, i);

      g_string_append_printf (text, "%s• %s", i > 0 ? "\n" : "", reason->name);
    }

  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : g_strdup (_ ("No reason"));
}

static void
show_rules (QdStarPanel        *self,
            const QdStarAdvice *advice)
{
  for (guint rule = 0; rule < N_RULES; rule++)
    {
      const QdStarVerdict *verdict = &advice->verdicts[rule];
      gboolean             due = verdict->reasons->len > 0;
      g_autofree char     *reasons = dup_reasons (verdict);

      gtk_label_set_label (self->shown[rule].reasons, reasons);
      qd_pill_set (self->shown[rule].verdict,
                   due ? "starred-symbolic" : "non-starred-symbolic",
                   due ? _ ("Ask") : _ ("Not Yet"),
                   due ? "accent" : NULL);
      qd_pill_set (self->shown[rule].counts,
                   "object-select-symbolic",
                   advice->rule == rule ? _ ("Counts Here") : NULL,
                   NULL);
      gtk_widget_set_visible (self->shown[rule].choose, advice->rule != rule);
    }
}

static void
show_check (QdStarPanel  *self,
            AdwActionRow *row,
            const QdFact *fact,
            gboolean      open)
{
  GtkWidget *mark = g_object_get_data (G_OBJECT (row), "qd-mark");

  /* One that is found out says so: nobody can tick it. */
  if (GTK_IS_CHECK_BUTTON (mark))
    {
      gtk_check_button_set_active (GTK_CHECK_BUTTON (mark), !open);
      show_row (row, fact->name, fact->description);
      return;
    }

  set_icon (GTK_IMAGE (mark), open ? "content-loading-symbolic" : "object-select-symbolic", open ? "dim-label" : "success");
  show_row (row, fact->name, open ? _ ("Not so yet") : NULL);
}

static void
show_checks (QdStarPanel        *self,
             const QdStarAdvice *advice)
{
  GPtrArray *facts = qd_fact_book_peek (self->book, QD_FACT_TOPIC_STAR_CHECK);

  self->following = TRUE;

  for (guint i = 0; i < MIN (facts->len, self->check_rows->len); i++)
    {
      const QdFact *fact = g_ptr_array_index (facts, i);

      show_check (self, g_ptr_array_index (self->check_rows, i), fact, g_ptr_array_find (advice->open_checks, fact, NULL));
    }

  self->following = FALSE;
}

static void
show_request (QdStarPanel *self,
              gint64       now)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = qd_star_dup_copy (self->book, self->ticket, now, &error);

  gtk_widget_set_visible (self->request_icon, text == NULL);
  gtk_label_set_label (self->request, text != NULL ? g_strchomp (text) : error->message);
}

static void
refresh (QdStarPanel *self)
{
  QdAccount *account = get_account (self);
  gint64     now = qd_minute_clock_get_now (self->clock);
  g_autoptr(QdStarAdvice) advice = NULL;

  if (account == NULL)
    return;

  advice = qd_star_advise (self->book, self->ticket, account, now);
  show_verdict (self, account, advice, now);
  show_clock (self, &advice->clock, now);
  gtk_widget_set_visible (self->emergency_row, advice->is_emergency);
  show_rules (self, advice);
  show_checks (self, advice);
  show_request (self, now);

  if (qd_star_advice_is_due (advice) && !qd_ticket_was_asked (self->ticket))
    gtk_widget_add_css_class (self->copy, "suggested-action");
  else
    gtk_widget_remove_css_class (self->copy, "suggested-action");
}

static void
check_toggled_cb (GtkCheckButton *check,
                  QdStarPanel    *self)
{
  const char *key = g_object_get_data (G_OBJECT (check), "qd-key");

  if (self->following || !qd_record_is_live (self->ticket))
    return;

  qd_ticket_set_check_async (self->ticket,
                             get_store (self),
                             key,
                             gtk_check_button_get_active (check),
                             qd_shell_edit_cb,
                             g_object_ref (self));
}

static void
add_check (QdStarPanel  *self,
           const QdFact *fact)
{
  GtkWidget *row = adw_action_row_new ();
  gboolean   kept = qd_ticket_get_check_property (fact->key) != NULL;
  GtkWidget *mark = kept ? gtk_check_button_new ()
                         : g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
  gtk_widget_set_size_request (mark, MARK_WIDTH, -1);
  g_object_set_data (G_OBJECT (row), "qd-mark", mark);

  if (kept)
    {
      g_object_set_data_full (G_OBJECT (mark), "qd-key", g_strdup (fact->key), g_free);
      gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, fact->name, -1);
      g_signal_connect_object (mark, "toggled", G_CALLBACK (check_toggled_cb), self, G_CONNECT_DEFAULT);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), mark);
    }

  gtk_list_box_append (self->checks, row);
  g_ptr_array_add (self->check_rows, row);
}

/* Which there are is for a person to say. */
static void
fill_checks (QdStarPanel *self)
{
  GPtrArray *facts = qd_fact_book_peek (self->book, QD_FACT_TOPIC_STAR_CHECK);

  gtk_list_box_remove_all (self->checks);
  g_ptr_array_set_size (self->check_rows, 0);

  for (guint i = 0; i < facts->len; i++)
    add_check (self, g_ptr_array_index (facts, i));
}

static void
facts_changed_cb (QdStarPanel *self)
{
  fill_checks (self);
  refresh (self);
}

static void
add_rule (QdStarPanel *self,
          QdStarRule   rule)
{
  Rule      *shown = &self->shown[rule];
  GtkWidget *pills = adw_wrap_box_new ();

  shown->card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  shown->name = GTK_LABEL (gtk_label_new (qd_nicks_get_label (qd_star_rules, rule)));
  shown->verdict = QD_PILL (qd_pill_new (NULL, NULL, NULL));
  shown->counts = QD_PILL (qd_pill_new (NULL, NULL, NULL));
  shown->reasons = GTK_LABEL (gtk_label_new (NULL));
  shown->choose = gtk_button_new_with_label (_ ("Let This Count"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (shown->choose), "i", rule);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (shown->choose), "star.rule");
  gtk_widget_add_css_class (shown->choose, "star-choose");
  gtk_label_set_xalign (shown->name, 0);
  gtk_label_set_wrap (shown->name, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (shown->name), "heading");
  gtk_label_set_xalign (shown->reasons, 0);
  gtk_label_set_wrap (shown->reasons, TRUE);
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (pills), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (pills), 6);
  adw_wrap_box_append (ADW_WRAP_BOX (pills), GTK_WIDGET (shown->verdict));
  adw_wrap_box_append (ADW_WRAP_BOX (pills), GTK_WIDGET (shown->counts));
  adw_wrap_box_append (ADW_WRAP_BOX (pills), shown->choose);
  gtk_box_append (GTK_BOX (shown->card), GTK_WIDGET (shown->name));
  gtk_box_append (GTK_BOX (shown->card), pills);
  gtk_box_append (GTK_BOX (shown->card), GTK_WIDGET (shown->reasons));
  gtk_widget_add_css_class (shown->card, "card");
  gtk_widget_add_css_class (shown->card, "star-rule");
  gtk_box_append (self->rules, shown->card);
}

static void
copy_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  QdStarPanel *self = QD_STAR_PANEL (widget);
  g_autoptr(GError) error = NULL;

  if (!qd_star_copy (widget, self->book, self->ticket, qd_minute_clock_get_now (self->clock), &error))
    {
      gtk_accessible_announce (GTK_ACCESSIBLE (self), error->message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
      qd_shell_report (widget, error);
      return;
    }

  gtk_accessible_announce (GTK_ACCESSIBLE (self), _ ("Request copied"), GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  qd_shell_tell (widget, _ ("Request copied"));
}

static void
asked_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  QdStarPanel *self = QD_STAR_PANEL (widget);

  qd_ticket_set_asked_async (self->ticket,
                             get_store (self),
                             !qd_ticket_was_asked (self->ticket),
                             qd_minute_clock_get_now (self->clock),
                             qd_shell_edit_cb,
                             g_object_ref (self));
}

static void
rule_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  QdStarPanel *self = QD_STAR_PANEL (widget);
  QdAccount   *account = get_account (self);
  g_autoptr(QdAccount) draft = NULL;

  if (account == NULL)
    return;

  draft = qd_record_dup_draft (account);
  g_object_set (draft, "star-rule", g_variant_get_int32 (parameter), NULL);
  qd_record_save_async (draft, get_store (self), _ ("Choose Rule for Attention Requests"), qd_shell_edit_cb, g_object_ref (self));
}

/* Wherever the focus is in what the panel stands in */
static void
add_key (QdStarPanel *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_MANAGED);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK),
                                                          gtk_named_action_new ("star.copy")));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
qd_star_panel_dispose (GObject *object)
{
  QdStarPanel *self = QD_STAR_PANEL (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_STAR_PANEL);
  g_clear_pointer (&self->check_rows, g_ptr_array_unref);
  g_clear_object (&self->ticket);
  g_clear_object (&self->clock);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (qd_star_panel_parent_class)->dispose (object);
}

static void
qd_star_panel_class_init (QdStarPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_star_panel_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/gitlab/quarterdeck/Quarterdeck/qd-star-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, QdStarPanel, copy);
  gtk_widget_class_bind_template_child (widget_class, QdStarPanel, verdict_row);
  gtk_widget_class_bind_template_child (widget_class, QdStarPanel, verdict_icon);
  gtk_widget_class_bind_template_child (widget_class, QdStarPanel, asked);
  gtk_widget_class_bind_template_child (widget_class, QdStarPanel, clock_row);
  gtk_widget_class_bind_template_child (widget_class, QdStarPanel, clock_icon);
  gtk_widget_class_bind_template_child (widget_class, QdStarPanel, emergency_row);
  gtk_widget_class_bind_template_child (widget_class, QdStarPanel, rules);
  gtk_widget_class_bind_template_child (widget_class, QdStarPanel, checks);
  gtk_widget_class_bind_template_child (widget_class, QdStarPanel, request_icon);
  gtk_widget_class_bind_template_child (widget_class, QdStarPanel, request);
  gtk_widget_class_install_action (widget_class, "star.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "star.asked", NULL, asked_cb);
  gtk_widget_class_install_action (widget_class, "star.rule", "i", rule_cb);
}

static void
qd_star_panel_init (QdStarPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->check_rows = g_ptr_array_new ();

  for (QdStarRule rule = 0; rule < N_RULES; rule++)
    add_rule (self, rule);

  add_key (self);
}

/**
 * qd_star_panel_new:
 * @book: of a portfolio
 * @ticket: one that is in the file
 */
GtkWidget *
qd_star_panel_new (QdFactBook    *book,
                   QdMinuteClock *clock,
                   QdTicket      *ticket)
{
  QdStarPanel *self;
  QdAccount   *account;

  g_return_val_if_fail (QD_IS_FACT_BOOK (book), NULL);
  g_return_val_if_fail (QD_IS_MINUTE_CLOCK (clock), NULL);
  g_return_val_if_fail (QD_IS_TICKET (ticket), NULL);

  self = g_object_new (QD_TYPE_STAR_PANEL, NULL);
  self->book = g_object_ref (book);
  self->clock = g_object_ref (clock);
  self->ticket = g_object_ref (ticket);
  account = get_account (self);

  if (account != NULL)
    g_signal_connect_object (account, "notify", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);

  g_signal_connect_object (ticket, "notify", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (clock, "ticked", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (book, "changed", G_CALLBACK (facts_changed_cb), self, G_CONNECT_SWAPPED);
  facts_changed_cb (self);

  return GTK_WIDGET (self);
}

/* Whether the rules stand below each other */
void
qd_star_panel_set_narrow (QdStarPanel *self,
                          gboolean     narrow)
{
  g_return_if_fail (QD_IS_STAR_PANEL (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->rules),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (self->rules, !narrow);
}

/* Returns: (transfer none): where the work begins */
GtkWidget *
qd_star_panel_get_focus (QdStarPanel *self)
{
  g_return_val_if_fail (QD_IS_STAR_PANEL (self), NULL);

  return self->copy;
}
