#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# test-cli.py PROGRAM DATA: drives the commands of the real program, without a display.
import contextlib
import datetime
import json
import os
import shutil
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
        if os.path.isdir(self.path('scratch')):
            environment['TMPDIR'] = self.path('scratch')
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

    def test_history(self):
        day = lambda back: (datetime.date.today() - datetime.timedelta(days=back)).isoformat()
        self.good('import', SAMPLE)
        with sqlite3.connect(self.database) as database:
            database.execute("UPDATE local_change SET time = unixepoch ('now', '-3 days')")
            database.execute("UPDATE local_change_log SET time = unixepoch ('now', '-4 days')")
            names = [name for name, in database.execute('SELECT name FROM account ORDER BY name')]
        database.close()
        before = self.good('list', 'accounts', '--json')
        plans = json.loads(self.good('list', 'plans', '--json'))
        self.good('new-plan', '--account', names[0], '--template', 'blank', '--start', '2026-05-04', '--name', 'Of late')
        lines = self.good('history').splitlines()
        self.assertEqual(len(lines), 2)
        self.assertRegex(lines[0], r'^2  \d{4}-\d\d-\d\d \d\d:\d\d  .*Plan “Of late” added')
        self.assertEqual(self.good('history', '--since', day(1)).splitlines(), lines[:1])
        self.assertEqual(self.good('history', '--account', names[0], '--search', 'OF LATE').splitlines(), lines[:1])
        self.assertEqual(self.good('history', '--account', names[1], '--search', 'of late'), '')
        self.assertEqual(self.good('history', '--plan', 'Of late').splitlines(), lines[:1])
        self.assertIn('Of late', self.good('list', 'plans'))
        self.assertEqual(json.loads(self.good('list', 'plans', '--as-of', day(2), '--json')), plans)
        self.assertEqual(self.good('list', 'accounts', '--as-of', day(2), '--json'), before)
        self.assertIn(names[0], self.good('show', names[0], '--as-of', day(2)))
        self.bad(1, 'Of late', 'show', 'Of late', '--as-of', day(2))
        self.bad(1, 'The history begins on', 'list', 'plans', '--as-of', day(20))
        self.bad(2, 'no day', 'list', 'plans', '--as-of', 'yesterday')
        self.good('history', 'revert', '2')
        self.assertNotIn('Of late', self.good('list', 'plans'))
        self.assertIn('(taken back)', self.good('history', '--since', day(1)))
        self.bad(1, 'can no longer be reverted', 'history', 'revert', '2')
        self.bad(1, 'no longer in the history', 'history', 'revert', '99')
        self.bad(2, 'not the number', 'history', 'revert', 'x')
        self.good('check')

    def test_help(self):
        self.assertIn('new-plan', self.good('--help', database=False))
        self.assertTrue(self.good('--version', database=False).startswith('Quarterdeck '))
        for command in ('list', 'show', 'import', 'export', 'new-plan', 'schedule', 'reference', 'dedicated', 'backup', 'history', 'salvage', 'check'):
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
        self.bad(2, 'missing', 'schedule')
        self.bad(2, 'no day', 'schedule', 'x.json', '--start', 'soon')
        self.bad(2, '--start is for files', 'schedule', 'x', '--start', '2026-06-01')
        self.bad(2, 'missing', 'reference', 'search')
        self.bad(2, 'neither', 'reference', 'find', 'star')
        self.bad(2, 'one too many', 'reference', 'show', 'star', 'byok')
        self.bad(2, 'no category “cooking”', 'reference', 'search', 'star', '--category', 'cooking')
        self.bad(2, 'are for “search”', 'reference', 'show', 'star', '--tag', 'dedicated')
        self.bad(2, 'Say what', 'dedicated')
        self.bad(2, 'neither', 'dedicated', 'windows')
        self.bad(2, 'Give --from and --to', 'dedicated', 'calendar', '--from', '2026-01-01')
        self.bad(2, 'no day', 'dedicated', 'calendar', '--from', '2026-01-01', '--to', '2026-02-30')
        self.bad(2, 'before', 'dedicated', 'calendar', '--from', '2026-01-02', '--to', '2026-01-01')
        self.bad(2, 'no maintenance window “Mars”', 'dedicated', 'calendar', '--from', '2026-01-01', '--to', '2026-01-31', '--window', 'Mars', database=False)
        self.bad(2, 'one too many', 'dedicated', 'calendar', 'x', '--from', '2026-01-01', '--to', '2026-01-31')
        self.bad(2, 'missing', 'dedicated', 'next')
        self.bad(2, 'neither', 'backup', 'delete')
        self.bad(2, 'one too many', 'backup', 'list', 'x')
        self.bad(2, 'Name the file', 'backup', 'restore')
        self.bad(2, '--dry-run is for', 'backup', '--dry-run')
        self.bad(2, '--to is for', 'backup', 'list', '--to', 'x')
        self.bad(2, 'no instant', 'dedicated', 'next', 'x', '--at', '2026-01-01')

    def test_no_database(self):
        for command in (['list', 'plans'], ['show', 'x'], ['check'], ['export', 'portfolio', '--audience', 'me', '-o', '-'],
                        ['reference', 'search', 'star'], ['dedicated', 'next', 'x'], ['dedicated', 'calendar', '--from', '2026-01-01', '--to', '2026-12-31']):
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

    def test_reference(self):
        self.good('import', SAMPLE)
        found = json.loads(self.good('reference', 'search', 'when', 'is', 'maintenance', '--json'))
        self.assertEqual(found[0]['key'], 'maintenance-windows')
        self.assertEqual(set(found[0]), {'key', 'title', 'category', 'passage'})
        self.assertEqual(found, json.loads(self.good('reference', 'search', 'when is maintenance', '--json')))
        table = self.good('reference', 'search', 'swichboard', '--category', 'tools').splitlines()
        self.assertTrue(table[0].startswith('switchboard '), table)
        absent = json.loads(self.good('reference', 'search', 'console', '--tag', 'not-available', '--json'))
        self.assertEqual(absent[0]['key'], 'no-rails-console')
        self.assertEqual(json.loads(self.good('reference', 'search', 'xqzv', '--json')), [])
        self.assertEqual(self.good('reference', 'search', 'xqzv'), '')

        text = self.good('reference', 'show', 'no-rails-console')
        for part in ('# Rails console\n', 'On Dedicated: Not Available\n', 'Source: ', 'Checked: 2026-', 'See also: api-instead\n'):
            self.assertIn(part, text)
        with open(os.path.join(DATA, 'reference', 'dedicated.json'), encoding='utf-8') as file:
            shipped = {entry['key']: entry for entry in json.load(file)['entries']}
        shown = json.loads(self.good('reference', 'show', 'byok', '--json'))
        shown = {key: value for key, value in shown.items() if value != []}
        self.assertEqual(shown, shipped['byok'])
        self.bad(1, 'did you mean “byok”', 'reference', 'show', 'byko')

        # What a person wrote takes its place, and is found
        db = sqlite3.connect(self.database)
        db.execute("INSERT INTO reference_entry (id, key, title, category) VALUES (1, 'byok', 'Quetzalcoatl', 'tools')")
        db.commit()
        db.close()
        self.assertEqual(json.loads(self.good('reference', 'search', 'quetzal', '--json'))[0]['key'], 'byok')
        self.assertIn('# Quetzalcoatl\n', self.good('reference', 'show', 'byok'))
        self.assertEqual(self.good('check'), 'The database is sound\n')

    def test_dedicated_calendar(self):
        """The published calendar (docs: Dedicated releases; handbook: monthly releases), and a lock of 2026"""
        calendar = lambda *more: json.loads(self.good('dedicated', 'calendar', '--json', *more, database=False))
        self.assertEqual(calendar('--from', '2024-02-15', '--to', '2024-02-15', '--window', 'emea'), [{
            'release': '16.9', 'day': '2024-02-15', 'tenant_version': '16.8', 'patch_days': ['2024-02-07', '2024-02-21'],
            'rollouts': [{'window': 'EMEA', 'start': '2024-02-20T01:00:00Z', 'end': '2024-02-20T05:00:00Z', 'moved_by_lock': False}]}])
        year = calendar('--from', '2026-01-01', '--to', '2026-12-31')
        self.assertEqual([r['release'] for r in year], ['18.8', '18.9', '18.10', '18.11'] + [f'19.{n}' for n in range(8)])
        self.assertEqual([r['tenant_version'] for r in year[1:]], [r['release'] for r in year[:-1]])
        july = next(r for r in year if r['release'] == '19.2')
        self.assertEqual([(r['window'], r['start'], r['end'], r['moved_by_lock']) for r in july['rollouts']], [
            ('EMEA', '2026-07-28T01:00:00Z', '2026-07-28T05:00:00Z', True),
            ('AMER 1', '2026-07-28T07:00:00Z', '2026-07-28T11:00:00Z', True),
            ('APAC', '2026-07-29T13:00:00Z', '2026-07-29T17:00:00Z', True),
            ('AMER 2', '2026-08-02T21:00:00Z', '2026-08-03T01:00:00Z', True)])
        self.assertEqual({r['moved_by_lock'] for m in year if m is not july for r in m['rollouts']}, {False})
        self.assertEqual(calendar('--from', '2026-07-17', '--to', '2026-08-19'), [])
        for name in ('AMER 2', 'amer-2', 'Americas (Option 2)'):
            one = calendar('--from', '2026-11-01', '--to', '2026-11-30', '--window', name)
            self.assertEqual([r['start'] for r in one[0]['rollouts']], ['2026-11-29T21:00:00Z'])
        table = self.good('dedicated', 'calendar', '--from', '2026-07-01', '--to', '2026-07-31', database=False)
        self.assertIn('2026-08-02T21:00:00Z (moved: R&D Summit 2026)', table)
        self.assertFalse(os.path.exists(self.path('data/quarterdeck')))

    def test_dedicated_next(self):
        self.good('import', SAMPLE)
        told = json.loads(self.good('dedicated', 'next', 'Razorbill', '--json', '--at', '2026-11-23T09:00:00Z'))
        self.assertEqual(len(told), 1)
        del told[0]['tenant']
        upgrade = {'version': '19.5', 'start': '2026-11-24T01:00:00Z', 'end': '2026-11-24T05:00:00Z', 'moved_by_lock': False}
        self.assertEqual(told[0], {
            'window': 'EMEA', 'version': '19.4', 'start': upgrade['start'], 'end': upgrade['end'], 'cutoff': '2026-11-20T01:00:00Z',
            'moved_by_lock': False, 'version_after': '19.5', 'upgrade': upgrade})
        text = self.good('dedicated', 'next', 'razorbill', '--at', '2026-11-23T09:00:00Z')
        for words in ('Razorbill', 'Tue, 24 Nov 2026, 01:00–05:00 UTC', 'in 16 hours\n', 'Fri, 20 Nov 2026, 01:00 UTC (passed)', 'Upgrade to 19.5'):
            self.assertIn(words, text)
        self.assertNotIn('Volquarra', text)
        self.bad(1, 'no tenant', 'dedicated', 'next', 'Larkspindle Media')
        self.bad(1, 'did you mean', 'dedicated', 'next', 'Razorbil')
        # A lock that a person has added counts
        lock = {'key': 'own-lock', 'name': 'Year End', 'scope': 'all', 'begins_at': '2026-11-24T00:00:00Z', 'ends_at': '2026-11-30T00:00:00Z'}
        file = json.loads(self.export())
        file['facts'] = [{'id': '00000000000000aa', 'topic': 'lock', 'key': 'own-lock', 'body': json.dumps(lock), 'struck': False, 'position': 1}]
        self.good('import', self.write('lock.json', json.dumps(file)))
        moved = json.loads(self.good('dedicated', 'next', 'Razorbill', '--json', '--at', '2026-11-23T09:00:00Z'))[0]
        self.assertEqual((moved['start'], moved['moved_by_lock']), ('2026-12-01T01:00:00Z', True))
        november = json.loads(self.good('dedicated', 'calendar', '--from', '2026-11-01', '--to', '2026-11-30', '--window', 'emea', '--json'))
        self.assertEqual(november[0]['rollouts'][0]['start'], '2026-12-01T01:00:00Z')

    def test_dedicated_readers(self):
        """Colleagues are not told by what a tenant is found, a customer not what is said about it"""
        self.good('import', SAMPLE)
        internal = json.loads(self.export(audience='internal'))
        tenants = [t for a in internal['accounts'] for t in a['tenants']]
        self.assertEqual(len(tenants), 6)
        for tenant in tenants:
            self.assertEqual(tenant.keys() & {'name', 'url', 'identifier', 'kms_keys', 'aws_accounts'}, set())
            self.assertTrue(all('email' not in c for c in tenant['contacts']))
            self.assertIn('maintenance_window', tenant)
        self.good('export', 'account', 'Razorbill', '--audience', 'customer', '-o', self.path('theirs.json'))
        with open(self.path('theirs.json'), 'rb') as file:
            theirs = json.load(file)['account']
        self.assertEqual((theirs['tickets'], theirs['escalations'], theirs['tenants'][0]['access']), ([], [], []))
        self.assertEqual(theirs['tenants'][0].keys() & {'codename_source', 'notes', 'edition', 'support_organisation'}, set())
        self.assertIn('name', theirs['tenants'][0])
        self.assertNotIn('star_rule', theirs)

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

    def test_audience_check(self):
        self.good('import', self.write('in.json', self.sample()))
        text = ('Feldspar is fine.\nBut ask TESSAQUILL’s board, or shauna.mcallister@tessaquill.example\n'
                'https://gitlab.tessaquill.example and Larkspindle Media\n')
        leaky = self.write('a note.md', text)
        check = ('audience', 'check', '--audience')

        done = self.run_it(*check, 'internal', leaky)
        self.assertEqual((done.returncode, done.stderr), (1, b''))
        self.assertEqual(done.stdout.decode().splitlines(), [
            f'{leaky}:2:9: Alias “TESSAQUILL”; instead “Feldspar”',
            f'{leaky}:2:32: E-mail address “shauna.mcallister@tessaquill.example”; instead “[contact]”',
            f'{leaky}:3:16: Domain “tessaquill.example”; instead “Feldspar”'])

        done = self.run_it(*check, 'internal', '-', input=text.encode())
        self.assertEqual(done.returncode, 1)
        self.assertTrue(done.stdout.startswith(b'-:2:9: '))

        done = self.run_it(*check, 'customer', '--account', 'Feldspar', '--json', leaky)
        self.assertEqual(done.returncode, 1)
        hits = json.loads(done.stdout)
        self.assertEqual([(hit['kind'], hit['line'], hit['column'], hit['text'], hit['instead'], hit['sure']) for hit in hits],
                         [('codename', 1, 1, 'Feldspar', 'Tessaquill Therapeutics', True),
                          ('name', 3, 39, 'Larkspindle Media', '[customer]', True)])
        self.assertEqual(text.encode()[hits[1]['start']:hits[1]['end']], b'Larkspindle Media')

        done = self.run_it(*check, 'internal', '--replace', leaky)
        self.assertEqual(done.stdout.decode().splitlines()[1], 'But ask Feldspar’s board, or [contact]')
        clean = self.write('clean.md', done.stdout)
        self.assertEqual(self.good(*check, 'internal', clean), '')
        self.assertEqual(self.good(*check, 'me', leaky), '')
        self.assertEqual(json.loads(self.good(*check, 'internal', '--json', clean)), [])

        self.bad(1, 'is no text', *check, 'internal', self.write('a.pdf', b'%PDF-1.7\n...'))
        self.bad(1, '', *check, 'internal', self.path('nowhere'))
        self.bad(2, 'no audience', *check, 'all', leaky)
        self.bad(2, '--audience', 'audience', 'check', leaky)
        self.bad(2, 'one file', *check, 'internal')
        self.bad(2, 'what to do', 'audience', 'look', '--audience', 'me', leaky)

    def test_names_let_out(self):
        document = json.loads(self.sample())
        account = next(a for a in document['accounts'] if a.get('codename') == 'Feldspar')
        account['next_step'] = 'Ask Tessaquill'
        self.good('import', self.write('in.json', json.dumps(document)))
        export = ('export', 'account', 'Feldspar', '--audience', 'internal', '-o', '-')

        self.bad(1, 'next_step', *export)
        told = json.loads(self.good(*export, '--replace'))['account']
        self.assertEqual(told['next_step'], 'Ask Feldspar')
        self.assertEqual({contact['name'] for contact in told['contacts']}, {'[contact]'})
        self.bad(2, 'Either', *export, '--replace', '--reason', 'x')
        told = json.loads(self.good(*export, '--reason', 'The board asked'))['account']
        self.assertEqual(told['next_step'], 'Ask Tessaquill')
        self.bad(1, 'next_step', *export)
        with sqlite3.connect(self.database) as db:
            self.assertEqual(db.execute('SELECT audience, what, reason FROM local_disclosure').fetchall(),
                             [('internal', 'json', 'The board asked')])

    def test_public(self):
        self.good('import', self.write('in.json', self.sample()))
        self.bad(1, 'not for the public', 'export', 'account', 'Feldspar', '--audience', 'public', '-o', '-')
        self.bad(1, 'not for the public', 'export', 'portfolio', '--audience', 'public', '-o', '-')

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

    def test_timeline(self):
        """The pdf of an accelerator is its timeline; images of it need no display either."""
        self.good('import', SAMPLE)
        plans = json.loads(self.good('list', 'plans', '--json'))
        plan = next(p for p in plans if p['account_name'].startswith('Tessaquill'))['id']
        with sqlite3.connect(self.database) as database:
            database.execute("UPDATE plan SET kind = 'accelerator' WHERE id = ?", (int(plan, 16),))
        for word, form, begin in (('accelerator', 'pdf', b'%PDF-'), ('plan', 'timeline-pdf', b'%PDF-'),
                                  ('accelerator', 'png', b'\x89PNG'), ('accelerator', 'svg', b'<?xml')):
            path = self.path('timeline.' + form)
            self.noted('export', word, plan, '--format', form, '--audience', 'internal', '-o', path)
            with open(path, 'rb') as file:
                self.assertEqual(file.read(len(begin)), begin)
        with open(self.path('timeline.svg')) as file:
            text = file.read()
        self.assertIn('Feldspar', text)
        self.assertNotIn('Tessaquill', text)
        self.assertIn('Page', self.noted('export', 'accelerator', plan, '--format', 'pdf', '--paper', 'a3', '--tiled',
                                         '--audience', 'me', '-o', self.path('tiled.pdf'))[1][0].title())
        for words, option in ((('--format', 'svg'), '--tiled'), (('--format', 'pdf', '--tiled'), '--fitted')):
            self.bad(2, '--tiled', 'export', 'accelerator', plan, *words, option, '--audience', 'me', '-o', 'x')
        self.bad(2, 'is no paper', 'export', 'accelerator', plan, '--format', 'pdf', '--paper', 'a5', '--audience', 'me', '-o', 'x')
        self.bad(2, '--paper', 'export', 'accelerator', plan, '--format', 'json', '--paper', 'a4', '--audience', 'me', '-o', 'x')

    def test_csv(self):
        self.good('import', SAMPLE)
        self.good('export', 'portfolio', '--format', 'csv', '--audience', 'me', '-o', self.path('roster.csv'))
        self.assertIn('14 to leave', self.good('import', self.path('roster.csv'), '--dry-run'))
        done = self.run_it('import', self.write('bad.csv', 'Name,Seats\nGood Co,5\nBad Co,many\n'))
        self.assertEqual(done.returncode, 0)
        self.assertIn('1 to add', done.stdout.decode())
        self.assertIn('Line 3', done.stderr.decode())

    def test_database(self):
        """A file of the program's own, from somebody else, is taken in like what it exports"""
        os.mkdir(self.path('scratch'))
        self.good('import', SAMPLE)
        exported = self.export()
        sent = self.path('sent.db')
        os.rename(self.database, sent)
        self.assertIn('add     Account', self.good('import', sent, '--dry-run'))
        self.good('import', sent)
        self.assertEqual(self.export(), exported)
        self.assertIn('0 to add, 0 to change', self.good('import', sent, '--dry-run'))
        self.bad(2, '--account is for', 'import', sent, '--account', 'Osprey')
        self.bad(1, 'not a database', 'import', self.write('text.db', 'Name,Seats\n'))
        self.bad(1, 'not one of Quarterdeck', 'import', self.other_database())
        self.assertEqual(os.listdir(self.path('scratch')), [])

    def other_database(self):
        with contextlib.closing(sqlite3.connect(self.path('other.db'))) as other:
            other.execute('CREATE TABLE account (name)')
            other.commit()
        return self.path('other.db')

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

    def schedule(self, plan, *args):
        return json.loads(self.good('schedule', self.write('plan.json', json.dumps(plan)), '--json', *args))

    # By hand: A from 0 to 120, B 60 after it from 180 to 660, D beside A.
    def test_schedule_file(self):
        tasks = [{'id': 'a', 'title': 'Kick-off', 'duration_minutes': 120},
                 {'id': 'b', 'duration_minutes': 480, 'links': [{'from': 'a', 'type': 'FS', 'lag_minutes': 60}]},
                 {'id': 3, 'duration_minutes': 0, 'links': [{'from': 'b'}]},
                 {'id': 'd', 'duration_minutes': 100, 'links': [{'from': 'a', 'type': 'SS', 'lag_minutes': 20}]},
                 {'id': 'e', 'duration_minutes': 30, 'links': [{'from': 'd', 'type': 'FF'}]}]

        def row(id, start, end, total, free, critical=False):
            return {'id': id, 'start': f'2026-06-01T{start}', 'end': f'2026-06-01T{end}', 'total_float_minutes': total,
                    'free_float_minutes': free, 'critical': critical}

        expected = {'start': '2026-06-01T00:00', 'end': '2026-06-01T11:00', 'duration_minutes': 660,
                    'tasks': [row('a', '00:00', '02:00', 0, 0, True), row('b', '03:00', '11:00', 0, 0, True),
                              row(3, '11:00', '11:00', 0, 0, True), row('d', '00:20', '02:00', 540, 0),
                              row('e', '01:30', '02:00', 540, 540)]}
        self.assertEqual(self.schedule(tasks, '--start', '2026-06-01'), expected)
        self.assertEqual(self.schedule({'start': '2026-06-01', 'tasks': tasks}), expected)
        self.assertEqual(list(self.schedule(tasks)), ['start', 'end', 'duration_minutes', 'tasks'])
        self.assertFalse(os.path.exists(self.database))

        table = self.good('schedule', self.path('plan.json'), '--start', '2026-06-01').splitlines()
        self.assertEqual(len(table), 8)
        self.assertEqual(table[1].split(), ['a', 'Kick-off', '2026-06-01', '00:00', '2026-06-01', '02:00', '0', 'h', '0', 'h', 'critical'])
        self.assertEqual(table[-1], 'From 2026-06-01 00:00 to 2026-06-01 11:00, working time 11 h')

    # From Friday over a weekend and a holiday on Monday to Tuesday, over the end of a year and when clocks are put on.
    def test_schedule_calendars(self):
        office = {'default': {'hours': 'Mo-Fr 09:00-17:00', 'holidays': ['2026-06-08']}}
        done = self.schedule({'start': '2026-06-05', 'calendars': office, 'tasks': [{'id': 'a', 'duration_minutes': 960}]})
        self.assertEqual((done['start'], done['end'], done['duration_minutes']), ('2026-06-05T09:00', '2026-06-09T17:00', 960))
        done = self.schedule({'start': '2026-12-31', 'calendars': office, 'tasks': [{'id': 'a', 'duration_minutes': 1440}]})
        self.assertEqual(done['end'], '2027-01-04T17:00')
        berlin = {'default': {'hours': 'Mo-Su 00:00-24:00', 'time_zone': 'Europe/Berlin'}}
        done = self.schedule({'start': '2026-03-29', 'calendars': berlin, 'tasks': [{'id': 'a', 'duration_minutes': 24 * 60}]})
        self.assertEqual((done['start'], done['end']), ('2026-03-28T23:00', '2026-03-29T23:00'))
        late = [{'id': 'a', 'duration_minutes': 960, 'constraint': {'kind': 'not-after', 'at': '2026-06-06'}}]
        table = self.good('schedule', self.write('late.json', json.dumps({'start': '2026-06-05', 'calendars': office, 'tasks': late})))
        self.assertIn('“a” is to be finished by 2026-06-07 00:00, and is not before 2026-06-09 17:00.\n', table)

    def test_schedule_bad(self):
        def task(**more):
            return {'id': 'a', 'title': 'Alpha', 'duration_minutes': 1, **more}

        def link(**more):
            return [{'id': 'b', 'duration_minutes': 1}, task(links=[{'from': 'b', **more}])]

        def calendar(hours, *holidays):
            return {'calendars': {'x': {'hours': hours, 'holidays': holidays}}, 'tasks': [task(calendar='x')]}

        span = 'of the years 1970 to 2199'
        for plan, message in (
                ([task(links=[{'from': 'a'}])], 'A task would wait for itself: “a: Alpha” → “a: Alpha”'),
                ([{'id': 'b', 'duration_minutes': 1, 'links': [{'from': 'a'}]}, task(links=[{'from': 'b'}])],
                 '“b” → “a: Alpha” → “b”'),
                ([task(parent='a')], 'A task would wait for itself'),
                ([task(links=[{'from': 'z'}])], 'Task “a: Alpha”: [0].links[0].from must be the id of a task, and none has “z”'),
                ([task(links=[{}])], 'Task “a: Alpha”: [0].links[0].from must be given'),
                ([task(), task()], '[1].id must be the only “a”'),
                ([task(duration_minutes=-1)], 'Task “a: Alpha”: [0].duration_minutes must be a whole number from 0'),
                ([task(duration_minutes=1.5)], 'Task “a: Alpha”: [0].duration_minutes must be a whole number from 0'),
                ([task(duration_minutes=2**40)], 'Task “a: Alpha”: [0].duration_minutes must be a whole number from 0'),
                ([{'id': 'a'}], 'Task “a”: [0].duration_minutes must be given'),
                ([{'duration_minutes': 1}], '[0].id must be given'),
                ([task(colour='red')], '[0].colour is not known'),
                (link(type='XX'), 'Task “a: Alpha”: [1].links[0].type must be one of: FS, SS, FF, SF'),
                (link(lag_minutes='long'), 'Task “a: Alpha”: [1].links[0].lag_minutes must be a whole number'),
                (link(lag_minutes=2**30 - 1), '“a: Alpha” would not be finished by the end of the year 2199'),
                ([task(constraint={'kind': 'soon', 'at': '2026-06-01'})], 'Task “a: Alpha”: [0].constraint.kind must be one of'),
                ([task(constraint={'kind': 'fixed', 'at': '9999-12-31'})], span),
                ({'start': '1900-01-01', 'tasks': [task()]}, f'start must be a day {span}'),
                ({'start': '2026-02-30', 'tasks': [task()]}, 'start must be a day'),
                (calendar(''), 'calendars.x.hours must have at least one working day'),
                (calendar('Mo 9-17 often'), 'calendars.x.hours must be working hours'),
                (calendar('Mo 09:00-17:00', {'first': '1970-01-01', 'last': '2199-12-31'}), 'calendars.x must leave working time'),
                ({'tasks': [task(calendar='x')]}, 'Task “a: Alpha”: tasks[0].calendar must be the name of a calendar'),
                ({}, 'tasks must be given'),
                (7, 'The file must be a list of tasks'),
                ([None], '[0] must be an object')):
            for args in ([], ['--json']):
                self.bad(1, message, 'schedule', self.write('bad.json', json.dumps(plan)), *args)
        self.bad(1, 'Line 2, character', 'schedule', self.write('bad.json', '[{"id": 1,\n "duration_minutes": 1,}]'))
        self.bad(1, 'The file is empty', 'schedule', self.write('bad.json', ''))
        self.bad(1, 'it is not there', 'schedule', self.path('none.json'))

    # As large as plans of other tools come; one that hung would be stopped after a minute.
    def test_schedule_large(self):
        chain = [{'id': i, 'duration_minutes': 1, 'links': [{'from': j} for j in {i - 1, i // 2} if 0 <= j < i]} for i in range(100000)]
        done = self.schedule({'start': '2026-06-01', 'tasks': chain})
        self.assertEqual((done['duration_minutes'], len(done['tasks'])), (100000, 100000))
        many = [{'id': i, 'duration_minutes': i} for i in range(10001)]
        many.append({'id': 'last', 'duration_minutes': 1, 'links': [{'from': i, 'lag_minutes': -1} for i in range(10001)]})
        many.append({'id': 'other', 'duration_minutes': 1, 'links': [{'from': 'last', 'type': 'SF', 'lag_minutes': 1 - 2**30}] * 10000})
        done = self.schedule({'start': '2026-06-01', 'tasks': many})
        self.assertEqual([task['start'] for task in done['tasks'][-2:]], ['2026-06-07T22:39', '2026-06-01T00:00'])
        ring = [{'id': i, 'duration_minutes': 1, 'links': [{'from': (i + 1) % 100000}]} for i in range(100000)]
        self.bad(1, '→ … →', 'schedule', self.write('ring.json', json.dumps(ring)))

    def test_schedule_plan(self):
        self.bad(1, 'There is no database', 'schedule', 'Feldspar')
        self.good('import', SAMPLE)
        id = self.good('new-plan', '--account', 'feldspar', '--template', 'dedicated-onboarding', '--start', '2026-12-01', '--name', 'Tenant').strip()
        before = self.export()
        done = json.loads(self.good('schedule', id, '--json'))
        self.assertEqual(done, json.loads(self.good('schedule', 'tenant', '--json')))
        self.assertEqual(list(done), ['start', 'end', 'duration_minutes', 'tasks'])
        tasks = {task['id']: task for task in json.loads(self.good('show', id, '--json'))['plan']['tasks']}
        self.assertEqual({task['id'] for task in done['tasks']}, set(tasks))
        for task in done['tasks']:
            start = tasks[task['id']].get('start', task['start'][:10])
            self.assertEqual(task['start'][:10], start)
            self.assertLessEqual(task['start'], task['end'])
        self.assertEqual(done['start'], min(task['start'] for task in done['tasks']))
        self.assertEqual(done['end'], max(task['end'] for task in done['tasks']))
        self.assertTrue(any(task['critical'] for task in done['tasks']))
        self.assertEqual(len(self.good('schedule', id).splitlines()), len(tasks) + 3)
        self.assertEqual(before, self.export())
        self.bad(1, 'did you mean “Tenant”', 'schedule', 'Tenamt')

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

    def test_backup(self):
        self.bad(1, 'There is no database', 'backup')
        self.assertEqual(self.good('backup', 'list'), '')
        self.good('import', SAMPLE)
        first = self.export()
        made = self.good('backup')
        self.assertIn('Backed up just now', made)
        folder = self.database + '.backups'
        path = next(os.path.join(folder, name) for name in os.listdir(folder) if name.startswith('quarterdeck-'))
        self.assertIn(path, made)
        self.assertEqual(stat.S_IMODE(os.stat(folder).st_mode), 0o700)
        for name in os.listdir(folder):
            self.assertEqual(stat.S_IMODE(os.stat(os.path.join(folder, name)).st_mode), 0o600, name)
        self.assertIn('No change since', self.good('backup'))
        self.assertIn(path, self.good('backup', 'list'))
        self.assertEqual(len(self.good('backup', 'list').splitlines()), 1)

        # What SQLite's own program makes of it
        copy = sqlite3.connect(f'file:{path}?mode=ro', uri=True)
        self.assertEqual(copy.execute('PRAGMA integrity_check').fetchall(), [('ok',)])
        live = sqlite3.connect(f'file:{self.database}?mode=ro', uri=True)
        for table, in live.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB '*search*'"):
            self.assertEqual(*(db.execute(f'SELECT * FROM "{table}" ORDER BY 1').fetchall() for db in (copy, live)), table)
        copy.close()
        live.close()

        kept = self.path('kept.db')
        shutil.copy(path, kept)
        self.good('new-plan', '--account', 'feldspar', '--template', 'dedicated-onboarding', '--start', '2026-12-01', '--name', 'Tenant')
        second = self.export()
        self.assertNotEqual(first, second)
        shown = self.good('backup', 'restore', kept, '--dry-run')
        self.assertIn('Tenant', shown)
        self.assertIn('Nothing was changed', shown)
        self.assertEqual(self.export(), second)
        self.assertIn('Restored', self.good('backup', 'restore', kept))
        self.assertEqual(self.export(), first)
        self.assertEqual(self.good('check'), 'The database is sound\n')
        self.assertIn('exactly what there is', self.good('backup', 'restore', kept))

        # What there was is a backup, too.
        newest = self.good('backup', 'list').splitlines()[0].split('  ')[-1].strip()
        self.good('backup', 'restore', newest)
        self.assertEqual(self.export(), second)
        self.bad(1, 'is damaged', 'backup', 'restore', self.write('bad.db', 'This is no database.' * 200))
        self.bad(1, 'is not there', 'backup', 'restore', self.path('none.db'))

    def test_backup_elsewhere(self):
        self.good('import', SAMPLE)
        extra = self.path('extra')
        os.mkdir(extra)
        self.good('backup', '--to', extra)
        copies = os.listdir(extra)
        self.assertEqual(len(copies), 1)
        self.assertNotIn('portfolio', copies[0])
        self.assertEqual(stat.S_IMODE(os.stat(os.path.join(extra, copies[0])).st_mode), 0o600)
        done = self.run_it('backup', '--to', self.path('gone'))
        self.assertEqual(done.returncode, 1)
        self.assertIn('is not there', done.stderr.decode())
        self.assertFalse(os.path.exists(self.path('gone')))

    def test_salvage(self):
        self.good('import', SAMPLE)
        db = sqlite3.connect(self.database, isolation_level=None)
        n_accounts = db.execute('SELECT count(*) FROM account').fetchone()[0]
        root = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'activity'").fetchone()[0]
        db.execute('PRAGMA wal_checkpoint (TRUNCATE)')
        db.close()
        with open(self.database, 'r+b') as file:
            file.seek((root - 1) * 4096)
            file.write(b'Z' * 4096)
        with open(self.database, 'rb') as file:
            before = file.read()
        new = self.path('new.db')
        told = self.good('salvage', self.database, '--output', new, database=False)
        self.assertIn(f'Accounts: {n_accounts} found, {n_accounts} kept', told)
        self.assertIn('The damaged file was not changed', told)
        with open(self.database, 'rb') as file:
            self.assertEqual(file.read(), before)
        self.assertEqual(stat.S_IMODE(os.stat(new).st_mode), 0o600)
        self.bad(1, 'is there already', 'salvage', self.database, '--output', new)
        self.bad(1, 'may not be read', 'salvage', self.path('nowhere.db'), '--output', self.path('other.db'))
        self.bad(2, '--output', 'salvage', self.database)
        self.database = new
        self.assertEqual(self.good('check'), 'The database is sound\n')

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
