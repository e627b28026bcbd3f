#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""two-processes.py PROGRAM EDIT-LOOP [--seconds N]: two programs that edit one file lose nothing of each other."""

import argparse
import functools
import threading

from loop import Loop, acknowledged, expect, expect_sound, held, run

MEANWHILE = 'changed by another program meanwhile'


def both_write (program, edit_loop, seconds, folder):
    """All that either acknowledged is there, once, and nothing else; none was refused."""
    path = folder / 'both.db'
    loops = [Loop (edit_loop, path, name) for name in ('first', 'second')]
    answers = {}

    def drive (loop):
        answers[loop.name] = loop.ask (f'seconds {seconds}')
        loop.close ()

    threads = [threading.Thread (target=drive, args=(loop,)) for loop in loops]
    for thread in threads:
        thread.start ()
    for thread in threads:
        thread.join ()
    expect_sound (program, path)
    counts = []
    for name in ('first', 'second'):
        refused = [line for line in answers[name] if line[0] == '!']
        expect (not refused, f'{len (refused)} edits of “{name}” were refused: {refused[:1]}')
        said = acknowledged (answers[name])
        expect (said[0] and said == held (path, name), f'What “{name}” acknowledged is not what is there')
        counts.append (sum (map (len, said)))
    return f'{seconds} s, {counts[0]} and {counts[1]} acknowledged edits of two processes, 0 lost, 0 refused'


def undo_after_the_other (program, edit_loop, folder):
    """What another program made since is not undone unseen; seen, it is."""
    path = folder / 'undo.db'
    first, second = (Loop (edit_loop, path, name) for name in ('first', 'second'))
    for loop in (first, second):
        expect (loop.ask ('add 1') == ['+ 0'], f'“{loop.name}” could not add')
    refusal = first.ask ('undo')
    expect (len (refusal) == 1 and MEANWHILE in refusal[0], f'Undo said {refusal}')
    expect (held (path, 'first')[0] == held (path, 'second')[0] == {0}, 'It undid something all the same')
    first.ask ('look')
    undone = first.ask ('undo')
    expect (undone == ['= second 0'], f'Once it is shown, undo said {undone}')
    expect ((held (path, 'first')[0], held (path, 'second')[0]) == ({0}, set ()), 'Another was undone than the newest')
    refusal = second.ask ('redo')
    expect (len (refusal) == 1 and MEANWHILE in refusal[0], f'Redo said {refusal}')
    second.ask ('look')
    redone = second.ask ('redo')
    expect (redone == ['= second 0'], f'Once it is shown, redo said {redone}')
    expect (held (path, 'second')[0] == {0}, 'It was not redone')
    for loop in (first, second):
        loop.close ()
    expect_sound (program, path)
    return 'An edit of another process was undone once it had been shown, and not before'


def main ():
    parser = argparse.ArgumentParser ()
    parser.add_argument ('program')
    parser.add_argument ('edit_loop')
    parser.add_argument ('--seconds', type=int, default=10)
    args = parser.parse_args ()
    run (functools.partial (both_write, args.program, args.edit_loop, args.seconds),
         functools.partial (undo_after_the_other, args.program, args.edit_loop))


main ()
