import { isIP } from 'node:net';
import type { HttpSettings } from '@tenure/http';
import { isLoopback, type Settings } from '@tenure/settings';

/** What the engine's settings say about its edge. */
export function httpSettings(
  settings: Pick<Settings, 'trustedProxies' | 'allowedHosts' | 'host' | 'connections' | 'streamsPerKey'>,
  version: string,
): HttpSettings {
  const { trustedProxies, connections, streamsPerKey } = settings;
  return { version, trustedProxies: trustedProxies?.split(',') ?? [], allowedHosts: allowedHosts(settings), connections, streamsPerKey };
}

/** Null for a host that other machines reach: people and gateways use names for it that the engine does not know. */
function allowedHosts({ allowedHosts, host }: Pick<Settings, 'allowedHosts' | 'host'>): readonly string[] | null {
  if (allowedHosts !== null) return isIP(host) === 0 ? [...allowedHosts.split(','), host] : allowedHosts.split(',');
  return isLoopback(host) ? [] : null;
}
