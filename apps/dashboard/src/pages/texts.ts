import * as complaints from './complaints/texts.js';
import * as lifecycle from './lifecycle/texts.js';
import * as retention from './retention/texts.js';

/** The sentences of each page, under its name. */
export const en = { retention: retention.en, lifecycle: lifecycle.en, complaints: complaints.en } as const;
export const zhCn = { retention: retention.zhCn, lifecycle: lifecycle.zhCn, complaints: complaints.zhCn } as const;
