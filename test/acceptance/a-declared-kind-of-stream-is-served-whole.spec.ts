import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Role, roles } from '@tenure/access';
import { streamKinds } from '@tenure/engine/stream-kinds';
import type { Client, Event } from '../engine/client.js';
import { tenure } from '../engine/command-line.js';
import { EngineProcess } from '../engine/engine-process.js';
import { asCsv, inventedPurchases } from '../engine/invented-purchases.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';
import { validCommands } from '../fuzz/valid-commands.js';

/** Prepares what the example of a command requires; answers with the fields that the example then needs. */
const given: Readonly<Record<string, (client: Client) => Promise<object>>> = {
  PromoteModel: async (client) => ({ fit: await fitted(client) }),
  RetireModel: async (client) => {
    await client.accept('PromoteModel', { model: 'mbg-nbd', fit: await fitted(client) });
    return { currency: null };
  },
  WithdrawTerm: async (client) => {
    await client.accept('StateMargin', statedMargin);
    return { severity: null };
  },
};

const statedMargin = { figure: 'lifetime-value', reason: 'as the accounts say', from: '2026-01-01', currency: 'USD', product: 'blue-lamp', share: 0.4 };

async function fitted(client: Client): Promise<string> {
  return (await client.post<{ position: string }>('/v1/models/mbg-nbd/fits', {})).position;
}

interface Accepted {
  readonly commandId: string;
  readonly revision: number;
  readonly events: readonly { readonly eventId: string; readonly type: string }[];
  readonly [idField: string]: unknown;
}

/** From test/dist/acceptance to the samples of the engine. */
const sampleOf = (type: string) => new URL(`../../../apps/engine/process/golden/${type}.v1.json`, import.meta.url);

describe('of every kind of stream with commands', () => {
  let data: string;
  let engine: EngineProcess;
  const keys = new Map<Role, Client>();

  beforeAll(async () => {
    data = join(temporaryFolder(), 'data');
    engine = await EngineProcess.start({ data });
    await engine.client.importFile('purchases', asCsv(inventedPurchases({ customers: 250, seed: 7 })), {});
    for (const role of roles) {
      const { token } = await engine.client.post<{ token: string }>('/v1/keys', { name: role, roles: [role] });
      keys.set(role, engine.client.with(token));
    }
    await engine.client.current('/v1/totals');
  }, 180_000);
  afterAll(async () => {
    await engine.stop();
    removeTemporaryFolders();
  });

  describe.each(streamKinds.commands.map(({ kind, name, command }) => [name, { kind, command }] as const))('%s', (name, { kind, command }) => {
    const key = `key of ${name}`.replaceAll(' ', '-');
    let needed: object;
    let body: Readonly<Record<string, unknown>>;
    let accepted: Accepted;

    it('is accepted with the example of its description, once it has what it needs', async () => {
      needed = (await given[name]?.(engine.client)) ?? {};
      body = { ...validCommands[name], ...needed };
      const answer = await engine.client.send(name, body, { key });
      expect([answer.status, answer.text]).toEqual([201, expect.any(String)]);
      accepted = answer.json<Accepted>();
      expect(accepted).toMatchObject({ commandId: key, [kind.idField]: body[kind.idField] });
      expect(answer.headers.get('etag')).toBe(`"${accepted.revision}"`);
      expect(accepted.events.length).toBeGreaterThan(0);
    }, 60_000);

    it('records events that its kind declares, of which there are samples', () => {
      for (const { type } of accepted.events) {
        expect(kind.eventTypes).toContain(type);
        expect([type, existsSync(sampleOf(type))]).toEqual([type, true]);
      }
    });

    it('is answered again under the same key: over its route, as a line of many, on the command line', async () => {
      const again = await engine.client.send(name, body, { key });
      expect([again.status, again.headers.get('idempotency-replayed'), again.json()]).toEqual([200, 'true', accepted]);
      const [line] = await engine.client.bulk([{ command: name, id: key, data: body }]);
      expect(line).toMatchObject({ status: 200, [kind.idField]: accepted[kind.idField], revision: accepted.revision });
      const words = ['command', name, '--id', key, '--data-json', JSON.stringify(body), '--url', engine.url, '--json'];
      expect((await tenure(words, { cwd: dirname(data) })).json()).toEqual(accepted);
    }, 60_000);

    it('is refused under the same key with another body, and at another revision', async () => {
      const free = Object.keys(body).filter((field) => field !== kind.idField && !(field in needed) && typeof body[field] === 'string');
      expect([name, free.length > 0]).toEqual([name, true]);
      const text = free.includes('reason') ? 'reason' : free[0]!;
      const other = { ...body, [text]: `${body[text]} after all` };
      expect((await engine.client.send(name, other, { key })).json()).toMatchObject({ status: 422, code: 'key-reused' });
      const late = await engine.client.send(name, body, { key: `${key}-2`, revision: 1_000_000 });
      expect(late.json()).toMatchObject({ status: 412, code: 'revision-mismatch', currentRevision: expect.any(Number) });
      expect((await engine.client.send(name, { ...body, nonsense: 1 }, { key: `${key}-3` })).json()).toMatchObject({
        status: 400,
        errors: [{ pointer: '/nonsense' }],
      });
    });

    it('is sent by the roles that it names and by no other, alone and as a line', async () => {
      for (const role of roles) {
        const maySend = command.senders.includes(role);
        expect([role, (await keys.get(role)!.send(name, body, { key })).status]).toEqual([role, maySend ? 200 : 403]);
        const lines = await keys.get(role)!.ask('/v1/commands', {
          method: 'POST',
          headers: { 'content-type': 'application/x-ndjson' },
          body: JSON.stringify({ command: name, id: key, data: body }),
        });
        const status = lines.status === 207 ? lines.json<{ status: number }>().status : lines.status;
        expect([role, status]).toEqual([role, maySend ? 200 : 403]);
      }
    });

    it('is read back in the history of its stream by those who may, and by no other', async () => {
      const history = `/v1/streams/${kind.name}/${accepted[kind.idField]}/events?from=${accepted.revision - accepted.events.length + 1}`;
      const ids = accepted.events.map(({ eventId }) => eventId);
      for (const role of roles) {
        const answer = await keys.get(role)!.ask(history);
        const readsLog = (await keys.get(role)!.ask('/v1/events?limit=1')).status === 200;
        const seen = readsLog ? (await keys.get(role)!.events()).filter(({ id }) => ids.includes(id)) : [];
        if (!(kind.readers as readonly Role[]).includes(role)) {
          expect([role, answer.status, seen]).toEqual([role, 403, []]);
          continue;
        }
        const { items } = answer.json<{ items: Event[] }>();
        expect([role, items.slice(0, ids.length)]).toMatchObject([role, ids.map((id) => ({ id, commandid: key }))]);
        expect([role, seen.map(({ id }) => id)]).toEqual([role, ids]);
      }
    });
  });

  it('refusals of commands on models are answered as before they were declared', async () => {
    const send = async (name: string, data: object) => (await engine.client.send(name, data)).json();
    const refused = { status: 400, code: 'invalid-parameter' };
    const noFit = await engine.client.head();
    expect(await send('PromoteModel', { model: 'mbg-nbd', fit: noFit })).toMatchObject({ ...refused, errors: [{ pointer: '/fit', code: 'fit-unknown' }] });
    expect(await send('PromoteModel', { model: 'mbg-nbd', fit: 'x' })).toMatchObject({ ...refused, errors: [{ pointer: '/fit', code: 'wrong-position' }] });
    expect(await send('RetireModel', { model: 'nbd' })).toMatchObject({ ...refused, errors: [{ pointer: '/currency', code: 'not-promoted' }] });
    expect(await send('RetireModel', { model: 'bg' })).toMatchObject({
      status: 404,
      code: 'model-unknown',
      detail: expect.stringContaining('There are: nbd, '),
    });
  });
});
