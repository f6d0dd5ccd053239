import type { AppContext, PostmortemTarget } from '#app/context';
import type { Timeline } from '#core/timeline';
import { replacePool, saveUses, storableJson } from '#store/evidence';

import { presentEvent } from './present-event.ts';
import { presentSuggestions } from './present-suggestions.ts';
import type { ReadFile, ReadingResult, ReadingSettings } from './reading-job.ts';

/** Pieces that stay as they are, and who brings the others. */
interface PoolUpdate {
  readonly read: ReadingResult;
  readonly settings: ReadingSettings;
  /** References that documents already use, by hash. */
  readonly known: ReadonlyMap<string, string>;
  readonly by: string;
}

/** Replaces what a post-mortem knows of its evidence: the pieces, the pool of events, the suggestions. */
export async function savePool(context: AppContext, target: PostmortemTarget, update: PoolUpdate): Promise<void> {
  const { read, settings } = update;
  const references = referencesFor(read.files, update.known);
  const findings = read.findings.filter((finding) => finding.place?.file === undefined);
  const suggestions = presentSuggestions(inPool(read), findings);
  const events = read.pool.map((event) => ({
    kind: event.kind,
    level: event.level ?? null,
    sources: [...new Set(event.sources.map((source) => source.evidence))],
    text: [event.text, event.actor ?? '', event.service ?? ''].join(' '),
    event: presentEvent(event, references),
  }));
  await context.db.transaction().execute(async (transaction) => {
    await saveUses(transaction, useRows({ context, target, update, references }));
    await replacePool(transaction, target, { settings, suggestions, events });
  });
  context.changes.announce({ ...target, type: 'evidence', id: target.postmortemId, revision: null });
}

/** Numbers new pieces after those that are numbered; a reference never changes its meaning. */
function referencesFor(files: readonly ReadFile[], known: ReadonlyMap<string, string>): Map<string, string> {
  const references = new Map(known);
  let last = Math.max(0, ...[...known.values()].map((reference) => Number(reference.slice(1))));
  for (const { id, events, format } of files) {
    if (references.has(id) || format === null || events === 0) continue;
    last += 1;
    references.set(id, `E${last}`);
  }
  return references;
}

function useRows(save: {
  readonly context: AppContext;
  readonly target: PostmortemTarget;
  readonly update: PoolUpdate;
  readonly references: ReadonlyMap<string, string>;
}): Parameters<typeof saveUses>[1] {
  const { context, target, update, references } = save;
  return update.read.files.map((file, position) => ({
    workspace_id: target.workspaceId,
    postmortem_id: target.postmortemId,
    sha256: file.id,
    position,
    name: file.name,
    reference: references.get(file.id) ?? null,
    format: file.format,
    events: file.events,
    first_at: file.from,
    last_at: file.to,
    findings: storableJson(file.findings),
    at: context.now(),
    added_by: update.by,
  }));
}

/** Suggestions name events of the window, which are numbered by themselves; here they name events of the whole pool. */
function inPool({ timeline, pool }: ReadingResult): Timeline {
  const byPlace = new Map(pool.flatMap((event) => event.sources.map((source) => [placeOf(source), event.id])));
  const ids = new Map(
    timeline.events.map((event) => [event.id, byPlace.get(placeOf(event.sources[0])) ?? event.id] as const),
  );
  const named = (id: string): string => ids.get(id) ?? id;
  return {
    ...timeline,
    moments: timeline.moments.map((moment) => ({
      ...moment,
      events: moment.events.map(named),
      alternatives: moment.alternatives.map((other) => ({ ...other, events: other.events.map(named) })),
    })),
    suspects: timeline.suspects.map((suspect) => ({ ...suspect, event: named(suspect.event) })),
  };
}

function placeOf(source: { readonly evidence: string; readonly offset: number } | undefined): string {
  return source === undefined ? '' : `${source.evidence}:${source.offset}`;
}
