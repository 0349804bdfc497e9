import createClient, { type Client } from 'openapi-fetch';
import type { paths } from './api.generated.js';
import type { ClientOptions } from './client.js';
import { problemOf } from './problem-error.js';
import { asUnreachable } from './unreachable.js';

/**
 * Every route with its parameters and bodies as `openapi.json` declares them, for programs that send commands and ask
 * questions: `apiOf(options).POST('/v1/commands/RecordPurchase', {...})`. Throws as `TenureClient` does.
 */
export function apiOf({ url, token, signal }: ClientOptions): Client<paths> {
  const headers = token === null ? {} : { authorization: `Bearer ${token}` };
  const api = createClient<paths>({ baseUrl: url, headers, ...(signal ? { signal } : {}) });
  api.use({
    async onResponse({ response }) {
      if (!response.ok) throw problemOf(response.status, await response.text());
    },
    onError: ({ error }) => asUnreachable(url, error) as Error,
  });
  return api;
}
