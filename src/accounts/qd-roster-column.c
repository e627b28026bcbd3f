/* qd-roster-column.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-roster-column"

#include "qd-roster-column.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "qd-day-words.h"
#include "qd-money.h"
#include "qd-plan-progress.h"

/* Must have the order of QdRosterColumn; the nicks are in settings and saved views. */
const QdNick qd_roster_columns[] = {
  { "name", N_ ("Account") },
  { "tier", N_ ("Tier") },
  { "offering", N_ ("Offering") },
  { "stage", N_ ("Stage") },
  { "health", N_ ("Health") },
  { "last-contact", N_ ("Last Contact") },
  { "next-step", N_ ("Next Step") },
  { "follow-ups", N_ ("Follow-Ups") },
  { "progress", N_ ("Plan Progress") },
  { "renewal", N_ ("Renewal") },
  { "arr", N_ ("ARR") },
  { "region", N_ ("Region") },
  { "priority", N_ ("Priority") },
  { "seats", N_ ("Seats") },
  { "team", N_ ("CSM") },
  { NULL },
};

static char *
dup_label (const QdNick *nicks,
           int           value)
{
  return g_strdup (value != QD_ENUM_NONE ? qd_nicks_get_label (nicks, value) : "");
}

static char *
dup_health (QdAccountFacts *facts)
{
  const char *level = qd_nicks_get_label (qd_health_levels, facts->health);

  if (facts->trend == QD_TREND_NONE)
    return g_strdup (level);

  /* Translators: a health and its trend: “Green, better” */
  return g_strdup_printf (C_ ("health", "%s, %s"), level, qd_trend_get_label (facts->trend));
}

static char *
dup_follow_ups (QdAccountFacts *facts)
{
  guint n_open = facts->open_follow_ups;
  guint n_overdue = facts->overdue_follow_ups;

  if (n_open == 0)
    return g_strdup ("");

  if (n_overdue == 0)
    return g_strdup_printf (ngettext ("%u open", "%u open", n_open), n_open);

  /* Translators: of follow-ups: “3 open, 1 late” */
  return g_strdup_printf (ngettext ("%u open, %u late", "%u open, %u late", n_overdue), n_open, n_overdue);
}

/* Short, for a column; how far, the tooltip says. */
static const char *
get_pace_word (QdAccountFacts *facts)
{
  switch (qd_plan_progress_get_pace (facts->progress, facts->expected))
    {
    case QD_PLAN_PACE_BEHIND:
      return C_ ("plan", "behind");

    case QD_PLAN_PACE_AHEAD:
      return C_ ("plan", "ahead");

    case QD_PLAN_PACE_ON_PLAN:
    default:
      return C_ ("plan", "on plan");
    }
}

static char *
dup_progress (QdAccountFacts *facts)
{
  const char *pace = get_pace_word (facts);

  /* Translators: of a plan: a percentage that is done, and “behind”, “on plan” or “ahead” */
  return g_strdup_printf (_ ("%1$ld%%, %2$s"), lround (facts->progress * 100), pace);
}

/**
 * qd_roster_column_dup_text:
 *
 * Returns: (transfer full): what the column shows, empty where there is nothing
 */
char *
qd_roster_column_dup_text (QdRosterColumn  column,
                           QdAccountFacts *facts,
                           int             today)
{
  QdAccount *account = facts->account;

  switch (column)
    {
    case QD_ROSTER_COLUMN_NAME:
      return g_strdup (facts->title);

    case QD_ROSTER_COLUMN_TIER:
      return dup_label (qd_tiers, account->tier);

    case QD_ROSTER_COLUMN_OFFERING:
      return dup_label (qd_offerings, account->offering);

    case QD_ROSTER_COLUMN_STAGE:
      return dup_label (qd_stages, account->stage);

    case QD_ROSTER_COLUMN_HEALTH:
      return dup_health (facts);

    case QD_ROSTER_COLUMN_LAST_CONTACT:
      return facts->last_contact != QD_DAY_NONE ? qd_day_dup_relative (facts->last_contact, today)
                                                : g_strdup (C_ ("last contact", "never"));

    case QD_ROSTER_COLUMN_NEXT_STEP:
      return g_strdup (account->next_step != NULL ? account->next_step : "");

    case QD_ROSTER_COLUMN_FOLLOW_UPS:
      return dup_follow_ups (facts);

    case QD_ROSTER_COLUMN_PROGRESS:
      return facts->n_tasks > 0 ? dup_progress (facts) : g_strdup ("");

    case QD_ROSTER_COLUMN_RENEWAL:
      return qd_day_dup_relative (account->renewal, today);

    case QD_ROSTER_COLUMN_ARR:
      return account->arr != QD_INTEGER_NONE ? qd_money_dup_display (account->arr, account->currency) : g_strdup ("");

    case QD_ROSTER_COLUMN_REGION:
      return dup_label (qd_regions, account->region);

    case QD_ROSTER_COLUMN_PRIORITY:
      return dup_label (qd_priorities, account->priority);

    case QD_ROSTER_COLUMN_SEATS:
      return account->seats != QD_INTEGER_NONE ? g_strdup_printf ("%'" G_GINT64_FORMAT, account->seats) : g_strdup ("");

    case QD_ROSTER_COLUMN_TEAM:
      return g_strdup (facts->team != NULL ? facts->team : "");

    case QD_ROSTER_N_COLUMNS:
    default:
      g_return_val_if_reached (NULL);
    }
}

static char *
dup_health_tooltip (QdAccountFacts *facts)
{
  g_autofree char *day = qd_day_dup_full (facts->health_day);

  if (facts->health_day == QD_DAY_NONE)
    return NULL;

  if (facts->health_reason == NULL)
    return g_steal_pointer (&day);

  return g_strdup_printf ("%s\n%s", day, facts->health_reason);
}

/**
 * qd_roster_column_dup_tooltip:
 *
 * Returns: (transfer full) (nullable): what there is to say beyond the text:
 *   the exact day, the reason
 */
char *
qd_roster_column_dup_tooltip (QdRosterColumn  column,
                              QdAccountFacts *facts,
                              int             today)
{
  switch (column)
    {
    case QD_ROSTER_COLUMN_HEALTH:
      return dup_health_tooltip (facts);

    case QD_ROSTER_COLUMN_LAST_CONTACT:
      return facts->last_contact != QD_DAY_NONE ? qd_day_dup_full (facts->last_contact) : NULL;

    case QD_ROSTER_COLUMN_RENEWAL:
      return facts->account->renewal != QD_DAY_NONE ? qd_day_dup_full (facts->account->renewal) : NULL;

    case QD_ROSTER_COLUMN_PROGRESS:
      return facts->n_tasks > 0 ? qd_plan_progress_dup_words (facts->progress, facts->expected) : NULL;

    case QD_ROSTER_COLUMN_NAME:
    case QD_ROSTER_COLUMN_TIER:
    case QD_ROSTER_COLUMN_OFFERING:
    case QD_ROSTER_COLUMN_STAGE:
    case QD_ROSTER_COLUMN_NEXT_STEP:
    case QD_ROSTER_COLUMN_FOLLOW_UPS:
    case QD_ROSTER_COLUMN_ARR:
    case QD_ROSTER_COLUMN_REGION:
    case QD_ROSTER_COLUMN_PRIORITY:
    case QD_ROSTER_COLUMN_SEATS:
    case QD_ROSTER_COLUMN_TEAM:
    case QD_ROSTER_N_COLUMNS:
    default:
      return NULL;
    }
}

/* Whether the column stands to the right, as figures do. */
gboolean
qd_roster_column_is_number (QdRosterColumn column)
{
  return column == QD_ROSTER_COLUMN_ARR || column == QD_ROSTER_COLUMN_SEATS;
}

/* What a column is ordered by, where that is a number; NaN for nothing. */
static double
get_number (QdRosterColumn  column,
            QdAccountFacts *facts)
{
  /* Worst first: red, yellow, green. */
  static const double health_ranks[] = { 2, 1, 0, NAN };
  QdAccount          *account = facts->account;

#define NUMBER(value, none) ((value) != (none) ? (double)(value) : NAN)

  switch (column)
    {
    case QD_ROSTER_COLUMN_TIER:
      return NUMBER ((int)account->tier, QD_ENUM_NONE);

    case QD_ROSTER_COLUMN_OFFERING:
      return NUMBER ((int)account->offering, QD_ENUM_NONE);

    case QD_ROSTER_COLUMN_STAGE:
      return NUMBER ((int)account->stage, QD_ENUM_NONE);

    case QD_ROSTER_COLUMN_HEALTH:
      return health_ranks[facts->health];

    case QD_ROSTER_COLUMN_LAST_CONTACT:
      /* Who was never talked to comes where the longest silence is. */
      return facts->last_contact != QD_DAY_NONE ? facts->last_contact : -INFINITY;

    case QD_ROSTER_COLUMN_FOLLOW_UPS:
      return facts->open_follow_ups;

    case QD_ROSTER_COLUMN_PROGRESS:
      return facts->n_tasks > 0 ? facts->progress : NAN;

    case QD_ROSTER_COLUMN_RENEWAL:
      return NUMBER (account->renewal, QD_DAY_NONE);

    case QD_ROSTER_COLUMN_ARR:
      return account->arr != QD_INTEGER_NONE ? account->arr / pow (10, qd_money_get_decimals (account->currency)) : NAN;

    case QD_ROSTER_COLUMN_REGION:
      return NUMBER ((int)account->region, QD_ENUM_NONE);

    case QD_ROSTER_COLUMN_PRIORITY:
      return NUMBER ((int)account->priority, QD_ENUM_NONE);

    case QD_ROSTER_COLUMN_SEATS:
      return NUMBER (account->seats, QD_INTEGER_NONE);

    case QD_ROSTER_COLUMN_NAME:
    case QD_ROSTER_COLUMN_NEXT_STEP:
    case QD_ROSTER_COLUMN_TEAM:
    case QD_ROSTER_N_COLUMNS:
    default:
      return NAN;
    }

#undef NUMBER
}

static const char *
get_words (QdRosterColumn  column,
           QdAccountFacts *facts)
{
  return column == QD_ROSTER_COLUMN_NEXT_STEP ? facts->account->next_step : facts->team;
}

/* @order: of two that are both there. What is not there comes last either way. */
static int
place (gboolean a_is_there,
       gboolean b_is_there,
       gboolean descending,
       int      order)
{
  if (a_is_there != b_is_there)
    return a_is_there ? -1 : 1;

  if (!a_is_there)
    return 0;

  return descending ? -order : order;
}

static int
compare_titles (QdAccountFacts *a,
                QdAccountFacts *b)
{
  return strcmp (a->title_key, b->title_key);
}

/**
 * qd_roster_column_compare:
 *
 * Orders two accounts by a column, then by their titles. What a column has
 * nothing of comes last, whichever way it is ordered.
 */
int
qd_roster_column_compare (QdRosterColumn  column,
                          gboolean        descending,
                          QdAccountFacts *a,
                          QdAccountFacts *b)
{
  int order;

  if (column == QD_ROSTER_COLUMN_NAME)
    return descending ? compare_titles (b, a) : compare_titles (a, b);

  if (column == QD_ROSTER_COLUMN_NEXT_STEP || column == QD_ROSTER_COLUMN_TEAM)
    {
      const char *words_a = get_words (column, a);
      const char *words_b = get_words (column, b);

      order = place (words_a != NULL,
                     words_b != NULL,
                     descending,
                     words_a != NULL && words_b != NULL ? g_utf8_collate (words_a, words_b) : 0);
    }
  else
    {
      double number_a = get_number (column, a);
      double number_b = get_number (column, b);

      order =
          place (!isnan (number_a), !isnan (number_b), descending, (number_a > number_b) - (number_a < number_b));
    }

  return order != 0 ? order : compare_titles (a, b);
}

static void
append_part (GString    *sentence,
             const char *part)
{
  if (part == NULL || *part == '\0')
    return;

  if (sentence->len > 0)
    g_string_append (sentence, C_ ("between parts of a sentence", ", "));

  g_string_append (sentence, part);
}

static void
append_named (GString    *sentence,
              const char *format,
              char       *value)
{
  g_autofree char *part = NULL;
  g_auto(GStrv) pieces = g_strsplit (format, "%s", 2);

  if (*value != '\0')
    {
      part = g_strjoinv (value, pieces);
      append_part (sentence, part);
    }

  g_free (value);
}

/* Returns: (transfer full): the account in a sentence, for who hears the list read */
char *
qd_roster_dup_sentence (QdAccountFacts *facts,
                        int             today)
{
  GString *sentence = g_string_new (facts->title);

#define TEXT(column) qd_roster_column_dup_text (QD_ROSTER_COLUMN_##column, facts, today)

  append_named (sentence, "%s", TEXT (TIER));
  append_named (sentence, "%s", TEXT (OFFERING));
  /* Translators: part of a sentence read out; %s is such as “Green, better” */
  append_named (sentence, _ ("health %s"), TEXT (HEALTH));
  /* Translators: part of a sentence read out; %s is such as “3 days ago” or “never” */
  append_named (sentence, _ ("last contact %s"), TEXT (LAST_CONTACT));
  /* Translators: part of a sentence read out; %s is such as “3 open, 1 late” */
  append_named (sentence, _ ("follow-ups %s"), TEXT (FOLLOW_UPS));
  /* Translators: part of a sentence read out; %s is such as “38 %, on plan” */
  append_named (sentence, _ ("plan %s"), TEXT (PROGRESS));
  /* Translators: part of a sentence read out; %s is such as “in 4 months” */
  append_named (sentence, _ ("renewal %s"), TEXT (RENEWAL));
  /* Translators: part of a sentence read out; %s is what a person wrote down */
  append_named (sentence, _ ("next: %s"), TEXT (NEXT_STEP));

#undef TEXT

  if (facts->account->archived)
    append_part (sentence, _ ("archived"));

  return g_string_free_and_steal (sentence);
}
