import type { Schemas } from '@tenure/client/browser';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { columnsOf, mapAfter } from './columns.js';
import { fieldsOf } from './fields.js';
import type { ImportState } from './state.js';
import { useFieldName } from './use-field-name.js';

export interface ColumnsTableProps {
  readonly source: Schemas['ImportSource'];
  readonly state: ImportState;
  readonly onMap: (map: ImportState['map']) => void;
}

const FOUND_OUT = '';

/** What each column becomes, and how it is written. */
export function ColumnsTable({ source, state, onMap }: ColumnsTableProps): ReactNode {
  const say = useTranslations('import');
  const nameOf = useFieldName();
  const columns = columnsOf(source, state.map);
  return (
    <section className="card">
      <h2 className="answer">{say('columns')}</h2>
      {columns.length === 0 ? <p>{say('noColumns')}</p> : null}
      <div className="scroll">
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{say('column')}</th>
              <th scope="col">{say('becomes')}</th>
              <th scope="col">{say('written')}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ name, field, isGiven, written }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>
                  <select
                    aria-label={say('columnBecomes', { column: name })}
                    value={field ?? FOUND_OUT}
                    onChange={({ currentTarget: { value } }) => onMap(mapAfter(state.map, name, value === FOUND_OUT ? null : value))}
                  >
                    {field === null || isGiven ? <option value={FOUND_OUT}>{field === null ? say('notUsed') : say('asFound')}</option> : null}
                    {optionsOf(field).map((each) => (
                      <option key={each} value={each}>
                        {nameOf(each)}
                      </option>
                    ))}
                  </select>
                </td>
                <td lang="en">{written}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {source.notes.map((note) => (
        <p key={note} className="note" lang="en">
          {note}.
        </p>
      ))}
    </section>
  );

  /** The file may bring fields of its own, such as attributes. */
  function optionsOf(field: string | null): string[] {
    const fields: readonly string[] = fieldsOf[state.kind];
    return field === null || fields.includes(field) ? [...fields] : [field, ...fields];
  }
}
