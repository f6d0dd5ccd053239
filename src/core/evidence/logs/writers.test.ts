import { describe, expect, it } from 'vitest';

import { createLineReader } from './line-record.ts';
import { surveyLog } from './survey-log.ts';
import { WRITERS } from './writers.data.ts';

describe('who wrote a line', () => {
  it.each(WRITERS.map(({ sample }) => sample))('is read from “$line”', ({ line, text, service, logger }) => {
    const record = createLineReader(surveyLog([line, line], null)).read(line);
    expect(record).toMatchObject({ text, service: service ?? null, logger: logger ?? null });
  });

  it('does not take a level out of the message', () => {
    const [{ sample }] = WRITERS.filter(({ behind }) => behind === 'time') as [(typeof WRITERS)[number]];
    expect(createLineReader(surveyLog([sample.line], null)).read(sample.line)).toMatchObject({ level: null });
  });
});
