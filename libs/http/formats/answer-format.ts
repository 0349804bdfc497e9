import type { FastifyRequest } from 'fastify';
import { Problem, wrongParameter } from '../problems/problem.js';

export type AnswerFormat = 'json' | 'csv' | 'ndjson';

const mediaTypes: Readonly<Record<AnswerFormat, string>> = { json: 'application/json', csv: 'text/csv', ndjson: 'application/x-ndjson' };

export const contentTypes: Readonly<Record<AnswerFormat, string>> = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  ndjson: 'application/x-ndjson; charset=utf-8',
};

/** The requested format: `format=` wins, then `Accept`, then the first offered. Throws a `Problem` for any other. */
export function answerFormat(request: FastifyRequest, offered: readonly [AnswerFormat, ...AnswerFormat[]]): AnswerFormat {
  const { format } = request.query as Record<string, unknown>;
  if (format !== undefined) {
    const chosen = offered.find((one) => one === format);
    if (chosen) return chosen;
    throw wrongParameter('format', 'unknown-word', `must be ${offered.join(' or ')}`);
  }
  const { accept } = request.headers;
  if (accept === undefined || accept === '*/*' || accept === mediaTypes[offered[0]]) return offered[0];
  const chosen = preferred(accept, offered);
  if (chosen) return chosen;
  throw new Problem('not-acceptable', `This can be given as ${offered.map((one) => mediaTypes[one]).join(', ')}.`);
}

/** RFC 9110, section 12.5.1: the most exact range that matches a type gives its weight; the greatest weight wins. */
function preferred(accept: string, offered: readonly AnswerFormat[]): AnswerFormat | null {
  const ranges = accept.split(',').map((part) => {
    const [range = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    const weight = parameters.find((parameter) => parameter.startsWith('q='));
    return { range, weight: weight === undefined ? 1 : Number(weight.slice(2)) };
  });
  let best: AnswerFormat | null = null;
  let most = 0;
  for (const format of offered) {
    const type = mediaTypes[format];
    const match = [type, `${type.split('/')[0]}/*`, '*/*'].map((wanted) => ranges.find(({ range }) => range === wanted)).find(Boolean);
    const weight = match?.weight ?? 0;
    if (weight > most) [best, most] = [format, weight];
  }
  return best;
}
