import { isBlank } from '../fields/blank.js';
import { currenciesOf, currencyBeside } from '../fields/numbers/currency-words.js';
import { NotANumber, writtenNumber } from '../fields/numbers/written-number.js';
import { shown } from '../fields/shown.js';
import type { ImportOptions } from '../import-options.js';
import { ImportRefused } from '../import-refused.js';
import type { AnyKind } from '../kinds/kind.js';
import type { ColumnObserver } from '../reading/column-observer.js';
import { cellText, type MappedField } from './mapped-field.js';

const bare = /^-?[\d.,]+$/;

/** Learns the currency of amounts from the cells, `12.50 EUR` or `€12.50`, where neither an option nor a column gives it. */
export class CellCurrencies implements ColumnObserver {
  readonly #columns: readonly ReturnType<typeof cellText>[];
  readonly #field: string;
  readonly #codes = new Set<string>();
  /** Signs that can stand for several currencies. */
  readonly #unclear = new Set<string>();
  #isMissing = false;

  constructor(kind: AnyKind, mapped: readonly MappedField[], { currency }: ImportOptions) {
    const isGiven = currency !== undefined || mapped.some(({ field }) => field === 'currency');
    const amounts = isGiven ? [] : mapped.filter(({ field }) => kind.fields[field]?.type === 'money' && field !== 'compensation');
    this.#columns = amounts.map(cellText);
    this.#field = amounts[0]?.field ?? '';
  }

  get isDecided(): boolean {
    return this.#columns.length === 0;
  }

  see(cells: readonly string[]): void {
    for (const textOf of this.#columns) {
      const text = textOf(cells);
      if (bare.test(text)) this.#isMissing = true;
      else if (text && !isBlank(text)) this.#note(text);
    }
  }

  /** The one currency of the file, if its cells name one. @throws ImportRefused when amounts are left without a currency */
  decide(): string | undefined {
    const [code, another] = this.#codes;
    const isSure = code !== undefined && this.#unclear.size === 0 && (another === undefined || !this.#isMissing);
    if (!this.isDecided && !isSure) throw new ImportRefused('currency-missing', 'currency', this.#reason(code));
    return another === undefined ? code : undefined;
  }

  get notes(): string[] {
    if (this.#codes.size === 0) return [];
    const codes = [...this.#codes].join(' and ');
    return [
      this.#codes.size === 1 ? `currency ${codes}, as the cells say: --currency says otherwise` : `each row in the currency that its cells name: ${codes}`,
    ];
  }

  /** An invalid amount is refused later, with its row. */
  #note(text: string): void {
    const number = writtenNumber(text);
    if (number instanceof NotANumber || number.words.some((word) => currenciesOf(word).length === 0)) return;
    const code = currencyBeside(number.words);
    if (code !== null) this.#codes.add(code);
    else if (number.words.length === 0) this.#isMissing = true;
    else this.#unclear.add(number.words.join(' '));
  }

  #reason(code: string | undefined): string {
    const said = [...this.#codes, ...[...this.#unclear].map((sign) => `"${shown(sign)}"`)];
    const column = 'or map the column that holds it, --map currency=COLUMN';
    if (said.length === 0) return `${this.#field} has no currency: give one for the whole file, e.g. --currency USD, ${column}`;
    const example = code ?? currenciesOf([...this.#unclear][0] as string)[0] ?? 'USD';
    const why = this.#unclear.size > 0 ? 'a sign of several currencies decides nothing' : 'some cells name none';
    return `${this.#field}: the cells say ${said.join(' and ')}, and ${why}: give one for the whole file, e.g. --currency ${example}, ${column}`;
  }
}
