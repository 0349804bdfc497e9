import { type Attributes, type Context, isSpanContextValid, propagation, ROOT_CONTEXT, type Span, type SpanKind, trace } from '@opentelemetry/api';

const TRACER = 'tenure';

export interface SpanStart {
  readonly kind: SpanKind;
  /** W3C Trace Context of the cause; without one a new trace begins. */
  readonly traceparent?: string;
  /** Epoch milliseconds; now by default. */
  readonly startTime?: number;
  readonly attributes?: Attributes;
}

export function startSpan(name: string, { traceparent, ...options }: SpanStart): Span {
  return trace.getTracer(TRACER).startSpan(name, options, contextOf(traceparent));
}

/** W3C Trace Context, https://www.w3.org/TR/trace-context/#traceparent-header; undefined if the span is not recorded. */
export function traceparentOf(span: Span): string | undefined {
  const context = span.spanContext();
  if (!span.isRecording() || !isSpanContextValid(context)) return undefined;
  return `00-${context.traceId}-${context.spanId}-${context.traceFlags.toString(16).padStart(2, '0')}`;
}

/** An invalid `traceparent` is ignored, as the recommendation says. */
function contextOf(traceparent: string | undefined): Context {
  return traceparent === undefined ? ROOT_CONTEXT : propagation.extract(ROOT_CONTEXT, { traceparent });
}
