import { activity } from './activity/activity.aspect.js';
import { complaints } from './complaints/complaints.aspect.js';
import { identity } from './identity/identity.aspect.js';
import { purchases } from './purchases/purchases.aspect.js';
import { satisfaction } from './satisfaction/satisfaction.aspect.js';
import { scoring } from './scoring/scoring.aspect.js';
import { subscriptions } from './subscriptions/subscriptions.aspect.js';

/** All aspects of what can happen to a customer. */
export const aspects = [identity, purchases, subscriptions, activity, complaints, satisfaction, scoring] as const;

/** The contents of their events, for code that folds them. */
export type * from './activity/events.js';
export type * from './complaints/events.js';
export type * from './identity/events.js';
export type * from './purchases/events.js';
export type * from './satisfaction/events.js';
export type * from './scoring/events.js';
export type * from './subscriptions/events.js';
