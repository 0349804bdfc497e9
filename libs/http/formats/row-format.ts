import { wrongParameter } from '../problems/problem.js';
import type { AnswerFormat } from './answer-format.js';

/** The parameters of an answer made of rows. */
export const rowFormatParameters = ['format', 'raw', 'bom'] as const;

export interface CsvOptions {
  readonly raw: boolean;
  readonly bom: boolean;
}

/** `raw` and `bom` concern CSV: with another format they would have no effect, so they are refused. */
export function readCsvOptions(query: Readonly<Record<string, unknown>>, format: AnswerFormat): CsvOptions {
  return { raw: flag('raw', query, format), bom: flag('bom', query, format) };
}

function flag(name: 'raw' | 'bom', query: Readonly<Record<string, unknown>>, format: AnswerFormat): boolean {
  const value = query[name];
  if (value === undefined) return false;
  if (value !== 'true' && value !== 'false') throw wrongParameter(name, 'unknown-word', 'must be true or false');
  if (value === 'true' && format !== 'csv') throw wrongParameter(name, 'csv-only', 'goes with CSV: ask for format=csv too, or leave it out');
  return value === 'true';
}
