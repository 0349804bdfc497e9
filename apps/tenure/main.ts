import { version } from '@tenure/engine/version';
import { run } from './cli/run.js';
import { verbs } from './cli/verbs.js';

// What is made here holds customers: nobody else on the machine reads it.
process.umask(0o077);

// `tenure customers | head`: the reader has what it wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const exitCode = await run(process.argv.slice(2), verbs, version);
// What was printed is on its way through a pipe; leave once it has gone.
process.stdout.write('', () => process.exit(exitCode));
