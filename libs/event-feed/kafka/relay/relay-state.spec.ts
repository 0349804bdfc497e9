import { relayStateContract } from './contract/relay-state.contract.js';
import { MemoryRelayState, newLease } from './memory-relay-state.js';

relayStateContract('memory', async () => ({
  async open(now) {
    const shared = newLease();
    return { first: new MemoryRelayState(shared, now), second: new MemoryRelayState(shared, now) };
  },
  dispose: async () => undefined,
}));
