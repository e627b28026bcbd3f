/* qd-audience-check.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-audience-check"

#include "qd-audience-check.h"

#include <glib/gi18n.h>
#include <string.h>

#include "qd-name-book-private.h"

const QdNick qd_hit_kinds[] = {
  { "name", N_ ("Real name") },
  { "alias", N_ ("Alias") },
  { "domain", N_ ("Domain") },
  { "tenant", N_ ("Tenant") },
  { "person", N_ ("Person") },
  { "email", N_ ("E-mail address") },
  { "codename", N_ ("Codename") },
  { "field", N_ ("Internal field") },
  { NULL },
};

typedef struct
{
  QdNameBook   *book;
  QdAudience    audience;
  gint64        account;
  const char   *text;
  const QdFold *fold;
  GArray       *found; /* of Found */
} Looking;

/* A name in the text, be it one that may be there */
typedef struct
{
  const QdName *name;
  gsize         start;
  gsize         end;
  gboolean      sure;
  gboolean      barred;
} Found;

static void
hit_free (QdHit *hit)
{
  g_free (hit->instead);
  g_free (hit);
}

static gboolean
is_barred (const QdName *name,
           QdAudience    audience,
           gint64        account)
{
  switch (audience)
    {
    case QD_AUDIENCE_INTERNAL:
      return name->sealed;

    case QD_AUDIENCE_CUSTOMER:
      return name->account != account || name->kind == QD_HIT_CODENAME;

    case QD_AUDIENCE_PUBLIC:
      return TRUE;

    case QD_AUDIENCE_ME:
    default:
      return FALSE;
    }
}

static void
found_cb (gsize    end,
          guint    string,
          gpointer data)
{
  Looking *looking = data;

  for (const QdName *name = g_ptr_array_index (looking->book->by_string, string); name != NULL; name = name->next)
    {
      gsize    start = end - name->n_bytes;
      Found    found = { name, looking->fold->starts[start], looking->fold->ends[end - 1], FALSE, FALSE };
      gboolean own = looking->audience == QD_AUDIENCE_CUSTOMER && name->account == looking->account;

      /* A tenant may be called after the codename, which is for nobody outside. */
      own = own && name->kind != QD_HIT_TENANT;
      found.barred = is_barred (name, looking->audience, looking->account);

      if ((found.barred || own) && qd_name_is_at (name, looking->fold, looking->text, start, end, &found.sure))
        g_array_append_val (looking->found, found);
    }
}

/* By where it begins, the longest first; of two alike, one that may be there, then one that is sure */
static int
compare_found (gconstpointer a,
               gconstpointer b)
{
  const Found *one = a, *other = b;

  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;

  if (one->end != other->end)
    return one->end > other->end ? -1 : 1;

  if (one->barred != other->barred)
    return one->barred ? 1 : -1;

  if (one->sure != other->sure)
    return one->sure ? -1 : 1;

  return (int)one->name->kind - (int)other->name->kind;
}

static char *
dup_instead (Looking      *looking,
             const QdName *name)
{
  const char *text = NULL;

  if (name->kind == QD_HIT_PERSON || name->kind == QD_HIT_EMAIL)
    /* Translators: stands in a text for the name of a person of a customer, which is not to be read there */
    return g_strdup (_ ("[contact]"));

  if (looking->audience == QD_AUDIENCE_INTERNAL)
    text = g_hash_table_lookup (looking->book->codenames, &name->account);
  else if (looking->audience == QD_AUDIENCE_CUSTOMER && name->account == looking->account)
    text = g_hash_table_lookup (looking->book->real_names, &name->account);

  return text != NULL ? g_strdup (text) : qd_audience_dup_nobody ();
}

static void
add_hit (Looking     *looking,
         GPtrArray   *hits,
         const Found *found)
{
  QdHit *hit = g_new0 (QdHit, 1);

  hit->kind = found->name->kind;
  hit->sure = found->sure;
  hit->account = found->name->account;
  hit->start = found->start;
  hit->end = found->end;
  hit->instead = dup_instead (looking, found->name);
  g_ptr_array_add (hits, hit);
}

/* What is within a name that may be there is a part of it; what begins in one that may not is gone with it. */
static void
choose_hits (Looking   *looking,
             GPtrArray *hits)
{
  gsize allowed = 0; /* the end of the last that may be there, then of those that may not */
  gsize sure = 0;
  gsize unsure = 0;

  g_array_sort (looking->found, compare_found);

  for (guint i = 0; i < looking->found->len; i++)
    {
      const Found *found = &g_array_index (looking->found, Found, i);

      if (found->end <= allowed || found->start < (found->sure ? sure : MAX (sure, unsure)))
        continue;

      if (!found->barred)
        {
          allowed = found->end;
          continue;
        }

      add_hit (looking, hits, found);
      *(found->sure ? &sure : &unsure) = found->end;
    }
}

static void
find_places (GPtrArray  *hits,
             const char *text)
{
  gsize at = 0;
  guint line = 1, column = 1;

  for (guint i = 0; i < hits->len; i++)
    {
      QdHit *hit = g_ptr_array_index (hits, i);

      for (; at < hit->start; at++)
        {
          if (text[at] == '\n')
            {
              line++;
              column = 1;
            }
          else
            column += ((guchar)text[at] & 0xc0) != 0x80;
        }

      hit->line = line;
      hit->column = column;
    }
}

/**
 * qd_audience_check:
 * @account: whose document it is, where a customer will read it; 0 for no one’s
 * @text: in any encoding
 * @length: in bytes; -1 up to the first NUL
 *
 * Finds what of @text @audience must not read.
 *
 * Returns: (transfer full) (element-type QdHit): in the order of the text; empty for none
 */
GPtrArray *
qd_audience_check (QdNameBook *book,
                   QdAudience  audience,
                   gint64      account,
                   const char *text,
                   gssize      length)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func ((GDestroyNotify)hit_free);
  g_autoptr(QdFold) fold = NULL;
  g_autoptr(GArray) found = NULL;
  Looking looking;

  g_return_val_if_fail (book != NULL, hits);

  if (audience == QD_AUDIENCE_ME || text == NULL || book->names->len == 0)
    return hits;

  fold = qd_fold_new (text, length);
  found = g_array_new (FALSE, FALSE, sizeof (Found));
  looking = (Looking){ book, audience, account, text, fold, found };
  qd_automaton_scan (book->automaton, fold->bytes, fold->length, found_cb, &looking);
  choose_hits (&looking, hits);
  find_places (hits, text);

  return hits;
}

static gboolean
is_set (const QdColumn *column,
        gpointer        record)
{
  gpointer field = G_STRUCT_MEMBER_P (record, column->offset);

  switch (column->kind)
    {
    case QD_COLUMN_KIND_TEXT:
      return *(char **)field != NULL;

    case QD_COLUMN_KIND_INTEGER:
      return *(gint64 *)field != QD_INTEGER_NONE;

    case QD_COLUMN_KIND_BOOLEAN:
      return *(gboolean *)field;

    case QD_COLUMN_KIND_ENUM:
      return *(int *)field != QD_ENUM_NONE;

    case QD_COLUMN_KIND_DAY:
      return *(int *)field != QD_DAY_NONE;

    case QD_COLUMN_KIND_REFERENCE:
      return *(gint64 *)field != 0;

    case QD_COLUMN_KIND_REAL:
    default:
      return TRUE;
    }
}

/**
 * qd_audience_check_record:
 * @account: (nullable): whose record it is
 *
 * Finds the fields of @record that are internal, and what of the others must not be read.
 *
 * Returns: (transfer full) (element-type QdHit): @field says of each where it is
 */
GPtrArray *
qd_audience_check_record (QdNameBook *book,
                          QdAudience  audience,
                          QdAccount  *account,
                          gpointer    record)
{
  QdRecordClass *klass = QD_RECORD_GET_CLASS (record);
  GPtrArray     *hits = g_ptr_array_new_with_free_func ((GDestroyNotify)hit_free);
  gboolean       readable = qd_audience_may_read (audience, record);
  gint64         id = account != NULL ? qd_record_get_id (account) : 0;

  for (guint i = 0; i < klass->n_columns; i++)
    {
      const QdColumn *column = &klass->columns[i];

      if (!is_set (column, record))
        continue;

      if (!readable || !qd_audience_may_read_column (audience, account, G_OBJECT_TYPE (record), column->name))
        {
          QdHit *hit = g_new0 (QdHit, 1);

          hit->kind = QD_HIT_FIELD;
          hit->sure = TRUE;
          hit->account = id;
          hit->field = column;
          hit->instead = g_strdup ("");
          g_ptr_array_add (hits, hit);
        }
      else if (column->kind == QD_COLUMN_KIND_TEXT)
        {
          GPtrArray *found =
              qd_audience_check (book, audience, id, *(char **)G_STRUCT_MEMBER_P (record, column->offset), -1);

          for (guint n = 0; n < found->len; n++)
            ((QdHit *)g_ptr_array_index (found, n))->field = column;

          g_ptr_array_extend_and_steal (hits, found);
        }
    }

  return hits;
}

/* Whether @hits has one that holds something up. */
gboolean
qd_hits_have_sure (GPtrArray *hits)
{
  for (guint i = 0; i < hits->len; i++)
    {
      if (((QdHit *)g_ptr_array_index (hits, i))->sure)
        return TRUE;
    }

  return FALSE;
}

/**
 * qd_hits_replace:
 * @hits: of @text, by qd_audience_check()
 *
 * Returns: (transfer full): @text with what may be read in the place of each that is sure
 */
char *
qd_hits_replace (GPtrArray  *hits,
                 const char *text)
{
  g_autoptr(GString) replaced = g_string_new (NULL);
  gsize at = 0;

  for (guint i = 0; i < hits->len; i++)
    {
      const QdHit *hit = g_ptr_array_index (hits, i);

      /* One that begins in another is gone with it, but for its end. */
      if (!hit->sure || hit->end <= at)
        continue;

      if (hit->start >= at)
        {
          g_string_append_len (replaced, text + at, (gssize)(hit->start - at));
          g_string_append (replaced, hit->instead);
        }

      at = hit->end;
    }

  g_string_append (replaced, text + at);

  return g_string_free_and_steal (g_steal_pointer (&replaced));
}

/* Returns: (transfer full): why it may not be there, in a sentence without the name itself */
char *
qd_hit_dup_reason (const QdHit *self,
                   QdAudience   audience)
{
  if (self->kind == QD_HIT_FIELD)
    return g_strdup_printf (_ ("“%s” is internal"), _ (self->field->label));

  if (!self->sure)
    return g_strdup (_ ("It may be a name, or an ordinary word"));

  if (self->kind == QD_HIT_CODENAME)
    return g_strdup (audience == QD_AUDIENCE_PUBLIC ? _ ("A codename is not for the public")
                                                    : _ ("A codename is not for a customer"));

  return g_strdup (audience == QD_AUDIENCE_INTERNAL   ? _ ("This is sealed: colleagues know the customer by its codename")
                   : audience == QD_AUDIENCE_CUSTOMER ? _ ("This is of another customer")
                                                      : _ ("This names a customer"));
}
