import { setTimeout as delay } from 'node:timers/promises';
import pino from 'pino';
import { tellReadiness } from './tell-readiness.js';

it('each change is one line, however often it is looked at and whatever it counts', async () => {
  const lines: string[] = [];
  const logger = pino({ level: 'warn' }, { write: (line: string) => lines.push(JSON.parse(line).msg) });
  const states: Array<readonly string[] | Error> = [
    ['It starts.'],
    [],
    ['The disk is full.'],
    ['The disk is full.', '3 s late.'],
    ['The disk is full.', '4 s late.'],
    ['5 s late.'],
    new Error('No answer.'),
    [],
    [],
  ];
  const stop = new AbortController();
  const notReady = () => {
    const state = states.shift();
    if (states.length === 0) stop.abort();
    if (state instanceof Error) throw state;
    return state ?? [];
  };
  await Promise.race([tellReadiness({ notReady }, logger, stop.signal, 1), delay(10_000, undefined, { signal: stop.signal }).catch(() => undefined)]);
  expect(lines).toEqual(['Not ready: The disk is full.', 'Not ready: 3 s late.', 'Not ready: No answer.', 'Ready again.']);
});

it('it is looked at as soon as requests can come: what goes wrong before the next look is a change', async () => {
  const stop = new AbortController();
  let looks = 0;
  const notReady = () => {
    looks += 1;
    return [];
  };
  const telling = tellReadiness({ notReady }, pino({ level: 'silent' }), stop.signal, 60_000);
  await delay(20);
  expect(looks).toBe(1);
  stop.abort();
  await telling;
});
