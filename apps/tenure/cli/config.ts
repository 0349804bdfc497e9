import type { DescribedSetting } from '@tenure/settings';
import { tableOf } from './output/table.js';
import type { Session } from './session.js';
import type { Verb } from './verb.js';

export const config: Verb = {
  name: 'config',
  summary: 'every setting, its value and where that comes from',
  examples: ['tenure config', 'tenure config --data ./other', 'tenure config --json'],
  notes: ['Flags go before the environment, that before tenure.config.json, that before defaults. Secrets are not shown.'],
  async run(session: Session) {
    const resolved = await session.settings();
    const { describeSettings } = await import('@tenure/settings');
    session.output.answer({ settings: describeSettings(resolved) }, ({ settings }) => configTable(settings));
  },
};

function configTable(settings: readonly DescribedSetting[]): string {
  return tableOf(settings, [
    { title: 'setting', value: ({ name }) => name },
    { title: 'value', value: ({ value }) => (value === null ? null : String(value)) },
    { title: 'from', value: ({ origin }) => origin.name },
    { title: 'environment', value: ({ environment }) => environment },
    { title: 'allowed', value: ({ allowed }) => allowed },
  ]);
}
