import type { Sentences } from '../texts/sentences.js';

/** What several pages say about a likelihood. A reason: what was seen, what is typical where that tells something, and what is said where it is not known. */
export const en = {
  days: '{count, plural, one {1 day} other {# days}}',
  months: '{count, plural, one {1 month} other {# months}}',
  years: '{count, plural, one {1 year} other {# years}}',
  always: 'all time to come',
  interval: '{low} to {high}',
  chance: '{probability} likely to buy nothing; 95 % interval {low} to {high}',
  chanceAlone: '{probability} likely to buy nothing',
  stated: 'a person says {probability} until {until}',
  reasons: {
    'recency-against-own-rhythm': {
      told: 'last bought {silence, plural, one {1 day} other {# days}} ago; usually every {gap, plural, =0 {day, several times} one {day} other {# days}}',
      once: 'bought once, {silence, plural, one {1 day} other {# days}} ago; no rhythm of its own yet',
    },
    frequency: {
      told: '{value, plural, =0 {did not come back} one {came back once} other {came back # times}} after the first purchase',
      typically: '; a typical customer {typical, plural, =0 {did not come back} one {came back once} other {came back # times}}',
      unknown: 'has not bought',
    },
    age: {
      told: 'a customer for {value, plural, one {1 day} other {# days}}',
      typically: '; typically {typical, plural, one {1 day} other {# days}}',
      unknown: 'has not bought',
    },
    'recent-purchases': {
      told: '{value, plural, =0 {no purchase} one {1 purchase} other {# purchases}} in the last 90 days',
      typically: '; typically {typical, number}',
      unknown: 'has not bought',
    },
    regularity: {
      told: 'gaps between purchases vary by {value, number, percent} of their mean',
      typically: '; typically {typical, number, percent}',
      unknown: 'bought too seldom to have a rhythm',
    },
    'last-gap': {
      told: 'the last gap was {value, number, ::.0} times the usual one',
      typically: '; typically {typical, number, ::.0}',
      unknown: 'bought too seldom to have a usual gap',
    },
    'purchase-model': {
      told: 'by the pattern of purchases alone {value, number, percent} to stay away',
      typically: '; typically {typical, number, percent}',
      unknown: 'the model of purchases could not be fitted',
    },
    visits: {
      told: '{value, plural, =0 {no visit} one {1 visit} other {# visits}} in the last 90 days',
      typically: '; typically {typical, number}',
      unknown: 'no visits are known',
    },
    'complaints-open': {
      told: '{value, plural, =0 {no complaint} one {1 complaint} other {# complaints}} open',
      unknown: 'no complaints are known',
    },
    'complaints-resolved': {
      told: '{value, plural, =0 {no complaint} one {1 complaint} other {# complaints}} resolved so far',
      unknown: 'no complaints are known',
    },
    'complaints-repeated': {
      told: '{value, plural, =0 {no complaint soon after another} other {complained again within 90 days}}',
      unknown: 'no complaints are known',
    },
    satisfaction: {
      told: 'satisfaction at {value, number, percent} of the scale',
      typically: '; typically {typical, number, percent}',
      unknown: 'was never asked how satisfied they are, or did not answer',
    },
    'satisfaction-trend': {
      told: 'the last answer lies {points, number} points {direction, select, below {below} other {above}} those before',
      unknown: 'answered less than twice how satisfied they are',
    },
    downgrades: {
      told: '{value, plural, =0 {no subscription lowered so far} other {lowered a subscription}}',
      unknown: 'no subscription is known',
    },
  },
  model: 'The model is {model}, learnt from what all customers did up to {trainedTo}.',
  chosen: {
    asked: 'It was chosen because it was asked for.',
    promoted: 'It was chosen because a person put it in force.',
    outcomes: 'It was chosen by rule: it foretold what customers did later better than a model of their purchases alone.',
    aic: 'It was chosen by rule: of the models it describes the purchases of all customers best (lowest AIC).',
  },
  models: {
    hazard: 'hazard (what each customer had done, weighed against whether purchases followed)',
    nbd: 'NBD (customers buy at random, each at a rate of their own; nobody leaves for good)',
    'bg-nbd': 'BG/NBD (customers may leave for good after a purchase, but not after the first)',
    'mbg-nbd': 'MBG/NBD (customers may leave for good after any purchase)',
    'pareto-nbd': 'Pareto/NBD (customers may leave for good at any time)',
  },
  checked:
    'The scores were held against what {customers, number} customers did within {horizons} after {at}: {baseRate} of them bought nothing, and the scores were moved onto that.',
  line: 'Its scores lie on a line laid through what {customers, number} customers did within {horizons} after {at}, the newest outcomes that it learnt from; {baseRate} of them bought nothing. That line is part of the model, and no check of it.',
  notChecked: 'Not yet checked against outcomes.',
} as const;

export const zhCn: Sentences<typeof en> = {
  days: '{count, number} 天',
  months: '{count, number} 个月',
  years: '{count, number} 年',
  always: '全部未来',
  interval: '{low} 至 {high}',
  chance: '不购买的可能性为 {probability}；95 % 区间 {low} 至 {high}',
  chanceAlone: '不购买的可能性为 {probability}',
  stated: '人工给出 {probability}，有效期至 {until}',
  reasons: {
    'recency-against-own-rhythm': {
      told: '最近一次购买在 {silence, number} 天前；平常{gap, plural, =0 {一天购买数次} =1 {每天购买} other {每 # 天购买一次}}',
      once: '仅购买过一次，在 {silence, number} 天前；尚无自己的购买节奏',
    },
    frequency: {
      told: '首次之后{value, plural, =0 {没有再购买} other {又有 # 天购买}}',
      typically: '；典型客户{typical, plural, =0 {没有再购买} other {为 # 天}}',
      unknown: '没有购买记录',
    },
    age: { told: '距首次购买 {value, number} 天', typically: '；典型值 {typical, number} 天', unknown: '没有购买记录' },
    'recent-purchases': {
      told: '最近 90 天内{value, plural, =0 {没有购买} other {有 # 天购买}}',
      typically: '；典型值 {typical, number} 天',
      unknown: '没有购买记录',
    },
    regularity: {
      told: '购买间隔的波动为其平均值的 {value, number, percent}',
      typically: '；典型值 {typical, number, percent}',
      unknown: '购买太少，尚无节奏可言',
    },
    'last-gap': {
      told: '最近一次购买间隔为平常间隔的 {value, number, ::.0} 倍',
      typically: '；典型值 {typical, number, ::.0} 倍',
      unknown: '购买太少，尚无平常间隔',
    },
    'purchase-model': {
      told: '仅根据购买的模型给出的概率为 {value, number, percent}',
      typically: '；典型值 {typical, number, percent}',
      unknown: '仅根据购买的模型未能拟合',
    },
    visits: {
      told: '最近 90 天内{value, plural, =0 {没有拜访或其他联系} other {拜访及其他联系 # 次}}',
      typically: '；典型值 {typical, number} 次',
      unknown: '没有拜访记录',
    },
    'complaints-open': { told: '{value, plural, =0 {没有尚未解决的投诉} other {尚未解决的投诉 # 件}}', unknown: '没有投诉记录' },
    'complaints-resolved': { told: '{value, plural, =0 {没有已解决的投诉} other {迄今已解决的投诉 # 件}}', unknown: '没有投诉记录' },
    'complaints-repeated': { told: '{value, plural, =0 {没有接连发生的投诉} other {90 天内再次投诉}}', unknown: '没有投诉记录' },
    satisfaction: {
      told: '满意度为量表的 {value, number, percent}',
      typically: '；典型值 {typical, number, percent}',
      unknown: '从未被问及满意度，或没有回答',
    },
    'satisfaction-trend': {
      told: '最近一次回答比之前{direction, select, below {低} other {高}} {points, number} 个百分点',
      unknown: '关于满意度的回答不足两次',
    },
    downgrades: { told: '{value, plural, =0 {迄今没有订阅降价或减量} other {订阅曾降价或减量}}', unknown: '没有订阅记录' },
  },
  model: '模型为 {model}，用截至 {trainedTo} 的全体客户数据拟合。',
  chosen: {
    asked: '选用它是因为查询时指定了它。',
    promoted: '选用它是因为有人将其设为生效。',
    outcomes: '它是按规则选用的：与仅根据购买的模型相比，它对客户此后行为的预测更准确。',
    aic: '它是按规则选用的：在各模型中，它对全体客户购买情况的描述最好（AIC 最低）。',
  },
  models: {
    hazard: 'hazard（逻辑回归：根据客户此前的行为估计其在期限内是否不再购买）',
    nbd: 'NBD（客户各以自己的频率随机购买，没有人永久离开）',
    'bg-nbd': 'BG/NBD（客户可能在首次之后的任何一次购买后永久离开）',
    'mbg-nbd': 'MBG/NBD（客户可能在任何一次购买后永久离开）',
    'pareto-nbd': 'Pareto/NBD（客户可能在任何时候永久离开）',
  },
  checked: '已用实际结果检验：将 {customers, number} 位客户的概率与他们在 {at} 之后 {horizons}内的实际行为作了比较，其中 {baseRate} 没有购买；概率已据此校正。',
  line: '模型按一条直线作了校正；该直线根据 {customers, number} 位客户在 {at} 之后 {horizons}内的实际行为得出，这些是模型学习所用的最新结果；其中 {baseRate} 没有购买。该直线是模型的一部分，不是对模型的检验。',
  notChecked: '尚未用实际结果检验。',
};
