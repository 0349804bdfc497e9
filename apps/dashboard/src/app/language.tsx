import { createContext, type ReactNode, use, useEffect, useState } from 'react';
import { IntlProvider } from 'use-intl';
import { en } from '../texts/en.js';
import { zhCn } from '../texts/zh-cn.js';

export const languages = { en, 'zh-CN': zhCn } as const;
export type Language = keyof typeof languages;

const KEPT_AS = 'tenure-language';

/** What was chosen here before, else what the browser asks for. */
function preferred(): Language {
  const kept = localStorage.getItem(KEPT_AS);
  if (kept === 'en' || kept === 'zh-CN') return kept;
  return navigator.language.startsWith('zh') ? 'zh-CN' : 'en';
}

const LanguageContext = createContext<{ readonly language: Language; choose(language: Language): void } | null>(null);

export function useLanguage(): { readonly language: Language; choose(language: Language): void } {
  const chosen = use(LanguageContext);
  if (chosen === null) throw new Error('useLanguage is called outside of Texts.');
  return chosen;
}

/** All below speaks the chosen language. The zone of a figure is told by its answer, and never that of the browser. */
export function Texts({ children }: { readonly children: ReactNode }): ReactNode {
  const [language, setLanguage] = useState(preferred);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choose = (next: Language): void => {
    localStorage.setItem(KEPT_AS, next);
    setLanguage(next);
  };
  return (
    <LanguageContext value={{ language, choose }}>
      <IntlProvider locale={language} messages={languages[language]} timeZone="UTC">
        {children}
      </IntlProvider>
    </LanguageContext>
  );
}
