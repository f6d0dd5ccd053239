import type { Finding } from '#core/errors';
import { resolveTime, timeFromEpoch, type WrittenTime } from '#core/time';

import { indexText, placeAt, sourceAt, type TextIndex } from '../source-text.ts';
import type { EvidenceEvent, EvidenceText, Format, ReadContext, Reading, Sample } from '../types.ts';
import { type HistoryEntry, historyEntries, type HistoryKind, historyKind } from './history-entries.ts';
import { maskSecrets } from './mask-secrets.ts';

const LABELS: Readonly<Record<HistoryKind, string>> = {
  bash: 'bash history with times',
  printed: 'output of history with times',
  zsh: 'zsh extended history',
  fish: 'fish history',
};

/** Shell histories with times: bash (`HISTTIMEFORMAT`), the output of `history`, zsh (`EXTENDED_HISTORY`), fish. */
export const shellFormats: readonly Format[] = [
  ...(['bash', 'zsh', 'fish', 'printed'] as const).map((kind) => historyFormat(kind)),
  {
    id: 'shell-history-untimed',
    label: 'shell history without times',
    recognise: (sample) => 0.45 * untimedShare(sample),
    read: (input) => readUntimed(input),
  },
];

function historyFormat(kind: HistoryKind): Format {
  const id = `shell-history-${kind}`;
  return {
    id,
    label: LABELS[kind],
    recognise: (sample) => recogniseHistory(sample, kind),
    read: (input, context) => readHistory(input, context, { id, kind }),
  };
}

/** A fifth of the lines opens a command: others are further lines of one. bash has two lines for each command. */
function recogniseHistory(sample: Sample, kind: HistoryKind): number {
  const { lines } = sample;
  if (lines.length === 0) return 0;
  const opening = lines.filter((line) => historyKind(line) === kind).length;
  if (kind === 'fish' && !lines.some((line) => /^ {2}when: \d+/u.test(line))) return 0;
  return opening / lines.length >= 0.2 ? 0.9 : 0;
}

function readHistory(
  input: EvidenceText,
  context: ReadContext,
  as: { readonly id: string; readonly kind: HistoryKind },
): Reading {
  const index = indexText(input);
  const events: EvidenceEvent[] = [];
  const untimed: HistoryEntry[] = [];
  const unread: HistoryEntry[] = [];
  let secrets = 0;
  let assumed = 0;
  for (const entry of historyEntries(index, as.kind)) {
    if (entry.when === null) untimed.push(entry);
    else {
      const at = timeOf(entry, context);
      const { event, count } = commandEvent({ index, entry, at, format: as.id });
      secrets += count;
      if (at.instant === null) unread.push(entry);
      else if (!at.zoneStated) assumed += 1;
      events.push(event);
    }
  }
  const findings = [
    ...secretFindings(input.file, secrets),
    ...zoneFindings(input.file, assumed, context.zone ?? 'UTC'),
    ...untimedFindings(index, untimed),
    ...unreadFindings(index, unread),
  ];
  return { events, findings };
}

function timeOf({ when }: HistoryEntry, context: ReadContext): WrittenTime {
  if (when !== null && 'local' in when)
    return resolveTime(when.local, context.zone === undefined ? {} : { zone: context.zone });
  return when === null ? resolveTime('') : timeFromEpoch(when.epochSeconds * 1000, when.written);
}

interface CommandParts {
  readonly index: TextIndex;
  readonly entry: HistoryEntry;
  readonly at: WrittenTime;
  readonly format: string;
}

/** Secrets go out of everything that is shown or exported; the evidence itself keeps them. */
function commandEvent({ index, entry, at, format }: CommandParts): {
  readonly event: EvidenceEvent;
  readonly count: number;
} {
  const command = maskSecrets(entry.command);
  const source = sourceAt(index, format, entry);
  const raw = maskSecrets(source.raw);
  const [first = '', ...more] = command.text.split('\n');
  const names = commandNames(command.text);
  const event: EvidenceEvent = {
    at,
    text: first.trim() === '' ? '(empty command)' : shortened(first.trim()),
    kind: 'command',
    source: { ...source, raw: raw.text },
    ...(more.length === 0 ? {} : { details: more.join('\n') }),
    ...(names.length === 0 ? {} : { names }),
  };
  return { event, count: Math.max(command.count, raw.count) };
}

function shortened(text: string): string {
  return text.length > 500 ? `${text.slice(0, 499)}…` : text;
}

/** What a command names besides options: `deployment/checkout-api`, `web-1`, `config/pool.yaml`. */
function commandNames(command: string): string[] {
  const found = command.slice(0, 2000).matchAll(/(?<=[\s=/]|^)(?:[a-z][\w.]*[-/])+[\w.-]+/gu);
  return [...new Set([...found].map((match) => match[0].replace(/[.:]+$/u, '')))].slice(0, 8);
}

function secretFindings(file: string, count: number): Finding[] {
  if (count === 0) return [];
  return [
    {
      code: 'shell-secret-masked',
      severity: 'info',
      message: `${count === 1 ? 'One secret' : `${String(count)} secrets`} in the commands of ${file} ${count === 1 ? 'is' : 'are'} shown as ***, in the raw text too.`,
      place: { file },
      help: 'The file itself still holds them: change these secrets, and keep the file out of what you publish.',
    },
  ];
}

function zoneFindings(file: string, count: number, zone: string): Finding[] {
  if (count === 0) return [];
  return [
    {
      code: 'shell-zone-assumed',
      severity: 'info',
      message: `The times of ${String(count)} command${count === 1 ? '' : 's'} in ${file} state no zone and are read as ${zone}.`,
      place: { file },
      help: 'If the shell showed local times, name its zone with --zone.',
    },
  ];
}

function untimedFindings(index: TextIndex, entries: readonly HistoryEntry[]): Finding[] {
  const [first] = entries;
  if (first === undefined) return [];
  const last = entries.at(-1) ?? first;
  return [untimedFinding(index, { from: first.start, to: last.end, count: entries.length })];
}

function untimedFinding(
  index: TextIndex,
  run: { readonly from: number; readonly to: number; readonly count: number },
): Finding {
  const { from, to, count } = run;
  const lines = `lines ${String(index.lineAt(from))} to ${String(index.lineAt(to))}`;
  return {
    code: 'shell-history-without-times',
    severity: 'warning',
    message: `${String(count)} command${count === 1 ? '' : 's'} in ${index.input.file} (${lines}) ${count === 1 ? 'has' : 'have'} no time.`,
    place: placeAt(index, from),
    help: "Turn times on for the next incident: HISTTIMEFORMAT='%F %T%z ' in bash, setopt EXTENDED_HISTORY in zsh; fish keeps them by itself.",
  };
}

function unreadFindings(index: TextIndex, entries: readonly HistoryEntry[]): Finding[] {
  return entries.slice(0, 1).map((entry) => ({
    code: 'shell-time-unreadable',
    severity: 'warning' as const,
    message: `The time of ${String(entries.length)} command${entries.length === 1 ? '' : 's'} is not understood, as “${whenText(entry)}”.`,
    place: placeAt(index, entry.start),
    help: "Print the history with HISTTIMEFORMAT='%F %T%z '.",
  }));
}

function whenText({ when }: HistoryEntry): string {
  if (when === null) return '';
  return 'local' in when ? when.local : when.written;
}

const COMMAND =
  /^(?:\s*\d+\*? +)?(?:sudo +)?(?:kubectl|helm|docker|podman|git|ssh|scp|systemctl|journalctl|terraform|ansible(?:-playbook)?|aws|gcloud|az|psql|mysql|redis-cli|curl|cd|ls|ll|cat|less|tail|vim?|nano|grep|top|htop|ps|kill|make|npm|npx|cargo|go|python3?|sudo|exit|clear|history|export|echo|mkdir|rm|mv|cp|find|df|du|free)\b/u;

function untimedShare(sample: Sample): number {
  const { lines } = sample;
  if (lines.length < 3) return 0;
  const part = lines.filter((line) => COMMAND.test(line)).length / lines.length;
  return part >= 0.6 ? part : 0;
}

function readUntimed(input: EvidenceText): Reading {
  const index = indexText(input);
  const count = [...index.lines()].filter((line) => line.text.trim() !== '').length;
  if (count === 0) return { events: [], findings: [] };
  return {
    events: [],
    findings: [untimedFinding(index, { from: 0, to: Math.max(input.text.trimEnd().length - 1, 0), count })],
  };
}
