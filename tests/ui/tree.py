# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader is told of a window, read at one go.

Asked one by one, a page of a thousand things takes seconds; here all the questions of a level are on their way at once.
"""

import dataclasses

from drive import Atspi, Failure, Gio, GLib, wait_for

ACCESSIBLE = 'org.a11y.atspi.Accessible'
ROOT = '/org/a11y/atspi/accessible/root'
STATES = {int (getattr (Atspi.StateType, name)): getattr (Atspi.StateType, name).value_nick
          for name in dir (Atspi.StateType) if name.isupper ()}


@dataclasses.dataclass
class Node:
    path: str
    role: str = ''
    name: str = ''
    description: str = ''
    states: frozenset = frozenset ()
    size: tuple = (0, 0)
    text: str = ''
    children: list = dataclasses.field (default_factory=list)
    parent: 'Node' = None

    def walk (self):
        yield self
        for child in self.children:
            yield from child.walk ()

    def above (self):
        node = self.parent
        while node:
            yield node
            node = node.parent

    def has (self, *states):
        return self.states.issuperset (states)

    def place (self):
        """Where it is, as far as what is above it has names."""
        named = [f'{each.role} “{each.name}”' for each in reversed ([*self.above ()]) if each.name]
        return ' › '.join ([*named[-3:], f'{self.role} “{self.name}”'])


def decode (words, names):
    return frozenset (names.get (32 * index + bit, '') for index, word in enumerate (words) for bit in range (32)
                      if word >> bit & 1)


def set_role (node, answer):
    node.role = Atspi.role_get_name (Atspi.Role (answer[0]))


def set_names (node, answer):
    node.name, node.description = answer[0].get ('Name', ''), answer[0].get ('Description', '')


def set_states (node, answer):
    node.states = decode (answer[0], STATES)


def set_size (node, answer):
    node.size = answer[0][2:]


def set_text (node, answer):
    node.text = answer[0]


# What is in these is told by their names, and nothing is in these
CLOSED = ('button', 'toggle button', 'check box', 'radio button', 'switch', 'page tab', 'label', 'image', 'icon', 'progress bar',
          'level bar', 'scroll bar', 'separator')
TARGETS = ('button', 'toggle button', 'check box', 'radio button', 'switch', 'link', 'page tab', 'list item', 'text', 'entry',
           'spin button', 'combo box', 'slider')


class Reader:
    """Of one application."""

    def __init__ (self, app):
        address = Gio.bus_get_sync (Gio.BusType.SESSION).call_sync (
            'org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None, None, 0, 5000, None).unpack ()[0]
        self.bus = Gio.DBusConnection.new_for_address_sync (
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
        self.app = app
        self.name = wait_for ('its name on the bus', self.look)
        self.awaited = 0

    def look (self):
        found = self.bus.call_sync ('org.a11y.atspi.Registry', ROOT, ACCESSIBLE, 'GetChildren', None, None, 0, 5000, None)
        for name, _ in found.unpack ()[0]:
            pid = self.bus.call_sync ('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus',
                                      'GetConnectionUnixProcessID', GLib.Variant ('(s)', (name,)), None, 0, 5000, None)
            if pid.unpack ()[0] == self.app.process.pid:
                return name
        return None

    def ask (self, node, interface, method, arguments, take):
        """TAKE has the answer; what is gone by now has none."""
        def done (bus, result):
            self.awaited -= 1
            try:
                answer = bus.call_finish (result).unpack ()
            except GLib.Error:
                return
            take (node, answer)
        self.awaited += 1
        self.bus.call (self.name, node.path, interface, method, arguments, None, 0, 5000, None, done)

    def wait (self):
        context = GLib.MainContext.default ()
        while self.awaited:
            context.iteration (True)

    def look_at (self, nodes):
        """Those of NODES that are shown, with all that is asked of them but what is in them."""
        for node in nodes:
            self.ask (node, ACCESSIBLE, 'GetState', None, set_states)
        self.wait ()
        shown = [node for node in nodes if node.has ('showing') or node.path == ROOT]
        for node in shown:
            self.ask (node, ACCESSIBLE, 'GetRole', None, set_role)
            self.ask (node, 'org.freedesktop.DBus.Properties', 'GetAll', GLib.Variant ('(s)', (ACCESSIBLE,)), set_names)
        self.wait ()
        for node in shown:
            if node.role in TARGETS:
                self.ask (node, 'org.a11y.atspi.Component', 'GetExtents', GLib.Variant ('(u)', (1,)), set_size)
            if node.role in ('text', 'entry'):
                self.ask (node, 'org.a11y.atspi.Text', 'GetText', GLib.Variant ('(ii)', (0, 100000)), set_text)
        return shown

    def read (self):
        root = Node (ROOT)
        level = [root]

        def set_children (node, answer):
            node.children = [Node (path, parent=node) for name, path in answer[0] if name == self.name]

        while level:
            level = self.look_at (level)
            for node in level:
                if node.role not in CLOSED:
                    self.ask (node, ACCESSIBLE, 'GetChildren', None, set_children)
            self.wait ()
            for node in level:
                if node.parent is None or node.role:
                    continue
                node.parent.children.remove (node)
            level = [child for node in level for child in node.children]
        self.prune (root)
        if not root.children:
            raise Failure ('The application has no window')
        return root

    def prune (self, node):
        node.children = [child for child in node.children if child.role and child.has ('showing')]
        for child in node.children:
            self.prune (child)

    def settled (self):
        """Read until it is the same twice."""
        reads = []

        def look ():
            self.app.alive ()
            root = self.read ()
            reads.append ([(n.path, n.role, n.name, n.states, n.text) for n in root.walk ()])
            return root if len (reads) > 1 and reads[-1] == reads[-2] else None

        return wait_for ('the page to settle', look)
