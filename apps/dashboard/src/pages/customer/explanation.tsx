import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useAnswer } from '../../api/use-answer.js';
import { useLanguage } from '../../app/language.js';
import { DialogLink } from '../../figure/dialog-link.js';
import { saveFile } from '../../figure/save-file.js';
import { Trouble } from '../../figure/trouble.js';

export interface ExplanationProps {
  readonly customerId: string;
  readonly horizon: string;
}

/** A link that opens the document to hand to the customer who asks how the likelihood was computed. */
export function Explanation(props: ExplanationProps): ReactNode {
  const say = useTranslations('customer.why');
  return (
    <DialogLink text={say('explanation')}>
      <Document {...props} />
    </DialogLink>
  );
}

function Document({ customerId, horizon }: ExplanationProps): ReactNode {
  const say = useTranslations('customer.why');
  const { language } = useLanguage();
  const query = { horizon, language: language === 'en' ? 'en' : 'zh' } as const;
  const { data, error, refetch } = useAnswer('/v1/churn-likelihood/{customerId}/explanation', { path: { customerId }, query });
  if (error) return <Trouble error={error} again={refetch} />;
  if (!data) return null;
  return (
    <article lang={data.language}>
      <h2>{data.title}</h2>
      {data.sections.map(({ code, heading, texts }) => (
        <section key={code}>
          <h3>{heading}</h3>
          {texts.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </section>
      ))}
      <button type="button" className="link" onClick={() => saveFile(`${customerId}.md`, new Blob([data.markdown], { type: 'text/markdown' }))}>
        {say('save')}
      </button>
    </article>
  );
}
