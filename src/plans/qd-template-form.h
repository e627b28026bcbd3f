/* qd-template-form.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-template-plan.h"

G_BEGIN_DECLS

#define QD_TYPE_TEMPLATE_FORM (qd_template_form_get_type ())

G_DECLARE_FINAL_TYPE (QdTemplateForm, qd_template_form, QD, TEMPLATE_FORM, AdwBin)

GtkWidget      *qd_template_form_new (QdTemplatePlan *template);
QdTemplatePlan *qd_template_form_get_template (QdTemplateForm *self);
void            qd_template_form_set_name (QdTemplateForm *self,
                                           const char     *name);
void            qd_template_form_set_task_title (QdTemplateForm *self,
                                                 guint           task,
                                                 const char     *title);
void            qd_template_form_set_task_due (QdTemplateForm *self,
                                               guint           task,
                                               int             due);
void            qd_template_form_remove_task (QdTemplateForm *self,
                                              guint           task);
const char     *qd_template_form_get_problem (QdTemplateForm *self);

G_END_DECLS
