import { useTranslations } from 'use-intl';

/** A mean time to resolve, in hours, as a person reads it: days from two days on. */
export function useDuration(): (hours: number) => string {
  const say = useTranslations('complaints');
  return (hours) => (hours < 48 ? say('hours', { hours }) : say('daysLong', { days: hours / 24 }));
}
