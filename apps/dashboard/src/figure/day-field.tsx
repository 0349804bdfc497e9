import type { ReactNode } from 'react';

export interface DayFieldProps {
  readonly label: string;
  /** As `2026-01-31`. */
  readonly value: string | undefined;
  readonly onChange: (day: string | undefined) => void;
}

/** A day that a figure begins or ends with: the browser's own field, written in the way of the reader's country. */
export function DayField({ label, value, onChange }: DayFieldProps): ReactNode {
  return (
    <label className="choice">
      <span>{label}</span>
      <input type="date" value={value ?? ''} onChange={(event) => onChange(event.currentTarget.value || undefined)} />
    </label>
  );
}
