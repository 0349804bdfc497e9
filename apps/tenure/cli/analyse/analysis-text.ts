import { bold } from '../output/style.js';
import type { Analysis } from './analysis.js';
import { comeBackText } from './text/come-back-text.js';
import { fileText } from './text/file-text.js';
import { leaveText } from './text/leave-text.js';
import { paragraph } from './text/paragraph.js';
import { trustText } from './text/trust-text.js';
import { worthText } from './text/worth-text.js';

/** The report on a page: the file, three questions with their answers, and how far to trust them. */
export function analysisText(analysis: Analysis): string {
  const { file, retention, churnLikelihood, lifetimeValue, models, missing } = analysis;
  const because = (part: keyof Analysis): string => paragraph(missing[part] ?? '');
  if (file.accepted === 0) return [fileText(file), because('retention')].join('\n\n');
  const questions = [
    ['Do they come back?', retention === null ? because('retention') : comeBackText(analysis)],
    ['Who will leave?', churnLikelihood === null ? because('churnLikelihood') : leaveText(churnLikelihood)],
    ['What are they worth?', lifetimeValue === null ? because('lifetimeValue') : worthText(lifetimeValue)],
    ...(models === null ? [] : [['How far is this to be trusted?', trustText(analysis)]]),
  ];
  const rest = paragraph('The whole of it, with cohorts, classes of value, all models and their errors: --json. Nothing was kept.');
  return [fileText(file), ...questions.map(([question, answer]) => `${bold(question!)}\n${answer}`), rest].join('\n\n');
}
