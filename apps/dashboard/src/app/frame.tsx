import { Link, Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { pages } from '../pages/index.js';
import type { GroupName } from '../pages/page.js';
import { useSession } from '../session/session.js';
import { en } from '../texts/en.js';
import { Holder } from './holder.js';
import { useLanguage } from './language.js';

const groups = Object.keys(en.groups) as GroupName[];

/** The rail with all pages, the bar above, and the page. */
export function Frame(): ReactNode {
  const say = useTranslations('frame');
  const { language, choose } = useLanguage();
  const { signOut } = useSession();
  return (
    <div className="frame">
      <Rail />
      <header className="bar">
        <button type="button" popoverTarget="rail" className="menu">
          {say('menu')}
        </button>
        <span className="grow" />
        <button type="button" lang={language === 'en' ? 'zh-CN' : 'en'} onClick={() => choose(language === 'en' ? 'zh-CN' : 'en')}>
          {say('otherLanguage')}
        </button>
        <Holder />
        <button type="button" onClick={signOut}>
          {say('signOut')}
        </button>
      </header>
      <main className="content">
        <Outlet />
      </main>
    </div>
  );
}

function Rail(): ReactNode {
  const sayGroup = useTranslations('groups');
  const say = useTranslations();
  return (
    <nav className="rail" id="rail" popover="auto">
      <p className="mark">
        <img src="/favicon.svg" alt="" width="18" height="18" /> Tenure
      </p>
      {groups.map((group) => {
        const within = pages.filter((page) => page.group === group && !page.byLink);
        if (within.length === 0) return null;
        return (
          <section key={group}>
            <h2>{sayGroup(group)}</h2>
            {within.map(({ name, path }) => (
              <Link key={name} to={path} activeProps={{ 'aria-current': 'page' }}>
                {say(`${name}.title`)}
              </Link>
            ))}
          </section>
        );
      })}
    </nav>
  );
}
