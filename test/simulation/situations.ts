import { fates } from './kernel/faults.js';
import { mischiefs } from './options.js';

/** Situations that a sufficient number of seeds must meet, by a line of the trace: a simulation that avoids trouble proves nothing. */
const situations: Readonly<Record<string, string>> = {
  ...Object.fromEntries(fates.map((fate) => [`a request's fate: ${fate}`, `FATE ${fate}`])),
  ...Object.fromEntries(mischiefs.map((mischief) => [`mischief: ${mischief}`, `MISCHIEF ${mischief}`])),
  'a batch is refused because the partition has another writer': 'has another writer now',
  'readers are switched to a new build': 'Readers see a new build',
  'records that retention removed are read from the log': 'Kafka no longer has some records',
  'a relay knows a lost topic by another record in the place of its own': 'has another record at',
  'a publication is read from its beginning': 'The log is published anew',
  'a hole in the feed is filled from the log': 'The topic did not bring some events',
  'a decision on a parked customer is recorded': 'log append to projection-',
  'a late request is refused': 'refused:',
  'the group throws out who does not come': 'the group waits no longer',
};

/** Situations that no run has met so far. */
export class UnmetSituations {
  readonly #unmet = new Set(Object.keys(situations));

  met(trace: readonly string[]): void {
    if (this.#unmet.size === 0) return;
    const story = trace.join('\n');
    for (const name of this.#unmet) if (story.includes(situations[name]!)) this.#unmet.delete(name);
  }

  get names(): string[] {
    return [...this.#unmet];
  }
}
