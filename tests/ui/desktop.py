#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the desktop asks of the application: links, its actions, a search, notifications; over D-Bus as it does."""

import datetime
import os
import pathlib
import sqlite3
import subprocess

from drive import APP_ID, APP_PATH, App, Failure, Gio, GLib, run, wait_for

ACCOUNT = 'quarterdeck://account/49b16d2ec13da58a'


def bus_call (name, path, interface, method, arguments=None, flags=Gio.DBusCallFlags.NONE):
    return Gio.bus_get_sync (Gio.BusType.SESSION).call_sync (name, path, interface, method, arguments, None, flags, 30000, None)


def daemon (method, arguments):
    return bus_call ('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', method, arguments)


class Activated (App):
    """The application as the bus has started it."""

    class Process:
        def __init__ (self, pid):
            self.pid, self.returncode = pid, 0

        def poll (self):
            return None if pathlib.Path (f'/proc/{self.pid}/exe').exists () else 0

        def send_signal (self, number):
            os.kill (self.pid, number)

        def wait (self, seconds=20):
            wait_for ('it to end', lambda: self.poll () == 0, seconds)

    def __init__ (self, home):
        self.home = home
        self.process = self.Process (daemon ('GetConnectionUnixProcessID', GLib.Variant ('(s)', (APP_ID,))).unpack ()[0])
        home.running.append (self)

    def said (self):
        return ''

    def show (self):
        self.root = wait_for ('the application on the accessibility bus', self.look)
        self.window = wait_for ('its window', self.look_for_window)
        self.focus ()
        return self


def install (home):
    """As a package does it, for this session alone; what it starts has the folders of HOME."""
    home.settings ()
    services = pathlib.Path (os.environ['XDG_RUNTIME_DIR']) / 'dbus-1/services'
    services.mkdir (parents=True, exist_ok=True)
    (services / f'{APP_ID}.service').write_text (
        f'[D-BUS Service]\nName={APP_ID}\nExec={home.program} --gapplication-service\n')
    daemon ('ReloadConfig', None)
    daemon ('UpdateActivationEnvironment', GLib.Variant ('(a{ss})', (home.environment (),)))


def settings (home, **keys):
    path = home.path / 'config/glib-2.0/settings/keyfile'
    path.parent.mkdir (parents=True, exist_ok=True)
    path.write_text (f'[{APP_PATH[1:]}]\n' + ''.join (f'{key.replace ("_", "-")}={value}\n' for key, value in keys.items ()))


def application (method, signature, *arguments):
    return bus_call (APP_ID, APP_PATH, 'org.freedesktop.Application', method, GLib.Variant (signature, arguments))


def ended (home, *arguments):
    """A second start hands over what it was asked for, and is done."""
    done = subprocess.run ([home.program, *arguments], env=home.environment (), capture_output=True, text=True, timeout=60)
    if done.returncode or done.stdout or done.stderr:
        raise Failure (f'{arguments} ended with {done.returncode}: {done.stdout}{done.stderr}')


def links (home):
    """Opened by a start, by a second one and over the bus; one that leads nowhere is said in a sentence."""
    home.command ('import', '--sample')
    app = home.start (ACCOUNT)
    app.wait_text ('Razorbill')
    app.wait_text ('What Is Next')
    ended (home, 'quarterdeck://plan/301a1f98192973a6')
    app.wait_text ('Dedicated for Government')
    application ('Open', '(asa{sv})', ['quarterdeck://entry/byok'], {})
    app.wait ('dialog')
    app.wait_text (r'Bring your own key')
    app.close_dialog ()
    ended (home, 'quarterdeck://attic')
    app.wait_text ('“quarterdeck://attic” could not be opened. There is no such page.')
    ended (home, 'quarterdeck://account/00000000000000aa')
    app.wait_text ('The link is to an account that is not here')
    app.quit ()


def a_link_starts_it (home):
    """And one of which nothing is running opens at its page."""
    home.command ('import', '--sample')
    install (home)
    application ('Open', '(asa{sv})', [ACCOUNT], {})
    app = Activated (home).show ()
    app.wait_text ('What Is Next')
    app.quit ()


def actions (home):
    """Those of the launcher, by the bus and by option, running or not."""
    home.command ('import', '--sample')
    install (home)
    application ('ActivateAction', '(sava{sv})', 'new-account', [], {})
    app = Activated (home).show ()
    app.wait_focus ('text', 'Name')
    app.close_dialog ()
    ended (home, '--next-call')
    app.wait_text ('What Is Next')
    application ('ActivateAction', '(sava{sv})', 'new-plan', [], {})
    app.wait ('dialog', 'New Plan.*')
    app.activate ('app.quit')
    app.wait_until_ended ()
    app = home.start ('--new-plan')
    app.wait ('dialog', 'New Plan.*')
    app.activate ('app.quit')
    app.wait_until_ended ()


class Search:
    """The desktop's side of org.gnome.Shell.SearchProvider2."""

    def call (self, method, signature, *arguments):
        return bus_call (APP_ID, f'{APP_PATH}/SearchProvider', 'org.gnome.Shell.SearchProvider2', method,
                         GLib.Variant (signature, arguments)).unpack ()

    def find (self, *words, before=None):
        if before is None:
            return self.call ('GetInitialResultSet', '(as)', words)[0]
        return self.call ('GetSubsearchResultSet', '(asas)', before, words)[0]

    def metas (self, ids):
        return self.call ('GetResultMetas', '(as)', ids)[0]

    def shown (self, *words):
        return [f'{meta["name"]} | {meta["description"]}' for meta in self.metas (self.find (*words))]


def expect (what, holds):
    if not holds:
        raise Failure (f'Not so: {what}')


def search (home):
    """Without a window: accounts, plans, tasks and entries, and no sealed name, whatever is typed."""
    home.command ('import', '--sample')
    settings (home, search_provider='true')
    install (home)
    desktop = Search ()
    found = desktop.find ('razor')
    app = Activated (home)
    expect ('the account is found by its codename', ACCOUNT in found)
    metas = desktop.metas (found)
    expect ('each has what is shown of it', [meta['id'] for meta in metas] == found and
            all (meta['name'] and meta['description'] and meta['gicon'] for meta in metas))
    expect ('it goes by its codename', next (meta['name'] for meta in metas if meta['id'] == ACCOUNT) == 'Razorbill')
    expect ('a search within it', desktop.find ('razorbill', before=found) and not desktop.find ('razorbill', 'qqqq', before=found))

    everything = ' '.join (desktop.shown ('workshop') + desktop.shown ('onboarding') + desktop.shown ('byok') + desktop.shown ('a'))
    for kind in ('Task · ', 'Plan · ', 'Reference'):
        expect (f'there is a {kind}', kind in everything)
    for name, in home.rows ("SELECT name FROM account WHERE codename IS NOT NULL"):
        expect (f'“{name}” is not shown', name not in everything)
        for words in ([name], name.split ()[:1], [name.split ()[0][:5]]):
            expect (f'{words} finds nothing', all ('quarterdeck://entry/' in uri for uri in desktop.find (*words)))
    expect ('one that is not sealed is found', any ('Larkspindle' in line for line in desktop.shown ('larksp')))
    expect ('there is no window', not app.look_for_window ())

    desktop.call ('ActivateResult', '(sasu)', ACCOUNT, ['razor'], 0)
    app.show ()
    app.wait_text ('What Is Next')
    desktop.call ('LaunchSearch', '(asu)', ['bring', 'your', 'own'], 0)
    app.wait ('dialog')
    app.wait_text (r'Bring your own key')
    app.close_dialog ()
    app.quit ()


def search_is_off (home):
    """As long as nobody has asked for it."""
    home.command ('import', '--sample')
    install (home)
    desktop = Search ()
    expect ('nothing is found', desktop.find ('razorbill') == [])
    expect ('nothing is said', desktop.metas ([ACCOUNT]) == [])
    Activated (home).kill ()


class Notifications:
    """What shows them, as far as one application needs it."""

    XML = """<node><interface name='org.freedesktop.Notifications'>
      <method name='Notify'><arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='s' direction='in'/>
        <arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='as' direction='in'/>
        <arg type='a{sv}' direction='in'/><arg type='i' direction='in'/><arg type='u' direction='out'/></method>
      <method name='CloseNotification'><arg type='u' direction='in'/></method>
      <method name='GetCapabilities'><arg type='as' direction='out'/></method>
      <method name='GetServerInformation'><arg type='s' direction='out'/><arg type='s' direction='out'/>
        <arg type='s' direction='out'/><arg type='s' direction='out'/></method>
      <signal name='ActionInvoked'><arg type='u'/><arg type='s'/></signal>
      <signal name='NotificationClosed'><arg type='u'/><arg type='u'/></signal>
    </interface></node>"""

    def __init__ (self):
        self.shown, self.closed, self.count = {}, [], 0
        self.bus = Gio.bus_get_sync (Gio.BusType.SESSION)
        interface = Gio.DBusNodeInfo.new_for_xml (self.XML).interfaces[0]
        self.bus.register_object ('/org/freedesktop/Notifications', interface, self.called, None, None)
        daemon ('RequestName', GLib.Variant ('(su)', ('org.freedesktop.Notifications', 0)))

    def called (self, bus, sender, path, interface, method, arguments, invocation):
        answers = {'GetCapabilities': GLib.Variant ('(as)', (['actions', 'body', 'persistence'],)),
                   'GetServerInformation': GLib.Variant ('(ssss)', ('test', 'test', '1', '1.2'))}
        if method == 'Notify':
            self.count += 1
            self.shown[self.count] = f'{arguments[3]} | {arguments[4]}'
            answers[method] = GLib.Variant ('(u)', (self.count,))
        elif method == 'CloseNotification':
            self.closed.append (self.shown.pop (arguments[0], None))
        invocation.return_value (answers.get (method))

    def wait (self, what, condition):
        def look ():
            while GLib.MainContext.default ().iteration (False):
                pass
            return condition ()
        return wait_for (what, look)

    def find (self, words):
        return next ((number for number, line in self.shown.items () if words in line), None)

    def click (self, number):
        self.bus.emit_signal (None, '/org/freedesktop/Notifications', 'org.freedesktop.Notifications', 'ActionInvoked',
                              GLib.Variant ('(us)', (number, 'default')))


def notifications (home):
    """Of a promise that is due: by codename, once, leads to its page, and taken back when it no longer holds."""
    home.command ('import', '--sample')
    shell = Notifications ()
    database = sqlite3.connect (home.database)
    database.execute ("UPDATE follow_up SET done = '2026-01-01' WHERE done IS NULL")
    day = datetime.datetime.now (datetime.timezone.utc).date ().isoformat ()
    database.execute ("UPDATE follow_up SET done = NULL, due = ?, what = 'Send Volquarra the plan' WHERE id = "
                      "(SELECT min (id) FROM follow_up WHERE account = ?)", (day, int (ACCOUNT[-16:], 16)))
    database.commit ()
    database.close ()

    app = home.start ()
    app.wait ('list item', 'Accounts')
    shell.wait ('nothing, unasked', lambda: not shell.shown)
    app.quit ()

    settings (home, notifications='true')
    app = home.start ()
    number = shell.wait ('the promise', lambda: shell.find ('Send Razorbill the plan'))
    expect ('no name', not any ('Volquarra' in line for line in shell.shown.values ()))
    expect ('whose it is', shell.shown[number].startswith ('Razorbill: '))
    shell.click (number)
    app.wait_text ('What Is Next')
    count = shell.count
    app.quit ()

    app = home.start ()
    app.wait_text ('What Is Next')
    shell.wait ('each once', lambda: shell.count == count)
    kept = home.path / 'config/glib-2.0/settings/keyfile'
    expect ('that is kept', 'follow-up-' in kept.read_text ())
    app.activate ('win.remove-sample')
    wait_for ('it to be taken back', lambda: 'follow-up-' not in kept.read_text ())
    app.quit ()


run (links, a_link_starts_it, actions, search, search_is_off, notifications)
