#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""private.py PROGRAM EDIT-LOOP ONLY-UNIX-SOCKETS DATA: what the commands write is its owner's alone, whatever the umask;
they say nothing of it in a log, and know no network."""

import functools
import os
import pathlib
import re
import shutil
import sqlite3
import stat
import subprocess
import sys

sys.path.insert (0, str (pathlib.Path (__file__).parent / 'faults'))
from loop import Loop, environment, expect, rows, run  # noqa: E402

PROGRAM, EDIT_LOOP, FILTER, DATA = sys.argv[1:5]
SAMPLE = pathlib.Path (DATA) / 'sample/portfolio.json'
SCHEMA_1 = pathlib.Path (__file__).parent / 'data/schema-001.sql'
TIGHTENED = 'now only you can'
SCHEMA = pathlib.Path (__file__).parent.parent / 'src/store/schema/001.sql'
APPLICATION_ID = 0x51646b31


def quarterdeck (folder, *arguments, status=0, before=(), umask=0o022, **more):
    done = subprocess.run ([*before, PROGRAM, *map (str, arguments)], env=environment (folder, **more), capture_output=True,
                           text=True, timeout=120, umask=umask)
    expect (done.returncode == status, f'{" ".join (map (str, arguments))} ended with {done.returncode}: {done.stderr}')
    return done


def mode_of (path):
    return stat.S_IMODE (path.lstat ().st_mode)


def expect_private (*folders):
    """Whatever is found there: none of it is listed here. Returns how many files there are."""
    files = 0
    for folder in folders:
        for path in (folder, *folder.rglob ('*')):
            expected = 0o700 if path.is_dir () else 0o600
            expect (mode_of (path) == expected, f'{path} has the mode {mode_of (path):o}')
            files += path.is_file ()
    return files


def first_plan (folder):
    plans = rows (folder / 'data/quarterdeck/quarterdeck.db', 'SELECT id FROM plan ORDER BY id')
    return f'{plans[0][0]:016x}'


def formats_of (folder, kind, *name):
    """Those that the program names when it is asked for one that there is not."""
    refusal = quarterdeck (folder, 'export', kind, *name, '--format', 'none', '--audience', 'me', '-o', 'none', status=2)
    formats = re.findall (r'[a-z-]+', refusal.stderr.splitlines ()[0].partition ('; it is ')[2])
    expect (len (formats) > 2, refusal.stderr)
    return [form for form in formats if form != 'or']


def export_all (folder, out, **options):
    """In every format there is. Returns how many."""
    count = 0
    for kind, *name in (('plan', first_plan (folder)), ('portfolio',)):
        for form in formats_of (folder, kind, *name):
            quarterdeck (folder, 'export', kind, *name, '--format', form, '--audience', 'me', '-o', out / f'{kind}.{form}', **options)
            count += 1
    return count


def whatever_the_umask (umask, folder):
    own, out = folder / 'data/quarterdeck', folder / 'out'
    folder.chmod (0o700)
    out.mkdir (mode=0o700)
    quarterdeck (folder, 'import', '--sample', umask=umask)
    loop = Loop (EDIT_LOOP, own / 'quarterdeck.db', 'open', umask=umask)
    loop.ask ('add 20')
    expect ({path.name for path in own.iterdir ()} >= {'quarterdeck.db', 'quarterdeck.db-wal', 'quarterdeck.db-shm'}, 'There is no log')
    export_all (folder, out, umask=umask)
    files = expect_private (own, out)
    loop.close ()
    return f'umask {umask:04o}: {files} files of mode 0600 in folders of mode 0700'


def copy_kept_at_an_update (folder):
    own = folder / 'data/quarterdeck'
    own.mkdir (parents=True)
    database = sqlite3.connect (own / 'quarterdeck.db')
    database.executescript (SCHEMA.read_text (encoding='utf-8') + SCHEMA_1.read_text (encoding='utf-8'))
    database.executescript (f'PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = 1')
    database.close ()
    own.chmod (0o755)
    (own / 'quarterdeck.db').chmod (0o644)
    done = quarterdeck (folder, 'list', 'accounts', umask=0)
    expect (TIGHTENED in done.stderr, f'It says only {done.stderr!r}')
    expect ((own / 'quarterdeck.db.version-1').exists (), f'No copy is kept: {list (own.iterdir ())}')
    return f'{expect_private (own)} files'


def wide_folder_is_closed (folder):
    """With what others put into it, and without following a link out of it."""
    own, elsewhere = folder / 'data/quarterdeck', folder / 'elsewhere'
    quarterdeck (folder, 'import', '--sample')
    elsewhere.mkdir (mode=0o755)
    (elsewhere / 'kept.txt').write_text ('theirs')
    (elsewhere / 'kept.txt').chmod (0o644)
    (own / 'backups').mkdir ()
    (own / 'backups/old.db').write_bytes (b'')
    (own / 'link').symlink_to (elsewhere)
    (own / 'linked.txt').symlink_to (elsewhere / 'kept.txt')
    for path in (own, own / 'backups', own / 'backups/old.db', own / 'quarterdeck.db'):
        path.chmod (0o777 if path.is_dir () else 0o666)
    first, second = (quarterdeck (folder, 'list', 'accounts').stderr for _ in range (2))
    expect (TIGHTENED in first and len (first.splitlines ()) <= 2, f'It says {first!r}')
    expect (second == '', f'And again: {second!r}')
    for path in (own / 'link', own / 'linked.txt'):
        path.unlink ()
    expect_private (own)
    expect ((mode_of (elsewhere), mode_of (elsewhere / 'kept.txt')) == (0o755, 0o644), 'What a link leads to was changed')


def folder_of_a_person_is_left (folder):
    place = folder / 'shared'
    place.mkdir (mode=0o755)
    place.chmod (0o755)
    (place / 'theirs.txt').write_text ('')
    (place / 'theirs.txt').chmod (0o644)
    done = quarterdeck (folder, '--database', place / 'mine.db', 'import', '--sample', umask=0)
    expect (done.stderr == '', done.stderr)
    expect ((mode_of (place), mode_of (place / 'theirs.txt')) == (0o755, 0o644), 'What is theirs was changed')
    expect (mode_of (place / 'mine.db') == 0o600, 'The database is open to others')


def export_portfolio (folder, target, **options):
    return quarterdeck (folder, 'export', 'portfolio', '--audience', 'me', '-o', target, **options)


def files_and_links_in_the_way (folder):
    out, target = folder / 'out', folder / 'out/there.json'
    out.mkdir ()
    quarterdeck (folder, 'import', '--sample')
    target.write_text ('before')
    for mode in (0o644, 0o640, 0o400):
        target.chmod (mode)
        export_portfolio (folder, target)
        expect (mode_of (target) == mode, f'What was {mode:o} is {mode_of (target):o}')
    link, nowhere, shared = out / 'link.json', out / 'nowhere.json', out / 'shared.json'
    link.symlink_to ('there.json')
    nowhere.symlink_to ('not-there.json')
    target.write_text ('before')
    os.link (target, shared)
    for path in (link, nowhere):
        export_portfolio (folder, path)
    expect (os.readlink (link) == 'there.json' and target.stat ().st_size > 1000, 'What the link leads to was not replaced')
    expect (shared.read_text () == 'before', 'It was written into, not replaced')
    expect (not nowhere.is_symlink () and mode_of (nowhere) == 0o600, 'A file was made through a link')
    expect (not (out / 'not-there.json').exists (), 'A file was made where a link led')
    expect (sorted (path.name for path in out.iterdir ()) == ['link.json', 'nowhere.json', 'shared.json', 'there.json'],
            'Something was left beside')
    for name in ('loop', 'folder'):
        (out / name).symlink_to ('loop' if name == 'loop' else '.')
    expect ('it is a folder' in export_portfolio (folder, out / 'folder', status=1).stderr, 'A link to a folder')
    export_portfolio (folder, out / 'loop')
    expect (not (out / 'loop').is_symlink (), 'A link to itself stays')


def drafts_are_new (folder):
    """No file of an export is ever made where there may be one, nor through a link, nor under a name that can be foreseen."""
    if not shutil.which ('strace') or subprocess.run (['strace', '-o', os.devnull, 'true'], capture_output=True).returncode:
        return 'SKIP no process may be traced here'
    out, log = folder / 'out', folder / 'strace.log'
    out.mkdir ()
    quarterdeck (folder, 'import', '--sample')
    names = set ()
    # The search for leaks of a sanitizer traces, too, and only one can
    options = os.environ.get ('ASAN_OPTIONS', '') + ':detect_leaks=0'
    for _ in range (2):
        export_all (folder, out, before=('strace', '-f', '-y', '-A', '-e', 'trace=openat,open,creat', '-o', str (log)), ASAN_OPTIONS=options)
    made = [line for line in log.read_text (errors='replace').splitlines () if 'O_CREAT' in line and str (out) in line]
    expect (made, 'Nothing was seen to be made')
    for line in made:
        expect ('O_EXCL' in line and 'O_NOFOLLOW' in line and ', 0600)' in line, line)
        names.add (re.search (r'"([^"]+)"', line)[1])
    expect (len (names) == len (made), 'A name came again')
    return f'{len (names)} drafts under as many names'


def nothing_in_the_log (folder):
    """Names, notes and file names of a script of edits, with all that the program and its libraries can log."""
    words = ('Zanzibarquark', 'quarknotes', 'quarkfile')
    document = SAMPLE.read_text (encoding='utf-8')
    expect ('Razorbill' in document, 'Razorbill is not in the sample')
    named = folder / f'{words[2]}.json'
    named.write_text (document.replace ('Razorbill', words[0]), encoding='utf-8')
    said = []
    for arguments in (('import', named), ('import', named), ('list', 'accounts'), ('list', 'plans'), ('show', words[0]), ('check',),
                      ('export', 'portfolio', '--audience', 'me', '-o', folder / f'{words[2]}.out'),
                      ('reference', 'search', words[1]), ('reference', 'search', f'"{words[1]} AND ('), ('dedicated', 'next', words[0]),
                      ('new-plan', '--account', words[0], '--template', 'dedicated-onboarding', '--start', '2026-06-01', '--name', words[1])):
        done = quarterdeck (folder, *arguments, G_MESSAGES_DEBUG='all')
        # Some of the log goes where the answer goes
        said += [line for line in done.stdout.splitlines () if re.match (r'\(\S+:\d+\): ', line)] + done.stderr.splitlines ()
    expect (said, 'It logs nothing, so nothing is shown by what it does not log')
    for word in words:
        found = [line for line in said if word in line]
        expect (not found, f'“{word}” is in the log: {found[:2]}')
    return f'{len (said)} lines of the log'


def no_network (folder):
    """Every verb with no network there, and ended by the kernel if it asks for one."""
    apart = ['unshare', '--net', *([] if os.geteuid () == 0 else ['--user', '--map-root-user'])]
    inside = subprocess.run ([*apart, 'true'], capture_output=True).returncode == 0
    guard = [*(apart if inside else []), FILTER]
    planted = subprocess.run ([*guard, sys.executable, '-c', 'import socket; socket.socket ()'], capture_output=True)
    if planted.returncode == 77:
        return 'SKIP the kernel filters no system calls here'
    expect (planted.returncode == -31, f'One that asks for a network ends with {planted.returncode}, not by SIGSYS')
    unix = subprocess.run ([*guard, sys.executable, '-c', 'import socket; socket.socket (socket.AF_UNIX)'], capture_output=True)
    expect (unix.returncode == 0, 'Not even one on this machine is let be')
    quarterdeck (folder, 'import', '--sample', before=guard)
    (folder / 'out').mkdir ()
    account = rows (folder / 'data/quarterdeck/quarterdeck.db', 'SELECT printf (\'%016x\', id) FROM account')[0][0]
    verbs = (('list', 'accounts'), ('list', 'plans'), ('show', account), ('check',), ('reference', 'search', 'star'), ('import', SAMPLE),
             ('dedicated', 'calendar', '--from', '2026-01-01', '--to', '2026-12-31'), ('schedule', first_plan (folder)),
             ('new-plan', '--account', account, '--template', 'dedicated-onboarding', '--start', '2026-06-01'))
    for arguments in verbs:
        quarterdeck (folder, *arguments, before=guard)
    count = export_all (folder, folder / 'out', before=guard)
    return f'{len (verbs) + 1} verbs and {count} exports{"" if inside else ", though with the network of this machine: it gives no namespace"}'


def calls_no_network (folder):
    """What the program asks of its libraries: nothing that reaches a network."""
    if not shutil.which ('nm'):
        return 'SKIP there is no nm'
    listed = subprocess.run (['nm', '--dynamic', '--undefined-only', PROGRAM], capture_output=True, text=True, check=True).stdout
    symbols = {line.split ()[-1].partition ('@')[0] for line in listed.splitlines ()}
    expect ('g_object_unref' in symbols, f'nm lists only {len (symbols)}')
    found = {symbol for symbol in symbols if re.fullmatch (r'socket|connect|bind|getaddrinfo|gethostby.*|res_.*|io_uring_.*|curl_.*|soup_.*|'
                                                           r'g_(socket|network|resolver|proxy|inet|tls|tcp)_.*', symbol)}
    expect (not found, f'It calls {sorted (found)}')
    return f'{len (symbols)} functions of libraries'


tests = [functools.partial (whatever_the_umask, umask) for umask in (0, 0o022, 0o077, 0o777)]
run (*tests, copy_kept_at_an_update, wide_folder_is_closed, folder_of_a_person_is_left, files_and_links_in_the_way, drafts_are_new,
     nothing_in_the_log, calls_no_network, no_network)
