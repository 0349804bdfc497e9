import { RowProblem } from '../row-problem.js';
import { type ColumnObserver, showRows } from './column-observer.js';
import type { SourceRow } from './source-row.js';

const row = (line: number, ...cells: string[]): SourceRow => ({ line, text: cells.join(), cells, problem: null });
const broken: SourceRow = { ...row(9, 'x'), problem: new RowProblem('stray-quote', null, 'a quote') };

class Watcher implements ColumnObserver {
  readonly seen: string[] = [];
  constructor(private readonly enough: number) {}
  get isDecided(): boolean {
    return this.seen.length >= this.enough;
  }
  see(cells: readonly string[]): void {
    this.seen.push(cells.join());
  }
}

describe('rows shown before the first is imported', () => {
  it('are all that can be read, and no more than somebody needs', async () => {
    let blocks = 0;
    async function* file(): AsyncGenerator<SourceRow[]> {
      for (let at = 0; at < 10; at += 1) {
        blocks += 1;
        yield [row(at, 'a', String(at)), broken];
      }
    }
    const two = new Watcher(2);
    const three = new Watcher(3);
    await showRows(file(), [two, three]);
    expect([two.seen, three.seen, blocks]).toEqual([['a,0', 'a,1'], ['a,0', 'a,1', 'a,2'], 3]);
    await showRows(file(), [two]);
    await showRows(file(), []);
    expect(blocks).toBe(3);
  });
});
