#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An accelerator, from nothing to its timeline, by keys alone; and back again in one step."""

import subprocess

from drive import Failure, run, states, wait_for, walk

PLANS = "SELECT name FROM plan WHERE kind = 'accelerator'"
WORKSHOPS = '''SELECT task.title FROM task JOIN plan ON plan.id = task.plan
               WHERE plan.kind = 'accelerator' AND task.kind = 'workshop' ORDER BY task.position'''
MODULES = '''SELECT DISTINCT task.content_module FROM task WHERE task.content_module IS NOT NULL ORDER BY 1'''


def expect (what, found, expected):
    if found != expected:
        raise Failure (f'{what}: {found!r} instead of {expected!r}')


def add_account (app):
    app.wait_text ('No Accounts Yet')
    app.key ('ctrl+n')
    app.wait_focus ('text', 'Name')
    app.type ('Ostrelund Ferries')
    app.key ('Return')
    app.wait ('page tab', 'Overview')


def lay_out (app, home):
    """The page, the account found by a word, two modules, the days as they are proposed, and what it will be."""
    app.key ('ctrl+3')
    app.wait_text ('No Accelerators Yet')
    app.key ('ctrl+n')
    app.wait ('dialog', 'New Accelerator')
    app.wait_focus ('list item', 'Ostrelund Ferries.*')
    app.key ('Return')
    app.wait_focus ('list item', 'Introduction to CI/CD Workshop.*')
    app.key ('space')
    app.key ('ctrl+f')
    app.wait_focus ('entry', 'Search modules')
    app.type ('audit separation')
    app.key ('Return')
    app.wait_focus ('list item', 'Intro to audit.*')
    app.key ('space')
    app.wait_text ('2 modules, .* of the five sprints')
    app.key ('Return')
    app.wait_focus ('text', 'Start')
    app.key ('Return')
    app.wait_text ('Discovery workshop')
    expect ('Plans before it is made', home.rows (PLANS), [])
    app.key ('Return')
    app.wait_gone ('dialog', 'New Accelerator')


def by_keys (home):
    app = home.start ()
    add_account (app)
    lay_out (app, home)
    app.wait_text ('Accelerator laid out')
    wait_for ('the plan to be in the database', lambda: len (home.rows (PLANS)) == 1)
    expect ('The first workshops', [title for title, in home.rows (WORKSHOPS)][:2], ['Discovery workshop', 'Planning workshop'])
    expect ('The number of modules', len (home.rows (MODULES)), 2)

    # It is on its timeline, with the focus where it can be worked on.
    wait_for ('the timeline to be in sight', lambda: 'selected' in states (app.wait ('page tab', 'Timeline')))
    app.wait ('list item', 'Planning workshop')
    app.wait_focus ('list', '.*')

    app.key ('ctrl+z')
    wait_for ('the plan to be gone', lambda: home.rows (PLANS) == [])
    app.wait_text ('No Accelerators Yet')
    app.quit ()
    for each in home.running:
        expect ('What it complained of', each.said (), '')


def given_up (home):
    """Escape asks before it throws away what was chosen, and leaves nothing behind."""
    app = home.start ()
    add_account (app)
    app.key ('ctrl+3')
    app.wait_text ('No Accelerators Yet')
    app.key ('ctrl+n')
    app.wait_focus ('list item', 'Ostrelund Ferries.*')
    app.key ('Escape')
    app.wait_gone ('dialog', 'New Accelerator')
    app.key ('ctrl+n')
    app.wait_focus ('list item', 'Ostrelund Ferries.*')
    app.key ('Return')
    app.wait_focus ('list item', 'Introduction to CI/CD Workshop.*')
    app.key ('space')
    app.wait_text ('1 module, .*')
    app.key ('Escape')
    app.wait_text ('Discard This Accelerator')
    app.key ('alt+d')
    app.wait_gone ('dialog', 'New Accelerator')
    expect ('Plans', home.rows (PLANS), [])
    app.quit ()


def focus_on (app, dialog, name, *keys):
    """Presses one key again and again until that is where the focus is."""
    for _ in range (40):
        app.key (*keys)
        if any ((each.get_name () or '').startswith (name) for each in walk (dialog) if 'focused' in states (each)):
            return
    raise Failure (f'“{name}” is not reached by {keys}')


def days_of (home):
    return home.rows ("SELECT task.id, task.start, task.due FROM task JOIN plan ON plan.id = task.plan WHERE plan.kind = 'accelerator'")


def to_paper (home):
    """From the wizard over a change on the timeline to a PDF of it, without a pointer."""
    app = home.start ()
    add_account (app)
    lay_out (app, home)
    app.wait ('list item', 'Planning workshop')
    app.wait_focus ('list', '.*')

    # The first workshop a day later: what waits for it comes along, and the strip says so.
    before = days_of (home)
    app.key ('Home')
    app.key ('Down')
    app.key ('alt+Right')
    wait_for ('the workshop to be moved', lambda: len (set (before) - set (days_of (home))) >= 1)
    app.wait_text ('.*1 day later.*')
    moved = days_of (home)
    app.key ('ctrl+z')
    wait_for ('all of it to be back', lambda: days_of (home) == before)
    app.key ('ctrl+shift+z')
    wait_for ('it to be moved again', lambda: days_of (home) == moved)

    path = home.path / 'timeline.pdf'
    app.key ('ctrl+e')
    dialog = app.wait ('dialog', 'Export')
    app.wait_focus ('button', 'Export…')
    focus_on (app, dialog, 'Timeline as PDF', 'shift+Tab')
    app.key ('space')
    focus_on (app, dialog, 'Export…', 'Tab')
    app.key ('Return')
    app.choose_file (path)
    app.wait_text ('“timeline.pdf” written')
    words = ' '.join (subprocess.run (['pdftotext', path, '-'], check=True, capture_output=True, text=True).stdout.split ())
    titles = [title for title, in home.rows ("SELECT title FROM task JOIN plan ON plan.id = task.plan WHERE plan.kind = 'accelerator'")]
    expect ('Tasks that are not in the PDF', [title for title in titles if title[:40] not in words], [])
    app.close_dialog ()
    app.quit ()
    for each in home.running:
        expect ('What it complained of', each.said (), '')


run (by_keys, to_paper, given_up)
