import { print, say } from './terminal.js';
import { visibleJson } from './visible.js';

/** Where answers go: data to stdout, messages to stderr. With `--json` stdout carries JSON and nothing else. */
export class Output {
  constructor(readonly json: boolean) {}

  /** The one answer of a verb: a document for a script, the result of `text` for a person. */
  answer<Answer>(answer: Answer, text: (answer: Answer) => string): void {
    this.line(this.json ? JSON.stringify(answer) : text(answer));
  }

  /** A line of the answer itself. */
  line(text: string): void {
    if (text === '') return;
    const shown = this.json ? visibleJson(text) : text;
    print(shown.endsWith('\n') ? shown : `${shown}\n`);
  }

  /** A note beside the answer: what was left out, what to try next. Scripts may ignore it. */
  note(text: string): void {
    say(`${text}\n`);
  }

  /** For a person only: silent when a script reads the answer. */
  hint(text: string): void {
    if (!this.json) this.note(text);
  }
}
