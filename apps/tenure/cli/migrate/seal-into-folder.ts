import type { Settings } from '@tenure/settings';
import { progressBar } from '../output/progress.js';
import { factsOf, grouped } from '../output/table.js';
import type { Session } from '../session.js';

/** Removing the old folder is left to a person: only they know which other copies of its data exist. */
export async function sealIntoFolder(session: Session, settings: Settings, into: string): Promise<number> {
  const { dataFolder } = await import('@tenure/engine/data-folder');
  const { sealLog } = await import('@tenure/engine/seal-log');
  const progress = await progressBar(0);
  const steps = {
    sealed: (events: number) => progress.update(events, `${grouped(events)} events`),
    verifies() {
      progress.stop();
      session.output.hint('Verifying the new log, event by event ...');
    },
  };
  const from = dataFolder(settings.data);
  const result = await sealLog(from, dataFolder(into), settings.logSecret, steps).finally(() => progress.stop());
  session.output.answer(result, ({ data, logId, events, sealed, verified }) =>
    factsOf([
      ['data', data],
      ['log', logId],
      ['events', events],
      ['sealed', sealed],
      ['verified', verified],
    ]),
  );
  session.output.note(
    `Start the engine with --data ${into}; read models are built anew. ${from.path} and every backup of it still hold personal data in clear: ` +
      'once the new log serves, make a backup of it, then delete them, and drop topics and read models that were made of the old log.',
  );
  return 0;
}
