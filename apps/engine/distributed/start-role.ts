import { createHttpApplication, type Entrance } from '@tenure/http';
import { monthSecretCollection, secretCollection } from '@tenure/log-secret/mongodb';
import { momentsOf } from '@tenure/querying';
import type { Settings } from '@tenure/settings';
import type { Logger } from 'pino';
import { Counter, Gauge, Registry } from 'prom-client';
import { httpSettings } from '../process/http-settings.js';
import { openAccess } from '../process/open-access.js';
import { opening } from '../process/opened.js';
import { secretOfLog } from '../process/secret-of-log.js';
import { version } from '../version.js';
import { namesOf } from './names.js';
import type { RunningProcess } from './run-role.js';
import type { Metric, RunningRole } from './running-role.js';

export type StartRole = (settings: Settings, logger: Logger, signal: AbortSignal) => Promise<RunningRole>;

/** A role without an edge of its own, with routes for health, status and metrics. */
export function startRole(start: StartRole, settings: Settings, logger: Logger, entrance: Entrance, signal: AbortSignal): Promise<RunningProcess> {
  return opening(async (opened) => {
    const role = opened.add(await start(settings, logger, signal));
    const { log } = role;
    const mongodb = { url: settings.mongodbUrl!, database: namesOf(settings).database };
    const secret = secretOfLog(log, settings.logSecret, secretCollection(mongodb));
    const access = await openAccess({ log, secret, monthSecrets: monthSecretCollection(mongodb), settings, logger }, opened);
    const http = opened.add(
      await createHttpApplication(
        {
          ports: { ...access, moments: momentsOf(log, settings.timezone), health: role.health },
          logger,
          metrics: metricsOf(role),
          settings: httpSettings(settings, version),
        },
        entrance,
      ),
    );
    const { url } = await http.listen(settings);
    return { url, cluster: role.log.cluster, moved: role.log.moved, close: () => opened.close() };
  });
}

/** Measured on request: a metric that nobody reads costs nothing. */
function metricsOf(role: RunningRole): Registry {
  const registry = new Registry();
  const known = new Map<string, Gauge | Counter>();
  const stands =
    (Kind: typeof Gauge | typeof Counter): Metric =>
    (name, help, value, labels = {}) => {
      const metric = known.get(name) ?? new Kind({ name, help, labelNames: Object.keys(labels), registers: [registry] });
      known.set(name, metric);
      metric.inc(labels, value);
    };
  const metrics = { gauge: stands(Gauge), counter: stands(Counter) };
  const collect = () => {
    for (const metric of known.values()) metric.reset();
    role.measure(metrics);
  };
  // The first in the registry: it measures before the others are read.
  new Gauge({
    name: 'tenure_up',
    help: 'Whether this process is ready.',
    registers: [registry],
    collect: async function () {
      collect();
      this.set((await role.health.notReady()).length === 0 ? 1 : 0);
    },
  });
  // A metric created while they are read shows from the next request on.
  collect();
  return registry;
}
