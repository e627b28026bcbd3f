/* qd-reference-target.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "qd-portfolio.h"
#include "qd-reference-link.h"
#include "qd-search-query.h"

G_BEGIN_DECLS

#define QD_TYPE_REFERENCE_TARGET (qd_reference_target_get_type ())

G_DECLARE_FINAL_TYPE (QdReferenceTarget, qd_reference_target, QD, REFERENCE_TARGET, GObject)

/**
 * QdReferenceTarget:
 *
 * What an entry of the reference may be linked to. Its fields may be read; it never changes.
 */
struct _QdReferenceTarget
{
  GObject  parent_instance;

  gpointer record; /* (nullable): an account, a plan or a task */
  char *template;  /* (nullable): the key of one */
  char       *title;
  char       *detail; /* what it is, and whose */
  const char *icon;
};

QdReferenceTarget *qd_reference_target_new_from_link (QdPortfolio     *portfolio,
                                                      QdReferenceLink *link);
QdReferenceTarget *qd_reference_target_new_from_hit (QdPortfolio       *portfolio,
                                                     const QdSearchHit *hit);
GPtrArray         *qd_reference_target_list_templates (QdPortfolio *portfolio,
                                                       const char  *text);
void               qd_reference_target_open (QdReferenceTarget *self,
                                             GtkWidget         *window);

G_END_DECLS
