import { setTimeout as delay } from 'node:timers/promises';
import { complete, firstAppearances, readTopic } from '../testing/read-topic.js';
import { Stage, until } from '../testing/stage.js';
import { MemoryRelayState } from './memory-relay-state.js';
import { Relay } from './relay.js';

describe('the relay, when brokers go away', () => {
  let stage: Stage;
  afterEach(() => stage.strike(), 60_000);

  const caughtUp = async (relay: Relay) => {
    const head = (await stage.log.head())!.position;
    await until(() => relay.progress().position === head);
  };

  it('goes on when one broker of three stops without closing its connections', async () => {
    stage = await Stage.set(3);
    const { brokers } = stage.kafka;
    const relay = new Relay(stage.log, new MemoryRelayState(), { ...stage.relaySettings('stopped'), connection: { brokers, clientId: 'test' } });
    await relay.start();
    await stage.append(20, 1);
    await caughtUp(relay);
    const stopped = stage.kafka.pids[0]!;
    process.kill(stopped, 'SIGSTOP');
    await stage.append(20, 2);
    await caughtUp(relay);
    process.kill(stopped, 'SIGCONT');
    await relay.stop();
    expect(firstAppearances((await readTopic(brokers, 'stopped')).map(({ event }) => event))).toEqual(complete(20, 3));
  }, 180_000);

  it('misses nothing while the only broker is killed and restarted again and again; commands go on meanwhile', async () => {
    stage = await Stage.set();
    const relay = new Relay(stage.log, new MemoryRelayState(), stage.relaySettings('killed'));
    await relay.start();
    let rounds = 0;
    let killing = true;
    const appending = (async () => {
      while (killing) {
        await stage.append(20, 1);
        rounds += 1;
        await delay(50);
      }
    })();
    for (let n = 0; n < 3; n++) {
      const before = relay.progress().position;
      await until(() => relay.progress().position !== before);
      await stage.kafka.kill();
      const roundsThen = rounds;
      await until(() => relay.progress().lastError !== null && rounds > roundsThen + 5);
      expect(relay.progress()).toMatchObject({ lastError: expect.stringContaining(stage.kafka.brokers[0]!) });
      await until(() => (relay.progress().lagEvents ?? 0) > 0);
      await stage.kafka.restart();
    }
    killing = false;
    await appending;
    await caughtUp(relay);
    expect(relay.progress()).toMatchObject({ lastError: null, state: 'publishing' });
    await relay.stop();
    expect(firstAppearances((await readTopic(stage.kafka.brokers, 'killed')).map(({ event }) => event))).toEqual(complete(20, rounds));
  }, 240_000);

  it('misses nothing while partitions move from a killed broker to others', async () => {
    stage = await Stage.set(3);
    const relay = new Relay(stage.log, new MemoryRelayState(), stage.relaySettings('moved'));
    await relay.start();
    let rounds = 0;
    for (let index = 0; index < 3; index++) {
      await stage.append(20, 20);
      await stage.kafka.kill(index);
      await stage.append(20, 20);
      await caughtUp(relay);
      await stage.kafka.restart(index);
      rounds += 40;
    }
    await relay.stop();
    expect(firstAppearances((await readTopic(stage.kafka.brokers, 'moved')).map(({ event }) => event))).toEqual(complete(20, rounds));
  }, 300_000);
});
