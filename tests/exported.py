# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks of exported files share: the program run on a made-up portfolio, and tests that speak TAP."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

PORTFOLIO = pathlib.Path(__file__).parent / 'data' / 'exports' / 'portfolio.json'


class Exporter:
    """A folder with a database of its own, filled with a portfolio that @change may change first."""

    def __init__(self, program, change=None, portfolio=PORTFOLIO):
        self.program = program
        self.folder = tempfile.TemporaryDirectory()
        self.path = pathlib.Path(self.folder.name)
        document = json.loads(portfolio.read_text(encoding='utf-8'))
        if change:
            change(document)
        (self.path / 'in.json').write_text(json.dumps(document), encoding='utf-8')
        self.run('import', self.path / 'in.json')

    def run(self, *args):
        environment = {k: v for k, v in os.environ.items() if k not in ('DISPLAY', 'WAYLAND_DISPLAY')}
        environment['LSAN_OPTIONS'] = environment.get('LSAN_OPTIONS', '') + ':print_suppressions=0'
        environment.update(HOME=str(self.path), XDG_DATA_HOME=str(self.path / 'data'), LC_ALL='C.UTF-8')
        return subprocess.run([self.program, '--database', self.path / 'portfolio.db', *args], env=environment,
                              capture_output=True, timeout=120, check=True).stdout

    def export(self, form, *options, plan='0000000000000002', audience='me'):
        return self.run('export', 'plan', plan, '--format', form, '--audience', audience, '-o', '-', *options)

    def close(self):
        self.folder.cleanup()


class Tap(unittest.TestResult):
    def say(self, word, test, note=''):
        print(f'{word} {self.testsRun} - {test.id().split(".")[-1]}{note}', flush=True)

    def addSuccess(self, test):
        self.say('ok', test)

    def addSkip(self, test, reason):
        self.say('ok', test, f' # SKIP {reason}')

    def addFailure(self, test, error):
        super().addFailure(test, error)
        print(self.failures[-1][1], file=sys.stderr)
        self.say('not ok', test)

    def addError(self, test, error):
        super().addError(test, error)
        print(self.errors[-1][1], file=sys.stderr)
        self.say('not ok', test)


def main(prepare=lambda: None):
    """Runs the tests of the script that was started, unless @prepare says why they cannot be."""
    if why := prepare():
        print(f'1..0 # SKIP {why}')
        sys.exit()
    tests = unittest.defaultTestLoader.loadTestsFromModule(sys.modules['__main__'])
    print(f'1..{tests.countTestCases()}')
    result = Tap()
    tests.run(result)
    sys.exit(not result.wasSuccessful())
