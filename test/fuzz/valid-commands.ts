const customerId = 'C-1';
const amount = { minor: 1177, currency: 'EUR' };
const occurredAt = '2026-03-01T12:00:00Z';

/** A body of every command that is accepted, or refused by a rule only: what is sent is a mutation of these. */
export const validCommands: Readonly<Record<string, object>> = {
  RegisterCustomer: {
    customerId,
    occurredAt,
    party: 'person',
    personal: { name: 'Ada', email: 'ada@example.com', birthDate: '1990-01-01' },
    attributes: { region: 'north', vip: true, seats: 3 },
    note: 'a note',
  },
  ChangeCustomerDetails: { customerId, occurredAt, party: 'organisation', personal: { phone: '1', email: null }, attributes: { region: null, vip: false } },
  CloseCustomer: { customerId, occurredAt, reason: 'moved' },
  ReopenCustomer: { customerId, occurredAt, reason: 'came back' },
  RecordPurchase: {
    customerId,
    occurredAt,
    orderId: 'A-1',
    channel: 'web',
    lines: [
      { product: 'lamp', quantity: 2, amount },
      { product: 'bulb', quantity: 1.5, amount },
    ],
    note: 'gift',
  },
  RecordReturn: { customerId, occurredAt, orderId: 'A-1', returnId: 'R-1', amount, reason: 'too bright' },
  RecordVisit: { customerId, occurredAt, visitId: 'V-1', channel: 'telephone', subject: 'talk', result: 'content', place: 'here' },
  StartSubscription: { customerId, occurredAt, subscriptionId: 'S-1', plan: 'basic', price: amount, interval: 'P1M', quantity: 1 },
  ChangeSubscription: { customerId, occurredAt, subscriptionId: 'S-1', plan: 'plus', price: amount, interval: 'P1Y', quantity: 2 },
  RenewSubscription: { customerId, occurredAt, subscriptionId: 'S-1', amount, until: '2026-04-01T00:00:00Z' },
  CancelSubscription: { customerId, occurredAt, subscriptionId: 'S-1', reasonCode: 'pricing', reason: 'cheaper' },
  LogComplaint: {
    customerId,
    occurredAt,
    complaintId: 'K-1',
    subject: 'late',
    severity: 'high',
    product: 'lamp',
    orderId: 'A-1',
    channel: 'web',
    description: 'Nobody called.',
  },
  AcknowledgeComplaint: { customerId, occurredAt, complaintId: 'K-1' },
  ResolveComplaint: { customerId, occurredAt, complaintId: 'K-1', resolution: 'sent again', compensation: amount },
  ReopenComplaint: { customerId, occurredAt, complaintId: 'K-1', reason: 'late again' },
  RecordSatisfaction: { customerId, occurredAt, metric: 'scale', score: 5, min: 1, max: 7, about: 'A-1', comment: 'Fine.' },
  FitModel: { model: 'gamma-gamma', until: '2026-03-01', unit: 'week', population: 'all', currency: 'EUR' },
  PromoteModel: { model: 'bg-nbd', fit: '0000000000000001', reason: 'better' },
  RetireModel: { model: 'gamma-gamma', currency: 'EUR', reason: 'older' },
};
