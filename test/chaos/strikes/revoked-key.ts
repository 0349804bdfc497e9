import { type Strike, wait } from '../strike.js';

/** The promise is a second; the rest is for a busy machine. */
const PATIENCE_MS = 5_000;

export const revokedKey: Strike = {
  name: 'a key is revoked while its streams are open',
  async strike({ engine }) {
    const key = await engine.client.post<{ keyId: string; token: string }>('/v1/keys', { name: 'careless', roles: ['analyst', 'integrator', 'auditor'] });
    const careless = engine.client.with(key.token);
    const ends = Array.from({ length: 5 }, async () => {
      const response = await careless.open('/v1/events/stream');
      await response.arrayBuffer().catch(() => undefined);
    });
    await wait(200);
    await engine.client.ask(`/v1/keys/${key.keyId}/revoke`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ reason: 'found on a train' }),
    });
    const ended = await Promise.race([Promise.all(ends).then(() => true), wait(PATIENCE_MS).then(() => false)]);
    if (!ended) throw new Error(`A stream was still open ${PATIENCE_MS} ms after its key was revoked`);
    const { status } = await careless.ask('/v1/status');
    if (status !== 401) throw new Error(`A revoked key was answered ${status}`);
  },
};
