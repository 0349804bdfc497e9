import { randomUUID } from 'node:crypto';
import type { Route } from '@tenure/client';
import { Option } from 'commander';
import { readBody } from './command/read-body.js';
import { factsOf } from './output/table.js';
import type { Session } from './session.js';
import { oneOf, textOf, type Verb, wholeNumberOption } from './verb.js';

/** A route that takes one command. */
type CommandRoute = Extract<Route<'post'>, `/v1/commands/${string}`>;

/** The subject of the command, by the field that names it: a customer, a model. */
function namesIn(about: object): [string, string][] {
  return Object.entries(about).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
}

interface Options {
  readonly id?: string;
  readonly dataJson?: string;
  readonly ifRevision?: number;
}

export const command: Verb<Options> = {
  name: 'command',
  makesData: true,
  arguments: '<name> [fields...]',
  summary: 'send one command',
  examples: [
    'tenure command RegisterCustomer customerId=C-1001 party=person personal.name="Ada Lovelace"',
    'tenure command RecordPurchase --id order-17 customerId=C-1001 orderId=17 amount="11.77 USD" occurredAt=2026-03-01',
    `tenure command LogComplaint --data-json '{"customerId": "C-1001", "complaintId": "T-1", "subject": "late", "severity": "high"}'`,
    'tenure command PromoteModel model=mbg-nbd fit=0000000000001234 reason="without the sale of last year"',
    'cat purchase.json | tenure command RecordPurchase --id order-17 -',
  ],
  notes: [
    'A field inside another is written with a point; money as an amount and a currency; "-" reads the whole body from stdin.',
    'field:=json gives a value as JSON, e.g. attributes.floor:=3 for a number where a field takes texts too.',
    'The same --id sends the same command: it takes effect once, for ever.',
  ],
  options: [
    new Option('--id <key>', 'the idempotency key (default: a fresh one, which is printed)'),
    new Option('--data-json <json>', 'the whole body; fields given beside it go before it'),
    wholeNumberOption('--if-revision <n>', 'only if the customer, or what else the command is about, has this revision', 0),
  ],
  async run(session: Session, [name, fields], { id = randomUUID(), dataJson, ifRevision }) {
    const { commands } = await import('@tenure/client/commands');
    const wanted = oneOf(textOf(name), commands.names, 'The command');
    const body = await readBody(wanted, (fields ?? []) as readonly string[], dataJson);
    const header = { 'Idempotency-Key': id, ...(ifRevision === undefined ? {} : { 'If-Match': `"${ifRevision}"` }) };
    const accepted = await (await session.client()).post(`/v1/commands/${wanted}` as CommandRoute, { body: body as never, header });
    session.output.answer(accepted, ({ commandId, revision, position, events, ...about }) =>
      factsOf([
        ['recorded', events.map(({ type }) => type).join(', ')],
        ...namesIn(about).map(([field, id]): [string, string] => [field.replace(/Id$/, ''), `${id}, now at revision ${revision}`]),
        ['position', position],
        ['command id', commandId],
      ]),
    );
  },
};
