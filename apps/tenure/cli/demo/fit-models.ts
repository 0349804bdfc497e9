import { ProblemError, type TenureClient } from '@tenure/client';
import type { Session } from '../session.js';

const models = ['nbd', 'mbg-nbd', 'gamma-gamma'];

/** Fits the models that score figures, so that they exist when the demo has ended. Each run uses the same keys. */
export async function fitModels(client: TenureClient, seed: number, session: Session): Promise<void> {
  for (const model of models) {
    try {
      await client.post('/v1/commands/FitModel', { header: { 'Idempotency-Key': `demo-${seed}-fit-${model}` }, body: { model } });
    } catch (error) {
      if (!(error instanceof ProblemError) || error.status !== 400) throw error;
      return session.output.hint(`So few made-up customers are not enough for a model: ${error.message}`);
    }
  }
}
