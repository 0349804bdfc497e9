import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useAnswer } from '../../api/use-answer.js';
import { CsvLink } from '../../figure/csv-link.js';
import { Figure } from '../../figure/figure.js';
import { Trouble } from '../../figure/trouble.js';
import { Waiting } from '../../figure/waiting.js';
import { CohortCurves } from '../retention/cohort-curves.js';
import { CohortTable } from '../retention/cohort-table.js';
import { RetentionSentence } from '../retention/retention-sentence.js';
import { retentionQuery, retentionState } from '../retention/state.js';
import { Question } from './question.js';

const request = { query: retentionQuery(retentionState({})) };

/** Who stays? Retention by month. */
export function Stays(): ReactNode {
  const say = useTranslations('overview');
  const { data, error, refetch, isPlaceholderData } = useAnswer('/v1/retention', request);
  if (error) return <Trouble error={error} again={refetch} />;
  if (!data) return <Waiting />;
  const { asOf, definition } = data;
  return (
    <Figure
      name="retention"
      definition="retention"
      asOf={asOf}
      timezone={definition.timezone}
      updating={isPlaceholderData}
      question={<Question asked={say('stays')} to="/retention" />}
      answer={<RetentionSentence retention={data} />}
      table={<CohortTable retention={data} />}
      links={<CsvLink path="/v1/retention" request={request} name="retention" />}
    >
      <CohortCurves retention={data} />
    </Figure>
  );
}
