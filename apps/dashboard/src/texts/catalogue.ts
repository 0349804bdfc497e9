import * as likelihood from '../likelihood/texts.js';
import * as pages from '../pages/texts.js';
import { en } from './en.js';
import { zhCn } from './zh-cn.js';

/** Every sentence of the dashboard, by language: those that pages share, and those of each page under its name. */
export const catalogue = {
  en: { ...en, likelihood: likelihood.en, ...pages.en },
  'zh-CN': { ...zhCn, likelihood: likelihood.zhCn, ...pages.zhCn },
} as const;

export type Language = keyof typeof catalogue;

declare module 'use-intl' {
  interface AppConfig {
    Locale: Language;
    Messages: (typeof catalogue)['en'];
  }
}
