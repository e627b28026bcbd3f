#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts Quarterdeck on the sample portfolio and saves each of its pages as PNG.

Run under tests/headless; `./dev screenshots` does. The application knows nothing of it: it opens where its settings say
that it was left, and its dialogs by its actions on the session bus. To have another page taken, add it to PAGES.
"""

import argparse
import contextlib
import itertools
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

# Of the sample: who has the most to show
ACCOUNT = '49b16d2ec13da58a'
PLAN = '33d19bdf22931c93'

# The name of the picture, the place, and the dialog that is opened there
PAGES = (
    ('accounts', 'accounts', None),
    ('account', f'account:{ACCOUNT}', None),
    ('plans', 'plans', None),
    ('plan', f'plan:{PLAN}', None),
    ('preferences', 'accounts', 'preferences'),
    ('shortcuts', 'accounts', 'shortcuts'),
    ('about', 'accounts', 'about'),
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


class App:
    def __init__ (self, program, scheme, place):
        settings = pathlib.Path.home () / '.config/glib-2.0/settings/keyfile'
        settings.parent.mkdir (parents=True, exist_ok=True)
        settings.write_text (f"[{APP_PATH[1:]}]\nplace='{place}'\nwindow-maximized=false\n")
        self.bus = Gio.bus_get_sync (Gio.BusType.SESSION)
        self.process = subprocess.Popen ([program], env=dict (
            os.environ, ADW_DEBUG_COLOR_SCHEME=f'prefer-{scheme}', ADW_DISABLE_PORTAL='1', GDK_DISABLE='gl,vulkan',
            GSETTINGS_BACKEND='keyfile', GSK_RENDERER='cairo'))
        until ('the application', lambda: self.alive () and 'quit' in self.actions ())
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

    def call (self, method, arguments=None):
        return self.bus.call_sync (APP_ID, APP_PATH, 'org.gtk.Actions', method, arguments, None,
                                   Gio.DBusCallFlags.NO_AUTO_START, 20000, None)

    def actions (self):
        try:
            return self.call ('List').unpack ()[0]
        except GLib.Error:
            return []

    def activate (self, action):
        if action not in self.actions ():
            raise Failure (f'There is no action app.{action}')
        self.call ('Activate', GLib.Variant ('(sava{sv})', (action, [], {})))

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

    def quit (self):
        # A dialog that is open is closed first
        for _ in range (3):
            with contextlib.suppress (GLib.Error, Failure, subprocess.TimeoutExpired):
                self.activate ('quit')
                self.process.wait (3)
            if self.process.poll () is not None:
                break
        else:
            self.process.kill ()
            raise Failure ('Quarterdeck did not quit')
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
    settings.write_text ('[Settings]\ngtk-enable-animations=0\ngtk-cursor-blink=0\n'
                         'gtk-decoration-layout=:close\ngtk-font-name=Inter 11\n'
                         'gtk-xft-antialias=1\ngtk-xft-hinting=1\ngtk-xft-hintstyle=hintslight\ngtk-xft-rgba=none\n')


def main ():
    parser = argparse.ArgumentParser (description=__doc__)
    parser.add_argument ('out', type=pathlib.Path)
    parser.add_argument ('--program', default=shutil.which ('quarterdeck'))
    parser.add_argument ('--sample', type=pathlib.Path)
    parser.add_argument ('--database', type=pathlib.Path, help='take a copy of this one instead of the sample')
    parser.add_argument ('--only', help='just this kind, as in wide-light')
    args = parser.parse_args ()

    args.out.mkdir (parents=True, exist_ok=True)
    prepare (args.program, args.sample, args.database)

    for scheme, (page, place, action) in itertools.product (SCHEMES, PAGES):
        sizes = {s: v for s, v in SIZES.items () if args.only in (None, f'{s}-{scheme}')}
        if not sizes:
            continue
        app = App (args.program, scheme, place)
        try:
            app.resize (*next (iter (sizes.values ())))
            if action:
                app.activate (action)
            for size, extent in sizes.items ():
                app.resize (*extent)
                app.picture (args.out / f'{page}-{size}-{scheme}.png', extent)
        finally:
            app.quit ()


try:
    main ()
except Failure as failure:
    sys.exit (str (failure))
except subprocess.CalledProcessError as error:
    sys.exit (f'{" ".join (error.cmd)} failed: {error.stderr.strip ()}')
