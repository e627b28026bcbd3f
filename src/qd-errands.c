/* qd-errands.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-errands"

#include "qd-errands.h"

#include <glib/gi18n.h>
#include <stdlib.h>

struct _QdErrands
{
  GApplication *app;    /* unowned: it owns this */
  GQueue        queued; /* of Errand */
};

typedef struct
{
  char     *action; /* of the window */
  GVariant *parameter;
} Errand;

/* The same can be asked for as an action, which the desktop does, and as an option. */
static const struct
{
  const char *name;
  const char *words;
} options[] = {
  { "new-account", N_ ("Begin with a new account") },
  { "new-plan", N_ ("Begin with a new plan") },
  { "next-call", N_ ("Begin with the account whose call is next") },
};

static void
errand_free (gpointer data)
{
  Errand *errand = data;

  g_free (errand->action);
  g_clear_pointer (&errand->parameter, g_variant_unref);
  g_free (errand);
}

static void
open_link_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  qd_errands_add (user_data, "open-link", parameter);
}

static void
new_account_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  qd_errands_add (user_data, "new-account", NULL);
}

static void
new_plan_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  qd_errands_add (user_data, "new-plan", g_variant_new_int64 (0));
}

static void
next_call_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  qd_errands_add (user_data, "next-call", NULL);
}

static const GActionEntry actions[] = {
  { "open-link", open_link_cb, "s" },
  { "new-account", new_account_cb },
  { "new-plan", new_plan_cb },
  { "next-call", next_call_cb },
};

static void
add_options (GApplication *app)
{
  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    g_application_add_main_option (app, options[i].name, 0, 0, G_OPTION_ARG_NONE, options[i].words, NULL);
}

/* Returns: (transfer full): to be freed when @app is, as its actions need it */
QdErrands *
qd_errands_new (GApplication *app)
{
  QdErrands *self = g_new0 (QdErrands, 1);

  self->app = app;
  g_queue_init (&self->queued);
  g_action_map_add_action_entries (G_ACTION_MAP (app), actions, G_N_ELEMENTS (actions), self);
  add_options (app);

  return self;
}

void
qd_errands_free (QdErrands *self)
{
  qd_errands_clear (self);
  g_free (self);
}

/**
 * qd_errands_add:
 * @action: of the window
 * @parameter: (nullable): a floating one is consumed
 *
 * Has the window shown, and that done as soon as it can be.
 */
void
qd_errands_add (QdErrands  *self,
                const char *action,
                GVariant   *parameter)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->action = g_strdup (action);
  errand->parameter = parameter != NULL ? g_variant_ref_sink (parameter) : NULL;
  g_queue_push_tail (&self->queued, errand);
  g_application_activate (self->app);
}

/* To be called when the window has the actions, and something to do them on. */
void
qd_errands_run (QdErrands    *self,
                GActionGroup *window)
{
  Errand *errand;

  while ((errand = g_queue_pop_head (&self->queued)))
    {
      g_action_group_activate_action (window, errand->action, errand->parameter);
      errand_free (errand);
    }
}

/* What was asked for cannot be done. */
void
qd_errands_clear (QdErrands *self)
{
  g_queue_clear_full (&self->queued, errand_free);
}

/**
 * qd_errands_handle_options:
 *
 * To be called when the local options are handled.
 *
 * Returns: what that is to return
 */
int
qd_errands_handle_options (GApplication *app,
                           GVariantDict *given)
{
  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_autoptr(GError) error = NULL;

      if (!g_variant_dict_contains (given, options[i].name))
        continue;

      if (!g_application_register (app, NULL, &error))
        {
          g_printerr ("quarterdeck: %s\n", error->message);
          return EXIT_FAILURE;
        }

      g_action_group_activate_action (G_ACTION_GROUP (app), options[i].name, NULL);

      return g_application_get_is_remote (app) ? EXIT_SUCCESS : -1;
    }

  return -1;
}
