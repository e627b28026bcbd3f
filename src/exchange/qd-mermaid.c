/* qd-mermaid.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-mermaid"

#include <glib/gi18n.h>
#include <string.h>

#include "qd-exchange.h"
#include "qd-plan-writers.h"

/*
 * A gantt chart as GitLab draws it in Markdown. Each bar has its own first day
 * and the day after its last: Mermaid’s ways to leave days out, to follow another
 * task or to count working days give other dates than ours.
 */

const QdNick qd_outline_onlys[] = {
  { "all", N_ ("All Tasks") },
  { "summaries", N_ ("Summaries and Milestones") },
  { "milestones", N_ ("Milestones") },
  { NULL },
};

/* What a line of a chart may not begin with, since it is a command there: in Mermaid’s own grammar of a gantt chart, and
 * in any case of letters. */
static const char *const commands[] = {
  "acctitle", "accdescr", "accdescription", "gantt", "dateformat", "inclusiveenddates", "topaxis", "axisformat",
  "tickinterval", "includes", "excludes", "todaymarker", "weekday", "weekend", "title", "section", "call", "click",
  "href", NULL
};

/* A bar, a diamond or, of several tasks, the stretch that they are done in */
typedef struct
{
  char        *title;
  QdMinuteSpan span;
  gboolean     timed;
  gboolean     milestone;
  gboolean     done;
  gboolean     active;
  gboolean     critical;
} Bar;

static void
bar_free (Bar *bar)
{
  g_free (bar->title);
  g_free (bar);
}

static gboolean
begins_with_command (const char *text)
{
  gsize            length = strspn (text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
  g_autofree char *word = g_ascii_strdown (text, (gssize)length);

  return g_strv_contains (commands, word);
}

static void
append_entity (GString *chart,
               gunichar character)
{
  g_string_append_printf (chart, "#%u;", character);
}

/* As text of a chart, whatever is in it: what means something there is written as a number. */
static void
append_text (GString    *chart,
             const char *text)
{
  g_autofree char *clean = g_strstrip (g_strdup (text));
  gsize            figures = strspn (clean, "0123456789");
  const char      *first = clean;

  if (*clean == '\0')
    g_string_append (chart, _ ("(no name)"));

  /* A list in Markdown, “1. Plan” or “- Plan”, or a day */
  if (figures > 0 && clean[figures] != '\0' && strchr (".)-", clean[figures]) != NULL)
    {
      g_string_append_len (chart, clean, (gssize)figures);
      first = clean + figures;
    }

  for (const char *c = first; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (g_unichar_iscntrl (character) || character == 0x2028 || character == 0x2029)
        g_string_append_c (chart, ' ');
      else if (character < 0x80 && strchr (":;#,\"'<>&%{}\\`", (int)character) != NULL)
        append_entity (chart, character);
      else if (c == first && (first > clean || strchr ("-*+", *c) != NULL || begins_with_command (clean)))
        append_entity (chart, character);
      else
        g_string_append_unichar (chart, character);
    }
}

static void
append_minute (GString *chart,
               QdMinute minute,
               gboolean timed)
{
  char text[QD_DAY_TEXT_SIZE];

  qd_day_format (qd_minute_get_day (minute), text);
  g_string_append (chart, text);

  if (timed)
    g_string_append_printf (chart, " %02d:%02d", qd_minute_get_time (minute) / 60, qd_minute_get_time (minute) % 60);
}

/* Nothing of a name is in an id. */
static void
append_bar (GString   *chart,
            const Bar *bar,
            guint      number,
            gboolean   timed)
{
  g_string_append (chart, "    ");
  append_text (chart, bar->title);
  g_string_append_printf (chart,
                          " :%s%s%s%st%u, ",
                          bar->done ? "done, " : "",
                          bar->active ? "active, " : "",
                          bar->critical ? "crit, " : "",
                          bar->milestone ? "milestone, " : "",
                          number);
  append_minute (chart, bar->span.from, timed);
  g_string_append (chart, ", ");
  append_minute (chart, bar->span.until, timed);
  g_string_append_c (chart, '\n');
}

/* Whole days, the last of which is over at midnight. */
static QdMinuteSpan
widen (QdMinuteSpan span)
{
  int last = qd_minute_get_day (span.until > span.from ? span.until - 1 : span.until);

  return (QdMinuteSpan){ qd_minute_from_day (qd_minute_get_day (span.from)), qd_minute_from_day (last + 1) };
}

static Bar *
create_bar (const QdPlanOutline *outline,
            guint                index)
{
  const QdOutlineTask *task = qd_plan_outline_get_task (outline, index);
  Bar                 *bar = g_new0 (Bar, 1);

  qd_plan_outline_get_span (outline, index, &bar->span);
  bar->title = g_strdup (task->title);
  bar->timed = !task->summary && qd_plan_outline_has_time (task);
  bar->milestone = task->kind == QD_TASK_KIND_MILESTONE && !task->summary;
  bar->done = task->status == QD_TASK_STATUS_DONE;
  bar->active = !bar->done && task->status != QD_TASK_STATUS_NOT_STARTED;
  bar->critical = task->critical;

  if (!bar->timed)
    bar->span = widen (bar->span);

  return bar;
}

static gboolean
has_span (const QdPlanOutline *outline,
          guint                index)
{
  QdMinuteSpan span;

  return qd_plan_outline_get_span (outline, index, &span);
}

/* Whether a task of its own bar is in a chart of so much. */
gboolean
qd_mermaid_has_task (const QdPlanOutline    *outline,
                     const QdOutlineOptions *options,
                     guint                   index)
{
  const QdOutlineTask *task = qd_plan_outline_get_task (outline, index);
  gboolean             milestone = task->kind == QD_TASK_KIND_MILESTONE;

  if (options->only == QD_OUTLINE_ONLY_MILESTONES && !milestone)
    return FALSE;

  if (options->only == QD_OUTLINE_ONLY_SUMMARIES && !milestone && !task->summary)
    return FALSE;

  return has_span (outline, index);
}

/* Returns: (transfer full) (nullable): all tasks of @phase as one */
static Bar *
create_phase_bar (const QdPlanOutline *outline,
                  int                  phase)
{
  Bar *bar = NULL;

  for (guint i = 0; i < outline->tasks->len; i++)
    {
      const QdOutlineTask *task = qd_plan_outline_get_task (outline, i);
      QdMinuteSpan         span;

      if (task->phase != phase || task->summary || !qd_plan_outline_get_span (outline, i, &span))
        continue;

      span = widen (span);

      if (bar == NULL)
        {
          bar = g_new0 (Bar, 1);
          bar->title = g_strdup (qd_plan_outline_get_phase (outline, phase)->name);
          bar->span = span;
          bar->done = TRUE;
        }

      bar->span.from = MIN (bar->span.from, span.from);
      bar->span.until = MAX (bar->span.until, span.until);
      bar->done = bar->done && task->status == QD_TASK_STATUS_DONE;
      bar->active = bar->active || task->status != QD_TASK_STATUS_NOT_STARTED;
      bar->critical = bar->critical || task->critical;
    }

  if (bar != NULL)
    bar->active = bar->active && !bar->done;

  return bar;
}

static gboolean
has_summary (const QdPlanOutline *outline,
             int                  phase)
{
  for (guint i = 0; i < outline->tasks->len; i++)
    {
      const QdOutlineTask *task = qd_plan_outline_get_task (outline, i);

      if (task->phase == phase && task->summary)
        return TRUE;
    }

  return FALSE;
}

/* Returns: (transfer full) (element-type Bar): what is in the section of @phase; -1 is of none */
static GPtrArray *
list_bars (const QdPlanOutline    *outline,
           const QdOutlineOptions *options,
           int                     phase)
{
  GPtrArray *bars = g_ptr_array_new_with_free_func ((GDestroyNotify)bar_free);

  if (options->only == QD_OUTLINE_ONLY_SUMMARIES && phase >= 0 && !has_summary (outline, phase))
    {
      Bar *bar = create_phase_bar (outline, phase);

      if (bar != NULL)
        g_ptr_array_add (bars, bar);
    }

  for (guint i = 0; i < outline->tasks->len; i++)
    {
      if (qd_plan_outline_get_task (outline, i)->phase == phase && qd_mermaid_has_task (outline, options, i))
        g_ptr_array_add (bars, create_bar (outline, i));
    }

  return bars;
}

/* Two sections of one name would be one. */
static void
append_section (GString             *chart,
                const QdPlanOutline *outline,
                int                  phase)
{
  const char *name = phase >= 0 ? qd_plan_outline_get_phase (outline, phase)->name : _ ("No Phase");
  guint       n_before = 0;

  for (int i = 0; i < phase; i++)
    n_before += g_str_equal (qd_plan_outline_get_phase (outline, i)->name, name);

  g_string_append (chart, "  section ");
  append_text (chart, name);

  if (n_before > 0)
    g_string_append_printf (chart, " (%u)", n_before + 1);

  g_string_append_c (chart, '\n');
}

/* The first is of the first phase, the last of none. */
static GPtrArray *
list_sections (const QdPlanOutline    *outline,
               const QdOutlineOptions *options)
{
  GPtrArray *sections = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);

  for (guint i = 0; i <= outline->phases->len; i++)
    g_ptr_array_add (sections, list_bars (outline, options, i < outline->phases->len ? (int)i : -1));

  return sections;
}

static gboolean
is_timed (GPtrArray *sections)
{
  for (guint i = 0; i < sections->len; i++)
    {
      GPtrArray *bars = g_ptr_array_index (sections, i);

      for (guint n = 0; n < bars->len; n++)
        {
          if (((Bar *)g_ptr_array_index (bars, n))->timed)
            return TRUE;
        }
    }

  return FALSE;
}

/* Returns: (transfer full): the chart without what is around it in Markdown */
static GString *
create_chart (const QdPlanOutline    *outline,
              const QdOutlineOptions *options)
{
  GString *chart = g_string_new ("gantt\n  title ");
  g_autoptr(GPtrArray) sections = list_sections (outline, options);
  g_autofree char *title = g_strdup_printf ("%s – %s", outline->customer, outline->name);
  gboolean         timed = is_timed (sections);
  guint            number = 0;

  append_text (chart, title);
  g_string_append (chart, timed ? "\n  dateFormat YYYY-MM-DD HH:mm\n" : "\n  dateFormat YYYY-MM-DD\n");
  g_string_append (chart, "  axisFormat %d %b\n");

  for (guint i = 0; i < sections->len; i++)
    {
      GPtrArray *bars = g_ptr_array_index (sections, i);

      if (bars->len > 0 && outline->phases->len > 0)
        append_section (chart, outline, i < outline->phases->len ? (int)i : -1);

      for (guint n = 0; n < bars->len; n++)
        append_bar (chart, g_ptr_array_index (bars, n), ++number, timed);
    }

  return chart;
}

/* Whether GitLab shows the chart only when it is asked to. */
gboolean
qd_mermaid_needs_click (const QdPlanOutline    *outline,
                        const QdOutlineOptions *options)
{
  g_autoptr(GString) chart = create_chart (outline, options);

  return g_utf8_strlen (chart->str, (gssize)chart->len) > QD_MERMAID_PROMPT;
}

/**
 * qd_mermaid_write:
 *
 * Returns: (transfer full) (nullable): Markdown with a chart in it; it is refused
 *   where it would be larger than Mermaid draws
 */
GBytes *
qd_mermaid_write (const QdPlanOutline    *outline,
                  const QdOutlineOptions *options,
                  GError                **error)
{
  g_autoptr(GString) chart = create_chart (outline, options);
  glong length = g_utf8_strlen (chart->str, (gssize)chart->len);

  if (length > QD_MERMAID_LIMIT)
    {
      g_set_error (error,
                   QD_EXCHANGE_ERROR,
                   QD_EXCHANGE_ERROR_TARGET,
                   _ ("The chart would have %ld characters, and GitLab draws none of more than %d; nothing was exported – "
                      "take only summaries or only milestones"),
                   length,
                   QD_MERMAID_LIMIT);
      return NULL;
    }

  g_string_prepend (chart, "```mermaid\n");
  g_string_append (chart, "```\n");

  return g_string_free_to_bytes (g_steal_pointer (&chart));
}
