#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares when the tasks of generated plans are done with what TaskJuggler makes of the same plans.

check-schedule.py QUARTERDECK. Prints TAP: a test for each plan, of which every start and every end must be the same.

TaskJuggler has links that hold the start of a task, and lags that run on. All else is said to it by tasks of help:

- A lag in working time of the task that waits is a task as long, in its calendar, after the other one.
- A lead is such a task that is done as late as it can be, to end with the other one; what waits starts when it does.
- What is to end at the earliest with something waits for the start of a task as long as itself, in its calendar, that is
  done as late as it can be, to end with that.
- What is fixed waits for nothing.
- It lets a task start in the night from which on it waits for the morning. So a task of one grain is put beside it, and
  one that is done day and night until that ends: this starts when people do.

TaskJuggler has no floats, no summaries that wait and no minutes, but grains of time; these are left to other tests, as
are dates that a status day or progress moves.
"""

import collections
import csv
import datetime
import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

N_PLANS = 60
N_TASKS = 9
SHOWN = 6

GRAIN = 30  # minutes
START = datetime.datetime(2026, 6, 1)
# Days that are given to TaskJuggler before and after
FRAME = (START - datetime.timedelta(21), START + datetime.timedelta(110))

DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

# Hours of each day of the week, from Monday to Sunday
WEEKS = {
    "office": [[(9, 17)]] * 5 + [[], []],
    "lunch": [[(8, 12), (13, 16.5)]] * 4 + [[(8, 13)], [], []],
    "gulf": [[(8, 16)]] * 4 + [[], [], [(8, 16)]],
    "night": [[(0, 5), (22, 24)]] * 6 + [[]],
    "half": [[], [(9, 12.5)], [], [(9, 12.5)], [], [(10, 14)], []],
}

Link = collections.namedtuple("Link", "origin type lag elapsed")


def clock(hour):
    return f"{int(hour):02}:{int(hour % 1 * 60):02}"


def stamp(minute):
    return minute.strftime("%Y-%m-%d-%H:%M")


class Plan:
    """A plan that both can work out."""

    def __init__(self, number):
        rand = random.Random(number)
        self.name = f"p{number}"
        self.start = START + datetime.timedelta(minutes=GRAIN * rand.randrange(7 * 48))
        self.calendars = self.make_calendars(rand)
        self.tasks = [self.make_task(rand, i) for i in range(N_TASKS)]
        self.order = rand.sample(range(N_TASKS), N_TASKS)

    def make_calendars(self, rand):
        calendars = {}
        for name in rand.sample(sorted(WEEKS), 2):
            days = {START.date() + datetime.timedelta(rand.randrange(40)) for _ in range(rand.randrange(5))}
            calendars[name] = (WEEKS[name], sorted(days))
        return calendars

    def make_task(self, rand, number):
        task = {
            "id": f"t{number}",
            "duration": 0 if rand.random() < 0.15 else GRAIN * rand.randrange(1, 40),
            "calendar": rand.choice([*self.calendars, None]),
            "links": [],
            "constraint": None,
        }
        for origin in rand.sample(range(number), min(number, rand.choice([0, 1, 1, 2, 3]))):
            lag = GRAIN * rand.choice([0, 0, rand.randrange(1, 30), -rand.randrange(1, 20)])
            task["links"].append(Link(origin, rand.choice(["FS", "FS", "SS", "FF", "SF"]), lag, rand.random() < 0.4))
        if rand.random() < 0.2:
            at = self.start + datetime.timedelta(minutes=GRAIN * rand.randrange(10 * 48))
            task["constraint"] = (rand.choice(["not-before", "not-before", "fixed"]), at)
        return task

    def to_json(self):
        calendars = {}
        for name, (hours, holidays) in self.calendars.items():
            week = [
                f"{day.title()[:2]} " + ",".join(f"{clock(a)}-{clock(b)}" for a, b in spans)
                for day, spans in zip(DAYS, hours)
                if spans
            ]
            calendars[name] = {"hours": "; ".join(week), "holidays": [day.isoformat() for day in holidays]}
        tasks = []
        for index in self.order:
            task = self.tasks[index]
            item = {"id": task["id"], "duration_minutes": task["duration"]}
            if task["calendar"]:
                item["calendar"] = task["calendar"]
            if task["links"]:
                item["links"] = [
                    {"from": f"t{l.origin}", "type": l.type, "lag_minutes": l.lag, "elapsed": l.elapsed}
                    for l in task["links"]
                ]
            if task["constraint"]:
                kind, at = task["constraint"]
                item["constraint"] = {"kind": kind, "at": at.isoformat(timespec="minutes")}
            tasks.append(item)
        return {"start": self.start.isoformat(timespec="minutes"), "calendars": calendars, "tasks": tasks}


class Project:
    """All plans as one of TaskJuggler's projects."""

    def __init__(self):
        self.tasks = []
        self.n_helpers = 0

    def add_task(self, name, *lines):
        self.tasks.append("\n  ".join([f'task {name} "{name}" {{', *lines]) + "\n}")
        return name

    def help(self, plan, *lines):
        self.n_helpers += 1
        return self.add_task(f"{plan.name}_h{self.n_helpers}", *lines)

    def moment(self, plan, line):
        return self.help(plan, "milestone", line)

    def work(self, plan, calendar, minutes):
        """What makes a task so long, in that calendar. Leaves of a shift make no difference to a task; so on holidays it
        has another shift."""
        if calendar is None:
            return [f"duration {minutes}min"]
        shifts = []
        begin = FRAME[0]
        for day in plan.calendars[calendar][1]:
            day = datetime.datetime.combine(day, datetime.time())
            end = day + datetime.timedelta(1)
            if day > begin:
                shifts.append(f"{calendar} {stamp(begin)} - {stamp(day)}")
            shifts.append(f"closed {stamp(day)} - {stamp(end)}")
            begin = end
        shifts.append(f"{calendar} {stamp(begin)} - {stamp(FRAME[1])}")
        return [f"length {minutes}min", "shifts " + ", ".join(shifts)]

    def get_start(self, plan, task):
        """Returns the task that starts when this does."""
        return f"{plan.name}_{task['id']}" + ("_start" if task["duration"] and task["calendar"] else "")

    def add_lag(self, plan, task, link):
        """Returns what the task waits for, were it to start then."""
        origin = plan.tasks[link.origin]
        at = self.get_start(plan, origin) + " { onstart }" if link.type[0] == "S" else f"{plan.name}_{origin['id']}"
        calendar = None if link.elapsed else task["calendar"]
        if link.lag > 0:
            return self.help(plan, f"depends {at}", *self.work(plan, calendar, link.lag))
        if link.lag < 0:
            moment = self.moment(plan, f"depends {at}")
            return self.help(plan, f"precedes {moment}", *self.work(plan, calendar, -link.lag)) + " { onstart }"
        return at

    def add_link(self, plan, task, link):
        at = self.add_lag(plan, task, link)
        if link.type[1] == "S" or task["duration"] == 0:
            return at
        moment = self.moment(plan, f"depends {at}")
        return self.help(plan, f"precedes {moment}", *self.work(plan, task["calendar"], task["duration"])) + " { onstart }"

    def add_waiting(self, plan, task):
        """Returns the moment from which on nothing holds the task."""
        kind, at = task["constraint"] or (None, None)
        if kind == "fixed":
            return self.moment(plan, f"start {stamp(at)}")
        waits = [self.moment(plan, f"start {stamp(plan.start)}")]
        waits += [self.add_link(plan, task, link) for link in task["links"]]
        if kind == "not-before":
            waits.append(self.moment(plan, f"start {stamp(at)}"))
        return self.moment(plan, "depends " + ", ".join(waits))

    def add_plan(self, plan):
        for task in plan.tasks:
            name = f"{plan.name}_{task['id']}"
            waiting = f"depends {self.add_waiting(plan, task)}"
            length = self.work(plan, task["calendar"], task["duration"]) if task["duration"] else ["milestone"]
            self.add_task(name, waiting, *length)
            if self.get_start(plan, task) != name:
                grain = self.help(plan, waiting, *self.work(plan, task["calendar"], GRAIN))
                moment = self.moment(plan, f"depends {grain}")
                self.add_task(self.get_start(plan, task), f"precedes {moment}", f"duration {GRAIN}min")

    def write_shift(self, name, hours):
        lines = [f'shift {name} "{name}" {{']
        for day, spans in zip(DAYS, hours):
            lines.append(f"  workinghours {day} " + (", ".join(f"{clock(a)} - {clock(b)}" for a, b in spans) or "off"))
        return "\n".join([*lines, "}"])

    def write(self):
        return "\n".join(
            [
                f'project all "All" {stamp(FRAME[0])} - {stamp(FRAME[1])} {{',
                '  timezone "UTC"',
                f"  timingresolution {GRAIN}min",
                "}",
                *(self.write_shift(name, hours) for name, hours in WEEKS.items()),
                self.write_shift("closed", [[]] * 7),
                *self.tasks,
                'taskreport "dates" {',
                "  formats csv",
                "  columns id, start, end",
                '  timeformat "%Y-%m-%dT%H:%M"',
                "}",
            ]
        )


def ask_taskjuggler(plans, folder):
    project = Project()
    for plan in plans:
        project.add_plan(plan)
    path = folder / "all.tjp"
    path.write_text(project.write())
    done = subprocess.run(
        ["tj3", "--silent", "--no-color", "--output-dir", folder, path], capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        sys.exit(f"Bail out! tj3: {done.stderr[-2000:]}")
    with open(folder / "dates.csv", newline="") as file:
        rows = {row["Id"]: row for row in csv.DictReader(file, delimiter=";")}
    dates = {}
    for plan in plans:
        for task in plan.tasks:
            name = f"{plan.name}_{task['id']}"
            dates[name] = (rows[project.get_start(plan, task)]["Start"], rows[name]["End"])
    return dates


def ask_quarterdeck(program, plan, folder):
    path = folder / f"{plan.name}.json"
    path.write_text(json.dumps(plan.to_json(), indent=1))
    done = subprocess.run([program, "schedule", path, "--json"], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"Bail out! {plan.name}: {done.stderr}")
    return {task["id"]: (task["start"], task["end"]) for task in json.loads(done.stdout)["tasks"]}


def main():
    if shutil.which("tj3") is None:
        print("1..0 # SKIP TaskJuggler is not installed")
        return 0

    plans = [Plan(number) for number in range(N_PLANS)]
    failed = n_links = 0
    kinds = set()
    print(f"TAP version 14\n1..{N_PLANS + 1}")

    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        theirs = ask_taskjuggler(plans, folder)
        for number, plan in enumerate(plans, 1):
            ours = ask_quarterdeck(sys.argv[1], plan, folder)
            differences = [t["id"] for t in plan.tasks if ours[t["id"]] != theirs[f"{plan.name}_{t['id']}"]]
            failed += bool(differences)
            print(f"{'not ok' if differences else 'ok'} {number} plan {plan.name}: {len(ours)} tasks")
            for task in differences[:SHOWN]:
                print(f"# {task}: {' – '.join(ours[task])} here, {' – '.join(theirs[f'{plan.name}_{task}'])} there")
            if differences:
                print("# " + json.dumps(plan.to_json()))
            links = [link for task in plan.tasks for link in task["links"]]
            n_links += len(links)
            kinds |= {(link.type, (link.lag > 0) - (link.lag < 0), link.elapsed) for link in links}

    # Plans without links would agree with anything.
    covered = n_links > 3 * N_PLANS and len(kinds) == 4 * 3 * 2
    failed += not covered
    print(f"{'ok' if covered else 'not ok'} {N_PLANS + 1} all kinds of links, lags and leads: {n_links} links")

    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
