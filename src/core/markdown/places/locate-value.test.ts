import { describe, expect, it } from 'vitest';

import { parsePostmortem } from '../parse-postmortem.ts';
import { locateValue } from './locate-value.ts';

const FOREIGN = `---
title: "Search was slow"
severity: SEV-2
---

# What we saw

## Timeline

- **10:05** the index falls behind
  and nobody is told
- **10:20** @ana restarts it

| When | What |
|---|---|
| 11:00 | all \\| caught up |

## Action items

- [x] Alert on the lag (@ana)
- [ ] Write the runbook #17
`;

/** The text at the place of a value. */
function at(source: string, path: string, range?: { start: number; end: number }): string | null {
  const document = parsePostmortem(source, { file: 'notes.md' });
  const span = locateValue(document, path, range);
  return span === null ? null : source.slice(span.start, span.end);
}

describe('the place of a value', () => {
  it.each([
    ['title', 'Search was slow'],
    ['severity.label', 'SEV-2'],
    ['timeline.0.at', '10:05'],
    ['timeline.0.at.written', '10:05'],
    ['timeline.0.text', 'the index falls behind\n  and nobody is told'],
    ['timeline.2.text', 'all \\| caught up'],
    ['actions.0.owner', '@ana'],
    ['actions.1.ticket', '#17'],
  ])('%s is where it is written', (path, text) => {
    expect(at(FOREIGN, path)).toBe(text);
  });

  it('is found in a document with Windows line ends and a byte order mark', () => {
    const source = `\uFEFF${FOREIGN.replaceAll('\n', '\r\n')}`;
    expect(at(source, 'timeline.0.text')).toBe('the index falls behind\r\n  and nobody is told');
    expect(at(source, 'actions.0.owner')).toBe('@ana');
  });

  it('can be asked for a part of its text', () => {
    expect(at(FOREIGN, 'timeline.0.text', { start: 23, end: 33 })).toBe('and nobody');
    expect(at(FOREIGN, 'timeline.2.text', { start: 4, end: 6 })).toBe('\\| ');
  });

  it('is the whole value where the part is out of it', () => {
    expect(at(FOREIGN, 'timeline.2.text', { start: 4, end: 600 })).toBe('all \\| caught up');
  });

  it('is the row or item where the value is not there', () => {
    expect(at(FOREIGN, 'timeline.2.who')).toBe('| 11:00 | all \\| caught up |');
    expect(at(FOREIGN, 'actions.1.due')).toBe('- [ ] Write the runbook #17');
  });

  it('is the section of what stands beside it where the whole item is not there', () => {
    expect(at(FOREIGN, 'actions.7.text')).toMatch(/^## Action items\n[\s\S]*#17\n$/u);
  });

  it('is nowhere in a document without anything near it', () => {
    expect(at(FOREIGN, 'recurrence.before')).toBeNull();
    expect(at('', 'title')).toBeNull();
  });
});
