#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds up what meson's test logs say and ends with “N passed, N failed, N skipped”.

A test that speaks TAP counts as its subtests, any other as one.
"""

import argparse
import json
import pathlib
import re
import sys

LINE = re.compile (r'^(ok|not ok)\b(?P<rest>.*)', re.MULTILINE)
GOOD = {'OK', 'EXPECTEDFAIL'}
UNMET = {'SKIP', 'IGNORED'}


def subtests (output):
    counts = [0, 0, 0]
    for match in LINE.finditer (output or ''):
        directive = match['rest'].partition ('#')[2].strip ().upper ()
        if directive.startswith ('SKIP'):
            counts[2] += 1
        elif match[1] == 'ok' or directive.startswith ('TODO'):
            counts[0] += 1
        else:
            counts[1] += 1
    return counts


def count (test):
    counts = subtests (test.get ('stdout'))
    if test['result'] in UNMET:
        return counts if any (counts) else [0, 0, 1]
    if test['result'] in GOOD:
        return counts if any (counts) else [1, 0, 0]
    # It also fails by crashing, by running out of time, or by saying less than it planned
    return [counts[0], max (counts[1], 1), counts[2]]


def main ():
    parser = argparse.ArgumentParser ()
    parser.add_argument ('--broken', type=int, default=0, help='builds that failed')
    parser.add_argument ('--skipped', type=int, default=0, help='suites that cannot run here')
    parser.add_argument ('--named', action='store_true', help='an empty suite was asked for by name: a failure')
    parser.add_argument ('logs', nargs='*', type=pathlib.Path)
    args = parser.parse_args ()

    total = [0, args.broken, args.skipped]
    for log in args.logs:
        tests = [json.loads (line) for line in log.read_text ().splitlines ()] if log.exists () else []
        if not tests:
            print (f'No test ran: {log.stem.removesuffix ("-log")}')
            total[1] += args.named
        for test in tests:
            counts = count (test)
            total = [a + b for a, b in zip (total, counts)]
            if counts[1]:
                print (f'Failed: {test["name"]} ({test["result"]}), see {log}')
    print (f'{total[0]} passed, {total[1]} failed, {total[2]} skipped')
    return 1 if total[1] or not (total[0] or args.skipped) else 0


sys.exit (main ())
