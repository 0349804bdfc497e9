import { version } from '@tenure/engine/version';
import { run } from './cli/run.js';
import { verbs } from './cli/verbs.js';

// Files created here hold customers: no other user of the machine may read them.
process.umask(0o077);

// `tenure customers
// head`: the reader has enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const exitCode = await run(process.argv.slice(2), verbs, version);
// The output may still be on its way through a pipe: exit once it is written.
process.stdout.write('', () => process.exit(exitCode));
