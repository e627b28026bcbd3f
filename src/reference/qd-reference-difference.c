/* qd-reference-difference.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-reference-difference"

#include "qd-reference-difference.h"

#include <glib/gi18n.h>

/* Texts of more lines are shown as one that went and one that came. */
#define MAX_LINES 1000

void
qd_reference_difference_free (QdReferenceDifference *self)
{
  g_array_unref (self->lines);
  g_free (self);
}

static void
clear_line (QdReferenceLine *line)
{
  g_free (line->text);
}

static void
add_line (GArray             *lines,
          QdReferenceLineKind kind,
          const char         *text)
{
  QdReferenceLine line = { kind, g_strdup (text) };

  g_array_append_val (lines, line);
}

/* Returns: (transfer full): of each pair of places in the two texts, how many lines they
 *   have in common from there on */
static guint *
measure_common (char **first,
                char **second,
                guint  n_first,
                guint  n_second)
{
  guint  width = n_second + 1;
  guint *common = g_new0 (guint, (n_first + 1) * width);

  for (guint i = n_first; i-- > 0;)
    {
      for (guint j = n_second; j-- > 0;)
        {
          if (g_str_equal (first[i], second[j]))
            common[i * width + j] = common[(i + 1) * width + j + 1] + 1;
          else
            common[i * width + j] = MAX (common[(i + 1) * width + j], common[i * width + j + 1]);
        }
    }

  return common;
}

/* Returns: (transfer full): none of a text that is empty */
static char **
split (const char *text)
{
  return g_strsplit (text != NULL ? text : "", "\n", -1);
}

/**
 * qd_reference_compare_lines:
 * @first: (nullable): a text
 * @second: (nullable): another
 *
 * Returns: (transfer full) (element-type QdReferenceLine): the lines of both, with as many
 *   as can be in common
 */
GArray *
qd_reference_compare_lines (const char *first,
                            const char *second)
{
  g_auto(GStrv) before = split (first);
  g_auto(GStrv) after = split (second);
  guint             n_before = g_strv_length (before);
  guint             n_after = g_strv_length (after);
  gboolean          is_long = n_before > MAX_LINES || n_after > MAX_LINES;
  g_autofree guint *common = is_long ? NULL : measure_common (before, after, n_before, n_after);
  GArray           *lines = g_array_new (FALSE, FALSE, sizeof (QdReferenceLine));
  guint             i = 0;
  guint             j = 0;

  g_array_set_clear_func (lines, (GDestroyNotify)clear_line);

  while (!is_long && i < n_before && j < n_after)
    {
      if (g_str_equal (before[i], after[j]))
        {
          add_line (lines, QD_REFERENCE_LINE_SAME, before[i++]);
          j++;
        }
      else if (common[(i + 1) * (n_after + 1) + j] >= common[i * (n_after + 1) + j + 1])
        {
          add_line (lines, QD_REFERENCE_LINE_REMOVED, before[i++]);
        }
      else
        {
          add_line (lines, QD_REFERENCE_LINE_ADDED, after[j++]);
        }
    }

  while (i < n_before)
    add_line (lines, QD_REFERENCE_LINE_REMOVED, before[i++]);

  while (j < n_after)
    add_line (lines, QD_REFERENCE_LINE_ADDED, after[j++]);

  return lines;
}

static void
compare_column (GPtrArray      *differences,
                const QdColumn *column,
                gpointer        first,
                gpointer        second)
{
  g_autofree char       *before = qd_record_dup_display (first, column->name);
  g_autofree char       *after = qd_record_dup_display (second, column->name);
  QdReferenceDifference *difference;

  if (g_str_equal (before, after))
    return;

  difference = g_new0 (QdReferenceDifference, 1);
  difference->column = column->name;
  difference->label = _ (column->label);
  difference->lines = qd_reference_compare_lines (before, after);
  g_ptr_array_add (differences, difference);
}

/**
 * qd_reference_compare:
 * @first: an entry, such as one that ships
 * @second: another text of it, such as a person's edit
 *
 * Returns: (transfer full) (element-type QdReferenceDifference): where they differ, column by
 *   column; what a person keeps of an entry is not compared
 */
GPtrArray *
qd_reference_compare (QdReferenceEntry *first,
                      QdReferenceEntry *second)
{
  GPtrArray *differences;
  g_autoptr(QdReferenceRecord) before = NULL;
  g_autoptr(QdReferenceRecord) after = NULL;
  QdRecordClass *klass;

  g_return_val_if_fail (QD_IS_REFERENCE_ENTRY (first) && QD_IS_REFERENCE_ENTRY (second), NULL);

  differences = g_ptr_array_new_with_free_func ((GDestroyNotify)qd_reference_difference_free);
  before = qd_record_new_draft (QD_TYPE_REFERENCE_RECORD);
  after = qd_record_new_draft (QD_TYPE_REFERENCE_RECORD);
  qd_reference_entry_fill_record (first, before);
  qd_reference_entry_fill_record (second, after);
  klass = QD_RECORD_GET_CLASS (before);

  for (guint i = 0; i < klass->n_columns; i++)
    {
      if (!g_str_equal (klass->columns[i].name, "based_on"))
        compare_column (differences, &klass->columns[i], before, after);
    }

  return differences;
}
