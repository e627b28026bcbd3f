#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""kill-window.py PROGRAM KILLS: the window killed while accounts are written down in it; those it then showed are there."""

import pathlib
import random
import sys
import threading

sys.path.insert (0, str (pathlib.Path (__file__).parents[1] / 'ui'))
from drive import Failure, run, states, wait_for  # noqa: E402
from gi.repository import GLib  # noqa: E402

KILLS = int (sys.argv[2])
SEED = 1


def names_of (home):
    return [name for name, in home.rows ('SELECT name FROM account ORDER BY name')] if home.database.exists () else []


def focus_on_name (app):
    """As App.wait_focus(), but it does not wait for one that was killed."""
    def look ():
        app.alive ()
        return next ((each for each in app.find_all ('text', 'Name') if 'focused' in states (each)), None)
    wait_for ('the focus on the name', look)


def write_down (app, name):
    """It is acknowledged when its page is shown."""
    app.activate ('win.show', app.accounts)
    app.key ('ctrl+n')
    focus_on_name (app)
    app.type (name)
    app.key ('Return')
    app.wait ('page tab', 'Overview')


def work_until_killed (home, run_number, delay):
    """Returns the names that were acknowledged."""
    shown, app, timer = [], None, None
    try:
        app = home.start ()
        app.accounts = GLib.Variant ('s', 'accounts')
        timer = threading.Timer (delay, app.process.kill)
        timer.start ()
        while True:
            name = f'Run {run_number:04} {len (shown):02}'
            write_down (app, name)
            shown.append (name)
    except Exception:
        if app is None or app.process.poll () is None and timer is None:
            raise
        timer.join ()
        if app.process.wait (10) != -9:
            raise Failure (f'It ended with {app.process.returncode}: {app.said ()}') from None
    return shown


def killed_while_accounts_are_written_down (home):
    chance = random.Random (SEED)
    there, acknowledged, more = set (), 0, 0
    for at in range (KILLS):
        shown = work_until_killed (home, at, chance.uniform (0.2, 5))
        home.command ('check')
        now = names_of (home)
        lost = (there | set (shown)) - set (now)
        extra = set (now) - there - set (shown)
        if lost or len (now) != len (set (now)):
            raise Failure (f'After kill {at + 1}, {sorted (lost)} were shown and are lost')
        if len (extra) > 1:
            raise Failure (f'After kill {at + 1}, {sorted (extra)} are there, and were never shown')
        there, acknowledged, more = set (now), acknowledged + len (shown), more + len (extra)
    if not acknowledged:
        raise Failure ('Nothing was written down before it was killed')
    print (f'# figure killed while accounts are written down: {KILLS} kills of the window, {acknowledged} acknowledged edits, 0 lost, {more} that were done and not yet shown')

    # What is undone after all that is the newest
    app = home.start ()
    app.activate ('win.undo')
    wait_for ('one account to be gone', lambda: len (names_of (home)) == len (there) - 1)
    if set (names_of (home)) != there - {max (there)}:
        raise Failure ('Undo took another than the newest')
    app.quit ()


run (killed_while_accounts_are_written_down)
