#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints what the targets of libFuzzer last did, from the summaries that run.py left, as a table in Markdown."""

import json
import pathlib
import sys


def main ():
    summaries = [json.loads (path.read_text ()) for path in sorted (pathlib.Path (sys.argv[1]).glob ('*/summary.json'))]
    print ('| target | seconds | executions | edges | inputs kept | peak MB | |')
    print ('|---|---:|---:|---:|---:|---:|---|')
    for each in summaries:
        print ('| {target} | {seconds} | {executions:,} | {edges:,} | {inputs} | {peak_megabytes} | {end} |'.format (
            end='clean' if each['clean'] else 'failed', **each))
    print ('| all | {:,} | {:,} | | {} | | {} |'.format (
        sum (each['seconds'] for each in summaries), sum (each['executions'] for each in summaries),
        sum (each['inputs'] for each in summaries),
        'clean' if all (each['clean'] for each in summaries) else 'failed'))


main ()
