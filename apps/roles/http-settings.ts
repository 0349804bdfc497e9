import type { HttpSettings } from '@tenure/http';
import type { Settings } from '@tenure/settings';

/** What the engine's settings say about its edge. */
export function httpSettings({ trustedProxies }: Pick<Settings, 'trustedProxies'>, version: string): HttpSettings {
  return { version, trustedProxies: trustedProxies?.split(',') ?? [] };
}
