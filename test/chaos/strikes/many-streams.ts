import { cutOff, type Strike } from '../strike.js';

export const manyStreams: Strike = {
  name: 'many follow the events, and go',
  async strike({ engine, random }) {
    await Promise.all(
      Array.from({ length: 150 }, () => {
        const abort = new AbortController();
        return cutOff(engine.client.open('/v1/events/stream', { signal: abort.signal }), abort, 200 + random.below(2_000));
      }),
    );
  },
};
