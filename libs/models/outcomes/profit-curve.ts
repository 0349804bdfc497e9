import { ModelError } from '../model-error.js';

/** A campaign that offers customers an incentive to stay. Money in one unit throughout, per customer; one value for all. */
export interface RetentionCampaign {
  /** What a customer who would have left is worth, once kept. Above 0. */
  readonly valueKept: number;
  /** Cost of contacting a customer, whatever comes of it. */
  readonly contactCost: number;
  /** Cost of the incentive to each customer who takes it. */
  readonly offerCost: number;
  /** The share of customers who would have left that take the offer, and stay. Above 0, at most 1. */
  readonly acceptance: number;
}

/** Profits are per customer of all who were tested, contacted or not, compared with contacting nobody. */
export interface ProfitCurve {
  /** Where the most likely tenth, two tenths, ... are contacted; the last is everybody. */
  readonly tenths: readonly number[];
  /** The share of customers, most likely first, whose contact would have paid most; a share of 0 is nobody. */
  readonly best: TargetedShare;
  /** The probability of leaving above which a contact is expected to pay; above 1 no contact pays. */
  readonly breakEven: number;
  /** Where all customers above that probability are contacted: what could have been decided beforehand. */
  readonly aboveBreakEven: TargetedShare;
}

export interface TargetedShare {
  readonly share: number;
  readonly profit: number;
}

const tenth = 10;

/**
 * What contacting the most likely leavers would have brought (Neslin et al. 2006, eq. 1; Verbraken, Verbeke & Baesens 2013, without fixed
 * costs). Of those who would have left, the share `acceptance` takes the offer and stays; of the others everyone takes it, who would
 * have stayed without: n contacts of which l would have left bring l (acceptance valueKept + (1 - acceptance) offerCost) - n (contactCost + offerCost).
 * `probabilities`: of leaving, of one customer or more; `left[i]` is 1 where customer i did. Errors: `invalid-input` for an impossible campaign.
 */
export function profitCurve(probabilities: Float64Array, left: Uint8Array, campaign: RetentionCampaign): ProfitCurve {
  requireCampaign(campaign);
  const { valueKept, contactCost, offerCost, acceptance } = campaign;
  const perLeaver = acceptance * valueKept + (1 - acceptance) * offerCost;
  const perContact = contactCost + offerCost;
  const customers = probabilities.length;
  const breakEven = perContact / perLeaver;
  const order = Uint32Array.from(probabilities.keys()).sort((one, other) => probabilities[other]! - probabilities[one]! || other - one);

  const profits = new Float64Array(customers + 1); // by how many are contacted
  let best = 0,
    above = 0;
  order.forEach((customer, i) => {
    const contacted = i + 1;
    profits[contacted] = profits[i]! + (left[customer]! * perLeaver - perContact) / customers;
    if (probabilities[customer]! > breakEven) above = contacted;
    const isLastOfEqual = contacted === customers || probabilities[order[contacted]!] !== probabilities[customer];
    if (isLastOfEqual && profits[contacted]! > profits[best]!) best = contacted;
  });
  const targeted = (contacted: number): TargetedShare => ({ share: contacted / customers, profit: profits[contacted]! });
  return {
    tenths: Array.from({ length: tenth }, (_, i) => profits[Math.round(((i + 1) * customers) / tenth)]!),
    best: targeted(best),
    breakEven,
    aboveBreakEven: targeted(above),
  };
}

function requireCampaign({ valueKept, contactCost, offerCost, acceptance }: RetentionCampaign): void {
  const possible = valueKept > 0 && contactCost >= 0 && offerCost >= 0 && acceptance > 0 && acceptance <= 1;
  if (possible && valueKept + contactCost + offerCost < Infinity) return;
  throw new ModelError(
    'invalid-input',
    `Not a campaign: value kept ${valueKept}, contact ${contactCost}, offer ${offerCost}, acceptance ${acceptance}.`,
    'Give a value above 0, costs of 0 or more, and an acceptance above 0 and at most 1.',
  );
}
