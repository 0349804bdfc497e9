import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useAnswer } from '../../api/use-answer.js';
import { Choice } from '../../figure/choice.js';
import { CsvLink } from '../../figure/csv-link.js';
import { Figure } from '../../figure/figure.js';
import { PagesOfList } from '../../figure/pages-of-list.js';
import { Trouble } from '../../figure/trouble.js';
import { CustomerTable } from './customer-table.js';
import { FindCustomer } from './find-customer.js';
import { type CustomersState, customersQuery, parties, statuses } from './state.js';

export function CustomersPage(): ReactNode {
  const say = useTranslations('customers');
  const state = useSearch({ strict: false }) as CustomersState;
  const navigate = useNavigate();
  const request = { query: customersQuery(state) };
  const { data, error, refetch, isPlaceholderData } = useAnswer('/v1/customers', request);
  const change = (changed: Partial<CustomersState>): void => void navigate({ to: '.', search: { ...state, cursor: undefined, ...changed } });
  return (
    <>
      <h1>{say('title')}</h1>
      <FindCustomer />
      <div className="choices">
        <Choice
          label={say('party')}
          value={state.party}
          options={(['any', ...parties] as const).map((value) => ({ value, text: say(`parties.${value}`) }))}
          onChange={(party) => change({ party })}
        />
        <Choice
          label={say('status')}
          value={state.status}
          options={(['any', ...statuses] as const).map((value) => ({ value, text: say(`statuses.${value}`) }))}
          onChange={(status) => change({ status })}
        />
      </div>
      {error ? <Trouble error={error} again={refetch} /> : null}
      {data ? (
        <Figure
          name="customers"
          definition="customer-file"
          asOf={data.asOf}
          timezone="UTC"
          updating={isPlaceholderData}
          answer={say.rich('answer', { b: (text) => <b>{text}</b>, count: data.items.length })}
          links={<CsvLink path="/v1/customers" request={request} name="customers" />}
        >
          {data.items.length === 0 ? null : <CustomerTable customers={data.items} />}
          <PagesOfList cursor={state.cursor} next={data.next} onCursor={(cursor) => void navigate({ to: '.', search: { ...state, cursor } })} />
        </Figure>
      ) : null}
    </>
  );
}
