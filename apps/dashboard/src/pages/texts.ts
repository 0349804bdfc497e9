import * as lifecycle from './lifecycle/texts.js';
import * as retention from './retention/texts.js';

/** The sentences of each page, under its name. */
export const en = { retention: retention.en, lifecycle: lifecycle.en } as const;
export const zhCn = { retention: retention.zhCn, lifecycle: lifecycle.zhCn } as const;
