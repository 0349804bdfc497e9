import type { Schemas } from '@tenure/client/browser';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';

/** The latest events, newest first, in the engine's words; what a person said with them stands beside. */
export function Timeline({ file: { timeline, events } }: { readonly file: Schemas['CustomerAnswer'] }): ReactNode {
  const say = useTranslations('customer.timeline');
  const format = useFormatter();
  return (
    <section className="card timeline">
      <h2 className="answer">{say('title')}</h2>
      {timeline.length === 0 ? <p className="note">{say('none')}</p> : null}
      <ol>
        {timeline.map(({ at, type, text, said }, order) => (
          // Two events may have the same moment and words.
          <li key={`${at} ${order}`}>
            <time dateTime={at}>
              {format.dateTime(new Date(at), {
                day: 'numeric',
                month: 'short',
                year: 'numeric',
                hour: '2-digit',
                minute: '2-digit',
                hourCycle: 'h23',
                timeZone: 'UTC',
              })}
            </time>
            <span className={`mark ${markOf(type)}`} />
            <span lang="en">
              {text}
              {Object.values(said).some((words) => words) ? (
                <q lang="">
                  {Object.values(said)
                    .filter((words) => words)
                    .join('; ')}
                </q>
              ) : null}
            </span>
          </li>
        ))}
      </ol>
      <p className="note">{say('shown', { shown: timeline.length, all: events })}</p>
    </section>
  );
}

function markOf(type: string): 'good' | 'bad' | 'other' {
  if (type.startsWith('Purchase') && type !== 'PurchaseReturned' && type !== 'PurchaseVoided') return 'good';
  return type === 'PurchaseReturned' || type.startsWith('ComplaintLogged') || type === 'ComplaintReopened' || type === 'SubscriptionCancelled'
    ? 'bad'
    : 'other';
}
