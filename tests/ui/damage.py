#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A damaged database: what is offered is done with keys alone, and the application goes on without a restart."""

import os
import pathlib
import re
import sqlite3

from drive import Failure, press, run, text, wait_for

# What is made here is the person's alone, as what the app makes is; of other files it would say so.
os.umask (0o077)


def make (home):
    """The sample, as the application keeps it."""
    home.command ('import', '--sample')
    checkpoint (home.database)


def checkpoint (path):
    database = sqlite3.connect (path)
    database.execute ('PRAGMA wal_checkpoint (TRUNCATE)')
    database.close ()


def back_up (home, name):
    folder = home.database.parent / 'backups'
    folder.mkdir (mode=0o700, exist_ok=True)
    database = sqlite3.connect (home.database)
    database.execute ('VACUUM INTO ?', [str (folder / name)])
    database.close ()


def root_of (path, table):
    database = sqlite3.connect (path)
    page = database.execute ('SELECT rootpage FROM sqlite_schema WHERE name = ?', [table]).fetchone ()[0]
    database.close ()
    return page


def overwrite (path, *pages):
    """As a bad disk does, all at once and without a word."""
    with open (path, 'r+b') as file:
        for page in pages:
            file.seek ((page - 1) * 4096)
            file.write (b'Z' * 4096)


def leave_a_log (home):
    """An unclean end, after which the whole file is looked at."""
    pathlib.Path (f'{home.database}-wal').write_bytes (b'not a log')


def follow_new_window (app):
    """The application opens another when it has put another file in place."""
    old = app.window
    app.window = wait_for ('another window', lambda: (found := app.look_for_window ()) and found != old and found)
    app.focus ()


def expect_kept (home, before):
    kept = [path for path in home.database.parent.iterdir () if re.match (r'quarterdeck\.db\.damaged-[-0-9T]+$', path.name)]
    if len (kept) != 1 or kept[0].read_bytes () != before:
        raise Failure (f'The damaged file was not kept as it was: {kept}')
    if home.database.stat ().st_mode & 0o777 != 0o600:
        raise Failure ('Others may read the new file')
    rest = [path.name for path in home.database.parent.iterdir () if 'salvaged' in path.name or 'restored' in path.name]
    if rest:
        raise Failure (f'It left files: {rest}')
    if 'sound' not in home.command ('check'):
        raise Failure ('What took its place is not sound')


def expect_silence (app):
    if app.said ():
        raise Failure (f'It complained: {app.said ()}')


def a_backup_is_restored (home):
    """The newest that is in order: a newer one is damaged itself."""
    make (home)
    names = 'quarterdeck-2023-11-14T0900Z.db', 'quarterdeck-2023-11-15T0900Z.db'
    for name in names:
        back_up (home, name)
    newer = home.database.parent / 'backups' / names[1]
    overwrite (newer, root_of (newer, 'account'))
    overwrite (home.database, root_of (home.database, 'account'))
    leave_a_log (home)
    before = home.database.read_bytes ()
    app = home.start ()
    app.wait_text ('The Database Could Not Be Opened')
    app.wait_focus ('button', 'Restore the Backup of .*14 November 2023')
    app.key ('Return')
    follow_new_window (app)
    app.wait ('table row', 'Razorbill.*')
    app.wait_text ('The damaged file is kept as')
    expect_kept (home, before)
    app.quit ()
    expect_silence (app)


def without_a_backup_it_is_salvaged (home):
    make (home)
    overwrite (home.database, root_of (home.database, 'activity'))
    leave_a_log (home)
    before = home.database.read_bytes ()
    app = home.start ()
    app.wait_focus ('button', 'Salvage What Is Readable…')
    app.key ('Return')
    app.wait_text ('This Could Be Salvaged')
    app.wait_text ('records were salvaged')
    app.wait_focus ('button', 'Go On with What Was Salvaged')
    app.key ('Return')
    follow_new_window (app)
    app.wait ('table row', 'Razorbill.*')
    expect_kept (home, before)
    app.quit ()
    expect_silence (app)


def what_was_salvaged_can_be_discarded (home):
    make (home)
    overwrite (home.database, root_of (home.database, 'activity'))
    leave_a_log (home)
    before = home.database.read_bytes ()
    app = home.start ()
    app.wait_focus ('button', 'Salvage What Is Readable…')
    app.key ('Return')
    app.wait_focus ('button', 'Go On with What Was Salvaged')
    app.key ('Escape')
    wait_for ('the dialog to be gone', lambda: not app.find ('button', 'Go On with What Was Salvaged'))
    names = {path.name for path in home.database.parent.iterdir ()}
    if home.database.read_bytes () != before or not names <= {'quarterdeck.db', 'quarterdeck.db-wal', 'quarterdeck.db-shm'}:
        raise Failure (f'It did not leave things as they were: {names}')
    app.quit ()
    expect_silence (app)


def damage_is_found_while_open (home):
    """The check of the day says so, what is there can be read on, and Recover leads to the same."""
    make (home)
    overwrite (home.database, root_of (home.database, 'health_account'))
    app = home.start ()
    app.wait ('table row', 'Razorbill.*')
    app.wait_text ('The database is damaged. It can be read on')
    app.activate ('win.recover')
    app.wait_text ('The Database Is Damaged')
    app.wait_focus ('button', 'Salvage What Is Readable…')
    app.activate ('win.go-on')
    app.wait ('table row', 'Razorbill.*')
    app.activate ('win.recover')
    app.wait_focus ('button', 'Salvage What Is Readable…')
    app.key ('Return')
    app.wait_focus ('button', 'Go On with What Was Salvaged')
    app.key ('Return')
    follow_new_window (app)
    app.wait ('table row', 'Razorbill.*')
    if 'sound' not in home.command ('check'):
        raise Failure ('What took its place is not sound')
    app.quit ()
    expect_silence (app)


def the_file_is_removed_while_open (home):
    """An edit is refused, what was typed stays, and a copy can be saved."""
    make (home)
    app = home.start ()
    app.wait ('table row', 'Razorbill.*')
    home.database.unlink ()
    app.key ('ctrl+n')
    app.wait_focus ('text', 'Name')
    app.type ('Kestrelmoor Bank')
    app.key ('Return')
    app.wait_text ('was removed or replaced while it was open')
    app.wait ('dialog')
    if 'Kestrelmoor Bank' not in [text (each) for each in app.find_all ('text', 'Name')]:
        raise Failure ('What was typed is gone')
    app.close_dialog ()
    press (app.wait ('button', 'Save a Copy…'))
    copy = home.path / 'copy.db'
    app.choose_file (copy)
    app.wait_text ('A copy of all that was saved was made')
    database = sqlite3.connect (copy)
    if not database.execute ("SELECT 1 FROM account WHERE codename = 'Razorbill' OR name = 'Razorbill'").fetchone ():
        raise Failure ('The copy lacks what was saved')
    database.close ()
    app.quit ()


def no_access_then_again (home):
    """What was wrong is put right while the page says so."""
    make (home)
    home.database.chmod (0o400)
    app = home.start ()
    app.wait_text ('may not be written to')
    app.wait_focus ('button', 'Try Again')
    home.database.chmod (0o600)
    app.key ('Return')
    follow_new_window (app)
    app.wait ('table row', 'Razorbill.*')
    app.quit ()
    expect_silence (app)


run (a_backup_is_restored,
     without_a_backup_it_is_salvaged,
     what_was_salvaged_can_be_discarded,
     damage_is_found_while_open,
     the_file_is_removed_while_open,
     no_access_then_again)
