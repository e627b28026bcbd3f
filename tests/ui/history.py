#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two changes made, the older taken back alone out of the history, and the account looked at as it was: by keys."""

import re
import sqlite3

from drive import Failure, GLib, run, states, text, wait_for, walk

NEXT = 'SELECT next_step FROM account WHERE id = ?'


def expect (what, found, expected):
    if found != expected:
        raise Failure (f'{what}: {found!r} instead of {expected!r}')


def focus_on (app, name, *keys):
    """Presses one key again and again until that is where the focus is."""
    for _ in range (80):
        if any (re.match (name, each.get_name () or '') for each in walk (app.root) if 'focused' in states (each)):
            return
        app.key (*keys)
    raise Failure (f'“{name}” is not reached by {keys}')


def complained (home):
    for each in home.running:
        expect ('What it complained of', each.said (), '')


def identifier (home, name):
    return home.rows ('SELECT id FROM account WHERE name = ?', name)[0][0]


def write (app, home, account, field, column, value):
    """Into a field of the account's page, and until it is saved."""
    focus_on (app, field, 'Tab')
    app.key ('ctrl+a')
    app.type (value)
    app.key ('Return')
    wait_for (f'{field} to be saved', lambda: home.rows (f'SELECT {column} FROM account WHERE id = ?', account) == [(value,)])


def reverted (home):
    """The older of two changes of different fields goes back; the newer stays. Then undo brings it back."""
    home.command ('import', '--sample')
    account = identifier (home, 'Volquarra Re')
    before = home.rows (NEXT, account)[0][0]
    app = home.start ()
    app.wait_text ('Razorbill')
    app.activate ('win.open-account', GLib.Variant ('x', account))
    app.wait ('page tab', 'Overview')
    write (app, home, account, 'Next Step', 'next_step', 'Call the board')
    app.activate ('win.open-account', GLib.Variant ('x', account))
    app.key ('ctrl+h')
    app.wait ('list item', 'Next Step of.*')
    app.key ('ctrl+f')
    app.wait_focus ('entry', 'Search the History')
    app.key ('Return')
    app.wait_focus ('list item', 'Next Step of.*')
    app.key ('Return')
    app.wait_focus ('button', 'Revert')
    app.key ('Return')
    wait_for ('the next step to be as it was', lambda: home.rows (NEXT, account) == [(before,)])
    app.wait_text ('Change taken back')
    app.wait ('list item', '.*Taken back since.*')
    app.key ('ctrl+z')
    wait_for ('the next step to be back', lambda: home.rows (NEXT, account) == [('Call the board',)])
    app.quit ()
    if 'Call the board' not in home.command ('show', f'{account:016x}', '--json'):
        raise Failure ('the command line does not see what was brought back')
    complained (home)


def refused (home):
    """What was changed again since is left alone, and the reason is said."""
    home.command ('import', '--sample')
    account = identifier (home, 'Volquarra Re')
    app = home.start ()
    app.wait_text ('Razorbill')
    app.activate ('win.open-account', GLib.Variant ('x', account))
    app.wait ('page tab', 'Overview')
    write (app, home, account, 'Next Step', 'next_step', 'First of two')
    write (app, home, account, 'Next Step', 'next_step', 'Second of two')
    app.key ('ctrl+h')
    app.wait ('list item', '.*Second of two.*')
    app.key ('ctrl+f')
    app.wait_focus ('entry', 'Search the History')
    app.key ('Return')
    app.wait_focus ('list item', '.*Second of two.*')
    app.key ('Down', 'Return')
    app.wait_focus ('button', 'Revert')
    app.key ('Return')
    app.wait_text ('This Change Was Not Taken Back')
    expect ('The next step', home.rows (NEXT, account), [('Second of two',)])
    app.close_dialog ()
    app.activate ('app.quit')
    app.wait_until_ended ()
    complained (home)


def age (home, days):
    """Has all that was recorded be of some days ago."""
    database = sqlite3.connect (home.database)
    with database:
        for table in ('local_change_log', 'local_change'):
            database.execute (f'UPDATE {table} SET time = time - ?', (days * 86400,))
    database.close ()


def as_of (home):
    """What stood there the day before yesterday, in a window of its own, from which nothing is changed."""
    home.command ('import', '--sample')
    age (home, 2)
    account = identifier (home, 'Volquarra Re')
    before = home.rows (NEXT, account)[0][0]
    app = home.start ()
    app.wait_text ('Razorbill')
    app.activate ('win.open-account', GLib.Variant ('x', account))
    app.wait ('page tab', 'Overview')
    write (app, home, account, 'Next Step', 'next_step', 'Only since today')
    app.activate ('win.as-of')
    app.wait_focus ('text', 'Day')
    app.type ('yesterday')
    app.key ('Return')
    app.wait_text ('As it was on')
    first = app.window
    app.window = (set (app.windows ()) - {first}).pop ()
    app.focus ()
    app.activate ('win.open-account', GLib.Variant ('x', account))
    wait_for ('the next step of then', lambda: before in [text (each) for each in app.find_all ('text', 'Next Step')])
    for action in ('win.new', 'win.undo', 'win.import'):
        expect (f'Whether {action} can be done', app.enabled (action), False)
    app.activate ('win.compare')
    app.wait_text ('Only since today')
    app.close_dialog ()
    expect ('The next step', home.rows (NEXT, account), [('Only since today',)])
    app.key ('ctrl+w')
    wait_for ('the second window to be gone', lambda: set (app.windows ()) == {first})
    app.window = first
    app.focus ()
    app.quit ()
    complained (home)


run (reverted, refused, as_of)
