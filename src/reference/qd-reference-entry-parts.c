/* qd-reference-entry-parts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-reference-entry-parts"

#include "qd-reference-entry-private.h"

#include <glib/gi18n.h>

#include "qd-day-words.h"
#include "qd-day.h"

/* An icon, a word and a colour each */
void
qd_reference_entry_show_availability (QdReferenceEntryView *self)
{
  static const struct
  {
    const char *icon;
    const char *css_class;
  } looks[] = {
    [QD_AVAILABILITY_YES] = { "quarterdeck-done-symbolic", "success" },
    [QD_AVAILABILITY_PARTLY] = { "quarterdeck-in-progress-symbolic", "warning" },
    [QD_AVAILABILITY_NO] = { "quarterdeck-blocked-symbolic", "error" },
  };
  int              available = self->entry->available;
  const char      *css_classes[] = { NULL, NULL };
  g_autofree char *words = NULL;
  g_autofree char *instead = NULL;

  gtk_widget_set_visible (self->availability, available != QD_ENUM_NONE);

  if (available == QD_ENUM_NONE)
    return;

  css_classes[0] = looks[available].css_class;
  words = self->entry->since != NULL
              /* Translators: “Not Available on Dedicated, since 17.4” */
              ? g_strdup_printf (_ ("%s on Dedicated, since %s"),
                                 _ (qd_nicks_get_label (qd_availabilities, available)),
                                 self->entry->since)
              : g_strdup_printf (_ ("%s on Dedicated"), _ (qd_nicks_get_label (qd_availabilities, available)));
  instead = self->entry->workaround == NULL    ? NULL
            : available == QD_AVAILABILITY_YES ? g_strdup (self->entry->workaround)
                                               : g_strdup_printf (_ ("Instead: %s"), self->entry->workaround);
  gtk_image_set_from_icon_name (self->available_icon, looks[available].icon);
  gtk_widget_set_css_classes (self->available_line, css_classes);
  gtk_label_set_label (self->available_label, words);
  gtk_label_set_label (self->workaround, instead != NULL ? instead : "");
  gtk_widget_set_visible (GTK_WIDGET (self->workaround), instead != NULL);
}

void
qd_reference_entry_show_source (QdReferenceEntryView *self)
{
  static const char *const states[] = {
    [QD_REFERENCE_STATE_SHIPPED] = NULL,
    [QD_REFERENCE_STATE_EDITED] = N_ ("Edited by you"),
    [QD_REFERENCE_STATE_OWN] = N_ ("Your own"),
  };
  QdReferenceEntry *entry = self->entry;
  int               checked = qd_reference_entry_get_checked (entry);
  g_autofree char  *day = checked != QD_DAY_NONE ? qd_day_dup_full (checked) : g_strdup (_ ("Never"));
  g_autofree char  *from = NULL;
  const char       *state = states[entry->state];

  if (state != NULL && entry->source != NULL)
    from = g_strdup_printf ("%s · %s", entry->source, _ (state));
  else
    from = g_strdup (state != NULL ? _ (state) : entry->source != NULL ? entry->source
                                                                       : _ ("Unknown"));

  adw_action_row_set_subtitle (self->source_row, from);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->source_row), entry->url != NULL);
  gtk_widget_set_visible (self->source_icon, entry->url != NULL);
  adw_action_row_set_subtitle (self->checked_row, day);
}
