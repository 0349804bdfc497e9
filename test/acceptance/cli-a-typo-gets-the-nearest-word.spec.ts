import { tenure } from '../engine/command-line.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

let cwd: string;
beforeAll(() => {
  cwd = temporaryFolder();
});
afterAll(removeTemporaryFolders);

it.each([
  [['retenton'], 'Did you mean retention?'],
  [['import', 'purchses', 'x.csv'], 'Did you mean purchases?'],
  [['import', 'purchases', 'x.csv', '--curency', 'USD'], 'Did you mean --currency?'],
  [['export', 'retention', '--format', 'cvs'], 'Did you mean csv?'],
  [['retention', '--granularity', 'mnth'], 'Did you mean month?'],
  [['model', 'fti', 'bg-nbd'], 'Did you mean fit?'],
  [['model', 'fit', 'bgnbd'], 'Did you mean bg-nbd?'],
  [['command', 'RecordPurchse', 'customerId=1'], 'Did you mean RecordPurchase?'],
  [['start', '--prot', '1'], 'Did you mean --port?'],
  [['start', '--timezone', 'Europe/Berln'], 'Did you mean Europe/Berlin?'],
  [['keys', 'create', 'shop', '--roles', 'analist'], 'Did you mean analyst?'],
  [['status', '--url', 'localhost:7070'], '--url takes an address such as'],
  [['xyzzy'], 'There are: start, stop, demo, import'],
  [['customers', '--limit', 'many'], 'takes a whole number'],
  [['history'], "Missing required argument 'id'"],
])('tenure %j', async (args, sentence) => {
  const { exitCode, stdout, stderr } = await tenure(args, { cwd });
  expect(stderr).toContain(sentence);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect([exitCode, stdout]).toEqual([2, '']);
});

it('a variable that does not exist is warned of with the nearest, and stops nothing', async () => {
  const { exitCode, stdout, stderr } = await tenure(['config', '--json'], { cwd, environment: { TENURE_PROT: '1', TENURE_PORT: 'tcp://10.0.0.1:7070' } });
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout).settings.find(({ name }: { name: string }) => name === 'port').value).toBe(7070);
  expect(stderr).toContain('TENURE_PROT: there is no such setting. Did you mean TENURE_PORT?');
  expect(stderr).toContain('what Kubernetes or Docker sets for a service called "tenure"');
});
