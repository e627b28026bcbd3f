#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job from the first start on: a customer, a plan from a template, a card that is moved, the plan as a PDF."""

import re
import subprocess

from drive import Failure, run, states, wait_for

NAME = 'Ostrelund Ferries'
CODENAME = 'Cormorant'
TEMPLATE = 'Dedicated onboarding 30/60/90'

# Each task with its column, counted from 0
TASKS = '''SELECT task.title, (SELECT count (*) FROM phase AS other WHERE other.plan = phase.plan AND other.position < phase.position)
           FROM task JOIN phase ON phase.id = task.phase ORDER BY phase.position, task.position'''


def expect (what, found, expected):
    if found != expected:
        raise Failure (f'{what}: {found!r} instead of {expected!r}')


def add_account (app):
    app.wait_text ('No Accounts Yet')
    app.key ('ctrl+n')
    app.wait_focus ('text', 'Name')
    app.type (NAME)
    app.key ('Tab')
    app.wait_focus ('text', 'Codename')
    app.type (CODENAME)
    app.key ('Return')
    app.wait ('page tab', 'Overview')


def open_from_roster (app):
    """Back, and in again as one finds a customer: by typing."""
    app.key ('alt+Left')
    app.wait ('table row', f'{CODENAME}.*')
    app.key ('ctrl+f')
    app.wait_focus ('entry', 'Search Accounts')
    app.type ('corm')
    app.key ('Return')
    app.wait ('page tab', 'Overview')


def new_plan (app, home):
    """From the account's plans: the template found by a word, and taken as it is proposed."""
    app.key ('alt+3')
    app.wait ('button', 'New Plan')
    app.key ('ctrl+n')
    app.wait ('dialog', 'New Plan')
    app.wait_focus ('entry')
    app.type ('dedicated')
    wait_for ('one template to be left', lambda: len (app.find_all ('list item', '.*tasks.*phases')) == 1)
    app.key ('Return')
    app.wait_focus ('list item', f'{TEMPLATE}.*')
    app.key ('Return')
    app.wait_focus ('text', 'Name')
    app.key ('Return')
    app.wait_gone ('dialog', 'New Plan')
    app.wait ('page tab', 'Board')
    tasks = [title for title, _ in home.rows (TASKS)]
    expect ('The number of tasks', len (tasks), 30)
    expect ('Tasks that are not on the board', set (tasks) - {card for column in columns_of (app) for card in cards_of (column)}, set ())


def columns_of (app):
    """The board's columns; each a list named after its phase, of cards."""
    return [each for each in app.find_all ('list') if re.match (r'Days? ', each.get_name () or '')]


def cards_of (column):
    return [column.get_child_at_index (n).get_name () for n in range (column.get_child_count ())]


def expect_card_in (app, home, title, number):
    """On the board, in the database, and with the focus still on it."""
    wait_for (f'“{title}” to be in column {number} of the board',
              lambda: [n for n, column in enumerate (columns_of (app)) if title in cards_of (column)] == [number])
    wait_for (f'“{title}” to be in phase {number} of the database', lambda: dict (home.rows (TASKS))[title] == number)


def move_a_card (app, home):
    """To the next column and back, and there again, by keys alone."""
    title = home.rows (TASKS)[0][0]
    app.wait ('list item', re.escape (title))
    app.key ('Tab')
    app.wait_focus ('list item', re.escape (title))
    app.key ('ctrl+Right')
    expect_card_in (app, home, title, 1)
    app.wait_focus ('list item', re.escape (title))
    app.key ('ctrl+z')
    expect_card_in (app, home, title, 0)
    app.key ('ctrl+shift+z')
    expect_card_in (app, home, title, 1)
    return title


def export_plan (app, home):
    """Through the toolkit's own file chooser, which is a window of its own."""
    path = home.path / 'plan.pdf'
    app.key ('ctrl+e')
    dialog = app.wait ('dialog', 'Export')
    pdf = app.wait ('radio button', 'PDF.*', dialog)
    wait_for ('PDF to be chosen', lambda: 'checked' in states (pdf))
    app.wait_focus ('button', 'Export…')
    app.key ('Return')
    app.choose_file (path)
    app.wait_text ('“plan.pdf” written')
    app.close_dialog ()
    return path


def check_pdf (home, path):
    said = subprocess.run (['pdfinfo', path], check=True, capture_output=True, text=True).stdout
    facts = dict (re.findall (r'^(.+?): +(.*)$', said, re.MULTILINE))
    expect ('Tagged', facts['Tagged'], 'yes')
    if TEMPLATE not in facts['Title']:
        raise Failure (f'The PDF is called {facts["Title"]}')
    words = ' '.join (subprocess.run (['pdftotext', path, '-'], check=True, capture_output=True, text=True).stdout.split ())
    missing = [title for title, _ in home.rows (TASKS) if title not in words]
    expect ('Tasks that are not in the PDF', missing, [])
    expect ('The real name in a PDF for ourselves', NAME in words, False)


def main_job (home):
    app = home.start ()
    add_account (app)
    expect ('The account in the database', home.rows ('SELECT name, codename FROM account'), [(NAME, CODENAME)])
    open_from_roster (app)
    new_plan (app, home)
    title = move_a_card (app, home)
    path = export_plan (app, home)
    check_pdf (home, path)
    app.quit ()

    again = home.start ()
    expect_card_in (again, home, title, 1)
    again.key ('ctrl+z')
    expect_card_in (again, home, title, 0)
    again.quit ()
    for each in home.running:
        expect ('What it complained of', each.said (), '')


def killed_in_the_middle (home):
    """What was done is on the disk the moment it is seen, and can still be undone after the next start."""
    app = home.start ()
    add_account (app)
    open_from_roster (app)
    new_plan (app, home)
    title = move_a_card (app, home)
    tasks = home.rows (TASKS)
    app.kill ()

    again = home.start ()
    expect_card_in (again, home, title, 1)
    expect ('The tasks', home.rows (TASKS), tasks)
    expect ('The check', 'sound' in home.command ('check'), True)
    again.key ('ctrl+z')
    expect_card_in (again, home, title, 0)
    again.quit ()


run (main_job, killed_in_the_middle)
