#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-icons.py ROOT: every icon that is asked for by name is there, ours are square, and ours are all in the program."""

import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

THEME = pathlib.Path ('/usr/share/icons/Adwaita')
# libadwaita and GTK carry these themselves
CARRIED = {'adw-external-link-symbolic', 'adw-expander-arrow-symbolic'}

root = pathlib.Path (sys.argv[1])
problems = []

own = {p.stem for p in (root / 'data/icons').rglob ('*.svg')}
for path in sorted ((root / 'data/icons').rglob ('*.svg')):
    box = ElementTree.parse (path).getroot ().get ('viewBox', '').split ()
    if len (box) != 4 or box[2] != box[3]:
        problems.append (f'{path.relative_to (root)} is not square')

bundled = (root / 'data/icons/icons.gresource.xml').read_text ()
for path in sorted ((root / 'data/icons/symbolic').glob ('*.svg')):
    if path.name not in bundled:
        problems.append (f'{path.relative_to (root)} is not in icons.gresource.xml')

if not THEME.is_dir ():
    sys.exit (77)
theme = {p.stem for p in THEME.rglob ('*.svg')} | {p.stem for p in THEME.rglob ('*.png')}
for path in sorted ([*(root / 'src').rglob ('*.[ch]'), *(root / 'src').rglob ('*.blp')]):
    for icon in re.findall (r'''["']([a-z0-9.-]+-symbolic)["']''', path.read_text ()):
        if icon not in theme | own | CARRIED:
            problems.append (f'{path.relative_to (root)}: there is no icon {icon}')

print ('\n'.join (problems))
sys.exit (1 if problems else 0)
