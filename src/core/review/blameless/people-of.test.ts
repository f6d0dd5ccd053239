import { expect, it } from 'vitest';

import { peopleOf } from './people-of.ts';

it('knows people by role and handle, and takes no system that acts in the timeline for a person', () => {
  const people = peopleOf({
    title: 'x',
    roles: { commander: 'Zorana Petrović (@zora)' },
    timeline: [
      { at: null, text: 'rolled back', who: '@ben' },
      { at: null, text: 'fired', who: 'Prometheus' },
    ],
    actions: [{ text: 'Alert', owner: 'Platform team' }],
  });
  expect(people.toSorted()).toEqual(['@ben', '@zora', 'Zorana Petrović']);
});
