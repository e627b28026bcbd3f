/* qd-template.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-record.h"

G_BEGIN_DECLS

#define QD_TYPE_TEMPLATE (qd_template_get_type ())

G_DECLARE_FINAL_TYPE (QdTemplate, qd_template, QD, TEMPLATE, QdRecord)

/**
 * QdTemplate:
 *
 * A plan to start from that a person kept: its body is the JSON of a template.
 *
 * Its fields may be read; they are set as properties, and only on a draft.
 */
struct _QdTemplate
{
  QdRecord parent_instance;

  char    *name;
  char    *body;
};

G_END_DECLS
