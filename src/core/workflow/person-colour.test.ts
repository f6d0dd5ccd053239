import { describe, expect, it } from 'vitest';

import { personColour } from './person-colour.ts';
import { PERSON_COLOURS } from './person-colours.data.ts';

const ids = Array.from({ length: 2000 }, (_, index) => `01900000-0000-7000-8000-${String(index).padStart(12, '0')}`);

describe('the colour of a person', () => {
  it('is always the same', () => {
    expect(personColour('ada')).toBe(personColour('ada'));
  });

  it('is one of a few that most people do not share', () => {
    const counts = Map.groupBy(ids, personColour);
    expect([...counts.keys()].toSorted()).toEqual([...PERSON_COLOURS].toSorted());
    for (const [, people] of counts) expect(people.length).toBeLessThan((2 * ids.length) / PERSON_COLOURS.length);
  });

  it('can be read on white: contrast of at least 4.5 to 1', () => {
    for (const colour of PERSON_COLOURS) expect(1.05 / (luminance(colour) + 0.05)).toBeGreaterThan(4.5);
  });
});

/** Relative luminance, as WCAG 2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
