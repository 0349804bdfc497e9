import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { EngineProcess } from '../engine/engine-process.js';
import { onDistributed } from '../engine/profile.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

interface Span {
  readonly service: string;
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
}

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const CALLER = '00f067aa0ba902b7';
const LONGEST_WAIT_MS = 40_000;

/** The part of an OpenTelemetry collector that the engine sees: it takes OTLP over HTTP in JSON. */
class Collector {
  readonly spans: Span[] = [];
  readonly #server: Server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text) => (body += text));
    request.on('end', () => {
      this.#take(JSON.parse(body));
      response.setHeader('content-type', 'application/json').end('{}');
    });
  });

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  // biome-ignore lint/suspicious/noExplicitAny: OTLP as it comes
  #take({ resourceSpans }: any): void {
    for (const { resource, scopeSpans } of resourceSpans) {
      // biome-ignore lint/suspicious/noExplicitAny: as above
      const service = resource.attributes.find(({ key }: any) => key === 'service.name').value.stringValue;
      for (const { spans } of scopeSpans) for (const span of spans) this.spans.push({ service, ...span });
    }
  }
}

describe('a command that comes with a trace', () => {
  let engine: EngineProcess;
  const collector = new Collector();

  beforeAll(async () => {
    const endpoint = await collector.listen();
    const environment = { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_TRACES_SAMPLER_ARG: '0' };
    engine = await EngineProcess.start({ data: join(temporaryFolder(), 'data'), environment });
  }, 90_000);
  afterAll(async () => {
    await engine.stop();
    collector.close();
    removeTemporaryFolders();
  });

  async function found(name: string | RegExp): Promise<Span> {
    for (const deadline = performance.now() + LONGEST_WAIT_MS; performance.now() < deadline; await delay(100)) {
      const span = collector.spans.find((each) => each.traceId === TRACE && (typeof name === 'string' ? each.name === name : name.test(each.name)));
      if (span) return span;
    }
    throw new Error(`There is no span ${name} among ${JSON.stringify(collector.spans)}.`);
  }

  it('is seen in that trace at every step', async () => {
    const response = await engine.client.open('/v1/commands/RegisterCustomer', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'traced', traceparent: `00-${TRACE}-${CALLER}-01` },
      body: JSON.stringify({ customerId: 'C-1' }),
    });
    expect(response.status).toBe(201);
    const request = await found('POST /v1/commands/:name');
    expect(request.parentSpanId).toBe(CALLER);
    if (!onDistributed) return;
    const [sent, projected] = [await found(/^send .*customer-events\.v1$/), await found('project')];
    expect([sent.parentSpanId, projected.parentSpanId]).toEqual([request.spanId, request.spanId]);
    expect([request.service, sent.service, projected.service]).toEqual(['tenure', 'tenure-relay', 'tenure-projector']);
  });

  it('is one of few: what comes without a trace, or with one that nobody keeps, is not recorded', async () => {
    await engine.client.accept('RegisterCustomer', { customerId: 'C-2' });
    await engine.client.accept('RegisterCustomer', { customerId: 'C-3' });
    await delay(1_000);
    expect(collector.spans.filter(({ traceId }) => traceId !== TRACE)).toEqual([]);
  });
});
