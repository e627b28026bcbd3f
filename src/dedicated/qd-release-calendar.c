/* qd-release-calendar.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-release-calendar"

#include "qd-release-calendar.h"

#include <string.h>

/* Months are counted from the year 0, so that they can be compared. */
static int
get_month (int day)
{
  int year, month, day_of_month;

  qd_day_get_ymd (day, &year, &month, &day_of_month);

  return year * 12 + month - 1;
}

static int
get_first_of_month (int month)
{
  return qd_day_from_ymd (month / 12, month % 12 + 1, 1);
}

/* “18.10”, and also “18.10.3” and “18.10.3-ee”, as an instance shows it */
gboolean
qd_version_read (const char *text,
                 QdVersion  *version)
{
  g_autofree char *start = NULL;
  gsize            length = 0;
  guint            n_dots = 0;

  if (text == NULL)
    return FALSE;

  if (*text == 'v')
    text++;

  for (; g_ascii_isdigit (text[length]) || text[length] == '.'; length++)
    {
      if (text[length] == '.' && ++n_dots > 1)
        break;
    }

  start = g_strndup (text, length);

  return qd_version_parse (start, &version->major, &version->minor);
}

int
qd_version_compare (QdVersion a,
                    QdVersion b)
{
  return a.major != b.major ? a.major - b.major : a.minor - b.minor;
}

/* Returns: (transfer full): “18.10”; of none an empty text */
char *
qd_version_format (QdVersion version)
{
  return version.major > 0 ? g_strdup_printf ("%d.%d", version.major, version.minor) : g_strdup ("");
}

gboolean
qd_release_is_major (const QdRelease *self)
{
  return self->version.minor == 0;
}

static int
compare_rules (gconstpointer a,
               gconstpointer b)
{
  const QdReleaseRuleFact *first = *(QdReleaseRuleFact **)a;
  const QdReleaseRuleFact *second = *(QdReleaseRuleFact **)b;

  return (first->day > second->day) - (first->day < second->day);
}

/* Returns: (transfer container): the rules, the oldest first */
static GPtrArray *
sort_rules (QdFactBook *book)
{
  GPtrArray *rules = g_ptr_array_copy (qd_fact_book_peek (book, QD_FACT_TOPIC_RELEASE_RULE), NULL, NULL);

  g_ptr_array_sort (rules, compare_rules);

  return rules;
}

/* The rule for @month, which is not before the first one's */
static const QdReleaseRuleFact *
find_rule (GPtrArray *rules,
           int        month)
{
  const QdReleaseRuleFact *found = g_ptr_array_index (rules, 0);

  for (guint i = 1; i < rules->len; i++)
    {
      const QdReleaseRuleFact *rule = g_ptr_array_index (rules, i);

      if (get_month (rule->day) <= month)
        found = rule;
    }

  return found;
}

static int
find_day (const QdReleaseRuleFact *rule,
          int                      month)
{
  int first = get_first_of_month (month);
  int day;

  if (rule->day_of_month != QD_DAY_NONE)
    return first + rule->day_of_month - 1;

  day = first + (rule->weekday - (qd_day_get_weekday (first) - 1) + 7) % 7;

  return day + (rule->week - 1) * 7;
}

/* On another day than its rule says, where a person has said so. */
static int
find_excepted_day (QdFactBook *book,
                   QdVersion   version,
                   int         day)
{
  GPtrArray *exceptions = qd_fact_book_peek (book, QD_FACT_TOPIC_EXCEPTION);

  for (guint i = 0; i < exceptions->len; i++)
    {
      const QdExceptionFact *exception = g_ptr_array_index (exceptions, i);
      QdVersion              excepted;

      if (exception->window == NULL && qd_version_read (exception->version, &excepted) &&
          qd_version_compare (excepted, version) == 0)
        return exception->day;
    }

  return day;
}

static QdVersion
advance (QdVersion                before,
         const QdReleaseRuleFact *rule,
         int                      month)
{
  QdVersion version = { before.major, before.minor + 1 };

  if (get_month (rule->day) == month)
    qd_version_read (rule->version, &version);
  else if (month % 12 + 1 == rule->major_month)
    version = (QdVersion){ before.major + 1, 0 };

  return version;
}

/* What tenants get when the last of @versions is released */
static QdVersion
find_tenant_version (GArray                  *versions,
                     const QdReleaseRuleFact *rule,
                     const QdReleaseRuleFact *oldest)
{
  QdVersion version = { 0 };

  if ((guint)rule->behind < versions->len)
    return g_array_index (versions, QdVersion, versions->len - 1 - rule->behind);

  if ((guint)rule->behind == versions->len && oldest->before != NULL)
    qd_version_read (oldest->before, &version);

  return version;
}

static QdRelease
create_release (QdFactBook              *book,
                const QdReleaseRuleFact *rule,
                int                      month,
                QdVersion                version)
{
  QdRelease release = { .version = version };
  int       day = find_day (rule, month);

  release.day = find_excepted_day (book, version, day);

  for (guint i = 0; rule->patches != NULL && rule->patches[i] != NULL; i++)
    {
      if (release.n_patch_days < QD_RELEASE_MAX_PATCHES)
        release.patch_days[release.n_patch_days++] = day + (int)g_ascii_strtoll (rule->patches[i], NULL, 10);
    }

  return release;
}

/**
 * qd_releases_list:
 *
 * Returns: (transfer full) (element-type QdRelease): the monthly releases of these days, both
 *   included, in order; before the oldest rule of the book none is known
 */
GArray *
qd_releases_list (QdFactBook *book,
                  int         first_day,
                  int         last_day)
{
  GArray *releases = g_array_new (FALSE, FALSE, sizeof (QdRelease));
  g_autoptr(GPtrArray) rules = NULL;
  g_autoptr(GArray) versions = g_array_new (FALSE, FALSE, sizeof (QdVersion));
  QdVersion version = { 0 };

  g_return_val_if_fail (QD_IS_FACT_BOOK (book), releases);

  rules = sort_rules (book);

  if (rules->len == 0)
    return releases;

  /* A month more, for one that was moved */
  for (int month = get_month (((QdReleaseRuleFact *)g_ptr_array_index (rules, 0))->day);
       month <= get_month (last_day) + 1;
       month++)
    {
      const QdReleaseRuleFact *rule = find_rule (rules, month);
      QdRelease                release;

      version = advance (version, rule, month);
      g_array_append_val (versions, version);
      release = create_release (book, rule, month, version);
      release.tenant = find_tenant_version (versions, rule, g_ptr_array_index (rules, 0));

      if (release.day >= first_day && release.day <= last_day)
        g_array_append_val (releases, release);
    }

  return releases;
}
