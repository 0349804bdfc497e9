import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';

export interface AsOf {
  /** Null for an answer of nothing yet. */
  readonly position: string | null;
  readonly recordedAt: string | null;
  readonly lagMs: number;
}

/** Up to which event a figure counts, and how far that lies behind. */
export function Moment({ asOf: { position, recordedAt, lagMs } }: { readonly asOf: AsOf }): ReactNode {
  const say = useTranslations('figure');
  const format = useFormatter();
  if (position === null || recordedAt === null) return null;
  const moment = `${format.dateTime(new Date(recordedAt), { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' })} UTC`;
  const seconds = Math.round(lagMs / 1000);
  return (
    <>
      {say('asOf', { moment, position: format.number(Number(position)) })} {seconds === 0 ? say('nothingBehind') : say('behind', { seconds })}
    </>
  );
}
