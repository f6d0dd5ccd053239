import { createHash } from 'node:crypto';

import type { LiveUser } from './live-ports.ts';
import { PRESENCE_COLORS } from './presence-colors.data.ts';

/** Characters that one presence may have as JSON: a cursor and a place need far less. */
const LARGEST_STATE = 4000;
/** Copies of the document that one connection may speak for. */
const MOST_CLIENTS = 4;

/** A person as others see them. */
interface Presence extends LiveUser {
  readonly color: string;
  readonly colorLight: string;
}

/** How somebody is shown to others; the colour follows from the id, so it is the same everywhere. */
function presenceOf({ id, name }: LiveUser): Presence {
  const index = createHash('sha256').update(id).digest().readUInt32BE(0) % PRESENCE_COLORS.length;
  const { color, colorLight } = PRESENCE_COLORS[index] ?? PRESENCE_COLORS[0];
  return { id, name, color, colorLight };
}

/**
 * Makes what a connection says about presence true: the person is who is signed in, states of others are not touched,
 * and nothing large gets through. Changes `states`.
 *
 * @param foreign clients of other connections
 */
export function guardPresence(
  states: Map<number, Record<string, unknown>>,
  user: LiveUser,
  foreign: ReadonlySet<number>,
): void {
  let own = 0;
  for (const [client, state] of states) {
    own += 1;
    if (foreign.has(client) || own > MOST_CLIENTS || JSON.stringify(state).length > LARGEST_STATE)
      states.delete(client);
    else states.set(client, { ...state, user: presenceOf(user) });
  }
}
