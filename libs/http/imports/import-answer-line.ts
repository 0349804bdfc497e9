import type { ImportLine } from '@tenure/importing';
import type { ProblemBody } from '../problems/problem.js';

/** One line of an import's answer. The last is a `result`, or `failed`; an answer without a result was cut short. */
export type ImportAnswerLine = ImportLine | { readonly type: 'failed'; readonly problem: ProblemBody };
