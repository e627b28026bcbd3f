/* qd-reference-entry-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-markdown-view.h"
#include "qd-reference-entry-view.h"
#include "qd-reference-uses.h"

G_BEGIN_DECLS

/**
 * QdReferenceEntryView:
 *
 * One entry of the reference with all that is known and kept of it, and what can be done to it.
 */
struct _QdReferenceEntryView
{
  AdwBin             parent_instance;

  QdReference       *reference;
  QdReferenceEntry  *entry; /* (nullable) */
  GPtrArray         *back;  /* keys of those that were shown before, the last at the end */
  QdReferenceMark   *draft; /* what the notes are typed into */
  GSettings         *settings;

  GtkStack          *stack;
  GtkWidget         *star;
  AdwBanner         *stale_banner;
  AdwBanner         *outdated_banner;
  GtkScrolledWindow *scroller;
  GtkLabel          *category;
  GtkLabel          *title;
  AdwWrapBox        *tags;
  GtkWidget         *availability;
  GtkWidget         *available_line;
  GtkImage          *available_icon;
  GtkLabel          *available_label;
  GtkLabel          *workaround;
  QdMarkdownView    *body;
  GtkWidget         *notes;
  GtkWidget         *links_group;
  GtkListBox        *links;
  GtkWidget         *related_group;
  GtkListBox        *related;
  QdReferenceUses   *uses;
  AdwActionRow      *source_row;
  GtkWidget         *source_icon;
  AdwActionRow      *checked_row;
};

/* How parts of it look: qd-reference-entry-parts.c */

void qd_reference_entry_show_availability (QdReferenceEntryView *self);
void qd_reference_entry_show_source (QdReferenceEntryView *self);

/* What can be done to the entry: qd-reference-entry-commands.c */

void qd_reference_entry_install_commands (GtkWidgetClass *widget_class);
void qd_reference_entry_update_commands (QdReferenceEntryView *self);

G_END_DECLS
