#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a start comes upon that is not as it should be: each is said in a sentence and left as it was."""

import hashlib
import os
import sqlite3

from drive import Failure, press, run, wait_for

# What is made here is the person's alone, as what the app makes is; of other files it would say so.
os.umask (0o077)


def print_of (path):
    return hashlib.sha256 (path.read_bytes ()).hexdigest ()


def put (home, content=b''):
    home.database.parent.mkdir (parents=True, mode=0o700)
    home.database.write_bytes (content)
    home.database.chmod (0o600)


def make (home):
    """A database as the application makes it."""
    app = home.start ()
    app.wait ('list item', 'Accounts')
    app.quit ()


def expect_silence (*apps):
    for app in apps:
        if app.said ():
            raise Failure (f'It complained: {app.said ()}')


def expect_refusal (home, sentence, first='Try Again'):
    """The page that says so, what can be done first, the way out, and not a byte changed."""
    before = print_of (home.database) if home.database.is_file () else None
    app = home.start ()
    app.wait_text ('The Database Could Not Be Opened')
    app.wait_text (sentence)
    app.wait_text (str (home.database))
    app.wait_focus ('button', first)
    app.wait ('button', 'Show in Files')
    press (app.wait ('button', 'Quit'))
    app.wait_until_ended ()
    expect_silence (app)
    if before and before != print_of (home.database):
        raise Failure ('The file was changed')
    if before and [p.name for p in home.database.parent.iterdir ()] != [home.database.name]:
        raise Failure (f'It left files: {list (home.database.parent.iterdir ())}')


def a_folder_that_is_read_only (home):
    home.database.parent.mkdir (parents=True)
    home.database.parent.chmod (0o500)
    app = home.start ()
    app.wait_text ('could not be made')
    app.quit ()
    expect_silence (app)


def a_file_that_is_read_only (home):
    make (home)
    home.database.chmod (0o400)
    expect_refusal (home, 'may not be written to')


def a_damaged_file (home):
    make (home)
    content = home.database.read_bytes ()
    home.database.write_bytes (content[:len (content) // 2])
    expect_refusal (home, 'quarterdeck.db” is damaged', 'Salvage What Is Readable…')


def a_file_of_something_else (home):
    put (home, b'%PDF-1.7\n' + bytes (9000))
    expect_refusal (home, 'is not a database', 'Salvage What Is Readable…')


def a_database_of_another_app (home):
    put (home)
    home.database.unlink ()
    theirs = sqlite3.connect (home.database)
    theirs.execute ('CREATE TABLE theirs (a)')
    theirs.close ()
    expect_refusal (home, 'is a database of another app')


def a_newer_database (home):
    make (home)
    newer = sqlite3.connect (home.database)
    newer.execute ('PRAGMA journal_mode = DELETE')
    newer.execute ('PRAGMA user_version = 9999')
    newer.close ()
    expect_refusal (home, 'was written by a newer version of Quarterdeck')


def a_folder_in_its_place (home):
    home.database.parent.mkdir (parents=True, mode=0o700)
    home.database.mkdir (mode=0o700)
    expect_refusal (home, 'is a folder, not a database')


def an_empty_file (home):
    put (home)
    app = home.start ()
    app.wait ('list item', 'Accounts')
    app.quit ()


def a_second_start (home):
    """It shows the window that is there, and ends."""
    app = home.start ()
    app.wait ('list item', 'Accounts')
    home.command ()
    app.alive ()
    wait_for ('the first window to stay the only one', lambda: len (app.find_all ('frame')) == 1)
    app.quit ()


def a_second_process (home):
    """On the same file, as --database makes one: each sees what the other does."""
    first = home.start ()
    first.wait_text ('No Accounts Yet')
    second = home.start ('--database', home.database)
    second.wait_text ('No Accounts Yet')
    second.key ('ctrl+n')
    second.wait_focus ('text', 'Name')
    second.type ('Kestrelmoor Bank')
    second.key ('Return')
    second.wait ('page tab', 'Overview')
    first.wait ('table row', 'Kestrelmoor Bank.*')
    first.focus ()
    first.key ('ctrl+q')
    first.wait_until_ended ()
    second.focus ()
    second.quit ()
    expect_silence (first, second)


def the_command_line_meanwhile (home):
    """It neither waits for the window nor harms it, and the window follows."""
    app = home.start ()
    app.wait_text ('No Accounts Yet')
    roster = home.path / 'roster.csv'
    roster.write_text ('Account Name,Success Tier\nMiravane Observatory,Advanced\n')
    home.command ('import', roster)
    app.wait ('table row', 'Miravane Observatory.*')
    home.command ('import', '--sample')
    app.wait ('table row', 'Razorbill.*')
    if 'sound' not in home.command ('check'):
        raise Failure ('The database is not sound')
    app.quit ()
    expect_silence (app)


run (a_folder_that_is_read_only,
     a_file_that_is_read_only,
     a_damaged_file,
     a_file_of_something_else,
     a_database_of_another_app,
     a_newer_database,
     a_folder_in_its_place,
     an_empty_file,
     a_second_start,
     a_second_process,
     the_command_line_meanwhile)
