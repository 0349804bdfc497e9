import type { FormEvent, ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { type ImportState, importState, readings } from './state.js';

/** How the file is read, where the engine is not to find it out. */
export function ReadingOptions({ state, onChange }: { readonly state: ImportState; readonly onChange: (state: ImportState) => void }): ReactNode {
  const say = useTranslations('import');

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const given = Object.fromEntries([...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value).trim()]));
    onChange(importState({ kind: state.kind, map: state.map, preset: given['isPlain'] ? 'none' : undefined, ...given }));
  }

  return (
    <section className="card">
      <h2 className="answer">{say('reading')}</h2>
      <form onSubmit={submit} className="reading">
        {readings.map((name) => (
          <label key={`${name} ${state[name] ?? ''}`}>
            <span>{say(`readings.${name}.label`)}</span>
            <input name={name} defaultValue={state[name] ?? ''} placeholder={say(`readings.${name}.example`)} autoComplete="off" spellCheck={false} />
          </label>
        ))}
        <label className="check">
          <input type="checkbox" name="isPlain" defaultChecked={state.preset === 'none'} /> {say('plain')}
        </label>
        <button type="submit">{say('tryAgain')}</button>
      </form>
      <p className="note">{say('foundOut')}</p>
    </section>
  );
}
