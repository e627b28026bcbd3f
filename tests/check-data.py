#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the data that ships: schemas, templates, the catalogue of modules, the reference, facts, sample portfolio.

python3 tests/check-data.py, from the root of the source. Prints TAP. Needs python3-jsonschema.

First the schemas against the tables, then each file against its schema, then what a schema
cannot say; last, that broken copies of the same files are found out.
"""

import copy
import datetime
import json
import pathlib
import re
import sqlite3
import sys
import unicodedata
import zoneinfo

import jsonschema
import referencing
import referencing.jsonschema

ROOT = pathlib.Path.cwd()
SCHEMAS = ROOT / "data" / "schema"
TEMPLATES = ROOT / "data" / "templates"
CATALOGUE = ROOT / "data" / "catalogue" / "modules.json"
REFERENCE = ROOT / "data" / "reference"
SECTIONS = ROOT / "tests" / "data" / "reference-sections.json"
FACTS = ROOT / "data" / "dedicated"
SAMPLE = ROOT / "data" / "sample" / "portfolio.json"
TABLES = ROOT / "src" / "store" / "schema"

KINDS = ("portfolio", "account", "plan", "template", "catalogue", "reference", "dedicated")
TITLE_LENGTH = 60  # of a task in a template: what a board's card shows on two lines

ZONES = zoneinfo.available_timezones()

# Where a record lies in its parent: (its key there, its table, the column that names the parent).
NESTED = {
    "account": [
        ("contacts", "contact", "account"),
        ("team", "team_member", "account"),
        ("activities", "activity", "account"),
        ("health", "health", "account"),
        ("follow_ups", "follow_up", "account"),
        ("calendars", "working_calendar", "account"),
        ("onboardings", "onboarding", "account"),
        ("plans", "plan", "account"),
        ("tenants", "tenant", "account"),
        ("tickets", "ticket", "account"),
        ("escalations", "escalation", "account"),
        ("upgrade_requests", "upgrade_request", "account"),
        ("references", "reference_link", "account"),
    ],
    "plan": [
        ("phases", "phase", "plan"),
        ("objectives", "objective", "plan"),
        ("tasks", "task", "plan"),
        ("links", "link", "plan"),
        ("baselines", "baseline", "plan"),
    ],
    "task": [("checklist", "check_item", "task")],
    "baseline": [("tasks", "baseline_task", "baseline")],
    "working_calendar": [("closures", "closure", "calendar")],
    "tenant": [
        ("contacts", "tenant_contact", "tenant"),
        ("access", "switchboard_access", "tenant"),
        ("waves", "migration_wave", "tenant"),
        ("maintenance", "maintenance", "tenant"),
    ],
}

ROLES = {
    "CSM", "CSA", "CSE", "AE", "SA", "PS", "RM", "ASE", "Support", "CSM manager", "Current CSM", "New CSM",
    "Customer admin", "Executive sponsor", "Champion", "Project lead", "Platform lead", "Security lead",
    "Network lead", "Procurement",
}


class Reader:
    """Collects what is wrong, each with the place it was found at."""

    def __init__(self):
        self.errors = []

    def expect(self, fine, where, what):
        if not fine:
            self.errors.append(f"{where}: {what}")


def load_json(path):
    def refuse_twice(pairs):
        keys = [key for key, _ in pairs]
        for key in keys:
            if keys.count(key) > 1:
                raise ValueError(f"key “{key}” stands twice in an object")
        return dict(pairs)

    return json.loads(path.read_text("utf-8"), object_pairs_hook=refuse_twice)


def load_schemas():
    schemas = {kind: load_json(SCHEMAS / f"{kind}-1.json") for kind in KINDS}
    registry = referencing.Registry().with_resources(
        (schema["$id"], referencing.jsonschema.DRAFT202012.create_resource(schema)) for schema in schemas.values()
    )
    return schemas, {
        kind: jsonschema.Draft202012Validator(schema, registry=registry) for kind, schema in schemas.items()
    }


def walk(value, where=""):
    yield where, value
    if isinstance(value, dict):
        for key, member in value.items():
            yield from walk(member, f"{where}/{key}")
    elif isinstance(value, list):
        for index, member in enumerate(value):
            yield from walk(member, f"{where}/{index}")


def parse_day(text):
    try:
        return datetime.date.fromisoformat(text)
    except (TypeError, ValueError):
        return None


# Schemas


def open_tables():
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.execute("PRAGMA foreign_keys = ON")
    for path in sorted(TABLES.glob("*.sql")):
        db.executescript(path.read_text("utf-8"))
    return db


def check_schemas_match_tables(reader, schemas):
    """The exchange format has the columns of the tables: names, order, enumerations, what may be none."""
    db = open_tables()
    definitions = schemas["portfolio"]["$defs"]
    parents = {table: column for nested in NESTED.values() for _, table, column in nested}
    tables = ["account", *parents, "content_module", "fact_edit", "saved_view"]

    for table in tables:
        definition = definitions[table]
        arrays = [key for key, _, _ in NESTED.get(table, [])]
        columns = [row for row in db.execute(f"PRAGMA table_info ({table})") if row[1] != parents.get(table)]
        names = [row[1] for row in columns]
        required = [row[1] for row in columns if row[3] or row[5]]

        reader.expect(
            list(definition["properties"]) == names + arrays, table, "has other members than the table's columns"
        )
        reader.expect(
            definition["required"] == required + arrays, table, f"requires other members than {required + arrays}"
        )
        reader.expect(definition.get("additionalProperties") is False, table, "lets unknown members pass")

        sql = db.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0]
        for column, nicks in re.findall(r"CHECK \((\w+) IN \(([^)]*)\)\)", sql):
            nicks = re.findall(r"'([^']+)'", nicks)
            if not nicks:
                continue  # 0 and 1: a boolean
            member = definition["properties"].get(column, {})
            if "$ref" in member:
                member = definitions[member["$ref"].rpartition("/")[2]]
            reader.expect(member.get("enum") == nicks, f"{table}.{column}", f"is not one of {nicks}")


# Any file


def check_text(reader, where, value):
    """What holds for every text of every file."""
    for place, member in walk(value):
        for text in [member] if isinstance(member, str) else member if isinstance(member, dict) else []:
            reader.expect(
                not any(unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t" for c in text),
                where + place,
                "has a control character",
            )
            reader.expect(text == unicodedata.normalize("NFC", text), where + place, "is not normalised (NFC)")
            reader.expect(text == text.strip(), where + place, "begins or ends with a space")
            reader.expect("  " not in text, where + place, "has two spaces in a row")


def check_against_schema(reader, validators, document):
    kind = document.get("kind") if isinstance(document, dict) else None
    if kind not in KINDS:
        reader.expect(False, "/kind", f"is not one of {KINDS}")
        return False
    errors = sorted(validators[kind].iter_errors(document), key=lambda error: list(error.absolute_path))
    for error in errors:
        reader.expect(False, "/" + "/".join(map(str, error.absolute_path)), error.message[:200])
    return not errors


def check_unique(reader, where, values, what):
    seen = set()
    for value in values:
        reader.expect(value not in seen, where, f"{what} “{value}” stands twice")
        seen.add(value)


def check_phases(reader, where, phases, first, last):
    """One after the other, no gap, from the first day to the last; the target itself may come after."""
    expected = first
    for phase in phases:
        reader.expect(phase["first"] == expected, where, f"phase “{phase['name']}” does not begin on day {expected}")
        reader.expect(phase["last"] >= phase["first"], where, f"phase “{phase['name']}” ends before it begins")
        expected = phase["last"] + 1
    reader.expect(expected in (last, last + 1), where, f"phases end on day {expected - 1}, the plan on day {last}")


# Templates


def check_template(reader, document, name):
    template = document["template"]
    where = template["key"]
    days = template["days"]
    first, last = (0, days) if template["anchor"] == "start" else (-days, 0)

    reader.expect(name is None or name == where, where, "is not the name of its file")
    reader.expect(template.get("summary", "").endswith("."), where, "summary is not a sentence")
    reader.expect(bool(template.get("strategy")), where, "has no strategy")
    reader.expect(15 <= len(template["tasks"]) <= 30, where, f"has {len(template['tasks'])} tasks")
    reader.expect(1 <= len(template["objectives"]) <= 3, where, f"has {len(template['objectives'])} objectives")

    for key in ("phases", "objectives", "sources"):
        check_unique(reader, where, [entry["key"] for entry in template.get(key, [])], f"key in {key}")
    for key in ("phases", "objectives"):
        check_unique(reader, where, [entry["name"] for entry in template[key]], f"name in {key}")
    check_unique(reader, where, [task["title"] for task in template["tasks"]], "title")
    check_phases(reader, where, template["phases"], first, last)

    for objective in template["objectives"]:
        place = f"{where}: {objective['name']}"
        for key in ("use_case", "priority", "baseline", "criteria", "impact", "due", "owner", "customer_owner"):
            reader.expect(key in objective, place, f"has no {key}")
        reader.expect(first <= objective.get("due", first) <= last, place, "is due outside the plan")
        reader.expect(objective.get("owner", "CSM") in ROLES, place, "owner is not a role")
        reader.expect(objective.get("customer_owner", "CSM") in ROLES, place, "customer owner is not a role")

    reader.expect(
        any(task["visibility"] == "customer" and task["kind"] == "milestone" for task in template["tasks"])
        or template["plan_kind"] == "handover",
        where,
        "has no milestone that the customer sees",
    )
    check_template_tasks(reader, template, first, last)


def check_template_tasks(reader, template, first, last):
    phases = {phase["key"]: phase for phase in template["phases"]}
    objectives = {objective["key"] for objective in template["objectives"]}
    sources = {source["key"] for source in template.get("sources", [])}
    used = set()
    before = None

    for task in template["tasks"]:
        place = f"{template['key']}: {task['title']}"
        start, due, kind = task.get("start"), task.get("due"), task["kind"]
        phase = phases.get(task.get("phase"))

        reader.expect(len(task["title"]) <= TITLE_LENGTH, place, f"title is longer than {TITLE_LENGTH}")
        reader.expect(task["title"][0].isupper() and task["title"][-1] not in ".!", place, "title is no title")
        reader.expect(phase is not None, place, "phase is not one of the template's")
        reader.expect(task.get("objective") in objectives | {None}, place, "objective is not one of the template's")
        reader.expect(bool(task.get("source")), place, "has no source")
        for part in task.get("source", "").split("; "):
            key, colon, at = part.partition(": ")
            used.add(key)
            reader.expect(key in sources and colon and at, place, f"source “{part}” is not listed")

        if start is None or due is None:
            reader.expect(False, place, "has no start or no due")
            continue
        reader.expect(first <= start <= due <= last, place, f"days {start} to {due} are not within the plan")
        if phase is not None:
            reader.expect(phase["first"] <= start <= phase["last"], place, "starts outside its phase")
        reader.expect(before is None or before <= (start, due), place, "stands after a later task")
        before = (start, due)

        minutes = task.get("work" if kind == "task" else "duration", -1)
        bounds = {"milestone": (0, 0), "workshop": (60, 120), "call": (30, 90), "task": (15, 9600)}[kind]
        reader.expect(bounds[0] <= minutes <= bounds[1], place, f"{minutes} minutes are wrong for a {kind}")
        reader.expect(kind != "milestone" or start == due, place, "milestone takes more than a day")

        checks = task.get("checklist", [])
        reader.expect(len(checks) == 0 or 2 <= len(checks) <= 6, place, f"{len(checks)} check items")
        check_unique(reader, place, checks, "check item")

        reader.expect(task.get("owner") in ROLES, place, "owner is not a role")
        reader.expect(task.get("customer_owner", "CSM") in ROLES, place, "customer owner is not a role")
        reader.expect(
            ("customer_owner" in task) == (task["visibility"] == "customer"),
            place,
            "what the customer sees has an owner there, what is internal has none",
        )

    for source in sources - used:
        reader.expect(False, template["key"], f"source “{source}” is not used")


# Catalogue

# How many modules of each category the two lists have: the Success Services page of 2024 and
# the accelerator catalogue of the handbook, last changed on 2026-02-19.
LISTED = {
    "success-services": {
        "ci-cd": 5, "security-compliance": 6, "agile-planning": 2, "ai-ml": 1, "system-administration": 1,
    },
    "accelerator-catalog": {
        "ci-cd": 6, "security-compliance": 7, "agile-planning": 2, "ai-ml": 2, "system-administration": 3,
    },
}


def check_catalogue(reader, document):
    modules = document["modules"]
    check_unique(reader, "catalogue", [module["key"] for module in modules], "key")
    check_unique(reader, "catalogue", [module["name"] for module in modules], "name")

    for key, numbers in LISTED.items():
        for category, number in numbers.items():
            listed = [m for m in modules if m["category"] == category and key in m["listed"]]
            reader.expect(len(listed) == number, key, f"has {len(listed)} modules of {category}, not {number}")

    for module in modules:
        where, kind, tasks = module["key"], module["kind"], module["tasks"]
        reader.expect(parse_day(module["checked"]) is not None, where, f"{module['checked']} is no day")
        reader.expect(3 <= len(tasks) <= 6, where, f"has {len(tasks)} tasks")
        check_unique(reader, where, tasks, "task")
        for title in tasks:
            reader.expect(len(title) <= TITLE_LENGTH, where, f"“{title}” is longer than {TITLE_LENGTH}")
            reader.expect(title[0].isupper() and title[-1] not in ".!", where, f"“{title}” is no title")
        for key in ("description", "outcome"):
            reader.expect(module[key].endswith("."), where, f"{key} is not a sentence")
        reader.expect(("phases" in module) == (kind == "programme"), where, "phases are those of a programme")
        bounds = {"session": (60, 90), "lab": (90, 120), "deep-dive": (480, 4800), "programme": (4800, 48000)}[kind]
        reader.expect(bounds[0] <= module["duration"] <= bounds[1], where, f"{module['duration']} minutes")
        reader.expect(module["url"].startswith("https://handbook.gitlab.com/handbook/"), where, "is of no public page")


# Reference


def check_table(reader, where, lines):
    """Each row has as many cells as the head, and the second row is the rule below it."""
    numbers = {line.count("|") for line in lines}
    reader.expect(len(lines) >= 3 and len(numbers) == 1, where, f"the table “{lines[0]}” is uneven")
    reader.expect(set(lines[min(1, len(lines) - 1)]) <= set("|-"), where, f"“{lines[0]}” has no rule below it")


def check_markdown(reader, where, body):
    """Paragraphs, headings, lists, tables, code and links; what else Markdown can do is not drawn."""
    reader.expect(body.count("**") % 2 == 0 and body.count("`") % 2 == 0, where, "an emphasis or code does not end")
    reader.expect(re.sub(r"`[^`]*`", "", body).count("<") == 0, where, "has HTML")
    reader.expect("![" not in body, where, "has a picture")
    table = []
    for line in [*body.split("\n"), ""]:
        if line.startswith("|"):
            table.append(line)
        elif table:
            reader.expect(line == "", where, f"“{line}” follows a table at once")
            check_table(reader, where, table)
            table = []


def check_reference_entry(reader, entry, keys):
    where = entry["key"]
    check_markdown(reader, where, entry["body"])
    reader.expect(parse_day(entry["checked"]) is not None, where, f"{entry['checked']} is no day")
    reader.expect(len(entry["title"]) <= 80 and entry["title"][-1] not in ".!", where, "title is no title")
    reader.expect(len(entry["body"]) >= 20 and len(entry["body"]) <= 4000, where, "body is too short or too long")
    reader.expect(("feature" in entry["tags"]) == ("available" in entry), where, "a feature, or available, but not both")
    reader.expect(("not-available" in entry["tags"]) == (entry.get("available") == "no"), where, "wrong tag for it")
    reader.expect("available" in entry or not {"workaround", "since"} & set(entry), where, "is no feature")
    for key in entry.get("related", []):
        reader.expect(key in keys and key != where, where, f"there is no other entry “{key}”")
    for alias in entry["aliases"]:
        reader.expect(alias == alias.lower(), where, f"“{alias}” is not in small letters")

    # Pages of team members only: what one of them says may not ship, and nobody else can open it.
    for place, text in walk(entry):
        private = r"internal\.gitlab\.com|docs\.google|drive\.google|slack\.com|@[a-z0-9-]+\.(com|org|net)"
        reader.expect(not isinstance(text, str) or re.search(private, text) is None, where + place, "is not public")


def check_reference(reader, document, name, keys):
    entries = document["entries"]
    check_unique(reader, "reference", [entry["key"] for entry in entries], "key")
    check_unique(reader, "reference", [entry["title"] for entry in entries], "title")
    for entry in entries:
        reader.expect(name in (None, entry["category"]), entry["key"], "is in the file of another category")
        check_reference_entry(reader, entry, keys)


def check_sections(sections, keys):
    """Each section of each page that the reference is made from has an entry."""
    reader = Reader()
    for document in sections:
        reader.expect(len(document["sections"]) >= 5, document["document"], "has hardly a section")
        check_unique(reader, document["document"], [section["title"] for section in document["sections"]], "section")
        for section in document["sections"]:
            where = f"{document['document']}: {section['title']}"
            reader.expect(len(section["entries"]) > 0, where, "has no entry")
            for key in section["entries"]:
                reader.expect(key in keys, where, f"there is no entry “{key}”")
    return reader.errors


# Facts about Dedicated


def check_facts(reader, document, name):
    topic, facts = document["topic"], document["facts"]
    reader.expect(name is None or name == topic, topic, "is not the name of its file")
    check_unique(reader, topic, [fact["key"] for fact in facts], "key")
    check_unique(reader, topic, [fact["name"] for fact in facts if topic != "lock"], "name")

    for fact in facts:
        where = f"{topic}: {fact['key']}"
        reader.expect(parse_day(fact["checked"]) is not None, where, f"{fact['checked']} is no day")
        reader.expect(fact.get("description", ".").endswith("."), where, "description is not a sentence")
        reader.expect("internal.gitlab.com" not in fact["url"], where, "is of no public page")
        if topic == "lock":
            reader.expect(fact["begins_at"] < fact["ends_at"], where, "ends before it begins")
        if topic == "feature":
            check_unique(reader, where, [fact["name"].lower()] + [word.lower() for word in fact.get("words", [])], "word")

    # What people call a feature must not be what they call another.
    if topic == "feature":
        words = [word.lower() for fact in facts for word in [fact["name"], *fact.get("words", [])]]
        check_unique(reader, topic, words, "word")


# Sample


def check_portfolio(reader, document, templates, schemas):
    as_of = document.get("as_of")
    definitions = schemas["portfolio"]["$defs"]

    reader.expect(parse_day(as_of) is not None, "sample", "has no day that it is meant for")
    for place, value in walk(document):
        if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            reader.expect(parse_day(value) is not None, place, f"{value} is no day")

    records = list(walk_records(document))
    check_unique(reader, "sample", [record["id"] for _, _, record in records], "id")
    check_unique(reader, "sample", [account["name"] for account in document["accounts"]], "name")
    codenames = [account["codename"] for account in document["accounts"] if "codename" in account]
    check_unique(reader, "sample", codenames, "codename")

    for place, table, record in records:
        keys = list(definitions[table]["properties"])
        reader.expect([key for key in keys if key in record] == list(record), place, "members are not in order")
        for key, value in record.items():
            if isinstance(value, list):
                ids = [entry["id"] for entry in value]
                reader.expect(ids == sorted(ids), f"{place}/{key}", "is not sorted by id")
        check_days_of_record(reader, place, table, record, as_of)
        check_zone(reader, place, record)

    ids = [account["id"] for account in document["accounts"]]
    reader.expect(ids == sorted(ids), "/accounts", "is not sorted by id")
    for account in document["accounts"]:
        check_account(reader, account, templates, as_of)
    check_names(reader, document)
    check_words(reader, document)


REFERENCES = {"id", "account", "activity", "plan", "phase", "objective", "task", "tenant"} | {
    "parent",
    "predecessor",
    "successor",
    "supports",
}
# What others have, too, but as a text
OWN_REFERENCES = {"closure": {"calendar"}, "baseline_task": {"baseline"}, "escalation": {"ticket"}}


def check_fits_tables(document):
    """Every record goes into its table, whose own checks then have their say."""
    errors = []
    db = open_tables()
    db.execute("BEGIN")
    db.execute("PRAGMA defer_foreign_keys = ON")

    def insert(table, record, parent):
        row = {key: value for key, value in record.items() if not isinstance(value, list)} | parent
        for key in (REFERENCES | OWN_REFERENCES.get(table, set())) & row.keys():
            row[key] = int(row[key], 16)
        names, marks = ", ".join(row), ", ".join("?" * len(row))
        try:
            db.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", list(row.values()))
        except sqlite3.Error as error:
            errors.append(f"{table} {record['id']}: {error}")
        for key, nested, column in NESTED.get(table, []):
            for entry in record[key]:
                insert(nested, entry, {column: record["id"]})

    for account in document["accounts"]:
        insert("account", account, {})
    try:
        db.execute("COMMIT")
    except sqlite3.Error as error:
        errors.append(str(error))
    return errors


def walk_records(document):
    stack = [(f"/accounts/{index}", "account", account) for index, account in enumerate(document["accounts"])]
    while stack:
        place, table, record = stack.pop()
        yield place, table, record
        for key, nested, _ in NESTED.get(table, []):
            stack += [(f"{place}/{key}/{index}", nested, entry) for index, entry in enumerate(record[key])]


def check_days_of_record(reader, place, table, record, as_of):
    ordered = {"account": ("contract_start", "renewal"), "plan": ("start", "target"), "task": ("start", "due")}
    if table in ordered:
        first, last = (record.get(key) for key in ordered[table])
        reader.expect(first is None or last is None or first <= last, place, f"{last} is before {first}")
    past = {"activity": "day", "health": "day", "follow_up": "done", "objective": "closed"}
    if table in past:
        reader.expect(record.get(past[table], "") <= as_of, place, f"{past[table]} lies in the future")


def check_zone(reader, place, record):
    zone = record.get("time_zone")
    if zone is None:
        reader.expect(not {"begins_at", "day"} <= record.keys(), place, "begins at a time in no zone")
        return
    reader.expect(zone in ZONES, place, f"“{zone}” is not a time zone")
    if "begins_at" in record and zone in ZONES:
        begins = datetime.datetime.fromisoformat(record["begins_at"]).astimezone(zoneinfo.ZoneInfo(zone))
        reader.expect(begins.date().isoformat() == record["day"], place, "begins on another day than it says")


def check_account(reader, account, templates, as_of):
    where = account["name"]
    dedicated = account.get("offering") in ("dedicated", "dedicated-government")

    reader.expect(dedicated == ("codename" in account), where, "a codename is for Dedicated, and there required")
    reader.expect(("arr" in account) == ("currency" in account), where, "money without its currency")
    for person in account["contacts"] + account["team"]:
        reader.expect(person.get("email", ".example").endswith(".example"), where, "an address that could be real")
    for domain in account.get("domains", "").splitlines():
        reader.expect(domain.endswith(".example"), where, "a domain that could be real")

    activities = {activity["id"] for activity in account["activities"]}
    for follow_up in account["follow_ups"]:
        if "activity" in follow_up:
            reader.expect(follow_up["activity"] in activities, where, f"“{follow_up['what']}” came of no activity")
    check_unique(reader, where, [plan["name"] for plan in account["plans"]], "plan")
    for plan in account["plans"]:
        check_plan(reader, f"{where}: {plan['name']}", plan, templates, as_of)


def check_plan(reader, where, plan, templates, as_of):
    start, target = parse_day(plan["start"]), parse_day(plan["target"])
    phases = {phase["id"]: phase for phase in plan["phases"]}
    objectives = {objective["id"] for objective in plan["objectives"]}

    reader.expect(plan.get("template") in templates | {None}, where, "template is not one of ours")
    check_phases(
        reader, where, sorted(plan["phases"], key=lambda phase: phase["position"]), 0, (target - start).days
    )
    for key, name in (("phases", "name"), ("objectives", "name"), ("tasks", "title")):
        # What a task sums up may be called as the task is.
        for parent in {entry.get("parent") for entry in plan[key]}:
            check_unique(reader, where, [entry[name] for entry in plan[key] if entry.get("parent") == parent], name)
        check_unique(reader, where, [entry["position"] for entry in plan[key]], f"position in {key}")

    for objective in plan["objectives"]:
        place = f"{where}: {objective['name']}"
        done = objective["status"] == "closed-success"
        reader.expect(done == ("closed" in objective), place, "closed, or the day of it, but not both")
        reader.expect(not done or objective.get("outcome") in ("delivered", "verified"), place, "closed too early")
        reader.expect(plan["start"] <= objective.get("due", plan["start"]) <= plan["target"], place, "due outside")

    for task in plan["tasks"]:
        place = f"{where}: {task['title']}"
        done = task["status"] == "done"
        reader.expect(task.get("phase") in phases or "phase" not in task, place, "phase is not in the plan")
        reader.expect(task.get("objective") in objectives or "objective" not in task, place, "no such objective")
        for key in ("start", "due"):
            day = task.get(key, plan["start"])
            reader.expect(plan["start"] <= day <= plan["target"], place, f"{key} {day} is outside the plan")
            reader.expect(key not in task or parse_day(day).weekday() < 5, place, f"{key} {day} is a weekend")
        reader.expect(done == (task["progress"] == 100), place, "done, or all of it, but not both")
        reader.expect(not done or task.get("start", "") <= as_of, place, "done before it begins")
        reader.expect(not done or plan["status"] != "draft", place, "done in a draft")
        reader.expect(bool(task.get("source")) or "template" not in plan, place, "has no source")
        reader.expect(
            plan["status"] != "closed" or done, place, "is not done, but the plan is closed"
        )
        check_unique(reader, place, [item["title"] for item in task["checklist"]], "check item")
        check_unique(reader, place, [item["position"] for item in task["checklist"]], "position of check items")
        reader.expect(not done or all(item["done"] for item in task["checklist"]), place, "done but for a check item")
        reader.expect(
            task["status"] != "not-started" or not any(item["done"] for item in task["checklist"]),
            place,
            "has done check items, but has not started",
        )


def check_words(reader, document):
    """The days are shifted when the sample is loaded, the words are not: they may name no day."""
    pattern = re.compile(
        r"\b20[23]\d\b|\b\d+ ?(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
        r"|\b(January|February|April|June|July|August|September|October|November|December)\b"
    )
    for place, value in walk(document):
        if isinstance(value, str) and parse_day(value) is None and not place.endswith("_at"):
            reader.expect(pattern.search(value) is None, place, f"names a day: {value[:80]}")


def check_names(reader, document):
    """No name of an account stands anywhere but in the members that hold names and addresses."""
    names = set()
    for account in document["accounts"]:
        names |= {account["name"], *account.get("aliases", "").splitlines()}
    pattern = re.compile(r"\b(" + "|".join(map(re.escape, sorted(names))) + r")\b", re.IGNORECASE)
    for place, value in walk(document):
        if isinstance(value, str) and not re.search(r"/accounts/\d+/(name|aliases|domains|links)$|/email$", place):
            found = pattern.search(value)
            reader.expect(found is None, place, f"names the account “{found and found[0]}”")


# The run


def check_document(validators, schemas, templates, document, name=None):
    reader = Reader()
    if check_against_schema(reader, validators, document):
        check_text(reader, "", document)
        if document["kind"] == "template":
            check_template(reader, document, name)
        elif document["kind"] == "catalogue":
            check_catalogue(reader, document)
        elif document["kind"] == "reference":
            check_reference(reader, document, name, {entry["key"] for entry in document["entries"]} | REFERENCE_KEYS)
        elif document["kind"] == "dedicated":
            check_facts(reader, document, name)
        elif document["kind"] == "portfolio":
            check_portfolio(reader, document, templates, schemas)
    return reader.errors


def check_layout(path, document):
    expected = json.dumps(document, indent=2, ensure_ascii=False) + "\n"
    return [] if path.read_text("utf-8") == expected else ["is not laid out by two spaces, UTF-8 and a last newline"]


def set_at(*path):
    """A change that puts the last of @path where the rest leads; `...` instead takes it away."""

    def change(document):
        *way, key, value = path
        for step in way:
            document = document[step]
        if value is ...:
            del document[key]
        else:
            document[key] = value

    return change


def swap_at(*way):
    def change(document):
        for step in way:
            document = document[step]
        document[0], document[1] = document[1], document[0]

    return change


BROKEN_TEMPLATES = {
    "another version": set_at("version", "2.0"),
    "an unknown member": set_at("template", "colour", "red"),
    "a member of a task missing": set_at("template", "tasks", 0, "title", ...),
    "an unknown kind of task": set_at("template", "tasks", 0, "kind", "meeting"),
    "a task in no phase": set_at("template", "tasks", 0, "phase", "nowhere"),
    "a task for no objective": set_at("template", "tasks", 0, "objective", "nothing"),
    "a task without source": set_at("template", "tasks", 0, "source", ...),
    "a source that is not listed": set_at("template", "tasks", 0, "source", "hearsay: page 3"),
    "a task after the plan": set_at("template", "tasks", -1, "due", 4000 - 1000),
    "a task before the plan": set_at("template", "tasks", 0, "start", -3000),
    "a title with a bell": set_at("template", "tasks", 0, "title", "Ring\u0007"),
    "a title too long": set_at("template", "tasks", 0, "title", "A" * (TITLE_LENGTH + 1)),
    "a title over two lines": set_at("template", "tasks", 0, "title", "Two\nlines"),
    "a gap between phases": set_at("template", "phases", 0, "last", 1),
    "a phase twice": set_at("template", "phases", 1, "key", "day-30"),
    "tasks out of order": swap_at("template", "tasks"),
    "a person for a role": set_at("template", "tasks", 0, "owner", "Ada"),
}

BROKEN_CATALOGUES = {
    "a module twice": set_at("modules", 1, "key", "introduction-to-ci-cd"),
    "a module less": set_at("modules", 0, ...),
    "an unknown category": set_at("modules", 0, "category", "cooking"),
    "a module in another list": set_at("modules", 5, "listed", ["success-services"]),
    "a module without outcome": set_at("modules", 0, "outcome", ...),
    "a session of a day": set_at("modules", 0, "duration", 480),
    "a session in phases": set_at("modules", 0, "phases", ["One", "Two"]),
    "a task too long": set_at("modules", 0, "tasks", 0, "A" * (TITLE_LENGTH + 1)),
    "a day that is none": set_at("modules", 0, "checked", "2026-02-30"),
    "a page that is not public": set_at("modules", 0, "url", "https://internal.gitlab.com/handbook/"),
}

BROKEN_REFERENCES = {
    "an entry twice": set_at("entries", 1, "key", "switchboard"),
    "an unknown category of the reference": set_at("entries", 0, "category", "cooking"),
    "an entry in another file": set_at("entries", 0, "category", "pillars"),
    "an entry without source": set_at("entries", 0, "source", ...),
    "an entry never checked": set_at("entries", 0, "checked", ...),
    "an entry nobody searches": set_at("entries", 0, "aliases", []),
    "a link to no entry": set_at("entries", 0, "related", ["nowhere"]),
    "a link to itself": set_at("entries", 0, "related", ["switchboard"]),
    "an uneven table": set_at("entries", 0, "body", "| Part | Use |\n|---|---|\n| Overview |"),
    "a table without a rule": set_at("entries", 0, "body", "| Part | Use |\n| Overview | all |\n| Users | some |"),
    "HTML in the body": set_at("entries", 0, "body", "The portal<br>of tenants and what is in it."),
    "an internal page": set_at("entries", 0, "links", 0, "url", "https://internal.gitlab.com/handbook/"),
    "an address of a person": set_at("entries", 0, "body", "Ask somebody@gitlab.com for access to the portal."),
    "a feature that is none": set_at("entries", 0, "available", "yes"),
}

BROKEN_FACTS = {
    "a topic that is none": set_at("topic", "weather"),
    "a fact of another topic": set_at("topic", "lock"),
    "a window twice": set_at("facts", 1, "key", "apac"),
    "a time that is none": set_at("facts", 0, "begins", "25:00"),
    "a fact without source": set_at("facts", 0, "source", ...),
    "a fact that nobody checked": set_at("facts", 0, "checked", ...),
    "a weekday that is none": set_at("facts", 0, "weekday", "someday"),
    "a page that is not public": set_at("facts", 0, "url", "https://internal.gitlab.com/dedicated/"),
}

BROKEN_PORTFOLIOS = {
    "no accounts": set_at("accounts", ...),
    "an id that is none": set_at("accounts", 0, "id", "0000000000000000"),
    "an id of 64 bits": set_at("accounts", 0, "id", "ffffffffffffffff"),
    "an id twice": lambda document: document["accounts"][1].update(id=document["accounts"][0]["id"]),
    "accounts out of order": swap_at("accounts"),
    "a day that is none": set_at("accounts", 0, "renewal", "2027-02-30"),
    "a renewal before the contract": set_at("accounts", 0, "renewal", "2001-01-01"),
    "an unknown tier": set_at("accounts", 0, "tier", "gold"),
    "a reference to the parent": set_at("accounts", 0, "contacts", 0, "account", "0000000000000001"),
    "money as text": set_at("accounts", 0, "arr", "1000"),
    "an unknown time zone": set_at("accounts", 0, "time_zone", "Europe/Atlantis"),
    "a real address": set_at("accounts", 0, "contacts", 0, "email", "ada@company.com"),
    "another account's name": lambda document: document["accounts"][0].update(notes=document["accounts"][1]["name"]),
    "a follow-up of another account's call": lambda document: document["accounts"][0]["follow_ups"][0].update(
        activity=document["accounts"][1]["activities"][0]["id"]
    ),
    "a task in another plan's phase": lambda document: first_task(document).update(phase="0000000000000001"),
    "a task without its plan": lambda document: first_task(document).update(due="2031-01-01"),
    "a day in the words": set_at("accounts", 0, "next_step", "Call them on 24 Nov"),
    "done without progress": lambda document: first_task(document).update(status="done", progress=40),
    "more than all": lambda document: first_task(document).update(progress=101),
}


def first_task(document):
    return next(plan["tasks"][0] for account in document["accounts"] for plan in account["plans"])


REFERENCE_KEYS = {entry["key"] for path in REFERENCE.glob("*.json") for entry in load_json(path)["entries"]}


def main():
    results = []

    def report(name, errors):
        results.append(not errors)
        print(f"{'not ok' if errors else 'ok'} {len(results)} - {name}")
        for error in errors:
            print(f"#   {error}")

    schemas, validators = load_schemas()
    for kind in KINDS:
        jsonschema.Draft202012Validator.check_schema(schemas[kind])
        report(f"schema {kind}", check_layout(SCHEMAS / f"{kind}-1.json", schemas[kind]))
    reader = Reader()
    check_schemas_match_tables(reader, schemas)
    report("schema as the tables", reader.errors)

    paths = sorted(TEMPLATES.glob("*.json"))
    templates = {path.stem for path in paths}
    report("templates are there", [] if len(paths) >= 8 else [f"only {len(paths)}"])
    for path in paths:
        document = load_json(path)
        errors = check_document(validators, schemas, templates, document, path.stem)
        report(f"template {path.stem}", errors + check_layout(path, document))

    broken = [(load_json(path), BROKEN_TEMPLATES) for path in paths if path.stem == "new-customer-onboarding"]
    document = load_json(CATALOGUE)
    broken.append((document, BROKEN_CATALOGUES))
    report("catalogue", check_document(validators, schemas, templates, document) + check_layout(CATALOGUE, document))

    paths = sorted(REFERENCE.glob("*.json"))
    entries = []
    for path in paths:
        document = load_json(path)
        entries += document["entries"]
        errors = check_document(validators, schemas, templates, document, path.stem)
        report(f"reference {path.stem}", errors + check_layout(path, document))
    report("reference as a whole", check_document(validators, schemas, templates, {**document, "entries": entries}))
    sections = load_json(SECTIONS)
    report("reference covers its sources", check_sections(sections, REFERENCE_KEYS) + check_layout(SECTIONS, sections))
    report("found out: a section without entry", [] if check_sections(sections, REFERENCE_KEYS - {"star-how"}) else ["passed"])
    for path in sorted(FACTS.glob("*.json")):
        document = load_json(path)
        errors = check_document(validators, schemas, templates, document, path.stem)
        report(f"facts of {path.stem}", errors + check_layout(path, document))
    broken.append((load_json(FACTS / "window.json"), BROKEN_FACTS))

    document = load_json(SAMPLE)
    report("sample", check_document(validators, schemas, templates, document) + check_layout(SAMPLE, document))

    report("sample fits the tables", check_fits_tables(document))

    # The same accounts and plans, each as a file of its own.
    errors = []
    head = {"schema": document["schema"], "kind": "account", "version": document["version"]}
    for account in document["accounts"]:
        errors += check_document(validators, schemas, templates, {**head, "account": account})
        short = {key: account[key] for key in ("id", "name", "codename") if key in account}
        for plan in account["plans"]:
            one = {**head, "kind": "plan", "account": short, "plan": plan}
            errors += check_document(validators, schemas, templates, one)
    report("sample, an account and a plan at a time", errors)

    few = [account for account in document["accounts"] if account["plans"] and account["follow_ups"]][:2]
    broken.append(({**document, "accounts": few}, BROKEN_PORTFOLIOS))
    broken.append((load_json(REFERENCE / "tools.json"), BROKEN_REFERENCES))
    for document, changes in broken:
        name = "tools" if document["kind"] == "reference" else None
        report("sound before it is broken", check_document(validators, schemas, templates, document, name))
        for what, change in changes.items():
            copied = copy.deepcopy(document)
            change(copied)
            found = check_document(validators, schemas, templates, copied, name)
            report(f"found out: {what}", [] if found else ["a broken copy passed"])

    print(f"1..{len(results)}")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
