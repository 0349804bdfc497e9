import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Real purchases (CDNOW: Fader and Hardie; Online Retail: UCI, CC BY 4.0). They are not part of the project. */
const folder = resolve(process.env['TENURE_TEST_DATA'] ?? join(process.cwd(), '../shared/data'));

export function testData(name: string): string {
  return join(folder, name);
}

/** Like `describe`; without the file the story is skipped and says so. */
export function describeWith(file: string, name: string, story: () => void): void {
  if (existsSync(testData(file))) {
    describe(name, story);
    return;
  }
  console.warn(`Skipped "${name}": ${file} is not there. Set TENURE_TEST_DATA to the folder that holds it.`);
  describe.skip(name, story);
}
