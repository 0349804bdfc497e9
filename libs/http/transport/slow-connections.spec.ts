import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { ExportPiece } from '@tenure/querying';
import { type Edge, startEdge } from '../testing/edge.js';
import { tokenOf } from '../testing/fake-engine.js';

/** More than the kernel buffers in transit, plus what is read within the patience. */
const LONG = 24_000_000;
const authorization = `Authorization: Bearer ${tokenOf('all')}`;

describe('a client that holds up the server', () => {
  let edge: Edge;
  let exportEnded: Promise<void>;
  let patienceMs = 300;
  const begin = async () => {
    let ended = (): void => {};
    exportEnded = new Promise((resolve) => (ended = resolve));
    async function* endless(): AsyncGenerator<ExportPiece> {
      try {
        for (;;) yield { bytes: new Uint8Array(500_000), rows: 500 };
      } finally {
        ended();
      }
    }
    edge = await startEdge((parts) => ({
      ...parts,
      settings: { ...parts.settings, patienceMs, leastBytes: 50, connections: 3 },
      ports: {
        ...parts.ports,
        queries: {
          ...parts.ports.queries!,
          run: async (_query, { customerId }) => ({
            answer: { customerId: (customerId as string).repeat(LONG), revision: 0 },
            asOf: { position: null, recordedAt: null, lagMs: 0 },
          }),
          export: async () => ({ asOf: { position: null, recordedAt: null, lagMs: 0 }, pieces: endless() }),
        },
      },
    }));
  };
  beforeEach(begin);
  afterEach(() => edge.close());

  const open = async (): Promise<Socket> => {
    const socket = connect(edge.port, '127.0.0.1').on('error', () => {});
    await once(socket, 'connect');
    return socket;
  };
  const textOf = async (socket: Socket): Promise<string> => {
    let text = '';
    for await (const piece of socket) text += piece;
    return text;
  };

  it.each(['application/json', 'application/x-ndjson'])('with a body (%s) that does not come in is answered 408', async (type) => {
    const socket = await open();
    socket.write(
      `POST /v1/commands${type.endsWith('json') && !type.includes('ndjson') ? '/RecordPurchase' : ''} HTTP/1.1\r\nHost: x\r\n${authorization}\r\nIdempotency-Key: k\r\nContent-Type: ${type}\r\nContent-Length: 500\r\n\r\n{"customerId"`,
    );
    const trickle = setInterval(() => socket.write(' '), 50);
    const text = await textOf(socket);
    clearInterval(trickle);
    if (type === 'application/json') expect(text).toContain('408');
  });

  it('with an answer that is not taken loses it, and what it had open is closed', async () => {
    const socket = await open();
    socket.pause();
    socket.write(`GET /v1/export/customer-file HTTP/1.1\r\nHost: x\r\n${authorization}\r\n\r\n`);
    await exportEnded;
    socket.destroy();
    expect((await edge.ask('/health/live')).status).toBe(200);
  });

  it('is another than one that takes a long answer slowly, but takes it', async () => {
    await edge.close();
    patienceMs = 1_500;
    await begin();
    patienceMs = 300;
    const socket = await open();
    socket.write(`GET /v1/customers/x HTTP/1.1\r\nHost: x\r\n${authorization}\r\nConnection: close\r\n\r\n`);
    let [bytes, head] = [0, ''];
    const begun = performance.now();
    for await (const piece of socket) {
      if (head === '') head = String(piece).split('\r\n\r\n')[0]!;
      bytes += piece.length;
      await delay(8);
    }
    expect(performance.now() - begun).toBeGreaterThan(2 * 1_500);
    expect(bytes).toBe(head.length + 4 + Number(/content-length: (\d+)/i.exec(head)![1]));
    expect(bytes).toBeGreaterThan(LONG);
  });

  it('is another than one that waits: for an answer, or for what is recorded next', async () => {
    const stream = await edge.ask('/v1/events/stream');
    const reader = stream.body!.getReader();
    await reader.read();
    await delay(1_000);
    edge.engine.record('customer-c1', 'PurchaseRecorded', {}, 'late');
    let text = '';
    while (!text.includes('PurchaseRecorded')) text += new TextDecoder().decode((await reader.read()).value);
    await reader.cancel();
  });

  it('is asked for a key before its body is read', async () => {
    const socket = await open();
    socket.write('POST /v1/commands/RecordPurchase HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n');
    const [first] = (await once(socket, 'data')) as [Buffer];
    expect(first.toString()).toContain('HTTP/1.1 401');
    socket.destroy();
  });

  it('is not let in beyond as many connections as may be', async () => {
    const sockets = [await open(), await open(), await open()];
    const surplus = await open();
    await once(surplus, 'close');
    for (const socket of sockets) socket.destroy();
  });
});
