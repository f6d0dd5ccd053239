import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { RULES } from '#core/review';
import { emptyTeamSettings, readTeamFile } from '#core/team-file';

import { checkDocument, type CheckOptions } from './check-document.ts';
import { teamPolicy } from './team-policy.ts';

const DOCUMENT = `# Checkout outage

**Date:** 2026-02-23
**Severity:** SEV-1

## Summary

Checkout was down for 18 minutes on 23 February. The pool was too small for the new queries. Nothing was lost.

## Timeline

All times in UTC.

| Time | Event |
|---|---|
| 10:02 | Checkout begins to fail |
| 10:20 | Rolled back |

## Root cause

It was human error.

## Action items

- [ ] Refuse a pool below 50 connections when the service starts (@mei, due 2026-03-10)
`;

const codes = (text: string, options: CheckOptions = {}): string[] =>
  checkDocument(text, options).findings.map(({ code }) => code);

describe('a check', () => {
  it('gives findings with the line and column of their words', () => {
    const { findings } = checkDocument(DOCUMENT, { file: 'a.md' });
    const [found] = findings.filter(({ code }) => code === 'blame-human-error');
    expect(found?.place).toMatchObject({ file: 'a.md', line: 21, column: 8, endLine: 21, endColumn: 19 });
    expect(found?.family).toBe('blameless');
  });

  it('rates every action by how surely it keeps the same thing from happening again', () => {
    const { actions } = checkDocument(DOCUMENT);
    expect(actions).toMatchObject([
      { line: 25, strength: 'guard', why: expect.stringContaining('“refuse”') as string },
    ]);
  });

  it('puts what is missing altogether at the first line', () => {
    const { findings } = checkDocument('Only a sentence.\n');
    expect(findings.find(({ code }) => code === 'missing-timeline')?.place).toMatchObject({ line: 1, column: 1 });
  });

  it('comes in the order of the lines', () => {
    const lines = checkDocument(DOCUMENT).findings.map(({ place }) => place.line);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
  });

  it('leaves out what a comment suppresses with a reason, and keeps the reason', () => {
    const text = DOCUMENT.replace('human error.', 'human error. <!-- nevertwice-ignore blame-human-error: cited -->');
    const { findings, suppressed } = checkDocument(text);
    expect(findings.map(({ code }) => code)).not.toContain('blame-human-error');
    expect(suppressed.map(({ finding, reason }) => [finding.code, reason])).toEqual([['blame-human-error', 'cited']]);
  });

  it('does not take a suppression without a reason', () => {
    const text = DOCUMENT.replace('human error.', 'human error. <!-- nevertwice-ignore blame-human-error -->');
    expect(codes(text)).toEqual(expect.arrayContaining(['blame-human-error', 'suppression-without-reason']));
  });

  it('says where a suppression suppresses nothing or names no rule', () => {
    const text = `${DOCUMENT}\n<!-- nevertwice-ignore blame-word: not there -->\n<!-- nevertwice-ignore blaim: typo -->\n`;
    const messages = checkDocument(text).findings.filter(({ code }) => code === 'suppression-unused');
    expect(messages.map(({ message }) => message)).toEqual([
      'A comment suppresses blame-word where nothing is found.',
      'A comment suppresses “blaim”, which is no rule.',
    ]);
  });

  it('follows the severities of a team and of its policies', () => {
    const yaml = `rules:\n  missing-factors: off\npolicies:\n  - when: { severity: [SEV-1] }\n    rules: { blame-human-error: error }\n`;
    const { findings, settings } = readTeamFile(yaml, { file: 'nevertwice.yaml' });
    expect(findings).toEqual([]);
    const checked = checkDocument(DOCUMENT, { policy: (document) => teamPolicy(settings, document) });
    expect(checked.findings.find(({ code }) => code === 'blame-human-error')?.severity).toBe('error');
    expect(checked.findings.map(({ code }) => code)).not.toContain('missing-factors');
    expect(codes(DOCUMENT, { policy: (document) => teamPolicy(emptyTeamSettings, document) })).toContain(
      'missing-factors',
    );
  });

  it('demands what a policy requires', () => {
    const yaml = `policies:\n  - when: { severity: [SEV-1] }\n    require: [detection.gaps]\n    signOffs: [CTO]\n`;
    const { settings } = readTeamFile(yaml, { file: 'nevertwice.yaml' });
    const found = codes(DOCUMENT, { policy: (document) => teamPolicy(settings, document) });
    expect(found).toEqual(expect.arrayContaining(['policy-field-missing', 'sign-off-missing']));
    const milder = DOCUMENT.replace('SEV-1', 'SEV-3');
    expect(codes(milder, { policy: (document) => teamPolicy(settings, document) })).not.toContain('sign-off-missing');
  });

  it.each(
    RULES.filter(({ code }) => /^(?:policy|sign-off|question|suppression)-/u.test(code)).flatMap(
      ({ code, examples }) => [
        ...examples.bad.map((example) => [code, 'is found in', example] as const),
        ...examples.good.map((example) => [code, 'is not found in', example] as const),
      ],
    ),
  )('%s %s %j', (code, verdict, example) => {
    const yaml =
      'policies:\n  - when: { severity: SEV-1 }\n    require: [detection.gaps]\n    signOffs: [CTO]\nquestions:\n  - ask: Was money moved twice?\n    when: { severity: SEV-1 }\n    mandatory: true\n';
    const { settings } = readTeamFile(yaml, { file: 'nevertwice.yaml' });
    const found = codes(example, { policy: (document) => teamPolicy(settings, document) });
    expect(found.includes(code)).toBe(verdict === 'is found in');
  });

  it('reads anything, places every finding inside it, and says the same every time', () => {
    const piece = fc.constantFrom(
      '# T\n',
      '- [ ] fix it\n',
      '| 10:02 | down |\n',
      '<!-- nevertwice-ignore a: b -->',
      '<!--',
      '```\n',
      'Bob broke it.\n',
      'clearly ',
      '\r\n',
      '\u2028',
      '**Date:** ',
      '12:00 ',
      '\uFEFF',
      '---\n',
      'It was human error. ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const { findings } = checkDocument(text);
        const lines = text.split(/\r\n|\r|\n/u);
        for (const { place } of findings) {
          expect(place.line).toBeLessThanOrEqual(Math.max(1, lines.length));
          expect(place.column).toBeLessThanOrEqual((lines[place.line - 1]?.length ?? 0) + 1);
          expect(place.endLine).toBeGreaterThanOrEqual(place.line);
        }
        expect(checkDocument(text).findings).toEqual(findings);
      }),
    );
  });
});
