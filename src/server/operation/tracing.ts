import { SpanStatusCode, trace } from '@opentelemetry/api';

/** Runs a use case inside a span of its name; nothing but the call where no tracing is set up. */
export type TraceUseCase = <Value>(name: string, run: () => Promise<Value>) => Promise<Value>;

/** Spans go to whatever OpenTelemetry SDK the process was started with (`node --import`), or nowhere. */
export const traceUseCase: TraceUseCase = (name, run) =>
  trace.getTracer('nevertwice').startActiveSpan(name, async (span) => {
    try {
      return await run();
    } catch (error) {
      span.recordException(error as Error);
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
