#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Has libFuzzer run a target for QD_FUZZ_SECONDS, and says in TAP how it went.

Into the folder of its results go the dictionary, what was found to reach further, the log, a
summary.json, and an input that made the target fail, as crash-…, leak-…, timeout-… or oom-….
"""

import json
import os
import pathlib
import re
import shlex
import subprocess
import sys

LONGEST_INPUT = 64 * 1024
LONGEST_SECONDS = 60
MOST_MEGABYTES = 3072


def last (pattern, log, default=0):
    found = re.findall (pattern, log)
    return int (found[-1]) if found else default


def failures (results):
    return {path for path in results.iterdir () if re.match (r'(crash|leak|timeout|oom)-', path.name)}


def main ():
    target, results, *folders = map (pathlib.Path, sys.argv[1:])
    seconds = int (os.environ.get ('QD_FUZZ_SECONDS') or 0)
    print ('TAP version 14')
    if seconds <= 0:
        print ('1..0 # SKIP QD_FUZZ_SECONDS does not say for how long')
        return

    found = results / 'found'
    found.mkdir (parents=True, exist_ok=True)
    words = results / 'words'
    words.write_bytes (subprocess.run ([target, '--words'], check=True, stdout=subprocess.PIPE).stdout)
    command = [target, f'-max_total_time={seconds}', f'-timeout={LONGEST_SECONDS}', f'-max_len={LONGEST_INPUT}',
               f'-rss_limit_mb={MOST_MEGABYTES}', f'-dict={words}', f'-artifact_prefix={results}/',
               '-print_final_stats=1', '-verbosity=1', found, *(folder for folder in folders if folder.is_dir ())]
    before = failures (results)
    for name in ('ASAN_OPTIONS', 'UBSAN_OPTIONS'):
        os.environ[name] = ':'.join (filter (None, [os.environ.get (name), 'allow_addr2line=1', 'print_stacktrace=1']))
    with (results / 'log').open ('wb') as log:
        status = subprocess.run (command, stdout=log, stderr=subprocess.STDOUT).returncode

    said = (results / 'log').read_text (errors='replace')
    summary = {
        'target': target.name.removeprefix ('fuzz-'),
        'asked_seconds': seconds,
        'seconds': last (r'Done \d+ runs in (\d+) second', said),
        'executions': last (r'stat::number_of_executed_units: (\d+)', said),
        'edges': last (r' cov: (\d+)', said),
        'inputs': sum (1 for folder in folders if folder.is_dir () for _ in folder.iterdir ()),
        'peak_megabytes': last (r'stat::peak_rss_mb: +(\d+)', said),
        'clean': status == 0,
    }
    (results / 'summary.json').write_text (json.dumps (summary, indent=2) + '\n')
    print ('1..1')
    print (f'# {summary["executions"]} executions in {summary["seconds"]} s, {summary["edges"]} edges')
    if status == 0:
        print (f'# figure fuzz {summary["target"]}: targets=1 executions={summary["executions"]} '
               f'seconds={summary["seconds"]} inputs={summary["inputs"]}')
        print ('ok 1 -', summary['target'])
        return
    print ('not ok 1 -', summary['target'])
    for line in said.splitlines ()[-60:]:
        print ('#', line)
    for path in sorted (failures (results) - before):
        print ('# to see it again:', shlex.join (['./dev', 'shell', str (target), str (path)]))


main ()
