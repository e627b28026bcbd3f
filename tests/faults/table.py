#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the table of figures of README.md from what the tests said.

tests/faults/table.py [--write] LOG…, from the root of the source. A log is what a run of tests wrote, such as
_build/meson-logs/faults-log.txt, or the output of one test. Tests say “# figure WHAT: NAME=NUMBER …”; figures of one
name are added up. With --write the table goes into README.md, between its marks; a row that no log has a figure for
stays as it is there.
"""

import argparse
import pathlib
import re
import sys

README = pathlib.Path(__file__).with_name("README.md")
BEGIN, END = "<!-- table -->\n", "<!-- end of the table -->\n"

# What a row is about, which command makes its figures, what they are called in the logs, and how they are put. What
# the name ends in may differ: “update of version 1” and “update of version 2” are one row.
ROWS = [
    ("Every verb, the power goes", "./dev test faults", "verbs",
     "{verbs} verbs, {operations} writes and syncs, {falls} falls"),
    ("Every verb, the disk fails or is full", "./dev test faults", "verbs", "{verbs} verbs, {failures} failures"),
    ("Redo, the power goes", "./dev test faults", "redo", "{operations} writes and syncs, {falls} falls"),
    ("First start, the power goes", "./dev test faults", "new-file", "{operations} writes and syncs, {falls} falls"),
    ("End, and start after a fall, the power goes", "./dev test faults", "close-and-open",
     "{operations} writes and syncs, {falls} falls"),
    ("Update of each version, the power goes", "./dev test faults", "update of version",
     "{tapes} versions, {operations} writes and syncs, {falls} falls"),
    ("Update of each version, the disk fails or is full", "./dev test faults", "failing update", "{failures} failures"),
]


def read_figures(paths):
    figures = {}
    for path in paths:
        for line in path.read_text(errors="replace").splitlines():
            found = re.search(r"# figure ([^:]+): (.+)$", line)
            if not found:
                continue
            named = figures.setdefault(found[1], {})
            for name, number in re.findall(r"([\w-]+)=(\d+)", found[2]):
                named[name] = named.get(name, 0) + int(number)
    return figures


def gather(figures, what):
    total = {}
    for name, numbers in figures.items():
        if name == what or name.startswith(what + " "):
            for key, number in numbers.items():
                total[key] = total.get(key, 0) + number
    return total


def read_known(text):
    """The figures that the table has already, by what they are of."""
    table = text.split(BEGIN)[1].split(END)[0]
    return {cells[0].strip(): cells[2].strip() for line in table.splitlines()
            if len(cells := line.strip("| ").split(" | ")) == 3}


def make_table(figures, known):
    lines = ["| What | Command | Figures |", "|---|---|---|"]
    for what, command, name, form in ROWS:
        numbers = {key: f"{number:,}" for key, number in gather(figures, name).items()}
        try:
            figure = form.format(**numbers)
        except KeyError:
            figure = known.get(what, "—")
        lines.append(f"| {what} | `{command}` | {figure} |")
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("logs", nargs="+", type=pathlib.Path)
    args = parser.parse_args()

    text = README.read_text()
    table = make_table(read_figures(args.logs), read_known(text))
    if args.write:
        before, rest = text.split(BEGIN)
        README.write_text(before + BEGIN + table + END + rest.split(END)[1])
    else:
        print(table, end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
