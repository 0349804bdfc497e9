import * as retention from './retention/texts.js';

/** The sentences of each page, under its name. */
export const en = { retention: retention.en } as const;
export const zhCn = { retention: retention.zhCn } as const;
