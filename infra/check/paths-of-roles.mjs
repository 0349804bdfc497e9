import { commands } from '../../libs/customer/dist/index.js';
import { createHttpApplication } from '../../libs/http/dist/index.js';
import { readModels } from '../../projections/dist/index.js';

/** Captures the ports that each role's main.ts gives to the edge. No port is called here. */
const roles = {
  'command-api': { ports: { commands: {}, importer: { kinds: ['purchases'], options: [] } }, commands },
  'query-api': { ports: { queries: {}, events: {}, operations: {} }, readModels },
  analyst: { ports: { models: {} } },
};

/** For each role, the operations in its own OpenAPI document: `GET /v1/events`, ... */
export async function pathsOfRoles() {
  const served = {};
  for (const [role, { ports, ...parts }] of Object.entries(roles)) {
    const keys = { authenticate: () => null, list: () => [] };
    const health = { notReady: async () => [] };
    const http = await createHttpApplication({ ports: { keys, health, ...ports }, ...parts, settings: { version: '0' } });
    const { url } = await http.listen({ host: '127.0.0.1', port: 0 });
    const { paths } = await (await fetch(`${url}/openapi.json`)).json();
    await http.close();
    served[role] = new Set(Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`)));
  }
  return served;
}
