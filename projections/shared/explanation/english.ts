import type { SharedWords } from './words.js';

export const englishWords: SharedWords = {
  percent: (share) => {
    if (share > 0.999 && share < 1) return 'more than 99.9 %';
    if (share > 0 && share < 0.001) return 'less than 0.1 %';
    return `${(100 * share).toFixed(1)} %`;
  },
  list: (parts) => (parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`),
  days: (count) => (count === 1 ? '1 day' : `${count} days`),
  purchaseModels: {
    nbd: 'in it customers buy at random, each at a rate of their own, and nobody leaves for good',
    'bg-nbd': 'in it customers buy at random, each at a rate of their own, and may leave for good after a purchase, but not after the first',
    'mbg-nbd': 'in it customers buy at random, each at a rate of their own, and may leave for good after any purchase',
    'pareto-nbd': 'in it customers buy at random, each at a rate of their own, and may leave for good at any time',
  },
  chosen: {
    asked: 'It was chosen because it was asked for.',
    promoted: 'It was chosen because a person put it in force.',
    outcomes: 'It was chosen by rule: it foretold what customers did later better than a model of their purchases alone.',
    aic: 'It was chosen by rule: of the models it describes the purchases of all customers best (lowest AIC).',
  },
};
