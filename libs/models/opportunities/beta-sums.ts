/**
 * ln B(a+s, b+f)/B(a, b), the logarithm of the probability of s successes and f failures in one order, when the probability of
 * a success is beta(a, b), with its derivatives by ln a and ln b: differences of sums over j of ln(a+j), ln(b+j) and ln(a+b+j),
 * which are computed once for all s + f <= `most`. The logarithms are relative to a + b, to keep their digits where both are large.
 */
export class BetaSums {
  readonly #ofA: Sums;
  readonly #ofB: Sums;
  /** Sums of ln(1 + j/(a+b)), its first derivatives (by ln a, by ln b), and its second (by both, and by ln b twice). */
  readonly #ofBoth: Sums;
  readonly #bySecond: Float64Array;
  readonly #mixed: Float64Array;
  readonly #bySecondTwice: Float64Array;

  constructor(most: number) {
    this.#ofA = emptySums(most);
    this.#ofB = emptySums(most);
    this.#ofBoth = emptySums(most);
    this.#bySecond = new Float64Array(most + 1);
    this.#mixed = new Float64Array(most + 1);
    this.#bySecondTwice = new Float64Array(most + 1);
  }

  place(a: number, b: number): void {
    const total = a + b;
    const { value, slope, bend } = this.#ofBoth;
    addUp(this.#ofA, a, total);
    addUp(this.#ofB, b, total);
    for (let j = 0; j + 1 < value.length; j += 1) {
      const shareA = a / (total + j),
        shareB = b / (total + j);
      value[j + 1] = value[j]! + Math.log1p(j / total);
      slope[j + 1] = slope[j]! + shareA;
      bend[j + 1] = bend[j]! + shareA * (1 - shareA);
      this.#bySecond[j + 1] = this.#bySecond[j]! + shareB;
      this.#mixed[j + 1] = this.#mixed[j]! + shareA * shareB;
      this.#bySecondTwice[j + 1] = this.#bySecondTwice[j]! + shareB * (1 - shareB);
    }
  }

  value(s: number, f: number): number {
    return this.#ofA.value[s]! + this.#ofB.value[f]! - this.#ofBoth.value[s + f]!;
  }

  byA(s: number, f: number): number {
    return this.#ofA.slope[s]! - this.#ofBoth.slope[s + f]!;
  }

  byB(s: number, f: number): number {
    return this.#ofB.slope[f]! - this.#bySecond[s + f]!;
  }

  byATwice(s: number, f: number): number {
    return this.#ofA.bend[s]! - this.#ofBoth.bend[s + f]!;
  }

  byAB(s: number, f: number): number {
    return this.#mixed[s + f]!;
  }

  byBTwice(s: number, f: number): number {
    return this.#ofB.bend[f]! - this.#bySecondTwice[s + f]!;
  }
}

/** Entry s: the sum over j < s of a logarithm, and of its first and second derivatives by the logarithm of the parameter. */
interface Sums {
  readonly value: Float64Array;
  readonly slope: Float64Array;
  readonly bend: Float64Array;
}

const emptySums = (most: number): Sums => ({ value: new Float64Array(most + 1), slope: new Float64Array(most + 1), bend: new Float64Array(most + 1) });

function addUp({ value, slope, bend }: Sums, parameter: number, total: number): void {
  for (let j = 0; j + 1 < value.length; j += 1) {
    const share = parameter / (parameter + j);
    value[j + 1] = value[j]! + Math.log((parameter + j) / total);
    slope[j + 1] = slope[j]! + share;
    bend[j + 1] = bend[j]! + share * (1 - share);
  }
}
