import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { pathsOfRoles } from './paths-of-roles.mjs';
import { root } from './root.mjs';

/** Paths that the gateway answers itself: its own health; the health and metrics of the roles stay inside. */
const ownPaths = ['/health/live', '/health/ready', '/metrics'];

/** Sends every path of every role through a real HAProxy: does it reach a role that serves it? */
export async function checkGateway({ haproxy }) {
  const paths = await pathsOfRoles();
  const servers = await Promise.all(Object.keys(paths).map(async (role) => [role, await echo(role)]));
  const ports = Object.fromEntries(servers.map(([role, server]) => [role, `127.0.0.1:${server.address().port}`]));
  const gateway = await freePort();
  const env = { ...process.env, GATEWAY: `127.0.0.1:${gateway}`, COMMAND_API: ports['command-api'], QUERY_API: ports['query-api'], ANALYST: ports.analyst };
  const child = spawn(haproxy, ['-f', `${root}/infra/gateway/haproxy.cfg`], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said += text;
  });
  try {
    if (!(await ready(child, `http://127.0.0.1:${gateway}/health/ready`))) return { count: 1, found: [`HAProxy does not get ready: ${said}`] };
    const routes = new Set(Object.values(paths).flatMap((of) => [...of]));
    const found = [];
    for (const route of routes) {
      const [method, path] = route.split(' ');
      if (ownPaths.includes(path)) continue;
      const answer = await fetch(`http://127.0.0.1:${gateway}${path.replaceAll(/\{\w+\}/g, 'x')}`, { method });
      const role = answer.headers.get('x-role');
      if (!paths[role]?.has(route)) found.push(`${route} goes to ${role ?? `nobody (${answer.status})`}, which does not serve it`);
    }
    return { count: routes.size, found };
  } finally {
    child.kill('SIGTERM');
    for (const [, server] of servers) server.close().closeAllConnections();
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }
}

async function echo(role) {
  const server = createServer((_request, response) => response.setHeader('x-role', role).end()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

async function ready(child, url) {
  for (let tries = 0; tries < 600 && child.exitCode === null; tries += 1) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return true;
    await delay(100);
  }
  return false;
}
