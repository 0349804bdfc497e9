import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useAnswer } from '../../api/use-answer.js';
import { Choice } from '../../figure/choice.js';
import { CsvLink } from '../../figure/csv-link.js';
import { DayField } from '../../figure/day-field.js';
import { Figure } from '../../figure/figure.js';
import { PagesOfList } from '../../figure/pages-of-list.js';
import { Trouble } from '../../figure/trouble.js';
import { ComplaintRows } from './complaint-rows.js';
import { type ComplaintsState, listQuery, orders, severities, statuses } from './state.js';

export interface InboxProps {
  readonly state: ComplaintsState;
  readonly now: number;
  readonly onChange: (changed: Partial<ComplaintsState>) => void;
}

/** The complaints that were asked for, a page at a time. */
export function Inbox({ state, now, onChange }: InboxProps): ReactNode {
  const say = useTranslations('complaints');
  const request = { query: listQuery(state) };
  const { data, error, refetch, isPlaceholderData } = useAnswer('/v1/complaints', request);
  return (
    <>
      <div className="choices">
        <Choice
          label={say('status')}
          value={state.status}
          options={statuses.map((value) => ({ value, text: say(`statuses.${value}`) }))}
          onChange={(status) => onChange({ status })}
        />
        <Choice
          label={say('severity')}
          value={state.severity}
          options={severities.map((value) => ({ value, text: say(`severities.${value}`) }))}
          onChange={(severity) => onChange({ severity })}
        />
        <Choice
          label={say('order')}
          value={state.order}
          options={orders.map((value) => ({ value, text: say(`orders.${value}`) }))}
          onChange={(order) => onChange({ order })}
        />
        <DayField label={say('from')} value={state.from} onChange={(from) => onChange({ from })} />
        <DayField label={say('to')} value={state.to} onChange={(to) => onChange({ to })} />
      </div>
      {error ? <Trouble error={error} again={refetch} /> : null}
      {data ? (
        <Figure
          answer={say('inbox', { order: state.order })}
          definition="complaints"
          name="complaints"
          asOf={data.asOf}
          timezone={data.definition.timezone}
          updating={isPlaceholderData}
          links={<CsvLink path="/v1/complaints" request={request} name="complaints" />}
        >
          {data.items.length === 0 ? <p>{say('inboxNone')}</p> : <ComplaintRows complaints={data.items} timezone={data.definition.timezone} now={now} />}
          <PagesOfList cursor={state.cursor} next={data.next} onCursor={(cursor) => onChange({ cursor })} />
        </Figure>
      ) : null}
    </>
  );
}
