#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts Quarterdeck on the sample portfolio and saves each of its pages as PNG.

Run under tests/headless; `./dev screenshots` does. The application is driven from outside, by its actions on the
session bus, and knows nothing of it. To have another page taken, add it to PAGES.
"""

import argparse
import contextlib
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import time

import gi

gi.require_version ('Gio', '2.0')
from gi.repository import Gio, GLib  # noqa: E402

APP_ID = 'io.gitlab.quarterdeck.Quarterdeck'
APP_PATH = '/io/gitlab/quarterdeck/Quarterdeck'
WINDOW_PATH = APP_PATH + '/window/1'

# The name of the picture, the action, and its target: {account} and {plan} are ids from the sample
PAGES = (
    ('accounts', 'win.show', 'accounts'),
    ('account', 'win.show', 'account:{account}'),
    ('plans', 'win.show', 'plans'),
    ('plan', 'win.show', 'plan:{plan}'),
    ('preferences', 'app.preferences', None),
    ('shortcuts', 'app.shortcuts', None),
    ('about', 'app.about', None),
)
SIZES = {'wide': (1280, 800), 'narrow': (360, 640)}
SCHEMES = ('light', 'dark')
BORDER = 5      # what GTK draws around a window where nothing composes shadows


class Failure (Exception):
    pass


def run (*command, **options):
    return subprocess.run (command, check=True, capture_output=True, text=True, **options).stdout


def until (what, condition, seconds=20):
    deadline = time.monotonic () + seconds
    while time.monotonic () < deadline:
        value = condition ()
        if value:
            return value
        time.sleep (0.05)
    raise Failure (f'Waited {seconds} s for {what}')


def rows (program, database, kind):
    listed = json.loads (run (program, 'list', kind, '--json', '--database', str (database)))
    return listed if isinstance (listed, list) else next (v for v in listed.values () if isinstance (v, list))


class App:
    def __init__ (self, program, scheme):
        self.bus = Gio.bus_get_sync (Gio.BusType.SESSION)
        environment = dict (os.environ, ADW_DEBUG_COLOR_SCHEME=f'prefer-{scheme}', ADW_DISABLE_PORTAL='1',
                            GSK_RENDERER='cairo', GDK_DISABLE='gl,vulkan')
        self.process = subprocess.Popen ([program], env=environment)
        until ('the window', lambda: self.alive () and 'quit' in self.actions (APP_PATH))
        self.window = until ('the window', self.find_window)
        run ('xdotool', 'windowfocus', '--sync', self.window)

    def alive (self):
        if self.process.poll () is not None:
            raise Failure (f'Quarterdeck ended by itself, with {self.process.returncode}')
        return True

    def find_window (self):
        self.alive ()
        found = subprocess.run (['xdotool', 'search', '--onlyvisible', '--pid', str (self.process.pid)],
                                capture_output=True, text=True)
        return found.stdout.split ()[-1] if found.stdout.split () else None

    def call (self, path, method, arguments=None):
        return self.bus.call_sync (APP_ID, path, 'org.gtk.Actions', method, arguments, None,
                                   Gio.DBusCallFlags.NONE, 20000, None)

    def actions (self, path):
        try:
            return self.call (path, 'List').unpack ()[0]
        except GLib.Error:
            return []

    def activate (self, action, target):
        group, _, name = action.partition ('.')
        path = APP_PATH if group == 'app' else WINDOW_PATH
        if name not in self.actions (path):
            return False
        parameter = [] if target is None else [GLib.Variant ('s', target)]
        self.call (path, 'Activate', GLib.Variant ('(sava{sv})', (name, parameter, {})))
        return True

    def resize (self, width, height):
        run ('xdotool', 'windowsize', '--sync', self.window, str (width + 2 * BORDER), str (height + 2 * BORDER))

    def picture (self, path, size):
        """Two takes that are the same: it has stopped moving."""
        width, height = size
        last = None

        def take ():
            nonlocal last
            self.alive ()
            run ('import', '-window', self.window, '-crop', f'{width}x{height}+{BORDER}+{BORDER}', '+repage',
                 '-define', 'png:exclude-chunks=date,time', str (path))
            before, last = last, path.read_bytes ()
            return before == last or time.sleep (0.15)

        time.sleep (0.2)
        until (f'{path.name} to stop moving', take)

    def escape (self):
        run ('xdotool', 'key', '--window', '0', 'Escape')
        time.sleep (0.2)

    def quit (self):
        if self.process.poll () is None:
            with contextlib.suppress (GLib.Error):
                self.call (APP_PATH, 'Activate', GLib.Variant ('(sava{sv})', ('quit', [], {})))
            try:
                self.process.wait (10)
            except subprocess.TimeoutExpired:
                self.process.kill ()
                raise Failure ('Quarterdeck did not quit') from None
        if self.process.returncode:
            raise Failure (f'Quarterdeck ended with {self.process.returncode}')


def prepare (program, sample, database):
    """The portfolio, where a first start would look for it: under the private home folder."""
    path = pathlib.Path.home () / '.local/share/quarterdeck/quarterdeck.db'
    path.parent.mkdir (parents=True, mode=0o700, exist_ok=True)
    if database:
        source, target = sqlite3.connect (database), sqlite3.connect (path)
        source.backup (target)
        source.close ()
        target.close ()
    else:
        run (program, 'import', str (sample), '--database', str (path))
    settings = pathlib.Path.home () / '.config/gtk-4.0/settings.ini'
    settings.parent.mkdir (parents=True, exist_ok=True)
    settings.write_text ('[Settings]\ngtk-enable-animations=0\ngtk-cursor-blink=0\ngtk-decoration-layout=:close\ngtk-font-name=Inter 11\n'
                         'gtk-xft-antialias=1\ngtk-xft-hinting=1\ngtk-xft-hintstyle=hintslight\ngtk-xft-rgba=none\n')
    return path


def targets (program, database):
    found = {}
    for key, kind in (('account', 'accounts'), ('plan', 'plans')):
        with contextlib.suppress (subprocess.CalledProcessError, ValueError, LookupError, StopIteration):
            found[key] = rows (program, database, kind)[0]['id']
    return found


def main ():
    parser = argparse.ArgumentParser (description=__doc__)
    parser.add_argument ('out', type=pathlib.Path)
    parser.add_argument ('--program', default=shutil.which ('quarterdeck'))
    parser.add_argument ('--sample', type=pathlib.Path)
    parser.add_argument ('--database', type=pathlib.Path, help='take a copy of this one instead of the sample')
    parser.add_argument ('--only', help='just this kind, as in wide-light')
    args = parser.parse_args ()

    args.out.mkdir (parents=True, exist_ok=True)
    ids = targets (args.program, prepare (args.program, args.sample, args.database))
    missed = []

    for scheme in SCHEMES:
        sizes = {s: v for s, v in SIZES.items () if args.only in (None, f'{s}-{scheme}')}
        if not sizes:
            continue
        app = App (args.program, scheme)
        try:
            # All of one size, so that no page shows what was squeezed out of the other
            for size, extent in sizes.items ():
                app.resize (*extent)
                for page, action, target in PAGES:
                    try:
                        known = target.format (**ids) if target else None
                    except KeyError:
                        known = False
                    if known is False or not app.activate (action, known):
                        missed.append (f'{page}-{size}-{scheme}')
                        continue
                    app.picture (args.out / f'{page}-{size}-{scheme}.png', extent)
                    if action.startswith ('app.'):
                        app.escape ()
        finally:
            app.quit ()

    if missed:
        print ('Not there to be taken: ' + ', '.join (missed), file=sys.stderr)
        return 1
    return 0


try:
    sys.exit (main ())
except Failure as failure:
    sys.exit (str (failure))
except subprocess.CalledProcessError as error:
    sys.exit (f'{" ".join (error.cmd)} failed: {error.stderr.strip ()}')
