#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page as whoever cannot see or cannot point well has it: what is named, labelled, large enough; what still fits."""

import collections
import itertools
import os
import re
import sys

from drive import Failure, GLib, Home, run, wait_for
from pages import BORDER, PAGES, leave, open_page, resize
from tree import Reader

# What other pages show as well, or what is on the screen by a key that is held down
LEFT_OUT = ('accounts-sealed', 'account-sealed', 'timeline', 'timeline-near', 'timeline-hours', 'timeline-far', 'timeline-moved',
            'plan-task-scheduling', 'plan-export-losses', 'plan-export-calendar', 'catalogue-new', 'support-account',
            'past-account', 'file-removed', 'salvaged', 'import-project', 'calendar-ours')

WIDE = (1280, 800)
SMALL = ((360, 640), (360, 294))
TARGET = 24

FIELDS = ('text', 'entry', 'spin button', 'combo box', 'slider', 'password text')
ACTIVATED = ('button', 'toggle button', 'check box', 'radio button', 'switch', 'link', 'page tab', 'menu item',
             'check menu item', 'radio menu item', *FIELDS)
# In these, one thing at a time has the focus, or they are moved through as a whole
KEEPERS = ('list', 'tree table', 'table', 'page tab list', 'menu', 'popup menu', 'scroll pane', 'viewport', 'frame', 'dialog')


def unnamed (node):
    if node.role in KEEPERS or node.name.strip ():
        return None
    if node.has ('focusable') or node.role in ACTIVATED:
        # A row that opens says its name itself, and so does a dialog: what of them can have the focus is of the toolkit
        if node.role == 'panel' and (node.parent.role == 'dialog' or node.parent.role == 'list item' and node.parent.name):
            return None
        # Between two panes there is a handle
        if node.role == 'panel' and node.states & {'horizontal', 'vertical'}:
            return None
        # What an entry consists of has the focus in the place of the entry, and is named by it
        if node.role in FIELDS and any (each.role in FIELDS and each.name for each in node.above ()):
            return None
        return 'has no label' if node.role in FIELDS else 'has no name'
    # An icon in an entry is of the entry
    pictured = node.role in ('image', 'icon') and not node.description and node.parent.role not in FIELDS
    return 'has neither a description nor is it presentational' if pictured else None


def misnamed (node):
    if node.role == 'label' or not (node.has ('focusable') or node.role in ACTIVATED):
        return None
    return 'is named after its icon' if re.fullmatch (r'[a-z0-9-]+-symbolic', node.name) else None


def small (node):
    """As far as it can be pressed: a field within its row, or a button within its cell, is as large as that is."""
    if node.role not in ACTIVATED or not node.has ('sensitive', 'focusable'):
        return None
    width, height = node.size
    if 0 < width < TARGET or 0 < height < TARGET:
        rows = [each for each in itertools.islice (node.above (), 6) if each.role in ('list item', *FIELDS)]
        if node.role in FIELDS and rows and min (rows[0].size) >= TARGET:
            return None
        return f'is {width} × {height}, less than {TARGET} px'
    return None


def without_headers (node):
    if node.role not in ('tree table', 'table'):
        return None
    head = next ((each for each in node.walk () if each.role == 'table row'), None)
    rows = [each for each in node.walk () if each.role == 'table cell']
    if rows and (head is None or not head.children or any (not each.name for each in head.children)):
        return 'has a column without a header'
    return None


CHECKS = (unnamed, misnamed, small, without_headers)


def inert (node):
    """What is in a button is of the button."""
    return any (each.role in ('button', 'toggle button', 'check box', 'radio button', 'page tab', 'switch') for each in node.above ())


def findings (root):
    for node in root.walk ():
        if inert (node):
            continue
        for check in CHECKS:
            wrong = check (node)
            if wrong:
                yield f'{node.place ()} {wrong}'


def overflows (said):
    """What GTK and libadwaita say when something does not fit."""
    return sorted ({re.sub (r'^.*?(WARNING|CRITICAL) \*\*: [\d:.]+: |0x[0-9a-f]+', '', line) for line in said.splitlines ()
                    if re.search (r'exceeds|needs at least|size of|negative', line)})


def fits (app, extent):
    """Whether the window has been laid out for EXTENT; where nothing composes shadows, its border is around it."""
    frame = app.find ('frame')
    size = frame and frame.get_component_iface ().get_size ()
    return frame and (size.x, size.y) == (extent[0] + 2 * BORDER, extent[1] + 2 * BORDER)


class Sample:
    """The sample portfolio, taken in once."""

    database = None
    home = None

    @classmethod
    def get (cls):
        if cls.database is None:
            cls.home = Home ()
            cls.home.command ('import', '--sample', '--database', cls.home.database)
            cls.database = cls.home.database
        return cls.database


def pages ():
    only = os.environ.get ('QD_UI_PAGE')
    share, _, of = os.environ.get ('QD_UI_SHARE', '0/1').partition ('/')
    chosen = [page for page in PAGES if page[0] not in LEFT_OUT and only in (None, page[0])]
    return chosen[int (share)::int (of)]


def visit (size, look):
    """LOOK at each page; all that is wrong is said at once."""
    wrong = collections.defaultdict (list)
    for page in pages ():
        home = Home ()
        try:
            app = open_page (home, Sample.get (), WIDE, *page, size=size)
            for each in look (app):
                wrong[each].append (page[0])
                if 'QD_UI_TALK' in os.environ:
                    print (f'# {page[0]}: {each}', flush=True)
            for extent in SMALL:
                resize (app, *extent)
                wait_for ('the window to be small', lambda: fits (app, extent))
            Reader (app).read ()
            for each in overflows (app.said ()):
                wrong[each].append (page[0])
                if 'QD_UI_TALK' in os.environ:
                    print (f'# {page[0]}: {each}', flush=True)
            leave (app)
        except (Failure, GLib.Error) as failure:
            wrong[str (failure)].append (page[0])
        finally:
            home.close ()
    if wrong:
        raise Failure ('\n'.join (f'{", ".join (where)}: {what}' for what, where in wrong.items ()))


def every_page (home):
    visit (11, lambda app: findings (Reader (app).settled ()))


def with_large_letters (home):
    visit (22, lambda app: ())


if __name__ == '__main__':
    run (every_page, with_large_letters)
