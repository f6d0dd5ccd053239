import { context, propagation, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';

// Spans go to whatever OpenTelemetry SDK the process was started with (`node --import`), or nowhere.

/** Runs a use case inside a span of its name; nothing but the call where no tracing is set up. */
export type TraceUseCase = <Value>(name: string, run: () => Promise<Value>) => Promise<Value>;

/** A request, and how it ended. */
export interface TracedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly run: () => Promise<{ readonly route: string | undefined; readonly status: number }>;
}

const tracer = () => trace.getTracer('nevertwice');

/** Runs a use case inside a span of its name. */
export const traceUseCase: TraceUseCase = (name, run) =>
  tracer().startActiveSpan(name, (span) =>
    ending(span, async () => {
      try {
        return await run();
      } catch (error) {
        span.recordException(error as Error);
        span.setStatus({ code: SpanStatusCode.ERROR });
        throw error;
      }
    }),
  );

/** Runs a request inside a span that goes on with the trace of whoever sent it. */
export async function traceRequest(request: TracedRequest): Promise<void> {
  const { headers, method, path, run } = request;
  const carrier = {
    get: (from: Headers, name: string) => from.get(name) ?? undefined,
    keys: (from: Headers) => [...from.keys()],
  };
  const parent = propagation.extract(context.active(), headers, carrier);
  const options = { kind: SpanKind.SERVER, attributes: { 'http.request.method': method, 'url.path': path } };
  await tracer().startActiveSpan(method, options, parent, (span) =>
    ending(span, async () => {
      const { route, status } = await run();
      if (route !== undefined) span.updateName(`${method} ${route}`);
      span.setAttribute('http.response.status_code', status);
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
    }),
  );
}

async function ending<Value>(span: Span, run: () => Promise<Value>): Promise<Value> {
  try {
    return await run();
  } finally {
    span.end();
  }
}
