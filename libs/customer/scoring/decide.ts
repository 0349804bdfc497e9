import { msPerDay } from '@tenure/time';
import type { Decision, Moment } from '../aspect.js';
import { given, noted } from '../fact.js';
import { isBefore, occurrenceOf, printOccurrence } from '../occurrence.js';
import { reject } from '../rejection.js';
import { churnLikelihoodOverridden, churnOverrideWithdrawn, scoringObjectionRaised, scoringObjectionWithdrawn } from './events.js';
import type { ScoringState } from './evolve.js';
import type { ObjectToScoring } from './object-to-scoring.command.js';
import type { OverrideChurnLikelihood } from './override-churn-likelihood.command.js';
import type { WithdrawChurnOverride } from './withdraw-churn-override.command.js';
import type { WithdrawScoringObjection } from './withdraw-scoring-objection.command.js';

/** An opinion about a customer is asked for again after a year at the latest; 366 days reach the same date in a leap year. */
const LONGEST_DAYS = 366;

export function decideObjection({ objection }: ScoringState, command: ObjectToScoring, moment: Moment): Decision {
  const { customerId, objectedBy, channel, statement, note } = command;
  if (objection) {
    const detail = `Customer ${customerId} objected to scoring on ${printOccurrence(objection)} already: nothing is left to do; WithdrawScoringObjection ends the objection.`;
    return reject('scoring-objected-already', detail);
  }
  return [scoringObjectionRaised(moment, given({ objectedBy, channel }), statement || note ? given({ statement, note }) : undefined)];
}

export function decideWithdrawObjection({ objection }: ScoringState, command: WithdrawScoringObjection, moment: Moment): Decision {
  const { customerId, channel, statement, note } = command;
  if (!objection) {
    return reject('scoring-not-objected', `Customer ${customerId} has no objection to scoring to withdraw: check the customerId.`, '/customerId');
  }
  if (isBefore(moment, objection)) {
    const detail = `The objection is of ${printOccurrence(objection)}: give an occurredAt that is not before it.`;
    return reject('before-objection', detail, '/occurredAt');
  }
  return [scoringObjectionWithdrawn(moment, given({ channel }), statement || note ? given({ statement, note }) : undefined)];
}

export function decideOverride({ objection }: ScoringState, command: OverrideChurnLikelihood, moment: Moment): Decision {
  const { customerId, probability, expiresOn, reason, note } = command;
  if (objection) {
    const detail = `Customer ${customerId} objected to scoring on ${printOccurrence(objection)}: record no likelihood about them until WithdrawScoringObjection ends the objection.`;
    return reject('scoring-objected', detail, '/customerId');
  }
  if (isOver(expiresOn, moment)) {
    return reject('expires-in-past', `${expiresOn} is over: give a last day for the override that is today or later.`, '/expiresOn');
  }
  if (occurrenceOf(expiresOn).occurredAt > moment.now + LONGEST_DAYS * msPerDay) {
    const detail = `${expiresOn} is more than ${LONGEST_DAYS} days ahead: give an earlier day, and override again when it comes.`;
    return reject('expires-too-late', detail, '/expiresOn');
  }
  return [churnLikelihoodOverridden(moment, { probability, expiresOn }, { reason, ...noted(note) })];
}

export function decideWithdrawOverride({ overrideExpiresOn }: ScoringState, command: WithdrawChurnOverride, moment: Moment): Decision {
  const { customerId, reason, note } = command;
  if (overrideExpiresOn === null) {
    const detail = `The likelihood of customer ${customerId} is not overridden: there is nothing to withdraw; check the customerId.`;
    return reject('not-overridden', detail, '/customerId');
  }
  if (isOver(overrideExpiresOn, moment)) {
    return reject('override-expired', `The override of customer ${customerId} expired on ${overrideExpiresOn}: there is nothing left to withdraw.`);
  }
  return [churnOverrideWithdrawn(moment, reason || note ? given({ reason, note }) : undefined)];
}

/** Whether a day has ended everywhere on earth: its time zone is not known here. */
const isOver = (day: string, { now }: Moment): boolean => isBefore(occurrenceOf(day), { occurredAt: now });
