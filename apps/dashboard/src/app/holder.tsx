import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useAnswer } from '../api/use-answer.js';

/** Whose key it is, and what it may do, in words. */
export function Holder(): ReactNode {
  const say = useTranslations('holder');
  const format = useFormatter();
  const { data } = useAnswer('/v1/me');
  if (!data) return null;
  const { name, roles, expiresAt } = data;
  const end = expiresAt === null ? null : `${format.dateTime(new Date(expiresAt), { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })} UTC`;
  return (
    <p className="holder note" title={end === null ? say('noEnd') : say('end', { end })}>
      <b>{name}</b> <span>{format.list(roles.map((role) => say(`roles.${role}`)))}</span>
    </p>
  );
}
