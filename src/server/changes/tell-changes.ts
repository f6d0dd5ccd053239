import type { Change } from '#app/context';
import { accessTo, type Actor, type Confidentiality } from '#core/workflow';

import type { OpenStream } from './change-stream.ts';

/** What decides who may hear of the post-mortems of a workspace. */
export type ConfidentialityOf = (
  workspaceId: string,
  ids: readonly string[],
) => Promise<ReadonlyMap<string, Confidentiality>>;

/** What is told at once. */
export interface Telling {
  readonly changes: readonly Change[];
  readonly streams: Iterable<OpenStream>;
  readonly at: string;
}

/** Tells each stream what its person may know of, as it is now and not as it was when the stream opened. */
export async function tellChanges(
  { at, changes, streams }: Telling,
  look: (ids: readonly string[]) => Promise<ReadonlyMap<string, Confidentiality>>,
): Promise<void> {
  const ids = [...new Set(changes.filter(isAboutPostmortem).map((change) => change.id))];
  const known = ids.length === 0 ? new Map<string, Confidentiality>() : await look(ids);
  for (const stream of streams) {
    const told = changes.filter((change) => mayHear(stream.actor, change, known));
    if (told.length > 0) stream.write(told.map((change) => eventText(change, at)).join(''));
    if (changes.some((change) => change.type === 'people' && change.id === stream.actor.userId)) stream.recheck();
  }
}

function isAboutPostmortem(change: Change): boolean {
  return change.type === 'postmortem' || change.type === 'evidence';
}

function mayHear(actor: Actor, change: Change, known: ReadonlyMap<string, Confidentiality>): boolean {
  if (!isAboutPostmortem(change)) return true;
  const confidentiality = known.get(change.id);
  return confidentiality !== undefined && accessTo(actor, confidentiality) !== 'none';
}

function eventText(change: Change, at: string): string {
  const { id, revision, type } = change;
  return `event: change\ndata: ${JSON.stringify({ type, id, revision, at })}\n\n`;
}
