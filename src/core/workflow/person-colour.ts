import { PERSON_COLOURS } from './person-colours.data.ts';

/** The colour of a person, always the same for the same id, as `#rrggbb`. */
export function personColour(userId: string): string {
  let sum = 0;
  for (const character of userId) sum = (Math.imul(sum, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return PERSON_COLOURS[sum % PERSON_COLOURS.length] ?? PERSON_COLOURS[0];
}
