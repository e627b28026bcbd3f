#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check-settings.sh FOLDER: its settings schemas compile, and say what each key is for.
command -v glib-compile-schemas >/dev/null || exit 77
glib-compile-schemas --strict --dry-run "$1" || exit 1
for file in "$1"/*.gschema.xml; do
  keys=$(grep -c '<key ' "$file")
  summaries=$(grep -c '<summary>' "$file")
  [ "$keys" = "$summaries" ] || { echo "$file: $keys keys, but $summaries summaries"; exit 1; }
done
