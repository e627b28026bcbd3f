#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""private.py PROGRAM ONLY-UNIX-SOCKETS: the window, with no network there and ended by the kernel if it asks for one, in
every room; what it writes is its owner's alone, and it says nothing of it in a log."""

import os
import pathlib
import re
import shlex
import stat
import subprocess
import sys

from gi.repository import GLib

from drive import Failure, run, states, text, wait_for

FILTER = sys.argv[2]
SAMPLE = pathlib.Path (__file__).parents[2] / 'data/sample/portfolio.json'
ROOMS = ('Accounts', 'Plans', 'Accelerators', 'Dedicated', 'Support', 'Reference')
# Of a customer who is there, of one who is written down, and what is looked for
WORDS = ('Zanzibarquark', 'Yellowquark', 'quarknotes')


def works (*command):
    return subprocess.run (command, capture_output=True).returncode == 0


def guard (home):
    """What to run a program behind, as far as this machine lets it: the filter, no network, and a record of sockets."""
    guards = [FILTER]
    if subprocess.run ([*guards, 'true']).returncode == 77:
        return None
    if works ('strace', '-D', '-f', '-o', os.devnull, 'true'):
        guards = ['strace', '-D', '-f', '-e', 'trace=socket,connect', '-o', str (home.path / 'sockets.log'), *guards]
    apart = ['unshare', '--net', *([] if os.geteuid () == 0 else ['--user', '--map-current-user'])]
    if works (*apart, 'true'):
        guards = [*apart, *guards]
    return guards


def put_behind (home, guards):
    script = home.path / 'guarded'
    script.write_text (f'#!/bin/sh\numask 0\nexec {shlex.join (guards)} {shlex.quote (home.program)} "$@"\n')
    script.chmod (0o755)
    home.program = str (script)


def expect_unix_only (home, some):
    log = home.path / 'sockets.log'
    if not log.exists ():
        return
    asked = [line for line in log.read_text (errors='replace').splitlines () if re.search (r'\b(socket|connect)\(', line)]
    others = [line for line in asked if not re.search (r'\b(socket\(AF_UNIX|connect\(\d+, \{sa_family=AF_UNIX)', line)]
    if some and not asked or others:
        raise Failure (f'Of {len (asked)} calls for sockets, these leave the machine: {others[:3]}')


def expect_private (home):
    folder = home.database.parent
    for path in (folder, *folder.rglob ('*')):
        mode, expected = stat.S_IMODE (path.lstat ().st_mode), 0o700 if path.is_dir () else 0o600
        if mode != expected:
            raise Failure (f'{path} has the mode {mode:o}')


def go_to (app, room):
    app.activate ('win.show', GLib.Variant ('s', room.lower ()))
    wait_for (f'“{room}” to be shown', lambda: (row := app.find ('list item', room)) and 'selected' in states (row))


def look_for (app, words):
    app.key ('ctrl+k')
    app.wait ('dialog')
    app.wait_focus ('entry')
    app.type (words)
    wait_for (f'“{words}” to be typed', lambda: text (app.focused ()) == words)


def every_room (home):
    guards = guard (home)
    if guards is None:
        return
    # A guard that lets all through would prove nothing
    planted = subprocess.run ([*guards, sys.executable, '-c', 'import socket; socket.socket ()'], capture_output=True)
    if planted.returncode != -31:
        raise Failure (f'One that asks for a network ends with {planted.returncode}, not by SIGSYS: {planted.stderr}')
    (home.path / 'sockets.log').unlink (missing_ok=True)
    put_behind (home, guards)
    named = home.path / 'in.json'
    named.write_text (SAMPLE.read_text (encoding='utf-8').replace ('Razorbill', WORDS[0]), encoding='utf-8')
    home.command ('import', named)
    expect_unix_only (home, False)

    # As it is started by a person: with portals, and all that can be logged
    home.extra = {'GDK_DEBUG': '', 'G_MESSAGES_DEBUG': 'all'}
    app = home.start ()
    app.wait_text (WORDS[0])
    expect_private (home)
    for room in ROOMS:
        go_to (app, room)
    look_for (app, WORDS[0])
    app.wait_text (f'.*{WORDS[0]}.*')
    app.key ('Return')
    app.wait ('page tab', 'Overview')
    for number in range (1, 6):
        app.key (f'alt+{number}')
    look_for (app, WORDS[2])
    app.close_dialog ()
    go_to (app, 'Accounts')
    app.key ('ctrl+n')
    app.wait_focus ('text', 'Name')
    app.type (WORDS[1])
    app.key ('Return')
    wait_for ('the account to be there', lambda: home.rows ('SELECT 1 FROM account WHERE name = ?', WORDS[1]))
    app.activate ('win.undo')
    wait_for ('the account to be gone', lambda: not home.rows ('SELECT 1 FROM account WHERE name = ?', WORDS[1]))
    expect_private (home)
    app.quit ()
    expect_unix_only (home, True)
    for word in WORDS:
        lines = [line for line in app.said ().splitlines () if word in line]
        if lines:
            raise Failure (f'“{word}” is in the log: {lines[:2]}')
    if len (app.said ().splitlines ()) < 10:
        raise Failure ('It logs nothing, so nothing is shown by what it does not log')


run (every_room)
