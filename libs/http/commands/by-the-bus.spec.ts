import { jest } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { type Edge, startEdge } from '../testing/edge.js';

let edge: Edge;
const dispatched: string[] = [];
beforeAll(async () => {
  const { execute } = CommandBus.prototype;
  jest.spyOn(CommandBus.prototype, 'execute').mockImplementation(function (this: CommandBus, command) {
    dispatched.push(command.constructor.name);
    return execute.call(this, command);
  });
  edge = await startEdge();
});
afterAll(async () => {
  await edge.close();
  jest.restoreAllMocks();
});

const purchase = { customerId: 'c', amount: { minor: 1, currency: 'USD' } };
const reason = 'why';

const routes = [
  ['SendCommand', 'POST', '/v1/commands/RecordPurchase', purchase],
  ['SendCommands', 'POST', '/v1/commands', { command: 'RecordPurchase', id: '1', data: purchase }],
  ['SendFit', 'POST', '/v1/commands/FitModel', { model: 'bg-nbd' }],
  ['SendFit', 'POST', '/v1/models/bg-nbd/fits', {}],
  ['SendBacktest', 'POST', '/v1/commands/BacktestModel', { model: 'bg-nbd', at: '2026-01-01' }],
  ['SendToStream', 'POST', '/v1/commands/PourWater', { glass: 'left', millilitres: 1 }],
  ['StartRebuild', 'POST', '/v1/operations/rebuilds', {}],
  ['CancelRebuild', 'DELETE', '/v1/operations/rebuilds/r1', undefined],
  ['RetryParked', 'POST', '/v1/operations/parked/retention/c/retry', undefined],
  ['DiscardParked', 'POST', '/v1/operations/parked/retention/c/discard', { reason }],
  ['Republish', 'POST', '/v1/operations/publications', { reason }],
  ['CreateKey', 'POST', '/v1/keys', { name: 'shop', roles: ['analyst'] }],
  ['RevokeKey', 'POST', '/v1/keys/k1/revoke', { reason }],
] as const;

it.each(routes)('%s goes by the bus (%s %s)', async (name, method, path, body) => {
  dispatched.length = 0;
  const type = path === '/v1/commands' ? 'application/x-ndjson' : 'application/json';
  const headers = { 'idempotency-key': path, ...(body && { 'content-type': type }) };
  const answer = await edge.ask(path, { method, headers, body: body && JSON.stringify(body) });
  await answer.text();
  expect([answer.status < 300, dispatched]).toEqual([true, [name]]);
});

it('signing in makes a key by the bus', async () => {
  dispatched.length = 0;
  const body = JSON.stringify({ code: edge.engine.signInCodes.issue() });
  const answer = await edge.ask('/v1/sign-in', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  expect([answer.status, dispatched]).toEqual([201, ['CreateKey']]);
});

it('so does every other route that changes something, but for files, whose rows a thread of the import sends', async () => {
  const { paths } = (await (await edge.ask('/openapi.json')).json()) as { paths: Record<string, object> };
  const changing = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
  const seen = (route: string) => routes.some(([, method, path]) => new RegExp(`^${route.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(`${method} ${path}`));
  expect(changing.filter((route) => !route.startsWith('GET ') && !seen(route)).sort()).toEqual([
    'POST /v1/customers/resolve',
    'POST /v1/imports/{kind}',
    'POST /v1/sign-in',
  ]);
});
