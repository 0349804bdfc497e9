import type { Carried, Request, Route } from '@tenure/client/browser';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useSession } from '../session/session.js';
import { saveFile } from './save-file.js';

/** The same rows as the figure, as a file: the same request, answered as CSV. */
export function CsvLink<Path extends Route<'get'>>({
  path,
  request,
  name,
}: {
  readonly path: Path;
  readonly request: Carried<Request<'get', Path>>[0];
  readonly name: string;
}): ReactNode {
  const say = useTranslations('figure');
  const sayTrouble = useTranslations('trouble');
  const { client } = useSession();
  const [refused, setRefused] = useState<string | null>(null);
  async function save(): Promise<void> {
    try {
      saveFile(`${name}.csv`, await client.file(path, 'text/csv', ...([request] as unknown as Carried<Request<'get', Path>>)));
      setRefused(null);
    } catch (error) {
      setRefused(sayTrouble('unknown', { detail: (error as Error).message }));
    }
  }
  return (
    <>
      <button type="button" className="link" onClick={save}>
        {say('csv')}
      </button>
      {refused === null ? null : (
        <span className="refused" role="alert">
          {refused}
        </span>
      )}
    </>
  );
}
