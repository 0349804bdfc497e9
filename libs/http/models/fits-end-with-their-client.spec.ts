import type { Models } from '../ports.js';
import { type Edge, startEdge } from '../testing/edge.js';

let edge: Edge;
let begun: Promise<void>;
let cut: Promise<void>;
beforeAll(async () => {
  let [begins, cuts] = [() => undefined as void, () => undefined as void];
  begun = new Promise((resolve) => (begins = resolve));
  cut = new Promise((resolve) => (cuts = resolve));
  const untilCut = (signal: AbortSignal) =>
    new Promise<never>((_, reject) => {
      begins();
      signal.addEventListener('abort', () => {
        cuts();
        reject(signal.reason);
      });
    });
  const models = { fit: (_request, _actor, options) => untilCut(options!.signal!) } as Pick<Models, 'fit'>;
  edge = await startEdge((parts) => ({ ...parts, ports: { ...parts.ports, models: { ...parts.ports.models!, ...models } } }));
});
afterAll(() => edge.close());

it('a fit ends when whoever asked for it has gone', async () => {
  const gone = new AbortController();
  const asked = edge.ask('/v1/models/bg-nbd/fits', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}', signal: gone.signal });
  await begun;
  gone.abort();
  await expect(asked).rejects.toThrow();
  await cut;
});
