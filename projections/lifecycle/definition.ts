import type { Definition } from '@tenure/querying';

export const lifecycleDefinition: Definition = {
  name: 'lifecycle',
  title: 'Lifecycle of the customer base',
  summary: 'Of the customers who bought in each period: who is new, who kept buying, who came back, and who stopped.',
  counts:
    'Customers with at least one purchase in the period. A purchase that was later returned still counts: the customer was there. A purchase that was voided never was; one that was corrected is what it was corrected to.',
  formula:
    'new: first purchase ever lies in the period. returning: bought in the period and in the one before. resurrecting: bought in the period, not in the one before, but earlier. ' +
    'dormant: bought in the period before, not in this one. active = new + returning + resurrecting, and dormant = active of the period before - returning.',
  window:
    'Calendar days, weeks or months. From the first purchase known to the period of the latest one, unless from and to say otherwise: days, both inclusive, widened to whole periods; the answer says to which. ' +
    'The present is the day of the latest purchase, never after today; the period it lies in is marked inProgress, and its dormant is null.',
  timezone:
    'The parameter, else the reporting time zone of the installation. A period begins at midnight there. A purchase of a day falls on that day in every zone.',
  leftOut: [
    'Customers without a purchase.',
    'Who has been dormant for longer than one period: dormant is a flow, counted once, in the first period without a purchase.',
    'Periods after the present.',
  ],
  example:
    'Ada buys in January, February and April. January: new 1. February: returning 1. March: dormant 1, active 0. April: resurrecting 1. May: dormant 1, once the present lies after May.',
  fields: {
    start: 'The month, as 1997-01, or the day on which the week starts, or the day',
    new: 'Customers whose first purchase ever lies in the period',
    returning: 'Customers who bought in this period and in the one before',
    resurrecting: 'Customers who bought in this period after at least one without',
    dormant: 'Customers who bought in the period before and not in this one; null while the period is in progress',
    active: 'Customers who bought in the period',
    purchases: 'Purchases in the period',
    inProgress: 'true for the period that is not over',
    granularity: 'Length of a period',
    timezone: 'The zone that periods begin in at midnight',
    present: 'The day at which knowledge ends, and why that one: latest-fact, now or asked',
    from: 'First day covered',
    to: 'Last day covered',
  },
};
