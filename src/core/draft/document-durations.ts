import { definitionsFor, type DurationDefinition } from '#core/metrics';

import { BORROWED_DURATIONS } from './document-style.data.ts';

/** Every duration that a document of a dialect states: its own definitions, and those it borrows for fields without one. */
export function documentDurations(dialect: string): DurationDefinition[] {
  const borrowed = (BORROWED_DURATIONS[dialect] ?? []).flatMap(({ id, label, from: [lender, original] }) => {
    const definition = definitionsFor(lender).find((each) => each.id === original);
    return definition === undefined ? [] : [{ ...definition, id, label, dialects: [dialect] }];
  });
  return [...definitionsFor(dialect), ...borrowed];
}
