import type { NamespaceSealingSteps, SealedNamespace } from '@tenure/engine/seal-namespace';
import type { Settings } from '@tenure/settings';
import { type Progress, progressBar } from '../output/progress.js';
import { factsOf, grouped } from '../output/table.js';
import type { Session } from '../session.js';
import { WrongUsage } from '../wrong-usage.js';

/** Answers the exit code: 1 if the new log must not be used. Removing the old namespace is left to a person, as with a folder. */
export async function sealIntoNamespace(session: Session, settings: Settings, into: string): Promise<number> {
  const { isNamespace, NAMESPACE_FORM } = await import('@tenure/settings');
  if (!isNamespace(into)) {
    throw new WrongUsage(`On servers --into takes a namespace, ${NAMESPACE_FORM}, not "${into}". For the log of a data folder set TENURE_PROFILE=embedded.`);
  }
  const { sealNamespace } = await import('@tenure/engine/seal-namespace');
  let progress: Progress | null = null;
  const steps: NamespaceSealingSteps = {
    looks: () => session.output.hint('Looking through the old log, event by event ...'),
    async begins(events) {
      progress = await progressBar(events);
    },
    copied: (events) => progress?.update(events, `${grouped(events)} events`),
    compares() {
      progress?.stop();
      session.output.hint('Comparing both logs, stream by stream ...');
    },
    verifies: () => session.output.hint('Verifying the new log, event by event ...'),
  };
  const result = await sealNamespace(settings, into, steps, session.signal).finally(() => progress?.stop());
  session.output.answer(result, ({ namespace, topic, logId, identical, streams, events, sealed, verified }) =>
    factsOf([
      ['namespace', namespace],
      ['topic', topic],
      ['log', logId],
      ['identical', identical ? 'yes, stream by stream, opened with the keys' : 'NO'],
      ['streams', streams],
      ['events', events],
      ['sealed', sealed],
      ['verified', verified],
    ]),
  );
  for (const note of notes(settings.namespace, result)) session.output.note(note);
  return result.identical && result.complete ? 0 : 1;
}

function notes(old: string, { namespace, topic, identical, differs, recordedMeanwhile, complete }: SealedNamespace): string[] {
  if (!identical) return [`The stream "${differs}" differs. Do not use the new log; seal into another namespace.`];
  const stop = `Stop every role of the namespace "${old}", and run the command again: it copies what is missing.`;
  if (!complete) return [`Something was recorded behind what was copied. ${stop}`];
  const meanwhile = `Of these events ${grouped(recordedMeanwhile)} were recorded meanwhile: a role of the namespace "${old}" was still running. Where one still is, what it records is missing in the new log. ${stop}`;
  return [
    ...(recordedMeanwhile > 0 ? [meanwhile] : []),
    `Start every role with TENURE_NAMESPACE=${namespace}: the log is published to the topic ${topic} from its beginning, and read models are built from it. ` +
      `The database "${namespace}" on MongoDB has the vault of the new log: back it up with the log.`,
    `The namespace "${old}" still has personal data in clear: its streams, topic and database, and every backup of these. ` +
      'Once the new log serves and is backed up, delete them.',
  ];
}
