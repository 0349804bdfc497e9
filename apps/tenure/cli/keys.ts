import type { Schemas } from '@tenure/client';
import { Option } from 'commander';
import { moment } from './output/figures.js';
import { factsOf, tableOf } from './output/table.js';
import type { Session } from './session.js';
import { oneOf, textOf, type Verb } from './verb.js';

type ApiKey = Schemas['Key'];

const roles = ['integrator', 'analyst', 'auditor', 'operator', 'privacy-officer'] as const;
type Role = (typeof roles)[number];

const list: Verb = {
  name: 'list',
  summary: 'every key, without what it opens with',
  examples: ['tenure keys list', 'tenure keys list --json'],
  async run(session: Session) {
    const { items } = await (await session.client()).get('/v1/keys');
    if (session.json) for (const key of items) session.output.line(JSON.stringify(key));
    else session.output.line(items.length === 0 ? 'No keys yet. tenure keys create NAME --roles integrator makes one.' : keyTable(items));
  },
};

const create: Verb<{ readonly roles: Role[]; readonly expires?: string }> = {
  name: 'create',
  makesData: true,
  arguments: '<name>',
  summary: 'make a key; it is shown this once',
  examples: [
    'tenure keys create "web shop" --roles integrator',
    'tenure keys create "audit of March" --roles auditor --expires P90D',
    'tenure keys create reports --roles analyst,auditor --json | jq -r .token > key && chmod 600 key',
  ],
  options: [
    new Option('--roles <roles>', `with a comma between: ${roles.join(', ')}`)
      .argParser((text: string) => text.split(',').map((role) => oneOf(role.trim(), roles, 'A role')))
      .makeOptionMandatory(),
    new Option('--expires <when>', 'a duration (P90D), a day or a time, after which it opens nothing; default: never'),
  ],
  async run(session: Session, [name], options) {
    const { roles: wanted, expires } = options;
    const key = await (await session.client()).post('/v1/keys', { body: { name: textOf(name), roles: wanted, ...(expires !== undefined && { expires }) } });
    session.output.answer(key, ({ keyId, token, roles: held, expiresAt }) =>
      factsOf([
        ['key', token],
        ['id', keyId],
        ['roles', held.join(', ')],
        ['expires', endText(expiresAt)],
      ]),
    );
    session.output.hint('Keep it now: only its hash is stored, it cannot be shown again.');
  },
};

const revoke: Verb<{ readonly reason: string }> = {
  name: 'revoke',
  arguments: '<id>',
  summary: 'take a key away, at once and for ever',
  examples: ['tenure keys revoke 0f3a... --reason "left in a public repository"'],
  options: [new Option('--reason <why>', 'kept in the history of the key, in clear: name nobody').makeOptionMandatory()],
  async run(session: Session, [id], { reason }) {
    await (await session.client()).post('/v1/keys/{keyId}/revoke', { path: { keyId: textOf(id) }, body: { reason } });
    session.output.answer({ keyId: textOf(id), revoked: true }, ({ keyId }) => `Key ${keyId} opens nothing any more.`);
  },
};

export const keys: Verb = {
  name: 'keys',
  summary: 'API keys: list, create, revoke',
  examples: [...list.examples, ...create.examples, ...revoke.examples],
  verbs: [list, create, revoke],
};

const endText = (expiresAt: string | null): string => moment(expiresAt) ?? 'never';

function keyTable(items: readonly ApiKey[]): string {
  return tableOf(items, [
    { title: 'id', value: ({ keyId }) => keyId },
    { title: 'name', value: ({ name }) => name },
    { title: 'roles', value: ({ roles: held }) => held.join(', ') },
    { title: 'made', value: ({ createdAt }) => moment(createdAt) },
    { title: 'expires', value: ({ expiresAt }) => endText(expiresAt) },
    { title: 'last used', value: ({ lastUsedAt }) => moment(lastUsedAt) ?? 'never' },
    { title: 'revoked', value: ({ revoked }) => revoked && `${moment(revoked.at)}: ${revoked.reason}` },
  ]);
}
