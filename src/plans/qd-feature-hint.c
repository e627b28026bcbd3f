/* qd-feature-hint.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-feature-hint"

#include "qd-feature-hint.h"

#include <glib/gi18n.h>

#include "qd-plan-features.h"

/**
 * QdFeatureHint:
 *
 * That a text names a feature which Dedicated has not, and what can be used instead. Where it does not, it is
 * not to be seen. It holds nothing up.
 */
struct _QdFeatureHint
{
  AdwBin     parent_instance;

  GtkLabel  *words;
  GtkWidget *link; /* (nullable) */
  char      *feature;
};

G_DEFINE_FINAL_TYPE (QdFeatureHint, qd_feature_hint, ADW_TYPE_BIN)

/* What is in front of the page would hide it. */
static void
clicked_cb (QdFeatureHint *self)
{
  GtkWidget       *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_DIALOG);
  GtkWidget       *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autofree char *feature = g_strdup (self->feature);

  if (feature == NULL || window == NULL)
    return;

  if (dialog != NULL && !adw_dialog_close (ADW_DIALOG (dialog)))
    return;

  gtk_widget_activate_action (window, "win.show-feature", "s", feature);
}

static void
qd_feature_hint_finalize (GObject *object)
{
  g_free (QD_FEATURE_HINT (object)->feature);

  G_OBJECT_CLASS (qd_feature_hint_parent_class)->finalize (object);
}

static void
qd_feature_hint_class_init (QdFeatureHintClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qd_feature_hint_finalize;
}

static void
qd_feature_hint_init (QdFeatureHint *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "icon-name", "dialog-warning-symbolic",
                                  "pixel-size", 12,
                                  NULL);

  self->words = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->words, 0);
  gtk_label_set_wrap (self->words, TRUE);
  gtk_label_set_wrap_mode (self->words, PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (GTK_WIDGET (self->words), TRUE);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_margin_top (icon, 2);
  gtk_widget_add_css_class (icon, "warning");
  gtk_widget_add_css_class (GTK_WIDGET (self->words), "caption");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->words));
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* @with_link: whether it leads to what Dedicated has and has not; not where a click means something else */
GtkWidget *
qd_feature_hint_new (gboolean with_link)
{
  QdFeatureHint *self = g_object_new (QD_TYPE_FEATURE_HINT, NULL);

  if (!with_link)
    return GTK_WIDGET (self);

  self->link = gtk_button_new_with_mnemonic (_ ("_Features"));
  gtk_widget_set_tooltip_text (self->link, _ ("What Dedicated Has and Has Not"));
  gtk_widget_set_valign (self->link, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->link, "flat");
  gtk_widget_add_css_class (self->link, "caption");
  g_signal_connect_object (self->link, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (adw_bin_get_child (ADW_BIN (self))), self->link);

  return GTK_WIDGET (self);
}

/**
 * qd_feature_hint_show:
 * @book: (nullable): what is known of Dedicated; none: it does not matter here
 * @texts: (array length=n_texts) (element-type utf8 nullable): that are looked at together
 */
void
qd_feature_hint_show (QdFeatureHint     *self,
                      QdFactBook        *book,
                      const char *const *texts,
                      gsize              n_texts)
{
  g_autofree char *words = NULL;

  g_return_if_fail (QD_IS_FEATURE_HINT (self));

  g_clear_pointer (&self->feature, g_free);
  words = book != NULL ? qd_features_dup_hint (book, texts, n_texts, &self->feature) : NULL;
  gtk_label_set_label (self->words, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self), words != NULL);
}

/* Returns: (nullable): what it says, where it says anything */
const char *
qd_feature_hint_get_words (QdFeatureHint *self)
{
  g_return_val_if_fail (QD_IS_FEATURE_HINT (self), NULL);

  return gtk_widget_get_visible (GTK_WIDGET (self)) ? gtk_label_get_label (self->words) : NULL;
}
