#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An accelerator, from nothing to its timeline, by keys alone; and back again in one step."""

from drive import Failure, run, states, wait_for

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


run (by_keys, given_up)
