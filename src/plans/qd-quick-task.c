/* qd-quick-task.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-quick-task"

#include "qd-quick-task.h"

#include <glib/gi18n.h>
#include <string.h>

#include "qd-account-rules.h"
#include "qd-contact.h"
#include "qd-screen.h"
#include "qd-search-key.h"
#include "qd-team-member.h"

/* How many of those a word may mean are named in a sentence */
#define MAX_NAMED 3

/* How well a name fits a word */
typedef enum
{
  FITS_NOT,
  FITS_BEGINNING, /* of one of its words */
  FITS_WHOLE,
} Fit;

/* Somebody who may own a task */
typedef struct
{
  const char *name;
  gboolean    is_ours;
  Fit         fit;
} Person;

/* Letters and digits alone, so that “#BlueHeron” is Blue Heron */
static char *
squeeze (const char *text)
{
  g_autofree char *folded = qd_search_fold (text);
  GString         *letters = g_string_new (NULL);

  for (const char *c = folded; *c != '\0'; c = g_utf8_next_char (c))
    {
      if (g_unichar_isalnum (g_utf8_get_char (c)))
        g_string_append_unichar (letters, g_utf8_get_char (c));
    }

  return g_string_free (letters, FALSE);
}

/* @word: squeezed */
static Fit
fit (const char *word,
     const char *name)
{
  g_autofree char *folded = NULL;
  g_autofree char *whole = NULL;
  gboolean         is_start = TRUE;

  if (name == NULL || *name == '\0')
    return FITS_NOT;

  whole = squeeze (name);

  if (g_str_equal (whole, word))
    return FITS_WHOLE;

  folded = qd_search_fold (name);

  for (const char *c = folded; *c != '\0'; c = g_utf8_next_char (c))
    {
      gboolean is_letter = g_unichar_isalnum (g_utf8_get_char (c));

      if (is_letter && is_start)
        {
          g_autofree char *rest = squeeze (c);

          if (g_str_has_prefix (rest, word))
            return FITS_BEGINNING;
        }

      is_start = !is_letter;
    }

  return FITS_NOT;
}

/* An alias a line */
static Fit
fit_account (const char *word,
             QdAccount  *account)
{
  g_auto(GStrv) aliases = g_strsplit_set (account->aliases != NULL ? account->aliases : "", "\n,", -1);
  Fit best = MAX (fit (word, account->codename), fit (word, account->name));

  for (char **alias = aliases; *alias != NULL; alias++)
    best = MAX (best, fit (word, *alias));

  return best;
}

static char *
dup_place (QdPortfolio          *portfolio,
           QdPlan               *plan,
           const QdQuickContext *context)
{
  QdAccount       *account = qd_portfolio_lookup (portfolio, QD_TYPE_ACCOUNT, plan->account);
  g_autofree char *title = account != NULL ? qd_account_dup_title (account, context->show_codenames) : g_strdup ("");
  g_autofree char *name = qd_screen_dup_text (portfolio, plan->name);

  return g_strdup_printf ("%s · %s", title, name);
}

/* Returns: (transfer full): “A, B or C”, or “A, B, C and more” */
static char *
list_names (GPtrArray *names)
{
  g_autoptr(GString) list = g_string_new (NULL);

  for (guint i = 0; i < MIN (names->len, MAX_NAMED); i++)
    {
      /* Translators: between the last two of those that something may be */
      const char *last = names->len <= MAX_NAMED && i == names->len - 1 ? _ (" or ") : ", ";

      g_string_append_printf (list, "%s%s", i > 0 ? last : "", (const char *)g_ptr_array_index (names, i));
    }

  /* Translators: those that something may be, of which there are more than are named */
  return names->len > MAX_NAMED ? g_strdup_printf (_ ("%s and others"), list->str)
                                : g_string_free_and_steal (g_steal_pointer (&list));
}

/* Of accounts that are not archived, the plans that are not closed */
static GPtrArray *
list_open_plans (QdPortfolio *portfolio,
                 gint64       of_account)
{
  GPtrArray  *plans = g_ptr_array_new ();
  GListModel *list = G_LIST_MODEL (qd_portfolio_get_list (portfolio, QD_TYPE_PLAN));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(QdPlan) plan = g_list_model_get_item (list, i);
      QdAccount *account = qd_portfolio_lookup (portfolio, QD_TYPE_ACCOUNT, plan->account);

      if (plan->status != QD_PLAN_STATUS_CLOSED && account != NULL && !account->archived &&
          (of_account == 0 || plan->account == of_account))
        g_ptr_array_add (plans, plan);
    }

  return plans;
}

/* Returns: (nullable): the account of that name, where it has no plan that a task could be added to */
static QdAccount *
find_account (QdPortfolio *portfolio,
              const char  *word)
{
  GListModel *list = G_LIST_MODEL (qd_portfolio_get_list (portfolio, QD_TYPE_ACCOUNT));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(QdAccount) account = g_list_model_get_item (list, i);

      if (fit_account (word, account) != FITS_NOT)
        return account;
    }

  return NULL;
}

static char *
dup_unknown_place (QdPortfolio          *portfolio,
                   const char           *word,
                   const QdQuickContext *context)
{
  g_autofree char *letters = squeeze (word);
  QdAccount       *account = find_account (portfolio, letters);
  g_autofree char *title = account != NULL ? qd_account_dup_title (account, context->show_codenames) : NULL;

  return title != NULL ? g_strdup_printf (_ ("“#%1$s” has no open plan: %2$s"), word, title)
                       : g_strdup_printf (_ ("No account or open plan is called “#%s”"), word);
}

/* Keeps those of @plans that fit @word best, by the name of the plan or of its account. */
static gboolean
narrow (QdPortfolio *portfolio,
        GPtrArray   *plans,
        const char  *word)
{
  g_autofree char *letters = squeeze (word);
  Fit              best = FITS_NOT;

  for (int round = 0; round < 2; round++)
    {
      for (guint i = 0; i < plans->len;)
        {
          QdPlan *plan = g_ptr_array_index (plans, i);
          Fit     found = MAX (fit (letters, plan->name),
                               fit_account (letters, qd_portfolio_lookup (portfolio, QD_TYPE_ACCOUNT, plan->account)));

          if (round == 0)
            best = MAX (best, found);

          if (round == 1 && (found < best || best == FITS_NOT))
            g_ptr_array_remove_index (plans, i);
          else
            i++;
        }
    }

  return plans->len > 0;
}

static char *
dup_ambiguous_place (QdPortfolio          *portfolio,
                     GPtrArray            *plans,
                     const char           *word,
                     const QdQuickContext *context)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint i = 0; i < plans->len; i++)
    g_ptr_array_add (names, dup_place (portfolio, g_ptr_array_index (plans, i), context));

  list = list_names (names);

  if (word == NULL)
    return g_strdup_printf (_ ("Name the plan after a “#”: %s"), list);

  return g_strdup_printf (_ ("“#%1$s” may be %2$s: name it more exactly, or its plan after another “#”"), word, list);
}

/* Which plan: the one that is named, or else where one is */
static void
find_plan (QdQuickTask          *self,
           QdPortfolio          *portfolio,
           const QdQuickContext *context)
{
  g_autoptr(GPtrArray) plans = list_open_plans (portfolio, *self->line->places == NULL ? context->account : 0);
  QdPlan     *here = context->plan != 0 ? qd_portfolio_lookup (portfolio, QD_TYPE_PLAN, context->plan) : NULL;
  const char *word = NULL;

  for (char **place = self->line->places; *place != NULL; place++)
    {
      word = *place;

      if (narrow (portfolio, plans, word))
        continue;

      self->problem = dup_unknown_place (portfolio, word, context);
      return;
    }

  if (here != NULL && (word == NULL || g_ptr_array_find (plans, here, NULL)))
    self->plan = g_object_ref (here);
  else if (word == NULL && context->account == 0)
    self->problem = g_strdup (_ ("Name the account or the plan after a “#”"));
  else if (plans->len == 1)
    self->plan = g_object_ref (g_ptr_array_index (plans, 0));
  else if (plans->len == 0)
    self->problem = g_strdup (_ ("This account has no open plan"));
  else
    self->problem = dup_ambiguous_place (portfolio, plans, word, context);
}

/* The phase of the day it is due, or else of today; before the first it is the first, after the last the last. */
static QdPhase *
find_phase (QdPortfolio *portfolio,
            QdPlan      *plan,
            int          day)
{
  GPtrArray *phases = qd_portfolio_peek_children (portfolio, QD_TYPE_PHASE, qd_record_get_id (plan));
  gint64     offset = plan->start != QD_DAY_NONE ? day - plan->start : 0;
  QdPhase   *best = NULL;

  for (guint i = 0; phases != NULL && i < phases->len; i++)
    {
      QdPhase *phase = g_ptr_array_index (phases, i);
      gboolean is_begun = phase->first <= offset;

      if (best == NULL || (is_begun ? best->first > offset || phase->first > best->first
                                    : best->first > offset && phase->first < best->first))
        best = phase;
    }

  return best;
}

static void
add_person (GArray     *people,
            const char *name,
            gboolean    is_ours,
            Fit         found)
{
  if (found == FITS_NOT || name == NULL)
    return;

  for (guint i = 0; i < people->len; i++)
    {
      Person *person = &g_array_index (people, Person, i);

      if (g_str_equal (person->name, name))
        {
          person->fit = MAX (person->fit, found);
          return;
        }
    }

  g_array_append_val (people, ((Person){ name, is_ours, found }));
}

/* By a name or by what they are to the account: “@sponsor” */
static Fit
fit_contact (const char *word,
             QdContact  *contact)
{
  const struct
  {
    gboolean    is;
    const char *english;
    const char *here;
  } parts[] = {
    { contact->sponsor, "sponsor", _ ("sponsor") },
    { contact->champion, "champion", _ ("champion") },
    { contact->admin, "admin", _ ("admin") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *here = squeeze (parts[i].here);

      if (parts[i].is && (g_str_equal (word, parts[i].english) || g_str_equal (word, here)))
        return FITS_WHOLE;
    }

  return fit (word, contact->name);
}

static Fit
fit_member (const char   *word,
            QdTeamMember *member)
{
  if ((int)member->role != QD_ENUM_NONE)
    {
      g_autofree char *nick = squeeze (qd_team_roles[member->role].nick);
      g_autofree char *label = squeeze (_ (qd_team_roles[member->role].label));

      if (g_str_equal (word, nick) || g_str_equal (word, label))
        return FITS_WHOLE;
    }

  return fit (word, member->name);
}

/* Who is known of the account, and who owns something in its plans already */
static GArray *
list_people (QdPortfolio *portfolio,
             gint64       account,
             const char  *word)
{
  g_autofree char *letters = squeeze (word);
  GArray          *people = g_array_new (FALSE, FALSE, sizeof (Person));
  GPtrArray       *members = qd_portfolio_peek_children (portfolio, QD_TYPE_TEAM_MEMBER, account);
  GPtrArray       *contacts = qd_portfolio_peek_children (portfolio, QD_TYPE_CONTACT, account);
  GPtrArray       *plans = qd_portfolio_peek_children (portfolio, QD_TYPE_PLAN, account);

  for (guint i = 0; members != NULL && i < members->len; i++)
    {
      QdTeamMember *member = g_ptr_array_index (members, i);

      add_person (people, member->name, TRUE, fit_member (letters, member));
    }

  for (guint i = 0; contacts != NULL && i < contacts->len; i++)
    {
      QdContact *contact = g_ptr_array_index (contacts, i);

      add_person (people, contact->name, FALSE, fit_contact (letters, contact));
    }

  for (guint i = 0; plans != NULL && i < plans->len; i++)
    {
      GPtrArray *tasks =
          qd_portfolio_peek_children (portfolio, QD_TYPE_TASK, qd_record_get_id (g_ptr_array_index (plans, i)));

      for (guint j = 0; tasks != NULL && j < tasks->len; j++)
        {
          QdTask *task = g_ptr_array_index (tasks, j);

          add_person (people, task->owner, TRUE, fit (letters, task->owner));
          add_person (people, task->customer_owner, FALSE, fit (letters, task->customer_owner));
        }
    }

  return people;
}

/* Leaves those that fit best. */
static void
keep_best (GArray *people)
{
  Fit best = FITS_NOT;

  for (guint i = 0; i < people->len; i++)
    best = MAX (best, g_array_index (people, Person, i).fit);

  for (guint i = 0; i < people->len;)
    {
      if (g_array_index (people, Person, i).fit < best)
        g_array_remove_index (people, i);
      else
        i++;
    }
}

/* Returns: (transfer full) (nullable): what is wrong with @word */
static char *
find_owner (QdQuickTask          *self,
            QdPortfolio          *portfolio,
            const char           *word,
            const QdQuickContext *context)
{
  g_autoptr(GArray) people = list_people (portfolio, self->plan->account, word);
  const Person *person;
  char        **owner;

  keep_best (people);

  if (people->len == 0)
    {
      QdAccount       *account = qd_portfolio_lookup (portfolio, QD_TYPE_ACCOUNT, self->plan->account);
      g_autofree char *title = qd_account_dup_title (account, context->show_codenames);

      return g_strdup_printf (_ ("Nobody of %2$s is called “@%1$s”"), word, title);
    }

  if (people->len > 1)
    {
      g_autoptr(GPtrArray) names = g_ptr_array_new ();
      g_autofree char *list = NULL;

      for (guint i = 0; i < people->len; i++)
        g_ptr_array_add (names, (char *)g_array_index (people, Person, i).name);

      list = list_names (names);
      return g_strdup_printf (_ ("“@%1$s” may be %2$s"), word, list);
    }

  person = &g_array_index (people, Person, 0);
  owner = person->is_ours ? &self->owner : &self->customer_owner;

  if (*owner != NULL)
    return g_strdup_printf (_ ("“@%1$s”: a task has one owner on each side, and %2$s is one already"), word, *owner);

  *owner = g_strdup (person->name);

  return NULL;
}

/**
 * qd_quick_task_read:
 * @text: what a person typed
 *
 * Reads a line as far as it is clear. Only one without a problem may be added.
 */
QdQuickTask *
qd_quick_task_read (QdPortfolio          *portfolio,
                    const char           *text,
                    const QdQuickContext *context)
{
  QdQuickTask *self = g_new0 (QdQuickTask, 1);

  self->line = qd_task_line_parse (text, context->today, context->order);
  find_plan (self, portfolio, context);

  if (self->plan != NULL)
    {
      QdPhase *phase = find_phase (
          portfolio, self->plan, self->line->due != QD_DAY_NONE ? self->line->due : context->today);

      g_set_object (&self->phase, phase);

      for (char **word = self->line->owners; *word != NULL && self->problem == NULL; word++)
        self->problem = find_owner (self, portfolio, *word, context);
    }

  /* What is wrong with the line itself is said first. */
  if (self->line->problem != NULL)
    g_set_str (&self->problem, self->line->problem);

  return self;
}

/* Returns: (transfer full): the task, to be added */
QdTask *
qd_quick_task_create_draft (QdQuickTask *self)
{
  QdTask *draft;

  g_return_val_if_fail (self->problem == NULL, NULL);

  draft = qd_record_new_draft (QD_TYPE_TASK);
  g_object_set (draft,
                "plan", qd_record_get_id (self->plan),
                "phase", self->phase != NULL ? qd_record_get_id (self->phase) : G_GINT64_CONSTANT (0),
                "title", self->line->title,
                "due", self->line->due,
                "owner", self->owner,
                "customer-owner", self->customer_owner,
                NULL);

  if (self->line->kind != QD_ENUM_NONE)
    g_object_set (draft, "kind", self->line->kind, NULL);

  if (self->line->visibility != QD_ENUM_NONE)
    g_object_set (draft, "visibility", self->line->visibility, NULL);

  if (self->line->status != QD_ENUM_NONE)
    g_object_set (draft,
                  "status", self->line->status,
                  "progress", self->line->status == QD_TASK_STATUS_DONE ? G_GINT64_CONSTANT (100) : G_GINT64_CONSTANT (0),
                  NULL);

  return draft;
}

/* Returns: (transfer full): “Account · Plan”; empty while that is not clear */
char *
qd_quick_task_dup_place (QdQuickTask          *self,
                         QdPortfolio          *portfolio,
                         const QdQuickContext *context)
{
  return self->plan != NULL ? dup_place (portfolio, self->plan, context) : g_strdup ("");
}

void
qd_quick_task_free (QdQuickTask *self)
{
  qd_task_line_free (self->line);
  g_clear_object (&self->plan);
  g_clear_object (&self->phase);
  g_free (self->owner);
  g_free (self->customer_owner);
  g_free (self->problem);
  g_free (self);
}
