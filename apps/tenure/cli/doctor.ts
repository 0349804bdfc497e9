import type { Check } from './doctor/check.js';
import { runChecks } from './doctor/checks.js';
import { tableOf } from './output/table.js';
import type { Session } from './session.js';
import type { Verb } from './verb.js';

export const doctor: Verb = {
  name: 'doctor',
  summary: 'checks what the engine needs on this machine, each with a remedy',
  examples: ['tenure doctor', 'tenure doctor --data ./shop --json'],
  notes: ['Works with a running engine and without one. Exit 1 when something is wrong.'],
  async run(session: Session) {
    const { settings } = await session.settings();
    const checks = await runChecks(settings, session);
    const ok = checks.every((check) => check.ok);
    session.output.answer({ ok, checks }, (answer) => checksText(answer.checks));
    return ok ? 0 : 1;
  },
};

function checksText(checks: readonly Check[]): string {
  const table = tableOf(checks, [
    { title: '', value: ({ ok }) => (ok ? 'ok' : 'WRONG') },
    { title: 'check', value: ({ name }) => name },
    { title: 'found', value: ({ found }) => found },
  ]);
  const remedies = checks.filter(({ ok }) => !ok).map(({ name, remedy }) => `${name}: ${remedy}`);
  return remedies.length === 0 ? table : `${table}\n\n${remedies.join('\n')}`;
}
