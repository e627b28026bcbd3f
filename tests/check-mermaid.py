#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check-mermaid.py PROGRAM: draws the charts that it writes with the real Mermaid in headless Chromium, and looks at what
# was drawn. Mermaid is fetched once, of a version as GitLab has it, and only used if it is what it was when this was written.
import datetime
import hashlib
import html
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tarfile
import time
import unittest
import urllib.request

from exported import Exporter, main

PROGRAM = sys.argv[1]
VERSION = '11.16.1'
ADDRESS = f'https://registry.npmjs.org/mermaid/-/mermaid-{VERSION}.tgz'
MEMBER = 'package/dist/mermaid.min.js'
SHA512 = {
    'tgz': '4d0b2aeaedb67c09f7ade93954eb9bae128fa358398700b715750df618b2ba94dc91c6221aeb8a1a4350aca63018991753165da23c111b8ea0b1208564c0e9e2',
    'js': 'd71d92056ee57aa4e008510d9ed3322c9b9e11c82926a67bb471a46ec94d28fa565110ebe40b54de9e28c63843b284198221d9261e03e5ba5e311e13ba1bc577',
}
CACHE = pathlib.Path(os.environ.get('XDG_CACHE_HOME') or pathlib.Path.home() / '.cache') / 'quarterdeck'
SECONDS = 12
CHROMIUM = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'headless_shell']
FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
         '--disable-component-update', '--disable-sync', '--allow-file-access-from-files', '--virtual-time-budget=10000']

PAGE = '''<!DOCTYPE html><meta charset="utf-8"><body><script src="%s"></script><script>
mermaid.initialize ({ startOnLoad: false, securityLevel: 'strict' });
(async () => {
  const drawn = [];
  for (const chart of %s) {
    try {
      const { svg } = await mermaid.render ('chart', chart);
      const box = document.createElement ('div');
      document.body.append (box);
      box.innerHTML = svg;
      const bars = [...box.querySelectorAll ('rect.task')].map ((bar) => ({
        id: bar.id.replace ('chart-', ''), x: bar.x.baseVal.value, width: bar.width.baseVal.value, classes: bar.getAttribute ('class'),
        text: box.querySelector ('#' + CSS.escape (bar.id + '-text')).textContent.trim () }));
      const sections = [...box.querySelectorAll ('.sectionTitle')].map ((text) => text.textContent.trim ());
      drawn.push ({ bars, sections, title: box.querySelector ('.titleText').textContent, foreign: box.querySelectorAll ('script, a, image').length });
      box.remove ();
    } catch (error) {
      drawn.push ({ error: String (error) });
    }
  }
  document.body.textContent = JSON.stringify (drawn);
}) ();
</script>'''

# Each would be a command, a comment, a directive, an entity, a list or markup, or end the task's text
TITLES = [
    'Gantt review', 'title of the thing', 'section 2', 'Section: three', 'click here', 'Call the customer', 'href "x"', '%% no comment',
    '5% faster', '%%{init: {"theme": "dark"}}%%', 'dateFormat YYYY', '2026-10-05 kick-off', 'todayMarker off', 'weekday monday',
    'excludes weekends', 'accTitle: x', 'accDescr { x }', 'inclusiveEndDates', 'end', '<script>alert (1)</script>', 'a<br>b', 'a <b>c</b>',
    '&amp; &#35; #35; &lt;', '``` fence', '“quotes” \'single\' "double"', 'back\\slash \\n', 'emoji 👩🏽‍💻🚀', 'עברית: מימין לשמאל', 'done',
    'crit, active, t1', 'after t1', '1. first', '2) second', '- dash', '* star', '+ plus', '_under_ **bold** `code`', 'style a:#fff;',
    'classDef x:#f00;', '---', 'milestone', 'vert', ':', ';', '#', ',', '日本語、タスク', 'x' * 200,
]
PHASES = ['Same', 'Same', 'section: a; b #1, “c”', '1. Phase']


def fetch():
    """The script’s path, or why there is none."""
    path = CACHE / f'mermaid-{VERSION}.min.js'
    if path.exists() and hashlib.sha512(path.read_bytes()).hexdigest() == SHA512['js']:
        return path, None
    try:
        end = time.monotonic() + SECONDS
        parts = []
        with urllib.request.urlopen(ADDRESS, timeout=SECONDS) as answer:
            while part := answer.read(1 << 18):
                parts.append(part)
                if time.monotonic() > end:
                    return None, f'Mermaid {VERSION} cannot be fetched in {SECONDS} s'
    except OSError as error:
        return None, f'Mermaid {VERSION} cannot be fetched: {error}'
    data = b''.join(parts)
    if hashlib.sha512(data).hexdigest() != SHA512['tgz']:
        raise AssertionError(f'{ADDRESS} is not what it was')
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        script = archive.extractfile(MEMBER).read()
    CACHE.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(f'.{os.getpid()}')
    beside.write_bytes(script)
    beside.replace(path)
    return path, None


def hostile(document):
    """The plan with titles and phases that mean something to Mermaid, a day apart, and no times."""
    plan = document['accounts'][0]['plans'][0]
    first = datetime.date(2026, 10, 5)
    plan.update(links=[], baselines=[], tasks=[], phases=[])
    for i, name in enumerate(PHASES):
        plan['phases'].append({'id': f'{0x1000 + i:016x}', 'name': name, 'first': i, 'last': i, 'position': float(i + 1)})
    for i, title in enumerate(TITLES):
        plan['tasks'].append({'id': f'{0x2000 + i:016x}', 'phase': f'{0x1000 + i * len(PHASES) // len(TITLES):016x}', 'title': title,
                              'kind': 'task', 'status': 'not-started', 'progress': 0, 'visibility': 'customer', 'position': float(i + 1),
                              'start': str(first + datetime.timedelta(days=i)), 'due': str(first + datetime.timedelta(days=i + i % 4)),
                              'checklist': []})


SOURCES = []
DRAWN = []


def draw():
    """Draws the charts that the tests look at; or says why it cannot."""
    browser = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if not browser:
        return 'headless Chromium is not there'
    script, why = fetch()
    if not script:
        return why
    for change, options in ((None, ()), (hostile, ()), (hostile, ('--only', 'summaries'))):
        exporter = Exporter(PROGRAM, change)
        SOURCES.append(re.fullmatch(r'```mermaid\n(.*)```\n', exporter.export('mermaid', *options).decode(), re.S)[1])
        page = exporter.path / 'page.html'
        page.write_text(PAGE % (script.as_uri(), json.dumps(SOURCES).replace('<', '\\u003c')), encoding='utf-8')
        if len(SOURCES) == 3:
            done = subprocess.run([browser, *FLAGS, f'--user-data-dir={exporter.path / "browser"}', '--dump-dom', page.as_uri()],
                                  capture_output=True, timeout=60)
            body = re.search(r'<body>(.*)</body>', done.stdout.decode(), re.S)
            DRAWN.extend(json.loads(html.unescape(body[1])) if body else [{'error': done.stderr.decode()[-500:]}] * 3)
        exporter.close()
    return None


class Charts(unittest.TestCase):
    def chart(self, number):
        self.assertNotIn('error', DRAWN[number])
        self.assertEqual(DRAWN[number]['foreign'], 0)
        return DRAWN[number]

    def parse(self, source):
        """Of each bar, its id and when it begins and ends, as the source has them"""
        form = '%Y-%m-%d %H:%M' if 'HH:mm' in source else '%Y-%m-%d'
        bars = {}
        for line in source.splitlines():
            if match := re.match(r'    .* :(.*, )?(t\d+), (.*), (.*)$', line):
                bars[match[2]] = [datetime.datetime.strptime(match[i], form) for i in (3, 4)]
        return bars

    def check_places(self, number):
        """A bar is where its days are: as far along, and as long, as they are of the whole."""
        said = self.parse(SOURCES[number])
        bars = self.chart(number)['bars']
        self.assertEqual([bar['id'] for bar in bars], list(said))
        begin, end = min(b for b, _ in said.values()), max(e for _, e in said.values())
        plain = [bar for bar in bars if 'milestone' not in bar['classes']]
        left = min(bar['x'] for bar in plain)
        scale = (max(bar['x'] + bar['width'] for bar in plain) - left) / (end - begin).total_seconds()
        for bar in bars:
            first, last = ((when - begin).total_seconds() * scale for when in said[bar['id']])
            if 'milestone' in bar['classes']:
                self.assertAlmostEqual(bar['x'] + bar['width'] / 2 - left, (first + last) / 2, delta=1.5, msg=bar)
            else:
                self.assertAlmostEqual(bar['x'] - left, first, delta=1.5, msg=bar)
                self.assertAlmostEqual(bar['width'], last - first, delta=1.5, msg=bar)

    def test_plan(self):
        chart = self.chart(0)
        self.assertEqual(chart['title'], 'Volquarra Re – CI/CD accelerator')
        self.assertEqual(chart['sections'], ['Discovery', 'Delivery: sprints', 'Reporting', 'No Phase'])
        self.assertEqual([bar['text'] for bar in chart['bars']],
                         ['Kick-off', 'Discovery workshop', '1. Baseline: where are we; #now, “really”?', 'Outcomes document accepted',
                          'Sprint 1', 'call the pipelines team – 日本語 🚀', 'عربي: من اليمين إلى اليسار', 'Internal: price of the renewal',
                          'section 8 of the audit, 100% done', 'Close-out', '=SUM(A1:A9)', '- [ ] not a list'])
        classes = {bar['text']: bar['classes'] for bar in chart['bars']}
        self.assertIn('done', classes['Kick-off'])
        self.assertIn('active', classes['section 8 of the audit, 100% done'])
        self.assertIn('milestone', classes['Outcomes document accepted'])

    def test_places(self):
        self.check_places(0)

    def test_hostile_titles(self):
        self.assertEqual([bar['text'] for bar in self.chart(1)['bars']], TITLES)

    def test_hostile_sections(self):
        self.assertEqual(self.chart(1)['sections'], ['Same', 'Same (2)', 'section: a; b #1, “c”', '1. Phase'])

    def test_hostile_places(self):
        self.check_places(1)

    def test_summaries(self):
        self.assertEqual([bar['text'] for bar in self.chart(2)['bars']], PHASES)
        self.check_places(2)


if __name__ == '__main__':
    main(draw)
