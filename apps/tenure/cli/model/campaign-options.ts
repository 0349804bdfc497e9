import type { Schemas } from '@tenure/client';
import { Option } from 'commander';
import { WrongUsage } from '../wrong-usage.js';

type Campaign = Schemas['RetentionCampaign'];

/** A campaign as options: all of them, or none. */
export type CampaignOptions = Partial<Campaign>;

function numberOption(flags: string, summary: string): Option {
  const name = flags.split(' ')[0]!;
  return new Option(flags, summary).argParser((text: string) => {
    if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
    throw new WrongUsage(`${name} takes a number such as 10 or 0.3, not "${text}".`);
  });
}

export const campaignOptions = [
  numberOption('--value-kept <money>', 'of a campaign: what a customer who would have left is worth, once kept'),
  numberOption('--contact-cost <money>', 'of contacting a customer'),
  numberOption('--offer-cost <money>', 'of the incentive to each customer who takes it'),
  numberOption('--acceptance <share>', 'of customers who would have left: how many take the offer and stay, such as 0.3'),
];

/** @throws WrongUsage where only some of the options are given */
export function campaignOf({ valueKept, contactCost, offerCost, acceptance }: CampaignOptions): Campaign | undefined {
  const given = [valueKept, contactCost, offerCost, acceptance].filter((value) => value !== undefined);
  if (given.length === 0) return undefined;
  if (valueKept !== undefined && contactCost !== undefined && offerCost !== undefined && acceptance !== undefined)
    return { valueKept, contactCost, offerCost, acceptance };
  throw new WrongUsage('A campaign takes all of --value-kept, --contact-cost, --offer-cost and --acceptance.');
}
