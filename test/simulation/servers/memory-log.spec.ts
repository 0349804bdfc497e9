import { eventLogContract, keyedOfContract } from '@tenure/event-log/contract';
import { MemoryLog } from './memory-log.js';

eventLogContract('memory, of the simulation', async () => ({
  open: async () => new MemoryLog(Date.now, keyedOfContract),
  reopen: async (log) => log,
  dispose: async () => undefined,
}));
