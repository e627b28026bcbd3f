#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""“When is the next maintenance for Razorbill, and on which version will they be?”: asked of the sample, by keys alone."""

import datetime
import json
import re
import zoneinfo

from drive import Failure, run, states, text, wait_for, walk

CODENAME = 'Razorbill'
NAME = 'Volquarra'
HERE = 'America/New_York'
THERE = 'Europe/Zurich'
TENANTS = '''SELECT tenant.version FROM tenant JOIN account ON account.id = tenant.account WHERE account.codename = ?'''


def expect (what, found, expected):
    if found != expected:
        raise Failure (f'{what}: {found!r} instead of {expected!r}')


def next_tuesday (now):
    """The window of EMEA as GitLab publishes it: Tuesdays, 01:00 to 05:00 UTC; the one that goes on counts."""
    day = now.replace (hour=0, minute=0, second=0, microsecond=0)
    while day.weekday () != 1 or day + datetime.timedelta (hours=5) <= now:
        day += datetime.timedelta (days=1)
    return day + datetime.timedelta (hours=1), day + datetime.timedelta (hours=5)


def say (begins, ends, zone):
    """As people read it there; Python knows the zones by itself."""
    first, last = begins.astimezone (zone), ends.astimezone (zone)
    until = last.strftime ('%H:%M %Z' if first.date () == last.date () else '%a %H:%M %Z')
    return f'{first:%a}, {first.day} {first:%b %Y, %H:%M}–{until}'


def open_tenant (app):
    """From anywhere: found by its codename, then its tenant by way of the account."""
    app.wait ('table row', f'{CODENAME}.*')
    app.key ('ctrl+k')
    app.wait_focus ('entry')
    app.type (CODENAME)
    app.wait ('list item', f'{CODENAME}.*')
    app.key ('Return')
    app.wait_text ('Next Maintenance')
    app.key ('alt+6')
    app.wait_focus ('button', 'New Tenant')
    app.key ('Tab')
    app.wait_focus ('list item', 'Tenant')
    app.key ('Return')
    app.wait ('page tab', 'Maintenance')
    app.wait_text ('Versions')


def read_row (app, title):
    """What stands below TITLE in a row, as whoever hears the page is told."""
    def look ():
        for row in app.find_all ('list item', title):
            words = [each.get_name () for each in walk (row) if each.get_role_name () == 'label' and each.get_name () != title]
            if words:
                return words[0]
        return None
    return wait_for (f'the row “{title}”', look)


def asked (home):
    home.extra['TZ'] = HERE
    home.command ('import', '--sample', '--database', home.database)
    app = home.start ()
    open_tenant (app)
    said = json.loads (home.command ('dedicated', 'next', CODENAME, '--json'))[0]
    begins, ends = next_tuesday (datetime.datetime.now (datetime.timezone.utc))

    expect ('When it is', read_row (app, 'UTC'), say (begins, ends, datetime.timezone.utc))
    expect ('When it is there', read_row (app, f'Customer · {THERE}'), say (begins, ends, zoneinfo.ZoneInfo (THERE)))
    expect ('When it is here', read_row (app, f'Me · {HERE}'), say (begins, ends, zoneinfo.ZoneInfo (HERE)))
    expect ('When the command line says it is', said['start'], f'{begins:%Y-%m-%dT%H:%M:%SZ}')
    version = read_row (app, 'Version Then')
    expect ('The version then', re.findall (r'\d+\.\d+', version)[-1], said['version_after'])
    if not re.fullmatch (r'in .*(day|hour|minute).*|Now, over in .*', read_row (app, 'When')):
        raise Failure (f'How long it is until then: {read_row (app, "When")!r}')

    # Which version on that day, asked by typing it
    app.key ('ctrl+f')
    app.wait_focus ('text', 'On Day…')
    app.type (f'{begins.date () + datetime.timedelta (days=1)}')
    app.key ('Return')
    wait_for ('the version of the day after', lambda: said['version_after'] in [
        each.get_name () for each in app.find_all ('label')])

    # As a calendar for colleagues
    path = home.path / 'windows.ics'
    app.key ('ctrl+e')
    app.wait_text ('Export Windows for Whom')
    app.key ('Return')
    app.choose_file (path)
    app.wait_text ('Windows exported')
    calendar = path.read_text ()
    expect ('Whose windows these are', re.findall (r'SUMMARY:(\w+)', calendar)[0], CODENAME)
    expect ('When the first is', re.findall (r'DTSTART:(\S+)', calendar)[0], f'{begins:%Y%m%dT%H%M%SZ}')
    expect ('Whether the customer’s name is in it', NAME in calendar, False)

    # The real name is nowhere on the way.
    shown = [each.get_name () or '' for each in walk (app.root) if 'showing' in states (each)]
    expect ('Where the customer’s name stands', [each for each in shown if NAME in each], [])
    app.quit ()
    for each in home.running:
        expect ('What it complained of', each.said (), '')


def corrected (home):
    """What Switchboard shows is typed in on the next view; one undo takes it back."""
    home.command ('import', '--sample', '--database', home.database)
    before = home.rows (TENANTS, CODENAME)
    app = home.start ()
    open_tenant (app)
    app.key ('alt+2')
    app.wait_text ('Identity')

    # What says who the customer is is shut until it is opened.
    expect ('What is open', [each.get_name () for each in app.find_all ('list item') if each.get_name () == 'Tenant Name'], [])
    app.wait_focus ('toggle button', 'Real Names')
    app.key ('space')

    # It is locked: Enter asks, and Escape leaves it.
    for _ in range (10):
        app.key ('Tab')
        if any (each.get_name () == 'Tenant Name' for each in app.find_all ('list item') if 'focused' in states (each)):
            break
    app.wait_focus ('list item', 'Tenant Name')
    app.key ('Return')
    app.wait_text ('Correct “Tenant Name”')
    app.key ('Escape')
    app.wait_focus ('list item', 'Tenant Name')
    for _ in range (40):
        app.key ('Tab')
        if any ((each.get_name () or '') == 'Version' for each in app.find_all ('text') if 'focused' in states (each)):
            break
    field = app.wait_focus ('text', 'Version')
    expect ('What is in it', text (field), before[0][0])
    app.key ('ctrl+a')
    app.type ('19.9')
    app.key ('Return')
    wait_for ('the version to be kept', lambda: home.rows (TENANTS, CODENAME) == [('19.9',)])
    app.key ('alt+1')
    app.wait_text ('19.9')
    app.key ('ctrl+z')
    wait_for ('it to be as it was', lambda: home.rows (TENANTS, CODENAME) == before)
    app.quit ()
    for each in home.running:
        expect ('What it complained of', each.said (), '')


run (asked, corrected)
