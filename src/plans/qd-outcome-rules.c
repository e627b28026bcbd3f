/* qd-outcome-rules.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-outcome-rules"

#include "qd-outcome-rules.h"

#include <glib/gi18n.h>

#include "qd-task.h"

G_DEFINE_QUARK (QdOutcomeError, qd_outcome_error)

void
qd_outcome_gap_free (QdOutcomeGap *gap)
{
  g_free (gap->what);
  g_free (gap);
}

QdOutcomeState
qd_outcome_get_state (QdObjective *objective)
{
  return (QdOutcomeState){ objective->status, objective->outcome, objective->closed };
}

/* Returns: the step that comes next; where there is a choice, the fuller one */
QdOutcomeStep
qd_outcome_get_next_step (QdObjective *objective)
{
  if (objective->closed != QD_DAY_NONE)
    return QD_OUTCOME_STEP_REOPEN;

  switch ((int)objective->outcome)
    {
    case QD_ENUM_NONE:
      return QD_OUTCOME_STEP_PROPOSE;

    case QD_OUTCOME_PROPOSED:
      return QD_OUTCOME_STEP_ACCEPT;

    case QD_OUTCOME_ACCEPTED:
      return QD_OUTCOME_STEP_DELIVER;

    case QD_OUTCOME_DELIVERED:
      return objective->status == QD_OBJECTIVE_STATUS_CLOSED_SUCCESS ? QD_OUTCOME_STEP_VERIFY
                                                                     : QD_OUTCOME_STEP_SUCCEED;

    case QD_OUTCOME_VERIFIED:
    default:
      return QD_OUTCOME_STEP_CLOSE;
    }
}

/* Returns: (transfer none): what a button that takes @step says */
const char *
qd_outcome_step_get_label (QdOutcomeStep step)
{
  static const char *const labels[] = {
    [QD_OUTCOME_STEP_PROPOSE] = N_ ("Propose"),
    [QD_OUTCOME_STEP_ACCEPT] = N_ ("Mark as Accepted"),
    [QD_OUTCOME_STEP_DELIVER] = N_ ("Mark as Delivered"),
    [QD_OUTCOME_STEP_SUCCEED] = N_ ("Set Closed Success"),
    [QD_OUTCOME_STEP_VERIFY] = N_ ("Mark as Verified"),
    [QD_OUTCOME_STEP_CLOSE] = N_ ("Close Objective"),
    [QD_OUTCOME_STEP_REOPEN] = N_ ("Reopen Objective"),
  };

  return _ (labels[step]);
}

/* Returns: (transfer none): what it means that an outcome is there */
const char *
qd_outcome_get_meaning (QdOutcome outcome)
{
  switch ((int)outcome)
    {
    case QD_OUTCOME_PROPOSED:
      return _ ("Our draft; the customer has not agreed yet");

    case QD_OUTCOME_ACCEPTED:
      return _ ("The customer agreed on goal, baseline, criteria and date");

    case QD_OUTCOME_DELIVERED:
      return _ ("Our work is done; the customer has not confirmed it yet");

    case QD_OUTCOME_VERIFIED:
      return _ ("The customer confirmed that it was reached");

    default:
      return _ ("Not yet tracked as a Verifiable Outcome");
    }
}

static gboolean
is_blank (const char *text)
{
  for (; text != NULL && *text != '\0'; text = g_utf8_next_char (text))
    {
      if (!g_unichar_isspace (g_utf8_get_char (text)))
        return FALSE;
    }

  return TRUE;
}

static void
add_gap (GPtrArray  *gaps,
         gboolean    refuses,
         const char *property,
         const char *what,
         const char *why)
{
  QdOutcomeGap *gap = g_new0 (QdOutcomeGap, 1);

  gap->refuses = refuses;
  gap->property = property;
  gap->what = g_strdup (what);
  gap->why = why;
  g_ptr_array_add (gaps, gap);
}

static void
find_missing_agreement (QdObjective *objective,
                        GPtrArray   *gaps)
{
  if (is_blank (objective->baseline))
    add_gap (gaps, TRUE, "baseline", _ ("The baseline is missing"), _ ("Without a start value nobody can say what changed"));

  if (is_blank (objective->criteria))
    add_gap (gaps,
             TRUE,
             "criteria",
             _ ("The success criteria are missing"),
             _ ("The customer agrees to a target that can be measured"));

  if (is_blank (objective->impact))
    add_gap (gaps,
             TRUE,
             "impact",
             _ ("The business impact is missing"),
             _ ("It says in the customer’s own words why the outcome matters"));

  if (objective->due == QD_DAY_NONE)
    add_gap (
        gaps, TRUE, "due", _ ("The due day is missing"), _ ("An outcome without a date is not agreed, and is not reported"));
}

static void
find_missing_work (GPtrArray *tasks,
                   GPtrArray *gaps)
{
  guint n_open = 0;

  for (guint i = 0; tasks != NULL && i < tasks->len; i++)
    {
      QdTask *task = g_ptr_array_index (tasks, i);

      n_open += task->status != QD_TASK_STATUS_DONE;
    }

  if (n_open > 0)
    {
      g_autofree char *what = g_strdup_printf (
          ngettext ("%u task of it is still open", "%u tasks of it are still open", n_open), n_open);

      add_gap (gaps, FALSE, NULL, what, _ ("Delivered means that our work is done"));
    }
}

static void
find_missing_report (QdObjective *objective,
                     GPtrArray   *gaps)
{
  if ((int)objective->use_case == QD_ENUM_NONE)
    add_gap (gaps,
             TRUE,
             "use-case",
             _ ("The use case is missing"),
             _ ("Reports count an outcome by its use case, and leave out one without"));

  if (is_blank (objective->summary))
    add_gap (gaps,
             FALSE,
             "summary",
             _ ("The summary is missing"),
             _ ("It is what a sponsor reads of the outcome later"));
}

/* What comes before @step, as gaps; nothing where it is the step's turn. */
static void
find_missing_order (const QdOutcomeState *before,
                    QdOutcomeStep         step,
                    GPtrArray            *gaps)
{
  gboolean success = before->status == QD_OBJECTIVE_STATUS_CLOSED_SUCCESS;
  int      outcome = before->outcome;

  if (step == QD_OUTCOME_STEP_REOPEN)
    return;

  if (before->closed != QD_DAY_NONE)
    add_gap (gaps, TRUE, "closed", _ ("The objective is closed"), _ ("What was reported stays as it was until it is reopened"));
  else if (step == QD_OUTCOME_STEP_ACCEPT && outcome < QD_OUTCOME_PROPOSED)
    add_gap (gaps, TRUE, "outcome", _ ("The outcome is not Proposed"), _ ("A draft comes before an agreement"));
  else if (step == QD_OUTCOME_STEP_DELIVER && outcome < QD_OUTCOME_ACCEPTED)
    add_gap (gaps,
             TRUE,
             "outcome",
             _ ("The outcome is not Accepted"),
             _ ("Only what the customer agreed to can be delivered"));
  else if ((step == QD_OUTCOME_STEP_VERIFY || step == QD_OUTCOME_STEP_CLOSE) && outcome < QD_OUTCOME_DELIVERED)
    add_gap (gaps, TRUE, "outcome", _ ("The outcome is not Delivered"), _ ("Nothing is confirmed before it is done"));

  if ((step == QD_OUTCOME_STEP_VERIFY || step == QD_OUTCOME_STEP_CLOSE) && !success && before->closed == QD_DAY_NONE)
    add_gap (gaps,
             TRUE,
             "status",
             _ ("The status is not Closed Success"),
             _ ("Closing goes in order: the status first, then the outcome, then the objective"));
}

/**
 * qd_outcome_find_missing:
 * @tasks: (nullable) (element-type QdTask): what is done for @objective
 *
 * What @step of @objective still rests on, in the order to fill it in.
 *
 * Returns: (transfer full) (element-type QdOutcomeGap): empty where it may be taken
 */
GPtrArray *
qd_outcome_find_missing (QdObjective  *objective,
                         QdOutcomeStep step,
                         GPtrArray    *tasks)
{
  GPtrArray     *gaps = g_ptr_array_new_with_free_func ((GDestroyNotify)qd_outcome_gap_free);
  QdOutcomeState state = qd_outcome_get_state (objective);

  find_missing_order (&state, step, gaps);

  if (step == QD_OUTCOME_STEP_ACCEPT || step == QD_OUTCOME_STEP_DELIVER || step == QD_OUTCOME_STEP_VERIFY ||
      step == QD_OUTCOME_STEP_CLOSE)
    find_missing_agreement (objective, gaps);

  if (step == QD_OUTCOME_STEP_DELIVER)
    find_missing_work (tasks, gaps);

  if (step == QD_OUTCOME_STEP_CLOSE)
    find_missing_report (objective, gaps);

  return gaps;
}

/* A sentence that names what did not happen and every reason. */
static gboolean
refuse (QdOutcomeStep step,
        GPtrArray    *gaps,
        GError      **error)
{
  static const char *const failures[] = {
    [QD_OUTCOME_STEP_PROPOSE] = N_ ("The outcome cannot be Proposed: %s"),
    [QD_OUTCOME_STEP_ACCEPT] = N_ ("The outcome cannot be Accepted yet: %s"),
    [QD_OUTCOME_STEP_DELIVER] = N_ ("The outcome cannot be Delivered yet: %s"),
    [QD_OUTCOME_STEP_SUCCEED] = N_ ("The status cannot be Closed Success: %s"),
    [QD_OUTCOME_STEP_VERIFY] = N_ ("The outcome cannot be Verified yet: %s"),
    [QD_OUTCOME_STEP_CLOSE] = N_ ("The objective cannot be closed yet: %s"),
    [QD_OUTCOME_STEP_REOPEN] = N_ ("The objective cannot be reopened: %s"),
  };
  g_autoptr(GString) reasons = g_string_new (NULL);
  int  code = QD_OUTCOME_ERROR_MISSING;
  char last = '\0';

  for (guint i = 0; i < gaps->len; i++)
    {
      QdOutcomeGap *gap = g_ptr_array_index (gaps, i);

      if (!gap->refuses)
        continue;

      if (g_strcmp0 (gap->property, "outcome") == 0 || g_strcmp0 (gap->property, "status") == 0 ||
          g_strcmp0 (gap->property, "closed") == 0)
        code = QD_OUTCOME_ERROR_ORDER;

      /* Translators: between two reasons in one sentence */
      g_string_append_printf (reasons, "%s%s", last != '\0' ? C_ ("reasons", "; ") : "", gap->what);
      last = ';';
    }

  if (last == '\0')
    return TRUE;

  g_set_error (error, QD_OUTCOME_ERROR, code, _ (failures[step]), reasons->str);
  return FALSE;
}

static gboolean
check_step (QdObjective          *objective,
            const QdOutcomeState *before,
            QdOutcomeStep         step,
            GError              **error)
{
  g_autoptr(GPtrArray) gaps = g_ptr_array_new_with_free_func ((GDestroyNotify)qd_outcome_gap_free);

  find_missing_order (before, step, gaps);

  if (step == QD_OUTCOME_STEP_ACCEPT || step == QD_OUTCOME_STEP_DELIVER || step == QD_OUTCOME_STEP_VERIFY ||
      step == QD_OUTCOME_STEP_CLOSE)
    find_missing_agreement (objective, gaps);

  if (step == QD_OUTCOME_STEP_CLOSE)
    find_missing_report (objective, gaps);

  return refuse (step, gaps, error);
}

/* Whether @step may be taken: disables a button beforehand. */
gboolean
qd_outcome_check_step (QdObjective  *objective,
                       QdOutcomeStep step,
                       GError      **error)
{
  QdOutcomeState before = qd_outcome_get_state (objective);

  return check_step (objective, &before, step, error);
}

static QdOutcomeStep
get_step_to (int outcome)
{
  switch (outcome)
    {
    case QD_OUTCOME_ACCEPTED:
      return QD_OUTCOME_STEP_ACCEPT;

    case QD_OUTCOME_DELIVERED:
      return QD_OUTCOME_STEP_DELIVER;

    case QD_OUTCOME_VERIFIED:
      return QD_OUTCOME_STEP_VERIFY;

    default:
      return QD_OUTCOME_STEP_PROPOSE;
    }
}

static gboolean
check_closed (const QdOutcomeState *before,
              QdObjective          *after,
              GError              **error)
{
  if (before->closed == QD_DAY_NONE || after->closed == QD_DAY_NONE ||
      (after->outcome == before->outcome && after->status == before->status))
    return TRUE;

  g_set_error_literal (error,
                       QD_OUTCOME_ERROR,
                       QD_OUTCOME_ERROR_ORDER,
                       _ ("The objective is closed, so that its status and outcome stay as they were reported; "
                          "reopen it first"));
  return FALSE;
}

/**
 * qd_outcome_check_change:
 * @before: where the objective stands
 * @after: what it is to be
 *
 * Whether an objective may become @after. A step back is a correction and always
 * allowed, as long as the objective is open; what an edit does not touch is not
 * checked, so that a record from elsewhere can still be worked on.
 */
gboolean
qd_outcome_check_change (const QdOutcomeState *before,
                         QdObjective          *after,
                         GError              **error)
{
  QdOutcomeState now = *before;

  if (!check_closed (before, after, error))
    return FALSE;

  if (before->closed != QD_DAY_NONE && after->closed == QD_DAY_NONE)
    now.closed = QD_DAY_NONE;

  now.status = after->status;

  if ((int)after->outcome == QD_OUTCOME_VERIFIED && before->outcome == QD_OUTCOME_VERIFIED &&
      before->status == QD_OBJECTIVE_STATUS_CLOSED_SUCCESS && after->status != before->status)
    {
      g_set_error_literal (error,
                           QD_OUTCOME_ERROR,
                           QD_OUTCOME_ERROR_ORDER,
                           _ ("The status stays Closed Success while the outcome is Verified; set the outcome back to "
                              "Delivered first"));
      return FALSE;
    }

  if ((int)after->outcome > (int)before->outcome && !check_step (after, &now, get_step_to (after->outcome), error))
    return FALSE;

  now.outcome = after->outcome;

  return after->closed == QD_DAY_NONE || before->closed != QD_DAY_NONE ||
         check_step (after, &now, QD_OUTCOME_STEP_CLOSE, error);
}

/* Sets on @draft what @step stands for; whether it may is for qd_outcome_check_change(). */
void
qd_outcome_take_step (QdObjective  *draft,
                      QdOutcomeStep step,
                      int           today)
{
  switch (step)
    {
    case QD_OUTCOME_STEP_PROPOSE:
      g_object_set (draft, "outcome", QD_OUTCOME_PROPOSED, NULL);
      break;

    case QD_OUTCOME_STEP_ACCEPT:
      g_object_set (draft, "outcome", QD_OUTCOME_ACCEPTED, NULL);
      break;

    case QD_OUTCOME_STEP_DELIVER:
      g_object_set (draft, "outcome", QD_OUTCOME_DELIVERED, NULL);
      break;

    case QD_OUTCOME_STEP_SUCCEED:
      g_object_set (draft, "status", QD_OBJECTIVE_STATUS_CLOSED_SUCCESS, NULL);
      break;

    case QD_OUTCOME_STEP_VERIFY:
      g_object_set (draft, "outcome", QD_OUTCOME_VERIFIED, NULL);
      break;

    case QD_OUTCOME_STEP_CLOSE:
      g_object_set (draft, "closed", today, NULL);
      break;

    case QD_OUTCOME_STEP_REOPEN:
      /* What is open is neither a success nor confirmed. */
      g_object_set (draft, "closed", QD_DAY_NONE, "status", QD_OBJECTIVE_STATUS_ON_TRACK, NULL);

      if (draft->outcome == QD_OUTCOME_VERIFIED)
        g_object_set (draft, "outcome", QD_OUTCOME_DELIVERED, NULL);

      break;

    default:
      g_assert_not_reached ();
    }
}
