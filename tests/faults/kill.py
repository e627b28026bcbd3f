#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""kill.py PROGRAM EDIT-LOOP [--kills N] [--seed N]: killed at any moment, no acknowledged edit is lost, and none is there in part."""

import argparse
import functools
import json
import random
import subprocess
import time

from loop import Loop, acknowledged, environment, expect, expect_kept, expect_sound, held, rows, run

# What the file of an account has, and is empty here
PARTS = ('contacts', 'team', 'activities', 'health', 'follow_ups', 'calendars', 'onboardings', 'plans')

# As many kills on one database, so that its logs are of those that were killed before
ROUND = 25


def newest_label (path, runs):
    """What undo must offer: the loop adds an account, and after every third the next step of the one before."""
    for name in reversed (runs):
        accounts, steps = held (path, name)
        if accounts:
            last = max (accounts)
            return 'Change Next Step' if last % 3 == 0 and last - 1 in steps else f'{name} {last}'
    return ''


def expect_undo (edit_loop, path, runs):
    """The newest edit is undone and redone, and nothing else with it."""
    before, label = rows (path, 'SELECT id, name, next_step FROM account ORDER BY id'), newest_label (path, runs)
    loop = Loop (edit_loop, path, 'undo')
    undone = loop.ask ('undo')
    between = rows (path, 'SELECT id, name, next_step FROM account ORDER BY id')
    redone = loop.ask ('redo')
    loop.close ()
    expect (undone == [f'= {label}'.strip ()] == redone, f'Undo and redo said {undone} and {redone} instead of “{label}”')
    expect (len (set (before) ^ set (between)) == (0 if not label else 2 if label == 'Change Next Step' else 1),
            f'To undo “{label}” changed {set (before) ^ set (between)}')
    expect (rows (path, 'SELECT id, name, next_step FROM account ORDER BY id') == before, f'“{label}” was not redone')


def killed_while_it_edits (program, edit_loop, kills, seed, folder):
    """By the millisecond: from its start, while it opens what the last one left, to well into its edits."""
    chance = random.Random (seed)
    edits = more = 0
    for at in range (kills):
        if at % ROUND == 0:
            path, runs = folder / f'{at}.db', []
        name = f'run{at}'
        runs.append (name)
        loop = Loop (edit_loop, path, name)
        loop.tell ('seconds 1000')
        answers = []
        if chance.random () < 0.8:
            answers.append (loop.process.stdout.readline ().rstrip ('\n'))
        time.sleep (chance.uniform (0, 0.1))
        answers += loop.kill ()
        expect (not [line for line in answers if line[0] not in '+~'], f'It said {answers[-3:]}')
        if path.exists () and path.stat ().st_size + (path.parent / f'{path.name}-wal').exists ():
            expect_sound (program, path)
            counts = expect_kept (path, name, answers)
            edits, more = edits + counts[0], more + counts[1]
            if at % 5 == 4:
                expect_undo (edit_loop, path, runs)
        else:
            expect (acknowledged (answers) == (set (), set ()), 'There is no file')
        if at % ROUND == ROUND - 1:
            for each in runs[:-1]:
                held (path, each)
    return f'{kills} kills, {edits} acknowledged edits, 0 lost, {more} that were done and not yet acknowledged'


def write_account (folder, index):
    document = {'schema': 'io.gitlab.quarterdeck', 'kind': 'portfolio', 'version': '1.1', 'calendars': [], 'modules': [],
                'views': [], 'templates': [], 'accounts': [
        {'id': f'{index + 1:016x}', 'name': f'command {index}', 'archived': False, **dict.fromkeys (PARTS, []),
         'contacts': [{'id': f'{index + 1 + 2 ** 32:016x}', 'name': f'command {index}', 'champion': False, 'sponsor': False,
                       'blocker': False, 'admin': False}]}]}
    path = folder / 'in.json'
    path.write_text (json.dumps (document), encoding='utf-8')
    return path


def killed_commands (program, kills, seed, folder):
    """The real program takes in one account after the other: one that ended well is acknowledged."""
    chance = random.Random (seed)
    path, usual, said, killed, index = folder / 'commands.db', 0.5, set (), 0, 0
    while killed < kills:
        command = subprocess.Popen ([program, '--database', str (path), 'import', str (write_account (folder, index))],
                                    env=environment (folder), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        started = time.monotonic ()
        try:
            # Each fifth is left in peace, and says how long they take
            command.wait (60 if index % 5 == 0 else chance.uniform (0.2, 1.05) * usual)
            usual = time.monotonic () - started
        except subprocess.TimeoutExpired:
            command.kill ()
            killed += command.wait () == -9
        complaint = command.stderr.read ().decode ()
        command.stderr.close ()
        expect (command.returncode in (0, -9), f'It ended with {command.returncode}: {complaint}')
        if command.returncode == 0:
            said.add (f'command {index}')
        index += 1
    expect_sound (program, path)
    there = {name: count for name, count in rows (
        path, 'SELECT name, (SELECT count (*) FROM contact WHERE contact.account = account.id) FROM account')}
    expect (said <= there.keys (), f'{sorted (said - there.keys ())} were acknowledged and are lost')
    expect (set (there.values ()) <= {1}, f'Some are there in part: {there}')
    return (f'{killed} kills among {index} commands, {len (said)} acknowledged, 0 lost, '
            f'{len (there) - len (said)} that were done and not yet acknowledged')


def main ():
    parser = argparse.ArgumentParser ()
    parser.add_argument ('program')
    parser.add_argument ('edit_loop')
    parser.add_argument ('--kills', type=int, default=25)
    parser.add_argument ('--seed', type=int, default=1)
    args = parser.parse_args ()
    run (functools.partial (killed_while_it_edits, args.program, args.edit_loop, args.kills, args.seed),
         functools.partial (killed_commands, args.program, max (args.kills // 5, 1), args.seed))


main ()
