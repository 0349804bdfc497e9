import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quickCheck } from './quick-check.js';

describe('what SQLite finds wrong with a file', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tenure-quick-check-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is told in its words', () => {
    const file = join(folder, 'text.db');
    writeFileSync(file, 'This is a text and no database. '.repeat(100));
    expect(quickCheck(file)).toEqual([expect.stringContaining('not a database')]);
    expect(quickCheck(join(folder, 'none.db'))).toEqual([expect.stringContaining('unable to open')]);
  });

  it('is not told of anything else that fails: that says nothing about the file', () => {
    expect(() => quickCheck(7 as never)).toThrow(TypeError);
  });
});
