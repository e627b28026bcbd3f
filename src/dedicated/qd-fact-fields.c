/* qd-fact-fields.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-fact-fields"

#include "qd-fact-fields.h"

#include <glib/gi18n.h>
#include <string.h>

#include "qd-clock-time.h"
#include "qd-day-words.h"
#include "qd-duration.h"
#include "qd-instant.h"

/* So many fields tell one fact from another of its topic. */
#define SUMMARY_PARTS 3

/* By topic: what its facts are called together, and what one of them is called when it is added */
static const struct
{
  const char *name;
  const char *one;
} topic_names[] = {
  [QD_FACT_TOPIC_WINDOW] = { N_ ("Maintenance Windows"), N_ ("Maintenance Window") },
  [QD_FACT_TOPIC_LOCK] = { N_ ("Change Locks"), N_ ("Change Lock") },
  [QD_FACT_TOPIC_RELEASE_RULE] = { N_ ("Release Rules"), N_ ("Release Rule") },
  [QD_FACT_TOPIC_EXCEPTION] = { N_ ("Release Exceptions"), N_ ("Release Exception") },
  [QD_FACT_TOPIC_SLA] = { N_ ("First Replies (SLA)"), N_ ("First Reply") },
  [QD_FACT_TOPIC_HOURS] = { N_ ("Hours of People"), N_ ("Hours") },
  [QD_FACT_TOPIC_STAR_REASON] = { N_ ("Reasons to STAR"), N_ ("Reason") },
  [QD_FACT_TOPIC_STAR_CHECK] = { N_ ("Checks before a STAR"), N_ ("Check") },
  [QD_FACT_TOPIC_STAR_URGENCY] = { N_ ("Urgency of a STAR"), N_ ("Urgency") },
  [QD_FACT_TOPIC_ESCALATION] = { N_ ("Escalations"), N_ ("Rhythm") },
  [QD_FACT_TOPIC_UPGRADE] = { N_ ("Upgrade Checklist"), N_ ("Line") },
  [QD_FACT_TOPIC_ONBOARDING] = { N_ ("Onboarding Inputs"), N_ ("Input") },
  [QD_FACT_TOPIC_FIELD] = { N_ ("Fields Locked Once Created"), N_ ("Field") },
  [QD_FACT_TOPIC_FEATURE] = { N_ ("Features"), N_ ("Feature") },
};

static const struct
{
  const char *key;
  const char *label;
} labels[] = {
  { "name", N_ ("Name") },
  { "description", N_ ("Description") },
  { "short_name", N_ ("Short Name") },
  { "region", N_ ("Region") },
  { "weekday", N_ ("Weekday") },
  { "begins", N_ ("Begins (UTC)") },
  { "minutes", N_ ("Length") },
  { "rollout", N_ ("Days from the Release to the Rollout") },
  { "cutoff", N_ ("Business Days for Tickets") },
  { "since", N_ ("Since") },
  { "until", N_ ("Until") },
  { "scope", N_ ("Holds For") },
  { "begins_at", N_ ("Begins (UTC)") },
  { "ends_at", N_ ("Ends (UTC)") },
  { "version", N_ ("Version") },
  { "before", N_ ("Version before It") },
  { "day", N_ ("Day") },
  { "day_of_month", N_ ("Day of the Month") },
  { "week", N_ ("Week of the Month") },
  { "major_month", N_ ("Month of the Major Version") },
  { "patches", N_ ("Patch Days, from the Release") },
  { "behind", N_ ("Versions Behind") },
  { "window", N_ ("Window") },
  { "severity", N_ ("Severity") },
  { "tier", N_ ("Tier") },
  { "plan", N_ ("Support Plan") },
  { "hours", N_ ("Hours") },
  { "team", N_ ("Team") },
  { "time_zone", N_ ("Time Zone") },
  { "holidays", N_ ("Public Holidays Of") },
  { "closed", N_ ("Further Days Off") },
  { "answer", N_ ("Answers Within (Working Time)") },
  { "rule", N_ ("Rule") },
  { "urgency", N_ ("Urgency") },
  { "days", N_ ("Days until an Update Is Due") },
  { "latest", N_ ("Days until It Is Late") },
  { "step", N_ ("Step") },
  { "lock", N_ ("Once Created") },
  { "group", N_ ("Group") },
  { "state", N_ ("On Dedicated") },
  { "words", N_ ("Also Called") },
  { "workaround", N_ ("Instead") },
  { "source", N_ ("Source") },
  { "url", N_ ("Address of the Source") },
  { "checked", N_ ("Checked On") },
};

/* Fields that say what a fact is, in this order; the others say more of it. */
static const char *const telling[] = { "scope", "weekday", "begins", "begins_at", "ends_at", "version",
                                       "window", "day", "severity", "tier", "plan", "minutes",
                                       "hours", "time_zone", "urgency", "days", "lock", "step",
                                       "state", "group" };

const char *
qd_fact_topic_get_name (QdFactTopic topic)
{
  g_return_val_if_fail ((guint)topic < G_N_ELEMENTS (topic_names), "");

  return _ (topic_names[topic].name);
}

/* What one fact of it is called */
const char *
qd_fact_topic_get_one (QdFactTopic topic)
{
  g_return_val_if_fail ((guint)topic < G_N_ELEMENTS (topic_names), "");

  return _ (topic_names[topic].one);
}

const char *
qd_fact_field_get_label (const QdJsonField *field)
{
  g_return_val_if_fail (field != NULL, "");

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      if (g_str_equal (labels[i].key, field->key))
        return _ (labels[i].label);
    }

  return field->key;
}

static gboolean
is_instant (const QdJsonField *field)
{
  return g_str_equal (field->key, "begins_at") || g_str_equal (field->key, "ends_at");
}

/* “2026-07-20T01:00:00Z” as “2026-07-20 01:00” */
static char *
dup_instant (const char *text)
{
  g_autoptr(GDateTime) time = NULL;
  gint64 instant;

  if (!qd_instant_parse (text, &instant))
    return g_strdup (text);

  time = g_date_time_new_from_unix_utc (instant);

  return g_date_time_format (time, "%Y-%m-%d %H:%M");
}

static char *
dup_length (const QdJsonField *field,
            gint64             minutes)
{
  return g_str_equal (field->key, "answer") ? qd_duration_dup_words (minutes) : qd_clock_length_dup_words (minutes);
}

/**
 * qd_fact_dup_text:
 *
 * Returns: (transfer full): what @field says, as it can be typed again by qd_fact_set_text(); empty for none
 */
char *
qd_fact_dup_text (const QdFact      *fact,
                  const QdJsonField *field)
{
  gconstpointer at;
  char          day[QD_DAY_TEXT_SIZE];
  int           number;

  g_return_val_if_fail (fact != NULL && field != NULL, g_strdup (""));

  at = (const char *)fact + field->offset;

  switch (field->kind)
    {
    case QD_JSON_FIELD_NUMBER:
      number = *(const int *)at;
      return number != QD_DAY_NONE ? g_strdup_printf ("%d", number) : g_strdup ("");

    case QD_JSON_FIELD_COUNT:
      return *(const gint64 *)at != QD_INTEGER_NONE ? dup_length (field, *(const gint64 *)at) : g_strdup ("");

    case QD_JSON_FIELD_NICK:
      number = *(const int *)at;
      return g_strdup (number != QD_ENUM_NONE ? field->nicks[number].nick : "");

    case QD_JSON_FIELD_DAY:
      if (*(const int *)at == QD_DAY_NONE)
        return g_strdup ("");

      qd_day_format (*(const int *)at, day);
      return g_strdup (day);

    case QD_JSON_FIELD_LINES:
      return *(char *const *const *)at != NULL ? g_strjoinv (", ", *(char ***)at) : g_strdup ("");

    case QD_JSON_FIELD_KEY:
    case QD_JSON_FIELD_LINE:
    case QD_JSON_FIELD_TEXT:
    case QD_JSON_FIELD_ADDRESS:
      {
        const char *text = *(const char *const *)at;

        return is_instant (field) && text != NULL ? dup_instant (text) : g_strdup (text != NULL ? text : "");
      }

    case QD_JSON_FIELD_MINUTES:
    case QD_JSON_FIELD_ITEMS:
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

/* Returns: (transfer full): the same, to be read */
char *
qd_fact_dup_words (const QdFact      *fact,
                   const QdJsonField *field)
{
  gconstpointer at;

  g_return_val_if_fail (fact != NULL && field != NULL, g_strdup (""));

  at = (const char *)fact + field->offset;

  if (field->kind == QD_JSON_FIELD_NICK && *(const int *)at != QD_ENUM_NONE)
    return g_strdup (_ (field->nicks[*(const int *)at].label));

  if (field->kind == QD_JSON_FIELD_DAY && *(const int *)at != QD_DAY_NONE)
    return qd_day_dup_display (*(const int *)at);

  return qd_fact_dup_text (fact, field);
}

static gboolean
refuse (const QdJsonField *field,
        const char        *what,
        GError           **error)
{
  g_set_error (error, QD_RECORD_ERROR, QD_RECORD_ERROR_RULE, _ ("“%s” %s"), qd_fact_field_get_label (field), what);

  return FALSE;
}

static gboolean
set_number (int               *at,
            const QdJsonField *field,
            const char        *text,
            GError           **error)
{
  gint64 number = QD_DAY_NONE;

  if (*text != '\0' && !g_ascii_string_to_signed (text, 10, -3650, 3650, &number, NULL))
    return refuse (field, _ ("must be a whole number"), error);

  *at = (int)number;

  return TRUE;
}

static gboolean
set_length (gint64            *at,
            const QdJsonField *field,
            const char        *text,
            GError           **error)
{
  gint64 minutes = QD_INTEGER_NONE;

  if (*text != '\0' && g_str_equal (field->key, "answer") && !qd_duration_parse (text, &minutes))
    return refuse (field, _ ("must be working time such as “3 d” or “4 h”"), error);

  if (*text != '\0' && !g_str_equal (field->key, "answer") && !qd_clock_length_parse (text, &minutes))
    return refuse (field, _ ("must be a length of time such as “4 h” or “30 min”"), error);

  *at = minutes;

  return TRUE;
}

static gboolean
set_nick (int               *at,
          const QdJsonField *field,
          const char        *text,
          GError           **error)
{
  *at = QD_ENUM_NONE;

  for (int i = 0; *text != '\0' && field->nicks[i].nick != NULL; i++)
    {
      if (g_str_equal (field->nicks[i].nick, text))
        *at = i;
    }

  return *text == '\0' || *at != QD_ENUM_NONE || refuse (field, _ ("is not one of its values"), error);
}

static gboolean
set_day (int               *at,
         const QdJsonField *field,
         const char        *text,
         GError           **error)
{
  int day = QD_DAY_NONE;

  if (*text != '\0' && !qd_day_parse (text, &day))
    return refuse (field, _ ("must be a day such as “2026-05-03”"), error);

  *at = day;

  return TRUE;
}

static void
set_lines (char     ***at,
           const char *text)
{
  g_auto(GStrv) parts = g_strsplit_set (text, ",;\n", -1);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  g_clear_pointer (at, g_strfreev);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (*g_strstrip (parts[i]) != '\0')
        g_strv_builder_add (builder, parts[i]);
    }

  *at = g_strv_builder_end (builder);

  if (**at == NULL)
    g_clear_pointer (at, g_strfreev);
}

/* “2026-07-20 01:00” is as good as what JSON has. */
static char *
read_instant (const char *text)
{
  g_autofree char *padded = g_strdelimit (g_strdup (text), " ", 'T');
  g_autofree char *full = strlen (padded) == 16 ? g_strconcat (padded, ":00Z", NULL) : NULL;
  gint64           instant;

  return g_strdup (full != NULL && qd_instant_parse (full, &instant) ? full : text);
}

/**
 * qd_fact_set_text:
 * @text: as a person types it, in UTC where it is a time; empty for none
 *
 * Returns: whether it can be read; else @fact is as it was
 */
gboolean
qd_fact_set_text (QdFact            *fact,
                  const QdJsonField *field,
                  const char        *text,
                  GError           **error)
{
  g_autofree char *clean = NULL;
  gpointer         at;

  g_return_val_if_fail (fact != NULL && field != NULL && text != NULL, FALSE);

  clean = g_strstrip (g_strdup (text));
  at = (char *)fact + field->offset;

  switch (field->kind)
    {
    case QD_JSON_FIELD_NUMBER:
      return set_number (at, field, clean, error);

    case QD_JSON_FIELD_COUNT:
      return set_length (at, field, clean, error);

    case QD_JSON_FIELD_NICK:
      return set_nick (at, field, clean, error);

    case QD_JSON_FIELD_DAY:
      return set_day (at, field, clean, error);

    case QD_JSON_FIELD_LINES:
      set_lines (at, clean);
      return TRUE;

    case QD_JSON_FIELD_KEY:
    case QD_JSON_FIELD_LINE:
    case QD_JSON_FIELD_TEXT:
    case QD_JSON_FIELD_ADDRESS:
      g_clear_pointer ((char **)at, g_free);
      *(char **)at = *clean == '\0' ? NULL : is_instant (field) ? read_instant (clean)
                                                                : g_steal_pointer (&clean);
      return TRUE;

    case QD_JSON_FIELD_MINUTES:
    case QD_JSON_FIELD_ITEMS:
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* Whether @fact says all that it must, and nothing that cannot be: what a person has left out is named as the form has it. */
gboolean
qd_fact_check_typed (const QdFact *fact,
                     GError      **error)
{
  const QdJsonShape *shape;
  g_autoptr(JsonNode) node = NULL;
  g_autoptr(QdFact) read = NULL;

  g_return_val_if_fail (fact != NULL, FALSE);

  shape = qd_fact_get_shape (fact->topic);

  for (guint i = 0; i < shape->n_fields; i++)
    {
      g_autofree char *text = qd_fact_dup_text (fact, &shape->fields[i]);

      if (shape->fields[i].required && *text == '\0')
        return refuse (&shape->fields[i], _ ("must be filled in"), error);
    }

  node = qd_fact_write (fact);
  read = qd_fact_read (fact->topic, node, "", error);

  return read != NULL;
}

/* Returns: (transfer full): what tells it from others of its topic, in a line; may be empty */
char *
qd_fact_dup_summary (const QdFact *fact)
{
  const QdJsonShape *shape;
  g_autoptr(GString) summary = g_string_new (NULL);
  guint n_parts = 0;

  g_return_val_if_fail (fact != NULL, g_strdup (""));

  shape = qd_fact_get_shape (fact->topic);

  for (gsize i = 0; i < G_N_ELEMENTS (telling) && n_parts < SUMMARY_PARTS; i++)
    for (guint n = 0; n < shape->n_fields; n++)
      {
        g_autofree char *words = NULL;

        if (!g_str_equal (shape->fields[n].key, telling[i]))
          continue;

        words = qd_fact_dup_words (fact, &shape->fields[n]);

        if (*words == '\0' || g_strcmp0 (words, fact->name) == 0)
          continue;

        g_string_append_printf (summary, "%s%s", n_parts > 0 ? " · " : "", words);
        n_parts++;
      }

  return g_string_free_and_steal (g_steal_pointer (&summary));
}

/* Returns: (transfer full) (nullable): “GitLab Docs, checked 22 Nov 2026” */
char *
qd_fact_dup_source_words (const QdFact *fact)
{
  g_autofree char *day = NULL;

  g_return_val_if_fail (fact != NULL, NULL);

  if (fact->checked == QD_DAY_NONE)
    return g_strdup (fact->source);

  day = qd_day_dup_display (fact->checked);

  /* Translators: the name of a source, and a day */
  return fact->source != NULL ? g_strdup_printf (_ ("%1$s, checked %2$s"), fact->source, day)
                              : g_strdup_printf (_ ("Checked %s"), day);
}

/* Returns: (transfer full) (element-type utf8): each field that is another: “Begins (UTC): 01:00, ships as 02:00” */
GPtrArray *
qd_fact_list_differences (const QdFact *shipped,
                          const QdFact *edited)
{
  GPtrArray         *differences = g_ptr_array_new_with_free_func (g_free);
  const QdJsonShape *shape;

  g_return_val_if_fail (shipped != NULL && edited != NULL && shipped->topic == edited->topic, differences);

  shape = qd_fact_get_shape (shipped->topic);

  for (guint i = 0; i < shape->n_fields; i++)
    {
      const QdJsonField *field = &shape->fields[i];
      g_autofree char   *before = qd_fact_dup_words (shipped, field);
      g_autofree char   *after = qd_fact_dup_words (edited, field);

      if (g_str_equal (before, after))
        continue;

      g_ptr_array_add (differences,
                       /* Translators: the name of a field, what it says now and what it says as it ships */
                       g_strdup_printf (_ ("%1$s: “%2$s”, ships as “%3$s”"),
                                        qd_fact_field_get_label (field),
                                        *after != '\0' ? after : C_ ("fact", "none"),
                                        *before != '\0' ? before : C_ ("fact", "none")));
    }

  return differences;
}

/* Whether what ships was checked after the copy that a person has edited */
gboolean
qd_fact_is_outdated (const QdFact *shipped,
                     const QdFact *edited)
{
  g_return_val_if_fail (shipped != NULL && edited != NULL, FALSE);

  return edited->state == QD_FACT_STATE_EDITED && shipped->checked != QD_DAY_NONE &&
         (edited->checked == QD_DAY_NONE || shipped->checked > edited->checked);
}
