import type { ReactNode } from 'react';

export interface PercentFieldProps {
  readonly label: string;
  /** A share, 0 to 1. */
  readonly value: number | undefined;
  readonly onChange: (share: number | undefined) => void;
}

/** A share written in percent; taken when the field is left or Enter is pressed. Empty is what the engine takes. */
export function PercentField({ label, value, onChange }: PercentFieldProps): ReactNode {
  const percent = value === undefined ? '' : String(Math.round(value * 1e6) / 1e4);
  function take(input: HTMLInputElement): void {
    if (!input.checkValidity() || input.value === percent) return;
    onChange(input.value === '' ? undefined : Number(input.value) / 100);
  }
  return (
    <label className="choice">
      <span>{label}</span>
      <input
        key={percent}
        type="number"
        min="0"
        max="100"
        step="any"
        className="percent"
        defaultValue={percent}
        onBlur={(event) => take(event.currentTarget)}
        onKeyDown={(event) => event.key === 'Enter' && take(event.currentTarget)}
      />
    </label>
  );
}
