import { isIP } from 'node:net';
import type { HttpSettings } from '@tenure/http';
import { isLoopback, type Settings } from '@tenure/settings';

/** What the engine's settings say about its edge. */
export function httpSettings(settings: Pick<Settings, 'trustedProxies' | 'allowedHosts' | 'host'>, version: string): HttpSettings {
  return { version, trustedProxies: settings.trustedProxies?.split(',') ?? [], allowedHosts: allowedHosts(settings) };
}

/** Beyond this machine people and gateways have names for it that it does not know. */
function allowedHosts({ allowedHosts, host }: Pick<Settings, 'allowedHosts' | 'host'>): readonly string[] | null {
  if (allowedHosts !== null) return isIP(host) === 0 ? [...allowedHosts.split(','), host] : allowedHosts.split(',');
  return isLoopback(host) ? [] : null;
}
