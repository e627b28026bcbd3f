/* qd-palette.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-palette"

#include "qd-palette.h"

#include "qd-fuzzy.h"
#include "qd-palette-names.h"
#include "qd-palette-record.h"
#include "qd-search-key.h"

#define MAX_MATCHES 12 /* of each kind of record, by their names */
#define MAX_HITS 40
#define MAX_ENTRIES 6
#define MAX_RECENT 8

/**
 * QdPalette:
 *
 * All that one can go to or do, found by what is typed: commands, pages, accounts, plans and tasks by
 * their names, records by what is written in them, and entries of the reference. It is as the
 * portfolio was when it was first asked, so it is made for a moment.
 */
struct _QdPalette
{
  GObject         parent_instance;

  QdPortfolio    *portfolio;
  QdReference    *reference;
  GPtrArray      *commands; /* of QdPaletteItem: commands and pages */
  gboolean        show_codenames;
  QdPaletteNames *names; /* (nullable): until something is looked for */
};

G_DEFINE_FINAL_TYPE (QdPalette, qd_palette, G_TYPE_OBJECT)

typedef struct
{
  char           *text;
  char          **words;
  QdPaletteNames *names;
  GPtrArray      *items; /* (nullable): what was found so far */
} Find;

static void
find_free (Find *find)
{
  g_free (find->text);
  g_strfreev (find->words);
  qd_palette_names_unref (find->names);
  g_clear_pointer (&find->items, g_ptr_array_unref);
  g_free (find);
}

/* Returns: (transfer full) (nullable): what does @action, which was chosen some time ago */
static QdPaletteItem *
create_for_action (QdPalette  *self,
                   const char *action)
{
  static const struct
  {
    const char    *name;
    QdPaletteGroup group;
  } records[] = {
    { "win.open-account", QD_PALETTE_ACCOUNT },
    { "win.open-plan", QD_PALETTE_PLAN },
    { "win.open-task", QD_PALETTE_TASK },
  };
  g_autofree char *name = NULL;
  g_autoptr(GVariant) target = NULL;

  for (guint i = 0; i < self->commands->len; i++)
    {
      const QdPaletteItem *item = g_ptr_array_index (self->commands, i);

      if (g_str_equal (item->action, action))
        return qd_palette_item_copy (item);
    }

  if (!g_action_parse_detailed_name (action, &name, &target, NULL) || target == NULL)
    return NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (records); i++)
    {
      if (g_str_equal (records[i].name, name) && g_variant_is_of_type (target, G_VARIANT_TYPE_INT64))
        return qd_palette_item_new_for_record (
            self->portfolio, records[i].group, g_variant_get_int64 (target), self->show_codenames);
    }

  if (g_str_equal (name, "win.open-entry") && g_variant_is_of_type (target, G_VARIANT_TYPE_STRING))
    {
      QdReferenceEntry *entry = qd_reference_lookup (self->reference, g_variant_get_string (target, NULL));

      return entry != NULL ? qd_palette_item_new_for_entry (entry) : NULL;
    }

  return NULL;
}

static QdPaletteNames *
get_names (QdPalette *self)
{
  if (self->names == NULL)
    self->names = qd_palette_names_new (self->portfolio, self->commands);

  return self->names;
}

/**
 * qd_palette_list_start:
 * @recent: what was chosen last, see qd_palette_remember()
 *
 * Returns: (transfer full): of #QdPaletteItem: what is offered before anything is typed
 */
GPtrArray *
qd_palette_list_start (QdPalette         *self,
                       const char *const *recent)
{
  GPtrArray *items = qd_palette_items_new ();

  g_return_val_if_fail (QD_IS_PALETTE (self), items);

  for (; *recent != NULL; recent++)
    {
      QdPaletteItem *item = create_for_action (self, *recent);

      if (item == NULL)
        continue;

      item->group = QD_PALETTE_RECENT;
      g_ptr_array_add (items, item);
    }

  for (guint i = 0; i < self->commands->len; i++)
    g_ptr_array_add (items, qd_palette_item_copy (g_ptr_array_index (self->commands, i)));

  qd_palette_items_arrange (items);

  return items;
}

/* A GTaskThreadFunc: names are many in a large portfolio, and nobody who types waits for them. */
static void
match_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Find *find = task_data;

  g_task_return_pointer (task,
                         qd_palette_names_match (find->names, (const char *const *)find->words, MAX_MATCHES, cancellable),
                         (GDestroyNotify)g_array_unref);
}

static void
add_matches (QdPalette *self,
             GArray    *matches,
             GPtrArray *items)
{
  for (guint i = 0; i < matches->len; i++)
    {
      const QdPaletteMatch *match = &g_array_index (matches, QdPaletteMatch, i);
      QdPaletteItem        *item = match->group == QD_PALETTE_COMMAND || match->group == QD_PALETTE_PAGE
                                       ? qd_palette_item_copy (g_ptr_array_index (self->commands, match->id))
                                       : qd_palette_item_new_for_record (
                                      self->portfolio, match->group, match->id, self->show_codenames);

      if (item == NULL)
        continue;

      item->score = match->score;
      g_ptr_array_add (items, item);
    }
}

static gboolean
has_action (GPtrArray  *items,
            const char *action)
{
  for (guint i = 0; i < items->len; i++)
    {
      if (g_str_equal (((QdPaletteItem *)g_ptr_array_index (items, i))->action, action))
        return TRUE;
    }

  return FALSE;
}

/* A record whose name fits is there already. */
static void
add_hits (QdPalette         *self,
          GPtrArray         *hits,
          const char *const *words,
          GPtrArray         *items)
{
  for (guint i = 0; i < hits->len; i++)
    {
      QdPaletteItem *item = qd_palette_item_new_for_hit (
          self->portfolio, g_ptr_array_index (hits, i), words, self->show_codenames);

      if (item != NULL && (item->group == QD_PALETTE_OTHER || !has_action (items, item->action)))
        g_ptr_array_add (items, item);
      else if (item != NULL)
        qd_palette_item_free (item);
    }
}

static void
add_entries (QdReferenceResult *result,
             const char *const *words,
             GPtrArray         *items)
{
  for (guint i = 0; i < result->hits->len; i++)
    {
      const QdReferenceHit *hit = g_ptr_array_index (result->hits, i);
      QdPaletteItem        *item = qd_palette_item_new_for_entry (hit->entry);
      g_autofree char      *key = qd_search_fold (item->title);

      if (hit->passage != NULL && *hit->passage != '\0')
        {
          g_autofree char *category = g_steal_pointer (&item->subtitle);

          item->subtitle = g_strdup_printf ("%s · %s", category, hit->passage);
        }

      /* They come the best first, by more than their titles. */
      item->score = MAX (qd_fuzzy_score (words, key), 1);

      if (i > 0)
        item->score = MIN (item->score, ((QdPaletteItem *)g_ptr_array_index (items, items->len - 1))->score);

      g_ptr_array_add (items, item);
    }
}

static void
entries_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  QdPalette *self = g_task_get_source_object (task);
  Find      *find = g_task_get_task_data (task);
  GError    *error = NULL;
  g_autoptr(QdReferenceResult) entries = qd_reference_search_finish (self->reference, result, &error);

  if (entries == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  add_entries (entries, (const char *const *)find->words, find->items);
  qd_palette_items_arrange (find->items);
  g_task_return_pointer (task, g_steal_pointer (&find->items), (GDestroyNotify)g_ptr_array_unref);
}

static void
hits_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  QdPalette *self = g_task_get_source_object (task);
  Find      *find = g_task_get_task_data (task);
  GError    *error = NULL;
  g_autoptr(GPtrArray) hits = qd_search_finish (QD_STORE (object), result, &error);

  if (hits == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  add_hits (self, hits, (const char *const *)find->words, find->items);
  qd_reference_search_async (self->reference,
                             find->text,
                             QD_ENUM_NONE,
                             NULL,
                             MAX_ENTRIES,
                             g_task_get_cancellable (task),
                             entries_cb,
                             g_object_ref (task));
}

static void
matches_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  QdPalette *self = QD_PALETTE (object);
  Find      *find = g_task_get_task_data (task);
  GError    *error = NULL;
  g_autoptr(GArray) matches = g_task_propagate_pointer (G_TASK (result), &error);

  if (matches == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  find->items = qd_palette_items_new ();
  add_matches (self, matches, find->items);
  qd_search_async (qd_portfolio_get_store (self->portfolio),
                   find->text,
                   MAX_HITS,
                   g_task_get_cancellable (task),
                   hits_cb,
                   g_object_ref (task));
}

/**
 * qd_palette_find_async:
 * @text: what a person typed
 *
 * Finds what it may mean. Nothing of it is long on the main thread.
 */
void
qd_palette_find_async (QdPalette          *self,
                       const char         *text,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GTask) matching = NULL;
  Find *find, *own;

  g_return_if_fail (QD_IS_PALETTE (self));
  g_return_if_fail (text != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  find = g_new0 (Find, 1);
  *find = (Find){ g_strdup (text), qd_search_split (text), qd_palette_names_ref (get_names (self)), NULL };
  g_task_set_task_data (task, find, (GDestroyNotify)find_free);

  /* The thread has what it needs to itself: what it ends is another task than the whole. */
  matching = g_task_new (self, cancellable, matches_cb, g_object_ref (task));
  own = g_new0 (Find, 1);
  *own = (Find){ NULL, g_strdupv (find->words), qd_palette_names_ref (find->names), NULL };
  g_task_set_task_data (matching, own, (GDestroyNotify)find_free);
  g_task_run_in_thread (matching, match_thread);
}

/**
 * qd_palette_find_finish:
 *
 * Returns: (transfer full) (nullable): of #QdPaletteItem, in groups, the best first
 */
GPtrArray *
qd_palette_find_finish (QdPalette    *self,
                        GAsyncResult *result,
                        GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * qd_palette_remember:
 * @recent: the actions of what was chosen before, the last first
 *
 * Returns: (transfer full): the same once @item is chosen
 */
GStrv
qd_palette_remember (const char *const   *recent,
                     const QdPaletteItem *item)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  guint n_kept = 0;

  if (item->lasting)
    {
      g_strv_builder_add (builder, item->action);
      n_kept++;
    }

  for (; *recent != NULL && n_kept < MAX_RECENT; recent++)
    {
      if (g_str_equal (*recent, item->action))
        continue;

      g_strv_builder_add (builder, *recent);
      n_kept++;
    }

  return g_strv_builder_end (builder);
}

static void
qd_palette_finalize (GObject *object)
{
  QdPalette *self = QD_PALETTE (object);

  g_clear_pointer (&self->names, qd_palette_names_unref);
  g_clear_pointer (&self->commands, g_ptr_array_unref);
  g_clear_object (&self->reference);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_palette_parent_class)->finalize (object);
}

static void
qd_palette_class_init (QdPaletteClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qd_palette_finalize;
}

static void
qd_palette_init (QdPalette *self)
{
}

/* @commands: (transfer full): of #QdPaletteItem: what can be done, and the pages */
QdPalette *
qd_palette_new (QdPortfolio *portfolio,
                GPtrArray   *commands,
                gboolean     show_codenames)
{
  QdPalette *self = g_object_new (QD_TYPE_PALETTE, NULL);

  self->portfolio = g_object_ref (portfolio);
  self->reference = qd_reference_ref_of (portfolio);
  self->commands = commands;
  self->show_codenames = show_codenames;

  return self;
}
