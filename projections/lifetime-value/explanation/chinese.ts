import { chineseWords } from '../../shared/explanation/chinese.js';
import { amountText } from '../../shared/money/amount-text.js';
import type { Wording } from './wording.js';

const { percent, chosen, purchaseModels } = chineseWords;

const within = (horizonDays: number | null): string => (horizonDays === null ? '之后（不设期限）' : `之后 ${horizonDays} 天内`);
const purchaseDays = (count: number): string => `${count.toFixed(3)} 个购买日`;

export const chinese: Wording = {
  title: (customerId) => `客户 ${customerId} 的终身价值是如何计算的`,
  headings: {
    computed: '计算了什么',
    result: '结果',
    parts: '价值的组成',
    figures: '所用的数值',
    terms: '计算条件',
    interval: '确定程度',
    changes: '什么会改变这一价值',
    data: '所用的数据',
    'not-used': '未使用的数据',
    model: '模型',
    decision: '由谁决定',
    rights: '客户可以做什么',
  },
  computed: (horizonDays, about) => `所计算的是该客户在 ${about} ${within(horizonDays)}预计带来的价值。该客户在该日之后的事实不予考虑。`,
  meaning: '这是一个期望值，即许多有类似购买经历的客户所带来价值的平均数。单个客户带来的可能更多或更少，其中不少客户不再带来价值。',
  learntLater: (trainedTo) => `计算所用的模型本身是用截至 ${trainedTo} 的全体客户数据拟合的。`,
  none: {
    'scoring-objected': ({ objectedOn }) => `客户已于 ${objectedOn} 拒绝自动化评分。在其撤回之前，不计算也不显示关于任何日期的价值。`,
    closed: ({ about }) => `没有计算价值：截至 ${about}，与该客户的关系已经终止。`,
    'no-purchase': ({ about }) => `没有计算价值：截至 ${about}，该客户没有购买记录。`,
    'no-purchase-in-currency': ({ about, currency }) => `没有计算价值：截至 ${about}，该客户没有以 ${currency} 进行的购买，且不同货币之间不作换算。`,
    'fit-pending': () => '没有计算价值：全体客户的数据足以拟合模型，但尚未拟合。',
    'too-little-data': () => '没有计算价值：全体客户的数据太少，不足以拟合模型。',
    'no-model': () => '没有计算价值：缺少可用的购买模型或消费金额模型。',
  },
  result: (value) => `价值为 ${value}。`,
  ifActive: (amount) => `有类似购买经历且确定没有离开的客户，预计带来 ${amount}。`,
  lost: (amount) => `减去因该客户可能已经永久离开而扣除的部分：${amount}。`,
  future: (amount) => `由此得到价值：${amount}。`,
  past: (amount) => `该客户迄今已带来 ${amount}，即付款减去退货后乘以毛利率，不作折现。`,
  earned: (amount) => `购买迄今已贡献 ${amount}，即付款减去退货后乘以毛利率，不作折现。`,
  cost: (amount) => `投诉、拜访和获客已花费 ${amount}，以已申明的成本为限。`,
  lessCosts: (amount) => `该客户迄今已带来 ${amount}，即上述贡献减去这些成本。`,
  whole: (amount) => `两者合计为 ${amount}。`,
  addUp: '以上金额相加完全吻合，精确到最小货币单位。',
  facts: ({ purchases, firstPurchase, lastPurchase }) =>
    purchases === 1 ? `该客户有一天购买，日期为 ${firstPurchase}。` : `该客户共有 ${purchases} 天购买，第一次为 ${firstPurchase}，最近一次为 ${lastPurchase}。`,
  paid: ({ purchases, spend, returned, returnedUntied }) =>
    `以该价值的货币计，共有 ${purchases} 笔购买，金额 ${amountText(spend)}；其中退货 ${amountText(returned)}，另有无法对应订单的退货 ${amountText(returnedUntied)}。`,
  alive: (probability) => `该客户没有永久离开的概率为 ${percent(probability)}。`,
  expected: (purchases) => `预计有 ${purchaseDays(purchases)}，越晚的计得越少。`,
  expectedOf: (ifActive, purchases) => `确定没有离开的客户预计有 ${purchaseDays(ifActive)}，越晚的计得越少；乘以上述概率，为 ${purchases.toFixed(3)} 个。`,
  ofInfinite: (share) => `这是不设期限时全部预期的 ${percent(share)}。`,
  spend: (amount, priorMean, ownMean, ownWeight) =>
    ownMean === null
      ? `每个购买日预计带来 ${amount}，与一无所知的客户相同，因为首次之后没有购买日。`
      : `每个购买日预计带来 ${amount}：其中 ${percent(ownWeight)} 的权重来自该客户首次之后各购买日的平均值 ${ownMean}，其余来自对一无所知的客户的预期 ${priorMean}。这样的购买日越多，自身平均值的权重越大。`,
  outlier: '该客户自身的平均值至少是对一无所知的客户的预期的十倍。金额、货币或退货可能记录有误，使用这一价值之前应当核实。',
  product: (purchases, spend, margin, value) => `购买日数、金额和毛利率先相乘，后取整：${purchases.toFixed(3)} × ${spend} × ${percent(margin)} = ${value}。`,
  horizon: (horizonDays) => (horizonDays === null ? '购买的计算不设期限。' : `只计算该日之后 ${horizonDays} 天内的购买。`),
  discount: (rate) => `晚一年到来的金额少计 ${percent(1 - 1 / (1 + rate))}（年折现率 ${percent(rate)}）。`,
  margin: (share) => `付款中保留 ${percent(share)}（毛利率）。`,
  ownMargin: (share, products) =>
    `该客户的付款中保留 ${percent(share)}：按所购各项的付款减去退货后的金额，对其毛利率加权（有 ${products} 种产品单独规定了毛利率）。`,
  origin: {
    'in-query': '这一条件由查询给出。',
    'by-default': '企业没有规定，按默认值计算。',
    stated: (from, position) => `这一条件由企业规定，自 ${from} 起适用（日志的位置 ${position}）。`,
  },
  interval: (low, high) => `期望值在 ${low} 至 ${high} 之间（95% 区间）。`,
  intervalOf: '这是现有数据使模型参数不能确定的程度。该客户实际带来的价值的范围要宽得多；模型本身的误差不包括在内。',
  noInterval: '无法说明该价值的确定程度：模型的某次拟合没有给出度量。',
  changes: (leaves) => [
    `再有一次购买会提高价值：预计的购买更多${leaves ? '，已经离开的可能性也更小' : ''}。长时间没有购买会降低价值。`,
    '金额高于预期的购买会提高每个购买日的预期金额，低于预期的购买以及退货会降低它。',
    '价值与毛利率成正比。期限越长，价值越高；折现率越高，价值越低。',
    '随着全体客户的数据增加，模型会重新拟合；此时即使客户没有任何行为，价值也可能变化。',
  ],
  used: '使用了企业所记录的购买日期以及付款和退货的金额。',
  neverUsed: '姓名、地址、联系方式、出生日期、客户的其他属性、拜访、投诉、调查回答、自由文本以及企业以外的数据，从不用于计算这一价值。',
  purchaseModel: ({ name, version, trainedTo, position, chosen: { by } }) =>
    `客户何时购买由模型 ${name} 给出：${purchaseModels[name as keyof typeof purchaseModels]}。它于 ${version} 用截至 ${trainedTo} 的全体客户数据拟合，记录在日志的位置 ${position}。${chosen[by]}`,
  nobodyLeaves: '在这一模型中没有人永久离开：无论多久没有购买，没有离开的概率都是 100%。',
  spendModel: ({ name, version, trainedTo, position }) =>
    `购买日带来多少由模型 ${name} 给出：每位客户的消费围绕自身的平均值变化，各人的平均值不同。它于 ${version} 用截至 ${trainedTo} 的全体客户数据拟合，记录在日志的位置 ${position}。据这两个模型可以重新计算该价值。`,
  carriedBy: '这一模型所用的消费金额中有很大一部分来自一位客户，因此它对全体客户的预期取决于该客户。',
  decision: ['Tenure 不对客户作出任何决定。它向工作人员显示这一价值，由工作人员决定如何处理。', '客户名单可以按价值排序；这种排序用于什么，由工作人员决定。'],
  rights: [
    '客户可以随时向持有数据的企业拒绝被评分（《个人信息保护法》第二十四条，GDPR 第 21 条和第 22 条）。拒绝一经记录，便不再计算或显示任何价值。',
    '客户可以向企业查询其持有哪些数据，要求更正错误的数据，并要求由人工复核结果。',
  ],
};
