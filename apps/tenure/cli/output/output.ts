/** Where answers go: data to stdout, messages to stderr. With `--json` stdout carries JSON and nothing else. */
export class Output {
  constructor(readonly json: boolean) {}

  /** The one answer of a verb: a document for a script, else what `text` makes of it for a person. */
  answer<Answer>(answer: Answer, text: (answer: Answer) => string): void {
    this.line(this.json ? JSON.stringify(answer) : text(answer));
  }

  /** A line of the answer itself. */
  line(text: string): void {
    if (text !== '') process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
  }

  /** Said beside the answer: what was left out, what to try next. Scripts may throw it away. */
  note(text: string): void {
    process.stderr.write(`${text}\n`);
  }

  /** For a person only: nothing is said when a script reads the answer. */
  hint(text: string): void {
    if (!this.json) this.note(text);
  }
}
