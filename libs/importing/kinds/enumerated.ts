import { headerWord } from '../mapping/header-word.js';

/** Each value of a field with few values, and its names in files, in English, German and Chinese. */
export type WordsOfValues = Readonly<Record<string, string>>;

export const severityWords: WordsOfValues = {
  low: 'low, lowest, minor, trivial, niedrig, niedrigste, gering, leicht, unwichtig, 低, 较低, 最低, 轻微, 轻, 不重要',
  medium: 'medium, normal, moderate, average, standard, mittel, mäßig, durchschnittlich, 中, 中等, 一般, 普通, 正常',
  high: 'high, major, severe, serious, important, hoch, schwer, schwerwiegend, ernst, wichtig, erheblich, 高, 较高, 严重, 重, 重要, 重大',
  critical: `critical, urgent, highest, very high, blocker, emergency, immediate, kritisch, dringend, sehr hoch, höchste, sehr dringend, eilig, notfall, sofort,
    紧急, 非常紧急, 特急, 加急, 危急, 极高, 很高, 最高, 致命, 非常严重, 特别严重, 极其严重, 非常高`,
};

export const partyWords: WordsOfValues = {
  person: `person, individual, private, private person, private individual, consumer, natural person, b2c, person account, Privatperson, privat, Privatkunde, natürliche Person,
    Verbraucher, Person, Einzelperson, 个人, 自然人, 个人客户, 私人, 消费者`,
  organisation: `organisation, organization, company, business, business account, corporate, corporation, enterprise, firm, legal entity, b2b, Firma, Unternehmen, Firmenkunde,
    Geschäftskunde, juristische Person, Gewerbe, gewerblich, Betrieb, Verein, Behörde, 企业, 公司, 单位, 机构, 组织, 法人, 企业客户, 公司客户`,
  household: 'household, family, Haushalt, Familie, 家庭, 住户, 家庭客户',
};

export const metricWords: WordsOfValues = {
  nps: 'nps, net promoter score, net promoter, nps score, recommendation, Weiterempfehlung, Weiterempfehlungsbereitschaft, 净推荐值, 推荐意愿, 推荐度, nps评分',
  csat: 'csat, customer satisfaction, customer satisfaction score, satisfaction, csat score, Kundenzufriedenheit, Zufriedenheit, 满意度, 客户满意度, 满意度评分',
  scale: 'scale, rating scale, Skala, 量表, 评分',
};

export const objectorWords: WordsOfValues = {
  customer: 'customer, self, data subject, in person, Kunde, Kundin, selbst, betroffene Person, 客户, 本人, 客户本人',
  representative: 'representative, agent, guardian, lawyer, Vertreter, Vertretung, Bevollmächtigter, Anwalt, Betreuer, 代理人, 代表, 监护人, 律师',
};

/** Compares like headers: without regard to case, marks, spaces and umlauts. */
export function valueFinder(words: WordsOfValues): (cell: string) => string | undefined {
  const values = new Map(Object.entries(words).flatMap(([value, names]) => names.split(',').map((name) => [headerWord(name), value] as const)));
  return (cell) => values.get(headerWord(cell).replace(/^p?\d(?=\p{L})/u, ''));
}
