/* qd-cli-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-account.h"
#include "qd-plan.h"
#include "qd-portfolio.h"

G_BEGIN_DECLS

typedef enum
{
  QD_CLI_OK = 0,
  QD_CLI_FAILED = 1,
  QD_CLI_MISUSED = 2,
} QdCliStatus;

typedef struct _QdCli QdCli;

/**
 * QdCliCommand:
 * @arguments: that it takes besides its options, for its help
 * @summary: marked for translation
 */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  QdCliStatus (*run) (QdCli *cli,
                      int    argc,
                      char **argv);
} QdCliCommand;

/**
 * QdCli:
 * @description: (nullable) (transfer none): what its help says after the options
 * @database: (nullable): where it is, if not in the usual place
 *
 * One command on its way.
 */
struct _QdCli
{
  const QdCliCommand *command;
  const char         *description;
  char               *database;
  QdStore            *store;
  QdPortfolio        *portfolio;
};

QdCliStatus qd_cli_list (QdCli *cli,
                         int    argc,
                         char **argv);
QdCliStatus qd_cli_show (QdCli *cli,
                         int    argc,
                         char **argv);
QdCliStatus qd_cli_import (QdCli *cli,
                           int    argc,
                           char **argv);
QdCliStatus qd_cli_export (QdCli *cli,
                           int    argc,
                           char **argv);
QdCliStatus qd_cli_new_plan (QdCli *cli,
                             int    argc,
                             char **argv);
QdCliStatus qd_cli_schedule (QdCli *cli,
                             int    argc,
                             char **argv);
QdCliStatus qd_cli_reference (QdCli *cli,
                              int    argc,
                              char **argv);
QdCliStatus qd_cli_salvage (QdCli *cli,
                            int    argc,
                            char **argv);
QdCliStatus qd_cli_backup (QdCli *cli,
                           int    argc,
                           char **argv);
QdCliStatus qd_cli_check (QdCli *cli,
                          int    argc,
                          char **argv);
QdCliStatus qd_cli_audience (QdCli *cli,
                             int    argc,
                             char **argv);
QdCliStatus qd_cli_dedicated (QdCli *cli,
                              int    argc,
                              char **argv);
QdCliStatus qd_cli_history (QdCli *cli,
                            int    argc,
                            char **argv);

/* What they share */

gboolean    qd_cli_parse (QdCli              *cli,
                          const GOptionEntry *entries,
                          guint               n_arguments,
                          int                *argc,
                          char             ***argv,
                          QdCliStatus        *status);
QdCliStatus qd_cli_fail (const GError *error);
QdCliStatus qd_cli_misuse (QdCli      *cli,
                           const char *format,
                           ...) G_GNUC_PRINTF (2, 3);
gboolean    qd_cli_open (QdCli   *cli,
                         gboolean create,
                         GError **error);
gboolean    qd_cli_open_as_of (QdCli   *cli,
                               int      day,
                               GError **error);
gboolean    qd_cli_parse_day (QdCli       *cli,
                              const char  *text,
                              int         *day,
                              QdCliStatus *status);
void        qd_cli_put (const char *text);
void        qd_cli_put_bytes (const char *text,
                              gsize       length);
void        qd_cli_put_table (GPtrArray *rows,
                              guint      n_columns);

void        qd_cli_await_cb (GObject      *object,
                             GAsyncResult *result,
                             gpointer      user_data);
gboolean    qd_cli_await_edit (QdCli         *cli,
                               GAsyncResult **slot,
                               GError       **error);

/* Names, codenames and ids */

QdAccount  *qd_cli_find_account (QdCli      *cli,
                                 const char *word,
                                 GError    **error);
QdPlan     *qd_cli_find_plan (QdCli      *cli,
                              const char *word,
                              GError    **error);
QdPlan     *qd_cli_find_accelerator (QdCli      *cli,
                                     const char *word,
                                     GError    **error);
char       *qd_cli_dup_nearest (const char *word,
                                GPtrArray  *names);

G_END_DECLS
