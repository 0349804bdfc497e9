import { type ReactNode, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Definition } from './definition.js';
import { type AsOf, Moment } from './moment.js';
import { SvgLink } from './svg-link.js';

export interface FigureProps {
  /** The question, where the page has several. */
  readonly question?: ReactNode;
  /** The answer in a sentence. */
  readonly answer: ReactNode;
  /** What the axis or the cells mean. */
  readonly axis?: ReactNode;
  /** The read model whose definition it is. */
  readonly definition: string;
  /** Of the files that are saved. */
  readonly name: string;
  readonly asOf: AsOf;
  /** The zone that its days are in; null for a figure of no days. */
  readonly timezone: string | null;
  /** A newer answer is awaited, and this is the last one. */
  readonly updating: boolean;
  /** The same numbers as a table, for a chart. */
  readonly table?: ReactNode;
  /** Further links of the foot: customers, CSV. */
  readonly links?: ReactNode;
  /** The picture. */
  readonly children: ReactNode;
}

/** One question: its answer in words, the picture that shows it, and where it comes from. */
export function Figure({ question, answer, axis, definition, name, asOf, timezone, updating, table, links, children }: FigureProps): ReactNode {
  const say = useTranslations('figure');
  const picture = useRef<HTMLDivElement>(null);
  const [asTable, setAsTable] = useState(false);
  return (
    <section className="card figure" aria-busy={updating}>
      {question ? <p className="note">{question}</p> : null}
      <h2 className="answer">{answer}</h2>
      <div className={updating ? 'picture dimmed' : 'picture'} ref={picture}>
        {asTable ? <div className="scroll">{table}</div> : children}
      </div>
      <footer>
        {axis ? <p className="note">{axis}</p> : null}
        <div className="links">
          <Definition name={definition} />
          {table ? (
            <button type="button" className="link" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
              {asTable ? say('picture') : say('table')}
            </button>
          ) : null}
          {links}
          {table && !asTable ? <SvgLink within={picture} name={name} /> : null}
        </div>
        <p className="note">
          <Moment asOf={asOf} /> {timezone === null ? null : say('zone', { zone: timezone })} {updating ? <b>{say('updating')}</b> : null}
        </p>
      </footer>
    </section>
  );
}
