import { join } from 'node:path';
import { tenure } from '../../engine/command-line.js';
import { type Strike, wait } from '../strike.js';

let copies = 0;

export const restoredLog: Strike = {
  name: 'an older log is restored beneath newer read models',
  async strike(company) {
    const { engine, ledger, random } = company;
    const acknowledged = latestPosition(ledger.sent);
    const copy = join(engine.folder, `${copies++}.backup`);
    const head = (await run(['backup', copy], engine.data)).json<{ position: string }>().position;
    if (head < acknowledged) throw new Error(`The backup ends at ${head}; ${acknowledged} was acknowledged before it began`);
    await wait(random.below(1_000));
    await company.changeWriters();
    if (random.chance(0.5)) await engine.kill();
    else await engine.stop();
    await run(['restore', copy, '--replace'], engine.data);
    ledger.forget(({ outcome }) => outcome.kind === 'accepted' && outcome.accepted.position > head);
    await engine.start();
  },
};

function latestPosition(sent: Iterable<{ readonly outcome: { readonly kind: string; readonly accepted?: { readonly position: string } } }>): string {
  let latest = '';
  for (const { outcome } of sent) if (outcome.accepted && outcome.accepted.position > latest) latest = outcome.accepted.position;
  return latest;
}

async function run(args: readonly string[], data: string) {
  const ran = await tenure([...args, '--data', data, '--json'], { cwd: join(data, '..') });
  if (ran.exitCode !== 0) throw new Error(`tenure ${args[0]} ended with ${ran.exitCode}: ${ran.stderr}`);
  return ran;
}
