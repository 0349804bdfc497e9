import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { type AsOf, Moment } from './moment.js';

export interface FigureProps {
  /** The answer in a sentence. */
  readonly answer: ReactNode;
  /** What the axis or the cells mean. */
  readonly axis?: ReactNode;
  readonly asOf: AsOf;
  readonly timezone?: string | null;
  readonly updating: boolean;
  /** Further links of the foot. */
  readonly links?: ReactNode;
  readonly children: ReactNode;
}

/** One question: its answer in words, the picture that shows it, and where it comes from. */
export function Figure({ answer, axis, asOf, timezone, updating, links, children }: FigureProps): ReactNode {
  const say = useTranslations('figure');
  return (
    <section className="card" aria-busy={updating}>
      <h2 className="answer">{answer}</h2>
      <div className={updating ? 'picture dimmed' : 'picture'}>{children}</div>
      <footer>
        {axis ? <p className="note">{axis}</p> : null}
        <p className="note">
          <Moment asOf={asOf} /> {timezone ? say('zone', { zone: timezone }) : null} {updating ? <b>{say('updating')}</b> : null}
        </p>
        {links ? <p className="links">{links}</p> : null}
      </footer>
    </section>
  );
}
