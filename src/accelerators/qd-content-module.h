/* qd-content-module.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-activity.h"

G_BEGIN_DECLS

typedef enum
{
  QD_MODULE_CATEGORY_CI_CD,
  QD_MODULE_CATEGORY_SECURITY_COMPLIANCE,
  QD_MODULE_CATEGORY_AGILE_PLANNING,
  QD_MODULE_CATEGORY_AI_ML,
  QD_MODULE_CATEGORY_SYSTEM_ADMINISTRATION,
} QdModuleCategory;

/**
 * QdModuleKind:
 * @QD_MODULE_KIND_SESSION: a workshop of an hour or two
 * @QD_MODULE_KIND_LAB: the same with hands on the keyboard, those of the customer
 * @QD_MODULE_KIND_DEEP_DIVE: weeks of looking at what they have, and a report
 * @QD_MODULE_KIND_PROGRAMME: several quarters, in phases of its own
 */
typedef enum
{
  QD_MODULE_KIND_SESSION,
  QD_MODULE_KIND_LAB,
  QD_MODULE_KIND_DEEP_DIVE,
  QD_MODULE_KIND_PROGRAMME,
} QdModuleKind;

extern const QdNick qd_module_categories[];
extern const QdNick qd_module_kinds[];

#define QD_TYPE_CONTENT_MODULE (qd_content_module_get_type ())

G_DECLARE_FINAL_TYPE (QdContentModule, qd_content_module, QD, CONTENT_MODULE, QdRecord)

/**
 * QdContentModule:
 *
 * What an accelerator is put together from. Kept are a person's own, and those
 * that ship with the app as a person has edited them, under the same key.
 *
 * Its fields may be read; they are set as properties, and only on a draft.
 */
struct _QdContentModule
{
  QdRecord         parent_instance;

  char            *key;
  QdModuleCategory category;
  char            *name;
  char            *description;
  char            *outcome;
  QdModuleKind     kind;
  QdAccelerator    accelerator; /* as which it is logged */
  gint64           duration;    /* working minutes, of all its sessions or of the weeks it takes */
  char            *phases;      /* of a programme, one a line */
  char            *tasks;       /* what is done for it, one a line */
  char            *deliverable;
  char            *source;
  int              checked; /* the day the source was */
  double           position;
};

G_END_DECLS
