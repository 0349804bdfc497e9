import { tenure } from '../engine/command-line.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

const verbs =
  'start stop demo import analyse command customers customer history events retention lifecycle revenue churn value terms complaints definitions model rebuild replay export status doctor parked republish backup restore keys access config migrate'.split(
    ' ',
  );
let cwd: string;
beforeAll(() => {
  cwd = temporaryFolder();
});
afterAll(removeTemporaryFolders);

it('names every verb, and no other', async () => {
  const { exitCode, stdout } = await tenure(['--help'], { cwd });
  expect(exitCode).toBe(0);
  const named = [...stdout.matchAll(/^ {2}([a-z]+)(?: \[options\])?(?: [<[].*?)? {2,}/gm)].map(([, verb]) => verb);
  expect(named).toEqual([...verbs, 'help']);
});

it.each([[[]], ...verbs.map((verb) => [[verb]]), [['model', 'fit']], [['keys', 'create']]])('tenure %j --help', async (words) => {
  const { exitCode, stdout, stderr } = await tenure([...words, '--help'], { cwd });
  expect(stdout).toMatch(/^Examples:\n {2}\S/);
  expect(stdout).toContain(`Usage: ${['tenure', ...words].join(' ')}`);
  expect([exitCode, stderr]).toEqual([0, '']);
});
