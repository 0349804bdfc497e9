import type { en } from './en.js';
import type { Sentences } from './sentences.js';

export const zhCn: Sentences<typeof en> = {
  groups: { answers: '答案', customers: '客户', evidence: '依据', running: '运行' },
  frame: {
    menu: '菜单',
    now: '现在',
    signOut: '退出',
    otherLanguage: 'English',
    light: '浅色',
    dark: '深色',
  },
  holder: {
    roles: {
      integrator: '写入数据',
      analyst: '查看分析',
      auditor: '审计',
      operator: '运维',
      'privacy-officer': '隐私保护',
    },
    end: '此密钥有效期至 {end}。',
    noEnd: '此密钥长期有效。',
  },
  signIn: {
    title: '登录',
    what: '请输入可读取数据的 API 密钥。密钥只保存在当前标签页，绝不会写入网址。',
    key: 'API 密钥',
    submit: '登录',
    empty: '请先填写密钥。',
    refused: '引擎不认识此密钥，或密钥已被撤销。请核对，或用“tenure keys create”新建一个。',
    why: {
      'key-refused': '引擎不再接受此密钥：密钥已被撤销或已过期。请用另一个密钥登录，登录后回到原来的页面。',
    },
    away: '引擎没有应答。请确认它正在运行，然后重试。',
    where: '新引擎的密钥所在位置由“npm start”打印。',
  },
  figure: {
    definition: '定义',
    close: '关闭',
    table: '表格',
    picture: '图形',
    csv: 'CSV',
    svg: 'SVG',
    updating: '更新中',
    asOf: '截至 {moment}，事件 {position}。',
    behind: '落后 {seconds} 秒。',
    nothingBehind: '没有落后。',
    zone: '日期按 {zone} 计。',
    walkBars: '将光标移到柱上，或用方向键逐柱移动，即可读出数字。',
    firstPage: '回到开头',
    nextPage: '下一页',
  },
  definition: {
    counts: '计入什么',
    formula: '如何计算',
    window: '时间范围',
    timezone: '日期',
    leftOut: '不计入什么',
    example: '例如',
  },
  trouble: {
    away: '引擎没有应答。所见为之前的结果；每隔几秒会重新询问。',
    notAllowed: '您的密钥无权查看：{detail}',
    unknown: '无法回答：{detail}',
    again: '重新询问',
  },
};
