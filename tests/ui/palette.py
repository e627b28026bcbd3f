#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A page, a record and a command found by a few letters, and a task added in one line: by keys alone."""

import re

from drive import Failure, run, states, wait_for


def complained (home):
    for each in home.running:
        if each.said ():
            raise Failure (each.said ())


def find (app, letters, row):
    app.key ('ctrl+k')
    app.wait_focus ('entry', 'Find Anywhere')
    app.type (letters)
    wait_for (f'“{row}” to be found first', lambda: any ('selected' in states (each) and re.fullmatch (row, each.get_name ())
                                                         for each in app.find_all ('list item')))


def found (home):
    """Up and down, Enter, and what was chosen is offered first the next time."""
    home.command ('import', '--sample')
    app = home.start ()
    app.wait_text ('Razorbill')
    find (app, 'razorb', 'Razorbill.*')
    app.key ('Return')
    app.wait ('page tab', 'Overview')
    find (app, 'hist', 'History.*')
    app.key ('Return')
    app.wait ('entry', 'Search the History')
    app.key ('ctrl+k')
    app.wait_focus ('entry', 'Find Anywhere')
    app.wait_text ('Recent')
    app.key ('Down')
    wait_for ('the second to be selected', lambda: any ('selected' in states (each) and each.get_name ().startswith ('Razorbill')
                                                        for each in app.find_all ('list item')))
    app.key ('Up', 'Escape')
    app.wait_gone ('dialog')
    find (app, 'keyb', 'Keyboard shortcuts.*')
    app.key ('Return')
    app.wait_focus ('entry', 'Search shortcuts')
    app.close_dialog ()
    settings = (home.path / 'config/glib-2.0/settings/keyfile').read_text ()
    if 'Volquarra' in settings or 'Razorbill' in settings:
        raise Failure ('the settings name a customer')
    app.activate ('app.quit')
    app.wait_until_ended ()
    complained (home)


def added (home):
    """A line that is not clear adds nothing and says why; mended, it adds a task, and undo takes it back."""
    home.command ('import', '--sample')
    before = home.rows ('SELECT count (*) FROM task')
    name = home.rows ("SELECT account.codename FROM account JOIN plan ON plan.account = account.id "
                      "WHERE account.codename NOT LIKE '% %' AND plan.status <> 'closed' AND NOT account.archived "
                      'GROUP BY account.id HAVING count (*) = 1 ORDER BY 1')[0][0]
    app = home.start ()
    app.wait_text ('Razorbill')
    app.key ('ctrl+t')
    app.wait_focus ('text', 'Task, in One Line')
    app.type ('Send runner sizing guide #nowhere fri')
    app.wait_text ('No account or open plan is called “#nowhere”')
    app.key ('Return')
    if home.rows ('SELECT count (*) FROM task') != before:
        raise Failure ('a line that is not clear added something')
    app.key ('ctrl+a')
    app.type (f'Send runner sizing guide #{name} fri !call')
    app.wait_text (f'{name} · ')
    app.key ('Return')
    app.wait_gone ('dialog')
    app.wait_text ('Task added to')
    task = "SELECT kind, strftime ('%w', due) FROM task WHERE title = 'Send runner sizing guide'"
    wait_for ('the task', lambda: home.rows (task) == [('call', '5')])
    app.key ('ctrl+z')
    wait_for ('the task to be gone', lambda: home.rows (task) == [])
    app.quit ()
    complained (home)


run (found, added)
