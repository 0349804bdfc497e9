import { useNavigate } from '@tanstack/react-router';
import type { FormEvent, ReactNode } from 'react';
import { useTranslations } from 'use-intl';

/** Leads to the customer of an id; whether there is one is said there. */
export function FindCustomer(): ReactNode {
  const say = useTranslations('customers');
  const navigate = useNavigate();
  function open(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const customerId = String(new FormData(event.currentTarget).get('customerId') ?? '').trim();
    if (customerId !== '') void navigate({ to: '/customers/$customerId', params: { customerId } });
  }
  return (
    <form className="choices" onSubmit={open}>
      <label className="choice">
        <span>{say('find')}</span>
        <input name="customerId" required autoComplete="off" spellCheck={false} aria-describedby="find-hint" />
      </label>
      <button type="submit">{say('open')}</button>
      <span className="note" id="find-hint">
        {say('findHint')}
      </span>
    </form>
  );
}
