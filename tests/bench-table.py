#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes one table of the figures in the log of meson's benchmarks, as tests/qd-bench.h writes them."""

import json
import pathlib
import sys

HEADS = ('', '', 'beside', '', 'ratio')


def main ():
    rows, broken = [], []
    for line in pathlib.Path (sys.argv[1]).read_text ().splitlines ():
        test = json.loads (line)
        found = [text.split ('\t')[1:] for text in (test.get ('stdout') or '').splitlines () if text.startswith ('bench\t')]
        rows += [row + [''] * (len (HEADS) - len (row)) for row in found]
        if test['result'] not in ('OK', 'SKIP'):
            broken.append (f'{test["name"]}: {test["result"]}\n{test.get ("stdout") or ""}{test.get ("stderr") or ""}')
        elif not found:
            print (f'{test["name"]} said nothing ({test["result"]})')

    widths = [max (map (len, column)) for column in zip (HEADS, *rows)]
    for row in [HEADS, *rows]:
        cells = (f'{cell:{"<" if i in (0, 2) else ">"}{width}}' for i, (cell, width) in enumerate (zip (row, widths)))
        print ('  '.join (cells).rstrip ())
    print (*broken, sep='\n', end='')
    return 1 if broken else 0


sys.exit (main ())
