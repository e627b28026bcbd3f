#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-metainfo.py FILE: what stores ask of it, appstreamcli's strict rules and Flathub's quality guidelines."""

import datetime
import pathlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

# What Flathub's linter treats as errors beyond AppStream itself
ERRORS = '''
all-categories-ignored category-invalid cid-desktopapp-is-not-rdns cid-has-number-prefix cid-missing-affiliation-gnome
cid-rdns-contains-hyphen content-rating-missing desktop-app-launchable-omitted desktop-file-not-found
invalid-child-tag-name metainfo-filename-cid-mismatch metainfo-legacy-path name-has-dot-suffix releases-info-missing
unknown-tag
'''.split ()

TOP = pathlib.Path (__file__).resolve ().parents[1]

problems = []


def check (holds, problem):
    if not holds:
        problems.append (problem)


def channels (colour):
    return [int (colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]


def main (path):
    root = ElementTree.parse (path).getroot ()
    text = lambda query: re.sub (r'\s+', ' ', ''.join (root.find (query).itertext ()).strip ())  # noqa: E731

    name, summary = text ('name'), text ('summary')
    check (len (name) <= 15, f'The name “{name}” is longer than 15 characters')
    check (10 <= len (summary) <= 35, f'The summary has {len (summary)} characters, not 10 to 35')
    check (not summary.endswith ('.') and name not in summary, 'The summary ends with a stop, or repeats the name')
    check (not re.match (r'(A|An|The) ', summary), 'The summary starts with an article')
    check (not re.search (r'GTK|GNOME|libadwaita', summary), 'The summary names a toolkit')
    for items in root.iterfind ('description//ul'):
        # Each is there once more in every language
        own = [item for item in items if '{http://www.w3.org/XML/1998/namespace}lang' not in item.attrib]
        check (len (own) <= 10, 'A list of the description has more than 10 items')

    colours = {c.get ('scheme_preference'): c.text for c in root.iterfind ('branding/color')}
    check (set (colours) == {'light', 'dark'} and len (set (colours.values ())) == 2, 'There are not two brand colours')
    for colour in colours.values ():
        rgb = channels (colour)
        check (max (rgb) - min (rgb) > 0.2, f'The brand colour {colour} is grey')

    shots = root.findall ('screenshots/screenshot')
    check (3 <= len (shots) <= 6, f'{len (shots)} screenshots, not 3 to 6')
    check ([s.get ('type') for s in shots].count ('default') == 1, 'Not just one screenshot is the default')
    for shot in shots:
        check (shot.findtext ('caption', '.')[-1] != '.', 'A caption is missing, or ends with a stop')
        check ('/main/' not in shot.findtext ('image'), 'A screenshot is taken from a branch')

        name = pathlib.PurePosixPath (shot.findtext ('image')).name
        check ((TOP / 'data/screenshots' / name).is_file (), f'There is no picture {name}')

    # What is new is told in NEWS; a release is one of its headings
    told = re.findall (r'^## (\d[\d.]*)', (TOP / 'NEWS.md').read_text (), re.M)
    releases = [r.get ('version') for r in root.iterfind ('releases/release')]
    check (told == releases, f'NEWS tells of {told}, and the releases are {releases}')

    dates = [datetime.date.fromisoformat (r.get ('date')) for r in root.iterfind ('releases/release')]
    check (dates == sorted (dates, reverse=True), 'The releases are not in order')
    for release in root.iterfind ('releases/release'):
        check (release.find ('description') is not None, f'Release {release.get ("version")} has no notes')

    if shutil.which ('appstreamcli'):
        valid = subprocess.run (['appstreamcli', 'validate', '--no-net', '--strict',
                                 '--override=' + ','.join (f'{e}=error' for e in ERRORS), path])
        check (valid.returncode == 0, 'appstreamcli finds fault with it')

    for problem in problems:
        print (problem)
    return 1 if problems else 0 if shutil.which ('appstreamcli') else 77


sys.exit (main (sys.argv[1]))
