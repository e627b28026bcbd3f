/* qd-outcome-stepper.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-outcome-stepper"

#include "qd-outcome-stepper.h"

#include <glib/gi18n.h>

#include "qd-outcome-rules.h"

#define N_STEPS 4

/**
 * QdOutcomeStepper:
 *
 * Where a Verifiable Outcome stands in its life cycle, from Proposed to Verified.
 */
struct _QdOutcomeStepper
{
  GtkBox     parent_instance;

  GtkWidget *steps[N_STEPS];
  GtkImage  *icons[N_STEPS];
};

G_DEFINE_FINAL_TYPE (QdOutcomeStepper, qd_outcome_stepper, GTK_TYPE_BOX)

static void
qd_outcome_stepper_class_init (QdOutcomeStepperClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qd_outcome_stepper_init (QdOutcomeStepper *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 6);

  for (int i = 0; i < N_STEPS; i++)
    {
      GtkWidget *label = gtk_label_new (qd_nicks_get_label (qd_outcomes, i));

      if (i > 0)
        {
          GtkWidget *line = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);

          gtk_widget_set_hexpand (line, TRUE);
          gtk_widget_set_valign (line, GTK_ALIGN_CENTER);
          gtk_box_append (GTK_BOX (self), line);
        }

      self->steps[i] = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
      self->icons[i] = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_image_set_pixel_size (self->icons[i], 12);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (self->steps[i], "caption");
      gtk_widget_set_tooltip_text (self->steps[i], qd_outcome_get_meaning (i));
      gtk_box_append (GTK_BOX (self->steps[i]), GTK_WIDGET (self->icons[i]));
      gtk_box_append (GTK_BOX (self->steps[i]), label);
      gtk_box_append (GTK_BOX (self), self->steps[i]);
    }

  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Verifiable Outcome"), -1);
}

void
qd_outcome_stepper_set (QdOutcomeStepper *self,
                        QdObjective      *objective)
{
  int outcome = objective->outcome;

  g_return_if_fail (QD_IS_OUTCOME_STEPPER (self));

  for (int i = 0; i < N_STEPS; i++)
    {
      const char *icon = i <= outcome ? "quarterdeck-done-symbolic" : "quarterdeck-not-started-symbolic";

      gtk_image_set_from_icon_name (self->icons[i], icon);
      gtk_widget_remove_css_class (self->steps[i], "current-step");
      gtk_widget_remove_css_class (self->steps[i], "dimmed");

      if (i == outcome)
        gtk_widget_add_css_class (self->steps[i], "current-step");
      else if (i > outcome)
        gtk_widget_add_css_class (self->steps[i], "dimmed");
    }

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  outcome == QD_ENUM_NONE ? qd_outcome_get_meaning (outcome)
                                                          : qd_nicks_get_label (qd_outcomes, outcome),
                                  -1);
}
