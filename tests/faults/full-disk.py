#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""full-disk.py PROGRAM EDIT-LOOP: on a small disk of memory that fills, each edit is done or said not to be.

It mounts that disk in a namespace of its own; where it may not, the test is skipped.
"""

import functools
import os
import pathlib
import subprocess
import sys

from loop import Loop, acknowledged, expect, expect_sound, held, run

SIZE = '16m'
SENTENCE = '! The disk is full, so nothing was changed'
INSIDE = 'QD_TEST_SMALL_DISK'


def fills_and_has_room_again (program, edit_loop, disk, folder):
    path, ballast = disk / 'full.db', disk / 'ballast'
    ballast.write_bytes (bytes (4 << 20))
    loop = Loop (edit_loop, path, 'full')
    answers = loop.ask ('seconds 600')
    refused = [line for line in answers if line[0] == '!']
    expect (len (refused) >= 3 and set (refused) == {SENTENCE}, f'On the full disk it said {set (refused)}')
    said = acknowledged (answers)
    expect (len (said[0]) > 10, f'The disk was full after {len (said[0])} edits')
    expect (said == held (path, 'full'), 'What was acknowledged before it was full is not what is there')

    # The window and the command line, too: both can still read
    listed = subprocess.run ([program, '--database', str (path), 'list', 'accounts'], capture_output=True, text=True)
    expect (listed.returncode == 0 and 'full 0' in listed.stdout or SENTENCE[2:] in listed.stderr,
            f'To list the accounts ended with {listed.returncode}: {listed.stderr}')

    ballast.unlink ()
    more = loop.ask ('add 20')
    expect (not [line for line in more if line[0] == '!'], f'With room again it said {more[-1]}')
    after = acknowledged (more)
    expect (tuple (a | b for a, b in zip (said, after)) == held (path, 'full'), 'Something is lost')
    expect (min (after[0]) == max (said[0]) + 1, 'The edit that was refused was made all the same')
    label = loop.ask ('undo')
    expect (label[0][0] == '=', f'To undo says {label}')
    loop.close ()
    expect_sound (program, path)
    return f'{len (said[0]) + len (said[1])} edits until the disk was full, {len (refused)} refused with a sentence, 0 lost, then {sum (map (len, after))} more'


def skipped (folder):
    return 'SKIP a disk may not be mounted here'


def main ():
    program, edit_loop = (os.path.abspath (path) for path in sys.argv[1:3])
    if INSIDE in os.environ:
        disk = pathlib.Path (os.environ[INSIDE])
        run (functools.partial (fills_and_has_room_again, program, edit_loop, disk))
    apart = ['unshare', '--mount', *([] if os.geteuid () == 0 else ['--user', '--map-root-user'])]
    mount = f'mount -t tmpfs -o size={SIZE},mode=700 tmpfs "$0"'
    if subprocess.run ([*apart, 'sh', '-c', mount, '/mnt'], capture_output=True).returncode != 0:
        run (skipped)
    os.environ[INSIDE] = '/mnt'
    os.execvp ('unshare', [*apart, 'sh', '-c', f'{mount} && exec "$@"', '/mnt', sys.executable, *sys.argv])


main ()
