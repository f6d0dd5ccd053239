import { describe, expect, it } from 'vitest';

import { readDocument } from './foreign.fixture.ts';

function actionsOf(body: string, heading = '## Action items'): Record<string, unknown>[] {
  return readDocument(`# Outage\n\n${heading}\n\n${body}\n`).record.actions;
}

describe('actions', () => {
  it.each([
    [
      'boxes',
      '- [x] one\n- [ ] two\n- [*] three\n- [] four',
      [
        { text: 'one', status: 'done' },
        { text: 'two', status: 'open' },
        { text: 'three', status: 'done' },
        { text: 'four', status: 'open' },
      ],
    ],
    [
      'boxes without list markers',
      '[x] one\n[ ] two',
      [
        { text: 'one', status: 'done' },
        { text: 'two', status: 'open' },
      ],
    ],
    [
      'marks in front',
      '- [done] one\n- ✅ two\n- DONE: three',
      [
        { text: 'one', status: 'done' },
        { text: 'two', status: 'done' },
        { text: 'three', status: 'DONE' },
      ],
    ],
    [
      'marks behind',
      '- one (Completed)\n- ~~two~~',
      [
        { text: 'one', status: 'Completed' },
        { text: 'two', status: 'done' },
      ],
    ],
    [
      'owners in front',
      '- [ana] one\n- (tc team) two\n- @bo: three',
      [
        { text: 'one', owner: 'ana' },
        { text: 'two', owner: 'tc team' },
        { text: 'three', owner: '@bo' },
      ],
    ],
    [
      'owners behind',
      '- one (@ana)\n- two - Owner: Bo',
      [
        { text: 'one', owner: '@ana' },
        { text: 'two', owner: 'Bo' },
      ],
    ],
    [
      'tags of other kinds',
      '- [repair] one\n- [P1] two',
      [
        { text: 'one', category: 'repair' },
        { text: 'two', priority: 'P1' },
      ],
    ],
    [
      'tickets',
      '- [#12] one\n- bare https://example.com/o/r/issues/7',
      [
        { text: 'one', ticket: '#12' },
        { text: 'bare https://example.com/o/r/issues/7', ticket: 'https://example.com/o/r/issues/7' },
      ],
    ],
    ['due dates', '- one (due 2024-05-01)', [{ text: 'one', due: '2024-05-01' }]],
  ])('are read with %s', (_name, body, actions) => {
    expect(actionsOf(body)).toEqual(actions);
  });

  it('are rows of a table, whose legend is none', () => {
    const table =
      '* P0 - now\n* P1 - soon\n\n| Action item | Owner | Due | Status | Priority | Bug | Area |\n|---|---|---|---|---|---|---|\n| one | Ana | May | DONE | P0 | #1 | net |\n| two | | | | | | |';
    expect(actionsOf(table)).toEqual([
      { text: 'one', owner: 'Ana', due: 'May', status: 'DONE', priority: 'P0', ticket: '#1', category: 'net' },
      { text: 'two' },
    ]);
  });

  it('stand in groups, which are none themselves', () => {
    const groups = '- Testing\n  - one\n  - two\n- QA\n  - three\n- A longer action with a note\n  - the note';
    expect(actionsOf(groups)).toEqual([
      { text: 'one', group: 'Testing' },
      { text: 'two', group: 'Testing' },
      { text: 'three', group: 'QA' },
      { text: 'A longer action with a note', details: '- the note' },
    ]);
  });

  it('are done where their group is', () => {
    expect(actionsOf('### Immediate actions (completed)\n\n- one\n\n### Later\n\n- two')).toEqual([
      { text: 'one', group: 'Immediate actions (completed)', status: 'done' },
      { text: 'two', group: 'Later' },
    ]);
  });

  it('are numbered headings with their text below', () => {
    expect(actionsOf('#### 1) Plan it `@ana`\n\nIn a stream.\n\n#### 2) TODO Manage it')).toEqual([
      { text: 'Plan it', owner: '@ana', details: 'In a stream.' },
      { text: 'Manage it', status: 'TODO' },
    ]);
  });

  it('keep what stands between the numbers', () => {
    expect(actionsOf('1. **One**\nText.\n\n- a\n- b\n\n2. **Two**\n\n- c').map((action) => action['details'])).toEqual([
      '- a\n- b',
      '- c',
    ]);
  });

  it.each([
    'Follow-ups',
    'Corrective measures',
    'Next steps',
    'Preventive actions',
    "What we'll do",
    'Moving forward',
    'Remediation',
    '5. Action plan',
    '🛠 Follow-up tasks',
  ])('stand under “%s”', (heading) => {
    expect(actionsOf('- one', `## ${heading}`).map((action) => action['text'])).toEqual(['one']);
  });

  it.each(['Actions taken', 'Resolution', 'Thanks', 'Impact'])('do not stand under “%s”', (heading) => {
    expect(actionsOf('- one', `## ${heading}`)).toEqual([]);
  });

  it('are no part of the story of a document that lists them elsewhere', () => {
    expect(
      readDocument('# O\n\n## Remediation\n\n- we restarted\n\n## Action items\n\n- one').record.actions.map(
        ({ text }) => text,
      ),
    ).toEqual(['one']);
  });
});

describe('owners of actions', () => {
  it.each([
    ['- Ana: mend it', { text: 'mend it', owner: 'Ana' }],
    ['- **Ana Silva** – mend it', { text: 'mend it', owner: 'Ana Silva' }],
    ['- **Ana, Bob:** mend it', { text: 'mend it', owner: 'Ana, Bob' }],
    ['- @bo mend it', { text: 'mend it', owner: '@bo' }],
    ['- Ana to mend it', { text: 'Ana to mend it', owner: 'Ana' }],
    ['- Storage team: mend it', { text: 'mend it', owner: 'Storage team' }],
    ['- Mend it (Ana, 2024-05-01)', { text: 'Mend it', owner: 'Ana', due: '2024-05-01' }],
    ['- Mend it [Ana]', { text: 'Mend it', owner: 'Ana' }],
    ['- Mend it ([@bo](https://example.com/bo))', { text: 'Mend it', owner: '[@bo](https://example.com/bo)' }],
    ['- Mend it → **Ana**', { text: 'Mend it', owner: 'Ana' }],
    ['- Mend it @bo and @cy', { text: 'Mend it', owner: '@bo and @cy' }],
    ['- Mend it `@bo` [repair]', { text: 'Mend it', owner: '@bo', category: 'repair' }],
    ['- Owner: Zed — mend it', { text: 'mend it', owner: 'Zed' }],
    ['- Mend it. Owner: Zed. Due: May 1.', { text: 'Mend it.', owner: 'Zed', due: 'May 1' }],
    ['- Mend it (Owner: Zed; Status: done)', { text: 'Mend it', owner: 'Zed', status: 'done' }],
    ['- Mend it (owner: Zed, due 2024-05-01)', { text: 'Mend it', owner: 'Zed', due: '2024-05-01' }],
    ['- Mend it\n  - **Owner:** Zed\n  - note', { text: 'Mend it', owner: 'Zed', details: '- note' }],
    ['- Mend it by 2024-05-01', { text: 'Mend it', due: '2024-05-01' }],
    ['### Ana\n\n- mend it', { text: 'mend it', owner: 'Ana', group: 'Ana' }],
    ['#### 1) Mend it\n\nOwner: Zed\n\nSlowly.', { text: 'Mend it', owner: 'Zed', details: 'Slowly.' }],
  ])('are found in %j', (body, action) => {
    expect(actionsOf(body)).toEqual([action]);
  });

  it.each([
    '- Monitoring: mend it',
    '- **Alert tuning:** mend it',
    '- Mend it (RDS)',
    '- Agree on it with @bo',
    '- Mend it - we know how',
    '- Mend the bug: it is old',
    '- **Review of owner: Zed**',
  ])('are not guessed from %j', (body) => {
    expect(actionsOf(body)).toEqual([{ text: body.slice(2) }]);
  });

  it('are names that no list of names knows where most actions end with one', () => {
    expect(actionsOf('- one — Xq Vo\n- two — Zed')).toEqual([
      { text: 'one', owner: 'Xq Vo' },
      { text: 'two', owner: 'Zed' },
    ]);
  });

  it('do not stop the list of links below from being one', () => {
    expect(actionsOf('- one\n\nReferences:\n\n- a page\n- a book').map(({ text }) => text)).toEqual(['one']);
  });

  it('are names that the document gives people elsewhere', () => {
    const { actions } = readDocument('# Outage\n\n**Authors**: Zed Xu\n\n## Action items\n\n- Zed: one\n').record;
    expect(actions).toEqual([{ text: 'one', owner: 'Zed' }]);
  });
});

describe('actions outside of a section of their own', () => {
  it('are rows of a table whose head names them', () => {
    const table = '| Action item | Owner | Bug |\n|---|---|---|\n| one | Core team | DONE |';
    expect(readDocument(`# Outage\n\n**Impact**: much\n\n${table}\n\n## Timeline\n`).record.actions).toEqual([
      { text: 'one', owner: 'Core team', status: 'DONE' },
    ]);
  });
});
