import { type Attributes, type SpanKind, SpanStatusCode } from '@opentelemetry/api';
import { startSpan } from './trace-context.js';

export interface Traced {
  readonly traceparent: string;
  readonly attributes: Attributes;
}

/** Does the work on a batch, and shows it in each trace that one of its parts belongs to. */
export async function traceBatch<T>(name: string, kind: SpanKind, traced: readonly Traced[], work: () => Promise<T>): Promise<T> {
  const spans = traced.map((each) => startSpan(name, { kind, ...each }));
  try {
    return await work();
  } catch (error) {
    for (const span of spans) span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.message : String(error) });
    throw error;
  } finally {
    for (const span of spans) span.end();
  }
}
