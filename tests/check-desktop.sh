#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check-desktop.sh FILE: the desktop file is valid and names its own icon.
command -v desktop-file-validate >/dev/null || exit 77
desktop-file-validate --no-hints --no-warn-deprecated "$1" || exit 1
id=$(basename "$1" .desktop)
grep -qx "Icon=$id" "$1" || { echo "$1: Icon is not $id"; exit 1; }
