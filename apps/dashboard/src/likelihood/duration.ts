import { useTranslations } from 'use-intl';

const units = { D: 'days', M: 'months', Y: 'years' } as const;

/** `P90D` and `P3Y` as a person says them. A duration of several units, which an address may ask for, stands as it is. */
export function useDuration(): (duration: string) => string {
  const say = useTranslations('likelihood');
  return (duration) => {
    const [, count, unit] = /^P(\d+)([DMY])$/.exec(duration) ?? [];
    return unit === undefined ? (duration === 'infinite' ? say('always') : duration) : say(units[unit as keyof typeof units], { count: Number(count) });
  };
}
