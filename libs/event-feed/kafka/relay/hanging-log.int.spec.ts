import { Gate } from '../testing/gate.js';
import { complete, firstAppearances, readTopic } from '../testing/read-topic.js';
import { Stage, until } from '../testing/stage.js';
import { MemoryRelayState } from './memory-relay-state.js';
import { Relay } from './relay.js';

describe('a relay whose log does not answer', () => {
  let stage: Stage;
  afterAll(async () => {
    await stage.strike();
  }, 60_000);

  it('turns unhealthy by its lack of progress, says that it begins anew, and goes on when the log answers', async () => {
    stage = await Stage.set();
    await stage.append(5, 2);
    const relay = new Relay(stage.log, new MemoryRelayState(), { ...stage.relaySettings('hanging'), stallAfterMs: 1_500 });
    await relay.start();
    await until(() => relay.progress().lagEvents === 0);
    const hanging = new Gate();
    const readAll = stage.log.readAll.bind(stage.log);
    const slow = hanging.before({ readAll }, ['readAll']);
    // The watch asks for one event; only the relay's own reading hangs.
    stage.log.readAll = (options) => (options.limit === 1 ? readAll(options) : slow.readAll(options));
    hanging.shut();
    await stage.append(5, 2);
    await until(() => !relay.progress().healthy);
    await until(() => relay.progress().lastError?.includes('beginning anew') ?? false);
    expect(relay.progress().lagEvents).toBe(10);
    hanging.open();
    const head = (await stage.log.head())!.position;
    await until(() => relay.progress().position === head);
    await until(() => relay.progress().healthy);
    await relay.stop();
    expect(firstAppearances((await readTopic(stage.kafka.brokers, 'hanging')).map(({ event }) => event))).toEqual(complete(5, 4));
  }, 120_000);
});
