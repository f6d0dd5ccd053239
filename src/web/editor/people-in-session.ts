import type { HocuspocusProvider } from '@hocuspocus/provider';

import type { Participant } from './live-state.ts';

/** Who is there, and where; shared with everybody who has the document open. */
export type Awareness = NonNullable<HocuspocusProvider['awareness']>;

/** Everybody but oneself who has the document open, once per person, in the order in which they are known. */
export function peopleIn(awareness: Awareness): Participant[] {
  const people = new Map<string, Participant>();
  for (const [client, state] of awareness.getStates()) {
    if (client === awareness.clientID) continue;
    const person = toParticipant(client, state);
    if (person === undefined) continue;
    const known = people.get(person.id);
    if (known === undefined || (known.section === null && person.section !== null)) people.set(person.id, person);
  }
  return [...people.values()];
}

function toParticipant(client: number, state: Record<string, unknown>): Participant | undefined {
  const { section, user } = state;
  if (typeof user !== 'object' || user === null) return undefined;
  const { color, colour, id, name } = user as Record<string, unknown>;
  if (typeof name !== 'string') return undefined;
  const shade = typeof colour === 'string' ? colour : color;
  return {
    client,
    id: typeof id === 'string' ? id : String(client),
    name,
    colour: typeof shade === 'string' && /^#[\da-f]{3,8}$|^hsl\([\d\s,.%a-z]+\)$/iu.test(shade) ? shade : '#777777',
    section: typeof section === 'string' ? section : null,
  };
}
