#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check-format.sh: C and Blueprint files are in the house style. With --write: brings them into it, and po/POTFILES.in up
# to date.
cd "$(dirname "$0")/.." || exit 1
broken=0

# Another version lays some lines out differently
format=
for candidate in clang-format-19 clang-format; do
  case $($candidate --version 2>/dev/null) in *'version 19.'*) format=$candidate; break ;; esac
done

c_files=$(find src tests -name '*.[ch]' | LC_ALL=C sort)
blueprints=$(find src -name '*.blp' | LC_ALL=C sort)

# No file of the tree has a space in its name
# shellcheck disable=SC2086
if [ "$1" = --write ]; then
  if [ -n "$format" ]; then $format -i $c_files; else echo 'There is no clang-format 19: C files are left as they are'; fi
  [ -z "$blueprints" ] || blueprint-compiler format --fix $blueprints
  exec tests/check-potfiles.sh --write
fi

# shellcheck disable=SC2086
if [ -n "$format" ]; then $format --dry-run --Werror $c_files || broken=1; fi
# shellcheck disable=SC2086
[ -z "$blueprints" ] || blueprint-compiler format $blueprints || broken=1
[ $broken = 0 ] || { echo 'Run ./dev format'; exit 1; }
[ -n "$format" ] || { echo 'There is no clang-format 19'; exit 77; }
