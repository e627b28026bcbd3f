/* qd-test-verbs-catalogue.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-accelerator-edits.h"
#include "qd-catalogue-edits.h"
#include "qd-plan.h"
#include "qd-test-verbs.h"

/* Verbs of accelerators, and of the content modules that they are put together from. */

/* Returns: (transfer none): the first module that is in that state */
static QdCatalogueModule *
find_module (QdCatalogue  *catalogue,
             QdModuleState state)
{
  for (guint i = 0;; i++)
    {
      g_autoptr(QdCatalogueModule) module = g_list_model_get_item (G_LIST_MODEL (catalogue), i);

      g_assert_nonnull (module);

      if (module->state == state)
        return module;
    }
}

static void
catalogue_save (QdTestDesk       *desk,
                const QdTestVerb *verb)
{
  g_autoptr(QdCatalogue) catalogue = qd_catalogue_new (desk->portfolio);
  g_autoptr(QdContentModule) draft =
                qd_catalogue_create_draft (catalogue, find_module (catalogue, QD_MODULE_STATE_SHIPPED));

  g_object_set (draft, "outcome", "They deploy on Fridays.", NULL);
  qd_catalogue_save_async (catalogue, draft, qd_test_async_cb, &desk->slot);
}

static void
catalogue_add (QdTestDesk       *desk,
               const QdTestVerb *verb)
{
  g_autoptr(QdCatalogue) catalogue = qd_catalogue_new (desk->portfolio);
  g_autoptr(QdContentModule) draft = qd_catalogue_create_own (catalogue, QD_MODULE_CATEGORY_AI_ML, "Reviews with Duo");

  qd_catalogue_add_async (catalogue, draft, qd_test_async_cb, &desk->slot);
}

static void
catalogue_reset (QdTestDesk       *desk,
                 const QdTestVerb *verb)
{
  g_autoptr(QdCatalogue) catalogue = qd_catalogue_new (desk->portfolio);

  qd_catalogue_reset_async (
      catalogue, find_module (catalogue, QD_MODULE_STATE_EDITED), qd_test_async_cb, &desk->slot);
}

static void
catalogue_delete (QdTestDesk       *desk,
                  const QdTestVerb *verb)
{
  g_autoptr(QdCatalogue) catalogue = qd_catalogue_new (desk->portfolio);

  qd_catalogue_delete_async (catalogue, find_module (catalogue, QD_MODULE_STATE_OWN), qd_test_async_cb, &desk->slot);
}

static void
accelerator_new (QdTestDesk       *desk,
                 const QdTestVerb *verb)
{
  g_autoptr(QdCatalogue) catalogue = qd_catalogue_new (desk->portfolio);
  g_autoptr(QdAcceleratorDraft) draft =
                qd_accelerator_draft_new (((QdPlan *)qd_test_desk_get_plan (desk))->account, QD_TEST_TODAY);

  qd_accelerator_draft_fill (draft, desk->portfolio);
  g_ptr_array_add (draft->modules, g_strdup (find_module (catalogue, QD_MODULE_STATE_SHIPPED)->key));
  qd_accelerator_new_async (draft, catalogue, desk->portfolio, NULL, qd_test_async_cb, &desk->slot);
}

const QdTestVerb qd_test_verbs_catalogue[] = {
  { "qd_catalogue_save_async", "Edit Module", catalogue_save },
  { "qd_catalogue_add_async", "Add Module", catalogue_add },
  { "qd_catalogue_reset_async", "Reset Module", catalogue_reset },
  { "qd_catalogue_delete_async", "Delete Module", catalogue_delete },
  { "qd_accelerator_new_async", "New Accelerator", accelerator_new },
  { NULL },
};
