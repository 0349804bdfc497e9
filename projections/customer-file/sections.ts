import { activity } from './sections/activity.js';
import { complaints } from './sections/complaints.js';
import { identity } from './sections/identity/identity.js';
import { purchases } from './sections/purchases/purchases.js';
import { satisfaction } from './sections/satisfaction.js';
import { scoring } from './sections/scoring.js';
import { subscriptions } from './sections/subscriptions/subscriptions.js';

/** What the customer file has about each aspect, in the order of the page. */
export const sections = [identity, purchases, subscriptions, complaints, satisfaction, activity, scoring] as const;
