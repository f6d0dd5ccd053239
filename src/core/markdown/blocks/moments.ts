import type { MomentKind } from '#core/record';

import { isPlaceholder } from '../placeholder.ts';
import type { Block, Findings, View } from '../spec.ts';
import { itemsAt, normaliseLabel, textAt } from '../spec.ts';
import { decodeLine, encodeLine } from '../text-codec.ts';
import { list } from './list.ts';
import type { Column } from './table.ts';

/** One line of a list of key timestamps. */
export interface MomentLine {
  readonly label: string;
  readonly kind?: MomentKind;
  /** Duration stated on the line: in parentheses behind the time, or as the value itself. */
  readonly duration?: { readonly id: string; readonly label: string };
}

/** `- Alert fired: 08:15 (detection lag: 3 min)`: moments with the lags that the line states. */
export function keyTimestamps(label: string, lines: readonly MomentLine[]): Block {
  const byLabel = new Map(lines.map((entry) => [normaliseLabel(entry.label), entry]));
  const reader = list({ path: 'moments', label, codec: { print: () => null, parse: () => null } });
  return {
    order: 4,
    render(view) {
      const shown = lines.flatMap((entry) => printLine(view, entry));
      return shown.length === 0 ? null : `${label}\n\n${shown.map((text) => `- ${text}`).join('\n')}`;
    },
    read(section, findings) {
      reader.read(section, {
        ...findings,
        rest: (text) => {
          readLine(text, byLabel, findings);
        },
      });
    },
  };
}

/** The time of a moment as the record has it: an explicit instant, or the row that it points to. */
export function momentText(view: View, kind: MomentKind): string | undefined {
  if (view.hides('moments')) return undefined;
  const explicit = itemsAt(view, 'moments').find((moment) => moment['kind'] === kind);
  const row = itemsAt(view, 'timeline').find((event) => (event['moments'] as string[] | undefined)?.includes(kind));
  const at = (explicit ?? row)?.['at'];
  return typeof at === 'object' && at !== null && 'written' in at ? String(at.written) : undefined;
}

function printLine(view: View, entry: MomentLine): string[] {
  const stated = entry.duration === undefined ? undefined : textAt(view, `durations.${entry.duration.id}.written`);
  const at = entry.kind === undefined ? stated : momentText(view, entry.kind);
  if (entry.kind === undefined)
    return at === undefined && !view.prompts ? [] : [`${entry.label}: ${at === undefined ? 'X min' : encodeLine(at)}`];
  if (at === undefined && stated === undefined && !view.prompts) return [];
  const time = at ?? (view.prompts ? 'HH:MM' : '');
  const lag =
    entry.duration === undefined ? '' : ` (${entry.duration.label}: ${stated ?? (view.prompts ? 'X min' : '–')})`;
  return [`${entry.label}: ${time}${stated === undefined && !view.prompts ? '' : lag}`.trimEnd()];
}

const LINE = /^[-+*][ \t]+(?:\*\*)?([^:*\n]+?)(?:\*\*)?:(?:\*\*)?[ \t]*([^\n]*)$/u;
const LAG = /\s*\(([^():]+):\s*([^()]*(?:\([^()]*\)[^()]*)*)\)\s*$/u;

function readLine(raw: string, byLabel: ReadonlyMap<string, MomentLine>, findings: Findings): void {
  const match = LINE.exec(raw.trim());
  const entry = byLabel.get(normaliseLabel(match?.[1] ?? ''));
  const value = match?.[2] ?? '';
  if (entry === undefined) findings.rest(raw);
  else if (entry.kind === undefined) setDuration(entry, value, findings);
  else readMoment(entry, value, findings);
}

function setDuration(entry: MomentLine, value: string, findings: Findings): void {
  const decoded = decodeLine(value);
  findings.aside(decoded.aside);
  if (entry.duration) findings.set(`durations.${entry.duration.id}.written`, decoded.text);
}

function readMoment(entry: MomentLine, value: string, findings: Findings): void {
  if (isPlaceholder(value)) {
    findings.aside(value);
    return;
  }
  const lag = LAG.exec(value);
  const known =
    lag !== null &&
    entry.duration !== undefined &&
    normaliseLabel(lag[1] ?? '') === normaliseLabel(entry.duration.label);
  if (known && lag[2] !== '–') setDuration(entry, lag[2] ?? '', findings);
  const written = decodeLine(known ? value.slice(0, lag.index) : value);
  findings.aside(written.aside);
  if (written.text === undefined) return;
  const at = `moments.${String(findings.count('moments'))}`;
  findings.set(`${at}.kind`, entry.kind);
  findings.set(`${at}.at`, written.text);
}

/** Names of moments in a column of the timeline, with what marks them elsewhere. */
export interface MarkerName {
  readonly kind: MomentKind;
  readonly text: string;
  readonly pattern: RegExp;
}

/**
 * The event column of a timeline whose template says in a comment which moment a row stands for:
 * `Alert fired <!-- Alert fired -->`. The comment stays guidance.
 */
export function eventColumn(names: readonly MarkerName[]): Column {
  return {
    header: 'Event',
    key: 'text',
    type: 'prose',
    readAside(comment) {
      const kind = names.find((name) => name.pattern.test(comment))?.kind;
      return kind === undefined ? {} : { moments: [kind] };
    },
  };
}

/** The marker column of a timeline: `← Detection (MTTD)`. */
export function markerColumn(header: string, names: readonly MarkerName[]): Column {
  return {
    header,
    key: 'moments',
    print(value, item) {
      const kinds = Array.isArray(value) ? (value as MomentKind[]) : [];
      const shown = kinds.map((kind) => `← ${names.find((name) => name.kind === kind)?.text ?? kind}`);
      return [
        ...shown,
        ...(typeof item['marker'] === 'string' ? [encodeLine(item['marker']).replaceAll('|', '\\|')] : []),
      ].join('; ');
    },
    parse(text) {
      const parts = text.split(/;\s*(?=←)/u).map((part) => part.trim());
      const kinds = parts.map((part) => names.find((name) => part.startsWith('←') && name.pattern.test(part))?.kind);
      const known = kinds.filter((kind) => kind !== undefined);
      const other = parts.filter((part, index) => kinds[index] === undefined && part !== '').join('; ');
      return { moments: known.length === 0 ? undefined : known, marker: other === '' ? undefined : other };
    },
  };
}
