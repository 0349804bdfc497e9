import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useAnswer } from '../../api/use-answer.js';
import { CsvLink } from '../../figure/csv-link.js';
import { Figure } from '../../figure/figure.js';
import { NotGiven } from '../../figure/not-given.js';
import { PagesOfList } from '../../figure/pages-of-list.js';
import { Trouble } from '../../figure/trouble.js';
import { Waiting } from '../../figure/waiting.js';
import { listQuery, type ValueState } from './state.js';
import { ValueRows } from './value-rows.js';

/** What today's customers are expected to bring, and who they are. */
export function ValueList({ state, onChange }: { readonly state: ValueState; readonly onChange: (changed: Partial<ValueState>) => void }): ReactNode {
  const say = useTranslations('value');
  const request = { query: listQuery(state) };
  const { data, error, refetch, isPlaceholderData } = useAnswer('/v1/lifetime-value', request);
  if (error) return <Trouble error={error} again={refetch} />;
  if (!data) return <Waiting />;
  return (
    <Figure
      answer={
        <>
          {state.downTo === undefined ? say('list', { by: data.orderedBy }) : say('listTo', { id: state.downTo })}{' '}
          {state.downTo === undefined ? null : (
            <button type="button" className="link" onClick={() => onChange({ downTo: undefined, cursor: undefined })}>
              {say('all')}
            </button>
          )}
        </>
      }
      axis={say('parts')}
      definition="lifetime-value"
      name="lifetime-value"
      asOf={data.asOf}
      timezone={null}
      updating={isPlaceholderData}
      links={<CsvLink path="/v1/lifetime-value" request={request} name="lifetime-value" />}
    >
      <NotGiven why={data.notEnoughData} />
      {data.items.length === 0 ? null : <ValueRows rows={data.items} />}
      <PagesOfList cursor={state.cursor} next={data.next} onCursor={(cursor) => onChange({ cursor })} />
    </Figure>
  );
}
