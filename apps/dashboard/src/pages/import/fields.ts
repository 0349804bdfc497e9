import type { Request } from '@tenure/client/browser';

/** What the rows of a file are about. */
export type Kind = Request<'post', '/v1/imports/{kind}'>['path']['kind'];

const whose = ['customer_id', 'email', 'phone', 'account'] as const;

/** What a column may become, by what the rows are about. `tenure import` takes the same names. */
export const fieldsOf = {
  purchases: [
    ...whose,
    ...(['occurred_at', 'amount', 'unit_amount', 'line_amount', 'currency', 'order_id', 'quantity', 'product', 'channel', 'region'] as const),
    ...(['shipping', 'tax', 'discount', 'other_charges', 'refunded_amount', 'refunded_at', 'original_order_id', 'cancellation', 'reason', 'note'] as const),
  ],
  customers: [...whose, 'occurred_at', 'party', 'name', 'address', 'birth_date', 'region', 'note'],
  complaints: [
    ...whose,
    ...(['occurred_at', 'complaint_id', 'subject', 'severity', 'product', 'order_id', 'channel', 'description'] as const),
    ...(['resolved_at', 'resolution', 'compensation', 'currency'] as const),
  ],
  visits: [...whose, 'occurred_at', 'visit_id', 'channel', 'subject', 'result', 'place'],
  satisfaction: [...whose, 'occurred_at', 'metric', 'score', 'min', 'max', 'about', 'comment'],
  objections: [...whose, 'occurred_at', 'objected_by', 'channel', 'statement'],
} as const satisfies Record<Kind, readonly string[]>;

export type Field = (typeof fieldsOf)[Kind][number];

export const kinds = Object.keys(fieldsOf) as Kind[];
