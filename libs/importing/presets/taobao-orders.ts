import type { Preset } from './preset.js';
import { always, column, firstFilled } from './source.js';

const closed = ['交易关闭', '已关闭', '交易取消'];
const notPaid = ['等待买家付款', '待付款', '未付款', '创建订单'];

export const taobaoOrders: Preset = {
  name: 'taobao-orders',
  file: '淘宝 / 天猫: 已卖出的宝贝 > 批量导出 (ExportOrderList)',
  kind: 'purchases',
  signature: ['订单编号', '买家会员名', '买家实际支付金额', '订单状态', '订单创建时间'],
  fields: {
    order_id: column('订单编号'),
    customer_id: column('买家会员名'),
    phone: column('联系手机'),
    name: column('收货人姓名'),
    occurred_at: firstFilled('订单付款时间', '订单创建时间'),
    amount: column('买家实际支付金额'),
    currency: always('CNY'),
    product: column('宝贝标题'),
    quantity: column('宝贝总数量'),
    refunded_amount: column('退款金额'),
    channel: column('店铺名称'),
  },
  amountIsOfOrder: true,
  leaveOut: (cell) => {
    const status = cell('订单状态');
    if (closed.includes(status)) return `closed (订单状态: ${status})`;
    return notPaid.includes(status) ? `not paid (订单状态: ${status})` : null;
  },
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  notes: 'times are those of China; an order is dated when it was paid; closed orders are left out',
};
