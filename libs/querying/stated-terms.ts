import type { EventLogReader } from '@tenure/event-log';
import { type TermsRecord, termsRecord, termsStream } from '@tenure/terms';

/** What is stated about the terms of figures, at the moment that the query looks at. */
export interface StatedTerms {
  /** @param figure as in `figuresWithTerms` */
  of(figure: string): Promise<TermsRecord>;
}

/** The terms as recorded in the log; a replay passes the log of that day. A stream is read once: all of one answer comes from one moment. */
export class LoggedTerms implements StatedTerms {
  readonly #records = new Map<string, Promise<TermsRecord>>();

  constructor(private readonly log: Pick<EventLogReader, 'readStream'>) {}

  of(figure: string): Promise<TermsRecord> {
    let record = this.#records.get(figure);
    if (record === undefined) {
      record = this.log.readStream(termsStream(figure)).then(termsRecord);
      this.#records.set(figure, record);
    }
    return record;
  }
}
