/* qd-template-gallery.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-fact-book.h"
#include "qd-template-plan.h"

G_BEGIN_DECLS

#define QD_TYPE_TEMPLATE_GALLERY (qd_template_gallery_get_type ())

G_DECLARE_FINAL_TYPE (QdTemplateGallery, qd_template_gallery, QD, TEMPLATE_GALLERY, AdwBin)

void            qd_template_gallery_set_portfolio (QdTemplateGallery *self,
                                                   QdPortfolio       *portfolio);
void            qd_template_gallery_set_with_blank (QdTemplateGallery *self,
                                                    gboolean           with_blank);
guint           qd_template_gallery_get_n_templates (QdTemplateGallery *self);
QdTemplatePlan *qd_template_gallery_get_template (QdTemplateGallery *self,
                                                  guint              index);
QdTemplatePlan *qd_template_gallery_get_selected (QdTemplateGallery *self);
void            qd_template_gallery_select (QdTemplateGallery *self,
                                            const char        *key);
char           *qd_template_plan_dup_size_words (QdTemplatePlan *template);
GtkWidget      *qd_template_preview_new (QdFactBook *book,
                                         QdTemplatePlan *template,
                                         int day);

G_END_DECLS
