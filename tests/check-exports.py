#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check-exports.py PROGRAM: what it writes is read by others: calendars by python3-icalendar, tables by Python’s csv, and
# projects by the stylesheet that GNOME Planner imports them with. What is expected was worked out by hand from
# data/exports/portfolio.json.
import csv
import datetime
import io
import os
import re
import shutil
import subprocess
import sys
import unittest
import xml.etree.ElementTree as ElementTree

from exported import Exporter, main

try:
    import icalendar
except ImportError:
    icalendar = None

PROGRAM = sys.argv[1]
STYLESHEET = '/usr/share/planner/stylesheets/msp2planner.xsl'
UTC = datetime.timezone.utc


def day(month, number):
    return datetime.date(2026, month, number)


def instant(month, number, hour, minute):
    return datetime.datetime(2026, month, number, hour, minute, tzinfo=UTC)


# Our clock is Berlin’s: two hours ahead of UTC until 25 October, one after it
EVENTS = {
    'Kick-off': (0x31, instant(10, 5, 8, 0), instant(10, 5, 9, 0), ['Call', 'Discovery'], 'OPAQUE', []),
    'Discovery workshop': (0x32, instant(10, 6, 7, 30), instant(10, 6, 9, 0), ['Workshop', 'Discovery'], 'OPAQUE', [-24, -1]),
    'Outcomes document accepted': (0x34, day(10, 9), day(10, 10), ['Milestone', 'Discovery'], 'TRANSPARENT', [-24]),
    'Close-out': (0x3b, day(11, 2), day(11, 4), ['Workshop', 'Reporting'], 'TRANSPARENT', [-24]),
    '=SUM(A1:A9)': (0x3c, instant(11, 4, 11, 0), None, ['Milestone', 'Reporting'], 'TRANSPARENT', [-24]),
}

# Row, name, start, end, percent, type; times are those of the plan’s clock
ROWS = [
    ('1', 'Discovery', None, None, 0, 'normal'),
    ('1.1', 'Kick-off', '20261005T100000', '20261005T110000', 100, 'normal'),
    ('1.2', 'Discovery workshop', '20261006T093000', '20261006T110000', 0, 'normal'),
    ('1.3', '1. Baseline: where are we; #now, “really”?', '20261007T090000', '20261009T150000', 40, 'normal'),
    ('1.4', 'Outcomes document accepted', '20261009T150000', '20261009T150000', 0, 'milestone'),
    ('2', 'Delivery: sprints', None, None, 0, 'normal'),
    ('2.1', 'Sprint 1', '20261012T090000', '20261021T173000', 0, 'normal'),
    ('2.1.1', 'call the pipelines team – 日本語 🚀', '20261012T090000', '20261016T180000', 10, 'normal'),
    ('2.1.2', 'عربي: من اليمين إلى اليسار', '20261019T090000', '20261021T173000', 0, 'normal'),
    ('2.1.3', 'Internal: price of the renewal', '20261020T090000', '20261020T173000', 0, 'normal'),
    ('2.2', 'section 8 of the audit, 100% done', '20261022T100000', '20261027T160000', 0, 'normal'),
    ('2.3', 'Someday: tidy <runners>', None, None, 0, 'normal'),
    ('3', 'Reporting', None, None, 0, 'normal'),
    ('3.1', 'Close-out', '20261102T090000', '20261103T173000', 0, 'normal'),
    ('3.2', '=SUM(A1:A9)', '20261104T120000', '20261104T120000', 0, 'milestone'),
    ('4', '- [ ] not a list', '20261105T090000', '20261106T150000', 0, 'normal'),
]

# From, to, kind, lag in seconds
LINKS = {
    ('Kick-off', 'Discovery workshop', 'FS', 0),
    ('Discovery workshop', '1. Baseline: where are we; #now, “really”?', 'FS', 3600),
    ('1. Baseline: where are we; #now, “really”?', 'Outcomes document accepted', 'FF', 0),
    ('Outcomes document accepted', 'call the pipelines team – 日本語 🚀', 'FS', 57600),
    ('call the pipelines team – 日本語 🚀', 'عربي: من اليمين إلى اليسار', 'FS', 0),
    ('call the pipelines team – 日本語 🚀', 'section 8 of the audit, 100% done', 'SS', -28800),
    ('section 8 of the audit, 100% done', 'Close-out', 'FS', 259200),
    ('Close-out', '=SUM(A1:A9)', 'SF', 1800),
    ('Internal: price of the renewal', 'section 8 of the audit, 100% done', 'FS', 0),
}

# The order of elements in the schema that Microsoft published for Project 2007 (mspdi_pj12.xsd), of those that we write
ORDER = {
    'Project': 'SaveVersion UID Name Title Category Company ScheduleFromStart StartDate FinishDate CriticalSlackLimit '
               'CurrencyCode CalendarUID DefaultStartTime DefaultFinishTime MinutesPerDay MinutesPerWeek DaysPerMonth '
               'DefaultTaskType DurationFormat WorkFormat HonorConstraints NewTasksEstimated StatusDate ExtendedAttributes '
               'Calendars Tasks',
    'Calendar': 'UID Name IsBaseCalendar BaseCalendarUID WeekDays Exceptions',
    'WeekDay': 'DayType DayWorking WorkingTimes',
    'Exception': 'EnteredByOccurrences TimePeriod Occurrences Name Type DayWorking WorkingTimes',
    'Task': 'UID ID Name Type IsNull Contact WBS OutlineNumber OutlineLevel Priority Start Finish Duration '
            'DurationFormat Work EffortDriven Estimated Milestone Summary Critical PercentComplete ActualStart '
            'ActualFinish ActualDuration RemainingDuration ConstraintType CalendarUID ConstraintDate Deadline Notes '
            'PredecessorLink ExtendedAttribute Baseline',
    'PredecessorLink': 'PredecessorUID Type CrossProject LinkLag LagFormat',
    'Baseline': 'Number Start Finish Duration DurationFormat',
}

COMMANDS = {
    '/label': r'( ~"[^"]+")+',
    '/assign': r' @[\w.-]+',
    '/due': r' \d{4}-\d\d-\d\d',
    '/health_status': r' (on_track|needs_attention|at_risk)',
    '/estimate': r'( \d+[dhm])+',
    '/epic': r' https://\S+/-/epics/\d+',
}


class Calendar(unittest.TestCase):
    def setUp(self):
        if icalendar is None:
            self.skipTest('python3-icalendar is not there')

    def read(self, *options, change=None, audience='me'):
        exporter = Exporter(PROGRAM, change)
        self.addCleanup(exporter.close)
        return icalendar.Calendar.from_ical(exporter.export('ics', *options, audience=audience))

    def test_events(self):
        calendar = self.read()
        self.assertEqual((calendar['VERSION'], calendar['X-WR-CALNAME']), ('2.0', 'Volquarra Re – CI/CD accelerator'))
        events = {str(event['SUMMARY']): event for event in calendar.walk('VEVENT')}
        self.assertEqual(set(events), set(EVENTS))
        self.assertEqual(len({event['UID'] for event in events.values()}), len(EVENTS))
        for title, (number, start, end, categories, transparent, alarms) in EVENTS.items():
            event = events[title]
            self.assertEqual(event['UID'], f'{number:016x}@quarterdeck')
            self.assertEqual(event.decoded('DTSTART'), start, title)
            self.assertEqual(event.decoded('DTEND') if 'DTEND' in event else None, end, title)
            self.assertEqual([str(c) for c in event['CATEGORIES'].cats], categories)
            self.assertEqual((event['STATUS'], event['TRANSP']), ('CONFIRMED', transparent))
            self.assertLess(abs(event.decoded('DTSTAMP') - datetime.datetime.now(UTC)), datetime.timedelta(minutes=10))
            self.assertGreater(event['SEQUENCE'], 3_000_000)
            self.assertEqual([alarm.decoded('TRIGGER') for alarm in event.walk('VALARM')],
                             [datetime.timedelta(hours=hours) for hours in alarms], title)
            for alarm in event.walk('VALARM'):
                self.assertEqual((alarm['ACTION'], alarm['DESCRIPTION']), ('DISPLAY', title))

    def test_description(self):
        events = {str(event['SUMMARY']): event for event in self.read().walk('VEVENT')}
        self.assertEqual(str(events['Discovery workshop']['DESCRIPTION']),
                         'Bring the pipeline figures.\n/close\nTwo rooms, “Nord” & <Süd>; 50% remote, x;y,z\\w.\n\n'
                         'Plan: CI/CD accelerator\nAccount: Volquarra Re\nOwner: Maren Ilves\nCustomer Owner: Amrit Bhandari')

    def test_customer(self):
        events = {str(event['SUMMARY']): event for event in self.read('--all-tasks', audience='customer').walk('VEVENT')}
        self.assertEqual(len(events), 11)
        self.assertNotIn('figures', str(events['Discovery workshop']['DESCRIPTION']))
        # The hours are the same instants for whoever may not read our calendar
        self.assertEqual(events['Kick-off'].decoded('DTSTART'), instant(10, 5, 8, 0))

    def test_floating(self):
        def forget_zone(document):
            del document['calendars'][0]['time_zone']
        events = {str(event['SUMMARY']): event for event in self.read(change=forget_zone).walk('VEVENT')}
        self.assertEqual(events['Kick-off'].decoded('DTSTART'), datetime.datetime(2026, 10, 5, 10, 0))
        self.assertEqual(events['Kick-off'].decoded('DTEND'), datetime.datetime(2026, 10, 5, 11, 0))

    def test_no_alarms(self):
        calendar = self.read('--no-alarms', '--all-tasks')
        self.assertEqual((len(calendar.walk('VALARM')), len(calendar.walk('VEVENT'))), (0, 12))
        last = {str(event['SUMMARY']): event for event in calendar.walk('VEVENT')}['section 8 of the audit, 100% done']
        self.assertEqual((last.decoded('DTSTART'), last.decoded('DTEND')), (instant(10, 22, 8, 0), instant(10, 27, 15, 0)))


class Issues(unittest.TestCase):
    def setUp(self):
        exporter = Exporter(PROGRAM)
        self.addCleanup(exporter.close)
        self.bytes = exporter.export('gitlab-csv')
        self.rows = list(csv.DictReader(io.StringIO(self.bytes.decode('utf-8'), newline='')))

    def test_columns(self):
        self.assertTrue(self.bytes.startswith(b'title,description,due_date,milestone,type\r\n'))
        self.assertEqual(len(self.rows), 13)
        for row in self.rows:
            self.assertNotIn(None, row)
            self.assertEqual((row['milestone'], row['type']), ('', 'issue'))
            self.assertRegex(row['due_date'], r'^(\d{4}-\d\d-\d\d)?$')
            # What a spreadsheet would take for a formula
            self.assertFalse(any(value.startswith(('=', '+', '-', '@')) for value in row.values()), row)
        self.assertEqual([row['title'].strip() for row in self.rows],
                         [title for number, title, *_ in ROWS if '.' in number or number == '4'])

    def test_commands(self):
        for row in self.rows:
            lines = row['description'].split('\n')
            self.assertEqual(lines[0], '## Update')
            commands = [line.split(' ', 1)[0] for line in lines if line.startswith('/')]
            self.assertEqual(commands[0], '/label')
            self.assertEqual(len(commands), len(set(commands)))
            for line in lines:
                if line.startswith('/'):
                    name = line.split(' ', 1)[0]
                    self.assertRegex(line, f'^{re.escape(name)}{COMMANDS[name]}$')
            # They are the last lines, with nothing between them
            self.assertEqual([line for line in lines[-len(commands) - 1:-1] if not line.startswith('/')], [])
            self.assertRegex(row['description'], r'~"SP Initiative::Status::(Not Started|On Track|Watchpoint|Concern)"')


class Project(unittest.TestCase):
    def setUp(self):
        self.exporter = Exporter(PROGRAM)
        self.addCleanup(self.exporter.close)
        self.bytes = self.exporter.export('mspdi')

    def local(self, element):
        return element.tag.rpartition('}')[2]

    def find(self, element, name):
        return [child for child in element if self.local(child) == name]

    def test_order(self):
        for audience in ('me', 'customer'):
            for element in ElementTree.fromstring(self.exporter.export('mspdi', audience=audience)).iter():
                names = [self.local(child) for child in element]
                order = ORDER.get(self.local(element), '').split()
                if not order or not names:
                    continue
                places = [order.index(name) for name in names]
                self.assertEqual(places, sorted(places), (self.local(element), names))

    def test_calendars(self):
        root = ElementTree.fromstring(self.bytes)
        calendars = {self.find(c, 'Name')[0].text: c for c in self.find(self.find(root, 'Calendars')[0], 'Calendar')}
        ours, theirs = calendars['Our Working Days'], calendars['The Customer’s Working Days']

        def hours(calendar):
            week = {}
            for day_element in self.find(self.find(calendar, 'WeekDays')[0], 'WeekDay'):
                times = [(t[0].text[:5], t[1].text[:5]) for t in day_element.iter() if self.local(t) == 'WorkingTime']
                week[int(self.find(day_element, 'DayType')[0].text)] = times
            return week

        long, short = [('09:00', '17:30')], [('09:00', '15:00')]
        self.assertEqual(hours(ours), {1: [], 2: long, 3: long, 4: long, 5: long, 6: short, 7: []})
        # London’s eight to twelve and one to five, on Berlin’s clock
        work = [('09:00', '13:00'), ('14:00', '18:00')]
        self.assertEqual(hours(theirs), {1: [], 2: work, 3: work, 4: work, 5: work, 6: work, 7: []})

        def closed(calendar):
            return [(e.findtext('{*}Name'), e.findtext('.//{*}FromDate'), e.findtext('.//{*}ToDate'), e.findtext('{*}DayWorking'))
                    for e in calendar.iter() if self.local(e) == 'Exception']
        self.assertEqual(closed(ours), [('Reformation Day, observed', '2026-10-23T00:00:00', '2026-10-23T23:59:00', '0')])
        self.assertEqual(closed(theirs), [('Quarter end', '2026-10-29T00:00:00', '2026-10-30T23:59:00', '0')])
        meetings = [e for e in calendars['Our Meetings'].iter() if self.local(e) == 'Exception']
        self.assertFalse(any(e.findtext('{*}DayWorking') == '1' for e in meetings), 'a window at night takes no hours')

    def planner(self):
        if not shutil.which('xsltproc') or not os.path.exists(STYLESHEET):
            self.skipTest('xsltproc or GNOME Planner’s msp2planner.xsl is not there')
        path = self.exporter.path / 'plan.xml'
        path.write_bytes(self.bytes)
        done = subprocess.run(['xsltproc', '--nonet', STYLESHEET, path], capture_output=True, check=True, timeout=60)
        self.assertEqual(done.stderr, b'')
        return ElementTree.fromstring(done.stdout)

    def test_planner_tasks(self):
        rows = []

        def walk(element, number):
            for i, task in enumerate(element.findall('task'), 1):
                here = f'{number}.{i}' if number else str(i)
                rows.append((here, task))
                walk(task, here)
        plan = self.planner()
        walk(plan.find('tasks'), '')
        self.assertEqual((plan.get('name'), plan.get('project-start')), ('CI/CD accelerator', '20261005T090000Z'))
        self.assertEqual([(number, task.get('name')) for number, task in rows], [row[:2] for row in ROWS])
        for (number, task), (_, name, start, end, percent, kind) in zip(rows, ROWS):
            self.assertEqual(task.get('type'), kind, name)
            self.assertEqual(int(task.get('percent-complete') or 0), percent, name)
            if start:
                self.assertEqual((task.get('start'), task.get('end')), (start + 'Z', end + 'Z'), name)
        by_name = {task.get('name'): task for _, task in rows}
        self.assertEqual(by_name['Discovery workshop'].get('duration'), '5400')
        self.assertEqual(by_name['1. Baseline: where are we; #now, “really”?'].get('work'), '30600')
        self.assertEqual(by_name['Someday: tidy <runners>'].get('start'), 'Z')
        fixed = by_name['section 8 of the audit, 100% done'].find('constraint')
        self.assertEqual((fixed.get('type'), fixed.get('time')), ('must-start-on', '20261022T100000Z'))
        held = by_name['عربي: من اليمين إلى اليسار'].find('constraint')
        self.assertEqual((held.get('type'), held.get('time')), ('start-no-earlier-than', '20261019T090000Z'))
        # With nothing else to hold it, a task is held where it is; one that waits for another is not.
        self.assertIsNotNone(by_name['- [ ] not a list'].find('constraint'))
        self.assertIsNone(by_name['Discovery workshop'].find('constraint'))

    def test_planner_links(self):
        plan = self.planner()
        names = {task.get('id'): task.get('name') for task in plan.iter('task')}
        links = {(names[link.get('predecessor-id')], task.get('name'), link.get('type'), int(link.get('lag')))
                 for task in plan.iter('task') for link in task.find('predecessors')}
        self.assertEqual(links, LINKS)


if __name__ == '__main__':
    main()
