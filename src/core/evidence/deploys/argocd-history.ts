import { EventCollector } from '../event-collector.ts';
import { commitKey } from '../git/commit.ts';
import type { EvidenceText, Format, ReadContext, Reading, Sample } from '../types.ts';

const ID = 'argocd-history';
const HEADER = /^ID\s+DATE\s+REVISION\b/u;
const SOURCE = /^SOURCE\s+(\S+)/u;
/** `7  2021-07-11 21:33:15 +0000 UTC  HEAD (cf19b85)`. */
const ROW = /^(\d+)\s+(\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2} [+-]\d{4}(?: [A-Z][\w+-]*)?)\s+(.*)$/u;
const HASH = /\b([0-9a-f]{7,64})\b\)?$/u;

/** The table that `argocd app history` prints. It does not name the application. */
export const argocdHistory: Format = { id: ID, label: 'argocd app history', recognise, read };

function recognise({ lines }: Sample): number {
  return lines.some((line) => HEADER.test(line)) ? 0.97 : 0;
}

function read(input: EvidenceText, context: ReadContext): Reading {
  const events = new EventCollector(input, ID, context);
  let source: string | undefined;
  for (const line of events.index.lines()) {
    source = SOURCE.exec(line.text)?.[1] ?? source;
    const match = ROW.exec(line.text);
    if (match === null) {
      if (/^\d+\s/u.test(line.text)) remarkRow(events, line.start, line.text);
      continue;
    }
    const [, id, written = '', revision = ''] = match;
    const at = events.time(written.replace(/ [A-Z][\w+-]*$/u, ''));
    if (at === null) continue;
    const hash = HASH.exec(revision)?.[1];
    const service = source === undefined ? undefined : /([^/]+?)(?:\.git)?$/u.exec(source)?.[1];
    events.add(line, {
      at: { ...at, written },
      text: `Argo CD deployed ${service === undefined ? '' : `${service} at `}${revision.trim()} (history ${id})`,
      kind: 'deploy',
      service,
      hints: hash === undefined ? [] : [commitKey(hash)],
    });
  }
  return events.reading();
}

function remarkRow(events: EventCollector, start: number, text: string): void {
  events.remark(start, {
    code: 'event-without-time',
    message: `“${text.slice(0, 80)}” has no time that can be read.`,
    help: 'Export the history with: argocd app get NAME -o json',
  });
}
