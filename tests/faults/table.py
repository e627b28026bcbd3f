#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the table of figures of README.md from what the tests said.

tests/faults/table.py [--write] LOG…, from the root of the source. A log is what a run of tests wrote, such as
_build/meson-logs/faults-log.txt, or the output of one test. Tests say “# figure WHAT: …” and then either a sentence or
NAME=NUMBER …; numbers of one name are added up. With --write the table goes into README.md, between its marks; a row
that no log has a figure for stays as it is there.
"""

import argparse
import pathlib
import re
import sys

README = pathlib.Path(__file__).with_name("README.md")
BEGIN, END = "<!-- table -->\n", "<!-- end of the table -->\n"

FAULTS = "./dev test faults"
FUZZ = "QD_FUZZ_SECONDS=600 ./dev test fuzz"
BACKUP = "./dev bench backup --test-args=1000"

# What a row is about, which command makes its figures, what they are called in the logs, and how they are put, if not
# as the test put them. What the name ends in may differ: “update of version 1” and “update of version 2” are one row.
ROWS = [
    ("Every verb, the power goes", FAULTS, "verbs", "{verbs} verbs, {operations} writes and syncs, {falls} falls"),
    ("Every verb, the disk fails or is full", FAULTS, "verbs", "{verbs} verbs, {failures} failures"),
    ("Redo, the power goes", FAULTS, "redo", "{operations} writes and syncs, {falls} falls"),
    ("First start, the power goes", FAULTS, "new-file", "{operations} writes and syncs, {falls} falls"),
    ("End, and start after a fall, the power goes", FAULTS, "close-and-open",
     "{operations} writes and syncs, {falls} falls"),
    ("Update of each version, the power goes", FAULTS, "update of version",
     "{tapes} versions, {operations} writes and syncs, {falls} falls"),
    ("Update of each version, the disk fails or is full", FAULTS, "failing update", "{failures} failures"),
    ("Backups, the power goes", FAULTS, "backup", "{operations} writes and syncs, {falls} falls"),
    ("Backups, the disk fails or is full", FAULTS, "failing backup", "{failures} failures"),
    ("Killed while it edits", FAULTS, "killed while it edits", None),
    ("Killed while it imports", FAULTS, "killed commands", None),
    ("Killed while a person writes in its window", FAULTS, "killed while accounts are written down", None),
    ("Two processes write", FAULTS, "both write", None),
    ("The disk fills, and has room again", "./dev test core", "fills and has room again", None),
    ("Used on and on", FAULTS, "used on and on", None),
    *((f"Salvage: {damage} damaged in {places} {'place' if places == 1 else 'places'}", FAULTS,
       f"salvage, {damage} in {places} places", None)
      for damage in ("1 to 16 bytes", "whole pages") for places in (1, 10, 100)),
    ("Hostile files", FUZZ, "fuzz", "{targets} targets, {executions} executions in {seconds} s, {inputs} files in the corpora, all clean"),
    ("Backup and restore", BACKUP, "backup and restore", None),
]


def read_figures(paths):
    figures = {}
    for path in paths:
        for line in path.read_text(errors="replace").splitlines():
            found = re.search(r"# figure ([^:]+): (.+)$", line)
            if not found:
                continue
            named = figures.setdefault(found[1], {})
            named["text"] = found[2]
            for name, number in re.findall(r"([\w-]+)=(\d+)", found[2]):
                named[name] = named.get(name, 0) + int(number)
    return figures


def gather(figures, what):
    total = {}
    for name, numbers in figures.items():
        if name == what or name.startswith(what + " "):
            for key, number in numbers.items():
                total[key] = total.get(key, 0) + number if isinstance(number, int) else number
    return total


def read_known(text):
    """The figures that the table has already, by what they are of."""
    table = text.split(BEGIN)[1].split(END)[0]
    return {cells[0].strip(): cells[2].strip() for line in table.splitlines()
            if len(cells := line.strip("| ").split(" | ")) == 3}


def make_table(figures, known):
    lines = ["| What | Command | Figures |", "|---|---|---|"]
    for what, command, name, form in ROWS:
        found = gather(figures, name)
        numbers = {key: f"{number:,}" for key, number in found.items() if isinstance(number, int)}
        try:
            figure = form.format(**numbers) if form else found["text"]
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
