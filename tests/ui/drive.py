# SPDX-License-Identifier: GPL-3.0-or-later
"""The application, driven from outside: its keys over X, its widgets over AT-SPI, its files by other programs.

Nothing here sleeps to let something happen: what is waited for is named, looked for again and again, and said when it
does not come. Keys go where the focus is, so wait until it is where it should be.
"""

import contextlib
import ctypes
import os
import pathlib
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import traceback
import warnings

import gi

gi.require_version ('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402

warnings.simplefilter ('ignore')

APP_ID = 'io.gitlab.quarterdeck.Quarterdeck'
APP_PATH = '/io/gitlab/quarterdeck/Quarterdeck'
PATIENCE = float (os.environ.get ('QD_UI_PATIENCE', '60'))


class Failure (Exception):
    pass


def wait_for (what, condition, seconds=PATIENCE):
    """What CONDITION gives as soon as it gives something; widgets that go away while it looks are no matter."""
    deadline = time.monotonic () + seconds
    while True:
        with contextlib.suppress (GLib.Error):
            value = condition ()
            if value:
                return value
        if time.monotonic () > deadline:
            raise Failure (f'Waited {seconds:.0f} s for {what}')
        time.sleep (0.03)


def walk (accessible, leaves=()):
    """All below it, but for what is in things of the roles LEAVES. Each look costs a message there and back."""
    yield accessible
    with contextlib.suppress (GLib.Error):
        if accessible.get_role_name () not in leaves:
            for index in range (accessible.get_child_count ()):
                child = accessible.get_child_at_index (index)
                if child:
                    yield from walk (child, leaves)


# In which nothing of that role is
LEAVES = {role: ('list item', 'table row', 'button', 'label', 'text', 'page tab')
          for role in ('list', 'list item', 'table row', 'page tab', 'dialog')} | {'frame': ('frame',)}


def states (accessible):
    return {state.value_nick for state in accessible.get_state_set ().get_states ()}


def text (accessible):
    interface = accessible.get_text_iface ()
    return Atspi.Text.get_text (interface, 0, interface.get_character_count ()) if interface else accessible.get_name ()


def in_sight (accessible):
    return 'showing' in states (accessible)


def press (accessible, action=None):
    """Its action of that name, or its first."""
    interface = accessible.get_action_iface ()
    for index in range (interface.get_n_actions () if interface else 0):
        if action in (None, interface.get_action_name (index)):
            return interface.do_action (index)
    raise Failure (f'“{accessible.get_name ()}” has no action {action or "at all"}')


def write_into (accessible, value):
    accessible.get_editable_text_iface ().set_text_contents (value)


def obey_permissions ():
    """In the child: root may read and write what it likes, unless it gives that up."""
    if os.geteuid () == 0:
        for capability in (1, 2):           # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
            ctypes.CDLL (None).prctl (24, capability, 0, 0, 0)     # PR_CAPBSET_DROP


class Home:
    """A person's folders, empty at first, that outlive the application."""

    def __init__ (self):
        self.path = pathlib.Path (tempfile.mkdtemp (prefix='quarterdeck-ui-'))
        self.database = self.path / 'data/quarterdeck/quarterdeck.db'
        self.program = sys.argv[1] if len (sys.argv) > 1 else shutil.which ('quarterdeck')
        self.running = []
        self.extra = {}

    def environment (self):
        # The settings are kept in a file here, as they have to outlive the process
        return dict (os.environ, XDG_DATA_HOME=str (self.path / 'data'), XDG_CONFIG_HOME=str (self.path / 'config'),
                     XDG_CACHE_HOME=str (self.path / 'cache'), GSETTINGS_BACKEND='keyfile', G_DEBUG='fatal-criticals',
                     GTK_A11Y='atspi', GSK_RENDERER='cairo', GDK_DISABLE='gl,vulkan', GDK_DEBUG='no-portals',
                     GTK_IM_MODULE='gtk-im-context-simple') | {'LC_ALL': 'C.UTF-8', 'TZ': 'UTC', **self.extra}

    def settings (self):
        """Where GTK looks for its own: nothing moves in a test, not even a cursor."""
        folder = self.path / 'config/gtk-4.0'
        if not folder.exists ():
            folder.mkdir (parents=True)
            (folder / 'settings.ini').write_text ('[Settings]\ngtk-enable-animations=0\ngtk-cursor-blink=0\n')

    def start (self, *arguments):
        self.settings ()
        app = App (self, arguments)
        self.running.append (app)
        return app

    def command (self, *arguments, status=0):
        """What the command line says on its standard output, or its standard error if it is to fail."""
        done = subprocess.run ([self.program, *map (str, arguments)], env=self.environment (), capture_output=True,
                               text=True, timeout=60)
        if done.returncode != status:
            raise Failure (f'{" ".join (map (str, arguments))} ended with {done.returncode}: {done.stdout}{done.stderr}')
        return done.stdout if status == 0 else done.stderr

    def rows (self, query, *arguments):
        """Read from the side, as another program would; the application may be writing."""
        database = sqlite3.connect (f'file:{self.database}?mode=ro', uri=True, timeout=10)
        try:
            return database.execute (query, arguments).fetchall ()
        finally:
            database.close ()

    def close (self):
        for app in self.running:
            app.kill ()
        for path in [self.path, *(p for p in self.path.rglob ('*') if p.is_dir ())]:
            path.chmod (0o700)
        shutil.rmtree (self.path, ignore_errors=True)


class App:
    def __init__ (self, home, arguments=()):
        self.home = home
        self.log = tempfile.TemporaryFile ()
        self.process = subprocess.Popen ([home.program, *map (str, arguments)], env=home.environment (),
                                         stdout=self.log, stderr=self.log, preexec_fn=obey_permissions)
        self.root = wait_for ('the application on the accessibility bus', self.look)
        self.window = wait_for ('its window', self.look_for_window)
        self.focus ()

    # -- The process

    def said (self):
        self.log.seek (0)
        return self.log.read ().decode (errors='replace').strip ()

    def alive (self):
        if self.process.poll () is not None:
            raise Failure (f'Quarterdeck ended with {self.process.returncode}: {self.said ()}')

    def look (self):
        self.alive ()
        desktop = Atspi.get_desktop (0)
        for index in range (desktop.get_child_count ()):
            child = desktop.get_child_at_index (index)
            if child and child.get_process_id () == self.process.pid and child.get_child_count ():
                return child
        return None

    def look_for_window (self):
        found = subprocess.run (['xdotool', 'search', '--onlyvisible', '--pid', str (self.process.pid)],
                                capture_output=True, text=True).stdout.split ()
        return found[-1] if found else None

    def wait_until_ended (self, status=0):
        try:
            self.process.wait (PATIENCE)
        except subprocess.TimeoutExpired:
            raise Failure ('Quarterdeck did not end') from None
        if self.process.returncode != status:
            raise Failure (f'Quarterdeck ended with {self.process.returncode}: {self.said ()}')

    def quit (self):
        self.key ('ctrl+q')
        self.wait_until_ended ()

    def kill (self):
        if self.process.poll () is None:
            self.process.send_signal (signal.SIGKILL)
            self.process.wait ()

    # -- Widgets

    def find (self, role, name=None, root=None, showing=True):
        """The first of ROLE whose name matches NAME in full."""
        for each in walk (root or self.root, LEAVES.get (role, ())):
            with contextlib.suppress (GLib.Error):
                if each.get_role_name () == role and (name is None or re.fullmatch (name, each.get_name () or '')) \
                        and (not showing or in_sight (each)):
                    return each
        return None

    def find_all (self, role, name=None, root=None):
        found = []
        for each in walk (root or self.root, LEAVES.get (role, ())):
            with contextlib.suppress (GLib.Error):
                if each.get_role_name () == role and (name is None or re.fullmatch (name, each.get_name () or '')) \
                        and in_sight (each):
                    found.append (each)
        return found

    def wait (self, role, name=None, root=None):
        def look ():
            self.alive ()
            return self.find (role, name, root)
        return wait_for (f'{role} “{name or "of any name"}”', look)

    def wait_gone (self, role, name=None):
        wait_for (f'{role} “{name}” to be gone', lambda: not self.find (role, name))

    def wait_text (self, pattern):
        """Some text in sight that holds PATTERN, whatever shows it. From behind: a message that is soon gone lies above
        the rest, which takes long to look through, and what is in nothing that is in sight is not looked at."""
        def look ():
            self.alive ()
            pending = [self.root]
            while pending:
                each = pending.pop ()
                with contextlib.suppress (GLib.Error):
                    if each is not self.root and not in_sight (each):
                        continue
                    if re.search (pattern, each.get_name () or ''):
                        return each
                    pending += filter (None, map (each.get_child_at_index, range (each.get_child_count ())))
            return None
        return wait_for (f'a text “{pattern}”', look)

    def wait_focus (self, role, name=None):
        return wait_for (f'the focus on {role} “{name or "of any name"}”', lambda: next (
            (each for each in self.find_all (role, name) if 'focused' in states (each)), None))

    def focused (self):
        return next ((each for each in walk (self.root) if 'focused' in states (each)
                      and each.get_role_name () not in ('frame', 'application')), None)

    def outline (self):
        """What there is, for whoever has to find out why something was not found."""
        def lines (each, depth):
            with contextlib.suppress (GLib.Error):
                marks = states (each) & {'focused', 'selected', 'checked', 'showing'}
                if 'showing' in marks or not depth:
                    yield f'{"  " * depth}{each.get_role_name ()} “{each.get_name () or ""}” {" ".join (sorted (marks - {"showing"}))}'
                    for index in range (each.get_child_count ()):
                        child = each.get_child_at_index (index)
                        if child:
                            yield from lines (child, depth + 1)
        return '\n'.join (lines (self.root, 0))

    # -- Keys; there is no window manager, so the focus is given by hand

    def focus (self):
        subprocess.run (['xdotool', 'windowfocus', '--sync', self.window], check=True, capture_output=True)
        wait_for ('the window to be active', lambda: any ('active' in states (each) for each in self.find_all ('frame')))

    def key (self, *keys):
        self.alive ()
        subprocess.run (['xdotool', 'key', '--delay', '15', *keys], check=True, capture_output=True)

    def type (self, value):
        self.alive ()
        subprocess.run (['xdotool', 'type', '--delay', '8', value], check=True, capture_output=True)

    def windows (self):
        return subprocess.run (['xdotool', 'search', '--onlyvisible', '--pid', str (self.process.pid)],
                               capture_output=True, text=True).stdout.split ()

    def choose_file (self, path):
        """In GTK's own file chooser, a second window; the window gets the focus back when it is gone."""
        other = wait_for ('the file chooser', lambda: set (self.windows ()) - {self.window}).pop ()
        subprocess.run (['xdotool', 'windowfocus', '--sync', other], check=True, capture_output=True)
        self.wait_focus ('text')
        self.key ('ctrl+a')
        self.type (str (path))
        wait_for ('the path to be typed', lambda: (entry := self.focused ()) is not None and text (entry) == str (path))
        self.key ('Return')
        wait_for ('the file chooser to be gone', lambda: other not in self.windows ())
        self.focus ()

    def close_dialog (self):
        """Where there is no window manager, a key may be lost after a second window was there: once more, then."""
        def closed ():
            if self.find ('dialog'):
                self.key ('Escape')
                with contextlib.suppress (Failure):
                    wait_for ('the dialog to be gone', lambda: not self.find ('dialog'), 2)
            return not self.find ('dialog')
        wait_for ('the dialog to close', closed)

    # -- Actions, over the session bus

    def window_path (self):
        bus = Gio.bus_get_sync (Gio.BusType.SESSION)
        node = bus.call_sync (APP_ID, f'{APP_PATH}/window', 'org.freedesktop.DBus.Introspectable', 'Introspect', None,
                              None, Gio.DBusCallFlags.NO_AUTO_START, 5000, None).unpack ()[0]
        return f'{APP_PATH}/window/{re.findall (r"<node name=.(\d+).", node)[-1]}'

    def call (self, method, path, *arguments):
        return Gio.bus_get_sync (Gio.BusType.SESSION).call_sync (
            APP_ID, path, 'org.gtk.Actions', method, *arguments, None, Gio.DBusCallFlags.NO_AUTO_START, 20000, None)

    def activate (self, action, *parameter):
        """“app.” or “win.” and its name; PARAMETER as variants."""
        group, name = action.split ('.', 1)
        path = APP_PATH if group == 'app' else self.window_path ()
        self.call ('Activate', path, GLib.Variant ('(sava{sv})', (name, list (parameter), {})))

    def enabled (self, action):
        group, name = action.split ('.', 1)
        path = APP_PATH if group == 'app' else self.window_path ()
        return self.call ('Describe', path, GLib.Variant ('(s)', (name,))).unpack ()[0][0]

    # -- Pictures

    def picture (self, path):
        subprocess.run (['import', '-window', self.window, str (path)], check=True, capture_output=True)


def begin ():
    # Asking an application that is just starting is not worth a warning
    GLib.log_set_handler ('dbind', GLib.LogLevelFlags.LEVEL_WARNING, lambda *_: None, None)
    Atspi.init ()


def run (*tests):
    """Each with a home of its own; says TAP. A failed one leaves what was in sight in the folder QD_UI_OUT."""
    begin ()
    out = os.environ.get ('QD_UI_OUT')
    only = os.environ.get ('QD_UI_ONLY')
    tests = [test for test in tests if only in (None, test.__name__)]
    failures = 0
    print (f'1..{len (tests)}', flush=True)
    for number, test in enumerate (tests, 1):
        home = Home ()
        started = time.monotonic ()
        try:
            test (home)
            print (f'ok {number} {test.__name__} # {time.monotonic () - started:.1f} s', flush=True)
        except Exception as error:
            failures += 1
            print (f'not ok {number} {test.__name__}', flush=True)
            trouble = str (error) if isinstance (error, Failure) else ''
            where = traceback.extract_tb (error.__traceback__)
            line = next ((frame for frame in reversed (where) if frame.name == test.__name__), where[-1])
            notes = [f'line {line.lineno}: {line.line}', trouble or traceback.format_exc ()]
            for app in home.running:
                if app.process.poll () is None:
                    with contextlib.suppress (Exception):
                        notes.append (app.outline ())
                    if out:
                        with contextlib.suppress (Exception):
                            app.picture (pathlib.Path (out) / f'{test.__name__}.png')
                if app.said ():
                    notes.append (app.said ())
            print (*(f'# {line}' for note in notes for line in note.splitlines ()), sep='\n', flush=True)
        finally:
            home.close ()
    sys.exit (1 if failures else 0)
