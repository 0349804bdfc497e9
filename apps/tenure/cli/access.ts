import { type Answer, type Query, type Schemas, words } from '@tenure/client';
import { Option } from 'commander';
import { moment } from './output/figures.js';
import { grouped, tableOf } from './output/table.js';
import type { Session } from './session.js';
import { type Verb, wholeNumberOption, wordOption } from './verb.js';

type AccessItem = Schemas['AccessRecord'];

type Options = Query<'/v1/access'> & { readonly limit?: number };

const recordsForAPerson = 50;

export const access: Verb<Options> = {
  name: 'access',
  summary: 'who did what, from where: logins, denials, keys, exports, imports, personal data answered',
  examples: ['tenure access', 'tenure access --kind denial --since 2026-11-01', 'tenure access --actor key:0f3a... --json > access.ndjson'],
  notes: [
    'Like things of one minute are one record with a count. Reading with this command line on the machine of the data needs no key and is not recorded;',
    'addresses can be read for TENURE_ACCESS_MONTHS months.',
  ],
  options: [
    new Option('--since <moment>', 'from this day, time or position on (default: the last seven days)'),
    wordOption('--kind <kind>', 'only these', words['/v1/access'].kind),
    new Option('--actor <actor>', 'only of this actor, as events name it'),
    wholeNumberOption('--limit <n>', `the latest so many (default: ${recordsForAPerson}, with --json all)`, 1),
  ],
  async run(session: Session, _args, { since, kind, actor, limit }) {
    const client = await session.client();
    const found: AccessItem[] = [];
    for (let after: string | null = null, more = true; more; more = after !== null) {
      const page: Answer<'get', '/v1/access'> = await client.get('/v1/access', { query: { since, kind, actor, limit: 1_000, after } });
      found.push(...page.items);
      after = page.next;
    }
    const shown = found.slice(-(limit ?? (session.json ? found.length : recordsForAPerson)));
    if (session.json) for (const item of shown) session.output.line(JSON.stringify(item));
    else session.output.line(shown.length === 0 ? 'Nothing was recorded.' : accessTable(shown));
    if (shown.length < found.length) session.output.hint(`There are ${grouped(found.length)} in all: --limit ${found.length} shows them.`);
  },
};

function accessTable(items: readonly AccessItem[]): string {
  return tableOf(items, [
    { title: 'at', value: ({ at }) => moment(at) },
    { title: 'kind', value: ({ kind }) => kind },
    { title: 'outcome', value: ({ outcome }) => outcome },
    { title: 'actor', value: ({ actor }) => actor ?? 'nobody known' },
    { title: 'from', value: ({ address, addressWithheld }) => address ?? addressWithheld },
    { title: 'times', align: 'right', value: ({ count }) => count },
    { title: 'what', value: ({ what }) => what.join(', ') },
    { title: 'about', value: ({ subjects }) => subjects.join(', ') },
  ]);
}
