import { activity } from './activity/activity.aspect.js';
import type { Aspect } from './aspect.js';
import { complaints } from './complaints/complaints.aspect.js';
import { identity } from './identity/identity.aspect.js';
import { purchases } from './purchases/purchases.aspect.js';
import { satisfaction } from './satisfaction/satisfaction.aspect.js';
import { subscriptions } from './subscriptions/subscriptions.aspect.js';

export const aspects: readonly Aspect[] = [identity, purchases, subscriptions, activity, complaints, satisfaction];
