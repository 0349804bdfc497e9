import { AccessKeys, principalOfAllRoles } from '@tenure/access';
import { createHttpApplication, type Entrance } from '@tenure/http';
import type { Settings } from '@tenure/settings';
import type { Logger } from 'pino';
import { Gauge, Registry } from 'prom-client';
import { keepKeysCurrent } from './keep-keys-current.js';
import { opening } from './opened.js';
import type { RunningProcess } from './run-role.js';
import type { RunningRole } from './running-role.js';

export type StartRole = (settings: Settings, logger: Logger, signal: AbortSignal) => Promise<RunningRole>;

/** A role without an edge of its own, with routes for health, status and metrics. */
export function startRole(
  start: StartRole,
  settings: Settings,
  logger: Logger,
  version: string,
  entrance: Entrance,
  signal: AbortSignal,
): Promise<RunningProcess> {
  return opening(async (opened) => {
    const role = opened.add(await start(settings, logger, signal));
    const unstored = settings.apiKey ? [{ token: settings.apiKey, principal: principalOfAllRoles('TENURE_API_KEY', 'TENURE_API_KEY') }] : [];
    const keys = await AccessKeys.load({ log: role.log, unstored });
    const http = opened.add(
      await createHttpApplication({ ports: { keys, health: role.health }, logger, metrics: gaugesOf(role), settings: { version } }, entrance),
    );
    opened.closing(keepKeysCurrent(keys, logger));
    const { url } = await http.listen(settings);
    return { url, close: () => opened.close() };
  });
}

/** Read when they are asked for: a gauge that nobody looks at costs nothing. */
function gaugesOf(role: RunningRole): Registry {
  const registry = new Registry();
  const gauges = new Map<string, Gauge>();
  const collect = () => {
    for (const gauge of gauges.values()) gauge.reset();
    role.measure((name, help, value, labels = {}) => {
      let gauge = gauges.get(name);
      if (!gauge) {
        gauge = new Gauge({ name, help, labelNames: Object.keys(labels), registers: [registry] });
        gauges.set(name, gauge);
      }
      gauge.set(labels, value);
    });
  };
  new Gauge({
    name: 'tenure_up',
    help: 'Whether this process is ready.',
    registers: [registry],
    collect: async function () {
      collect();
      this.set((await role.health.notReady()).length === 0 ? 1 : 0);
    },
  });
  return registry;
}
