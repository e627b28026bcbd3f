#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check-potfiles.sh: po/POTFILES.in lists each file that has something to translate. With --write: makes it so.
cd "$(dirname "$0")/.." || exit 1

list ()
{
  echo '# Written by ./dev format'
  {
    find data -maxdepth 1 \( -name '*.desktop.in' -o -name '*.metainfo.xml.in' -o -name '*.gschema.xml' \)
    grep -rlE '(^|[^A-Za-z0-9_"])(N?C?_|g?ettext|n?gettext|g_dp?n?gettext2?) ?\("' --include='*.c' --include='*.h' --include='*.blp' src
  } | LC_ALL=C sort
}

if [ "$1" = --write ]; then
  list >po/POTFILES.in
  exit
fi
list | diff -u po/POTFILES.in - || { echo 'Run ./dev format'; exit 1; }
