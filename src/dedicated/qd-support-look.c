/* qd-support-look.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-support-look"

#include "qd-support-look.h"

/**
 * qd_support_pill_set:
 * @text: (nullable)
 *
 * Says how something stands with the icon and colour of @tone.
 */
void
qd_support_pill_set (QdPill     *pill,
                     const char *text,
                     QdTone      tone)
{
  static const struct
  {
    const char *icon;
    const char *style;
  } looks[] = {
    [QD_TONE_PLAIN] = { NULL, NULL },
    [QD_TONE_GOOD] = { "object-select-symbolic", "success" },
    [QD_TONE_SOON] = { "alarm-symbolic", "warning" },
    [QD_TONE_BAD] = { "dialog-warning-symbolic", "error" },
  };

  qd_pill_set (pill, looks[tone].icon, text, looks[tone].style);
}

/* The same for how grave it is, which has nothing to do with a clock. */
void
qd_support_pill_set_grade (QdPill     *pill,
                           const char *text,
                           QdTone      tone)
{
  qd_support_pill_set (pill, text, tone);

  if (tone == QD_TONE_SOON)
    qd_pill_set (pill, "go-up-symbolic", text, "warning");
  else if (tone == QD_TONE_BAD)
    qd_pill_set (pill, "dialog-error-symbolic", text, "error");
}
