import { type EvidenceText, readEvidence } from '#core/evidence';

import { EVIDENCE_KINDS, type EvidenceKind, writeEvidence } from './data/evidence-texts.ts';
import { medianTimes } from './median-times.ts';
import { figure, printTable } from './print-table.ts';

const SIZE = 4_000_000;
const NOW = '2026-12-01T00:00:00Z';

/** What is left of reading where nothing is understood: lines, or bare JSON. */
const PEERS: Record<EvidenceKind, { readonly name: string; run(text: string): unknown }> = {
  'plain log': { name: 'split lines', run: splitLines },
  'JSON lines': { name: 'JSON.parse', run: parseLines },
  'git log': { name: 'split lines', run: splitLines },
  'Slack export': { name: 'JSON.parse', run: (text) => JSON.parse(text) as unknown },
};

/** Reading of the formats that get large, each beside the least that any reader has to do. */
export function benchEvidence(): void {
  const head = ['written as', 'read as', 'MB', 'events', 'ms', 'MB/s', 'events/s', 'peer', 'peer MB/s', 'ratio'];
  printTable(
    'Evidence: readEvidence (recognise and read) of one generated file each',
    [head, ...EVIDENCE_KINDS.map(rowOf)],
    'Informative: no aim. The peer is the least that any reader of the format has to do.',
  );
}

function rowOf(kind: EvidenceKind): string[] {
  const text = writeEvidence(kind, SIZE);
  const peer = PEERS[kind];
  const reading = readEvidence([input(text)], { now: NOW });
  const [readMs, peerMs] = medianTimes(
    [
      { name: kind, run: () => readEvidence([input(text)], { now: NOW }).events.length },
      { name: peer.name, run: () => peer.run(text) },
    ],
    { warmUps: 1, rounds: 7 },
  ) as [number, number];
  const megabytes = Buffer.byteLength(text) / 1e6;
  return [
    kind,
    reading.readings[0]?.format ?? 'not read',
    figure(megabytes),
    reading.events.length.toLocaleString('en'),
    figure(readMs),
    figure(megabytes / (readMs / 1000)),
    figure(reading.events.length / (readMs / 1000)),
    peer.name,
    figure(megabytes / (peerMs / 1000)),
    figure(readMs / peerMs),
  ];
}

/** A new object each time: what is remembered of a piece of evidence must not help the next round. */
function input(text: string): EvidenceText {
  return { file: 'evidence', evidence: '0'.repeat(64), text, encoding: 'utf-8', bomBytes: 0 };
}

/** Touches each line, because slices alone copy nothing. */
function splitLines(text: string): number {
  let length = 0;
  for (const line of text.split('\n')) length += line.charCodeAt(line.length >> 1) || 0;
  return length;
}

function parseLines(text: string): unknown {
  let last: unknown;
  for (const line of text.split('\n')) if (line !== '') last = JSON.parse(line);
  return last;
}
