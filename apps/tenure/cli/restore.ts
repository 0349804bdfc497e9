import { Option } from 'commander';
import { factsOf } from './output/table.js';
import type { Session } from './session.js';
import { textOf, type Verb } from './verb.js';
import { Refused, WrongUsage } from './wrong-usage.js';

interface Options {
  readonly replace?: boolean;
}

export const restore: Verb<Options> = {
  name: 'restore',
  arguments: '<file>',
  summary: 'put the log of a backup into a data folder, after it has been verified',
  examples: ['tenure restore ./shop.backup --data ./restored', 'tenure restore ./shop.backup --data ./shop --replace'],
  notes: [
    'The engine must be stopped. A folder that holds a log is refused unless --replace is said; what was there is kept under another name.',
    'The restore is an event of the log (tenure events --types LogRestored), and in tenure status: positions behind it are another history than those of before.',
    'Read models of what is no longer in the log are set aside by the next start, and built anew.',
  ],
  options: [new Option('--replace', 'also where there is a log already: it is set aside')],
  async run(session: Session, [file], { replace = false }) {
    if (session.url !== undefined) throw new WrongUsage('--url is for talking to an engine; restore writes the data folder itself. Use --data.');
    const { settings } = await session.settings();
    if (settings.profile === 'distributed') {
      throw new Refused('The log of the distributed profile is restored by its server; docs/operations.md says what happens then, and what to do.');
    }
    const { dataFolder } = await import('@tenure/engine/data-folder');
    const { restore: restoreLog } = await import('@tenure/engine/restore');
    const folder = dataFolder(settings.data);
    const { manifest, sha256, customerKeys, position, setAside } = await restoreLog(textOf(file), folder, {
      replace,
      now: new Date(),
      givenSecret: settings.logSecret,
    });
    const { logSecret, ...holds } = manifest;
    session.output.answer({ data: folder.path, ...holds, customerKeys, sha256, restoredAt: position, setAside }, (answer) =>
      factsOf([
        ['data', answer.data],
        ['events', answer.events],
        ['keys of customers', answer.customerKeys],
        ['up to', answer.position ?? 'no event'],
        ['backup of', answer.madeAt],
        ['restored at', answer.restoredAt],
        ...answer.setAside.map((name) => ['set aside', name] as const),
      ]),
    );
    if (logSecret === null && settings.logSecret === null && holds.events > 0)
      session.output.note('The backup has no secret of the log: commands are refused until it is beside the log, or in TENURE_LOG_SECRET.');
  },
};
