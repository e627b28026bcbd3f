/* qd-activity-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-activity-text"

#include "qd-activity-text.h"

#include "qd-instant.h"

/* As the form of the Gainsight timeline asks for them, and in its words, which are the same in every language. */
static const struct
{
  const char *header;
  const char *column;
} fields[] = {
  { "Activity Type", "kind" },
  { "Subject", "subject" },
  { "Activity Date", "day" },
  { "Duration (minutes)", "minutes" },
  { "Meeting Type", "meeting" },
  { "Milestone Type", "milestone" },
  { "Internal Attendees", "internal_attendees" },
  { "External Attendees", "external_attendees" },
  { "CSM Sentiment", "csm_sentiment" },
  { "Product Sentiment", "product_sentiment" },
  { "Risk Reason", "risk_reason" },
  { "Risk Impact", "risk_impact" },
  { "Accelerator Type", "accelerator" },
  { "Accelerator Content Module", "content_module" },
};

/* “2026-11-24”, or “2026-11-24 14:00 UTC” where it is known when it began */
static char *
dup_date (QdActivity *activity)
{
  char   day[QD_DAY_TEXT_SIZE];
  gint64 seconds;

  if (activity->begins_at != NULL && qd_instant_parse (activity->begins_at, &seconds))
    {
      g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc (seconds);

      return g_date_time_format (time, "%Y-%m-%d %H:%M UTC");
    }

  qd_day_format (activity->day, day);

  return g_strdup (day);
}

/* Returns: (transfer full) (nullable): what @column holds, in English */
static char *
dup_value (QdActivity     *activity,
           const QdColumn *column)
{
  g_auto(GValue) value = G_VALUE_INIT;
  g_autofree char *property = g_strdelimit (g_strdup (column->name), "_", '-');

  if (g_str_equal (column->name, "day"))
    return dup_date (activity);

  g_value_init (&value, g_object_class_find_property (G_OBJECT_GET_CLASS (activity), property)->value_type);
  g_object_get_property (G_OBJECT (activity), property, &value);

  switch (column->kind)
    {
    case QD_COLUMN_KIND_ENUM:
      return g_value_get_int (&value) != QD_ENUM_NONE ? g_strdup (column->nicks[g_value_get_int (&value)].label) : NULL;

    case QD_COLUMN_KIND_INTEGER:
      return g_value_get_int64 (&value) != QD_INTEGER_NONE
                 ? g_strdup_printf ("%" G_GINT64_FORMAT, g_value_get_int64 (&value))
                 : NULL;

    case QD_COLUMN_KIND_TEXT:
      return g_value_get_string (&value) != NULL ? g_strdelimit (g_value_dup_string (&value), "\n", ' ') : NULL;

    case QD_COLUMN_KIND_REAL:
    case QD_COLUMN_KIND_BOOLEAN:
    case QD_COLUMN_KIND_DAY:
    case QD_COLUMN_KIND_REFERENCE:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* Returns: (transfer full): a line for each field that holds something, then the notes, to be pasted into Gainsight */
char *
qd_activity_dup_text (gpointer activity)
{
  QdActivity *self = activity;
  GString    *text = g_string_new (NULL);

  g_return_val_if_fail (QD_IS_ACTIVITY (activity), g_string_free_and_steal (text));

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *value = dup_value (self, qd_record_find_column (QD_TYPE_ACTIVITY, fields[i].column));

      if (value != NULL && *value != '\0')
        g_string_append_printf (text, "%s: %s\n", fields[i].header, value);
    }

  if (self->sponsor_attended)
    g_string_append (text, "Executive Sponsor Attended: Yes\n");

  if (self->notes != NULL)
    g_string_append_printf (text, "\n%s\n", self->notes);

  return g_string_free_and_steal (text);
}
