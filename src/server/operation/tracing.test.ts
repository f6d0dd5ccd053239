import { type Span, SpanStatusCode, trace } from '@opentelemetry/api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { traceRequest, traceUseCase } from './tracing.ts';

interface Recorded {
  name: string;
  status?: number;
  readonly attributes: Record<string, unknown>;
  ended: boolean;
}

const spans: Recorded[] = [];

/** A tracer that remembers, in the place of an SDK. */
function recorder(name: string) {
  const recorded: Recorded = { name, attributes: {}, ended: false };
  spans.push(recorded);
  return {
    updateName: (next: string) => (recorded.name = next),
    setAttribute: (key: string, value: unknown) => (recorded.attributes[key] = value),
    setStatus: ({ code }: { code: number }) => (recorded.status = code),
    recordException: () => {},
    end: () => (recorded.ended = true),
  } as unknown as Span;
}

beforeEach(() => {
  const startActiveSpan = (name: string, ...rest: unknown[]) =>
    (rest.at(-1) as (span: Span) => unknown)(recorder(name));
  trace.setGlobalTracerProvider({ getTracer: () => ({ startActiveSpan }) as never });
});

afterEach(() => {
  trace.disable();
  spans.length = 0;
});

describe('tracing', () => {
  it('has a span for each request, named after its operation', async () => {
    const run = () => Promise.resolve({ route: 'getPostmortem', status: 200 });
    await traceRequest({ method: 'GET', path: '/api/v1/postmortems/7', headers: new Headers(), run });
    const attributes = { 'http.response.status_code': 200 };
    expect(spans).toEqual([{ name: 'GET getPostmortem', attributes, ended: true }]);
  });

  it('marks what failed', async () => {
    const run = () => Promise.resolve({ route: undefined, status: 503 });
    await traceRequest({ method: 'GET', path: '/', headers: new Headers(), run });
    await expect(traceUseCase('getHome', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(spans).toMatchObject([
      { name: 'GET', status: SpanStatusCode.ERROR, ended: true },
      { name: 'getHome', status: SpanStatusCode.ERROR, ended: true },
    ]);
  });

  it('changes nothing where nobody traces', async () => {
    trace.disable();
    expect(await traceUseCase('getHome', () => Promise.resolve(7))).toBe(7);
  });
});
