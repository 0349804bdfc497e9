import type { Schemas } from '@tenure/client';
import { percent } from '../output/figures.js';
import { factsOf, grouped, tableOf } from '../output/table.js';
import { profitText } from './profit-text.js';

type ModelBacktest = Schemas['ModelBacktest'];

export function backtestText(test: ModelBacktest): string {
  const { model, at, horizon, until, customers, baseRate, meanProbability, topDecileLift, calibration } = test;
  const facts = factsOf([
    ['model', `${model}, fitted on ${grouped(customers)} customers up to ${at}`],
    ['what happened', `${percent(baseRate)} did not buy within ${horizon}, to ${until}; foretold were ${percent(meanProbability)}`],
    ['AUC', rankingText(test)],
    ['Brier score', brierText(test)],
    ['log loss', test.logLoss?.toFixed(4)],
    ['calibration', calibrationText(test)],
    ['moved by outcomes', outcomesText(test)],
    ['lift of the top tenth', topDecileLift?.toFixed(2)],
    ['purchases', purchasesText(test)],
    ['money', moneyText(test)],
  ]);
  const table = tableOf(calibration, [
    { title: 'foretold', value: ({ from, to }) => `${percent(from, 0)} to ${percent(to, 0)}` },
    { title: 'customers', align: 'right', value: ({ customers: count }) => count },
    { title: 'mean', align: 'right', value: ({ meanProbability: mean }) => percent(mean) },
    { title: 'did not buy', align: 'right', value: ({ observed }) => percent(observed) },
    { title: '95 %', align: 'right', value: ({ low, high }) => (low === undefined || high === undefined ? null : `${percent(low)} to ${percent(high)}`) },
  ]);
  return [facts, table, ...(test.profit ? [profitText(test.profit)] : [])].join('\n\n');
}

function rankingText({ auc, naive }: ModelBacktest): string | null {
  if (auc === null) return null;
  const recency = naive?.recency.auc;
  return recency === undefined || recency === null ? auc.toFixed(4) : `${auc.toFixed(4)}; by the time since the last purchase alone ${recency.toFixed(4)}`;
}

function brierText({ brier, brierParts }: ModelBacktest): string {
  if (brierParts === undefined) return brier.toFixed(4);
  const { reliability, resolution, uncertainty } = brierParts;
  return `${brier.toFixed(4)}; reliability ${reliability.toFixed(4)}, resolution ${resolution.toFixed(4)}, uncertainty ${uncertainty.toFixed(4)}`;
}

function calibrationText({ calibrationError, calibrationLine: line, uncalibrated }: ModelBacktest): string | null {
  if (calibrationError === undefined || uncalibrated === undefined) return null;
  const off = `${percent(calibrationError)} off on average (${percent(uncalibrated.calibrationError)} as the model says it)`;
  return line === null || line === undefined ? off : `${off}; slope ${line.slope.toFixed(2)}, intercept ${line.intercept.toFixed(2)} (1 and 0 are right)`;
}

function outcomesText({ outcomes }: ModelBacktest): string | null {
  if (outcomes === undefined) return null;
  if ('notEnoughData' in outcomes) return `no: ${outcomes.notEnoughData}`;
  return `by those of ${grouped(outcomes.customers)} customers: level ${(outcomes.line.intercept + (outcomes.season ?? 0)).toFixed(2)}, slope ${outcomes.line.slope.toFixed(2)}`;
}

function purchasesText({ purchases, naive }: ModelBacktest): string | null {
  if (purchases === undefined || naive === undefined) return null;
  const { expected, actual } = purchases;
  return `${amount(expected)} expected, ${amount(actual)} came; going on as in the year before: ${amount(naive.lastYear.expected)}`;
}

function moneyText({ spend }: ModelBacktest): string | null {
  if (spend === undefined) return null;
  const { currency, expected, actual, notEnoughData } = spend;
  return expected === null ? `${currency} ${amount(actual)} came. ${notEnoughData ?? ''}` : `${currency} ${amount(expected)} expected, ${amount(actual)} came`;
}

const amount = (number: number): string => grouped(Math.round(number));

export function backtestTable(tests: readonly ModelBacktest[]): string {
  return tableOf(tests, [
    { title: 'fitted to', value: ({ at }) => at },
    { title: 'horizon', value: ({ horizon }) => horizon },
    { title: 'customers', align: 'right', value: ({ customers }) => customers },
    { title: 'did not buy', align: 'right', value: ({ baseRate }) => percent(baseRate) },
    { title: 'AUC', align: 'right', value: ({ auc }) => auc?.toFixed(4) },
    { title: 'Brier', align: 'right', value: ({ brier }) => brier.toFixed(4) },
    { title: 'slope', align: 'right', value: ({ calibrationLine }) => calibrationLine?.slope.toFixed(2) },
    { title: 'off', align: 'right', value: ({ calibrationError }) => (calibrationError === undefined ? null : percent(calibrationError)) },
    { title: 'top tenth', align: 'right', value: ({ topDecileLift }) => topDecileLift?.toFixed(2) },
  ]);
}
