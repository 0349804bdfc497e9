import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { tenure } from '../engine/command-line.js';
import { EngineProcess } from '../engine/engine-process.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';
import { openSignedIn, openTab, type Reader, settled, startBrowser } from './browser.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

let engine: EngineProcess;
let browser: Browser;
let paths: string[];

/** Models are fitted, so that likelihoods and values are there. */
beforeAll(async () => {
  const cwd = temporaryFolder();
  engine = await EngineProcess.start({ data: join(cwd, 'data') });
  const { exitCode, stderr } = await tenure(['demo', '--customers', '600', '--months', '18', '--until', '2026-10-01', '--data', join(cwd, 'data')], { cwd });
  expect([exitCode, exitCode === 0 ? '' : stderr]).toEqual([0, '']);
  for (let fitted = false; !fitted; await new Promise((resolve) => setTimeout(resolve, 500))) {
    const { items } = await engine.client.get<{ items: { fitted: object | null }[] }>('/v1/models');
    fitted = items.every((each) => each.fitted !== null);
  }
  browser = await startBrowser();
  const { page, close } = await openSignedIn(browser, engine.url, '/');
  paths = await page.$$eval('.rail a', (links) => links.map((link) => link.getAttribute('href')!));
  expect(paths).toHaveLength(10);
  await close();
  const { items: customers } = await engine.client.get<{ items: { customerId: string }[] }>('/v1/customers?limit=1');
  paths.push(`/customers/${customers[0]!.customerId}`);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await engine?.stop();
  removeTemporaryFolders();
});

/** Findings of axe that keep somebody out. */
async function keptOut({ page }: Reader): Promise<string[]> {
  // By the protocol of the browser's tools, as the policy of the page forbids scripts from elsewhere.
  await page.evaluate(axe);
  const { violations } = (await page.evaluate(() => (globalThis as unknown as { axe: { run(): Promise<unknown> } }).axe.run())) as { violations: Finding[] };
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 200)} ${nodes[0]!.failureSummary ?? ''}`);
}

const looks = [
  { colorScheme: 'light', locale: 'en' },
  { colorScheme: 'dark', locale: 'zh-CN' },
  { colorScheme: 'light', locale: 'zh-CN' },
  { colorScheme: 'dark', locale: 'en' },
] as const;

it.each(looks)(
  'every page opens, asks only this engine, and keeps nobody out: %j',
  async (look) => {
    for (const path of paths) {
      const reader = await openSignedIn(browser, engine.url, path, look);
      expect([path, reader.troubles]).toEqual([path, []]);
      expect([path, await reader.page.locator('h1').count(), await reader.page.locator('.trouble').count()]).toEqual([path, 1, 0]);
      expect([path, await keptOut(reader)]).toEqual([path, []]);
      await reader.close();
    }
  },
  300_000,
);

it('the way in keeps nobody out either, and says what is wrong with a key', async () => {
  const reader = await openTab(browser, engine.url, '/retention');
  expect(await keptOut(reader)).toEqual([]);
  await reader.page.fill('#key', 'not-a-key');
  await reader.page.click('button[type=submit]');
  await reader.page.waitForSelector('[role=alert]:has-text("does not know this key")');
  await reader.close();
}, 60_000);

it('no page has another text for a reader in another zone', async () => {
  const read = async (path: string, timezoneId: string): Promise<string> => {
    const reader = await openSignedIn(browser, engine.url, path, { timezoneId });
    const text = await reader.page.innerText('main');
    await reader.close();
    // The clock goes on between two readings.
    return text.replaceAll(/As of [^.]*\.\s*(?:Nothing behind\.|\d+ seconds? behind\.)?/g, '');
  };
  for (const path of paths) {
    const [shanghai, newYork] = [await read(path, 'Asia/Shanghai'), await read(path, 'America/New_York')];
    expect([path, shanghai]).toEqual([path, newYork]);
  }
}, 300_000);

it('an address that is pasted makes the same requests, and the language is changed without losing it', async () => {
  const path = '/retention?granularity=week&kind=recurring&mode=on-or-after';
  const first = await openSignedIn(browser, engine.url, path);
  const second = await openSignedIn(browser, engine.url, path);
  expect(first.asked.filter((each) => each.startsWith('/v1/retention'))).toEqual(['/v1/retention?granularity=week&kind=recurring&mode=on-or-after']);
  expect(second.asked).toEqual(first.asked);
  const before = first.page.url();
  await first.page.click('.bar button[lang="zh-CN"]');
  await settled(first.page);
  expect([first.page.url(), await first.page.textContent('h1')]).toEqual([before, '留存']);
  await Promise.all([first.close(), second.close()]);
}, 60_000);

it('every cell of retention says what the API says, and arrows walk from cell to cell', async () => {
  const { page, close } = await openSignedIn(browser, engine.url, '/retention');
  const { cohorts } = await engine.client.current<{ cohorts: { cells: ({ rate: number } | null)[] }[] }>('/v1/retention?granularity=month');
  const shown = await page.$$eval('.cohorts tbody tr', (rows) => rows.map((row) => [...row.querySelectorAll('td[data-cell]')].map((cell) => cell.textContent)));
  expect(shown).toEqual(cohorts.map(({ cells }) => cells.map((cell) => (cell === null ? '' : String(Math.round(cell.rate * 100))))));
  await page.focus('[data-cell="0,0"]');
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowUp']) await page.keyboard.press(key);
  expect(await page.getAttribute(':focus', 'data-cell')).toBe('0,2');
  expect(await page.getAttribute(':focus', 'aria-label')).toMatch(/^First bought .* customers/);
  await close();
}, 60_000);

it('no page is wider than a small telephone', async () => {
  for (const path of paths) {
    const { page, close } = await openSignedIn(browser, engine.url, path, { viewport: { width: 320, height: 640 } });
    expect([path, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([path, 320]);
    await close();
  }
}, 120_000);
