import { EventCollector } from '../event-collector.ts';
import type { TextLine } from '../source-text.ts';
import type { EvidenceText, Format, ReadContext, Reading, RevisionTime, Sample } from '../types.ts';
import { revisionKey } from './replica-sets.ts';

const ID = 'kubectl-rollout-history';
const COLUMNS = /^REVISION\s+CHANGE-CAUSE\s*$/u;
/** `deployment.apps/nginx`, `deployments "nginx"`, `deployment.extensions/nginx`. */
const OBJECT = /^(deployment|daemonset|statefulset)s?(?:\.[\w.]+)?(?:\/| ")([\w.-]+)"?\s*$/iu;
const ROW = /^(\d+)\s+(.*)$/u;

/** Output of `kubectl rollout history`, of one object or several. It has no times: replica sets lend theirs. */
export const rolloutHistory: Format = { id: ID, label: 'kubectl rollout history', recognise, read };

function recognise({ lines }: Sample): number {
  return lines.some((line) => COLUMNS.test(line)) ? 0.97 : 0;
}

interface Row {
  readonly line: TextLine;
  readonly object: string;
  readonly kind: string;
  readonly revision: string;
  readonly cause: string | undefined;
}

function read(input: EvidenceText, context: ReadContext): Reading {
  const events = new EventCollector(input, ID, context);
  const untimed = new Map<string, Row[]>();
  for (const row of rowsOf(events)) {
    const found = timesOf(row, context);
    const only = found[0];
    if (only !== undefined && found.length === 1) addRow(events, row, only);
    else untimed.set(`${row.kind}/${row.object}`, [...(untimed.get(`${row.kind}/${row.object}`) ?? []), row]);
  }
  for (const rows of untimed.values()) remarkUntimed(events, rows, context);
  return events.reading();
}

function* rowsOf({ index }: EventCollector): Generator<Row> {
  let object = { kind: 'deployment', name: '' };
  let inside = false;
  for (const line of index.lines()) {
    const named = OBJECT.exec(line.text);
    const row = inside ? ROW.exec(line.text) : null;
    if (named !== null) object = { kind: (named[1] ?? '').toLowerCase(), name: named[2] ?? '' };
    if (COLUMNS.test(line.text)) inside = true;
    else if (row !== null) {
      const cause = row[2]?.trim();
      const stated = cause === '' || cause === '<none>' ? undefined : cause;
      yield { line, object: object.name, kind: object.kind, revision: row[1] ?? '', cause: stated };
    } else if (line.text.trim() !== '') inside = false;
  }
}

type Found = readonly [namespace: string, time: RevisionTime];

/** The output names no namespace: a revision found in several of them is not decided here. */
function timesOf({ kind, object, revision }: Row, { lookups }: ReadContext): Found[] {
  if (kind !== 'deployment') return [];
  const ending = `/${object}#${revision}`;
  return [...lookups.revisions].flatMap(([id, time]): Found[] =>
    id.endsWith(ending) ? [[id.slice(0, -ending.length), time]] : [],
  );
}

function addRow(
  events: EventCollector,
  { line, object, revision, cause }: Row,
  [namespace, { at, images }]: Found,
): void {
  const what = cause ?? (images.length === 0 ? 'no change cause' : images.join(', '));
  events.add(line, {
    at,
    text: `Deployment ${object}: revision ${revision}: ${what}`,
    kind: 'rollout',
    service: object,
    key: revisionKey(namespace, object, revision),
    names: [object, ...images],
  });
}

function remarkUntimed(events: EventCollector, rows: readonly Row[], { lookups }: ReadContext): void {
  const [first] = rows;
  if (first === undefined) return;
  const { kind, object, line } = first;
  const which = `Revision${rows.length === 1 ? '' : 's'} ${rows.map(({ revision }) => revision).join(', ')} of ${kind} ${object}`;
  const several = rows.some((row) => timesOf(row, { lookups, now: '' }).length > 1);
  const cause = rows.map((row) => row.cause).find((each) => each !== undefined);
  events.remark(line.start, {
    code: 'rollout-without-time',
    message: `${which} ${rows.length === 1 ? 'has' : 'have'} no time${several ? ': several namespaces have that revision' : ''}${cause === undefined ? '' : ` (“${cause.slice(0, 80)}”)`}.`,
    help: helpFor(kind, several),
  });
}

function helpFor(kind: string, several: boolean): string {
  if (several) return 'Give only the replica sets of its namespace: kubectl get replicasets -n NAMESPACE -o json';
  if (kind === 'deployment') return 'Add the replica sets, which have the times: kubectl get replicasets -A -o json';
  return 'Add the controller revisions or events: kubectl get events -A -o json';
}
