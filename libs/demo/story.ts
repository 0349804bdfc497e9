import { badProduct, badRegion, company } from './company.js';
import type { Plot } from './life.js';

const monthName = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });

export function storyOf({ badBatch, winBack }: Plot): string {
  return [
    `${company} sells tea and coffee gear. Everything about it is made up. Three things are hidden in its history:`,
    `  - Complaints that stay open for more than 7 days drive customers away; those settled in time do not.`,
    `  - A bad batch of ${badProduct} in ${monthName.format(badBatch.from)}: complaints from the region ${badRegion}, and many who then leave.`,
    `  - A win-back campaign in ${monthName.format(winBack)} brings about one in five of those who had left back.`,
  ].join('\n');
}
