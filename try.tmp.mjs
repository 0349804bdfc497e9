import {simulate} from './test/dist/bench/scaling/simulate.js';
import {measuredLoad} from './test/dist/bench/scaling/scenario.js';
import {readFileSync} from 'node:fs';
for (const f of process.argv.slice(2)) { const costs=JSON.parse(readFileSync(f,'utf8')); console.log(f,costs.run.uploadSeconds,costs.run.readableSeconds,simulate(measuredLoad(costs))); }
