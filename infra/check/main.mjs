// Checks infra/ without Docker and without a cluster: node infra/check/main.mjs. Fetches its tools once, into TENURE_CACHE.
import { build } from '../../scripts/build.mjs';
import { checkCompose } from './compose.mjs';
import { checkGateway } from './gateway.mjs';
import { checkKubernetes } from './kubernetes.mjs';
import { tools } from './tools.mjs';

await build();
const fetched = await tools();
const problems = [];
let checked = 0;
for (const [name, check] of [
  ['compose', checkCompose],
  ['kubernetes', checkKubernetes],
  ['gateway', checkGateway],
]) {
  const { count, found } = await check(fetched);
  checked += count;
  problems.push(...found);
  console.log(`${name}: ${count} checked, ${found.length} wrong`);
  for (const problem of found) console.log(`  ${problem}`);
}
console.log(`${checked - problems.length} passed, ${problems.length} failed`);
process.exit(problems.length > 0 ? 1 : 0);
