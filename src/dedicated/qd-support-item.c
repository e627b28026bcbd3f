/* qd-support-item.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-support-item"

#include "qd-support-item.h"

#include <glib/gi18n.h>

#include "qd-account-rules.h"
#include "qd-instant.h"
#include "qd-screen.h"
#include "qd-search-key.h"
#include "qd-star-list.h"
#include "qd-upgrade-checklist.h"

G_DEFINE_FINAL_TYPE (QdSupportItem, qd_support_item, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What time it is, and by what is reckoned */
typedef struct
{
  QdFactBook *book;
  gint64      now;
  int         today;
} Frame;

static void
take_text (QdSupportItem *self,
           char         **field,
           const char    *text)
{
  self->changed |= g_set_str (field, text);
}

/* What was typed stands there as others may see it. */
static void
take_typed (QdSupportItem *self,
            const Frame   *frame,
            char         **field,
            const char    *text)
{
  g_autofree char *seen = qd_screen_dup_text (qd_fact_book_get_portfolio (frame->book), text);

  take_text (self, field, seen);
}

static void
take_place (QdSupportItem   *self,
            QdSupportSection section,
            gint64           order)
{
  self->changed |= self->section != section || self->order != order;
  self->section = section;
  self->order = order;
}

static void
take_tones (QdSupportItem *self,
            QdTone         grade,
            QdTone         due)
{
  self->changed |= self->grade_tone != grade || self->due_tone != due;
  self->grade_tone = grade;
  self->due_tone = due;
}

/* When something was done last, as an order in which the newest is first */
static gint64
get_newest_first (const char *instant)
{
  gint64 seconds;

  return instant != NULL && qd_instant_parse (instant, &seconds) ? -seconds : 0;
}

static QdSupportSection
find_section (QdTicket           *ticket,
              QdAccount          *account,
              const QdStarAdvice *advice)
{
  if (!qd_ticket_is_open (ticket))
    return QD_SUPPORT_SECTION_DONE;

  if (!account->archived && qd_star_advice_is_due (advice) && !qd_ticket_was_asked (ticket))
    return QD_SUPPORT_SECTION_STAR;

  return advice->clock.sla != NULL && !advice->clock.replied ? QD_SUPPORT_SECTION_DUE : QD_SUPPORT_SECTION_OPEN;
}

/* Of those to ask about, the most urgent is first, then what is past its time for longest. */
static gint64
find_order (QdTicket           *ticket,
            QdSupportSection    section,
            const QdStarAdvice *advice)
{
  switch (section)
    {
    case QD_SUPPORT_SECTION_STAR:
      return -(gint64)qd_star_advice_get_verdict (advice)->urgency * G_MAXINT - advice->clock.late;

    case QD_SUPPORT_SECTION_DUE:
      return advice->clock.due;

    case QD_SUPPORT_SECTION_OPEN:
    case QD_SUPPORT_SECTION_DONE:
    default:
      return get_newest_first (ticket->customer_reply_at != NULL ? ticket->customer_reply_at : ticket->opened_at);
    }
}

static void
update_ticket (QdSupportItem *self,
               const Frame   *frame)
{
  QdTicket *ticket = QD_TICKET (self->record);
  g_autoptr(QdStarAdvice) advice = qd_star_advise (frame->book, ticket, self->account, frame->now);
  QdSupportSection section = find_section (ticket, self->account, advice);
  gboolean         open = section != QD_SUPPORT_SECTION_DONE;
  QdTone           tone = QD_TONE_PLAIN;
  g_autofree char *detail = g_strdup_printf ("#%s", ticket->number);
  g_autofree char *due = open ? qd_ticket_clock_dup_due (&advice->clock, frame->now, &tone) : g_strdup ("");
  g_autofree char *exact = open ? qd_ticket_clock_dup_exact (&advice->clock, frame->now) : NULL;
  g_autofree char *reasons = NULL;

  if (section == QD_SUPPORT_SECTION_STAR)
    {
      g_autofree char *lines = qd_star_verdict_dup_words (qd_star_advice_get_verdict (advice));
      g_auto(GStrv) parts = g_strsplit (lines, "\n", -1);

      reasons = g_strjoinv (" · ", parts);
    }

  take_place (self, section, find_order (ticket, section, advice));
  take_typed (self, frame, &self->title, ticket->subject);
  take_typed (self, frame, &self->detail, detail);
  take_typed (self, frame, &self->owner, ticket->owner);
  take_text (self, &self->grade, qd_nicks_get_label (qd_ticket_severities, ticket->severity));
  take_text (self, &self->state, qd_nicks_get_label (qd_ticket_states, ticket->state));
  take_text (self, &self->due, due);
  take_text (self, &self->due_exact, exact);
  take_text (self, &self->reasons, reasons);
  take_tones (self,
              !open || ticket->severity > QD_TICKET_SEVERITY_HIGH ? QD_TONE_PLAIN
              : ticket->severity == QD_TICKET_SEVERITY_URGENT     ? QD_TONE_BAD
                                                                  : QD_TONE_SOON,
              tone);
}

static void
update_escalation (QdSupportItem *self,
                   const Frame   *frame)
{
  QdEscalation     *escalation = QD_ESCALATION (self->record);
  int               day;
  QdEscalationState state = qd_escalation_get_state (frame->book, escalation, frame->today, &day);
  QdTone            tone;
  g_autofree char  *due = qd_escalation_dup_due (frame->book, escalation, frame->today, &tone);
  gboolean          open = escalation->closed == QD_DAY_NONE;

  if (!open)
    take_place (self, QD_SUPPORT_SECTION_DONE, -(gint64)escalation->closed);
  else if (state == QD_ESCALATION_STATE_QUIET)
    take_place (self, QD_SUPPORT_SECTION_OPEN, escalation->severity);
  else
    take_place (self, QD_SUPPORT_SECTION_DUE, (gint64)day * 10 + escalation->severity);

  take_typed (self, frame, &self->title, escalation->name);
  take_typed (self, frame, &self->detail, escalation->channel);
  take_typed (self, frame, &self->owner, escalation->owner);
  take_text (self, &self->grade, qd_nicks_get_label (qd_escalation_severities, escalation->severity));
  take_text (self, &self->state, open ? _ ("Open") : qd_nicks_get_label (qd_escalation_outcomes, escalation->outcome));
  take_text (self, &self->due, due);
  take_tones (self,
              !open || escalation->severity > QD_ESCALATION_SEVERITY_HIGH ? QD_TONE_PLAIN
              : escalation->severity == QD_ESCALATION_SEVERITY_CRITICAL   ? QD_TONE_BAD
                                                                          : QD_TONE_SOON,
              tone);
}

/* “19.2 → 19.5” */
static char *
dup_versions (QdUpgradeRequest *request)
{
  if (request->from_version == NULL || request->to_version == NULL)
    return g_strdup (request->to_version != NULL ? request->to_version : request->from_version);

  /* Translators: from one version to another */
  return g_strdup_printf (_ ("%1$s → %2$s"), request->from_version, request->to_version);
}

static void
update_upgrade (QdSupportItem *self,
                const Frame   *frame)
{
  QdUpgradeRequest *request = QD_UPGRADE_REQUEST (self->record);
  g_autoptr(GPtrArray) open = qd_upgrade_list_open (frame->book, request);
  guint            n_steps = qd_fact_book_peek (frame->book, QD_FACT_TOPIC_UPGRADE)->len;
  gboolean         done = request->state == QD_UPGRADE_STATE_DONE || request->state == QD_UPGRADE_STATE_CANCELLED;
  gint64           at = 0;
  gboolean         dated = request->upgrade_at != NULL && qd_instant_parse (request->upgrade_at, &at);
  g_autofree char *versions = dup_versions (request);
  g_autofree char *grade = g_strdup_printf (_ ("%u of %u steps"), n_steps - open->len, n_steps);
  g_autofree char *exact = dated ? qd_support_dup_instant (at, frame->now) : NULL;
  g_autofree char *span = dated && at > frame->now ? qd_support_dup_span (at - frame->now) : NULL;
  g_autofree char *due = NULL;

  if (done)
    due = g_strdup ("");
  else if (!dated)
    due = g_strdup (_ ("No day set"));
  else
    due = span != NULL ? g_strdup_printf (_ ("Begins in %s"), span) : g_strdup (_ ("Has begun"));

  take_place (self,
              done    ? QD_SUPPORT_SECTION_DONE
              : dated ? QD_SUPPORT_SECTION_DUE
                      : QD_SUPPORT_SECTION_OPEN,
              done ? -at : at);
  take_typed (self, frame, &self->title, request->name);
  take_text (self, &self->detail, versions);
  take_typed (self, frame, &self->owner, request->contact);
  take_text (self, &self->grade, grade);
  take_text (self, &self->state, qd_nicks_get_label (qd_upgrade_states, request->state));
  take_text (self, &self->due, due);
  take_text (self, &self->due_exact, exact);
  take_tones (self,
              open->len == 0 ? QD_TONE_GOOD : QD_TONE_PLAIN,
              !done && dated && open->len > 0 && at - frame->now < 3 * QD_SECONDS_PER_DAY ? QD_TONE_SOON : QD_TONE_PLAIN);
}

static void
update_key (QdSupportItem *self)
{
  g_autofree char *text = g_strjoin ("\n",
                                     self->title != NULL ? self->title : "",
                                     self->detail != NULL ? self->detail : "",
                                     self->account_title != NULL ? self->account_title : "",
                                     self->grade != NULL ? self->grade : "",
                                     self->state != NULL ? self->state : "",
                                     self->owner != NULL ? self->owner : "",
                                     NULL);
  g_autofree char *key = qd_search_fold (text);

  take_text (self, &self->key, key);
}

static void
qd_support_item_finalize (GObject *object)
{
  QdSupportItem *self = QD_SUPPORT_ITEM (object);

  g_clear_object (&self->record);
  g_clear_object (&self->account);
  g_free (self->title);
  g_free (self->detail);
  g_free (self->account_title);
  g_free (self->owner);
  g_free (self->grade);
  g_free (self->state);
  g_free (self->due);
  g_free (self->due_exact);
  g_free (self->reasons);
  g_free (self->key);

  G_OBJECT_CLASS (qd_support_item_parent_class)->finalize (object);
}

static void
qd_support_item_class_init (QdSupportItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qd_support_item_finalize;

  /**
   * QdSupportItem::changed:
   *
   * Emitted after one or more fields changed, once for an update.
   */
  signals[CHANGED] = g_signal_new (
      "changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
qd_support_item_init (QdSupportItem *self)
{
}

/* @record: a ticket, an escalation or an upgrade request; to be updated before it is read */
QdSupportItem *
qd_support_item_new (gpointer record)
{
  QdSupportItem *self;

  g_return_val_if_fail (QD_IS_TICKET (record) || QD_IS_ESCALATION (record) || QD_IS_UPGRADE_REQUEST (record), NULL);

  self = g_object_new (QD_TYPE_SUPPORT_ITEM, NULL);
  self->record = g_object_ref (record);

  return self;
}

/**
 * qd_support_item_update:
 * @book: of the portfolio
 * @today: the day that it is where the person is
 *
 * Returns: whether anything is another than before
 */
gboolean
qd_support_item_update (QdSupportItem *self,
                        QdFactBook    *book,
                        gint64         now,
                        int            today,
                        gboolean       show_codenames)
{
  Frame            frame = { book, now, today };
  g_autofree char *title = NULL;

  g_return_val_if_fail (QD_IS_SUPPORT_ITEM (self), FALSE);
  g_return_val_if_fail (QD_IS_FACT_BOOK (book), FALSE);

  self->changed = g_set_object (
      &self->account,
      qd_portfolio_lookup (qd_fact_book_get_portfolio (book), QD_TYPE_ACCOUNT, qd_record_get_parent (self->record)));

  if (self->account == NULL)
    return FALSE;

  title = qd_account_dup_title (self->account, show_codenames);
  take_text (self, &self->account_title, title);

  if (QD_IS_TICKET (self->record))
    update_ticket (self, &frame);
  else if (QD_IS_ESCALATION (self->record))
    update_escalation (self, &frame);
  else
    update_upgrade (self, &frame);

  update_key (self);

  if (self->changed)
    g_signal_emit (self, signals[CHANGED], 0);

  return self->changed;
}

/* Whether somebody still works on it, for an account that is still looked after. */
gboolean
qd_support_item_is_open (QdSupportItem *self)
{
  g_return_val_if_fail (QD_IS_SUPPORT_ITEM (self), FALSE);

  return self->account != NULL && !self->account->archived && self->section != QD_SUPPORT_SECTION_DONE;
}

static void
append_part (GString    *label,
             const char *text)
{
  if (text != NULL && *text != '\0')
    g_string_append_printf (label, "%s%s", label->len > 0 ? ", " : "", text);
}

/* Returns: (transfer full): all of it in a sentence, for those who hear it */
char *
qd_support_item_dup_label (QdSupportItem *self)
{
  GString *label = g_string_new (NULL);

  g_return_val_if_fail (QD_IS_SUPPORT_ITEM (self), NULL);

  append_part (label, self->title);
  append_part (label, self->detail);
  append_part (label, self->account_title);
  append_part (label, self->grade);
  append_part (label, self->state);
  append_part (label, self->due);
  append_part (label, self->owner);
  append_part (label, self->reasons);

  return g_string_free_and_steal (label);
}

/* What is due first is first. */
int
qd_support_item_compare (gconstpointer a,
                         gconstpointer b)
{
  const QdSupportItem *first = a, *second = b;
  gint64               id, other;

  if (first->section != second->section)
    return first->section < second->section ? -1 : 1;

  if (first->order != second->order)
    return first->order < second->order ? -1 : 1;

  id = qd_record_get_id (first->record);
  other = qd_record_get_id (second->record);

  return (id > other) - (id < other);
}

/* @type: of the records */
const char *
qd_support_section_get_label (QdSupportSection section,
                              GType            type)
{
  switch (section)
    {
    case QD_SUPPORT_SECTION_STAR:
      return _ ("Ask for Attention Now");

    case QD_SUPPORT_SECTION_DUE:
      if (type == QD_TYPE_TICKET)
        return _ ("First Reply Due");

      return type == QD_TYPE_ESCALATION ? _ ("Next Update") : _ ("Planned");

    case QD_SUPPORT_SECTION_OPEN:
      if (type == QD_TYPE_TICKET)
        return _ ("Under Way");

      return type == QD_TYPE_ESCALATION ? _ ("Without a Rhythm") : _ ("Without a Day");

    case QD_SUPPORT_SECTION_DONE:
    default:
      if (type == QD_TYPE_TICKET)
        return _ ("Solved and Closed");

      return type == QD_TYPE_ESCALATION ? _ ("Closed") : _ ("Over");
    }
}
