import { type Aspect, command } from '../aspect.js';
import { part } from '../sentence.js';
import { decideObjection, decideOverride, decideWithdrawObjection, decideWithdrawOverride } from './decide.js';
import { scoringEventSchemas } from './event-schemas.js';
import type { ChurnLikelihoodOverridden, ScoringObjectionRaised, ScoringObjectionWithdrawn } from './events.js';
import { evolveObjectionRaised, evolveObjectionWithdrawn, evolveOverridden, evolveOverrideWithdrawn, neverObjected, type ScoringState } from './evolve.js';
import { ObjectToScoring } from './object-to-scoring.command.js';
import { OverrideChurnLikelihood } from './override-churn-likelihood.command.js';
import { WithdrawChurnOverride } from './withdraw-churn-override.command.js';
import { WithdrawScoringObjection } from './withdraw-scoring-objection.command.js';

export const scoring: Aspect<'scoring', ScoringState> = {
  name: 'scoring',
  initial: neverObjected,
  ids: [],
  commands: [
    command(ObjectToScoring, 'known', 'Record that a customer objects to automated scoring.', decideObjection),
    command(WithdrawScoringObjection, 'known', 'Record that the objection to scoring was withdrawn.', decideWithdrawObjection),
    command(OverrideChurnLikelihood, 'open', 'State a likelihood of leaving by a person, until a day.', decideOverride),
    command(WithdrawChurnOverride, 'known', 'End the override of a likelihood of leaving.', decideWithdrawOverride),
  ],
  eventSchemas: scoringEventSchemas,
  events: [
    {
      type: 'ScoringObjectionRaised',
      versions: [1],
      rank: 1,
      evolve: evolveObjectionRaised,
      sentence: ({ objectedBy, channel }: ScoringObjectionRaised) => `Objected to automated scoring${part(' by ', channel)}${part(', ', objectedBy)}`,
    },
    {
      type: 'ScoringObjectionWithdrawn',
      versions: [1],
      rank: 2,
      evolve: evolveObjectionWithdrawn,
      sentence: ({ channel }: ScoringObjectionWithdrawn) => `Objection to automated scoring withdrawn${part(' by ', channel)}`,
    },
    {
      type: 'ChurnLikelihoodOverridden',
      versions: [1],
      rank: 1,
      evolve: evolveOverridden,
      sentence: ({ probability, expiresOn }: ChurnLikelihoodOverridden) => `Likelihood of leaving stated by a person: ${probability}, until ${expiresOn}`,
    },
    {
      type: 'ChurnOverrideWithdrawn',
      versions: [1],
      rank: 2,
      evolve: evolveOverrideWithdrawn,
      sentence: () => 'Stated likelihood of leaving withdrawn',
    },
  ],
};
