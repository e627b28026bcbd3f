/* qd-fact.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-fact"

#include "qd-fact.h"

#include <glib/gi18n.h>
#include <string.h>

#include "qd-account.h"
#include "qd-escalation.h"
#include "qd-holidays.h"
#include "qd-instant.h"
#include "qd-json-file.h"
#include "qd-ticket.h"
#include "qd-work-week.h"
#include "qd-zone.h"

#define SHIPPED_FOLDER "/io/gitlab/quarterdeck/Quarterdeck/dedicated"

/* A week: what is longer is no window any more. */
#define MAX_WINDOW_MINUTES (7 * QD_MINUTES_PER_DAY)

const QdNick qd_weekdays[] = {
  { "monday", N_ ("Monday") },
  { "tuesday", N_ ("Tuesday") },
  { "wednesday", N_ ("Wednesday") },
  { "thursday", N_ ("Thursday") },
  { "friday", N_ ("Friday") },
  { "saturday", N_ ("Saturday") },
  { "sunday", N_ ("Sunday") },
  { NULL },
};

const QdNick qd_fact_scopes[] = {
  { "all", N_ ("All Tenants") },
  { "commercial", N_ ("Commercial") },
  { "government", N_ ("Government") },
  { NULL },
};

const QdNick qd_star_urgencies[] = {
  { "not-urgent", N_ ("Not Urgent") },
  { "timely", N_ ("Timely") },
  { "urgent", N_ ("Urgent") },
  { NULL },
};

const QdNick qd_support_teams[] = {
  { "support", N_ ("Support") },
  { "sre", N_ ("Dedicated SRE") },
  { "pm", N_ ("Product Management") },
  { "cover", N_ ("Support Hours") },
  { NULL },
};

const QdNick qd_field_locks[] = {
  { "none", N_ ("Can Be Changed") },
  { "created", N_ ("Locked After Creation") },
  { "grows", N_ ("Can Only Grow") },
  { "domain", N_ ("Changes Only with an Own Domain") },
  { NULL },
};

const QdNick qd_feature_states[] = {
  { "available", N_ ("Available") },
  { "limited", N_ ("Limited") },
  { "unavailable", N_ ("Not Available") },
  { NULL },
};

#define FIELD(Type, field, Kind, ...) \
  { .key = #field, .kind = QD_JSON_FIELD_##Kind, .offset = G_STRUCT_OFFSET (Type, field), ##__VA_ARGS__ }
#define NICK(Type, field, nicks_, ...) FIELD (Type, field, NICK, .nicks = nicks_, ##__VA_ARGS__)
#define OF_FACT(field_, Kind, ...) \
  { .key = #field_, .kind = QD_JSON_FIELD_##Kind, .offset = G_STRUCT_OFFSET (QdFact, field_), ##__VA_ARGS__ }

/* What every shape begins and ends with */
#define HEAD OF_FACT (key, KEY, .required = TRUE), OF_FACT (name, LINE, .required = TRUE), OF_FACT (description, TEXT)
#define TAIL OF_FACT (source, LINE), OF_FACT (url, ADDRESS), OF_FACT (checked, DAY)

static const QdJsonField window_fields[] = {
  HEAD,
  FIELD (QdWindowFact, short_name, LINE, .required = TRUE),
  FIELD (QdWindowFact, region, LINE),
  NICK (QdWindowFact, weekday, qd_weekdays, .required = TRUE),
  FIELD (QdWindowFact, begins, LINE, .required = TRUE),
  FIELD (QdWindowFact, minutes, COUNT, .required = TRUE),
  FIELD (QdWindowFact, rollout, NUMBER, .required = TRUE),
  FIELD (QdWindowFact, cutoff, NUMBER),
  FIELD (QdWindowFact, since, DAY),
  FIELD (QdWindowFact, until, DAY),
  TAIL,
};

static const QdJsonField lock_fields[] = {
  HEAD,
  NICK (QdLockFact, scope, qd_fact_scopes, .required = TRUE),
  FIELD (QdLockFact, begins_at, LINE, .required = TRUE),
  FIELD (QdLockFact, ends_at, LINE, .required = TRUE),
  TAIL,
};

static const QdJsonField release_rule_fields[] = {
  HEAD,
  FIELD (QdReleaseRuleFact, version, LINE, .required = TRUE),
  FIELD (QdReleaseRuleFact, before, LINE),
  FIELD (QdReleaseRuleFact, day, DAY, .required = TRUE),
  FIELD (QdReleaseRuleFact, day_of_month, NUMBER),
  FIELD (QdReleaseRuleFact, week, NUMBER),
  NICK (QdReleaseRuleFact, weekday, qd_weekdays),
  FIELD (QdReleaseRuleFact, major_month, NUMBER, .required = TRUE),
  FIELD (QdReleaseRuleFact, patches, LINES),
  FIELD (QdReleaseRuleFact, behind, NUMBER, .required = TRUE),
  TAIL,
};

static const QdJsonField exception_fields[] = {
  HEAD,
  FIELD (QdExceptionFact, version, LINE, .required = TRUE),
  FIELD (QdExceptionFact, window, KEY),
  FIELD (QdExceptionFact, day, DAY, .required = TRUE),
  TAIL,
};

static const QdJsonField sla_fields[] = {
  HEAD,
  NICK (QdSlaFact, severity, qd_ticket_severities),
  NICK (QdSlaFact, tier, qd_tiers),
  NICK (QdSlaFact, plan, qd_support_plans),
  FIELD (QdSlaFact, minutes, COUNT, .required = TRUE),
  FIELD (QdSlaFact, hours, KEY, .required = TRUE),
  FIELD (QdSlaFact, since, DAY),
  TAIL,
};

static const QdJsonField hours_fields[] = {
  HEAD,
  NICK (QdHoursFact, team, qd_support_teams, .required = TRUE),
  FIELD (QdHoursFact, hours, LINE, .required = TRUE),
  FIELD (QdHoursFact, time_zone, LINE, .required = TRUE),
  FIELD (QdHoursFact, holidays, LINE),
  FIELD (QdHoursFact, closed, LINES),
  FIELD (QdHoursFact, answer, COUNT),
  TAIL,
};

static const QdJsonField star_reason_fields[] = {
  HEAD,
  NICK (QdStarReasonFact, rule, qd_star_rules),
  NICK (QdStarReasonFact, urgency, qd_star_urgencies, .required = TRUE),
  FIELD (QdStarReasonFact, minutes, COUNT),
  TAIL,
};

static const QdJsonField star_check_fields[] = {
  HEAD,
  FIELD (QdStarCheckFact, minutes, COUNT),
  TAIL,
};

static const QdJsonField star_urgency_fields[] = {
  HEAD,
  NICK (QdStarUrgencyFact, urgency, qd_star_urgencies, .required = TRUE),
  FIELD (QdStarUrgencyFact, minutes, COUNT, .required = TRUE),
  TAIL,
};

static const QdJsonField escalation_fields[] = {
  HEAD,
  NICK (QdEscalationFact, severity, qd_escalation_severities, .required = TRUE),
  FIELD (QdEscalationFact, days, NUMBER),
  FIELD (QdEscalationFact, latest, NUMBER),
  TAIL,
};

static const QdJsonField checklist_fields[] = {
  HEAD,
  FIELD (QdChecklistFact, step, LINE),
  NICK (QdChecklistFact, lock, qd_field_locks),
  TAIL,
};

static const QdJsonField field_fields[] = {
  HEAD,
  NICK (QdFieldFact, lock, qd_field_locks, .required = TRUE),
  TAIL,
};

static const QdJsonField feature_fields[] = {
  HEAD,
  FIELD (QdFeatureFact, group, LINE, .required = TRUE),
  NICK (QdFeatureFact, state, qd_feature_states, .required = TRUE),
  FIELD (QdFeatureFact, words, LINES),
  FIELD (QdFeatureFact, workaround, LINE),
  FIELD (QdFeatureFact, since, LINE),
  TAIL,
};

static gboolean
refuse (const QdFact *fact,
        const char   *field,
        const char   *what,
        GError      **error)
{
  g_set_error (error,
               QD_RECORD_ERROR,
               QD_RECORD_ERROR_RULE,
               _ ("“%s” of “%s” %s; nothing was changed"),
               field,
               fact->name,
               what);

  return FALSE;
}

/* “21:00”, as minutes of the day */
gboolean
qd_fact_parse_time (const char *text,
                    int        *minute)
{
  if (text == NULL || strlen (text) != 5 || text[2] != ':' || !g_ascii_isdigit (text[0]) ||
      !g_ascii_isdigit (text[1]) || !g_ascii_isdigit (text[3]) || !g_ascii_isdigit (text[4]))
    return FALSE;

  *minute = ((text[0] - '0') * 10 + text[1] - '0') * 60 + (text[3] - '0') * 10 + text[4] - '0';

  return *minute < QD_MINUTES_PER_DAY && text[3] <= '5';
}

/* “18.10”; @minor is not a fraction */
gboolean
qd_version_parse (const char *text,
                  int        *major,
                  int        *minor)
{
  g_auto(GStrv) parts = g_strsplit (text != NULL ? text : "", ".", -1);
  guint64 numbers[2];

  if (g_strv_length (parts) != 2 || !g_ascii_string_to_unsigned (parts[0], 10, 1, 999, &numbers[0], NULL) ||
      !g_ascii_string_to_unsigned (parts[1], 10, 0, 99, &numbers[1], NULL))
    return FALSE;

  *major = (int)numbers[0];
  *minor = (int)numbers[1];

  return TRUE;
}

static gboolean
check_window (const QdFact *fact,
              GError      **error)
{
  const QdWindowFact *self = (const QdWindowFact *)fact;
  int                 minute;

  if (!qd_fact_parse_time (self->begins, &minute))
    return refuse (fact, _ ("Begins"), _ ("must be a time such as “21:00”"), error);

  if (self->minutes < 1 || self->minutes > MAX_WINDOW_MINUTES)
    return refuse (fact, _ ("Length"), _ ("must be from a minute to a week"), error);

  if (self->rollout < 0 || (self->cutoff != QD_DAY_NONE && (self->cutoff < 0 || self->cutoff > 30)))
    return refuse (fact, _ ("Days"), _ ("must not be less than 0, nor more than a month"), error);

  return TRUE;
}

static gboolean
check_lock (const QdFact *fact,
            GError      **error)
{
  const QdLockFact *self = (const QdLockFact *)fact;
  gint64            from, until;

  if (!qd_instant_parse (self->begins_at, &from) || !qd_instant_parse (self->ends_at, &until))
    return refuse (fact, _ ("Begins"), _ ("must be an instant such as “2026-05-03T14:00:00Z”, and so must its end"), error);

  return from < until || refuse (fact, _ ("Ends"), _ ("must be after it begins"), error);
}

static gboolean
check_release_rule (const QdFact *fact,
                    GError      **error)
{
  const QdReleaseRuleFact *self = (const QdReleaseRuleFact *)fact;
  int                      major, minor;
  gboolean                 by_weekday = self->day_of_month == QD_DAY_NONE;

  if (!qd_version_parse (self->version, &major, &minor) ||
      (self->before != NULL && !qd_version_parse (self->before, &major, &minor)))
    return refuse (fact, _ ("Version"), _ ("must be a version such as “18.10”"), error);

  if (by_weekday ? self->week < 1 || self->week > 4 || self->weekday == QD_ENUM_NONE
                 : self->day_of_month < 1 || self->day_of_month > 28)
    return refuse (fact, _ ("Day"), _ ("must be a day of the month up to 28, or a weekday of its first four weeks"), error);

  if (self->major_month < 1 || self->major_month > 12)
    return refuse (fact, _ ("Month of the Major Version"), _ ("must be from 1 to 12"), error);

  if (self->behind < 0 || self->behind > 12)
    return refuse (fact, _ ("Versions Behind"), _ ("must be from 0 to 12"), error);

  for (guint i = 0; self->patches != NULL && self->patches[i] != NULL; i++)
    {
      if (!g_ascii_string_to_signed (self->patches[i], 10, -31, 31, NULL, NULL))
        return refuse (fact, _ ("Patch Days"), _ ("must be whole numbers of days from -31 to 31"), error);
    }

  return TRUE;
}

static gboolean
check_exception (const QdFact *fact,
                 GError      **error)
{
  int major, minor;

  return qd_version_parse (((const QdExceptionFact *)fact)->version, &major, &minor) ||
         refuse (fact, _ ("Version"), _ ("must be a version such as “18.10”"), error);
}

static gboolean
check_hours (const QdFact *fact,
             GError      **error)
{
  const QdHoursFact *self = (const QdHoursFact *)fact;
  QdWorkWeek         week;
  int                day;

  if (!qd_work_week_parse (self->hours, &week, error) || !qd_zone_check (self->time_zone, error))
    return FALSE;

  if (self->holidays != NULL && !qd_holidays_has_country (self->holidays))
    return refuse (fact, _ ("Holidays"), _ ("must be a country whose holidays are known"), error);

  for (guint i = 0; self->closed != NULL && self->closed[i] != NULL; i++)
    {
      if (!qd_day_parse (self->closed[i], &day))
        return refuse (fact, _ ("Closed"), _ ("must be days such as “2026-05-03”"), error);
    }

  return TRUE;
}

static gboolean
check_escalation (const QdFact *fact,
                  GError      **error)
{
  const QdEscalationFact *self = (const QdEscalationFact *)fact;

  if ((self->days == QD_DAY_NONE || self->days > 0) &&
      (self->latest == QD_DAY_NONE || (self->days != QD_DAY_NONE && self->latest >= self->days)))
    return TRUE;

  return refuse (fact, _ ("Days"), _ ("must be more than 0, and late must not come before due"), error);
}

static gboolean
check_nothing (const QdFact *fact,
               GError      **error)
{
  return TRUE;
}

#define SHAPE(Type, fields_) { sizeof (Type), fields_, G_N_ELEMENTS (fields_) }

/* By topic: what a fact holds, and what must be so besides */
static const struct
{
  QdJsonShape shape;
  gboolean (*check) (const QdFact *fact,
                     GError      **error);
} topics[] = {
  [QD_FACT_TOPIC_WINDOW] = { SHAPE (QdWindowFact, window_fields), check_window },
  [QD_FACT_TOPIC_LOCK] = { SHAPE (QdLockFact, lock_fields), check_lock },
  [QD_FACT_TOPIC_RELEASE_RULE] = { SHAPE (QdReleaseRuleFact, release_rule_fields), check_release_rule },
  [QD_FACT_TOPIC_EXCEPTION] = { SHAPE (QdExceptionFact, exception_fields), check_exception },
  [QD_FACT_TOPIC_SLA] = { SHAPE (QdSlaFact, sla_fields), check_nothing },
  [QD_FACT_TOPIC_HOURS] = { SHAPE (QdHoursFact, hours_fields), check_hours },
  [QD_FACT_TOPIC_STAR_REASON] = { SHAPE (QdStarReasonFact, star_reason_fields), check_nothing },
  [QD_FACT_TOPIC_STAR_CHECK] = { SHAPE (QdStarCheckFact, star_check_fields), check_nothing },
  [QD_FACT_TOPIC_STAR_URGENCY] = { SHAPE (QdStarUrgencyFact, star_urgency_fields), check_nothing },
  [QD_FACT_TOPIC_ESCALATION] = { SHAPE (QdEscalationFact, escalation_fields), check_escalation },
  [QD_FACT_TOPIC_UPGRADE] = { SHAPE (QdChecklistFact, checklist_fields), check_nothing },
  [QD_FACT_TOPIC_ONBOARDING] = { SHAPE (QdChecklistFact, checklist_fields), check_nothing },
  [QD_FACT_TOPIC_FIELD] = { SHAPE (QdFieldFact, field_fields), check_nothing },
  [QD_FACT_TOPIC_FEATURE] = { SHAPE (QdFeatureFact, feature_fields), check_nothing },
};

/* Returns: (transfer none): what a fact about @topic holds, in the order of its fields */
const QdJsonShape *
qd_fact_get_shape (QdFactTopic topic)
{
  g_return_val_if_fail ((guint)topic < G_N_ELEMENTS (topics), NULL);

  return &topics[topic].shape;
}

/* Returns: (transfer full): a fact of which nothing is said yet */
QdFact *
qd_fact_new (QdFactTopic topic)
{
  QdFact *self;

  g_return_val_if_fail ((guint)topic < G_N_ELEMENTS (topics), NULL);

  self = g_malloc0 (topics[topic].shape.size);
  qd_json_shape_init (&topics[topic].shape, self);
  self->topic = topic;

  return self;
}

/* Returns: (transfer full) */
QdFact *
qd_fact_copy (const QdFact *self)
{
  g_autoptr(JsonNode) node = NULL;
  QdFact *copy;

  g_return_val_if_fail (self != NULL, NULL);

  node = qd_fact_write (self);
  copy = qd_fact_new (self->topic);
  qd_json_shape_read (&topics[self->topic].shape, copy, node, "", NULL);
  copy->state = self->state;
  copy->id = self->id;

  return copy;
}

void
qd_fact_free (QdFact *self)
{
  g_return_if_fail (self != NULL);

  qd_json_shape_clear (&topics[self->topic].shape, self);
  g_free (self);
}

/* Whether it says what it must and nothing that cannot be. */
gboolean
qd_fact_check (const QdFact *self,
               GError      **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return topics[self->topic].check (self, error);
}

/**
 * qd_fact_read:
 * @path: of @node, for messages
 *
 * Returns: (transfer full) (nullable): the fact in @node, checked
 */
QdFact *
qd_fact_read (QdFactTopic topic,
              JsonNode   *node,
              const char *path,
              GError    **error)
{
  g_autoptr(QdFact) self = qd_fact_new (topic);

  if (!qd_json_shape_read (&topics[topic].shape, self, node, path, error) || !qd_fact_check (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/* Returns: (transfer full): an object, without what is none */
JsonNode *
qd_fact_write (const QdFact *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return qd_json_shape_write (&topics[self->topic].shape, self);
}

static GPtrArray *
read_facts (QdFactTopic topic,
            JsonObject *file,
            GError    **error)
{
  const char *const keys[] = { "schema", "kind", "version", "topic", "facts", NULL };
  g_autoptr(GPtrArray) facts = g_ptr_array_new_with_free_func ((GDestroyNotify)qd_fact_free);
  JsonNode  *list = json_object_get_member (file, "facts");
  JsonArray *array;

  if (!qd_json_check_keys (file, keys, "", error))
    return NULL;

  if (list == NULL || !JSON_NODE_HOLDS_ARRAY (list))
    {
      qd_json_fail ("facts", _ ("must be a list"), error);
      return NULL;
    }

  array = json_node_get_array (list);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *path = qd_json_join_index ("facts", i);
      QdFact          *fact = qd_fact_read (topic, json_array_get_element (array, i), path, error);

      if (fact == NULL)
        return NULL;

      g_ptr_array_add (facts, fact);
    }

  return g_steal_pointer (&facts);
}

/* Returns: (transfer full) (nullable) (element-type QdFact): what ships about @topic, in the order of its list */
GPtrArray *
qd_facts_load_shipped (QdFactTopic topic,
                       GError    **error)
{
  g_autofree char *path = g_strdup_printf ("%s/%s.json", SHIPPED_FOLDER, qd_fact_topics[topic].nick);
  g_autoptr(GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr(JsonNode) root = bytes != NULL ? qd_json_read (bytes, error) : NULL;
  JsonObject *file = root != NULL ? qd_json_file_open_as (root, "dedicated", error) : NULL;
  GPtrArray  *facts = file != NULL ? read_facts (topic, file, error) : NULL;

  if (facts == NULL)
    g_prefix_error (error, _ ("The facts about Dedicated cannot be read: "));

  return facts;
}
