/** Every customer's events lie on one stream, named after the customer. */
export const CUSTOMER_STREAMS = 'customer-';

export function streamOf(customerId: string): string {
  return CUSTOMER_STREAMS + customerId;
}

/** Null for the streams that belong to no customer: models, keys, imports. */
export function customerOf(stream: string): string | null {
  return stream.startsWith(CUSTOMER_STREAMS) ? stream.slice(CUSTOMER_STREAMS.length) : null;
}
