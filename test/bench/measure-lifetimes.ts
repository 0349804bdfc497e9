import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Milliseconds. */
export interface LifetimesTimes {
  readonly purchases: number;
  readonly spend: number;
  readonly pareto: number;
}

const SCRIPT = `
import json, statistics, sys, time, warnings
warnings.filterwarnings("ignore")
import numpy
from lifetimes import BetaGeoFitter, GammaGammaFitter, ParetoNBDFitter
given = json.load(open(sys.argv[1]))
x = numpy.array([each["x"] for each in given["statistics"]])
tx = numpy.array([each["recencyDays"] / 7 for each in given["statistics"]])
age = numpy.array([each["ageDays"] / 7 for each in given["statistics"]])
spend = [(each["x"], each["repeatMinor"] / 100 / each["x"]) for each in given["spend"] if each["repeatMinor"] > 0]
counts = numpy.array([each[0] for each in spend])
means = numpy.array([each[1] for each in spend])
def median_ms(fit, times=5):
    samples = []
    for _ in range(times):
        started = time.perf_counter()
        fit()
        samples.append((time.perf_counter() - started) * 1000)
    return statistics.median(samples)
print(json.dumps({
    "purchases": median_ms(lambda: BetaGeoFitter().fit(x, tx, age)),
    "spend": median_ms(lambda: GammaGammaFitter().fit(counts, means)),
    "pareto": median_ms(lambda: ParetoNBDFitter().fit(x, tx, age), 1),
}))
`;

/** Fits the same customers with Python's lifetimes; null if it cannot be imported. */
export async function measureLifetimes(statisticsFile: string): Promise<LifetimesTimes | null> {
  try {
    const { stdout } = await promisify(execFile)('python3', ['-c', SCRIPT, statisticsFile]);
    return JSON.parse(stdout) as LifetimesTimes;
  } catch {
    return null;
  }
}
