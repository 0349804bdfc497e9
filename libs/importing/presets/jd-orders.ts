import type { Preset } from './preset.js';
import { always, column } from './source.js';

export const jdOrders: Preset = {
  name: 'jd-orders',
  file: '京东商家后台: 订单查询 > 导出',
  kind: 'purchases',
  signature: ['订单号', '下单时间', '下单帐号', '订单状态', '应付金额'],
  fields: {
    order_id: column('订单号'),
    customer_id: column('下单帐号'),
    phone: column('联系电话'),
    name: column('客户姓名'),
    occurred_at: column('下单时间'),
    amount: column('应付金额'),
    currency: always('CNY'),
    product: column('商品名称'),
    quantity: column('订购数量'),
  },
  amountIsOfOrder: true,
  leaveOut: (cell) => (/取消|删除|关闭|等待付款|未付款/.test(cell('订单状态')) ? `not paid or cancelled (订单状态: ${cell('订单状态')})` : null),
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  notes: 'times are those of China; an order has a row for each item, with the amount of the whole order in each',
};
