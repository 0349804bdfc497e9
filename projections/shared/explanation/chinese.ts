import type { SharedWords } from './words.js';

export const chineseWords: SharedWords = {
  percent: (share) => {
    if (share > 0.999 && share < 1) return '99.9% 以上';
    if (share > 0 && share < 0.001) return '不到 0.1%';
    return `${(100 * share).toFixed(1)}%`;
  },
  list: (parts) => parts.join('、'),
  days: (count) => `${count} 天`,
  purchaseModels: {
    nbd: '假定客户各以自己的频率随机购买，没有人永久离开',
    'bg-nbd': '假定客户各以自己的频率随机购买，并可能在首次之后的任何一次购买后永久离开',
    'mbg-nbd': '假定客户各以自己的频率随机购买，并可能在任何一次购买后永久离开',
    'pareto-nbd': '假定客户各以自己的频率随机购买，并可能在任何时候永久离开',
  },
  chosen: {
    asked: '选用它是因为查询时指定了它。',
    promoted: '选用它是因为有人将其设为生效。',
    outcomes: '它是按规则选用的：与仅根据购买的模型相比，它对客户此后行为的预测更准确。',
    aic: '它是按规则选用的：在各模型中，它对全体客户购买情况的描述最好（AIC 最低）。',
  },
};
