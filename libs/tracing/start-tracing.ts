import { propagation, trace } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, ParentBasedSampler, TraceIdRatioBasedSampler, TracerProvider } from '@opentelemetry/sdk-trace';
import { SettingsError } from '@tenure/settings';

export interface Tracing {
  /** Sends the remaining spans. An unreachable collector costs some seconds and a warning. */
  stop(): Promise<void>;
}

let active = false;

export function isTracing(): boolean {
  return active;
}

/**
 * Sends traces by OTLP over HTTP to the address in OpenTelemetry's own variables; without an address nothing is traced, at no cost.
 * `OTEL_TRACES_SAMPLER_ARG` is the share of the traces that begin here, 0 to 1: the sender of a `traceparent` has decided already.
 * The exporter itself reads headers, time-outs and certificates.
 * @throws SettingsError
 * @see https://opentelemetry.io/docs/specs/otel/protocol/exporter/
 */
export function startTracing(service: string, environment: NodeJS.ProcessEnv, warn: (message: string) => void): Tracing {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: all, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: traces, OTEL_SDK_DISABLED: disabled } = environment;
  if (disabled === 'true' || !(traces || all)) return { stop: async () => undefined };
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': environment['OTEL_SERVICE_NAME'] ?? service, 'service.namespace': 'tenure' }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(share(environment['OTEL_TRACES_SAMPLER_ARG'])) }),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter() })],
  });
  active = true;
  trace.setGlobalTracerProvider(provider);
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  return {
    async stop() {
      active = false;
      trace.disable();
      propagation.disable();
      await provider.shutdown().catch((error: Error) => warn(`The last traces could not be sent to ${traces || all}: ${error.message}`));
    },
  };
}

function share(text = '1'): number {
  const value = text === '' ? Number.NaN : Number(text);
  if (!(value >= 0 && value <= 1))
    throw new SettingsError([{ key: 'OTEL_TRACES_SAMPLER_ARG', detail: `"${text}" is not allowed; give the share of traces to keep, from 0 to 1` }]);
  return value;
}
