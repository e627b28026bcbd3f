#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A ticket written down and its request for attention copied, by keys alone: under the codename, and under no other name."""

from drive import Failure, run, states, text, wait_for, walk

NAMES = ('Volquarra', 'volquarra')
TICKETS = "SELECT number, subject, stalled, starred_at FROM ticket WHERE number = ?"


def expect (what, found, expected):
    if found != expected:
        raise Failure (f'{what}: {found!r} instead of {expected!r}')


def focus_on (app, name, *keys):
    """Presses one key again and again until that is where the focus is."""
    for _ in range (60):
        if any ((each.get_name () or '').startswith (name) for each in walk (app.root) if 'focused' in states (each)):
            return
        app.key (*keys)
    raise Failure (f'“{name}” is not reached by {keys}')


def clipboard (app):
    """What is on it, as it is pasted into a search; that is left again."""
    app.key ('ctrl+5')
    app.wait ('page tab', 'Tickets')
    app.key ('ctrl+f')
    entry = app.wait_focus ('entry', 'Search Support')
    app.key ('ctrl+a', 'ctrl+v')
    pasted = wait_for ('what was copied', lambda: text (app.focused ()))
    app.key ('ctrl+a', 'Delete')
    wait_for ('the search to be empty', lambda: not text (entry))
    app.key ('Escape')
    return pasted


def check (request, *lines):
    for line in lines:
        if line not in request:
            raise Failure (f'“{line}” is not in what was copied: {request!r}')
    for name in NAMES:
        if name in request:
            raise Failure (f'“{name}” is in what was copied: {request!r}')


def copied_from_the_page (home):
    """The one that is to be asked about, found by its number, opened, and copied from where it says why."""
    home.command ('import', '--sample')
    app = home.start ()
    app.wait_text ('Razorbill')
    app.key ('ctrl+5')
    app.wait_text ('Ask for Attention Now')
    app.key ('ctrl+f')
    app.wait_focus ('entry', 'Search Support')
    app.type ('610101')
    app.key ('Return')
    app.wait_focus ('list item', 'Pushes time out after emergency maintenance.*')
    app.key ('Return')
    app.wait ('dialog', 'Ticket')
    app.wait_text ('Before You Ask')
    app.wait_focus ('button', 'Copy Request')
    app.key ('ctrl+shift+c')
    app.close_dialog ()
    check (clipboard (app), 'Ticket: 610101', 'Customer: Razorbill', 'Strong dissatisfaction', 'Business reason')
    app.quit ()
    for each in home.running:
        expect ('What it complained of', each.said (), '')


def written_down (home):
    """From the account: a new ticket, what speaks for a request, and the request."""
    home.command ('import', '--sample')
    app = home.start ()
    app.wait_text ('Razorbill')
    app.key ('ctrl+k')
    app.wait ('dialog')
    app.type ('razorbill')
    app.wait_text ('Razorbill')
    app.key ('Return')
    app.wait ('page tab', 'Overview')
    app.key ('alt+6')
    app.wait_text ('Upgrade Assistance')
    focus_on (app, 'Ticket', 'Tab')
    app.key ('Return')
    app.wait ('dialog', 'New Ticket')
    app.wait_focus ('text', 'Number')
    app.type ('610200')
    app.key ('Tab')
    app.wait_focus ('text', 'Subject')
    app.type ('Mirrors stand still')
    focus_on (app, 'Stalled', 'Tab')
    app.key ('space')
    app.key ('ctrl+Return')
    app.wait_gone ('dialog', 'New Ticket')
    expect ('The ticket', home.rows (TICKETS, '610200'), [('610200', 'Mirrors stand still', 1, None)])

    app.wait_text ('Mirrors stand still')
    focus_on (app, 'Mirrors stand still', 'Tab')
    app.key ('ctrl+shift+c')
    app.wait_text ('Request copied')
    check (clipboard (app), 'Ticket: 610200', 'Customer: Razorbill', 'Subject: Mirrors stand still', 'Reason: Stalled')
    app.key ('ctrl+z')
    wait_for ('the ticket to be gone', lambda: home.rows (TICKETS, '610200') == [])
    app.quit ()
    for each in home.running:
        expect ('What it complained of', each.said (), '')


run (copied_from_the_page, written_down)
