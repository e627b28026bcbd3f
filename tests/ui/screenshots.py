#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts Quarterdeck on the sample portfolio and saves each of its pages as PNG.

Run under tests/headless; `./dev screenshots` does. The pages and the ways to them are in pages.py.
"""

import argparse
import itertools
import pathlib
import shutil
import subprocess
import sys

from drive import Failure, GLib, Home, begin, wait_for
from pages import BORDER, PAGES, leave, open_page, resize

SIZES = {'wide': (1280, 800), 'narrow': (360, 640)}
SCHEMES = {'light': {'ADW_DEBUG_COLOR_SCHEME': 'prefer-light'},
           'dark': {'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark'},
           'contrast': {'ADW_DEBUG_COLOR_SCHEME': 'prefer-light', 'ADW_DEBUG_HIGH_CONTRAST': '1'},
           'large': {'ADW_DEBUG_COLOR_SCHEME': 'prefer-light'}}

# Of the pages that draw themselves there are pictures for few eyes, too, and with letters twice as large.
DRAWN = ('timeline', 'accelerators')
FEW = ('contrast', 'large')


def picture (app, path, width, height):
    """Takes that are the same for a while: it has stopped moving. Menus are windows of their own, so it is of the screen."""
    takes = []

    def take ():
        app.alive ()
        subprocess.run (['import', '-window', 'root', '-crop', f'{width}x{height}+{BORDER}+{BORDER}', '+repage',
                         '-define', 'png:exclude-chunks=date,time', str (path)], check=True, capture_output=True)
        takes.append (path.read_bytes ())
        return len (takes) > 4 and len (set (takes[-5:])) == 1

    wait_for (f'{path.name} to stop moving', take)


def shoot (args, scheme, page, place, *steps):
    home = Home ()
    home.program = args.program
    home.extra.update (SCHEMES[scheme], LC_ALL=args.locale)
    try:
        app = open_page (home, args.database, next (iter (args.sizes.values ())), page, place, *steps,
                         size=22 if scheme == 'large' else 11)
        for size, extent in args.sizes.items ():
            resize (app, *extent)
            picture (app, args.out / f'{page}-{size}-{scheme}.png', *extent)
        if app.said ():
            print (f'{page}: {app.said ()}', file=sys.stderr)
        leave (app)
    finally:
        home.close ()


def main ():
    parser = argparse.ArgumentParser (description=__doc__)
    parser.add_argument ('out', type=pathlib.Path)
    parser.add_argument ('--program', default=shutil.which ('quarterdeck'))
    parser.add_argument ('--database', type=pathlib.Path, help='show this one instead of the sample')
    parser.add_argument ('--kind', help='just this size and scheme, as in wide-light')
    parser.add_argument ('--page', action='append', help='just this one')
    args = parser.parse_args ()

    begin ()
    known = subprocess.run (['locale', '-a'], capture_output=True, text=True).stdout
    args.locale = 'en_US.UTF-8' if 'en_US.utf8' in known else 'C.UTF-8'
    args.out.mkdir (parents=True, exist_ok=True)
    own = Home ()
    missed = []
    if not args.database:
        own.program = args.program
        args.database = own.database
        own.command ('import', '--sample', '--database', own.database)
    kinds = [k for k in itertools.product (SIZES, SCHEMES) if args.kind in (None, '-'.join (k))]
    for scheme in SCHEMES:
        args.sizes = {size: SIZES[size] for size, s in kinds if s == scheme and (s not in FEW or size == 'wide')}
        for page in PAGES if args.sizes else ():
            if args.page and page[0] not in args.page or scheme in FEW and page[0] not in DRAWN:
                continue
            try:
                shoot (args, scheme, *page)
            except (Failure, GLib.Error, subprocess.SubprocessError) as failure:
                missed.append (f'{page[0]}, {scheme}: {failure}')
    own.close ()
    if missed:
        sys.exit ('\n'.join (missed))


main ()
