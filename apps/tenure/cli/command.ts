import { randomUUID } from 'node:crypto';
import type { Answer, Route, Schemas } from '@tenure/client';
import { Option } from 'commander';
import { readBody } from './command/read-body.js';
import { factsOf } from './output/table.js';
import type { Session } from './session.js';
import { oneOf, textOf, type Verb, wholeNumberOption } from './verb.js';

/** What takes a command of one customer. */
type CommandRoute = { [Path in Route<'post'>]: Answer<'post', Path> extends Schemas['AcceptedCommand'] ? Path : never }[Route<'post'>];

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
    wholeNumberOption('--if-revision <n>', 'only if the customer has this revision', 0),
  ],
  async run(session: Session, [name, fields], { id = randomUUID(), dataJson, ifRevision }) {
    const { commands } = await import('@tenure/customer');
    const wanted = oneOf(
      textOf(name),
      commands.map((each) => each.name),
      'The command',
    );
    const definition = commands.find((each) => each.name === wanted)!;
    const body = await readBody(definition.shape, (fields ?? []) as readonly string[], dataJson);
    const header = { 'Idempotency-Key': id, ...(ifRevision === undefined ? {} : { 'If-Match': `"${ifRevision}"` }) };
    const accepted = await (await session.client()).post(`/v1/commands/${wanted}` as CommandRoute, { body: body as never, header });
    session.output.answer(accepted, ({ commandId, customerId, revision, position, events }) =>
      factsOf([
        ['recorded', events.map(({ type }) => type).join(', ')],
        ['customer', `${customerId}, now at revision ${revision}`],
        ['position', position],
        ['command id', commandId],
      ]),
    );
  },
};
