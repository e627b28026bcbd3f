#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that the table of verbs names all that a person can do, and nothing else.

python3 tests/check-verbs.py, from the root of the source. Prints TAP.

What a verb is, is found in the source: a public function that takes a GAsyncReadyCallback and reaches an
edit of the store, itself or through what it calls; a public function that makes a batch which is one; and
each kind of record, added, saved, changed and removed, which is what pages and dialogs do.
"""

import pathlib
import re
import sys

ROOT = pathlib.Path.cwd()

# All edits go through these.
EDITS = {
    "qd_store_edit_async",
    "qd_batch_apply_async",
    "qd_record_add_async",
    "qd_record_save_async",
    "qd_record_change_async",
    "qd_record_remove_async",
    "qd_store_revert_async",
}
RECORD_EDITS = {name for name in EDITS if name.startswith("qd_record_")}

FUNCTION = re.compile(r"^((?:static )?[\w \*]+)\n(\w+) \(([^{;]*?)\)\n\{\n(.*?)^\}$", re.MULTILINE | re.DOTALL)


class Function:
    def __init__(self, path, match):
        self.path = path
        self.result, self.name, self.parameters, self.body = match.groups()
        self.public = "static" not in self.result.split()
        self.calls = set(re.findall(r"\b([a-z_]\w*) \(", self.body))
        # A function may be handed on, such as to a form.
        self.callbacks = set(re.findall(r"\b([a-z]\w*_cb)\b", self.body))
        self.mentions = set(re.findall(r"\b(qd_\w+|\w+_async)\b", self.body))


def read_functions(text, path):
    return [Function(path, match) for match in FUNCTION.finditer(text)]


def read_source():
    functions = []
    for path in sorted((ROOT / "src").rglob("*.c")):
        if path.parent.name != "store":
            functions += read_functions(path.read_text(), path.relative_to(ROOT))
    return functions


def takes_callback(function):
    return "GAsyncReadyCallback" in function.parameters


def find_reaching(functions):
    """The functions that reach an edit, by file and name: a static one is known in its own file alone."""
    reaching = set()
    while True:
        before = len(reaching)
        for function in functions:
            key = (None if function.public else function.path, function.name)
            for call in function.calls:
                if call in EDITS or (None, call) in reaching or (function.path, call) in reaching:
                    reaching.add(key)
            # One that calls back may go on to the edit.
            if takes_callback(function) and any((function.path, name) in reaching for name in function.callbacks):
                reaching.add(key)
        if len(reaching) == before:
            return reaching


def find_verbs(functions):
    """Of each verb, the file that it is in."""
    reaching = find_reaching(functions)
    verbs = {}
    for function in functions:
        makes_batch = function.result.split()[:1] == ["QdBatch"]
        if function.public and ((takes_callback(function) and (None, function.name) in reaching) or makes_batch):
            verbs[function.name] = function.path
    return verbs


def find_loose_edits(functions, verbs):
    """Edits of the store that neither are in a verb, nor apply what a verb made, nor are of one record."""
    loose = []
    goes_on = {}
    for function in functions:
        found = goes_on.setdefault(function.path, set())
        if function.public and function.name in verbs:
            found |= function.callbacks
    for function in functions:
        if takes_callback(function) or function.name in goes_on[function.path]:
            continue
        if not function.calls & (EDITS - RECORD_EDITS):
            continue
        if "QdBatch" in function.parameters or function.mentions & verbs.keys():
            continue
        loose.append(f"{function.path}: {function.name} edits the store, and is no verb")
    return loose


def find_kinds(text):
    return {name.lower() for name in re.findall(r"types\[\d+\] = QD_TYPE_(\w+);", text)} | {
        name.lower() for name in re.findall(r"g_once_init_leave \(&types\[0\], QD_TYPE_(\w+)\)", text)
    }


def read_table():
    """The names in the table, each with the function that does it, and the kinds."""
    names = []
    kinds = set()
    errors = []
    for path in sorted((ROOT / "tests").glob("qd-test-verbs-*.c")):
        text = path.read_text().replace("\\\n", " ")
        bodies = {function.name: function for function in read_functions(text, path)}
        for name, make in re.findall(r'\{\s*"(qd_\w+)", (?:"[^"]*"|[^",])+, (\w+)', text):
            names.append(name)
            if name not in bodies[make].calls:
                errors.append(f"{path.name}: {make} does not call {name}")
        kinds |= set(re.findall(r"KIND \(qd_(\w+)_get_type", text))
    return names, kinds, errors


def compare(found, expected, what):
    errors = [f"{what} {name} is in no table: see tests/qd-test-verbs.h" for name in sorted(expected - found)]
    return errors + [f"{what} {name} is in a table, and not in the source" for name in sorted(found - expected)]


BROKEN = {
    "a verb that is in no table": (
        "void\nqd_new_async (QdStore *store,\n              GAsyncReadyCallback callback,\n"
        "              gpointer user_data)\n{\n  write_async (store, callback, user_data);\n}\n\n"
        "static void\nwrite_async (QdStore *store)\n{\n  qd_store_edit_async (store);\n}\n"
    ),
    "a batch that is in no table": (
        "QdBatch *\nqd_new_batch (QdPlan *plan)\n{\n  return qd_batch_new ();\n}\n"
    ),
}


def report(results, name, errors):
    results.append(not errors)
    for error in errors:
        print(f"# {error}")
    print(f"{'not ok' if errors else 'ok'} {len(results)} {name}")


def main():
    results = []
    functions = read_source()
    verbs = find_verbs(functions)
    names, kinds, errors = read_table()

    report(results, f"{len(names)} rows call what they are named after", errors)
    report(results, f"{len(verbs)} verbs", compare(set(names) - RECORD_EDITS, set(verbs), "the verb"))
    expected = find_kinds((ROOT / "src" / "qd-kinds.c").read_text())
    report(results, f"{len(expected)} kinds of record", compare(kinds, expected, "the kind"))
    report(results, "edits of one record", compare(set(names) & RECORD_EDITS, RECORD_EDITS, "the edit"))
    report(results, "edits in the middle of a page", find_loose_edits(functions, verbs))

    for what, text in BROKEN.items():
        found = find_verbs(functions + read_functions(text, "new.c")).keys() - verbs.keys()
        report(results, f"found out: {what}", [] if len(found) == 1 else [f"found {sorted(found)}"])
    text = "static void\nclicked_cb (QdPage *self)\n{\n  qd_store_edit_async (self->store);\n}\n"
    loose = find_loose_edits(read_functions(text, "new.c"), verbs)
    report(results, "found out: an edit in the middle of a page", [] if len(loose) == 1 else ["it passed"])

    print(f"1..{len(results)}")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
