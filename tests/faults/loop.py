# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of faults share: the program that makes edits and acknowledges them, and what a database holds of them."""

import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import time
import traceback

# One account of the loop is one edit, so it has either all of its parts or is not there
PARTS = '''SELECT account.name, account.next_step,
                  (SELECT count (*) FROM contact WHERE contact.account = account.id AND contact.name = account.name),
                  (SELECT count (*) FROM activity WHERE activity.account = account.id AND subject = account.name)
           FROM account'''


class Failure (Exception):
    pass


def expect (holds, what):
    if not holds:
        raise Failure (what)


def environment (folder, **more):
    clean = {k: v for k, v in os.environ.items () if k not in ('DISPLAY', 'WAYLAND_DISPLAY')}
    clean['LSAN_OPTIONS'] = clean.get ('LSAN_OPTIONS', '') + ':print_suppressions=0'
    return dict (clean, HOME=str (folder), XDG_DATA_HOME=str (folder / 'data'), LC_ALL='C.UTF-8', **more)


def number (text):
    return int (text.rpartition (' ')[2])


class Loop:
    """tests/faults/edit-loop.c on the database at PATH."""

    def __init__ (self, program, path, name, **options):
        self.name = name
        self.process = subprocess.Popen ([program, str (path), name], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                         env=environment (path.parent), text=True, **options)

    def tell (self, command):
        self.process.stdin.write (command + '\n')
        self.process.stdin.flush ()

    def answers (self):
        """Those of one command, as they come."""
        while (line := self.process.stdout.readline ().rstrip ('\n')) != '.':
            if not line:
                raise Failure (f'edit-loop ended with {self.process.wait (60)}')
            yield line

    def ask (self, command):
        self.tell (command)
        return list (self.answers ())

    def close (self):
        self.process.stdin.close ()
        expect (self.process.wait (60) == 0, f'edit-loop ended with {self.process.returncode}')
        self.process.stdout.close ()

    def kill (self):
        """What it had still said, in whole lines."""
        self.process.kill ()
        rest = self.process.stdout.read ()
        self.process.wait ()
        self.process.stdout.close ()
        try:
            self.process.stdin.close ()
        except BrokenPipeError:
            pass
        return rest[:rest.rfind ('\n') + 1].splitlines ()


def acknowledged (answers):
    """The accounts and the next steps."""
    return ({number (line) for line in answers if line[0] == '+'}, {number (line) for line in answers if line[0] == '~'})


def rows (path, query, *arguments):
    database = sqlite3.connect (f'file:{path}?mode=ro', uri=True, timeout=30)
    try:
        return database.execute (query, arguments).fetchall ()
    finally:
        database.close ()


def held (path, name):
    """The accounts and the next steps that a loop of that name left, all of them whole and once."""
    accounts, steps = [], set ()
    for account, step, n_contacts, n_activities in rows (path, PARTS):
        if account.rpartition (' ')[0] != name:
            continue
        expect ((n_contacts, n_activities) == (1, 1), f'“{account}” is there in part: {n_contacts}, {n_activities}')
        expect (step in (None, account.rpartition (' ')[2]), f'“{account}” has the next step {step}')
        accounts.append (number (account))
        if step:
            steps.add (int (step))
    expect (len (accounts) == len (set (accounts)), f'An edit of “{name}” was made twice')
    return set (accounts), steps


def expect_kept (path, name, answers):
    """All that was acknowledged is there, and at most the one edit that was under way besides. Returns how many."""
    said, there = acknowledged (answers), held (path, name)
    lost = [sorted (a - b) for a, b in zip (said, there)]
    expect (not any (lost), f'Of “{name}”, accounts {lost[0]} and next steps {lost[1]} were acknowledged and are lost')
    more = sum (len (b - a) for a, b in zip (said, there))
    expect (more <= 1, f'{more} edits of “{name}” are there that nobody acknowledged')
    return sum (map (len, said)), more


def expect_sound (program, path):
    done = subprocess.run ([program, '--database', str (path), 'check'], env=environment (path.parent),
                           capture_output=True, text=True, timeout=120)
    expect (done.returncode == 0, f'The database is not sound: {done.stderr}')


def run (*tests):
    """Each with a folder of its own; says TAP. A test gives a line that says what it did, or the reason it was skipped."""
    failures = 0
    print (f'1..{len (tests)}', flush=True)
    for index, test in enumerate (tests, 1):
        name = getattr (test, '__name__', None) or test.func.__name__
        started = time.monotonic ()
        with tempfile.TemporaryDirectory (prefix='quarterdeck-faults-') as folder:
            try:
                note = test (pathlib.Path (folder)) or ''
                if note.startswith ('SKIP'):
                    print (f'ok {index} {name} # {note}', flush=True)
                else:
                    print (f'# figure {name.replace ("_", " ")}: {note} ({time.monotonic () - started:.0f} s)\nok {index} {name}', flush=True)
            except Exception as error:
                failures += 1
                trouble = str (error) if isinstance (error, Failure) else traceback.format_exc ()
                print (*(f'# {line}' for line in trouble.splitlines ()), f'not ok {index} {name}', sep='\n', flush=True)
    sys.exit (1 if failures else 0)
