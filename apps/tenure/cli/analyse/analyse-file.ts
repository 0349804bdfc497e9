import type { Query, TenureClient } from '@tenure/client';
import { freshGet } from '../fresh.js';
import type { Input } from '../import/input.js';
import type { Session } from '../session.js';
import { type Analysis, analysisOf } from './analysis.js';
import { backtestPart } from './backtest-part.js';
import { churnPart } from './churn-part.js';
import { fitModels } from './fit-models.js';
import { readFile } from './read-file.js';
import { valuePart } from './value-part.js';

export interface FileToAnalyse {
  readonly input: Input;
  /** How to read it. */
  readonly reading: Query<'/v1/imports/{kind}', 'post'>;
  /** `now` or a day; undefined for the day of the latest fact. */
  readonly present: string | undefined;
}

const noRow = { missing: 'No row was found: the file has nothing below its header.' };
const allRejected = { missing: 'No row of the file was accepted: file.reasons says why.' };

/** The report: the file goes into an engine that is empty, and the figures are what this engine answers. @throws what an import throws */
export async function analyseFile(session: Session, client: TenureClient, { input, reading, present }: FileToAnalyse): Promise<Analysis> {
  const file = await readFile(session, client, input, reading);
  if (file.accepted === 0) {
    const nothing = file.read === 0 ? noRow : allRejected;
    const parts = { retention: nothing, lifecycle: nothing, models: nothing, churnLikelihood: nothing, lifetimeValue: nothing, backtest: nothing };
    return analysisOf(file, null, parts);
  }
  const retention = await freshGet(session, '/v1/retention', { query: { present } });
  const lifecycle = await freshGet(session, '/v1/lifecycle', { query: { present } });
  const { day } = retention.definition.present;
  // Without a present of its own, each figure is about the latest fact that it reads, as in an engine.
  const about = present === undefined ? undefined : day;
  const fitted = await fitModels(session);
  const churn = await churnPart(session, about);
  const lifetimeValue = await valuePart(session, about);
  const history = { retention: { given: retention }, lifecycle: { given: lifecycle } };
  if ('missing' in churn) return analysisOf(file, day, { ...history, models: churn, churnLikelihood: churn, lifetimeValue, backtest: churn });
  const { churnLikelihood, model } = churn.given;
  const models = { chosen: { model: model.name, ...model.chosen }, ...fitted };
  const lastKnown = day < model.trainedTo ? day : model.trainedTo;
  const backtest = await backtestPart(session, model.name, lastKnown);
  return analysisOf(file, day, { ...history, models: { given: models }, churnLikelihood: { given: churnLikelihood }, lifetimeValue, backtest });
}
