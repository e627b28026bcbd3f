/* qd-salvage-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-salvage-words"

#include "qd-salvage-words.h"

#include <glib/gi18n.h>

/* What people call the records of a table */
static const struct
{
  const char *table;
  const char *label;
} kinds[] = {
  { "account", N_ ("Accounts") },
  { "activity", N_ ("Activities") },
  { "baseline", N_ ("Baselines") },
  { "baseline_task", N_ ("Tasks of baselines") },
  { "check_item", N_ ("Items of checklists") },
  { "closure", N_ ("Closures") },
  { "contact", N_ ("Contacts") },
  { "content_module", N_ ("Modules of the catalogue") },
  { "escalation", N_ ("Requests for attention") },
  { "fact_edit", N_ ("Edited facts") },
  { "follow_up", N_ ("Follow-ups") },
  { "health", N_ ("Health entries") },
  { "link", N_ ("Links between tasks") },
  { "maintenance", N_ ("Maintenance") },
  { "migration_wave", N_ ("Migration waves") },
  { "objective", N_ ("Objectives") },
  { "onboarding", N_ ("Onboardings") },
  { "phase", N_ ("Phases") },
  { "plan", N_ ("Plans") },
  { "reference_entry", N_ ("Reference entries") },
  { "reference_link", N_ ("Reference links") },
  { "reference_mark", N_ ("Reference marks") },
  { "saved_view", N_ ("Saved views") },
  { "switchboard_access", N_ ("Switchboard accesses") },
  { "task", N_ ("Tasks") },
  { "team_member", N_ ("Team members") },
  { "template", N_ ("Templates") },
  { "tenant", N_ ("Tenants") },
  { "tenant_contact", N_ ("Contacts of tenants") },
  { "ticket", N_ ("Tickets") },
  { "upgrade_request", N_ ("Upgrade requests") },
  { "working_calendar", N_ ("Calendars") },
};

static const char *
get_label (const char *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_str_equal (kinds[i].table, table))
        return _ (kinds[i].label);
    }

  return table;
}

typedef struct
{
  guint n_found;
  guint n_kept;
  guint n_mended;
  guint n_made;
} Sums;

static Sums
add_up (QdSalvageReport *report)
{
  Sums sums = { 0 };

  for (guint i = 0; i < report->kinds->len; i++)
    {
      const QdSalvageKind *kind = g_ptr_array_index (report->kinds, i);

      sums.n_found += kind->n_found;
      sums.n_kept += kind->n_kept;
      sums.n_mended += kind->n_mended;
      sums.n_made += kind->n_made;
    }

  return sums;
}

/* Whether anything at all was kept */
gboolean
qd_salvage_has_any (QdSalvageReport *report)
{
  return add_up (report).n_kept > 0;
}

/* Returns: (transfer full): the whole in a few sentences */
char *
qd_salvage_dup_summary (QdSalvageReport *report)
{
  Sums sums = add_up (report);
  g_autoptr(GString) text = g_string_new (NULL);

  g_string_append_printf (
      text, ngettext ("%u record was salvaged.", "%u records were salvaged.", sums.n_kept), sums.n_kept);

  if (sums.n_found > sums.n_kept)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (
          text,
          ngettext ("%u was found but could not be kept.", "%u were found but could not be kept.", sums.n_found - sums.n_kept),
          sums.n_found - sums.n_kept);
    }

  if (report->n_missing > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (
          text,
          ngettext ("At least %u that had been in the file is lost.", "At least %u that had been in the file are lost.", report->n_missing),
          report->n_missing);
    }

  if (sums.n_mended > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (
          text, ngettext ("%u lost a part.", "%u lost a part.", sums.n_mended), sums.n_mended);
    }

  if (sums.n_made > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text,
                              ngettext ("%u was made anew, named “Recovered”, to hold what is left of one that is lost.",
                                        "%u were made anew, named “Recovered”, to hold what is left of those that are lost.",
                                        sums.n_made),
                              sums.n_made);
    }

  if (report->log_is_cut)
    {
      g_string_append_c (text, ' ');
      g_string_append (text, _ ("The log of the last edits is damaged too, so some of these may be missing."));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
append_kind (GString             *text,
             const QdSalvageKind *kind)
{
  g_string_append_printf (text,
                          _ ("%s: %u found, %u kept, %u of these with a part lost, %u left out, %u made anew\n"),
                          get_label (kind->table),
                          kind->n_found,
                          kind->n_kept,
                          kind->n_mended,
                          kind->n_found > kind->n_kept ? kind->n_found - kind->n_kept : 0,
                          kind->n_made);

  for (guint i = 0; i < kind->findings->len; i++)
    g_string_append_printf (text, "  – %s\n", (char *)g_ptr_array_index (kind->findings, i));
}

/**
 * qd_salvage_dup_text:
 * @path: of the damaged file
 *
 * Returns: (transfer full): all that is known of what was kept and what was lost
 */
char *
qd_salvage_dup_text (QdSalvageReport *report,
                     const char      *path)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *summary = qd_salvage_dup_summary (report);
  g_autoptr(GString) text = g_string_new (NULL);

  g_string_append_printf (text, _ ("What could be read of “%s”\n\n%s\n\n"), name, summary);

  for (guint i = 0; i < report->kinds->len; i++)
    {
      const QdSalvageKind *kind = g_ptr_array_index (report->kinds, i);

      if (kind->n_found + kind->n_made > 0)
        append_kind (text, kind);
    }

  g_string_append_c (text, '\n');
  g_string_append (text, _ ("The history of changes, and with it what could be undone, is not taken along: it would not fit what is left.\n"));

  if (report->n_stray > 0)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (
          text,
          ngettext ("%u page with records was cut off from the rest and was found one by one; a record deleted before may be among them.\n",
                    "%u pages with records were cut off from the rest and were found one by one; a record deleted before may be among them.\n",
                    report->n_stray),
          report->n_stray);
    }

  g_string_append (text, _ ("\nThe damaged file was not changed.\n"));

  return g_string_free (g_steal_pointer (&text), FALSE);
}
