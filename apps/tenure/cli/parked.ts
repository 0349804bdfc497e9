import { readModels, type Schemas } from '@tenure/client';
import { Option } from 'commander';
import { moment } from './output/figures.js';
import { tableOf } from './output/table.js';
import type { Session } from './session.js';
import { textOf, type Verb, wordOption } from './verb.js';

type ParkedCustomer = Schemas['ParkedCustomer'];

const list: Verb<{ readonly projection?: string }> = {
  name: 'list',
  summary: 'customers whose event made a read model fail, and why',
  examples: ['tenure parked list', 'tenure parked list --projection retention --json'],
  options: [wordOption('--projection <name>', 'of this one only', readModels)],
  async run(session: Session, _args, { projection }) {
    const { items } = await (await session.client()).get('/v1/operations/parked', { query: { projection } });
    if (session.json) for (const item of items) session.output.line(JSON.stringify(item));
    else session.output.line(items.length === 0 ? 'Nobody is parked.' : parkedTable(items));
  },
};

const retry: Verb = {
  name: 'retry',
  arguments: '<projection> <customer>',
  summary: 'apply the waiting events of a customer again',
  examples: ['tenure parked retry retention C-1001'],
  async run(session: Session, [projection, id]) {
    const path = { projection: textOf(projection), customerId: textOf(id) };
    const answer = await (await session.client()).post('/v1/operations/parked/{projection}/{customerId}/retry', { path });
    session.output.answer(answer, ({ parked, reason }) =>
      parked ? `${id} stays parked: ${reason ?? 'its event fails as before'}` : `${id} is current again.`,
    );
    return answer.parked ? 1 : 0;
  },
};

const discard: Verb<{ readonly reason: string }> = {
  name: 'discard',
  arguments: '<projection> <customer>',
  summary: 'give up the waiting events of a customer, in this read model only',
  examples: ['tenure parked discard retention C-1001 --reason "test data"'],
  notes: ['The log keeps the events; a rebuild tries them again.'],
  options: [new Option('--reason <why>', 'kept for whoever asks later, in clear: name nobody').makeOptionMandatory()],
  async run(session: Session, [projection, id], { reason }) {
    const path = { projection: textOf(projection), customerId: textOf(id) };
    await (await session.client()).post('/v1/operations/parked/{projection}/{customerId}/discard', { path, body: { reason } });
    session.output.answer(
      { projection: textOf(projection), customerId: textOf(id), discarded: true },
      ({ customerId }) => `The waiting events of ${customerId} are given up in ${projection}.`,
    );
  },
};

export const parked: Verb = {
  name: 'parked',
  summary: 'customers whose event made a read model fail: list, retry, discard',
  examples: [...list.examples, ...retry.examples, ...discard.examples],
  verbs: [list, retry, discard],
};

function parkedTable(items: readonly ParkedCustomer[]): string {
  return tableOf(items, [
    { title: 'projection', value: ({ projection }) => projection },
    { title: 'customer', value: ({ customerId }) => customerId },
    { title: 'since', value: ({ parkedAt }) => moment(parkedAt) },
    { title: 'event', value: ({ eventType, revision }) => `${eventType} (revision ${revision})` },
    { title: 'reason', value: ({ reason }) => reason },
  ]);
}
