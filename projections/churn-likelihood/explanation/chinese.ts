import { chineseWords } from '../../shared/explanation/chinese.js';
import { chineseFeatures } from './chinese-features.js';
import type { Wording } from './wording.js';

const { percent, list, days } = chineseWords;

function effect(contribution: number): string {
  const size = Math.abs(contribution);
  if (size < 0.01) return '这一项几乎不改变概率';
  const strength = size > 1 ? '大幅' : size > 0.3 ? '明显' : '略微';
  return `这一项使概率${strength}${contribution > 0 ? '升高' : '降低'}`;
}

export const chinese: Wording = {
  title: (customerId) => `客户 ${customerId} 的流失概率是如何计算的`,
  headings: {
    computed: '计算了什么',
    result: '结果',
    reasons: '原因',
    data: '所用的数据',
    'not-used': '未使用的数据',
    model: '模型',
    checked: '如何检验',
    override: '人工给出的概率',
    decision: '由谁决定',
    rights: '客户可以做什么',
  },
  computed: (horizonDays, about) => `所计算的是该客户在 ${about} 之后 ${horizonDays} 天内没有任何购买的概率。该客户在该日之后的事实不予考虑。`,
  learntLater: (trainedTo) => `计算所用的模型本身是用截至 ${trainedTo} 的全体客户数据拟合的。`,
  none: {
    'scoring-objected': (_, objectedOn) => `客户已于 ${objectedOn} 拒绝自动化评分。在其撤回之前，不计算也不显示关于任何日期的概率。`,
    closed: (about) => `没有计算概率：截至 ${about}，与该客户的关系已经终止。`,
    'no-purchase': (about) => `没有计算概率：截至 ${about}，该客户没有购买记录。`,
    'fit-pending': () => '没有计算概率：全体客户的数据足以拟合模型，但尚未拟合。',
    'too-little-data': () => '没有计算概率：全体客户的数据太少，不足以拟合模型。',
    'no-model': () => '没有计算概率：没有可用于这一问题的模型。',
  },
  result: (probability, horizonDays) =>
    `概率为 ${percent(probability)}：在 100 位有类似购买经历的客户中，预计约有 ${Math.round(100 * probability)} 位在 ${horizonDays} 天内没有任何购买。`,
  interval: (low, high, of) =>
    of === 'outcome'
      ? `根据以往此类客户群体的实际情况，没有购买的比例预计在 ${percent(low)} 至 ${percent(high)} 之间（95% 区间）。`
      : `现有数据使概率在 ${percent(low)} 至 ${percent(high)} 之间不能确定（95% 区间）；模型本身的误差不包括在内。`,
  noInterval: '无法说明该概率的不确定程度：模型的这次拟合没有给出度量。',
  base: (probability, customers) => `比较的对象是模型拟合时仍在购买的 ${customers} 位客户中的典型客户；典型客户的概率为 ${percent(probability)}。`,
  reason: (name, value, typical, contribution) =>
    `${name}：${value}；典型值：${typical}。${effect(contribution)}（对数几率 ${contribution > 0 ? '+' : ''}${contribution.toFixed(2)}）。`,
  noReasons: '模型的这次拟合中没有可供比较的客户，因此无法给出原因。',
  features: chineseFeatures,
  data: {
    purchases: '购买日期',
    visits: '拜访及其他联系的日期',
    complaints: '投诉及其处理的日期',
    satisfaction: '满意度调查的回答',
    subscriptions: '订阅降价或减量变更的记录',
  },
  used: (kinds) => `使用了企业所记录的${list(kinds)}。`,
  facts: ({ purchases, firstPurchase, lastPurchase, daysSinceLastPurchase }) =>
    purchases === 1
      ? `该客户有一天购买，日期为 ${firstPurchase}，距所述日期 ${daysSinceLastPurchase} 天。`
      : `该客户共有 ${purchases} 天购买，第一次为 ${firstPurchase}，最近一次为 ${lastPurchase}，距所述日期 ${daysSinceLastPurchase} 天。`,
  notUsed: (kinds) => `没有使用${list(kinds)}。`,
  neverUsed: '姓名、地址、联系方式、出生日期、客户的其他属性、购买金额、自由文本以及企业以外的数据，从不用于计算这一概率。',
  models: {
    ...chineseWords.purchaseModels,
    hazard: '它是一种逻辑回归，根据客户此前的行为估计其在期限内是否没有购买',
  },
  model: (name, what, version, trainedTo, position) =>
    `模型为 ${name}：${what}。它于 ${version} 用截至 ${trainedTo} 的全体客户数据拟合，记录在日志的位置 ${position}，据此可以重新计算该概率。`,
  chosen: chineseWords.chosen,
  checked: (customers, at, horizonDays, baseRate) =>
    `已用实际结果检验：将 ${customers} 位客户在 ${at} 的概率与他们在 ${list(horizonDays.map(days))}内的实际行为作了比较；其中 ${percent(baseRate)} 没有购买。`,
  moved: (uncalibrated, probability) => `未经这一检验，模型给出 ${percent(uncalibrated)}；按实际结果校正后为 ${percent(probability)}。`,
  compared: (outcomes, logLoss, ofPurchases) =>
    `已用实际结果检验：将提前一个期限学得的概率，与其所用数据之后客户的 ${outcomes} 个实际结果作了比较。其对数损失（越低越好）为 ${logLoss.toFixed(4)}；仅根据购买的模型为 ${ofPurchases.toFixed(4)}。`,
  line: (customers, at, horizonDays, baseRate) =>
    `然后模型按一条直线作了校正；该直线根据 ${customers} 位客户在 ${at} 之后 ${list(horizonDays.map(days))}内的实际行为得出，这些是模型学习所用的最新结果；其中 ${percent(baseRate)} 没有购买。该直线是模型的一部分，不是对模型的检验。`,
  movedByLine: (uncalibrated, probability) => `校正前，模型给出 ${percent(uncalibrated)}；校正后为 ${percent(probability)}。`,
  notChecked: '尚未用客户此后的实际行为检验，请谨慎使用。',
  override: (probability, by, recordedOn, expiresOn) =>
    `${recordedOn}，${by} 给出的概率为 ${percent(probability)}，有效期至 ${expiresOn}。它与计算出的概率并列显示，不改变后者。`,
  decision: ['Tenure 不对客户作出任何决定。它向工作人员显示这一概率，由工作人员决定如何处理。', '工作人员可以另行给出概率，并须说明理由和有效期。'],
  rights: [
    '客户可以随时向持有数据的企业拒绝被评分（《个人信息保护法》第二十四条，GDPR 第 21 条和第 22 条）。拒绝一经记录，便不再计算或显示任何概率。',
    '客户可以向企业查询其持有哪些数据，要求更正错误的数据，并要求由人工复核结果。',
  ],
};
