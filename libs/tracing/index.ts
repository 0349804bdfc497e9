export { SpanKind } from '@opentelemetry/api';
export { isTracing, startTracing, type Tracing } from './start-tracing.js';
export { type Traced, traceBatch } from './trace-batch.js';
export { startSpan, traceparentOf } from './trace-context.js';
