export { createLog, type LogLevel, type ServerLog } from './create-log.ts';
export { createMetrics, type Metrics } from './create-metrics.ts';
export { logRequest } from './log-request.ts';
export { mountOperation } from './mount-operation.ts';
export { restMemory } from './rest-memory.ts';
export { traceUseCase } from './tracing.ts';
