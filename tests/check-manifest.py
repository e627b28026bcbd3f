#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-manifest.py FOLDER: the Flatpak manifests ask for a display and nothing else, and every download is pinned."""

import json
import pathlib
import re
import sys

ALLOWED = {'--share=ipc', '--socket=fallback-x11', '--socket=wayland', '--device=dri'}
# What a manifest may say besides: none of it gives the app more rights, and what is not here might
KNOWN = {'id', 'runtime', 'runtime-version', 'sdk', 'command', 'finish-args', 'cleanup', 'modules'}
# End-of-life runtimes are refused by Flathub
OLDEST_RUNTIME = 49

problems = []


def check (holds, problem):
    if not holds:
        problems.append (problem)


def check_source (where, source, ours):
    kind = source.get ('type')
    if kind == 'archive':
        check (re.fullmatch (r'[0-9a-f]{64}', source.get ('sha256', '')), f'{where}: an archive without its sha256')
        check (source.get ('url', '').startswith ('https://'), f'{where}: not by https')
    elif kind == 'git':
        check ('tag' in source and 'commit' in source, f'{where}: git without both tag and commit')
    else:
        # Our own tree, in the manifests that live in it
        check (ours and kind == 'dir' and source.get ('path') == '..', f'{where}: a source of type {kind}')


for path in sorted (pathlib.Path (sys.argv[1]).glob ('*.json')):
    manifest = json.loads (path.read_text ())
    name = path.name
    check (manifest['id'] == path.stem, f'{name}: its id is {manifest["id"]}')
    check (sorted (manifest['finish-args']) == sorted (ALLOWED), f'{name}: finish-args are not just {sorted (ALLOWED)}')
    check (manifest.keys () <= KNOWN, f'{name}: {sorted (manifest.keys () - KNOWN)} may give it more rights')
    check (manifest['runtime'] == 'org.gnome.Platform' and manifest['sdk'] == 'org.gnome.Sdk', f'{name}: another runtime')
    check (int (manifest['runtime-version']) >= OLDEST_RUNTIME, f'{name}: the runtime is no longer maintained')
    check (manifest['command'] == 'quarterdeck', f'{name}: another command')
    check ('branch' not in manifest, f'{name}: it names a branch')
    for module in manifest['modules']:
        check ('build-args' not in module.get ('build-options', {}), f'{name}: {module["name"]} has build-args')
        for source in module['sources']:
            check_source (f'{name}: {module["name"]}', source, module is manifest['modules'][-1])

print ('\n'.join (problems))
sys.exit (1 if problems else 0)
