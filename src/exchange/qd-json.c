/* qd-json.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-json"

#include "qd-json.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "qd-quote.h"

G_DEFINE_QUARK (QdJsonError, qd_json_error)

/*
 * What the parser would let pass is looked for beforehand, in one walk over the
 * bytes that does not mind wrong syntax: nesting, whole numbers that would
 * wrap, a NUL that would cut a text short, half a surrogate pair. It also
 * counts the members of every object, since of two with one name the parser
 * keeps the last and says nothing.
 */
typedef struct
{
  const char *c;
  const char *end;
  guint       line;
  guint       depth;
  GArray     *open;    /* of guint: the index in members, or G_MAXUINT for an array */
  GArray     *members; /* of guint: of each object, in the order they open */
} Scan;

static gboolean
fail_at (Scan       *scan,
         const char *what,
         GError    **error)
{
  g_set_error (error, QD_JSON_ERROR, QD_JSON_ERROR_SYNTAX, _ ("Line %u %s"), scan->line, what);
  return FALSE;
}

static guint
read_unit (const char *digits,
           const char *end)
{
  guint unit = 0;

  for (int i = 0; i < 4; i++)
    {
      if (digits + i >= end || !g_ascii_isxdigit (digits[i]))
        return 0xfffd; /* the parser will say so */

      unit = unit * 16 + g_ascii_xdigit_value (digits[i]);
    }

  return unit;
}

/* At the “u” of an escape; leaves the scan at its last digit. */
static gboolean
scan_unit (Scan    *scan,
           GError **error)
{
  guint unit = read_unit (scan->c + 1, scan->end);

  if (unit == 0)
    return fail_at (scan, _ ("holds the character U+0000, which no text may"), error);

  scan->c += 4;

  if (unit < 0xd800 || unit > 0xdfff)
    return TRUE;

  if (unit < 0xdc00 && scan->end - scan->c > 6 && scan->c[1] == '\\' && scan->c[2] == 'u')
    {
      guint low = read_unit (scan->c + 3, scan->end);

      if (low >= 0xdc00 && low <= 0xdfff)
        {
          scan->c += 6;
          return TRUE;
        }
    }

  return fail_at (scan, _ ("holds half of a character, which no text may"), error);
}

static gboolean
scan_string (Scan    *scan,
             GError **error)
{
  for (scan->c++; scan->c < scan->end && *scan->c != '"'; scan->c++)
    {
      if (*scan->c == '\n')
        {
          scan->c--; /* the parser will refuse it, but not lose count of the lines */
          return TRUE;
        }

      if (*scan->c == '\\' && ++scan->c < scan->end && *scan->c == 'u' && !scan_unit (scan, error))
        return FALSE;
    }

  return TRUE;
}

/* Leaves the scan at the last character of the number. */
static gboolean
scan_number (Scan    *scan,
             GError **error)
{
  const char      *start = scan->c;
  g_autofree char *number = NULL;
  guint64          whole;

  while (scan->c + 1 < scan->end && strchr ("0123456789.eE+-", scan->c[1]) != NULL)
    scan->c++;

  number = g_strndup (start, scan->c + 1 - start);

  if (strpbrk (number, ".eE") != NULL ? isfinite (g_ascii_strtod (number, NULL))
                                      : g_ascii_string_to_unsigned (number, 10, 0, G_MAXINT64, &whole, NULL))
    return TRUE;

  return fail_at (scan, _ ("holds a number that is too large"), error);
}

static gboolean
scan_open (Scan    *scan,
           GError **error)
{
  guint none = 0;
  guint index = G_MAXUINT;

  if (++scan->depth > QD_JSON_MAX_DEPTH)
    {
      g_set_error (error,
                   QD_JSON_ERROR,
                   QD_JSON_ERROR_TOO_LARGE,
                   _ ("Line %u is nested deeper than the %d levels that are read"),
                   scan->line,
                   QD_JSON_MAX_DEPTH);
      return FALSE;
    }

  if (*scan->c == '{')
    {
      index = scan->members->len;
      g_array_append_val (scan->members, none);
    }

  g_array_append_val (scan->open, index);

  return TRUE;
}

static void
scan_close (Scan *scan)
{
  if (scan->depth == 0)
    return;

  scan->depth--;
  g_array_set_size (scan->open, scan->depth);
}

static void
count_member (Scan *scan)
{
  guint index = scan->depth > 0 ? g_array_index (scan->open, guint, scan->depth - 1) : G_MAXUINT;

  if (index != G_MAXUINT)
    g_array_index (scan->members, guint, index)++;
}

static gboolean
scan_bytes (Scan    *scan,
            GError **error)
{
  for (; scan->c < scan->end; scan->c++)
    {
      gboolean good = TRUE;

      if (*scan->c == '\n')
        scan->line++;
      else if (*scan->c == '"')
        good = scan_string (scan, error);
      else if (*scan->c == '{' || *scan->c == '[')
        good = scan_open (scan, error);
      else if (*scan->c == '}' || *scan->c == ']')
        scan_close (scan);
      else if (*scan->c == ':')
        count_member (scan);
      else if (g_ascii_isdigit (*scan->c))
        good = scan_number (scan, error);

      if (!good)
        return FALSE;
    }

  return TRUE;
}

static gboolean check_members (JsonNode   *node,
                               const char *path,
                               GArray     *members,
                               guint      *n_seen,
                               GError    **error);

static gboolean
check_object_members (JsonObject *object,
                      const char *path,
                      GArray     *members,
                      guint      *n_seen,
                      GError    **error)
{
  JsonObjectIter iter;
  const char    *key;
  JsonNode      *node;

  if (*n_seen < members->len && g_array_index (members, guint, *n_seen) != json_object_get_size (object))
    return qd_json_fail (path, _ ("has two members of the same name"), error);

  ++*n_seen;
  json_object_iter_init_ordered (&iter, object);

  while (json_object_iter_next_ordered (&iter, &key, &node))
    {
      g_autofree char *child = NULL;

      if (JSON_NODE_HOLDS_VALUE (node) || JSON_NODE_HOLDS_NULL (node))
        continue;

      child = qd_json_join (path, key);

      if (!check_members (node, child, members, n_seen, error))
        return FALSE;
    }

  return TRUE;
}

/* Walks @node in the order it was read, so that the counts fall to their objects. */
static gboolean
check_members (JsonNode   *node,
               const char *path,
               GArray     *members,
               guint      *n_seen,
               GError    **error)
{
  JsonArray *array;

  if (JSON_NODE_HOLDS_OBJECT (node))
    return check_object_members (json_node_get_object (node), path, members, n_seen, error);

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return TRUE;

  array = json_node_get_array (node);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *child = qd_json_join_index (path, i);

      if (!check_members (json_array_get_element (array, i), child, members, n_seen, error))
        return FALSE;
    }

  return TRUE;
}

typedef struct
{
  guint line;
  guint character;
} Place;

/* The parser knows where it is only as long as it reads. */
static void
remember_place (JsonParser   *parser,
                const GError *error,
                gpointer      user_data)
{
  Place *place = user_data;

  *place = (Place){ json_parser_get_current_line (parser), json_parser_get_current_pos (parser) };
}

/* Returns: how many lines begin in the blanks before all else, which the parser does not count */
static guint
count_blank_lines (const char *text,
                   gsize       length)
{
  guint n_lines = 0;

  for (gsize i = 0; i < length && g_ascii_isspace (text[i]); i++)
    n_lines += text[i] == '\n';

  return n_lines;
}

static JsonNode *
parse (const char *text,
       gsize       length,
       GError    **error)
{
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  g_autoptr(GError) local_error = NULL;
  Place     place = { 1, 1 };
  JsonNode *root;

  json_parser_set_strict (parser, TRUE);
  g_signal_connect (parser, "error", G_CALLBACK (remember_place), &place);

  if (!json_parser_load_from_data (parser, text, length, &local_error))
    {
      g_set_error (error,
                   QD_JSON_ERROR,
                   QD_JSON_ERROR_SYNTAX,
                   _ ("Line %u, character %u is not JSON"),
                   MAX (1, place.line) + count_blank_lines (text, length),
                   MAX (1, place.character));
      return NULL;
    }

  if ((root = json_parser_steal_root (parser)) == NULL)
    g_set_error_literal (error, QD_JSON_ERROR, QD_JSON_ERROR_SYNTAX, _ ("It holds no JSON"));

  return root;
}

static gboolean
check_bytes (const char *text,
             gsize       length,
             GError    **error)
{
  if (length == 0)
    {
      g_set_error_literal (error, QD_JSON_ERROR, QD_JSON_ERROR_SYNTAX, _ ("The file is empty"));
      return FALSE;
    }

  if (length > QD_JSON_MAX_BYTES)
    {
      g_set_error (error,
                   QD_JSON_ERROR,
                   QD_JSON_ERROR_TOO_LARGE,
                   _ ("The file is larger than the %d MB that are read"),
                   QD_JSON_MAX_BYTES / (1024 * 1024));
      return FALSE;
    }

  if (g_utf8_validate_len (text, length, NULL))
    return TRUE;

  g_set_error_literal (error, QD_JSON_ERROR, QD_JSON_ERROR_SYNTAX, _ ("It is not JSON, which is text in UTF-8"));
  return FALSE;
}

/**
 * qd_json_read:
 *
 * Reads JSON from a file that may have been made by anyone: strictly, and with
 * limits. A byte-order mark is passed over.
 *
 * Returns: (transfer full) (nullable): the root, immutable
 */
JsonNode *
qd_json_read (GBytes  *bytes,
              GError **error)
{
  gsize       length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr(GArray) members = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(JsonNode) root = NULL;
  guint n_seen = 0;
  Scan  scan;

  if (!check_bytes (text, length, error))
    return NULL;

  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      text += 3;
      length -= 3;
    }

  scan = (Scan){ text, text + length, 1, 0, open, members };

  if (!scan_bytes (&scan, error) ||
      !(root = parse (text, length, error)) ||
      !check_members (root, "", members, &n_seen, error))
    return NULL;

  return g_steal_pointer (&root);
}

static void
write_line (GString *out,
            guint    depth)
{
  g_string_append_c (out, '\n');

  for (guint i = 0; i < depth; i++)
    g_string_append (out, "  ");
}

/* Control characters are escaped, all others written as they are. */
static void
write_text (GString    *out,
            const char *text)
{
  g_string_append_c (out, '"');

  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '"' || *c == '\\')
        g_string_append_printf (out, "\\%c", *c);
      else if (*c == '\n')
        g_string_append (out, "\\n");
      else if (*c == '\t')
        g_string_append (out, "\\t");
      else if ((guchar)*c < 0x20 || *c == 0x7f)
        g_string_append_printf (out, "\\u%04x", (guint)*c);
      else
        g_string_append_c (out, *c);
    }

  g_string_append_c (out, '"');
}

/* The shortest digits that read back as the same number. */
static void
write_real (GString *out,
            double   number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  for (int precision = 15; precision <= 17; precision++)
    {
      char format[] = "%.15g";

      format[3] = '0' + precision % 10;
      g_ascii_formatd (digits, sizeof digits, format, number);

      if (g_ascii_strtod (digits, NULL) == number)
        break;
    }

  g_string_append (out, digits);
}

static void
write_value (GString  *out,
             JsonNode *node)
{
  GType type = json_node_get_value_type (node);

  if (type == G_TYPE_STRING)
    write_text (out, json_node_get_string (node));
  else if (type == G_TYPE_BOOLEAN)
    g_string_append (out, json_node_get_boolean (node) ? "true" : "false");
  else if (type == G_TYPE_DOUBLE)
    write_real (out, json_node_get_double (node));
  else
    g_string_append_printf (out, "%" G_GINT64_FORMAT, json_node_get_int (node));
}

static void write_node (GString  *out,
                        JsonNode *node,
                        guint     depth);

static void
write_object (GString    *out,
              JsonObject *object,
              guint       depth)
{
  JsonObjectIter iter;
  const char    *key;
  JsonNode      *node;
  gboolean       first = TRUE;

  g_string_append_c (out, '{');
  json_object_iter_init_ordered (&iter, object);

  while (json_object_iter_next_ordered (&iter, &key, &node))
    {
      if (!first)
        g_string_append_c (out, ',');

      first = FALSE;
      write_line (out, depth + 1);
      write_text (out, key);
      g_string_append (out, ": ");
      write_node (out, node, depth + 1);
    }

  if (!first)
    write_line (out, depth);

  g_string_append_c (out, '}');
}

static void
write_array (GString   *out,
             JsonArray *array,
             guint      depth)
{
  guint length = json_array_get_length (array);

  g_string_append_c (out, '[');

  for (guint i = 0; i < length; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');

      write_line (out, depth + 1);
      write_node (out, json_array_get_element (array, i), depth + 1);
    }

  if (length > 0)
    write_line (out, depth);

  g_string_append_c (out, ']');
}

static void
write_node (GString  *out,
            JsonNode *node,
            guint     depth)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    write_object (out, json_node_get_object (node), depth);
  else if (JSON_NODE_HOLDS_ARRAY (node))
    write_array (out, json_node_get_array (node), depth);
  else if (JSON_NODE_HOLDS_NULL (node))
    g_string_append (out, "null");
  else
    write_value (out, node);
}

/**
 * qd_json_write:
 *
 * The one way JSON is written, so that the same data is the same bytes: members
 * in their order, two spaces, one line end at the end.
 *
 * Returns: (transfer full): the text of @node
 */
GBytes *
qd_json_write (JsonNode *node)
{
  GString *out = g_string_new (NULL);

  write_node (out, node, 0);
  g_string_append_c (out, '\n');

  return g_string_free_to_bytes (out);
}

/* Returns: (transfer full): the path of the member @key of what is at @path, to be read by people */
char *
qd_json_join (const char *path,
              const char *key)
{
  g_autofree char *quoted = qd_quote (key);

  return *path != '\0' ? g_strconcat (path, ".", quoted, NULL) : g_steal_pointer (&quoted);
}

char *
qd_json_join_index (const char *path,
                    guint       index)
{
  return g_strdup_printf ("%s[%u]", path, index);
}

/**
 * qd_json_fail:
 * @path: of the value; empty for the whole file
 * @what: what is wrong with it, as the rest of a sentence: “must be a text”
 *
 * Returns: %FALSE, with @error set
 */
gboolean
qd_json_fail (const char *path,
              const char *what,
              GError    **error)
{
  g_set_error (error, QD_JSON_ERROR, QD_JSON_ERROR_BAD_VALUE, "%s %s", *path != '\0' ? path : _ ("The file"), what);
  return FALSE;
}
