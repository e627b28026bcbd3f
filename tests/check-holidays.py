#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the public holidays of every country day by day with those of python3-holidays.

check-holidays.py LIST-HOLIDAYS, the program that prints ours. Prints TAP: a test for each country. Names are not
compared, as they may be other words for the same day.
"""

import collections
import datetime
import subprocess
import sys

YEARS = range(2020, 2036)
SHOWN = 10

# Other than the country's name asks for. It makes a holiday of every Sunday in Sweden, as the law's letter does; for us
# these are no different from those of other countries.
OPTIONS = {"SE": {"include_sundays": False}}


def read_ours(program):
    lines = subprocess.run(
        [program, str(YEARS[0]), str(YEARS[-1])], check=True, capture_output=True, text=True
    ).stdout.splitlines()
    ours = collections.defaultdict(lambda: collections.defaultdict(list))
    for line in lines:
        country, day, name = line.split(" ", 2)
        ours[country][datetime.date.fromisoformat(day)].append(name)
    return ours


def compare(ours, theirs):
    """What to say of each day that only one side has."""
    for day in sorted(set(ours) ^ set(theirs)):
        if day in ours:
            yield f"{day:%a %Y-%m-%d} is {' and '.join(ours[day])}, but not for python3-holidays"
        else:
            yield f"{day:%a %Y-%m-%d} is {theirs[day]} for python3-holidays, but not for us"


def main():
    try:
        import holidays
    except ImportError:
        print("1..0 # SKIP python3-holidays is not installed")
        return 0

    ours = read_ours(sys.argv[1])
    failed = 0
    print(f"TAP version 14\n1..{len(ours) + 1}")
    print(f"# python3-holidays {holidays.__version__}, {YEARS[0]} to {YEARS[-1]}")

    for number, (country, days) in enumerate(sorted(ours.items()), 1):
        theirs = getattr(holidays, country)(years=YEARS, **OPTIONS.get(country, {}))
        differences = list(compare(days, theirs))
        failed += bool(differences)
        print(f"{'not ok' if differences else 'ok'} {number} {country}: {len(days)} days")
        for difference in differences[:SHOWN]:
            print(f"# {difference}")
        if len(differences) > SHOWN:
            print(f"# and {len(differences) - SHOWN} more")

    # A list that came out empty would agree with everything.
    required = {"US", "GB", "DE", "FR", "NL", "ES", "IT", "JP", "IN", "AU", "CA", "BR"}
    missing = required - set(ours)
    failed += bool(missing)
    print(f"{'not ok' if missing else 'ok'} {len(ours) + 1} no country is missing")
    if missing:
        print(f"# {' '.join(sorted(missing))}")

    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
