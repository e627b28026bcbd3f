/* qd-content-lines.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-content-lines"

#include "qd-content-lines.h"

#include <glib/gi18n.h>
#include <string.h>

void
qd_content_lines_init (QdContentLines *self,
                       const char     *data,
                       gsize           size)
{
  *self = (QdContentLines){
    .text = g_string_new (NULL),
    .next = data,
    .end = data + size,
    .next_line = 1,
  };
}

void
qd_content_lines_clear (QdContentLines *self)
{
  if (self->text != NULL)
    g_string_free (g_steal_pointer (&self->text), TRUE);
}

/* Adds what is left of the physical line at hand, and goes to the next one. */
static void
take_line (QdContentLines *self)
{
  const char *end = memchr (self->next, '\n', self->end - self->next);
  const char *next = end != NULL ? end + 1 : self->end;
  gsize       length;

  if (end == NULL)
    end = self->end;

  if (end > self->next && end[-1] == '\r')
    end--;

  length = MIN (end - self->next, QD_CONTENT_LINE_MAX_BYTES - self->text->len);
  self->is_cut |= length < end - self->next;
  g_string_append_len (self->text, self->next, length);
  self->next = next;
  self->next_line++;
}

static gboolean
is_folded (const QdContentLines *self)
{
  return self->next < self->end && (*self->next == ' ' || *self->next == '\t');
}

static void
take_folded_line (QdContentLines *self)
{
  g_string_truncate (self->text, 0);
  self->is_cut = FALSE;
  self->line = self->next_line;
  take_line (self);

  while (is_folded (self))
    {
      self->next++;
      take_line (self);
    }

  g_strchomp (self->text->str);
  self->text->len = strlen (self->text->str);
}

/* Returns: whether there was a line left */
gboolean
qd_content_lines_next (QdContentLines *self)
{
  while (self->next < self->end)
    {
      take_folded_line (self);

      if (self->text->len > 0)
        return TRUE;
    }

  return FALSE;
}

gboolean
qd_content_lines_has_name (const QdContentLines *self,
                           const char           *name)
{
  gsize length = strlen (name);

  return g_ascii_strncasecmp (self->text->str, name, length) == 0 && self->text->len > length &&
         strchr (":;", self->text->str[length]) != NULL;
}

/* Returns: (transfer full): in capitals, what stands after the colon of a line
 *   without parameters, such as the component’s name after BEGIN */
char *
qd_content_lines_dup_value (const QdContentLines *self)
{
  const char      *colon = strchr (self->text->str, ':');
  g_autofree char *value = g_strdup (colon != NULL ? colon + 1 : "");

  return g_ascii_strup (g_strstrip (value), -1);
}

/* Returns: %FALSE */
gboolean
qd_content_line_fail (guint       line,
                      GError    **error,
                      const char *format,
                      ...)
{
  va_list          args;
  g_autofree char *what = NULL;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error,
               G_IO_ERROR,
               G_IO_ERROR_INVALID_DATA,
               /* Translators: line 12: the event has no beginning; nothing was … */
               _ ("Line %u: %s; nothing was read from the file"),
               line,
               what);

  return FALSE;
}
