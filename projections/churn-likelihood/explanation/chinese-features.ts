import type { Wording } from './wording.js';

const times = (value: number | null): string => (value === null ? '购买太少，无法得知' : `${value.toFixed(1)} 倍`);
const count = (value: number | null): string => (value === null ? '未知' : String(Math.round(value)));
const decimal = (value: number | null): string => (value === null ? '购买太少，无法得知' : value.toFixed(2));
const share = (value: number | null): string => (value === null ? '没有回答' : `量表的 ${Math.round(100 * value)}%`);

/** By feature of a model: see `featureValues` of `@tenure/models` for what the values are. */
export const chineseFeatures: Wording['features'] = {
  'recency-against-own-rhythm': { name: '距最近一次购买的时间与该客户平常购买间隔之比', value: times },
  frequency: { name: '首次之后有购买的天数', value: count },
  age: { name: '距首次购买的天数', value: count },
  'recent-purchases': { name: '最近 90 天内有购买的天数', value: count },
  regularity: { name: '购买间隔的波动与其平均值之比（0 表示间隔始终相同）', value: decimal },
  'last-gap': { name: '最近一次购买间隔与平常间隔之比', value: times },
  'purchase-model': { name: '仅根据购买的模型给出的概率', value: (value) => (value === null ? '未知' : `${(100 * value).toFixed(1)}%`) },
  visits: { name: '最近 90 天内的拜访及其他联系次数', value: count },
  'complaints-open': { name: '尚未解决的投诉数', value: count },
  'complaints-resolved': { name: '迄今已解决的投诉数（越近的影响越大）', value: count },
  'complaints-repeated': { name: '接连发生的投诉数（越近的计得越多）', value: decimal },
  satisfaction: { name: '最近几次调查回答的满意度', value: share },
  'satisfaction-trend': {
    name: '各次回答之间满意度的变化',
    value: (value) => (value === null ? '没有回答' : `量表的 ${value > 0 ? '+' : ''}${Math.round(100 * value)}%`),
  },
  downgrades: { name: '迄今订阅降价或减量的变更次数（越近的影响越大）', value: count },
};
