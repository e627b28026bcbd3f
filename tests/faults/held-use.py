#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""held-use.py PROGRAM EDIT-LOOP [--seconds N | --hours N]: the window, used on and on, does not grow.

A round goes through every room, opens and leaves an account and a plan with its views, looks for words, has two edits
undone and redone, and takes in what another process writes. After a warm-up, memory, open files, threads and the log of
the database are looked at after each round, and held to the bounds below.
"""

import argparse
import contextlib
import pathlib
import statistics
import sys
import time

sys.path.insert (0, str (pathlib.Path (__file__).parents[1] / 'ui'))
from drive import Failure, run, states, text, wait_for  # noqa: E402
from gi.repository import GLib  # noqa: E402

from loop import Loop  # noqa: E402

ROOMS = ('Accounts', 'Plans', 'Accelerators', 'Dedicated', 'Support', 'Reference')
VIEWS = ('board', 'table', 'timeline')

# Rounds that fill caches before anything is held against the rest
WARM_UP = 3
# How much the median of the last third may be above that of the first, in KiB: this, and this share of it
MEMORY_FLOOR, MEMORY_SHARE = 12 * 1024, 0.05
# Files and threads come and go with what is under way
FILES, THREADS = 4, 4
# SQLite writes the log back once it has 1000 pages of 4 KiB; a reader may keep it from that for a while
LOG_BYTES = 16 << 20


class Meter:
    def __init__ (self, app, home):
        self.proc, self.log = pathlib.Path ('/proc') / str (app.process.pid), pathlib.Path (f'{home.database}-wal')
        self.rounds = []

    def read (self):
        status = dict (line.split (':', 1) for line in (self.proc / 'status').read_text ().splitlines ())
        self.rounds.append ((int (status['RssAnon'].split ()[0]), len (list ((self.proc / 'fd').iterdir ())),
                             int (status['Threads']), self.log.stat ().st_size if self.log.exists () else 0))

    def judge (self):
        """What it was and became, in a line, or a failure."""
        rounds = self.rounds[WARM_UP:]
        if len (rounds) < 3:
            raise Failure (f'Only {len (self.rounds)} rounds: too few to tell')
        third = len (rounds) // 3
        first, last = ([statistics.median (values) for values in zip (*part)] for part in (rounds[:third], rounds[-third:]))
        bounds = (first[0] + max (MEMORY_FLOOR, first[0] * MEMORY_SHARE), first[1] + FILES, first[2] + THREADS)
        words = (f'{len (self.rounds)} rounds; memory {first[0] / 1024:.1f} → {last[0] / 1024:.1f} MiB, '
                 f'open files {first[1]:.0f} → {last[1]:.0f}, threads {first[2]:.0f} → {last[2]:.0f}, '
                 f'largest log {max (each[3] for each in self.rounds) / 2 ** 20:.1f} MiB')
        for what, value, bound in zip (('Memory', 'Open files', 'Threads'), last, bounds):
            if value > bound:
                raise Failure (f'{what} grew beyond {bound:.0f}: {words}')
        if max (each[3] for each in self.rounds) > LOG_BYTES:
            raise Failure (f'The log of the database grew: {words}')
        return words


def count (home):
    return home.rows ('SELECT count (*) FROM account')[0][0]


def go_to (app, room):
    """It is there when the window answers again; to look for what it shows takes longer than all the rest."""
    app.activate ('win.show', GLib.Variant ('s', room.lower ()))
    app.enabled ('win.show')


def look_for (app, words):
    app.key ('ctrl+k')
    app.wait ('dialog')
    app.wait_focus ('entry')
    app.type (words)
    wait_for (f'“{words}” to be typed', lambda: text (app.focused ()) == words)
    app.close_dialog ()


def visit (app, home):
    account = home.rows ('SELECT id FROM account WHERE name NOT LIKE \'loop %\' ORDER BY id')[0][0]
    plan = home.rows ('SELECT id FROM plan ORDER BY id')[0][0]
    for room in ROOMS:
        go_to (app, room)
    app.activate ('win.show', GLib.Variant ('s', f'account:{account:016x}'))
    for number in range (1, 6):
        app.key (f'alt+{number}')
        app.enabled ('win.show')
    app.activate ('win.back')
    app.activate ('win.show', GLib.Variant ('s', f'plan:{plan:016x}'))
    for number in range (1, len (VIEWS) + 1):
        app.key (f'alt+{number}')
        app.enabled ('win.show')
    app.activate ('win.back')
    go_to (app, 'Accounts')
    wait_for ('“Accounts” to be shown', lambda: (row := app.find ('list item', 'Accounts')) and 'selected' in states (row))


def edit (app, home, before):
    """Of the two accounts that another process added, here both are undone, and one is redone and undone again."""
    for action, change in (('undo', 1), ('undo', 0), ('redo', 1), ('undo', 0)):
        done = False
        # What the other wrote a moment ago may not have been seen yet; it is then refused, and offered anew
        while not done:
            wait_for (f'{action} to be offered', lambda: app.enabled (f'win.{action}'))
            app.activate (f'win.{action}')
            with contextlib.suppress (Failure):
                done = wait_for ('it to be done', lambda: count (home) == before + change, 5)
            app.alive ()


def used_on_and_on (home):
    home.command ('import', '--sample')
    app = home.start ()
    loop = Loop (EDIT_LOOP, home.database, 'loop')
    meter = Meter (app, home)
    end = time.monotonic () + SECONDS
    while time.monotonic () < end or len (meter.rounds) < WARM_UP + 6:
        before = count (home)
        loop.ask ('accounts 2')
        visit (app, home)
        look_for (app, 'razor')
        edit (app, home, before)
        # Before the other process ends, which writes the log back
        meter.read ()
        home.command ('export', 'portfolio', '--audience', 'me', '-o', home.path / 'out.json')
        if len (meter.rounds) % 100 == 0:
            print (f'# {len (meter.rounds)} rounds, {meter.rounds[-1]}', flush=True)
    words = meter.judge ()
    loop.close ()
    app.quit ()
    if app.said ():
        raise Failure (f'It complained: {app.said ()}')
    home.command ('check')
    print (f'# figure used on and on: {SECONDS / 3600:.1f} h, {words}')


parser = argparse.ArgumentParser ()
parser.add_argument ('program')
parser.add_argument ('edit_loop')
parser.add_argument ('--seconds', type=float, default=30)
parser.add_argument ('--hours', type=float)
args = parser.parse_args ()
EDIT_LOOP = args.edit_loop
SECONDS = args.hours * 3600 if args.hours else args.seconds
run (used_on_and_on)
