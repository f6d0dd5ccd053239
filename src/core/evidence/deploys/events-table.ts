import { EventCollector } from '../event-collector.ts';
import type { TextLine } from '../source-text.ts';
import type { EvidenceText, Format, ReadContext, Reading, Sample } from '../types.ts';
import { workloadOf } from './kubernetes-object.ts';

const ID = 'kubectl-events-table';
const HEADER =
  /^(?:NAMESPACE\s+)?(?:LAST SEEN|FIRST SEEN|LASTSEEN|FIRSTSEEN|TIME|TIMESTAMP)\s.*\bREASON\b.*\bMESSAGE\b/iu;
const COLUMN = /\S+(?: \S+)*/gu;
const TIME_COLUMNS = ['FIRST SEEN', 'FIRSTSEEN', 'TIME', 'TIMESTAMP', 'LAST SEEN', 'LASTSEEN'];

/** The table that `kubectl get events` prints. Its ages (`5m`) tell no instant; columns with times do. */
export const eventsTable: Format = { id: ID, label: 'kubectl get events, as a table', recognise, read };

function recognise({ lines }: Sample): number {
  return HEADER.test(lines[0] ?? '') ? 0.97 : 0;
}

interface Column {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

function read(input: EvidenceText, context: ReadContext): Reading {
  const events = new EventCollector(input, ID, context);
  let columns: Column[] | undefined;
  const ages: TextLine[] = [];
  for (const line of events.index.lines()) {
    if (HEADER.test(line.text)) columns = columnsOf(line.text);
    else if (columns !== undefined && line.text.trim() !== '' && !addLine(events, line, columns)) ages.push(line);
  }
  remarkAges(events, ages);
  return events.reading();
}

function columnsOf(header: string): Column[] {
  const found = [...header.matchAll(COLUMN)].map(({ 0: name, index }) => ({ name: name.toUpperCase(), start: index }));
  return found.map(({ name, start }, at) => ({ name, start, end: found[at + 1]?.start ?? Number.POSITIVE_INFINITY }));
}

function addLine(events: EventCollector, line: TextLine, columns: readonly Column[]): boolean {
  const cell = (...names: string[]): string | undefined => {
    const column = names.map((name) => columns.find((each) => each.name === name)).find((each) => each !== undefined);
    const text = column === undefined ? '' : line.text.slice(column.start, column.end).trim();
    return text === '' ? undefined : text;
  };
  const at = TIME_COLUMNS.map((name) => events.time(cell(name))).find(
    (time) => time !== null && time.precision !== 'day',
  );
  if (at === undefined || at === null) return false;
  const object = cell('OBJECT', 'NAME') ?? '';
  const [kind = '', name = ''] = object.includes('/') ? object.split('/') : ['', object];
  const reason = cell('REASON') ?? 'Event';
  events.add(line, {
    at,
    text: `${object}: ${reason}: ${cell('MESSAGE') ?? ''}`,
    kind: reason === 'ScalingReplicaSet' ? 'rollout' : 'infrastructure',
    level: cell('TYPE') === 'Warning' ? 'warning' : 'info',
    actor: cell('SOURCE'),
    service: workloadOf(kind === 'pod' ? 'Pod' : kind === 'replicaset' ? 'ReplicaSet' : kind, name),
    fold: reason === 'ScalingReplicaSet' ? undefined : `${kind} ${reason}`,
    names: [name, reason].filter((each) => each !== ''),
  });
  return true;
}

function remarkAges(events: EventCollector, lines: readonly TextLine[]): void {
  const first = lines[0];
  if (first === undefined) return;
  events.remark(first.start, {
    code: 'event-without-time',
    message: `${lines.length} Kubernetes ${lines.length === 1 ? 'event has' : 'events have'} an age but no time (“${first.text.slice(0, 60).trimEnd()}”).`,
    help: 'Export them with their times: kubectl get events -A -o json',
  });
}
