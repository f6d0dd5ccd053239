import { describe, expect, it } from 'vitest';

import { instantsOf, readDocument, rowsOf } from './foreign.fixture.ts';

/** What other teams' documents do, one phrase at a time; every document here is made up. */

const actionsOf = (markdown: string): string[] => readDocument(markdown).record.actions.map(({ text }) => text);

describe('metadata', () => {
  it.each([
    ['YAML', '---\ntitle: Queue stuck\ndate: 2021-03-04\nseverity: SEV-2\nauthor: ana\n---\n\nText.\n'],
    ['TOML', '+++\ntitle = "Queue stuck"\ndate = 2021-03-04\nseverity = "SEV-2"\nauthor = "ana"\n+++\n\nText.\n'],
    ['bold keys', '# Queue stuck\n\n**Date:** 2021-03-04  \n**Severity:** SEV-2  \n**Author:** ana\n'],
    [
      'a table with a head',
      '# Queue stuck\n\n| Field | Value |\n|---|---|\n| **Date** | 2021-03-04 |\n| Severity | SEV-2 |\n| Author | ana |\n',
    ],
    ['plain keys', '# Queue stuck\n\nDate: 2021-03-04\nSeverity: SEV-2\nAuthor: ana\n'],
    ['a list', '# Queue stuck\n\n* Date: 2021-03-04\n* Severity: SEV-2\n* Author: ana\n'],
    ['headings', '# Queue stuck\n\n## Date: 2021-03-04\n\n## Severity: SEV-2\n\n## Author: ana\n'],
    [
      'a table at the end',
      '# Queue stuck\n\n## Summary\n\nIt stuck.\n\n## Metadata\n\n| Date | 2021-03-04 |\n|---|---|\n| Severity | SEV-2 |\n| Author | ana |\n',
    ],
    [
      'labels of a summary',
      '# Queue stuck\n\n## Issue Summary\n\n- Date: 2021-03-04\n- Severity: SEV-2\n- Author: ana\n- Impact: it stuck\n',
    ],
    [
      'other words',
      '# Queue stuck\n\n- **Date of the incident**: 2021-03-04\n- **Incident severity**: SEV-2\n- **Prepared by**: ana\n',
    ],
    [
      'another language',
      '# Queue stuck\n\n- **Date de l’incident** : 2021-03-04\n- **Sévérité** : SEV-2\n- **Auteur** : ana\n',
    ],
  ])('is read from %s', (_name, markdown) => {
    const { title, incident, severity, roles } = readDocument(markdown).record;
    expect([title, incident?.date?.instant, severity?.label, roles?.authors]).toEqual([
      'Queue stuck',
      '2021-03-04T00:00:00Z',
      'SEV-2',
      'ana',
    ]);
  });

  it('takes title and day from the name of the file where nothing else says them', () => {
    const { title, incident } = readDocument('It stuck.\n', 'docs/2021-03-04-queue-stuck.md').record;
    expect([title, incident?.date?.instant]).toEqual(['2021 03 04 queue stuck', '2021-03-04T00:00:00Z']);
  });

  it('takes a bold first line for a title', () => {
    expect(readDocument('**Postmortem: the queue stuck**\n\n**Impact:**\n- all\n').record.title).toBe(
      'the queue stuck',
    );
  });

  it('cuts a date out of what is said about it, and keeps the rest', () => {
    const { incident, remarks } = readDocument(
      '# O\n\n**Date:** on 2021-03-04, a Thursday\n\n## Summary\n\nIt stuck.\n',
    ).record;
    expect(incident?.date).toMatchObject({ written: '2021-03-04', instant: '2021-03-04T00:00:00Z' });
    expect(Object.values(remarks ?? {}).join('\n')).toContain('a Thursday');
  });

  it('takes a sentence behind "Incident" or "Issue" for no id', () => {
    const { incident } = readDocument('# O\n\n**Incident:** the queue stuck\n**Issue:** nobody could log in\n').record;
    expect([incident?.id, incident?.issue]).toEqual([undefined, undefined]);
    expect(readDocument('# O\n\n**Incident:** INC-7\n**Issue:** #12\n').record.incident).toMatchObject({
      id: 'INC-7',
      issue: '#12',
    });
  });

  it('fills duration, impact, root cause and fix from a summary of labels', () => {
    const { record } = readDocument(
      '# O\n\n## Issue Summary\n\n- **Duration**: 2 h\n- **Impact**: no logins\n- **Root Cause**: a full disk\n- **Resolution**: a bigger disk\n',
    );
    expect(record.durations?.['total']?.written).toBe('2 h');
    expect(record.impact?.statement).toBe('no logins');
    expect(record.rootCause?.systemic).toBe('a full disk');
    expect(record.resolution?.immediateFix).toBe('a bigger disk');
  });

  it('takes metadata off the start of a summary and leaves its text', () => {
    const { record } = readDocument(
      '# O\n\n## Summary\n\n**Incident ID:** INC-7\n**Severity:** P1\n\nThe queue stuck.\n',
    );
    expect(record).toMatchObject({
      incident: { id: 'INC-7' },
      severity: { label: 'P1' },
      summary: { text: 'The queue stuck.' },
    });
  });
});

describe('timelines', () => {
  const day = (body: string): string => `# Outage 2021-03-04\n\n## Timeline\n\n${body}\n`;

  it.each([
    [
      'day headings and times of the same rank',
      '### 2021-03-04\n\n### 08:47\n\nAlert.\n\n### 09:10\n\nFix.\n',
      ['08:47 | Alert.', '09:10 | Fix.'],
    ],
    [
      'times in brackets behind headings',
      '### Alert (08:47)\n\nIt rang.\n\n### Fix (09:10–09:20)\n\nDone.\n',
      ['08:47 | Alert', '09:10–09:20 | Fix'],
    ],
    [
      'definition lists with bold labels',
      '- **Detected**: 2021-03-04 08:47\n- **Resolved**: 2021-03-04 09:10\n',
      ['2021-03-04 08:47 | Detected', '2021-03-04 09:10 | Resolved'],
    ],
    ['fenced code', '```\n08:47 alert\n09:10 fix\n```\n', ['08:47 | alert', '09:10 | fix']],
    ['indented code', '    08:47 alert\n    09:10 fix\n', ['08:47 | alert', '09:10 | fix']],
    [
      'cells of rows joined by line breaks',
      '| Time | Event |\n|---|---|\n| 08:47<br>09:10 | alert<br>fix |\n',
      ['08:47 | alert', '09:10 | fix'],
    ],
    [
      'tables without bars at the ends',
      'Time | Event\n---|---\n08:47 | alert\n09:10 | fix\n',
      ['08:47 | alert', '09:10 | fix'],
    ],
    [
      'columns of another order',
      '| Who | What | When |\n|---|---|---|\n| ana | alert | 08:47 |\n| bo | fix | 09:10 |\n',
      ['08:47 | alert', '09:10 | fix'],
    ],
    [
      'times to the second with a fraction',
      '- 08:47:01.120 alert\n- 09:10:59 fix\n',
      ['08:47:01.120 | alert', '09:10:59 | fix'],
    ],
    [
      'approximate times',
      '- ~08:47: alert\n- around noon: fix\n- ca. 13:00 - over\n',
      ['~08:47 | alert', 'around noon | fix', 'ca. 13:00 | over'],
    ],
    ['relative times', '- T+0: alert\n- T+23m: fix\n', ['T+0 | alert', 'T+23m | fix']],
    [
      'days that are counted',
      '**Day 1 - T+0:00** - alert\n**Day 2 - T+25:10** - fix\n',
      ['Day 1 - T+0:00 | alert', 'Day 2 - T+25:10 | fix'],
    ],
    [
      'bold times and bold beginnings of the text',
      '**08:47** - **ALERT:** it rang\n**09:10** - fix\n',
      ['08:47 | **ALERT:** it rang', '09:10 | fix'],
    ],
    [
      'parts of a day',
      '- 2021-03-04 morning: alert\n- 2021-03-04, evening: fix\n',
      ['2021-03-04 morning | alert', '2021-03-04, evening | fix'],
    ],
    [
      'limits',
      '- **Pre-2021-03-04**: quiet\n- **Through March 2021**: slow\n',
      ['Pre-2021-03-04 | quiet', 'Through March 2021 | slow'],
    ],
    [
      'dates with remarks',
      '- **2021-03-04 (later)**: alert\n- 2021-03-05: fix\n',
      ['2021-03-04 (later) | alert', '2021-03-05 | fix'],
    ],
    ['numbered items', '1. 08:47 - alert\n2. 09:10 - fix\n', ['08:47 | alert', '09:10 | fix']],
    ['signs for bullets', '• 08:47 alert\n• 09:10 fix\n', ['08:47 | alert', '09:10 | fix']],
    ['a line below a label', '**Timeline:**\n08:47 alert\n09:10 fix\n', ['08:47 | alert', '09:10 | fix']],
    [
      'another language',
      '| Heure | Événement |\n|---|---|\n| J | alerte |\n| J+1 | correctif |\n',
      ['J | alerte', 'J+1 | correctif'],
    ],
  ])('are read from %s', (_name, body, rows) => {
    expect(rowsOf(day(body))).toEqual(rows);
  });

  it('are read from lines of a document without headings', () => {
    expect(
      rowsOf('Issue Summary\nIt stuck.\n\n2. Timeline\n08:47 UTC: alert\n09:10 UTC: fix\n\nRoot Cause\nA full disk.\n'),
    ).toEqual(['08:47 UTC | alert', '09:10 UTC | fix']);
  });

  it('are read below headings in HTML', () => {
    const { record } = readDocument(
      '<h1>Queue stuck</h1>\n\n<h3>Timeline</h3>\n- 08:47: alert\n- 09:10: fix\n\n<h3>Root Cause</h3>\nA disk.\n',
    );
    expect([record.title, record.rootCause?.systemic]).toEqual(['Queue stuck', 'A disk.']);
    expect(record.timeline.map(({ text }) => text)).toEqual(['alert', 'fix']);
  });

  it('are read behind a heading that says more than its name', () => {
    expect(
      rowsOf('# O\n\n## Timeline (all times PST) 07/27/2023 - 07/31/2023, all of them approximate\n\n- 08:47 alert\n'),
    ).toEqual(['08:47 | alert']);
  });

  it('pass midnight and noon', () => {
    expect(instantsOf(day('- 23:50 alert\n- 00:10 fix\n- 11:50 calm\n- 12:10 over'))).toEqual([
      '2021-03-04T23:50:00Z',
      '2021-03-05T00:10:00Z',
      '2021-03-05T11:50:00Z',
      '2021-03-05T12:10:00Z',
    ]);
    expect(instantsOf(day('- 11:50 PM alert\n- 12:10 AM fix'))).toEqual([
      '2021-03-04T23:50:00Z',
      '2021-03-05T00:10:00Z',
    ]);
  });

  it.each([
    ['the title', '# Outage of 4 March 2021\n\n## Timeline\n\n- 08:47 alert\n'],
    ['front matter', '---\ndate: 2021-03-04\n---\n\n## Timeline\n\n- 08:47 alert\n'],
    ['the heading', '# Outage\n\n## Timeline (2021-03-04)\n\n- 08:47 alert\n'],
    ['a paragraph', '# Outage\n\n## Timeline\n\nOn 2021-03-04:\n\n- 08:47 alert\n'],
    ['a bold day', '# Outage\n\n## Timeline\n\n**2021-03-04**\n\n- 08:47 alert\n'],
    ['an item above', '# Outage\n\n## Timeline\n\n- 2021-03-04\n  - 08:47 alert\n'],
  ])('take the day from %s', (_name, markdown) => {
    expect(instantsOf(markdown)).toEqual(['2021-03-04T08:47:00Z']);
  });

  it.each([
    ['the heading', '## Timeline (CET)\n\n- 08:47 alert\n'],
    ['the head of the table', '## Timeline\n\n| Time (CET) | Event |\n|---|---|\n| 08:47 | alert |\n'],
    ['a sentence', '## Timeline\n\nAll times are in CET.\n\n- 08:47 alert\n'],
    ['the row', '## Timeline\n\n- 08:47 CET alert\n'],
  ])('take the zone from %s', (_name, body) => {
    const { timeline } = readDocument(`# Outage 2021-03-04\n\n${body}`).record;
    expect(timeline.map(({ at }) => [at?.instant, at?.zoneStated])).toEqual([['2021-03-04T07:47:00Z', true]]);
  });

  it('say that a zone was assumed', () => {
    expect(readDocument(day('- 08:47 alert')).record.timeline[0]?.at?.zoneStated).toBe(false);
  });

  it('leave a date alone whose order nobody tells', () => {
    const { timeline } = readDocument('# O\n\n## Timeline\n\n- 05-02-2021 08:47: alert\n').record;
    expect(timeline.map(({ at }) => [at?.written, at?.instant])).toEqual([['05-02-2021 08:47', null]]);
  });

  it('keep images, code, quotes, chats and lists with times of their own below their row', () => {
    const { timeline } = readDocument(
      day(
        '- 08:47 alert\n\n  ![graph](g.png)\n\n  ```\n  08:48 log\n  ```\n\n  > ana: 08:49 what is that\n\n- 09:10 fix\n  - 09:11 first\n  - then more\n  - and more',
      ),
    ).record;
    expect(timeline.map(({ text }) => text)).toEqual(['alert', 'fix']);
    expect(timeline[0]?.notes).toContain('08:48 log');
    expect(timeline[0]?.notes).toContain('ana: 08:49');
    expect(timeline[1]?.notes).toContain('09:11 first');
  });

  it('hold rows without times, between others and alone', () => {
    expect(rowsOf(day('- 08:47 alert\n- nobody saw it\n- 09:10 fix'))).toEqual([
      '08:47 | alert',
      '– | nobody saw it',
      '09:10 | fix',
    ]);
    expect(rowsOf(day('- **Report:** it rang\n- **Fix:** reverted'))).toEqual([
      '– | **Report:** it rang',
      '– | **Fix:** reverted',
    ]);
  });

  it('are neither measurements beside times nor what people wish had happened', () => {
    expect(
      rowsOf(
        '# O\n\n## What happened\n\n| time | rate |\n|---|---|\n| 08:47 | 0.1 |\n| 08:48 | 0.4 (peak) |\n| 08:49 | 0.2 |\n| 08:50 | 0.1 |\n',
      ),
    ).toEqual([]);
    expect(rowsOf('# O\n\n## What should have happened\n\n- 08:47 alert\n- 08:48 call\n- 08:49 fix\n')).toEqual([]);
  });

  it('read a time once that is written for two zones in two columns', () => {
    expect(
      rowsOf(
        '# O\n\n## Timeline\n\n| Time (JST) | Time (UTC) | Event |\n|---|---|---|\n| 2021-03-04 21:00 | 2021-03-04 12:00 | alert |\n',
      ),
    ).toEqual(['2021-03-04 21:00 | alert']);
  });

  it('put a cell together that a bar inside code has cut', () => {
    expect(rowsOf(day('| Time | Event |\n|---|---|\n| 08:47 | ran `a || true` by hand |'))).toEqual([
      '08:47 | ran `a || true` by hand',
    ]);
  });
});

describe('actions', () => {
  it.each([
    ['Follow-ups'],
    ['Corrective measures'],
    ['Next steps'],
    ['Preventive actions'],
    ["What we'll do"],
    ['Prevent recurrence'],
    ['Regression prevention'],
    ['Tasks to address the issue'],
    ['Actions planned'],
    ['Remediation'],
    ['Recommendations'],
    ['TODO'],
    ['Improvements'],
    ['Plan d’amélioration'],
    ['Acoes corretivas'],
    ['Maßnahmen'],
    ['再発防止策'],
    ['План действий'],
  ])('stand below %s', (heading) => {
    expect(actionsOf(`# O\n\n## ${heading}\n\n- add an alert\n- test the backup\n`)).toEqual([
      'add an alert',
      'test the backup',
    ]);
  });

  it.each([
    ['Acciones tomadas', 'Acciones preventivas'],
    ['Preventive measures implemented', 'Action items'],
    ['Actions taken', 'Follow-up'],
  ])('are not what stands below %s where another section names them', (done, open) => {
    expect(actionsOf(`# O\n\n## ${done}\n\n- restarted\n\n## ${open}\n\n- add an alert\n`)).toEqual(['add an alert']);
  });

  it('are bare links and numbers of issues', () => {
    const { actions } = readDocument('# O\n\n## Action items\n\n- https://github.com/o/r/issues/12\n- #2127\n').record;
    expect(actions.map(({ ticket }) => ticket)).toEqual(['https://github.com/o/r/issues/12', '#2127']);
  });

  it('stand under an owner or a category', () => {
    const { actions } = readDocument(
      '# O\n\n## Action items\n\n- Platform team:\n  - add an alert\n  - test it\n- **Monitoring**\n  - watch it\n',
    ).record;
    expect(actions.map(({ text, group }) => [text, group])).toEqual([
      ['add an alert', 'Platform team'],
      ['test it', 'Platform team'],
      ['watch it', 'Monitoring'],
    ]);
  });

  it('are numbered headings', () => {
    const { actions } = readDocument(
      '# O\n\n## Action items\n\n### 1. Add an alert\n\nOn the disk.\n\n### 2. Test it\n\nWeekly.\n',
    ).record;
    expect(actions.map(({ text, details }) => [text, details])).toEqual([
      ['Add an alert', 'On the disk.'],
      ['Test it', 'Weekly.'],
    ]);
  });

  it.each([
    ['- [done] add an alert', { status: 'done' }],
    ['- ✅ add an alert', { status: 'done' }],
    ['- add an alert (Completed)', { status: 'Completed' }],
    ['- ~~add an alert~~', { status: 'done' }],
    ['- **DONE:** add an alert', { status: 'DONE' }],
    ['- **In progress:** add an alert', { status: 'In progress' }],
    ['- [x] DONE: add an alert', { status: 'done' }],
    ['- [N/A] add an alert', { status: 'N/A' }],
    ['- [*] add an alert', { status: 'done' }],
    ['- [] add an alert', { status: 'open' }],
    ['- @ana: add an alert', { owner: '@ana' }],
    ['- [ana] add an alert', { owner: 'ana' }],
    ['- (ana) add an alert', { owner: 'ana' }],
    ['- add an alert (@ana)', { owner: '@ana' }],
    ['- add an alert - owner: Ana Bell', { owner: 'Ana Bell' }],
    ['- add an alert (due: 2021-04-01)', { due: '2021-04-01' }],
    ['- add an alert, due by next Friday', { due: 'next Friday' }],
    ['- [P1] add an alert', { priority: 'P1' }],
    ['- [OPS-12] add an alert', { ticket: 'OPS-12' }],
  ])('are read with what is written beside them: %s', (line, wanted) => {
    const [action] = readDocument(`# O\n\n## Action items\n\n${line}\n`).record.actions;
    expect(action).toMatchObject({ text: 'add an alert', ...wanted });
  });

  it.each([
    ['due to a bug in the client, retry', 'due'],
    ['make the check fail-closed', 'status'],
    ['see PM-2021-033 for more', 'ticket'],
  ])('take no %j for a field', (text, field) => {
    expect(readDocument(`# O\n\n## Action items\n\n- ${text}\n`).record.actions[0]).not.toHaveProperty(field);
  });

  it('are rows of a table with fields in columns, whatever their order and language', () => {
    const { actions } = readDocument(
      '# O\n\n## アクションアイテム\n\n| カテゴリ | アクション | 担当 | 期限 | ステータス |\n|---|---|---|---|---|\n| 予防 | アラート追加 | — | 2021-04-01 | **完了** |\n',
    ).record;
    expect(actions).toEqual([{ text: 'アラート追加', category: '予防', due: '2021-04-01', status: '完了' }]);
  });

  it('are not the list that explains a table', () => {
    expect(
      actionsOf(
        '# O\n\n## Action items\n\n| Action | Type |\n|---|---|\n| add an alert | detect |\n| test it | prevent |\n\n### What the types mean\n\n- **detect**: see it earlier\n- **prevent**: avoid it\n',
      ),
    ).toEqual(['add an alert', 'test it']);
  });

  it('are task boxes of any section where no heading names actions', () => {
    expect(actionsOf('# O\n\n## What changed\n\n- [x] add an alert\n- [ ] test it\n')).toEqual([
      'add an alert',
      'test it',
    ]);
    expect(actionsOf('# O\n\n## Checklist\n\n- [x] called\n- [x] wrote\n\n## Action items\n\n- test it\n')).toEqual([
      'test it',
    ]);
  });

  it('are bold "Action" lines among lessons', () => {
    expect(actionsOf('# O\n\n## Lessons learned\n\n- Disks fill up.\n\n**Action:** add an alert\n')).toEqual([
      'add an alert',
    ]);
  });
});

describe('sections', () => {
  it('may be bold lines, items of a list, underlined headings; a hash without a blank is none', () => {
    expect(readDocument('# O\n\n**Impact**\n\nAll users.\n').record.impact?.statement).toBe('All users.');
    expect(readDocument('# O\n\n- **Impact**: all users\n- **Root cause**: a disk\n').record).toMatchObject({
      impact: { statement: 'all users' },
      rootCause: { systemic: 'a disk' },
    });
    expect(readDocument('Outage\n======\n\nImpact\n------\n\nAll users.\n').record).toMatchObject({
      title: 'Outage',
      impact: { statement: 'All users.' },
    });
    expect(readDocument('# O\n\n## Impact\n\n#no heading\n').record.impact?.statement).toBe('#no heading');
  });

  it.each([
    ['Fallout', 'impact'],
    ['Analysis of causes', 'rootCause'],
    ['Fix applied', 'resolution'],
    ['How it was fixed', 'resolution'],
    ['Resolution summary', 'resolution'],
    ['Areas for improvement', 'wentPoorly'],
    ['What did not help', 'wentPoorly'],
    ['What helped', 'wentWell'],
    ['Where we got lucky', 'lucky'],
    ['Lo que falló', 'wentPoorly'],
    ['What we learned', 'lessons'],
    ['Leçon', 'lessons'],
    ['Identified', 'detection'],
    ['Steps to resolution', 'resolution'],
    ['Description de l’incident', 'summary'],
    ['Consequências', undefined],
    ['Resumo', 'summary'],
    ['Los 5 porqués', 'whys'],
  ])('%s goes to %s', (heading, field) => {
    const { record } = readDocument(`# O\n\n## ${heading}\n\n- One thing.\n`);
    if (field === undefined) expect(record.unmapped?.length).toBe(1);
    else expect(record).toHaveProperty(field);
  });

  it('hold five whys as a chain, as a table and as branches', () => {
    const whys = (body: string): unknown[] =>
      (readDocument(`# O\n\n## Five whys\n\n${body}\n`).record.whys ?? []).map(({ parent, answer }) => [
        parent,
        answer,
      ]);
    expect(whys('1. Why? A disk.\n2. Why? No alert.')).toEqual([
      [null, 'A disk.'],
      [0, 'No alert.'],
    ]);
    expect(whys('| # | Why | Answer |\n|---|---|---|\n| 1 | Why? | A disk. |\n| 2 | Why? | No alert. |')).toEqual([
      [null, 'A disk.'],
      [0, 'No alert.'],
    ]);
    expect(whys('- A disk.\n  - No alert.\n  - No quota.\n    - No time.')).toEqual([
      [null, 'A disk.'],
      [0, 'No alert.'],
      [0, 'No quota.'],
      [2, 'No time.'],
    ]);
  });

  it.each([
    ['line ends of Windows', '# O\r\n\r\n## Impact\r\n\r\nAll users.\r\n'],
    ['a byte order mark', '\uFEFF# O\n\n## Impact\n\nAll users.\n'],
    ['no last line end', '# O\n\n## Impact\n\nAll users.'],
    ['a comment', '# O\n\n## Impact\n\n<!-- who? -->\n\nAll users.\n'],
    ['hashes behind the heading', '# O #\n\n## Impact ##\n\nAll users.\n'],
    ['a number and an emoji', '# O\n\n## 3. 💥 Impact\n\nAll users.\n'],
    ['emphasis and a colon', '# O\n\n## **Impact:**\n\nAll users.\n'],
  ])('are read with %s', (_name, markdown) => {
    expect(readDocument(markdown).record.impact?.statement).toBe('All users.');
  });

  it('keep reference links, footnotes and comments', () => {
    const { record } = readDocument(
      '# O\n\n## Impact\n\nAll[^1] of [them][l].\n\n[^1]: Nearly.\n\n[l]: https://x.example\n\n<!-- ask bo -->\n',
    );
    const all = JSON.stringify(record);
    for (const kept of ['Nearly.', 'https://x.example', 'ask bo']) expect(all).toContain(kept);
  });

  it('leave what a template asks as a prompt', () => {
    const { record } = readDocument(
      '# O\n\n## Timeline\n\n- HH:MM - what happened\n\n## Action items\n\n- [ ] [Action]\n',
    );
    expect([record.timeline, record.actions]).toEqual([[], []]);
  });

  it('do not take the chat at the end for the timeline', () => {
    expect(
      rowsOf(
        '# O 2021-03-04\n\n## Timeline\n\n- 08:47 alert\n\n## Appendix: Slack transcript\n\n- 08:48 ana: hm\n- 08:49 bo: hm\n- 08:50 ana: ok\n',
      ),
    ).toEqual(['08:47 | alert']);
  });
});
