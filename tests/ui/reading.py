#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader says of the main pages, in its order, is what the files in reading/ say.

reading.py PROGRAM CLOCK, with CLOCK the library that lets it be one day for ever. After a page was changed on purpose,
write its file anew with --write, and read it as somebody would who hears it.
"""

import datetime
import difflib
import os
import pathlib
import re
import sys

from drive import Failure, Home, run
from pages import PAGES, leave, open_page
from tree import Reader

FOLDER = pathlib.Path (__file__).with_name ('reading')
READ = ('accounts', 'account-overview', 'plan-board', 'plan-table', 'plan-timeline', 'accelerators', 'dedicated', 'support',
        'reference', 'history', 'backups', 'preferences')

# A Tuesday, of the week in which the sample is
NOW = datetime.datetime (2026, 11, 24, 9, tzinfo=datetime.timezone.utc)

# What only holds others is passed over
HOLDERS = ('panel', 'filler', 'grouping', 'scroll pane', 'viewport', 'section', 'application', 'frame', 'separator', 'scroll bar')
TOLD = ('focused', 'selected', 'checked', 'pressed', 'expanded', 'required', 'invalid-entry')
ROWS = ('table row', 'list item')
LONG = 12       # of a table or list, so many rows show what the others are like


def line (node):
    parts = [f'{node.role} “{node.name}”']
    if node.text and node.text != node.name:
        parts.append (f'text “{node.text}”')
    if node.description:
        parts.append (f'— {node.description}')
    parts += [state for state in TOLD if node.has (state)]
    if node.has ('focusable') and not node.has ('sensitive'):
        parts.append ('disabled')
    return ' '.join (parts)


def lines (node, depth=0):
    passed = node.role in HOLDERS and not node.name and not node.has ('focused') or node.role in ('application', 'frame')
    # A label that says no more than what it is in would be read twice by nobody
    said = node.role == 'label' and node.parent.name == node.name and node.parent.role not in ('panel', 'grouping', 'dialog')
    if not passed and not said and (node.name or node.text or node.role != 'label'):
        yield f'{"  " * depth}{line (node)}'
        depth += 1
    rows = 0
    for child in node.children:
        rows += child.role in ROWS
        if rows <= LONG or child.role not in ROWS:
            yield from lines (child, depth)
    if rows > LONG:
        yield f'{"  " * depth}…'


def read (home, page):
    home.extra.update (LD_PRELOAD=str (pathlib.Path (sys.argv[2]).resolve ()), QD_CLOCK=str (int (NOW.timestamp ())))
    own = Home ()
    own.extra.update (home.extra)
    try:
        own.command ('import', '--sample', '--database', own.database)
        app = open_page (home, own.database, (1280, 800), *next (each for each in PAGES if each[0] == page))
        root = Reader (app).settled ()
        leave (app)
    finally:
        own.close ()
    # A dialog covers what is behind it; how long a backup took and how large it is, is of the machine
    dialogs = [node for node in root.walk () if node.role == 'dialog']
    return re.sub (r'\b[\d.]+ (s|MB|rows)\b', r'# \1', '\n'.join (lines (dialogs[-1] if dialogs else root)) + '\n')


def reading (page):
    def test (home):
        path = FOLDER / f'{page}.txt'
        found = read (home, page)
        if '--write' in sys.argv:
            path.write_text (found)
        expected = path.read_text () if path.exists () else ''
        if found != expected:
            raise Failure ('\n'.join (difflib.unified_diff (expected.splitlines (), found.splitlines (), str (path.name), 'now',
                                                            lineterm='')))
    test.__name__ = page
    return test


only = os.environ.get ('QD_UI_PAGE')
run (*[reading (page) for page in READ if only in (None, page)])
