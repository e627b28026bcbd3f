#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# test-cli.py PROGRAM DATA: drives the commands of the real program, without a display.
import json
import os
import sqlite3
import stat
import subprocess
import sys
import tempfile
import unittest

import jsonschema
import referencing

from exported import Tap

PROGRAM, DATA = sys.argv[1:3]
SAMPLE = os.path.join(DATA, 'sample', 'portfolio.json')
EXPORTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'data', 'exports')
FORMATS = ('csv', 'mermaid', 'gitlab-csv', 'gitlab-md', 'ics', 'mspdi')


class Commands(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.database = self.path('portfolio.db')

    def tearDown(self):
        self.folder.cleanup()

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def sample(self):
        with open(SAMPLE, encoding='utf-8') as file:
            return file.read()

    def run_it(self, *args, database=True, **options):
        environment = {k: v for k, v in os.environ.items() if k not in ('DISPLAY', 'WAYLAND_DISPLAY')}
        # A leak is still an error; what is let pass is not to be told
        environment['LSAN_OPTIONS'] = environment.get('LSAN_OPTIONS', '') + ':print_suppressions=0'
        environment.update(HOME=self.folder.name, XDG_DATA_HOME=self.path('data'), LC_ALL='C.UTF-8')
        where = ['--database', self.database] if database else []
        return subprocess.run([PROGRAM, *where, *args], env=environment, capture_output=True, timeout=60, **options)

    def good(self, *args, **options):
        done = self.run_it(*args, **options)
        self.assertEqual((done.returncode, done.stderr.decode()), (0, ''), args)
        return done.stdout.decode()

    def noted(self, *args, **options):
        """What is printed, and what is said about it"""
        done = self.run_it(*args, **options)
        notes = done.stderr.decode().splitlines()
        self.assertEqual(done.returncode, 0, (args, notes))
        self.assertTrue(all(note.startswith('Note: ') for note in notes), notes)
        return done.stdout.decode(), notes

    def bad(self, status, message, *args, **options):
        done = self.run_it(*args, **options)
        self.assertEqual(done.returncode, status, (args, done.stderr.decode()))
        self.assertEqual(done.stdout, b'')
        self.assertIn(message, done.stderr.decode())
        lines = done.stderr.decode().splitlines()
        self.assertEqual(len(lines), status, lines)  # bad usage also says where help is

    def write(self, name, text):
        with open(self.path(name), 'wb') as file:
            file.write(text if isinstance(text, bytes) else text.encode())
        return self.path(name)

    def export(self, name='out.json', audience='me'):
        self.good('export', 'portfolio', '--audience', audience, '-o', self.path(name))
        with open(self.path(name), 'rb') as file:
            return file.read()

    def test_help(self):
        self.assertIn('new-plan', self.good('--help', database=False))
        self.assertTrue(self.good('--version', database=False).startswith('Quarterdeck '))
        for command in ('list', 'show', 'import', 'export', 'new-plan', 'check'):
            self.assertIn('--database', self.good(command, '--help', database=False))
        self.assertFalse(os.path.exists(self.path('data')))

    def test_usage(self):
        self.bad(2, 'did you mean “list”', 'lsit')
        self.bad(2, 'There is no command', 'frobnicate')
        self.bad(2, 'missing', 'list')
        self.bad(2, 'neither', 'list', 'tasks')
        self.bad(2, 'one too many', 'list', 'plans', 'accounts')
        self.bad(2, '--colour', 'list', 'plans', '--colour')
        self.bad(2, '--audience', 'export', 'portfolio', '-o', 'x')
        self.bad(2, '-o', 'export', 'portfolio', '--audience', 'me')
        self.bad(2, 'no audience', 'export', 'portfolio', '--audience', 'all', '-o', 'x')
        self.bad(2, 'no format', 'export', 'portfolio', '--audience', 'me', '--format', 'xls', '-o', 'x')
        self.bad(2, 'cannot be exported', 'export', 'portfolio', '--audience', 'me', '--format', 'pdf', '-o', 'x')
        self.bad(2, 'a plan, an accelerator, an account', 'export', 'team', 'x', '--audience', 'me', '-o', 'x')
        self.bad(2, 'csv, ics or mspdi', 'export', 'plan', 'x', '--audience', 'me', '--format', 'xls', '-o', 'x')
        self.bad(2, 'cannot be exported', 'export', 'account', 'x', '--audience', 'me', '--format', 'mermaid', '-o', 'x')
        self.bad(2, '--only is for', 'export', 'plan', 'x', '--audience', 'me', '--format', 'ics', '--only', 'milestones', '-o', 'x')
        self.bad(2, 'no part of a plan', 'export', 'plan', 'x', '--audience', 'me', '--format', 'mermaid', '--only', 'tasks', '-o', 'x')
        self.bad(2, '--no-alarms', 'export', 'plan', 'x', '--audience', 'me', '--format', 'mermaid', '--no-alarms', '-o', 'x')
        self.bad(2, 'Name one file', 'import')
        self.bad(2, 'no day', 'new-plan', '--account', 'a', '--template', 'b', '--start', '31.12.2026')
        self.bad(2, 'Give --account', 'new-plan')

    def test_no_database(self):
        for command in (['list', 'plans'], ['show', 'x'], ['check'], ['export', 'portfolio', '--audience', 'me', '-o', '-']):
            self.bad(1, 'There is no database', *command)
        self.assertEqual(os.listdir(self.folder.name), [])

    def test_usual_place(self):
        self.assertEqual(self.good('list', 'accounts', database=False), '')
        folder = self.path('data/quarterdeck')
        self.assertEqual(stat.S_IMODE(os.stat(folder).st_mode), 0o700)
        self.assertEqual(stat.S_IMODE(os.stat(os.path.join(folder, 'quarterdeck.db')).st_mode), 0o600)

    def test_round_trip(self):
        self.good('import', SAMPLE)
        first = self.export()
        self.assertEqual(first, self.export('again.json'))
        self.assertEqual(len(json.loads(first)['accounts']), 14)
        self.database = self.path('other.db')
        self.good('import', self.path('out.json'))
        self.assertEqual(first, self.export('back.json'))
        self.assertIn('0 to add, 0 to change', self.good('import', self.path('out.json'), '--dry-run'))
        self.assertEqual(self.good('check'), 'The database is sound\n')

    def test_list(self):
        self.good('import', SAMPLE)
        accounts = json.loads(self.good('list', 'accounts', '--json'))
        self.assertEqual(len(accounts), 14)
        table = self.good('list', 'accounts').splitlines()
        self.assertEqual(len(table), 15)
        at = table[0].index('NAME')
        self.assertTrue(all(line[at - 1] == ' ' and line[at] != ' ' for line in table[1:]))
        plans = json.loads(self.good('list', 'plans', '--json'))
        self.assertEqual({p['account'] for p in plans} - {a['id'] for a in accounts}, set())
        for word in ('Feldspar', 'FELDSPAR', 'tessaquill therapeutics', '1d0469dd37644f75'):
            self.assertIn('Tessaquill Therapeutics', self.good('show', word))
        self.assertIn(plans[0]['name'], self.good('show', plans[0]['id']))
        self.assertEqual(json.loads(self.good('show', 'feldspar', '--json'))['account']['id'], '1d0469dd37644f75')
        self.bad(1, 'did you mean “Feldspar”', 'show', 'Feldspat')
        self.bad(1, 'There is no plan called', 'show', 'zzzzzzzzzzzzzzzz')
        self.bad(1, 'UTF-8', 'show', b'\xff\xfe')

    def test_new_plan(self):
        self.good('import', SAMPLE)
        before = self.export()
        made = [self.good('new-plan', '--account', 'feldspar', '--template', 'dedicated-onboarding', '--start', '2026-12-01',
                          '--name', 'Twice').strip() for i in range(2)]
        shown = json.loads(self.good('show', made[0], '--json'))
        self.assertEqual(shown['plan']['start'], '2026-12-01')
        self.assertEqual(len(shown['plan']['phases']), 3)
        self.assertGreater(len(shown['plan']['tasks']), 20)
        done = self.run_it('export', 'plan', 'Twice', '--audience', 'me', '-o', '-')
        self.assertEqual(done.returncode, 1)
        for plan in made:
            self.assertIn(plan, done.stderr.decode())
        self.bad(1, 'did you mean “dedicated-onboarding”', 'new-plan', '--account', 'feldspar', '--template', 'dedicated-onbording', '--start', '2026-12-01')
        self.assertIn('blank', self.good('new-plan', '--list-templates'))
        self.assertNotEqual(before, self.export())

    def test_audiences(self):
        self.good('import', SAMPLE)
        internal = self.export('internal.json', 'internal').decode()
        for name in ('Tessaquill', 'tessaquill', 'Volquarra', 'Nimbuscaro'):
            self.assertNotIn(name, internal)
        self.assertIn('Feldspar', internal)
        self.bad(1, 'not for a customer', 'export', 'portfolio', '--audience', 'customer', '-o', '-')
        plan = next(p for p in json.loads(self.good('list', 'plans', '--json')) if p['account_name'].startswith('Tessaquill'))
        for form in ('json', 'csv'):
            text, notes = self.noted('export', 'plan', plan['id'], '--format', form, '--audience', 'customer', '-o', '-')
            self.assertNotIn('Feldspar', text)
            self.assertEqual(form == 'json', notes == [])
        document = json.loads(self.good('export', 'plan', plan['id'], '--audience', 'customer', '-o', '-'))['plan']
        self.assertTrue(document['tasks'])
        self.assertEqual({t['visibility'] for t in document['tasks'] + document['objectives']}, {'customer'})
        self.assertFalse(any('notes' in t or 'risks' in t for t in document['tasks'] + document['objectives']))
        self.good('export', 'plan', plan['id'], '--format', 'pdf', '--audience', 'customer', '-o', self.path('plan.pdf'))
        with open(self.path('plan.pdf'), 'rb') as file:
            self.assertEqual(file.read(5), b'%PDF-')

    def test_csv(self):
        self.good('import', SAMPLE)
        self.good('export', 'portfolio', '--format', 'csv', '--audience', 'me', '-o', self.path('roster.csv'))
        self.assertIn('14 to leave', self.good('import', self.path('roster.csv'), '--dry-run'))
        done = self.run_it('import', self.write('bad.csv', 'Name,Seats\nGood Co,5\nBad Co,many\n'))
        self.assertEqual(done.returncode, 0)
        self.assertIn('1 to add', done.stdout.decode())
        self.assertIn('Line 3', done.stderr.decode())

    def test_formats(self):
        self.good('import', os.path.join(EXPORTS, 'portfolio.json'))
        never = {'internal': ('Volquarra Re', 'volquarra re'), 'customer': ('Basalt', 'churn', 'price of the renewal', 'services: baseline')}
        for form in FORMATS:
            for audience in ('me', 'internal', 'customer'):
                text, notes = self.noted('export', 'accelerator', 'ci/cd accelerator', '--format', form, '--audience', audience, '-o', '-')
                self.assertIn('Kick-off', text)
                self.assertTrue(notes, form)
                for name in never.get(audience, ()):
                    self.assertNotIn(name, text, (form, audience))
        _, notes = self.noted('export', 'plan', 'CI/CD accelerator', '--format', 'mermaid', '--audience', 'me', '-o', self.path('chart.md'))
        self.assertIn('Note: 9 links become dates', notes)
        self.assertIn('Note: 5 lags become dates', notes)
        with open(self.path('chart.md'), encoding='utf-8') as file:
            self.assertTrue(file.read().startswith('```mermaid\ngantt\n'))

    def test_export_options(self):
        self.good('import', os.path.join(EXPORTS, 'portfolio.json'))
        export = ('export', 'accelerator', '0000000000000002', '--audience', 'me', '-o', '-', '--format')
        chart, _ = self.noted(*export, 'mermaid', '--only', 'milestones')
        self.assertEqual(chart.count('milestone, '), 2)
        self.assertNotIn('Kick-off', chart)
        calendar, _ = self.noted(*export, 'ics')
        self.assertEqual((calendar.count('BEGIN:VEVENT'), calendar.count('BEGIN:VALARM')), (5, 5))
        calendar, _ = self.noted(*export, 'ics', '--no-alarms', '--all-tasks')
        self.assertEqual((calendar.count('BEGIN:VEVENT'), calendar.count('BEGIN:VALARM')), (12, 0))

    def test_accelerator(self):
        self.good('import', SAMPLE)
        self.good('import', os.path.join(EXPORTS, 'portfolio.json'))
        self.bad(1, 'There is no accelerator called', 'export', 'accelerator', 'Upgrade before year end', '--audience', 'me', '-o', '-')
        self.bad(1, 'did you mean “CI/CD accelerator”', 'export', 'accelerator', 'CI/CD acelerator', '--audience', 'me', '-o', '-')
        self.good('export', 'plan', 'Upgrade before year end', '--audience', 'me', '-o', self.path('plan.json'))

    def test_project(self):
        self.good('import', os.path.join(EXPORTS, 'portfolio.json'))
        before = self.export()
        project = self.path('plan.xml')
        self.noted('export', 'accelerator', 'CI/CD accelerator', '--format', 'mspdi', '--audience', 'me', '-o', project)
        self.assertIn('0 to add, 0 to change', self.good('import', project, '--dry-run'))
        self.good('import', project)
        self.assertEqual(before, self.export())
        self.assertIn('add     Plan: CI/CD accelerator (Osprey)', self.good('import', project, '--account', 'Osprey', '--dry-run'))
        self.good('import', project, '--account', 'miravane observatory')
        self.assertEqual(len(json.loads(self.good('list', 'plans', '--json'))), 2)
        foreign = os.path.join(EXPORTS, 'foreign.xml')
        out, notes = self.noted('import', foreign, '--account', 'Basalt')
        self.assertIn('11 to add', out)
        self.assertIn('Note: The working calendars of the file are left out', notes)
        self.assertIn('0 to add, 0 to change', self.noted('import', foreign, '--dry-run')[0])
        self.assertEqual(self.good('check'), 'The database is sound\n')

    def test_bad_projects(self):
        self.good('import', os.path.join(EXPORTS, 'portfolio.json'))
        before = self.export()
        with open(os.path.join(EXPORTS, 'foreign.xml'), encoding='utf-8') as file:
            text = file.read()
        nobody = self.write('nobody.xml', text.replace('Basalt', 'Somebody'))
        self.bad(2, 'with --account', 'import', nobody)
        self.bad(1, 'nothing called', 'import', nobody, '--account', 'Ospray')
        self.bad(2, '--account is for', 'import', os.path.join(EXPORTS, 'portfolio.json'), '--account', 'Osprey')
        self.bad(1, 'Line 52: UID', 'import', self.write('uid.xml', text.replace('<UID>7</UID>', '<UID>seven</UID>')))
        self.bad(1, 'has no UID', 'import', self.write('none.xml', text.replace('<UID>7</UID>', '')))
        self.bad(1, 'declares a document type', 'import', self.write('doctype.xml', text.replace('<Project ', '<!DOCTYPE Project>\n<Project ')))
        self.bad(1, 'ends before', 'import', self.write('cut.xml', text[:3000]))
        self.bad(1, 'larger than the 32 MB', 'import', self.write('large.xml', text + ' ' * (100 * 1024 * 1024)))
        self.bad(1, 'not with “Project”', 'import', self.write('other', '<?xml version="1.0"?>\n<project/>'))
        self.assertEqual(before, self.export())

    def test_targets(self):
        self.good('import', SAMPLE)
        self.bad(1, 'folder', 'export', 'portfolio', '--audience', 'me', '-o', self.folder.name)
        self.bad(1, 'no such folder', 'export', 'portfolio', '--audience', 'me', '-o', self.path('none/out.json'))
        self.bad(1, 'not a file', 'export', 'portfolio', '--audience', 'me', '-o', '/dev/null')
        if os.geteuid() != 0:
            os.mkdir(self.path('locked'), 0o500)
            self.bad(1, 'may not be written', 'export', 'portfolio', '--audience', 'me', '-o', self.path('locked/out.json'))
        self.write('old.json', 'old')
        self.bad(1, 'not for a customer', 'export', 'portfolio', '--audience', 'customer', '-o', self.path('old.json'))
        with open(self.path('old.json')) as file:
            self.assertEqual(file.read(), 'old')
        self.assertEqual({n for n in os.listdir(self.folder.name) if n.startswith(('old', 'out', '.'))}, {'old.json'})

    def test_output_ends(self):
        self.good('import', SAMPLE)
        with open('/dev/full', 'wb') as full:
            done = subprocess.run([PROGRAM, '--database', self.database, 'list', 'plans', '--json'], stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 1)
        self.assertIn('could not be written', done.stderr.decode())
        reader, writer = os.pipe()
        os.close(reader)
        done = subprocess.run([PROGRAM, '--database', self.database, 'export', 'portfolio', '--audience', 'me', '-o', '-'],
                              stdout=writer, stderr=subprocess.PIPE)
        os.close(writer)
        self.assertEqual((done.returncode, done.stderr), (-13, b''))

    def test_bad_files(self):
        self.good('import', SAMPLE)
        before = self.export()
        nothing = self.write('empty.json', '')
        self.bad(1, 'empty', 'import', nothing)
        self.bad(1, 'folder', 'import', self.folder.name)
        self.bad(1, 'not there', 'import', self.path('missing.json'))
        self.bad(1, 'not a file', 'import', '/dev/zero')
        self.bad(1, 'not JSON', 'import', self.write('cut.json', self.sample()[:50000]))
        self.bad(1, 'nested', 'import', self.write('deep.json', '[' * 10000))
        self.bad(1, 'larger', 'import', self.write('big.json', b' ' * (65 * 1024 * 1024)))
        self.bad(1, 'text', 'import', self.write('report.pdf', b'%PDF-1.7\n%\xe2\xe3\xcf\xd3\x81\x8d\n\x00'))
        sample = json.loads(self.sample())
        sample['accounts'][3]['plans'][0]['tasks'][2]['due'] = 'tomorrow'
        self.bad(1, 'accounts[3].plans[0].tasks[2].due', 'import', self.write('day.json', json.dumps(sample)))
        sample['version'] = '2.0'
        self.bad(1, 'newer', 'import', self.write('new.json', json.dumps(sample)))
        self.assertEqual(before, self.export())

    def test_check(self):
        self.good('import', SAMPLE)
        db = sqlite3.connect(self.database, isolation_level=None)
        db.execute('PRAGMA foreign_keys = OFF')
        db.execute("UPDATE task SET phase = 7 WHERE id = (SELECT min (id) FROM task)")
        db.close()
        done = self.run_it('check')
        self.assertEqual(done.returncode, 1)
        self.assertIn('refers to nothing in “phase”', done.stderr.decode())
        self.database = self.write('foreign.db', 'This is no database, and it is long enough to be one.' * 20)
        self.bad(1, 'cannot be opened', 'check')

    def test_beside_another(self):
        self.good('import', SAMPLE)
        other = sqlite3.connect(self.database, isolation_level=None)
        other.execute('PRAGMA journal_mode').fetchall()
        other.execute('BEGIN')
        other.execute('SELECT count(*) FROM task').fetchall()
        before = other.execute('SELECT count(*) FROM plan').fetchone()
        self.good('new-plan', '--account', 'Feldspar', '--template', 'blank', '--start', '2026-12-01')
        self.assertEqual(other.execute('SELECT count(*) FROM plan').fetchone(), before)
        other.execute('COMMIT')
        self.assertEqual(other.execute('SELECT count(*) FROM plan').fetchone()[0], before[0] + 1)
        other.close()
        running = [subprocess.Popen([PROGRAM, '--database', self.database, 'new-plan', '--account', 'Feldspar', '--template', 'blank',
                                     '--start', '2026-12-01'], stdout=subprocess.DEVNULL) for i in range(6)]
        self.assertEqual([process.wait(60) for process in running], [0] * 6)
        self.assertEqual(self.good('check'), 'The database is sound\n')

    # What is written is held against the published schemas by somebody else's validator.
    def test_schemas(self):
        schemas = {}
        for kind in ('portfolio', 'account', 'plan', 'template'):
            with open(os.path.join(DATA, 'schema', f'{kind}-1.json'), encoding='utf-8') as file:
                schemas[kind] = json.load(file)
        registry = referencing.Registry().with_resources(
            (schema['$id'], referencing.jsonschema.DRAFT202012.create_resource(schema)) for schema in schemas.values())
        valid = {kind: jsonschema.Draft202012Validator(schema, registry=registry) for kind, schema in schemas.items()}

        self.good('import', '--sample')
        accounts = json.loads(self.good('list', 'accounts', '--json'))
        plans = json.loads(self.good('list', 'plans', '--json'))
        written = [('portfolio', self.export())]
        for kind, records in (('account', accounts), ('plan', plans)):
            for record in records[:6]:
                for audience in ('me', 'customer'):
                    name = self.path(f'{record["id"]}-{audience}.json')
                    self.good('export', kind, record['id'], '--format', 'json', '--audience', audience, '-o', name)
                    with open(name, 'rb') as file:
                        written.append((kind, file.read()))

        self.assertEqual(len(written), 25)
        for kind, text in written:
            valid[kind].validate(json.loads(text))
        broken = json.loads(written[0][1])
        broken['accounts'][0]['tier'] = 'platinum'
        self.assertRaises(jsonschema.ValidationError, valid['portfolio'].validate, broken)


if __name__ == '__main__':
    names = [f'Commands.{name}' for name in sys.argv[3:]] or ['Commands']
    tests = unittest.defaultTestLoader.loadTestsFromNames(names, sys.modules[__name__])
    print(f'1..{tests.countTestCases()}')
    result = Tap()
    tests.run(result)
    sys.exit(not result.wasSuccessful())
