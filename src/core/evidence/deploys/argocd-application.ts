import { EventCollector } from '../event-collector.ts';
import { commitKey } from '../git/commit.ts';
import type { JsonNode } from '../json-node.ts';
import { documentFindings, readDocuments } from '../read-documents.ts';
import type { EvidenceText, Format, ReadContext, Reading, Sample } from '../types.ts';
import { argocdChanges } from './argocd-source.ts';
import { short, words } from './record-words.ts';

const ID = 'argocd-application';
const FAILED = new Set(['Failed', 'Error']);

/** Argo CD applications with their history, as `argocd app get -o json`, `kubectl get applications -o json` or the API give them. */
export const argocdApplication: Format = { id: ID, label: 'Argo CD application history', recognise, read };

function recognise({ json, jsonLines }: Sample): number {
  const roots = json === undefined ? jsonLines : [json];
  return roots.some((root) => looksLikeApplication(root)) ? 0.97 : 0;
}

function looksLikeApplication(value: unknown, depth = 0): boolean {
  if (Array.isArray(value))
    return depth < 2 && value.slice(0, 20).some((item) => looksLikeApplication(item, depth + 1));
  const { items, kind, apiVersion, spec, status } = Object(value) as Readonly<Record<string, unknown>>;
  if (Array.isArray(items)) return looksLikeApplication(items, depth + 1);
  if (kind === 'Application' && String(apiVersion).startsWith('argoproj.io/')) return true;
  const { source, sources, destination } = Object(spec) as Readonly<Record<string, unknown>>;
  const { history, sync } = Object(status) as Readonly<Record<string, unknown>>;
  return (source ?? sources) !== undefined && destination !== undefined && (history ?? sync) !== undefined;
}

function read(input: EvidenceText, context: ReadContext): Reading {
  const events = new EventCollector(input, ID, context);
  for (const application of readDocuments(input).roots.flatMap((root) => applicationsIn(root))) {
    addHistory(events, application);
    addOperation(events, application);
  }
  return events.reading(documentFindings(input));
}

function applicationsIn(node: JsonNode): readonly JsonNode[] {
  if (node.type === 'array') return node.items().flatMap((item) => applicationsIn(item));
  const items = node.get('items')?.type === 'array' ? node.items('items') : [node];
  return items.filter((item) => item.get('status') !== undefined);
}

function nameOf(application: JsonNode): string {
  return application.string('metadata', 'name') ?? 'application';
}

function identity(application: JsonNode): string {
  return `argocd:${application.string('metadata', 'namespace') ?? ''}/${nameOf(application)}`;
}

/** A sync that brings the same commit with other parameters is a change of configuration. */
function addHistory(events: EventCollector, application: JsonNode): void {
  const history = application.items('status', 'history');
  for (const [position, entry] of history.entries()) {
    const at = events.time(entry.string('deployedAt') ?? entry.string('deployStartedAt'));
    const previous = history[position - 1];
    const revision = revisionOf(entry);
    const name = nameOf(application);
    if (at === null) {
      remarkUntimed(events, entry, name);
      continue;
    }
    const sameCommit = previous !== undefined && revision !== undefined && revisionOf(previous) === revision;
    const changes = argocdChanges(previous, entry);
    const again = sameCommit
      ? changes.length > 0
        ? 'again with'
        : 'again, nothing else changed'
      : changes.length > 0
        ? 'with'
        : '';
    events.add(entry, {
      at,
      text: words(`Argo CD deployed ${name} at`, short(revision) ?? 'an unknown revision', again, changes.join(', ')),
      kind: sameCommit && changes.length > 0 ? 'config' : 'deploy',
      actor: initiator(entry.get('initiatedBy')),
      service: name,
      key: `${identity(application)}:${entry.scalar('id') ?? at.written}`,
      hints: revision === undefined ? [] : [commitKey(revision)],
      details: started(entry),
      names: [name, ...changes],
    });
  }
}

function remarkUntimed(events: EventCollector, entry: JsonNode, name: string): void {
  events.remark(entry.start, {
    code: 'event-without-time',
    message: `History entry ${entry.scalar('id') ?? ''} of Argo CD application ${name} has no time that can be read.`,
    help: 'Export it with: argocd app get NAME -o json',
  });
}

function revisionOf(entry: JsonNode): string | undefined {
  return entry.string('revision') ?? entry.items('revisions')[0]?.string();
}

function started(entry: JsonNode): string | undefined {
  const start = entry.string('deployStartedAt');
  return start === undefined ? undefined : `Started ${start}`;
}

function initiator(node: JsonNode | undefined): string | undefined {
  return node?.string('username') ?? (node?.boolean('automated') === true ? 'Argo CD (automated sync)' : undefined);
}

/** The last operation, unless it succeeded: then it is the last entry of the history. */
function addOperation(events: EventCollector, application: JsonNode): void {
  const state = application.get('status', 'operationState');
  const phase = state?.string('phase');
  if (state === undefined || phase === undefined || phase === 'Succeeded') return;
  const at = events.time(state.string('startedAt'));
  if (at === null) return;
  const name = nameOf(application);
  events.add(state, {
    at,
    endedAt: events.time(state.string('finishedAt')) ?? undefined,
    text: words(`Argo CD sync of ${name}: ${phase}:`, state.string('message')),
    kind: 'infrastructure',
    level: FAILED.has(phase) ? 'error' : 'info',
    actor: initiator(state.get('operation', 'initiatedBy')),
    service: name,
    key: `${identity(application)}:operation:${at.written}`,
    names: [name],
  });
}
