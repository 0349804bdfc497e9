import { factsOf } from './output/table.js';
import type { Session } from './session.js';
import { textOf, type Verb } from './verb.js';
import { Refused, WrongUsage } from './wrong-usage.js';

export const backup: Verb = {
  name: 'backup',
  arguments: '<to>',
  summary: 'copy the log, with its secret and its vault, into one file, and read it back',
  examples: ['tenure backup ./backups/', 'tenure backup ./shop.backup --data ./shop --json'],
  notes: [
    'TO is a file that is not there yet, or a folder (it ends with /, or is there), in which the file gets a name of its own.',
    'The engine may run, and goes on. The copy is of one moment, every event in it is verified, and what it holds is printed.',
    'The file holds personal data, sealed, with the keys of customers and the secret of the log that open it: keep it as safe as the log itself. Read models are not in it; they are built anew.',
    'On EventStoreDB use the backup of the server itself: docs/operations.md, "What is the truth, and what to back up".',
  ],
  async run(session: Session, [to]) {
    if (session.url !== undefined) throw new WrongUsage('--url is for talking to an engine; backup reads the data folder itself. Use --data.');
    const { settings } = await session.settings();
    if (settings.profile === 'distributed') {
      throw new Refused(
        'The log of the distributed profile is backed up by its server: see "Backup" in the manual of EventStoreDB or KurrentDB, and keep the secret of the log with it ' +
          '(docs/operations.md, "What is the truth, and what to back up").',
      );
    }
    const { dataFolder } = await import('@tenure/engine/data-folder');
    const { backUp } = await import('@tenure/engine/back-up');
    const { file, bytes, sha256, verified, customerKeys, manifest } = await backUp(dataFolder(settings.data), textOf(to), {
      now: new Date(),
      givenSecret: settings.logSecret,
    });
    const { logSecret, ...holds } = manifest;
    session.output.answer({ file, bytes, sha256, ...holds, logSecret: logSecret !== null, customerKeys, verified }, (answer) =>
      factsOf([
        ['file', answer.file],
        ['bytes', answer.bytes],
        ['sha256', answer.sha256],
        ['log', answer.logId ?? 'made by version 0.1.0'],
        ['events', answer.events],
        ['position', answer.position ?? 'no event yet'],
        ['event', answer.eventId ?? 'no event yet'],
        ['secret', answer.logSecret ? 'in the file' : 'not in the file'],
        ['keys of customers', answer.customerKeys],
        ['verified', `${answer.verified.events} events${answer.verified.unchecked === 0 ? '' : `, ${answer.verified.unchecked} of them without a checksum`}`],
      ]),
    );
    if (logSecret === null && holds.events > 0) session.output.note("The log's secret is not beside it: keep it with the backup (TENURE_LOG_SECRET).");
  },
};
