import type { Sentences } from '../../texts/sentences.js';

export const en = {
  title: 'Lifecycle',
  what: 'Who bought in each {period}, and who had bought in the one before and did not: “dormant” is counted once, in the first {period} without a purchase.',
  period: { day: 'day', week: 'week', month: 'month' },
  granularity: 'Period',
  from: 'From',
  to: 'To',
  answer:
    '{latest}, <b>{active, number}</b> customers bought: {returning, number} again, {resurrecting, number} after a pause, {new, number} for the first time.{dormant, select, none {} other { <b>{dormant}</b> who bought the {period} before did not.}}',
  change:
    '{direction, select, more {{by, plural, one {# customer} other {# customers}} more than {before}: more came than went dormant.} fewer {{by, plural, one {# customer} other {# customers}} fewer than {before}: more went dormant than came.} other {As many as {before}.}}',
  during: { day: 'On {start}', week: 'In the week of {start}', month: 'In {start}' },
  than: { day: 'on {start}', week: 'in the week of {start}', month: 'in {start}' },
  answerNone: 'No {period} of these is over yet.',
  inProgress: '{start} is not over and is hatched; who went dormant in it is not known yet.',
  axis: 'Customers who bought, above zero; who did not buy again, below.',
  table: 'By {period}, the latest first',
  parts: { returning: 'Returning', resurrecting: 'Resurrecting', new: 'New', dormant: 'Dormant' },
  meaning: {
    returning: 'bought in the {period} before too',
    resurrecting: 'bought after at least one {period} without',
    new: 'bought for the first time',
    dormant: 'bought in the {period} before, not in this one',
  },
  active: 'Active',
  purchases: 'Purchases',
  start: 'Period',
  notOver: 'not over yet',
  told: '{start}: {active, number} active: {returning, number} returning, {resurrecting, number} resurrecting, {new, number} new; {dormant}',
  toldDormant: '{count, number} dormant.',
  toldNotOver: 'not over yet.',
} as const;

export const zhCn: Sentences<typeof en> = {
  title: '生命周期',
  what: '每{period}有谁购买，以及上一{period}购买过、本{period}没有再买的客户。“沉睡”只计一次，记在首个没有购买的{period}。',
  period: { day: '天', week: '周', month: '月' },
  granularity: '周期',
  from: '自',
  to: '至',
  answer:
    '{latest}有 <b>{active, number}</b> 位客户购买：{returning, number} 位持续购买，{resurrecting, number} 位回流，{new, number} 位首购。{dormant, select, none {} other {另有 <b>{dormant}</b> 位上一{period}的客户没有再买。}}',
  change:
    '{direction, select, more {比{before}多 {by, number} 位：新增与回流多于沉睡。} fewer {比{before}少 {by, number} 位：沉睡多于新增与回流。} other {与{before}持平。}}',
  during: { day: '{start}', week: '{start}当周', month: '{start}' },
  than: { day: '{start}', week: '{start}当周', month: '{start}' },
  answerNone: '所选范围内还没有一个{period}结束。',
  inProgress: '{start}尚未结束，以斜线标出；其中有谁沉睡尚不可知。',
  axis: '零线以上为购买的客户，以下为没有再买的客户。',
  table: '各{period}明细，最近的在前',
  parts: { returning: '持续购买', resurrecting: '回流', new: '新客户', dormant: '沉睡' },
  meaning: {
    returning: '上一{period}也购买过',
    resurrecting: '至少间隔一{period}后再次购买',
    new: '首次购买',
    dormant: '上一{period}购买过，本{period}没有',
  },
  active: '活跃客户',
  purchases: '购买次数',
  start: '周期',
  notOver: '尚未结束',
  told: '{start}：活跃 {active, number} 位，其中持续购买 {returning, number}，回流 {resurrecting, number}，新客户 {new, number}；{dormant}',
  toldDormant: '沉睡 {count, number} 位。',
  toldNotOver: '尚未结束。',
};
