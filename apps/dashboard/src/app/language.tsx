import { createContext, type ReactNode, use, useEffect, useState } from 'react';
import { IntlProvider, type Messages } from 'use-intl';
import { catalogue, type Language } from '../texts/catalogue.js';

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
      <IntlProvider locale={language} messages={catalogue[language] as Messages} timeZone="UTC">
        {children}
      </IntlProvider>
    </LanguageContext>
  );
}
