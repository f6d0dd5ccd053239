import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { evidenceText } from './evidence.fixture.ts';
import { formats } from './formats.ts';
import { readEvidence, recogniseEvidence } from './read-evidence.ts';
import { sampleOf } from './sample.ts';

const NOW = '2026-12-31T00:00:00Z';
const COMMIT = 'e8be99b 2026-02-23 08:05:00 +0100 Raise pool size\n';
const HISTORY = 'deployment.apps/web\nREVISION  CHANGE-CAUSE\n1         <none>\n';
const REPLICA_SET = JSON.stringify({
  apiVersion: 'apps/v1',
  kind: 'ReplicaSet',
  metadata: {
    name: 'web-7df978b9bf',
    namespace: 'shop',
    creationTimestamp: '2026-02-23T07:00:00Z',
    annotations: { 'deployment.kubernetes.io/revision': '1' },
  },
});

describe('reading evidence', () => {
  it('recognises by content, whatever the file is called', () => {
    expect(recogniseEvidence(evidenceText(COMMIT, { file: 'alerts.json' }))?.format.id).toBe('git-log-lines');
  });

  it('lets one file tell what another one needs', () => {
    const inputs = [evidenceText(HISTORY, { file: 'history' }), evidenceText(REPLICA_SET, { file: 'sets' })];
    const { events, findings } = readEvidence(inputs, { now: NOW });
    expect(findings).toEqual([]);
    expect(events.map(({ at, key }) => [at.instant, key])).toEqual([
      ['2026-02-23T07:00:00Z', 'rollout:shop/web#1'],
      ['2026-02-23T07:00:00Z', 'rollout:shop/web#1'],
    ]);
  });

  it('gives the same result for any order of the inputs', () => {
    const inputs = [COMMIT, HISTORY, REPLICA_SET, COMMIT, '', 'nothing known'].map((text, at) =>
      evidenceText(text, { file: `f${at}`, evidence: `hash ${text}` }),
    );
    const expected = readEvidence(inputs, { now: NOW });
    fc.assert(
      fc.property(fc.shuffledSubarray(inputs, { minLength: inputs.length }), (shuffled) => {
        expect(readEvidence(shuffled, { now: NOW })).toEqual(expected);
      }),
    );
  });

  it('reads equal bytes once', () => {
    const inputs = ['b', 'a'].map((file) => evidenceText(COMMIT, { file, evidence: 'same' }));
    const { readings, findings } = readEvidence(inputs, { now: NOW });
    expect(readings).toEqual([{ file: 'a', evidence: 'same', format: 'git-log-lines', events: 1 }]);
    expect(findings).toMatchObject([{ code: 'evidence-repeated', severity: 'info', place: { file: 'b' } }]);
  });

  it.each([
    ['', 'evidence-empty'],
    [' \n\t\n', 'evidence-empty'],
    ['\u0000\u0001\u0002PNG\u0000\u0000', 'evidence-binary'],
    ['a shopping list\nof no format\n', 'evidence-unrecognised'],
  ])('gives a finding with help for %j', (text, code) => {
    const { readings, events, findings } = readEvidence([evidenceText(text)], { now: NOW });
    expect(events).toEqual([]);
    expect(readings).toMatchObject([{ format: null, events: 0 }]);
    expect(findings).toMatchObject([{ code, severity: 'warning', place: { file: 'sample.txt' } }]);
    expect(findings[0]?.help).not.toBe('');
  });

  it('says where characters could not be decoded, and reads the rest', () => {
    const { events, findings } = readEvidence([evidenceText(`${COMMIT.trim()} f\ufffdr\n`)], { now: NOW });
    expect(events).toHaveLength(1);
    expect(findings).toMatchObject([{ code: 'evidence-wrong-encoding', place: { line: 1 } }]);
  });

  it('keeps events of the future and of 1970 and says so', () => {
    const text =
      'e8be99b 2030-01-01T00:00:00Z Later\n38a0b68 1970-01-01T00:00:00Z Early\n7a0b681 1969-12-31T00:00:00Z Earlier\n';
    const { events, findings } = readEvidence([evidenceText(text)], { now: NOW });
    expect(events).toHaveLength(3);
    expect(findings).toMatchObject([
      { code: 'time-in-future', message: '“2030-01-01T00:00:00Z” is after the present.', place: { line: 1 } },
      { code: 'time-in-1970', message: '“1970-01-01T00:00:00Z” is in or before 1970, and 1 more.', place: { line: 2 } },
    ]);
  });
});

describe('every format', () => {
  it('has an id of its own and a label', () => {
    const ids = formats.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, label } of formats) {
      expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u);
      expect(label).not.toBe('');
    }
  });

  it('recognises nothing in nonsense and never throws on it', () => {
    const odd = [
      '{}',
      '[]',
      '[{}]',
      'null',
      '[null, 1, "x", {}]',
      '{"items": null}',
      '{"items": [1]}',
      '{"a": {"b": [',
      '---\n',
      ',,,\n',
      '"',
    ];
    const unit = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      ':',
      ',',
      '\n',
      ' ',
      'commit ',
      'e8be99b',
      'kind',
      'time',
      '2026-02-23',
      '|',
    );
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...odd), fc.string({ unit, maxLength: 60 })), (text) => {
        const sample = sampleOf(evidenceText(text));
        for (const format of formats) {
          const score = format.recognise(sample);
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
        }
        readEvidence([evidenceText(text)], { now: NOW });
      }),
    );
  });

  it('reads text of any other format without throwing', () => {
    const context = { now: NOW, lookups: { people: new Map(), revisions: new Map(), channels: new Map() } };
    for (const text of [COMMIT, HISTORY, REPLICA_SET, '{"a": [1, {"b":', '[null]', 'time,event\n,\n']) {
      for (const format of formats) {
        expect(() => [format.provide?.(evidenceText(text)), format.read(evidenceText(text), context)]).not.toThrow();
      }
    }
  });
});
