/* qd-record-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-portfolio.h"
#include "qd-record.h"
#include "qd-store.h"

G_BEGIN_DECLS

/**
 * QdFormGroup:
 * @title: (nullable): marked for translation
 * @fields: names of columns, for money two with a space between; ends with %NULL
 */
typedef struct
{
  const char *title;
  const char *fields[12];
} QdFormGroup;

/**
 * QdForm:
 * @title: what an existing record is called: “Contact”
 * @new_title: “New Contact”
 * @add_label: what adding is called in the history: “Add Contact”
 * @accept: (nullable): what the button says that adds it; “_Add” otherwise
 * @delete_label: “Delete Contact”; %NULL where that is not offered
 * @deleted: (nullable): what is said when it is done: “Contact deleted”
 * @groups: ends with one without fields
 * @single: there is no use for a second one, so that it is not to be duplicated
 * @is_relevant: (nullable): whether a field is asked for, by what the record holds now
 * @add: (nullable): adds the draft in another way than as it is
 * @copy: (nullable): returns (transfer full) what it says as text, which is offered to be copied
 *
 * A dialog over the fields of a kind of record. Static; its texts are marked for
 * translation.
 */
typedef struct
{
  const char        *title;
  const char        *new_title;
  const char        *add_label;
  const char        *accept;
  const char        *delete_label;
  const char        *deleted;
  const QdFormGroup *groups;
  gboolean           single;
  gboolean (*is_relevant) (gpointer    record,
                           const char *field);
  void (*add) (gpointer            draft,
               QdStore            *store,
               GAsyncReadyCallback callback,
               gpointer            user_data);
  char *(*copy) (gpointer record);
} QdForm;

/* Returns: (transfer full) (nullable): what there is to say of a group, by what the record holds now */
typedef char *(*QdFormDescribe) (gpointer record,
                                 gpointer user_data);

#define QD_TYPE_RECORD_DIALOG (qd_record_dialog_get_type ())

G_DECLARE_FINAL_TYPE (QdRecordDialog, qd_record_dialog, QD, RECORD_DIALOG, AdwDialog)

AdwDialog *qd_record_dialog_new (const QdForm *form,
                                 QdStore      *store,
                                 gpointer      record);
void       qd_record_dialog_set_owner (QdRecordDialog *self,
                                       QdPortfolio    *portfolio,
                                       gint64          account);
void       qd_record_dialog_set_describe (QdRecordDialog *self,
                                          guint           group,
                                          QdFormDescribe  describe,
                                          gpointer        user_data,
                                          GDestroyNotify  destroy);
void       qd_record_dialog_add_head (QdRecordDialog      *self,
                                      AdwPreferencesGroup *group);
void       qd_record_dialog_refuse (QdRecordDialog *self,
                                    const char     *why);
void       qd_record_dialog_add_row (QdRecordDialog *self,
                                     guint           group,
                                     GtkWidget      *row);

G_END_DECLS
