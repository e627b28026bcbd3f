/* qd-seal.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-seal"

#include "qd-seal.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

/* In the order of the bits */
const QdNick qd_seal_parts[] = {
  { "name", N_ ("Name") },
  { "aliases", N_ ("Aliases") },
  { "domains", N_ ("Domains") },
  { "people", N_ ("People") },
  { NULL },
};

/**
 * qd_account_get_usual_seal:
 *
 * Returns: the policy of an account for which nobody chose one: strict for Dedicated, whose
 *   customers are given a codename; and for whom a codename was typed, which says as much
 */
QdSeal
qd_account_get_usual_seal (QdAccount *account)
{
  gboolean dedicated =
      account->offering == QD_OFFERING_DEDICATED || account->offering == QD_OFFERING_DEDICATED_GOVERNMENT;

  return dedicated || account->codename != NULL ? QD_SEAL_STRICT : QD_SEAL_OFF;
}

/**
 * qd_account_get_seal:
 *
 * Returns: bits of #QdSealPart. The name of one that is only known by its codename is none to keep.
 */
guint
qd_account_get_seal (QdAccount *account)
{
  QdSeal seal = account->seal != (QdSeal)QD_ENUM_NONE ? account->seal : qd_account_get_usual_seal (account);
  guint  parts = seal == QD_SEAL_STRICT ? QD_SEAL_PARTS : 0;

  if (seal == QD_SEAL_CUSTOM)
    qd_seal_parse_parts (account->sealed, &parts);

  if (g_strcmp0 (account->codename, account->name) == 0)
    parts &= ~QD_SEAL_PART_NAME;

  return parts;
}

/* Whether its real name is not for colleagues to read. */
gboolean
qd_account_is_sealed (QdAccount *account)
{
  return (qd_account_get_seal (account) & QD_SEAL_PART_NAME) != 0;
}

/**
 * qd_seal_parse_parts:
 * @text: (nullable): nicks with blanks between them
 *
 * Returns: whether @text is that; %FALSE leaves those in @parts that were understood
 */
gboolean
qd_seal_parse_parts (const char *text,
                     guint      *parts)
{
  g_auto(GStrv) words = g_strsplit (text != NULL ? text : "", " ", -1);
  gboolean understood = TRUE;

  *parts = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      int part = qd_nicks_parse (qd_seal_parts, words[i]);

      if (part != QD_ENUM_NONE)
        *parts |= 1u << part;
      else
        understood &= *words[i] == '\0';
    }

  return understood;
}

/* Returns: (transfer full) (nullable): as qd_seal_parse_parts() reads it; %NULL for none */
char *
qd_seal_format_parts (guint parts)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; qd_seal_parts[i].nick != NULL; i++)
    {
      if (parts & (1u << i))
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", qd_seal_parts[i].nick);
    }

  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}

static void
rule_free (QdSealRule *rule)
{
  g_free (rule->key);
  g_free (rule->title);
  g_free (rule->who);
  g_free (rule->says);
  g_free (rule->source);
  g_free (rule->url);
  g_free (rule);
}

static char *
dup_member (JsonObject *object,
            const char *name)
{
  return g_strdup (json_object_get_string_member_with_default (object, name, ""));
}

static void
add_rule_cb (JsonArray *array,
             guint      index,
             JsonNode  *node,
             gpointer   rules)
{
  JsonObject *object = json_node_get_object (node);
  QdSealRule *rule = g_new0 (QdSealRule, 1);

  rule->key = dup_member (object, "key");
  rule->title = dup_member (object, "title");
  rule->who = dup_member (object, "who");
  rule->says = dup_member (object, "says");
  rule->source = dup_member (object, "source");
  rule->url = dup_member (object, "url");

  if (!qd_day_parse (json_object_get_string_member_with_default (object, "checked", ""), &rule->checked))
    rule->checked = QD_DAY_NONE;

  g_ptr_array_add (rules, rule);
}

/* Returns: (transfer full) (element-type QdSealRule): what ships, in the order to show it in */
GPtrArray *
qd_seal_get_rules (void)
{
  GPtrArray *rules = g_ptr_array_new_with_free_func ((GDestroyNotify)rule_free);
  g_autoptr(GBytes) bytes =
                g_resources_lookup_data ("/io/gitlab/quarterdeck/Quarterdeck/audience/codename-rules.json", 0, NULL);
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();

  g_return_val_if_fail (bytes != NULL, rules);

  if (json_parser_load_from_data (
          parser, g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes), NULL))
    json_array_foreach_element (
        json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "rules"), add_rule_cb, rules);

  return rules;
}
