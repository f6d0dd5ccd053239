import { resolveRecord, toLine, type Postmortem } from '#core/record';

import { type DialectChoice, dialectOf } from './dialects/index.ts';

/** What is known of an incident when its document is opened. */
export interface NewPostmortem {
  readonly title?: string;
  /** Day of the incident, `2026-02-23`. */
  readonly date?: string;
  readonly severity?: string;
  readonly id?: string;
}

/** An empty record for a new document, with what is known so far. Render it with prompts and guidance. */
export function newPostmortem(dialect: DialectChoice, known: NewPostmortem): Postmortem {
  const { id: dialectId, zone, seed } = dialectOf(dialect);
  const [title, date, severity, id] = [known.title, known.date, known.severity, known.id].map((text) =>
    toLine(text ?? ''),
  );
  const written = { instant: null, precision: 'unknown', approximate: false, zone: null, zoneStated: false } as const;
  const incident = {
    ...(id === undefined ? {} : { id }),
    ...(date === undefined ? {} : { date: { written: date, ...written } }),
  };
  return resolveRecord({
    dialect: dialectId,
    ...(title === undefined ? {} : { title }),
    ...(severity === undefined ? {} : { severity: { label: severity } }),
    ...(Object.keys(incident).length === 0 ? {} : { incident }),
    timelineZone: zone,
    ...seed,
    timeline: [],
    actions: [],
  });
}
