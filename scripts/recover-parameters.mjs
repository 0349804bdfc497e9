// `node scripts/recover-parameters.mjs [DATA SETS]`: draws data from each model of libs/models, fits them, and checks that 95 % intervals hold the
// true parameters as often as they say, and that totals of the time after the data are right. 2,000 data sets of 5,000 customers take 5 minutes.
import { install } from './install.mjs';

install();
const { build } = await import('./build.mjs');
await build();
const { coverageTolerance, meanCoverage, recoveryOf, studies } = await import('../libs/models/dist/recovery/studies.fixture.js');

const dataSets = Number(process.argv[2] ?? 2000);
const customers = 5000;
const largestBias = 0.01;
const checks = [];
const found = studies.map((study, i) => {
  const recovery = recoveryOf(study, dataSets, customers, i);
  for (const share of Object.values(recovery.coverage)) checks.push(Math.abs(share - 0.95) <= coverageTolerance(dataSets));
  checks.push(Math.abs(recovery.bias) < largestBias);
  const shares = Object.entries(recovery.coverage).map(([name, share]) => `${name} ${percent(share)}`);
  console.log(
    `${recovery.model}: 95 % intervals hold ${shares.join(', ')}; without interval ${recovery.withoutInterval}; totals off by ${percent(recovery.bias)}`,
  );
  return recovery;
});
console.log(`On average they hold ${percent(meanCoverage(found))}, over ${dataSets} data sets of ${customers} customers.`);
const failed = checks.filter((passes) => !passes).length;
console.log(`${checks.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

function percent(share) {
  return `${(100 * share).toFixed(2)} %`;
}
