import { frequencyHistogram, nbd, type PurchaseModelName, purchaseModels } from '../index.js';
import { calibrationEnd, cdnowSample, describeWithData, weekly } from './historical-purchases.fixture.js';
import { simulateLifetimes, ungrouped } from './simulated-customers.fixture.js';

const truth = { r: 0.8, alpha: 8, s: 1.2, beta: 25 };
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

describe('frequencyHistogram', () => {
  it('has every customer in one cell, and expects as many', () => {
    const { cells } = frequencyHistogram(purchaseModels['pareto-nbd'], truth, ungrouped(simulateLifetimes(3000, 40, truth, 4)), 12);
    expect(cells.map(({ from }) => from)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    expect(cells.at(-1)!.to).toBeNull();
    expect(total(cells.map(({ actual }) => actual))).toBe(3000);
    expect(total(cells.map(({ expected }) => expected))).toBeCloseTo(3000, 9);
  });

  it('pools neighbours in which fewer than 5 are expected, and says so by from and to', () => {
    const few = ungrouped(simulateLifetimes(60, 40, truth, 4));
    const { cells, degreesOfFreedom } = frequencyHistogram(nbd, { r: 0.8, alpha: 8 }, few, 30);
    expect(cells.every(({ expected }) => expected >= 5)).toBe(true);
    cells.slice(1).forEach(({ from }, i) => {
      expect(from).toBe(cells[i]!.to! + 1);
    });
    expect(cells.at(-1)!.to).toBeNull();
    expect(total(cells.map(({ actual }) => actual))).toBe(60);
    expect(degreesOfFreedom).toBe(cells.length - 3);
  });

  it('says why it tests nothing where there are too few cells', () => {
    const found = frequencyHistogram(purchaseModels['bg-nbd'], { r: 0.8, alpha: 8, a: 1, b: 3 }, ungrouped(simulateLifetimes(12, 40, truth, 4)));
    expect(found).toMatchObject({ degreesOfFreedom: null, pValue: null, untested: expect.stringMatching(/too few to test bg-nbd.*6 are needed/) });
    expect(frequencyHistogram(nbd, truth, ungrouped([{ x: 0, tx: 0, T: 1 }])).cells).toEqual([
      { from: 0, to: null, actual: 1, expected: expect.closeTo(1, 12) },
    ]);
  });

  it('rejects a true model about once in twenty', () => {
    let rejected = 0;
    for (let seed = 0; seed < 100; seed += 1) {
      const groups = ungrouped(simulateLifetimes(500, 20, { r: 0.9, alpha: 9, s: 1e-12 }, seed));
      const { pValue } = frequencyHistogram(nbd, nbd.fit(groups).parameters, groups);
      if (pValue! < 0.05) rejected += 1;
    }
    expect(rejected).toBeGreaterThanOrEqual(1);
    expect(rejected).toBeLessThanOrEqual(14);
  });

  it('refuses a frequency that is none, and no customers', () => {
    expect(() => frequencyHistogram(nbd, truth, ungrouped([]))).toThrow(expect.objectContaining({ code: 'too-little-data' }));
    expect(() => frequencyHistogram(nbd, truth, ungrouped([{ x: 0, tx: 0, T: 1 }]), -1)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });
});

describeWithData('the histogram of the CDNOW sample', () => {
  it.each<[PurchaseModelName, number[], number, number]>([
    ['bg-nbd', [1407.684, 460.323, 192.461, 101.164, 59.847, 38.12, 25.549, 71.851], 4.8211, 0.185],
    ['pareto-nbd', [1434.049, 396.878, 193.492, 111.812, 69.99, 45.856, 30.932, 73.991], 11.99, 0.0074],
  ])('%s', (name, expected, chiSquare, pValue) => {
    const groups = weekly(cdnowSample(), calibrationEnd);
    const found = frequencyHistogram(purchaseModels[name], purchaseModels[name].fit(groups).parameters, groups);
    expect(found.cells.map(({ actual }) => actual)).toEqual([1411, 439, 214, 100, 62, 38, 29, 64]);
    found.cells.forEach((cell, i) => {
      expect(cell.expected).toBeCloseTo(expected[i]!, 2);
    });
    expect(found.chiSquare).toBeCloseTo(chiSquare, 3);
    expect(found).toMatchObject({ degreesOfFreedom: 3, untested: null });
    expect(Math.abs(found.pValue! / pValue - 1)).toBeLessThan(5e-3);
  });
});
