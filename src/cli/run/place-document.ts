import { dirname } from 'node:path';

import { type Dialect, documentPath, newPostmortem, nextIncidentId } from '#core/markdown';
import type { Postmortem } from '#core/record';

import { takenIds } from '../files/taken-ids.ts';

/** What a new document is to be. */
export interface NewDocument {
  readonly dialect: Dialect;
  readonly title: string;
  /** Day of the incident, as `2026-02-23`. */
  readonly date: string;
  readonly severity: string | undefined;
  readonly id: string | undefined;
  /** Output file; undefined follows the template's rule. */
  readonly output: string | undefined;
}

/** A new record, and the path that its template (or the person) gives it. */
export interface PlacedDocument {
  readonly record: Postmortem;
  readonly path: string;
}

/** Makes a new record with the next free id of the directory it will stand in. */
export function placeDocument(wanted: NewDocument): PlacedDocument {
  const { dialect, title, date } = wanted;
  const ruled = documentPath(dialect, { title, date });
  const id =
    wanted.id ?? nextIncidentId(dialect, { date, taken: takenIds(dirname(ruled), dialect.incidentId.pattern) });
  const severity = wanted.severity === undefined ? {} : { severity: wanted.severity };
  return {
    record: newPostmortem(dialect, { title, date, id, ...severity }),
    path: wanted.output ?? documentPath(dialect, { title, date, id }),
  };
}
