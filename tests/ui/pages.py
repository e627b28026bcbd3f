# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page of Quarterdeck on the sample portfolio, and how to come to it: for pictures and for what is true of all.

The application knows nothing of it: it opens where its settings say that it was left, and is brought to the rest by its
keys and by its actions on the session bus. To have another page looked at, add it to PAGES.
"""

import pathlib
import sqlite3
import subprocess

from drive import APP_PATH, GLib, press, states, wait_for

# Of the sample: who has the most to show, and a plan near its end
ACCOUNT = 'account:49b16d2ec13da58a'
ACCOUNT_ID = int (ACCOUNT.partition (':')[2], 16)
PLAN = 'plan:301a1f98192973a6'
ACCELERATOR = 'plan:4b3bfa3586a20548'
TENANT = 'tenant:43ed607469403927'
MIGRATING = 'tenant:58b7c3e9f01cd7c2'
ONBOARDING = 'plan:66d4a1cba6525399'

# A text that is there when the page is
SIGNS = {'accounts': 'Basalt', 'plans': 'Onboarding', 'accelerators': 'Timeline', 'dedicated': 'Razorbill', 'support': 'Tickets',
         'reference': 'Search the reference|All Categories', 'history': 'Search the History',
         ACCOUNT: 'Razorbill', PLAN: 'Dedicated for Government',
         ACCELERATOR: 'pipelines that pay', ONBOARDING: 'Dedicated onboarding', TENANT: 'Razorbill', MIGRATING: 'Basalt',
         None: 'No Accounts|Could Not Be Opened'}

BORDER = 5      # what GTK draws around a window where nothing composes shadows

# As Salesforce writes them, with something to ask about
ROSTER = '''\
Account Name,Success Tier,Deployment,Renewal Date,Current ARR,CSM
"Ostrelund Ferries, Ltd",Essentials,Self-managed,03/04/2027,"EUR 84,000.00",Maren Okafor
Volquarra Re,Signature,Dedicated,31/08/2027,"EUR 1,250,000.00",Maren Okafor
Miravane Observatory,Advanced,GitLab.com,12/11/2027,"USD 210,500.00",Henrik Solheim
Kestrelmoor Bank,Platinum,Dedicated,30/02/2027,"USD 99,000.00",Henrik Solheim
'''


# As Microsoft Project writes it, for an account of the sample
PROJECT = pathlib.Path (__file__).parents[1].joinpath ('data/exports/foreign.xml').read_text ()


def key (*keys):
    return lambda app, home: app.key (*keys)


def click (x, y):
    return lambda app, home: subprocess.run (['xdotool', 'mousemove', str (x), str (y), 'click', '1'], check=True)


def scroll (x, y, n):
    return lambda app, home: subprocess.run (['xdotool', 'mousemove', str (x), str (y), 'click', '--repeat', str (n), '5'],
                                             check=True)


def action (name, *parameter):
    return lambda app, home: app.activate (name, *parameter)


def import_file (name, content):
    def step (app, home):
        path = home.path / name
        path.write_text (content)
        app.activate ('win.import-file', GLib.Variant ('s', str (path)))
    return step


def log_event (app, home):
    task = home.rows ("SELECT task.id FROM task JOIN plan ON plan.id = task.plan WHERE plan.account = ? AND "
                      "task.kind = 'workshop' ORDER BY task.start LIMIT 1", ACCOUNT_ID)[0][0]
    app.activate ('win.log-event', GLib.Variant ('x', task))


def hold (key):
    return lambda app, home: subprocess.run (['xdotool', 'keydown', key], check=True)


def let_out (app, home):
    for reason in ('The board asked for it by name', 'Legal needs the contract partner'):
        home.command ('export', 'account', ACCOUNT.partition (':')[2], '--format', 'json', '--audience', 'internal',
                      '--reason', reason, '-o', home.path / 'account.json')


def import_plan (app, home):
    path = home.path / 'plan.json'
    home.command ('export', 'plan', PLAN.partition (':')[2], '--format', 'json', '--audience', 'internal', '-o', path)
    app.activate ('win.import-file', GLib.Variant ('s', str (path)))


def change (app, home):
    """Two fields of an account, as a person changes them."""
    app.activate ('win.open-account', GLib.Variant ('x', ACCOUNT_ID))
    app.wait ('text', 'Next Step')
    while not any ('focused' in states (each) for each in app.find_all ('text', 'Next Step')):
        app.key ('Tab')
    for words in ('Ask for the date of the board', 'Send the summary of the workshop'):
        app.key ('ctrl+a')
        app.type (words)
        app.key ('Return')
        wait_for (f'“{words}” to be saved', lambda: home.rows ('SELECT 1 FROM account WHERE next_step = ?', words))


def other_window (app, home):
    """The one that was opened last is looked at, and is as large as the first was."""
    app.window = (set (app.windows ()) - {app.window}).pop ()


# Something for the history to show
CHANGES = (change,)

# Through the steps of an accelerator, as far as the keys go
MODULES = (key ('ctrl+n'), lambda app, home: app.wait_text ('Search accounts'), key ('Return'),
           lambda app, home: app.wait_text ('Introduction to CI/CD'), key ('space'), key ('Down'), key ('Down'), key ('space'))
SCHEDULE = (key ('Return'), lambda app, home: app.wait_text ('Twelve Weeks'))

# A plan over time, with the focus on its bars
ON_CHART = (key ('alt+3'), lambda app, home: app.wait ('list item', 'Discovery workshop'))


def add_plan (app, home):
    home.command ('new-plan', '--account', 'feldspar', '--template', 'dedicated-onboarding', '--start', '2026-12-01')


# The dialog of backups, once the one of the start is made
BACKUPS = (action ('win.backups'), lambda app, home: app.wait_text ('To Restore'), lambda app, home: app.wait_text ('Backed up|No change'))


def damage (home, database, table, *backups):
    """The database as a bad disk leaves it, after an unclean end if it is to be seen at once."""
    for path in (home.database, *[home.database.parent / 'backups' / name for name in backups]):
        path.parent.mkdir (mode=0o700, exist_ok=True)
        path.unlink (missing_ok=True)
        source = sqlite3.connect (database)
        source.execute ('VACUUM INTO ?', [str (path)])
        source.close ()
    source = sqlite3.connect (home.database)
    page = source.execute ('SELECT rootpage FROM sqlite_schema WHERE name = ?', [table]).fetchone ()[0]
    source.close ()
    with open (home.database, 'r+b') as file:
        file.seek ((page - 1) * 4096)
        file.write (b'Z' * 4096)


def damage_at_start (home, database):
    damage (home, database, 'task', 'quarterdeck-2026-11-20T0900Z.db')
    home.database.with_name ('quarterdeck.db-wal').write_bytes (b'not a log')


def damage_unseen (home, database):
    damage (home, database, 'health_account')


def remove_file (app, home):
    home.database.unlink ()


# What happens to the database before the start
BEFORE = {'damaged': damage_at_start, 'salvaged': damage_at_start, 'damage-found': damage_unseen}

# The name of the picture, the place, what is done there
PAGES = (
    ('first-start', None),
    ('accounts', 'accounts'),
    ('accounts-search', 'accounts', key ('ctrl+f'), lambda app, home: app.type ('ma')),
    ('accounts-selected', 'accounts', key ('ctrl+f'), lambda app, home: app.wait_focus ('entry'), key ('Escape'),
     key ('shift+Down'), key ('shift+Down')),
    ('accounts-sealed', 'accounts', hold ('F8')),
    ('new-account', 'accounts', key ('ctrl+n')),
    ('account-overview', ACCOUNT),
    ('account-people', ACCOUNT, key ('alt+2')),
    ('account-plans', ACCOUNT, key ('alt+3')),
    ('account-activity', ACCOUNT, key ('alt+4')),
    ('account-notes', ACCOUNT, key ('alt+5')),
    ('account-support', ACCOUNT, key ('alt+6')),
    ('tenant', TENANT),
    ('tenant-facts', TENANT, key ('alt+2')),
    ('tenant-onboarding', MIGRATING, key ('alt+3')),
    ('tenant-maintenance', TENANT, key ('ctrl+n')),
    ('account-sealed', ACCOUNT, hold ('F8')),
    ('account-export', ACCOUNT, key ('ctrl+e')),
    ('export-hits', ACCOUNT, key ('alt+1'), lambda app, home: app.type ('Ask Volquarra for volquarra.example'), key ('Return'),
     key ('ctrl+e'), lambda app, home: app.wait_text ('Colleagues'), lambda app, home: press (app.wait ('button', 'Export…')),
     lambda app, home: app.wait_text ('What Was Found')),
    ('disclosures', 'accounts', let_out, action ('win.disclosures'), lambda app, home: app.wait_text ('Legal needs')),
    ('plans', 'plans'),
    ('plan-board', PLAN, key ('alt+1')),
    ('plan-table', PLAN, key ('alt+2')),
    ('plan-timeline', PLAN, key ('alt+3')),
    ('timeline', ACCELERATOR, *ON_CHART),
    ('timeline-near', ACCELERATOR, *ON_CHART, *[key ('ctrl+plus')] * 4, key ('t')),
    ('timeline-hours', ACCELERATOR, *ON_CHART, *[key ('ctrl+plus')] * 11, key ('t')),
    ('timeline-far', ACCELERATOR, *ON_CHART, *[key ('ctrl+minus')] * 9),
    ('timeline-compared', ACCELERATOR, *ON_CHART, click (1004, 160), key ('Down', 'Return')),
    ('timeline-moved', ACCELERATOR, *ON_CHART, *[key ('End'), key ('Up'), key ('Up'), key ('Up')], key ('alt+Right')),
    ('timeline-tenant', ACCELERATOR, *ON_CHART, *[key ('ctrl+plus')] * 2, key ('t')),
    ('plan-features', ONBOARDING, key ('alt+1')),
    ('plan-features-table', ONBOARDING, key ('alt+2')),
    ('plan-objectives', PLAN, key ('alt+4')),
    ('plan-details', PLAN, key ('alt+5')),
    ('templates', 'plans', action ('win.open-template', GLib.Variant ('s', 'dedicated-onboarding'))),
    ('plan-task', PLAN, key ('alt+1'), click (1110, 245)),
    ('plan-task-scheduling', PLAN, key ('alt+1'), click (1110, 245), lambda app, home: app.wait_text ('Scheduling'),
     key (*['Tab'] * 26)),
    ('plan-export', PLAN, key ('ctrl+e')),
    ('plan-export-timeline', PLAN, key ('ctrl+e'), lambda app, home: app.wait_text ('Colleagues'), click (440, 477)),
    ('plan-export-losses', PLAN, key ('ctrl+e'), lambda app, home: app.wait_text ('Colleagues'), scroll (640, 600, 30),
     click (440, 380)),
    ('plan-export-calendar', PLAN, key ('ctrl+e'), lambda app, home: app.wait_text ('Colleagues'), scroll (640, 600, 30),
     click (440, 663)),
    ('new-plan', 'plans', key ('ctrl+n')),
    ('accelerators', 'accelerators'),
    ('catalogue', 'accelerators', key ('alt+2')),
    ('catalogue-open', 'accelerators', key ('alt+2'), key ('ctrl+f'), lambda app, home: app.type ('runner'),
     lambda app, home: app.wait_text ('Runner fleet'), key ('Return'), key ('Return')),
    ('catalogue-new', 'accelerators', key ('alt+2'), key ('ctrl+n')),
    ('dedicated', 'dedicated'),
    ('dedicated-releases', 'dedicated', key ('alt+2')),
    ('dedicated-people', 'dedicated', key ('alt+3')),
    ('dedicated-features', 'dedicated', key ('alt+4'), key ('ctrl+f'), lambda app, home: app.type ('rails'),
     lambda app, home: app.wait_text ('Rails console'), key ('Return'), key ('Return')),
    ('dedicated-facts', 'dedicated', key ('alt+5'), lambda app, home: app.wait_text ('Americas'), key ('Tab', 'Tab', 'Tab'),
     key ('Return')),
    ('dedicated-fact', 'dedicated', key ('alt+5'), lambda app, home: app.wait_text ('Americas'), key ('ctrl+n')),
    ('accelerator-account', 'accelerators', key ('ctrl+n')),
    ('accelerator-modules', 'accelerators', *MODULES),
    ('accelerator-schedule', 'accelerators', *MODULES, *SCHEDULE),
    ('accelerator-preview', 'accelerators', *MODULES, *SCHEDULE, key ('Return')),
    ('support', 'support'),
    ('support-ticket', 'support', key ('ctrl+f'), lambda app, home: app.type ('610101'), key ('Return'), key ('Return'),
     lambda app, home: app.wait_text ('Before You Ask')),
    ('support-new', 'support', key ('ctrl+n')),
    ('support-escalations', 'support', key ('alt+2')),
    ('support-upgrades', 'support', key ('alt+3')),
    ('support-upgrade', 'support', key ('alt+3'), key ('Return')),
    ('support-account', ACCOUNT, key ('alt+6')),
    ('support-empty', 'support', action ('win.remove-sample'), lambda app, home: app.wait_text ('No Tickets Yet')),
    ('reference', 'reference'),
    ('reference-search', 'reference', lambda app, home: app.wait_focus ('entry'), lambda app, home: app.type ('rails con')),
    ('reference-entry', 'reference', lambda app, home: app.wait_focus ('entry'),
     lambda app, home: app.type ('when is maintenance'), lambda app, home: app.wait_text ('Emergency'), key ('Return')),
    ('reference-dialog', ACCOUNT, action ('win.open-entry', GLib.Variant ('s', 'byok'))),
    ('reference-new', 'reference', key ('ctrl+n')),
    ('history', 'history', *CHANGES, key ('ctrl+h'), lambda app, home: app.wait ('list item', '.*Ask for the.*'), key ('ctrl+f'),
     lambda app, home: app.wait_focus ('entry'), key ('Return'), lambda app, home: app.wait_focus ('list item'), key ('Return'),
     lambda app, home: app.wait_focus ('button', 'Revert')),
    ('history-filter', 'history', *CHANGES, key ('ctrl+h'), lambda app, home: press (app.wait ('toggle button', 'Filter')),
     lambda app, home: app.wait_text ('All Accounts')),
    ('history-since', ACCOUNT, *CHANGES, action ('win.since', GLib.Variant ('x', ACCOUNT_ID)),
     lambda app, home: app.wait_text ('Since')),
    ('history-as-of', 'accounts', *CHANGES, action ('win.as-of'), lambda app, home: app.wait_focus ('text', 'Day'),
     lambda app, home: app.type ('today'), key ('Return'), lambda app, home: app.wait_text ('As it was on'), other_window),
    ('past-account', 'accounts', *CHANGES, action ('win.as-of'), lambda app, home: app.wait_focus ('text', 'Day'),
     lambda app, home: app.type ('today'), key ('Return'), lambda app, home: app.wait_text ('As it was on'), other_window,
     action ('win.show', GLib.Variant ('s', ACCOUNT)), lambda app, home: app.wait_text ('What Is Next')),
    ('palette', 'accounts', key ('ctrl+k'), lambda app, home: app.wait_focus ('entry')),
    ('palette-command', 'accounts', key ('ctrl+k'), lambda app, home: app.wait_focus ('entry'), lambda app, home: app.type ('new'),
     lambda app, home: app.wait_text ('New plan')),
    ('quick-add', PLAN, key ('ctrl+t'), lambda app, home: app.wait_focus ('text'),
     lambda app, home: app.type ('Send the runner sizing guide @sponsor next friday !call'), lambda app, home: app.wait_text ('Call')),
    ('quick-add-empty', 'accounts', key ('ctrl+t'), lambda app, home: app.wait_focus ('text')),
    ('quick-add-problem', 'accounts', key ('ctrl+t'), lambda app, home: app.wait_focus ('text'),
     lambda app, home: app.type ('Send the runner sizing guide #onboarding fri'), lambda app, home: app.wait_text ('may be')),
    ('find', 'accounts', key ('ctrl+k'), lambda app, home: app.wait_focus ('entry'), lambda app, home: app.type ('geo'),
     lambda app, home: app.wait_text ('Geo')),
    ('import-csv', 'accounts', import_file ('roster.csv', ROSTER)),
    ('import-json', 'accounts', import_plan),
    ('import-project', 'accounts', import_file ('rollout.xml', PROJECT)),
    ('menu', 'accounts', key ('F10')),
    ('calendar', ACCOUNT, action ('win.edit-calendar', GLib.Variant ('x', ACCOUNT_ID))),
    ('calendar-closure', ACCOUNT, action ('win.edit-calendar', GLib.Variant ('x', ACCOUNT_ID)),
     lambda app, home: press (app.wait ('button', 'Add…'))),
    ('calendar-ours', 'accounts', action ('win.edit-calendar', GLib.Variant ('x', 0))),
    ('account-event', ACCOUNT, key ('alt+4'), log_event),
    ('backups', 'accounts', *BACKUPS),
    ('backups-restore', 'accounts', *BACKUPS, add_plan, click (640, 352),
     lambda app, home: app.wait_text ('Phase')),
    ('preferences', 'accounts', action ('app.preferences')),
    ('shortcuts', 'accounts', action ('app.shortcuts')),
    ('help', 'accounts', action ('app.help')),
    ('help-tour', 'accounts', action ('app.help-topic', GLib.Variant ('s', 'tour'))),
    ('help-desktop', 'accounts', action ('app.help-topic', GLib.Variant ('s', 'desktop'))),
    ('link-nowhere', 'accounts', action ('app.open-link', GLib.Variant ('s', 'quarterdeck://attic'))),
    ('about', 'accounts', action ('app.about')),
    ('failure', None, None),
    ('damaged', None, lambda app, home: app.wait_text ('Restore the Backup')),
    ('salvaged', None, lambda app, home: press (app.wait ('button', 'Salvage What Is Readable…')),
     lambda app, home: app.wait_text ('This Could Be Salvaged')),
    ('damage-found', 'accounts', lambda app, home: app.wait_text ('The database is damaged')),
    ('file-removed', 'accounts', remove_file, key ('ctrl+n'), lambda app, home: app.wait_focus ('text', 'Name'),
     lambda app, home: app.type ('Kestrelmoor Bank'), key ('Return'), lambda app, home: app.wait_text ('was removed or replaced'),
     lambda app, home: app.close_dialog ()),
)


def prepare (home, database, place, steps, size):
    """A home with the portfolio and the settings of somebody who left it at PLACE."""
    home.database.parent.mkdir (parents=True, mode=0o700)
    if place:
        source, target = sqlite3.connect (database), sqlite3.connect (home.database)
        source.backup (target)
        source.close ()
        target.close ()
    elif steps:
        home.database.write_bytes (b'%PDF-1.7\n' + bytes (4096))
    settings = home.path / 'config/glib-2.0/settings/keyfile'
    settings.parent.mkdir (parents=True)
    settings.write_text (f"[{APP_PATH[1:]}]\nplace='{place or 'accounts'}'\nwindow-maximized=false\n")
    toolkit = home.path / 'config/gtk-4.0/settings.ini'
    toolkit.parent.mkdir (parents=True)
    toolkit.write_text ('[Settings]\ngtk-enable-animations=0\ngtk-cursor-blink=0\n'
                        f'gtk-decoration-layout=:close\ngtk-font-name=Inter {size}\n'
                        'gtk-xft-antialias=1\ngtk-xft-hinting=1\ngtk-xft-hintstyle=hintslight\ngtk-xft-rgba=none\n')


def resize (app, width, height):
    subprocess.run (['xdotool', 'windowsize', '--sync', app.window, str (width + 2 * BORDER), str (height + 2 * BORDER)],
                    check=True, capture_output=True)


def open_page (home, database, extent, page, place, *steps, size=11):
    """Starts at PLACE with letters of SIZE points and goes to the page."""
    prepare (home, database, place, steps, size)
    if page in BEFORE:
        BEFORE[page] (home, database)
    app = home.start ()
    resize (app, *extent)
    app.wait_text (SIGNS[place])
    for step in steps:
        if step:
            step (app, home)
    return app


def leave (app):
    subprocess.run (['xdotool', 'keyup', 'F8'], check=True)
    app.activate ('app.quit')
    app.wait_until_ended ()
