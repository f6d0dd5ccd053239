import { describe, expect, it } from 'vitest';

import { evidenceText } from './evidence.fixture.ts';
import { documentFindings, readDocuments } from './read-documents.ts';

const shape = (text: string): string => {
  const { shape: found, roots } = readDocuments(evidenceText(text));
  return `${found} ${roots.length}`;
};

describe('the documents of a text', () => {
  it.each([
    ['{"a": 1}', 'json 1'],
    ['[{"a": 1}, {"a": 2}]', 'json 1'],
    ['{\n"a": 1\n}\n{\n"a": 2\n}\n', 'json-stream 2'],
    ['{"a": 1}\n{"a": 2}\n', 'json-lines 2'],
    ['apiVersion: v1\nkind: Event\n---\napiVersion: v1\nkind: Pod\n', 'yaml 2'],
    ['2026-02-23 kind: of a log\n', 'none 0'],
    ['[Sun Dec 04 04:47:44 2005] [error] x\n'.repeat(30), 'none 0'],
    ['plain', 'none 0'],
  ])('of %j are %s', (text, expected) => {
    expect(shape(text)).toBe(expected);
  });

  it('lose only the broken line of JSON lines, with a finding at its place', () => {
    const input = evidenceText('{"a": 1}\n{"a": \n{"a": 3}\n');
    expect(readDocuments(input).roots.map(({ value }) => value)).toEqual([{ a: 1 }, { a: 3 }]);
    expect(documentFindings(input)).toMatchObject([{ code: 'evidence-malformed', place: { line: 2 } }]);
  });

  it('keep the places of YAML values', () => {
    const text =
      'kind: List\nitems:\n- kind: Event\n  name: "a"\n  n: 12345678901234567890\n  t: 2026-02-23T07:05:00Z\n';
    const [root] = readDocuments(evidenceText(text)).roots;
    const item = root?.items('items')[0];
    expect(text.slice(item?.start, item?.get('name')?.end)).toBe('kind: Event\n  name: "a"');
    expect(item?.bigint('n')).toBe(12_345_678_901_234_567_890n);
    expect(item?.string('t')).toBe('2026-02-23T07:05:00Z');
  });

  it('give a finding for YAML that is broken', () => {
    const input = evidenceText('kind: Event\nitems: [1, 2\nmessage: "x\n');
    expect(documentFindings(input).length).toBeGreaterThan(0);
  });
});
