import type { Sentences } from '../../texts/sentences.js';

export const en = {
  title: 'Customers',
  find: 'Find by id',
  open: 'Open',
  findHint: 'The exact id, as it was recorded or imported: “C-00661”.',
  answer:
    '{count, plural, =0 {No customer is like that.} one {<b>One</b> customer, ascending by id.} other {<b>{count, number}</b> customers of this page, ascending by id.}}',
  party: 'Kind',
  parties: { any: 'any', person: 'Person', organisation: 'Organisation', household: 'Household' },
  status: 'Status',
  statuses: { any: 'any', active: 'Active', closed: 'Closed' },
  customer: 'Customer',
  since: 'Since',
  purchases: 'Purchases',
  net: 'Bought, net of returns',
  lastPurchase: 'Last bought',
  openComplaints: 'Open complaints',
} as const;

export const zhCn: Sentences<typeof en> = {
  title: '客户',
  find: '按编号查找',
  open: '打开',
  findHint: '记录或导入时的完整编号，例如“C-00661”。',
  answer: '{count, plural, =0 {没有这样的客户。} other {本页 <b>{count, number}</b> 位客户，按编号升序。}}',
  party: '类型',
  parties: { any: '不限', person: '个人', organisation: '机构', household: '家庭' },
  status: '状态',
  statuses: { any: '不限', active: '有效', closed: '已终止' },
  customer: '客户',
  since: '起始',
  purchases: '购买次数',
  net: '购买净额（扣除退货）',
  lastPurchase: '最近购买',
  openComplaints: '未解决投诉',
};
