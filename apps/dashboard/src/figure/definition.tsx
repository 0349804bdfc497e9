import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useAnswer } from '../api/use-answer.js';
import { DialogLink } from './dialog-link.js';
import { Trouble } from './trouble.js';

/** A link that opens what the figures of a read model mean. */
export function Definition({ name }: { readonly name: string }): ReactNode {
  const say = useTranslations('figure');
  return (
    <DialogLink text={say('definition')}>
      <Page name={name} />
    </DialogLink>
  );
}

function Page({ name }: { readonly name: string }): ReactNode {
  const say = useTranslations('definition');
  const { data, error, refetch } = useAnswer('/v1/definitions/{name}', { path: { name } });
  if (error) return <Trouble error={error} again={refetch} />;
  if (!data) return null;
  return (
    <article lang="en">
      <h2>{data.title}</h2>
      <p>{data.summary}</p>
      <dl>
        <dt>{say('counts')}</dt>
        <dd>{data.counts}</dd>
        <dt>{say('formula')}</dt>
        <dd>{data.formula}</dd>
        <dt>{say('window')}</dt>
        <dd>{data.window}</dd>
        <dt>{say('timezone')}</dt>
        <dd>{data.timezone}</dd>
        <dt>{say('leftOut')}</dt>
        <dd>
          <ul>
            {data.leftOut.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </dd>
        <dt>{say('example')}</dt>
        <dd>{data.example}</dd>
      </dl>
    </article>
  );
}
