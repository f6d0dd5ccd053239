import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { EvidenceText, Format, ReadContext, Reading, Sample } from '../types.ts';
import { shellFormats } from './shell-history.ts';

const context: ReadContext = {
  lookups: { people: new Map(), revisions: new Map(), channels: new Map() },
  now: '2026-12-31T00:00:00Z',
};

function sampleOf(text: string): Sample {
  const lines = text.split(/\r?\n/u).filter((line) => line.trim() !== '');
  return { file: 'history', head: text, lines, json: undefined, jsonLines: [] };
}

function evidence(text: string): EvidenceText {
  return { file: 'history', evidence: 'e'.repeat(64), text, encoding: 'utf-8', bomBytes: 0 };
}

function formatOf(text: string): Format | undefined {
  const sample = sampleOf(text);
  const [best] = shellFormats.toSorted((a, b) => b.recognise(sample) - a.recognise(sample));
  return best !== undefined && best.recognise(sample) > 0 ? best : undefined;
}

function read(text: string, extra: Partial<ReadContext> = {}): Reading & { format: string | undefined } {
  const format = formatOf(text);
  const reading = format?.read(evidence(text), { ...context, ...extra }) ?? { events: [], findings: [] };
  return { ...reading, format: format?.id };
}

function told({ events }: Reading): (string | null)[][] {
  return events.map((event) => [event.at.instant, event.text]);
}

describe('shell histories', () => {
  it('reads bash with times, commands of several lines too', () => {
    const reading = read(
      '#1612345678\nkubectl rollout undo deployment/api\n#1612345690\nfor pod in a b; do\n  kubectl delete pod $pod\ndone\n',
    );
    expect(reading.format).toBe('shell-history-bash');
    expect(told(reading)).toEqual([
      ['2021-02-03T09:47:58Z', 'kubectl rollout undo deployment/api'],
      ['2021-02-03T09:48:10Z', 'for pod in a b; do'],
    ]);
    expect(reading.events[1]?.details).toBe('  kubectl delete pod $pod\ndone');
    expect(reading.events[0]?.names).toEqual(['deployment/api']);
    expect(reading.events.every((event) => event.kind === 'command' && event.at.zoneStated)).toBe(true);
    expect(reading.findings).toEqual([]);
  });

  it('reads the output of history in the zone of the context', () => {
    const reading = read(
      '  501  2021-03-04 12:05:06 kubectl get pods\n  502  2021-03-04 12:06:00 helm rollback api\n',
      { zone: 'Europe/Berlin' },
    );
    expect(reading.format).toBe('shell-history-printed');
    expect(told(reading)).toEqual([
      ['2021-03-04T11:05:06Z', 'kubectl get pods'],
      ['2021-03-04T11:06:00Z', 'helm rollback api'],
    ]);
    expect(reading.findings.map((finding) => finding.code)).toEqual(['shell-zone-assumed']);
  });

  it('reads the output of history with a stated zone', () => {
    const reading = read('  501  2021-03-04 12:05:06+0100 kubectl get pods\n');
    expect([told(reading), reading.findings]).toEqual([[['2021-03-04T11:05:06Z', 'kubectl get pods']], []]);
  });

  it('reads zsh with lines that go on', () => {
    const reading = read(': 1612345678:0;kubectl get pods\n: 1612345680:3;echo a \\\n  b\n');
    expect(reading.format).toBe('shell-history-zsh');
    expect(told(reading)).toEqual([
      ['2021-02-03T09:47:58Z', 'kubectl get pods'],
      ['2021-02-03T09:48:00Z', 'echo a'],
    ]);
  });

  it('reads fish', () => {
    const reading = read(
      '- cmd: kubectl get pods\n  when: 1612345678\n- cmd: for i in a\\n  echo $i\\nend\n  when: 1612345680\n  paths:\n    - a\n',
    );
    expect(reading.format).toBe('shell-history-fish');
    expect(told(reading)).toEqual([
      ['2021-02-03T09:47:58Z', 'kubectl get pods'],
      ['2021-02-03T09:48:00Z', 'for i in a'],
    ]);
  });

  it('takes secrets out of text, further lines and raw text, and says so', () => {
    const reading = read(
      '#1612345678\nexport DB_PASSWORD=hunter2\n#1612345679\npsql \\\n  postgres://app:hunter2@db/shop\n',
    );
    expect(JSON.stringify(reading)).not.toContain('hunter2');
    expect(reading.findings.map((finding) => [finding.code, finding.message])).toEqual([
      ['shell-secret-masked', '2 secrets in the commands of history are shown as ***, in the raw text too.'],
    ]);
  });

  it('says how to turn times on where there are none', () => {
    const reading = read('kubectl get pods\ncd /srv\nls -la\ngit log\n');
    expect([reading.format, reading.events]).toEqual(['shell-history-untimed', []]);
    expect(reading.findings.map((finding) => finding.message)).toEqual([
      '4 commands in history (lines 1 to 4) have no time.',
    ]);
    expect(reading.findings[0]?.help).toContain('HISTTIMEFORMAT');
  });

  it('tells commands before the first time', () => {
    const reading = read('ls\n#1612345678\nkubectl get pods\n');
    expect(reading.events).toHaveLength(1);
    expect(reading.findings.map((finding) => [finding.code, finding.place?.line])).toEqual([
      ['shell-history-without-times', 1],
    ]);
  });

  it.each([
    '',
    'Some prose.\nMore prose.\nAnd more.\n',
    '# Title\n\n- a\n- b\n',
    '{"a":1}',
    '2026-02-23 08:15:30 INFO x\n',
  ])('leaves “%s” to others', (text) => {
    expect(formatOf(text)).toBeUndefined();
  });

  it('points at the raw text and never throws', () => {
    const line = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '#1612345678',
        ': 1612345678:0;ls',
        '- cmd: ls ü',
        '  when: 1612345678',
        '  501  2021-03-04 12:05:06 ls',
      ),
    );
    fc.assert(
      fc.property(fc.array(line), fc.constantFrom(...shellFormats), (lines, format) => {
        const text = lines.join('\n').toWellFormed();
        const bytes = Buffer.from(text);
        const sources = format.read(evidence(text), context).events.map((event) => event.source);
        const plain = sources.filter((source) => !source.raw.includes('***'));
        const slices = plain.map(({ offset, raw }) =>
          bytes.subarray(offset, offset + Buffer.byteLength(raw)).toString(),
        );
        expect(slices).toEqual(plain.map((source) => source.raw));
      }),
    );
  });
});
