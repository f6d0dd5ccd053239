import { describe, expect, it } from 'vitest';

import { Refusal, REFUSALS, refusal, type RefusalCode, refuse } from './refusals.ts';

const codes = Object.keys(REFUSALS) as RefusalCode[];

/** Message of a refusal with its parameters shown as ‹names›. */
function messagePattern(code: RefusalCode): string {
  const names = new Proxy({}, { get: (_target, name) => `‹${String(name)}›` });
  const { message } = REFUSALS[code] as { message: (params: object) => string };
  return message(names);
}

function errorsPage(): string {
  const rows = codes
    .toSorted()
    .map((code) => `| \`${code}\` | ${REFUSALS[code].kind} | ${messagePattern(code)} | ${REFUSALS[code].help} |`);
  return [
    '# Errors',
    '',
    'A request that cannot be done is refused with one of these. Every refusal says what, where and what to do next.',
    '',
    '| exit code | means | refusals of kind |',
    '|---|---|---|',
    '| 0 | done | |',
    '| 1 | findings that block, or something in the way | conflict |',
    '| 2 | the command line is wrong | invalid |',
    '| 3 | an input cannot be read, or an output cannot be written | missing, forbidden, limited, unavailable |',
    '',
    '| code | kind | message | what to do |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

describe('refusals', () => {
  it('keeps docs/reference/errors.md equal to the table', async () => {
    await expect(errorsPage()).toMatchFileSnapshot('../../../docs/reference/errors.md');
  });

  it.each(codes)('says %s in calm sentences', (code) => {
    for (const text of [messagePattern(code), REFUSALS[code].help]) {
      expect(text).not.toMatch(/!|\bplease\b|undefined/iu);
      expect(text).toMatch(/^["‹\p{Lu}-].*[.›]$/u);
    }
  });

  it('names its codes in kebab-case', () => {
    expect(codes.filter((code) => !/^[a-z]+(?:-[a-z]+)*$/u.test(code))).toEqual([]);
  });

  it('fills the offending value into the message', () => {
    const error = refusal('path-missing', { path: 'logs/api.log' });
    expect(error).toBeInstanceOf(Refusal);
    expect(error.message).toBe('There is no file or directory "logs/api.log".');
    expect(error).toMatchObject({ code: 'path-missing', kind: 'missing' });
  });

  it('throws where it refuses', () => {
    expect(() => refuse('window-reversed', { from: 'B', to: 'A' })).toThrow('ends at A, before it starts at B');
  });

  it('becomes a finding for callers that go on', () => {
    const finding = refusal('path-missing', { path: 'x' }).toFinding({ file: 'x' });
    expect(finding).toEqual({
      code: 'path-missing',
      severity: 'error',
      message: 'There is no file or directory "x".',
      help: 'Check the spelling and the current directory.',
      place: { file: 'x' },
    });
    expect(refusal('path-missing', { path: 'x' }).toFinding()).not.toHaveProperty('place');
  });
});
