/* qd-fact.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "qd-fact-edit.h"
#include "qd-json-field.h"

G_BEGIN_DECLS

/**
 * QdFactState:
 * @QD_FACT_STATE_SHIPPED: as it ships with the app
 * @QD_FACT_STATE_EDITED: it ships, and a person has changed it
 * @QD_FACT_STATE_STRUCK: it ships, and a person does not let it count
 * @QD_FACT_STATE_OWN: a person's own
 */
typedef enum
{
  QD_FACT_STATE_SHIPPED,
  QD_FACT_STATE_EDITED,
  QD_FACT_STATE_STRUCK,
  QD_FACT_STATE_OWN,
} QdFactState;

/**
 * QdFact:
 *
 * What every fact begins with, whatever it is about. Its fields may be read; it
 * never changes once it is in a book.
 */
typedef struct
{
  QdFactTopic topic;
  QdFactState state;
  gint64      id; /* of the QdFactEdit; 0 where it is as it ships */
  char       *key;
  char       *name;
  char       *description;
  char       *source;
  char       *url;
  int         checked; /* the day the source was */
} QdFact;

/* For whom a change lock holds. */
typedef enum
{
  QD_FACT_SCOPE_ALL,
  QD_FACT_SCOPE_COMMERCIAL,
  QD_FACT_SCOPE_GOVERNMENT,
} QdFactScope;

typedef enum
{
  QD_STAR_URGENCY_NOT_URGENT,
  QD_STAR_URGENCY_TIMELY,
  QD_STAR_URGENCY_URGENT,
} QdStarUrgency;

typedef enum
{
  QD_SUPPORT_TEAM_SUPPORT,
  QD_SUPPORT_TEAM_SRE,
  QD_SUPPORT_TEAM_PM,
  QD_SUPPORT_TEAM_COVER,
} QdSupportTeam;

/**
 * QdFieldLock:
 * @QD_FIELD_LOCK_NONE: it can be changed at any time
 * @QD_FIELD_LOCK_CREATED: it is as it was when the instance was created
 * @QD_FIELD_LOCK_GROWS: it can only become more
 * @QD_FIELD_LOCK_DOMAIN: it changes only by way of a domain of the customer's own
 *
 * What becomes of a field once the instance was created.
 */
typedef enum
{
  QD_FIELD_LOCK_NONE,
  QD_FIELD_LOCK_CREATED,
  QD_FIELD_LOCK_GROWS,
  QD_FIELD_LOCK_DOMAIN,
} QdFieldLock;

typedef enum
{
  QD_FEATURE_STATE_AVAILABLE,
  QD_FEATURE_STATE_LIMITED,
  QD_FEATURE_STATE_UNAVAILABLE,
} QdFeatureState;

extern const QdNick qd_weekdays[];
extern const QdNick qd_fact_scopes[];
extern const QdNick qd_star_urgencies[];
extern const QdNick qd_support_teams[];
extern const QdNick qd_field_locks[];
extern const QdNick qd_feature_states[];

/* One of the windows that a tenant is maintained in, every week. */
typedef struct
{
  QdFact fact;
  char  *short_name; /* “AMER 1” */
  char  *region;
  int    weekday; /* in UTC, 0 is Monday */
  char  *begins;  /* “21:00”, in UTC */
  gint64 minutes; /* how long it is; it may cross midnight */
  int    rollout; /* days after a monthly release, from when on the window brings the tenant's version */
  int    cutoff;  /* business days before the window, by when a ticket must ask for what is to be done in it */
  int    since;   /* the first day it is so; none: always */
  int    until;   /* the last day it is so; none: for good */
} QdWindowFact;

/* When nothing may be changed in production (PCL). */
typedef struct
{
  QdFact      fact;
  QdFactScope scope;
  char       *begins_at; /* an instant in UTC */
  char       *ends_at;   /* an instant in UTC, no longer part of it */
} QdLockFact;

/* When there are releases: from one version on, until the next rule begins. */
typedef struct
{
  QdFact fact;
  char  *version;      /* “16.6”: the first of the rule */
  char  *before;       /* (nullable): the version before it */
  int    day;          /* in the month of that first version */
  int    day_of_month; /* on which there is a release; none: a weekday */
  int    week;         /* which of these weekdays of the month, from 1 */
  int    weekday;
  int    major_month; /* in which the major version changes, from 1 */
  char **patches;     /* (nullable): days after the release, as numbers: “-8” */
  int    behind;      /* how many minor versions a tenant is behind the newest */
} QdReleaseRuleFact;

/* That a release, or its way to the tenants of one window, is on another day. */
typedef struct
{
  QdFact fact;
  char  *version; /* that is released */
  char  *window;  /* (nullable): the key of the window; none: the release itself */
  int    day;
} QdExceptionFact;

/* How soon Support replies for the first time. What is none counts for all. */
typedef struct
{
  QdFact fact;
  int    severity; /* QdTicketSeverity */
  int    tier;     /* QdTier */
  int    plan;     /* QdSupportPlan */
  gint64 minutes;
  char  *hours; /* the key of the hours in which they count */
  int    since; /* tickets opened from that day on; none: always */
} QdSlaFact;

/* When people are there. */
typedef struct
{
  QdFact        fact;
  QdSupportTeam team;
  char         *hours;     /* as qd_work_week_parse() reads them */
  char         *time_zone; /* IANA, of these hours */
  char         *holidays;  /* (nullable): an ISO 3166-1 code whose public holidays are kept */
  char        **closed;    /* (nullable): further days without work */
  gint64        answer;    /* working minutes until a question is answered; none: not said */
} QdHoursFact;

/* Why Support is asked for attention; the key says which rule it is. */
typedef struct
{
  QdFact        fact;
  int           rule; /* QdStarRule; none: both */
  QdStarUrgency urgency;
  gint64        minutes; /* how long after the reply was due; none: it does not matter */
} QdStarReasonFact;

/* What is to be so before Support is asked; the key says which rule it is. */
typedef struct
{
  QdFact fact;
  gint64 minutes; /* how old the ticket must be; none: it does not matter */
} QdStarCheckFact;

typedef struct
{
  QdFact        fact;
  QdStarUrgency urgency;
  gint64        minutes; /* until the reply that is hoped for */
} QdStarUrgencyFact;

/* How often an escalation is written about. */
typedef struct
{
  QdFact fact;
  int    severity; /* QdEscalationSeverity */
  int    days;     /* until the next update; none: as usual */
  int    latest;   /* days until it is late; none: @days */
} QdEscalationFact;

/* One line of a checklist. */
typedef struct
{
  QdFact fact;
  char  *step;
  int    lock; /* QdFieldLock, of an input that is asked once; none: it is no field */
} QdChecklistFact;

/* What becomes of a field of a tenant, which is the key. */
typedef struct
{
  QdFact      fact;
  QdFieldLock lock;
} QdFieldFact;

/* Something that GitLab can, and whether Dedicated has it. */
typedef struct
{
  QdFact         fact;
  char          *group;
  QdFeatureState state;
  char         **words; /* what people call it, besides its name */
  char          *workaround;
  char          *since; /* (nullable): from when on it is so */
} QdFeatureFact;

QdFact            *qd_fact_new (QdFactTopic topic);
const QdJsonShape *qd_fact_get_shape (QdFactTopic topic);
QdFact            *qd_fact_copy (const QdFact *self);
void               qd_fact_free (QdFact *self);
QdFact            *qd_fact_read (QdFactTopic topic,
                                 JsonNode   *node,
                                 const char *path,
                                 GError    **error);
JsonNode          *qd_fact_write (const QdFact *self);
gboolean           qd_fact_check (const QdFact *self,
                                  GError      **error);
GPtrArray         *qd_facts_load_shipped (QdFactTopic topic,
                                          GError    **error);

gboolean           qd_fact_parse_time (const char *text,
                                       int        *minute);
gboolean           qd_version_parse (const char *text,
                                     int        *major,
                                     int        *minor);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdFact, qd_fact_free)

G_END_DECLS
