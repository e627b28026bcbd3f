/* qd-copying.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-copying"

#include "qd-copying.h"

#include "qd-exit-dialog.h"
#include "qd-shell.h"

/* A copy under way, which may wait for what a person decides about the names in it. */

#define QD_TYPE_COPYING (qd_copying_get_type ())

G_DECLARE_FINAL_TYPE (QdCopying, qd_copying, QD, COPYING, GObject)

struct _QdCopying
{
  GObject        parent_instance;

  GtkWidget     *widget; /* a reference */
  QdExitGate    *gate;
  QdCopyingFunc  func;
  gpointer       data;
  GDestroyNotify destroy;
  char          *told;
  char          *text; /* (nullable): as it was made last */
};

G_DEFINE_FINAL_TYPE (QdCopying, qd_copying, G_TYPE_OBJECT)

static void
qd_copying_finalize (GObject *object)
{
  QdCopying *self = QD_COPYING (object);

  if (self->destroy != NULL)
    self->destroy (self->data);

  g_clear_pointer (&self->gate, qd_exit_gate_free);
  g_clear_object (&self->widget);
  g_free (self->told);
  g_free (self->text);

  G_OBJECT_CLASS (qd_copying_parent_class)->finalize (object);
}

static void
qd_copying_class_init (QdCopyingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qd_copying_finalize;
}

static void
qd_copying_init (QdCopying *self)
{
}

static gboolean
make (gpointer data,
      GError **error)
{
  QdCopying *self = data;

  g_free (self->text);
  self->text = self->func (self->data, error);

  return self->text != NULL;
}

static void
clean (gpointer data)
{
  QdCopying *self = data;

  if (self->text == NULL)
    return;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (self->widget), self->text);
  qd_exit_gate_went_out (self->gate);
  qd_shell_tell (self->widget, self->told);
}

/**
 * qd_copying_run:
 * @widget: in whose window it is asked and told
 * @account: whose it is, or 0
 * @data: (transfer full): for @func, until @destroy
 * @told: what is said once it is copied
 *
 * Puts on the clipboard what @audience may read. Where there is a name in it that it may not, a
 * person decides first.
 */
void
qd_copying_run (gpointer       widget,
                QdPortfolio   *portfolio,
                QdAudience     audience,
                gint64         account,
                QdCopyingFunc  func,
                gpointer       data,
                GDestroyNotify destroy,
                const char    *told)
{
  g_autoptr(QdCopying) self = g_object_new (QD_TYPE_COPYING, NULL);
  g_autoptr(GError) error = NULL;

  self->widget = g_object_ref (widget);
  self->gate = qd_exit_gate_new (portfolio);
  self->func = func;
  self->data = data;
  self->destroy = destroy;
  self->told = g_strdup (told);
  qd_exit_gate_reset (self->gate, "clipboard", audience, account);

  if (qd_exit_gate_try (self->gate, make, self, &error))
    clean (self);
  else if (qd_exit_gate_is_held_up (self->gate))
    qd_exit_dialog_present (self->widget, self->gate, make, clean, g_object_ref (self), g_object_unref);
  else
    qd_shell_report (self->widget, error);
}
